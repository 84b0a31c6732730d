import type pg from 'pg';
import { isUnavailable, migrate } from '#adapters/postgres';
import type { EventStore, Page } from '#runtime/event-store';
import { Batcher } from './postgres/batcher.ts';
import { firstBroken } from './postgres/chain.ts';
import { eventStoreDdl, names } from './postgres/ddl.ts';
import { COLUMNS, type EventRow, placeOf, positionOf, recorded, types, unavailable } from './postgres/rows.ts';
import { Tail } from './postgres/tail.ts';
import { Wakeups } from './postgres/wakeups.ts';

export type PostgresEventStoreOptions = {
  /** The caller's, and ended by the caller. One connection goes to listening, one at a time to appends. */
  readonly pool: pg.Pool;
  readonly schema?: string;
  /** Hear of other processes' appends by LISTEN as well as by polling. */
  readonly listen?: boolean;
  /** Events that share a commit at most, unless one append alone has more. */
  readonly maxBatch?: number;
  /** How often to look for other processes' appends where no notice comes. */
  readonly pollIntervalMs?: number;
};

export type PostgresEventStore = EventStore & {
  /**
   * Re-computes the hash chain from the stored bytes, by default all of it; the first position
   * that does not hold, or null.
   */
  verifyChain(from?: number, to?: number): Promise<number | null>;
};

const LAST_REVISION = 2_147_483_647;
/** Trouble that comes so soon lies with the one connection, and another may be well. */
const AT_ONCE_MS = 500;

export const migrateEventStore = (pool: pg.Pool, schema = 'event_store'): Promise<void> =>
  migrate(pool, eventStoreDdl(schema));

/**
 * The event store in PostgreSQL. One head row orders all appends, so positions are gap-free in
 * commit order and a reader needs nothing but `position > last`; batching makes up for the lock.
 */
export async function createPostgresEventStore(options: PostgresEventStoreOptions): Promise<PostgresEventStore> {
  const { pool, schema = 'event_store', pollIntervalMs = 500 } = options;
  await migrateEventStore(pool, schema);
  const { events, head } = names(schema);
  // With one connection in all, the listener would leave none for the work.
  const wakeups = new Wakeups(pool, schema, (options.listen ?? true) && (pool.options.max ?? 10) > 1);
  const tail = new Tail();
  const batcher = new Batcher({
    pool,
    schema,
    maxBatch: options.maxBatch ?? 500,
    committed: (written) => {
      tail.wrote(written);
      wakeups.announce(written.after.position);
    },
  });
  await wakeups.start();

  /**
   * A read has no effect, so one that met a dead connection is simply tried on another, unless the server took long to
   * say nothing. It is planned each time: a plan kept from when the log was short would read all of a long one.
   */
  async function query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const began = performance.now();
    for (let tries = 1; ; tries++) {
      try {
        return (await pool.query<T>({ text, values, types })).rows;
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        if (tries === 2 || performance.now() - began > AT_ONCE_MS) throw unavailable(error);
      }
    }
  }

  const read = {
    forward: `SELECT ${COLUMNS} FROM ${events} WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
    backward: `SELECT ${COLUMNS} FROM ${events} WHERE stream = $1 AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
    all: `SELECT ${COLUMNS} FROM ${events} WHERE position > $1 ORDER BY position LIMIT $2`,
    // Events of other types only move the reader on; their content need not travel.
    some: `SELECT position, CASE WHEN w THEN stream END AS stream, revision, id, type, schema_version,
             CASE WHEN w THEN data::text END AS data, CASE WHEN w THEN metadata::text END AS metadata
           FROM ${events}, LATERAL (SELECT type = ANY($3) AS w) AS wanted
           WHERE position > $1 ORDER BY position LIMIT $2`,
  };

  async function readAll(after: number, limit: number, only?: ReadonlySet<string>): Promise<Page> {
    const rows = only
      ? await query<EventRow>(read.some, [after, limit, [...only]])
      : await query<EventRow>(read.all, [after, limit]);
    return {
      events: (only ? rows.filter((row) => only.has(row.type)) : rows).map(recorded),
      next: placeOf(rows.at(-1)?.position ?? after),
      caughtUp: rows.length < limit,
    };
  }

  return {
    counts: true,

    append: (stream, expected, newEvents) => batcher.append(stream, expected, newEvents),

    async readStream(stream, { direction = 'forward', from, limit } = {}) {
      const start = from ?? (direction === 'forward' ? 0 : LAST_REVISION);
      return (await query<EventRow>(read[direction], [stream, start, limit ?? null])).map(recorded);
    },

    readAll: ({ after, limit = 1000, types: only }) => readAll(positionOf(after), limit, only),

    async *subscribe({ after, types: only, signal, pageSize = 1000 }) {
      let position = positionOf(after);
      let announced = false;
      let [seen, outside] = [0, -1];
      const next = () => {
        seen = wakeups.counter;
        // What this process wrote itself it has; the log is asked for what others may have written.
        const known = outside === wakeups.outside ? tail.after(position, pageSize, only) : null;
        if (known) return Promise.resolve(known);
        outside = wakeups.outside;
        const page = readAll(position, pageSize, only);
        page.catch(() => undefined); // Thrown where it is awaited, if it still is.
        return page;
      };
      let ahead: Promise<Page> | undefined;
      while (!signal.aborted && !wakeups.closed) {
        const page = await (ahead ?? next());
        ahead = undefined;
        if (signal.aborted) return;
        const moved = page.next.position > position;
        position = page.next.position;
        // While the reader works on this page the next one is fetched.
        if (!page.caughtUp) ahead = next();
        if (moved || !announced) yield page;
        announced ||= page.caughtUp;
        const woken = !page.caughtUp || (await wakeups.wait(seen, signal, pollIntervalMs));
        if (!woken) outside = -1;
      }
    },

    async head() {
      const [row] = await query<{ position: number }>(`SELECT position FROM ${head}`);
      return placeOf(row?.position ?? 0);
    },

    async ping() {
      await query('SELECT 1');
    },

    verifyChain: (from, to) => firstBroken(pool, schema, from, to),

    async close() {
      await batcher.close();
      await wakeups.close();
    },
  };
}
