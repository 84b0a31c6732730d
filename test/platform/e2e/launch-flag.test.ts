import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeAmongHundred } from '#runtime/place-among';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const FLAG = 'managed_services_enabled';

describe('a launch flag over HTTP', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { LAUNCH_ENVIRONMENT: 'staging' });
    await must(api.post('platform/facts/', Array.from({ length: 8 }, (_, n) => clientFacts(n + 1, n + 11)).flat()));
  });
  afterAll(() => api.stop());

  const set = (more: object) => must(api.put('ops/flags/', { flag: FLAG, enabled: true, reason: 'launch', ...more }));
  /** Whether services are there for an account; nothing is made either way. */
  const there = async (account: number) => {
    const { status } = await api.post('services/subscriptions/', { account_id: account, site_id: 99, tier: 'lite' });
    expect([404, 422]).toContain(status);
    return status === 422;
  };
  const accounts = [1, 2, 3, 4, 5, 6, 7, 8];
  const inside = (percentage: number) => accounts.filter((account) => placeAmongHundred(FLAG, account) < percentage);

  it('is on for a share of accounts, the same ones as it grows', async () => {
    for (const percentage of [0, 30, 60, 100]) {
      await set({ percentage });
      for (const account of accounts) expect(await there(account)).toBe(inside(percentage).includes(account));
    }
    expect(inside(60).length).toBeGreaterThan(inside(30).length);
  });

  it('heeds the account first, then the environment that it runs in, and says who set it', async () => {
    await set({ percentage: 0 });
    await set({ environment: 'production' });
    expect(await there(1)).toBe(false);
    await set({ environment: 'staging' });
    expect(await there(1)).toBe(true);
    const { results } = await set({ account_id: 1, enabled: false, reason: 'not yet' });
    expect([await there(1), await there(2)]).toEqual([false, true]);
    expect(results).toContainEqual(
      expect.objectContaining({
        account_id: 1,
        enabled: false,
        reason: 'not yet',
        set_by: expect.objectContaining({ kind: 'admin' }),
        event_id: expect.any(String),
      }),
    );
  });

  it('sells no managed service where it is off, and demands a reason', async () => {
    const wanted = { payment_method: 'manual', account_id: 1, site_id: 11, tier: 'lite' };
    expect((await api.post('billing/add-ons/managed-service/', wanted)).status).toBe(404);
    expect((await api.put('ops/flags/', { flag: FLAG, enabled: true })).status).toBe(422);
    const both = { flag: FLAG, enabled: true, reason: 'x', account_id: 1, percentage: 10 };
    expect((await api.put('ops/flags/', both)).body.errors[0].pointer).toBe('/percentage');
    expect((await api.put('ops/flags/', { ...both, account_id: null, percentage: 101 })).status).toBe(422);
  });
});
