import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, person } from '#test/support/browser';
import { attribute, elements, type Houses, houses, Reader, textOf } from '#test/support/pages';

let world: Houses;
let maya: Reader;
beforeAll(async () => {
  world = await houses();
  await must(world.post('integration/ahrefs/connect/', { account_id: 1, api_key: 'sandbox-key-1' }));
  // Over two Mondays and the end of the month.
  await world.advance('2026-07-01T12:00:00Z');
  maya = new Reader(world.url, world.tokens.manager);
}, 180_000);
afterAll(() => world?.stop());

const BASE = '/app/services/1/';
type Entry = { position: number; type: string };
type Entries = { results: Entry[]; next_after: number | null };

describe('a timeline', () => {
  const at = (query: string): Promise<Entries> => must(world.get(`services/subscriptions/1/timeline/?${query}`));

  it('is read from either end, page by page, and of some types alone', async () => {
    const { results: forward } = await at('limit=200');
    const backward: Entry[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Entries = await at(`limit=4&ordering=-position&after=${after}`);
      backward.push(...page.results);
      after = page.next_after;
    }
    expect(forward.length).toBeGreaterThan(4);
    expect(backward).toEqual([...forward].reverse());
    const types = ['ManagedSubscriptionCreated', 'ManagedSubscriptionActivated'];
    const some = await at(types.map((type) => `type=${type}`).join('&'));
    expect(some.results).toEqual(forward.filter(({ type }) => types.includes(type)));
    expect(some.results).toHaveLength(2);
  });

  it('is told newest first, and leads to what is older', async () => {
    const moments = (html: string) =>
      elements(html).flatMap((each) => (each.tagName === 'time' ? [attribute(each, 'datetime') ?? ''] : []));
    const { html } = await maya.get(`${BASE}timeline/`);
    expect(moments(html)).toEqual(moments(html).toSorted().toReversed());
    const { results } = await at('limit=3');
    const older = await maya.get(`${BASE}timeline/?before=${results[2]?.position}`);
    expect(moments(older.html)).toHaveLength(2);
    expect(older.html).toContain('Back to the newest');
    expect((await maya.get(`${BASE}timeline/?before=never`)).status).toBe(200);
  });
});

describe('clients on the dashboard', () => {
  type Row = { account_id: number; name: string; mrr: string; open: string; past_due: string; statuses: object };
  const ask = async (query: string): Promise<{ count: number; results: Row[]; next: string | null }> =>
    must(world.get(`services/dashboard/clients/?${query}`));
  const ids = async (query: string) => (await ask(query)).results.map(({ account_id }) => account_id);

  it('are ordered by each column and cut into pages that hold each of them once', async () => {
    const all = await ask('');
    expect(all.results.map(({ account_id }) => account_id)).toEqual([1, 2]);
    expect(all.results[0]).toMatchObject({ name: 'Client 1', mrr: '399.00', statuses: { active: 1 } });
    for (const column of ['account_id', 'name', 'mrr', 'open', 'past_due']) {
      const up = await ids(`ordering=${column}`);
      expect(await ids(`ordering=-${column}`), column).toEqual([...up].reverse());
      const first = await ask(`ordering=${column}&page_size=1`);
      expect([first.count, first.next !== null]).toEqual([2, true]);
      expect([
        ...first.results.map((row) => row.account_id),
        ...(await ids(`ordering=${column}&page_size=1&page=2`)),
      ]).toEqual(up);
    }
    expect(await ids('ordering=-mrr')).toEqual([1, 2]);
    expect(await ask('page=9')).toMatchObject({ count: 2, results: [] });
  });

  it('are narrowed by whatever is asked, together', async () => {
    expect(await ids('search=CLIENT%202')).toEqual([2]);
    expect(await ids('search=client&ordering=-mrr&page_size=1')).toEqual([1]);
    expect(await ids('search=nobody')).toEqual([]);
    expect(await ids('account_id=2')).toEqual([2]);
    expect(await ids('status=active&search=client')).toContain(1);
    expect(await ids('status=cancelled')).toEqual([]);
    const past = await ids('past_due=true');
    const rest = await ids('past_due=false');
    expect([...past, ...rest].sort()).toEqual([1, 2]);
    const [behind, onTime] = [await ids('behind=true'), await ids('behind=false')];
    expect([...behind, ...onTime].sort()).toEqual([1, 2]);
    expect(await ids('plan=free&account_id=1')).toEqual([]);
  });

  it('have the same month to show as each service by itself', async () => {
    const [{ services }] = (await must(world.get('services/dashboard/clients/?account_id=1'))).results;
    const { article_target, articles_per_month } = await must(world.get('services/subscriptions/1/'));
    expect(services).toMatchObject([{ article_target, articles_per_month }]);
    for (const path of ['/app/clients/1/', BASE])
      expect((await maya.get(path)).html).toContain(`of ${article_target} articles`);
    expect((await maya.get('/app/clients/')).html).toContain(`/ ${article_target} `);
  });

  it('are those of whoever asks, and no others', async () => {
    const asManager = world.as(world.tokens.manager);
    const { results, count } = await must(asManager.get('services/dashboard/clients/?ordering=name'));
    expect([count, results.map((row: Row) => row.account_id)]).toEqual([1, [1]]);
    expect(await must(asManager.get('services/dashboard/clients/?account_id=2'))).toMatchObject({ count: 0 });
  });
});

describe('what stands in the tabs of a service', () => {
  it('are the figures of Ahrefs with their history, which is taken along', async () => {
    const { html } = await maya.get(`${BASE}ahrefs/`);
    for (const text of ['Domain rating', 'Organic traffic', 'Connection', '<svg']) expect(html).toContain(text);
    const kept = await must(world.get('integration/ahrefs/snapshots/?site_id=11'));
    expect(kept.count).toBe(2);
    const csv = await maya.get(`${BASE}ahrefs/csv/`);
    expect(csv.html.trim().split('\n')).toHaveLength(kept.count + 1);
    expect((await maya.fill(`${BASE}ahrefs/`, 'snapshot')).status).toBe(303);
    expect((await must(world.get('integration/ahrefs/snapshots/?site_id=11'))).count).toBe(3);
    const admin = new Reader(world.url, world.tokens.admin);
    expect((await admin.get('/app/services/2/ahrefs/')).html).toContain('not connected to Ahrefs');
  });

  it('are its reports', async () => {
    const { results } = await must(world.get('services/reports/?managed_subscription_id=1'));
    const { html } = await maya.get(`${BASE}reports/`);
    expect(results.length).toBeGreaterThan(0);
    for (const { id } of results as { id: number }[]) expect(html).toContain(`href="/app/reports/${id}/"`);
    expect((await maya.get(`${BASE}reports/?state=rejected`)).html).toContain('Nothing matches these filters');
  });

  it('are its invoices and the margin of each order, whose amounts lead to why they are so', async () => {
    const { html } = await maya.get(`${BASE}billing/`);
    const order = await must(world.get('services/backlink-orders/1/'));
    const links = elements(html).filter((each) => each.tagName === 'a');
    const leads = (text: string) =>
      links.flatMap((each) => (textOf(each) === text ? [attribute(each, 'href') ?? ''] : []));
    expect(leads(`$${order.client_price}`)).toContain('/app/orders/1/');
    const [invoice] = (await must(world.get('billing/invoices/?account_id=1'))).results;
    expect(leads(`$${invoice.total}`)).toContain(`/app/invoices/${invoice.id}/explanation/`);
    const margin = await must(world.get('services/dashboard/margin/?by=subscription&account_id=1'));
    expect(margin.results.map(({ key }: { key: string }) => key)).toEqual(['1']);
    expect(html).toContain(`$${margin.results[0].revenue}`);
    expect((await maya.get(`${BASE}billing/csv/`)).html).toMatch(
      /^"order","status","client_price","actual_cost","margin"/,
    );
    const elsewhere = await must(world.as(world.tokens.manager).get('services/dashboard/margin/?account_id=2'));
    expect(elsewhere.totals.revenue).toBe('0.00');
  });
});

describe('amounts', () => {
  it('of margin lead step by step to the orders and services that they are made of', async () => {
    const admin = new Reader(world.url, world.tokens.admin);
    const leads = async (path: string, row: string) => {
      const { html, status } = await admin.get(path);
      expect(status, path).toBe(200);
      const line = html.split('<tr').find((each) => each.includes(`>${row}<`)) ?? '';
      const [, amount = ''] = /class="amount" href="([^"]*)"/.exec(line) ?? [];
      return amount.replaceAll('&amp;', '&');
    };
    const service = await leads('/app/margin/', 'Managed Pro');
    expect(service).toBe('/app/margin/?by=client&service=managed_pro');
    const client = await leads(service, 'Client 1');
    expect(client).toBe('/app/margin/?by=subscription&service=managed_pro&account_id=1');
    expect(await leads(client, 'Service 1')).toBe('/app/services/1/billing/');
    const month = await leads('/app/margin/?by=month', 'June 2026');
    expect(month).toBe('/app/margin/?by=service&from=2026-06&to=2026-06');
    const june = await must(
      world.get('services/dashboard/margin/?by=service&service=managed_pro&from=2026-06&to=2026-06'),
    );
    expect(june.results).toMatchObject([{ key: 'managed_pro', revenue: june.totals.revenue }]);
  });

  it('of previews lead to the arithmetic below them', async () => {
    for (const path of [BASE, `${BASE}cancel/`]) {
      const all = elements((await maya.get(path)).html);
      const ids = all.flatMap((each) => attribute(each, 'id') ?? []);
      const hows = all.flatMap((each) => (attribute(each, 'href') ?? '').match(/^#(.*-how-.*)$/)?.[1] ?? []);
      expect(hows.length, path).toBeGreaterThan(0);
      expect(ids.length).toBe(new Set(ids).size);
      for (const how of hows) expect(ids, path).toContain(how);
    }
  });
});

describe('the conversation of a service', () => {
  it('is read and answered by the team, and what is for the team alone stays there', async () => {
    const path = 'services/conversations/subscription/1/messages/';
    await must(world.as(world.tokens.client).post(path, { text: 'When does it begin?' }), 201);
    const { html } = await maya.get(`${BASE}conversation/`);
    expect(html).toContain('When does it begin?');
    const told = await maya.fill(`${BASE}conversation/`, 'message', {
      '/text': 'It has begun.',
      '/visibility': 'client',
    });
    expect(told.status, told.html).toBe(303);
    await maya.fill(`${BASE}conversation/`, 'message', { '/text': 'Ask them for access.', '/visibility': 'team' });
    const theirs = JSON.stringify(await must(world.as(world.tokens.client).get(path)));
    expect([theirs.includes('It has begun.'), theirs.includes('Ask them for access.')]).toEqual([true, false]);
    expect((await maya.get(`${BASE}conversation/`)).html).toContain('Ask them for access.');
    expect((await maya.get('/app/services/2/conversation/')).status).toBe(404);
    expect((await maya.get('/app/subscriptions/1/')).headers.get('location')).toBe(`${BASE}conversation/`);
  });
});

inBrowser('the tabs of a service in a browser', () => {
  it.each([
    [1440, 'light'],
    [360, 'dark'],
  ] as const)('can be read by anybody at %d px, %s', async (width, scheme) => {
    const someone = await person(world.url, { token: world.tokens.manager, width, scheme });
    for (const tab of ['ahrefs/', 'reports/', 'billing/', 'conversation/', 'timeline/']) {
      await someone.go(BASE + tab);
      await expectReadable(someone);
    }
    await someone.go('/app/margin/?by=client&service=managed_pro');
    await expectReadable(someone);
    await someone.close();
  });
});
