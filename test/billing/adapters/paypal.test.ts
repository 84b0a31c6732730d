import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPayPalGateway } from '#adapters/paypal';
import { disputeNews } from '#adapters/paypal/disputes';
import { crc32 } from '#adapters/paypal/webhook';
import { createSandboxPayPal } from '#adapters/sandbox/paypal';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState } from '#adapters/sandbox/state';
import type { Charge, PaymentGateway, Refund } from '#commands/billing/ports-payments';
import { cents } from '#domain/kernel/money';
import { type Instant, plusHours } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

const START = '2026-06-17T08:00:00.000Z' as Instant;
const WEBHOOK_ID = 'WH-1';

describe('PayPal against its stand-in', () => {
  const clock = new TestClock(START);
  const received: { body: Uint8Array; headers: Record<string, string> }[] = [];
  const closing: (() => Promise<unknown>)[] = [];
  let database: TestDatabase;
  let state: Awaited<ReturnType<typeof createSandboxState>>;
  let standIn: Awaited<ReturnType<typeof createSandboxPayPal>>;
  let gateway: PaymentGateway;
  let base: string;
  let payments = 0;

  beforeAll(async () => {
    database = await testDatabase();
    const pool = new pg.Pool(database.config);
    state = await createSandboxState(pool, clock);
    const ours = await serveStandIns(
      new Hono().post('/hook', async (c) => {
        received.push({
          body: new Uint8Array(await c.req.arrayBuffer()),
          headers: Object.fromEntries(c.req.raw.headers),
        });
        return c.text('ok');
      }),
    );
    standIn = await createSandboxPayPal(pool, state, {
      webhookId: WEBHOOK_ID,
      slowMs: 700,
      notifyUrl: () => `${ours.url}/hook`,
      publicBase: () => base,
    });
    const served = await serveStandIns(standIn.app);
    base = `${served.url}/paypal`;
    const credentials = { clientId: 'id', clientSecret: 'secret', webhookId: WEBHOOK_ID };
    gateway = createPayPalGateway({
      ...credentials,
      base,
      returnUrl: 'https://app.example/',
      timeoutMs: 400,
      now: () => clock.now(),
    });
    closing.push(
      () => served.close(),
      () => ours.close(),
      () => pool.end(),
      () => database.drop(),
    );
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });
  beforeEach(async () => {
    received.length = 0;
    for (const provider of ['paypal', 'paypal_webhooks']) await state.setFault(provider, 'off', null);
  });

  const charge = (): Charge => {
    payments += 1;
    return {
      key: `payment-${payments}`,
      intendedAt: clock.now(),
      paymentId: payments,
      invoiceId: 100 + payments,
      invoiceNumber: `INV-2026-${payments}`,
      accountId: 1,
      amount: cents(1234),
      description: 'Invoice',
      customer: null,
      method: null,
    };
  };
  const refundOf = (of: Charge, reference: string, amount = 1234): Refund => ({
    key: `refund-${of.paymentId}-${amount}`,
    intendedAt: clock.now(),
    refundId: of.paymentId + 1000,
    paymentId: of.paymentId,
    invoiceId: of.invoiceId,
    reference,
    amount: cents(amount),
    reason: 'late',
  });
  const approved = async (of: Charge, more = '') => {
    const ordered = await gateway.charge(of);
    if (ordered.outcome !== 'awaiting_payer') throw new Error(JSON.stringify(ordered));
    await (await fetch(`${ordered.approveUrl}${more}`)).text();
    return ordered.object;
  };
  const captured = async (of: Charge) => {
    const order = await approved(of);
    const paid = await gateway.capture?.(of, order);
    if (paid?.outcome !== 'paid') throw new Error(JSON.stringify(paid));
    return { order, reference: paid.reference };
  };
  const moved = async (of: Charge, operation: string) =>
    (await state.ledger('paypal')).filter(
      (entry) => entry.operation === operation && JSON.stringify(entry.request).includes(`:${of.invoiceId}`),
    );

  it('has an order approved, captured, refunded in parts, and never over', async () => {
    const of = charge();
    const { order, reference } = await captured(of);
    expect(await gateway.findCharge(of, order)).toEqual({ outcome: 'paid', reference, object: order, amount: 1234 });
    expect(await gateway.refund(refundOf(of, reference, 1000))).toMatchObject({ outcome: 'refunded', amount: 1000 });
    expect(await gateway.refund(refundOf(of, reference, 235))).toMatchObject({ outcome: 'failed' });
    expect(await gateway.findRefund(refundOf(of, reference, 1000))).toMatchObject({ outcome: 'refunded' });
    expect(await moved(of, 'capture')).toMatchObject([{ charged: '12.34' }]);
    expect(await moved(of, 'refund')).toMatchObject([{ charged: '-10.00' }]);
  });

  it('takes nothing before the payer approves, nor after they could not pay', async () => {
    const waiting = charge();
    const ordered = await gateway.charge(waiting);
    const object = ordered.outcome === 'awaiting_payer' ? ordered.object : '';
    expect(await gateway.capture?.(waiting, object)).toMatchObject({ outcome: 'awaiting_payer' });
    const declined = charge();
    expect(await gateway.capture?.(declined, await approved(declined, '&decline=1'))).toMatchObject({
      outcome: 'declined',
      code: 'instrument_declined',
    });
  });

  it.each(['lose_answer', 'half_answer', 'slow'] as const)(
    'captures once when the answer is lost (%s)',
    async (mode) => {
      const of = charge();
      const order = await approved(of);
      await state.setFault('paypal', mode, 1);
      expect(await gateway.capture?.(of, order)).toMatchObject({ outcome: 'unknown' });
      expect(await gateway.findCharge(of, order)).toMatchObject({ outcome: 'paid' });
      expect(await gateway.capture?.(of, order)).toMatchObject({ outcome: 'paid' });
      expect(await moved(of, 'capture')).toHaveLength(1);
    },
  );

  it('refunds once when the answer is lost, whether it is sent again or looked up', async () => {
    const of = charge();
    const { reference } = await captured(of);
    await state.setFault('paypal', 'lose_answer', 1);
    const refund = refundOf(of, reference);
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' });
    expect(await gateway.findRefund(refund)).toMatchObject({ outcome: 'refunded' });
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'refunded' });
    expect(await moved(of, 'refund')).toHaveLength(1);
  });

  it('answers one order for one key, and another once the key may be forgotten', async () => {
    const of = charge();
    const [first, again] = [await gateway.charge(of), await gateway.charge(of)];
    expect(again).toEqual(first);
    const later = createPayPalGateway({
      clientId: 'id',
      clientSecret: 'secret',
      webhookId: WEBHOOK_ID,
      base,
      returnUrl: 'https://app.example/',
      now: () => plusHours(clock.now(), 5),
    });
    expect(await later.charge(of)).not.toEqual(first);
  });

  it('says what is certain of trouble', async () => {
    await state.setFault('paypal', 'down', 1);
    expect(await gateway.charge(charge())).toMatchObject({ outcome: 'unknown' });
    const nowhere = createPayPalGateway({
      clientId: 'id',
      clientSecret: 'very-secret',
      webhookId: 'x',
      base: 'http://127.0.0.1:1',
      returnUrl: 'x',
      now: () => clock.now(),
    });
    const refused = await nowhere.charge(charge());
    expect(refused).toMatchObject({ outcome: 'temporary' });
    expect(JSON.stringify(refused)).not.toContain('very-secret');
    expect(await gateway.findCharge(charge(), 'ORDER-NONE')).toEqual({ outcome: 'not_found' });
    expect(await gateway.findRefund(refundOf(charge(), 'CAP-NONE'))).toEqual({ outcome: 'not_found' });
  });

  it('proves its webhooks, and refuses altered, foreign, old and early ones', async () => {
    const of = charge();
    await captured(of);
    await standIn.deliver();
    const last = received.at(-1);
    if (!last) throw new Error('nothing was delivered');
    const event = await gateway.readWebhook(last.body, last.headers, clock.now());
    expect(event).toMatchObject({ type: 'PAYMENT.CAPTURE.COMPLETED' });
    if (event)
      expect(await gateway.news(event)).toMatchObject({
        what: 'payment',
        paymentId: of.paymentId,
        charged: { outcome: 'paid' },
      });
    const altered = new Uint8Array(last.body).fill(32, 5, 6);
    expect(await gateway.readWebhook(altered, last.headers, clock.now())).toBeNull();
    for (const hours of [-1, 1])
      expect(await gateway.readWebhook(last.body, last.headers, plusHours(clock.now(), hours))).toBeNull();
    const foreign = { ...last.headers, 'paypal-cert-url': 'https://paypal.com.evil.example/cert.pem' };
    expect(await gateway.readWebhook(last.body, foreign, clock.now())).toBeNull();
    expect(
      await gateway.readWebhook(last.body, { ...last.headers, 'paypal-transmission-sig': 'AAAA' }, clock.now()),
    ).toBeNull();
    expect(await gateway.readWebhook(last.body, {}, clock.now())).toBeNull();
    expect(crc32(Buffer.from('123456789'))).toBe(0xcb_f4_39_26);
  });

  it('delivers twice, late or never as it is told, and lists it all the same', async () => {
    await standIn.deliver();
    received.length = 0;
    const from = clock.now();
    await state.setFault('paypal_webhooks', 'down', 1);
    await approved(charge());
    await standIn.deliver();
    expect(received).toHaveLength(0);
    await state.setFault('paypal_webhooks', 'lose_answer', 1);
    await approved(charge());
    await standIn.deliver();
    expect(received).toHaveLength(2);
    const events = await gateway.eventsSince(from);
    expect(events.filter(({ type }) => type === 'CHECKOUT.ORDER.APPROVED').length).toBeGreaterThanOrEqual(2);
  });

  it('tells of disputes as they stand', async () => {
    const of = charge();
    const { reference } = await captured(of);
    const { id } = await standIn.dispute({ capture: reference, amount: '5.00' });
    const about = { id: 'x', type: 'CUSTOMER.DISPUTE.CREATED', object: id, at: clock.now() };
    expect(await gateway.news(about)).toMatchObject({ what: 'dispute', reference, amount: 500, status: 'open' });
    await standIn.closeDispute(id, 'lost');
    expect(await gateway.news(about)).toMatchObject({ what: 'dispute', status: 'lost' });
  });

  it('is not ended, nor is anybody else, by a connection that is lost within one of its transactions', async () => {
    const other = new pg.Client(database.config);
    await other.connect();
    const key = 'lost within';
    const order = (id: string) =>
      fetch(`${base}/v2/checkout/orders`, {
        method: 'POST',
        headers: { authorization: 'Bearer x', 'paypal-request-id': id },
        body: JSON.stringify({
          intent: 'CAPTURE',
          purchase_units: [{ amount: { currency_code: 'USD', value: '5.00' } }],
        }),
      });
    await other.query('SELECT pg_advisory_lock(hashtext($1))', [`paypal ${key}`]);
    const waiting = order(key);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`;
    while ((await other.query(cut)).rowCount === 0);
    expect((await waiting).status).toBe(500);
    await other.query('SELECT pg_advisory_unlock(hashtext($1))', [`paypal ${key}`]);
    expect((await order(key)).status).toBeLessThan(300);
    await other.end();
  });

  const debit = (value: string, affected_party = 'SELLER') => ({
    affected_party,
    type: 'DEBIT',
    amount: { currency_code: 'USD', value },
  });
  it.each([
    ['RESOLVED_BUYER_FAVOUR', {}, { status: 'lost', lost: null }],
    ['RESOLVED_BUYER_FAVOUR', { refunded: '5.00' }, { status: 'lost', lost: null }],
    ['RESOLVED_BUYER_FAVOUR', { refunded: '5.00', moved: [debit('3.00')] }, { status: 'lost', lost: 300 }],
    ['RESOLVED_SELLER_FAVOUR', { refunded: '5.00' }, { status: 'won' }],
    ['RESOLVED_WITH_PAYOUT', { refunded: '5.00' }, { status: 'unclear', outcome: 'RESOLVED_WITH_PAYOUT' }],
    ['RESOLVED_WITH_PAYOUT', { moved: [debit('5.00', 'PAYMENT_PROCESSOR')] }, { status: 'won' }],
    ['RESOLVED_WITH_PAYOUT', { moved: [debit('5.00')] }, { status: 'lost', lost: null }],
    ['RESOLVED_WITH_PAYOUT', { moved: [debit('5.00'), { ...debit('5.00'), type: 'CREDIT' }] }, { status: 'won' }],
    ['CANCELED_BY_BUYER', {}, { status: 'won' }],
    ['ACCEPTED', { refunded: '5.00' }, { status: 'lost', lost: null }],
    ['ACCEPTED', { refunded: '1.20' }, { status: 'lost', lost: 120 }],
    ['ACCEPTED', {}, { status: 'unclear', outcome: 'ACCEPTED' }],
    ['DENIED', {}, { status: 'won' }],
    ['NONE', {}, { status: 'won' }],
    ['SOMETHING_NEW', { refunded: '5.00' }, { status: 'unclear', outcome: 'SOMETHING_NEW' }],
  ] as const)('reads the outcome %s with %j by its published meaning', (code, told, expected) => {
    const { refunded, moved } = told as { refunded?: string; moved?: readonly object[] };
    const dispute = {
      dispute_id: 'PP-D-1',
      status: 'RESOLVED',
      reason: 'OTHER',
      disputed_transactions: [{}],
      dispute_amount: { currency_code: 'USD', value: '5.00' },
      dispute_outcome: {
        outcome_code: code,
        ...(refunded === undefined ? {} : { amount_refunded: { currency_code: 'USD', value: refunded } }),
      },
      ...(moved === undefined ? {} : { money_movements: moved }),
    };
    expect(disputeNews(dispute)).toMatchObject(expected);
  });

  it('tells of refunds that others made, by the capture above them, and of those that come back', async () => {
    const of = charge();
    const { order, reference } = await captured(of);
    const about = (type: string, object: string) => gateway.news({ id: 'x', type, object, at: clock.now() });
    const dashboard = await standIn.refund({ capture: reference, amount: '2.00' });
    const elsewhere = { what: 'refund_elsewhere', reference, why: 'refunded', amount: 200 };
    expect(await about('PAYMENT.CAPTURE.REFUNDED', dashboard.id)).toEqual({
      ...elsewhere,
      refund: dashboard.id,
      refunded: { outcome: 'refunded', reference: dashboard.id, amount: 200 },
    });
    const taken = await standIn.refund({ capture: reference, amount: '3.00', reversed: true });
    expect(await about('PAYMENT.CAPTURE.REVERSED', taken.id)).toMatchObject({
      ...elsewhere,
      refund: taken.id,
      why: 'reversed',
      amount: 300,
    });
    await standIn.failRefund(dashboard.id);
    expect(await about('PAYMENT.REFUND.FAILED', dashboard.id)).toMatchObject({ refunded: { outcome: 'failed' } });
    expect(await gateway.findCharge(of, order)).toMatchObject({ outcome: 'paid', amount: 1234 });
    const ours = refundOf(of, reference, 934);
    const done = await gateway.refund(ours);
    if (done.outcome !== 'refunded') throw new Error(JSON.stringify(done));
    await standIn.failRefund(done.reference);
    expect(await about('PAYMENT.REFUND.FAILED', done.reference)).toEqual({
      what: 'refund',
      refundId: ours.refundId,
      invoiceId: of.invoiceId,
      refunded: { outcome: 'failed', reference: done.reference, error: 'PayPal: the refund is failed' },
    });
    expect(await gateway.refund({ ...ours, key: 'another' })).toMatchObject({ outcome: 'refunded' });
    const rows = (await state.ledger('paypal')).filter((entry) => entry.reference === reference);
    expect(rows.map(({ operation, charged }) => `${operation} ${charged}`)).toEqual([
      'capture 12.34',
      'refund -2.00',
      'reversal -3.00',
      'refund_failed 2.00',
      'refund -9.34',
      'refund_failed 9.34',
      'refund -9.34',
    ]);
  });

  it('reads signed notices about anything, and finds nothing in those that name nothing', async () => {
    const told = [
      ['MERCHANT.ONBOARDING.COMPLETED', { merchant_id: 'K8SKRXA6T1AAU' }, ''],
      ['PAYMENT.CAPTURE.REFUNDED', {}, ''],
      ['VAULT.PAYMENT-TOKEN.CREATED', { id: '8kk8451t' }, '8kk8451t'],
    ] as const;
    for (const [type, resource, object] of told) {
      received.length = 0;
      await standIn.notify(type, resource);
      await standIn.deliver();
      const last = received.at(-1);
      if (!last) throw new Error('nothing was delivered');
      const event = await gateway.readWebhook(last.body, last.headers, clock.now());
      expect(event).toMatchObject({ type, object });
      if (event) expect(await gateway.news(event)).toEqual({ what: 'nothing' });
    }
  });
});
