import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIdempotencyStore, migrateIdempotency } from '#adapters/idempotency-store';
import { createPool, type Limits, letTakeItsTime, transaction } from '#adapters/postgres';
import { createTenantReads } from '#adapters/tenant-reads';
import { isUnavailable, StoreUnavailable } from '#runtime/event-store';
import { Waits } from '#runtime/waits';
import { openProxy } from '#test/rig/proxy';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { at } from '#test/support/world';

/** The product's limits made short. */
const SHORT: Limits = { connect: 300, statement: 600, silence: 300 };
const UNCUT = "application_name <> 'cutter'";

describe('connections to PostgreSQL', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let cutter: pg.Pool;
  const ends: (() => unknown)[] = [];

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    pool = createPool(database.config, { max: 2, limits: SHORT });
    cutter = createPool(database.config, { max: 1, applicationName: 'cutter' });
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await pool.end();
    await cutter.end();
  });

  const cut = () =>
    cutter.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND ${UNCUT}`,
    );
  /** All of the server stands still, as far as this pool can see. */
  async function stopped(): Promise<pg.Pool> {
    const proxy = await openProxy(`${String(database.config.host)}/.s.PGSQL.${database.config.port}`);
    const own = createPool({ ...database.config, host: '127.0.0.1', port: proxy.port }, { max: 1, limits: SHORT });
    await own.query('SELECT 1');
    proxy.stall();
    ends.push(
      () => proxy.close(),
      () => own.end(),
    );
    return own;
  }

  it.each([
    ['while nothing is asked', async (_: pg.PoolClient) => void (await cut())],
    ['while something is asked', (client: pg.PoolClient) => Promise.all([client.query('SELECT pg_sleep(20)'), cut()])],
    [
      'twice, as the next question meets a dead connection',
      async (client: pg.PoolClient) => {
        await cut();
        await client.query('SELECT 1').catch(() => undefined);
        await client.query('SELECT 1');
      },
    ],
  ])('one that is lost within a transaction fails that transaction and nothing else: %s', async (_, work) => {
    const lost = transaction(pool, async (client) => {
      await client.query('CREATE TABLE half_done (n integer)');
      await work(client);
      await client.query('SELECT 1');
    });
    await expect(lost).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await transaction(pool, async (client) => (await client.query('SELECT 42 AS n')).rows)).toEqual([{ n: 42 }]);
    const { rows } = await pool.query(`SELECT to_regclass('half_done') AS there`);
    expect(rows).toEqual([{ there: null }]);
  });

  it('one that somebody else checked out and forgot to listen to is lost without harm', async () => {
    const client = await pool.connect();
    const gone = new Promise<void>((resolve) => client.once('end', resolve));
    await cut();
    await gone;
    await expect(client.query('SELECT 1')).rejects.toSatisfy(isUnavailable);
    client.release();
    expect((await pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('a refused statement is not trouble with the server, and the connection is kept', async () => {
    const refused = transaction(pool, (client) => client.query('SELECT 1 / 0'));
    await expect(refused).rejects.toMatchObject({ code: '22012' });
    expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  });

  it('a server that hangs is given up on, also where a roll-back would have to be waited for', async () => {
    const own = await stopped();
    const asked: Promise<unknown>[] = [
      own.query('SELECT 1'),
      transaction(own, (client) => client.query('SELECT 1')),
      createTenantReads(own)({ accounts: '*', assignedTo: null }, async () => 1),
    ];
    for (const outcome of await Promise.allSettled(asked))
      expect(outcome.status === 'rejected' && isUnavailable(outcome.reason)).toBe(true);
    expect(own.totalCount).toBe(0);
  });

  it('what is waited for is noted: a connection, a statement; not what takes its time', async () => {
    let ms = 0;
    const waits = new Waits(() => ms);
    const own = createPool(database.config, { max: 1, waits });
    ends.push(() => own.end());
    const later = (): boolean => {
      ms += 1_100;
      return waits.isHeldUp();
    };
    const forgotten = (): void => {
      ms += 2_000;
    };

    await own.query('SELECT 1');
    expect(later()).toBe(false);

    const client = await own.connect();
    await client.query('SELECT 1');
    const asked = client.query('SELECT pg_sleep(0.05)');
    expect(later()).toBe(true);
    await asked;
    forgotten();
    await client.query('SELECT 1');
    forgotten();

    letTakeItsTime(client);
    await client.query('SELECT 1');
    forgotten();
    expect(waits.isHeldUp()).toBe(false);

    const inQueue = [own.query('SELECT 1'), own.connect().then((next) => next.release())];
    expect(later()).toBe(true);
    client.release();
    await Promise.all(inQueue);
    forgotten();
    expect(waits.isHeldUp()).toBe(false);
  });

  it('a server that accepts and never answers is given up on', async () => {
    const open = new Set<Socket>();
    const mute = createServer((socket) => open.add(socket));
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const own = createPool({ host: '127.0.0.1', port, user: 'x', database: 'x' }, { max: 1, limits: SHORT });
    ends.push(
      () => {
        for (const socket of open) socket.destroy();
        mute.close();
      },
      () => own.end(),
    );
    for (const outcome of await Promise.allSettled([own.query('SELECT 1'), own.query('SELECT 1')]))
      expect(outcome.status === 'rejected' && isUnavailable(outcome.reason)).toBe(true);
  });

  it('tells when a question was left unanswered, and when any is answered again', async () => {
    const told: boolean[] = [];
    const own = createPool(database.config, {
      limits: { ...SHORT, statement: 0 },
      onSilence: (silent) => told.push(silent),
    });
    ends.push(() => own.end());
    await expect(own.query('SELECT pg_sleep(20)')).rejects.toSatisfy(isUnavailable);
    expect(told.at(-1)).toBe(true);
    await own.query('SELECT 1');
    expect(told.at(-1)).toBe(false);
  });

  it('what is legitimately long is not limited, in the server or here', async () => {
    const slow = 'SELECT pg_sleep(1.2)';
    await expect(pool.query(slow)).rejects.toSatisfy(isUnavailable);
    await transaction(pool, (client) => client.query(slow), { patient: true });
    const client = await pool.connect();
    letTakeItsTime(client);
    await client.query('SET statement_timeout = 0');
    await client.query(slow);
    client.release(true);
  });

  it('a lock that somebody holds is waited for as long as a statement may take, and then it is the store’s trouble', async () => {
    await pool.query('CREATE TABLE held (n integer)');
    const holder = await cutter.connect();
    await holder.query('BEGIN; LOCK TABLE held');
    const own = createPool(database.config, { limits: { connect: 300, statement: 200, silence: 5_000 } });
    ends.push(() => own.end());
    await expect(transaction(own, (client) => client.query('SELECT * FROM held'))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    await holder.query('ROLLBACK');
    holder.release();
  });

  it('how a command ended is noted once the database is back, if it was away just then', async () => {
    await migrateIdempotency(pool);
    let ids = 0;
    const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
    const clock = { now: () => at('2026-06-17T08:00:00Z') };
    const store = createIdempotencyStore({ pool, worker: 'one', clock, newId });
    const answer = { status: 201, headers: {}, body: '{"id":7}' };
    const first = await store.begin('s', 'answered', 'h');
    expect(await store.begin('s', 'let go', 'h')).toMatchObject({ kind: 'new' });
    await pool.query('ALTER TABLE runtime.idempotency_keys RENAME TO elsewhere');
    await expect(store.finish('s', 'answered', answer)).rejects.toThrow('does not exist');
    await expect(store.abandon('s', 'let go')).rejects.toThrow('does not exist');
    await pool.query('ALTER TABLE runtime.elsewhere RENAME TO idempotency_keys');
    expect(first).toMatchObject({ kind: 'new' });
    expect(await store.begin('s', 'answered', 'h')).toEqual({ kind: 'replay', response: answer });
    expect(await store.begin('s', 'let go', 'h')).toMatchObject({ kind: 'new' });
    expect(await store.begin('s', 'let go', 'h')).toEqual({ kind: 'running' });
  });
});

describe('a claim under an Idempotency-Key', () => {
  it('that was made, and whose answer was lost, does not stand in the way of the next try', async () => {
    const database = await testDatabase();
    const proxy = await openProxy(`${String(database.config.host)}/.s.PGSQL.${database.config.port}`);
    const pool = createPool({ ...database.config, host: '127.0.0.1', port: proxy.port }, { max: 3 });
    await migrateIdempotency(pool);
    let ids = 0;
    const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
    const clock = { now: () => at('2026-06-17T08:00:00Z') };
    const store = createIdempotencyStore({ pool, worker: 'one', clock, newId });
    proxy.loseEvery(1, 'INSERT INTO runtime.idempotency_keys');
    await expect(store.begin('s', 'k', 'h')).rejects.toBeInstanceOf(StoreUnavailable);
    proxy.loseEvery(0);
    const again = await store.begin('s', 'k', 'h');
    // It is the first claim, under the first command id.
    expect(again).toEqual({ kind: 'new', commandId: '00000000-0000-4000-8000-000000000001' });
    expect(await store.begin('s', 'k', 'h')).toEqual({ kind: 'running' });
    await pool.end();
    await proxy.close();
    await database.drop();
  });
});

describe('trouble with the store', () => {
  const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);
  it.each([
    [failed('Connection terminated unexpectedly')],
    [failed('timeout exceeded when trying to connect')],
    [failed('Client has encountered a connection error and is not queryable')],
    [failed('Client was closed and is not queryable')],
    [failed('read ECONNRESET', { code: 'ECONNRESET' })],
    [failed('connect ENOENT /run/.s.PGSQL.5432', { code: 'ENOENT', syscall: 'connect' })],
    [failed('terminating connection due to administrator command', { code: '57P01' })],
    [failed('the database system is in recovery mode', { code: '57P03' })],
    [failed('could not extend file: No space left on device', { code: '53100' })],
    [failed('canceling statement due to statement timeout', { code: '57014' })],
    [failed('deadlock detected', { code: '40P01' })],
    [new StoreUnavailable('away')],
  ])('is told from what was asked wrongly: %s', (error) => {
    expect(isUnavailable(error)).toBe(true);
  });
  it.each([
    [failed('there is no connection of account 7')],
    [failed('ENOENT: no such file', { code: 'ENOENT', syscall: 'open' })],
    [failed('duplicate key', { code: '23505' })],
    [failed('division by zero', { code: '22012' })],
    [undefined],
    ['57P01'],
  ])('is not seen where there is none: %s', (error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
