import satori from 'satori';
import { type Box, box, type Style } from './box.ts';
import { fonts } from './fonts.ts';
import { withLines } from './scripts.ts';

export { type Box, box, type SetLine, type Tag } from './box.ts';

/** Where a box came to stand, in points from the top left. */
export type Placed = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly props: Box['props'];
};
export type Painted = { readonly svg: string; readonly boxes: readonly Placed[] };

/** Laying out takes the whole thread: between two pieces of it others have their turn. */
const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Blocks that are measured in one piece. */
const AT_ONCE = 40;

/** Lays a page out. Nothing is ever fetched: there are no images. */
export async function paint(page: Box, width: number, height?: number): Promise<Painted> {
  await others();
  const boxes: Placed[] = [];
  const family = [...new Set(fonts().files.map(({ name }) => name))].join(', ');
  const set = withLines(page, width);
  const root = { ...set, props: { ...set.props, style: { fontFamily: family, ...set.props.style } } };
  const svg = await satori(root as never, {
    ...(height === undefined ? { width } : { width, height }),
    fonts: fonts().files.map(({ name, weight, data }) => ({ name, weight, data, style: 'normal' as const })),
    embedFont: false,
    pointScaleFactor: 8,
    onNodeDetected: (node) => void boxes.push(node as unknown as Placed),
  });
  return { svg, boxes };
}

/** Of a long document: a piece that stays together, and what it needs around it. */
export type Block = {
  readonly box: Box;
  /** Is not the last on its page. */
  readonly keepNext?: boolean;
  /** Stands again on top of every further page while such blocks go on. */
  readonly header?: Box;
};

/** Packs blocks, set in that style, onto pages of that height; one that is higher than a page stands alone and is cut. */
export async function paginated(
  blocks: readonly Block[],
  { width, height, style }: { readonly width: number; readonly height: number; readonly style: Style },
): Promise<Box[][]> {
  const measured = (boxes: readonly Box[]) =>
    paint(
      box(
        { ...style, flexDirection: 'column', width },
        boxes.map((each, n) => box({ flexDirection: 'column' }, [each], { 'data-m': n })),
      ),
      width,
    );
  const heightsOf = async (boxes: readonly Box[]) => {
    const all: number[] = [];
    for (let from = 0; from < boxes.length; from += AT_ONCE) {
      const some = boxes.slice(from, from + AT_ONCE);
      const { boxes: placed } = await measured(some);
      const heights = new Map(
        placed.flatMap((p) => (p.props['data-m'] === undefined ? [] : [[p.props['data-m'], p.height]])),
      );
      all.push(...some.map((_, n) => heights.get(n) ?? 0));
    }
    return all;
  };
  const heights = await heightsOf(blocks.map((block) => block.box));
  const headers = [...new Set(blocks.flatMap(({ header }) => (header ? [header] : [])))];
  const headerHeights = new Map((await heightsOf(headers)).map((h, n) => [headers[n] as Box, h] as const));
  const pages: Box[][] = [[]];
  let used = 0;
  for (const [n, block] of blocks.entries()) {
    const together = block.keepNext ? (heights[n] ?? 0) + (heights[n + 1] ?? 0) : (heights[n] ?? 0);
    if (used > 0 && used + together > height) {
      pages.push([]);
      used = 0;
      if (block.header) {
        pages.at(-1)?.push(block.header);
        used = headerHeights.get(block.header) ?? 0;
      }
    }
    pages.at(-1)?.push(block.box);
    used += heights[n] ?? 0;
  }
  return pages;
}
