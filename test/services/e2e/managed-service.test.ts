import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, Conflict, FeatureNotInPlan, type Schemas } from '#client/index';
import { clientFacts, fact, type SandboxApi, sandboxApi, typed } from '#test/support/api';
import { caught } from '#test/support/caught';

describe('a managed subscription over HTTP', () => {
  let api: SandboxApi;
  let client: Client;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    client = typed(api);
    await api.post('platform/facts/', [
      ...clientFacts(1, 11),
      ...clientFacts(2, 22),
      ...clientFacts(3, 33, 'growth'),
      ...clientFacts(4, 44),
    ]);
  });
  afterAll(() => api.stop());

  const create = (account_id: number, site_id: number, more: { override_reason?: string } = {}) =>
    client.post('services/subscriptions/', { body: { account_id, site_id, tier: 'pro', ...more } });

  it('is onboarded, paused, resumed and previewed to the cent', async () => {
    const made = await create(1, 11);
    const path = { id: made.data.id };
    const look = async () => (await client.get('services/subscriptions/{id}/', { path })).data;
    const pause = (reason?: string) =>
      client.post('services/subscriptions/{id}/pause/', { path, body: reason === undefined ? {} : { reason } });
    const resume = () => client.post('services/subscriptions/{id}/resume/', { path });
    const previewed = async () => (await client.get('services/subscriptions/{id}/invoice-preview/', { path })).data;
    expect(made).toMatchObject({ status: 201, etag: '"0"' });
    expect(made.headers.get('location')).toBe(`/api/v1/services/subscriptions/${path.id}/`);
    await client.post('sandbox/clock/advance/', { body: { by: '1h' } });
    expect(await look()).toMatchObject({
      status: 'active',
      monthly_price: '399.00',
      article_target: 14,
      onboarding: { status: 'completed' },
      next_billing_date: '2026-07-01',
    });
    await api.advance('2026-06-20T12:00:00Z');
    expect((await pause('relaunch')).data).toMatchObject({ status: 'paused', paused_reason: 'relaunch' });
    expect(await caught(pause())).toMatchObject({ name: 'Conflict', currentState: 'paused' });
    await api.advance('2026-06-29T09:00:00Z');
    expect((await resume()).data.status).toBe('active');
    const preview = await previewed();
    expect(preview).toMatchObject({
      currency: 'USD',
      period_start: '2026-06-01',
      period_end: '2026-06-30',
      subtotal: '79.80',
      total: '79.80',
    });
    expect(preview.lines).toHaveLength(1);
    expect(preview.lines[0]?.inputs).toEqual({
      monthly_price: '399.00',
      billable_days: 6,
      days_in_month: 30,
      from: '2026-06-17',
      to: '2026-06-30',
    });
    const timeline: Schemas['TimelineEntry'][] = [];
    for await (const entry of client.pages('services/subscriptions/{id}/timeline/', { path })) timeline.push(entry);
    const types = new Map(timeline.map((event) => [event.event_id, event.type]));
    expect(preview.lines[0]?.causes.map((id) => types.get(id))).toEqual([
      'ManagedSubscriptionCreated',
      'ManagedSubscriptionActivated',
      'ManagedSubscriptionPaused',
      'ManagedSubscriptionResumed',
    ]);
    expect(timeline.map((event) => event.position)).toEqual(
      timeline.map((event) => event.position).sort((a, b) => a - b),
    );
    await api.advance('2026-06-30T23:00:00Z');
    expect((await previewed()).total).toBe('79.80');
  });

  it('has one line per price after a change in the middle of the month', async () => {
    const { id } = (await create(2, 22)).data;
    const change = (body: { monthly_price: string; override_reason?: string }) =>
      client.patch('services/subscriptions/{id}/', { path: { id }, body });
    await api.advance('2026-07-11T00:30:00Z');
    expect(await caught(change({ monthly_price: '310.00' }))).toMatchObject({ code: 'override_required' });
    const changed = await change({ monthly_price: '310.00', override_reason: 'agreed' });
    expect(changed.data.monthly_price).toBe('310.00');
    const { data: preview } = await client.get('services/subscriptions/{id}/invoice-preview/', { path: { id } });
    expect(preview.lines.map(({ amount, inputs }) => [amount, inputs])).toEqual([
      [
        '128.71',
        { monthly_price: '399.00', billable_days: 10, days_in_month: 31, from: '2026-07-01', to: '2026-07-10' },
      ],
      [
        '210.00',
        { monthly_price: '310.00', billable_days: 21, days_in_month: 31, from: '2026-07-11', to: '2026-07-31' },
      ],
    ]);
    expect(preview.total).toBe('338.71');
  });

  it('exists once, whoever asks at the same time', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => create(4, 44)));
    const made = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(made.map(({ status }) => status)).toEqual([201]);
    expect(refused.filter((error) => error instanceof Conflict && error.code === 'duplicate')).toHaveLength(49);
    expect((await client.get('services/subscriptions/', { query: { site_id: 44 } })).data.count).toBe(1);
    const path = { id: made[0]?.data.id ?? 0 };
    const cancel = (reason?: string) =>
      client.post('services/subscriptions/{id}/cancel/', { path, body: reason === undefined ? {} : { reason } });
    expect((await cancel('moved')).data.status).toBe('cancelled');
    expect(await caught(cancel())).toBeInstanceOf(Conflict);
    expect((await create(4, 44)).status).toBe(201);
  });

  it('follows the plan unless an admin overrides with a reason', async () => {
    const refused = await caught(create(3, 33));
    expect(refused).toBeInstanceOf(FeatureNotInPlan);
    expect(refused).toMatchObject({ status: 403, code: 'feature_not_in_plan', upgradeTo: 'scale' });
    expect((await create(3, 33, { override_reason: 'pilot' })).status).toBe(201);
  });

  it('waits for the plugin, tells people once, reminds after three days, and goes on by itself', async () => {
    const now = (await api.get('sandbox/clock/')).body.now as string;
    await api.post('platform/facts/', [
      fact('AccountRegistered', { account_id: 5, name: 'Five', email: 'five@example.com', plan: 'growth' }),
      fact('SiteRegistered', { site_id: 55, account_id: 5, domain: 'five.example' }),
    ]);
    const made = await api.post('services/subscriptions/', { account_id: 5, site_id: 55, tier: 'lite' });
    const path = `services/subscriptions/${made.body.id}/`;
    await api.post('sandbox/clock/advance/', { by: '1h' });
    expect((await api.get(path)).body.onboarding).toMatchObject({
      status: 'blocked',
      blocked_reason: 'integration_missing',
    });
    expect((await api.get('services/dashboard/overdue/?kind=onboarding')).body.results[0]).toMatchObject({
      id: made.body.id,
      account_id: 5,
    });
    const mails = async () =>
      ((await api.get('sandbox/mail/')).body.results as { to: string[]; subject: string }[])
        .filter(({ to }) => to.includes('five@example.com'))
        .map(({ subject }) => subject);
    await api.post('sandbox/clock/advance/', { by: '4d' });
    expect(await mails()).toEqual([
      'five.example: please connect the IGNY8 plugin',
      'Reminder: five.example is not connected yet',
    ]);
    await api.post('platform/facts/', fact('SiteIntegrationConnected', { site_id: 55, platform: 'wordpress' }, now));
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect((await api.get('platform/work-requests/?kind=blueprint.generate')).body.count).toBe(1);
    await api.post('platform/facts/', fact('BlueprintGenerated', { site_id: 55, blueprint_id: 5 }, now));
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect((await api.get(path)).body).toMatchObject({ status: 'active', onboarding: { status: 'completed' } });
    expect(await mails()).toHaveLength(3);
  });

  it('leaves read models that a rebuild reproduces row for row', async () => {
    const { projector } = api.running.system;
    for (const { name } of projector.projections) expect(await projector.compare(name)).toEqual([]);
    expect(await projector.parked()).toEqual([]);
  });
});

describe('a leap February', () => {
  it('has 29 days', async () => {
    const api = await sandboxApi('2028-02-17T08:00:00Z');
    await api.post('platform/facts/', clientFacts(1, 11));
    const made = await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' });
    const path = `services/subscriptions/${made.body.id}/`;
    await api.advance('2028-02-20T09:00:00Z');
    await api.post(`${path}pause/`);
    await api.advance('2028-02-29T09:00:00Z');
    await api.post(`${path}resume/`);
    const { lines, total } = (await api.get(`${path}invoice-preview/`)).body;
    expect(lines[0].inputs).toMatchObject({ billable_days: 5, days_in_month: 29 });
    expect(total).toBe('68.79');
    await api.stop();
  });
});
