import type { Laid } from './layout.ts';

type Span = readonly [from: number, to: number];

/** Above and below a baseline, in parts of the size. */
const ABOVE = 1.02;
const BELOW = 0.34;

/** What must not be cut through: lines of text, charts and pictures, from the top; those beside each other are one. */
function spansOf({ items }: Laid): Span[] {
  const figures = new Set(items.flatMap(({ item, leaf }) => (item.kind !== 'text' && leaf !== null ? [leaf] : [])));
  const spans = items.flatMap(({ item, leaf }): Span[] =>
    item.kind !== 'text' || (leaf !== null && figures.has(leaf))
      ? []
      : [[item.at[1] - ABOVE * item.size, item.at[1] + BELOW * item.size]],
  );
  for (const { top, height } of figures) spans.push([top, top + height]);
  const merged: [number, number][] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from < last[1] - 0.5) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Heights at which a block may be cut, with that many lines left on either side. */
export function cutsOf(laid: Laid, around: number): number[] {
  const spans = spansOf(laid);
  return spans.flatMap(([, to], n) => {
    const next = spans[n + 1];
    if (next === undefined || n + 1 < around || spans.length - n - 1 < around) return [];
    return [(to + next[0]) / 2];
  });
}
