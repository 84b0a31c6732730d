import { type Box, box, type Style } from './box.ts';
import { colorOf } from './color.ts';
import { chartItems } from './drawing.ts';
import type { Item } from './item.ts';
import { mirrored } from './mirror.ts';
import { hasOthers, withLines } from './scripts.ts';

/** A box that was laid out, in points from the top left of its block; a leaf holds text, a picture or nothing. */
export type Node = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly props: Box['props'];
  /** As it was asked for, before anything was laid out. */
  readonly source: Box | null;
  readonly children: readonly Node[];
};
/** A block with all that is drawn of it, and which of its leaves each text and picture stands in. */
export type Laid = {
  readonly width: number;
  readonly height: number;
  readonly items: readonly { readonly item: Item; readonly leaf: Node | null }[];
  readonly root: Node;
};
export type Drawn = Laid['items'][number];
export type Setting = { readonly width: number; readonly style: Style; readonly direction: 'ltr' | 'rtl' };
export type Source = Box | null;
/** A block that is ready to be laid out, and what its boxes were before; without sources they are what they were. */
export type Turned = { readonly box: Box; readonly sources: readonly Source[] | null };

/** A block in a column of that width: turned round for right to left, and with lines set where scripts need it. */
export function turned(block: Box, { width, style, direction }: Setting): Turned {
  const rightToLeft = direction === 'rtl';
  if (!rightToLeft && !hasOthers(block))
    return { box: box({ flexDirection: 'column', width }, [block]), sources: null };
  const sources: Source[] = [];
  const around = box({ flexDirection: 'column', width }, [numbered(block, sources)]);
  const page = box({ ...style, flexDirection: 'column', width }, [rightToLeft ? mirrored(around) : around]);
  const [whole = around] = withLines(page, width, rightToLeft).props.children as readonly Box[];
  return { box: numbered(whole, sources), sources };
}

/** Gives every box that has none its number, and keeps what it was. */
export function numbered(each: Box, sources: Source[]): Box {
  const known = each.props['data-n'];
  const number = known ?? sources.push(each) - 1;
  const { children } = each.props;
  const inner = typeof children === 'object' ? { children: children.map((child) => numbered(child, sources)) } : {};
  return { ...each, props: { ...each.props, ...inner, 'data-n': number } };
}

/** What stands in a leaf besides text of the layout engine: lines that were set before, charts and pictures. */
export function ownItems(leaf: Node): Item[] {
  const { left, top, width, height, props } = leaf;
  const { 'data-line': line, 'data-chart': chart, 'data-image': image } = props;
  const common = { matrix: null, clips: [] };
  if (line !== undefined) {
    const { text, runs, size, baseline, color } = line;
    const paint = colorOf(color);
    if (paint === null) return [];
    return [{ ...common, ...paint, kind: 'text', at: [left, top + baseline], text, runs, size, spacing: 0 }];
  }
  if (chart !== undefined) return chartItems(chart, { left, top, width, height });
  if (image === undefined) return [];
  return [{ ...common, ...image, kind: 'image', at: [left, top], width, height, stretched: false }];
}
