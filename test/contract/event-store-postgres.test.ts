import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createPostgresEventStore,
  type PostgresEventStore,
  type PostgresEventStoreOptions,
} from '#adapters/event-store/postgres';
import { type AppendResult, START } from '#runtime/event-store';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { eventStoreContract } from './event-store.contract.ts';
import { collect, event, put } from './event-store-support.ts';

/** Stores on one database, each with a pool of its own as if in a process of its own. */
async function stores(database: TestDatabase, options: Partial<PostgresEventStoreOptions> = {}) {
  const pool = new pg.Pool({ ...database.config, max: 5 });
  pool.on('error', () => undefined);
  const store = await createPostgresEventStore({ pool, ...options });
  return {
    store,
    pool,
    async close() {
      await store.close();
      await pool.end();
    },
  };
}

for (const [name, options] of [
  ['PostgreSQL', {}],
  ['PostgreSQL without LISTEN, in small batches', { listen: false, maxBatch: 3, pollIntervalMs: 20, schema: 'other' }],
] as const) {
  eventStoreContract(`The event store in ${name}`, async () => {
    const database = await testDatabase();
    const { store, close } = await stores(database, options);
    return {
      store,
      async close() {
        await close();
        await database.drop();
      },
    };
  });
}

describe('The event store in PostgreSQL', () => {
  let database: TestDatabase;
  let one: Awaited<ReturnType<typeof stores>>;
  let two: Awaited<ReturnType<typeof stores>>;
  let store: PostgresEventStore;

  beforeEach(async () => {
    database = await testDatabase();
    [one, two] = await Promise.all([stores(database), stores(database)]);
    store = one.store;
  });
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await database.drop();
  });

  it('gives a tailing reader every event of 16 writers in two processes, once and in order', async () => {
    const total = 16 * 60;
    const stop = new AbortController();
    const read = (async () => {
      const seen: { id: string; position: number }[] = [];
      for await (const page of two.store.subscribe({ after: START, signal: stop.signal, pageSize: 50 })) {
        seen.push(...page.events.map(({ id, position }) => ({ id, position })));
        if (seen.length >= total) stop.abort();
      }
      return seen;
    })();
    const acknowledged: string[] = [];
    let conflicts = 0;
    const writer = async (w: number) => {
      const { store } = w % 2 ? one : two;
      let last = -1;
      for (let i = 0; i < 60; i++) {
        const next = event();
        // Every fourth goes to a stream that all of them write, and every fifth is refused.
        if (i % 4 === 0) await store.append('shared', 'any', [next]);
        else last = (await put(store, `w${w}`, 1, last)).revision;
        if (i % 4 === 0) acknowledged.push(next.id);
        if (i % 5 === 0)
          await store.append(`w${w}`, last + 7, [event()]).catch(() => {
            conflicts += 1;
          });
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, w) => writer(w)));
    const seen = await read;
    expect(conflicts).toBe(16 * 12);
    expect(seen.map((e) => e.position)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    const stored = await collect(store, START, total);
    expect(seen.map((e) => e.id)).toEqual(stored.map((e) => e.id));
    const ids = new Set(seen.map((e) => e.id));
    expect(ids.size).toBe(total);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    for (let w = 0; w < 16; w++)
      expect(await store.readStream(`w${w}`).then((events) => events.map((e) => e.revision))).toEqual([
        ...Array(45).keys(),
      ]);
    expect(await store.verifyChain()).toBeNull();
  });

  it('wakes the subscribers of another process by a notice, long before the poll', async () => {
    const patient = await stores(database, { pollIntervalMs: 1_000_000 });
    const stop = new AbortController();
    for await (const page of patient.store.subscribe({ after: START, signal: stop.signal })) {
      if (page.events.length === 0) await put(store, 'noticed', 1);
      else stop.abort();
    }
    await patient.close();
  });

  it('wakes its subscribers again after the listening connection was lost', async () => {
    const patient = await stores(database, { pollIntervalMs: 1_000_000 });
    const stop = new AbortController();
    for await (const page of patient.store.subscribe({ after: START, signal: stop.signal })) {
      if (page.events.length > 0) stop.abort();
      else {
        await terminate(`query LIKE 'LISTEN%'`);
        await put(store, 'noticed', 1);
      }
    }
    await patient.close();
  });

  it('ends subscriptions when it is closed', async () => {
    const iterator = store.subscribe({ after: START, signal: new AbortController().signal })[Symbol.asyncIterator]();
    await iterator.next();
    const ended = iterator.next();
    await store.close();
    expect(await ended).toMatchObject({ done: true });
    await expect(store.append('s', 'any', [event()])).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('finishes the appends it has before it closes', async () => {
    const appends = Array.from({ length: 20 }, (_, i) => store.append(`s${i}`, 'no_stream', [event()]));
    await store.close();
    await Promise.all(appends);
    expect((await two.store.head()).position).toBe(20);
  });

  it('shares one commit among appends made together', async () => {
    await put(store, 'first', 1);
    const commits = async () => {
      const { rows } = await one.pool.query<{ n: string }>(
        'SELECT count(DISTINCT xmin::text) AS n FROM event_store.events',
      );
      return Number(rows[0]?.n);
    };
    const before = await commits();
    await Promise.all(Array.from({ length: 100 }, (_, i) => store.append(`s${i}`, 'no_stream', [event()])));
    expect((await commits()) - before).toBeLessThanOrEqual(2);
  });

  it('lets an append that the database refuses fail alone', async () => {
    await one.pool.query(`ALTER TABLE event_store.events ADD CHECK (type <> 'Poison')`);
    const appends = Array.from({ length: 30 }, (_, i) =>
      store.append(`s${i}`, 'no_stream', [event(i === 13 ? 'Poison' : 'Food')]),
    );
    const results = await Promise.allSettled(appends);
    expect(results.flatMap((result, i) => (result.status === 'rejected' ? [i] : []))).toEqual([13]);
    expect(results[13]).toMatchObject({ reason: { code: '23514' } });
    expect(await store.head()).toMatchObject({ position: 29 });
    expect(await store.verifyChain()).toBeNull();
  });

  it('takes an id that another stream has for a conflict, of that append alone', async () => {
    const taken = event();
    await store.append('first', 'no_stream', [taken]);
    const results = await Promise.allSettled([
      store.append('a', 'no_stream', [event()]),
      store.append('b', 'no_stream', [taken]),
      store.append('c', 'any', [event()]),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { name: 'WrongExpectedRevision', stream: 'b', actual: -1 } });
  });

  it('answers repeats within one batch', async () => {
    const same = [event(), event()];
    const results = await Promise.all([
      store.append('s', 'no_stream', same),
      store.append('s', 'no_stream', same),
      store.append('s', 1, [event()]),
      store.append('s', 'any', same),
    ]);
    expect(results.map((result) => [result.revision, result.repeated])).toEqual([
      [1, false],
      [1, true],
      [2, false],
      [1, true],
    ]);
  });

  it('loses nothing acknowledged and writes nothing twice while its connections are cut', async () => {
    const acknowledged = new Map<string, AppendResult>();
    let writing = true;
    const cut = (async () => {
      let cuts = 0;
      while (writing) {
        cuts += await terminate(`pid <> pg_backend_pid() AND query ~ 'event_store' AND query !~ '^LISTEN'`);
        await turn();
      }
      return cuts;
    })();
    const writer = async (w: number) => {
      const { store } = w % 2 ? one : two;
      for (let i = 0; i < 25; i++) {
        const next = event();
        for (;;) {
          try {
            acknowledged.set(next.id, await store.append(`w${w}`, i === 0 ? 'no_stream' : i - 1, [next]));
            break;
          } catch (error) {
            // The caller's part of the bargain: the same ids again.
            expect(error).toMatchObject({ name: 'StoreUnavailable' });
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, w) => writer(w)));
    writing = false;
    expect(await cut).toBeGreaterThan(0);
    const stored = await collect(store, START, 200);
    expect(stored).toHaveLength(200);
    for (const { id, place, revision } of stored) expect(acknowledged.get(id)).toMatchObject({ place, revision });
    expect(await store.verifyChain()).toBeNull();
  });

  it('says StoreUnavailable where there is no server', async () => {
    const pool = new pg.Pool({ ...database.config, max: 2 });
    const lonely = await createPostgresEventStore({ pool, listen: false });
    pool.options.database = 'there_is_no_such_database';
    pool.options.host = '/nonexistent';
    await pool.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
    const unavailable = { name: 'StoreUnavailable' };
    await Promise.all([
      expect(lonely.append('s', 'any', [event()])).rejects.toMatchObject(unavailable),
      expect(lonely.ping()).rejects.toMatchObject(unavailable),
      expect(lonely.head()).rejects.toMatchObject(unavailable),
      expect(lonely.readAll({ after: START })).rejects.toMatchObject(unavailable),
    ]);
    await lonely.close();
    await pool.end();
  });

  it('never reads the whole table to append, also with plans made while it was small', async () => {
    const pool = new pg.Pool({ ...database.config, max: 1 });
    const single = await createPostgresEventStore({ pool, listen: false });
    await put(single, 's', 20);
    await pool.query('VACUUM ANALYZE event_store.events');
    const scans = async () => {
      // In one connection, so that what it has counted is there to be read.
      await pool.query('SELECT pg_stat_force_next_flush()');
      const sql = `SELECT seq_scan::text AS n FROM pg_stat_user_tables WHERE relname = 'events' AND schemaname = 'event_store'`;
      return (await pool.query<{ n: string }>(sql)).rows[0]?.n;
    };
    const before = await scans();
    for (let i = 0; i < 12; i++) await put(single, 's', 1, 19 + i);
    expect(await scans()).toBe(before);
    expect(before).toBeDefined();
    await single.close();
    await pool.end();
  });

  it('finds a row that was tampered with, changed, removed or cut off', async () => {
    const { pool } = one;
    await put(store, 's', 10);
    const tampered = async (sql: string) => {
      await pool.query('CREATE TABLE saved AS SELECT * FROM event_store.events');
      await pool.query(sql);
      const found = await store.verifyChain();
      await pool.query('TRUNCATE event_store.events');
      await pool.query('INSERT INTO event_store.events SELECT * FROM saved');
      await pool.query('DROP TABLE saved');
      return found;
    };
    expect(await store.verifyChain()).toBeNull();
    expect(await tampered(`UPDATE event_store.events SET data = '{"number": 0}' WHERE position = 4`)).toBe(4);
    expect(
      await tampered(`UPDATE event_store.events SET metadata = (metadata::text || ' ')::json WHERE position = 5`),
    ).toBe(5);
    expect(await tampered(`UPDATE event_store.events SET type = 'Other' WHERE position = 1`)).toBe(1);
    expect(await tampered(`UPDATE event_store.events SET schema_version = 2 WHERE position = 10`)).toBe(10);
    expect(await tampered('DELETE FROM event_store.events WHERE position = 7')).toBe(7);
    expect(await tampered('DELETE FROM event_store.events WHERE position = 10')).toBe(10);
    expect(await tampered(`UPDATE event_store.events SET hash = sha256('x') WHERE position = 3`)).toBe(3);
    expect(await store.verifyChain()).toBeNull();
    await pool.query(`UPDATE event_store.events SET type = 'Other' WHERE position = 4`);
    expect(await store.verifyChain(5, 10)).toBeNull();
    expect(await store.verifyChain(1, 3)).toBeNull();
    expect(await store.verifyChain(2)).toBe(4);
  });

  it('stores JSON text exactly and chains what other processes wrote', async () => {
    const data = { b: 1, a: '\u0000 \ud800 \\ " €', n: 1e21, list: [0.1, { z: null }] };
    for (const { store } of [one, two, one, two]) await store.append('s', 'any', [{ ...event(), data }]);
    const { rows } = await one.pool.query<{ text: string }>('SELECT data::text AS text FROM event_store.events');
    expect(rows.map((row) => row.text)).toEqual(Array(4).fill(JSON.stringify(data)));
    expect(await store.verifyChain()).toBeNull();
  });

  it('may be set up by several processes at the same time', async () => {
    const schema = 'raced';
    const raced = await Promise.all(Array.from({ length: 5 }, () => stores(database, { schema, listen: false })));
    await Promise.all(raced.map(({ store }, i) => put(store, `s${i}`, 1)));
    expect((await raced[0]?.store.head())?.position).toBe(5);
    await Promise.all(raced.map(({ close }) => close()));
  });

  async function terminate(which: string): Promise<number> {
    const client = new pg.Client(database.config);
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${which}`,
    );
    await client.end();
    return rowCount ?? 0;
  }
});
