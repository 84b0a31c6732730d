import type pg from 'pg';
import { baseDdl, dropDdl, LIVE, qualified, quote, SHADOW, tableDdl } from '#adapters/postgres/read-model-ddl';
import { type Place, START, StoreUnavailable } from '#runtime/event-store';
import {
  type Checkpoint,
  CheckpointMoved,
  type FindOptions,
  type Key,
  type Move,
  type Parked,
  type ReadModelDefinition,
  type ReadModelStore,
  type ReadTables,
  type Row,
  RowRefused,
  type Slot,
  type TableDefinition,
  type Where,
  type Writes,
} from '#runtime/read-model';
import { isUnavailable, migrate, transaction } from './postgres.ts';

const schemaOf = (slot: Slot): string => (slot === 'live' ? LIVE : SHADOW);

type CheckpointRow = { name: string; slot: Slot; version: number; position: number; checkpoint: string };
const checkpointOf = ({ name, slot, version, position, checkpoint }: CheckpointRow): Checkpoint => ({
  name,
  slot,
  version,
  place: { position, checkpoint },
});

/**
 * Read models in PostgreSQL: schema `igny8` is what readers see, `igny8_shadow` is where a
 * rebuild grows. Rows and checkpoint go in one transaction, guarded by the checkpoint's old value.
 */
export function createPostgresReadModels(pool: pg.Pool): ReadModelStore {
  const definitions = new Map<string, TableDefinition>();

  const tables = (slot: Slot): ReadTables => ({
    async get(table, key) {
      return (await find(slot, table, key, { limit: 1 }))[0];
    },
    find: (table, where, options) => find(slot, table, where, options),
  });

  async function find(slot: Slot, table: string, where: Where | Key, options: FindOptions = {}): Promise<Row[]> {
    const values: unknown[] = [];
    const value = (v: unknown) => `$${values.push(v)}`;
    const conditions = Object.entries(where).map(([column, condition]) => {
      const name = quote(column);
      if (condition === null) return `${name} IS NULL`;
      if (typeof condition !== 'object') return `${name} = ${value(condition)}`;
      if ('in' in condition) return `${name} = ANY(${value(condition.in)})`;
      return 'gt' in condition ? `${name} > ${value(condition.gt)}` : `${name} <= ${value(condition.lte)}`;
    });
    const order = options.orderBy ?? definitions.get(table)?.key ?? [];
    const text = [
      `SELECT * FROM ${qualified(schemaOf(slot), table)}`,
      conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
      order.length > 0 ? `ORDER BY ${order.map(collated(table)).join(', ')}` : '',
      options.limit === undefined ? '' : `LIMIT ${Math.trunc(options.limit)}`,
    ].join(' ');
    return (await query<Row>(text, values)).rows;
  }

  /** Text is ordered by code point, as JavaScript does, whatever the database's collation. */
  const collated = (table: string) => (column: string) =>
    definitions.get(table)?.columns[column]?.startsWith('text') ? `${quote(column)} COLLATE "C"` : quote(column);

  async function query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<T>> {
    try {
      return await pool.query<T>(text, values);
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable(String(error), { cause: error }) : error;
    }
  }

  const inTime = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => transaction(pool, work);
  /** What builds, compares or moves whole tables, however long it takes. */
  const atLeisure = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    transaction(pool, work, { patient: true });

  async function write(client: pg.PoolClient, slot: Slot, writes: Writes): Promise<void> {
    for (const [table, rows] of writes.put) if (rows.length > 0) await upsert(client, slot, table, rows);
    for (const [table, keys] of writes.remove) {
      for (const key of keys) {
        const columns = Object.keys(key);
        const condition = columns.map((column, i) => `${quote(column)} = $${i + 1}`).join(' AND ');
        await client.query(`DELETE FROM ${qualified(schemaOf(slot), table)} WHERE ${condition}`, Object.values(key));
      }
    }
  }

  async function upsert(client: pg.PoolClient, slot: Slot, table: string, rows: readonly Row[]): Promise<void> {
    const definition = definitions.get(table);
    if (!definition) throw new Error(`no table ${table}`);
    const name = qualified(schemaOf(slot), table);
    const columns = Object.keys(definition.columns);
    const others = columns.filter((column) => !definition.key.includes(column));
    const onConflict =
      others.length === 0
        ? 'NOTHING'
        : `UPDATE SET ${others.map((c) => `${quote(c)} = excluded.${quote(c)}`).join(', ')}`;
    const list = columns.map(quote).join(', ');
    await client.query(
      `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${name}, $1::json)
       ON CONFLICT (${definition.key.map(quote).join(', ')}) DO ${onConflict}`,
      [JSON.stringify(rows)],
    );
  }

  /** All of them, or nothing where one stands elsewhere; in one statement, as every page of events moves them all. */
  async function advance(client: pg.PoolClient | pg.Pool, slot: Slot, moves: readonly Move[]): Promise<void> {
    const { rows } = await client.query<{ name: string }>(
      `UPDATE runtime.checkpoints c SET position = m.ahead, checkpoint = m.mark
       FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[]) AS m(name, behind, ahead, mark)
       WHERE c.slot = $1 AND c.name = m.name AND c.position = m.behind RETURNING c.name`,
      [
        slot,
        moves.map(({ name }) => name),
        moves.map(({ from }) => from.position),
        moves.map(({ to }) => to.position),
        moves.map(({ to }) => to.checkpoint),
      ],
    );
    const moved = new Set(rows.map(({ name }) => name));
    const missed = moves.find(({ name }) => !moved.has(name));
    if (missed) throw new CheckpointMoved(`${missed.name} is no longer at ${missed.from.position}`);
  }

  const note = (client: pg.PoolClient, slot: Slot, { projection, stream, revision, position, error }: Parked) =>
    client.query(`INSERT INTO runtime.parked_streams VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`, [
      slot,
      projection,
      stream,
      revision,
      position,
      error.replaceAll('\u0000', '\\0'),
    ]);

  const setCheckpoint = (client: pg.PoolClient, model: ReadModelDefinition, slot: Slot, place: Place) =>
    client.query(
      `INSERT INTO runtime.checkpoints (name, slot, version, position, checkpoint) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (name, slot) DO UPDATE SET version = excluded.version, position = excluded.position, checkpoint = excluded.checkpoint`,
      [model.name, slot, model.version, place.position, place.checkpoint],
    );

  const know = (model: ReadModelDefinition) => {
    for (const table of model.tables) definitions.set(table.name, table);
  };

  return {
    async setUp(models) {
      models.forEach(know);
      await migrate(pool, baseDdl);
      await atLeisure(async (client) => {
        await client.query('LOCK TABLE runtime.checkpoints IN EXCLUSIVE MODE');
        const known = await client.query<{ name: string }>(`SELECT name FROM runtime.checkpoints WHERE slot = 'live'`);
        const names = new Set(known.rows.map((row) => row.name));
        const made = models.filter(({ name }) => !names.has(name));
        const ddl = made.flatMap((model) => [
          ...dropDdl(LIVE, model),
          ...model.tables.flatMap((table) => tableDdl(LIVE, table)),
        ]);
        if (ddl.length > 0) await client.query(ddl.join(';\n'));
        await client.query(
          `INSERT INTO runtime.checkpoints (name, slot, version, position, checkpoint)
           SELECT name, 'live', version, $3, $4 FROM unnest($1::text[], $2::integer[]) AS m(name, version)`,
          [made.map(({ name }) => name), made.map(({ version }) => version), START.position, START.checkpoint],
        );
      });
      return (await query<CheckpointRow>('SELECT * FROM runtime.checkpoints ORDER BY name, slot')).rows.map(
        checkpointOf,
      );
    },

    tables,

    async checkpoint(name, slot) {
      const { rows } = await query<CheckpointRow>('SELECT * FROM runtime.checkpoints WHERE name = $1 AND slot = $2', [
        name,
        slot,
      ]);
      return rows[0] && checkpointOf(rows[0]);
    },

    async checkpoints(slot) {
      return (
        await query<CheckpointRow>('SELECT * FROM runtime.checkpoints WHERE slot = $1 ORDER BY name', [slot])
      ).rows.map(checkpointOf);
    },

    async commit(slot, moves, writes, parked) {
      try {
        // One place that moves by itself is one statement, and needs no transaction around it.
        const alone =
          moves.length === 1 &&
          parked.length === 0 &&
          [...writes.put.values(), ...writes.remove.values()].every((rows) => rows.length === 0);
        if (alone) return await advance(pool, slot, moves);
        // A page of the log is little; of a rebuild nobody waits for it.
        const inOne = slot === 'shadow' ? atLeisure : inTime;
        await inOne(async (client) => {
          await advance(client, slot, moves);
          await write(client, slot, writes);
          for (const entry of parked) await note(client, slot, entry);
        });
      } catch (error) {
        if (error instanceof CheckpointMoved) throw error;
        if (isUnavailable(error)) throw new StoreUnavailable(String(error), { cause: error });
        // Class 22 (data) and 23 (constraint): what is in the rows, not how the server does.
        const refused = /^(22|23)/.test(String((error as { code?: string }).code));
        throw refused ? new RowRefused(String(error), { cause: error }) : error;
      }
    },

    async parked(slot) {
      return (
        await query<Parked>(
          'SELECT projection, stream, revision, position, error FROM runtime.parked_streams WHERE slot = $1 ORDER BY position',
          [slot],
        )
      ).rows;
    },

    async unpark(projection, stream) {
      await query(`DELETE FROM runtime.parked_streams WHERE slot = 'live' AND projection = $1 AND stream = $2`, [
        projection,
        stream,
      ]);
    },

    async resetShadow(model) {
      know(model);
      await atLeisure(async (client) => {
        for (const statement of [
          ...dropDdl(SHADOW, model),
          ...model.tables.flatMap((table) => tableDdl(SHADOW, table)),
        ])
          await client.query(statement);
        await client.query(`DELETE FROM runtime.parked_streams WHERE slot = 'shadow' AND projection = $1`, [
          model.name,
        ]);
        await setCheckpoint(client, model, 'shadow', START);
      });
    },

    async swap(model) {
      await atLeisure(async (client) => {
        const found = await client.query<CheckpointRow>(
          `SELECT * FROM runtime.checkpoints WHERE name = $1 AND slot = 'shadow' FOR UPDATE`,
          [model.name],
        );
        const [shadow] = found.rows;
        if (!shadow) throw new Error(`${model.name} has no shadow`);
        await setCheckpoint(client, model, 'live', { position: shadow.position, checkpoint: shadow.checkpoint });
        for (const table of model.tables) {
          await client.query(`DROP TABLE IF EXISTS ${qualified(LIVE, table.name)}`);
          await client.query(`ALTER TABLE ${qualified(SHADOW, table.name)} SET SCHEMA ${quote(LIVE)}`);
        }
        await client.query(`DELETE FROM runtime.parked_streams WHERE slot = 'live' AND projection = $1`, [model.name]);
        await client.query(
          `UPDATE runtime.parked_streams SET slot = 'live' WHERE slot = 'shadow' AND projection = $1`,
          [model.name],
        );
        await client.query(`DELETE FROM runtime.checkpoints WHERE slot = 'shadow' AND name = $1`, [model.name]);
      });
    },

    async dropShadow(model) {
      await atLeisure(async (client) => {
        for (const statement of dropDdl(SHADOW, model)) await client.query(statement);
        await client.query(`DELETE FROM runtime.parked_streams WHERE slot = 'shadow' AND projection = $1`, [
          model.name,
        ]);
        await client.query(`DELETE FROM runtime.checkpoints WHERE slot = 'shadow' AND name = $1`, [model.name]);
      });
    },

    async snapshot(model, slot) {
      return atLeisure(async (client) => {
        await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const found = await client.query<CheckpointRow>(
          'SELECT * FROM runtime.checkpoints WHERE name = $1 AND slot = $2',
          [model.name, slot],
        );
        const rows = new Map<string, readonly Row[]>();
        for (const { name, key } of model.tables) {
          const order = key.map(collated(name)).join(', ');
          const { rows: all } = await client.query<Row>(
            `SELECT * FROM ${qualified(schemaOf(slot), name)} ORDER BY ${order}`,
          );
          rows.set(name, all);
        }
        return { place: found.rows[0] ? checkpointOf(found.rows[0]).place : START, rows };
      });
    },
  };
}
