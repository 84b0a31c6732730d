import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { linkTo, must, placement, urlOf } from '#test/support/backlinks';

type Tried = {
  readonly account_id: number;
  readonly changes: readonly { readonly key: string; readonly id: number | null; readonly [key: string]: unknown }[];
  readonly next_invoice: { readonly billing_date: string; readonly before: Side; readonly after: Side };
  readonly difference: string;
  readonly renewals: readonly { readonly order_id: number; readonly on: string; readonly total: string }[];
};
type Side = {
  readonly total: string;
  readonly lines: readonly { readonly description: string; readonly amount: string }[];
};
type Invoice = Side & {
  readonly account_id: number;
  readonly kind: string;
  readonly billing_date: string;
  readonly issued_on: string;
};

const BOOK = 'services/price-book/';
const ORDERS = 'services/backlink-orders/';
const TIERS = 'services/subscriptions/tier-changes/';
const RAISED = {
  'packages.starter.price.low': '900.00',
  'tiers.basic_guest_post.price.low': '200.00',
  'pass_through.markup_percent': '35',
};

/**
 * An agency (1) with a client of its own (2), a client with orders of every kind (3), one with a prepaid package that renews and with
 * credit (4), one whose service is paused (5), one with a plan alone (6), one on `growth` (7). It is 24 June.
 */
describe('changes of money for many, before they are made', () => {
  let api: SandboxApi;
  let tiersTold: readonly Tried[] = [];
  const head = async (): Promise<number> => (await must(api.get('audit/tree-head/'))).size;
  const service = (account_id: number, site_id: number, tier: string, more = {}) =>
    must(api.post('services/subscriptions/', { account_id, site_id, tier, ...more }), 201);
  const order = async (body: object) => must(api.post(ORDERS, { site_id: 33, order_type: 'one_time', ...body }), 201);
  const approve = (id: number) => must(api.post(`${ORDERS}${id}/approve/`, { on_behalf_of_client: true }));
  const all = async (path: string, body: object): Promise<Tried[]> =>
    (await must(api.post(`${path}?which=all&page_size=200`, body))).results;
  const invoices = async (): Promise<Invoice[]> => (await must(api.get('billing/invoices/?page_size=200'))).results;
  const lines = (side: Side) => side.lines.map(({ description, amount }) => [description, amount]).sort();
  /** What was told of every account is what stands on its regular invoice of that date, line by line, or there is none. */
  async function expectBilled(told: readonly Tried[], date: string) {
    const issued = (await invoices()).filter(({ kind, billing_date }) => kind === 'regular' && billing_date === date);
    for (const { account_id, next_invoice } of told) {
      const own = issued.filter((each) => each.account_id === account_id);
      expect([account_id, next_invoice.billing_date]).toEqual([account_id, date]);
      expect([account_id, own.map(({ total }) => total)]).toEqual([
        account_id,
        next_invoice.after.lines.length === 0 ? [] : [next_invoice.after.total],
      ]);
      if (own[0]) expect(lines(own[0])).toEqual(lines(next_invoice.after));
    }
  }

  beforeAll(async () => {
    api = await sandboxApi('2026-05-29T08:00:00Z');
    const plans: Record<number, string> = { 6: 'free', 7: 'growth' };
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const facts = clientFacts(n, n * 11, plans[n]);
      const [registered, ...rest] = facts;
      const of = n === 1 ? { kind: 'agency' } : n === 2 ? { parent_account_id: 1 } : {};
      const first = fact('AccountRegistered', {
        ...registered?.data,
        ...of,
        ...(n === 5 ? { name: '=HYPERLINK("x")' } : {}),
      });
      await must(api.post('platform/facts/', [first, ...rest]));
    }
    for (let n = 1; n <= 4; n++)
      await api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n).replaceAll('site11', 'site33') });
    await must(api.put('billing/accounts/3/tax-rate/', { tax_rate: '19', reason: 'registered' }));
    await must(api.put('billing/accounts/4/tax-rate/', { tax_rate: '7.7', reason: 'registered' }));
    for (const n of [1, 2, 3, 4, 5, 7])
      await must(api.post(`billing/accounts/${n}/payment-methods/`, { gateway: 'stripe', test_card: 'ok' }), 201);
    const bought = await must(
      api.post('billing/add-ons/backlink-package/', {
        site_id: 44,
        package: 'starter',
        payment_method: 'stripe',
        account_id: 4,
      }),
      201,
    );
    await api.advance('2026-05-29T09:00:00Z');
    const paid = { amount: '53.21', reason: 'late', refund: false };
    const { invoice_id } = await must(api.get(`billing/add-ons/purchases/${bought.id}/`));
    await must(api.post(`billing/invoices/${invoice_id}/credit-notes/`, paid), 201);

    await api.advance('2026-06-17T09:00:00Z');
    await service(1, 11, 'pro', { monthly_price: '333.33', override_reason: 'agreed' });
    await service(2, 22, 'lite');
    const pro = await service(3, 33, 'pro');
    await service(4, 44, 'pro');
    const paused = await service(5, 55, 'pro');
    await service(7, 77, 'lite');
    await api.advance('2026-06-18T09:00:00Z');
    await must(api.post(`services/subscriptions/${paused.id}/pause/`, { reason: 'relaunch' }));

    const basic = { pricing_mode: 'tiers', lines: [{ tier: 'basic_guest_post', quantity: 3 }] };
    const part = await order(basic);
    await approve(part.id);
    await must(
      api.post(`${ORDERS}${part.id}/links/`, {
        ...placement(1, 'basic_guest_post', '40.00'),
        target_url: 'https://site33.example/',
      }),
      201,
    );
    await order({ pricing_mode: 'tiers', lines: [{ tier: 'basic_guest_post', quantity: 2 }] });
    await approve((await order({ pricing_mode: 'package', package: 'starter', order_type: 'monthly' })).id);
    const through = await order({
      pricing_mode: 'pass_through',
      managed_subscription_id: pro.id,
      budget: '500.00',
      lines: [{ tier: 'basic_guest_post', quantity: 2 }],
    });
    await approve(through.id);
    await must(
      api.post(`${ORDERS}${through.id}/links/`, {
        ...placement(2, 'basic_guest_post', '61.37'),
        target_url: 'https://site33.example/',
      }),
      201,
    );
    await api.advance('2026-06-19T09:00:00Z');
    for (const { id } of [part, through]) await must(api.post(`${ORDERS}${id}/cancel/`, { reason: 'enough' }));
    await must(
      api.post('billing/features/check/', {
        account_id: 3,
        checks: [{ feature: 'ahrefs_level', required_level: 'full' }],
      }),
    );
    await api.advance('2026-06-24T08:00:00Z');
  }, 240_000);
  afterAll(() => api.stop());

  it('a price-book edit names what it would price otherwise, and records nothing', async () => {
    const before = await head();
    const tried = await must(api.post(`${BOOK}dry-run/`, { changes: RAISED }));
    // What was bought as an add-on has its price by name: no book prices it otherwise.
    expect(tried).toMatchObject({ count: 1, concerned: 1, losing: 0 });
    expect((tried.results as Tried[])[0]).toMatchObject({ account_id: 3, difference: '0.00' });
    expect((tried.results as Tried[])[0]?.changes).toMatchObject([
      {
        subject: 'order',
        id: 3,
        key: 'quote',
        from: '300.00',
        to: '400.00',
        loses: false,
        note: expect.stringContaining('agreed at 300.00'),
      },
      { subject: 'order', id: 4, key: 'renewal', from: '800.00', to: '900.00' },
    ]);
    expect((await must(api.get(BOOK))).version).toBe(1);
    expect((await api.post(`${BOOK}dry-run/`, { changes: { 'tiers.nothing': '1.00' } })).body.code).toBe(
      'invalid_values',
    );
    expect(await head()).toBe(before);
    const { token } = await must(api.post('auth/tokens/', { role: 'client', account_id: 3 }), 201);
    expect((await api.post(`${BOOK}dry-run/`, { changes: RAISED }, { token })).status).toBe(403);
  });

  it('a page of it is a page, and a table carries every account, with cells that no spreadsheet runs', async () => {
    const second = await must(api.post(`${BOOK}dry-run/?which=all&page=2&page_size=3`, { changes: RAISED }));
    expect(second.results.map(({ account_id }: Tried) => account_id)).toEqual([4, 5, 6]);
    expect(second).toMatchObject({
      count: 7,
      previous: expect.stringContaining('page=1'),
      next: expect.stringContaining('page=3'),
    });
    const before = await head();
    const csv = await api.post(`${BOOK}dry-run/?which=all`, { changes: RAISED }, { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const rows = (csv.body as string).trim().split('\r\n');
    expect(rows).toHaveLength(8);
    expect(rows[0]).toContain('"account_id","name","plan","billing_date","before","after","difference"');
    expect(rows[3]).toContain('order 3 quote: 300.00 → 400.00');
    expect(rows[5]).toContain(`"'=HYPERLINK(""x"")"`);
    // The table that was taken along is told of, as every export is, and nothing else.
    expect((await head()) - before).toBe(1);
    expect((await api.post(`${BOOK}dry-run/?format=csv`, { changes: RAISED })).body).toContain('"3","Client 3"');
  });

  it('tiers in bulk: each is taken or refused by itself, with what it comes to for whom', async () => {
    const changes = [
      { subscription_id: 1, tier: 'lite' },
      { subscription_id: 2, tier: 'pro', monthly_price: '350.01', override_reason: 'agreed' },
      { subscription_id: 3, tier: 'lite' },
      { subscription_id: 4, tier: 'pro' },
      { subscription_id: 6, tier: 'pro' },
      { subscription_id: 6, tier: 'lite' },
      { subscription_id: 99, tier: 'pro' },
      { subscription_id: 5, tier: 'lite', monthly_price: '1.00' },
    ];
    const before = await head();
    const tried = await must(api.post(`${TIERS}?which=all`, { changes, dry_run: true }));
    expect(await head()).toBe(before);
    expect(tried.refused.map(({ subscription_id, code }: Record<string, unknown>) => [subscription_id, code])).toEqual([
      [6, 'feature_not_in_plan'],
      [6, 'duplicate'],
      [99, 'not_found'],
      [5, 'override_required'],
    ]);
    expect(
      tried.accepted.map(({ subscription_id, changed }: Record<string, unknown>) => [subscription_id, changed]),
    ).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, false],
    ]);
    expect(tried).toMatchObject({ count: 7, concerned: 3, losing: 2, dry_run: true });
    const [first] = tried.results as Tried[];
    const of = (key: string) => first?.changes.find((change) => change.key === key);
    expect(of('monthly_price')).toMatchObject({ from: '333.33', to: '100.00', loses: false });
    expect(of('articles_per_month')).toMatchObject({ from: '30', to: '10', loses: true });
    expect(of('reporting.cadence')).toMatchObject({ from: 'both', to: 'monthly', loses: true });
    expect(first?.difference.startsWith('-')).toBe(true);

    const revised = changes.map((each) => ({
      ...each,
      revision: tried.accepted.find((one: { subscription_id: number }) => one.subscription_id === each.subscription_id)
        ?.revision,
    }));
    const stale = await must(api.post(TIERS, { changes: [{ ...revised[0], revision: 0 }] }));
    expect(stale.refused).toMatchObject([{ subscription_id: 1, code: 'revision_moved' }]);
    const sent = { headers: { 'Idempotency-Key': 'tiers-of-july' } };
    const done = await must(api.post(TIERS, { changes: revised }, sent));
    expect(done.accepted.map(({ subscription_id }: Record<string, unknown>) => subscription_id)).toEqual([1, 2, 3, 4]);
    expect(done.refused).toEqual(tried.refused);
    expect(await must(api.post(TIERS, { changes: revised }, sent))).toEqual(done);
    expect(await must(api.get('services/subscriptions/2/'))).toMatchObject({ tier: 'pro', monthly_price: '350.01' });
    tiersTold = tried.results;
  }, 60_000);

  it('what both were told to come to is what every account is billed afterwards', async () => {
    const told = await all(`${BOOK}dry-run/`, { changes: RAISED });
    expect(told).toHaveLength(7);
    expect(told.filter(({ next_invoice }) => next_invoice.after.lines.length > 0)).toHaveLength(6);
    await must(api.patch(BOOK, { changes: RAISED, reason: 'vendors' }));
    expect(
      (await all(`${BOOK}dry-run/`, { changes: { 'niches.tech_saas.low': '1.25' } })).map(
        ({ next_invoice }) => next_invoice.before,
      ),
    ).toEqual(told.map(({ next_invoice }) => next_invoice.after));
    await api.advance('2026-07-01T02:00:00Z');
    await expectBilled(told, '2026-07-01');
    expect(tiersTold.filter(({ difference }) => difference !== '0.00')).toHaveLength(3);
    await expectBilled(tiersTold, '2026-07-01');
    const renewed = (await invoices()).filter(({ kind, issued_on }) => kind === 'prepaid' && issued_on >= '2026-06-24');
    expect(renewed.map(({ account_id, issued_on, total }) => [account_id, issued_on, total])).toEqual(
      told.flatMap(({ account_id, renewals }) => renewals.map(({ on, total }) => [account_id, on, total])),
    );
    await must(api.patch(`${ORDERS}3/`, { lines: [{ tier: 'basic_guest_post', quantity: 2 }] }));
    expect((await must(api.get(`${ORDERS}3/`))).client_price).toBe('400.00');
  }, 180_000);

  it('a plan’s new features: who would lose what, and what of it is in use', async () => {
    const PATH = 'billing/plans/scale/features/dry-run/';
    const body = { plan_features: { ahrefs_level: 'readonly', managed_services: 'lite' }, apply_to_existing: true };
    const before = await head();
    const tried = await must(api.post(`${PATH}?page_size=50`, body));
    expect(await head()).toBe(before);
    expect(tried).toMatchObject({ count: 5, concerned: 5, losing: 5 });
    const third = (tried.results as Tried[]).find(({ account_id }) => account_id === 3);
    expect(third).toMatchObject({ difference: '0.00' });
    expect(third?.changes).toMatchObject([
      { key: 'ahrefs_level', from: 'full', to: 'readonly', loses: true, in_use: ['full: 1 use, last on 2026-06-19'] },
      {
        key: 'managed_services',
        from: 'lite_pro',
        to: 'lite',
        loses: true,
        in_use: ['lite_pro: 1 use, last on 2026-06-17'],
      },
    ]);
    expect((tried.results as Tried[]).find(({ account_id }) => account_id === 4)?.changes[1]).toMatchObject({
      in_use: expect.arrayContaining(['service 4 at pro, which goes on']),
    });
    expect(await must(api.post(PATH, { ...body, apply_to_existing: false }))).toMatchObject({ count: 0, concerned: 0 });
    expect((await api.post(PATH, { plan_features: { ahrefs_level: 'most' } })).body.code).toBe('invalid_values');
    await must(api.put('billing/plans/scale/features/', { ...body, reason: 'autumn' }));
    expect((await must(api.get('billing/features/?account_id=3'))).features.ahrefs_level.level).toBe('readonly');
  });

  it('the migration of plans, which has run, would do nothing and does nothing', async () => {
    const before = await head();
    expect(await must(api.post('billing/plans/migrate/dry-run/', {}))).toMatchObject({ count: 0, plans: [] });
    expect(await must(api.post('billing/plans/migrate/', {}))).toEqual({ plans: [], accounts: 0 });
    expect(await head()).toBe(before);
  });
});
