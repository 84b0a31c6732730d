import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START } from '#runtime/event-store';
import { type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { png } from '../pictures.ts';

const BRANDING = 'services/branding/';
const TEMPLATES = 'services/report-templates/';
const picture = `data:image/png;base64,${png({ width: 200, height: 80 }).toString('base64')}`;

describe('brands of agencies', () => {
  let api: SandboxApi;
  let agency: Client;
  let rival: Client;
  let client: Client;
  beforeAll(async () => {
    api = await sandboxApi();
    await api.post('platform/facts/', [
      fact('AccountRegistered', {
        account_id: 1,
        name: 'Acorn',
        email: 'a@acorn.example',
        plan: 'scale',
        kind: 'agency',
      }),
      fact('AccountRegistered', {
        account_id: 2,
        name: 'Birch',
        email: 'b@birch.example',
        plan: 'scale',
        kind: 'agency',
      }),
      fact('AccountRegistered', {
        account_id: 3,
        name: 'Small',
        email: 's@small.example',
        plan: 'growth',
        kind: 'agency',
      }),
      fact('AccountRegistered', {
        account_id: 4,
        name: 'Child',
        email: 'c@child.example',
        plan: 'scale',
        parent_account_id: 1,
      }),
      ...clientFacts(5, 55),
    ]);
    const as = async (role: string, account_id: number) =>
      api.as((await api.post('auth/tokens/', { role, account_id })).body.token);
    agency = await as('agency', 1);
    rival = await as('agency', 2);
    client = await as('client', 4);
    await api.post('sandbox/pages/', { url: 'https://acorn.example/logo.png', html: picture });
    await api.post('sandbox/pages/', { url: 'https://acorn.example/logo.svg', html: '<svg></svg>' });
  });
  afterAll(() => api.stop());
  const settle = () => api.post('sandbox/clock/advance/', { by: '2m' });

  it('are made, shown with what became of logo and domain, changed and removed', async () => {
    const made = await agency.post(BRANDING, {
      brand_name: 'Acorn Agency',
      brand_logo_url: 'https://acorn.example/logo.png',
      primary_color: '#14532D',
      contact_email: 'hello@acorn.example',
      report_domain: 'Reports.Acorn.Example',
    });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        account_id: 1,
        primary_color: '#14532d',
        contact_email: 'hello@acorn.example',
        report_domain: 'reports.acorn.example',
        is_active: true,
        domain: { record: { name: '_report-domain.reports.acorn.example', type: 'TXT' } },
      },
    ]);
    await settle();
    const one = `${BRANDING}${made.body.id}/`;
    const now = await agency.get(one);
    expect(now.body).toMatchObject({ logo: { state: 'ready', width: 200, height: 80 }, domain: { state: 'proved' } });
    // Whom it names is in no event in the clear.
    const stream = `agency-branding-${made.body.id}`;
    const [stored] = await api.running.system.around.store.readStream(stream, { from: 0, limit: 1 });
    expect([
      stored?.type,
      stored?.dataText.includes('hello@'),
      stored?.dataText.includes('sealed:v1:account-1:'),
    ]).toEqual(['BrandingCreated', false, true]);

    const refused = await agency.put(one, {
      brand_name: 'Acorn Agency',
      brand_logo_url: 'https://acorn.example/logo.svg',
    });
    expect([refused.status, refused.body.report_domain, refused.body.domain]).toEqual([200, null, null]);
    await settle();
    expect((await agency.get(one)).body.logo).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('SVG'),
    });
    await api.post('sandbox/pages/', { url: 'https://acorn.example/logo.svg', html: picture });
    expect((await agency.post(`${one}fetch-logo/`, {})).body.logo.state).toBe('pending');
    await settle();
    expect((await agency.get(one)).body.logo.state).toBe('ready');

    const stale = await agency.put(
      one,
      { brand_name: 'Other' },
      { headers: { 'if-match': now.headers.get('etag') ?? '' } },
    );
    expect(stale.status).toBe(412);
    expect((await agency.get(BRANDING)).body.results.map(({ id }: { id: number }) => id)).toEqual([made.body.id]);
    expect((await agency.delete(one)).status).toBe(204);
    expect([(await agency.get(one)).status, (await agency.get(BRANDING)).body.count]).toEqual([404, 0]);
  });

  it('belong to who made them: others do not see them, clients may not, staff say for whom', async () => {
    const made = await agency.post(BRANDING, { brand_name: 'Mine' });
    const one = `${BRANDING}${made.body.id}/`;
    expect([
      (await rival.get(one)).status,
      (await rival.put(one, { brand_name: 'x' })).status,
      (await rival.delete(one)).status,
    ]).toEqual([404, 404, 404]);
    expect([(await client.get(BRANDING)).status, (await client.post(BRANDING, { brand_name: 'x' })).status]).toEqual([
      403, 403,
    ]);
    expect((await agency.post(BRANDING, { brand_name: 'x', account_id: 2 })).status).toBe(404);
    expect((await agency.post(BRANDING, { brand_name: 'x', account_id: 4 })).status).toBe(404);
    expect((await api.post(BRANDING, { brand_name: 'x' })).body.errors[0].pointer).toBe('/account_id');
    expect((await api.post(BRANDING, { brand_name: 'By staff', account_id: 2 })).body.account_id).toBe(2);
    expect((await api.post(BRANDING, { brand_name: 'x', account_id: 3 })).body).toMatchObject({
      code: 'feature_not_in_plan',
      upgrade_to: 'scale',
    });
    expect((await api.put(one, { brand_name: 'x', account_id: 2 })).status).toBe(422);
    const manager = api.as((await api.post('auth/tokens/', { role: 'account_manager', user_id: 9 })).body.token);
    expect([
      (await manager.get(one)).status,
      (await manager.post(BRANDING, { brand_name: 'x', account_id: 1 })).status,
    ]).toEqual([404, 404]);
  });

  it.each([
    ['brand_name', 'Powered by IGNY8'],
    ['brand_name', 'Alorig'],
    ['brand_name', 'gnp\u202eexe'],
    ['footer_text', 'made by Igny8 GmbH'],
    ['website_url', 'https://www.alorig.com/'],
    ['primary_color', 'red'],
    ['primary_color', '#fff'],
    ['brand_logo_url', 'http://acorn.example/logo.png'],
    ['brand_logo_url', 'https://127.0.0.1/logo.png'],
    ['report_domain', 'localhost'],
    ['report_domain', '10.0.0.1'],
    ['report_domain', 'a.example/x'],
    ['report_domain', 'a.example:8080'],
    ['report_domain', 'reports.igny8.com'],
    ['contact_email', 'no address'],
  ])('have no %s like %j', async (field, value) => {
    const answer = await agency.post(BRANDING, { brand_name: 'Acorn', [field]: value });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, `/${field}`]);
  });

  it('have a domain that is nobody else’s, proved before a certificate may be had for it', async () => {
    const ask = (domain: string) => api.get(`hosts/ask/?domain=${domain}`, { token: null });
    const domain = 'r.birch.example';
    await api.post('sandbox/faults/', { provider: 'dns', mode: 'refuse' });
    const made = await rival.post(BRANDING, { brand_name: 'Birch', report_domain: domain });
    await settle();
    const one = `${BRANDING}${made.body.id}/`;
    expect((await rival.get(one)).body.domain.state).toBe('claimed');
    const taken = await agency.post(BRANDING, { brand_name: 'Thief', report_domain: domain });
    expect([taken.status, taken.body.code, taken.body.errors[0].pointer]).toEqual([409, 'duplicate', '/report_domain']);
    const [unproved, unknown, nonsense] = [await ask(domain), await ask('nobody.example'), await ask('a%20b')];
    expect([unproved.status, unknown.status, nonsense.status]).toEqual([404, 404, 404]);
    expect({ ...unproved.body, request_id: 0 }).toEqual({ ...unknown.body, request_id: 0 });
    await api.post('sandbox/faults/', { provider: 'dns', mode: 'off' });
    expect((await rival.post(`${one}check-domain/`, {})).body.domain.state).toBe('proved');
    expect((await ask(domain)).status).toBe(200);
    expect((await ask('R.Birch.Example.')).status).toBe(200);
    // Switched off it is not served; that nobody answers is no reason to doubt it, that it is not there any more is.
    await rival.put(one, { brand_name: 'Birch', report_domain: domain, is_active: false });
    expect((await ask(domain)).status).toBe(404);
    await rival.put(one, { brand_name: 'Birch', report_domain: domain });
    const run = () => api.post('ops/jobs/check_report_domains/run/', {});
    await api.post('sandbox/faults/', { provider: 'dns', mode: 'down' });
    await run();
    await settle();
    expect((await rival.get(one)).body.domain.state).toBe('proved');
    await api.post('sandbox/faults/', { provider: 'dns', mode: 'refuse' });
    await run();
    await settle();
    expect((await rival.get(one)).body.domain.state).toBe('lapsed');
    expect((await ask(domain)).status).toBe(404);
    await api.post('sandbox/faults/', { provider: 'dns', mode: 'off' });
    // A claim that nobody proves is given up after a week.
    await api.post('sandbox/clock/advance/', { by: '6d' });
    expect((await rival.delete(one)).status).toBe(204);
    expect((await agency.post(BRANDING, { brand_name: 'Heir', report_domain: domain })).status).toBe(201);
  }, 60_000);

  it('leave nothing behind once their account is erased', async () => {
    await rival.post(BRANDING, {
      brand_name: 'Gone',
      brand_logo_url: 'https://acorn.example/logo.png',
      contact_phone: '+1 555',
    });
    await settle();
    const { files } = api.running.system.around;
    const [logo] = (await api.running.system.around.store.readAll({ after: START, limit: 5000 })).events
      .filter(({ type, data }) => type === 'LogoStored' && data['account_id'] === 2)
      .map(({ data }) => data['file'] as { sha256: string });
    expect((await files.get(2, logo?.sha256 ?? ''))?.byteLength).toBeGreaterThan(20);
    expect((await api.delete('audit/subjects/account/2/')).status).toBe(200);
    await settle();
    expect(await files.get(2, logo?.sha256 ?? '')).toBeNull();
    expect(await files.sweep(2)).toBe(0);
    const [row] = (await rival.get(`${BRANDING}?ordering=-id`)).body.results;
    expect([row.brand_name, row.contact_phone]).toEqual(['Gone', '[erased]']);
  });

  it('stay while a config or a template names them', async () => {
    const { id } = (await agency.post(BRANDING, { brand_name: 'Used' })).body;
    const template = (await agency.post(TEMPLATES, { name: 'T', template_html: '<p>x</p>', branding_id: id })).body;
    expect((await agency.delete(`${BRANDING}${id}/`)).body).toMatchObject({
      code: 'in_use',
      detail: expect.stringContaining(`template ${template.id}`),
    });
    expect((await agency.delete(`${TEMPLATES}${template.id}/`)).status).toBe(204);
    const service_config = { reporting: { branding_id: id } };
    const subscription = await api.post('services/subscriptions/', {
      account_id: 5,
      site_id: 55,
      tier: 'pro',
      service_config,
    });
    expect(subscription.status).toBe(201);
    expect((await agency.delete(`${BRANDING}${id}/`)).body.code).toBe('in_use');
    await api.patch(`services/subscriptions/${subscription.body.id}/`, {
      service_config: { reporting: { branding_id: null } },
    });
    expect((await agency.delete(`${BRANDING}${id}/`)).status).toBe(204);
  });

  it('have templates of their own: checked, one of them the default', async () => {
    const { id } = (await agency.post(BRANDING, { brand_name: 'Framed' })).body;
    const body = { name: 'One', template_html: '<h1>{{ client.name }}</h1>', branding_id: id, is_default: true };
    const one = (await agency.post(TEMPLATES, body)).body;
    const two = (await agency.post(TEMPLATES, { ...body, name: 'Two' })).body;
    const shown = async (of: number) => (await agency.get(`${TEMPLATES}${of}/`)).body.is_default;
    expect([await shown(one.id), await shown(two.id)]).toEqual([false, true]);
    const bad = await agency.put(`${TEMPLATES}${two.id}/`, {
      ...body,
      template_html: '<h1>\n  {{ client.nam }}</h1>',
      template_css: 'p {\n  background: url(https://x.example/)\n}',
    });
    expect([bad.status, bad.body.errors]).toEqual([
      422,
      [
        { pointer: '/template_html', line: 2, column: 3, message: expect.stringContaining('client.nam') },
        { pointer: '/template_css', line: 2, column: 3, message: expect.stringContaining('url()') },
      ],
    ]);
    const large = { ...body, name: 'Large', template_html: `<p>${'é'.repeat(30_000)}</p>` };
    const kept = await agency.put(`${TEMPLATES}${two.id}/`, large);
    expect([kept.status, kept.body.template_html === large.template_html]).toEqual([200, true]);
    expect(
      (await agency.put(`${TEMPLATES}${two.id}/`, { ...body, template_html: `<p>${'é'.repeat(33_000)}</p>` })).status,
    ).toBe(422);
    expect((await rival.get(`${TEMPLATES}${one.id}/`)).status).toBe(404);
    expect((await rival.post(TEMPLATES, body)).body.errors[0].pointer).toBe('/branding_id');
    expect((await client.get(TEMPLATES)).status).toBe(403);
    const preview = await agency.post(`${TEMPLATES}preview/`, {
      template_html: '<h1>{{ client.name }}</h1><section data-section="organic_traffic"></section>',
    });
    expect([preview.status, preview.headers.get('content-security-policy')?.includes('sandbox')]).toEqual([200, true]);
    expect(preview.body).toContain('<h1>Example Client</h1>');
    expect((await agency.get(`${TEMPLATES}?branding_id=${id}`)).body.count).toBe(2);
  });
});
