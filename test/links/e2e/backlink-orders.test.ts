import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, day, linkTo, must, placement, START, urlOf } from '#test/support/backlinks';

const ORDERS = 'services/backlink-orders/';
const package_ = { site_id: 11, order_type: 'monthly', package: 'starter', links: 6, niche: 'crypto_casino' };

describe('orders over HTTP', () => {
  let api: SandboxApi;
  let client: Client;
  let manager: Client;
  const token = async (body: object) =>
    api.as((await must(api.post('auth/tokens/', { scopes: ['read', 'write'], ...body }), 201)).token);
  beforeAll(async () => {
    api = await sandboxApi(START, { INDEXNOW_KEYS: 'blog9.example=0123456789abcdef' });
    await begin(api, 9);
    await api.post('platform/facts/', [
      ...clientFacts(2, 22, 'growth'),
      fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@alorig.example' }),
    ]);
    client = await token({ role: 'client', account_id: 1 });
    manager = await token({ role: 'account_manager', user_id: 900 });
  });
  afterAll(() => api.stop());

  it('are priced by the book of the moment, and keep their price when it is edited', async () => {
    const quote = await must(api.post(`${ORDERS}quote/`, package_));
    expect(quote).toMatchObject({ client_price: '2066.67', links_ordered: 6, niche_surcharge: 2 });
    const order = await must(api.post(ORDERS, package_), 201);
    const edit = { changes: { 'packages.starter.price.high': '1600.00' }, reason: 'vendor prices rose' };
    expect(await must(api.patch('services/price-book/', edit))).toMatchObject({
      version: 2,
      packages: { starter: { price: { low: '800.00', high: '1600.00' } } },
    });
    expect((await must(api.post(`${ORDERS}quote/`, package_))).client_price).toBe('2133.33');
    expect((await must(api.get(`${ORDERS}${order.id}/`))).client_price).toBe('2066.67');
    const versions = await must(api.get('services/price-book/versions/'));
    expect(versions.results.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect(await api.patch('services/price-book/', { changes: { 'tiers.x': '1' }, reason: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/changes/tiers.x' }] },
    });
    expect((await client.get('services/price-book/')).status).toBe(403);
  });

  it.each<[object, number, string]>([
    [{ lines: [{ tier: 'basic_guest_post', quantity: 1, unit_price: '10.00' }] }, 422, 'price_out_of_range'],
    [{ lines: [{ tier: 'basic_guest_post', quantity: 0 }] }, 422, 'invalid_values'],
    [{ lines: [{ tier: 'gold', quantity: 1 }] }, 422, 'invalid_values'],
    [{ lines: [] }, 422, 'invalid_values'],
    [{ package: 'starter', colour: 'red' }, 422, 'invalid_values'],
    [{ site_id: 99, package: 'starter' }, 422, 'invalid_values'],
    [{ pricing_mode: 'pass_through', budget: '1', lines: [{ tier: 'pr_basic', quantity: 1 }] }, 422, 'invalid_values'],
    [{ site_id: 22, package: 'authority' }, 403, 'feature_not_in_plan'],
    [{ package: 'starter', due_date: '2020-01-01' }, 422, 'invalid_values'],
  ])('%j is refused with %i %s, and nothing is appended but a gate that was asked', async (body, status, code) => {
    const { store } = api.running.system.around;
    const before = await store.head();
    expect(await api.post(ORDERS, { site_id: 11, ...body })).toMatchObject({ status, body: { code } });
    const { events } = await store.readAll({ after: before });
    expect(events.map(({ type }) => type)).toEqual(status === 403 ? ['FeatureGateChecked'] : []);
  });

  it('of a month renew on their day under the standing approval, until that is ended', async () => {
    await must(client.post(`${ORDERS}1/approve/`, {}));
    expect(await must(api.get(`${ORDERS}1/`))).toMatchObject({ renews_on: '2026-07-01', order_type: 'monthly' });
    await api.post('platform/facts/', fact('AccountPlanChanged', { account_id: 1, plan: 'free' }, START));
    await api.advance('2026-07-01T12:00:00Z');
    const held = await must(api.get('services/dashboard/overdue/?kind=renewal'));
    expect(held.results).toMatchObject([{ kind: 'renewal', id: 1, href: '/api/v1/services/backlink-orders/1/' }]);
    await api.post(
      'platform/facts/',
      fact('AccountPlanChanged', { account_id: 1, plan: 'scale' }, '2026-07-01T12:00:00Z'),
    );
    await api.advance('2026-07-02T00:09:00Z');
    expect((await must(api.get(`${ORDERS}1/`))).successor_id).toBeNull();
    await api.advance('2026-07-02T00:10:00Z');
    const { successor_id } = await must(api.get(`${ORDERS}1/`));
    const next = await must(api.get(`${ORDERS}${successor_id}/`));
    expect(next).toMatchObject({
      predecessor_id: 1,
      status: 'approved',
      client_price: '2066.67',
      renews_on: '2026-08-01',
    });
    expect((await client.post(`${ORDERS}${next.id}/cancel/`, { what: 'order' })).status).toBe(403);
    await must(client.post(`${ORDERS}${next.id}/cancel/`, { what: 'renewal' }));
    await api.advance('2026-08-05T12:00:00Z');
    expect(await must(api.get(`${ORDERS}${next.id}/`))).toMatchObject({ successor_id: null, renews_on: null });
    expect(
      (await must(api.get('services/dashboard/overdue/?kind=links'))).results.map(({ id }: { id: number }) => id),
    ).toEqual([1, next.id]);
  });

  it('that are cancelled owe what was delivered', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 3, unit_price: '200.00' }];
    const order = await must(api.post(ORDERS, { site_id: 11, lines }), 201);
    await must(api.post(`${ORDERS}${order.id}/approve/`, { on_behalf_of_client: true }));
    const link = await must(api.post(`${ORDERS}${order.id}/links/`, placement(1, 'basic_guest_post', '40.00')), 201);
    await api.advance('2026-08-05T13:00:00Z');
    const cancelled = await must(api.post(`${ORDERS}${order.id}/cancel/`, { reason: 'relaunch' }));
    expect(cancelled).toMatchObject({ status: 'cancelled', client_price: '200.00', margin: '160.00' });
    expect(await api.post(`${ORDERS}${order.id}/cancel/`, {})).toMatchObject({
      status: 409,
      body: { code: 'invalid_state', current_state: 'cancelled' },
    });
    expect((await api.post(`${ORDERS}${order.id}/links/`, placement(2, 'basic_guest_post', '40.00'))).status).toBe(409);
    expect(await must(client.get(`linker/backlinks/${link.id}/`))).not.toHaveProperty('vendor');
    expect(await must(client.get(`${ORDERS}${order.id}/`))).not.toHaveProperty('actual_cost');
  });

  it('that pass costs through stay within the budget that the client approves', async () => {
    const pro = await must(
      api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 }),
      201,
    );
    await api.advance('2026-08-05T15:00:00Z');
    const body = {
      site_id: 11,
      pricing_mode: 'pass_through',
      managed_subscription_id: pro.id,
      budget: '120.00',
      lines: [{ tier: 'basic_guest_post', quantity: 2 }],
    };
    const order = await must(manager.post(ORDERS, body), 201);
    await must(client.post(`${ORDERS}${order.id}/approve/`, {}));
    const place = (n: number, cost: string, more = {}) =>
      manager.post(`${ORDERS}${order.id}/links/`, { ...placement(n, 'basic_guest_post', cost), ...more });
    const link = await must(place(3, '60.00'), 201);
    expect(await place(4, '40.01')).toMatchObject({ status: 409, body: { code: 'over_budget' } });
    await must(place(4, '40.00'), 201);
    await api.advance('2026-08-05T16:00:00Z');
    expect(await must(api.get(`${ORDERS}${order.id}/`))).toMatchObject({
      client_price: '120.00',
      actual_cost: '100.00',
    });
    expect((await manager.patch(`linker/backlinks/${link.id}/`, { cost: '61.00' })).body.code).toBe('over_budget');
    const corrected = await must(
      manager.patch(`linker/backlinks/${link.id}/`, { cost: '55.55', reason: 'vendor invoice' }),
    );
    expect(corrected.cost).toBe('55.55');
    await api.advance('2026-08-05T17:00:00Z');
    expect(await must(api.get(`${ORDERS}${order.id}/`))).toMatchObject({
      client_price: '114.66',
      actual_cost: '95.55',
    });
  });

  it('are an account manager’s where the site is, and nobody else’s', async () => {
    const other = await must(api.post(ORDERS, { site_id: 22, package: 'starter' }), 201);
    expect((await manager.get(`${ORDERS}${other.id}/`)).status).toBe(404);
    expect((await manager.post(ORDERS, { site_id: 22, package: 'starter' })).status).toBe(422);
    expect((await client.get(`${ORDERS}${other.id}/`)).status).toBe(404);
    const seen = (await must(manager.get(`${ORDERS}?page_size=200`))).results as { site_id: number }[];
    expect(new Set(seen.map(({ site_id }) => site_id))).toEqual(new Set([11]));
    expect((await client.post(ORDERS, { site_id: 11, package: 'starter' })).status).toBe(403);
  });

  it('without an entitlement complete once their links are live; the reason is an event', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 1 }];
    const order = await must(api.post(ORDERS, { site_id: 22, lines }), 201);
    await must(api.post(`${ORDERS}${order.id}/approve/`, { on_behalf_of_client: true }));
    await api.post('sandbox/pages/', { url: urlOf(8), html: '<a href="https://site22.example/">x</a>' });
    const body = { ...placement(8, 'basic_guest_post', '40.00'), target_url: 'https://site22.example/' };
    const link = await must(api.post(`${ORDERS}${order.id}/links/`, body), 201);
    await api.advance('2026-08-05T18:00:00Z');
    expect((await must(api.get(`${ORDERS}${order.id}/`))).status).toBe('completed');
    const submitted = await must(api.post('linker/indexing/submit/', { backlink_ids: [link.id, 9999] }));
    expect(submitted).toMatchObject({
      accepted: [],
      refused: [
        { backlink_id: link.id, code: 'not_entitled' },
        { backlink_id: 9999, code: 'not_found' },
      ],
    });
    await api.post(
      'platform/facts/',
      fact('AccountPlanChanged', { account_id: 2, plan: 'scale' }, '2026-08-05T18:00:00Z'),
    );
    await api.advance('2026-08-06T03:00:00Z');
    expect((await must(api.get(`linker/backlinks/${link.id}/`))).indexing.status).toBe('open');
  });

  it('never have a page fetched that leads to an inner address', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 9 }];
    const order = await must(api.post(ORDERS, { site_id: 11, lines }), 201);
    await must(api.post(`${ORDERS}${order.id}/approve/`, { on_behalf_of_client: true }));
    const places = [
      'http://127.0.0.1/',
      'http://169.254.169.254/latest/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://2130706433/',
    ];
    for (const [index, redirect_to] of places.entries()) {
      const url = `https://evil${index}.example/`;
      await api.post('sandbox/pages/', { url, redirect_to });
      const body = { ...placement(5, 'basic_guest_post', '40.00'), source_url: url, anchor_text: `evil ${index}` };
      await must(api.post(`${ORDERS}${order.id}/links/`, body), 201);
    }
    for (const inner of [...places, 'http://192.168.0.1/', 'https://printer.local/x', 'http://[::ffff:10.0.0.1]/']) {
      const body = { ...placement(5, 'basic_guest_post', '40.00'), anchor_text: 'direct' };
      for (const which of ['source_url', 'target_url'])
        expect(await api.post(`${ORDERS}${order.id}/links/`, { ...body, [which]: inner })).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: `/${which}`, message: expect.stringContaining('public internet') }] },
        });
    }
    await api.advance('2026-08-06T03:30:00Z');
    const links = (await must(api.get(`${ORDERS}${order.id}/links/`))).results as {
      live_checks: { error: string }[];
    }[];
    for (const link of links)
      expect(link.live_checks[0]?.error).toMatch(/^may not be fetched: .* is not a public address$/);
    expect(links).toHaveLength(5);
  });

  it('leave IndexNow to be told of a client’s own new articles, once each, where the key of the host is held', async () => {
    const article = (content_id: number, url: string | undefined, when: string) =>
      fact(
        'ArticlePublished',
        { site_id: 11, content_id, type: 'post', published_at: when, ...(url === undefined ? {} : { url }) },
        when,
      );
    const at = '2026-08-06T03:31:00Z';
    await api.post('sandbox/faults/', { provider: 'indexnow', mode: 'down', times: 1 });
    await api.post('platform/facts/', [
      article(1, 'https://BLOG9.example/%d8%b3-new', at),
      article(2, 'https://elsewhere.example/new', at),
      article(3, undefined, at),
      article(1, 'https://BLOG9.example/%d8%b3-new', '2026-08-06T03:31:30Z'),
    ]);
    await api.advance('2026-08-06T03:36:00Z');
    const pings = (await must(api.get('sandbox/ledger/?provider=indexnow'))).results as {
      request: { urls: string[] };
    }[];
    expect(pings.map(({ request }) => request.urls)).toEqual([['https://BLOG9.example/%d8%b3-new']]);
    const log = await api.running.system.around.store.readStream('article-ping-11-1');
    expect(log.filter(({ type }) => type === 'ArticlePinged').map(({ data }) => data)).toEqual([
      {
        site_id: 11,
        content_id: 1,
        url: 'https://BLOG9.example/%d8%b3-new',
        ok: true,
        status: 200,
        error: null,
      },
    ]);
    expect(await api.running.system.around.store.readStream('article-ping-11-2')).toEqual([]);
  });

  it('ping IndexNow for hosts whose key is held, and submit in bulk what is left', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 1 }];
    const order = await must(api.post(ORDERS, { site_id: 11, lines }), 201);
    await must(api.post(`${ORDERS}${order.id}/approve/`, { on_behalf_of_client: true }));
    await api.post('sandbox/pages/', { url: urlOf(9), html: linkTo(9) });
    await must(api.post(`${ORDERS}${order.id}/links/`, placement(9, 'basic_guest_post', '40.00')), 201);
    await api.advance('2026-08-06T03:40:00Z');
    const pings = (await must(api.get('sandbox/ledger/?provider=indexnow'))).results;
    expect(pings.at(-1)).toMatchObject({ operation: 'ping', request: { urls: [urlOf(9)] } });
    expect(await must(api.post('linker/indexing/bulk-submit/', { site_id: 11 }))).toEqual({
      accepted: [],
      refused: [],
    });
    expect((await client.post('linker/indexing/bulk-submit/', { site_id: 22 })).status).toBe(404);
    expect(day(0) > START).toBe(true);
  });
});
