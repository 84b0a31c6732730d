import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

describe('features of plans over HTTP', () => {
  let api: SandboxApi;
  let client: string;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    await api.post('platform/facts/', [...clientFacts(1, 11, 'growth'), ...clientFacts(2, 22, 'free')]);
    const token = { role: 'client', account_id: 1, scopes: ['read', 'write'] };
    client = (await must(api.post('auth/tokens/', token), 201)).token;
  });
  afterAll(() => api.stop());

  it('lists what an account has and why', async () => {
    const all = await must(api.as(client).get('billing/features/'));
    expect(all).toMatchObject({
      account_id: 1,
      plan: 'growth',
      features: { ahrefs_level: { level: 'readonly', source: 'plan' } },
    });
    expect(Object.keys(all.features)).toHaveLength(16);
    for (const path of ['?account_id=2', '?account_id=99', 'check/gsc_level/?account_id=2'])
      expect((await api.as(client).get(`billing/features/${path}`)).status).toBe(404);
    const others = { account_id: 2, checks: [{ feature: 'gsc_level' }] };
    expect((await api.as(client).post('billing/features/check/', others)).status).toBe(404);
    expect((await api.get('billing/features/')).status).toBe(422);
    expect((await api.get('billing/features/?account_id=99')).status).toBe(404);
  });

  it('answers a check, and has it in the log before', async () => {
    const answer = await api.as(client).get('billing/features/check/ahrefs_level/?required_level=full');
    expect(answer.body).toEqual({
      feature: 'ahrefs_level',
      required_level: 'full',
      current_level: 'readonly',
      allowed: false,
      source: 'plan',
      plan: 'growth',
      plan_id: 3,
      upgrade_to: 'scale',
    });
    const position = Number(answer.headers.get('x-event-position'));
    const { results } = await must(api.get(`billing/features/usage/?after=${position - 1}&min_position=${position}`));
    expect(results[0]).toMatchObject({
      account_id: 1,
      feature: 'ahrefs_level',
      required_level: 'full',
      was_allowed: false,
      endpoint: 'GET /api/v1/billing/features/check/{feature}/',
    });
    expect(
      await must(api.as(client).get('billing/features/check/content_types/?required_level=post_page')),
    ).toMatchObject({
      required_level: ['post', 'page'],
      current_level: 'all',
      allowed: true,
    });
    expect(await must(api.as(client).get('billing/features/check/white_label/'))).toMatchObject({
      required_level: true,
      allowed: false,
    });
  });

  it('never allows what it does not know', async () => {
    for (const path of ['check/nonsense/', 'check/ahrefs_level/?required_level=everything']) {
      const answer = await api.as(client).get(`billing/features/${path}`);
      expect(answer.status).toBe(422);
    }
    const { position } = await api.running.system.around.store.head();
    const { results } = await must(api.get(`billing/features/usage/?limit=200&min_position=${position}`));
    expect(
      results.filter(({ current_level }: { current_level: string | null }) => current_level === null),
    ).toHaveLength(2);
  });

  it('takes a hundred at once', async () => {
    const checks = Array.from({ length: 100 }, () => ({ feature: 'schema_types', required_level: 10 }));
    const { results } = await must(api.as(client).post('billing/features/check/', { checks }));
    expect(results).toHaveLength(100);
    expect((await api.as(client).post('billing/features/check/', { checks: [...checks, ...checks] })).status).toBe(422);
    const mixed = { checks: [{ feature: 'schema_types', required_level: '10' }, { feature: 'gsc_level' }] };
    const refused = await api.as(client).post('billing/features/check/', mixed);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe('/checks/0/required_level');
  });

  it('writes a new version, keeps who bought the old one, and lets an override win', async () => {
    const put = { plan_features: { ahrefs_level: 'full' }, reason: 'autumn' };
    expect(await must(api.put('billing/plans/growth/features/', put))).toMatchObject({
      plan: 'growth',
      version: 2,
      affected: { accounts: 1, moved: 0, grandfathered: 1 },
    });
    expect(await must(api.as(client).get('billing/features/'))).toMatchObject({
      plan_version: 1,
      grandfathered: true,
      features: { ahrefs_level: { level: 'readonly', source: 'grandfathered' } },
    });
    const bad = await api.put('billing/plans/growth/features/', { plan_features: { ahrefs_level: 'most' } });
    expect(bad.body.errors[0].pointer).toBe('/plan_features/ahrefs_level');
    const over = { level: 'full', reason: 'pilot', expires_at: '2026-06-17T09:00:00Z' };
    await must(api.put('billing/accounts/1/entitlements/ahrefs_level/', over));
    expect(await must(api.as(client).get('billing/features/check/ahrefs_level/?required_level=full'))).toMatchObject({
      allowed: true,
      source: 'override',
    });
    await api.advance('2026-06-17T09:00:01Z');
    expect(await must(api.as(client).get('billing/features/check/ahrefs_level/?required_level=full'))).toMatchObject({
      allowed: false,
      source: 'grandfathered',
      plan: 'growth',
      upgrade_to: 'scale',
    });
    expect((await api.delete('billing/accounts/1/entitlements/ahrefs_level/')).status).toBe(204);
    expect((await api.delete('billing/accounts/1/entitlements/ahrefs_level/')).status).toBe(404);
    await must(api.post('billing/accounts/1/entitlements/move/', { reason: 'asked' }));
    expect(await must(api.as(client).get('billing/features/'))).toMatchObject({
      plan_version: 2,
      grandfathered: false,
    });
  });

  it('reads the log from a day to a day, or between two instants', async () => {
    const { position } = await api.running.system.around.store.head();
    const count = async (query: string) =>
      (await must(api.get(`billing/features/usage/?limit=200&min_position=${position}&${query}`))).results.length;
    const all = await count('');
    expect(all).toBeGreaterThan(100);
    expect(await count('from=2026-06-17&to=2026-06-17')).toBe(all);
    expect(await count('from=2026-06-17T00:00:00Z&to=2026-06-18T00:00:00Z')).toBe(all);
    expect(await count('to=2026-06-16')).toBe(0);
    expect(await count('from=2026-06-18')).toBe(0);
    for (const wrong of ['2026-06-31', 'yesterday', '2026-06-17T10:00:00'])
      expect((await api.get(`billing/features/usage/?from=${wrong}`)).body.errors[0].pointer).toBe('/query/from');
  });

  it('sees a change of plan with the next check', async () => {
    const check = async () =>
      (await must(api.get('billing/features/check/gsc_level/?account_id=2&required_level=full'))).allowed;
    expect(await check()).toBe(false);
    await must(api.post('platform/facts/', fact('AccountPlanChanged', { account_id: 2, plan: 'scale' })));
    expect(await check()).toBe(true);
    await must(api.post('sandbox/plan-subscriptions/', { account_id: 2, plan: 'scale', status: 'canceled' }), 201);
    await api.advance('2026-06-17T09:01:00Z');
    expect(await check()).toBe(false);
  });

  it('reports by week what pricing is decided from, also as CSV that no spreadsheet runs', async () => {
    const { results } = await must(api.get('billing/features/usage/report/'));
    const row = results.find(
      (each: { feature: string; level: string; plan: string }) =>
        each.plan === 'growth' && each.feature === 'ahrefs_level' && each.level === 'full',
    );
    expect(row).toMatchObject({
      plan: 'growth',
      refusals: expect.any(Number),
      accounts_refused: 1,
      plan_needed: 'scale',
    });
    const csv = await api.get('billing/features/usage/report/?format=csv');
    expect(String(csv.body).split('\r\n')[0]).toBe(
      '"week","plan","feature","level","checks","refusals","accounts_refused","plan_needed"',
    );
    expect((await api.as(client).get('billing/features/usage/report/')).status).toBe(403);
  });

  it('guards our own routes, recorded like any other check', async () => {
    const free = (await must(api.post('auth/tokens/', { role: 'client', account_id: 2, scopes: ['read'] }), 201)).token;
    const path = 'integration/ahrefs/prospects/?domain=a.example&competitor=b.example';
    const refused = await api.as(free).get(path);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'feature_not_in_plan', upgrade_to: 'growth' });
    await api.advance('2026-06-17T09:02:00Z');
    const { results } = await must(api.get('billing/features/usage/?account_id=2&limit=200'));
    expect(results.at(-1)).toMatchObject({ feature: 'ahrefs_level', was_allowed: false });
    expect(results.at(-1).endpoint).toBe('GET /api/v1/integration/ahrefs/prospects/');
  });
});
