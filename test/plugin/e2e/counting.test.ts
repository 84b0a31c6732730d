import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, type SandboxApi, sandboxApi } from '#test/support/api';
import { release, zipOf } from '../fixtures.ts';

const BASE = 'plugins/igny8-seo/';
const NAT = '203.0.113.77';
const CHECKS = 10_000;
const PER_MINUTE = 600;

/** What wordpress.org answers in these tests, and what it was asked. */
const wporg = { status: 200, info: {} as object | string, downloads: {} as object, asked: [] as string[] };
let server: Server;
let api: SandboxApi;

beforeAll(async () => {
  server = createServer((request, response) => {
    wporg.asked.push(request.url ?? '');
    const isInfo = request.url?.startsWith('/base/plugins/info/1.2/') ?? false;
    const body = isInfo ? wporg.info : wporg.downloads;
    response.writeHead(isInfo ? wporg.status : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  api = await sandboxApi('2026-06-17T08:00:00Z', {
    RATE_LIMIT_PER_MINUTE: String(PER_MINUTE),
    WPORG_API_BASE: `http://127.0.0.1:${port}/base/`,
  });
  const response = await fetch(`${api.url}/api/v1/${BASE}releases/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/zip' },
    body: new Uint8Array(zipOf(release('1.2.0'))),
  });
  expect(response.status).toBe(201);
  await api.post(`${BASE}releases/1.2.0/publish/`);
});
afterAll(async () => {
  await api.stop();
  await new Promise((done) => server.close(done));
});

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const pool = new pg.Pool({ ...api.database.config, max: 1 });
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  } finally {
    await pool.end();
  }
}

describe('update checks of many sites behind one address', () => {
  it('are answered within the limits, counted by version, and nothing is kept of who asked', async () => {
    const { app } = api.running;
    const env = { incoming: { socket: { remoteAddress: NAT, remoteFamily: 'IPv4', remotePort: 1 } } };
    const answers = new Map<number, number>();
    let refused: Response | undefined;
    for (let n = 0; n < CHECKS; n++) {
      // Whoever else waits has a turn: connections that the server has closed meanwhile are noticed.
      if (n % 200 === 0) await new Promise((turn) => setImmediate(turn));
      const version = n % 4 === 0 ? '1.2.0' : n % 4 === 1 ? `0.${n}` : '1.0.0';
      const request = new Request(`${api.url}/api/v1/${BASE}check-update/?version=${version}&php=8.2&wp=6.6`, {
        headers: { 'user-agent': `WordPress/6.6; https://shop-${n % 500}.example` },
      });
      const answer = await app.fetch(request, env);
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
      if (answer.status === 429) refused = answer;
      else await answer.arrayBuffer();
    }
    const fine = answers.get(200) ?? 0;
    expect([...answers.keys()].sort()).toEqual([200, 429]);
    expect(fine).toBeGreaterThanOrEqual(PER_MINUTE);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another address is not in its way.
    expect((await api.get(`${BASE}check-update/?version=1.0.0`, { token: null })).body.update).toBe(true);

    const text = async () => (await api.get(`${BASE}checks/`)).body.days;
    expect(await text()).toEqual([]);
    await api.advance('2026-06-17T09:05:00Z');
    await expect.poll(text).not.toEqual([]);
    const days: { version: string; checks: number; sites: number; offered: number }[] = await text();
    expect(days.map(({ version }) => version)).toEqual(['1.2.0', 'other']);
    expect(days.reduce((sum, { checks }) => sum + checks, 0)).toBe(fine + 1);
    expect(days.reduce((sum, { sites }) => sum + sites, 0)).toBe(500);
    expect(days[0]).toMatchObject({ offered: 0 });
    expect(days[1]?.offered).toBe(days[1]?.checks);

    const kept = await everything();
    expect(kept).toContain('PluginChecksCounted');
    for (const word of [NAT, 'shop-', 'cb00714d']) expect(kept.includes(word), word).toBe(false);
    const { body } = await api.get('audit/events/?type=PluginChecksCounted');
    expect(body.results.length).toBe(1);
  });

  it('are told before the process ends, and by the day they were made on', async () => {
    await fetch(`${api.url}/api/v1/${BASE}download/`);
    await api.advance('2026-06-18T00:10:00Z');
    await api.get(`${BASE}check-update/?version=1.2.0`, { token: null });
    await api.running.system.lastly();
    await api.running.system.upToDate();
    const { days } = (await api.get(`${BASE}checks/`)).body;
    expect(days.filter(({ day }: { day: string }) => day === '2026-06-18')).toEqual([
      { day: '2026-06-18', version: '1.2.0', checks: 1, sites: 0, offered: 0, downloads: 0 },
    ]);
    const before = days.find(
      ({ day, version }: { day: string; version: string }) => day === '2026-06-17' && version === '1.2.0',
    );
    expect(before.downloads).toBe(1);
  });
});

describe('sync_wporg_stats', () => {
  // A run at the same moment is the same run.
  const run = async () => {
    const { body: clock } = await api.get('sandbox/clock/');
    await api.advance(new Date(Date.parse(clock.now) + 60_000).toISOString());
    await api.post('ops/jobs/sync_wporg_stats/run/');
    const job = async () => {
      const { body } = await api.get('ops/jobs/');
      return body.results.find(({ job }: { job: string }) => job === 'sync_wporg_stats');
    };
    await expect.poll(async () => (await job()).last_run.outcome).not.toBe('running');
    return job();
  };
  const stats = async () => (await api.get(`${BASE}stats/`, { token: null })).body;

  it('takes what wordpress.org tells, day by day', async () => {
    // As https://api.wordpress.org/plugins/info/1.2/ answers, fields that are not read left out.
    wporg.info = {
      name: 'IGNY8 SEO',
      slug: 'igny8-seo',
      version: '1.2.0',
      requires: '6.0',
      rating: 94,
      ratings: { 5: 20, 4: 2, 3: 0, 2: 0, 1: 1 },
      num_ratings: 23,
      active_installs: 700,
      downloaded: 9120,
      last_updated: '2026-06-16 3:04pm GMT',
      sections: { description: '<p>x</p>' },
    };
    wporg.downloads = { '2026-06-15': '31', '2026-06-16': 44, 'not a day': '1' };
    await run();
    expect(wporg.asked.map((url) => url.split('?')[0])).toContain('/base/stats/plugin/1.0/downloads.php');
    expect(decodeURIComponent(wporg.asked.at(-2) ?? '')).toContain('action=plugin_information&request[slug]=igny8-seo');
    expect(await stats()).toEqual({
      slug: 'igny8-seo',
      active_installs: 700,
      rating: 94,
      num_ratings: 23,
      downloaded: 9120,
      days: [
        { day: '2026-06-15', downloads: 31, rating: null, num_ratings: null, active_installs: null, downloaded: null },
        { day: '2026-06-16', downloads: 44, rating: null, num_ratings: null, active_installs: null, downloaded: null },
        { day: '2026-06-18', downloads: null, rating: 94, num_ratings: 23, active_installs: 700, downloaded: 9120 },
      ],
    });
    expect((await api.get(`${BASE}info/`, { token: null })).body).toMatchObject({
      rating: 94,
      num_ratings: 23,
      active_installs: 700,
      downloaded: 9120,
    });
  });

  it('runs every day, takes a day once, and what changed of days before', async () => {
    wporg.downloads = { '2026-06-16': '45', '2026-06-17': '50', '2026-06-18': '2' };
    await api.advance('2026-06-19T06:00:00Z');
    const { days } = await stats();
    expect(days.map(({ day, downloads }: { day: string; downloads: number }) => [day, downloads])).toEqual([
      ['2026-06-15', 31],
      ['2026-06-16', 45],
      ['2026-06-17', 50],
      ['2026-06-18', 2],
      ['2026-06-19', null],
    ]);
    await run();
    const { body } = await api.get('audit/events/?type=WporgStatsTaken');
    expect(body.results.length).toBe(2);
    expect(body.results.at(-1).data.downloads).toEqual([
      { day: '2026-06-16', downloads: 45 },
      { day: '2026-06-17', downloads: 50 },
      { day: '2026-06-18', downloads: 2 },
    ]);
  });

  it.each([
    ['it is not listed', 404, { error: 'Plugin not found.' }, /not listed/],
    ['it is closed', 200, { error: 'closed', slug: 'igny8-seo', closed: true }, /not listed/],
    ['wordpress.org is down', 503, 'Service Unavailable', /answered 503/],
    ['the answer is no JSON', 200, '<html>', /no JSON/],
    ['the answer is of another plugin', 200, { slug: 'other' }, /another plugin/],
  ])('says so where %s, and keeps what was known', async (_, status, info, said) => {
    const before = await stats();
    Object.assign(wporg, { status, info });
    expect(JSON.stringify(await run())).toMatch(said);
    expect(await stats()).toEqual(before);
  });
});
