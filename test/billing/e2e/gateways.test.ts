import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

describe('where no gateway is configured', () => {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-no-gateways-'));
  let api: SandboxApi;
  beforeAll(async () => {
    // No sandbox, which has stand-ins of all: a store of its own, on the clock of the machine.
    api = await sandboxApi('', { SANDBOX: 'false', DATA_DIR: folder });
    await must(api.post('platform/facts/', clientFacts(1, 11, 'growth')));
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const refused = async (path: string, body: object, pointer: string) => {
    const answer = await api.post(path, body);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      422,
      'invalid_values',
      pointer,
    ]);
  };

  it('nothing is bought or saved that could never be paid', async () => {
    for (const payment_method of ['paypal', 'stripe']) {
      const bought = { account_id: 1, payment_method };
      await refused('billing/add-ons/indexing-boost/', { ...bought, quantity: 10 }, '/payment_method');
      await refused('billing/add-ons/managed-service/', { ...bought, site_id: 11, tier: 'lite' }, '/payment_method');
    }
    await refused('billing/accounts/1/payment-methods/', { gateway: 'stripe' }, '/gateway');
    expect(await must(api.get('billing/add-ons/purchases/'))).toMatchObject({ count: 0 });
    expect(await must(api.get('billing/accounts/1/payment-methods/'))).toEqual({ results: [] });
  });

  it('no invoice is jammed by a payment that could never be made', async () => {
    const boost = { account_id: 1, payment_method: 'manual', quantity: 10 };
    const bought = await must(api.post('billing/add-ons/indexing-boost/', boost), 201);
    await expect.poll(async () => (await api.get('billing/invoices/1/')).body.status, { timeout: 10_000 }).toBe('open');
    expect(bought.invoice_id).toBe(1);
    for (const gateway of ['paypal', 'stripe']) await refused('billing/invoices/1/payments/', { gateway }, '/gateway');
    const paid = await must(api.post('billing/invoices/1/payments/', { gateway: 'manual', amount: '1.50' }), 201);
    expect(paid).toMatchObject({ status: 'succeeded', amount: '1.50' });
    expect(await must(api.get('billing/invoices/1/'))).toMatchObject({ status: 'paid', payments: [{ id: paid.id }] });
  });
});
