import { describe, expect, it } from 'vitest';
import type { AccountId, InvoiceId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { BILLING_ACCOUNTS } from '#projections/billing/billing-account-tables';
import { billingVisits } from '#projections/billing/billing-visits';
import { INVOICES } from '#projections/billing/invoice-tables';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { type World, world } from '#test/support/world';

async function client(w: World, account: number, price: number): Promise<void> {
  const site = account * 11;
  await w.client({ account, site });
  const created = await w.commands.subscriptions.create(
    {
      accountId: account as AccountId,
      siteId: site as SiteId,
      tier: 'lite',
      accountManagerId: null,
      given: {},
      monthlyPrice: cents(price),
      createdBy: null,
      overrideReason: 'agreed',
      mayOverride: true,
    },
    w.cause(),
  );
  if (!created.ok) throw new Error(created.refusal.message);
  await w.settle();
}
const invoices = (w: World) => w.rows(INVOICES.name, { account_id: 1 });
const told = (w: World) => w.mailbox.map(({ subject }) => subject).filter((subject) => !/welcome/i.test(subject));

describe('a month that comes to less than the card can be charged with', () => {
  it('is no payment that failed: it stands in the next invoice that comes to enough', async () => {
    const w = await world('2026-06-01T08:00:00Z');
    await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
    await client(w, 1, 30);
    await w.advance('2026-07-01T09:00:00Z');
    expect(await invoices(w)).toEqual([]);
    expect(told(w).filter((subject) => /payment|invoice/i.test(subject))).toEqual([]);
    expect(await w.rows(BILLING_ACCOUNTS.name)).toMatchObject([
      { unbilled_from: '2026-07-01', waiting: { '2026-07-01': 1 } },
    ]);
    await w.advance('2026-08-01T09:00:00Z');
    const [made, ...more] = await invoices(w);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ id: 1, status: 'paid', total: '0.60', billing_date: '2026-08-01', paid: '0.60' });
    expect(made?.['keys']).toEqual(['subscription-1-2026-06', 'subscription-1-2026-07']);
    expect(await w.rows(BILLING_ACCOUNTS.name)).toMatchObject([{ unbilled_from: null, waiting: {} }]);
    expect(w.gateway.taken).toHaveLength(1);
  });

  it('is invoiced to be paid otherwise once there is no card any more', async () => {
    const w = await world('2026-06-01T08:00:00Z');
    const { methodId } = await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
    await client(w, 1, 30);
    await w.advance('2026-07-01T09:00:00Z');
    await w.commands.billing.run(1, { type: 'RemoveMethod', methodId }, w.cause());
    await w.advance('2026-07-02T09:00:00Z');
    expect(await invoices(w)).toMatchObject([{ status: 'open', total: '0.30', due_on: '2026-07-16' }]);
  });
});

describe('dunning that paused services', () => {
  /** What holds renewals back is asked of the same rows. */
  const visits = (w: World) => billingVisits(w.surroundings.readModels.tables('live'), () => '2026-07-24' as Day);
  const paused = async (w: World) => (await w.rows(SUBSCRIPTIONS.name, { account_id: 1 }))[0]?.['status'];
  async function overdue(): Promise<World> {
    const w = await world('2026-06-01T08:00:00Z');
    await client(w, 1, 10_000);
    await w.advance('2026-07-24T09:00:00Z');
    expect(await paused(w)).toBe('paused');
    expect(await visits(w).pastDue(1)).toBe(true);
    return w;
  }

  it.each([
    ['a payment', 9950],
    ['a payment', 9901],
  ])('lets them go on where %s of %i leaves less than 1.00', async (_, amount) => {
    const w = await overdue();
    const input = { amount: cents(amount), receivedOn: '2026-07-24' as never, reference: null };
    await w.commands.invoices.recordManual(1, input, w.cause());
    await w.settle();
    expect(await paused(w)).toBe('active');
    expect(await visits(w).pastDue(1)).toBe(false);
    await w.advance('2026-08-20T09:00:00Z');
    expect(await paused(w)).toBe('active');
  });

  it('lets them go on where a credit note leaves less than 1.00, and not where it leaves more', async () => {
    const w = await overdue();
    const credit = (amount: number) =>
      w.commands.invoices.creditNote(
        1 as InvoiceId,
        { amount: cents(amount), lines: [], reason: 'late', refund: false },
        w.cause(),
      );
    await credit(9900);
    await w.settle();
    expect(await paused(w)).toBe('paused');
    await credit(1);
    await w.settle();
    expect(await paused(w)).toBe('active');
  });
});
