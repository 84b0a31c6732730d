import { describe, expect, it } from 'vitest';
import type { PaymentGateways } from '#commands/billing/ports-payments';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { cents } from '#domain/kernel/money';
import { type World, world } from '#test/support/world';

/** The same store, opened again with other gateways: what an operator does who takes keys away. */
const reopened = (w: World, gateways: PaymentGateways): Promise<World> => {
  const { store, readModels, ids } = w.surroundings;
  return world(w.clock.now(), { store, readModels, ids, gateways });
};
const buy = (w: World, paymentMethod: 'stripe' | 'paypal') =>
  w.commands.addOns.buy(
    {
      accountId: 1 as never,
      wanted: { kind: 'indexing-boost', quantity: 20 },
      paymentMethod,
      overrideReason: null,
      boughtBy: null,
    },
    w.cause(),
  );
const invoiceOf = async (w: World) => (await w.commands.invoices.load(1)).state as IssuedInvoice;
const payments = async (w: World) => (await invoiceOf(w)).payments.map(({ status, error }) => [status, error]);

async function client(): Promise<World> {
  const w = await world('2026-06-17T10:00:00Z');
  await w.client({ account: 1, site: 11 });
  await w.commands.billing.addMethod(1, 'stripe', 'ok', w.cause());
  await w.settle();
  return w;
}

describe('a payment of a gateway that is not configured any more', () => {
  it('waits for the keys to come back, then has failed and is in nobody’s way', async () => {
    const before = await client();
    await buy(before, 'stripe');
    const w = await reopened(before, {});
    await w.settle();
    expect(await payments(w)).toEqual([['pending', null]]);
    await w.advance('2026-06-18T00:30:00Z');
    expect(await payments(w)).toEqual([['pending', null]]);
    await w.advance('2026-06-18T02:00:00Z');
    expect(await payments(w)).toEqual([['failed', 'stripe is not configured']]);
    const paid = { amount: cents(300), receivedOn: '2026-06-18' as never, reference: null };
    expect(await w.commands.invoices.recordManual(1, paid, w.cause())).toMatchObject({ ok: true });
    expect(await invoiceOf(w)).toMatchObject({ status: 'paid' });
  });

  it('is made after all where they come back in time, once', async () => {
    const before = await client();
    await buy(before, 'stripe');
    const without = await reopened(before, {});
    await without.advance('2026-06-17T12:00:00Z');
    const w = await reopened(without, { stripe: before.gateway });
    await w.advance('2026-06-18T02:00:00Z');
    expect(await invoiceOf(w)).toMatchObject({ status: 'paid' });
    expect(before.gateway.taken).toHaveLength(1);
  });

  it('is not guessed at where it may have been made', async () => {
    const before = await client();
    before.gateway.faults = { ...before.gateway.faults, losesAnswer: () => true, lookUpDown: () => true };
    await buy(before, 'stripe');
    await before.settle();
    expect(await payments(before)).toEqual([['unknown', expect.any(String)]]);
    const w = await reopened(before, {});
    await w.advance('2026-06-18T14:00:00Z');
    expect(await payments(w)).toEqual([['unknown', expect.any(String)]]);
    before.gateway.faults = { ...before.gateway.faults, losesAnswer: () => false, lookUpDown: () => false };
    const again = await reopened(w, { stripe: before.gateway });
    await again.advance('2026-06-18T16:00:00Z');
    expect(await payments(again)).toEqual([['succeeded', null]]);
    expect(before.gateway.taken).toHaveLength(1);
  });

  it('that was given up while its gateway was down is settled by the reconciler', async () => {
    const before = await client();
    before.gateway.faults = { ...before.gateway.faults, down: () => true };
    await buy(before, 'stripe');
    await before.advance('2026-06-18T02:00:00Z');
    const w = await reopened(before, { paypal: before.gateway });
    await w.advance('2026-06-18T09:00:00Z');
    expect(await payments(w)).toEqual([['pending', null]]);
    await w.advance('2026-06-18T12:00:00Z');
    expect((await payments(w))[0]).toEqual(['failed', 'stripe is not configured']);
  });
});

describe('a card that is to be saved by a gateway that is not configured any more', () => {
  it('fails once the keys have not come back', async () => {
    const before = await world('2026-06-17T10:00:00Z', { gateways: {} });
    await before.client({ account: 1, site: 11 });
    await before.commands.billing.addMethod(1, 'stripe', null, before.cause());
    const method = async () => (await before.commands.billing.load(1)).state.methods[0];
    await before.advance('2026-06-18T00:30:00Z');
    expect(await method()).toMatchObject({ status: 'pending' });
    await before.advance('2026-06-18T02:00:00Z');
    expect(await method()).toMatchObject({ status: 'failed', error: 'stripe is not configured' });
  });
});
