import type { Color } from '#domain/reports/colors';

/** Pieces of SVG, made of what every rendering can draw: rect, path, line, circle, text and linearGradient. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const rounded = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

export function element(name: string, attributes: Attributes, inside: string = ''): string {
  const all = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${rounded(value)}"`))
    .join('');
  return inside === '' ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
}

export type TextStyle = {
  readonly size: number;
  readonly color: Color;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 600 | 700;
};
/** Marks of direction that languages put around numbers: a label is one run already, and no font has a letter for them. */
const UNSEEN = /[\u200e\u200f\u061c\u2066-\u2069]/g;
const FAMILY = 'Inter, system-ui, sans-serif';
export const label = (text: string, x: number, y: number, { size, color, anchor = 'start', weight = 400 }: TextStyle) =>
  element(
    'text',
    { x, y, fill: color, 'font-family': FAMILY, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor },
    escaped(text.replaceAll(UNSEEN, '')),
  );
export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: Color, more: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1, ...more });

/** A bar with two round corners at its far end. */
export function bar(x: number, y: number, width: number, height: number, fill: Color, round: 'top' | 'right' | 'none') {
  const r = Math.min(3, width / 2, height / 2);
  if (round === 'none' || r < 0.5) return element('rect', { x, y, width, height, fill });
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  const d =
    round === 'top'
      ? `M${n(x)} ${n(y + height)}V${n(y + r)}Q${n(x)} ${n(y)} ${n(x + r)} ${n(y)}H${n(x + width - r)}Q${n(x + width)} ${n(y)} ${n(x + width)} ${n(y + r)}V${n(y + height)}Z`
      : `M${n(x)} ${n(y)}H${n(x + width - r)}Q${n(x + width)} ${n(y)} ${n(x + width)} ${n(y + r)}V${n(y + height - r)}Q${n(x + width)} ${n(y + height)} ${n(x + width - r)} ${n(y + height)}H${n(x)}Z`;
  return element('path', { d, fill });
}

/** The picture whole. Time runs from left to right in every language. */
export const drawing = (width: number, height: number, title: string, alt: string, inside: string): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: 'img',
      direction: 'ltr',
    },
    `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>${inside}`,
  );
