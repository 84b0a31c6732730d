import { apart, type Color, contrast, mixed, readable } from '#domain/reports/colors';

/** Colours of series beside the brand's, in the order in which they are wanted, on a light page and on a dark one. */
const WANTED: { readonly light: readonly Color[]; readonly dark: readonly Color[] } = {
  light: [
    '#d97706',
    '#0d9488',
    '#1d4ed8',
    '#be185d',
    '#7c3aed',
    '#64748b',
    '#0ea5e9',
    '#b91c1c',
    '#4d7c0f',
    '#5b2c06',
    '#111827',
    '#155e75',
    '#94740a',
  ],
  dark: [
    '#fbbf24',
    '#2dd4bf',
    '#60a5fa',
    '#f472b6',
    '#a78bfa',
    '#94a3b8',
    '#e2e8f0',
    '#f87171',
    '#a3e635',
    '#b45309',
    '#0891b2',
    '#7c3aed',
    '#fde68a',
  ],
};
/** Graphics need less contrast than text (WCAG 1.4.11). */
const LEAST = 3;
export const PALETTE_SIZE = 6;
/** So far apart that no kind of eyes takes one for the other; with less where a brand leaves no six that are. */
const APART: readonly number[] = [0.14, 0.11, 0.085];

/** Bars of this period are not taken for those of the one before, which are grey. */
const FROM_PAST = 0.16;

/** Colours of series: the brand's own first where it is no grey like the past's, then those that every kind of eyes tells from all before. */
export function paletteOf(
  brands: readonly Color[],
  past: Color,
  page: Color,
  mode: 'light' | 'dark',
): readonly Color[] {
  const wanted = [...brands, ...WANTED[mode].slice(2)].map((color) => readable(color, [page], LEAST));
  const first = wanted.find((color) => apart(color, past) >= FROM_PAST) ?? readable('#0072b2', [page], LEAST);
  const candidates = WANTED[mode].filter((color) => contrast(color, page) >= LEAST);
  for (const least of APART) {
    const chosen: Color[] = [first];
    for (const color of candidates)
      if (chosen.length < PALETTE_SIZE && chosen.every((other) => apart(color, other) >= least)) chosen.push(color);
    if (chosen.length === PALETTE_SIZE) return chosen;
  }
  return farthest(first, candidates, page);
}

/** Each the one that is farthest from all before it, in any shade that the page bears. */
function farthest(first: Color, candidates: readonly Color[], page: Color): readonly Color[] {
  const shades = candidates
    .flatMap((color) => [
      color,
      ...[0.25, 0.5, 0.7].flatMap((share) => [mixed(color, '#000000', share), mixed(color, '#ffffff', share)]),
    ])
    .filter((color) => contrast(color, page) >= LEAST);
  const chosen = [first];
  const distance = (color: Color): number => Math.min(...chosen.map((other) => apart(color, other)));
  while (chosen.length < PALETTE_SIZE)
    chosen.push(shades.reduce((best, color) => (distance(color) > distance(best) ? color : best)));
  return chosen;
}
