/** Red, green and blue from 0 to 255. */
type Rgb = { readonly r: number; readonly g: number; readonly b: number };

const rgbOf = (hex: string): Rgb => {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return { r: part(0), g: part(2), b: part(4) };
};
const hexOf = ({ r, g, b }: Rgb): string =>
  `#${[r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
const mixed = (one: Rgb, other: Rgb, share: number): Rgb => ({
  r: one.r + (other.r - one.r) * share,
  g: one.g + (other.g - one.g) * share,
  b: one.b + (other.b - one.b) * share,
});
const linear = (value: number): number => {
  const c = value / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = ({ r, g, b }: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
/** As WCAG 2 has it, from 1 to 21. */
const contrast = (one: Rgb, other: Rgb): number => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

/** Of a colour as six hexadecimal digits. */
export const contrastToWhite = (hex: string): number => contrast(rgbOf(hex), rgbOf('ffffff'));

const WHITE = rgbOf('ffffff');
const BLACK = rgbOf('000000');
/** Of `tokens`: what the accent is written on. */
const LIGHT = rgbOf('ffffff');
const DARK = rgbOf('141a24');
const NIGHT = rgbOf('0c1017');
/** A little more than text needs, as it stands on tints, too. */
const LEAST = 4.6;
const STEPS = 50;
const TINT = { light: 0.92, dark: 0.78 };

/** The accent on that ground with what is written on it, and a tint of it to write it on: moved towards `end` only as far as it must be to be read. */
function accentOn(color: Rgb, ground: Rgb, end: Rgb, tinted: number): string {
  for (let step = 0; step <= STEPS; step++) {
    const accent = mixed(color, end, step / STEPS);
    const tint = mixed(accent, ground, tinted);
    if (contrast(accent, ground) < LEAST || contrast(accent, tint) < LEAST) continue;
    const ink = contrast(accent, WHITE) >= contrast(accent, NIGHT) ? WHITE : NIGHT;
    return `--accent: ${hexOf(accent)}; --accent-ink: ${hexOf(ink)}; --accent-tint: ${hexOf(tint)};`;
  }
  return '';
}

/** The accent of pages in an agency's colour (six hexadecimal digits), readable by day and by night. */
export const brandStyle = (hex: string): string => `
:root { ${accentOn(rgbOf(hex), LIGHT, BLACK, TINT.light)} }
@media (prefers-color-scheme: dark) { :root { ${accentOn(rgbOf(hex), DARK, WHITE, TINT.dark)} } }
`;
