import { describe, expect, it } from 'vitest';
import type { ProviderEvent } from '#commands/billing/ports-payments';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { cents } from '#domain/kernel/money';
import { tries } from '#test/support/depth';
import { type World, world } from '#test/support/world';

function* permutations<T>(all: readonly T[]): Generator<T[]> {
  if (all.length <= 1) yield [...all];
  else
    for (const [n, first] of all.entries())
      for (const rest of permutations(all.filter((_, m) => m !== n))) yield [first, ...rest];
}

const always = () => true;
const never = () => false;

/**
 * Two purchases, of which no answer told the end: the charge of the first is unknown and disputed, the refund of the second is
 * unknown. All that is known of them comes from the provider's notices.
 */
async function untold(): Promise<{ w: World; events: readonly ProviderEvent[] }> {
  const w = await world('2026-06-17T10:00:00Z');
  await w.client({ account: 1, site: 11 });
  await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
  await w.settle();
  const buy = () =>
    w.commands.addOns.buy(
      {
        accountId: 1 as never,
        wanted: { kind: 'indexing-boost', quantity: 20 },
        paymentMethod: 'stripe',
        overrideReason: null,
        boughtBy: null,
      },
      w.cause(),
    );
  await buy();
  await w.settle();
  w.gateway.faults = { ...w.gateway.faults, losesAnswer: always, lookUpDown: always };
  const [first] = await w.rows('igny8_invoices');
  const note = { amount: cents(100), lines: [], reason: 'late', refund: true };
  await w.commands.invoices.creditNote(Number(first?.['id']), note, w.cause());
  await buy();
  await w.settle();
  const charged = w.gateway.taken.at(-1)?.reference ?? '';
  w.gateway.closeDispute(w.gateway.dispute(charged, 300), 'won');
  w.gateway.planned(1, 'growth', 'active');
  w.gateway.faults = { ...w.gateway.faults, losesAnswer: never, lookUpDown: never };
  return { w, events: w.gateway.undelivered.splice(0) };
}

/** Everything that matters of the end, whatever the order in which it was learnt. */
async function end(w: World) {
  const rows = await w.rows('igny8_invoices');
  return {
    invoices: rows.map((row) => {
      const state = row['state'] as unknown as IssuedInvoice;
      return {
        status: row['status'],
        paid: row['paid'],
        due: row['amount_due'],
        refunded: row['refunded'],
        payments: state.payments.map(({ id, status, amount_cents }) => [id, status, amount_cents]),
        refunds: state.refunds.map(({ id, status }) => [id, status]),
        disputes: state.disputes.map(({ status, amount_cents }) => [status, amount_cents]),
      };
    }),
    credits: (await w.commands.credits.load(1)).state.balance,
    plan: (await w.commands.features.book()).planOf(1, w.clock.now()).plan,
    taken: w.gateway.taken.length,
    refunded: w.gateway.refunds.length,
  };
}

describe('notices of a provider', () => {
  it('end in one state in every order, each sent twice', async () => {
    const { events } = await untold();
    expect(events.map(({ type }) => type)).toEqual([
      'charge.paid',
      'refund',
      'charge.paid',
      'dispute',
      'dispute',
      'customer.subscription.updated',
    ]);
    const ends = new Set<string>();
    const orders = [...permutations([0, 1, 2, 3, 4, 5])];
    expect(orders).toHaveLength(720);
    for (const order of orders.filter((_, n) => n % tries(7, 1) === 0)) {
      const { w, events: own } = await untold();
      for (const n of order)
        for (const _ of [1, 2]) {
          await w.commands.providerEvents.receive('stripe', own[n] as ProviderEvent, 'webhook');
          await w.settle();
        }
      // What had to wait for something else is tried again by itself.
      await w.advance('2026-06-17T10:10:00Z');
      ends.add(JSON.stringify(await end(w)));
    }
    expect([...ends].map((text) => JSON.parse(text))).toEqual([
      {
        invoices: [
          {
            status: 'paid',
            paid: '3.00',
            due: '0.00',
            refunded: '1.00',
            payments: [[1, 'succeeded', 300]],
            refunds: [[expect.any(Number), 'succeeded']],
            disputes: [],
          },
          {
            status: 'paid',
            paid: '3.00',
            due: '0.00',
            refunded: '0.00',
            payments: [[2, 'succeeded', 300]],
            refunds: [],
            disputes: [['won', 300]],
          },
        ],
        credits: 40,
        plan: 'growth',
        taken: 2,
        refunded: 1,
      },
    ]);
  }, 600_000);

  it('that never arrive are found by the hourly reconciler', async () => {
    const { w } = await untold();
    w.gateway.faults = { ...w.gateway.faults, lookUpDown: always };
    await w.advance('2026-06-19T10:30:00Z');
    expect((await w.rows('igny8_payments', { status: 'unknown' })).length).toBe(1);
    w.gateway.faults = { ...w.gateway.faults, lookUpDown: never };
    await w.advance('2026-06-19T12:30:00Z');
    expect(await end(w)).toMatchObject({
      credits: 40,
      plan: 'growth',
      taken: 2,
      refunded: 1,
      invoices: [{ status: 'paid' }, { status: 'paid', disputes: [['won', 300]] }],
    });
  });
});
