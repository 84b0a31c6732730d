import type { Day } from '#domain/kernel/time';
import type { Formats } from '#domain/reports/language/formats';
import type { Chart } from '#domain/reports/report-data';
import type { Theme } from '../theme.ts';
import { widthOf } from './measure.ts';
import type { Scale } from './scale.ts';
import { element, label, rule } from './svg.ts';

export const AXIS_SIZE = 8.5;
export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** How wide the names on an axis of values are. */
export const axisWidth = (ticks: readonly string[]): number =>
  Math.max(...ticks.map((text) => widthOf(text, AXIS_SIZE)));

export function valueAxis({ ticks, at }: Scale, names: readonly string[], plot: Plot, theme: Theme): string {
  return ticks
    .map((tick, k) => {
      const y = at(tick);
      const line = rule(plot.left, y, plot.right, y, theme.rule, k === 0 ? {} : { 'stroke-dasharray': '1 3' });
      return line + label(names[k] ?? '', plot.left - 7, y + 3, { size: AXIS_SIZE, color: theme.quiet, anchor: 'end' });
    })
    .join('');
}

type Named = { readonly at: number; readonly text: string };
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Which places along time get a name: each day of a short time, else Mondays, else the first of each month; months each. */
function named({ x, x_kind }: Chart, formats: Formats): Named[] {
  const all = x.map((text, at) => ({ at, text }));
  if (x_kind === 'month')
    return all.map(({ at, text }) => ({ at, text: formats.shortMonth(text, at === 0 || text.endsWith('-01')) }));
  if (x_kind === 'name') return all;
  const wanted =
    x.length <= 10
      ? all
      : x.length <= 70
        ? all.filter(({ text }) => weekday(text) === 0)
        : all.filter(({ text }) => text.endsWith('-01'));
  return (wanted.length < 2 ? all : wanted).map(({ at, text }) => ({ at, text: formats.shortDay(text as Day) }));
}

const APART = 8;
/** Names below the plot, as many as stand clear of each other; none goes beyond its sides. */
export function timeAxis(chart: Chart, formats: Formats, plot: Plot, xOf: (n: number) => number, theme: Theme): string {
  let end = Number.NEGATIVE_INFINITY;
  let svg = '';
  for (const { at, text } of named(chart, formats)) {
    const half = widthOf(text, AXIS_SIZE) / 2;
    const x = Math.min(Math.max(xOf(at), plot.left - 6 + half), Math.max(plot.right + 6 - half, plot.left + half));
    if (x - half < end + APART) continue;
    end = x + half;
    svg += label(text, x, plot.bottom + 15, { size: AXIS_SIZE, color: theme.quiet, anchor: 'middle' });
  }
  return svg;
}

const LANE = 15;
const RADIUS = 6.5;
/** How many rows numbered markers need, so that none hides another, and the row of each. */
export function lanesOf(xs: readonly number[]): readonly number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end > 2 * RADIUS + 1);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x;
    return lane;
  });
}
export const lanesHeight = (lanes: readonly number[]): number =>
  lanes.length === 0 ? 0 : (Math.max(...lanes) + 1) * LANE + 3;

/** Where markers stand along the time, those within it. */
export const marksOf = ({ x, x_kind, markers }: Chart) =>
  markers
    .map(({ number, at }) => ({ number, at: x.indexOf(x_kind === 'month' ? at.slice(0, 7) : at) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.number - b.number);

export function markers(
  marks: readonly { readonly number: number; readonly x: number; readonly lane: number }[],
  plot: Plot,
  theme: Theme,
): string {
  return marks
    .map(({ number, x, lane }) => {
      const y = plot.top - 8 - lane * LANE;
      return (
        rule(x, y + RADIUS, x, plot.bottom, theme.quiet, { 'stroke-dasharray': '2 2', 'stroke-width': 0.8 }) +
        element('circle', { cx: x, cy: y, r: RADIUS, fill: theme.ink }) +
        label(String(number), x, y + 2.8, { size: 8, color: theme.page, anchor: 'middle', weight: 700 })
      );
    })
    .join('');
}
