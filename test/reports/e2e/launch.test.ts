import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launched } from '#cli/demo/launch';
import { month } from '#cli/demo/month';
import { type SandboxApi, sandboxApi, typed } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Step = {
  readonly step: string;
  readonly done: boolean;
  readonly why: string;
  readonly evidence: readonly { readonly event_id: string; readonly stream: string; readonly href: string | null }[];
};

describe('the launch check, on the demo’s sandbox', () => {
  let api: SandboxApi;
  let said: { mockRestore(): void };
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterAll(async () => {
    said.mockRestore();
    await api.stop();
  });
  const check = async (query = '') => must(api.get(`ops/launch/${query}`));

  it('says of everything what is missing, before anything has happened', async () => {
    const seen = await check();
    expect(seen).toMatchObject({ done: false, next_step: 'flag_staging' });
    expect(seen.steps.map(({ step }: Step) => step)).toEqual([
      'flag_staging',
      'beta_clients',
      'cycle_onboarding',
      'cycle_content',
      'cycle_links',
      'cycle_indexing',
      'cycle_report',
      'cycle_invoice',
      'cycle_paid',
      'plugin_submitted',
      'flags_production',
      'announcement_sent',
    ]);
    expect(seen.steps.filter(({ done, why, evidence }: Step) => done || why === '' || evidence.length > 0)).toEqual([]);
  });

  it('ends green, each step with the event that shows it', async () => {
    await month(typed(api));
    const before = await check('?beta_clients=2');
    const open = before.steps.filter(({ done }: Step) => !done).map(({ step }: Step) => step);
    expect(open).toContain('cycle_paid');
    expect(open).toContain('announcement_sent');
    const after = await launched(typed(api), 2);
    expect(after.steps.filter(({ done }: Step) => !done)).toEqual([]);
    expect(after).toMatchObject({ done: true, next_step: null });
    for (const { evidence } of after.steps) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { event_id, stream, href } of evidence) {
        const events = await must(api.get(`audit/streams/${stream}/`));
        const ids = events.results.map((event: { id?: string; event_id?: string }) => event.id ?? event.event_id);
        expect(ids, stream).toContain(event_id);
        if (href !== null && !href.includes('://')) expect((await api.get(href)).status, href).toBe(200);
      }
    }
  }, 180_000);

  it('sees a share of accounts, a stopped announcement and a withdrawn word as not done', async () => {
    const flag = { flag: 'managed_services_enabled', environment: 'production', enabled: true, reason: 'slowly' };
    await must(api.put('ops/flags/', { ...flag, percentage: 25 }));
    await must(api.post('ops/launch/steps/', { step: 'plugin_submitted', done: false, note: 'it was sent back' }));
    const seen = await check('?beta_clients=3');
    const open = seen.steps.filter(({ done }: Step) => !done).map(({ step, why }: Step) => `${step}: ${why}`);
    expect(open).toEqual([
      'beta_clients: 2 of 3 sites have had their service begun',
      'plugin_submitted: nothing says that it was submitted',
      'flags_production: the flag is on for 25 % of accounts',
    ]);
    expect((await api.post('ops/launch/steps/', { step: 'plugin_submitted', done: false, note: 'x' })).status).toBe(
      409,
    );
    expect((await api.post('ops/launch/steps/', { step: 'cycle_paid', note: 'x' })).status).toBe(422);
  });
});

describe('public plans', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
  });
  afterAll(() => api.stop());
  const PATH = 'billing/plans/public/';

  it('are for everybody, may be kept, and are not sent again while nothing has changed', async () => {
    // The plans are given their features once, just after the start.
    await api.advance('2026-06-17T08:05:00Z');
    const first = await api.get(PATH, { token: null, headers: { origin: 'https://shop.example' } });
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    expect(first.body.plans.map(({ key, price }: { key: string; price: string }) => [key, price])).toEqual([
      ['free', '0.00'],
      ['starter', '49.00'],
      ['growth', '149.00'],
      ['scale', '349.00'],
    ]);
    expect(first.body.managed_services).toEqual([
      { tier: 'lite', monthly_price: '100.00', articles_per_month: 10, plans: ['growth', 'scale'] },
      { tier: 'pro', monthly_price: '399.00', articles_per_month: 30, plans: ['scale'] },
    ]);
    const etag = first.headers.get('etag') ?? '';
    const same = await api.get(PATH, { token: null, headers: { 'if-none-match': `W/${etag}, "other"` } });
    expect([same.status, same.body, same.headers.get('etag')]).toEqual([304, '', etag]);
    await must(
      api.put('billing/plans/starter/features/', { plan_features: { managed_services: 'lite' }, reason: 'try' }),
    );
    const changed = await api.get(PATH, { token: null, headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.body.managed_services[0].plans).toEqual(['starter', 'growth', 'scale']);
    await must(api.put('ops/flags/', { flag: 'managed_services_enabled', enabled: false, reason: 'not yet' }));
    expect((await api.get(PATH, { token: null })).body.managed_services).toEqual([]);
  });
});
