import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { begin, day, linkTo, must, placement, START, urlOf } from '#test/support/backlinks';

type Row = { provider: string; operation: string; charged?: string };

describe('Ahrefs over HTTP, against its stand-in', () => {
  let api: SandboxApi;
  const calls = async () => (await must(api.get('sandbox/ledger/?provider=ahrefs'))).results as Row[];
  const spent = async () => (await calls()).reduce((sum, { charged }) => sum + Number(charged ?? 0), 0);
  beforeAll(async () => {
    api = await sandboxApi(START);
    await begin(api, 3);
  });
  afterAll(() => api.stop());

  it('is connected once the key is proved by a free call; the key is never told', async () => {
    const path = 'integration/ahrefs/connect/';
    expect((await api.get('integration/ahrefs/status/?account_id=1')).status).toBe(404);
    const wrong = await api.post(path, { account_id: 1, api_key: 'expired-key-1' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/api_key' }] } });
    await api.post('sandbox/faults/', { provider: 'ahrefs', mode: 'down', times: 3 });
    const away = await api.post(path, { account_id: 1, api_key: 'sandbox-key-1' });
    expect(away.status).toBe(503);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
    const body = { account_id: 1, api_key: 'sandbox-key-1', monthly_unit_budget: 2000 };
    const connected = await must(api.post(path, body));
    expect(connected).toMatchObject({ status: 'active', plan_type: 'enterprise', credits_remaining: 1_000_000 });
    expect(JSON.stringify([connected, await must(api.get('integration/ahrefs/status/?account_id=1'))])).not.toContain(
      'sandbox-key',
    );
    const log = await api.running.system.around.store.readStream('ahrefs-connection-1');
    expect(JSON.stringify(log.map(({ data }) => data))).not.toContain('sandbox-key');
    expect(await spent()).toBe(0);
  });

  it('answers the proxies, and from its own cache for a day', async () => {
    const first = await must(api.get('integration/ahrefs/domain/acorn.example/?account_id=1'));
    expect(first).toMatchObject({ domain: 'acorn.example', cached: false, units: 150 });
    expect(first.results[0]).toMatchObject({ domain_rating: expect.any(Number), org_traffic: expect.any(Number) });
    expect(first.results[0].org_cost).toMatch(/^\d+\.\d{2}$/);
    const again = await must(api.get('integration/ahrefs/domain/acorn.example/?account_id=1'));
    expect(again).toMatchObject({ cached: true, units: 0, as_of: first.as_of, results: first.results });
    let position = '0';
    for (const path of ['domain/acorn.example/history', 'referring-domains/acorn.example', 'top-pages/acorn.example']) {
      const answer = await api.get(`integration/ahrefs/${path}/?account_id=1&limit=2`);
      expect([answer.status, answer.body.results.length > 0]).toEqual([200, true]);
      position = answer.headers.get('x-event-position') ?? position;
    }
    expect((await api.get('integration/ahrefs/domain/not a domain/?account_id=1')).status).toBe(422);
    const status = await must(api.get(`integration/ahrefs/status/?account_id=1&min_position=${position}`));
    expect(status.units_spent).toBe(await spent());
  });

  it('keeps to the budget: optional calls stop first, cached ones go on', async () => {
    const refused = await api.get('integration/ahrefs/organic-keywords/acorn.example/?account_id=1&limit=1000');
    expect(refused).toMatchObject({ status: 409, body: { code: 'units_exhausted' } });
    expect((await api.get('integration/ahrefs/domain/acorn.example/?account_id=1')).status).toBe(200);
  });

  it('answers sixteen calls at once, keeps to the budget, and pays once for what many ask', async () => {
    const connect = { account_id: 1, api_key: 'sandbox-key-1' };
    const before = await spent();
    await must(api.post('integration/ahrefs/connect/', { ...connect, monthly_unit_budget: 1_000_000 }));
    const rating = (domain: string) => api.get(`integration/ahrefs/referring-domains/${domain}/?account_id=1&limit=2`);
    const many = await Promise.all([...Array(16).keys()].map((n) => rating(`hot${n}.example`)));
    expect(many.map(({ status }) => status)).toEqual(Array(16).fill(200));
    expect(await spent()).toBe(before + 16 * 50);
    const equal = await Promise.all(Array(8).fill('equal.example').map(rating));
    expect(equal.map(({ status, body }) => [status, body.units]).sort()).toEqual([
      ...Array(7).fill([200, 0]),
      [200, 50],
    ]);
    const budget = before + 17 * 50 + 400;
    // What can wait leaves a fifth of the budget.
    const room = Math.floor((budget * 80) / 100) - (before + 17 * 50);
    await must(api.post('integration/ahrefs/connect/', { ...connect, monthly_unit_budget: budget }));
    const more = await Promise.all([...Array(16).keys()].map((n) => rating(`more${n}.example`)));
    const made = Math.max(0, Math.floor(room / 50));
    expect(more.filter(({ status }) => status === 200)).toHaveLength(made);
    expect(more.filter(({ body }) => body.code === 'units_exhausted')).toHaveLength(16 - made);
    expect(await spent()).toBe(before + (17 + made) * 50);
  });

  it('fills in metrics of a placed link, verifies it, and has one that is reported lost looked at again', async () => {
    await api.post('integration/ahrefs/connect/', {
      account_id: 1,
      api_key: 'sandbox-key-2',
      monthly_unit_budget: 50_000,
    });
    const order = { site_id: 11, pricing_mode: 'tiers', lines: [{ tier: 'basic_guest_post', quantity: 2 }] };
    await must(api.post('services/backlink-orders/', order), 201);
    await must(api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
    for (const n of [1, 2])
      await must(api.post('services/backlink-orders/1/links/', placement(n, 'basic_guest_post', '50.00')), 201);
    await api.advance(day(0));
    const link = await must(api.get('linker/backlinks/1/'));
    expect(link).toMatchObject({ source_dr: expect.any(Number), source_traffic: expect.any(Number) });
    for (const warning of ['1', '2']) {
      const { warnings } = await must(api.get(`linker/backlinks/${warning}/`));
      if (warnings.length > 0)
        await must(
          api.patch(`linker/backlinks/${warning}/`, {
            warnings: warnings.map(({ code }: { code: string }) => ({ code, decision: 'accept' })),
          }),
        );
    }
    await api.advance(day(1));
    await api.post('sandbox/pages/', { url: urlOf(2), status: 404, html: linkTo(2) });
    const verified = await must(api.post('integration/ahrefs/verify-backlinks/', { site_id: 11 }));
    expect(verified.results).toMatchObject([
      { backlink_id: 1, verified: true, lost: false },
      { backlink_id: 2, verified: false, lost: true, lost_reason: 'notfound' },
    ]);
    await api.advance(day(1, '13:00:00'));
    expect(await must(api.get('linker/backlinks/1/'))).toMatchObject({ ahrefs_verified: true, status: 'live' });
    expect(await must(api.get('linker/backlinks/2/'))).toMatchObject({
      status: 'lost',
      lost_because: 'reported_by_ahrefs',
      replacement: { owed: true },
    });
    const overdue = await must(api.get('services/dashboard/overdue/?kind=replacement'));
    expect(overdue.results).toMatchObject([{ kind: 'replacement', id: 2 }]);
  });

  it('keeps a snapshot every Monday, compares and finds prospects', async () => {
    await api.advance('2026-06-10T12:00:00Z');
    const snapshot = await must(api.post('integration/ahrefs/snapshot/', { site_id: 11 }));
    expect(snapshot).toMatchObject({ site_id: 11, domain: 'site11.example', domain_rating: expect.any(Number) });
    const kept = await must(api.get('integration/ahrefs/snapshots/?site_id=11&ordering=-snapshot_date'));
    expect(kept).toMatchObject({ count: 2, results: [{ id: snapshot.id, domain_rating: snapshot.domain_rating }, {}] });
    expect(kept.results.map((each: { snapshot_date: string }) => each.snapshot_date)).toEqual([
      '2026-06-10',
      '2026-06-08',
    ]);
    expect(await must(api.get('integration/ahrefs/snapshots/?site_id=12'))).toMatchObject({ count: 0 });
    const jobs = (await must(api.get('ops/jobs/'))).results as { job: string; last_run?: { detail: string } }[];
    const detail = (name: string) => jobs.find(({ job }) => job === name)?.last_run?.detail;
    expect(detail('sync_ahrefs_domain_snapshot')).toBe('1 snapshots taken');
    expect(detail('verify_backlinks_via_ahrefs')).toBe('1 sites, 1 links looked up');
    const compared = await must(
      api.get('integration/ahrefs/compare/?account_id=1&domain=site11.example&competitors=rival.example,other.example'),
    );
    expect(compared.results.map(({ domain }: { domain: string }) => domain)).toEqual([
      'site11.example',
      'rival.example',
      'other.example',
    ]);
    const prospects = await must(
      api.get('integration/ahrefs/prospects/?account_id=1&domain=site11.example&competitor=rival.example'),
    );
    expect(prospects.results.length).toBeGreaterThan(0);
    expect(prospects.results.every(({ domain }: { domain: string }) => domain.startsWith('only-rival'))).toBe(true);
  });

  it('is for plans that include it', async () => {
    await api.post(
      'platform/facts/',
      fact('AccountPlanChanged', { account_id: 1, plan: 'growth' }, '2026-06-10T13:00:00Z'),
    );
    const { token } = await must(
      api.post('auth/tokens/', { role: 'client', account_id: 1, scopes: ['read', 'write'] }),
      201,
    );
    const client = api.as(token);
    expect((await client.get('integration/ahrefs/domain/acorn.example/')).status).toBe(200);
    expect(await client.post('integration/ahrefs/snapshot/', { site_id: 11 })).toMatchObject({
      status: 403,
      body: { code: 'feature_not_in_plan', upgrade_to: 'scale' },
    });
    expect((await client.get('integration/ahrefs/status/?account_id=2')).status).toBe(404);
    expect((await client.delete('integration/ahrefs/disconnect/')).status).toBe(204);
    expect(await must(client.get('integration/ahrefs/status/'))).toMatchObject({ status: 'disconnected' });
    expect((await api.running.system.around.ahrefs.vault.open('none', 1)) ?? null).toBeNull();
  });
});
