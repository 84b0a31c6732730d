import type { Day } from '#domain/kernel/time';
import type { ChartKey, SeriesKey } from './keys.ts';
import type { Chart, Unit } from './report-data.ts';

type Series = {
  readonly key: SeriesKey;
  /** Somebody's own word, which is no key. */
  readonly name?: string;
  readonly style: 'solid' | 'dashed';
  readonly values: readonly (number | null)[];
};

/** A chart; annotations are marked in it later, where it is over days. */
export const chartOf = (
  key: ChartKey,
  kind: Chart['kind'],
  x_kind: Chart['x_kind'],
  x: readonly string[],
  series: readonly Series[],
  { unit = 'count', better = 'up' }: { readonly unit?: Unit; readonly better?: 'up' | 'down' } = {},
): Chart => ({ key, kind, unit, better, x, x_kind, series, markers: [] });

/** How many names a chart compares; what is beyond stands in its table. */
const MOST_NAMES = 8;

/** Bars of the greatest of some sums by name; null where there are none. */
export const barsOf = (key: ChartKey, series: SeriesKey, sums: readonly (readonly [string, number])[]): Chart | null =>
  sums.length === 0
    ? null
    : chartOf(
        key,
        'bar',
        'name',
        sums.slice(0, MOST_NAMES).map(([name]) => name),
        [{ key: series, style: 'solid', values: sums.slice(0, MOST_NAMES).map(([, sum]) => sum) }],
      );

type Note = { readonly number: number; readonly date: Day };
/** With the notes of the days that it shows. */
export const marked = (chart: Chart, notes: readonly Note[]): Chart =>
  chart.x_kind !== 'day'
    ? chart
    : {
        ...chart,
        markers: notes.filter(({ date }) => chart.x.includes(date)).map(({ number, date }) => ({ number, at: date })),
      };
