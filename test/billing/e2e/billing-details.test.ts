import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const DETAILS = {
  name: '株式会社ドングリ歯科',
  address_lines: ['1-2-3 Ginza', 'Chuo-ku, Tokyo'],
  tax_id: 'T1234567890123',
  email: 'billing@dental.example',
  country: 'JP',
};

describe('who sells, and whom invoices are made out to', () => {
  let api: SandboxApi;
  const token = async (role: string, account: number | null) =>
    (await must(api.post('auth/tokens/', { role, ...(account === null ? {} : { account_id: account }) }), 201)).token;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', {
      SELLER_NAME: 'Alorig GmbH',
      SELLER_ADDRESS: 'Hauptstraße 1|10115 Berlin',
      SELLER_TAX_ID: 'DE123456789',
    });
    await must(api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]));
  });
  afterAll(() => api.stop());

  it('tells everybody who issues the invoices', async () => {
    const client = api.as(await token('client', 1));
    for (const who of [api, client])
      expect(await must(who.get('billing/seller/'))).toMatchObject({
        name: 'Alorig GmbH',
        address_lines: ['Hauptstraße 1', '10115 Berlin'],
        tax_id: 'DE123456789',
      });
    expect((await api.get('billing/seller/', { token: null })).status).toBe(401);
  });

  it('lets an account and an admin say whom its invoices are made out to, and nobody else', async () => {
    const path = 'billing/accounts/1/billing-details/';
    const [own, other] = [api.as(await token('client', 1)), api.as(await token('client', 2))];
    expect(await must(own.get(path))).toMatchObject({ account_id: 1, name: null, tax_id: null });
    expect(await must(own.put(path, DETAILS))).toEqual({ account_id: 1, ...DETAILS });
    expect(await must(api.get(path))).toEqual({ account_id: 1, ...DETAILS });
    for (const refused of [await other.get(path), await other.put(path, DETAILS)]) expect(refused.status).toBe(404);
    const wrong = await own.put(path, { ...DETAILS, country: 'Japan', email: 'nobody', more: 1 });
    expect([wrong.status, wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
      422,
      ['/country', '/email', '/more'],
    ]);
    expect(await must(api.put(path, { ...DETAILS, tax_id: null }))).toMatchObject({ tax_id: null });
    const { results } = await must(api.get('audit/events/?type=BillingDetailsSet'));
    expect(results).toHaveLength(2);
    const log = JSON.stringify(
      (await api.running.system.around.store.readAll({ after: { position: 0, checkpoint: '' }, limit: 1000 })).events,
    );
    expect(log).not.toContain(DETAILS.name);
    expect(log).not.toContain(DETAILS.email);
  });

  it('prints both on the next invoice', async () => {
    await must(
      api.post('billing/add-ons/indexing-boost/', { account_id: 1, quantity: 10, payment_method: 'manual' }),
      201,
    );
    const [invoice] = (await must(api.get('billing/invoices/?account_id=1'))).results;
    const pdf = await api.get(`billing/invoices/${invoice.id}/pdf/`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
});
