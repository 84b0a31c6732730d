import type { Box, Style } from './box.ts';

/** Turns a page round for languages that are read from right to left: rows run the other way, sides change places. */
export function mirrored(each: Box): Box {
  const { style, children } = each.props;
  const leaf = typeof children === 'string';
  const turned = mirroredStyle(style, leaf);
  if (children === undefined || leaf) return { ...each, props: { ...each.props, style: turned } };
  const column = isColumn(style) && style['alignItems'] === undefined;
  const turnedOnes = children.map((child) => (column ? atStart(mirrored(child)) : mirrored(child)));
  return { ...each, props: { ...each.props, style: turned, children: turnedOnes } };
}

/** What is narrower than the column around it stands where lines begin. */
function atStart(each: Box): Box {
  const { style } = each.props;
  const narrow = style['width'] !== undefined || style['maxWidth'] !== undefined;
  if (!narrow || style['alignSelf'] !== undefined) return each;
  return { ...each, props: { ...each.props, style: { ...style, alignSelf: 'flex-end' } } };
}
const isColumn = (style: Style): boolean =>
  style['flexDirection'] === 'column' || style['flexDirection'] === 'column-reverse';

const SIDES: readonly (readonly [string, string])[] = [
  ['paddingLeft', 'paddingRight'],
  ['marginLeft', 'marginRight'],
  ['borderLeft', 'borderRight'],
  ['borderLeftWidth', 'borderRightWidth'],
  ['borderLeftColor', 'borderRightColor'],
  ['borderTopLeftRadius', 'borderTopRightRadius'],
  ['borderBottomLeftRadius', 'borderBottomRightRadius'],
  ['left', 'right'],
];
const OTHER = new Map(SIDES.flatMap(([left, right]) => [[left, right] as const, [right, left] as const]));
const ENDS: Readonly<Record<string, string>> = { 'flex-start': 'flex-end', 'flex-end': 'flex-start' };
const TEXT: Readonly<Record<string, string>> = { left: 'right', right: 'left', start: 'right', end: 'left' };

function mirroredStyle(style: Style, leaf: boolean): Style {
  const turned: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(style)) {
    if ((name === 'padding' || name === 'margin') && typeof value === 'string') turned[name] = around(value);
    else turned[OTHER.get(name) ?? name] = value;
  }
  if (isColumn(style)) {
    const across = ENDS[String(style['alignItems'])];
    if (across !== undefined) turned['alignItems'] = across;
    return turned;
  }
  turned['flexDirection'] = style['flexDirection'] === 'row-reverse' ? 'row' : 'row-reverse';
  const self = ENDS[String(style['alignSelf'])];
  if (self !== undefined) turned['alignSelf'] = self;
  if (leaf) turned['textAlign'] = TEXT[String(style['textAlign'] ?? 'left')] ?? String(style['textAlign']);
  return turned;
}

/** Of `top right bottom left`. */
function around(value: string): string {
  const [top, right, bottom, left, ...more] = value.split(/\s+/);
  return left === undefined || more.length > 0 ? value : [top, left, bottom, right].join(' ');
}
