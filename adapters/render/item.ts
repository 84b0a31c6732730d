import type { LineRun } from './lines.ts';

/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
/** Parts of one from 0 to 1, as red, green and blue. */
export type Color = readonly [red: number, green: number, blue: number];
export type Gradient = {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly stops: readonly { readonly at: number; readonly color: Color; readonly opacity: number }[];
};
export type Fill =
  | { readonly kind: 'color'; readonly color: Color; readonly opacity: number }
  | { readonly kind: 'gradient'; readonly gradient: Gradient; readonly opacity: number };
export type Stroke = {
  readonly fill: Fill;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
};
export type Clip = { readonly d: string; readonly matrix: Matrix | null; readonly evenOdd: boolean };

type Common = {
  readonly matrix: Matrix | null;
  readonly clips: readonly Clip[];
  /** Where it begins, before any matrix: what it belongs to is found by that. */
  readonly at: readonly [x: number, y: number];
};
export type RectItem = Common & {
  readonly kind: 'rect';
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
};
export type PathItem = Common & {
  readonly kind: 'path';
  readonly d: string;
  readonly evenOdd: boolean;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
};
export type ImageItem = Common & {
  readonly kind: 'image';
  readonly width: number;
  readonly height: number;
  /** Whether it fills the box however it is then stretched, or keeps its proportions within it. */
  readonly stretched: boolean;
  readonly type: 'image/png' | 'image/jpeg';
  readonly base64: string;
};
/** Words on one baseline, which begins at `at`. */
export type TextItem = Common & {
  readonly kind: 'text';
  readonly text: string;
  readonly runs: readonly LineRun[];
  readonly size: number;
  readonly color: Color;
  readonly opacity: number;
  readonly spacing: number;
};
/** What is drawn, in the order in which it is drawn, in points from the top left. */
export type Item = RectItem | PathItem | ImageItem | TextItem;

export const times = (m: Matrix | null, n: Matrix | null): Matrix | null => {
  if (m === null || n === null) return m ?? n;
  const [a, b, c, d, e, f] = m;
  const [g, h, i, j, k, l] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** The same at another place. */
export function shifted<T extends Item>(item: T, x: number, y: number): T {
  const clips = item.clips.map((clip) => ({ ...clip, matrix: moved(clip.matrix, x, y) }));
  if (item.kind === 'path' || item.matrix !== null) return { ...item, matrix: moved(item.matrix, x, y), clips };
  return { ...item, at: [item.at[0] + x, item.at[1] + y], clips };
}
function moved(matrix: Matrix | null, x: number, y: number): Matrix {
  const [a, b, c, d, e, f] = matrix ?? [1, 0, 0, 1, 0, 0];
  return [a, b, c, d, e + x, f + y];
}

/** The same, larger or smaller about the top left. */
export const scaled = (item: Item, by: number): Item =>
  flat({
    ...item,
    matrix: times([by, 0, 0, by, 0, 0], item.matrix),
    clips: item.clips.map((clip) => ({ ...clip, matrix: times([by, 0, 0, by, 0, 0], clip.matrix) })),
  });

/** Text that is neither turned nor stretched needs no matrix. */
export function flat(item: Item): Item {
  if (item.kind !== 'text' || item.matrix === null) return item;
  const [a, b, c, d, e, f] = item.matrix;
  if (b !== 0 || c !== 0 || a !== d || a <= 0) return item;
  const runs = item.runs.map((run) => ({ ...run, x: run.x * a, width: run.width * a }));
  const at = [item.at[0] * a + e, item.at[1] * a + f] as const;
  return { ...item, matrix: null, at, runs, size: item.size * a, spacing: item.spacing * a };
}

export const rectClip = (x: number, y: number, width: number, height: number): Clip => ({
  d: `M${x},${y} h${width} v${height} h${-width} Z`,
  matrix: null,
  evenOdd: false,
});
