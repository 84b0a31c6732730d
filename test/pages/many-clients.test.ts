import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { elements, formOf, type Houses, houses, Reader, textOf } from '#test/support/pages';

/** More clients than fit in a field to choose from: they are looked for by name, and chosen by a link. */
const CLIENTS = 230;
let world: Houses;
let admin: Reader;
beforeAll(async () => {
  world = await houses();
  for (let id = 101; id <= 100 + CLIENTS; id++)
    await must(world.post('platform/facts/', clientFacts(id, 1000 + id).slice(0, 2)));
  admin = new Reader(world.url, world.tokens.admin);
}, 120_000);
afterAll(() => world?.stop());

const linksIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    elements(html).flatMap((each) => {
      const href = each.attrs?.find(({ name }) => name === 'href')?.value;
      return each.tagName === 'a' && href !== undefined ? [[textOf(each), href] as const] : [];
    }),
  );
const fieldsIn = (html: string): string[] =>
  elements(html).flatMap(({ attrs = [] }) => attrs.filter(({ name }) => name === 'name').map(({ value }) => value));

describe('a house with more clients than a field holds', () => {
  it('looks for the site of a new service, and keeps it while the form is mended', async () => {
    const at = '/app/services/new/';
    const first = await admin.get(at);
    expect(fieldsIn(first.html)).not.toContain('/site_id');
    expect(linksIn(first.html).has('site1330.example')).toBe(false);
    const found = await admin.get(`${at}?search=SITE1330`);
    const chosen = linksIn(found.html).get('site1330.example') ?? '';
    expect(chosen).toBe(`${at}?site=1330`);
    const { html } = await admin.get(chosen);
    expect(html).toContain('site1330.example (Client 330)');
    const wrong = await admin.fill(chosen, 'create', { '/tier': 'pro', '/monthly_price': '1.00' });
    expect(wrong.status).toBe(422);
    expect(fieldsIn(wrong.html)).toContain('/site_id');
    expect(formOf(wrong.html, 'create').fields.get('/site_id')).toBe('1330');
    const done = await admin.send(formOf(wrong.html, 'create').action, mended(wrong.html));
    expect(done.status).toBe(303);
    expect(await must(world.get('services/subscriptions/?site_id=1330'))).toMatchObject({ count: 1 });
  });

  it('says so where a search finds nothing', async () => {
    expect((await admin.get('/app/services/new/?search=nowhere')).html).toContain('Clear');
    expect((await world.get('/api/v1/services/sites/?search=100%25_')).body).toMatchObject({ count: 0 });
  });

  it('drafts an order for a site that was looked for', async () => {
    const at = '/app/orders/new/';
    expect(fieldsIn((await admin.get(at)).html)).not.toContain('/site_id');
    const chosen = linksIn((await admin.get(`${at}?search=site1222`)).html).get('site1222.example') ?? '';
    const asked = new URLSearchParams(chosen.split('?')[1]);
    for (const [name, value] of [
      ['/order_type', 'one_time'],
      ['/pricing_mode', 'tiers'],
      ['/niche', 'general'],
      ['/lines/basic_guest_post/quantity', '2'],
    ] as const)
      asked.set(name, value);
    expect((await admin.get(`${at}?${asked}`)).html).toContain('Draft this order for site1222.example (Client 222)');
    expect((await admin.fill(`${at}?${asked}`, 'draft')).status).toBe(303);
    expect((await must(world.get('services/backlink-orders/?site_id=1222'))).count).toBe(1);
  });

  it('invites somebody to a client who was looked for, or to the staff', async () => {
    const at = '/app/members/invite/';
    const found = linksIn((await admin.get(`${at}?search=client+223`)).html);
    const chosen = found.get('Client 223') ?? '';
    expect(chosen).toBe(`${at}?account=223`);
    const who = { '/name': 'Nora', '/email': 'nora@client223.example', '/may': ['reports'] };
    expect((await admin.fill(chosen, 'invite', { ...who, '/account_id': '223' })).status).toBe(303);
    expect((await must(world.get('services/members/?account_id=223'))).count).toBe(1);
    const staff = linksIn((await admin.get(at)).html).get('Somebody of the staff') ?? '';
    const { html } = await admin.get(staff);
    expect(fieldsIn(html)).toContain('/role');
    const manager = new Reader(world.url, world.tokens.manager);
    expect((await manager.get(at)).html).not.toContain('Somebody of the staff');
  });

  it('has its accounts in the order of their names, which are sealed, and finds them by a part of one', async () => {
    const names = async (query: string): Promise<string[]> =>
      (await must(world.get(`services/accounts/?${query}`))).results.map(({ name }: { name: string }) => name);
    expect(await names('ordering=name&page_size=4')).toEqual(['Client 1', 'Client 2', 'Client 3', 'Client 101']);
    expect(await names('ordering=name&page_size=4&page=2')).toEqual([102, 103, 104, 105].map((n) => `Client ${n}`));
    expect(await names('ordering=-name&page_size=2')).toEqual(['Client 330', 'Client 329']);
    expect(await names('search=NT+33')).toEqual(['Client 330']);
    expect(await names('search=client+10&ordering=-id&page_size=2')).toEqual(['Client 109', 'Client 108']);
    expect((await must(world.get('services/accounts/?search=client'))).count).toBe(CLIENTS + 3);
    expect(await names('search=nobody')).toEqual([]);
    const client = world.as(world.tokens.client);
    expect((await must(client.get('services/accounts/?search=client'))).count).toBe(1);
  });

  it('narrows lists by the client that an address names, and offers no list of hundreds', async () => {
    for (const at of ['/app/orders/', '/app/reports/']) {
      expect(fieldsIn((await admin.get(at)).html)).not.toContain('account_id');
      const { html } = await admin.get(`${at}?account_id=1`);
      expect(fieldsIn(html)).toContain('account_id');
      expect(html).toContain('Client 1');
    }
  });

  it('submits the links of a site that was looked for', async () => {
    const at = '/app/indexing/submit/';
    const chosen = linksIn((await admin.get(`${at}?search=site11.`)).html).get('site11.example') ?? '';
    expect(formOf((await admin.get(chosen)).html, 'submit').fields.get('/site_id')).toBe('11');
  });
});

/** The form as it came back, with the price that was wrong left out. */
function mended(html: string): URLSearchParams {
  const { fields } = formOf(html, 'create');
  fields.set('/monthly_price', '');
  return fields;
}
