import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { unpacked } from '#domain/proof/bundle-zip';
import { checked } from '#domain/proof/evidence-bundle-check';
import { type Client, clientFacts, drawingApi, fact, type SandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { verify } from '../../../docs/verify/verify.mjs';

const REPORTS = 'services/reports/';
const SECRETS = ['the dip of week 24', 'mistrusts the agency', 'numbers are wrong'];
let api: SandboxApi;
let client: Client;
let manager: Client;
let id = 0;
let disputeId = 0;
/** What the address of a share answers. */
let shared = 0;

const token = async (role: string, more: object): Promise<Client> =>
  api.as((await must(api.post('auth/tokens/', { role, scopes: ['read', 'write'], label: role, ...more }), 201)).token);
const query = async (text: string): Promise<pg.QueryResult> => {
  const connection = new pg.Client(api.database.config);
  await connection.connect();
  try {
    return await connection.query(text);
  } finally {
    await connection.end();
  }
};

/** June of a Pro site, billed; its report was sent in version 1 and opened, and is read again in version 2 with a comment. */
beforeAll(async () => {
  api = await drawingApi('2026-06-29T08:00:00Z');
  const search = Array.from({ length: 30 }, (_, n) =>
    fact('SearchMetricsRecorded', {
      site_id: 11,
      date: `2026-06-${String(n + 1).padStart(2, '0')}`,
      clicks: 40 + n,
      impressions: 900 + 10 * n,
      position: 12.5,
    }),
  );
  const user = fact('UserRegistered', {
    user_id: 900,
    account_id: 1,
    name: 'Maya Manager',
    email: 'maya@agency.example',
  });
  await api.post('platform/facts/', [...clientFacts(1, 11), user, ...search]);
  client = await token('client', { account_id: 1 });
  manager = await token('account_manager', { user_id: 900 });
  await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
  const config = { reporting: { cadence: 'monthly', recipients: ['ann@client.example'] } };
  const order = { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900, service_config: config };
  await must(api.post('services/subscriptions/', order), 201);
  await api.advance('2026-06-29T09:00:00Z');
  const note = { site_id: 11, date: '2026-06-15', visibility: 'client' };
  await must(manager.post('services/annotations/', { ...note, text: 'Relaunch of the home page' }), 201);
  await must(
    manager.post('services/annotations/', { ...note, text: 'The client mistrusts the agency', visibility: 'team' }),
    201,
  );
  await api.advance('2026-07-01T12:00:00Z');
  [{ id }] = (await must(api.get(REPORTS))).results;
  await must(manager.post(`${REPORTS}${id}/approve/`, { version: 1 }));
  await must(manager.post(`${REPORTS}${id}/send/`, { version: 1 }));
  await api.advance('2026-07-01T12:05:00Z');
  const { address } = await must(client.post(`${REPORTS}${id}/share/`, {}), 201);
  shared = (await fetch(address.replace(/^https?:\/\/[^/]+/, api.url))).status;
  const comment = { section: 'organic_traffic', text: 'The relaunch explains the dip of week 24.' };
  await must(manager.post(`${REPORTS}${id}/comment/`, comment), 202);
  await api.advance('2026-07-01T12:30:00Z');
  await must(manager.post(`${REPORTS}${id}/reject/`, { version: 2, reason: 'the numbers are wrong' }));
  const opened = await must(client.post('audit/disputes/', { invoice_id: 1, reason: 'no report came' }), 201);
  disputeId = opened.id;
  await must(api.post(`audit/disputes/${disputeId}/evidence/`, {}));
  await api.advance('2026-07-01T12:40:00Z');
}, 180_000);
afterAll(() => api.stop());

const bundleOf = async (): Promise<Uint8Array> => {
  const headers = { authorization: 'Bearer first-admin-token' };
  const answer = await fetch(`${api.url}/api/v1/audit/disputes/${disputeId}/bundle/`, { headers });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

const pdf = async (version: number): Promise<string> => {
  const headers = { authorization: 'Bearer first-admin-token' };
  const answer = await fetch(`${api.url}/api/v1/${REPORTS}${id}/pdf/?version=${version}`, { headers });
  return new TextDecoder('latin1').decode(await answer.arrayBuffer());
};

describe('what a bundle holds of reports', () => {
  it('is what was sent, to whom sealed, with its PDF; two verifiers agree', async () => {
    const bytes = await bundleOf();
    expect([checked(bytes, {}, checkCrypto), verify(bytes)]).toMatchObject([
      { verdict: 'holds' },
      { verdict: 'holds' },
    ]);
    const files = unpacked(bytes) ?? new Map();
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    const reports = JSON.parse(text('deliverables/reports.json'));
    expect(reports).toMatchObject([
      {
        report_id: id,
        version: 1,
        report_type: 'monthly',
        period_start: '2026-06-01',
        period_end: '2026-06-30',
        deliveries: [{ to: expect.stringMatching(/^sealed:v1:address-/), outcome: 'accepted', again: false }],
      },
    ]);
    const { versions } = await must(api.get(`${REPORTS}${id}/`));
    expect(reports[0].sha256).toBe(versions[0].sha256);
    const pdf = files.get(`deliverables/reports/${reports[0].sha256}.pdf`);
    expect([pdf.length, new TextDecoder().decode(pdf.subarray(0, 5))]).toEqual([reports[0].size_bytes, '%PDF-']);
  });

  it('is nothing of versions that were only read, of comments, or of what the team keeps to itself', async () => {
    const files = unpacked(await bundleOf()) ?? new Map();
    const events = new TextDecoder()
      .decode(files.get('events.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const own = events.filter(({ stream }) => stream === `report-${id}`);
    expect(new Set(own.map(({ data }) => data.version))).toEqual(new Set([1]));
    const types = new Set(events.map(({ type }) => type));
    for (const type of ['ReportCommented', 'ReportRejected', 'ReportDataCollected', 'AnnotationAdded'])
      expect(types).not.toContain(type);
    expect([...files.keys()].filter((name) => name.startsWith('deliverables/reports/'))).toHaveLength(1);
    expect(events.filter(({ data }) => 'password_hash' in data)).toEqual([]);
  });
});

describe('what clients’ timelines and webhooks tell of reports', () => {
  it('is that one was sent, and nothing that anybody said of it', async () => {
    const timeline = await must(client.get('services/subscriptions/1/timeline/'));
    const told = timeline.results.filter(({ type }: { type: string }) => type.startsWith('Report'));
    expect(told.map(({ type, data }: { type: string; data: object }) => [type, data])).toEqual([
      ['ReportDelivered', { report_id: id, version: 1, subscription_id: 1, outcome: 'accepted' }],
    ]);
    for (const secret of SECRETS) expect(JSON.stringify(timeline)).not.toContain(secret);
    const shown = await must(client.get(`${REPORTS}${id}/`));
    for (const secret of SECRETS) expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.version).toBe(1);
  });
});

describe('what people wrote', () => {
  it('stands sealed in the log, and is opened where it may be read', async () => {
    const { rows } = await query(
      `SELECT data::text AS data FROM event_store.events WHERE stream ~ '^(report|annotation)-'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const secret of [...SECRETS, 'Relaunch of the home page']) expect(JSON.stringify(rows)).not.toContain(secret);
    const notes = (await must(manager.get('services/annotations/'))).results;
    expect(notes.map(({ text }: { text: string }) => text).sort()).toEqual([
      'Relaunch of the home page',
      'The client mistrusts the agency',
    ]);
    const { report_data } = await must(client.get(`${REPORTS}${id}/`));
    expect(report_data.annotations).toMatchObject([{ text: 'Relaunch of the home page', date: '2026-06-15' }]);
  });
});

describe('where managed services are switched off', () => {
  const off = (enabled: boolean) =>
    must(api.put('ops/flags/', { flag: 'managed_services_enabled', account_id: 1, enabled, reason: 'test' }));
  it('reports, goals, notes and brands are nowhere, and what was shared goes on', async () => {
    const { address } = await must(client.post(`${REPORTS}${id}/share/`, {}), 201);
    await off(false);
    const asked = { subscription_id: 1, report_type: 'monthly', period_start: '2026-06-01' };
    const answers = await Promise.all([
      client.get(REPORTS),
      client.get(`${REPORTS}${id}/`),
      api.get(`${REPORTS}${id}/`),
      api.post(`${REPORTS}generate/`, asked),
      client.get('services/goals/'),
      client.get('services/annotations/1/'),
      manager.post('services/annotations/', { site_id: 11, date: '2026-06-15', text: 'x' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect((await fetch(address.replace(/^https?:\/\/[^/]+/, api.url))).status).toBe(shared);
    await off(true);
    expect((await client.get(`${REPORTS}${id}/`)).status).toBe(200);
  });
});

describe('an audit', () => {
  const replay = () => must(api.post('audit/replay/', { kind: 'report', id }));

  it('shows the states of streams of the room', async () => {
    const { results } = await must(api.get(`audit/streams/report-${id}/`));
    expect(results[0]).toMatchObject({ before: { status: 'none' }, after: { status: 'generating' } });
    const notes = await must(api.get('audit/streams/annotation-1/'));
    expect(notes.results[0].after).toMatchObject({ status: 'added', siteId: 11 });
  });

  it('collects what a report showed once more, from its place in the log, and finds it equal', async () => {
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
    expect((await api.post('audit/replay/', { kind: 'report', id: 999 })).status).toBe(422);
  });

  it('keeps what a dispute is about while that is open, and says until when', async () => {
    const erased = await must(api.delete('audit/subjects/account/1/?reason=asked'));
    expect(erased.kept).toContainEqual({
      what: 'the account’s name, texts and files',
      why: `dispute ${disputeId} is open`,
      until: '2026-09-29',
    });
    await api.advance('2026-07-01T13:00:00Z');
    const { shares, versions } = await must(api.get(`${REPORTS}${id}/`));
    expect(shares[0].revoked_at).not.toBeNull();
    expect(versions[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await pdf(1)).slice(0, 5)).toBe('%PDF-');
    expect(unpacked(await bundleOf())?.size).toBeGreaterThan(16);
    const again = await api.delete('audit/subjects/account/1/');
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('2026-09-29')]);
  });

  it('names the number that somebody changed in the store', async () => {
    await query(
      `UPDATE event_store.events SET data = jsonb_set(data::jsonb, '{data,first_page,tiles,0,value}', '987654')::json
       WHERE stream = 'report-${id}' AND type = 'ReportDataCollected' AND data->>'version' = '1'`,
    );
    const found = await replay();
    expect(found).toMatchObject({ equal: false });
    expect(found.differences).toMatchObject([{ path: '/versions/1/first_page/tiles/0/value', stored: 987654 }]);
    await query(
      `UPDATE event_store.events SET data = jsonb_set(data::jsonb, '{clicks}', '4000')::json
       WHERE type = 'SearchMetricsRecorded' AND data->>'date' = '2026-06-10'`,
    );
    const both = await replay();
    expect(both.differences.map(({ path }: { path: string }) => path)).toContainEqual(
      expect.stringMatching(/^\/versions\/2\/sections\/organic_traffic\/figures\/0\/value$/),
    );
  });
});
