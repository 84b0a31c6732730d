import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, drawingApi, fact, type SandboxApi } from '#test/support/api';
import { readPdf } from '#test/support/pdf-reader';
import { png } from '../pictures.ts';

const BRANDING = 'services/branding/';
const REPORTS = 'services/reports/';
const ORDERS = 'services/backlink-orders/';
const LOGO = 'https://acorn.example/logo.png';

describe('what goes out under an agency’s brand', () => {
  let api: SandboxApi;
  let agency: Client;
  let client: Client;
  let branding = 0;
  const settle = (by = '2m') => api.post('sandbox/clock/advance/', { by });
  beforeAll(async () => {
    api = await drawingApi('2026-06-29T08:00:00Z', { WHITE_LABEL_MAIL_FROM: 'reports@neutral.example' });
    await api.post('platform/facts/', [
      fact('AccountRegistered', {
        account_id: 1,
        name: 'Acorn',
        email: 'a@acorn.example',
        plan: 'scale',
        kind: 'agency',
      }),
      ...clientFacts(4, 44),
    ]);
    const as = async (role: string, account_id: number) =>
      api.as((await api.post('auth/tokens/', { role, account_id })).body.token);
    agency = await as('agency', 1);
    client = await as('client', 4);
    const html = `data:image/png;base64,${png({ width: 200, height: 80 }).toString('base64')}`;
    await api.post('sandbox/pages/', { url: LOGO, html });
    const body = { brand_name: 'Acorn Agency', brand_logo_url: LOGO, contact_email: 'hello@acorn.example' };
    branding = (await agency.post(BRANDING, body)).body.id;
    const service_config = { reporting: { branding_id: branding, client_logo_url: 'https://client.example/logo.png' } };
    await api.post('services/subscriptions/', { account_id: 4, site_id: 44, tier: 'pro', service_config });
    await settle();
  }, 120_000);
  afterAll(() => api.stop());

  it('fails where its logo is missing, never in another look, and is made once it is there', async () => {
    await api.advance('2026-07-01T05:00:00Z');
    const made = await api.post(`${REPORTS}generate/`, {
      subscription_id: 1,
      report_type: 'monthly',
      period_start: '2026-06-01',
      branding_id: branding,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(202);
    await settle();
    const one = `${REPORTS}${made.body.id}/`;
    const failed = (await api.get(one)).body;
    expect([failed.status, JSON.stringify(failed)]).toEqual(['failed', expect.stringContaining('logo')]);
    await api.patch('services/subscriptions/1/', { service_config: { reporting: { client_logo_url: LOGO } } });
    await settle();
    const preview = await api.get(`${REPORTS}preview/?subscription_id=1&format=json`);
    expect(preview.status, JSON.stringify(preview.body)).toBe(200);
  }, 60_000);

  it('can be sent once it has a host that names nobody', async () => {
    const { lookOf, senderOf, templateOf } = api.running.system.whiteLabel;
    expect(await senderOf(branding as never)).toMatchObject({ problem: 'white_label_unready' });
    const put = (more: object) =>
      agency.put(`${BRANDING}${branding}/`, {
        brand_name: 'Acorn Agency',
        brand_logo_url: LOGO,
        contact_email: 'hello@acorn.example',
        ...more,
      });
    await put({ report_domain: 'reports.acorn.example' });
    await settle();
    expect(await senderOf(branding as never)).toEqual({
      origin: api.running.url,
      from: { name: 'Acorn Agency', address: 'reports@neutral.example' },
      reply_to: 'hello@acorn.example',
    });
    const look = (more = {}) => lookOf({ branding_id: branding as never, client_logo_url: null, ...more });
    expect(await look()).toMatchObject({
      look: { white_label: true, name: 'Acorn Agency', logo: { width: 200, height: 80 } },
    });
    expect(await look({ branding_id: null })).toMatchObject({ look: { white_label: false, name: 'IGNY8' } });
    expect(await look({ branding_id: 99 })).toMatchObject({ problem: 'branding_missing' });
    expect(await look({ client_logo_url: 'https://nobody.example/x.png' })).toMatchObject({ problem: 'logo_pending' });
    await put({ is_active: false });
    expect(await look()).toMatchObject({ problem: 'branding_inactive' });
    await put({});
    expect(await templateOf({ template_id: null, branding_id: branding as never })).toEqual({
      template: null,
      template_revision: null,
    });
    const template = { name: 'T', template_html: '<p>x</p>', branding_id: branding, is_default: true };
    const { id } = (await agency.post('services/report-templates/', template)).body;
    expect(await templateOf({ template_id: null, branding_id: branding as never })).toMatchObject({
      template: { html: '<p>x</p>' },
    });
    expect(await templateOf({ template_id: id, branding_id: null })).toMatchObject({ problem: 'template_of_other' });
    // The plan is asked, whoever makes the report.
    await api.post('platform/facts/', [
      fact('AccountPlanChanged', { account_id: 1, plan: 'growth' }, '2026-07-01T05:30:00Z'),
    ]);
    await settle();
    const lost = await look();
    await api.post('platform/facts/', [
      fact('AccountPlanChanged', { account_id: 1, plan: 'scale' }, '2026-07-01T05:31:00Z'),
    ]);
    await settle();
    expect(lost).toMatchObject({ problem: 'feature_lost' });
  }, 60_000);

  it('are reports on PR distributions too, without whom they were placed by', async () => {
    const order = (await api.post(ORDERS, { site_id: 44, lines: [{ tier: 'pr_basic', quantity: 1 }] })).body
      .id as number;
    const path = `${ORDERS}${order}/distribution-report/`;
    expect((await client.get(path)).body).toMatchObject({ code: 'invalid_state', current_state: 'no_placements' });
    await api.post(`${ORDERS}${order}/approve/`, { on_behalf_of_client: true });
    const source_url = 'https://news.example/acme-opens';
    const target_url = 'https://site44.example/';
    await api.post('sandbox/pages/', { url: source_url, html: `<a href="${target_url}">Acme</a>` });
    const link = {
      vendor: 'linking_news',
      vendor_reference: 'LN-1',
      source_url,
      target_url,
      anchor_text: 'Acme',
      cost: '120.00',
    };
    const placed = await api.post(`${ORDERS}${order}/links/`, link);
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    await settle('1h');
    const answer = await fetch(`${api.url}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${await tokenOf(api, 4)}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = readPdf(bytes)
      .pieces.map((piece) => piece.text)
      .join('');
    for (const words of ['Acorn Agency', 'news.example', 'PR distribution report']) expect(text).toContain(words);
    expect(text + Buffer.from(bytes).toString('latin1')).not.toMatch(/igny8|alorig|linking.?news|LN-1|120\.00/i);
    expect((await client.get(`${path}?branding_id=${branding}`)).status).toBe(403);
    expect((await agency.get(path)).status).toBe(404);
  }, 60_000);
});

const tokenOf = async (api: SandboxApi, account_id: number): Promise<string> =>
  (await api.post('auth/tokens/', { role: 'client', account_id })).body.token;
