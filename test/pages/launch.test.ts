import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { type Got, type Houses, houses, Reader } from '#test/support/pages';

const AT = '/app/operations/';
const IMPORT = '/app/services/import/';

describe('pages of the launch', () => {
  let world: Houses;
  let ada: Reader;
  const follow = ({ headers }: Got) =>
    ada.get(headers.get('location') ?? '', { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
  beforeAll(async () => {
    world = await houses();
    ada = new Reader(world.url, world.tokens.admin);
  });
  afterAll(() => world.stop());

  it('walk the sequence, say what comes next, and take what people say', async () => {
    const { html } = await ada.get(`${AT}launch/`);
    expect(html).toContain('Next: managed services are on in staging.');
    expect(html).toContain('nothing says that it was submitted');
    const said = await ada.fill(`${AT}launch/`, 'say', {
      '/step': 'flag_staging',
      '/done': ['on'],
      '/note': 'on since Monday',
    });
    expect(said.status).toBe(303);
    const after = (await follow(said)).html;
    expect(after).toContain('It is on record.');
    expect(after).toContain('on since Monday');
    expect(after).toContain('Next: beta clients are onboarded.');
    // An address of the team that an account manager has nothing to do with.
    expect((await new Reader(world.url, world.tokens.manager).get(`${AT}launch/`)).status).toBe(404);
  });

  it('write an announcement, show it as its readers get it, send it and stop it', async () => {
    const missing = await ada.fill(`${AT}announcements/new/`, 'draft', {
      '/texts/en/subject': 'News',
      '/white_label': 'leave_out',
    });
    expect(missing.status).toBe(422);
    const drafted = await ada.fill(`${AT}announcements/new/`, 'draft', {
      '/texts/en/subject': 'Here it is',
      '/texts/en/text': 'First.\n\nSecond.',
      '/texts/ar/subject': 'خبر',
      '/texts/ar/text': 'وصل.',
      '/white_label': 'leave_out',
    });
    const shown = (await follow(drafted)).html;
    expect(shown).toContain('Nobody has been written to.');
    expect(shown).toContain('<p>Second.</p>');
    expect(shown).toContain('dir="rtl"');
    const id = (await must(world.get('ops/announcements/?ordering=-id'))).results[0].id;
    // Eight languages are missing.
    const refused = await ada.fill(`${AT}announcements/${id}/start/`, 'start', {});
    expect([refused.status, refused.html.includes('there is no text in de, fr')]).toEqual([409, true]);
    const stopped = await ada.fill(`${AT}announcements/${id}/stop/`, 'stop', { '/reason': 'too early' });
    expect((await follow(stopped)).html).toContain('too early');
    expect((await ada.get(`${AT}announcements/`)).html).toContain('Here it is');
  });

  it('import a sheet: what is wrong by line, then the first invoices, then the contracts', async () => {
    const head = 'reference,account_id,site_id,tier,started_on,monthly_price,override_reason';
    const look = (sheet: string) => ada.get(`${IMPORT}?${new URLSearchParams({ sheet })}`);
    expect((await look('reference,tier\na,b')).html).toContain('line 1: the column account_id is missing');
    expect((await look(`${head}\ncrm-1,3,33,gold,2026-06-09,,`)).html).toMatch(/line 2, tier: /);
    const good = `${head}\ncrm-1,3,33,lite,2026-06-09,85.50,as before\ncrm-2,3,11,lite,2026-06-09,,`;
    const { html } = await look(good);
    expect(html).toContain('$62.70');
    expect(html).toContain('account 3 has no site 11');
    expect(html).toContain('Import 1 of 2');
    const taken = await ada.fill(`${IMPORT}?${new URLSearchParams({ sheet: good })}`, 'commit', { '/sheet': good });
    expect((await follow(taken)).html).toContain('1 imported, 0 were there already, 1 refused.');
    const { results } = await must(world.get('services/subscriptions/?account_id=3'));
    expect(results[0]).toMatchObject({ status: 'active', monthly_price: '85.50' });
  });

  it('stay while nothing is launched, and set a share of accounts', async () => {
    await must(world.put('ops/flags/', { flag: 'managed_services_enabled', enabled: false, reason: 'not yet' }));
    expect((await ada.get('/app/services/')).status).toBe(404);
    for (const page of ['launch/', 'flags/', 'announcements/'])
      expect((await ada.get(AT + page)).status, page).toBe(200);
    const set = await ada.fill(`${AT}flags/`, 'flag', {
      '/flag': 'managed_services_enabled',
      '/enabled': ['on'],
      '/percentage': '25',
      '/reason': 'a quarter',
    });
    const shown = (await follow(set)).html;
    expect(shown).toContain('is on for 25 % of accounts.');
    expect(shown).toContain('25 % of accounts');
  });
});
