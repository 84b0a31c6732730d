import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Matrix } from './item.ts';

/** An element of a picture, with what it inherits still to be looked up. */
export type SvgElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  readonly text: string;
};

type Node = DefaultTreeAdapterTypes.ChildNode;
const isElement = (node: Node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node;

/** Reads a picture as a browser does. Throws where there is none. */
export function readSvg(svg: string): SvgElement {
  const found = parseFragment(svg).childNodes.filter(isElement);
  const [root] = found;
  if (root?.tagName !== 'svg') throw new Error('a picture is one svg element');
  return read(root);
}

function read(element: DefaultTreeAdapterTypes.Element): SvgElement {
  const children = element.childNodes.filter(isElement);
  return {
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children: children.map(read),
    text: element.childNodes.map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : '')).join(''),
  };
}

/** Everything that is referred to by its id. */
export function namedIn(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const named = new Map<string, SvgElement>();
  const walk = (element: SvgElement): void => {
    const { id } = element.attributes;
    if (id !== undefined) named.set(id, element);
    element.children.forEach(walk);
  };
  walk(root);
  return named;
}

export const numberOf = (text: string | undefined, otherwise = 0): number => {
  const value = text === undefined ? Number.NaN : Number.parseFloat(text);
  return Number.isFinite(value) ? value : otherwise;
};
export const numbersOf = (text: string | undefined): number[] =>
  (text?.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

const KAPPA_FREE = /[MmLlHhVvCcSsQqTtAaZz]/;
/** Where a path begins. */
export const beginOf = (d: string): [number, number] => {
  const [x = 0, y = 0] = numbersOf(d.slice(0, 80));
  return [x, y];
};

export function matrixOf(transform: string | undefined): Matrix | null {
  let whole: Matrix | null = null;
  for (const [, name = '', inside] of transform?.matchAll(/(\w+)\(([^)]*)\)/g) ?? []) {
    const one = single(name, numbersOf(inside));
    whole = whole === null ? one : product(whole, one);
  }
  return whole;
}
const product = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
function single(name: string, values: readonly number[]): Matrix {
  const [a = 0, b, c] = values;
  if (name === 'matrix' && values.length === 6) return values as unknown as Matrix;
  if (name === 'translate') return [1, 0, 0, 1, a, b ?? 0];
  if (name === 'scale') return [a, 0, 0, b ?? a, 0, 0];
  if (name !== 'rotate') throw new Error(`a picture cannot hold the transform ${name}`);
  const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
  const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
  return b === undefined ? turn : product(product([1, 0, 0, 1, b, c ?? 0], turn), [1, 0, 0, 1, -b, -(c ?? 0)]);
}

/** The shape of an element as a path; null where it is none. */
export function pathOf({ name, attributes: a }: SvgElement): string | null {
  const of = (key: string): number => numberOf(a[key]);
  if (name === 'path') return a['d'] !== undefined && KAPPA_FREE.test(a['d']) ? a['d'] : null;
  if (name === 'rect') return rectPath(of('x'), of('y'), of('width'), of('height'), of('rx') || of('ry'));
  if (name === 'line') return `M${of('x1')},${of('y1')} L${of('x2')},${of('y2')}`;
  if (name === 'circle') return ellipse(of('cx'), of('cy'), of('r'), of('r'));
  if (name === 'ellipse') return ellipse(of('cx'), of('cy'), of('rx'), of('ry'));
  if (name !== 'polyline' && name !== 'polygon') return null;
  const points = numbersOf(a['points']);
  const pairs = points.flatMap((x, n) => (n % 2 === 0 ? [`${x},${points[n + 1] ?? 0}`] : []));
  return pairs.length === 0 ? null : `M${pairs.join(' L')}${name === 'polygon' ? ' Z' : ''}`;
}

const ellipse = (x: number, y: number, rx: number, ry: number): string | null =>
  rx > 0 && ry > 0 ? `M${x - rx},${y} a${rx},${ry} 0 1 0 ${2 * rx},0 a${rx},${ry} 0 1 0 ${-2 * rx},0 Z` : null;

export function rectPath(x: number, y: number, width: number, height: number, radius = 0): string | null {
  if (width <= 0 || height <= 0) return null;
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `M${x},${y} h${width} v${height} h${-width} Z`;
  const corner = (dx: number, dy: number): string => `a${r},${r} 0 0 1 ${dx},${dy}`;
  return `M${x + r},${y} h${width - 2 * r} ${corner(r, r)} v${height - 2 * r} ${corner(-r, r)} h${2 * r - width} ${corner(-r, -r)} v${2 * r - height} ${corner(r, -r)} Z`;
}

/** The box around a path's points; of curves it may be wider than what is drawn. */
export function boundsOf(d: string): { x: number; y: number; width: number; height: number } {
  let [x, y] = [0, 0];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command = '', inside] of d.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const values = numbersOf(inside);
    const relative = command === command.toLowerCase();
    const size = SIZES[command.toUpperCase()] ?? 2;
    for (let n = 0; size > 0 && n + size <= values.length; n += size) {
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      const part = values.slice(n, n + size);
      const upper = command.toUpperCase();
      if (upper === 'H') x = fromX + (part[0] ?? 0);
      else if (upper === 'V') y = fromY + (part[0] ?? 0);
      else {
        const points = upper === 'A' ? part.slice(5) : part;
        for (let p = 0; p < points.length; p += 2) {
          xs.push(fromX + (points[p] ?? 0));
          ys.push(fromY + (points[p + 1] ?? 0));
        }
        [x, y] = [xs.at(-1) ?? 0, ys.at(-1) ?? 0];
      }
      xs.push(x);
      ys.push(y);
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
