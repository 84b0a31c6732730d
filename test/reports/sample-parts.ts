import type { Day } from '#domain/kernel/time';
import { plusDays } from '#domain/kernel/time';
import type { Chart, Figure, SectionData, Table } from '#domain/reports/report-data';
import { keywordAt } from './sample-words.ts';

export const START = '2026-10-01' as Day;
export const END = '2026-10-31' as Day;
export const SITE = 'https://www.nordraum.example';
export const day = (n: number): Day => plusDays(START, n);
/** A number between 0 and 1 that hangs on n alone. */
export const noise = (n: number): number => Math.abs(Math.sin(n * 12.9898) * 43758.5453) % 1;
const days = (count: number, from: Day) => Array.from({ length: count }, (_, n) => plusDays(from, n));

/** A figure with its period before and year before; the changes follow. */
export function figure(
  key: string,
  value: number | null,
  before: number | null,
  year: number | null,
  more: Partial<Figure> = {},
): Figure {
  const change = value === null || before === null ? null : Math.round((value - before) * 100) / 100;
  return {
    key,
    value,
    unit: 'count',
    better: 'up',
    before,
    change,
    percent: change === null || before === null || before === 0 ? null : Math.round((10_000 * change) / before) / 100,
    year_before: year,
    year_change: value === null || year === null ? null : Math.round((value - year) * 100) / 100,
    ...more,
  };
}
export const usd = (key: string, value: number, before: number, year: number | null): Figure => {
  const made = figure(key, value, before, year, { unit: 'usd' });
  return { ...made, value: value.toFixed(2), before: before.toFixed(2), change: (value - before).toFixed(2) };
};

const clicks = (n: number): number =>
  Math.round(250 + n * 3.1 + (n % 7 > 4 ? -70 : 20) + 40 * noise(n) + (n > 8 ? 30 : 0));
const clicksBefore = (n: number): number => Math.round(228 + n * 1.2 + (n % 7 > 4 ? -60 : 14) + 36 * noise(n + 50));

export const clicksChart: Chart = {
  key: 'clicks_by_day',
  kind: 'line',
  unit: 'count',
  better: 'up',
  x: days(31, START),
  x_kind: 'day',
  series: [
    { key: 'this_period', style: 'solid', values: days(31, START).map((_, n) => clicks(n)) },
    { key: 'period_before', style: 'dashed', values: days(31, START).map((_, n) => (n < 30 ? clicksBefore(n) : null)) },
  ],
  markers: [
    { number: 1, at: day(8) },
    { number: 2, at: day(9) },
    { number: 3, at: day(21) },
  ],
};
export const named = (
  key: string,
  kind: Chart['kind'],
  x: readonly string[],
  series: string,
  values: readonly number[],
  before?: readonly number[],
): Chart => ({
  key,
  kind,
  unit: 'count',
  better: 'up',
  x,
  x_kind: 'name',
  series: [
    { key: before ? 'this_period' : series, style: 'solid', values },
    ...(before ? [{ key: 'period_before', style: 'dashed' as const, values: before }] : []),
  ],
  markers: [],
});
export const table = (key: string, columns: Table['columns'], rows: Table['rows'], total = rows.length): Table => ({
  key,
  columns,
  rows,
  total,
});
export const column = (key: string, kind: Table['columns'][number]['kind'], better?: 'up' | 'down') => ({
  key,
  kind,
  ...(better ? { better } : {}),
});

export const section = (more: Partial<SectionData> & Pick<SectionData, 'claim'>): SectionData => ({
  flag: null,
  rule: null,
  next: null,
  source: 'Own records',
  data_to: END,
  empty_reason: null,
  figures: [],
  charts: [],
  tables: [],
  ...more,
});

export const moved = (from: number, count: number, up: boolean): Table['rows'] =>
  Array.from({ length: count }, (_, n) => {
    const before = up ? 9 + Math.round(200 * noise(n + from)) / 10 : 4 + Math.round(60 * noise(n + from)) / 10;
    const by = Math.round(10 * (1 + 6 * noise(n + from + 9))) / 10;
    const now = up ? Math.max(1, Math.round((before - by) * 10) / 10) : Math.round((before + by) * 10) / 10;
    return [
      keywordAt(n + from),
      before,
      now,
      Math.round((now - before) * 10) / 10,
      Math.round(4000 * noise(n + from + 3)),
    ];
  });
export const MOVED = [
  column('keyword', 'text'),
  column('position_before', 'position'),
  column('position_now', 'position'),
  column('moved', 'change', 'down'),
  column('impressions', 'count'),
];
