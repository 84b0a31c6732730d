import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import type { KnownPurchase } from '#domain/billing/add-on';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import type { AccountId, BacklinkId, InvoiceId, OrderId, PurchaseId, SiteId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { ORDERS } from '#projections/links/backlink-order-table';
import type { EventStore } from '#runtime/event-store';
import { addOnPurchase } from '#sagas/billing/add-on-purchase';
import { invoiceMoney } from '#sagas/billing/invoice-money';
import { orderMoney } from '#sagas/billing/order-money';
import { sagaStory } from '#test/support/spec';
import { type World, world } from '#test/support/world';

const START = '2026-06-10T09:00:00Z';

/** A client whose card is charged, or who pays by transfer. */
async function begun(
  overrides: Parameters<typeof world>[1] = {},
  method: 'stripe' | 'manual' = 'stripe',
): Promise<World> {
  const w = await world(START, overrides);
  await w.client({ account: 1, site: 11 });
  await w.commands.billing.addMethod(1, method, method === 'stripe' ? 'ok' : null, w.cause());
  await w.settle();
  return w;
}
async function buy(w: World, paymentMethod: 'stripe' | 'manual' = 'stripe'): Promise<PurchaseId> {
  const wanted = {
    kind: 'backlink-package',
    siteId: 11 as SiteId,
    package: 'starter',
    links: null,
    niche: null,
  } as const;
  const done = await w.commands.addOns.buy(
    { accountId: 1 as AccountId, wanted, paymentMethod, overrideReason: null, boughtBy: null },
    w.cause(),
  );
  if (!done.ok || done.id === undefined) throw new Error(JSON.stringify(done));
  return done.id;
}
const purchaseOf = async (w: World, id: number) => (await w.commands.addOns.load(id)).state as KnownPurchase;
const orderOf = async (w: World, id: number | null) => (await w.commands.orders.load(id ?? 0)).state as KnownOrder;
const invoiceOf = async (w: World, id: number | null) =>
  (await w.commands.invoices.load(id ?? 0)).state as IssuedInvoice;
const credit = (w: World, id: number | null, refund = false) =>
  w.commands.invoices.creditNote(id ?? 0, { amount: cents(80_000), lines: [], reason: 'agreed', refund }, w.cause());
const cancel = async (w: World, id: number | null) => {
  const done = await w.commands.orders.run(id ?? 0, { type: 'Cancel', what: 'order', reason: 'x' }, w.cause());
  if (!done.ok) throw new Error(done.refusal.message);
  await w.settle();
};
const orders = (w: World) => w.rows(ORDERS.name);

describe('the process of an order’s money', () => {
  it('asks once for each of what it owes, and again while that cannot be given back', () => {
    const story = sagaStory(orderMoney);
    expect(story.tell('BacklinkOrderCancelled', { order_id: 4, account_id: 1 })).toEqual([
      'effect settle_cancelled_order settle',
    ]);
    const again = { name: 'settle', result: { again_hours: 1 } };
    expect(story.tell('EffectSucceeded', again, '2026-06-17T10:00:00.000Z')).toEqual([
      'timer again/settle 2026-06-17T11:00:00.000Z',
    ]);
    expect(story.tell('TimerFired', { name: 'again/settle' }, undefined, 'fired')).toEqual([
      'effect settle_cancelled_order settle#fired',
    ]);
    expect(story.effect('settle#fired')).toMatchObject({ key: 'order-4-cancelled', payload: { order_id: 4 } });
    expect(story.tell('EffectSucceeded', { name: 'settle#fired', result: { again_hours: 24 } })).toEqual([
      'timer again/settle 2026-06-18T10:00:00.000Z',
    ]);
    expect(story.tell('EffectSucceeded', { name: 'settle#fired', result: {} })).toEqual([]);
  });

  it('tells a pass-through order that it is billed, and credits only what is less than that', () => {
    const story = sagaStory(orderMoney);
    const repriced = { order_id: 4, account_id: 1, client_price_cents: 100, cost_cents: 90 };
    expect(story.tell('BacklinkOrderRepriced', repriced)).toEqual([]);
    const billable = (kind: string) => ({
      account_id: 1,
      billable: { key: 'order-4', lines: [{ kind, order_id: 4, amount_cents: 100 }] },
    });
    expect(story.tell('BillableAdded', billable('order'))).toEqual([]);
    expect(story.tell('BillableAdded', billable('pass_through'))).toEqual(['effect tell_order_billed billed']);
    const less = { ...repriced, credit_cents: 12 };
    expect(story.tell('BacklinkOrderRepriced', less, undefined, 'first')).toEqual([
      'effect credit_repriced_order credit/first',
    ]);
    expect(story.tell('BacklinkOrderRepriced', less, undefined, 'second')).toEqual([
      'effect credit_repriced_order credit/second',
    ]);
    expect(story.effect('credit/second')).toMatchObject({ payload: { event_id: 'second', amount_cents: 12 } });
  });
});

describe('what follows from a credit note', () => {
  it('is the end of what its invoice sold, of a purchase or of a renewal', () => {
    const note = { invoice_id: 1, account_id: 1, note_id: 5, purchase_id: null, order_id: null };
    const noted = (more: object) => sagaStory(invoiceMoney).tell('CreditNoteIssued', { ...note, ...more });
    expect(noted({})).toEqual(['effect number_credit_note number/5']);
    expect(noted({ purchase_id: 3 }).at(-1)).toBe('effect refund_purchase credited/5');
    expect(noted({ order_id: 4 }).at(-1)).toBe('effect end_credited_renewal credited/5');
  });

  it('a refunded purchase waits for nothing any more', () => {
    const story = sagaStory(addOnPurchase);
    const terms = { kind: 'backlink-package' };
    story.tell('AddOnPurchased', { purchase_id: 3, account_id: 1, terms, expires_at: '2026-06-18T10:00:00.000Z' });
    expect(story.tell('AddOnRefunded', { purchase_id: 3 })).toEqual(['cancel_timer expire']);
    expect(story.tell('InvoicePaid', { purchase_id: 3 })).toEqual([]);
  });
});

describe('a package', () => {
  it('that is credited in full before it is paid is given to nobody', async () => {
    const w = await begun();
    const id = await buy(w, 'manual');
    await w.settle();
    await credit(w, (await purchaseOf(w, id)).invoiceId);
    await w.settle();
    expect(await purchaseOf(w, id)).toMatchObject({ status: 'refunded', orderId: null });
    await w.advance('2026-07-20T12:00:00Z');
    expect(await orders(w)).toEqual([]);
    expect(w.gateway.taken).toEqual([]);
  });

  it('that is credited in full once it is paid is cancelled, and never renewed or charged again', async () => {
    const w = await begun();
    const id = await buy(w);
    await w.settle();
    const { orderId, invoiceId } = await purchaseOf(w, id);
    expect(await orderOf(w, orderId)).toMatchObject({ status: 'approved' });
    await credit(w, invoiceId, true);
    await w.settle();
    expect(await purchaseOf(w, id)).toMatchObject({ status: 'refunded', orderId });
    expect(await orderOf(w, orderId)).toMatchObject({ status: 'cancelled', renewalEnded: true });
    await w.advance('2026-07-20T12:00:00Z');
    expect(await orders(w)).toHaveLength(1);
    expect(w.gateway.taken).toHaveLength(1);
    expect(w.gateway.refunds.map(({ refund }) => refund.amount)).toEqual([80_000]);
  });

  it('that is refunded while it is being given is taken back', async () => {
    const inner = createInMemoryEventStore();
    let meanwhile: (() => Promise<unknown>) | null = null;
    const append: EventStore['append'] = async (stream, expected, events) => {
      const done = await inner.append(stream, expected, events);
      const work = events.some(({ type }) => type === 'BacklinkOrderApproved') ? meanwhile : null;
      if (work) {
        meanwhile = null;
        await work();
      }
      return done;
    };
    const store = new Proxy(inner, {
      get: (target, name) => {
        const value = name === 'append' ? append : Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const w = await begun({ store });
    meanwhile = async () => {
      await credit(w, 1, true);
      await w.commands.addOns.run(1, { type: 'Refund', reason: 'credited' }, w.cause());
    };
    await buy(w);
    await w.settle();
    expect(meanwhile).toBeNull();
    expect(await purchaseOf(w, 1)).toMatchObject({ status: 'refunded', orderId: null });
    expect(await orderOf(w, 1)).toMatchObject({ status: 'cancelled', clientPrice: 0 });
    expect(w.gateway.refunds).toHaveLength(1);
  });
});

describe('a prepaid renewal', () => {
  /** Bought on 10 June, paid, and to be renewed on 10 July. */
  const renewing = async (card: boolean) => {
    const w = await begun();
    const id = await buy(w);
    await w.settle();
    if (!card) w.gateway.badCards.add(1);
    await w.advance('2026-07-10T00:20:00Z');
    const first = await orderOf(w, (await purchaseOf(w, id)).orderId);
    const next = await orderOf(w, first.successorId);
    const { billables } = (await w.commands.billing.load(1)).state;
    const invoiceId = billables[`prepaid-order-${next.orderId}`]?.invoice_id as InvoiceId;
    return { w, next: next.orderId as OrderId, invoiceId };
  };

  it('that is cancelled gives back its own month', async () => {
    const { w, next, invoiceId } = await renewing(true);
    expect(await orderOf(w, next)).toMatchObject({ status: 'approved' });
    await cancel(w, next);
    const invoice = await invoiceOf(w, invoiceId);
    expect(balance(invoice)).toMatchObject({ credited: 80_000, refunded: 80_000 });
    expect(invoice.notes).toMatchObject([{ owed_cents: 0 }]);
  });

  it('that is cancelled before it is paid owes nothing', async () => {
    const { w, next, invoiceId } = await renewing(false);
    expect(await orderOf(w, next)).toMatchObject({ status: 'draft' });
    await cancel(w, next);
    expect((await invoiceOf(w, invoiceId)).status).toBe('void');
    await w.advance('2026-07-18T12:00:00Z');
    expect(await w.rows('runtime_effects', { status: 'parked' })).toEqual([]);
  });

  it('that is credited in full before it is paid is not approved, and nothing renews', async () => {
    const { w, next, invoiceId } = await renewing(false);
    await credit(w, invoiceId);
    await w.settle();
    expect((await invoiceOf(w, invoiceId)).status).toBe('paid');
    expect(await orderOf(w, next)).toMatchObject({ status: 'cancelled', renewalEnded: true, approval: null });
    await w.advance('2026-08-20T12:00:00Z');
    expect(await orders(w)).toHaveLength(2);
    expect(await w.rows('runtime_effects', { status: 'parked' })).toEqual([]);
  });

  it('that is cancelled while its payment is on its way gives it back once it is there', async () => {
    const w = await begun();
    const id = await buy(w);
    await w.settle();
    let down = true;
    w.gateway.faults = { ...w.gateway.faults, down: () => down };
    await w.advance('2026-07-10T00:11:00Z');
    const { orderId } = await purchaseOf(w, id);
    const next = (await orderOf(w, orderId)).successorId;
    await cancel(w, next);
    expect(await orderOf(w, next)).toMatchObject({ status: 'cancelled' });
    down = false;
    await w.advance('2026-07-10T12:00:00Z');
    expect(w.gateway.taken).toHaveLength(2);
    expect(w.gateway.refunds.map(({ refund }) => refund.amount)).toEqual([80_000]);
  });
});

describe('what is passed through and was invoiced', () => {
  /** A pass-through order of one link at 100.00 that was completed in June; invoiced on 1 July. */
  async function invoiced(method: 'stripe' | 'manual' = 'stripe') {
    const w = await begun({}, method);
    const wanted = {
      accountId: 1 as AccountId,
      siteId: 11 as SiteId,
      tier: 'pro' as const,
      accountManagerId: null,
      given: {},
      monthlyPrice: null,
      overrideReason: null,
      mayOverride: false,
      createdBy: null,
    };
    const pro = await w.commands.subscriptions.create(wanted, w.cause());
    if (!pro.ok) throw new Error(pro.refusal.message);
    await w.advance('2026-06-11T09:00:00Z');
    const drafted = await w.commands.orders.draft(
      {
        accountId: 1 as AccountId,
        siteId: 11 as SiteId,
        orderType: 'one_time',
        billing: 'on_completion',
        request: {
          pricing_mode: 'pass_through',
          budget_cents: cents(12_000),
          override_reason: null,
          lines: [{ tier: 'basic_guest_post', quantity: 1 }],
        },
        managedSubscriptionId: pro.id as never,
        campaignId: null,
        dueDate: null,
        notes: null,
        mayOverride: false,
        createdBy: 1,
      },
      w.cause(),
    );
    const order = drafted.ok ? (drafted.id as OrderId) : (0 as OrderId);
    const run = async (command: Parameters<typeof w.commands.orders.run>[1]) => {
      const done = await w.commands.orders.run(order, command, w.cause());
      if (!done.ok) throw new Error(done.refusal.message);
    };
    await run({ type: 'Approve', by: { role: 'client', id: 7 }, onBehalf: false });
    const placement = {
      vendor: 'fatgrid' as const,
      vendor_reference: null,
      source_url: 'https://blog1.example/',
      source_domain: 'blog1.example',
      target_url: 'https://site11.example/',
      anchor_text: 'acorn',
      cost_cents: cents(10_000),
      replaces_id: null,
    };
    const { id: backlinkId } = await w.commands.orders.place(
      order,
      { placement, tier: null, overrideReason: null },
      w.cause(),
    );
    await w.settle();
    await run({ type: 'Complete', reason: 'agreed' });
    await w.advance('2026-07-01T01:00:00Z');
    const correct = async (cost: number) => {
      await run({
        type: 'CorrectCost',
        backlinkId: backlinkId as BacklinkId,
        cost: cents(cost),
        reason: 'x',
        overrideReason: null,
      });
      await w.settle();
    };
    const invoice = async () => {
      const { billables } = (await w.commands.billing.load(1)).state;
      return invoiceOf(w, billables[`order-${order}`]?.invoice_id ?? 0);
    };
    return { w, order, correct, invoice };
  }

  it('is credited for each lower cost, and not charged for a higher one', async () => {
    const { w, order, correct, invoice } = await invoiced();
    expect(await orderOf(w, order)).toMatchObject({ clientPrice: 12_000, billedPrice: 12_000 });
    await correct(9000);
    await correct(9999);
    await correct(8500);
    const { notes, content } = await invoice();
    expect(notes.map(({ net_cents, refund_cents }) => [net_cents, refund_cents])).toEqual([
      [1200, 0],
      [600, 0],
    ]);
    expect(content.lines.find(({ order_id }) => order_id === order)).toMatchObject({ amount_cents: 12_000 });
    expect((await w.commands.billing.load(1)).state.credits).toMatchObject([
      { remaining_cents: 1200 },
      { remaining_cents: 600 },
    ]);
    expect(await orderOf(w, order)).toMatchObject({ clientPrice: 10_200 });
  });

  it('is credited on the invoice that bills it anew, where the first is void', async () => {
    const { w, order, correct, invoice } = await invoiced('manual');
    const first = await invoice();
    expect(first.status).toBe('open');
    const { invoice_id: id } = first.content;
    await w.commands.invoices.run(id, { type: 'Void', reason: 'wrong', refundIds: null }, w.cause());
    await w.settle();
    await correct(9000);
    await w.advance('2026-07-31T12:00:00Z');
    expect((await invoiceOf(w, id)).notes).toEqual([]);
    await w.advance('2026-08-02T12:00:00Z');
    const { content, notes, status } = await invoice();
    expect(content.invoice_id).not.toBe(id);
    expect(content.lines.find(({ order_id }) => order_id === order)).toMatchObject({ amount_cents: 12_000 });
    expect({ status, notes }).toMatchObject({ status: 'open', notes: [{ applied_cents: 1200, net_cents: 1200 }] });
  });
});

describe('a link that broke its guarantee, where the terms say credit', () => {
  const CHECK = '4d2c0a5e-52a1-8f0e-9d0c-0b7d6f0d7c11';
  /** An order of two links at 400.00 together, one of them placed, approved under terms of credit. */
  async function ordered() {
    const w = await begun();
    const terms = { 'guarantee.covers': 'lost, nofollow', 'guarantee.remedy': 'credit' };
    await w.commands.priceBook.revise(terms, 'new terms', w.cause());
    const lines = [{ tier: 'basic_guest_post' as const, quantity: 2, unit_price_cents: cents(20_000) }];
    const drafted = await w.commands.orders.draft(
      {
        accountId: 1 as AccountId,
        siteId: 11 as SiteId,
        orderType: 'one_time',
        billing: 'on_completion',
        request: { pricing_mode: 'tiers', override_reason: null, lines },
        managedSubscriptionId: null,
        campaignId: null,
        dueDate: null,
        notes: null,
        mayOverride: false,
        createdBy: 1,
      },
      w.cause(),
    );
    const order = drafted.ok ? (drafted.id as OrderId) : (0 as OrderId);
    await w.commands.orders.approve(order, { by: { role: 'client', id: 7 }, onBehalf: false }, w.cause());
    const placement = {
      vendor: 'fatgrid' as const,
      vendor_reference: null,
      source_url: 'https://blog1.example/',
      source_domain: 'blog1.example',
      target_url: 'https://site11.example/',
      anchor_text: 'acorn',
      cost_cents: cents(10_000),
      replaces_id: null,
    };
    const { id } = await w.commands.orders.place(order, { placement, tier: null, overrideReason: null }, w.cause());
    await w.settle();
    const breaks = async () => {
      const breach = { reason: 'nofollow', checkId: CHECK } as const;
      const told = await w.commands.orders.tell(order, id, { what: 'breach', breach }, w.cause());
      if (!told.ok) throw new Error(told.refusal.message);
      await w.settle();
    };
    const complete = () => w.commands.orders.run(order, { type: 'Complete', reason: 'agreed' }, w.cause());
    const invoice = async () => {
      const { billables } = (await w.commands.billing.load(1)).state;
      return invoiceOf(w, billables[`order-${order}`]?.invoice_id ?? 0);
    };
    return { w, order, breaks, complete, invoice };
  }

  it('is credited with what one link came to, once, and the claim is remedied', async () => {
    const { w, order, breaks, complete, invoice } = await ordered();
    await complete();
    await w.advance('2026-07-01T01:00:00Z');
    await breaks();
    await breaks();
    const { notes } = await invoice();
    expect(notes.map(({ net_cents, refund_cents }) => [net_cents, refund_cents])).toEqual([[20_000, 0]]);
    expect((await orderOf(w, order)).claims).toMatchObject([{ status: 'remedied', remedy: 'credit' }]);
    expect((await w.rows('igny8_backlink_guarantee_claims'))[0]).toMatchObject({
      status: 'remedied',
      amount: '200.00',
      check_id: CHECK,
      credit_note_id: notes[0]?.note_id,
    });
  });

  it('waits for the invoice where there is none yet', async () => {
    const { w, order, breaks, complete, invoice } = await ordered();
    await breaks();
    expect((await orderOf(w, order)).claims).toMatchObject([{ status: 'accepted' }]);
    await complete();
    await w.advance('2026-07-03T12:00:00Z');
    expect((await invoice()).notes).toMatchObject([{ net_cents: 20_000 }]);
    expect((await orderOf(w, order)).claims).toMatchObject([{ status: 'remedied' }]);
  });
});
