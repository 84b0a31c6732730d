import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accentOf } from '#api/pages/style/brand';
import { GROUNDS } from '#api/pages/style/tokens';
import { contrast } from '#domain/reports/colors';
import { fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, person } from '#test/support/browser';
import { attribute, elements, type Houses, houses, Reader } from '#test/support/pages';

const PALE = '#fff9c4';
let world: Houses;
let child: string;
beforeAll(async () => {
  world = await houses();
  const account = { account_id: 4, name: 'Child', email: 'child@example.com', plan: 'scale', parent_account_id: 3 };
  await must(
    world.post('platform/facts/', [
      fact('AccountRegistered', account),
      fact('SiteRegistered', { site_id: 44, account_id: 4, domain: 'site44.example' }),
    ]),
  );
  const colors = { primary_color: PALE, secondary_color: '#0f172a' };
  const agency = world.as(world.tokens.agency);
  const { id } = await must(agency.post('services/branding/', { brand_name: 'Acorn Agency', ...colors }), 201);
  const service_config = { reporting: { branding_id: id } };
  await must(world.post('services/subscriptions/', { account_id: 4, site_id: 44, tier: 'pro', service_config }), 201);
  child = (await must(world.post('auth/tokens/', { role: 'client', account_id: 4 }), 201)).token;
}, 120_000);
afterAll(() => world?.stop());

/** The sheets of a page, in their order. */
async function sheetsOf(token: string, path = '/app/overview/'): Promise<string[]> {
  const { html, status } = await new Reader(world.url, token).get(path);
  expect(status).toBe(200);
  const links = elements(html).filter((each) => attribute(each, 'rel') === 'stylesheet');
  return links.map((each) => attribute(each, 'href') ?? '');
}
const bare = () => new Reader(world.url, null);

describe('the colours of a brand on pages', () => {
  it('can be read on all that they are used on, whatever they are', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    const check = (wanted: string, mode: 'light' | 'dark') => {
      const { accent, ink, tint } = accentOf(wanted, mode);
      const { page, ground } = GROUNDS[mode];
      for (const under of [page, ground, tint]) expect(contrast(accent, under)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, accent)).toBeGreaterThanOrEqual(4.5);
    };
    for (const hard of [PALE, '#000000', '#ffffff', '#808080', '#00ff00'])
      for (const mode of ['light', 'dark'] as const) check(hard, mode);
    fc.assert(fc.property(color, fc.constantFrom('light' as const, 'dark' as const), check), { numRuns: 300 });
    expect(accentOf('#1d4ed8', 'light').accent).toBe('#1d4ed8');
  });

  it('are around what the agency’s client sees, and around nobody else’s', async () => {
    const [style, brand = '', ...more] = await sheetsOf(child);
    expect(more).toEqual([]);
    expect(brand).toMatch(/^\/app\/assets\/brand\.fff9c4-0f172a\.[0-9a-f]{12}\.css$/);
    for (const other of [world.tokens.client, world.tokens.otherClient]) expect(await sheetsOf(other)).toEqual([style]);
    expect(await sheetsOf(world.tokens.manager, '/app/clients/')).toEqual([style]);
    const problem = await new Reader(world.url, child).get('/app/orders/999/');
    expect([problem.status, problem.html.includes(brand)]).toEqual([404, true]);
  });

  it('are around what the agency itself sees, under the name that it knows', async () => {
    const [, brand = ''] = await sheetsOf(child);
    expect((await sheetsOf(world.tokens.agency)).at(-1)).toBe(brand);
    const { html } = await new Reader(world.url, world.tokens.agency).get('/app/overview/');
    expect(html).toContain(' · IGNY8</title>');
    expect((await new Reader(world.url, child).get('/app/overview/')).html).not.toMatch(/igny8/i);
  });

  it('are a file that is kept for good under a name that says what is in it', async () => {
    const [, brand = ''] = await sheetsOf(child);
    const { status, headers, html: css } = await bare().get(brand);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(css).toMatch(/--accent: #[0-9a-f]{6};.*--chart-palette-0: #[0-9a-f]{6};/);
    const older = await bare().get(brand.replace(/[0-9a-f]{12}(?=\.css)/, '000000000000'));
    expect([older.status, older.headers.get('cache-control'), older.html]).toEqual([200, 'no-store', css]);
    for (const wrong of ['brand.fff9c4.css', 'brand.red-blue.000000000000.css', 'brand.fff9c4-0f172a.css'])
      expect((await bare().get(`/app/assets/${wrong}`)).status, wrong).toBe(404);
  });
});

inBrowser('pages in a brand that is hardly seen', () => {
  it.each(['light', 'dark'] as const)('can be read and used by anybody, %s', async (scheme) => {
    const someone = await person(world.url, { token: child, width: 360, scheme });
    for (const path of ['/app/overview/', '/app/orders/', '/app/members/']) {
      await someone.go(path);
      await expectReadable(someone);
    }
    const accent = await someone.tab.evaluate(
      'getComputedStyle(document.documentElement).getPropertyValue("--accent")',
    );
    expect(accent).toBe(accentOf(PALE, scheme).accent);
    await someone.close();
  });
});
