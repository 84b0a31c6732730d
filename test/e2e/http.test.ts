import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import { ADMIN, type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';

let api: SandboxApi;
let client: Client;
let stranger: Client;
let manager: Client;
let subscription: number;

const token = async (grant: Record<string, unknown>) => (await api.post('auth/tokens/', grant)).body.token as string;
/** Events that somebody outside asked for; sagas and jobs may be at work beside. */
const events = async () => {
  let asked = 0;
  for (let after = START; ; ) {
    const page = await api.running.system.around.store.readAll({ after, limit: 1000 });
    asked += page.events.filter(
      (event) => !['saga', 'job', 'timer', 'system'].includes(metadataOf(event).actor.kind),
    ).length;
    if (page.caughtUp) return asked;
    after = page.next;
  }
};

beforeAll(async () => {
  api = await sandboxApi('2026-06-17T08:00:00Z');
  await api.post('platform/facts/', [
    ...clientFacts(1, 11),
    ...clientFacts(2, 22),
    fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@alorig.example' }),
  ]);
  subscription = (
    await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 })
  ).body.id;
  await api.post('sandbox/clock/advance/', { by: '1h' });
  client = api.as(await token({ role: 'client', account_id: 1 }));
  stranger = api.as(await token({ role: 'client', account_id: 2 }));
  manager = api.as(await token({ role: 'account_manager', user_id: 901 }));
});
afterAll(() => api.stop());

const problem = (answer: { status: number; headers: Headers; body: { code: string; status: number } }) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status: answer.status,
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.any(String),
    request_id: expect.any(String),
  });
  return [answer.status, answer.body.code];
};

describe('who may do what, asked in a fixed order', () => {
  const path = () => `services/subscriptions/${subscription}/pause/`;

  it('401 before anything else', async () => {
    for (const bearer of [null, 'nonsense', 'igny8_sandbox_1_wrongsecret', 'igny8_live_1_x', 'a.b.c', `${ADMIN}x`]) {
      const answer = await api.post(path(), undefined, { token: bearer, raw: '{' });
      expect(problem(answer)).toEqual([401, 'unauthorized']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
  });
  it('404 for what belongs to somebody else, before the role and the body are looked at', async () => {
    expect(problem(await stranger.post(path(), undefined, { raw: '{' }))).toEqual([404, 'not_found']);
    expect(problem(await manager.post(path()))).toEqual([404, 'not_found']);
    expect(problem(await stranger.get(`services/subscriptions/${subscription}/`))).toEqual([404, 'not_found']);
    for (const id of ['0', '-1', 'abc', '1.5', '99999999999', '%00'])
      expect(problem(await api.get(`services/subscriptions/${id}/`))[0]).toBe(404);
  });
  it('403 for the wrong role, before the body is looked at', async () => {
    expect(problem(await client.post(path(), undefined, { raw: '{' }))).toEqual([403, 'forbidden']);
    const reader = api.as(await token({ role: 'admin', scopes: ['read'] }));
    expect(problem(await reader.post(path()))).toEqual([403, 'forbidden']);
    expect((await client.get('services/subscriptions/')).body.count).toBe(1);
    expect((await stranger.get('services/subscriptions/')).body.count).toBe(0);
  });
  it('400, 415, 413 and 422 before the state', async () => {
    expect(problem(await api.post(path(), undefined, { raw: '{' }))).toEqual([400, 'malformed']);
    expect(
      problem(await api.post(path(), undefined, { raw: '{}', headers: { 'content-type': 'text/plain' } })),
    ).toEqual([415, 'unsupported_media_type']);
    expect(problem(await api.post(path(), { reason: 'x'.repeat(300_000) }))).toEqual([413, 'too_large']);
    const unknown = await api.post(path(), { reason: 'x', status: 'active' });
    expect(problem(unknown)).toEqual([422, 'invalid_values']);
    expect(unknown.body.errors).toEqual([{ pointer: '/status', message: expect.any(String) }]);
  });
  it('412 before 409', async () => {
    const resume = `services/subscriptions/${subscription}/resume/`;
    const moved = await api.post(resume, undefined, { headers: { 'if-match': '"0"' } });
    expect(problem(moved)).toEqual([412, 'revision_moved']);
    const { headers } = await api.get(`services/subscriptions/${subscription}/`);
    expect(moved.headers.get('etag')).toBe(headers.get('etag'));
    const refused = await api.post(resume);
    expect(problem(refused)).toEqual([409, 'invalid_state']);
    expect(refused.body.current_state).toBe('active');
    expect(problem(await api.post(resume, undefined, { headers: { 'if-match': 'W/"1"' } }))).toEqual([
      400,
      'malformed',
    ]);
  });
  it('answers other methods and addresses as such', async () => {
    const wrong = await api.delete('services/subscriptions/');
    expect(problem(wrong)).toEqual([405, 'method_not_allowed']);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(problem(await api.get('nothing/here/'))).toEqual([404, 'not_found']);
    expect((await api.get('services/subscriptions')).status).toBe(200);
  });
});

describe('bad input', () => {
  it('never appends and never is our fault', async () => {
    const before = await events();
    const site = { account_id: 1, site_id: 11, tier: 'pro' };
    const bad: unknown[] = [
      {},
      [],
      null,
      'text',
      { ...site, tier: 'gold' },
      { ...site, account_id: 0 },
      { ...site, account_id: 1e300 },
      { ...site, site_id: '11' },
      { ...site, monthly_price: -5 },
      { ...site, monthly_price: '-5.00', override_reason: 'x' },
      { ...site, monthly_price: '0.00' },
      { ...site, monthly_price: '1.999', override_reason: 'x' },
      { ...site, monthly_price: '1e5', override_reason: 'x' },
      { ...site, override_reason: '' },
      { ...site, override_reason: 'nul \u0000 in it' },
      { ...site, service_config: { automation: { articles_per_run: 0 } } },
      { ...site, service_config: { unknown: true } },
      { ...site, account_id: 77 },
      { ...site, site_id: 22 },
      { ...site, account_manager_id: 12345 },
      { ...site, tier: 'lite', service_config: { review_required: false } },
      JSON.parse(`${'{"service_config":'.repeat(40)}1${'}'.repeat(40)}`),
    ];
    for (const body of bad) {
      const answer = await api.post('services/subscriptions/', body);
      const [status] = problem(answer);
      expect([400, 422]).toContain(status);
    }
    const raw = [
      '{"tier":',
      '\u00ff',
      '{"a":"\\ud800"}',
      '{"__proto__":{"tier":"pro"}}',
      '"\\u0000"',
      '1e999',
      '{"account_id":1,"account_id":',
    ];
    for (const text of raw)
      expect([400, 422]).toContain(problem(await api.post('services/subscriptions/', undefined, { raw: text }))[0]);
    const queries = [
      'page=0',
      'page=x',
      'page_size=201',
      'ordering=secret',
      'unknown=1',
      'page=1&page=2',
      'status=none',
      'page=%ZZ',
      'site_id=-1',
      'page=1%00',
    ];
    for (const query of queries)
      expect([400, 422]).toContain(problem(await api.get(`services/subscriptions/?${query}`))[0]);
    expect(await events()).toBe(before);
  });

  it('is survived whatever it is', async () => {
    const before = await events();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('services/subscriptions/', 'platform/facts/', 'auth/tokens/', 'ops/flags/'),
        fc.anything({ withNullPrototype: false }),
        async (path, body) => {
          const raw = JSON.stringify(body) ?? '';
          const method = path === 'ops/flags/' ? 'PUT' : 'POST';
          const answer = await api.send(method, path, undefined, { raw: raw === '' ? '{' : raw });
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) problem(answer);
        },
      ),
      { numRuns: 150, seed: 20261124 },
    );
    expect(await events()).toBe(before);
  });

  it('refuses a bad fact by itself and takes the others', async () => {
    const good = fact('ArticlePublished', {
      site_id: 11,
      content_id: 1,
      type: 'post',
      published_at: '2026-06-17T09:00:00Z',
    });
    const batch = [
      good,
      { ...good, id: 'other', data: { site_id: 11 } },
      good,
      { ...good, data: { ...good.data, content_id: 2 } },
      fact('SiteHealthMeasured', { site_id: 4711, completion: 1, authority_score: 1, clusters: [], gaps: [] }),
      7,
    ];
    const { body } = await api.post('platform/facts/', batch);
    expect(body.results.map((result: { outcome: string }) => result.outcome)).toEqual([
      'accepted',
      'refused',
      'duplicate',
      'refused',
      'waiting',
      'refused',
    ]);
    expect(body.results[3].problem).toMatchObject({ code: 'fact_conflict', status: 409 });
    expect((await api.get('platform/facts/orphans/')).body.results[0].waiting_for).toEqual({
      kind: 'site',
      id: 4711,
    });
    await api.post('platform/facts/', [
      fact('SiteRegistered', { site_id: 4711, account_id: 1, domain: 'late.example' }),
    ]);
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect((await api.get('platform/facts/orphans/')).body.count).toBe(0);
  });
});

describe('asking again', () => {
  it('with the same key answers the first answer', async () => {
    const headers = { 'idempotency-key': 'grant-1' };
    const body = { flag: 'managed_services_enabled', account_id: 2, enabled: true, reason: 'pilot' };
    const first = await api.put('ops/flags/', body, { headers });
    const position = await events();
    const again = await api.put('ops/flags/', body, { headers });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('x-event-position')).toBe(first.headers.get('x-event-position'));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await events()).toBe(position);
    expect(problem(await api.put('ops/flags/', { ...body, enabled: false }, { headers }))).toEqual([
      422,
      'idempotency_mismatch',
    ]);
    expect(problem(await api.put('ops/flags/', body, { headers: { 'idempotency-key': 'x'.repeat(256) } }))).toEqual([
      400,
      'malformed',
    ]);
  });
  it('a hundred times at once does it once', async () => {
    const before = await events();
    const all = await Promise.all(
      Array.from({ length: 100 }, () =>
        api.post('auth/tokens/', { role: 'platform' }, { headers: { 'idempotency-key': 'once' } }),
      ),
    );
    const made = all.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(all.every(({ status, body }) => status === 201 || body.code === 'idempotency_in_progress')).toBe(true);
    expect((await events()) - before).toBe(1);
  });
});

describe('reading', () => {
  it('pages with links that keep the filters', async () => {
    const { body } = await api.get('auth/tokens/?page_size=2&ordering=-id');
    expect(body.results).toHaveLength(2);
    expect(body.previous).toBeNull();
    expect(body.next).toBe('/api/v1/auth/tokens/?page_size=2&ordering=-id&page=2');
    const second = (await api.get(body.next)).body;
    expect(second.previous).toContain('page=1');
    expect(second.results[0].id).toBeLessThan(body.results[1].id);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
  it('waits for a position, but not for ever', async () => {
    const changed = await api.put('ops/flags/', {
      flag: 'managed_services_enabled',
      account_id: 9,
      enabled: false,
      reason: 'no',
    });
    const position = changed.headers.get('x-event-position') ?? '';
    expect((await api.get('ops/flags/', { headers: { 'x-min-position': position } })).status).toBe(200);
    const far = await api.get('ops/flags/?min_position=999999999');
    expect(problem(far)).toEqual([503, 'not_yet_visible']);
    expect(far.headers.get('retry-after')).toBe('1');
  });
  it('answers 404 where a flag has switched it off', async () => {
    await api.put('ops/flags/', { flag: 'managed_services_enabled', account_id: 1, enabled: false, reason: 'no' });
    expect((await client.get(`services/subscriptions/${subscription}/`)).status).toBe(404);
    await api.put('ops/flags/', { flag: 'managed_services_enabled', account_id: 1, enabled: true, reason: 'yes' });
    expect((await client.get(`services/subscriptions/${subscription}/`)).status).toBe(200);
  });
  it('revokes tokens at once', async () => {
    const made = (await api.post('auth/tokens/', { role: 'platform' })).body;
    const other = api.as(made.token);
    expect((await other.get('platform/work-requests/')).status).toBe(200);
    expect((await api.delete(`auth/tokens/${made.id}/`)).status).toBe(204);
    expect((await other.get('platform/work-requests/')).status).toBe(401);
  });
});

describe('around the API', () => {
  it('describes itself: every route, with security, problems and no foreign host', async () => {
    const { body } = await api.get('/openapi.json', { token: null });
    expect(body.openapi).toBe('3.1.0');
    for (const { path, method, page } of api.running.app.routes) {
      if (page) continue;
      const operation = body.paths[path][method];
      expect(operation.security).toBeDefined();
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    }
    const docs = await api.get('/docs', { token: null });
    expect(docs.status).toBe(200);
    expect(docs.body).not.toMatch(/https?:\/\//);
    expect((await api.get('/docs/assets/swagger-ui-bundle.js', { token: null })).status).toBe(200);
    expect((await api.get('/docs/problems/invalid_state', { token: null })).body).toContain('409');
  });
  it('tells how it is', async () => {
    expect((await api.get('/healthz', { token: null })).status).toBe(200);
    expect((await api.get('/readyz', { token: null })).body.ready).toBe(true);
    const metrics = (await api.get('/metrics', { token: null })).body as string;
    expect(metrics).toContain(
      'http_requests_total{method="GET",route="/api/v1/services/subscriptions/{id}/",status="200"}',
    );
    expect(metrics).toContain('projection_lag_events');
    const { body } = await api.get('ops/jobs/');
    expect(body.results.map((job: { job: string }) => job.job)).toContain('check_delivery_status');
  });
  it('keeps request ids and limits rates', async () => {
    const named = await api.get('/healthz', { headers: { 'x-request-id': 'mine-1' } });
    expect(named.headers.get('x-request-id')).toBe('mine-1');
    const limited = await sandboxApi('2026-06-17T08:00:00Z', { RATE_LIMIT_PER_MINUTE: '3' });
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await limited.get('ops/flags/'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('3');
    await limited.stop();
  });
});
