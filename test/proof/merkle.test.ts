import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, sha256, unhex, utf8 } from '#adapters/proof/digest';
import {
  appended,
  type Bytes,
  consistencyPath,
  includes,
  inclusionPath,
  isConsistent,
  leafHash,
  type NodeAt,
  nodeHash,
  rootAt,
  rootOf,
  type TreeNode,
} from '#domain/log/merkle';

/** The leaves and roots of the reference implementation's published vectors. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition, word for word: MTH(D[n]). */
function mth(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 1) return leaves[0] as Bytes;
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(sha256, mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

function tree(leaves: readonly Bytes[], batch: number): NodeAt {
  const nodes = new Map<string, Bytes>();
  let frontier: readonly TreeNode[] = [];
  for (let from = 0; from < leaves.length; from += batch) {
    const made = appended(sha256, from, frontier, leaves.slice(from, from + batch));
    for (const { level, index, hash } of made.nodes) nodes.set(`${level}/${index}`, hash);
    frontier = made.frontier;
  }
  return async (level, index) => {
    const found = nodes.get(`${level}/${index}`);
    if (!found) throw new Error(`no node ${level}/${index}`);
    return found;
  };
}
const leavesOf = (count: number) => Array.from({ length: count }, (_, n) => leafHash(sha256, utf8(`event ${n}`)));

describe('the Merkle tree', () => {
  it('has the published roots, whatever the batches', async () => {
    const leaves = LEAVES.map((text) => leafHash(sha256, unhex(text)));
    for (const batch of [1, 3, 8])
      for (const [n, root] of ROOTS.entries())
        expect(hex(await rootAt(sha256, tree(leaves.slice(0, n + 1), batch), n + 1))).toBe(root);
    expect(hex(await rootAt(sha256, tree([], 1), 0))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('has the published inclusion and consistency proofs', async () => {
    const at = tree(
      LEAVES.map((text) => leafHash(sha256, unhex(text))),
      8,
    );
    expect((await inclusionPath(sha256, at, 5, 8)).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect((await consistencyPath(sha256, at, 6, 8)).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves every leaf of every size, and every size from every earlier one', async () => {
    const leaves = leavesOf(40);
    const at = tree(leaves, 7);
    for (let size = 1; size <= leaves.length; size++) {
      const root = mth(leaves.slice(0, size));
      expect(hex(await rootAt(sha256, at, size))).toBe(hex(root));
      for (let index = 0; index < size; index++) {
        const path = await inclusionPath(sha256, at, index, size);
        expect(includes(sha256, leaves[index] as Bytes, index, size, path, root)).toBe(true);
        expect(includes(sha256, leaves[(index + 1) % 40] as Bytes, index, size, path, root)).toBe(false);
      }
      for (let from = 1; from <= size; from++) {
        const path = await consistencyPath(sha256, at, from, size);
        expect(isConsistent(sha256, from, mth(leaves.slice(0, from)), size, root, path)).toBe(true);
        if (from < size) expect(isConsistent(sha256, from, root, size, root, path)).toBe(false);
      }
    }
  });

  it('takes no proof that was changed', async () => {
    const leaves = leavesOf(64);
    const at = tree(leaves, 64);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 64 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        async (size, some, where, bit) => {
          const index = some % size;
          const root = mth(leaves.slice(0, size));
          const path = await inclusionPath(sha256, at, index, size);
          const bad = path.map((hash) => Uint8Array.from(hash));
          const step = bad[where % bad.length] as Uint8Array;
          step[bit % 32] = (step[bit % 32] as number) ^ (1 << (bit % 8));
          expect(includes(sha256, leaves[index] as Bytes, index, size, bad, root)).toBe(false);
          expect(includes(sha256, leaves[index] as Bytes, index, size, path.slice(1), root)).toBe(false);
          expect(includes(sha256, leaves[index] as Bytes, index, size, [...path, root], root)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('needs only the complete subtrees for its root', () => {
    const leaves = leavesOf(37);
    const { frontier } = appended(sha256, 0, [], leaves);
    expect(
      hex(
        rootOf(
          sha256,
          frontier.map(({ hash }) => hash),
        ),
      ),
    ).toBe(hex(mth(leaves)));
  });
});
