import { describe, expect, it } from 'vitest';
import type { AccountId, SiteId, UserId } from '#domain/kernel/ids';
import { postgresWorld } from '#test/support/postgres-world';

const wanted = (n: number) => ({
  accountId: n as AccountId,
  siteId: (n * 10) as SiteId,
  tier: 'pro' as const,
  accountManagerId: 900 as UserId,
  given: {},
  monthlyPrice: null,
  overrideReason: null,
  mayOverride: true,
  createdBy: null,
});

describe('the machinery on PostgreSQL', () => {
  it('onboards, and every read model rebuilt equals the live one', async () => {
    const w = await postgresWorld('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 10 });
    expect((await w.commands.subscriptions.create(wanted(1), w.cause())).ok).toBe(true);
    await w.advance('2026-07-03T00:00:00Z');
    const [row] = await w.rows('igny8_managed_service_subscriptions');
    expect(row).toMatchObject({
      status: 'active',
      monthly_price: '399.00',
      current_month_start: '2026-07-01',
      next_billing_date: '2026-08-01',
    });
    const besides = w.mailbox.filter(({ subject }) => !/report/.test(subject));
    expect(besides.map(({ subject }) => subject.split(/[ :]/)[0])).toEqual(['Welcome', 'New', 'Invoice']);
    for (const { name } of w.projector.projections) expect(await w.projector.compare(name)).toEqual([]);
    for (const { name } of w.projector.projections) await w.projector.rebuild(name);
    await w.settle();
    for (const { name } of w.projector.projections) expect(await w.projector.compare(name)).toEqual([]);
    expect(await w.store.verifyChain()).toBeNull();
    expect(await w.projector.parked()).toEqual([]);
    await w.close();
  });
});
