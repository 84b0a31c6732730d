import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import type { AccountId, DisputeId, InvoiceId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import { checked } from '#domain/proof/evidence-bundle-check';
import { type EventStore, RecordedEvent } from '#runtime/event-store';
import { at, type World, world } from '#test/support/world';
import { verify } from '../../docs/verify/verify.mjs';

/** A world with one subscription at `pro`, from June 17; its closings are not written while `broken` says so. */
async function subscribed() {
  const inner = createInMemoryEventStore();
  const broken = { closings: false, changed: 0 };
  const store: EventStore = {
    ...inner,
    /** One event of a stream that no bundle shows, changed by hand. */
    readAll: async (from) => {
      const page = await inner.readAll(from);
      const changed = (event: RecordedEvent) =>
        event.position === broken.changed ? new RecordedEvent({ ...event, dataText: '{"put":"in"}' }) : event;
      return { ...page, events: page.events.map(changed) };
    },
    append: async (stream, expected, events) => {
      if (broken.closings && events.some(({ type }) => type === 'ServiceMonthClosed')) throw new Error('out of order');
      return inner.append(stream, expected, events);
    },
  };
  const w = await world('2026-06-17T08:00:00Z', { store });
  await w.client({ account: 1, site: 11 });
  await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
  await w.settle();
  const wanted = { accountId: 1 as AccountId, siteId: 11 as SiteId, tier: 'pro' as const, given: {} };
  const who = { accountManagerId: null, monthlyPrice: null, overrideReason: null, mayOverride: true, createdBy: null };
  const { ok } = await w.commands.subscriptions.create({ ...wanted, ...who }, w.cause());
  expect(ok).toBe(true);
  await w.settle();
  return { w, broken };
}
const ID = 1 as SubscriptionId;
const run = async (w: World, command: Parameters<World['commands']['subscriptions']['run']>[1]) => {
  expect(await w.commands.subscriptions.run(ID, command, w.cause())).toMatchObject({ ok: true });
  await w.settle();
};
const change = async (w: World, to: { tier?: 'lite' | 'pro'; price?: number }) => {
  const { tier, price } = to;
  const asked = { tier, monthlyPrice: price === undefined ? undefined : cents(price), overrideReason: 'agreed' };
  expect(await w.commands.subscriptions.change(ID, { ...asked, mayOverride: true }, w.cause())).toMatchObject({
    ok: true,
  });
  await w.settle();
};

/** A bundle of each invoice with a line of a subscription, which must hold with both verifiers; answers their lines. */
async function bundled(w: World): Promise<string[]> {
  const told: string[] = [];
  for (const row of (await w.rows('igny8_invoices')) as { id: InvoiceId; [column: string]: unknown }[]) {
    const asked = { amount: null, reason: 'asked', openedBy: 'admin' as const };
    await w.commands.disputes.raise(row.id, asked, w.cause());
    const { state } = await w.commands.invoices.load(row.id);
    const [dispute] = state.status === 'none' ? [] : state.disputes;
    const built = await w.commands.evidence.build(row.id, dispute?.id as DisputeId);
    const bytes = (await w.commands.evidence.bundle(built?.sha256 ?? '')) as Uint8Array;
    const mine = checked(bytes, {}, checkCrypto);
    const other = verify(bytes);
    expect([mine.verdict, other.verdict], JSON.stringify([mine, other])).toEqual(['holds', 'holds']);
    for (const { rule, amount } of other.summary?.amounts ?? []) told.push(`${rule} ${amount}`);
  }
  return told;
}

describe('bundles of subscriptions hold', () => {
  it('of one that was paused, changed twice on a day, changed in tier, paused for a month and cancelled', async () => {
    const { w } = await subscribed();
    await w.advance('2026-06-20T09:00:00Z');
    await run(w, { type: 'Pause', reason: 'relaunch' });
    await w.advance('2026-06-24T09:00:00Z');
    await run(w, { type: 'Resume' });
    await change(w, { price: 45_000 });
    await change(w, { price: 39_900 });
    await w.advance('2026-07-01T00:05:00Z');
    await change(w, { price: 30_000 });
    await w.advance('2026-07-10T09:00:00Z');
    await change(w, { tier: 'lite' });
    await change(w, { price: 20_000 });
    await w.advance('2026-07-31T09:00:00Z');
    await run(w, { type: 'Pause', reason: 'holidays' });
    await w.advance('2026-09-03T09:00:00Z');
    await run(w, { type: 'Resume' });
    await w.advance('2026-10-01T00:02:00Z');
    await run(w, { type: 'Cancel', reason: null });
    await w.advance('2026-12-05T09:00:00Z');
    expect(await bundled(w)).toEqual([
      // 17 to 20 and 24 to 30 June at 399.00; July at 300.00, and from the 10th at 200.00; 3 to 30 September; 1 October.
      'subscription.prorated_days 146.30',
      'subscription.prorated_days 87.10',
      'subscription.prorated_days 141.94',
      'subscription.prorated_days 186.67',
      'subscription.prorated_days 6.45',
    ]);
  });

  it('of months that are billed late, after it was cancelled', async () => {
    const { w } = await subscribed();
    await w.advance('2026-06-28T09:00:00Z');
    // Nothing runs for six weeks.
    w.clock.set(at('2026-08-12T09:00:00Z'));
    await run(w, { type: 'Cancel', reason: 'gone' });
    await w.advance('2026-10-05T09:00:00Z');
    expect(await bundled(w)).toEqual([
      'subscription.prorated_days 186.20',
      'subscription.full_month 399.00',
      'subscription.prorated_days 154.45',
    ]);
  });

  it('once the month is closed, where that failed while its invoice was made', async () => {
    const { w, broken } = await subscribed();
    broken.closings = true;
    await w.advance('2026-07-01T09:00:00Z');
    expect(await w.rows('igny8_invoices')).toHaveLength(1);
    await expect(bundled(w)).rejects.toThrow('of 2026-06 not every month of managed-subscription-1 is closed');
    broken.closings = false;
    await w.advance('2026-07-02T09:00:00Z');
    expect(await bundled(w)).toEqual(['subscription.prorated_days 186.20']);
  });
});

describe('a store that does not verify', () => {
  it('makes no evidence: whatever was found is said, though no event of the bundle was touched', async () => {
    const { w, broken } = await subscribed();
    await w.advance('2026-07-02T09:00:00Z');
    await bundled(w);
    const [row] = (await w.rows('igny8_invoices')) as { id: InvoiceId }[];
    const build = () => w.commands.evidence.build(row?.id as InvoiceId, 1 as DisputeId);
    broken.changed = 1;
    await expect(build()).rejects.toThrow(/^the log does not hold at position 1: event \S+ is not what was sealed$/);
    broken.changed = 0;
    expect(await build()).not.toBeNull();
  });
});
