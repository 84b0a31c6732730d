import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, Conflict } from '#client/index';
import { clientFacts, type SandboxApi, sandboxApi, typed } from '#test/support/api';
import { caught } from '#test/support/caught';

describe('a managed service that is sold, delivered and paid by card', () => {
  let api: SandboxApi;
  let team: Client;
  let client: Client;
  const purchase = async (id: number) => (await client.get('billing/add-ons/purchases/{id}/', { path: { id } })).data;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    team = typed(api);
    await api.post('platform/facts/', clientFacts(1, 11, 'growth'));
    const issued = await team.post('auth/tokens/', {
      body: { role: 'client', account_id: 1, scopes: ['read', 'write'] },
    });
    client = typed(api, issued.data.token);
  });
  afterAll(() => api.stop());

  it('begins once a payment method is proven', async () => {
    const { data: bought, status } = await client.post('billing/add-ons/managed-service/', {
      body: { site_id: 11, tier: 'lite', payment_method: 'stripe' },
    });
    expect(status).toBe(201);
    expect(bought).toMatchObject({ kind: 'managed-service', status: 'pending', invoice_id: null });
    const card = await client.post('billing/accounts/{id}/payment-methods/', {
      path: { id: 1 },
      body: { gateway: 'stripe', test_card: 'ok' },
    });
    expect(card).toMatchObject({ status: 201, data: { status: 'proven', is_default: true, last4: '4242' } });
    await api.advance('2026-06-17T09:00:00Z');
    expect(await purchase(bought.id)).toMatchObject({ status: 'active', managed_subscription_id: 1 });
    const { data } = await team.get('services/subscriptions/{id}/', { path: { id: 1 } });
    expect(data).toMatchObject({ status: 'active', tier: 'lite' });
  });

  it('is billed in arrears and charged at once', async () => {
    await api.advance('2026-07-01T09:00:00Z');
    const { results } = (await client.get('billing/invoices/')).data;
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      number: 'INV-2026-000001',
      status: 'paid',
      total: '46.67',
      paid: '46.67',
      amount_due: '0.00',
      issued_on: '2026-07-01',
      due_on: '2026-07-01',
      period_start: '2026-06-01',
      lines: [{ kind: 'subscription', amount: '46.67', inputs: { billable_days: 14, days_in_month: 30 } }],
      payments: [{ gateway: 'stripe', status: 'succeeded', amount: '46.67' }],
    });
    const ledger = (await team.get('sandbox/ledger/', { query: { provider: 'stripe' } })).data.results;
    expect(ledger.map(({ operation, charged }) => [operation, charged])).toEqual([['charge', '46.67']]);
    const pdf = await client.download('billing/invoices/{id}/pdf/', { path: { id: 1 } });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await pdf.data.slice(0, 5).text()).toBe('%PDF-');
  });

  it('sells Indexing Boost prepaid, and a package', async () => {
    const { data: boost } = await client.post('billing/add-ons/indexing-boost/', {
      body: { quantity: 20, payment_method: 'stripe' },
    });
    await api.advance('2026-07-01T09:05:00Z');
    expect(await purchase(boost.id)).toMatchObject({ status: 'paid', credits: 20 });
    expect((await client.get('billing/credits/')).data).toMatchObject({
      account_id: 1,
      balance: 20,
      results: [{ change: 20, balance_after: 20 }],
    });
    const { data: pack } = await client.post('billing/add-ons/backlink-package/', {
      body: { site_id: 11, package: 'starter', payment_method: 'paypal' },
    });
    expect(pack.approve_url).toMatch(/checkoutnow/);
    expect((await fetch(pack.approve_url ?? '')).status).toBe(200);
    await api.advance('2026-07-01T09:10:00Z');
    expect(await purchase(pack.id)).toMatchObject({ status: 'paid', order_id: 1 });
    expect((await client.get('services/backlink-orders/{id}/', { path: { id: 1 } })).data).toMatchObject({
      status: 'approved',
      billing: 'prepaid',
      order_type: 'monthly',
    });
  });

  it('credits and refunds', async () => {
    const path = { id: 1 };
    const note = await team.post('billing/invoices/{id}/credit-notes/', {
      path,
      body: { amount: '10.00', reason: 'late', refund: true },
    });
    expect(note).toMatchObject({
      status: 201,
      data: { number: 'CN-2026-000001', total: '10.00', refunded: '10.00', applied: '0.00' },
    });
    await api.advance('2026-07-01T09:20:00Z');
    expect((await team.get('billing/invoices/{id}/', { path })).data).toMatchObject({
      status: 'paid',
      credited: '10.00',
      refunded: '10.00',
      amount_due: '0.00',
      refunds: [{ status: 'succeeded' }],
    });
    const more = team.post('billing/invoices/{id}/refunds/', { path, body: { amount: '1.00', reason: 'more' } });
    const refused = await caught(more);
    expect(refused).toBeInstanceOf(Conflict);
    expect(refused).toMatchObject({ code: 'not_refundable' });
  });

  it('shows it all on the dashboard', async () => {
    const { data: figures } = await team.get('services/dashboard/');
    expect(figures).toMatchObject({ mrr: '900.00', clients: { active: 1 } });
    const { data: margin } = await team.get('services/dashboard/margin/', { query: { by: 'service' } });
    expect(margin.results.map(({ key, revenue_invoiced }) => [key, revenue_invoiced])).toEqual([
      ['backlinks', '800.00'],
      ['indexing_boost', '3.00'],
      ['managed_lite', '36.67'],
    ]);
    const csv = await team.download('services/dashboard/margin/', { query: { by: 'client', format: 'csv' } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect((await team.get('services/dashboard/clients/')).data).toMatchObject({ count: 1 });
    expect((await team.get('services/dashboard/overdue/')).data).toMatchObject({ count: 0 });
  });
});
