import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '#domain/platform/access-token';
import { bearer, httpWorld } from './http-world.ts';

const NOTES = '/api/v1/demo/notes/';

describe('order of checks', () => {
  const world = httpWorld();
  const good = { text: 'x' };
  const cases: [string, number, string, string, Parameters<typeof world.call>[2]][] = [
    ['no token, nothing there, bad body', 401, 'PATCH', `${NOTES}99/`, { raw: '{' }],
    ['foreign thing, forbidden role, bad body', 404, 'PATCH', `${NOTES}2/`, { as: 'client', raw: '{' }],
    ['an id that is none', 404, 'PATCH', `${NOTES}2147483648/`, { as: 'admin', raw: '{' }],
    ['an id with a leading zero', 404, 'GET', `${NOTES}01/`, { as: 'admin' }],
    ['own thing, forbidden role, bad body', 403, 'PATCH', `${NOTES}1/`, { as: 'client', raw: '{' }],
    ['bad JSON before bad values', 400, 'PATCH', `${NOTES}1/?nope=1`, { as: 'admin', raw: '{' }],
    [
      'bad If-Match before bad values',
      400,
      'PATCH',
      `${NOTES}1/`,
      { as: 'admin', body: {}, headers: { 'If-Match': 'W/"3"' } },
    ],
    ['bad query encoding', 400, 'GET', `${NOTES}?page=%zz`, { as: 'admin' }],
    [
      'wrong content type',
      415,
      'PATCH',
      `${NOTES}1/`,
      { as: 'admin', raw: 'x', headers: { 'Content-Type': 'text/plain' } },
    ],
    ['too large', 413, 'PATCH', `${NOTES}1/`, { as: 'admin', raw: `"${'x'.repeat(262_144)}"` }],
    [
      'bad values before the revision',
      422,
      'PATCH',
      `${NOTES}1/`,
      { as: 'admin', body: {}, headers: { 'If-Match': '"9"' } },
    ],
    ['revision before state', 412, 'PATCH', `${NOTES}1/`, { as: 'admin', body: good, headers: { 'If-Match': '"9"' } }],
    ['state', 409, 'PATCH', `${NOTES}1/`, { as: 'admin', body: good, headers: { 'If-Match': '"3"' } }],
    ['any revision', 409, 'PATCH', `${NOTES}1`, { as: 'admin', body: good, headers: { 'If-Match': '*' } }],
    ['unknown address', 404, 'GET', '/api/v1/nothing/', { as: 'admin' }],
    ['wrong method', 405, 'PUT', `${NOTES}1/`, { as: 'admin' }],
  ];
  test.each(cases)('%s: %i', async (_, status, method, path, options) => {
    const answer = await world.call(method, path, options);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.json).toMatchObject({
      status,
      type: `https://api.example.com/docs/problems/${answer.json.code}`,
      instance: path.split('?')[0],
      request_id: answer.headers.get('x-request-id'),
    });
    expect(Object.keys(answer.json)).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id', 'errors']),
    );
  });

  test('headers that go with a status', async () => {
    expect((await world.call('PUT', `${NOTES}1/`)).headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH');
    expect((await world.call('GET', NOTES)).headers.get('www-authenticate')).toMatch(/^Bearer /);
    const state = await world.call('PATCH', `${NOTES}1/`, { as: 'admin', body: good });
    expect(state.json.current_state).toBe('closed');
  });

  test('scope and gate', async () => {
    const { call, tokens, token } = httpWorld();
    tokens.set(1, token('admin', { scopes: ['read'] }));
    expect((await call('POST', NOTES, { as: 'admin', body: good })).status).toBe(403);
    const refused = await call('GET', '/api/v1/demo/gated/', { as: 'client' });
    expect([refused.status, refused.json.code, refused.json.upgrade_to]).toEqual([403, 'feature_not_in_plan', 'scale']);
    expect((await call('GET', '/api/v1/demo/gated/', { as: 'agency' })).status).toBe(200);
    expect((await call('GET', '/api/v1/demo/gated/', { as: 'admin' })).status).toBe(200);
  });

  test('who sees what', async () => {
    const seen: Record<string, number> = {};
    for (const role of ['admin', 'client', 'agency', 'account_manager', 'platform'] as Role[])
      seen[role] = (await world.call('GET', NOTES, { as: role })).json.count;
    expect(seen).toEqual({ admin: 2, client: 1, agency: 1, account_manager: 0, platform: 2 });
  });
});

describe('what is sent', () => {
  const { call, app } = httpWorld();
  const pointers = async (path: string, options: Parameters<typeof call>[2], method = 'POST') => {
    const answer = await call(method, path, { as: 'admin', ...options });
    expect(answer.status).toBe(422);
    return answer.json.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
  };

  test('pointers to what is wrong', async () => {
    expect(await pointers(NOTES, { body: { text: 1, nope: 1, tags: [{ name: 'a', 'x/y~': 1 }] } })).toEqual([
      '/nope',
      '/tags/0/x~1y~0',
      '/text',
    ]);
    expect(await pointers(NOTES, {})).toEqual(['/text']);
    expect(await pointers(`${NOTES}1/touch/`, { body: { a: 1 } })).toEqual(['/a']);
    expect(await pointers(`${NOTES}?page=0&page_size=201&nope=1&ordering=secret`, {}, 'GET')).toEqual([
      '/query/nope',
      '/query/ordering',
      '/query/page',
      '/query/page_size',
    ]);
    expect(await pointers(`${NOTES}?page=1&page=2`, {}, 'GET')).toEqual(['/query/page']);
  });

  test('what no store keeps', async () => {
    expect(await pointers(NOTES, { raw: '{"text":"a\\u0000"}' })).toEqual(['/text']);
    expect(await pointers(NOTES, { raw: '{"text":"\\ud800"}' })).toEqual(['/text']);
    expect(await pointers(NOTES, { raw: '{"text":"a","__proto__":{"x":1}}' })).toEqual(['/__proto__']);
    expect(await pointers(NOTES, { raw: '{"text":"a","weight":1e999}' })).toEqual(['/weight']);
    expect((await pointers(NOTES, { raw: `{"text":${'['.repeat(5000)}${']'.repeat(5000)}}` }))[0]).toContain(
      '/text/0/0',
    );
    expect(await pointers(`${NOTES}?tag=%00`, {}, 'GET')).toEqual(['/query/tag']);
  });

  test('a body is left out where nothing in it is needed', async () => {
    expect((await call('POST', `${NOTES}1/touch/`, { as: 'client' })).status).toBe(200);
    expect((await call('POST', `${NOTES}1/touch`, { as: 'client', body: {} })).status).toBe(200);
  });

  test('lists may be given more than once, other types of content have their own limit', async () => {
    expect((await call('GET', `${NOTES}?tag=a&tag=b`, { as: 'admin' })).status).toBe(200);
    const zip = { raw: new Uint8Array(1024), headers: { 'Content-Type': 'application/zip' } };
    expect((await call('POST', '/api/v1/demo/upload/', zip)).json).toEqual({ size: 1024 });
    expect((await call('POST', '/api/v1/demo/upload/', { ...zip, raw: new Uint8Array(1025) })).status).toBe(413);
    expect((await call('POST', '/api/v1/demo/upload/', { body: {} })).status).toBe(415);
  });

  test('a chunked body is counted as it comes', async () => {
    let pulled = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
        if (pulled > 1000) controller.close();
      },
    });
    const headers = { ...bearer('admin'), 'Content-Type': 'application/json' };
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit;
    expect((await app.request(NOTES, init)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  test('trouble inside tells nothing, and a store that is away says when to come again', async () => {
    const { call: ask, lines } = httpWorld();
    const inside = await ask('GET', '/api/v1/demo/broken/code/', { as: 'admin' });
    expect([inside.status, inside.json.code]).toEqual([500, 'internal']);
    expect(inside.text).not.toContain('secret inside');
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { request_id: inside.json.request_id } });
    for (const what of ['store', 'driver', 'connection', 'pool', 'limit']) {
      const away = await ask('GET', `/api/v1/demo/broken/${what}/`, { as: 'admin' });
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
    }
    for (const what of ['busy', 'moved', 'deadlock']) {
      const busy = await ask('GET', `/api/v1/demo/broken/${what}/`, { as: 'admin' });
      expect([busy.status, busy.json.code, busy.headers.get('retry-after')]).toEqual([503, 'busy', '1']);
    }
  });

  test('no input is ever a 500', async () => {
    const world = httpWorld({ limits: { ratePerMinute: 1e9, bodyBytes: 2000 } });
    const nasty = fc.constantFrom(
      '\u0000',
      '\ud800',
      '%',
      '%zz',
      '__proto__',
      'constructor',
      '1e999',
      '-0',
      '9'.repeat(40),
      '..',
    );
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 3000 }),
      fc
        .dictionary(
          fc.oneof(fc.string(), nasty),
          fc.anything().map((value) => fc.stringify(value)),
        )
        .map((value) => JSON.stringify(value)),
    );
    const ascii = (text: string) => text.replace(/[^\x21-\x7e]/g, '');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT'),
        fc.oneof(fc.constantFrom('1', '2', '99'), nasty, fc.string()),
        fc.oneof(nasty, fc.string(), fc.constantFrom('page=1', 'min_position=x')),
        body,
        fc.constantFrom('application/json', 'application/json; charset=latin1', 'text/plain', ''),
        fc.oneof(fc.constant(undefined), fc.string()),
        async (method, id, query, raw, type, header) => {
          const odd = header === undefined ? {} : { 'If-Match': ascii(header), 'Idempotency-Key': ascii(header) };
          const path = `${NOTES}${id.replace(/[/?#\\]/g, '').toString()}/?${query.replaceAll('#', '')}`;
          const content = method === 'GET' ? {} : { raw };
          const answer = await world.call(method, path, {
            as: 'admin',
            ...content,
            headers: { 'Content-Type': type, ...odd },
          });
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) expect(answer.type).toBe('application/problem+json');
        },
      ),
      { numRuns: 600 },
    );
  });
});
