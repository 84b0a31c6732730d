import type { Box, Style } from './box.ts';
import type { Weight } from './fonts.ts';
import type { TextLook } from './words.ts';

/** Of four sides, in points. */
export type Sides = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
export type Direction = 'row' | 'row-reverse' | 'column' | 'column-reverse';
export type Place = 'flex-start' | 'center' | 'flex-end' | 'stretch';
export type Spread = 'flex-start' | 'center' | 'flex-end' | 'space-between' | 'space-around' | 'space-evenly';
/** A box's style as the layout reads it: sizes are those of the whole box, null where they follow from what is in it. */
export type BoxStyle = {
  readonly direction: Direction;
  readonly items: Place;
  readonly self: Place | null;
  readonly spread: Spread;
  readonly padding: Sides;
  readonly margin: Sides;
  readonly width: number | null;
  readonly height: number | null;
  readonly minWidth: number | null;
  readonly maxWidth: number;
  readonly minHeight: number;
  readonly maxHeight: number;
  readonly grow: number;
  readonly shrink: number;
  readonly basis: number | null;
  readonly gap: { readonly row: number; readonly column: number };
  readonly ground: string | null;
  readonly radius: number;
};
/** What boxes have of those around them. */
export type Passed = TextLook & { readonly color: string; readonly align: 'left' | 'right' | 'center' };

export const FIRST: Passed = {
  size: 16,
  weight: 400,
  lineHeight: null,
  spacing: 0,
  breaks: false,
  tabular: false,
  color: 'black',
  align: 'left',
};

const WORDS: Readonly<Record<string, ReadonlySet<unknown>>> = {
  display: new Set(['flex']),
  flexDirection: new Set(['row', 'row-reverse', 'column', 'column-reverse']),
  alignItems: new Set(['flex-start', 'center', 'flex-end', 'stretch']),
  alignSelf: new Set(['flex-start', 'center', 'flex-end', 'stretch']),
  justifyContent: new Set(['flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly']),
  boxSizing: new Set(['border-box', 'content-box']),
  fontWeight: new Set([400, 600, 700]),
  textAlign: new Set(['left', 'right', 'center', 'start', 'end']),
  wordBreak: new Set(['break-word', 'normal']),
  fontVariantNumeric: new Set(['tabular-nums', 'normal']),
};
const NUMBERS = new Set(
  `width height minWidth minHeight maxWidth maxHeight paddingLeft paddingRight paddingTop paddingBottom marginLeft marginRight
marginTop marginBottom flexGrow flexShrink flexBasis gap rowGap columnGap borderRadius fontSize lineHeight letterSpacing`.split(
    /\s+/,
  ),
);
const COLOR = /^(#[0-9a-f]{3,8}|rgba?\([^()]*\)|black|white|transparent)$/i;
const AROUND = /^-?[\d.]+(px)?( -?[\d.]+(px)?){0,3}$/;

const colors = new Map<string, boolean>();
function isColor(text: string): boolean {
  const known = colors.get(text) ?? COLOR.test(text);
  if (colors.size < 1000) colors.set(text, known);
  return known;
}

/** Whether all that a box asks for is known here: what is not is laid out by the engine that knows all of CSS. */
export function isKnown({ props: { style, children } }: Box): boolean {
  for (const [name, value] of Object.entries(style)) if (!isKnownOf(name, value)) return false;
  return typeof children !== 'object' || children.every(isKnown);
}
function isKnownOf(name: string, value: string | number): boolean {
  if (NUMBERS.has(name)) return typeof value === 'number' && Number.isFinite(value);
  if (name === 'padding' || name === 'margin') return typeof value === 'number' || AROUND.test(value);
  if (name === 'color' || name === 'background' || name === 'backgroundColor') return isColor(String(value));
  return WORDS[name]?.has(value) ?? false;
}

const numberIn = (style: Style, name: string): number | undefined => {
  const value = style[name];
  return typeof value === 'number' ? value : undefined;
};

function sidesOf(style: Style, of: 'padding' | 'margin'): Sides {
  const short = style[of];
  const all = typeof short === 'number' ? [short] : (short?.split(' ').map((part) => Number.parseFloat(part)) ?? [0]);
  const [top = 0, right = top, bottom = top, left = right] = all;
  return {
    top: numberIn(style, `${of}Top`) ?? top,
    right: numberIn(style, `${of}Right`) ?? right,
    bottom: numberIn(style, `${of}Bottom`) ?? bottom,
    left: numberIn(style, `${of}Left`) ?? left,
  };
}

/** Reads the style of a box that is known. */
export function boxStyle(style: Style): BoxStyle {
  const padding = sidesOf(style, 'padding');
  const whole = style['boxSizing'] === 'border-box';
  const beside = padding.left + padding.right;
  const above = padding.top + padding.bottom;
  const size = (name: string, room: number): number | undefined => {
    const value = numberIn(style, name);
    return value === undefined ? undefined : whole ? Math.max(value, room) : value + room;
  };
  const gap = numberIn(style, 'gap') ?? 0;
  const ground = style['backgroundColor'] ?? style['background'];
  const direction = (style['flexDirection'] ?? 'row') as Direction;
  return {
    direction,
    items: (style['alignItems'] ?? 'stretch') as Place,
    self: (style['alignSelf'] ?? null) as Place | null,
    spread: (style['justifyContent'] ?? 'flex-start') as Spread,
    padding,
    margin: sidesOf(style, 'margin'),
    width: size('width', beside) ?? null,
    height: size('height', above) ?? null,
    minWidth: size('minWidth', beside) ?? null,
    maxWidth: size('maxWidth', beside) ?? Number.POSITIVE_INFINITY,
    minHeight: size('minHeight', above) ?? 0,
    maxHeight: size('maxHeight', above) ?? Number.POSITIVE_INFINITY,
    grow: numberIn(style, 'flexGrow') ?? 0,
    shrink: numberIn(style, 'flexShrink') ?? 1,
    basis: numberIn(style, 'flexBasis') ?? null,
    gap: { row: numberIn(style, 'rowGap') ?? gap, column: numberIn(style, 'columnGap') ?? gap },
    ground: ground === undefined ? null : String(ground),
    radius: numberIn(style, 'borderRadius') ?? 0,
  };
}

const ALIGNED: Readonly<Record<string, Passed['align']>> = { right: 'right', end: 'right', center: 'center' };
/** What a box passes on to those in it. */
export function passedOn(style: Style, above: Passed): Passed {
  const { textAlign, fontWeight, wordBreak, fontVariantNumeric, color } = style;
  return {
    size: numberIn(style, 'fontSize') ?? above.size,
    weight: fontWeight === undefined ? above.weight : (fontWeight as Weight),
    lineHeight: numberIn(style, 'lineHeight') ?? above.lineHeight,
    spacing: numberIn(style, 'letterSpacing') ?? above.spacing,
    breaks: wordBreak === undefined ? above.breaks : wordBreak === 'break-word',
    tabular: fontVariantNumeric === undefined ? above.tabular : fontVariantNumeric === 'tabular-nums',
    color: color === undefined ? above.color : String(color),
    align: textAlign === undefined ? above.align : (ALIGNED[String(textAlign)] ?? 'left'),
  };
}
