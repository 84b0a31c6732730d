import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, drawingApi, fact, type SandboxApi } from '#test/support/api';

const REPORTS = 'services/reports/';
let api: SandboxApi;
let client: Client;
let manager: Client;
let id = 0;

const token = async (role: string, more: object): Promise<Client> => {
  const made = await api.post('auth/tokens/', { role, scopes: ['read', 'write'], label: role, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return api.as(made.body.token);
};
type Sent = {
  readonly to: string[];
  readonly subject: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  readonly attachments: { readonly name: string; readonly type: string; readonly size: number }[];
};
const mails = async (to: string): Promise<Sent[]> =>
  (await api.get('sandbox/mail/')).body.results.filter((mail: Sent) => mail.to.some((each) => each === to));
const report = async () => (await api.get(`${REPORTS}${id}/`)).body;

beforeAll(async () => {
  api = await drawingApi('2026-06-29T08:00:00Z');
  const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`;
  const search = Array.from({ length: 30 }, (_, n) =>
    fact('SearchMetricsRecorded', {
      site_id: 11,
      date: day(n + 1),
      clicks: 40 + n,
      impressions: 900 + 10 * n,
      position: 12.5,
      top_queries: [{ query: 'oak tables', clicks: 10, impressions: 100, position: 8.2 }],
    }),
  );
  const user = { user_id: 900, account_id: 1, name: 'Maya Manager', email: 'maya@agency.example' };
  const told = await api.post('platform/facts/', [
    ...clientFacts(1, 11),
    ...clientFacts(2, 12),
    ...clientFacts(3, 13, 'free'),
    fact('UserRegistered', user),
    ...search,
  ]);
  expect(told.status, JSON.stringify(told.body)).toBeLessThan(300);
  client = await token('client', { account_id: 1 });
  manager = await token('account_manager', { user_id: 900 });
  const made = await api.post('services/subscriptions/', {
    account_id: 1,
    site_id: 11,
    tier: 'pro',
    account_manager_id: 900,
    service_config: {
      reporting: {
        cadence: 'monthly',
        recipients: ['Ann@Client.example', 'ann@client.example', 'bob@client.example'],
        time_zone: 'America/New_York',
      },
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const lite = { account_id: 2, site_id: 12, tier: 'lite' };
  expect((await api.post('services/subscriptions/', lite)).status).toBe(201);
  await api.advance('2026-06-29T09:00:00Z');
}, 120_000);
afterAll(() => api.stop());

describe('the life of a report', () => {
  it('is made of a period that is over, once', async () => {
    const body = { subscription_id: 1, report_type: 'monthly', period_start: '2026-06-01' };
    const early = await api.post(`${REPORTS}generate/`, body);
    expect([early.status, early.body.errors[0].pointer]).toEqual([422, '/period_start']);
    await api.advance('2026-07-01T05:00:00Z');
    const made = await manager.post(`${REPORTS}generate/`, body);
    expect(made.status, JSON.stringify(made.body)).toBe(202);
    expect(made.body).toMatchObject({ state: 'generating', version: 1, due_on: '2026-07-03', language: 'en' });
    id = made.body.id;
    expect(made.headers.get('location')).toBe(`/api/v1/${REPORTS}${id}/`);
    const again = await api.post(`${REPORTS}generate/`, body);
    expect([again.status, again.body.code, again.body.existing_id]).toEqual([409, 'duplicate', id]);
  });

  it('waits to be read: the manager is told, a client does not find it', async () => {
    await api.advance('2026-07-01T05:01:00Z');
    const now = await report();
    expect(now).toMatchObject({ state: 'in_review', status: 'ready', problem: null, sent_to: [], deliveries: [] });
    expect(now.report_data.sections.organic_traffic.figures.length).toBeGreaterThan(0);
    expect(now.versions).toMatchObject([{ version: 1, cause: 'generated', sha256: expect.any(String) }]);
    expect((await client.get(`${REPORTS}${id}/`)).status).toBe(404);
    expect((await client.get(REPORTS)).body.count).toBe(0);
    expect((await mails('maya@agency.example')).map(({ subject }) => subject)).toContain(
      'To be read: monthly report of site11.example, 2026-06-01 to 2026-06-30',
    );
    const unread = await api.post(`${REPORTS}${id}/send/`, { version: 1 });
    expect([unread.status, unread.body.code]).toEqual([409, 'not_approved']);
  });

  it('has its PDF behind a link that opens for a quarter of an hour', async () => {
    const { report_pdf_url: url } = await report();
    const linked = await fetch(new URL(url, api.url));
    expect([linked.status, linked.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await linked.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await api.get(`${REPORTS}${id}/pdf/?version=2`)).status).toBe(404);
    await api.advance('2026-07-01T05:17:00Z');
    expect((await fetch(new URL(url, api.url))).status).toBe(404);
  });

  it('shows a comment in a version of its own, which is read anew', async () => {
    const text = 'The relaunch in week 24 explains the dip.';
    const commented = await manager.post(`${REPORTS}${id}/comment/`, { section: 'organic_traffic', text });
    expect([commented.status, commented.body.version]).toEqual([202, 2]);
    await api.advance('2026-07-01T05:20:00Z');
    const now = await report();
    expect(now.comments).toMatchObject([{ text, section: 'organic_traffic', author: { name: 'Maya Manager' } }]);
    const [first, second] = now.versions;
    expect(second).toMatchObject({ cause: 'comment', comments_through: 1, position: first.position });
    expect(second.sha256).not.toBe(first.sha256);
    const old = await manager.post(`${REPORTS}${id}/approve/`, { version: 1 });
    expect([old.status, old.body.code]).toEqual([409, 'version_superseded']);
  });

  it('is made by the jobs for everybody else, read by nobody where none is wanted, and sent', async () => {
    await api.advance('2026-07-01T09:05:00Z');
    const jobs = (await api.get('ops/jobs/')).body.results;
    expect(jobs.find((each: { job: string }) => each.job === 'generate_monthly_reports')).toMatchObject({
      last_run: { outcome: 'succeeded', detail: '1 report asked for' },
      progress: { total: 1, done: 1, failed: 0 },
    });
    const [made] = (await api.get(`${REPORTS}?account_id=2`)).body.results;
    expect(made).toMatchObject({ period_start: '2026-06-01', state: 'sent', sent_at: '2026-07-01T09:00:00.000Z' });
    const reports = (await mails('client2@example.com')).filter(({ attachments }) => attachments.length > 0);
    expect(reports.map(({ attachments }) => attachments[0]?.name)).toEqual(['report-monthly-2026-06-01.pdf']);
  });

  it('is asked about every morning once it is due, and does not go out by itself', async () => {
    await api.advance('2026-07-03T07:05:00Z');
    const overdue = (await api.get('services/dashboard/overdue/?kind=report_review')).body;
    expect(overdue.results).toMatchObject([{ kind: 'report_review', id }]);
    expect((await mails('maya@agency.example')).map(({ subject }) => subject)).toContain(
      'Reminder of 2026-07-03, to be read: monthly report of site11.example, 2026-06-01 to 2026-06-30 (version 2)',
    );
  });

  it('is sent at the client’s hour of its due day, to each address once', async () => {
    const approved = await manager.post(`${REPORTS}${id}/approve/`, { version: 2 });
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    await api.advance('2026-07-03T12:59:00Z');
    expect(await mails('bob@client.example')).toEqual([]);
    // 09:00 in New York.
    await api.advance('2026-07-03T13:01:00Z');
    const now = await report();
    expect(now).toMatchObject({ state: 'sent', sent_at: '2026-07-03T13:00:00.000Z' });
    expect(now.sent_to).toHaveLength(2);
    const [mail, ...more] = await mails('bob@client.example');
    expect(more).toEqual([]);
    expect(mail?.attachments).toMatchObject([{ name: 'report-monthly-2026-06-01.pdf', type: 'application/pdf' }]);
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.html).toContain('cid:figures');
    const ann = (await api.get('sandbox/mail/')).body.results.filter((each: Sent) => /ann@/i.test(each.to[0] ?? ''));
    expect(ann).toHaveLength(1);
  });

  it('is there for the client now, without who was sent it', async () => {
    const shown = await client.get(`${REPORTS}${id}/`);
    expect(shown.body).toMatchObject({ state: 'sent', version: 2, status: 'ready' });
    expect(Object.keys(shown.body)).not.toContain('sent_to');
    expect(Object.keys(shown.body)).not.toContain('deliveries');
    expect(shown.body.versions).toHaveLength(1);
    expect((await client.post(`${REPORTS}${id}/regenerate/`, {})).status).toBe(403);
  });

  it('goes to nobody twice, unless staff say so, and to nobody who wants none', async () => {
    const twice = await api.post(`${REPORTS}${id}/send/`, { version: 2 });
    expect([twice.status, twice.body.code]).toEqual([409, 'no_recipients']);
    const again = await api.post(`${REPORTS}${id}/send/`, { version: 2, to: ['BOB@client.example'], again: true });
    expect(again.status).toBe(200);
    await api.advance('2026-07-03T13:05:00Z');
    const repeated = (await api.get('sandbox/mail/')).body.results.filter((each: Sent) =>
      /bob@/i.test(each.to[0] ?? ''),
    );
    expect(repeated).toHaveLength(2);

    const [address = ''] = /https?:[^>]+/.exec(repeated[0].headers['List-Unsubscribe']) ?? [];
    const looked = await fetch(address);
    expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(200);
    const refused = await api.post(`${REPORTS}${id}/send/`, { version: 2, to: ['bob@client.example'], again: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'no_recipients']);
    const asked = { account_id: 1, address: 'Bob@client.example', reason: 'asked for them by phone' };
    expect((await api.post(`${REPORTS}resubscribe/`, asked)).status).toBe(204);
    const third = await api.post(`${REPORTS}${id}/send/`, { version: 2, to: ['bob@client.example'], again: true });
    expect(third.status).toBe(200);
  });

  it('is shared by a link whose address is said once', async () => {
    const made = await client.post(`${REPORTS}${id}/share/`, { password: 'correct horse' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ report_id: id, has_password: true, views: 0, revoked_at: null });
    expect(made.body.address).toMatch(/\/shared\/[\w-]{43}\/$/);
    const { shares } = await report();
    expect(shares).toMatchObject([{ id: made.body.id }]);
    expect(shares[0].address).toBeUndefined();
    expect((await client.delete(`${REPORTS}${id}/share/${made.body.id}/`)).status).toBe(204);
    expect((await report()).shares[0].revoked_at).not.toBeNull();
    const long = await client.post(`${REPORTS}${id}/share/`, { expires_at: '2028-01-01T00:00:00Z' });
    expect([long.status, long.body.errors[0].pointer]).toEqual([422, '/expires_at']);
  });

  it('is previewed as it would be now, and nothing is kept', async () => {
    const before = (await api.get(REPORTS)).body.count;
    const json = await api.get(`${REPORTS}preview/?subscription_id=1&type=monthly`);
    expect(json.status, JSON.stringify(json.body).slice(0, 300)).toBe(200);
    expect(json.body.compared.period[0]).toBe('2026-07-01');
    const headers = { authorization: 'Bearer first-admin-token' };
    const png = await fetch(`${api.url}/api/v1/${REPORTS}preview/?subscription_id=1&format=png`, { headers });
    expect(png.headers.get('content-type')).toBe('image/png');
    expect((await api.get(REPORTS)).body.count).toBe(before);
    expect((await client.get(`${REPORTS}preview/?subscription_id=1`)).status).toBe(403);
    // Of a site without a contract the plan is asked.
    const lacking = await api.get(`${REPORTS}preview/?site_id=13`);
    expect([lacking.status, lacking.body.code]).toEqual([403, 'feature_not_in_plan']);
    expect(lacking.body.upgrade_to).not.toBeNull();
  });
});
