import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { houseWordsIn } from '#test/support/house-words';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let agency: Reader;
let child: Reader;
let order: number;
/** Account 7 is an agency, account 8 (site 88) its client. */
beforeAll(async () => {
  world = await houses();
  const [registered, ...site] = clientFacts(8, 88);
  const account = { account_id: 7, name: 'Acorn Agency', email: 'a7@acorn.example', plan: 'scale', kind: 'agency' };
  const theirs = { account_id: 8, name: 'Oak Bakery', email: 'b8@oak.example', plan: 'scale', parent_account_id: 7 };
  expect(registered).toBeDefined();
  await must(world.post('platform/facts/', [fact('AccountRegistered', account), fact('AccountRegistered', theirs)]));
  await must(world.post('platform/facts/', site));
  await must(world.post('services/subscriptions/', { account_id: 8, site_id: 88, tier: 'lite' }), 201);
  const lines = [{ tier: 'basic_guest_post', quantity: 2 }];
  order = (await must(world.post('services/backlink-orders/', { site_id: 88, lines }), 201)).id;
  const token = async (role: string, account_id: number) =>
    new Reader(world.url, (await must(world.post('auth/tokens/', { role, account_id }), 201)).token);
  agency = await token('agency', 7);
  child = await token('client', 8);
}, 120_000);
afterAll(() => world?.stop());

describe('an agency', () => {
  it('sees its clients with their services, narrows lists to one of them, and nobody else’s', async () => {
    const { html } = await agency.get('/app/clients/');
    expect(html).toContain('Oak Bakery');
    expect(html).toContain('site88.example');
    expect(html).not.toMatch(/Client [12]\b|site11/);
    const orders = await agency.get('/app/orders/?account_id=8');
    expect(orders.html).toContain(`Order ${order}`);
    expect((await agency.get('/app/orders/?account_id=7')).html).not.toContain(`Order ${order}<`);
    expect((await child.get('/app/clients/')).status).toBe(404);
  });

  it('makes a brand, with what is wrong at its field', async () => {
    const wanted = { '/brand_name': 'Acorn', '/primary_color': 'green' };
    const wrong = await agency.fill('/app/branding/add/', 'brand', wanted);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('must be a colour such as #1d4ed8');
    expect(formOf(wrong.html, 'brand').fields.get('/brand_name')).toBe('Acorn');
    const named = await agency.fill('/app/branding/add/', 'brand', { '/brand_name': 'Acorn by Alorig' });
    expect(named.html).toContain('must not name');
    const right = { ...wanted, '/primary_color': '#14532d', '/report_domain': 'reports.acorn.example' };
    const done = await agency.fill('/app/branding/add/', 'brand', right);
    const at = done.headers.get('location') ?? '';
    expect(at).toMatch(/^\/app\/branding\/\d+\/$/);
    // The sandbox takes the record of a host as given.
    await must(world.post('sandbox/clock/advance/', { by: '1m' }));
    const { html } = await agency.get(at);
    expect(html).toContain('Contrast to white: 9.1 : 1');
    expect(html).toMatch(/proved on/);
    expect((await agency.fill(at, 'brand', { '/footer_text': 'Acorn Ltd' })).status).toBe(303);
    expect((await must(world.get('services/branding/'))).results).toMatchObject([
      { brand_name: 'Acorn', primary_color: '#14532d', footer_text: 'Acorn Ltd', is_active: true },
    ]);
    expect((await child.get(at)).status).toBe(404);
  });

  it('writes a template, is told what is wrong by line and column, and looks at it before it is used', async () => {
    const at = '/app/templates/add/';
    const wrong = await agency.fill(at, 'template', {
      '/name': 'Ours',
      '/template_html': '<p>a</p>\n<script>x</script>',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/line 2, column \d+/);
    // What stands in the form of a new one is a template already.
    const done = await agency.fill(at, 'template', { '/name': 'Ours' });
    const location = done.headers.get('location') ?? '';
    expect(location).toMatch(/^\/app\/templates\/\d+\/$/);
    const preview = await agency.get(`${location}preview/`);
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(preview.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect((await agency.fill(`${location}remove/`, 'remove')).status).toBe(303);
  });
});

describe('a client of an agency', () => {
  const places = (path: string): string =>
    path
      .replace('/approvals/{kind}/{id}/', `/approvals/order/${order}/`)
      .replace('/orders/{id}/', `/orders/${order}/`)
      .replace('/subscriptions/{id}/', '/subscriptions/3/');

  it('finds no word of the house on any page, nor on what goes wrong, but the agency’s name and colour', async () => {
    const style = /\/app\/assets\/brand\.14532d-[0-9a-f]{6}\.[0-9a-f]+\.css/;
    const routes = world.running.app.routes.filter(
      ({ page, method, roles, path }) =>
        page && method === 'get' && (roles as readonly string[]).includes('client') && !path.endsWith('/live/'),
    );
    const seen: string[] = [];
    for (const { path } of routes) {
      const { status, html, headers } = await child.get(places(path));
      const what = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      expect([path, houseWordsIn({ html, what })]).toEqual([path, []]);
      if (status === 200 && !path.endsWith('/csv/')) {
        seen.push(path);
        expect(html, path).toMatch(/Acorn/);
        expect(html, path).toMatch(style);
      }
    }
    expect(seen).toEqual(
      expect.arrayContaining(['/app/overview/', '/app/orders/{id}/', '/app/approvals/{kind}/{id}/', '/app/members/']),
    );
    const [sheet = ''] = style.exec((await child.get('/app/overview/')).html) ?? [];
    const css = await fetch(world.url + sheet);
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(await css.text()).toContain('--accent: #14532d');
  });
});
