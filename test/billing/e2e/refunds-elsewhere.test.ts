import pg from 'pg';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Overdue = { readonly kind: string; readonly id: number; readonly detail: string };
type Bought = { readonly invoice: number; readonly reference: string; readonly purchase: number };

/** What happens at the gateways after we thought that all was done, or without our doing; over real HTTP and signed notices. */
describe('money that moves at a gateway by itself', () => {
  let api: SandboxApi;
  let minutes = 0;
  const soon = () => {
    minutes += 5;
    return api.advance(new Date(Date.UTC(2026, 5, 17, 9, minutes)).toISOString());
  };
  const overdue = async (kind: string): Promise<Overdue[]> =>
    (await must(api.get('services/dashboard/overdue/'))).results.filter((each: Overdue) => each.kind === kind);
  const invoice = (id: number) => must(api.get(`billing/invoices/${id}/`));
  const credits = async (account: number) => (await must(api.get(`billing/credits/?account_id=${account}`))).balance;

  /** A Boost of so many credits, paid by the account's card, or by PayPal at the payer's approval. */
  async function boost(account: number, quantity: number, payment_method: 'stripe' | 'paypal'): Promise<Bought> {
    const wanted = { account_id: account, payment_method, quantity };
    const bought = await must(api.post('billing/add-ons/indexing-boost/', wanted), 201);
    await soon();
    if (payment_method === 'paypal') {
      const [payment] = (await invoice(bought.invoice_id)).payments;
      await (await fetch(payment.approve_url)).text();
      await soon();
    }
    const paid = await invoice(bought.invoice_id);
    expect(paid).toMatchObject({ status: 'paid', payments: [{ status: 'succeeded' }] });
    return { invoice: bought.invoice_id, reference: paid.payments[0].reference, purchase: bought.id };
  }
  const refundIn = async (provider: 'stripe' | 'paypal', of: Bought, more: object = {}): Promise<string> => {
    const made = await must(api.post('sandbox/refunds/', { provider, reference: of.reference, ...more }), 201);
    await soon();
    return made.id;
  };
  const fail = async (provider: 'stripe' | 'paypal', id: string) => {
    await must(api.post(`sandbox/refunds/${id}/fail/`, { provider }));
    await soon();
  };

  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    for (const account of [1, 2]) {
      await must(api.post('platform/facts/', clientFacts(account, account * 11, 'growth')));
      const card = { gateway: 'stripe', test_card: 'ok' };
      await must(api.post(`billing/accounts/${account}/payment-methods/`, card), 201);
    }
  });
  afterAll(() => api.stop());

  it.each(['stripe', 'paypal'] as const)(
    'a refund that %s reports as done and later as failed is failed, shown, and made again',
    async (provider) => {
      const of = await boost(1, 20, provider);
      const note = { amount: '1.25', reason: 'late', refund: true };
      await must(api.post(`billing/invoices/${of.invoice}/credit-notes/`, note), 201);
      await soon();
      const done = await invoice(of.invoice);
      expect(done).toMatchObject({ refunded: '1.25', amount_due: '0.00', refunds: [{ status: 'succeeded' }] });
      await fail(provider, done.refunds[0].reference);
      expect(await invoice(of.invoice)).toMatchObject({
        status: 'paid',
        refunded: '0.00',
        credited: '1.25',
        amount_due: '0.00',
        refunds: [{ status: 'failed', made: 'here', amount: '1.25', error: expect.stringMatching(/failed/) }],
        payments: [{ refunded: '0.00', status: 'succeeded' }],
      });
      expect((await overdue('invoice')).map(({ id, detail }) => [id, detail])).toEqual([
        [of.invoice, expect.stringMatching(/refund .* failed/)],
      ]);
      const again = { amount: '1.25', reason: 'it came back' };
      await must(api.post(`billing/invoices/${of.invoice}/refunds/`, again), 201);
      await soon();
      expect(await invoice(of.invoice)).toMatchObject({
        refunded: '1.25',
        amount_due: '0.00',
        refunds: [{ status: 'failed' }, { status: 'succeeded' }],
      });
      expect(await overdue('invoice')).toEqual([]);
    },
  );

  it.each(['stripe', 'paypal'] as const)(
    'a refund made in the dashboard of %s is on the invoice, with the credit note that says why nothing is due again',
    async (provider) => {
      const of = await boost(1, 30, provider);
      const before = await credits(1);
      const id = await refundIn(provider, of, { amount: '2.00' });
      expect(await invoice(of.invoice)).toMatchObject({
        status: 'paid',
        total: '4.50',
        refunded: '2.00',
        credited: '2.00',
        amount_due: '0.00',
        refunds: [{ gateway: provider, amount: '2.00', status: 'succeeded', made: 'at_gateway', reference: id }],
        credit_notes: [{ total: '2.00', refunded: '2.00', remaining: '0.00', number: expect.stringMatching(/^CN-/) }],
      });
      expect(await credits(1)).toBe(before);
      // The rest too: then nothing was paid for, and what it bought goes back.
      await refundIn(provider, of);
      expect(await invoice(of.invoice)).toMatchObject({ refunded: '4.50', credited: '4.50', amount_due: '0.00' });
      expect(await credits(1)).toBe(before - 30);
      expect(await must(api.get('billing/add-ons/purchases/'))).toMatchObject({
        results: expect.arrayContaining([expect.objectContaining({ id: of.purchase, status: 'refunded' })]),
      });
      expect(await overdue('effect')).toEqual([]);
    },
  );

  it('what PayPal takes back is a reversal: written off, with what it bought, and no reminder of it is sent', async () => {
    const of = await boost(2, 40, 'paypal');
    const before = await credits(2);
    await refundIn('paypal', of, { reversed: true });
    expect(await invoice(of.invoice)).toMatchObject({
      status: 'uncollectible',
      refunded: '6.00',
      amount_due: '6.00',
      dunning: { status: 'none' },
      refunds: [{ made: 'taken_back', amount: '6.00', reason: 'taken back by PayPal', status: 'succeeded' }],
    });
    expect(await credits(2)).toBe(before - 40);
  });

  it.each([
    ['ACCEPTED', '6.00', { status: 'uncollectible', amount_due: '6.00' }, 'lost'],
    ['ACCEPTED', '1.50', { status: 'uncollectible', amount_due: '1.50' }, 'lost'],
    ['RESOLVED_BUYER_FAVOUR', undefined, { status: 'uncollectible', amount_due: '6.00' }, 'lost'],
    ['CANCELED_BY_BUYER', undefined, { status: 'paid', amount_due: '0.00' }, 'won'],
    ['DENIED', undefined, { status: 'paid', amount_due: '0.00' }, 'won'],
    ['RESOLVED_SELLER_FAVOUR', undefined, { status: 'paid', amount_due: '0.00' }, 'won'],
  ])('a PayPal dispute that ends %s with a refund of %s', async (outcome_code, amount_refunded, shown, status) => {
    const of = await boost(2, 40, 'paypal');
    const opened = await must(api.post('sandbox/disputes/', { provider: 'paypal', reference: of.reference }), 201);
    await soon();
    const outcome = { provider: 'paypal', outcome_code, ...(amount_refunded === undefined ? {} : { amount_refunded }) };
    await must(api.post(`sandbox/disputes/${opened.id}/close/`, outcome));
    await soon();
    expect(await invoice(of.invoice)).toMatchObject(shown);
    const { results } = await must(api.get('audit/disputes/'));
    expect(results.find((each: { invoice_id: number }) => each.invoice_id === of.invoice)).toMatchObject({ status });
  });

  it('an accepted dispute of which PayPal also tells a refund takes the money once, whichever is told first', async () => {
    for (const first of ['refund', 'outcome']) {
      const of = await boost(2, 40, 'paypal');
      const opened = await must(api.post('sandbox/disputes/', { provider: 'paypal', reference: of.reference }), 201);
      await soon();
      const accepted = { provider: 'paypal', outcome_code: 'ACCEPTED', amount_refunded: '2.50' };
      const close = async () => {
        await must(api.post(`sandbox/disputes/${opened.id}/close/`, accepted));
        await soon();
      };
      if (first === 'outcome') await close();
      await refundIn('paypal', of, { amount: '2.50' });
      if (first === 'refund') await close();
      expect(await invoice(of.invoice)).toMatchObject({ status: 'uncollectible', total: '6.00', amount_due: '2.50' });
      // A second refund is another one.
      await refundIn('paypal', of, { amount: '1.00', reversed: true });
      expect(await invoice(of.invoice)).toMatchObject({ amount_due: '3.50' });
    }
  });

  it('an outcome that is not known, or does not say where the money is, goes to a person, who settles it', async () => {
    for (const [outcome_code, outcome, shown] of [
      ['SETTLED_BY_OUIJA', 'won', { status: 'paid', amount_due: '0.00' }],
      ['RESOLVED_WITH_PAYOUT', 'lost', { status: 'uncollectible', amount_due: '6.00' }],
      ['ACCEPTED', 'credited', { status: 'paid', credited: '6.00', amount_due: '0.00' }],
    ] as const) {
      const of = await boost(2, 40, 'paypal');
      const opened = await must(api.post('sandbox/disputes/', { provider: 'paypal', reference: of.reference }), 201);
      await soon();
      await must(api.post(`sandbox/disputes/${opened.id}/close/`, { provider: 'paypal', outcome_code }));
      await soon();
      const [waiting, ...more] = await overdue('dispute');
      expect([waiting?.detail, more]).toEqual([expect.stringContaining(`closed there as ${outcome_code}`), []]);
      const settled = { outcome, note: 'as the balance at PayPal shows' };
      await must(api.post(`audit/disputes/${waiting?.id}/settle/`, settled));
      await soon();
      expect(await invoice(of.invoice)).toMatchObject(shown);
      expect(await overdue('dispute')).toEqual([]);
      expect(await overdue('effect')).toEqual([]);
    }
  });

  it('a charge-back that is lost takes back the credits that were not used', async () => {
    const of = await boost(2, 50, 'stripe');
    const before = await credits(2);
    const opened = await must(api.post('sandbox/disputes/', { provider: 'stripe', reference: of.reference }), 201);
    await soon();
    expect(await credits(2)).toBe(before);
    await must(api.post(`sandbox/disputes/${opened.id}/close/`, { provider: 'stripe', outcome: 'lost' }));
    await soon();
    expect(await credits(2)).toBe(before - 50);
    expect(await invoice(of.invoice)).toMatchObject({ status: 'uncollectible', payments: [{ status: 'reversed' }] });
    expect((await must(api.get(`billing/add-ons/purchases/`))).results).toContainEqual(
      expect.objectContaining({ id: of.purchase, status: 'refunded' }),
    );
  });

  it('a charge-back that is lost ends a package that was not delivered', async () => {
    const wanted = { account_id: 1, site_id: 11, package: 'starter', payment_method: 'stripe' };
    const bought = await must(api.post('billing/add-ons/backlink-package/', wanted), 201);
    await soon();
    const paid = await invoice(bought.invoice_id);
    const { results } = await must(api.get('services/backlink-orders/'));
    const order = results.at(-1);
    expect(order).toMatchObject({ status: 'approved' });
    const { reference } = paid.payments[0];
    const opened = await must(api.post('sandbox/disputes/', { provider: 'stripe', reference }), 201);
    await soon();
    await must(api.post(`sandbox/disputes/${opened.id}/close/`, { provider: 'stripe', outcome: 'lost' }));
    await soon();
    expect(await must(api.get(`services/backlink-orders/${order.id}/`))).toMatchObject({ status: 'cancelled' });
    // Not owed and not paid: credited, with nothing to give back.
    expect(await invoice(bought.invoice_id)).toMatchObject({
      status: 'uncollectible',
      refunds: [],
      amount_due: '0.00',
      credited: paid.total,
    });
    expect(await overdue('effect')).toEqual([]);
  });

  it('notices about what has no id, or of an unknown type, are kept and come to nothing', async () => {
    const told = [
      { provider: 'stripe', type: 'balance.available', object: { object: 'balance', available: [] } },
      { provider: 'stripe', type: 'invoice.upcoming', object: { object: 'invoice', amount_due: 100 } },
      { provider: 'stripe', type: 'capybara.seen', object: { id: 'cap_1', object: 'capybara' } },
      { provider: 'paypal', type: 'MERCHANT.ONBOARDING.COMPLETED', object: { merchant_id: 'K8SKRXA6T1AAU' } },
      { provider: 'paypal', type: 'VAULT.PAYMENT-TOKEN.CREATED', object: { id: '8kk8451t' } },
    ];
    const before = (await must(api.get('billing/invoices/'))).count;
    for (const each of told) await must(api.post('sandbox/notices/', each), 201);
    await soon();
    const pool = new pg.Pool(api.database.config);
    const { rows } = await pool.query<{ data: string }>(
      `SELECT data::text FROM event_store.events WHERE type = 'ProviderEventReceived' ORDER BY position DESC LIMIT 5`,
    );
    await pool.end();
    const kept = rows.map(({ data }) => JSON.parse(data).event_type as string);
    expect(kept.sort()).toEqual(told.map(({ type }) => type).sort());
    const thin = {
      id: 'evt_thin',
      object: 'v2.core.event',
      type: 'v2.core.account.updated',
      created: '2026-06-17T09:00:00Z',
    };
    const raw = JSON.stringify(thin);
    const timestamp = Math.floor(Date.parse((await must(api.get('sandbox/clock/'))).now) / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: raw,
      secret: 'whsec_of_the_sandbox',
      timestamp,
    });
    const send = (header: string) =>
      api.send('POST', 'billing/webhooks/stripe/', undefined, {
        raw,
        token: null,
        headers: { 'stripe-signature': header },
      });
    expect((await send(signature)).status).toBe(200);
    expect((await send(signature.replace(/v1=./, 'v1=_'))).status).toBe(400);
    expect(await overdue('effect')).toEqual([]);
    expect((await must(api.get('billing/invoices/'))).count).toBe(before);
  });
});
