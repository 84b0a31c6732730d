import type { Day } from '#domain/kernel/time';
import type { Chart } from '#domain/reports/report-data';
import type { ChartPart } from './tree.ts';
import type { Words } from './words.ts';

const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** Whether there is anything to draw: an empty axis says nothing. */
export function isDrawable({ kind, series }: Chart): boolean {
  const all = series.flatMap(({ values }) => values.filter(isKnown));
  return kind === 'line' || kind === 'bar' ? all.length > 0 : all.some((value) => value > 0);
}

const nameOf = (chart: Chart, x: string, words: Words): string =>
  chart.x_kind === 'day'
    ? words.formats.shortDay(x as Day)
    : chart.x_kind === 'month'
      ? words.formats.month(x)
      : words.own('word', x);

/** What is shared out: by name where there is one series, else by series. */
export function sharesOf(chart: Chart): readonly { readonly at: number; readonly value: number }[] {
  const [only] = chart.series;
  const values =
    chart.series.length === 1 && only
      ? only.values
      : chart.series.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  return values.map((value, at) => ({ at, value: value ?? 0 }));
}
export const sharedNames = (part: Pick<ChartPart, 'chart' | 'series' | 'names'>): readonly string[] =>
  part.chart.series.length === 1 ? part.names : part.series;

function toldOf(part: Omit<ChartPart, 'alt'>, words: Words): string {
  const { chart, series, names } = part;
  const number = (value: number): string => words.formats.number(value, chart.unit);
  if (chart.kind === 'donut') {
    const shares = sharesOf(chart);
    const whole = shares.reduce((sum, { value }) => sum + value, 0);
    return shares
      .map(({ at, value }) =>
        words.say('chart.alt_share', {
          name: sharedNames(part)[at] ?? '',
          value: number(value),
          percent: words.formats.number((100 * value) / whole, 'percent'),
        }),
      )
      .join(' ');
  }
  if (chart.x_kind === 'name')
    return chart.series
      .flatMap(({ values }, s) =>
        values.map((value, n) =>
          words.say('chart.alt_bar', {
            name: chart.series.length > 1 ? `${names[n]}, ${series[s]}` : (names[n] ?? ''),
            value: value === null ? words.say('part.unknown') : number(value),
          }),
        ),
      )
      .join(' ');
  return chart.series
    .flatMap(({ values }, s) => {
      const known = values.flatMap((value, n) => (isKnown(value) ? [{ value, n }] : []));
      const [first, last] = [known[0], known.at(-1)];
      if (!first || !last) return [];

      return words.say('chart.alt_series', {
        name: series[s] ?? '',
        first: number(first.value),
        from: names[first.n] ?? '',
        last: number(last.value),
        to: names[last.n] ?? '',
        low: number(Math.min(...known.map(({ value }) => value))),
        high: number(Math.max(...known.map(({ value }) => value))),
      });
    })
    .join(' ');
}

export function chartShown(chart: Chart, id: string, words: Words): ChartPart {
  const part = {
    kind: 'chart' as const,
    id,
    chart,
    title: words.name('chart', chart.key),
    series: chart.series.map(({ key, name }) => name ?? words.name('series', key)),
    names: chart.x.map((x) => nameOf(chart, x, words)),
    total: words.say('part.total'),
  };
  const marks = chart.markers.map(
    ({ number, at }) => `${words.say('annotation.number', { number })}, ${words.formats.shortDay(at)}`,
  );
  const marked = marks.length === 0 ? '' : ` ${words.say('chart.alt_marks', { marks: words.formats.list(marks) })}`;
  return { ...part, alt: `${words.say('chart.alt', { title: part.title, series: toldOf(part, words) })}${marked}` };
}
