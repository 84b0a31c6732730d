import { type Box, box } from './box.ts';
import { colorOf } from './color.ts';
import { type Flex, flexOf, grained, grainUp, laid } from './flex.ts';
import { FIRST, isKnown, passedOn } from './flex-style.ts';
import type { Item } from './item.ts';
import { type Drawn, type Laid, type Node, ownItems, type Setting, type Turned, turned } from './laid.ts';
import { beginOf, rectPath } from './svg.ts';
import { metricsOf, runsOf } from './words.ts';

/** Lays a block out at that width; null where it asks for more than rows, columns and texts. */
export function boxLaidOut(block: Box, setting: Setting): Laid | null {
  if (!isKnown(block)) return null;
  const { box: around, sources } = turned(block, setting);
  const root = flexOf(around, passedOn(setting.style, FIRST));
  laid(root, setting.width, null);
  const items: Drawn[] = [];
  const leaves: Node[] = [];
  const node = placed(root, { left: 0, top: 0 }, { sources, items, leaves });
  for (const leaf of leaves) for (const item of ownItems(leaf)) items.push({ item, leaf });
  return { width: node.width, height: node.height, items, root: node };
}

type Found = { readonly sources: Turned['sources']; readonly items: Drawn[]; readonly leaves: Node[] };
type Point = { readonly left: number; readonly top: number };

/** A box with what is drawn of it, in the order in which that is drawn: its ground, then what is in it. */
function placed(each: Flex, at: Point, found: Found): Node {
  const left = grained(at.left);
  const top = grained(at.top);
  const width = grained(at.left + each.width) - left;
  const height = grained(at.top + each.height) - top;
  const { props } = each.box ?? NOTHING;
  const ground = colorOf(each.style.ground ?? 'none');
  if (ground !== null && width > 0 && height > 0)
    found.items.push({ leaf: null, item: grounded({ left, top, width, height }, each.style.radius, ground) });
  const children: Node[] = [];
  const source = found.sources === null ? each.box : (found.sources[props['data-n'] ?? -1] ?? null);
  const node: Node = { left, top, width, height, props, source, children };
  for (const kid of each.kids) {
    const inside = { left: at.left + kid.left, top: at.top + kid.top };
    if (kid.text === null) children.push(placed(kid, inside, found));
    else write(kid, inside, node, found);
  }
  if (children.length === 0) found.leaves.push(node);
  return node;
}
const NOTHING = box({});

type Rect = Pick<Node, 'left' | 'top' | 'width' | 'height'>;
function grounded(
  { left, top, width, height }: Rect,
  radius: number,
  paint: NonNullable<ReturnType<typeof colorOf>>,
): Item {
  const fill = { kind: 'color' as const, ...paint };
  const common = { matrix: null, clips: [] };
  const d = radius > 0 ? rectPath(left, top, width, height, radius) : null;
  if (d === null) return { ...common, kind: 'rect', at: [left, top], width, height, fill };
  return { ...common, kind: 'path', at: beginOf(d), d, evenOdd: false, fill, stroke: null };
}

/** Every line is drawn whole. The last word of each but the last is followed by a space, so that it is not read as one with the next. */
function write(each: Flex, at: Point, leaf: Node, { items }: Found): void {
  const { passed, lines } = each;
  const paint = colorOf(passed.color);
  if (paint === null || lines === null) return;
  const wide = grainUp(each.width);
  const metrics = metricsOf(passed);
  const several = lines.lines.length > 1;
  const tabular = leaf.props['data-num'] === true;
  for (const [n, { text, width }] of lines.lines.entries()) {
    const share = !several || passed.align === 'left' ? 0 : passed.align === 'right' ? 1 : 0.5;
    const x = grained(at.left) + (wide - width) * share;
    const y = grained(at.top) + n * metrics.line + metrics.baseline;
    const said = n === lines.lines.length - 1 || /\s$/.test(text) ? text : `${text} `;
    const runs = runsOf(said, passed, tabular);
    const { size, spacing } = passed;
    items.push({
      leaf,
      item: { kind: 'text', matrix: null, clips: [], at: [x, y], text: said, runs, size, spacing, ...paint },
    });
  }
}
