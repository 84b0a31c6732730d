import { createPublicKey, verify } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, type Answer, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { append, FUNCTIONS, release, type Tree, zipOf } from '../fixtures.ts';

const BASE = 'plugins/igny8-seo/';
const agent = (site: string, wp = '6.6.1') => ({ 'user-agent': `WordPress/${wp}; ${site}` });

let api: SandboxApi;
beforeAll(async () => {
  api = await sandboxApi('2026-06-17T08:00:00Z', { PUBLIC_URL: 'https://business.igny8.example' });
});
afterAll(() => api.stop());

async function upload(tree: Tree): Promise<Answer> {
  const response = await fetch(`${api.url}/api/v1/${BASE}releases/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/zip' },
    body: new Uint8Array(zipOf(tree)),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
async function published(version: string, share = 100, demands: Parameters<typeof release>[1] = {}) {
  expect((await upload(release(version, demands))).status).toBe(201);
  expect((await api.post(`${BASE}releases/${version}/publish/`, { share })).status).toBe(200);
}
const get = (path: string, headers: Record<string, string> = {}) => api.get(path, { token: null, headers });
const check = async (query: string, headers: Record<string, string> = {}) =>
  (await get(`${BASE}check-update/?${query}`, headers)).body;
const offered = async (query: string, headers?: Record<string, string>) => {
  const { update, version, rollback } = await check(query, headers);
  return update ? `${version}${rollback ? ' back' : ''}` : false;
};
const bytes = async (query = '', headers: Record<string, string> = {}, method = 'GET') => {
  const response = await fetch(`${api.url}/api/v1/${BASE}download/${query}`, { method, headers });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
};

describe('the plugin', () => {
  it('is not there before a release is published', async () => {
    expect((await get(`${BASE}info/`)).status).toBe(404);
    expect((await get(`${BASE}download/`)).status).toBe(404);
    expect(await check('version=1.0.0&php=8.2&wp=6.6')).toEqual({ update: false });
  });

  it('is uploaded as a ZIP, and answered with the checklist', async () => {
    const { status, headers, body } = await upload(release('1.2.0'));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/${BASE}releases/1.2.0/`);
    expect(Object.keys(body).sort()).toEqual([
      'checklist',
      'errors',
      'sha256',
      'signature',
      'size',
      'status',
      'version',
      'warnings',
    ]);
    expect(body).toMatchObject({ version: '1.2.0', status: 'checked', errors: 0, warnings: 0 });
    expect(
      body.checklist.every(
        (item: { severity: string; findings: unknown[] }) => item.severity === 'ok' && item.findings.length === 0,
      ),
    ).toBe(true);
    expect((await upload(release('1.2.0'))).body).toEqual(body);
  });

  it('is kept with its errors, and then not published', async () => {
    const bad = append(release('1.0.9'), FUNCTIONS, 'eval( $x );\n');
    const { status, body } = await upload(bad.tree);
    expect([status, body.errors]).toEqual([201, 1]);
    expect(body.checklist.find(({ item }: { item: string }) => item === 'eval')).toEqual({
      item: 'eval',
      severity: 'error',
      findings: [{ file: FUNCTIONS, line: bad.line, message: 'eval runs code that nobody can review' }],
    });
    expect(await api.post(`${BASE}releases/1.0.9/publish/`)).toMatchObject({
      status: 409,
      body: { code: 'checklist_errors' },
    });
    expect((await upload(release('1.0.9'))).body).toMatchObject({ errors: 0, status: 'checked' });
  });

  it('is refused where the archive attacks, with the name of the part', async () => {
    const { status, body } = await upload({ ...release('1.2.0'), 'igny8-seo/../evil.php': 'x' });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '', message: expect.stringContaining('igny8-seo/../evil.php') }]);
  });

  it('takes archives alone, of 20 MiB at most, from admins', async () => {
    const send = (body: Uint8Array<ArrayBuffer>, type: string, token: string | null = ADMIN) =>
      fetch(`${api.url}/api/v1/${BASE}releases/`, {
        method: 'POST',
        headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
        body,
      }).then(({ status }) => status);
    expect(await send(new Uint8Array(10), 'application/json')).toBe(415);
    expect(await send(new Uint8Array(20 * 1024 * 1024 + 1), 'application/zip')).toBe(413);
    expect(await send(new Uint8Array(10), 'application/zip')).toBe(422);
    expect(await send(new Uint8Array(10), 'application/zip', null)).toBe(401);
  });

  it('is told of as WordPress and update checkers read it', async () => {
    expect((await api.post(`${BASE}releases/1.2.0/publish/`, {})).status).toBe(200);
    const { status, headers, body } = await get(
      `${BASE}info/?installed_version=1.0&checking_for_updates=1&locale=de_DE&php=7.2`,
    );
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toMatch(/^public, max-age=300/);
    const own = 'https://business.igny8.example/api/v1/plugins/igny8-seo/';
    // What WordPress's plugin-install.php and the update checker read, field by field.
    expect(body).toMatchObject({
      name: 'IGNY8 SEO',
      slug: 'igny8-seo',
      version: '1.2.0',
      author: '<a href="https://alorig.example/">Alorig</a>',
      author_homepage: 'https://alorig.example/',
      requires: '6.0',
      tested: '6.6',
      requires_php: '7.4',
      requires_plugins: [],
      rating: 0,
      num_ratings: 0,
      active_installs: 0,
      last_updated: '2026-06-17 8:00am GMT',
      added: '2026-06-17',
      homepage: 'https://igny8.example/plugin/',
      short_description: 'Publishes what IGNY8 writes, where and when you have agreed to it.',
      download_link: `${own}download/?version=1.2.0`,
      download_url: `${own}download/?version=1.2.0`,
      banners: { low: `${own}assets/1.2.0/banner-772x250.png/`, high: `${own}assets/1.2.0/banner-1544x500.png/` },
      icons: { '1x': `${own}assets/1.2.0/icon-128x128.png/`, '2x': `${own}assets/1.2.0/icon-256x256.png/` },
      versions: { '1.2.0': `${own}download/?version=1.2.0` },
      tags: { seo: 'seo', content: 'content', publishing: 'publishing' },
      contributors: { alorig: { profile: 'https://profiles.wordpress.org/alorig/' } },
      upgrade_notice: 'Pictures come along.',
    });
    expect(Object.keys(body.sections)).toEqual(['description', 'installation', 'faq', 'changelog', 'screenshots']);
    expect(body.sections.description).toContain('<strong>IGNY8</strong> writes');
    expect(body.sections.changelog).toContain('<h4>1.2.0</h4>');
    expect(body.screenshots[3]).toEqual({ src: `${own}assets/1.2.0/screenshot-3.png/`, caption: 'The queue' });
    const etag = headers.get('etag') ?? '';
    expect((await get(`${BASE}info/`, { 'if-none-match': etag })).status).toBe(304);
    const icon = await fetch(`${api.url}/api/v1/${BASE}assets/1.2.0/icon-128x128.png/`);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await get(`${BASE}assets/1.2.0/readme.txt/`)).status).toBe(404);
  });

  it('is signed, and the signature can be checked by anybody', async () => {
    const { body: info } = await get(`${BASE}info/`);
    const { body } = await bytes().then(({ body }) => ({ body }));
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(body).digest('hex')).toBe(info.sha256);
    const text = `igny8-business plugin release v1\nigny8-seo\n1.2.0\n${info.sha256}\n${info.size}\n`;
    const keys = (await api.get('audit/keys/')).body;
    const known = (keys.results ?? keys.keys ?? keys).find(({ key_id }: { key_id: string }) => key_id === info.key_id);
    const key = createPublicKey({ key: Buffer.from(known.public_key, 'base64'), format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(text), key, Buffer.from(info.signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(text.replace('1.2.0', '1.2.1')), key, Buffer.from(info.signature, 'base64'))).toBe(
      false,
    );
  });

  it('answers a site that asks for updates field by field', async () => {
    const own = 'https://business.igny8.example/api/v1/plugins/igny8-seo/';
    expect(await check('version=1.1.0&php=8.2.1&wp=6.6')).toEqual({
      update: true,
      id: 'https://business.igny8.example/',
      slug: 'igny8-seo',
      plugin: 'igny8-seo/igny8-seo.php',
      name: 'IGNY8 SEO',
      version: '1.2.0',
      new_version: '1.2.0',
      url: 'https://igny8.example/plugin/',
      homepage: 'https://igny8.example/plugin/',
      package: `${own}download/?version=1.2.0`,
      download_url: `${own}download/?version=1.2.0`,
      requires: '6.0',
      tested: '6.6',
      requires_php: '7.4',
      requires_plugins: [],
      icons: { '1x': `${own}assets/1.2.0/icon-128x128.png/`, '2x': `${own}assets/1.2.0/icon-256x256.png/` },
      banners: { low: `${own}assets/1.2.0/banner-772x250.png/`, high: `${own}assets/1.2.0/banner-1544x500.png/` },
      banners_rtl: {},
      translations: [],
      upgrade_notice: 'Pictures come along.',
      last_updated: '2026-06-17 8:00am GMT',
      rollback: false,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: expect.any(Number),
      signature: expect.any(String),
      key_id: expect.any(String),
    });
    expect(await check('version=1.2.0&php=8.2&wp=6.6')).toEqual({ update: false });
    const legacy = await api.send(
      'GET',
      '/api/plugins/igny8-seo/check-update/?version=0.3&site=https%3A%2F%2Fa.example&license=x',
      undefined,
      { token: null },
    );
    expect([legacy.status, legacy.body.new_version]).toEqual([200, '1.2.0']);
    const bare = await api.send('GET', '/api/plugins/igny8-seo/check-update', undefined, { token: null });
    expect(bare.body.new_version).toBe('1.2.0');
    expect((await api.send('GET', '/api/plugins/other/check-update/', undefined, { token: null })).status).toBe(404);
  });

  it('offers each site the newest that it can run: a fresh install, an old version, a site behind PHP 7.2', async () => {
    await published('1.0.9', 100, { php: '7.2' });
    await published('1.10.0', 100, { php: '8.0' });
    expect(await offered('php=8.2&wp=6.6')).toBe('1.10.0');
    expect(await offered('version=0.1&php=8.2&wp=6.6')).toBe('1.10.0');
    expect(await offered('version=0.9&php=7.2.34&wp=6.6')).toBe('1.0.9');
    expect(await offered('version=1.0.9&php=7.2.34&wp=6.6')).toBe(false);
    expect(await offered('version=1.0.9&php=7.4.33&wp=6.6')).toBe('1.2.0');
    expect(await offered('version=1.0.9&php=8.2&wp=5.8')).toBe(false);
    expect(await offered('version=1.0.9&php=8.2', agent('https://a.example', '5.8'))).toBe(false);
    expect(await offered('version=1.10.0&php=8.2&wp=6.6')).toBe(false);
    expect(await offered(`version=${'9'.repeat(200)}&php=8.2&wp=6.6&version=1.0`)).toBe('1.10.0');
  });

  it('survives Range, If-None-Match, HEAD and a connection that is cut', async () => {
    const { body: whole, headers } = await bytes('?version=1.2.0');
    const etag = headers.get('etag') ?? '';
    expect(headers.get('content-disposition')).toBe('attachment; filename="igny8-seo.1.2.0.zip"');
    expect([headers.get('content-type'), headers.get('accept-ranges'), Number(headers.get('content-length'))]).toEqual([
      'application/zip',
      'bytes',
      whole.length,
    ]);
    expect((await bytes('?version=1.2.0', { 'if-none-match': `W/"x", ${etag}` })).status).toBe(304);
    const head = await bytes('?version=1.2.0', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), head.body.length]).toEqual([200, String(whole.length), 0]);
    const part = async (range: string, more: Record<string, string> = {}) => {
      const { status, headers: told, body } = await bytes('?version=1.2.0', { range, ...more });
      return [status, told.get('content-range'), body] as const;
    };
    const size = whole.length;
    expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${size}`, whole.subarray(0, 10)]);
    expect(await part('bytes=100-')).toEqual([206, `bytes 100-${size - 1}/${size}`, whole.subarray(100)]);
    expect(await part('bytes=-7')).toEqual([206, `bytes ${size - 7}-${size - 1}/${size}`, whole.subarray(size - 7)]);
    expect(await part(`bytes=5-${size * 2}`)).toEqual([206, `bytes 5-${size - 1}/${size}`, whole.subarray(5)]);
    expect(await part('bytes=0-9', { 'if-range': etag })).toEqual([206, `bytes 0-9/${size}`, whole.subarray(0, 10)]);
    for (const [range, more] of [
      ['bytes=0-9', { 'if-range': '"other"' }],
      ['bytes=0-1,5-6', {}],
      ['bytes=9-5', {}],
      ['items=0-1', {}],
    ] as const)
      expect(await part(range, more)).toEqual([200, null, whole]);
    expect((await part(`bytes=${size}-`)).slice(0, 2)).toEqual([416, `bytes */${size}`]);
    expect((await part('bytes=-0')).slice(0, 2)).toEqual([416, `bytes */${size}`]);
    expect((await bytes('?version=9.9.9')).status).toBe(404);

    const cut = await cutAfter(2_000);
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.length).toBeLessThan(size);
    const rest = await bytes('?version=1.2.0', { range: `bytes=${cut.length}-`, 'if-range': etag });
    expect(Buffer.concat([cut, rest.body])).toEqual(whole);
  });

  it('is offered to a growing share of sites, the same ones every day, and to nobody without an address', async () => {
    await published('1.11.0', 20);
    const sites = Array.from({ length: 300 }, (_, n) => `https://site${n}.example`);
    const having = async () => {
      const found = new Set<string>();
      for (const site of sites)
        if ((await offered('version=1.10.0&php=8.2&wp=6.6', agent(site))) === '1.11.0') found.add(site);
      return found;
    };
    const first = await having();
    expect(first.size).toBeGreaterThan(30);
    expect(first.size).toBeLessThan(90);
    expect(await offered('version=1.10.0&php=8.2&wp=6.6')).toBe(false);
    await api.advance('2026-06-19T08:00:00Z');
    expect(await having()).toEqual(first);
    const { headers } = await get(`${BASE}check-update/?version=1.10.0&wp=6.6`);
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['private, no-cache', 'User-Agent']);
    expect((await get(`${BASE}info/`)).body.version).toBe('1.10.0');
    expect((await get(`${BASE}info/`, agent([...first][0] ?? ''))).body.version).toBe('1.11.0');

    expect((await api.post(`${BASE}releases/1.11.0/roll-out/`, { share: 60, reason: 'quiet' })).status).toBe(200);
    const more = await having();
    expect([...first].every((site) => more.has(site))).toBe(true);
    expect(more.size).toBeGreaterThan(first.size);
    expect((await api.post(`${BASE}releases/1.11.0/stop/`, { reason: 'a ticket' })).body).toMatchObject({
      share: 60,
      stopped: { by: 'hand', reason: 'a ticket' },
    });
    expect((await having()).size).toBe(0);
    expect((await api.post(`${BASE}releases/1.11.0/roll-out/`, { share: 20, reason: 'it was the theme' })).status).toBe(
      200,
    );
    expect(await having()).toEqual(first);
  });

  it('stops a roll-out by itself when sites report errors', async () => {
    const report = (sites: number, errors: number) =>
      api.post(
        'platform/facts/',
        fact('PluginErrorsReported', { version: '1.11.0', sites, errors }, '2026-06-19T08:00:00Z'),
      );
    expect((await report(2, 19)).body.results[0].outcome).toBe('accepted');
    await api.advance('2026-06-19T08:01:00Z');
    expect((await api.get(`${BASE}releases/1.11.0/`)).body).toMatchObject({
      stopped: null,
      reported: { sites: 2, errors: 19 },
    });
    await report(1, 1);
    await api.post(
      'platform/facts/',
      fact('PluginErrorsReported', { version: '7.7.7', sites: 1, errors: 1 }, '2026-06-19T08:00:00Z'),
    );
    await api.advance('2026-06-19T08:02:00Z');
    expect((await api.get(`${BASE}releases/1.11.0/`)).body).toMatchObject({
      stopped: { by: 'errors', reason: '20 errors of 3 sites since the share was set' },
    });
  });

  it('never offers what was withdrawn, and leads away from it', async () => {
    await published('1.12.0');
    expect(await offered('version=1.10.0&php=8.2&wp=6.6')).toBe('1.12.0');
    expect((await api.post(`${BASE}releases/1.12.0/withdraw/`, { reason: 'breaks menus' })).body).toMatchObject({
      status: 'withdrawn',
      withdrawn_reason: 'breaks menus',
    });
    expect(await offered('version=1.10.0&php=8.2&wp=6.6')).toBe(false);
    expect(await offered('version=1.12.0&php=8.2&wp=6.6')).toBe('1.10.0 back');
    expect(await offered('version=1.12.0&php=7.2.34&wp=6.6')).toBe('1.0.9 back');
    expect((await bytes('?version=1.12.0')).status).toBe(410);
    expect((await get(`${BASE}info/`)).body.versions).not.toHaveProperty('1.12.0');
    await published('1.12.1');
    expect(await offered('version=1.12.0&php=8.2&wp=6.6')).toBe('1.12.1');
    expect((await upload(release('1.12.0'))).status).toBe(201);
    expect((await upload(append(release('1.12.0'), FUNCTIONS, '// other\n').tree)).body).toMatchObject({
      code: 'duplicate',
    });
  });

  it('lists its releases for the team, and tells clients nothing of them', async () => {
    const { body } = await api.get(`${BASE}releases/`);
    expect(body.results.map(({ version }: { version: string }) => version)).toEqual([
      '1.12.1',
      '1.12.0',
      '1.11.0',
      '1.10.0',
      '1.2.0',
      '1.0.9',
    ]);
    expect((await api.get(`${BASE}releases/?status=withdrawn`)).body.count).toBe(1);
    const { body: token } = await api.post('auth/tokens/', { role: 'client', account_id: 1, label: 'c' });
    expect((await api.as(token.token).get(`${BASE}releases/`)).status).toBe(403);
    expect((await api.get(`${BASE}releases/..%2F1/`)).status).toBe(404);
    const events = (await api.get('audit/events/?type=PluginReleaseChecked')).body;
    expect(JSON.stringify(events)).toContain('"sha256"');
  });
});

/** The first bytes of a download whose connection breaks after so many. */
function cutAfter(limit: number): Promise<Buffer> {
  const { port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    const server = createServer((client) => {
      const up = connect(Number(port), '127.0.0.1');
      let passed = 0;
      client.pipe(up);
      up.on('data', (chunk: Buffer) => {
        client.write(chunk.subarray(0, Math.max(0, limit - passed)));
        passed += chunk.length;
        if (passed >= limit) client.end(() => client.destroy());
      });
      for (const socket of [client, up]) socket.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1', async () => {
      const address = server.address();
      const at = typeof address === 'object' && address ? address.port : 0;
      const chunks: Buffer[] = [];
      try {
        const response = await fetch(`http://127.0.0.1:${at}/api/v1/${BASE}download/?version=1.2.0`);
        for await (const chunk of response.body ?? []) chunks.push(Buffer.from(chunk));
        reject(new Error('the connection was not cut'));
      } catch {
        resolve(Buffer.concat(chunks));
      } finally {
        server.close();
      }
    });
  });
}
