import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

describe('a managed service that is sold, delivered and paid by card', () => {
  let api: SandboxApi;
  let client: string;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await api.post('platform/facts/', clientFacts(1, 11, 'growth'));
    const token = { role: 'client', account_id: 1, scopes: ['read', 'write'] };
    client = (await must(api.post('auth/tokens/', token), 201)).token;
  });
  afterAll(() => api.stop());

  it('begins once a payment method is proven', async () => {
    const as = api.as(client);
    const bought = await must(
      as.post('billing/add-ons/managed-service/', { site_id: 11, tier: 'lite', payment_method: 'stripe' }),
      201,
    );
    expect(bought).toMatchObject({ kind: 'managed-service', status: 'pending', invoice_id: null });
    const card = await must(
      as.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }),
      201,
    );
    expect(card).toMatchObject({ status: 'proven', is_default: true, last4: '4242' });
    await api.advance('2026-06-17T09:00:00Z');
    expect(await must(as.get(`billing/add-ons/purchases/${bought.id}/`))).toMatchObject({
      status: 'active',
      managed_subscription_id: 1,
    });
    expect(await must(api.get('services/subscriptions/1/'))).toMatchObject({ status: 'active', tier: 'lite' });
  });

  it('is billed in arrears and charged at once', async () => {
    await api.advance('2026-07-01T09:00:00Z');
    const { results } = await must(api.as(client).get('billing/invoices/'));
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
    const ledger = (await must(api.get('sandbox/ledger/?provider=stripe'))).results;
    expect(ledger.map((entry: { operation: string; charged: string }) => [entry.operation, entry.charged])).toEqual([
      ['charge', '46.67'],
    ]);
    const pdf = await api.as(client).get('billing/invoices/1/pdf/');
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(String(pdf.body).slice(0, 5)).toBe('%PDF-');
  });

  it('sells Indexing Boost prepaid, and a package', async () => {
    const as = api.as(client);
    const boost = await must(
      as.post('billing/add-ons/indexing-boost/', { quantity: 20, payment_method: 'stripe' }),
      201,
    );
    await api.advance('2026-07-01T09:05:00Z');
    expect(await must(as.get(`billing/add-ons/purchases/${boost.id}/`))).toMatchObject({ status: 'paid', credits: 20 });
    expect(await must(as.get('billing/credits/'))).toMatchObject({
      account_id: 1,
      balance: 20,
      results: [{ change: 20, balance_after: 20 }],
    });
    const pack = await must(
      as.post('billing/add-ons/backlink-package/', { site_id: 11, package: 'starter', payment_method: 'paypal' }),
      201,
    );
    expect(pack.approve_url).toMatch(/checkoutnow/);
    expect((await fetch(pack.approve_url)).status).toBe(200);
    await api.advance('2026-07-01T09:10:00Z');
    const paid = await must(as.get(`billing/add-ons/purchases/${pack.id}/`));
    expect(paid).toMatchObject({ status: 'paid', order_id: 1 });
    expect(await must(as.get('services/backlink-orders/1/'))).toMatchObject({
      status: 'approved',
      billing: 'prepaid',
      order_type: 'monthly',
    });
  });

  it('credits and refunds', async () => {
    const note = await must(
      api.post('billing/invoices/1/credit-notes/', { amount: '10.00', reason: 'late', refund: true }),
      201,
    );
    expect(note).toMatchObject({ number: 'CN-2026-000001', total: '10.00', refunded: '10.00', applied: '0.00' });
    await api.advance('2026-07-01T09:20:00Z');
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({
      status: 'paid',
      credited: '10.00',
      refunded: '10.00',
      amount_due: '0.00',
      refunds: [{ status: 'succeeded' }],
    });
    expect((await api.post('billing/invoices/1/refunds/', { amount: '1.00', reason: 'more' })).body.code).toBe(
      'not_refundable',
    );
  });

  it('shows it all on the dashboard', async () => {
    expect(await must(api.get('services/dashboard/'))).toMatchObject({ mrr: '900.00', clients: { active: 1 } });
    const margin = await must(api.get('services/dashboard/margin/?by=service'));
    const earned = margin.results.map(({ key, revenue_invoiced }: Record<string, string>) => [key, revenue_invoiced]);
    expect(earned).toEqual([
      ['backlinks', '800.00'],
      ['indexing_boost', '3.00'],
      ['managed_lite', '36.67'],
    ]);
    const csv = await api.get('services/dashboard/margin/?by=client&format=csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await must(api.get('services/dashboard/clients/'))).toMatchObject({ count: 1 });
    expect(await must(api.get('services/dashboard/overdue/'))).toMatchObject({ count: 0 });
  });
});
