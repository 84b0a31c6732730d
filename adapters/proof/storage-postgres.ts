import type pg from 'pg';
import { migrate, transaction } from '#adapters/postgres';
import type { LogEntry, LogFilter } from '#commands/log/ports-proof-log';
import type { TreeHead } from '#domain/log/tree-head';
import { proofDdl } from './ddl.ts';
import { hex, unhex } from './digest.ts';
import { NOTHING_SEALED, type SealedExtent, type SealedState, type SealedStorage } from './storage.ts';

type LeafRow = Omit<LogEntry, 'leaf_hash'> & { readonly hash: Buffer };
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The sealed log in schema `proof`. */
export async function createPostgresSealedStorage(pool: pg.Pool): Promise<SealedStorage> {
  await migrate(pool, proofDdl);

  async function state(client: pg.Pool | pg.PoolClient = pool, lock = ''): Promise<SealedState> {
    const { rows } = await client.query<{ size: number; position: number; checkpoint: string }>(
      `SELECT size, position, checkpoint FROM proof.state ${lock}`,
    );
    const [row] = rows;
    return row ? { size: row.size, place: { position: row.position, checkpoint: row.checkpoint } } : NOTHING_SEALED;
  }
  async function find(where: string, values: readonly unknown[], limit: number): Promise<LogEntry[]> {
    const { rows } = await pool.query<LeafRow>(
      `SELECT * FROM proof.leaves WHERE ${where} ORDER BY position LIMIT ${limit}`,
      [...values],
    );
    return rows.map(({ hash, ...row }) => ({ ...row, leaf_hash: hex(hash) }));
  }

  return {
    state: () => state(),
    node: nodesTogether(pool),
    add: (before, { entries, nodes, next }) =>
      transaction(pool, async (client) => {
        const now = await state(client, 'FOR UPDATE');
        if (now.size !== before.size || now.place.position !== before.place.position) return;
        await insertLeaves(client, entries);
        const inner = nodes.filter(({ level }) => level > 0);
        await client.query('INSERT INTO proof.nodes SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])', [
          inner.map(({ level }) => level),
          inner.map(({ index }) => index),
          inner.map(({ hash }) => Buffer.from(hash)),
        ]);
        const moved = await client.query('UPDATE proof.state SET size = $1, position = $2, checkpoint = $3', [
          before.size + entries.length,
          next.position,
          next.checkpoint,
        ]);
        if (moved.rowCount !== 1)
          throw new Error('how far the log is sealed is not there any more; `audit verify` tells');
      }),
    entry: async (eventId) => (isUuid(eventId) ? ((await find('event_id = $1', [eventId], 1))[0] ?? null) : null),
    entries(filter, after, limit) {
      const { where, values } = conditions(filter);
      return find(['position > $1', ...where].join(' AND '), [after, ...values], limit);
    },
    async leaves(from, limit) {
      const { rows } = await pool.query<LeafRow>(
        'SELECT * FROM proof.leaves WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT $2',
        [from, limit],
      );
      return rows.map(({ hash, ...row }) => ({ ...row, leaf_hash: hex(hash) }));
    },
    async extent(): Promise<SealedExtent> {
      type Row = { leaves: number; nodes: number; size: number | null; position: number; checkpoint: string };
      const { rows } = await pool.query<Row>(
        `SELECT (SELECT count(*) FROM proof.leaves) AS leaves, (SELECT count(*) FROM proof.nodes) AS nodes,
                s.size, s.position, s.checkpoint
           FROM (VALUES (true)) v (one) LEFT JOIN proof.state s ON s.only_one`,
      );
      const { leaves = 0, nodes = 0, size = null, position = 0, checkpoint = '' } = rows[0] ?? {};
      return { state: size === null ? null : { size, place: { position, checkpoint } }, leaves, nodes };
    },
    async treeHead(size) {
      const { rows } = await pool.query<TreeHead>('SELECT * FROM proof.tree_heads WHERE size = $1', [size]);
      return rows[0] ?? null;
    },
    async treeHeads(limit) {
      return (await pool.query<TreeHead>('SELECT * FROM proof.tree_heads ORDER BY size DESC LIMIT $1', [limit])).rows;
    },
    async keep({ size, root_hash, issued_at, key_id, signature }) {
      await pool.query(
        `INSERT INTO proof.tree_heads VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (size) DO UPDATE SET root_hash = $2, issued_at = $3, key_id = $4, signature = $5`,
        [size, root_hash, issued_at, key_id, signature],
      );
    },
  };
}

type Wanted = {
  readonly level: number;
  readonly index: number;
  resolve(hash: Buffer): void;
  reject(error: unknown): void;
};

/** What is asked for at the same moment is read in one go: a proof needs a node of every level. */
function nodesTogether(pool: pg.Pool): SealedStorage['node'] {
  let waiting: Wanted[] = [];
  async function readAll(wanted: readonly Wanted[]): Promise<void> {
    const { rows } = await pool.query<{ level: number; at: number; hash: Buffer }>(
      `SELECT n.level, n.node_index AS at, n.hash FROM proof.nodes n
         JOIN unnest($1::smallint[], $2::bigint[]) w (level, at) ON n.level = w.level AND n.node_index = w.at
       UNION ALL SELECT 0, leaf_index, hash FROM proof.leaves WHERE leaf_index = ANY ($3::bigint[])`,
      [
        wanted.filter(({ level }) => level > 0).map(({ level }) => level),
        wanted.filter(({ level }) => level > 0).map(({ index }) => index),
        wanted.filter(({ level }) => level === 0).map(({ index }) => index),
      ],
    );
    const found = new Map(rows.map(({ level, at, hash }) => [`${level}/${at}`, hash]));
    for (const { level, index, resolve, reject } of wanted) {
      const hash = found.get(`${level}/${index}`);
      if (hash) resolve(hash);
      else reject(new Error(`the sealed log has no node ${level}/${index}`));
    }
  }
  return (level, index) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0)
        setImmediate(() => {
          const all = waiting;
          waiting = [];
          readAll(all).catch((error: unknown) => {
            for (const each of all) each.reject(error);
          });
        });
      waiting.push({ level, index, resolve, reject });
    });
}

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

async function insertLeaves(client: pg.PoolClient, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `INSERT INTO proof.leaves SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::bytea[], $5::text[],
       $6::integer[], $7::text[], $8::integer[], $9::text[], $10::text[])`,
    [
      entries.map(({ leaf_index }) => leaf_index),
      entries.map(({ position }) => position),
      entries.map(({ event_id }) => event_id),
      entries.map(({ leaf_hash }) => Buffer.from(unhex(leaf_hash))),
      entries.map(({ stream }) => stream),
      entries.map(({ revision }) => revision),
      entries.map(({ type }) => type),
      entries.map(({ account_id }) => account_id),
      entries.map(({ correlation_id }) => correlation_id),
      entries.map(({ causation_id }) => causation_id),
    ],
  );
}
