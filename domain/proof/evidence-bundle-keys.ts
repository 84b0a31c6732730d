import { emptyRoot, isConsistent, type Sha256 } from '#domain/log/merkle';
import { handoverText, signedText } from '#domain/log/tree-head';
import {
  type Consistency,
  hexOf,
  type Manifest,
  manifestText,
  type ProofsFile,
  type TreeHeadFile,
  unhex,
} from './evidence-bundle.ts';
import { fail, type KeptHead, quoted } from './evidence-bundle-shape.ts';

export type CheckCrypto = {
  readonly sha256: Sha256;
  isSigned(publicKey: string, text: string, signature: string): boolean;
  keyIdOf(publicKey: string): string;
};
/** What somebody knows from before, which no bundle can make up. */
export type Known = {
  readonly heads?: readonly KeptHead[];
  /** Answers about consistency that were asked for later. */
  readonly consistency?: readonly Consistency[];
  /** A key learnt in another way, such as the log's first one: from it the keys must lead to the last. */
  readonly firstKey?: string | null;
};

/** The head and the manifest are signed by the head's key, which is the last of the log's; every key was handed over. */
export function signed(manifest: Manifest, head: TreeHeadFile, { isSigned, keyIdOf }: CheckCrypto): TreeHeadFile {
  const { log_id, key_id, public_key, keys } = head;
  if (keyIdOf(public_key) !== key_id) fail(`${key_id} is not the id of the head's key`);
  if (!isSigned(public_key, signedText(log_id, head), head.signature)) fail('the head is not signed by its key');
  const { signature, ...unsigned } = manifest;
  if (manifest.key_id !== key_id) fail(`the manifest names key ${manifest.key_id}, the head ${key_id}`);
  if (manifest.log_id !== log_id) fail('the manifest is of another log than the head');
  if (!isSigned(public_key, manifestText(unsigned), signature)) fail("the manifest is not signed by the head's key");
  const last = keys.at(-1);
  if (last?.key_id !== key_id || last.public_key !== public_key)
    fail('the last key of the log is not the one that signed');
  for (const [index, key] of keys.entries()) {
    const { previous, handover } = key;
    if (keys[index - 1]?.key_id === key.key_id) fail(`key ${key.key_id} comes after itself`);
    if (keyIdOf(key.public_key) !== key.key_id) fail(`${key.key_id} is not the id of its key`);
    if (previous === null && handover === null) continue;
    const before = keys[index - 1];
    if (!before || previous === null || handover === null || before.key_id !== previous)
      return fail(`key ${key.key_id} does not come after the one that it names`);
    if (!isSigned(before.public_key, handoverText(log_id, previous, key.key_id, key.public_key), handover))
      fail(`the handover from key ${previous} to key ${key.key_id} is not signed`);
  }
  return head;
}

/** That the log went on from what it was at each of the sizes that the bundle names, with that root. */
export function grown({ consistency }: ProofsFile, { size, root_hash }: TreeHeadFile, { sha256 }: CheckCrypto): void {
  let last = 0;
  for (const { from, to, root_hash: was, path } of consistency) {
    if (to !== size || from <= last || from >= to) fail(`a proof leads from ${from} events to ${to}, not to the head`);
    last = from;
    if (!isConsistent(sha256, from, unhex(was), to, unhex(root_hash), path.map(unhex)))
      fail(`the proof from ${from} events does not lead from its root to the head`);
  }
}

/** Where the keys last began anew because one was lost; 0 where they never did. */
const lastBeginning = ({ keys }: TreeHeadFile): number => keys.findLastIndex(({ handover }) => handover === null);
const indexOf = ({ keys }: TreeHeadFile, id: string | null | undefined): number =>
  keys.findIndex(({ key_id }) => key_id === id);
const notHandedOver = ({ keys }: TreeHeadFile, index: number): string =>
  `key ${keys[index]?.key_id} was not handed over by the one before it; ask the operator for it in another way`;

/** Fails where that is no key of the log; says why where it does not vouch for the last of them. */
export function pinned(head: TreeHeadFile, firstKey: string | null): string | null {
  if (firstKey === null) return null;
  const index = indexOf(head, firstKey);
  if (index === -1) fail(`${quoted(firstKey)} is no key of the log, whose first is ${head.keys[0]?.key_id}`);
  return index < lastBeginning(head) ? notHandedOver(head, lastBeginning(head)) : null;
}

/** Fails where the log is not the one of a head that was kept; says why where that cannot be told. */
export function against(
  kept: KeptHead,
  head: TreeHeadFile,
  consistency: readonly Consistency[],
  { firstKey }: Known,
  { sha256, isSigned }: CheckCrypto,
): string | null {
  const name = `the kept head of size ${kept.size}`;
  if (kept.log_id !== head.log_id) fail(`${name} is of another log`);
  const signer = indexOf(head, kept.key_id);
  const key = head.keys[signer];
  const isLater = kept.size > head.size;
  if (!key)
    return isLater
      ? `${name} is later, and signed by a later key ${kept.key_id}`
      : fail(`${name} is signed by no key of the log`);
  if (!isSigned(key.public_key, signedText(head.log_id, kept), kept.signature))
    fail(`the signature of ${name} does not hold`);
  const [older, newer] = isLater ? [head, kept] : [kept, head];
  const roots = [unhex(older.root_hash), unhex(newer.root_hash)] as const;
  if (older.size === newer.size) {
    if (older.root_hash !== newer.root_hash) fail(`${name} has another root: the log was changed`);
  } else if (older.size === 0) {
    if (older.root_hash !== hexOf(emptyRoot(sha256))) fail(`${name} has a root that no empty log has`);
  } else {
    const proofs = consistency.filter(({ from, to }) => from === older.size && to === newer.size);
    if (proofs.length === 0)
      return `there is no proof about ${name}: ask GET /api/v1/audit/consistency/?from=${older.size}&to=${newer.size}`;
    if (!proofs.some(({ path }) => isConsistent(sha256, older.size, roots[0], newer.size, roots[1], path.map(unhex))))
      fail(`${name} does not lead to this one: the log was changed`);
  }
  const beginning = lastBeginning(head);
  return Math.max(signer, indexOf(head, firstKey)) < beginning ? notHandedOver(head, beginning) : null;
}
