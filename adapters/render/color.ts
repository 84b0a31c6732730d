import type { Color } from './item.ts';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  olive: '#808000',
  purple: '#800080',
  orange: '#ffa500',
  yellow: '#ffff00',
};

/** A colour of CSS as it comes out of the layout; null where nothing is painted. */
export function colorOf(text: string | undefined): { readonly color: Color; readonly opacity: number } | null {
  if (text === undefined || text === 'none' || text === 'transparent') return null;
  const value = NAMED[text] ?? text;
  if (value.startsWith('#')) return ofHex(value.slice(1));
  const inside = /^rgba?\(([^)]*)\)$/.exec(value)?.[1];
  if (inside === undefined) return { color: [0, 0, 0], opacity: 1 };
  const [red = 0, green = 0, blue = 0, alpha = 1] = inside
    .split(/[\s,/]+/)
    .filter((part) => part !== '')
    .map((part, n) => (part.endsWith('%') ? Number(part.slice(0, -1)) / (n < 3 ? 100 / 255 : 100) : Number(part)));
  return alpha === 0 ? null : { color: [red / 255, green / 255, blue / 255], opacity: alpha };
}

function ofHex(hex: string): { readonly color: Color; readonly opacity: number } {
  const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return { color: [red / 255, green / 255, blue / 255], opacity: alpha / 255 };
}
