import { describe, expect, it } from 'vitest';
import type { AccountId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import { world } from '#test/support/world';

const wanted = {
  accountId: 1 as AccountId,
  siteId: 11 as SiteId,
  tier: 'pro' as const,
  accountManagerId: 900 as UserId,
  given: {},
  monthlyPrice: null,
  overrideReason: null,
  mayOverride: true,
  createdBy: null,
};

describe('onboarding a managed client', () => {
  it('goes through every step and activates', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 11 });
    const created = await w.commands.subscriptions.create(wanted, w.cause());
    expect(created.ok).toBe(true);
    await w.settle();
    const [row] = await w.rows('igny8_managed_service_subscriptions');
    expect(row).toMatchObject({
      status: 'active',
      monthly_price: '399.00',
      current_month_start: '2026-06-17',
      next_billing_date: '2026-07-01',
    });
    expect(row?.['onboarding']).toMatchObject({ status: 'completed' });
    expect(w.mailbox.map((mail) => mail.subject)).toEqual([
      'Welcome: managed SEO for site11.example begins',
      'New client onboarded: Client 1 (site11.example)',
    ]);
    expect((await w.rows('igny8_platform_work_requests')).map((r) => r['kind']).sort()).toEqual([
      'automation.configure',
      'content.plan',
      'gsc.inspect',
      'pipeline.run',
      'schema.scan',
      'social.schedule',
      'taxonomy.generate',
    ]);
  });

  it('is not given twice to one site', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 11 });
    const all = await Promise.all(Array.from({ length: 50 }, () => w.commands.subscriptions.create(wanted, w.cause())));
    expect(all.filter((r) => r.ok)).toHaveLength(1);
    expect(all.filter((r) => !r.ok && r.refusal.code === 'duplicate')).toHaveLength(49);
  });

  it('bills active days of a paused month', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 11 });
    await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
    const created = await w.commands.subscriptions.create(wanted, w.cause());
    const id = (created as { id: SubscriptionId }).id;
    await w.advance('2026-06-20T09:00:00Z');
    expect((await w.commands.subscriptions.run(id, { type: 'Pause', reason: 'holiday' }, w.cause())).ok).toBe(true);
    await w.advance('2026-06-29T09:00:00Z');
    expect((await w.commands.subscriptions.run(id, { type: 'Resume' }, w.cause())).ok).toBe(true);
    await w.advance('2026-08-02T09:00:00Z');
    const [row] = await w.rows('igny8_managed_service_subscriptions');
    expect(row).toMatchObject({ status: 'active', current_month_start: '2026-08-01', next_billing_date: '2026-09-01' });
  });
});
