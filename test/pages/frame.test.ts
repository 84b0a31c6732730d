import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduce } from '#api/http/inside';
import type { Principal } from '#api/http/principal';
import { ownAddress } from '#api/pages/routes';
import { MAY } from '#domain/platform/member';
import { clientFacts } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { attribute, elements, formOf, type Got, type Houses, houses, Reader } from '#test/support/pages';
import { CORPUS, NAMES } from './corpus.ts';

let world: Houses;
let admin: Reader;
beforeAll(async () => {
  world = await houses();
  admin = new Reader(world.url, world.tokens.admin);
}, 120_000);
afterAll(() => world?.stop());

const session = (name: string): Principal => ({
  kind: 'session',
  name: 'member-1',
  sessionId: name,
  memberId: 1,
  may: MAY,
  tokenId: null,
  role: 'admin',
  accountId: null,
  userId: 1,
  scopes: ['read', 'write'],
  label: 'Ada',
  until: null,
});
/** As somebody who is known by a session would ask: without any header that says who it is. */
async function asSession(name: string, path: string, init: RequestInit = {}): Promise<Got> {
  const request = new Request(`${world.url}${path}`, { redirect: 'manual', ...init });
  const response = await world.running.app.fetch(introduce(request, session(name)));
  return { status: response.status, headers: response.headers, html: await response.text() };
}
const posted = (fields: URLSearchParams, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: fields.toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', host: new URL(world.url).host, ...headers },
});
const clock = async (): Promise<string> => (await must(world.get('sandbox/clock/'))).now;
const CLOCK = '/app/sandbox/clock/';

describe('every page', () => {
  it('has nothing that its policy would have to allow: no script, style or handler in the text, nothing of another host', async () => {
    const { html, headers } = await admin.get('/app/services/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    for (const element of elements(html)) {
      const names = (element.attrs ?? []).map(({ name }) => name);
      expect(names.filter((name) => name === 'style' || name.startsWith('on') || name.startsWith('hx-on'))).toEqual([]);
      if (element.tagName === 'script') expect(attribute(element, 'src')).toMatch(/^\/app\/assets\//);
      expect(element.tagName).not.toBe('style');
      for (const name of ['src', 'href', 'action'])
        expect(attribute(element, name) ?? '/').toMatch(/^(\/(?!\/)|#|data:image\/svg)/);
    }
  });

  it('loads what it needs from here, for ever, and little of it', async () => {
    const { html } = await admin.get('/app/services/');
    const files = elements(html).flatMap((each) =>
      ['script', 'link'].includes(each.tagName ?? '') ? [attribute(each, 'src') ?? attribute(each, 'href') ?? ''] : [],
    );
    const nobody = new Reader(world.url, null);
    let bytes = Buffer.byteLength(html);
    for (const file of new Set(files.filter((each) => each.startsWith('/')))) {
      const answer = await nobody.get(file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      bytes += Number(answer.headers.get('content-length') ?? Buffer.byteLength(answer.html));
    }
    expect(bytes).toBeLessThan(200_000);
    expect((await nobody.get('/app/assets/style.000000000000.css')).status).toBe(404);
  });

  it('says what is wrong on a page, with what can be done next', async () => {
    const missing = await admin.get('/app/nothing-here/');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
    expect(missing.html).toContain('There is no such page');
    expect(missing.html).toContain('href="/app/"');
    const wrong = await admin.get('/app/clients/?status=bogus');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('That did not work');
    const api = await world.get('/api/v1/nothing/');
    expect(api.headers.get('content-type')).toContain('application/problem+json');
  });

  it('leads everybody to a first page of their own', async () => {
    expect((await admin.get('/app/')).headers.get('location')).toBe('/app/services/');
    expect((await new Reader(world.url, world.tokens.platform).get('/app/')).status).toBe(404);
  });

  it('is no part of the API and its document', async () => {
    const { paths } = await must(world.get('/openapi.json'));
    expect(Object.keys(paths).filter((path) => path.startsWith('/app'))).toEqual([]);
  });
});

describe('a form', () => {
  it('does its work once, however often it is sent', async () => {
    const { fields } = formOf((await admin.get(CLOCK)).html, 'clock');
    const before = await clock();
    for (let n = 0; n < 3; n++) expect((await admin.send(CLOCK, fields)).status).toBe(303);
    expect(Date.parse(await clock()) - Date.parse(before)).toBe(86_400_000);
    expect((await admin.fill(CLOCK, 'clock')).status).toBe(303);
    expect(Date.parse(await clock()) - Date.parse(before)).toBe(2 * 86_400_000);
  });

  it('is told that it was sent before where it says something else now', async () => {
    const { fields } = formOf((await admin.get(CLOCK)).html, 'clock');
    await admin.send(CLOCK, fields);
    fields.set('by', '7d');
    const again = await admin.send(CLOCK, fields);
    expect(again.status).toBe(422);
    expect(again.html).toContain('This form was sent before');
    expect(formOf(again.html, 'clock').fields.get('_key')).not.toBe(fields.get('_key'));
  });

  it('changes nothing when it comes from another site, by any browser', async () => {
    const { fields } = formOf((await admin.get(CLOCK)).html, 'clock');
    const before = await clock();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${world.url}.evil.example` },
    ] as Record<string, string>[]) {
      const { status } = await admin.send(CLOCK, fields, headers);
      expect(status, JSON.stringify(headers)).toBe(403);
    }
    expect(await clock()).toBe(before);
    const own = { 'sec-fetch-site': 'same-origin', origin: world.url };
    expect((await admin.send(CLOCK, fields, own)).status).toBe(303);
  });

  it('carries a token of the session that it was made for, and is nobody else’s', async () => {
    const { fields } = formOf((await asSession('session-1', CLOCK)).html, 'clock');
    const before = await clock();
    const without = new URLSearchParams(fields);
    without.delete('_token');
    const refused = await asSession('session-1', CLOCK, posted(without));
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('Send it once more');
    expect((await asSession('session-2', CLOCK, posted(fields))).status).toBe(403);
    const forged = new URLSearchParams(fields);
    forged.set('_token', `${fields.get('_token')}x`);
    expect((await asSession('session-1', CLOCK, posted(forged))).status).toBe(403);
    expect(await clock()).toBe(before);
    expect((await asSession('session-1', CLOCK, posted(fields))).status).toBe(303);
    expect(await clock()).not.toBe(before);
  });

  it('leads to pages of ours alone, whatever it says', async () => {
    const elsewhere = [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '/docs',
      '',
    ];
    for (const to of [...elsewhere, '/app/../docs/', '/app//evil.example/%2e%2e/', 'http://inside:1/app/'])
      expect(new URL(ownAddress(to), world.url).origin + ownAddress(to).slice(0, 5), to).toBe(`${world.url}/app/`);
    expect(ownAddress('/app/clients/?status=active#x')).toBe('/app/clients/?status=active#x');
    const { headers } = await admin.fill(CLOCK, 'clock', { back: 'https://evil.example/app/' });
    expect(headers.get('location')).toBe('/app/');
  });

  it('takes what a form sends and nothing else', async () => {
    const { fields } = formOf((await admin.get(CLOCK)).html, 'clock');
    const json = await admin.send(CLOCK, fields, { 'content-type': 'application/json' });
    expect(json.status).toBe(415);
    fields.set('_form', 'constructor');
    expect((await admin.send(CLOCK, fields)).status).toBe(400);
    fields.set('_form', 'clock');
    fields.set('by', '9999d');
    const wrong = await admin.send(CLOCK, fields);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('must be one of 1m, 1h, 1d, 7d, 30d');
  });

  it('needs a token that may write', async () => {
    const { token } = await must(world.post('auth/tokens/', { role: 'admin', scopes: ['read'] }), 201);
    const reading = new Reader(world.url, token);
    const { fields } = formOf((await reading.get(CLOCK)).html, 'clock');
    expect((await reading.send(CLOCK, fields)).status).toBe(403);
  });
});

describe('a list', () => {
  it('keeps filters, order and page in its address', async () => {
    const { html } = await admin.get('/app/clients/?search=Client+2&ordering=-name');
    expect(html).toContain('Client 2');
    expect(html).not.toContain('Client 1');
    const { html: none } = await admin.get('/app/clients/?search=nobody');
    expect(none).toContain('Nothing matches these filters');
  });

  it('is downloaded as it is filtered, and what is in it runs nothing', async () => {
    await must(
      world.post(
        'platform/facts/',
        clientFacts(5, 55).map((each) => named(each, '=HYPERLINK("x")')),
      ),
    );
    await must(world.post('services/subscriptions/', { account_id: 5, site_id: 55, tier: 'lite' }), 201);
    const { html, headers } = await admin.get('/app/clients/csv/?search=HYPERLINK');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('attachment; filename="clients.csv"');
    const lines = html.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`"'=HYPERLINK`);
    const events = await must(world.get('audit/events/?type=ReadAccessRecorded&limit=200'));
    expect(JSON.stringify(events)).toContain('/app/clients/csv/');
  });
});

describe('what people type', () => {
  it('stays text, wherever it is shown', async () => {
    const facts = NAMES.flatMap((text, n) => clientFacts(100 + n, 1000 + n).map((each) => named(each, text)));
    await must(world.post('platform/facts/', facts));
    for (const n of NAMES.keys())
      await must(world.post('services/subscriptions/', { account_id: 100 + n, site_id: 1000 + n, tier: 'lite' }), 201);
    for (const path of [
      '/app/clients/',
      ...CORPUS.slice(0, 6).map((text) => `/app/clients/?search=${encodeURIComponent(text)}`),
    ]) {
      const { html } = await admin.get(path);
      for (const element of elements(html)) {
        if (element.tagName === 'script') expect(attribute(element, 'src')).toMatch(/^\/app\/assets\//);
        expect(['style', 'base', 'iframe', 'img', 'object']).not.toContain(element.tagName);
        expect((element.attrs ?? []).filter(({ name }) => /^on|^hx-on/.test(name))).toEqual([]);
        expect(attribute(element, 'href') ?? '/').toMatch(/^(\/(?!\/)|#|data:image\/svg)/);
        expect(attribute(element, 'action') ?? '').not.toMatch(/evil/);
      }
    }
  });
});

/** The fact with that name in place of its account's own. */
function named<F extends { readonly type: string; readonly data: Record<string, unknown> }>(fact: F, name: string): F {
  return fact.type === 'AccountRegistered' ? { ...fact, data: { ...fact.data, name } } : fact;
}
