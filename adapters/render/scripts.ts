import { type Box, box, type SetLine, type Style } from './box.ts';
import { isPlain, type Weight } from './fonts.ts';
import { linesOf } from './lines.ts';

/**
 * The layout engine sets word after word from left to right, which is right for few scripts. Text in any other is taken out of its
 * hands: it gets boxes as large as the lines that were set here, at the width that the text has.
 */
type Around = {
  readonly width: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  /** Of the page: where lines begin. */
  readonly rightToLeft: boolean;
};

const START: Omit<Around, 'width' | 'rightToLeft'> = { size: 16, weight: 400, color: 'black' };
/** Marks above and below letters need more room than Latin does. */
const LEADING = 1.5;
const BASELINE = 1.08;

export const withLines = (page: Box, width: number, rightToLeft = false): Box =>
  hasOthers(page) ? walked(page, { ...START, width, rightToLeft }) : page;

/** Whether any text in it is more than the layout can set word by word. */
export function hasOthers({ props: { children } }: Box): boolean {
  if (typeof children === 'string') return !isPlain(children);
  return children?.some(hasOthers) ?? false;
}

const numberOf = (style: Style, name: string): number => (typeof style[name] === 'number' ? style[name] : 0);
/** Room at both sides, of padding or margin; `5px 10px` is the form that is used of shorthands. */
function sides(style: Style, of: 'padding' | 'margin'): number {
  const short = style[of];
  if (typeof short === 'number') return 2 * short;
  const [, inline] = typeof short === 'string' ? (/^\S+ (\d+)px$/.exec(short) ?? []) : [];
  if (inline !== undefined) return 2 * Number(inline);
  return numberOf(style, `${of}Left`) + numberOf(style, `${of}Right`);
}

const weightOf = (style: Style, before: Weight): Weight => {
  const weight = style['fontWeight'];
  return typeof weight !== 'number' ? before : weight >= 700 ? 700 : weight >= 600 ? 600 : 400;
};
const inside = (style: Style, around: Around): Around => ({
  width:
    typeof style['width'] === 'number'
      ? style['width']
      : around.width - sides(style, 'padding') - sides(style, 'margin'),
  size: typeof style['fontSize'] === 'number' ? style['fontSize'] : around.size,
  weight: weightOf(style, around.weight),
  color: typeof style['color'] === 'string' ? style['color'] : around.color,
  rightToLeft: around.rightToLeft,
});

function walked(each: Box, around: Around): Box {
  const { style, children } = each.props;
  const own = inside(style, around);
  if (children === undefined) return each;
  if (typeof children === 'string') return isPlain(children) ? each : inLines(each, children, own);
  const shared = style['flexDirection'] === 'column' ? null : shares(children, own);
  const walkedOnes = children.map((child, n) => walked(child, { ...own, width: shared?.[n] ?? own.width }));
  return { ...each, props: { ...each.props, children: walkedOnes } };
}

/** Of boxes side by side each has what the others leave it; one without a width at least its part. */
function shares(children: readonly Box[], own: Around): number[] {
  const wanted = children.map((child) => wantedBy(child, own));
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.max(own.width - (all - width), own.width / children.length));
}
function wantedBy({ props: { style, children } }: Box, around: Around): number {
  const own = inside(style, around);
  const beside = sides(style, 'padding') + sides(style, 'margin');
  if (typeof style['width'] === 'number') return style['width'] + beside;
  if (children === undefined) return beside;
  if (typeof children === 'string') return beside + widest(children, own, Number.POSITIVE_INFINITY);
  const inner = children.map((child) => wantedBy(child, own));
  return beside + (style['flexDirection'] === 'column' ? Math.max(0, ...inner) : inner.reduce((a, b) => a + b, 0));
}
const widest = (text: string, { size, weight }: Around, width: number): number =>
  Math.max(0, ...linesOf(text, width, { size, weight }).map((line) => line.width));

function inLines(each: Box, text: string, { width, size, weight, color, rightToLeft: turned }: Around): Box {
  const { justifyContent, ...style } = each.props.style;
  const lines = linesOf(text, Math.max(width, size), { size, weight });
  const wide = Math.max(0, ...lines.map((line) => line.width));
  const rightToLeft = turned || (lines.length > 1 && lines[0]?.rightToLeft === true);
  const set = lines.map((line) => {
    const laid: SetLine = { ...line, size, color, baseline: size * BASELINE };
    return box({ width: line.width, height: size * LEADING, flexShrink: 0 }, undefined, { 'data-line': laid });
  });
  const ends = ['flex-start', 'center', 'flex-end'];
  const place = Math.max(0, ends.indexOf(String(justifyContent)));
  const lined = place === 1 ? 'center' : rightToLeft ? 'flex-end' : 'flex-start';
  const column = box({ flexDirection: 'column', width: wide, alignItems: lined }, set);
  const across = ends[turned ? 2 - place : place] ?? 'flex-start';
  return {
    ...each,
    props: {
      ...each.props,
      style: { ...style, flexDirection: 'column', alignItems: across },
      children: [column],
    },
  };
}
