import type pg from 'pg';
import type { LogEntry, LogFilter, LogVerdict, ProofLog } from '#commands/ports-proof';
import { type LeafDigest, leafText, type StoredEvent } from '#domain/event-leaf';
import {
  appended,
  type Bytes,
  consistencyPath,
  frontierOf,
  inclusionPath,
  leafHash,
  type NodeAt,
  rootAt,
  type TreeNode,
} from '#domain/merkle';
import type { TreeHead } from '#domain/tree-head';
import type { Clock } from '#runtime/clock';
import { type EventStore, type Place, type RecordedEvent, START } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import type { Pump } from '#runtime/pump';
import { migrate, transaction } from '../postgres.ts';
import { proofDdl } from './ddl.ts';
import { hex, sha256, utf8 } from './digest.ts';
import type { HeadSigner } from './signer.ts';

/** Events that are sealed in one transaction at most. */
const PAGE = 500;

export const migrateProof = (pool: pg.Pool): Promise<void> => migrate(pool, proofDdl);

export const storedEvent = (event: RecordedEvent): StoredEvent => {
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
const hashOf = (event: RecordedEvent, digest: LeafDigest): Bytes =>
  leafHash(sha256, utf8(leafTextOf(storedEvent(event), digest)));

type State = { readonly size: number; readonly place: Place };
type Options = {
  readonly pool: pg.Pool;
  /** The store itself, with what is sealed in it left sealed. */
  readonly store: EventStore;
  readonly digest: LeafDigest;
  readonly signer: HeadSigner;
  readonly clock: Clock;
  readonly logId: string;
};

/** Seals the log behind the store: reads it in position order, keeps leaves and complete subtrees, proves by them. */
export async function createProofLog({ pool, store, digest, signer, clock, logId }: Options): Promise<ProofLog & Pump> {
  await migrateProof(pool);

  async function state(client: pg.Pool | pg.PoolClient = pool, lock = ''): Promise<State> {
    const { rows } = await client.query<{ size: number; position: number; checkpoint: string }>(
      `SELECT size, position, checkpoint FROM proof.state ${lock}`,
    );
    const [row] = rows;
    return row
      ? { size: row.size, place: { position: row.position, checkpoint: row.checkpoint } }
      : { size: 0, place: START };
  }

  const at: NodeAt = async (level, index) => {
    const { rows } =
      level === 0
        ? await pool.query<{ hash: Buffer }>('SELECT hash FROM proof.leaves WHERE leaf_index = $1', [index])
        : await pool.query<{ hash: Buffer }>('SELECT hash FROM proof.nodes WHERE level = $1 AND node_index = $2', [
            level,
            index,
          ]);
    const [row] = rows;
    if (!row) throw new Error(`the sealed log has no node ${level}/${index}`);
    return row.hash;
  };

  /** One page; true where there was something to seal. Another process that was faster is no harm: its page counts. */
  async function runOnce(): Promise<boolean> {
    const before = await state();
    const page = await store.readAll({ after: before.place, limit: PAGE });
    if (page.next.position === before.place.position) return false;
    const hashes = page.events.map((event) => hashOf(event, digest));
    const frontier: TreeNode[] = await Promise.all(
      frontierOf(before.size).map(async ({ level, index }) => ({ level, index, hash: await at(level, index) })),
    );
    const { nodes } = appended(sha256, before.size, frontier, hashes);
    await transaction(pool, async (client) => {
      const now = await state(client, 'FOR UPDATE');
      if (now.size !== before.size || now.place.position !== before.place.position) return;
      await insertLeaves(client, before.size, page.events, hashes);
      const inner = nodes.filter(({ level }) => level > 0);
      await client.query('INSERT INTO proof.nodes SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])', [
        inner.map(({ level }) => level),
        inner.map(({ index }) => index),
        inner.map(({ hash }) => Buffer.from(hash)),
      ]);
      await client.query('UPDATE proof.state SET size = $1, position = $2, checkpoint = $3', [
        before.size + hashes.length,
        page.next.position,
        page.next.checkpoint,
      ]);
    });
    return true;
  }

  async function sealThrough(position: number): Promise<void> {
    while ((await state()).place.position < position) if (!(await runOnce())) return;
  }

  const root = async (size: number) => hex(await rootAt(sha256, at, size));

  async function head(): Promise<TreeHead> {
    await sealThrough((await store.head()).position);
    const { size } = await state();
    const { rows } = await pool.query<TreeHead>('SELECT * FROM proof.tree_heads WHERE size = $1', [size]);
    const [known] = rows;
    if (known && known.key_id === signer.keyId) return known;
    const signed = signer.sign(logId, { size, root_hash: await root(size), issued_at: clock.now() });
    const { size: _, root_hash, issued_at, key_id, signature } = signed;
    await pool.query(
      `INSERT INTO proof.tree_heads VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (size) DO UPDATE SET root_hash = $2, issued_at = $3, key_id = $4, signature = $5`,
      [size, root_hash, issued_at, key_id, signature],
    );
    return signed;
  }

  async function find(where: string, values: readonly unknown[], limit: number): Promise<LogEntry[]> {
    const { rows } = await pool.query<Omit<LogEntry, 'leaf_hash'> & { hash: Buffer }>(
      `SELECT * FROM proof.leaves WHERE ${where} ORDER BY leaf_index LIMIT ${limit}`,
      [...values],
    );
    return rows.map(({ hash, ...row }) => ({ ...row, leaf_hash: hex(hash) }));
  }
  const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  const entry = async (eventId: string): Promise<LogEntry | null> =>
    isUuid(eventId) ? ((await find('event_id = $1', [eventId], 1))[0] ?? null) : null;

  return {
    name: 'sealing',
    logId,
    runOnce,
    sealThrough,
    head,
    entry,
    keys: () => signer.keys(),
    leafText: (event) => leafTextOf(storedEvent(event), digest),

    async inclusion(eventId, size) {
      const found = await entry(eventId);
      const tree_size = size ?? (await state()).size;
      if (!found || found.leaf_index >= tree_size || tree_size > (await state()).size) return null;
      const path = (await inclusionPath(sha256, at, found.leaf_index, tree_size)).map(hex);
      return { event_id: found.event_id, leaf_index: found.leaf_index, leaf_hash: found.leaf_hash, tree_size, path };
    },

    async consistency(from, to) {
      if (from < 0 || from > to || to > (await state()).size) return null;
      return { from, to, path: from === 0 ? [] : (await consistencyPath(sha256, at, from, to)).map(hex) };
    },

    entries(filter, after, limit) {
      const { where, values } = conditions(filter);
      return find([`leaf_index >= $1`, ...where].join(' AND '), [after, ...values], limit);
    },

    async verify(kept = []): Promise<LogVerdict> {
      const heads = [...kept].sort((a, b) => a.size - b.size);
      let frontier: readonly TreeNode[] = [];
      let size = 0;
      let place: Place = START;
      for (;;) {
        const page = await store.readAll({ after: place, limit: PAGE });
        const sealed = await find('leaf_index >= $1', [size], page.events.length);
        for (const [offset, event] of page.events.entries()) {
          const hash = hashOf(event, digest);
          const leaf = sealed[offset];
          if (leaf && leaf.leaf_hash !== hex(hash))
            return {
              holds: false,
              leaf_index: size,
              position: event.position,
              why: `event ${event.id} is not what was sealed`,
            };
          ({ frontier } = appended(sha256, size, frontier, [hash]));
          size += 1;
          for (; heads[0]?.size === size; heads.shift()) {
            const computed = hex(await rootAt(sha256, inMemory(frontier), size));
            if (computed !== heads[0].root_hash)
              return {
                holds: false,
                leaf_index: size - 1,
                position: event.position,
                why: `the root of the first ${size} events is not that of the head that was kept`,
              };
          }
        }
        place = page.next;
        if (page.caughtUp) break;
      }
      const sealedSize = (await state()).size;
      const longest = Math.max(sealedSize, heads.at(-1)?.size ?? 0);
      if (size < longest)
        return {
          holds: false,
          leaf_index: size,
          position: place.position,
          why: `the log ends after ${size} events; ${longest} were sealed`,
        };
      return { holds: true, size };
    },
  };
}

/** The complete subtrees of a tree are all that its root needs. */
const inMemory =
  (frontier: readonly TreeNode[]): NodeAt =>
  async (level, index) => {
    const found = frontier.find((node) => node.level === level && node.index === index);
    if (!found) throw new Error(`no node ${level}/${index}`);
    return found.hash;
  };

function conditions({ stream, types, accounts, correlation_id }: LogFilter) {
  const where: string[] = [];
  const values: unknown[] = [];
  const also = (text: string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(text.replace('?', `$${values.length + 1}`));
  };
  also('stream = ?', stream);
  also('type = ANY (?::text[])', types);
  also('account_id = ANY (?::integer[])', accounts);
  also('correlation_id = ?', correlation_id);
  return { where, values };
}

async function insertLeaves(
  client: pg.PoolClient,
  size: number,
  events: readonly RecordedEvent[],
  hashes: readonly Bytes[],
): Promise<void> {
  if (events.length === 0) return;
  const metas = events.map((event) => readable(event));
  await client.query(
    `INSERT INTO proof.leaves SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::bytea[], $5::text[],
       $6::integer[], $7::text[], $8::integer[], $9::text[], $10::text[])`,
    [
      events.map((_, offset) => size + offset),
      events.map(({ position }) => position),
      events.map(({ id }) => id),
      hashes.map((hash) => Buffer.from(hash)),
      events.map(({ stream }) => stream),
      events.map(({ revision }) => revision),
      events.map(({ type }) => type),
      metas.map(({ account_id }) => account_id ?? null),
      metas.map(({ correlation_id }) => String(correlation_id ?? '')),
      metas.map(({ causation_id }) => String(causation_id ?? '')),
    ],
  );
}

function readable(event: RecordedEvent): Partial<ReturnType<typeof metadataOf>> {
  try {
    return metadataOf(event);
  } catch {
    return {};
  }
}
