import type { KeptRoot, LogEntry, LogVerdict } from '#commands/log/ports-proof-log';
import { appended, type Bytes, type NodeAt, rootAt, type TreeNode } from '#domain/log/merkle';
import { signedText, type TreeHead } from '#domain/log/tree-head';
import { type EventStore, type Place, type RecordedEvent, START } from '#runtime/event-store';
import { hex, sha256 } from './digest.ts';
import { entryOf } from './entry.ts';
import { type HeadSigner, isSigned } from './signer.ts';
import type { SealedStorage } from './storage.ts';

/** Events that are read at once. */
const PAGE = 500;
/** More heads than any log has signed. */
const MOST_HEADS = 1_000_000;

type Deps = {
  readonly storage: SealedStorage;
  readonly store: EventStore;
  readonly signer: HeadSigner;
  readonly logId: string;
  readonly hashOf: (event: RecordedEvent) => Bytes;
};
class Found extends Error {}

/**
 * The whole log: every leaf and every subtree computed anew from the stored bytes, and compared with what was sealed, with every
 * head that was signed, and with heads that somebody kept. Events that are not sealed yet are no harm.
 */
export async function wholeLog(deps: Deps, kept: readonly KeptRoot[]): Promise<LogVerdict> {
  const at = { leaf: 0, position: 0 };
  try {
    return await walked(deps, kept, at);
  } catch (error) {
    if (error instanceof Found) return { holds: false, leaf_index: at.leaf, position: at.position, why: error.message };
    throw error;
  }
}

async function walked(
  { storage, store, signer, logId, hashOf }: Deps,
  kept: readonly KeptRoot[],
  at: { leaf: number; position: number },
): Promise<LogVerdict> {
  const sealed = await consistent(storage);
  const signed = await storage.treeHeads(MOST_HEADS);
  await ownHeads(signed, signer, logId);
  for (const { log_id, size } of kept)
    if (log_id !== undefined && log_id !== logId) fail(`the head of size ${size} is of another log, ${log_id}`);
  const largest = signed[0]?.size ?? 0;
  if (largest > sealed.size) fail(`a head of ${largest} events was signed, and ${sealed.size} are said to be sealed`);
  const heads = [
    ...signed.map((head) => ({ ...head, whose: 'that was signed' })),
    ...kept.map((head) => ({ ...head, whose: 'that was kept' })),
  ].sort((a, b) => a.size - b.size);
  const compared = heads.length;
  let [size, place]: [number, Place] = [0, START];
  let frontier: readonly TreeNode[] = [];
  const agree = async () => {
    for (; heads[0]?.size === size; heads.shift())
      if (hex(await rootAt(sha256, inMemory(frontier), size)) !== heads[0].root_hash)
        fail(`the root of the first ${size} events is not that of the head ${heads[0].whose}`);
  };
  await agree();
  for (;;) {
    const page = await store.readAll({ after: place, limit: PAGE });
    const leaves = new Map(
      (await storage.leaves(size, page.events.length)).map((leaf) => [leaf.leaf_index, leaf] as const),
    );
    const made: TreeNode[] = [];
    for (const event of page.events) {
      Object.assign(at, { leaf: size, position: event.position });
      const hash = hashOf(event);
      if (size < sealed.size) sameLeaf(event, leaves.get(size), entryOf(event, size, hash));
      if (size < sealed.size !== event.position <= sealed.place.position)
        fail(`event ${event.id} is not where the log is said to be sealed to, position ${sealed.place.position}`);
      const grown = appended(sha256, size, frontier, [hash]);
      frontier = grown.frontier;
      size += 1;
      if (size <= sealed.size) made.push(...grown.nodes.filter(({ level }) => level > 0));
      await agree();
    }
    await sameNodes(storage.node, made);
    place = page.next;
    if (page.caughtUp) break;
  }
  Object.assign(at, { leaf: size, position: place.position });
  const longest = Math.max(sealed.size, heads.at(-1)?.size ?? 0);
  if (size < longest) fail(`the log ends after ${size} events; ${longest} were sealed`);
  return { holds: true, size, heads: compared };
}

const fail = (why: string): never => {
  throw new Found(why);
};

/** That what is said of the sealed log, and what there is of it, go together. */
async function consistent(storage: SealedStorage) {
  const { state, leaves, nodes } = await storage.extent();
  if (state === null) return fail(`nothing says how far the log is sealed, and there are ${leaves} leaves`);
  if (leaves !== state.size) fail(`${state.size} events are said to be sealed, and there are ${leaves} leaves`);
  const complete = subtreesOf(state.size);
  if (nodes !== complete) fail(`${state.size} leaves make ${complete} complete subtrees, and there are ${nodes}`);
  return state;
}
function subtreesOf(size: number): number {
  let count = 0;
  for (let left = Math.floor(size / 2); left > 0; left = Math.floor(left / 2)) count += left;
  return count;
}

/** Each of the log's own heads must be signed by one of its keys. */
async function ownHeads(heads: readonly TreeHead[], signer: HeadSigner, logId: string): Promise<void> {
  const keys = new Map((await signer.keys()).map(({ key_id, public_key }) => [key_id, public_key]));
  keys.set(signer.keyId, signer.publicKey);
  for (const head of heads) {
    const key = keys.get(head.key_id);
    if (key === undefined) fail(`the head of size ${head.size} that was signed names no key of the log`);
    else if (!isSigned(key, signedText(logId, head), head.signature))
      fail(`the signature of the head of size ${head.size} does not hold`);
  }
}

function sameLeaf(event: RecordedEvent, stored: LogEntry | undefined, made: LogEntry): void {
  const leaf = stored ?? fail(`the leaf of event ${event.id} is missing`);
  if (leaf.leaf_hash !== made.leaf_hash) fail(`event ${event.id} is not what was sealed`);
  for (const field of Object.keys(made) as (keyof LogEntry)[])
    if (leaf[field] !== made[field])
      fail(`the leaf of event ${event.id} has the ${field} ${leaf[field]}, the event ${made[field]}`);
}

async function sameNodes(stored: NodeAt, made: readonly TreeNode[]): Promise<void> {
  const hashes = await Promise.all(
    made.map(({ level, index }) => stored(level, index).catch((error: Error) => fail(error.message))),
  );
  for (const [n, { level, index, hash }] of made.entries())
    if (hex(hashes[n] as Bytes) !== hex(hash)) fail(`the subtree ${level}/${index} is not what its events make it`);
}

/** The complete subtrees of a tree are all that its root needs. */
const inMemory =
  (frontier: readonly TreeNode[]): NodeAt =>
  async (level, index) => {
    const found = frontier.find((node) => node.level === level && node.index === index);
    if (!found) throw new Error(`no node ${level}/${index}`);
    return found.hash;
  };
