import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAhrefs } from '#adapters/ahrefs';
import { ENDPOINTS, unitsFor } from '#adapters/ahrefs/endpoints';
import { createPostgresAhrefsCache, migrateAhrefsCache } from '#adapters/ahrefs-cache';
import { createPool } from '#adapters/postgres';
import { sandboxAhrefs } from '#adapters/sandbox/ahrefs';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState, type FaultMode, type SandboxState } from '#adapters/sandbox/state';
import { AHREFS_ENDPOINTS } from '#commands/links/ports-ahrefs';
import { plusHours } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { at } from '#test/support/world';

const KEY = 'sandbox-secret-key';
const DATE = '2026-06-01';
/** Milliseconds that are waited for an answer which never comes. */
const IMPATIENT_MS = 750;
const BACKLINKS = { target: 'acorn.example', select: 'url_from,is_lost', limit: 10 };

describe('the client of Ahrefs against its stand-in', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let state: SandboxState;
  let standIn: Awaited<ReturnType<typeof serveStandIns>>;
  const clock = new TestClock(at('2026-06-01T08:00:00Z'));
  const waits: number[] = [];
  const client = (timeoutMs = 10_000) =>
    createAhrefs({ base: `${standIn.url}/ahrefs/v3`, timeoutMs, pause: async (ms) => void waits.push(ms) });
  const charged = async () => (await state.ledger('ahrefs')).reduce((sum, row) => sum + Number(row.charged ?? 0), 0);
  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.config);
    state = await createSandboxState(pool, clock);
    standIn = await serveStandIns(sandboxAhrefs(state, { slowMs: 60_000 }));
  });
  afterEach(async () => {
    await state.setFault('ahrefs', 'off', null);
    waits.length = 0;
  });
  afterAll(async () => {
    await standIn.close();
    await pool.end();
    await database.drop();
  });

  it('tells what a call cost as the provider counts it', async () => {
    const before = await charged();
    const rating = await client().call(KEY, 'domain-rating', { target: 'acorn.example', date: DATE });
    expect(rating).toMatchObject({ ok: true, units: 50, rows: 1, data: { domain_rating: expect.any(Number) } });
    const refdomains = await client().call(KEY, 'refdomains', {
      target: 'acorn.example',
      select: 'domain,domain_rating,traffic_domain',
      limit: 30,
      order_by: 'domain_rating:desc',
    });
    expect(refdomains).toMatchObject({ ok: true, units: 360, rows: 30 });
    expect((await charged()) - before).toBe(410);
    expect(unitsFor('metrics', {}, 1)).toBe(50);
    expect(client().estimate('refdomains', { select: 'domain,domain_rating,traffic_domain', limit: 100 })).toBe(1200);
    expect(client().estimate('limits-and-usage', {})).toBe(0);
  });

  it('filters, orders and cuts as it asked', async () => {
    const where = JSON.stringify({ and: [{ field: 'domain_rating', is: ['gte', 60] }] });
    const params = {
      target: 'a.example',
      select: 'domain,domain_rating',
      limit: 5,
      where,
      order_by: 'domain_rating:desc',
    };
    const answer = await client().call(KEY, 'refdomains', params);
    const rows = (answer.ok ? answer.data : []) as { domain_rating: number }[];
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => ['domain', 'domain_rating']));
    const ratings = rows.map(({ domain_rating }) => domain_rating);
    expect(ratings).toEqual([...ratings].sort((a, b) => b - a));
    expect(Math.min(...ratings)).toBeGreaterThanOrEqual(60);
    await state.setPage({
      url: 'https://blog.example/p',
      status: 200,
      html: '<a href="https://acorn.example/">',
      redirect_to: null,
    });
    const links = await client().call(KEY, 'all-backlinks', BACKLINKS);
    expect(links).toMatchObject({ data: [{ url_from: 'https://blog.example/p', is_lost: false }] });
    const elsewhere = JSON.stringify({ field: 'url_from_plain', is: ['suffix', 'example/other'] });
    expect(await client().call(KEY, 'all-backlinks', { ...BACKLINKS, where: elsewhere })).toMatchObject({ data: [] });
  });

  it.each(AHREFS_ENDPOINTS)('answers %s in the form that is published, and not without what it needs', async (name) => {
    const { required, list } = ENDPOINTS[name];
    const all = { target: 'acorn.example', date: DATE, date_from: '2026-03-01', select: 'domain_rating,url' };
    const params = Object.fromEntries(Object.entries(all).filter(([param]) => required.includes(param)));
    const answer = await client().call(KEY, name, params);
    expect(answer).toMatchObject({ ok: true, units: unitsFor(name, params, answer.ok ? answer.rows : 0) });
    expect(answer.ok && Array.isArray(answer.data)).toBe(list);
    for (const key of ['expired-1', 'expired-spec-1'])
      expect(await client().call(key, name, params)).toMatchObject({ ok: false, kind: 'unauthorized' });
    if (required.length === 0) return;
    const error = `Ahrefs answered 400: missing required parameter: ${required[0]}`;
    expect(await client().call(KEY, name, {})).toMatchObject({ ok: false, kind: 'bad_request', error, units: 0 });
  });

  it.each<[FaultMode, string, number]>([
    ['down', 'temporary', 2],
    ['slow', 'temporary', 0],
    ['refuse', 'units_exhausted', 0],
    ['lose_answer', 'temporary', 0],
    ['half_answer', 'unreadable', 0],
  ])('that is %s says %s after %i more tries', async (mode, kind, tries) => {
    await state.setFault('ahrefs', mode, null);
    const before = await charged();
    const asked = client(mode === 'slow' ? IMPATIENT_MS : undefined);
    const answer = await asked.call(KEY, 'domain-rating', { target: 'acorn.example', date: DATE });
    expect(answer).toMatchObject({ ok: false, kind });
    expect(waits).toHaveLength(tries);
    // Whatever the caller heard, it counts what the provider charged.
    expect(answer.units).toBe((await charged()) - before);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it('goes on after trouble that passes', async () => {
    await state.setFault('ahrefs', 'down', 2);
    const answer = await client().call(KEY, 'domain-rating', { target: 'acorn.example', date: DATE });
    expect([answer.ok, waits]).toEqual([true, [500, 1000]]);
  });

  it('keeps answers in a cache until they are too old', async () => {
    await migrateAhrefsCache(pool);
    const cache = createPostgresAhrefsCache(pool);
    const now = clock.now();
    await cache.put('a', { data: 1 }, now, plusHours(now, 24));
    expect(await cache.get('a', plusHours(now, 23))).toEqual({ value: { data: 1 }, at: now });
    expect(await cache.get('a', plusHours(now, 24))).toBeNull();
    await cache.put('b', { data: 2 }, plusHours(now, 25), plusHours(now, 49));
    expect((await pool.query('SELECT key FROM outside.ahrefs_cache')).rows).toEqual([{ key: 'b' }]);
  });
});

describe('an answer of Ahrefs', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  const asked = async (handler: RequestListener) => {
    const server = createServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => server.close());
    const waits: number[] = [];
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createAhrefs({ base, timeoutMs: 1000, pause: async (ms) => void waits.push(ms) });
    return { answer: await client.call(KEY, 'domain-rating', { target: 'a.example', date: DATE }), waits };
  };
  const says =
    (status: number, body: unknown, headers = {}): RequestListener =>
    (_, response) =>
      response.writeHead(status, headers).end(JSON.stringify(body));

  it.each([
    [400, { error: 'bad date' }, 'bad_request'],
    [401, ['Error', 'Unauthorized'], 'unauthorized'],
    [403, ['Error', 'Forbidden'], 'forbidden'],
    [403, { error: 'API units limit reached. Expected usage: 50, API units left: 0.' }, 'units_exhausted'],
    [404, { error: 'no data' }, 'no_data'],
    [418, 'teapot', 'unreadable'],
    [500, { error: 'oops' }, 'temporary'],
    [200, { other: {} }, 'unreadable'],
    [200, 'no object', 'unreadable'],
  ])('%i %j is %s', async (status, body, kind) => {
    expect((await asked(says(status, body))).answer).toMatchObject({ ok: false, kind });
  });

  it('that asks to wait is obeyed, unless it asks for too long', async () => {
    const soon = await asked(says(429, { error: 'slow down' }, { 'retry-after': '2' }));
    expect(soon).toMatchObject({ answer: { kind: 'rate_limited' }, waits: [2000, 2000] });
    const late = await asked(says(429, { error: 'slow down' }, { 'retry-after': '120' }));
    expect(late).toMatchObject({ answer: { kind: 'rate_limited', retryAfterMs: 120_000 }, waits: [] });
  });

  it('tells units that were spent although it failed, and the actual ones before the planned', async () => {
    const headers = { 'x-api-units-cost-total': '80', 'x-api-units-cost-total-actual': '60', 'x-api-cache': 'hit' };
    expect((await asked(says(400, { error: 'x' }, headers))).answer).toMatchObject({ units: 60 });
    const fine = await asked(says(200, { domain_rating: { domain_rating: 3 } }, headers));
    expect(fine.answer).toMatchObject({ ok: true, units: 60, cache: 'hit' });
  });

  it('never holds the key, even where Ahrefs says it', async () => {
    const { answer } = await asked(says(403, { error: `${'no '.repeat(60)} key ${KEY} may not ${KEY}` }));
    expect(answer).toMatchObject({ ok: false, kind: 'forbidden', error: expect.stringContaining('[key]') });
    expect(JSON.stringify(answer)).not.toContain(KEY.slice(0, 12));
  });

  it('is not asked for with a key that no header can carry', async () => {
    const client = createAhrefs({ base: 'http://127.0.0.1:1', pause: async () => undefined });
    for (const key of ['', 'a key', 'line\nbreak', 'clé'])
      expect(await client.call(key, 'limits-and-usage', {})).toMatchObject({
        ok: false,
        kind: 'unauthorized',
        units: 0,
      });
  });

  it('that could not be asked for is tried again and costs nothing', async () => {
    const waits: number[] = [];
    const client = createAhrefs({ base: 'http://127.0.0.1:1', pause: async (ms) => void waits.push(ms) });
    const answer = await client.call(KEY, 'domain-rating', { target: 'a.example', date: DATE });
    expect([answer, waits]).toMatchObject([{ ok: false, kind: 'temporary', units: 0 }, [500, 1000]]);
  });

  it('that was charged for is not asked for again: no call costs more than was put aside for one', async () => {
    const units = { 'x-api-units-cost-total-actual': '50' };
    for (const status of [500, 503, 429]) {
      const { answer } = await asked(says(status, { error: 'oops' }, units));
      expect(answer).toMatchObject({ ok: false, units: 50 });
    }
  });

  it('is asked for with the key as a bearer, in parameters that are percent-encoded', async () => {
    let seen = '';
    await asked((request, response) => {
      seen = `${request.headers.authorization} ${request.url}`;
      response.end('{}');
    });
    expect(seen).toBe(`Bearer ${KEY} /site-explorer/domain-rating?target=a.example&date=2026-06-01`);
  });
});
