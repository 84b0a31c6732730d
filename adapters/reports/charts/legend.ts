import type { Color } from '#domain/reports/colors';
import type { Theme } from '../theme.ts';
import { widthOf } from './measure.ts';
import { element, label, rule } from './svg.ts';

export type Entry = { readonly name: string; readonly color: Color; readonly mark: 'line' | 'dashes' | 'box' };
const SIZE = 9;
const ROW = 16;
const MARK = 16;
const GAP = 18;

/** Names of series with what they are drawn in, as many rows as they need; none where there is one series alone. */
export function legend(
  entries: readonly Entry[],
  width: number,
  theme: Theme,
): { readonly height: number; readonly svg: string } {
  if (entries.length < 2) return { height: 0, svg: '' };
  let [x, row, svg] = [0, 0, ''];
  for (const { name, color, mark } of entries) {
    const wide = MARK + 5 + widthOf(name, SIZE);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const y = row * ROW + 7;
    svg +=
      mark === 'box'
        ? element('rect', { x: x + 4, y: y - 4.5, width: 9, height: 9, rx: 2, fill: color })
        : rule(x, y, x + MARK, y, color, {
            'stroke-width': mark === 'line' ? 2.4 : 1.6,
            ...(mark === 'dashes' ? { 'stroke-dasharray': '4 3' } : { 'stroke-linecap': 'round' }),
          });
    svg += label(name, x + MARK + 5, y + 3.2, { size: SIZE, color: theme.quiet });
    x += wide + GAP;
  }
  return { height: (row + 1) * ROW + 6, svg };
}
