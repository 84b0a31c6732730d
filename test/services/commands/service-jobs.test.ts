import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import type { SiteId } from '#domain/kernel/ids';
import type { EventStore } from '#runtime/event-store';
import { world } from '#test/support/world';

/** A store in which some streams can be neither read nor written while they are named. */
function failing(streams: ReadonlySet<string>): EventStore {
  const store = createInMemoryEventStore();
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'readStream' && name !== 'append')
        return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
      return async (stream: string, ...rest: unknown[]) => {
        if (streams.has(stream)) throw new Error(`${stream} cannot be reached`);
        return (target[name] as (...all: unknown[]) => unknown)(stream, ...rest);
      };
    },
  });
}

/** Three clients with a Lite contract each, active since 17 June. */
async function clients() {
  const broken = new Set<string>();
  const w = await world('2026-06-17T10:00:00Z', { store: failing(broken) });
  for (const account of [1, 2, 3]) {
    await w.client({ account, site: account * 11 });
    const wanted = { accountId: account, siteId: account * 11, tier: 'lite' as const, accountManagerId: null };
    const created = await w.commands.subscriptions.create(
      {
        ...wanted,
        siteId: wanted.siteId as SiteId,
        accountId: wanted.accountId as never,
        given: {},
        monthlyPrice: null,
        createdBy: null,
        overrideReason: null,
        mayOverride: true,
      },
      w.cause(),
    );
    if (!created.ok) throw new Error(created.refusal.message);
  }
  await w.advance('2026-06-18T00:00:00Z');
  const invoices = async () =>
    (await w.rows('igny8_invoices')).map((row) => [row['account_id'], row['billing_date'], row['status']]).sort();
  const job = async () => (await w.rows('runtime_jobs', { job: 'process_managed_billing' }))[0];
  return { ...w, broken, invoices, job };
}

describe('the nightly billing run', () => {
  it.each([
    ['a subscription that cannot be read', 'managed-subscription-1'],
    ['an account that cannot be read', 'billing-1'],
  ])('passes over %s, bills all others, says so, and makes up for it the next night', async (_, stream) => {
    const { advance, broken, invoices, job } = await clients();
    broken.add(stream);
    await advance('2026-07-01T09:00:00Z');
    expect(await invoices()).toEqual([
      [2, '2026-07-01', 'open'],
      [3, '2026-07-01', 'open'],
    ]);
    expect(await job()).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining(`${stream} cannot be reached`),
    });
    expect((await job())?.['detail']).toContain('2 service months closed, 2 invoices made');
    broken.clear();
    await advance('2026-07-02T09:00:00Z');
    expect(await invoices()).toHaveLength(3);
    expect(await job()).toMatchObject({ outcome: 'succeeded' });
  });

  it('duns on nights on which billing fails, and one invoice that cannot be dunned spares no other', async () => {
    const { advance, broken, invoices, job } = await clients();
    broken.add('managed-subscription-1');
    await advance('2026-07-15T09:00:00Z');
    const [first] = await invoices();
    expect(first).toEqual([2, '2026-07-01', 'open']);
    broken.add('invoice-1');
    await advance('2026-07-17T09:00:00Z');
    expect((await invoices()).map(([account, , status]) => [account, status])).toEqual([
      [2, 'open'],
      [3, 'past_due'],
    ]);
    expect(await job()).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('2 failed: subscription 1: '),
    });
    expect((await job())?.['detail']).toContain('invoice 1: invoice-1 cannot be reached');
  });
});
