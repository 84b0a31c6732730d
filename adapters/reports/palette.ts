import { apart, type Color, contrast, mixed, readable } from './colors.ts';

/** Hues that people of every kind of sight tell apart (Okabe and Ito), each also darker and lighter. */
const HUES: readonly Color[] = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#f0e442', '#6b7280'];
const SHADES: readonly (readonly [Color, number])[] = [
  ['#000000', 0],
  ['#000000', 0.3],
  ['#000000', 0.55],
  ['#ffffff', 0.3],
  ['#ffffff', 0.6],
];
/** Graphics need less contrast than text (WCAG 1.4.11). */
const LEAST = 3;
export const PALETTE_SIZE = 6;

/** Colours of series: the brand's own first, then each the one that is farthest from all before it, to every kind of eyes. */
export function paletteOf(brand: Color, page: Color): readonly Color[] {
  const all = HUES.flatMap((hue) => SHADES.map(([shade, share]) => mixed(hue, shade, share)));
  const candidates = all.filter((color) => contrast(color, page) >= LEAST);
  const chosen: Color[] = [readable(brand, [page], LEAST)];
  const distance = (color: Color): number => Math.min(...chosen.map((other) => apart(color, other)));
  while (chosen.length < PALETTE_SIZE) {
    const next = candidates.reduce((best, color) => (distance(color) > distance(best) ? color : best));
    chosen.push(next);
  }
  return chosen;
}
