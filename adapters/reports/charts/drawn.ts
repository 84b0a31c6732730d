import type { Color } from '#domain/reports/colors';
import type { Formats } from '#domain/reports/language/formats';
import type { Chart } from '#domain/reports/report-data';
import type { Theme } from '../theme.ts';
import type { ChartPart } from '../tree/tree.ts';

/** What a chart is drawn from. */
export type Drawn = {
  readonly part: ChartPart;
  readonly theme: Theme;
  readonly formats: Formats;
  readonly width: number;
  readonly height: number;
};

/** Of bars: those of this period in the palette's colours, those of earlier ones in quiet ones. */
export function colorsOf({ kind, series }: Chart, { palette, past, accent }: Theme): readonly Color[] {
  let [solid, dashed] = [0, 0];
  return series.map(({ style }) =>
    style === 'solid' || kind === 'stacked'
      ? (palette[solid++ % palette.length] ?? accent)
      : (past[dashed++ % past.length] ?? accent),
  );
}
