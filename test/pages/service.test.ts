import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { attribute, elements, formOf, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let maya: Reader;
beforeAll(async () => {
  world = await houses();
  // Onboarding comes to its end, so that there is something to pause.
  await world.advance('2026-06-18T08:00:00Z');
  maya = new Reader(world.url, world.tokens.manager);
}, 120_000);
afterAll(() => world?.stop());

const BASE = '/app/services/1/';
const subscription = () => must(world.get('services/subscriptions/1/'));
/** What a field of a page's form holds, by its name. */
const field = (html: string, name: string) => elements(html).find((each) => attribute(each, 'name') === name);

describe('a new service', () => {
  it('is offered for sites that have none, and begins with its onboarding', async () => {
    const admin = new Reader(world.url, world.tokens.admin);
    const { html } = await admin.get('/app/services/new/');
    expect(html).toContain('site33.example (Client 3)');
    expect(html).not.toContain('site11.example');
    const none = await admin.fill('/app/services/new/', 'create', { '/tier': 'pro' });
    expect(none.status).toBe(422);
    expect(none.html).toContain('choose a site');
    const priced = { '/site_id': '33', '/tier': 'pro', '/monthly_price': '0.00' };
    const free = await admin.fill('/app/services/new/', 'create', priced);
    expect(free.html).toContain('a price of 0.00 needs an override_reason');
    const made = await admin.fill('/app/services/new/', 'create', { ...priced, '/monthly_price': '' });
    expect(made.status).toBe(303);
    const shown = await admin.get(made.headers.get('location') ?? '');
    expect(shown.html).toContain('Onboarding');
    expect(shown.html).toContain('$399.00');
  });
});

describe('who looks after a service', () => {
  it('is said by admins: whoever does sees it from then on, and whoever did no more', async () => {
    const admin = new Reader(world.url, world.tokens.admin);
    const user = { user_id: 901, account_id: 1, name: 'Noah Next', email: 'noah@alorig.example' };
    await must(world.post('platform/facts/', [fact('UserRegistered', user)]));
    for (const [name, email, user_id] of [
      ['Maya Manager', 'maya@alorig.example', 900],
      ['Noah Next', 'noah@alorig.example', 901],
    ])
      await must(world.post('services/members/', { name, email, role: 'account_manager', user_id }), 201);
    expect((await admin.get(BASE)).html).toContain(`href="${BASE}manager/"`);
    const page = await admin.get(`${BASE}manager/`);
    expect(page.html).toContain('Maya Manager looks after site11.example');
    expect(formOf(page.html, 'assign').fields.get('/account_manager_id')).toBe('900');
    expect((await maya.get(`${BASE}manager/`)).status).toBe(404);
    const noah = new Reader(world.url, world.tokens.otherManager);
    expect((await noah.get(BASE)).status).toBe(404);
    expect((await admin.fill(`${BASE}manager/`, 'assign', { '/account_manager_id': '901' })).status).toBe(303);
    expect((await noah.get(BASE)).status).toBe(200);
    expect((await maya.get(BASE)).status).toBe(404);
    expect((await admin.fill(`${BASE}manager/`, 'assign', { '/account_manager_id': '900' })).status).toBe(303);
    expect((await subscription()).account_manager_id).toBe(900);
  });
});

describe('margin', () => {
  it('is shown by what brings it, and taken along', async () => {
    for (const by of ['service', 'client', 'order', 'month']) {
      expect((await maya.get(`/app/margin/?by=${by}`)).status).toBe(200);
      expect((await maya.get(`/app/margin/csv/?by=${by}`)).html).toMatch(/^"key","label","revenue"/);
    }
    expect((await maya.get('/app/margin/?by=client')).html).not.toContain('Client 2');
  });
});

describe('the config of a service', () => {
  it('shows every setting of the schema, and which differ from the tier’s', async () => {
    const { html } = await maya.get(`${BASE}config/`);
    for (const name of [
      'automation/articles_per_run',
      'backlinks/monthly_budget',
      'reporting/send_at',
      'review_required',
    ])
      expect(field(html, `/service_config/${name}`), name).toBeDefined();
    expect(html).toContain('Everything is as Managed Pro has it.');
  });

  it('is saved as it was sent: lists, switches, numbers, and what is empty', async () => {
    const sent = await maya.fill(`${BASE}config/`, 'config', {
      '/service_config/automation/articles_per_run': '5',
      '/service_config/reporting/recipients': 'one@example.com\r\n two@example.com \r\n',
      '/service_config/reporting/sections': ['executive_summary', 'organic_traffic'],
      '/service_config/gsc/enabled': [],
    });
    expect(sent.status).toBe(303);
    const { service_config: config } = await subscription();
    expect(config.automation.articles_per_run).toBe(5);
    expect(config.gsc.enabled).toBe(false);
    expect(config.schema.enabled).toBe(true);
    expect(config.reporting).toMatchObject({
      recipients: ['one@example.com', 'two@example.com'],
      sections: ['executive_summary', 'organic_traffic'],
      time_zone: null,
    });
    const cookie = (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { html } = await maya.get(sent.headers.get('location') ?? '', { cookie });
    expect(html).toContain('Saved. What is made from now on follows it.');
    expect(html).toContain('default: 8');
  });

  it('shows what is wrong at its field, and keeps what was typed', async () => {
    const wrong = await maya.fill(`${BASE}config/`, 'config', {
      '/service_config/reporting/send_at': '25:99',
      '/service_config/automation/articles_per_run': '7',
      '/service_config/reporting/recipients': 'not an address',
    });
    expect(wrong.status).toBe(422);
    for (const name of ['/service_config/reporting/send_at', '/service_config/reporting/recipients'])
      expect(attribute(field(wrong.html, name) ?? { nodeName: '' }, 'aria-invalid'), name).toBe('true');
    expect(wrong.html).toContain('must be a time of day such as 09:00');
    const typed = formOf(wrong.html, 'config').fields;
    expect(typed.get('/service_config/automation/articles_per_run')).toBe('7');
    expect(typed.get('/service_config/reporting/send_at')).toBe('25:99');
    expect((await subscription()).service_config.automation.articles_per_run).toBe(5);
    const corrected = new URLSearchParams(typed);
    corrected.set('/service_config/reporting/send_at', '10:30');
    corrected.set('/service_config/reporting/recipients', '');
    expect((await maya.send(`${BASE}config/`, corrected)).status).toBe(303);
    expect((await subscription()).service_config.reporting).toMatchObject({ send_at: '10:30', recipients: [] });
  });

  it('is not overwritten unseen by whoever had it open before', async () => {
    const { fields } = formOf((await maya.get(`${BASE}config/`)).html, 'config');
    await must(world.patch('services/subscriptions/1/', { service_config: { backlinks: { niche: 'tech_saas' } } }));
    fields.set('/service_config/backlinks/niche', 'general');
    const moved = await maya.send(`${BASE}config/`, fields);
    expect(moved.status).toBe(412);
    expect(moved.html).toContain('Somebody changed this while you had the form open');
    expect((await maya.send(`${BASE}config/`, formOf(moved.html, 'config').fields)).status).toBe(303);
  });
});

describe('what can be done with a service', () => {
  it('is said in words first, with the bills before and after, and changes nothing by being looked at', async () => {
    const before = await subscription();
    const { html } = await maya.get(`${BASE}cancel/`);
    expect(html).toMatch(
      /Cancel Managed Pro for site11\.example\? It ends today .* June is billed for 2 of 30 days: \$26\.60\./,
    );
    expect(html).toContain('$186.20');
    expect(html).toContain('July 2026, afterwards');
    expect(await subscription()).toEqual(before);
  });

  it('shows what another tier or price comes to, refuses what the API refuses, and does what was looked at', async () => {
    const address = `${BASE}terms/?${new URLSearchParams({ '/monthly_price': '300.00', '/override_reason': 'loyalty' })}`;
    const admin = new Reader(world.url, world.tokens.admin);
    const shown = await admin.get(address);
    expect(shown.html).toContain('$300.00');
    expect((await admin.send(address, formOf(shown.html, 'terms').fields)).status).toBe(303);
    expect((await subscription()).monthly_price).toBe('300.00');
    const refused = await admin.get(`${BASE}terms/?${new URLSearchParams({ '/monthly_price': 'cheap' })}`);
    expect(attribute(field(refused.html, '/monthly_price') ?? { nodeName: '' }, 'aria-invalid')).toBe('true');
  });

  it('pauses, says so once, and resumes', async () => {
    const paused = await maya.fill(`${BASE}pause/`, 'pause', { '/reason': 'relaunch' });
    expect(paused.status).toBe(303);
    const cookie = (paused.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const seen = await maya.get(BASE, { cookie });
    expect(seen.html).toContain('Managed Pro for site11.example is paused.');
    expect(seen.html).toContain('paused: relaunch');
    expect(seen.headers.get('set-cookie')).toContain('Max-Age=0');
    // The notice is for whom it was said to, and for nobody else.
    const other = new Reader(world.url, world.tokens.admin);
    expect((await other.get(BASE, { cookie })).html).not.toContain('is paused.');
    const again = await maya.get(`${BASE}pause/`);
    expect(again.html).not.toContain('name="_form" value="pause"');
    expect((await maya.fill(`${BASE}resume/`, 'resume')).status).toBe(303);
    expect((await subscription()).status).toBe('active');
  });

  it('tells what happened, and takes the links along', async () => {
    const { html } = await maya.get(`${BASE}timeline/`);
    expect(html).toMatch(/paused/i);
    const { headers, status } = await maya.get(`${BASE}backlinks/csv/`);
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="backlinks.csv"']);
  });
});
