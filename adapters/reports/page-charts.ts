import { houseLook } from '#domain/reports/house-look';
import { formatsOf } from '#domain/reports/language/formats';
import type { Chart } from '#domain/reports/report-data';
import type { Look, Theme as Mode } from '#domain/reports/report-document';
import type { Language } from '#domain/services/service-config';
import { chartDrawing } from './charts/draw.ts';
import { type Theme, themeOf } from './theme.ts';

/** Charts of this width (pixels) are made wider by the page, and their letters with them. */
const WIDTH = 520;

type Asked = {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly chart: Chart;
  readonly series: readonly string[];
  readonly width?: number;
};

const MODES = { light: themeOf(houseLook(''), 'light'), dark: themeOf(houseLook(''), 'dark') };
/** The colours that charts are drawn in, under the names of custom properties. */
const named = ({ page, ink, quiet, rule, accent, palette, past }: Theme): readonly (readonly [string, string])[] => [
  ['page', page],
  ['ink', ink],
  ['quiet', quiet],
  ['rule', rule],
  ['accent', accent],
  ...palette.map((color, n) => [`palette-${n}`, color] as const),
  ...past.map((color, n) => [`past-${n}`, color] as const),
];
const cssOf = (theme: Theme): string =>
  named(theme)
    .map(([name, color]) => `--chart-${name}: ${color};`)
    .join(' ');
const property = (name: string): string => `var(--chart-${name})`;

/** One drawing for light and dark: each colour is what the page's style says it is. */
const BY_STYLE: Theme = {
  ...MODES.light,
  page: property('page'),
  ink: property('ink'),
  quiet: property('quiet'),
  rule: property('rule'),
  accent: property('accent'),
  palette: MODES.light.palette.map((_, n) => property(`palette-${n}`)),
  past: MODES.light.past.map((_, n) => property(`past-${n}`)),
};

/** The charts of reports, for pages: the same drawing, in colours that the page's style gives. */
export const pageCharts = {
  css: { light: cssOf(MODES.light), dark: cssOf(MODES.dark) },
  cssOf: (colors: Pick<Look, 'primary' | 'secondary'>, mode: Mode): string => cssOf(themeOf(colors, mode)),
  svg({ id, title, alt, chart, series, width = WIDTH }: Asked, language: Language): string {
    const part = { kind: 'chart' as const, id, title, alt, chart, series, names: chart.x, total: '' };
    return chartDrawing({ part, theme: BY_STYLE, formats: formatsOf(language), width }).svg;
  },
};
