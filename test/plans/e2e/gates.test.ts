import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must, placement } from '#test/support/backlinks';

type Check = { account_id: number; feature: string; required_level: string; was_allowed: boolean; endpoint: string };

describe('a gate that our own routes ask', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    const facts = [...clientFacts(1, 11, 'growth'), ...clientFacts(2, 22, 'free'), ...clientFacts(3, 33, 'scale')];
    await api.post('platform/facts/', facts);
  });
  afterAll(() => api.stop());

  /** The checks that were recorded while something was done. */
  async function during(what: () => Promise<{ status: number }>, status: number): Promise<Check[]> {
    const head = async () => (await api.running.system.around.store.head()).position;
    const before = await head();
    expect((await what()).status).toBe(status);
    const found = await must(api.get(`billing/features/usage/?after=${before}&limit=200&min_position=${await head()}`));
    return (found.results as Check[]).map(({ account_id, feature, required_level, was_allowed, endpoint }) => ({
      account_id,
      feature,
      required_level,
      was_allowed,
      endpoint,
    }));
  }
  const check = (account_id: number, feature: string, required_level: string, was_allowed: boolean, to: string) => ({
    account_id,
    feature,
    required_level,
    was_allowed,
    endpoint: `POST /api/v1/${to}`,
  });

  const SUBSCRIPTIONS = 'services/subscriptions/';
  it('is recorded when a subscription is created, allowed or refused, also where an admin’s reason passes it', async () => {
    const create = (account_id: number, site_id: number, tier: string, more = {}) =>
      api.post(SUBSCRIPTIONS, { account_id, site_id, tier, ...more });
    const asked = (account: number, level: string, allowed: boolean) => [
      check(account, 'managed_services', level, allowed, SUBSCRIPTIONS),
    ];
    expect(await during(() => create(1, 11, 'pro'), 403)).toEqual(asked(1, 'lite_pro', false));
    expect(await during(() => create(1, 11, 'lite'), 201)).toEqual(asked(1, 'lite', true));
    expect(await during(() => create(2, 22, 'lite'), 403)).toEqual(asked(2, 'lite', false));
    const reason = { override_reason: 'a pilot for the board' };
    expect(await during(() => create(2, 22, 'lite', reason), 201)).toEqual(asked(2, 'lite', false));
    expect(await during(() => create(3, 33, 'pro'), 201)).toEqual(asked(3, 'lite_pro', true));
  });

  it('is recorded when a tier is to change, and not when nothing is asked of the plan', async () => {
    const idOf = async (site: number) => (await must(api.get(`${SUBSCRIPTIONS}?site_id=${site}`))).results[0].id;
    const ids = new Map<number, number>([
      [1, await idOf(11)],
      [3, await idOf(33)],
    ]);
    const patch = (account: number, body: object) => () => api.patch(`${SUBSCRIPTIONS}${ids.get(account)}/`, body);
    const asked = (account: number, level: string, allowed: boolean) => [
      {
        ...check(account, 'managed_services', level, allowed, ''),
        endpoint: 'PATCH /api/v1/services/subscriptions/{id}/',
      },
    ];
    expect(await during(patch(1, { tier: 'pro' }), 403)).toEqual(asked(1, 'lite_pro', false));
    expect(await during(patch(3, { tier: 'lite' }), 200)).toEqual(asked(3, 'lite', true));
    const config = { reporting: { recipients: ['office@acorn.example'] } };
    expect(await during(patch(1, { service_config: config }), 200)).toEqual([]);
  });

  it('is recorded when a package is ordered or revised, and not for links by tier', async () => {
    const ORDERS = 'services/backlink-orders/';
    const order = (site_id: number, more: object) => () => api.post(ORDERS, { site_id, ...more });
    const pack = (name: string, more = {}) => ({ pricing_mode: 'package', package: name, ...more });
    const self = ['backlinks_level', 'self_service'] as const;
    const most = ['backlinks_level', 'self_service_api'] as const;
    expect(await during(order(11, pack('starter')), 201)).toEqual([check(1, ...self, true, ORDERS)]);
    expect(await during(order(11, pack('authority')), 403)).toEqual([check(1, ...most, false, ORDERS)]);
    expect(await during(order(33, pack('authority')), 201)).toEqual([check(3, ...most, true, ORDERS)]);
    expect(await during(order(22, pack('starter')), 403)).toEqual([check(2, ...self, false, ORDERS)]);
    const lines = { pricing_mode: 'tiers', lines: [{ tier: 'basic_guest_post', quantity: 1 }] };
    expect(await during(order(11, lines), 201)).toEqual([]);
    const { results } = await must(api.get(`${ORDERS}?site_id=11`));
    const starter = results.find((row: { package: string }) => row.package === 'starter').id;
    const revised = await during(() => api.patch(`${ORDERS}${starter}/`, pack('authority')), 403);
    expect(revised).toEqual([{ ...check(1, ...most, false, ''), endpoint: `PATCH /api/v1/${ORDERS}{id}/` }]);
  });

  it('is recorded for each kind of add-on, once', async () => {
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    const buy = (kind: string, account_id: number, body: object) => () =>
      api.post(`billing/add-ons/${kind}/`, { account_id, payment_method: 'stripe', ...body });
    const at = (kind: string) => `billing/add-ons/${kind}/`;
    const boost = ['backlinks_level', 'self_service', false, at('indexing-boost')] as const;
    expect(await during(buy('indexing-boost', 2, { quantity: 10 }), 403)).toEqual([check(2, ...boost)]);
    expect(await during(buy('indexing-boost', 1, { quantity: 10 }), 201)).toEqual([
      check(1, 'backlinks_level', 'self_service', true, at('indexing-boost')),
    ]);
    expect(await during(buy('backlink-package', 1, { site_id: 11, package: 'authority' }), 403)).toEqual([
      check(1, 'backlinks_level', 'self_service_api', false, at('backlink-package')),
    ]);
    expect(await during(buy('managed-service', 2, { site_id: 22, tier: 'pro' }), 403)).toEqual([
      check(2, 'managed_services', 'lite_pro', false, at('managed-service')),
    ]);
  });

  it('is recorded when links are to be indexed, once an account whatever their number', async () => {
    const order = { site_id: 33, pricing_mode: 'tiers', lines: [{ tier: 'basic_guest_post', quantity: 3 }] };
    const { id } = await must(api.post('services/backlink-orders/', order), 201);
    await must(api.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
    const links: number[] = [];
    for (const n of [1, 2, 3]) {
      const link = { ...placement(n, 'basic_guest_post', '50.00'), target_url: 'https://site33.example/' };
      links.push((await must(api.post(`services/backlink-orders/${id}/links/`, link), 201)).id);
    }
    await api.advance('2026-06-17T09:00:00Z');
    const submit = () => api.post('linker/indexing/submit/', { backlink_ids: links });
    expect(await during(submit, 200)).toEqual([check(3, 'backlink_indexing', 'true', true, 'linker/indexing/submit/')]);
  });

  it('is recorded where a job asks, under its name', async () => {
    const connect = { account_id: 1, api_key: 'sandbox-key-1' };
    const connected = await during(() => api.post('integration/ahrefs/connect/', connect), 200);
    // An admin is not asked.
    expect(connected).toEqual([]);
    const run = () => api.post('ops/jobs/sync_ahrefs_domain_snapshot/run/', {});
    const [asked, ...more] = await during(run, 200);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ account_id: 1, feature: 'ahrefs_level', required_level: 'full', was_allowed: false });
    expect(asked?.endpoint).toContain('sync_ahrefs_domain_snapshot');
  });
});
