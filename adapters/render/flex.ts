import type { Box } from './box.ts';
import { type BoxStyle, boxStyle, type Passed, type Place, passedOn, type Spread } from './flex-style.ts';
import { type Flowed, flowed, metricsOf, narrowest, tidied } from './words.ts';

/**
 * Boxes in rows and columns, as flexbox lays them out without wrapping, in points. A text is a box of its own in the one that holds
 * it, as in CSS.
 */
export type Flex = {
  readonly box: Box | null;
  readonly style: BoxStyle;
  readonly passed: Passed;
  readonly text: string | null;
  readonly kids: readonly Flex[];
  /** How narrow it can be, and how wide it wants to be, with what is around its content; found once. */
  least: number | null;
  most: number | null;
  /** Where it is put in the box around it, and how large. */
  left: number;
  top: number;
  width: number;
  height: number;
  lines: Flowed | null;
};

const TEXT = boxStyle({});
/** Edges of texts are rounded up, so that the text still fits. */
const GRAIN = 8;
export const grainUp = (value: number): number => Math.ceil(value * GRAIN - 1e-3) / GRAIN;
export const grained = (value: number): number => Math.round(value * GRAIN) / GRAIN;

const flex = (box: Box | null, style: BoxStyle, passed: Passed, text: string | null, kids: readonly Flex[]): Flex => ({
  box,
  style,
  passed,
  text,
  kids,
  least: null,
  most: null,
  left: 0,
  top: 0,
  width: 0,
  height: 0,
  lines: null,
});

/** A box of which everything is known, with what those around it pass on. */
export function flexOf(box: Box, above: Passed): Flex {
  const { style, children } = box.props;
  const passed = passedOn(style, above);
  const own = boxStyle(style);
  if (typeof children !== 'string')
    return flex(
      box,
      own,
      passed,
      null,
      (children ?? []).map((child) => flexOf(child, passed)),
    );
  const text = tidied(children);
  return flex(box, own, passed, null, text === '' ? [] : [flex(null, TEXT, passed, text, [])]);
}

const isRow = ({ style: { direction } }: Flex): boolean => direction === 'row' || direction === 'row-reverse';
const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
const beside = ({ style: { padding } }: Flex): number => padding.left + padding.right;
const above = ({ style: { padding } }: Flex): number => padding.top + padding.bottom;
const outerWidth = ({ style: { margin } }: Flex): number => margin.left + margin.right;
const outerHeight = ({ style: { margin } }: Flex): number => margin.top + margin.bottom;
const gaps = (each: Flex): number =>
  Math.max(0, each.kids.length - 1) * (isRow(each) ? each.style.gap.column : each.style.gap.row);

function content(each: Flex, of: (kid: Flex) => number): number {
  const widths = each.kids.map((kid) => of(kid) + outerWidth(kid));
  return isRow(each) ? widths.reduce((sum, width) => sum + width, gaps(each)) : Math.max(0, ...widths);
}
const contributed = (each: Flex, inner: number): number => {
  const { width, minWidth, maxWidth } = each.style;
  return between(width ?? inner, minWidth ?? 0, maxWidth);
};
function leastOf(each: Flex): number {
  each.least ??=
    each.text !== null
      ? grainUp(narrowest(each.text, each.passed))
      : contributed(each, each.style.width === null ? content(each, leastOf) + beside(each) : 0);
  return each.least;
}
function mostOf(each: Flex): number {
  each.most ??=
    each.text !== null
      ? grainUp(flowed(each.text, Number.POSITIVE_INFINITY, each.passed).width)
      : contributed(each, each.style.width === null ? content(each, mostOf) + beside(each) : 0);
  return each.most;
}

/** Lays a box out that is that wide, and so high; as high as what is in it where nothing is said. */
export function laid(each: Flex, width: number, height: number | null): void {
  each.width = width;
  if (each.text !== null) {
    each.lines = flowed(each.text, width, each.passed);
    each.height = height ?? each.lines.lines.length * metricsOf(each.passed).line;
    return;
  }
  const inner = width - beside(each);
  const given = height ?? each.style.height;
  const room = given === null ? null : given - above(each);
  if (isRow(each)) asRow(each, inner, room);
  else asColumn(each, inner, room);
}

const placeOf = (kid: Flex, around: Flex): Place => kid.style.self ?? around.style.items;

type Sized = {
  readonly kid: Flex;
  readonly base: number;
  /** What of it is room around its content. */
  readonly inside: number;
  least: number;
  readonly most: number;
  size: number;
};
/** Sizes along the way that the boxes follow one another: what is left is shared by those that grow, what lacks by those that shrink. */
function resolved(all: readonly Sized[], room: number): void {
  const wanted = all.reduce((sum, { base, least, most }) => sum + between(base, least, most), 0);
  const grows = wanted < room;
  const fixed = new Set(
    all.filter(({ kid: { style }, base, least, most }) => {
      const hypothetical = between(base, least, most);
      const factor = grows ? style.grow : style.shrink;
      return factor === 0 || (grows ? base > hypothetical : base < hypothetical);
    }),
  );
  for (const each of all) each.size = between(each.base, each.least, each.most);
  for (;;) {
    const open = all.filter((each) => !fixed.has(each));
    if (open.length === 0) return;
    const used = all.reduce((sum, each) => sum + (fixed.has(each) ? each.size : each.base), 0);
    const factor = ({ kid: { style }, base, inside }: Sized): number =>
      grows ? style.grow : style.shrink * Math.max(0, base - inside);
    const factors = open.reduce((sum, each) => sum + factor(each), 0);
    const plain = open.reduce((sum, { kid: { style } }) => sum + (grows ? style.grow : style.shrink), 0);
    const left = plain < 1 ? (room - used) * plain : room - used;
    let violation = 0;
    const broken: { each: Sized; by: number }[] = [];
    for (const each of open) {
      const size = factors === 0 ? each.base : each.base + (left * factor(each)) / factors;
      each.size = between(size, each.least, each.most);
      violation += each.size - size;
      if (each.size !== size) broken.push({ each, by: each.size - size });
    }
    if (Math.abs(violation) < 1e-6) return;
    for (const { each, by } of broken) if (by > 0 === violation > 0) fixed.add(each);
  }
}

/** How much stands before the first and between any two; what lacks room and is spread begins at the left, whichever way it runs. */
function spreadOf(
  spread: Spread,
  left: number,
  count: number,
  turned: boolean,
): readonly [before: number, between: number] {
  if (spread === 'center') return [left / 2, 0];
  if (spread === 'flex-end') return [left, 0];
  if (spread === 'flex-start' || count === 0) return [0, 0];
  if (left < 0) return [turned ? left : 0, 0];
  if (spread === 'space-between') return [0, count === 1 ? 0 : left / (count - 1)];
  const part = spread === 'space-around' ? left / count : left / (count + 1);
  return [spread === 'space-around' ? part / 2 : part, part];
}
const across = (place: Place, left: number): number =>
  place === 'center' ? left / 2 : place === 'flex-end' ? left : 0;

function asRow(each: Flex, inner: number, room: number | null): void {
  const { style, kids } = each;
  const all = kids.map((kid): Sized => {
    const { width, minWidth, maxWidth, basis } = kid.style;
    const base = basis === null ? (width ?? mostOf(kid)) : Math.max(basis, beside(kid));
    return { kid, base, inside: beside(kid), least: Math.max(minWidth ?? 0, beside(kid)), most: maxWidth, size: 0 };
  });
  const outer = kids.reduce((sum, kid) => sum + outerWidth(kid), gaps(each));
  // How narrow a text can be is dear to find, and asked only where something lacks room or begins with less than it needs.
  if (all.reduce((sum, { base, most }) => sum + Math.min(base, most), outer) > inner || kids.some(startsSmall))
    for (const sized of all) sized.least = Math.max(sized.least, leastInRow(sized.kid));
  resolved(all, inner - outer);
  for (const { kid, size } of all) sizedAcross(kid, size);
  const line = room ?? Math.max(0, ...kids.map((kid) => kid.height + outerHeight(kid)));
  each.height = room === null ? between(line + above(each), style.minHeight, style.maxHeight) : room + above(each);
  const high = each.height - above(each);
  const used = all.reduce((sum, { size }) => sum + size, outer);
  const turned = style.direction === 'row-reverse';
  const [before, apart] = spreadOf(style.spread, inner - used, kids.length, turned);
  let x = before;
  for (const kid of kids) {
    const { margin, height, maxHeight, minHeight } = kid.style;
    const place = placeOf(kid, each);
    const wanted = between(high - outerHeight(kid), minHeight, maxHeight);
    if (place === 'stretch' && height === null && kid.text === null && kid.height !== wanted)
      laid(kid, kid.width, wanted);
    const [first, last] = turned ? [margin.right, margin.left] : [margin.left, margin.right];
    x += first;
    kid.left = style.padding.left + (turned ? inner - x - kid.width : x);
    kid.top = style.padding.top + margin.top + across(place, high - outerHeight(kid) - kid.height);
    x += kid.width + last + apart + style.gap.column;
  }
}

const startsSmall = ({ style: { basis } }: Flex): boolean => basis !== null;
const leastInRow = (kid: Flex): number => {
  const { width, minWidth, maxWidth } = kid.style;
  if (minWidth !== null) return minWidth;
  const least = width === null || kid.text !== null ? leastOf(kid) : content(kid, leastOf) + beside(kid);
  return Math.min(least, width ?? Number.POSITIVE_INFINITY, maxWidth);
};

/** As high as it wants to be at that width. */
function sizedAcross(kid: Flex, width: number): void {
  const { height, minHeight, maxHeight } = kid.style;
  laid(kid, width, height === null ? null : between(height, minHeight, maxHeight));
  const wanted = between(kid.height, Math.max(minHeight, above(kid)), maxHeight);
  if (wanted !== kid.height) laid(kid, width, wanted);
}

/** Of a box in a column: all of the width, or what it needs. */
function widthIn(kid: Flex, around: Flex, inner: number): number {
  const { width, minWidth, maxWidth } = kid.style;
  const room = inner - outerWidth(kid);
  const bounded = (value: number): number => Math.max(between(value, minWidth ?? 0, maxWidth), beside(kid));
  if (width !== null) return bounded(width);
  if (placeOf(kid, around) === 'stretch') return bounded(room);
  return bounded(Math.min(Math.max(leastOf(kid), room), mostOf(kid)));
}

function asColumn(each: Flex, inner: number, room: number | null): void {
  const { style, kids } = each;
  for (const kid of kids) sizedAcross(kid, widthIn(kid, each, inner));
  const outer = kids.reduce((sum, kid) => sum + outerHeight(kid), gaps(each));
  const natural = kids.reduce((sum, kid) => sum + kid.height, outer);
  each.height = room === null ? between(natural + above(each), style.minHeight, style.maxHeight) : room + above(each);
  const high = each.height - above(each);
  if (room !== null || high !== natural) fitted(kids, high - outer);
  const used = kids.reduce((sum, kid) => sum + kid.height, outer);
  const turned = style.direction === 'column-reverse';
  const [before, apart] = spreadOf(style.spread, high - used, kids.length, turned);
  let y = before;
  for (const kid of kids) {
    const { margin } = kid.style;
    const [first, last] = turned ? [margin.bottom, margin.top] : [margin.top, margin.bottom];
    y += first;
    kid.top = style.padding.top + (turned ? high - y - kid.height : y);
    const place = placeOf(kid, each);
    kid.left = style.padding.left + margin.left + across(place, inner - outerWidth(kid) - kid.width);
    y += kid.height + last + apart + style.gap.row;
  }
}

/** Heights in a column that is as high as was said. */
function fitted(kids: readonly Flex[], room: number): void {
  const all = kids.map((kid): Sized => {
    const { height, minHeight, maxHeight, basis } = kid.style;
    const base = basis ?? kid.height;
    const own = height === null ? base : Math.min(height, contentHeight(kid));
    const least = minHeight > 0 ? minHeight : Math.min(own, maxHeight);
    return { kid, base, inside: above(kid), least, most: maxHeight, size: 0 };
  });
  resolved(all, room);
  for (const { kid, size } of all) laid(kid, kid.width, size);
}
/** What a box would be high by what is in it, whatever it is asked to be. */
function contentHeight(kid: Flex): number {
  if (kid.kids.length === 0) return above(kid);
  const inner = kid.width - beside(kid);
  if (isRow(kid)) asRow(kid, inner, null);
  else asColumn(kid, inner, null);
  return kid.height;
}
