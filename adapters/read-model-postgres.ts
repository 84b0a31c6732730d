import type pg from 'pg';
import { agreedDdl, commitStatement, ELSEWHERE, type PageCommit } from '#adapters/postgres/read-model-commit';
import { baseDdl, dropDdl, LIVE, qualified, quote, SHADOW, tableDdl } from '#adapters/postgres/read-model-ddl';
import { untangled } from '#adapters/postgres/untangled';
import { type Place, START, StoreUnavailable } from '#runtime/event-store';
import {
  type Checkpoint,
  CheckpointMoved,
  type FindOptions,
  type Key,
  type Parked,
  type ReadModelDefinition,
  type ReadModelStore,
  type ReadTables,
  type Row,
  RowRefused,
  type Slot,
  type TableDefinition,
  type Where,
} from '#runtime/read-model';
import { isUnavailable, migrate, transaction } from './postgres.ts';

const schemaOf = (slot: Slot): string => (slot === 'live' ? LIVE : SHADOW);

type CheckpointRow = {
  name: string;
  slot: Slot;
  version: number;
  position: number;
  checkpoint: string;
  generation: number;
};
const checkpointOf = ({ name, slot, version, position, checkpoint, generation }: CheckpointRow): Checkpoint => ({
  name,
  slot,
  version,
  place: { position, checkpoint },
  generation,
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

  /** What builds, compares or moves whole tables, however long it takes. */
  const atLeisure = <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    transaction(pool, work, { patient: true });

  const commitOn = (on: pg.Pool | pg.PoolClient, page: Omit<PageCommit, 'schema' | 'tables'>) => {
    const { text, values } = commitStatement({ ...page, schema: schemaOf(page.slot), tables: definitions });
    return on.query(text, values);
  };

  const setCheckpoint = (client: pg.PoolClient, model: ReadModelDefinition, slot: Slot, place: Place) =>
    client.query(
      `INSERT INTO runtime.checkpoints (name, slot, version, position, checkpoint) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (name, slot) DO UPDATE SET version = excluded.version, position = excluded.position, checkpoint = excluded.checkpoint,
         generation = runtime.checkpoints.generation + 1`,
      [model.name, slot, model.version, place.position, place.checkpoint],
    );

  const know = (model: ReadModelDefinition) => {
    for (const table of model.tables) definitions.set(table.name, table);
  };

  return {
    async setUp(models) {
      models.forEach(know);
      await migrate(pool, [...baseDdl, agreedDdl]);
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
      const page = { slot, moves, writes, parked };
      try {
        // A page of the log is little; of a rebuild nobody waits for it.
        if (slot === 'live') await untangled(() => commitOn(pool, page));
        else await atLeisure((client) => commitOn(client, page));
      } catch (error) {
        const code = String((error as { code?: string }).code);
        if (code === ELSEWHERE) throw new CheckpointMoved(moves.map(({ name }) => name).join(', '));
        if (isUnavailable(error)) throw new StoreUnavailable(String(error), { cause: error });
        // Class 22 (data) and 23 (constraint): what is in the rows, not how the server does.
        const refused = /^(22|23)/.test(code);
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
      const swapped = async (client: pg.PoolClient): Promise<void> => {
        const found = await client.query<CheckpointRow>(
          `SELECT * FROM runtime.checkpoints WHERE name = $1 AND slot = 'shadow' FOR UPDATE`,
          [model.name],
        );
        const [shadow] = found.rows;
        if (!shadow) throw new Error(`${model.name} has no shadow`);
        // Tables first, then the place: in the order in which a page of events takes them.
        for (const table of model.tables) {
          await client.query(`DROP TABLE IF EXISTS ${qualified(LIVE, table.name)}`);
          await client.query(`ALTER TABLE ${qualified(SHADOW, table.name)} SET SCHEMA ${quote(LIVE)}`);
        }
        await setCheckpoint(client, model, 'live', { position: shadow.position, checkpoint: shadow.checkpoint });
        await client.query(`DELETE FROM runtime.parked_streams WHERE slot = 'live' AND projection = $1`, [model.name]);
        await client.query(
          `UPDATE runtime.parked_streams SET slot = 'live' WHERE slot = 'shadow' AND projection = $1`,
          [model.name],
        );
        await client.query(`DELETE FROM runtime.checkpoints WHERE slot = 'shadow' AND name = $1`, [model.name]);
      };
      await untangled(() => atLeisure(swapped));
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
