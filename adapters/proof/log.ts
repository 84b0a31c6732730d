import type { ProofLog } from '#commands/log/ports-proof-log';
import { type LeafDigest, leafText, openingsOf, type StoredEvent } from '#domain/log/event-leaf';
import {
  appended,
  type Bytes,
  consistencyPath,
  frontierOf,
  inclusionPath,
  leafHash,
  rootAt,
  type TreeNode,
} from '#domain/log/merkle';
import type { TreeHead } from '#domain/log/tree-head';
import type { Clock } from '#runtime/clock';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import type { Pump } from '#runtime/pump';
import { hex, sha256, utf8 } from './digest.ts';
import { entryOf } from './entry.ts';
import type { HeadSigner } from './signer.ts';
import type { SealedStorage } from './storage.ts';
import { wholeLog } from './whole-log.ts';

/** Events that are sealed in one transaction at most. */
const PAGE = 500;

const storedEvent = (event: RecordedEvent): StoredEvent => {
  const { id, position, stream, revision, type, schemaVersion, dataText, metadataText } = event;
  return { id, position, stream, revision, type, schemaVersion, dataText, metadataText };
};

/**
 * The leaf of an event. One whose text is not JSON has a leaf as well, over a marker and its bytes: it is sealed as it
 * is, and whoever reads it parks its stream.
 */
export function leafTextOf(event: StoredEvent, digest: LeafDigest): string {
  try {
    return leafText(event, digest);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `unreadable\n${event.id}\n${event.position}\n${digest.sha256(`${event.dataText}\n${event.metadataText}`)}`;
  }
}

type Options = {
  readonly storage: SealedStorage;
  readonly store: EventStore;
  readonly digest: LeafDigest;
  readonly signer: HeadSigner;
  readonly clock: Clock;
  readonly logId: string;
};

/** Seals the log behind the store: reads it in position order, keeps leaves and complete subtrees, proves by them. */
export function createProofLog({ storage, store, digest, signer, clock, logId }: Options): ProofLog & Pump {
  const at = storage.node;
  const hashOf = (event: RecordedEvent): Bytes => leafHash(sha256, utf8(leafTextOf(storedEvent(event), digest)));

  /** One page; true where there was something to seal and may be more. Another process that was faster is no harm: its page counts. */
  async function runOnce(): Promise<boolean> {
    const before = await storage.state();
    const page = await store.readAll({ after: before.place, limit: PAGE });
    if (page.next.position === before.place.position) return false;
    const hashes = page.events.map(hashOf);
    const frontier: TreeNode[] = await Promise.all(
      frontierOf(before.size).map(async ({ level, index }) => ({ level, index, hash: await at(level, index) })),
    );
    const { nodes } = appended(sha256, before.size, frontier, hashes);
    const entries = page.events.map((event, n) => entryOf(event, before.size + n, hashes[n] as Bytes));
    await storage.add(before, { entries, nodes, next: page.next });
    return !page.caughtUp;
  }

  async function sealThrough(position: number): Promise<void> {
    while ((await storage.state()).place.position < position) if (!(await runOnce())) return;
  }

  async function head(): Promise<TreeHead> {
    await sealThrough((await store.head()).position);
    const { size } = await storage.state();
    const known = await storage.treeHead(size);
    if (known && known.key_id === signer.keyId) return known;
    const present = (await signer.keys()).at(-1);
    if (present && present.key_id !== signer.keyId)
      throw new Error(
        `the log is signed with key ${present.key_id}, this process has ${signer.keyId}: set SIGNING_KEY`,
      );
    const root_hash = hex(await rootAt(sha256, at, size));
    const signed = signer.sign(logId, { size, root_hash, issued_at: clock.now() });
    await storage.keep(signed);
    return signed;
  }

  return {
    name: 'sealing',
    logId,
    runOnce,
    sealThrough,
    head,
    heads: (limit) => storage.treeHeads(limit),
    entry: (eventId) => storage.entry(eventId),
    entries: (filter, after, limit) => storage.entries(filter, after, limit),
    keys: () => signer.keys(),
    publicKey: () => signer.publicKey,
    sign: (text) => signer.signText(text),
    leafText: (event) => leafTextOf(storedEvent(event), digest),
    openings: (event) => openingsOf(storedEvent(event), digest),

    async inclusion(eventId, size) {
      const [found, sealed] = [await storage.entry(eventId), await storage.state()];
      const tree_size = size ?? sealed.size;
      if (!found || found.leaf_index >= tree_size || tree_size > sealed.size) return null;
      const path = (await inclusionPath(sha256, at, found.leaf_index, tree_size)).map(hex);
      return { event_id: found.event_id, leaf_index: found.leaf_index, leaf_hash: found.leaf_hash, tree_size, path };
    },

    async consistency(from, to) {
      if (from < 0 || from > to || to > (await storage.state()).size) return null;
      return { from, to, path: from === 0 ? [] : (await consistencyPath(sha256, at, from, to)).map(hex) };
    },

    verify: (kept = []) => wholeLog({ storage, store, signer, logId, hashOf }, kept),
  };
}
