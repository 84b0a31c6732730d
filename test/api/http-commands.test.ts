import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createIdempotencyStore,
  createInMemoryIdempotencyStore,
  migrateIdempotency,
} from '#adapters/idempotency-store';
import { createPool } from '#adapters/postgres';
import { Problem } from '#api/http/problem';
import { instantOf, plusDays } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { systemRandom } from '#runtime/random';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { httpWorld } from './http-world.ts';

const NOTES = '/api/v1/demo/notes/';
const keyed = (key: string) => ({ 'Idempotency-Key': key });

describe('Idempotency-Key', () => {
  test('the same key and body answer the first answer again', async () => {
    const { call, runs } = httpWorld();
    const first = await call('POST', NOTES, { as: 'admin', body: { text: 'a' }, headers: keyed('k') });
    const again = await call('POST', NOTES.slice(0, -1), { as: 'admin', body: { text: 'a' }, headers: keyed('k') });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    for (const name of ['etag', 'location', 'x-event-position', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(first.headers.get('etag')).toBe('"0"');
    expect(runs).toHaveLength(1);
  });

  test('another body is a mismatch; another token or route is another key', async () => {
    const { call, runs } = httpWorld();
    await call('POST', NOTES, { as: 'admin', body: { text: 'a' }, headers: keyed('k') });
    const other = await call('POST', NOTES, { as: 'admin', body: { text: 'b' }, headers: keyed('k') });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_mismatch']);
    expect(
      (await call('POST', NOTES, { as: 'account_manager', body: { text: 'b' }, headers: keyed('k') })).status,
    ).toBe(201);
    expect((await call('POST', `${NOTES}1/touch/`, { as: 'admin', headers: keyed('k') })).status).toBe(200);
    expect((await call('POST', `${NOTES}2/touch/`, { as: 'admin', headers: keyed('k') })).status).toBe(200);
    expect(runs).toHaveLength(2);
  });

  test('while the first is running', async () => {
    const { call, hold } = httpWorld();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    hold(() => held);
    const first = call('POST', NOTES, { as: 'admin', body: { text: 'a' }, headers: keyed('k') });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await call('POST', NOTES, { as: 'admin', body: { text: 'a' }, headers: keyed('k') });
    expect([second.status, second.json.code]).toEqual([409, 'idempotency_in_progress']);
    release();
    expect((await first).status).toBe(201);
  });

  test('a failure keeps the command id and nothing else', async () => {
    const { call, hold, runs } = httpWorld();
    hold(() => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNRESET' })));
    const request = { as: 'admin', body: { text: 'a' }, headers: keyed('k') } as const;
    expect((await call('POST', NOTES, request)).status).toBe(503);
    hold(undefined);
    expect((await call('POST', NOTES, request)).status).toBe(201);
    expect(runs[0]?.commandId).toBe(runs[1]?.commandId);
  });

  test('a refusal that is decided is kept, one that may pass is not', async () => {
    const { call, hold, runs } = httpWorld();
    const request = { as: 'admin', body: { text: 'a' }, headers: keyed('k') } as const;
    hold(() => Promise.reject(new Problem('rate_limited', 'later')));
    expect((await call('POST', NOTES, request)).status).toBe(429);
    hold(() => Promise.reject(new Problem('duplicate', 'there is one')));
    const refused = await call('POST', NOTES, request);
    hold(undefined);
    const again = await call('POST', NOTES, request);
    expect([again.status, again.text, again.type]).toEqual([409, refused.text, 'application/problem+json']);
    expect(runs).toHaveLength(2);
  });

  test('what the command removed is no reason to answer 404 the second time', async () => {
    const { call } = httpWorld();
    const remove = () => call('DELETE', `${NOTES}1/`, { as: 'admin', headers: keyed('k') });
    expect((await remove()).status).toBe(204);
    const again = await remove();
    expect([again.status, again.headers.get('x-event-position')]).toEqual([204, '9']);
    expect((await call('DELETE', `${NOTES}1/`, { as: 'admin', headers: keyed('other') })).status).toBe(404);
  });

  test('keys that are none', async () => {
    const { call } = httpWorld();
    for (const key of ['', 'x'.repeat(256), 'ä'])
      expect((await call('POST', NOTES, { as: 'admin', body: { text: 'a' }, headers: keyed(key) })).status).toBe(400);
  });
});

describe('the store of first answers in Postgres', () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof createPool>;
  const clock = new TestClock(instantOf(Date.UTC(2026, 10, 20)));
  const make = (worker: string, leaseMs?: number) =>
    createIdempotencyStore({
      pool,
      worker,
      clock,
      newId: systemRandom.uuid,
      ...(leaseMs === undefined ? {} : { leaseMs }),
    });
  const answer = { status: 201, headers: { ETag: '"1"' }, body: '{"a":"\\u0000"}' };

  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.config);
    await Promise.all([migrateIdempotency(pool), migrateIdempotency(pool)]);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test.each(['postgres', 'memory'])('one of 100 equal requests is the first (%s)', async (kind) => {
    const store = kind === 'memory' ? createInMemoryIdempotencyStore(systemRandom.uuid) : make('a');
    const all = await Promise.all(Array.from({ length: 100 }, () => store.begin('s', '100', 'h')));
    expect(all.filter((one) => one.kind === 'new')).toHaveLength(1);
    expect(all.filter((one) => one.kind === 'running')).toHaveLength(99);
    expect(await store.begin('s', '100', 'other')).toEqual({ kind: 'mismatch' });
    expect(await store.find('s', '100', 'h')).toBeNull();
    await store.finish('s', '100', answer);
    await store.finish('s', '100', { ...answer, status: 500 });
    await store.abandon('s', '100');
    expect(await store.begin('s', '100', 'h')).toEqual({ kind: 'replay', response: answer });
    expect(await store.find('s', '100', 'h')).toEqual(answer);
  });

  test('a claim whose holder died is taken over once, under the same command id', async () => {
    const first = await make('dead', 1).begin('s', 'lease', 'h');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const heirs = await Promise.all(Array.from({ length: 20 }, () => make('alive').begin('s', 'lease', 'h')));
    expect(heirs.filter(({ kind }) => kind === 'new')).toEqual([first]);
    await make('dead').abandon('s', 'lease');
    expect((await make('alive').begin('s', 'lease', 'h')).kind).toBe('running');
  });

  test('letting go keeps the command id', async () => {
    const store = make('a');
    const first = await store.begin('s', 'abandon', 'h');
    await store.abandon('s', 'abandon');
    expect(await store.begin('s', 'abandon', 'x')).toEqual({ kind: 'mismatch' });
    expect(await store.begin('s', 'abandon', 'h')).toEqual(first);
  });

  test('30 days, and what runs is never forgotten', async () => {
    const store = make('a');
    await store.begin('s', 'old', 'h');
    await store.finish('s', 'old', answer);
    await store.begin('s', 'old running', 'h');
    const at = (days: number) => `${plusDays('2026-11-20' as never, days)}T00:00:00.001Z` as never;
    await store.purge(at(29));
    expect((await store.begin('s', 'old', 'h')).kind).toBe('replay');
    await store.purge(at(30));
    expect((await store.begin('s', 'old', 'h')).kind).toBe('new');
    expect((await store.begin('s', 'old running', 'h')).kind).toBe('running');
  });

  test('answers are kept sealed where a cipher is given', async () => {
    const cipher = {
      seal: (text: string) => Buffer.from(text).toString('hex'),
      open: (text: string) => Buffer.from(text, 'hex').toString(),
    };
    const store = createIdempotencyStore({ pool, worker: 'a', clock, newId: systemRandom.uuid, cipher });
    await store.begin('s', 'sealed', 'h');
    await store.finish('s', 'sealed', answer);
    expect(await store.find('s', 'sealed', 'h')).toEqual(answer);
    const { rows } = await pool.query("SELECT body FROM runtime.idempotency_keys WHERE key = 'sealed'");
    expect(rows[0].body).not.toContain('{');
  });
});
