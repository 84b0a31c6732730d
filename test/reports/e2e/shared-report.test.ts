import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, drawingApi, fact, type SandboxApi } from '#test/support/api';
import { type Asked, type FromHost, fromHost } from '#test/support/from-host';
import { readPdf } from '#test/support/pdf-reader';

const REPORTS = 'services/reports/';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const HTML = { accept: 'text/html,application/xhtml+xml' };
let api: SandboxApi;
let agency: Client;
let id = 0;

const pathOf = (address: string): string => new URL(address).pathname;
const visit = (path: string, asked: Asked = {}, host: string | null = null): Promise<FromHost> =>
  fromHost(api.url, host, path, asked);
const share = async (body: object = {}): Promise<{ readonly id: number; readonly path: string }> => {
  const made = await api.post(`${REPORTS}${id}/share/`, body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { id: made.body.id, path: pathOf(made.body.address) };
};
const shown = async (of: number) =>
  (await api.get(`${REPORTS}${id}/`)).body.shares.find((each: { id: number }) => each.id === of);
const wordsOf = (bytes: Buffer): string =>
  readPdf(new Uint8Array(bytes))
    .pieces.map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  api = await drawingApi('2026-06-30T08:00:00Z', {
    WHITE_LABEL_MAIL_FROM: 'reports@neutral.example',
    WHITE_LABEL_URL: 'https://client-reports.example',
  });
  const search = Array.from({ length: 30 }, (_, n) =>
    fact('SearchMetricsRecorded', {
      site_id: 44,
      date: `2026-06-${String(n + 1).padStart(2, '0')}`,
      clicks: 40 + n,
      impressions: 900 + 10 * n,
      position: 12.5,
    }),
  );
  const acorn = { account_id: 1, name: 'Acorn', email: 'a@acorn.example', plan: 'scale', kind: 'agency' };
  const told = await api.post('platform/facts/', [fact('AccountRegistered', acorn), ...clientFacts(4, 44), ...search]);
  expect(told.status, JSON.stringify(told.body)).toBeLessThan(300);
  agency = api.as((await api.post('auth/tokens/', { role: 'agency', account_id: 1 })).body.token);
  for (const [brand_name, report_domain] of [
    ['Acorn Agency', 'reports.acorn.example'],
    ['Acorn Two', 'two.acorn.example'],
  ])
    expect((await agency.post('services/branding/', { brand_name, report_domain })).status).toBe(201);
  const service_config = { reporting: { branding_id: 1, review: 'none' } };
  const made = await api.post('services/subscriptions/', { account_id: 4, site_id: 44, tier: 'pro', service_config });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await api.advance('2026-07-01T05:00:00Z');
  const asked = { subscription_id: 1, report_type: 'monthly', period_start: '2026-06-01' };
  const report = await api.post(`${REPORTS}generate/`, asked);
  expect(report.status, JSON.stringify(report.body)).toBe(202);
  id = report.body.id;
  await api.advance('2026-07-01T05:05:00Z');
  expect((await api.get(`${REPORTS}${id}/`)).body).toMatchObject({ state: 'approved', is_white_label: true });
}, 120_000);
afterAll(() => api.stop());

describe('a shared report', () => {
  it('is a page without script that nobody else can find, with its PDF', async () => {
    const { path } = await share();
    const page = await visit(path);
    expect(page.status, page.text.slice(0, 300)).toBe(200);
    const { headers } = page;
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    });
    const style = createHash('sha256')
      .update(/<style>([\s\S]*?)<\/style>/.exec(page.text)?.[1] ?? '')
      .digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${style}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(page.text).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page.text).toContain('href="pdf/"');
    expect(page.text).not.toMatch(/<script|https?:\/\/127/);
    expect(page.text).toContain('Version 1');

    const same = await visit(path, { headers: { 'if-none-match': headers['etag'] ?? '' } });
    expect([same.status, same.text, same.headers['etag']]).toEqual([304, '', headers['etag']]);
    const bare = await visit(path.slice(0, -1));
    expect([bare.status, bare.headers['location']]).toEqual([303, path]);

    const pdf = await visit(`${path}pdf/`);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="report-monthly-2026-06-01.pdf"',
      'x-robots-tag': 'noindex, nofollow',
    });
    const [version] = (await api.get(`${REPORTS}${id}/`)).body.versions;
    expect(createHash('sha256').update(pdf.bytes).digest('hex')).toBe(version.sha256);
  }, 60_000);

  it('shows the sections that are shared and no others, on the page and in its PDF', async () => {
    const { path } = await share({ sections: ['organic_traffic'] });
    const page = await visit(path);
    const pdf = wordsOf((await visit(`${path}pdf/`)).bytes);
    for (const text of [page.text, pdf]) {
      expect(text).toContain('Organic traffic');
      expect(text).not.toMatch(/Biggest win|Verdict|Key figures|Keyword rankings|Work done|What we need/);
    }
    expect(wordsOf((await visit(`${(await share()).path}pdf/`)).bytes)).toMatch(/Verdict/);
  }, 60_000);

  it('counts the first look of a day at once, later ones in sums, and none that nobody takes', async () => {
    const made = await share();
    await visit(made.path, { method: 'HEAD' });
    await visit(made.path, { headers: { 'sec-purpose': 'prefetch;prerender' } });
    expect(await shown(made.id)).toMatchObject({ views: 0, last_viewed_on: null });
    await visit(made.path);
    const position = async () => (await api.running.system.around.store.head()).position;
    const now = async () => {
      await api.running.system.arrivals.waitFor(await position(), 5_000);
      return shown(made.id);
    };
    expect(await now()).toMatchObject({ views: 1, last_viewed_on: '2026-07-01' });
    await visit(made.path);
    await visit(made.path);
    await visit(`${made.path}pdf/`);
    expect(await now()).toMatchObject({ views: 1 });
    await api.running.system.lastly();
    expect(await now()).toMatchObject({ views: 3 });
  }, 60_000);

  it('asks for its password, and stops listening after ten wrong ones', async () => {
    const { path } = await share({ password: 'correct horse' });
    const form = await visit(path);
    expect([form.status, form.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(form.headers['content-security-policy']).toContain("form-action 'self'");
    for (const word of ['<form method="post">', 'type="password"', 'Acorn Agency', 'lang="en"'])
      expect(form.text).toContain(word);
    expect(form.text).not.toMatch(/site44|Client 4/);
    expect((await visit(`${path}pdf/`)).status).toBe(303);
    const enter = (password: string) => visit(path, { method: 'POST', headers: FORM, body: `password=${password}` });
    const wrong = await enter('wrong');
    expect([wrong.status, wrong.text.includes('role="alert"')]).toEqual([403, true]);
    const right = await enter('correct+horse');
    expect([right.status, right.headers['location']]).toEqual([303, path]);
    const set = right.headers['set-cookie'] ?? '';
    expect(set).toMatch(/^shared=\S+; Path=\/shared\/[\w-]{43}; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    const headers = { cookie: set.split(';')[0] ?? '' };
    const page = await visit(path, { headers });
    expect([page.status, page.text.includes('site44'), page.headers['cache-control']]).toEqual([200, true, 'no-store']);
    expect((await visit(`${path}pdf/`, { headers })).headers['content-type']).toBe('application/pdf');
    // Of one share; another one asks for its own.
    const other = await share({ password: 'other horses' });
    expect((await visit(other.path, { headers })).text).toContain('type="password"');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(`guess${n}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    const blocked = await enter('correct+horse');
    expect([blocked.status, blocked.headers['retry-after']]).toEqual([429, '900']);
    expect((await visit(path, { headers })).status).toBe(200);
    await api.post('sandbox/clock/advance/', { by: '15m' });
    expect((await enter('correct+horse')).status).toBe(303);
  }, 60_000);

  it('ends alike, whatever ended it', async () => {
    const made = await share();
    const short = await share({ expires_at: '2026-07-02T06:00:00Z' });
    expect((await api.delete(`${REPORTS}${id}/share/${made.id}/`)).status).toBe(204);
    await api.advance('2026-07-02T06:00:00Z');
    const ended = await Promise.all([made, short].map(({ path }) => visit(path, { headers: HTML })));
    expect(ended.map(({ status }) => status)).toEqual([410, 410]);
    expect(ended[0]?.text).toBe(ended[1]?.text);
    expect(ended[0]?.text).toContain('no longer available');
    expect((await visit(`${made.path}pdf/`)).status).toBe(410);
    const german = await visit(made.path, { headers: { ...HTML, 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' } });
    expect(german.text).toContain('Dieser Bericht ist nicht mehr verfügbar');
    const unknown = await visit(`/shared/${'x'.repeat(43)}/`, { headers: HTML });
    expect([unknown.status, unknown.text.includes('There is nothing here')]).toEqual([404, true]);
    const problem = await visit(made.path);
    expect(JSON.parse(problem.text)).toMatchObject({ type: 'about:blank', status: 410, code: 'gone' });
  });
});

describe('hosts of agencies', () => {
  const OWN = 'reports.acorn.example';
  const NEUTRAL = 'client-reports.example';

  it('serve the reports of their brand, and nothing of other brands', async () => {
    const { path } = await share();
    const on = async (host: string) => (await visit(path, {}, host)).status;
    expect(await Promise.all([OWN, `${OWN.toUpperCase()}:443`, NEUTRAL, 'two.acorn.example'].map(on))).toEqual([
      200, 200, 200, 404,
    ]);
    const { report_pdf_url: file } = (await api.get(`${REPORTS}${id}/`)).body;
    const status = async (host: string) => (await visit(file, {}, host)).status;
    expect([await status(OWN), await status('two.acorn.example')]).toEqual([200, 404]);
    const locked = await share({ password: 'correct horse' });
    const entered = await visit(locked.path, { method: 'POST', headers: FORM, body: 'password=correct+horse' }, OWN);
    expect(entered.headers['set-cookie']).toMatch(/; Secure$/);
  });

  it.each(['/', '/healthz/', '/docs/', '/openapi.json', '/metrics/', '/api/v1/services/reports/', '/app/', '/shared/'])(
    'have nothing at %s, and say so without a name',
    async (path) => {
      for (const host of [OWN, NEUTRAL]) {
        const problem = await visit(path, { headers: { authorization: 'Bearer first-admin-token' } }, host);
        expect([problem.status, JSON.parse(problem.text)]).toMatchObject([
          404,
          { type: 'about:blank', code: 'not_found' },
        ]);
        const page = await visit(path, { headers: HTML }, host);
        expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
        expect(page.text.includes('Acorn Agency')).toBe(host === OWN);
      }
    },
  );

  it('are nobody’s own: the house is reached under every other name', async () => {
    for (const host of [null, 'localhost:3000', '10.0.0.7', '[::1]:80', 'api.elsewhere.example'])
      expect((await visit('/healthz/', {}, host)).status, host ?? 'none').toBe(200);
  });

  it('serve nothing once their brand is switched off, and do not turn into the house', async () => {
    const { path } = await share();
    const body = { brand_name: 'Acorn Two', report_domain: 'two.acorn.example', is_active: false };
    expect((await agency.put('services/branding/2/', body)).status).toBe(200);
    for (const each of [path, '/healthz/', '/docs/'])
      expect((await visit(each, { headers: HTML }, 'two.acorn.example')).status).toBe(404);
  });
});
