import type { Box } from './box.ts';
import { cutsOf } from './cuts.ts';
import { type Item, rectClip, scaled, shifted } from './item.ts';
import { type Laid, laidOut, type Node } from './layout.ts';
import { type PackedPage, type Part, type Piece, packed } from './pack.ts';
import { type Block, columnOf, type Pages, SIZES } from './pages.ts';
import { documentOf, type Element, elementsOf } from './structure.ts';

/** What is drawn on a page, in order. Without a leaf it is decoration; `page` says that it stands there for the page's sake. */
export type Drawn = { readonly item: Item; readonly leaf: Node | null; readonly page: boolean };
export type PlacedNode = {
  readonly node: Node;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type SetPage = {
  readonly drawn: readonly Drawn[];
  /** Boxes that lead somewhere. */
  readonly links: readonly PlacedNode[];
  readonly figures: readonly PlacedNode[];
  readonly anchors: readonly { readonly name: string; readonly top: number }[];
  readonly bookmarks: readonly { readonly title: string; readonly level: number; readonly top: number }[];
};
/** A document on its pages, with nothing left to be decided. */
export type SetDocument = {
  readonly pages: readonly SetPage[];
  readonly structure: Element;
  readonly info: Pages['info'];
  readonly width: number;
  readonly height: number;
  readonly ground: string;
};

/** Sets a document on pages: every block is laid out once, those with page numbers once more when the numbers are known. */
export async function setDocument(asked: Pages): Promise<SetDocument> {
  const { blocks, size, margin, ground, info, style, direction } = asked;
  const column = columnOf(asked);
  const { width, height } = SIZES[size];
  const heads = [...new Set(blocks.flatMap(({ header }) => (header ? [header] : [])))];
  const paged = blocks.filter(({ bleed }) => bleed);
  const inColumn = blocks.filter(({ bleed }) => !bleed);
  const setting = { style, direction, width: column.width };
  const laidColumn = await laidOut([...inColumn.map((block) => block.box), ...heads], setting);
  const laidPaged = await laidOut(
    paged.map((block) => block.box),
    { ...setting, width },
  );
  const laid = new Map<Block, Laid>();
  for (const [n, block] of inColumn.entries()) laid.set(block, laidColumn[n] as Laid);
  for (const [n, block] of paged.entries()) laid.set(block, laidPaged[n] as Laid);
  const laidHeads = laidColumn.slice(inColumn.length);
  const pieces = blocks.map((block, n) => pieceOf(block, n, blocks, laid, heads, laidHeads));
  const pages = packed(pieces, column.height);
  await renumbered(blocks, pages, laid, setting);
  const chrome = await laidOut(
    pages.flatMap((_, n) => [
      framed(asked.header(n + 1, pages.length), width, margin.top),
      framed(asked.footer(n + 1, pages.length), width, margin.bottom),
    ]),
    { ...setting, width },
  );
  const set = pages.map((page, n) => {
    const left = page.bleed ? 0 : margin.sides;
    const top = page.bleed ? 0 : margin.top;
    const around = page.bleed
      ? []
      : [decoration(chrome[2 * n], 0, 0), decoration(chrome[2 * n + 1], 0, height - margin.bottom)];
    const again = page.heads.map((head) => decoration(laidHeads[head.of], left, top + head.y));
    const parts = page.parts.map((part) => placed(part, blocks[part.piece] as Block, laid, left, top));
    const all = [...around.slice(0, 1), ...again, ...parts, ...around.slice(1)];
    return {
      drawn: all.flatMap(({ drawn }) => drawn),
      links: all.flatMap(({ links }) => links),
      figures: all.flatMap(({ figures }) => figures),
      anchors: all.flatMap(({ anchors }) => anchors),
      bookmarks: all.flatMap(({ bookmarks }) => bookmarks),
    };
  });
  const headBoxes = new Set(heads);
  const kids = blocks.flatMap((block) => {
    const { root, items } = laid.get(block) as Laid;
    const shown = new Set(items.flatMap(({ leaf }) => (leaf === null ? [] : [leaf])));
    return elementsOf(root, block.header ?? null, headBoxes, shown);
  });
  return { pages: set, structure: documentOf(kids), info, width, height, ground };
}

const framed = (content: Box | null, width: number, height: number): Box => ({
  type: 'div',
  key: null,
  props: {
    style: { display: 'flex', flexDirection: 'column', width, height },
    children: content === null ? [] : [content],
  },
});

/** Numbers of pages in place of what stood for them. Throws where nothing has that anchor. */
async function renumbered(
  blocks: readonly Block[],
  pages: readonly PackedPage[],
  laid: Map<Block, Laid>,
  setting: Parameters<typeof laidOut>[1],
): Promise<void> {
  const wanted = blocks.filter(({ numbered }) => numbered !== undefined);
  if (wanted.length === 0) return;
  const numbers = new Map<string, number>();
  for (const [n, { parts }] of pages.entries())
    for (const { piece } of parts) {
      const anchor = blocks[piece]?.anchor;
      if (anchor !== undefined && !numbers.has(anchor)) numbers.set(anchor, n + 1);
    }
  const pageOf = (anchor: string): number => {
    const number = numbers.get(anchor);
    if (number === undefined) throw new Error(`no block has the anchor ${anchor}`);
    return number;
  };
  const again = await laidOut(
    wanted.map((block) => block.numbered?.(pageOf) ?? block.box),
    setting,
  );
  for (const [n, block] of wanted.entries()) laid.set(block, again[n] as Laid);
}

function pieceOf(
  block: Block,
  n: number,
  blocks: readonly Block[],
  laid: ReadonlyMap<Block, Laid>,
  heads: readonly Box[],
  laidHeads: readonly Laid[],
): Piece {
  const own = laid.get(block) as Laid;
  const head = block.header === undefined ? -1 : heads.indexOf(block.header);
  const next = blocks[n + 1]?.header;
  const opens = next !== undefined && block.header !== next && within(block.box, next);
  const least = isChart(own.root) ? SMALLER : 1;
  return {
    height: own.height,
    lead: block.bleed ? 0 : leadOf(own.root),
    keep: Math.max(Number(block.keepNext ?? 0), opens ? rowsOf(blocks, n + 1, next) : 0),
    breaks: block.breakBefore === 'after-first-page' ? 'on-first' : block.breakBefore ? 'yes' : 'no',
    bleed: block.bleed ?? false,
    head: head === -1 ? null : { of: head, height: laidHeads[head]?.height ?? 0 },
    cuts: block.flows ? cutsOf(own, 2) : [],
    lastCuts: cutsOf(own, 1),
    least,
  };
}
/** A chart is drawn this much smaller rather than on the next page; drawings that say nothing are signs beside words, and no charts. */
const SMALLER = 0.75;
const isChart = (root: Node): boolean =>
  nodesOf(root).some(({ props }) => props['data-chart'] !== undefined && props['data-alt'] !== undefined);
const within = (box: Box, wanted: Box): boolean =>
  box === wanted ||
  (typeof box.props.children === 'object' && box.props.children.some((child) => within(child, wanted)));
/** A table begins with two rows, or with all that it has. */
function rowsOf(blocks: readonly Block[], from: number, header: Box): number {
  let count = 0;
  while (count < 2 && blocks[from + count]?.header === header) count++;
  return count;
}

/** Room that is left above a block, and means nothing at the top of a page. */
function leadOf({ props: { style }, children }: Node): number {
  if (style['background'] !== undefined || style['backgroundColor'] !== undefined) return 0;
  const own = style['paddingTop'];
  if (typeof own === 'number') return own;
  const [first] = children;
  return first === undefined || style['flexDirection'] !== 'column' ? 0 : leadOf(first);
}

type Placement = SetPage;
const NOTHING: Placement = { drawn: [], links: [], figures: [], anchors: [], bookmarks: [] };

function decoration(laid: Laid | undefined, left: number, top: number): Placement {
  if (laid === undefined) return NOTHING;
  return {
    ...NOTHING,
    drawn: laid.items.map(({ item }) => ({ item: shifted(item, left, top), leaf: null, page: true })),
  };
}

function placed(part: Part, block: Block, laid: ReadonlyMap<Block, Laid>, left: number, top: number): Placement {
  const own = laid.get(block) as Laid;
  const { from, to, y, scale } = part;
  const beside = left + (own.width * (1 - scale)) / 2;
  const above = top + y - from * scale;
  const cut = from > leadOf(own.root) + 0.01 || to < own.height - 0.01;
  const drawn = own.items.flatMap(({ item, leaf }): Drawn[] => {
    const whole = item.kind === 'text' && item.matrix === null;
    if (cut && whole && (item.at[1] <= from || item.at[1] > to)) return [];
    const shown = shifted(scale === 1 ? item : scaled(item, scale), beside, above);
    if (!cut || whole) return [{ item: shown, leaf, page: false }];
    return [
      { item: { ...shown, clips: [...shown.clips, rectClip(0, above + from, 10_000, to - from)] }, leaf, page: false },
    ];
  });
  const all = nodesOf(own.root).filter((node) => node.top >= from - 0.5 && node.top < to);
  const at = (node: Node): PlacedNode => ({
    node,
    left: beside + node.left * scale,
    top: above + node.top * scale,
    width: node.width * scale,
    height: Math.min(node.height, to - node.top) * scale,
  });
  const begins = from <= leadOf(own.root) + 0.01;
  return {
    drawn,
    links: all.filter(({ props }) => props['data-href'] !== undefined).map(at),
    figures: all.filter(({ props }) => props['data-alt'] !== undefined).map(at),
    anchors: begins && block.anchor !== undefined ? [{ name: block.anchor, top: top + y }] : [],
    bookmarks: begins && block.bookmark !== undefined ? [{ ...block.bookmark, top: top + y }] : [],
  };
}

const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap(nodesOf)];
