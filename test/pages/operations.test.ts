import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { attribute, elements, type Got, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let ada: Reader;
beforeAll(async () => {
  world = await houses();
  ada = new Reader(world.url, world.tokens.admin);
}, 120_000);
afterAll(() => world?.stop());

const AT = '/app/operations/';
const follow = ({ headers }: Got) =>
  ada.get(headers.get('location') ?? '', { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });

describe('operations', () => {
  it('are for admins alone', async () => {
    const maya = new Reader(world.url, world.tokens.manager);
    for (const tab of ['', 'read-models/', 'jobs/', 'facts/', 'webhooks/', 'flags/'])
      expect((await maya.get(AT + tab)).status, tab).toBe(404);
    expect((await maya.get('/app/orders/')).html).not.toContain('Operations');
  });

  it('show calls that are given up, settle them by hand, and try them again with what that means', async () => {
    await world.advance('2026-06-18T08:00:00Z');
    expect((await ada.get(`${AT}webhooks/`)).html).toContain('Nobody has a webhook');
    const event_types = ['ManagedSubscriptionPaused', 'ManagedSubscriptionResumed'];
    const hook = { url: 'https://hooks.client.example/in', event_types, account_id: 1 };
    const { id } = await must(world.post('webhooks/', hook), 201);
    const refused = async (what: string, at: string) => {
      await must(world.post('sandbox/faults/', { provider: 'webhooks', mode: 'refuse', times: 1 }));
      await must(world.post(`services/subscriptions/1/${what}/`, what === 'pause' ? { reason: 'relaunch' } : {}));
      await world.advance(at);
      await must(world.post(`webhooks/${id}/enable/`, {}));
      const parked = (await must(world.get('ops/effects/?status=parked'))).results;
      expect(parked).toHaveLength(1);
      return `${AT}effect/?effect=${parked[0].id}`;
    };
    const first = await refused('pause', '2026-06-18T08:05:00Z');
    expect((await ada.get(`${AT}?status=parked`)).html).toContain(first);
    const bare = await ada.fill(first, 'settle');
    expect(bare.status).toBe(422);
    const note = elements(bare.html).find((each) => attribute(each, 'name') === '/note');
    expect(attribute(note ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
    expect((await ada.fill(first, 'settle', { '/note': 'told by telephone' })).status).toBe(303);
    expect((await ada.get(first)).status).toBe(404);
    const second = await refused('resume', '2026-06-18T08:10:00Z');
    expect((await ada.get(second)).html).toContain('The receiver is given the same key');
    expect((await ada.fill(second, 'retry')).status).toBe(303);
    await world.advance('2026-06-18T08:15:00Z');
    expect((await must(world.get('ops/effects/?status=parked'))).count).toBe(0);
    const hooks = await ada.get(`${AT}webhooks/`);
    expect(hooks.html).toContain('hooks.client.example');
    expect(hooks.html).toContain('ManagedSubscriptionResumed');
    expect((await ada.fill(`${AT}webhooks/`, 'again')).status).toBe(303);
  });

  it('show read models with their lag, and rebuild one once it is said what that does', async () => {
    const { html } = await ada.get(`${AT}read-models/`);
    const { results } = await must(world.get('ops/projections/'));
    for (const { name } of results) expect(html).toContain(`Rebuild ${name}`);
    const one = `${AT}read-models/?rebuild=${results[0].name}`;
    expect((await ada.get(one)).html).toContain('Nothing is missing meanwhile.');
    const done = await ada.fill(one, 'rebuild');
    expect(done.status).toBe(303);
    expect((await follow(done)).html).toContain('is rebuilt beside the one that is read');
  });

  it('run a job now and say how it ended', async () => {
    const { html } = await ada.get(`${AT}jobs/`);
    expect(html).toContain('Run now');
    const run = await ada.fill(`${AT}jobs/`, 'run');
    expect(run.status).toBe(303);
    expect((await follow(run)).html).toContain('runs now. How it ends shows here.');
    await world.advance('2026-06-18T08:20:00Z');
    expect((await ada.get(`${AT}jobs/`)).html).toContain('succeeded');
  });

  it('show facts until somebody tells of their owner, and take them along', async () => {
    await must(
      world.post('platform/facts/', [fact('SiteRegistered', { site_id: 99, account_id: 98, domain: 'late.example' })]),
    );
    const { html } = await ada.get(`${AT}facts/`);
    expect(html).toContain('account 98');
    expect((await ada.get(`${AT}facts/csv/`)).html).toContain('late.example');
    await must(world.post('platform/facts/', clientFacts(98, 97)));
    await world.advance('2026-06-18T08:40:00Z');
    expect((await ada.get(`${AT}facts/`)).html).toContain('Every fact has an owner');
  });

  it('set a flag, for one account', async () => {
    const set = await ada.fill(`${AT}flags/`, 'flag', {
      '/flag': 'managed_services_enabled',
      '/account_id': '3',
      '/enabled': [],
      '/reason': 'not yet',
    });
    expect(set.status).toBe(303);
    expect((await follow(set)).html).toContain('managed_services_enabled is off.');
    const { results } = await must(world.get('ops/flags/'));
    expect(results).toContainEqual(expect.objectContaining({ account_id: 3, enabled: false, reason: 'not yet' }));
  });
});
