import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { linkTo, must, placement, urlOf } from '#test/support/backlinks';

const ORDER = {
  site_id: 11,
  order_type: 'one_time',
  pricing_mode: 'tiers',
  niche: 'general',
  lines: [{ tier: 'basic_guest_post', quantity: 2, dr: 40 }],
};

describe('what every row of an account tells of itself', () => {
  let api: SandboxApi;
  let user: ReturnType<SandboxApi['as']>;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]);
    const token = await must(api.post('auth/tokens/', { role: 'admin', user_id: 71, scopes: ['read', 'write'] }), 201);
    user = api.as(token.token);
    for (let n = 1; n <= 2; n++) await api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n) });
  });
  afterAll(() => api.stop());

  const rowsOf = async (table: string) => api.running.system.around.readModels.tables('live').find(table, {});
  const told = (sector_id?: number) =>
    fact('SiteRegistered', {
      site_id: 11,
      account_id: 1,
      domain: 'site11.example',
      ...(sector_id === undefined ? {} : { sector_id }),
    });
  const tables = () => api.running.system.projector.projections.flatMap((projection) => projection.tables);

  it('is in the columns of every table that has `account_id`', () => {
    const ofAccounts = tables().filter(({ columns }) => 'account_id' in columns);
    expect(ofAccounts.length).toBeGreaterThan(25);
    for (const { name, columns, indexes } of ofAccounts) {
      const wanted = ['created_by', 'created_at', 'updated_at', ...('site_id' in columns ? ['sector_id'] : [])];
      expect([name, wanted.filter((column) => !(column in columns))]).toEqual([name, []]);
      if ('site_id' in columns) expect([name, indexes?.some(([first]) => first === 'site_id')]).toEqual([name, true]);
    }
    const names = tables().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names the user of the token that made it, and nobody where a part of the system did', async () => {
    const order = await must(user.post('services/backlink-orders/', ORDER), 201);
    expect(order).toMatchObject({ created_by: 71, sector_id: null });
    await must(api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
    const link = await must(
      user.post('services/backlink-orders/1/links/', placement(1, 'basic_guest_post', '40.00')),
      201,
    );
    expect(link).toMatchObject({ id: 1, created_by: 71, sector_id: null });
    await must(user.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }), 201);
    const hook = { url: 'https://example.com/hooks', event_types: ['ManagedSubscriptionActivated'], account_id: 1 };
    const made = await must(user.post('webhooks/', hook), 201);
    expect(made).toMatchObject({ created_by: 71 });
    expect(await must(api.get(`webhooks/${made.id}/`))).toMatchObject({
      created_by: 71,
      created_at: made.created_at,
      updated_at: made.updated_at,
    });
    // The first admin's token is nobody's.
    const tokens = (await must(api.get('auth/tokens/'))).results as { label: string | null; created_by: unknown }[];
    expect(tokens.map(({ created_by }) => created_by)).toEqual(tokens.map(() => null));
    const issued = { role: 'client', account_id: 1, label: 'dashboard' };
    expect(await must(user.post('auth/tokens/', issued), 201)).toMatchObject({ created_by: 71 });
    await api.post('sandbox/clock/advance/', { by: '2h' });
    for (const row of await rowsOf('runtime_effects'))
      expect(row).toMatchObject({ created_by: null, created_at: row['requested_at'] });
  });

  it('moves `updated_at` with every change and keeps who made it and when', async () => {
    // Written when the subscription was made, and when it was paused: neither column is its handlers' own.
    await must(api.post('services/subscriptions/1/pause/', { reason: 'relaunch' }));
    const [source] = (await rowsOf('igny8_mrr_sources')).filter((row) => row['source'] === 'subscription-1');
    expect(source).toMatchObject({ counted: false, created_by: 71 });
    expect(String(source?.['updated_at']) > String(source?.['created_at'])).toBe(true);
    const path = 'services/backlink-orders/1/';
    const before = await must(api.get(path));
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const after = await must(api.patch(path, { notes: 'by the end of the month' }));
    expect(after).toMatchObject({ created_by: 71, created_at: before.created_at });
    expect(after.updated_at > before.updated_at).toBe(true);
    const balances = await rowsOf('igny8_billing_accounts');
    for (const row of balances) expect(String(row['created_at']) <= String(row['updated_at'])).toBe(true);
  });

  it('leaves a payment as it is when something else happens to its invoice', async () => {
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    const bought = { site_id: 11, package: 'starter', payment_method: 'stripe', account_id: 1 };
    const purchase = await must(user.post('billing/add-ons/backlink-package/', bought), 201);
    expect(purchase).toMatchObject({ created_by: 71 });
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const { invoice_id } = await must(api.get(`billing/add-ons/purchases/${purchase.id}/`));
    const paid = await must(api.get(`billing/invoices/${invoice_id}/`));
    const [payment] = paid.payments;
    expect(payment).toMatchObject({ status: 'succeeded', created_by: null });
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const credit = { reason: 'agreed', amount: '10.00' };
    await must(user.post(`billing/invoices/${invoice_id}/credit-notes/`, credit), 201);
    const credited = await must(api.get(`billing/invoices/${invoice_id}/`));
    expect(credited.credit_notes).toMatchObject([{ created_by: 71 }]);
    expect(credited.updated_at > paid.updated_at).toBe(true);
    expect(credited.created_at).toBe(paid.created_at);
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const [same] = (await must(api.get(`billing/invoices/${invoice_id}/`))).payments;
    expect(same.created_at).toBe(payment.created_at);
    expect(same.updated_at === payment.updated_at).toBe(same.refunded === payment.refunded);
  });

  it('tells the sector of its site, also where that is told later, and of rows that come after', async () => {
    const sectors = async () => [
      (await must(api.get('services/subscriptions/1/'))).sector_id,
      (await must(api.get('services/backlink-orders/1/'))).sector_id,
      (await must(api.get('services/backlink-orders/1/links/'))).results.map(
        (link: { sector_id: unknown }) => link.sector_id,
      ),
    ];
    expect(await sectors()).toEqual([null, null, [null]]);
    await must(api.post('platform/facts/', [told(40)]));
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect(await sectors()).toEqual([40, 40, [40]]);
    await must(api.post('services/backlink-orders/1/links/', placement(2, 'basic_guest_post', '40.00')), 201);
    expect(await sectors()).toEqual([40, 40, [40, 40]]);
    // What names no sector takes none away.
    await must(api.post('platform/facts/', [told(), told(41)]));
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect(await sectors()).toEqual([41, 41, [41, 41]]);
    for (const table of tables().filter(({ columns }) => 'account_id' in columns && 'site_id' in columns))
      for (const row of await rowsOf(table.name))
        expect([table.name, row['site_id'], row['sector_id']]).toEqual([
          table.name,
          row['site_id'],
          row['site_id'] === 11 ? 41 : null,
        ]);
  });

  it('comes out of the events again, as a whole and one by one', async () => {
    const { projector } = api.running.system;
    for (const { name } of projector.projections) expect([name, await projector.compare(name)]).toEqual([name, []]);
    for (const kind of ['subscription', 'order', 'invoice'])
      expect(await must(api.post('audit/replay/', { kind, id: 1 }))).toMatchObject({ equal: true, differences: [] });
  });
});
