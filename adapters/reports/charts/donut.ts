import { sharedNames, sharesOf } from '../tree/charts-shown.ts';
import type { Drawn } from './drawn.ts';
import { widthOf, wrapped } from './measure.ts';
import { element, label, rule } from './svg.ts';

const SIZE = 9.5;
const ROW = 21;
const LINE = 12;
const DONUT = 100;
const HOLE = 0.64;

type Sizes = Pick<Drawn, 'part' | 'width' | 'formats'>;
function measured({ part, width, formats }: Sizes) {
  const shares = sharesOf(part.chart).filter(({ value }) => value > 0);
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  const names = sharedNames(part);
  const left = DONUT + 34;
  const rows = shares.map(({ at, value }) => ({
    at,
    value,
    text: formats.number(value, part.chart.unit),
    percent: formats.number((100 * value) / whole, 'percent'),
  }));
  const percentWide = Math.max(...rows.map(({ percent }) => widthOf(percent, SIZE)));
  const valueWide = Math.max(...rows.map(({ text }) => widthOf(text, SIZE)));
  const right = Math.min(width, left + 330);
  const room = right - left - 18 - percentWide - valueWide - 30;
  const lined = rows.map((row) => ({ ...row, lines: wrapped(names[row.at] ?? '', SIZE, Math.max(40, room)) }));
  const heights = lined.map(({ lines }) => ROW + (lines.length - 1) * LINE);
  return { whole, lined, heights, left, right, percentWide, high: heights.reduce((sum, height) => sum + height, 0) };
}
export const donutHeight = (sizes: Sizes): number => Math.max(DONUT, measured(sizes).high) + 4;

/** A slice of a ring between two parts of the circle, from the top on. */
function slice(cx: number, cy: number, from: number, to: number): string {
  const [outer, inner] = [DONUT / 2, (DONUT / 2) * HOLE];
  const at = (r: number, part: number): string => {
    const angle = 2 * Math.PI * part - Math.PI / 2;
    return `${(cx + r * Math.cos(angle)).toFixed(2)} ${(cy + r * Math.sin(angle)).toFixed(2)}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  return `M${at(outer, from)}A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}L${at(inner, to)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}Z`;
}

/** Shares of a whole: the total in the middle, and beside it the names, the numbers and the parts of a hundred. */
export function donutChart({ part, theme, formats, width, height }: Drawn): string {
  const { whole, lined, heights, left, right, percentWide, high } = measured({ part, width, formats });
  const [cx, cy] = [DONUT / 2 + 2, height / 2];
  let [from, y, svg] = [0, (height - high) / 2, ''];
  for (const [n, { value, text, percent, lines }] of lined.entries()) {
    const color = theme.palette[n % theme.palette.length] ?? theme.accent;
    // A whole circle has no two ends: two halves do.
    const to = from + value / whole;
    const cuts = to - from > 0.999 ? [from, from + 0.5, to] : [from, to];
    for (const [k, end] of cuts.slice(1).entries())
      svg += element('path', {
        d: slice(cx, cy, cuts[k] ?? 0, end),
        fill: color,
        stroke: theme.page,
        'stroke-width': lined.length > 1 ? 1.5 : 0,
      });
    from = to;
    const row = heights[n] ?? ROW;
    const middle = y + ROW / 2;
    svg += element('rect', { x: left, y: middle - 5, width: 10, height: 10, rx: 2.5, fill: color });
    lines.forEach((line, k) => {
      svg += label(line, left + 18, middle + 3.3 + k * LINE, { size: SIZE, color: theme.ink });
    });
    svg += label(text, right - percentWide - 14, middle + 3.3, {
      size: SIZE,
      color: theme.ink,
      anchor: 'end',
      weight: 600,
    });
    svg += label(percent, right, middle + 3.3, { size: SIZE, color: theme.quiet, anchor: 'end' });
    y += row;
    if (n < lined.length - 1) svg += rule(left, y, right, y, theme.rule);
  }
  const full = formats.number(whole, part.chart.unit);
  const total = full.length <= 7 ? full : formats.axis(whole, part.chart.unit);
  const hole = DONUT * HOLE - 12;
  const size = Math.min(20, (20 * hole) / Math.max(1, widthOf(total, 20)));
  const below = Math.min(9, (9 * hole) / Math.max(1, widthOf(part.total, 9)));
  svg += label(total, cx, cy + 3, { size, color: theme.ink, anchor: 'middle', weight: 700 });
  svg += label(part.total, cx, cy + 17, { size: below, color: theme.quiet, anchor: 'middle' });
  return svg;
}
