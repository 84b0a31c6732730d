/** A Merkle tree over a log, as RFC 6962 (section 2.1) has it. Pure: who calls gives the hash function and the stored nodes. */

export type Bytes = Uint8Array;
export type Sha256 = (bytes: Bytes) => Bytes;
/** The hash of the complete subtree of `2^level` leaves that begins at leaf `index × 2^level`. */
export type NodeAt = (level: number, index: number) => Promise<Bytes>;

const LEAF = 0x00;
const NODE = 0x01;

const joined = (...parts: readonly Bytes[]): Bytes => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

export const leafHash = (sha256: Sha256, entry: Bytes): Bytes => sha256(joined(Uint8Array.of(LEAF), entry));
export const nodeHash = (sha256: Sha256, left: Bytes, right: Bytes): Bytes =>
  sha256(joined(Uint8Array.of(NODE), left, right));
/** The root of a tree without leaves. */
export const emptyRoot = (sha256: Sha256): Bytes => sha256(new Uint8Array());

export type TreeNode = { readonly level: number; readonly index: number; readonly hash: Bytes };

/**
 * What appending leaves to a tree of `size` leaves completes: the leaves themselves (level 0) and every subtree that becomes
 * complete. `frontier` holds the complete subtrees of the tree so far, the largest first, and is answered anew.
 */
export function appended(
  sha256: Sha256,
  size: number,
  frontier: readonly TreeNode[],
  leaves: readonly Bytes[],
): { readonly nodes: readonly TreeNode[]; readonly frontier: readonly TreeNode[] } {
  const nodes: TreeNode[] = [];
  const open = [...frontier];
  leaves.forEach((hash, offset) => {
    let node: TreeNode = { level: 0, index: size + offset, hash };
    nodes.push(node);
    for (let last = open.at(-1); last && last.level === node.level; last = open.at(-1)) {
      open.pop();
      node = { level: node.level + 1, index: last.index / 2, hash: nodeHash(sha256, last.hash, node.hash) };
      nodes.push(node);
    }
    open.push(node);
  });
  return { nodes, frontier: open };
}

/** Where the complete subtrees of a tree of that size are, the largest first. */
export function frontierOf(size: number): { readonly level: number; readonly index: number }[] {
  const found: { level: number; index: number }[] = [];
  let start = 0;
  for (let level = Math.floor(Math.log2(Math.max(1, size))); level >= 0; level--) {
    const width = 2 ** level;
    if (size - start < width) continue;
    found.push({ level, index: start / width });
    start += width;
  }
  return found;
}

/** The root of a tree whose complete subtrees are these, the largest first. */
export const rootOf = (sha256: Sha256, frontier: readonly Bytes[]): Bytes =>
  frontier.length === 0
    ? emptyRoot(sha256)
    : frontier.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), frontier.at(-1) as Bytes);

/** The largest power of two below `n` (n > 1). */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The root over leaves `[start, end)`; `start` is a multiple of a power of two that is at least `end − start`. */
async function subtree(sha256: Sha256, at: NodeAt, start: number, end: number): Promise<Bytes> {
  const width = end - start;
  const level = Math.log2(width);
  if (Number.isInteger(level)) return at(level, start / width);
  const k = splitOf(width);
  const [left, right] = await Promise.all([subtree(sha256, at, start, start + k), subtree(sha256, at, start + k, end)]);
  return nodeHash(sha256, left, right);
}

export const rootAt = async (sha256: Sha256, at: NodeAt, size: number): Promise<Bytes> =>
  size === 0 ? emptyRoot(sha256) : subtree(sha256, at, 0, size);

/** PATH(m, D[n]) of RFC 6962, 2.1.1: what leads from a leaf to the root, the leaf's neighbour first. */
export async function inclusionPath(sha256: Sha256, at: NodeAt, index: number, size: number): Promise<Bytes[]> {
  const path: Bytes[] = [];
  let [start, end] = [0, size];
  const beside: [number, number][] = [];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      beside.push([middle, end]);
      end = middle;
    } else {
      beside.push([start, middle]);
      start = middle;
    }
  }
  path.push(...(await Promise.all(beside.reverse().map(([from, to]) => subtree(sha256, at, from, to)))));
  return path;
}

/** PROOF(m, D[n]) of RFC 6962, 2.1.2: that the tree of `to` leaves begins with the tree of `from` leaves. 0 < from <= to. */
export async function consistencyPath(sha256: Sha256, at: NodeAt, from: number, to: number): Promise<Bytes[]> {
  const path: Bytes[] = [];
  let [start, end] = [0, to];
  let whole = true;
  const beside: [number, number][] = [];
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      beside.push([middle, end]);
      end = middle;
    } else {
      beside.push([start, middle]);
      start = middle;
      whole = false;
    }
  }
  if (!whole) path.push(await subtree(sha256, at, start, end));
  path.push(...(await Promise.all(beside.reverse().map(([a, b]) => subtree(sha256, at, a, b)))));
  return path;
}

export const sameBytes = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether the path leads from the leaf to the root of a tree of that size (RFC 9162, 2.1.3.2). */
export function includes(
  sha256: Sha256,
  leaf: Bytes,
  index: number,
  size: number,
  path: readonly Bytes[],
  root: Bytes,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const beside of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sha256, beside, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else hash = nodeHash(sha256, hash, beside);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && sameBytes(hash, root);
}

/** Whether the path shows that the tree of `to` leaves begins with the tree of `from` leaves (RFC 9162, 2.1.4.2). */
export function isConsistent(
  sha256: Sha256,
  from: number,
  fromRoot: Bytes,
  to: number,
  toRoot: Bytes,
  path: readonly Bytes[],
): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === to) return path.length === 0 && sameBytes(fromRoot, toRoot);
  if (from === 0) return path.length === 0;
  const given = Number.isInteger(Math.log2(from)) ? [fromRoot, ...path] : [...path];
  const [first, ...rest] = given;
  if (first === undefined) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [first, first];
  for (const beside of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(sha256, beside, fr);
      sr = nodeHash(sha256, beside, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = nodeHash(sha256, sr, beside);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && sameBytes(fr, fromRoot) && sameBytes(sr, toRoot);
}
