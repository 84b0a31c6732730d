import type pg from 'pg';
import { type EventStore, type Page, type Place, RecordedEvent, START, StoreUnavailable } from '#runtime/event-store';
import { isUnavailable, migrate } from '../postgres.ts';
import { Batcher } from './postgres/batcher.ts';
import { firstBroken } from './postgres/chain.ts';
import { eventStoreDdl, names } from './postgres/ddl.ts';
import { Wakeups } from './postgres/wakeups.ts';

export type PostgresEventStoreOptions = {
  readonly pool: pg.Pool;
  readonly schema?: string;
  /** Hear of other processes' appends by LISTEN as well as by polling. */
  readonly listen?: boolean;
  /** Appends that share a commit at most. */
  readonly maxBatch?: number;
  /** How often to look for other processes' appends where no notice comes. */
  readonly pollIntervalMs?: number;
};

export type PostgresEventStore = EventStore & {
  /** Re-computes the hash chain from the stored bytes; the first position that does not hold, or null. */
  verifyChain(): Promise<number | null>;
};

export const migrateEventStore = (pool: pg.Pool, schema = 'event_store'): Promise<void> =>
  migrate(pool, eventStoreDdl(schema));

type EventRow = {
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  schema_version: number;
  data: string;
  metadata: string;
};
const COLUMNS = 'position, stream, revision, id, type, schema_version, data::text AS data, metadata::text AS metadata';

const placeOf = (position: number): Place => (position === 0 ? START : { position, checkpoint: String(position) });
const recorded = (row: EventRow): RecordedEvent =>
  new RecordedEvent({
    place: placeOf(row.position),
    stream: row.stream,
    revision: row.revision,
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    dataText: row.data,
    metadataText: row.metadata,
  });

/**
 * The event store in PostgreSQL. One head row orders all appends, so positions are gap-free in
 * commit order and a reader needs nothing but `position > last`; batching makes up for the lock.
 */
export async function createPostgresEventStore(options: PostgresEventStoreOptions): Promise<PostgresEventStore> {
  const { pool, schema = 'event_store' } = options;
  await migrateEventStore(pool, schema);
  const { events, head } = names(schema);
  const wakeups = new Wakeups(pool, schema, options.listen ?? true);
  const batcher = new Batcher({
    pool,
    schema,
    maxBatch: options.maxBatch ?? 500,
    committed: (position) => wakeups.announce(position),
  });
  await wakeups.start();

  async function query<T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> {
    try {
      return (await pool.query<T>({ name: `${schema}.${name}`, text, values })).rows;
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable(String(error), { cause: error }) : error;
    }
  }

  async function readAll(after: Place, limit: number, types?: ReadonlySet<string>): Promise<Page> {
    const rows = await query<EventRow>(
      'all',
      `SELECT ${COLUMNS} FROM ${events} WHERE position > $1 ORDER BY position LIMIT $2`,
      [after.position, limit],
    );
    const last = rows.at(-1);
    const wanted = types ? rows.filter((row) => types.has(row.type)) : rows;
    return { events: wanted.map(recorded), next: last ? placeOf(last.position) : after, caughtUp: rows.length < limit };
  }

  const store: PostgresEventStore = {
    append: (stream, expected, newEvents) => batcher.append(stream, expected, newEvents),

    async readStream(stream, { direction = 'forward', from, limit } = {}) {
      const backward = direction === 'backward';
      const text = `SELECT ${COLUMNS} FROM ${events} WHERE stream = $1 AND revision ${backward ? '<=' : '>='} $2
                    ORDER BY revision ${backward ? 'DESC' : 'ASC'} LIMIT $3`;
      const rows = await query<EventRow>(direction, text, [
        stream,
        from ?? (backward ? 2_147_483_647 : 0),
        limit ?? null,
      ]);
      return rows.map(recorded);
    },

    readAll: ({ after, limit = 1000, types }) => readAll(after, limit, types),

    async *subscribe({ after, types, signal, pageSize = 1000 }) {
      let place = after;
      let announced = false;
      while (!signal.aborted && !wakeups.closed) {
        const seen = wakeups.counter;
        const page = await readAll(place, pageSize, types);
        if (page.next.position > place.position || (page.caughtUp && !announced)) {
          announced ||= page.caughtUp;
          place = page.next;
          yield page;
        } else {
          await wakeups.wait(seen, signal, options.pollIntervalMs ?? 500);
        }
      }
    },

    async head() {
      const [row] = await query<{ position: number }>('head', `SELECT position FROM ${head}`, []);
      return placeOf(row?.position ?? 0);
    },

    async ping() {
      await query('ping', 'SELECT 1', []);
    },

    verifyChain: () => firstBroken(pool, schema),

    async close() {
      await batcher.drain();
      await wakeups.close();
    },
  };
  return store;
}
