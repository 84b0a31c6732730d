import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAhrefs } from '#adapters/ahrefs';
import { createInMemoryAhrefsCache } from '#adapters/ahrefs-cache';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createPool } from '#adapters/postgres';
import { sandboxAhrefs } from '#adapters/sandbox/ahrefs';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState, type FaultMode, type SandboxState } from '#adapters/sandbox/state';
import { createVault, createWrapping, migrateVault } from '#adapters/vault';
import { EVENT_SCHEMAS } from '#app/events';
import { ahrefsCommands } from '#commands/links/ahrefs-connection';
import type { AhrefsCache, AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';
import { UTC } from '#domain/kernel/calendar';
import { TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import { type EventStore, StoreUnavailable } from '#runtime/event-store';
import { createInMemoryPace } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import { type TestDatabase, testDatabase } from '#test/support/postgres';
import { at } from '#test/support/world';

const START = at('2026-06-17T10:00:00Z');
const RATING = { target: 'acorn.example', date: '2026-06-17' };
const STREAM = 'ahrefs-connection-1';
let database: TestDatabase;
let pool: pg.Pool;
let state: SandboxState;
let standIn: Awaited<ReturnType<typeof serveStandIns>>;
const clock = new TestClock(START);
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.config);
  await migrateVault(pool);
  state = await createSandboxState(pool, clock);
  standIn = await serveStandIns(sandboxAhrefs(state, { slowMs: 60_000 }));
});
afterAll(async () => {
  await standIn.close();
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  clock.set(START);
  await pool.query('TRUNCATE sandbox.ledger, sandbox.faults, vault.secrets');
});

/** The commands over real HTTP against the stand-in, whose ledger is the truth, with a sealed key of account 1. */
async function connected({
  budget = null,
  timeoutMs = 10_000,
  store = createInMemoryEventStore(),
  cache = createInMemoryAhrefsCache(),
  connects = true,
}: {
  budget?: number | null;
  timeoutMs?: number;
  store?: EventStore;
  cache?: AhrefsCache;
  /** False for another process of the same account. */
  connects?: boolean;
} = {}) {
  const handler = createCommandHandler({ store, clock, codec: createEventCodec(EVENT_SCHEMAS) });
  const client = createAhrefs({ base: `${standIn.url}/ahrefs/v3`, timeoutMs, pause: async () => undefined });
  const vault = createVault({ pool, wrapping: createWrapping(Buffer.alloc(32, 7)) });
  const ahrefs = ahrefsCommands({
    handler,
    clock,
    zone: UTC,
    client,
    vault,
    cache,
    pace: createInMemoryPace(),
    pause: () => setImmediate(),
  });
  let causes = 0;
  const cause = () => {
    const id = uuidFrom('cause', causes++);
    return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin' as const, id: 1 } };
  };
  const connect = (apiKey = 'sandbox-key-1', account = 1) => ahrefs.connect(account, { apiKey, budget }, cause());
  if (connects) expect(await connect()).toMatchObject({ ok: true });
  const events = async () => (await store.readStream(STREAM)).map(({ type }) => type);
  return {
    ahrefs,
    vault,
    cause,
    connect,
    events,
    ask: (endpoint: AhrefsEndpoint, params: AhrefsParams, options = {}) =>
      ahrefs.query(1, endpoint, params, options, cause()),
    recorded: async () =>
      (await store.readStream(STREAM))
        .filter(({ type }) => type === 'AhrefsUnitsSpent')
        .reduce((sum, { data }) => sum + Number(data['units'] ?? 0), 0),
  };
}
const charged = async () => (await state.ledger('ahrefs')).reduce((sum, row) => sum + Number(row.charged ?? 0), 0);
const refs = async () => (await pool.query<{ ref: string }>('SELECT ref FROM vault.secrets')).rows;

describe('connecting to Ahrefs', () => {
  it('costs nothing, seals the key and takes away the one before', async () => {
    const { ahrefs, vault, connect, events } = await connected();
    const [first] = await refs();
    expect(await connect('sandbox-key-2')).toMatchObject({ ok: true, state: { status: 'active' } });
    const [second, ...others] = await refs();
    expect([second?.ref === first?.ref, others]).toEqual([false, []]);
    expect(await vault.open(second?.ref ?? '', 1)).toBe('sandbox-key-2');
    await expect(vault.open(second?.ref ?? '', 2)).rejects.toThrow();
    expect([await charged(), await events()]).toEqual([0, ['AhrefsConnected', 'AhrefsConnected']]);
    expect((await ahrefs.load(1)).state).toMatchObject({ keyRef: second?.ref });
  });

  it.each([
    ['expired-key-1', 'off', 'invalid_values'],
    ['a key', 'off', 'invalid_values'],
    ['sandbox-key-9', 'down', 'unavailable'],
  ] as const)('with %j while it is %s keeps what there was: %s', async (apiKey, mode, code) => {
    const { connect, events } = await connected();
    const before = await refs();
    await state.setFault('ahrefs', mode, null);
    expect(await connect(apiKey)).toMatchObject({ ok: false, refusal: { code } });
    expect([await refs(), await events()]).toEqual([before, ['AhrefsConnected']]);
  });

  it('ends with the key', async () => {
    const { ahrefs, ask, cause } = await connected();
    await ask('domain-rating', RATING);
    expect(await ahrefs.disconnect(1, cause())).toMatchObject({ ok: true });
    expect(await refs()).toEqual([]);
    // Not even what was kept is told any more.
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    expect(await ahrefs.disconnect(1, cause())).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  });
});

describe('a question to Ahrefs', () => {
  it('is asked once in 24 h, whatever the order of its parameters, unless it must be fresh', async () => {
    const { ask, recorded } = await connected();
    const first = await ask('domain-rating', RATING);
    expect(first).toMatchObject({ ok: true, units: 50, cached: false, at: START });
    clock.set(at('2026-06-18T09:59:59Z'));
    const again = await ask('domain-rating', { date: RATING.date, target: RATING.target });
    expect(again).toMatchObject({ ok: true, units: 0, cached: true, at: START });
    expect(again.ok && again.data).toEqual(first.ok && first.data);
    expect(await ask('domain-rating', RATING, { fresh: true })).toMatchObject({ cached: false, units: 50 });
    clock.set(at('2026-06-19T09:59:59Z'));
    expect(await ask('domain-rating', RATING)).toMatchObject({ cached: false, units: 50 });
    expect([await recorded(), await charged()]).toEqual([150, 150]);
  });

  it('that would pass the budget is not asked: those that can wait stop first', async () => {
    const { ask } = await connected({ budget: 100 });
    const optional = { optional: true };
    expect(await ask('domain-rating', { ...RATING, target: 'a.example' }, optional)).toMatchObject({ ok: true });
    const b = { ...RATING, target: 'b.example' };
    expect(await ask('domain-rating', b, optional)).toMatchObject({ ok: false, refusal: { code: 'units_exhausted' } });
    expect(await ask('domain-rating', b)).toMatchObject({ ok: true });
    const c = { ...RATING, target: 'c.example' };
    expect(await ask('domain-rating', c)).toMatchObject({ ok: false, refusal: { code: 'units_exhausted' } });
    expect(await ask('domain-rating', b, optional)).toMatchObject({ ok: true, cached: true });
    expect(await charged()).toBe(100);
    clock.set(at('2026-07-01T00:00:00Z'));
    expect(await ask('domain-rating', c, optional)).toMatchObject({ ok: true });
  });

  it('is weighed by the most that it can cost', async () => {
    const { ask } = await connected({ budget: 1000 });
    const refdomains = {
      target: 'acorn.example',
      select: 'domain,domain_rating,traffic_domain',
      order_by: 'domain:asc',
    };
    const dear = await ask('refdomains', { ...refdomains, limit: 84 });
    expect(dear).toMatchObject({ ok: false, refusal: { code: 'units_exhausted' } });
    expect(await ask('refdomains', { ...refdomains, limit: 83 })).toMatchObject({ ok: true, units: 60 * 12 });
  });

  it('waits for its turn: never more than sixty a minute', async () => {
    const { ask } = await connected();
    const many = [...Array(70).keys()].map((n) => ({ ...RATING, target: `d${n}.example` }));
    const outcomes = [];
    for (const params of many) outcomes.push(await ask('domain-rating', params));
    const made = outcomes.filter(({ ok }) => ok).length;
    expect(made).toBeGreaterThanOrEqual(10);
    expect(made).toBeLessThanOrEqual(60);
    const [first] = outcomes.filter((outcome) => !outcome.ok);
    if (!first || first.ok) throw new Error('none was put off');
    expect(first.refusal.code).toBe('rate_limited');
    expect((await state.ledger('ahrefs')).filter(({ operation }) => operation === 'domain-rating')).toHaveLength(made);
    clock.set(first.refusal.retryAt ?? START);
    expect(await ask('domain-rating', { ...RATING, target: 'later.example' })).toMatchObject({ ok: true });
  });

  it.each<[FaultMode, string]>([
    ['down', 'unavailable'],
    ['slow', 'unavailable'],
    ['lose_answer', 'unavailable'],
    ['half_answer', 'unavailable'],
    ['refuse', 'units_exhausted'],
  ])('that meets %s is %s; what Ahrefs charged is recorded, and nothing is cached', async (mode, code) => {
    const { ask, recorded } = await connected(mode === 'slow' ? { timeoutMs: 750 } : {});
    await state.setFault('ahrefs', mode, null);
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: false, refusal: { code } });
    expect(await recorded()).toBe(await charged());
    await state.setFault('ahrefs', 'off', null);
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: true, cached: false });
    expect(await recorded()).toBe(await charged());
  });

  it('tells of a key that has expired; no answer at all does not make it good again', async () => {
    const { ahrefs, vault, ask, events } = await connected();
    const [row] = await refs();
    await vault.put(row?.ref ?? '', 1, 'expired-key');
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: false, refusal: { code: 'invalid_state' } });
    expect((await ahrefs.load(1)).state.status).toBe('expired');
    await state.setFault('ahrefs', 'down', null);
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
    expect((await ahrefs.load(1)).state.status).toBe('expired');
    await state.setFault('ahrefs', 'off', null);
    await vault.put(row?.ref ?? '', 1, 'sandbox-key-1');
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: true });
    expect(await events()).toEqual([
      'AhrefsConnected',
      'AhrefsUnitsReserved',
      'AhrefsUnitsReleased',
      'AhrefsConnectionFailed',
      'AhrefsUnitsReserved',
      'AhrefsUnitsReleased',
      'AhrefsUnitsReserved',
      'AhrefsUnitsSpent',
      'AhrefsConnectionRestored',
    ]);
  });
});

describe('questions to Ahrefs that are asked at the same time', () => {
  const domains = (count: number) => [...Array(count).keys()].map((n) => ({ ...RATING, target: `d${n}.example` }));

  it.each([16, 40])('%i of one account are all answered, and each is paid for once', async (count) => {
    const { ask, recorded } = await connected();
    const answers = await Promise.all(domains(count).map((params) => ask('domain-rating', params)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(count);
    expect([await recorded(), await charged()]).toEqual([count * 50, count * 50]);
  });

  it.each([
    [400, 8],
    [430, 8],
    [449, 8],
    [50, 1],
  ])('never pass a budget of %i: %i are made', async (budget, made) => {
    const { ask, recorded, events } = await connected({ budget });
    const answers = await Promise.all(domains(16).map((params) => ask('domain-rating', params)));
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(refusals).toEqual(Array(16 - made).fill('units_exhausted'));
    expect([await recorded(), await charged()]).toEqual([made * 50, made * 50]);
    expect((await events()).filter((type) => type === 'AhrefsUnitsReserved')).toHaveLength(made);
  });

  it('and are equal are asked once, whatever the order of their parameters', async () => {
    const { ask, recorded } = await connected({ budget: 60 });
    const turned = { date: RATING.date, target: RATING.target };
    const answers = await Promise.all([...Array(8).keys()].map((n) => ask('domain-rating', n % 2 ? RATING : turned)));
    expect(answers.map((answer) => answer.ok && answer.units).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 50]);
    expect(new Set(answers.map((answer) => answer.ok && JSON.stringify(answer.data))).size).toBe(1);
    expect([await recorded(), await charged()]).toEqual([50, 50]);
  });

  it('and are equal are asked once also in two processes, fresh ones too', async () => {
    const store = createInMemoryEventStore();
    const cache = createInMemoryAhrefsCache();
    const one = await connected({ store, cache, budget: 100 });
    const other = await connected({ store, cache, connects: false });
    const asked = [one, other, one, other].map(({ ask }) => ask('domain-rating', RATING));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect([await one.recorded(), await charged()]).toEqual([50, 50]);
    const fresh = [one, other].map(({ ask }) => ask('domain-rating', RATING, { fresh: true }));
    expect((await Promise.all(fresh)).every(({ ok }) => ok)).toBe(true);
    expect([await one.recorded(), await charged()]).toEqual([100, 100]);
  });

  it('of which one can wait and one cannot, are not refused together', async () => {
    const { ask } = await connected({ budget: 60 });
    const [waits, urgent] = await Promise.all([
      ask('domain-rating', RATING, { optional: true }),
      ask('domain-rating', RATING),
    ]);
    expect(urgent).toMatchObject({ ok: true });
    expect([true, 'units_exhausted']).toContain(waits.ok || waits.refusal.code);
    expect(await charged()).toBe(50);
  });

  it('are answered also where the store takes no more: what was put aside counts as spent', async () => {
    const inner = createInMemoryEventStore();
    let away = false;
    const store: EventStore = {
      ...inner,
      append: (...args) => (away ? Promise.reject(new StoreUnavailable('away')) : inner.append(...args)),
    };
    const real = createInMemoryAhrefsCache();
    const cache: AhrefsCache = {
      ...real,
      put: (...args) => {
        away = true;
        return real.put(...args);
      },
    };
    const { ask, recorded } = await connected({ store, cache, budget: 100 });
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: true, units: 50 });
    away = false;
    expect(await ask('domain-rating', RATING)).toMatchObject({ ok: true, units: 0, cached: true });
    expect([await recorded(), await charged()]).toEqual([0, 50]);
    const second = { ...RATING, target: 'second.example' };
    const third = { ...RATING, target: 'third.example' };
    expect(await ask('domain-rating', second)).toMatchObject({ ok: true });
    away = false;
    expect(await ask('domain-rating', third)).toMatchObject({ ok: false, refusal: { code: 'units_exhausted' } });
    clock.set(at('2026-06-17T10:10:00Z'));
    expect(await ask('domain-rating', third)).toMatchObject({ ok: false, refusal: { code: 'units_exhausted' } });
    expect(await charged()).toBe(100);
  });
});
