import satori from 'satori';
import { type Box, box } from './box.ts';
import { drawnItems, plainRuns } from './drawing.ts';
import { fonts, isPlain } from './fonts.ts';
import { type Item, shifted, type TextItem } from './item.ts';
import { type Laid, type Node, numbered, ownItems, type Setting, type Source } from './laid.ts';
import { runIn } from './lines.ts';
import { mirrored } from './mirror.ts';
import { withLines } from './scripts.ts';

type Rect = Pick<Node, 'left' | 'top' | 'width' | 'height'>;

/** Blocks that are laid out in one piece: the engine's time grows faster than what it is given. */
const AT_ONCE = 40;
/** Between blocks, so that what is drawn at an edge is known to belong to one. */
const APART = 32;

/** Lays blocks out that need more of CSS than rows and columns, each once, at that width. Nothing is ever fetched. */
export async function cssLaidOut(boxes: readonly Box[], setting: Setting): Promise<Laid[]> {
  const all: Laid[] = [];
  for (let from = 0; from < boxes.length; from += AT_ONCE)
    all.push(...(await someLaidOut(boxes.slice(from, from + AT_ONCE), setting)));
  return all;
}

async function someLaidOut(boxes: readonly Box[], { width, style, direction }: Setting): Promise<Laid[]> {
  const sources: Source[] = [];
  const rightToLeft = direction === 'rtl';
  const tops = boxes.map((each) => {
    const turned = numbered(each, sources);
    const around = box({ flexDirection: 'column', marginBottom: APART, width }, [turned]);
    return rightToLeft ? mirrored(around) : around;
  });
  const page = numbered(
    withLines(box({ ...style, flexDirection: 'column', width }, tops), width, rightToLeft),
    sources,
  );
  const placed = new Map<number, Rect>();
  const family = [...new Set(fonts().map(({ name }) => name))].join(', ');
  const root = { ...page, props: { ...page.props, style: { fontFamily: family, ...page.props.style } } };
  const svg = await satori(root as never, {
    width,
    fonts: fonts().map(({ name, weight, data }) => ({ name, weight, data, style: 'normal' as const })),
    embedFont: false,
    pointScaleFactor: 8,
    onNodeDetected: (node) => {
      const number = (node.props as Box['props'])['data-n'];
      if (number !== undefined) placed.set(number, node);
    },
  });
  const blocks = page.props.children as readonly Box[];
  const nodes = blocks.map((each) => nodeOf(each, placed, sources));
  const drawn = drawnItems(svg);
  return nodes.map((node, n) => {
    const next = nodes[n + 1]?.top ?? Number.POSITIVE_INFINITY;
    const own = drawn.filter(({ at: [, y] }) => y >= node.top - APART / 2 && y < next - APART / 2);
    return blockOf(node, own, node.height);
  });
}

function nodeOf(each: Box, placed: ReadonlyMap<number, Rect>, sources: readonly Source[]): Node {
  const number = each.props['data-n'] ?? -1;
  const { left, top, width, height } = placed.get(number) ?? { left: 0, top: 0, width: 0, height: 0 };
  const { children } = each.props;
  return {
    left,
    top,
    width,
    height,
    props: each.props,
    source: sources[number] ?? null,
    children: typeof children === 'object' ? children.map((child) => nodeOf(child, placed, sources)) : [],
  };
}

const lifted = (node: Node, by: number): Node => ({
  ...node,
  top: node.top - by,
  children: node.children.map((child) => lifted(child, by)),
});

function blockOf(placed: Node, drawn: readonly Item[], height: number): Laid {
  const { top } = placed;
  const root = lifted(placed, top);
  const leaves = leavesOf(root);
  const items: { item: Item; leaf: Node | null }[] = [];
  let last: Node | null = null;
  for (const item of drawn.map((each) => shifted(each, 0, -top))) {
    if (item.kind === 'text') last = holding(item, leaves, last);
    items.push({ item: item.kind === 'text' ? tabular(item, last) : item, leaf: item.kind === 'text' ? last : null });
  }
  for (const leaf of leaves) items.push(...ownItems(leaf).map((item) => ({ item, leaf })));
  return { width: root.width, height, items: items.map((each, n) => apart(each, items[n + 1])), root };
}

type Shown = Laid['items'][number];
/** The last word of a line is followed by a space that nobody sees, so that it is not read as one with the next line's first. */
function apart(each: Shown, next: Shown | undefined): Shown {
  const { item, leaf } = each;
  if (item.kind !== 'text' || next?.item.kind !== 'text' || next.leaf !== leaf || next.item.at[1] === item.at[1])
    return each;
  const last = item.runs.at(-1);
  if (last === undefined || /\s$/.test(item.text) || !last.font.startsWith('inter/')) return each;
  const space = runIn(last.font, ' ', item.size, last.x + last.width, false);
  return { leaf, item: { ...item, text: `${item.text} `, runs: [...item.runs, space] } };
}

const leavesOf = (node: Node): Node[] => (node.children.length === 0 ? [node] : node.children.flatMap(leavesOf));

/** The leaf that the beginning of a text stands in: that of the words before where it is still inside, else the smallest. */
function holding({ at: [x, y] }: TextItem, leaves: readonly Node[], last: Node | null): Node | null {
  const holds = (leaf: Node, slack: number): boolean =>
    typeof leaf.props.children === 'string' &&
    x >= leaf.left - slack &&
    x < leaf.left + leaf.width + slack &&
    y >= leaf.top - 0.5 &&
    y <= leaf.top + leaf.height + 0.5;
  if (last !== null && holds(last, 0)) return last;
  const smallest = (slack: number): Node | undefined =>
    leaves.filter((leaf) => holds(leaf, slack)).sort((a, b) => a.width * a.height - b.width * b.height)[0];
  return smallest(0) ?? smallest(0.5) ?? last;
}

function tabular(item: TextItem, leaf: Node | null): TextItem {
  if (leaf?.props['data-num'] !== true || !isPlain(item.text)) return item;
  const weight = Number(item.runs[0]?.font.split('/')[2] ?? 400);
  return { ...item, runs: plainRuns(item.text, item.size, weight >= 700 ? 700 : weight >= 600 ? 600 : 400, true) };
}
