import type { Chart } from '#domain/reports/report-data';
import type { Look, Theme } from '#domain/reports/report-document';
import type { Language } from '#domain/services/service-config';

/** A chart of the reports, on a page. */
export type ChartAsked = {
  /** Unique on its page: lower-case letters, digits and dashes. */
  readonly id: string;
  readonly title: string;
  /** What somebody who does not see it is told. */
  readonly alt: string;
  readonly chart: Chart;
  /** What its series are called, in their order. */
  readonly series: readonly string[];
  /** In pixels; 720 unless told. */
  readonly width?: number;
};
/** The charts of reports in the colours of pages: `css` holds these colours, for light and for dark. */
export type PageCharts = {
  readonly css: { readonly light: string; readonly dark: string };
  /** The same properties in the colours of a brand. */
  cssOf(colors: Pick<Look, 'primary' | 'secondary'>, mode: Theme): string;
  svg(asked: ChartAsked, language: Language): string;
};
