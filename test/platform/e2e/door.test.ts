import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';

let api: SandboxApi;
const NOW = '2026-06-17T08:00:00.000Z';

beforeAll(async () => {
  api = await sandboxApi(NOW);
  await api.post('platform/facts/', clientFacts(1, 11));
});
afterAll(() => api.stop());

const outcomes = async (items: unknown) => {
  const raw = typeof items === 'string' ? items : JSON.stringify(items);
  const { status, body } = await api.post('platform/facts/', undefined, {
    raw,
    headers: { 'content-type': 'application/cloudevents-batch+json; charset=UTF-8' },
  });
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  return body.results as {
    index: number;
    outcome: string;
    problem?: { errors: { pointer: string; message: string }[] };
  }[];
};
const site = (id: number, more: object = {}, data: object = {}) => ({
  ...fact('SiteRegistered', { site_id: id, account_id: 1, domain: `s${id}.example`, ...data }),
  ...more,
});

describe('a batch of facts', () => {
  test('one bad item refuses itself only, and says where it stands', async () => {
    const deep = `${'{"x":'.repeat(40)}1${'}'.repeat(40)}`;
    const raw = [
      JSON.stringify(site(21)),
      JSON.stringify(site(22, {}, { name: 'a\u0000b' })),
      JSON.stringify(site(23, {}, { name: 'half \ud83d' })),
      JSON.stringify(site(24)).replace('"site_id":24', '"site_id":1e999'),
      JSON.stringify(site(25)).replace('"site_id":25', `"site_id":25,"name":${deep}`),
      JSON.stringify(site(26)).replace('"site_id":26', '"site_id":26,"__proto__":{"account_id":2}'),
      JSON.stringify(site(27)).replace('"specversion"', '"__proto__":{},"specversion"'),
      JSON.stringify(site(28, { id: '\udc00' })),
      JSON.stringify(site(29)).replace('"site_id"', '"\\ud800":1,"site_id"'),
      'null',
      '[]',
      '"text"',
      JSON.stringify(site(30)),
    ];
    const results = await outcomes(`[${raw.join(',')}]`);
    expect(results.map(({ index, outcome }) => [index, outcome])).toEqual(
      raw.map((_, index) => [index, index === 0 || index === raw.length - 1 ? 'accepted' : 'refused']),
    );
    for (const { index, problem } of results.slice(1, -1))
      for (const { pointer } of problem?.errors ?? [{ pointer: 'none' }])
        expect([index, pointer.startsWith(`/${index}`)]).toEqual([index, true]);
    expect(results[1]?.problem?.errors).toEqual([{ pointer: '/1/data/name', message: 'must not contain NUL' }]);
    // What was good is there.
    expect((await outcomes([site(30, { id: JSON.parse(raw.at(-1) ?? '').id })]))[0]?.outcome).toBe('duplicate');
  });

  test('CloudEvents as other systems send them are taken', async () => {
    const taken = [
      site(41, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', sequence: 7, sampled: true }),
      site(42, { dataschema: 'https://platform.example/schemas/site.json', subject: 'site/42' }),
      site(43, { datacontenttype: 'application/json; charset=utf-8' }),
      site(44, { datacontenttype: 'application/json;charset="UTF-8"', subject: null, partitionkey: null }),
      site(45, { datacontenttype: 'application/vnd.platform.site+json' }),
      site(46, { time: '2026-06-17t09:30z' }),
    ];
    expect((await outcomes(taken)).map(({ outcome }) => outcome)).toEqual(taken.map(() => 'accepted'));
    const refused = [
      site(51, { datacontenttype: 'application/xml' }),
      site(52, { datacontenttype: 'application/json; charset=latin1' }),
      site(53, { Upper: 'x' }),
      site(54, { trace_id: 'x' }),
      site(55, { tags: ['a'] }),
      site(56, { sequence: 2 ** 40 }),
      site(57, { dataschema: '' }),
      site(58, { type: 'SiteSold' }),
      site(59, { type: undefined }),
    ];
    const results = await outcomes(refused);
    expect(results.map(({ outcome }) => outcome)).toEqual(refused.map(() => 'refused'));
    expect(results[2]?.problem?.errors).toEqual([{ pointer: '/2/Upper', message: 'unknown field' }]);
    expect(results[7]?.problem?.errors[0]?.message).toContain('26 in all');
    expect(results[8]?.problem?.errors).toEqual([{ pointer: '/8/type', message: 'is required' }]);
  });

  test('times in the data are as lenient as the time of the fact, and as strict', async () => {
    const published = (published_at: string, n: number) =>
      fact('ArticlePublished', { site_id: 11, content_id: 100 + n, type: 'post', published_at });
    const good = [
      '2026-06-17T10:00Z',
      '2026-06-17t10:00:00.123456z',
      '2026-06-17T12:00+02:00',
      '2026-06-16T23:59:59-05:30',
    ];
    expect((await outcomes(good.map(published))).map(({ outcome }) => outcome)).toEqual(good.map(() => 'accepted'));
    const bad = [
      '2026-06-17',
      '2026-06-17T25:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-01:00',
      '2026-02-30T00:00Z',
    ];
    for (const { problem } of await outcomes(bad.map(published)))
      expect(problem?.errors[0]?.message).toContain('such as 2026-11-20T10:00:00Z');
  });

  test('e-mail addresses that the platform takes are taken here, in facts and as recipients', async () => {
    const addresses = [
      'a!#$%b@example.com',
      'info@xn--bcher-kva.example',
      'sales@bücher.example',
      '"odd@one"@example.com',
    ];
    const users = addresses.map((email, n) =>
      fact('UserRegistered', { user_id: 70 + n, account_id: 1, name: 'Somebody', email }),
    );
    expect((await outcomes(users)).map(({ outcome }) => outcome)).toEqual(addresses.map(() => 'accepted'));
    const made = await api.post('services/subscriptions/', {
      account_id: 1,
      site_id: 11,
      tier: 'lite',
      service_config: { reporting: { recipients: addresses } },
    });
    expect([made.status, made.body.service_config?.reporting?.recipients]).toEqual([201, addresses]);
    const refused = await api.patch(`services/subscriptions/${made.body.id}/`, {
      service_config: { reporting: { recipients: ['nobody@'] } },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/service_config/reporting/recipients/0' }] },
    });
  });

  test('a body that is no fact at all is refused as a whole', async () => {
    for (const raw of ['5', '"x"', 'null', '[]', `[${'1,'.repeat(1000)}1]`])
      expect((await api.post('platform/facts/', undefined, { raw })).status).toBe(422);
    const broken = await api.post('platform/facts/', undefined, { raw: '[{"id": "1"},\n {"id": 2,}]' });
    expect(broken).toMatchObject({ status: 400 });
    expect(broken.body.detail).toContain('line 2, column 11');
  });
});

describe('numbers and dates at their ends', () => {
  test('the end of the calendar is a day like others, its beginning is none', async () => {
    for (const path of ['billing/features/usage/', 'billing/features/usage/report/', 'services/dashboard/margin/']) {
      expect((await api.get(`${path}?to=9999-12-31`)).status).toBe(200);
      expect((await api.get(`${path}?from=9999-12-31&to=9999-12-31`)).status).toBe(200);
      const before = await api.get(`${path}?from=0000-01-01`);
      expect(before).toMatchObject({ status: 422, body: { errors: [{ pointer: '/query/from' }] } });
      expect(before.body.errors[0].message).toMatch(/such as \d{4}-\d{2}/);
    }
    expect((await api.get('billing/invoices/?billing_date=0000-01-01')).status).toBe(422);
  });

  test('amounts wider than their columns are refused where they stand', async () => {
    const subscription = { account_id: 1, site_id: 21, tier: 'lite', override_reason: 'agreed' };
    const wide = await api.post('services/subscriptions/', { ...subscription, monthly_price: '1000000.00' });
    expect(wide).toMatchObject({ status: 422, body: { errors: [{ pointer: '/monthly_price' }] } });
    const widest = await api.post('services/subscriptions/', { ...subscription, monthly_price: '999999.99' });
    expect(widest).toMatchObject({ status: 201, body: { monthly_price: '999999.99' } });
    const line = { tier: 'basic_guest_post', quantity: 1000, unit_price: '99999999.99' };
    const quoted = (lines: unknown) =>
      api.post('services/backlink-orders/quote/', { lines, override_reason: 'agreed', niche_surcharge: 999.99 });
    expect(await quoted([line])).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lines/0' }] } });
    const one = { ...line, quantity: 1, unit_price: '60000000.00' };
    const sum = await api.post('services/backlink-orders/quote/', { lines: [one, one], override_reason: 'agreed' });
    expect(sum).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lines' }] } });
    const book = (path: string, figure: string) =>
      api.patch('services/price-book/', { changes: { [path]: figure }, reason: 'test' });
    expect((await book('indexing.services.omega.cost.high', '100.0000')).status).toBe(422);
    expect((await book('tiers.pr_premium.price.high', '100000000.00')).status).toBe(422);
  });

  test('a token that has expired before it is made is refused', async () => {
    for (const expires_at of [NOW, '1970-01-01T00:00:00Z'])
      expect(await api.post('auth/tokens/', { role: 'admin', expires_at })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/expires_at', message: 'must be in the future' }] },
      });
    expect((await api.post('auth/tokens/', { role: 'admin', expires_at: '2026-06-17T08:00:00.001Z' })).status).toBe(
      201,
    );
  });

  test('how it will be is not known', async () => {
    const later = '2026-06-17T08:00:01Z';
    for (const asked of [`as_of=${later}`, `known_at=${later}`, 'as_of=9999-12-31T23:59:59Z'])
      expect(await api.get(`audit/as-of/entitlement/1/?${asked}`)).toMatchObject({ status: 422 });
    expect(await api.get(`audit/as-of/entitlement/1/?as_of=${NOW}&known_at=${NOW}`)).toMatchObject({ status: 200 });
    for (const asked of [{ as_of: later }, { known_at: later }, { position: 10_000_000 }])
      expect(await api.post('audit/replay/', { read_model: 'igny8_invoices', ...asked })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: `/${Object.keys(asked)[0]}` }] },
      });
  });
});

describe('ids are integers', () => {
  test('of plans, in answers and in paths, with the key beside them', async () => {
    const { results } = (await api.get('billing/plans/')).body;
    expect(results.map(({ id, key }: { id: number; key: string }) => [id, key])).toEqual([
      [1, 'free'],
      [2, 'starter'],
      [3, 'growth'],
      [4, 'scale'],
    ]);
    const revised = (plan: string) =>
      api.put(`billing/plans/${plan}/features/`, { plan_features: {}, reason: 'no change' });
    expect(await revised('3')).toMatchObject({ status: 200, body: { plan: 'growth', plan_id: 3 } });
    expect(await revised('growth')).toMatchObject({ status: 200, body: { plan: 'growth', plan_id: 3 } });
    for (const plan of ['0', '5', '03', 'Growth']) expect((await revised(plan)).status).toBe(404);
    expect((await api.get('billing/features/?account_id=1')).body).toMatchObject({ plan: 'scale', plan_id: 4 });
    expect((await api.get('billing/features/check/ahrefs_level/?account_id=1')).body).toMatchObject({ plan_id: 4 });
    expect((await api.get('services/accounts/')).body.results).toMatchObject([{ id: 1, plan: 'scale', plan_id: 4 }]);
  });

  test('of whoever did something; what is no id is a name', async () => {
    const lines = [{ tier: 'basic_guest_post', quantity: 1 }];
    const user = (await api.post('auth/tokens/', { role: 'client', account_id: 1, user_id: 71 })).body;
    const order = (await api.post('services/backlink-orders/', { site_id: 11, lines })).body.id;
    const other = (await api.post('services/backlink-orders/', { site_id: 11, lines })).body.id;
    const approved = await api.as(user.token).post(`services/backlink-orders/${order}/approve/`, {});
    expect(approved.body.approved_by).toEqual({ role: 'client', id: 71 });
    const byToken = await api.post(`services/backlink-orders/${other}/approve/`, { on_behalf_of_client: true });
    expect(byToken.body.approved_by).toEqual({ role: 'admin', id: 1, name: 'token-1' });
    await api.patch('services/price-book/', { changes: { 'niches.crypto_casino.high': '3.50' }, reason: 'asked' });
    const answers = await Promise.all(
      [
        `services/backlink-orders/${order}/timeline/`,
        `services/backlink-orders/${other}/timeline/`,
        'services/subscriptions/1/timeline/',
        'services/price-book/versions/',
        'audit/events/?limit=200',
        `audit/streams/backlink-order-${other}/`,
        `audit/as-of/order/${other}/`,
      ].map((path) => api.get(path)),
    );
    const seen: unknown[] = [];
    const walk = (value: unknown, key: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (['actor', 'approved_by', 'changed_by'].includes(key)) seen.push(value);
      for (const [name, inner] of Object.entries(value)) walk(inner, name);
    };
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      walk(body, '');
    }
    expect(seen.length).toBeGreaterThan(20);
    for (const who of seen as { id?: unknown; name?: unknown }[]) {
      expect([who, who.id == null || Number.isInteger(who.id)]).toEqual([who, true]);
      expect([who, who.name === undefined || typeof who.name === 'string']).toEqual([who, true]);
    }
  });

  test('of what a fact waits for', async () => {
    await outcomes([fact('ArticleReviewed', { site_id: 999, content_id: 1, outcome: 'approved' })]);
    const { results } = (await api.get('platform/facts/orphans/')).body;
    expect(results).toMatchObject([{ waiting_for: { kind: 'site', id: 999 } }]);
  });
});

test('a timeline is paged by position', async () => {
  await api.post('platform/facts/', clientFacts(88, 888));
  const made = await api.post('services/subscriptions/', { account_id: 88, site_id: 888, tier: 'lite' });
  await api.advance((await api.get('sandbox/clock/')).body.now.replace(/\d\d\.\d+Z$/, '59.999Z'));
  const path = `services/subscriptions/${made.body.id}/timeline/`;
  const whole = (await api.get(path)).body.results as { position: number }[];
  expect(whole.length).toBeGreaterThan(2);
  const walked: unknown[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { results: unknown[]; next_after: number | null } = (await api.get(`${path}?limit=2&after=${after}`))
      .body;
    expect(page.results.length).toBeLessThanOrEqual(2);
    walked.push(...page.results);
    after = page.next_after;
  }
  expect(walked).toEqual(whole);
});
