import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderEvent } from '#commands/billing/ports-payments';
import { epochMs, type Instant, plusHours, plusMs } from '#domain/kernel/time';
import { receiver } from './stripe-receiver.ts';
import { aCharge, aRefund, aSetUp, findSetUp, SECRET, type StripeWorld, setUp, stripeWorld } from './stripe-world.ts';

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
  world.notify.url = inbox.url;
});

const BODY = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  type: 'invoice.paid',
  created: 1_763_632_800,
  data: { object: { id: 'in_1', object: 'invoice' } },
});
const signed = (body: string, at: Instant, secret = SECRET) =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: Math.floor(epochMs(at) / 1000) });
const read = (body: string | Uint8Array, header: string | undefined, gateway = world.gateway) =>
  gateway.readWebhook(
    typeof body === 'string' ? new TextEncoder().encode(body) : body,
    header === undefined ? {} : { 'stripe-signature': header },
    world.clock.now(),
  );

describe('a webhook', () => {
  it('is read where it is signed, whole and of now', async () => {
    const event = { id: 'evt_1', type: 'invoice.paid', object: 'in_1', at: '2025-11-20T10:00:00.000Z' };
    expect(await read(BODY, signed(BODY, world.clock.now()))).toEqual(event);
    for (const seconds of [-300, -299, 299, 300])
      expect(await read(BODY, signed(BODY, plusMs(world.clock.now(), seconds * 1000)))).toEqual(event);
  });
  it.each([-301, 301, -86_400, 86_400])('%i s from now is none', async (seconds) => {
    expect(await read(BODY, signed(BODY, plusMs(world.clock.now(), seconds * 1000)))).toBeNull();
  });
  it('that was altered, in any byte, or signed by another, is none', async () => {
    const header = signed(BODY, world.clock.now());
    for (const other of [`${BODY} `, BODY.replace('in_1', 'in_2'), BODY.slice(1), ''])
      expect(await read(other, header)).toBeNull();
    expect(await read(BODY, signed(BODY, world.clock.now(), 'whsec_two'))).toBeNull();
    expect(await read(BODY, header.replace(/v1=./, 'v1=x'))).toBeNull();
    expect(await read(BODY, header.replace('v1=', 'v0='))).toBeNull();
    for (const none of [undefined, '', 't=', 'v1=', `t=0,${header}`, header.replace(/t=\d+/, 't=abc')])
      expect(await read(BODY, none)).toBeNull();
    expect(await read(new Uint8Array([0xff, 0xfe]), header)).toBeNull();
    expect(await read(BODY, header, world.gatewayAt({ webhookSecrets: [] }))).toBeNull();
    expect(await read(BODY, header, world.gatewayAt({ webhookSecrets: [''] }))).toBeNull();
  });
  it.each(['not JSON', '[]', 'null', '{}', BODY.replace('"id":"evt_1",', ''), BODY.replace('"type"', '"kind"')])(
    'that says nothing of use is none: %s',
    async (body) => {
      expect(await read(body, signed(body, world.clock.now()))).toBeNull();
    },
  );
  it.each([
    [
      {
        type: 'balance.available',
        data: { object: { object: 'balance', available: [{ amount: 1, currency: 'usd' }] } },
      },
    ],
    [{ type: 'invoice.upcoming', data: { object: { object: 'invoice', amount_due: 100 } } }],
    [{ type: 'refund.updated', data: {} }],
    [{ type: 'capybara.seen', data: null, created: 1e300 }],
    [{ type: 'customer.subscription.updated', data: { object: 'sub_1' }, created: null }],
  ])('about what has no id is one of nothing: %j', async (more) => {
    const body = JSON.stringify({ id: 'evt_2', object: 'event', created: 1_763_632_800, ...more });
    const event = await read(body, signed(body, world.clock.now()));
    expect(event).toMatchObject({ id: 'evt_2', type: more.type, object: '' });
    if (event) expect(await world.gateway.news(event)).toEqual({ what: 'nothing' });
  });
  it('that is thin, as those of API v2 are, is one like any other', async () => {
    const body = JSON.stringify({
      id: 'evt_test_65',
      object: 'v2.core.event',
      type: 'v1.billing.meter.error_report_triggered',
      created: '2025-11-20T09:59:59.500Z',
      livemode: false,
      context: null,
      related_object: { id: 'mtr_1', type: 'billing.meter', url: '/v1/billing/meters/mtr_1' },
    });
    const event = await read(body, signed(body, world.clock.now()));
    expect(event).toMatchObject({ id: 'evt_test_65', object: 'mtr_1', at: '2025-11-20T09:59:59.500Z' });
    if (event) expect(await world.gateway.news(event)).toEqual({ what: 'nothing' });
    expect(await read(body, signed(body, world.clock.now(), 'whsec_two'))).toBeNull();
  });
  it('is read with the old and the new secret while it is being rolled', async () => {
    const rolling = world.gatewayAt({ webhookSecrets: ['whsec_new', SECRET] });
    const header = signed(BODY, world.clock.now());
    expect(await read(BODY, header, rolling)).not.toBeNull();
    expect(await read(BODY, signed(BODY, world.clock.now(), 'whsec_new'), rolling)).not.toBeNull();
    const both = `${header},v1=${signed(BODY, world.clock.now(), 'whsec_new').split('v1=')[1]}`;
    expect(await read(BODY, both, world.gatewayAt({ webhookSecrets: ['whsec_new'] }))).not.toBeNull();
  });
});

const typesOf = (events: readonly ProviderEvent[]) => events.map(({ type }) => type);
const CYCLE = [
  'setup_intent.succeeded',
  'invoice.created',
  'invoice.finalized',
  'charge.succeeded',
  'payment_intent.succeeded',
  'invoice.paid',
  'refund.created',
  'charge.refunded',
  'refund.updated',
];

async function cycle() {
  const wanted = aSetUp(world.clock);
  const done = await setUp(world.gateway, wanted);
  if (done.outcome !== 'proven') throw new Error(done.outcome);
  const charge = aCharge(world.clock, done);
  const paid = await world.gateway.charge(charge);
  if (paid.outcome !== 'paid') throw new Error(paid.outcome);
  const refund = aRefund(world.clock, paid.reference, 1_000);
  return { wanted, charge, paid, refund, refunded: await world.gateway.refund(refund) };
}

describe('the events of a whole cycle', () => {
  it('come as webhooks, are listed, and tell how things stand', async () => {
    const { wanted, charge, paid, refund, refunded } = await cycle();
    expect(await world.stripe.deliver()).toBe(true);
    expect(await world.stripe.deliver()).toBe(false);
    const events: ProviderEvent[] = [];
    for (const { body, header } of inbox.seen) {
      const event = await read(body, header);
      if (event) events.push(event);
    }
    expect(typesOf(events)).toEqual(CYCLE);
    expect(await world.gateway.eventsSince(world.clock.now())).toEqual(events);
    const news = async (type: string) => {
      const event = events.find((each) => each.type === type);
      if (!event) throw new Error(type);
      return world.gateway.news(event);
    };
    const payment = { what: 'payment', paymentId: charge.paymentId, invoiceId: 12, charged: paid };
    for (const type of ['invoice.created', 'invoice.finalized', 'invoice.paid'])
      expect(await news(type)).toEqual(payment);
    const told = { what: 'refund', refundId: refund.refundId, invoiceId: 12, refunded };
    for (const type of ['refund.created', 'refund.updated', 'charge.refunded']) expect(await news(type)).toEqual(told);
    const method = { what: 'method', methodId: wanted.methodId, accountId: 7 };
    expect(await news('setup_intent.succeeded')).toEqual({
      ...method,
      done: await findSetUp(world.gateway, wanted),
    });
    expect(await news('charge.succeeded')).toEqual({ what: 'nothing' });
  });
  it('are listed over several pages, oldest first, from a moment on', async () => {
    await cycle();
    const [first] = await world.gateway.eventsSince(world.clock.now());
    await world.pool.query(
      `INSERT INTO sandbox.stripe_objects (id, kind, doc, created)
       SELECT 'evt_more' || i, 'event', jsonb_set(doc::jsonb, '{id}', to_jsonb('evt_more' || i)), created
       FROM sandbox.stripe_objects, generate_series(1, 150) i WHERE id = $1`,
      [first?.id],
    );
    world.pass(1);
    const later = world.clock.now();
    await setUp(world.gateway, aSetUp(world.clock));
    const all = await world.gateway.eventsSince(plusHours(later, -1));
    expect(all.length).toBe(CYCLE.length + 151);
    expect(typesOf(all).slice(0, 9)).toEqual(CYCLE);
    expect(typesOf(await world.gateway.eventsSince(later))).toEqual(['setup_intent.succeeded']);
    world.pass(24 * 31);
    expect(await world.gateway.eventsSince(plusHours(later, -1))).toEqual([]);
  });
});

describe('news', () => {
  const about = (type: string, object: string): Promise<unknown> =>
    world.gateway.news({ id: 'evt_1', type, object, at: world.clock.now() });
  const NOTHING = { what: 'nothing' };

  it('of what is not there, or not ours, is none', async () => {
    for (const [type, object] of [
      ['invoice.paid', 'in_none'] as const,
      ['refund.created', 're_none'] as const,
      ['charge.refunded', 'ch_none'] as const,
      ['charge.dispute.created', 'du_none'] as const,
      ['setup_intent.succeeded', 'seti_none'] as const,
      ['customer.subscription.updated', 'sub_none'] as const,
      ['payout.paid', 'po_1'] as const,
    ])
      expect(await about(type, object)).toEqual(NOTHING);
    await cycle();
    await world.pool.query(`UPDATE sandbox.stripe_objects SET doc = jsonb_set(doc::jsonb, '{metadata}', '{}')`);
    for (const event of await world.gateway.eventsSince(world.clock.now()))
      if (!event.type.includes('refund')) expect(await world.gateway.news(event)).toEqual(NOTHING);
  });
  it('of a refund without our ids is of one that was made elsewhere, with its payment; also once it has failed', async () => {
    const { paid, refund, refunded } = await cycle();
    const { id } = await world.stripe.refund({ payment_intent: paid.reference, amount: 500 });
    const elsewhere = {
      what: 'refund_elsewhere',
      refund: id,
      reference: paid.reference,
      why: 'refunded',
      amount: 500,
      refunded: { outcome: 'refunded', reference: id, amount: 500 },
    };
    expect(await about('refund.created', id)).toEqual(elsewhere);
    const ours = { what: 'refund', refundId: refund.refundId, invoiceId: 12 };
    const charged = (await world.gateway.eventsSince(world.clock.now())).findLast(
      ({ type }) => type === 'charge.refunded',
    );
    const several = { what: 'several', of: [elsewhere, { ...ours, refunded }] };
    expect(await about('charge.refunded', charged?.object ?? '')).toEqual(several);
    const done = refunded.outcome === 'refunded' ? refunded.reference : '';
    await world.stripe.failRefund(done);
    await world.stripe.failRefund(id, 'declined');
    const failed = (reference: string, why: string) => ({
      outcome: 'failed',
      reference,
      error: `the refund has failed: ${why}`,
    });
    expect(await about('refund.failed', done)).toEqual({ ...ours, refunded: failed(done, 'lost_or_stolen_card') });
    expect(await about('refund.updated', id)).toEqual({ ...elsewhere, refunded: failed(id, 'declined') });
    expect(await world.gateway.refund(aRefund(world.clock, paid.reference, 12_345))).toMatchObject({
      outcome: 'refunded',
    });
    expect((await world.moved()).slice(-3)).toEqual([
      'refund_failed lost_or_stolen_card 10.00',
      'refund_failed declined 5.00',
      'refund refunded -123.45',
    ]);
  });
  it('of an invoice that was not attempted yet is none', async () => {
    const charge = aCharge(world.clock, await world.saved());
    for (const call of [2, 3, 4]) {
      world.plan({ [call]: 'down' });
      await world.gateway.charge(charge);
      for (const event of await world.gateway.eventsSince(world.clock.now()))
        if (event.type.startsWith('invoice.')) expect(await world.gateway.news(event)).toEqual(NOTHING);
    }
  });
  it('of a declined invoice that was left open closes it', async () => {
    const charge = aCharge(world.clock, await world.saved('fails_later'));
    world.plan({ 5: 'down' });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'unknown' });
    expect(await world.statuses('invoice')).toEqual(['open']);
    const events = await world.gateway.eventsSince(world.clock.now());
    const failed = events.find(({ type }) => type === 'invoice.payment_failed');
    const error = 'Your card was declined.';
    const charged = { outcome: 'declined', code: 'generic_decline', error };
    const news = { what: 'payment', paymentId: charge.paymentId, invoiceId: 12, charged };
    expect(await about('invoice.payment_failed', failed?.object ?? '')).toEqual(news);
    expect(await world.statuses('invoice')).toEqual(['void']);
    expect(await about('invoice.voided', failed?.object ?? '')).toEqual(news);
  });
  it('of a dispute: open, then as it ends', async () => {
    const { paid } = await cycle();
    const { id } = await world.stripe.dispute({ payment_intent: paid.reference, reason: 'product_not_received' });
    const dueBy = plusHours(world.clock.now(), 24 * 9);
    const news = {
      what: 'dispute',
      dispute: id,
      reference: paid.reference,
      amount: 11_345,
      reason: 'product_not_received',
      status: 'open',
      dueBy,
    };
    expect(await about('charge.dispute.created', id)).toEqual(news);
    await world.stripe.closeDispute(id, 'lost');
    expect(await about('charge.dispute.closed', id)).toEqual({ ...news, status: 'lost' });
    await expect(world.stripe.closeDispute(id, 'won')).rejects.toThrow('lost already');
    expect((await world.moved()).slice(-2)).toEqual(['dispute opened -113.45', 'dispute_closed lost 0.00']);
    for (const [status, told] of [
      ['warning_needs_response', 'open'] as const,
      ['under_review', 'open'] as const,
      ['warning_closed', 'won'] as const,
      ['prevented', 'unclear'] as const,
      ['something_new', 'unclear'] as const,
    ]) {
      await world.pool.query(
        `UPDATE sandbox.stripe_objects SET doc = jsonb_set(doc::jsonb, '{status}', to_jsonb($2::text)) WHERE id = $1`,
        [id, status],
      );
      expect(await about('charge.dispute.updated', id)).toMatchObject({ status: told });
    }
  });
  it('of a card that is disputed at once', async () => {
    await world.gateway.charge(aCharge(world.clock, await world.saved('disputed')));
    const events = await world.gateway.eventsSince(world.clock.now());
    const dispute = events.find(({ type }) => type === 'charge.dispute.created');
    expect(await about('charge.dispute.created', dispute?.object ?? '')).toMatchObject({ status: 'open' });
    expect(await world.moved()).toEqual(['charge paid 123.45', 'dispute opened -123.45']);
  });
  it('of a plan subscription', async () => {
    const plan = (status: string, name = 'agency') =>
      world.stripe.planSubscription({ account_id: 7, plan: name, status });
    const { id } = await plan('active');
    const periodEnd = plusHours(world.clock.now(), 24 * 30);
    const news = { what: 'plan_subscription', accountId: 7, plan: 'agency', subscription: id, periodEnd };
    const type = 'customer.subscription.updated';
    expect(await about('customer.subscription.created', id)).toEqual({ ...news, status: 'active' });
    expect(await plan('past_due', 'bigger')).toEqual({ id });
    expect(await about(type, id)).toEqual({ ...news, plan: 'bigger', status: 'past_due' });
    await plan('canceled');
    expect(await about('customer.subscription.deleted', id)).toEqual({ ...news, status: 'cancelled' });
    expect((await plan('trialing')).id).not.toBe(id);
    expect(typesOf(await world.gateway.eventsSince(world.clock.now()))).toEqual([
      'customer.subscription.created',
      'customer.subscription.updated',
      'customer.subscription.deleted',
      'customer.subscription.created',
    ]);
  });
  it('of a set-up that is confirmed later, or fails', async () => {
    const wanted = { ...aSetUp(world.clock), testCard: null };
    const pending = await setUp(world.gateway, wanted);
    const object = pending.outcome === 'pending' ? pending.object : '';
    const method = { what: 'method', methodId: wanted.methodId, accountId: 7 };
    expect(await about('setup_intent.created', object)).toEqual({ ...method, done: pending });
    const failing = { ...aSetUp(world.clock), testCard: 'declined' as const };
    await setUp(world.gateway, failing);
    const events = await world.gateway.eventsSince(world.clock.now());
    expect(typesOf(events)).toEqual(['setup_intent.setup_failed']);
    expect(await about('setup_intent.setup_failed', events[0]?.object ?? '')).toMatchObject({
      ...method,
      methodId: failing.methodId,
      done: { outcome: 'failed', error: 'Your card was declined.' },
    });
  });
  it('throws where Stripe cannot be asked', async () => {
    world.plan({ 1: 'down', 2: 'lose_answer' });
    await expect(about('invoice.paid', 'in_1')).rejects.toThrow('stripe answered 503');
    await expect(world.gateway.eventsSince(world.clock.now())).rejects.toThrow('stripe broke off');
  });
});
