import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMode } from '#adapters/sandbox/state';
import { INDEXING_SERVICES, type IndexingServiceName } from '#commands/links/ports-backlinks';
import { PAGE, serviceOf, standIns } from './indexing-world.ts';

let world: Awaited<ReturnType<typeof standIns>>;
beforeAll(async () => {
  world = await standIns({ slowMs: 60_000 });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.pool.query('TRUNCATE sandbox.ledger, sandbox.faults');
});

const asked = { url: PAGE, reference: 'indexing-7-day_0' };
/** What the adapter hears of each fault, and what truly happened. */
const FAULTS: readonly [FaultMode, object, 'accepted' | 'refused' | null][] = [
  ['off', { outcome: 'accepted' }, 'accepted'],
  ['down', { outcome: 'temporary' }, null],
  ['refuse', { outcome: 'refused', reason: 'no_balance' }, 'refused'],
  ['slow', { outcome: 'unknown' }, 'accepted'],
  ['lose_answer', { outcome: 'unknown' }, 'accepted'],
  ['half_answer', { outcome: 'unknown' }, 'accepted'],
];
const PRICES: Partial<Record<IndexingServiceName, string>> = {
  speedyindex: '0.0075',
  omega: '0.0300',
  linkcentaur: '0.0200',
  colossus: '0.0500',
};

describe.each(INDEXING_SERVICES.filter((name) => name !== 'manual'))('a submission to %s', (name) => {
  it.each(FAULTS)('that meets %s tells the truth or that it is not known', async (mode, heard, happened) => {
    await world.state.setFault(name, mode, 1);
    const service = serviceOf(mode === 'slow' ? world.impatient() : world.adapters(), name);
    expect(await service.submit(asked)).toMatchObject(heard);
    const ledger = await world.state.ledger();
    // The services that take forms are sent the URL with its `|` escaped, so it stays one.
    const urls = [name === 'speedyindex' ? PAGE : PAGE.replace('|', '%7C')];
    const entry = { provider: name, operation: 'submit', reference: asked.reference, outcome: happened };
    expect(ledger).toMatchObject(happened === null ? [] : [{ ...entry, request: { urls } }]);
    expect(ledger[0]?.charged).toBe(happened === 'accepted' ? PRICES[name] : undefined);
    expect(await service.submit(asked)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a look-up at speedyindex', () => {
  it.each(['slow', 'lose_answer', 'half_answer'] as const)('finds what was taken when %s hid it', async (mode) => {
    await world.state.setFault('speedyindex', mode, 1);
    const service = serviceOf(mode === 'slow' ? world.impatient() : world.adapters(), 'speedyindex');
    expect(await service.submit(asked)).toMatchObject({ outcome: 'unknown' });
    const ledger = await world.state.ledger('speedyindex');
    const [reference, ...others] = ledger.map(({ request }) => (request as { task_id: string }).task_id);
    expect(others).toEqual([]);
    const patient = serviceOf(world.adapters(), 'speedyindex');
    expect(await patient.lookUp?.(asked.reference)).toEqual({ outcome: 'accepted', reference });
  });
  it('does not find what was never taken', async () => {
    const service = serviceOf(world.adapters(), 'speedyindex');
    await service.submit({ ...asked, reference: 'another' });
    await world.state.setFault('speedyindex', 'down', 1);
    expect(await service.submit(asked)).toMatchObject({ outcome: 'temporary' });
    expect(await service.lookUp?.(asked.reference)).toEqual({ outcome: 'not_found' });
  });
  it.each(['down', 'refuse', 'lose_answer', 'half_answer'] as const)('that meets %s settles nothing', async (mode) => {
    const service = serviceOf(world.adapters(), 'speedyindex');
    await service.submit(asked);
    await world.state.setFault('speedyindex', mode, 1);
    expect(await service.lookUp?.(asked.reference)).toMatchObject({ outcome: 'temporary' });
    expect(await service.lookUp?.(asked.reference)).toMatchObject({ outcome: 'accepted' });
  });
  it('is not offered where the service has none', () => {
    const { services } = world.adapters();
    for (const name of ['omega', 'linkcentaur', 'colossus', 'manual'] as const)
      expect(services[name]?.lookUp).toBeUndefined();
  });
});

describe('a ping', () => {
  const url = 'https://www.client.example/page?a=1&b=2';
  it.each([
    ['off', { ok: true, status: 200, error: null }, 'accepted'],
    ['down', { ok: false, status: 503 }, null],
    ['refuse', { ok: false, status: 403 }, 'refused'],
    ['slow', { ok: false, status: null }, 'accepted'],
    ['lose_answer', { ok: false, status: null }, 'accepted'],
    ['half_answer', { ok: false, status: null }, 'accepted'],
  ] as const)('that meets %s', async (mode, heard, outcome) => {
    await world.state.setFault('indexnow', mode, 1);
    const { indexNow } = mode === 'slow' ? world.impatient() : world.adapters();
    expect(await indexNow.ping(url)).toMatchObject(heard);
    const entry = { provider: 'indexnow', operation: 'ping', request: { urls: [url] }, outcome };
    const ledger = await world.state.ledger();
    expect(ledger).toMatchObject(outcome === null ? [] : [entry]);
    expect(ledger[0]?.charged).toBeUndefined();
  });
});

describe('an open circuit', () => {
  it('spares the service, and only that one, for five minutes', async () => {
    const port = world.adapters();
    const speedyindex = serviceOf(port, 'speedyindex');
    await world.state.setFault('speedyindex', 'down', 5);
    for (let n = 0; n < 5; n++) expect(await speedyindex.submit(asked)).toMatchObject({ outcome: 'temporary' });
    const error = 'speedyindex failed several times in a row and is not asked before 2026-11-20T10:05:00.000Z';
    expect(await speedyindex.submit(asked)).toEqual({ outcome: 'temporary', error });
    expect(await speedyindex.lookUp?.(asked.reference)).toEqual({ outcome: 'temporary', error });
    expect(await port.checker?.start([PAGE], 'check-1')).toMatchObject({ outcome: 'found' });
    expect(await serviceOf(port, 'omega').submit(asked)).toMatchObject({ outcome: 'accepted' });
    const before = world.clock.now();
    world.clock.set('2026-11-20T10:05:00.000Z' as typeof before);
    expect(await speedyindex.submit(asked)).toMatchObject({ outcome: 'accepted' });
    world.clock.set(before);
  });
  it('is not opened by refusals', async () => {
    const omega = serviceOf(world.adapters(), 'omega');
    await world.state.setFault('omega', 'refuse', 6);
    for (let n = 0; n < 6; n++) expect(await omega.submit(asked)).toMatchObject({ outcome: 'refused' });
    expect(await omega.submit(asked)).toMatchObject({ outcome: 'accepted' });
  });
});
