import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Line = { readonly description: string; readonly amount: string; readonly causes: readonly string[] };
const words = (lines: readonly Line[]) => lines.map(({ description, amount }) => [description, amount]);

/** Account 1 has two services, 19 % tax and some credit; it is 17 June. */
describe('the next invoice before and after a change', () => {
  let api: SandboxApi;
  const next = async (id: number, change: object, send = {}) =>
    api.post(`services/subscriptions/${id}/next-invoice/`, change, send);
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await must(api.post('platform/facts/', clientFacts(1, 11)));
    await must(api.post('platform/facts/', clientFacts(1, 12)));
    await must(api.put('billing/accounts/1/tax-rate/', { tax_rate: '19' }));
    for (const [site_id, tier] of [
      [11, 'pro'],
      [12, 'lite'],
    ] as const)
      await must(api.post('services/subscriptions/', { account_id: 1, site_id, tier }), 201);
    const bought = { account_id: 1, payment_method: 'manual', quantity: 10, override_reason: 'agreed' };
    const { invoice_id } = await must(api.post('billing/add-ons/indexing-boost/', bought), 201);
    const paid = { gateway: 'manual', amount: '1.79', received_on: '2026-06-17' };
    await must(api.post(`billing/invoices/${invoice_id}/payments/`, paid), 201);
    await must(api.post(`billing/invoices/${invoice_id}/credit-notes/`, { amount: '1.00', reason: 'late' }), 201);
    await api.advance('2026-06-17T09:00:00Z');
  }, 120_000);
  afterAll(() => api.stop());

  it('has every service of the account, its tax and its credit, and changes by the one that changes', async () => {
    const { billing_date, before, after } = await must(next(1, { action: 'pause' }));
    expect(billing_date).toBe('2026-07-01');
    expect(words(before.lines)).toEqual([
      [expect.stringContaining('Managed Pro for site11.example, 2026-06-17 to 2026-06-30: 14 of 30 days'), '186.20'],
      [expect.stringContaining('Managed Lite for site12.example'), '46.67'],
      ['Tax 19 %', '44.25'],
      ['Credit from CN-2026-000001', '-1.00'],
    ]);
    expect(before).toMatchObject({ subtotal: '232.87', tax: '44.25', total: '276.12', carried_over: false });
    expect(words(after.lines)).toContainEqual([
      expect.stringContaining('site11.example, 2026-06-17 to 2026-06-17: 1 of 30 days'),
      '13.30',
    ]);
    expect(after).toMatchObject({ subtotal: '59.97', total: '70.36' });
    expect((await must(next(1, {}))).after.total).toBe('276.12');
  });

  it('refuses what would be refused, records nothing, and is told to the team alone', async () => {
    const head = async () => (await must(api.get('audit/tree-head/'))).size;
    const before = await head();
    expect((await next(1, { action: 'resume' })).status).toBe(409);
    expect((await next(1, { monthly_price: '1.00' })).body.code).toBe('override_required');
    expect((await next(99, {})).status).toBe(404);
    const { token } = await must(api.post('auth/tokens/', { role: 'client', account_id: 1 }), 201);
    expect((await next(1, {}, { token })).status).toBe(403);
    expect((await must(api.get('services/subscriptions/1/'))).status).toBe('active');
    // A token was made; nothing else.
    expect((await head()) - before).toBeLessThanOrEqual(1);
  });

  it('is the invoice that is issued then', async () => {
    const told = await must(next(1, { action: 'pause' }));
    await must(api.post('services/subscriptions/1/pause/', { reason: 'relaunch' }));
    await api.advance('2026-07-01T01:00:00Z');
    const { results } = await must(api.get('billing/invoices/?kind=regular'));
    expect(results).toHaveLength(1);
    expect(words(results[0].lines).sort()).toEqual(words(told.after.lines).sort());
    expect(results[0].total).toBe(told.after.total);
  });
});
