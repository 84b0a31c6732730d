import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { linkTo, must, placement, urlOf } from '#test/support/backlinks';

const ORDERS = 'services/backlink-orders/';

describe('money of orders', () => {
  let api: SandboxApi;
  let minutes = 0;
  /** The next few minutes of the story. */
  const soon = () => {
    minutes += 5;
    return api.advance(new Date(Date.parse('2026-06-30T09:00:00Z') + minutes * 60_000).toISOString());
  };
  const buy = async (payment_method = 'stripe') => {
    const body = { site_id: 11, package: 'starter', payment_method, account_id: 1 };
    const bought = await must(api.post('billing/add-ons/backlink-package/', body), 201);
    await soon();
    return must(api.get(`billing/add-ons/purchases/${bought.id}/`));
  };
  const invoice = (id: number) => must(api.get(`billing/invoices/${id}/`));
  const order = (id: number) => must(api.get(`${ORDERS}${id}/`));
  const credit = (id: number, body: object) =>
    must(api.post(`billing/invoices/${id}/credit-notes/`, { reason: 'agreed', ...body }), 201);
  const margin = async (by: string) => must(api.get(`services/dashboard/margin/?by=${by}`));

  beforeAll(async () => {
    api = await sandboxApi('2026-06-30T09:00:00Z');
    await api.post('platform/facts/', clientFacts(1, 11));
    for (let n = 1; n <= 4; n++) await api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n) });
    await must(api.put('billing/accounts/1/tax-rate/', { tax_rate: '19', reason: 'registered' }));
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
  });
  afterAll(() => api.stop());

  it('a package that is cancelled gives back what was not delivered, with its tax', async () => {
    const bought = await buy();
    expect(bought).toMatchObject({ status: 'paid', order_id: 1, invoice_id: 1 });
    expect(await order(1)).toMatchObject({ status: 'approved', client_price: '800.00', invoice_id: 1 });
    expect((await margin('order')).results).toMatchObject([{ key: '1', revenue: '800.00' }]);
    await must(api.post(`${ORDERS}1/links/`, { ...placement(1, '', '40.00'), tier: undefined }), 201);
    await soon();
    const cancelled = await must(api.post(`${ORDERS}1/cancel/`, { reason: 'relaunch' }));
    expect(cancelled).toMatchObject({ status: 'cancelled', links_delivered: 1, client_price: '160.00' });
    await soon();
    expect(await invoice(1)).toMatchObject({
      status: 'paid',
      total: '952.00',
      paid: '952.00',
      credited: '761.60',
      refunded: '761.60',
      credit_notes: [{ number: 'CN-2026-000001', net: '640.00', tax: '121.60', refunded: '761.60' }],
      refunds: [{ status: 'succeeded', amount: '761.60' }],
    });
    const ledger = (await must(api.get('sandbox/ledger/?provider=stripe'))).results as Record<string, string>[];
    expect(ledger.filter(({ operation }) => operation === 'refund')).toHaveLength(1);
    expect(await must(api.get(`billing/add-ons/purchases/${bought.id}/`))).toMatchObject({ status: 'paid' });
    expect(await margin('order')).toMatchObject({
      results: [{ key: '1', revenue: '160.00', cost_by_kind: { placements: '40.00' } }],
      totals: { revenue: '160.00' },
    });
  });

  it('what credit of the account paid for is credit again', async () => {
    const second = await buy();
    await credit(second.invoice_id, { amount: '100.00', refund: false });
    await soon();
    const third = await buy();
    expect(await invoice(third.invoice_id)).toMatchObject({ status: 'paid', total: '852.00' });
    await must(api.post(`${ORDERS}${third.order_id}/cancel/`, {}));
    await soon();
    expect(await invoice(third.invoice_id)).toMatchObject({
      credited: '952.00',
      refunded: '852.00',
      amount_due: '0.00',
      credit_notes: [{ refunded: '852.00', remaining: '100.00' }],
    });
    expect(await must(api.get('billing/accounts/1/balance/'))).toMatchObject({ account_credit: '100.00' });
    expect(await must(api.get(`billing/add-ons/purchases/${third.id}/`))).toMatchObject({ status: 'refunded' });
    // Nothing is left of the credit for what follows.
    await must(api.post(`${ORDERS}${second.order_id}/cancel/`, {}));
    await soon();
    expect(await invoice(second.invoice_id)).toMatchObject({ credited: '952.00', refunded: '852.00' });
  });

  it('a package whose invoice is credited in full ends, whether it was paid or not', async () => {
    const orders = (await must(api.get(ORDERS))).count;
    const unpaid = await buy('manual');
    expect(unpaid).toMatchObject({ status: 'pending', order_id: null });
    const { amount_due } = await invoice(unpaid.invoice_id);
    await credit(unpaid.invoice_id, { amount: amount_due });
    await soon();
    expect(await must(api.get(`billing/add-ons/purchases/${unpaid.id}/`))).toMatchObject({
      status: 'refunded',
      order_id: null,
    });
    expect((await must(api.get(ORDERS))).count).toBe(orders);
    expect(await must(api.get('billing/accounts/1/balance/'))).toMatchObject({ account_credit: '100.00' });

    const paid = await buy();
    const { total } = await invoice(paid.invoice_id);
    await credit(paid.invoice_id, { amount: total, refund: true });
    await soon();
    expect(await must(api.get(`billing/add-ons/purchases/${paid.id}/`))).toMatchObject({ status: 'refunded' });
    expect(await order(paid.order_id)).toMatchObject({ status: 'cancelled', client_price: '0.00', renews_on: null });
    expect(await must(api.get('billing/accounts/1/balance/'))).toMatchObject({
      account_credit: '100.00',
      open: '0.00',
    });
    expect(await must(api.get('services/dashboard/'))).toMatchObject({ mrr: '0.00' });
  });

  it('what is passed through and became cheaper after it was invoiced is credited; dearer, the margin bears it', async () => {
    const pro = await must(api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }), 201);
    await api.advance('2026-06-30T14:00:00Z');
    const body = {
      site_id: 11,
      pricing_mode: 'pass_through',
      managed_subscription_id: pro.id,
      budget: '120.00',
      lines: [{ tier: 'basic_guest_post', quantity: 2 }],
    };
    const { id } = await must(api.post(ORDERS, body), 201);
    await must(api.post(`${ORDERS}${id}/approve/`, { on_behalf_of_client: true }));
    const place = (n: number, cost: string) =>
      must(api.post(`${ORDERS}${id}/links/`, placement(n, 'basic_guest_post', cost)), 201);
    const link = await place(2, '60.00');
    await place(3, '40.00');
    await api.advance('2026-06-30T15:00:00Z');
    await must(api.post(`${ORDERS}${id}/complete/`, { reason: 'both are live' }));
    await api.advance('2026-07-01T09:00:00Z');
    const billed = await order(id);
    expect(billed).toMatchObject({ status: 'completed', client_price: '120.00' });
    expect(billed.invoice_id).toBeGreaterThan(0);
    const correct = (cost: string) =>
      must(api.patch(`linker/backlinks/${link.id}/`, { cost, reason: 'vendor invoice' }));
    await correct('55.55');
    await correct('75.00');
    await api.advance('2026-07-01T09:05:00Z');
    const now = await invoice(billed.invoice_id);
    expect(now.credit_notes).toMatchObject([{ net: '5.34', tax: '1.01', total: '6.35', refunded: '0.00' }]);
    expect(now.lines.find(({ kind }: { kind: string }) => kind === 'pass_through').amount).toBe('120.00');
    expect(await order(id)).toMatchObject({ client_price: '114.66', actual_cost: '115.00', margin: '-0.34' });
    const row = (await margin('order')).results.find(({ key }: { key: string }) => key === String(id));
    expect(row).toMatchObject({ revenue: '114.66', cost_by_kind: { placements: '115.00' } });
  });

  it('the margin is the same in sum, however it is grouped', async () => {
    for (const by of ['service', 'client', 'month']) {
      const { results, totals } = await margin(by);
      const sum = results.reduce((all: number, { revenue }: { revenue: string }) => all + Number(revenue) * 100, 0);
      expect(Math.round(sum), by).toBe(Math.round(Number(totals.revenue) * 100));
    }
    const keys = (await margin('service')).results.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(['backlinks', 'managed_pro']);
  });
});
