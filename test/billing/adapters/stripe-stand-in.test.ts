import fetch from 'node-fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandboxStripe } from '#adapters/sandbox/stripe';
import { receiver } from './stripe-receiver.ts';
import { aCharge, KEY, SECRET, type StripeWorld, stripeWorld } from './stripe-world.ts';

let world: StripeWorld;
let inbox: Awaited<ReturnType<typeof receiver>>;
beforeAll(async () => {
  world = await stripeWorld();
  inbox = await receiver();
});
afterAll(async () => {
  await inbox.close();
  await world.close();
});
beforeEach(async () => {
  await world.clear();
  inbox.reset();
});

type Body = {
  readonly id?: string;
  readonly status?: string;
  readonly error?: object;
  readonly [more: string]: unknown;
};
type Options = { readonly key?: string; readonly headers?: Record<string, string>; readonly method?: string };
const AUTHORIZED = { authorization: `Bearer ${KEY}` };

async function call(path: string, form?: Record<string, string>, { key, headers, method }: Options = {}) {
  const response = await fetch(`${world.url}/stripe/v1/${path}`, {
    method: method ?? (form ? 'POST' : 'GET'),
    headers: { ...(headers ?? AUTHORIZED), ...(key ? { 'idempotency-key': key } : {}) },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  const body = (await response.json()) as Body;
  return { status: response.status, body, headers: response.headers };
}
const refused = (more: object) => ({ body: { error: { type: 'invalid_request_error', ...more } } });
const count = async (kind: string) => (await world.statuses(kind)).length;

/** An invoice that is open to be paid. */
async function openInvoice(amount = '1000') {
  const { customer, method } = await world.saved();
  const invoice = (await call('invoices', { customer, default_payment_method: method })).body.id ?? '';
  await call('invoiceitems', { customer, invoice, amount });
  await call(`invoices/${invoice}/finalize`, {});
  return { invoice, customer, method };
}

describe('the stand-in of Stripe', () => {
  it('wants a key, a form, and what it knows', async () => {
    expect(await call('customers', {}, { headers: {} })).toMatchObject({ status: 401, ...refused({}) });
    const json = { ...AUTHORIZED, 'content-type': 'application/json' };
    expect(await call('customers', { a: '1' }, { headers: json })).toMatchObject({ status: 400 });
    const [unknown] = [{ code: 'parameter_unknown' }];
    for (const name of ['amout', 'metadata_id', 'created[gte]', 'meta[data][x]', 'x]'])
      expect(await call('customers', { [name]: '1' })).toMatchObject({ status: 400, ...refused(unknown) });
    expect(await call('customers?limit=1')).toMatchObject({ status: 404 });
    expect(await call('invoices?created[near]=1')).toMatchObject({
      status: 400,
      ...refused({ ...unknown, param: 'created[near]' }),
    });
    expect(await call('invoices?limit=ten')).toMatchObject(refused({ code: 'parameter_invalid_integer' }));
    expect(await call('invoices', {})).toMatchObject(refused({ code: 'parameter_missing', param: 'customer' }));
    const none = { code: 'resource_missing' };
    expect(await call('invoices', { customer: 'cus_1' })).toMatchObject({ status: 400, ...refused(none) });
    expect(await call('invoices/in_1')).toMatchObject({ status: 404, ...refused(none) });
    expect(await call('invoices?customer=cus_1')).toMatchObject({ status: 400, ...refused(none) });
    expect(await call('invoices?starting_after=in_1')).toMatchObject({ status: 400, ...refused(none) });
    expect(await call('invoices', { customer: 'cus_1', 'metadata[x]': 'y'.repeat(501) })).toMatchObject({
      status: 400,
    });
    expect(await call('nothing')).toMatchObject({ status: 404 });
    expect((await call('nothing')).headers.get('request-id')).toMatch(/^req_/);
    expect(await count('customer')).toBe(0);
  });
  it('expands what can be', async () => {
    const { invoice, customer } = await openInvoice();
    expect((await call(`invoices/${invoice}`)).body).not.toHaveProperty('payments');
    const expanded = await call(`invoices/${invoice}?expand[]=payments&expand[]=customer`);
    expect(expanded.body).toMatchObject({ payments: { data: [{ status: 'open' }] }, customer: { id: customer } });
    expect(await call(`invoices/${invoice}?expand[]=lawyer`)).toMatchObject({ status: 400 });
    expect(await call('invoices?expand[]=payments')).toMatchObject({ status: 400 });
  });
  it('goes with an invoice the way that Stripe goes', async () => {
    const { customer, method } = await world.saved();
    const draft = (await call('invoices', { customer })).body.id ?? '';
    expect(await call(`invoices/${draft}/finalize`, {})).toMatchObject({ status: 400 });
    expect(await call(`invoices/${draft}/void`, {})).toMatchObject({ status: 400 });
    expect(await call(`invoices/${draft}`, undefined, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { id: draft, object: 'invoice', deleted: true },
    });
    expect(await call(`invoices/${draft}`)).toMatchObject({ status: 404 });
    const { invoice, customer: other } = await openInvoice();
    expect(await call('invoiceitems', { customer: other, invoice, amount: '1' })).toMatchObject(
      refused({ code: 'invoice_not_editable' }),
    );
    expect(await call(`invoices/${invoice}`, undefined, { method: 'DELETE' })).toMatchObject({ status: 400 });
    expect(await call(`invoices/${invoice}/finalize`, {})).toMatchObject({ status: 400 });
    expect(await call(`invoices/${invoice}/pay`, { payment_method: method })).toMatchObject({ status: 400 });
    expect(await call(`invoices/${invoice}/pay`, {})).toMatchObject({ status: 200, body: { status: 'paid' } });
    expect(await call(`invoices/${invoice}/pay`, {})).toMatchObject({ status: 400 });
    expect(await call(`invoices/${invoice}/void`, {})).toMatchObject({ status: 400 });
    expect(await world.moved()).toEqual(['charge paid 10.00']);
  });
  it('takes the money once, and gives back no more than that, whoever asks at the same time', async () => {
    const { invoice } = await openInvoice();
    const paid = await Promise.all([1, 2, 3, 4].map((n) => call(`invoices/${invoice}/pay`, {}, { key: `pay-${n}` })));
    expect(paid.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    const [entry] = await world.state.ledger('stripe');
    const back = { payment_intent: entry?.reference ?? '', amount: '400' };
    const refunds = await Promise.all([1, 2, 3, 4].map((n) => call('refunds', back, { key: `refund-${n}` })));
    expect(refunds.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400]);
    expect(await world.moved()).toEqual(['charge paid 10.00', 'refund refunded -4.00', 'refund refunded -4.00']);
  });
  it('confirms a set-up that waits, once', async () => {
    const { customer } = await world.saved();
    const { id } = (await call('setup_intents', { customer, 'payment_method_types[0]': 'card' })).body;
    const confirm = (payment_method: string) => call(`setup_intents/${id}/confirm`, { payment_method });
    expect(await confirm('pm_card_chargeDeclined')).toMatchObject({
      status: 402,
      body: { error: { code: 'card_declined' } },
    });
    expect(await confirm('pm_none')).toMatchObject({ status: 400 });
    expect(await confirm('pm_card_mastercard')).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect(await confirm('pm_card_visa')).toMatchObject(refused({ code: 'setup_intent_unexpected_state' }));
  });
});

describe('an idempotency key', () => {
  it('answers the same again for 24 hours, and is then forgotten', async () => {
    const make = () => call('customers', { 'metadata[account_id]': '7' }, { key: 'one' });
    const first = await make();
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    world.pass(23.999);
    const second = await make();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    world.pass(0.001);
    const third = await make();
    expect(third.headers.get('idempotent-replayed')).toBeNull();
    expect(third.body.id).not.toBe(first.body.id);
    expect(await count('customer')).toBe(2);
  });
  it('is of one request', async () => {
    await call('customers', { name: 'a' }, { key: 'one' });
    const mismatch = { status: 400, body: { error: { type: 'idempotency_error' } } };
    expect(await call('customers', { name: 'b' }, { key: 'one' })).toMatchObject(mismatch);
    expect(await call('refunds', { name: 'a' }, { key: 'one' })).toMatchObject(mismatch);
    expect(await count('customer')).toBe(1);
  });
  it('keeps a decline, but nothing that was refused before it began', async () => {
    expect(await call('customers', { nam: 'a' }, { key: 'one' })).toMatchObject({ status: 400 });
    expect(await call('customers', { name: 'a' }, { key: 'one' })).toMatchObject({ status: 200 });
    const { invoice } = await openInvoice();
    await world.state.setFault('stripe', 'refuse', 1);
    for (const replayed of [null, 'true']) {
      const declined = await call(`invoices/${invoice}/pay`, {}, { key: 'two' });
      expect(declined).toMatchObject({ status: 402, body: { error: { decline_code: 'insufficient_funds' } } });
      expect(declined.headers.get('idempotent-replayed')).toBe(replayed);
    }
    expect(await world.moved()).toEqual(['charge declined']);
  });
  it('that is in use sends others back', async () => {
    const tries = Array.from({ length: 6 }, () => call('customers', {}, { key: 'one' }));
    for (const { status } of await Promise.all(tries)) expect([200, 409]).toContain(status);
    expect(await count('customer')).toBe(1);
  });
});

describe('webhooks', () => {
  const PAID = ['charge.succeeded', 'payment_intent.succeeded', 'invoice.paid'];
  /** Three events wait to be delivered. */
  async function three() {
    const { invoice } = await openInvoice();
    await world.pool.query('TRUNCATE sandbox.stripe_deliveries');
    await call(`invoices/${invoice}/pay`, {});
    world.notify.url = inbox.url;
  }
  const fault = (mode: Parameters<StripeWorld['state']['setFault']>[1]) =>
    world.state.setFault('stripe_webhooks', mode, 1);

  it('wait until somebody is told of', async () => {
    await three();
    world.notify.url = null;
    expect(await world.stripe.deliver()).toBe(false);
    world.notify.url = inbox.url;
    expect(await world.stripe.deliver()).toBe(true);
    expect(inbox.types()).toEqual(PAID);
  });
  it.each(['down', 'refuse'] as const)('%s: one is lost, and is listed all the same', async (mode) => {
    await three();
    await fault(mode);
    expect(await world.stripe.deliver()).toBe(true);
    expect(inbox.types()).toEqual(PAID.slice(1));
    world.pass(80);
    expect(await world.stripe.deliver()).toBe(false);
    const events = await world.gateway.eventsSince(aCharge(world.clock, { customer: null, method: null }).intendedAt);
    expect(events).toEqual([]);
    const { body } = await call('events?limit=3');
    expect((body['data'] as { type: string }[]).map(({ type }) => type).reverse()).toEqual(PAID);
  });
  it.each(['lose_answer', 'half_answer'] as const)('%s: one comes twice', async (mode) => {
    await three();
    await fault(mode);
    await world.stripe.deliver();
    expect(inbox.types()).toEqual([PAID[0], ...PAID]);
  });
  it('slow: one comes after the others', async () => {
    await three();
    await fault('slow');
    await world.stripe.deliver();
    expect(inbox.types()).toEqual([...PAID.slice(1), PAID[0]]);
  });
  it('are tried again an hour later, for three days', async () => {
    await three();
    inbox.answer(500);
    expect(await world.stripe.deliver()).toBe(true);
    expect(await world.stripe.deliver()).toBe(false);
    world.pass(1);
    inbox.answer(200);
    expect(await world.stripe.deliver()).toBe(true);
    expect(inbox.types()).toEqual([...PAID, ...PAID]);
    world.pass(1);
    expect(await world.stripe.deliver()).toBe(false);
    await three();
    inbox.reset();
    inbox.answer(404);
    for (let hour = 0; hour < 100; hour++) {
      await world.stripe.deliver();
      world.pass(1);
    }
    expect(inbox.seen.length).toBe(3 * 73);
  });
  it('are sent once by two processes, and by two runs of one', async () => {
    await three();
    const options = { webhookSecret: SECRET, notifyUrl: () => inbox.url };
    const other = await createSandboxStripe(world.pool, world.state, options);
    await Promise.all([world.stripe.deliver(), world.stripe.deliver(), other.deliver(), other.deliver()]);
    expect(inbox.types().sort()).toEqual([...PAID].sort());
  });
});
