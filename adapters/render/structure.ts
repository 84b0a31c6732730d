import type { Box } from './box.ts';
import type { Node } from './layout.ts';

/** An element of the structure that a reader is led through; a node alone stands for its text or picture. */
export type Element = {
  readonly tag: string;
  readonly node: Node | null;
  readonly kids: readonly (Element | Node)[];
  /** Which table a row belongs to. */
  readonly table: Box | null;
};
const isElement = (kid: Element | Node): kid is Element => 'tag' in kid;

/** What a block says, in the order in which it is read; `drawn` are the leaves that show anything. */
export function elementsOf(root: Node, header: Box | null, heads: ReadonlySet<Box>, drawn: ReadonlySet<Node>) {
  const walk = (node: Node, table: Box | null): (Element | Node)[] => {
    const { 'data-tag': tag, 'data-href': href } = node.props;
    if (tag === 'Artifact') return [];
    const own = node.source !== null && heads.has(node.source) ? node.source : table;
    const figure = isFigure(node);
    if (figure && node.props['data-alt'] === undefined) return [];
    const inner =
      node.children.length > 0 ? node.children.flatMap((child) => walk(child, own)) : drawn.has(node) ? [node] : [];
    const linked = href === undefined || inner.length === 0 ? inner : [element('Link', node, inner)];
    if (figure) return linked.length === 0 ? [] : [element('Figure', node, linked)];
    if (tag === undefined || tag === 'Link') return linked;
    if (linked.length === 0 && tag !== 'TD' && tag !== 'TH') return [];
    return [{ ...element(tag, node, proper(tag, linked)), table: own }];
  };
  return walk(root, header);
}

export const isFigure = ({ props }: Node): boolean =>
  props['data-chart'] !== undefined || props['data-image'] !== undefined;

const element = (tag: string, node: Node | null, kids: readonly (Element | Node)[]): Element => ({
  tag,
  node,
  kids,
  table: null,
});

/** The whole document: text outside of any element is a paragraph, rows make tables, points make lists. */
export const documentOf = (kids: readonly (Element | Node)[]): Element =>
  element('Document', null, proper('Document', kids));

/** Elements that hold text themselves. */
const TEXT = new Set(['P', 'H1', 'H2', 'H3', 'TH', 'TD', 'Caption', 'Link', 'LBody', 'Figure']);

function proper(tag: string, kids: readonly (Element | Node)[]): (Element | Node)[] {
  if (tag === 'LI') return [element('LBody', null, kids)];
  const whole =
    TEXT.has(tag) && kids.every((kid) => !isElement(kid) || kid.tag === 'Link') ? [...kids] : wrapped(kids, tag);
  return tag === 'Table' ? halves(whole) : whole;
}

function wrapped(kids: readonly (Element | Node)[], within: string): (Element | Node)[] {
  const out: (Element | Node)[] = [];
  let open: { tag: string; table: Box | null; kids: (Element | Node)[] } | null = null;
  const close = (): void => {
    if (open !== null) out.push(element(open.tag, null, open.tag === 'Table' ? halves(open.kids) : open.kids));
    open = null;
  };
  for (const kid of kids) {
    const needs = parentOf(kid, within);
    if (needs === null) {
      close();
      out.push(kid);
      continue;
    }
    const table = isElement(kid) ? kid.table : null;
    // Text of one box is one paragraph; rows of one table, and points one after the other, stand together.
    const goesOn: boolean =
      open !== null &&
      (open as { tag: string }).tag === needs &&
      needs !== 'P' &&
      (open as { table: Box | null }).table === table;
    if (!goesOn) {
      close();
      open = { tag: needs, table, kids: [] };
    }
    (open as unknown as { kids: (Element | Node)[] }).kids.push(kid);
  }
  close();
  return out;
}

/** The element that must be around it there; null where it may stand as it is. */
function parentOf(kid: Element | Node, within: string): string | null {
  if (!isElement(kid) || kid.tag === 'Link')
    return within === 'TR'
      ? 'TD'
      : TEXT.has(within) && within !== 'LBody' && within !== 'TD' && within !== 'TH'
        ? null
        : 'P';
  if (kid.tag === 'TR' && within !== 'Table') return 'Table';
  if (kid.tag === 'LI' && within !== 'L') return 'L';
  return null;
}

/** Rows of heads alone at the beginning of a table are its head. */
function halves(kids: readonly (Element | Node)[]): (Element | Node)[] {
  const isHead = (kid: Element | Node): boolean =>
    isElement(kid) && kid.tag === 'TR' && kid.kids.every((cell) => isElement(cell) && cell.tag === 'TH');
  const isRow = (kid: Element | Node): boolean => isElement(kid) && kid.tag === 'TR';
  const rows = kids.filter(isRow);
  const first = rows.findIndex((row) => !isHead(row));
  const count = first === -1 ? rows.length : first;
  if (count === 0) return [...kids];
  const rest = rows.slice(count);
  return [
    ...kids.filter((kid) => !isRow(kid)),
    element('THead', null, rows.slice(0, count)),
    ...(rest.length === 0 ? [] : [element('TBody', null, rest)]),
  ];
}
