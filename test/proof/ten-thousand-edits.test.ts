import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { hex, leafDigest, sha256, unhex } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createInMemorySealedStorage, type SealedStorage } from '#adapters/proof/storage';
import type { ProofLog } from '#commands/log/ports-proof-log';
import { includes, isConsistent } from '#domain/log/merkle';
import type { TreeHead } from '#domain/log/tree-head';
import { checked } from '#domain/proof/evidence-bundle-check';
import { type EventStore, RecordedEvent, START } from '#runtime/event-store';
import { tries } from '#test/support/depth';
import { at, world } from '#test/support/world';
import { keyOf, logOf, signerOf } from './evidence-bundle-log.ts';

/** Ten thousand where all is tried; on every run so many that each act meets every field. */
const TABLE_EDITS = tries(300, 6_000);
const PROOF_EDITS = tries(200, 2_000);
const BUNDLE_EDITS = tries(200, 2_000);
/** Events of the log, and how many of them the kept head covers. */
const LOG = 90;
const COVERED = 60;

type Fields = {
  place: { position: number; checkpoint: string };
  stream: string;
  revision: number;
  id: string;
  type: string;
  schemaVersion: number;
  dataText: string;
  metadataText: string;
};
const fieldsOf = (event: RecordedEvent): Fields => {
  const { place, stream, revision, id, type, schemaVersion, dataText, metadataText } = event;
  return { place, stream, revision, id, type, schemaVersion, dataText, metadataText };
};
/** What whoever has the database can make of it. */
const tableOf = (events: readonly Fields[]): EventStore =>
  ({
    async readAll({ after, limit = 500 }: { after: { position: number }; limit?: number }) {
      const rest = events.filter(({ place }) => place.position > after.position);
      const page = rest.slice(0, limit).map((fields) => new RecordedEvent(fields));
      return { events: page, next: page.at(-1)?.place ?? START, caughtUp: rest.length <= limit };
    },
    head: async () => events.at(-1)?.place ?? START,
  }) as unknown as EventStore;

const [signer, digest, clock] = [
  signerOf(keyOf(1)),
  leafDigest(Buffer.alloc(32, 3)),
  { now: () => at('2026-07-01T00:00:00Z') },
];
const logOn = (events: readonly Fields[], storage: SealedStorage) =>
  createProofLog({ storage, store: tableOf(events), digest, signer, clock, logId: 'log' });

describe('ten thousand edits', () => {
  let events: readonly Fields[];
  let storage: SealedStorage;
  let log: ProofLog;
  let kept: TreeHead;
  beforeAll(async () => {
    const system = await world('2026-06-17T08:00:00Z');
    await system.client({ account: 1, site: 11 });
    await system.advance('2026-06-25T08:00:00Z');
    const page = await system.surroundings.store.readAll({ after: START, limit: LOG });
    events = page.events.map(fieldsOf);
    expect(events).toHaveLength(LOG);
    kept = await logOn(events.slice(0, COVERED), createInMemorySealedStorage()).head();
    storage = createInMemorySealedStorage();
    log = logOn(events, storage);
    await log.head();
  });

  const index = fc.nat({ max: 100_000 });
  const acts = fc.constantFrom('change', 'drop', 'insert', 'swap', 'truncate', 'empty');
  const fields = fc.constantFrom('dataText', 'metadataText', 'type', 'stream', 'revision', 'id', 'schemaVersion');

  /** One act on what the kept head covers. Positions go on being without gaps, as a careful forger would see to. */
  function forged(act: string, field: keyof Fields, a: number, b: number, note: string): Fields[] {
    const where = a % COVERED;
    const rows = events.map((event) => ({ ...event }));
    const row = rows[where] as Fields;
    if (act === 'change') {
      const text = row[field];
      if (field === 'dataText' || field === 'metadataText')
        row[field] = JSON.stringify({ ...(JSON.parse(String(text)) as object), [`note${note}`]: b });
      else if (typeof text === 'number') Object.assign(row, { [field]: text + 1 + (b % 9) });
      else Object.assign(row, { [field]: `${String(text)}x` });
    } else if (act === 'drop') rows.splice(where, 1);
    else if (act === 'insert') rows.splice(where, 0, { ...row, id: `${row.id.slice(0, -1)}f`, dataText: '{"put":1}' });
    else if (act === 'swap') {
      const other = (where + 1 + (b % (COVERED - 1))) % COVERED;
      [rows[where], rows[other]] = [rows[other] as Fields, row];
    } else if (act === 'truncate') rows.length = where;
    else rows.length = 0;
    return rows.map((each, n) => ({ ...each, place: { position: n + 1, checkpoint: String(n + 1) } }));
  }

  it(`of the event table are found (${TABLE_EDITS}), also where everything behind it was sealed and signed anew`, async () => {
    expect(await log.verify([kept])).toMatchObject({ holds: true, size: LOG });
    await fc.assert(
      fc.asyncProperty(
        acts,
        fields,
        index,
        index,
        fc.string({ maxLength: 3 }),
        fc.boolean(),
        async (act, field, a, b, note, anew) => {
          const rows = forged(act, field as keyof Fields, a, b, note);
          const resealed = createInMemorySealedStorage();
          const found = logOn(rows, anew ? resealed : storage);
          // With the database and the signing key: all hashes made anew. Only the older head tells.
          if (anew) await found.head();
          expect(await found.verify([kept])).toMatchObject({ holds: false });
        },
      ),
      { numRuns: TABLE_EDITS },
    );
  }, 300_000);

  it(`of proofs are found (${PROOF_EDITS})`, async () => {
    const root = unhex((await log.head()).root_hash);
    const last = await storage.state();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('inclusion', 'consistency'), index, index, index, async (what, a, b, c) => {
        const edit = (path: readonly string[]) => {
          const bad: Uint8Array[] = path.map((hash) => Buffer.from(hash, 'hex'));
          const at = b % Math.max(1, bad.length);
          const act = c % 4;
          const step = bad[at];
          if (act === 0 && step) step[b % 32] = (step[b % 32] ?? 0) ^ (1 << (c % 8));
          else if (act === 1 && step) bad.splice(at, 1);
          else if (act === 2) bad.splice(at, 0, Buffer.alloc(32, c % 256));
          else if (bad.length > 1)
            [bad[at], bad[(at + 1) % bad.length]] = [bad[(at + 1) % bad.length] as Uint8Array, bad[at] as Uint8Array];
          else bad.push(Buffer.alloc(32));
          return bad;
        };
        if (what === 'inclusion') {
          const event = events[a % LOG] as Fields;
          const proof = await log.inclusion(event.id, last.size);
          if (!proof) throw new Error('no proof');
          const leaf = unhex(proof.leaf_hash);
          expect(includes(sha256, leaf, proof.leaf_index, last.size, proof.path.map(unhex), root)).toBe(true);
          expect(includes(sha256, leaf, proof.leaf_index, last.size, edit(proof.path), root)).toBe(false);
        } else {
          const proof = await log.consistency(COVERED, last.size);
          if (!proof) throw new Error('no proof');
          const before = unhex(kept.root_hash);
          expect(isConsistent(sha256, COVERED, before, last.size, root, proof.path.map(unhex))).toBe(true);
          expect(isConsistent(sha256, COVERED, before, last.size, root, edit(proof.path))).toBe(false);
        }
      }),
      { numRuns: PROOF_EDITS },
    );
    expect(hex(root)).toHaveLength(64);
  }, 300_000);

  it(`of a bundle are found (${BUNDLE_EDITS})`, async () => {
    const made = await (await logOf()).bundle();
    const given = { heads: [], consistency: [], firstKey: null };
    expect(checked(made, given, checkCrypto).verdict).toBe('holds');
    fc.assert(
      fc.property(fc.constantFrom('change', 'drop', 'insert', 'swap', 'truncate'), index, index, (act, a, b) => {
        let bytes = Uint8Array.from(made);
        const where = a % bytes.length;
        const other = (where + 1 + (b % (bytes.length - 1))) % bytes.length;
        if (act === 'change') bytes[where] = (bytes[where] ?? 0) ^ (1 + (b % 255));
        else if (act === 'drop') bytes = Uint8Array.from([...bytes.subarray(0, where), ...bytes.subarray(where + 1)]);
        else if (act === 'insert')
          bytes = Uint8Array.from([...bytes.subarray(0, where), b % 256, ...bytes.subarray(where)]);
        else if (act === 'swap') {
          const [one, two] = [bytes[where] ?? 0, bytes[other] ?? 0];
          bytes[where] = one === two ? one ^ 1 : two;
          if (one !== two) bytes[other] = one;
        } else bytes = bytes.slice(0, where);
        expect(checked(bytes, given, checkCrypto).verdict).toBe('broken');
      }),
      { numRuns: BUNDLE_EDITS },
    );
  }, 300_000);
});
