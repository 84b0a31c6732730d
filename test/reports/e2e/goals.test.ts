import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { days } from '../numbers.ts';

let api: SandboxApi;
let agency: Client;
let client: Client;
let other: Client;
/** The goal of articles that one test sets and a later one sees met. */
let articles = 0;

const searchFact = (site: number, date: string, clicks: number) =>
  fact(
    'SearchMetricsRecorded',
    { site_id: site, date, clicks, impressions: clicks * 10, position: 8 },
    `${date}T20:00:00Z`,
  );
const tokenOf = async (body: object): Promise<Client> => {
  const made = await api.post('auth/tokens/', { scopes: ['read', 'write'], ...body });
  expect(made.status).toBe(201);
  return api.as(made.body.token);
};

beforeAll(async () => {
  api = await sandboxApi('2026-06-17T08:00:00Z');
  const agencyFacts = [
    fact('AccountRegistered', {
      account_id: 5,
      name: 'Agency',
      email: 'agency@example.com',
      plan: 'scale',
      kind: 'agency',
    }),
  ];
  const [account, ...rest] = clientFacts(1, 11);
  const child = { ...account, data: { ...account?.data, parent_account_id: 5 } };
  const facts = [
    ...agencyFacts,
    child,
    ...rest,
    ...clientFacts(2, 12),
    ...days('2026-05-20', '2026-06-16').map((date) => searchFact(11, date, 10)),
  ];
  const sent = await api.post('platform/facts/', facts);
  expect(sent.status).toBe(200);
  agency = await tokenOf({ role: 'agency', account_id: 5 });
  client = await tokenOf({ role: 'client', account_id: 1 });
  other = await tokenOf({ role: 'client', account_id: 2 });
});
afterAll(() => api.stop());

describe('goals over HTTP', () => {
  it('are set by staff and agencies from what is known, and read by their client alone', async () => {
    const set = await agency.post('services/goals/', { site_id: 11, metric: 'clicks', target: 560, by: '2026-06-22' });
    expect(set.status).toBe(201);
    expect(set.body).toMatchObject({
      id: 1,
      site_id: 11,
      metric: 'clicks',
      baseline: 280,
      target: 560,
      status: 'open',
      pace: 'on_track',
      value: 280,
      expected: 280,
      data_to: '2026-06-16',
      met_on: null,
    });
    expect(set.headers.get('location')).toBe('/api/v1/services/goals/1/');
    expect((await client.get('services/goals/1/')).body).toMatchObject({ id: 1 });
    expect((await client.get('services/goals/?site_id=11')).body).toMatchObject({ count: 1 });
    expect((await other.get('services/goals/1/')).status).toBe(404);
    expect((await other.get('services/goals/')).body).toMatchObject({ count: 0 });
    expect(
      (await client.post('services/goals/', { site_id: 11, metric: 'clicks', target: 900, by: '2026-07-15' })).status,
    ).toBe(403);
    expect((await client.delete('services/goals/1/')).status).toBe(403);
    expect(
      (await agency.post('services/goals/', { site_id: 12, metric: 'articles', target: 3, by: '2026-07-15' })).status,
    ).toBe(404);
  });

  it('are refused without a baseline, with a target on its wrong side, and for days gone by', async () => {
    const refused = async (body: object) => {
      const { status, body: problem } = await api.post('services/goals/', { site_id: 11, by: '2026-07-15', ...body });
      return [status, problem.errors?.[0]?.pointer];
    };
    expect(await refused({ metric: 'conversions', target: 5 })).toEqual([422, '/baseline']);
    expect(await refused({ metric: 'clicks', target: 280 })).toEqual([422, '/target']);
    expect(await refused({ metric: 'position', target: 8 })).toEqual([422, '/target']);
    expect(await refused({ metric: 'clicks', target: 900, by: '2026-06-17' })).toEqual([422, '/by']);
    expect(await refused({ metric: 'followers', target: 900 })).toEqual([422, '/metric']);
  });

  it('are changed under their ETag, and answer a repeated request once', async () => {
    const body = { site_id: 11, metric: 'articles', target: 4, by: '2026-07-15' };
    const send = { headers: { 'idempotency-key': 'goal-articles' } };
    const [first, again] = [
      await api.post('services/goals/', body, send),
      await api.post('services/goals/', body, send),
    ];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body).toMatchObject({ baseline: 0, value: 0 });
    articles = first.body.id;
    const etag = first.headers.get('etag') ?? '';
    const changed = await agency.patch(
      `services/goals/${first.body.id}/`,
      { target: 2 },
      { headers: { 'if-match': etag } },
    );
    expect(changed).toMatchObject({ status: 200, body: { target: 2 } });
    expect(
      (await agency.patch(`services/goals/${first.body.id}/`, { target: 3 }, { headers: { 'if-match': etag } })).status,
    ).toBe(412);
    const gone = await api.post('services/goals/', { ...body, metric: 'referring_domains', baseline: 4, target: 9 });
    expect((await agency.delete(`services/goals/${gone.body.id}/`)).status).toBe(204);
    expect((await agency.get(`services/goals/${gone.body.id}/`)).status).toBe(404);
    expect((await agency.get('services/goals/?status=removed')).body.count).toBe(1);
  });

  it('are met and missed once, by the job of the night', async () => {
    await api.post('platform/facts/', [
      fact('ArticlePublished', { site_id: 11, content_id: 1, type: 'post', published_at: '2026-06-18T09:00:00Z' }),
      fact('ArticlePublished', { site_id: 11, content_id: 2, type: 'post', published_at: '2026-06-18T10:00:00Z' }),
    ]);
    await api.advance('2026-06-19T08:00:00Z');
    const met = (await client.get(`services/goals/${articles}/`)).body;
    expect(met).toMatchObject({ status: 'met', pace: 'met', value: 2 });
    expect((await agency.patch(`services/goals/${articles}/`, { target: 5 })).status).toBe(409);
    await api.advance('2026-06-24T08:00:00Z');
    expect((await client.get('services/goals/1/')).body).toMatchObject({ status: 'open', pace: 'behind' });
    await api.advance('2026-06-25T08:00:00Z');
    expect((await client.get('services/goals/1/')).body).toMatchObject({ status: 'missed', pace: 'missed' });
    const job = (await api.get('ops/jobs/')).body.results.find(
      (each: { job: string }) => each.job === 'collect_report_metrics',
    );
    expect(job).toMatchObject({ last_run: { outcome: 'succeeded', detail: '1 goals looked at, 0 met, 1 missed' } });
    for (const [id, type] of [
      [articles, 'GoalMet'],
      [1, 'GoalMissed'],
    ] as const) {
      const events = await api.get(`audit/events/?stream=goal-${id}&limit=50`);
      const types = events.body.results.map(({ type: each }: { type: string }) => each);
      expect(types.filter((each: string) => each === type)).toEqual([type]);
    }
  });
});

describe('annotations over HTTP', () => {
  it('are of a day, for clients or the team, and gone once removed', async () => {
    const note = (visibility: string | undefined, text: string) =>
      agency.post('services/annotations/', {
        site_id: 11,
        date: '2026-06-10',
        text,
        ...(visibility ? { visibility } : {}),
      });
    const [shown, hidden] = [await note(undefined, 'Relaunch'), await note('team', 'They are unhappy')];
    expect(shown).toMatchObject({
      status: 201,
      body: { site_id: 11, date: '2026-06-10', text: 'Relaunch', visibility: 'client' },
    });
    expect((await agency.get('services/annotations/?site_id=11')).body.count).toBe(2);
    expect((await client.get('services/annotations/')).body).toMatchObject({
      count: 1,
      results: [{ text: 'Relaunch' }],
    });
    expect((await client.get('services/annotations/?visibility=team')).body).toMatchObject({ count: 0, results: [] });
    expect((await client.get(`services/annotations/${hidden.body.id}/`)).status).toBe(404);
    expect((await other.get(`services/annotations/${shown.body.id}/`)).status).toBe(404);
    expect((await client.post('services/annotations/', { site_id: 11, date: '2026-06-10', text: 'x' })).status).toBe(
      403,
    );
    expect((await note(undefined, 'x'.repeat(301))).status).toBe(422);
    expect((await agency.delete(`services/annotations/${shown.body.id}/`)).status).toBe(204);
    expect((await agency.get(`services/annotations/${shown.body.id}/`)).status).toBe(404);
    expect((await agency.get('services/annotations/?site_id=11')).body.count).toBe(1);
  });
});

describe('facts of reports over HTTP', () => {
  it('are taken with what reports need, and refused item by item', async () => {
    const day = { site_id: 11, date: '2026-06-30' };
    const search = { ...day, clicks: 4, impressions: 90, position: 7 };
    const { status, body } = await api.post('platform/facts/', [
      fact('ConversionsRecorded', { ...day, goal: 'call', count: 2, value: '40.00', channel: 'organic' }),
      fact('TechnicalWorkDone', { ...day, kind: 'speed', title: 'Pictures load later' }),
      fact('SearchMetricsRecorded', {
        ...search,
        brand_clicks: 4,
        by_device: [{ device: 'mobile', clicks: 3, impressions: 60 }],
        by_country: [{ country: 'de', clicks: 4, impressions: 90 }],
      }),
      fact('SearchMetricsRecorded', { ...search, brand_clicks: 5 }),
      fact('ConversionsRecorded', { ...day, goal: 'call', count: -1 }),
      fact('TechnicalWorkDone', { ...day, kind: 'speed' }),
    ]);
    expect(status).toBe(200);
    expect(body.results.map((each: { outcome: string }) => each.outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'refused',
      'refused',
      'refused',
    ]);
  });
});
