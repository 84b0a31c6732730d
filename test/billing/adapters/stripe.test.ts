import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStripeGateway } from '#adapters/stripe';
import { aCharge, aRefund, aSetUp, findSetUp, KEY, type StripeWorld, setUp, stripeWorld } from './stripe-world.ts';

let world: StripeWorld;
beforeAll(async () => {
  world = await stripeWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

const paidCharge = async (testCard?: 'ok' | 'disputed') => {
  const charge = aCharge(world.clock, await world.saved(testCard));
  const paid = await world.gateway.charge(charge);
  if (paid.outcome !== 'paid') throw new Error(`the charge is ${paid.outcome}`);
  return { charge, paid };
};

describe('a set-up', () => {
  it('proves a test card, and is found again', async () => {
    const wanted = aSetUp(world.clock);
    const done = await setUp(world.gateway, wanted);
    expect(done).toMatchObject({ outcome: 'proven', label: 'Visa •••• 4242', last4: '4242', expires: '2034-12' });
    expect(await findSetUp(world.gateway, wanted)).toEqual(done);
    expect(await setUp(world.gateway, wanted)).toEqual(done);
    expect((await world.statuses('customer')).length).toBe(1);
    expect(await findSetUp(world.gateway, aSetUp(world.clock))).toEqual({ outcome: 'not_found' });
  });
  it('keeps the customer that is known', async () => {
    const { customer } = await world.saved();
    expect(await setUp(world.gateway, { ...aSetUp(world.clock), customer })).toMatchObject({ customer });
  });
  it('fails with a card that is declined', async () => {
    const wanted = { ...aSetUp(world.clock), testCard: 'declined' as const };
    expect(await setUp(world.gateway, wanted)).toEqual({
      outcome: 'failed',
      error: 'stripe answered 402: Your card was declined.',
    });
    expect(await findSetUp(world.gateway, wanted)).toMatchObject({ outcome: 'failed' });
  });
  it('waits for a card where there is none, and tells its secret', async () => {
    const wanted = { ...aSetUp(world.clock), testCard: null };
    const done = await setUp(world.gateway, wanted);
    if (done.outcome !== 'pending') throw new Error(done.outcome);
    expect(await findSetUp(world.gateway, wanted)).toEqual(done);
    expect(await world.gateway.setUpSecret?.(done.object)).toBe(`${done.object}_secret_sandbox`);
    expect(await world.gateway.setUpSecret?.('seti_none')).toBeNull();
  });
  it('that is older than its key is looked up, and made anew only where there is none', async () => {
    const [known, none] = [aSetUp(world.clock), aSetUp(world.clock)];
    const done = await setUp(world.gateway, known);
    world.pass(30);
    expect(await setUp(world.gateway, known)).toEqual(done);
    expect(await setUp(world.gateway, none)).toMatchObject({ outcome: 'proven' });
    const { rows } = await world.pool.query("SELECT key FROM sandbox.stripe_keys WHERE key LIKE '%:v2%' ORDER BY key");
    expect(rows).toEqual([{ key: `${none.key}:v2:customer` }, { key: `${none.key}:v2:setup_intent` }]);
  });
});

describe('a charge', () => {
  it('is one invoice of one item that is paid at once', async () => {
    world.plan({});
    const { charge, paid } = await paidCharge();
    expect(paid).toEqual({
      outcome: 'paid',
      amount: charge.amount,
      reference: expect.stringMatching(/^pi_/),
      object: expect.stringMatching(/^in_/),
    });
    expect(world.calls.slice(2)).toEqual([
      'POST /stripe/v1/invoices',
      'POST /stripe/v1/invoiceitems',
      `POST /stripe/v1/invoices/${paid.object}/finalize`,
      `POST /stripe/v1/invoices/${paid.object}/pay`,
    ]);
    expect(await world.state.ledger('stripe')).toMatchObject([
      {
        operation: 'charge',
        outcome: 'paid',
        charged: '123.45',
        reference: paid.reference,
        idempotency_key: `${charge.key}:pay`,
        request: { payment_id: String(charge.paymentId), invoice_id: '12', account_id: '7', amount: '123.45' },
      },
    ]);
    expect(await world.gateway.findCharge(charge, null)).toEqual(paid);
    expect(await world.gateway.charge(charge)).toEqual(paid);
    expect(await world.moved()).toEqual(['charge paid 123.45']);
  });
  it('that is declined leaves nothing to be paid', async () => {
    const charge = aCharge(world.clock, await world.saved('fails_later'));
    const declined = { outcome: 'declined', code: 'generic_decline' };
    expect(await world.gateway.charge(charge)).toMatchObject(declined);
    expect(await world.statuses('invoice')).toEqual(['void']);
    expect(await world.gateway.findCharge(charge, null)).toMatchObject(declined);
    expect(await world.gateway.charge(charge)).toMatchObject(declined);
    world.pass(48);
    expect(await world.gateway.charge(charge)).toMatchObject(declined);
    expect(await world.moved()).toEqual(['charge declined']);
  });
  it('is declined where the bank has a bad day', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 4: 'refuse' });
    const error = 'stripe answered 402: Your card has insufficient funds.';
    expect(await world.gateway.charge(charge)).toEqual({ outcome: 'declined', code: 'insufficient_funds', error });
  });
  it('is not found where there is none', async () => {
    const charge = aCharge(world.clock, await world.saved());
    expect(await world.gateway.findCharge(charge, null)).toEqual({ outcome: 'not_found' });
    for (const customer of [null, 'cus_none'])
      expect(await world.gateway.findCharge({ ...charge, customer }, null)).toEqual({ outcome: 'not_found' });
  });
  it('is found among more invoices than one page holds', async () => {
    const { charge, paid } = await paidCharge();
    const { rows } = await world.pool.query<{ doc: object }>(
      "SELECT doc FROM sandbox.stripe_objects WHERE kind = 'invoice'",
    );
    await world.pool.query(
      `INSERT INTO sandbox.stripe_objects (id, kind, customer, doc, created)
       SELECT 'in_more' || n, 'invoice', $1, jsonb_set(jsonb_set($2::jsonb, '{id}', to_jsonb('in_more' || n)), '{metadata}', '{}'), $3
       FROM generate_series(1, 205) n`,
      [charge.customer, JSON.stringify(rows[0]?.doc), world.clock.now()],
    );
    world.plan({});
    expect(await world.gateway.findCharge(charge, null)).toEqual(paid);
    expect(world.calls.length).toBe(3);
  });
  it('without a saved method, or of less than Stripe takes, is refused before anything is asked', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({});
    expect(await world.gateway.charge({ ...charge, method: null })).toMatchObject({ outcome: 'refused' });
    expect(await world.gateway.charge({ ...charge, customer: null })).toMatchObject({ outcome: 'refused' });
    expect(await world.gateway.charge({ ...charge, amount: 49 as never })).toMatchObject({ outcome: 'refused' });
    expect(world.calls).toEqual([]);
  });
  it("of another customer's method is refused, and leaves nothing open", async () => {
    const [one, other] = [await world.saved(), await world.saved()];
    const charge = aCharge(world.clock, { customer: one.customer, method: other.method });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'refused' });
    expect(await world.statuses('invoice')).toEqual([]);
  });
  it('whose method is gone when it is paid is refused, and its invoice is closed', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 4: 'down' });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'unknown' });
    await world.pool.query("DELETE FROM sandbox.stripe_objects WHERE kind = 'payment_method'");
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'refused' });
    expect(await world.statuses('invoice')).toEqual(['void']);
    expect(await world.moved()).toEqual([]);
  });
  it('that Stripe would make another amount of is refused', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 2: 'down' });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'unknown' });
    await world.pool.query(`UPDATE sandbox.stripe_objects SET doc = jsonb_set(doc::jsonb, '{total}', '100')
      WHERE kind = 'invoice'`);
    const error = 'stripe would have charged 124.45 for the invoice';
    expect(await world.gateway.charge(charge)).toEqual({ outcome: 'refused', error });
    expect(await world.statuses('invoice')).toEqual(['void']);
  });
  it('with a key that was used for something else is not known', async () => {
    const { charge } = await paidCharge();
    const other = { ...charge, description: 'another' };
    expect(await world.gateway.charge(other)).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a refund', () => {
  it('gives back in part, then the rest, then no more', async () => {
    const { paid } = await paidCharge();
    const refund = aRefund(world.clock, paid.reference, 2_345);
    const done = await world.gateway.refund(refund);
    expect(done).toEqual({ outcome: 'refunded', reference: expect.stringMatching(/^re_/), amount: 2_345 });
    expect(await world.gateway.refund(refund)).toEqual(done);
    expect(await world.gateway.findRefund(refund)).toEqual(done);
    const more = aRefund(world.clock, paid.reference, 10_001);
    expect(await world.gateway.refund(more)).toMatchObject({ outcome: 'refused' });
    expect(await world.gateway.findRefund(more)).toEqual({ outcome: 'not_found' });
    expect(await world.gateway.refund(aRefund(world.clock, paid.reference, 10_000))).toMatchObject({
      outcome: 'refunded',
    });
    expect(await world.gateway.refund(aRefund(world.clock, paid.reference, 1))).toMatchObject({ outcome: 'failed' });
    expect(await world.moved()).toEqual(['charge paid 123.45', 'refund refunded -23.45', 'refund refunded -100.00']);
  });
  it('that is older than its key is looked up', async () => {
    const { paid } = await paidCharge();
    const refund = aRefund(world.clock, paid.reference, 1_000);
    const done = await world.gateway.refund(refund);
    world.pass(30);
    expect(await world.gateway.refund(refund)).toEqual(done);
    const late = { ...aRefund(world.clock, paid.reference, 1_000), intendedAt: refund.intendedAt };
    expect(await world.gateway.refund(late)).toMatchObject({ outcome: 'refunded' });
    expect((await world.moved()).length).toBe(3);
  });
  it('of a disputed payment fails, until the dispute is won', async () => {
    const { paid } = await paidCharge('disputed');
    const refund = () => world.gateway.refund(aRefund(world.clock, paid.reference, 1_000));
    expect(await refund()).toMatchObject({ outcome: 'failed' });
    const [dispute] = await idsOf('dispute');
    await world.stripe.closeDispute(dispute ?? '', 'won');
    expect(await refund()).toMatchObject({ outcome: 'refunded' });
  });
  it('of a payment that is not known is refused', async () => {
    const refund = aRefund(world.clock, 'pi_none', 100);
    expect(await world.gateway.refund(refund)).toMatchObject({ outcome: 'refused' });
    expect(await world.gateway.findRefund(refund)).toEqual({ outcome: 'not_found' });
  });
});

const idsOf = async (kind: string): Promise<string[]> => {
  const { rows } = await world.pool.query<{ id: string }>(
    'SELECT id FROM sandbox.stripe_objects WHERE kind = $1 ORDER BY n',
    [kind],
  );
  return rows.map(({ id }) => id);
};

describe('errors', () => {
  it('hold no key', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const key = 'sk_test_expired12345';
    const gateway = world.gatewayAt({ key });
    const error = 'stripe answered 401: Expired API Key provided: [key]';
    expect(await gateway.charge(charge)).toEqual({ outcome: 'refused', error });
    expect(await gateway.findCharge(charge, null)).toEqual({ outcome: 'unknown', error });
    await expect(gateway.eventsSince(world.clock.now())).rejects.toThrow(error);
    const event = { id: 'evt_1', type: 'invoice.paid', object: 'in_1', at: world.clock.now() };
    await expect(gateway.news(event)).rejects.toThrow(error);
  });
  it('of the base are thrown when the gateway is made', () => {
    const options = { key: KEY, webhookSecrets: [], now: () => world.clock.now() };
    expect(() => createStripeGateway({ ...options, base: 'stripe' })).toThrow();
    expect(createStripeGateway(options).name).toBe('stripe');
  });
});
