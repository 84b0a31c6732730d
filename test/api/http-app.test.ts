import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createJwtVerifier } from '#adapters/platform-jwt';
import { createApp } from '#api/http/app';
import { PROBLEMS } from '#api/http/problem';
import { defineRoute, type Route } from '#api/http/routes';
import { instantOf, plusMs } from '#domain/kernel/time';
import { httpWorld } from './http-world.ts';

const NOTES = '/api/v1/demo/notes/';

describe('who is calling', () => {
  test('only a living token of this environment', async () => {
    const { call, tokens, token, clock } = httpWorld();
    const status = async (text: string) => (await call('GET', NOTES, { headers: { Authorization: text } })).status;
    expect(await status('Bearer igny8_test_1_secret_of_admin')).toBe(200);
    expect(await status('bearer igny8_test_1_secret_of_admin')).toBe(200);
    for (const text of [
      'Bearer igny8_test_1_secret_of_client',
      'Bearer igny8_prod_1_secret_of_admin',
      'Bearer igny8_test_99_secret_of_admin',
      'Bearer igny8_test_99999999999_secret_of_admin',
      'Bearer igny8_test_1_',
      'Basic igny8_test_1_secret_of_admin',
      'Bearer',
      'Bearer a.b.c',
      'x',
    ])
      expect(await status(text)).toBe(401);
    tokens.set(1, token('admin', { expiresAt: plusMs(clock.now(), 1) }));
    expect(await status('Bearer igny8_test_1_secret_of_admin')).toBe(200);
    clock.set(plusMs(clock.now(), 1));
    expect(await status('Bearer igny8_test_1_secret_of_admin')).toBe(401);
    tokens.set(1, token('admin', { revokedAt: clock.now() }));
    expect(await status('Bearer igny8_test_1_secret_of_admin')).toBe(401);
  });

  test('the secret given to the first start is a token as it stands', async () => {
    const world = httpWorld();
    const find = async () => null;
    const { call } = httpWorld({ tokens: { find, bootstrap: async () => world.token('admin') } });
    const status = async (text: string) => (await call('GET', NOTES, { headers: { Authorization: text } })).status;
    expect(await status('Bearer secret_of_admin')).toBe(200);
    expect(await status('Bearer secret_of_client')).toBe(401);
  });

  test('a JWT of the platform, by its own keys and pinned algorithms', async () => {
    const pair = await generateKeyPair('ES256');
    const other = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' };
    const server = createServer((request, response) => {
      const own = request.url === '/.well-known/openid-configuration';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(own ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    try {
      const clock = { now: () => instantOf(Date.UTC(2026, 10, 20)) };
      const now = Date.UTC(2026, 10, 20) / 1000;
      const verifyJwt = createJwtVerifier({ issuer, audience: 'igny8', clock });
      const claims = { role: 'client', account_id: 10, sub: '77', iss: issuer, aud: 'igny8', exp: now + 60 };
      const sign = (change: object, key = pair.privateKey) =>
        new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(key);
      expect(await verifyJwt(await sign({}))).toMatchObject({
        role: 'client',
        accountId: 10,
        userId: 77,
        name: 'jwt-77',
      });
      expect(await verifyJwt(await sign({ scope: 'read' }))).toMatchObject({ scopes: ['read'] });
      const { call } = httpWorld({ verifyJwt });
      const as = (token: string) => call('GET', NOTES, { headers: { Authorization: `Bearer ${token}` } });
      expect((await as(await sign({}))).json.count).toBe(1);
      const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
      const bad = [
        await sign({}, other.privateKey),
        await sign({ exp: now - 1 }),
        await sign({ exp: undefined }),
        await sign({ iss: 'https://elsewhere.example' }),
        await sign({ aud: 'other' }),
        await sign({ role: 'root' }),
        await sign({ account_id: undefined }),
        await sign({ account_id: '10' }),
        await sign({ role: 'account_manager', sub: 'someone' }),
        new UnsecuredJWT(claims).encode(),
        await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret),
        `${await sign({})}x`,
      ];
      for (const token of bad) expect((await as(token)).status).toBe(401);
      const away = createJwtVerifier({ issuer, jwksUrl: 'http://127.0.0.1:1/keys', clock });
      const { call: ask } = httpWorld({ verifyJwt: away });
      const answer = await ask('GET', NOTES, { headers: { Authorization: `Bearer ${await sign({})}` } });
      expect(answer.status).toBe(503);
    } finally {
      server.close();
    }
  });
});

describe('rates', () => {
  const slow = { limits: { ratePerMinute: 3, bodyBytes: 1000, trustedProxies: 1 } };
  test('per token and account, with headers on every answer', async () => {
    const { call, pass, tokens, token } = httpWorld(slow);
    tokens.set(6, token('client', { id: 6 }));
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await call('GET', NOTES, { as: 'client' })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const other = { Authorization: 'Bearer igny8_test_6_secret_of_client' };
    const refused = await call('GET', NOTES, { headers: other });
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-remaining')]).toEqual([
      429,
      '20',
      '0',
    ]);
    expect((await call('GET', NOTES, { as: 'admin' })).headers.get('ratelimit-remaining')).toBe('2');
    pass(20_000);
    const again = await call('GET', NOTES, { headers: other });
    expect([again.status, again.headers.get('ratelimit-limit'), again.headers.get('ratelimit-reset')]).toEqual([
      200,
      '3',
      '60',
    ]);
  });

  test('per address where nobody is named, also for tokens that are refused', async () => {
    const { call } = httpWorld(slow);
    const from = (ip: string) => ({ headers: { 'X-Forwarded-For': `6.6.6.6, ${ip}` } });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await call('GET', NOTES, from('1.1.1.1'))).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await call('GET', NOTES, from('1.1.1.2'))).status).toBe(401);
    for (let i = 0; i < 3; i++) expect((await call('GET', '/nowhere/', from('1.1.1.3'))).status).toBe(404);
    expect((await call('GET', '/nowhere/', from('1.1.1.3'))).status).toBe(429);
    for (let i = 0; i < 5; i++) expect((await call('GET', '/healthz', from('1.1.1.3'))).status).toBe(200);
  });

  const junk = (n: number) => ({
    headers: { Authorization: `Bearer igny8_test_1_junk${n}`, 'X-Forwarded-For': '1.1.1.1' },
  });
  const valid = { as: 'admin' as const, headers: { 'X-Forwarded-For': '1.1.1.1' } };

  test('refused tokens use up nothing of valid callers behind the same address, and guessing is 429', async () => {
    const { call, tokens, token } = httpWorld({ limits: { ratePerMinute: 5, bodyBytes: 1000, trustedProxies: 1 } });
    tokens.set(6, token('client', { id: 6 }));
    expect((await call('GET', NOTES, valid)).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++) statuses.push((await call('GET', NOTES, junk(n))).status);
    expect(statuses).toEqual([...Array(5).fill(401), ...Array(25).fill(429)]);
    const refused = await call('GET', NOTES, junk(0));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // One that has called before, and one that calls for the first time, each with its whole rate.
    const known = await call('GET', NOTES, valid);
    expect([known.status, known.headers.get('ratelimit-remaining')]).toEqual([200, '3']);
    const headers = { Authorization: 'Bearer igny8_test_6_secret_of_client', 'X-Forwarded-For': '1.1.1.1' };
    const first = await call('GET', NOTES, { headers });
    expect([first.status, first.headers.get('ratelimit-remaining')]).toEqual([200, '4']);
  });

  test('guesses without end are not even looked up; whoever is known goes on, until revoked', async () => {
    const reads: number[] = [];
    const world = httpWorld();
    const { call, clock } = httpWorld({
      limits: { ratePerMinute: 5, bodyBytes: 1000, trustedProxies: 1 },
      tokens: {
        find: async (id) => {
          reads.push(id);
          return world.tokens.get(id) ?? null;
        },
      },
    });
    expect((await call('GET', NOTES, valid)).status).toBe(200);
    for (let n = 0; n < 400; n++) expect([401, 429]).toContain((await call('GET', NOTES, junk(n))).status);
    expect(reads.length).toBeLessThanOrEqual(1 + 5 + 5 * 20);
    expect((await call('GET', NOTES, valid)).status).toBe(200);
    world.tokens.set(1, world.token('admin', { revokedAt: clock.now() }));
    expect((await call('GET', NOTES, valid)).status).toBe(429);
    expect((await call('GET', NOTES, { as: 'admin' as const })).status).toBe(401);
  });
});

describe('what goes around a request', () => {
  test('request id, trace, log line, metrics, secure headers', async () => {
    const { call, lines } = httpWorld();
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const headers = { 'X-Request-Id': 'mine', traceparent, Cookie: 'c=1' };
    const answer = await call('POST', `${NOTES}1/touch/?min_position=5`, { as: 'client', headers });
    expect(answer.json).toEqual({ trace: traceparent });
    expect(answer.headers.get('x-request-id')).toBe('mine');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age/);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields).toMatchObject({
      request_id: 'mine',
      route: `${NOTES}{id}/touch/`,
      status: 200,
      caller: 'token-2',
    });
    expect(JSON.stringify(lines)).not.toMatch(/secret|c=1|min_position/);
    const odd = await call('GET', '/nowhere/', { headers: { 'X-Request-Id': 'x'.repeat(129), traceparent: 'junk' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const { text } = await call('GET', '/metrics');
    expect(text).toContain(`http_requests_total{method="POST",route="${NOTES}{id}/touch/",status="200"} 1`);
    expect(text).toContain('route="unmatched",status="404"');
    expect(text).toContain('http_request_duration_seconds_bucket');
  });

  test('probes', async () => {
    const { call } = httpWorld({ readiness: async () => ({ ready: false, checks: { store: 'away' } }) });
    expect((await call('GET', '/healthz/')).status).toBe(200);
    const ready = await call('GET', '/readyz');
    expect([ready.status, ready.json]).toEqual([503, { ready: false, checks: { store: 'away' } }]);
  });

  test('a read waits for the position it names', async () => {
    const { call } = httpWorld();
    expect((await call('GET', `${NOTES}?min_position=50`, { as: 'admin' })).status).toBe(200);
    const behind = await call('GET', `${NOTES}1/`, { as: 'admin', headers: { 'X-Min-Position': '51' } });
    expect([behind.status, behind.json.code, behind.headers.get('retry-after')]).toEqual([503, 'not_yet_visible', '1']);
    expect((await call('GET', `${NOTES}?min_position=-1`, { as: 'admin' })).status).toBe(400);
  });

  test('lists link to their neighbours and keep the other parameters', async () => {
    const { call } = httpWorld();
    const first = (await call('GET', `${NOTES}?page_size=1&ordering=-id`, { as: 'admin' })).json;
    expect(first).toMatchObject({ count: 2, previous: null, next: `${NOTES}?page_size=1&ordering=-id&page=2` });
    const second = (await call('GET', first.next, { as: 'admin' })).json;
    expect(second).toMatchObject({ next: null, previous: `${NOTES}?page_size=1&ordering=-id&page=1` });
    expect((await call('GET', `${NOTES}1`, { as: 'admin' })).headers.get('etag')).toBe('"3"');
    expect((await call('HEAD', `${NOTES}1/`, { as: 'admin' })).status).toBe(200);
  });
});

describe('what does not start', () => {
  const ok = {
    ...({ method: 'post', path: '/api/v1/x/', operationId: 'x', tag: 't', summary: 's', roles: ['admin'] } as const),
    answers: [{ status: 204, description: 'done' }],
    handle: async () => ({ status: 204 }) as const,
  };
  const start = (...routes: object[]) => createApp(httpWorld().deps, [{ name: 'x', routes: routes as Route[] }]);
  const fresh = (...routes: object[]) => {
    const { deps } = httpWorld();
    deps.metrics.clear();
    return () => createApp(deps, [{ name: 'x', routes: routes as Route[] }]);
  };
  test('a route that says too little or contradicts itself', () => {
    expect(fresh(defineRoute(ok))).not.toThrow();
    expect(start).toThrow();
    const { roles: _, ...noRoles } = ok;
    expect(fresh(noRoles)).toThrow('declares no role');
    expect(fresh({ ...ok, roles: [] })).toThrow('declares no role');
    expect(fresh(ok, { ...ok, operationId: 'y' })).toThrow('declared twice');
    expect(fresh(ok, { ...ok, path: '/api/v1/y/' })).toThrow('repeats the operation id');
    expect(fresh({ ...ok, path: '/api/v1/x' })).toThrow('does not end in /');
    expect(fresh({ ...ok, body: z.object({ a: z.string() }) })).toThrow('neither strict nor loose');
    expect(fresh({ ...ok, body: z.strictObject({ a: z.array(z.object({})) }) })).toThrow('neither strict nor loose');
    expect(fresh({ ...ok, query: z.object({}) })).toThrow('not a strict object');
    expect(fresh({ ...ok, body: z.strictObject({ a: z.string() }), bodyExample: {} })).toThrow('example');
  });
});

describe('documents', () => {
  test('OpenAPI 3.1 with every route, security, examples and problems', async () => {
    const { call, app } = httpWorld();
    const document = (await call('GET', '/openapi.json')).json;
    expect(document.openapi).toBe('3.1.0');
    for (const route of app.routes) {
      const operation = document.paths[route.path]?.[route.method];
      expect(operation, route.path).toBeDefined();
      expect(operation.security).toEqual(route.roles === 'public' ? [] : [{ bearer: [] }]);
      expect(operation.operationId).toBe(route.operationId);
      const contents = (message: { content?: Record<string, Record<string, unknown>> }) =>
        Object.values(message?.content ?? {});
      for (const answer of route.answers.filter(({ status }) => status !== 204))
        for (const content of contents(operation.responses[answer.status])) expect(content).toHaveProperty('example');
      if (route.body) for (const content of contents(operation.requestBody)) expect(content).toHaveProperty('example');
      expect(operation.responses['429']).toEqual({ $ref: '#/components/responses/Problem429' });
      if (route.roles !== 'public')
        for (const status of ['401', '403', '422', '503']) expect(operation.responses[status]).toBeDefined();
    }
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    for (const reference of new Set(references)) {
      const path = reference.slice(8, -1).split('/').slice(1);
      expect(
        path.reduce((at, part) => at?.[part], document),
        reference,
      ).toBeDefined();
    }
    const query = document.paths[NOTES].get.parameters.find(({ name }: { name: string }) => name === 'page_size');
    expect(query.schema).toMatchObject({ type: 'integer', maximum: 200 });
    const body = document.paths[NOTES].post.requestBody;
    expect(body).toMatchObject({ required: true, content: { 'application/json': { example: { text: 'hello' } } } });
    expect(body.content['application/json'].schema.additionalProperties).toBe(false);
    expect(document.components.responses.Problem404.content).toHaveProperty(['application/problem+json', 'example']);
  });

  test('pages load nothing from elsewhere', async () => {
    const { call } = httpWorld();
    const page = await call('GET', '/docs');
    expect(page.text).not.toMatch(/https?:|\/\/[a-z]/i);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const answer = await call('GET', file);
      expect(answer.status).toBe(200);
      expect(answer.text.length).toBeGreaterThan(50);
    }
    expect((await call('GET', '/docs/assets/start.js')).text).not.toMatch(/https?:/);
    for (const name of ['package.json', '..%2fpackage.json', 'toString'])
      expect((await call('GET', `/docs/assets/${name}`)).status).toBe(404);
    for (const code of Object.keys(PROBLEMS)) expect((await call('GET', `/docs/problems/${code}`)).status).toBe(200);
    expect((await call('GET', '/docs/problems/constructor/')).status).toBe(404);
  });
});
