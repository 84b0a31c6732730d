import { type Box, box, type Style, type Tag } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import { type Computed, computed } from '#adapters/report-templates/cascade';
import type { Seen } from '#adapters/report-templates/selectors';
import type { TemplateNode, TemplateTree } from '#adapters/report-templates/tree';
import type { Look } from '#domain/reports/report-document';
import type { ReportSection } from '#domain/services/service-config';
import { logoBox } from './mast.ts';
import { type Sheet, words } from './sheet.ts';

type Element = Extract<TemplateNode, { kind: 'element' }>;
export type Frame = {
  readonly tree: TemplateTree;
  readonly look: Look;
  readonly sheet: Sheet;
  readonly section: (section: ReportSection) => readonly Block[];
};

const TAGS: Readonly<Record<string, Tag>> = { h1: 'H1', h2: 'H2', h3: 'H3', h4: 'H3', h5: 'H3', h6: 'H3' };
const SIZES: Readonly<Record<string, string>> = { h1: '28px', h2: '20px', h3: '16px', small: '10px' };
const INLINE = new Set('a b br em i small span strong sub sup u'.split(' '));
/** Lengths, numbers, colours and words of flexbox that a page is set with; what else a sheet says is for browsers. */
const SET =
  /^(align-|background-color$|border|bottom$|color$|column-gap$|display$|flex|font-size$|font-weight$|gap$|height$|justify-|left$|letter-spacing$|line-height$|margin|max-|min-|opacity$|padding|position$|right$|row-gap$|text-align$|text-transform$|top$|width$)/;

/** A pixel of a sheet is three quarters of a point; an em is the size of the text. */
function lengths(value: string, size: number): string | number {
  const [, number, unit = ''] = /^(-?[\d.]+)(px|pt|em|rem)?$/.exec(value.trim()) ?? [];
  if (number !== undefined) {
    const of = { px: 0.75, pt: 1, em: size, rem: 12, '': 1 }[unit] ?? 1;
    return Number(number) * of;
  }
  return value.replace(/(-?[\d.]+)px\b/g, (_, pixels: string) => `${Number(pixels) * 0.75}px`);
}

const camel = (property: string): string => property.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
function styled(look: Computed): Style {
  const size = Number(lengths(look['font-size'] ?? '12.7px', 9.5)) || 9.5;
  const set = Object.entries(look).filter(
    ([property, value]) => SET.test(property) && !/calc|clamp|min\(|max\(|var\(/.test(value),
  );
  const all = Object.fromEntries(set.map(([property, value]) => [camel(property), lengths(value, size)]));
  const ground = look['background'];
  const isFlex = look['display'] === 'flex';
  return {
    ...all,
    display: look['display'] === 'none' ? 'none' : 'flex',
    ...(isFlex || all['flexDirection'] ? {} : { flexDirection: 'column' }),
    ...(ground !== undefined && /^(#[0-9a-f]{3,8}|[a-z]+|rgba?\([^()]*\))$/i.test(ground)
      ? { backgroundColor: ground }
      : {}),
  };
}

/** What is said in an element without blocks in it: one text, in one style. */
const textIn = (node: TemplateNode): string =>
  node.kind === 'text'
    ? node.text
    : node.kind === 'element'
      ? node.tag === 'br'
        ? '\n'
        : node.children.map(textIn).join('')
      : '';
const isInline = (node: TemplateNode): boolean =>
  node.kind === 'text' || (node.kind === 'element' && INLINE.has(node.tag) && node.children.every(isInline));
const tidy = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();

/** An agency's frame as blocks: each element at its top is one, and each section that it names stands as its own. */
export function templateBlocks(frame: Frame): Block[] {
  const { tree } = frame;
  return childrenOf(tree.nodes).flatMap((node, index, all) => blocks(node, index, all.length, null, {}, frame));
}
const childrenOf = (nodes: readonly TemplateNode[]): readonly TemplateNode[] =>
  nodes.filter((node) => node.kind !== 'text' || tidy(node.text) !== '');

function seenOf(node: TemplateNode, index: number, siblings: number, parent: Seen | null): Seen {
  const attributes = node.kind === 'text' ? {} : node.attributes;
  const tag = node.kind === 'element' ? node.tag : node.kind === 'logo' ? 'img' : 'section';
  return { tag, classes: (attributes['class'] ?? '').split(/\s+/), index: index + 1, siblings, parent };
}
const holdsSection = (node: TemplateNode): boolean =>
  node.kind === 'section' || (node.kind === 'element' && node.children.some(holdsSection));

/** Where a section stands within elements, those around it are opened: a section goes over as many pages as it needs. */
function blocks(
  node: TemplateNode,
  index: number,
  siblings: number,
  parent: Seen | null,
  above: Computed,
  frame: Frame,
): Block[] {
  const seen = seenOf(node, index, siblings, parent);
  const breakBefore = node.kind !== 'text' && node.attributes['data-break'] === 'before';
  const begin = (all: readonly Block[]): Block[] =>
    all.map((block, at) => (at === 0 && breakBefore ? { ...block, breakBefore: true } : block));
  if (node.kind === 'section') return begin(frame.section(node.section));
  if (node.kind === 'element' && holdsSection(node)) {
    const look = computed(seen, node.attributes['style'], frame.tree.rulings, above);
    const inside = childrenOf(node.children);
    return begin(inside.flatMap((child, at) => blocks(child, at, inside.length, seen, look, frame)));
  }
  const made = boxOf(node, seen, above, frame);
  const isWhole = node.kind === 'element' && node.attributes['data-keep'] !== undefined;
  return made === null ? [] : begin([{ box: made, ...(isWhole ? {} : { flows: true }) }]);
}

function boxOf(node: TemplateNode, seen: Seen, above: Computed, frame: Frame): Box | null {
  const { sheet, look: brand } = frame;
  if (node.kind === 'text') return words(styled(above), tidy(node.text));
  if (node.kind === 'section') return null;
  if (node.kind === 'logo')
    return brand.logo === null ? null : logoBox(brand.logo, node.alt === '' ? brand.name : node.alt);
  const defaults = {
    ...above,
    ...(SIZES[node.tag] ? { 'font-size': SIZES[node.tag] ?? '' } : {}),
    ...(/^(h\d|th|b|strong)$/.test(node.tag) ? { 'font-weight': '700' } : {}),
  };
  const look = computed(seen, node.attributes['style'], frame.tree.rulings, defaults);
  if (node.tag === 'hr')
    return box({
      height: 0.75,
      width: sheet.width,
      backgroundColor: '#cbd5e1',
      marginTop: 6,
      marginBottom: 6,
      ...styled(look),
    });
  const inside = childrenOf(node.children);
  if (inside.length > 0 && inside.every(isInline)) return textBox(node, inside, look);
  const row = node.tag === 'tr' ? { flexDirection: 'row' } : {};
  const cell = node.tag === 'td' || node.tag === 'th' ? { flexGrow: 1, flexBasis: 0 } : {};
  const boxes = inside.map((child, at) => boxOf(child, seenOf(child, at, inside.length, seen), look, frame));
  return box({ ...styled(look), ...row, ...cell }, boxes);
}

function textBox({ tag, attributes }: Element, inside: readonly TemplateNode[], look: Computed): Box {
  const [only] = inside;
  const href =
    attributes['href'] ?? (inside.length === 1 && only?.kind === 'element' ? only.attributes['href'] : undefined);
  const cell = tag === 'td' || tag === 'th' ? { flexGrow: 1, flexBasis: 0 } : {};
  const mark = tag === 'li' ? '• ' : '';
  return words({ ...styled(look), ...cell }, mark + tidy(inside.map(textIn).join('')), { tag: TAGS[tag] ?? 'P', href });
}
