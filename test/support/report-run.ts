import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Client, clientFacts, fact } from './api.ts';
import { type Served, served } from './child.ts';

/** A life of the process: killed after so many further events of reports, or when all is done, under that trouble with mails. */
export type Life = { readonly killAfter: number; readonly mail: readonly [mode: string, times: number] | null };
export type RunSettings = {
  readonly clients: number;
  readonly lives: readonly Life[];
  readonly database: { readonly url: string; readonly config: pg.ClientConfig };
  readonly env?: Record<string, string>;
  /** Told of each process while it works on the run. */
  readonly during?: (process: Served, working: () => boolean) => Promise<void>;
  readonly before?: (process: Served) => Promise<void>;
};
export type Progress = { readonly total: number; readonly done: number; readonly failed: number };
export type RunOutcome = {
  /** What was wrong with the reports and mails in the end. */
  readonly wrong: readonly string[];
  readonly progress: readonly Progress[];
  readonly reports: number;
  readonly mails: number;
  /** Mails that a server refused for good, and that were sent again by hand. */
  readonly refused: number;
  readonly kills: number;
  /** The most memory that a process took, in MiB. */
  readonly mostMb: number;
};

const BEGIN = '2026-06-30T08:00:00Z';
const EVE = '2026-07-01T05:55:00Z';
/** Reports are asked for at six and sent at nine; mails that were put off are tried for hours. */
const END = '2026-07-01T12:00:00Z';
const recipients = (n: number) => [`first${n}@client.example`, `second${n}@client.example`];

async function must(asked: Promise<{ status: number; body: unknown }>, what: string) {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
}

/** Clients with a month of search data, each with two people who get its reports, which nobody reads before. */
async function clients(api: Client, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const site = 1000 + n;
    const search = [26, 27, 28, 29, 30].map((day) =>
      fact('SearchMetricsRecorded', {
        site_id: site,
        date: `2026-06-${day}`,
        clicks: 40 + n + day,
        impressions: 900 + 10 * day,
        position: 12.5,
        top_queries: [{ query: `oak tables ${n}`, clicks: 10, impressions: 100, position: 8.2 }],
      }),
    );
    await must(api.post('platform/facts/', [...clientFacts(n, site), ...search]), 'facts');
    const reporting = { cadence: 'monthly', recipients: recipients(n) };
    const wanted = { account_id: n, site_id: site, tier: 'lite', service_config: { reporting } };
    await must(api.post('services/subscriptions/', wanted), 'subscription');
  }
}

/** The reports of a month for all clients, by a process that is killed again and again. */
export async function reportRun(settings: RunSettings): Promise<RunOutcome> {
  const { clients: count, lives, database, before, during } = settings;
  const env = { DATABASE_URL: database.url, SANDBOX: 'true', SANDBOX_CLOCK: BEGIN, ...settings.env };
  const watcher = new pg.Client(database.config);
  await watcher.connect();
  const rows = async (text: string) => (await watcher.query(text)).rows;
  const events = async (): Promise<number> =>
    (await rows(`SELECT count(*)::integer AS n FROM event_store.events WHERE type LIKE 'Report%'`))[0].n;

  let process = await served(env);
  let mostMb = 0;
  const progress: Progress[] = [];
  const watch = async (): Promise<void> => {
    const jobs = await process.api.get('ops/jobs/').catch(() => null);
    const job = jobs?.body.results?.find(({ job: name }: { job: string }) => name === 'generate_monthly_reports');
    if (job?.progress) progress.push(job.progress);
    mostMb = Math.max(mostMb, memoryOf(process));
  };
  await clients(process.api, count);
  await process.api.advance(EVE);
  await before?.(process);
  for (const { killAfter, mail } of lives) {
    if (mail !== null) {
      const fault = { provider: 'mail', mode: mail[0], times: mail[1] };
      await must(process.api.post('sandbox/faults/', fault), 'fault');
    }
    const begun = await events();
    let ended = false;
    const work = process.api
      .advance(END)
      .catch(() => null)
      .finally(() => {
        ended = true;
      });
    const aside = during?.(process, () => true);
    for (let looks = 0; !ended && (await events()) < begun + killAfter; looks++) {
      if (looks % 50 === 0) await watch();
      await pause(5);
    }
    await watch();
    await process.kill();
    await Promise.all([work, aside]);
    process = await served(env);
  }
  let working = true;
  const aside = during?.(process, () => working);
  await process.api.advance(END);
  working = false;
  await aside;
  const refused = await sentAgain(process.api);
  await process.api.advance('2026-07-01T12:30:00Z');
  await watch();
  const wrong = await wrongIn(process.api, rows, count);
  const mails = (await mailed(process.api)).length;
  const stopped = await process.stop();
  if (stopped !== 0) wrong.push(`the process ended with ${stopped}`);
  await watcher.end();
  return { wrong, progress, reports: count, mails, refused, kills: lives.length, mostMb };
}

/** Mails that a server refused for good are sent again by hand, to whom they did not reach. */
async function sentAgain(api: Client): Promise<number> {
  let refused = 0;
  for (const { id } of await all(api)) {
    const { body } = await api.get(`services/reports/${id}/`);
    const failed = body.deliveries.filter(({ outcome }: { outcome: string }) => outcome === 'refused').length;
    refused += failed;
    if (failed > 0) await must(api.post(`services/reports/${id}/send/`, { version: 1 }), 'send');
  }
  return refused;
}

type Row = { readonly id: number; readonly state: string; readonly status: string };
async function all(api: Client): Promise<Row[]> {
  const found: Row[] = [];
  for (let page = 1; ; page++) {
    const { body } = await api.get(`services/reports/?page_size=100&page=${page}`);
    found.push(...body.results);
    if (found.length >= body.count || body.results.length === 0) return found;
  }
}
type Mail = { readonly to: string[]; readonly attachments: readonly object[] };
const mailed = async (api: Client): Promise<Mail[]> =>
  ((await api.get('sandbox/mail/')).body.results as Mail[]).filter(({ attachments }) => attachments.length > 0);

async function wrongIn(api: Client, rows: (text: string) => Promise<Row[] | object[]>, count: number) {
  const wrong: string[] = [];
  const reports = await all(api);
  if (reports.length !== count) wrong.push(`${reports.length} reports of ${count}`);
  for (const { id, state, status } of reports)
    if (state !== 'sent' || status !== 'ready') wrong.push(`report ${id} is ${state}, ${status}`);
  const times = new Map<string, number>();
  for (const { to } of await mailed(api)) for (const each of to) times.set(each, (times.get(each) ?? 0) + 1);
  for (let n = 1; n <= count; n++)
    for (const each of recipients(n)) if (times.get(each) !== 1) wrong.push(`${each}: ${times.get(each) ?? 0} mails`);
  const doubled = await rows(`SELECT type, stream, data->>'version' AS version, count(*)::integer AS n
    FROM event_store.events WHERE type IN ('ReportRequested', 'ReportDataCollected', 'ReportRendered')
    GROUP BY 1, 2, 3 HAVING count(*) > 1`);
  const ran = await rows(`SELECT data->>'job' AS job, data->>'occurrence' AS occurrence, count(*)::integer AS n
    FROM event_store.events WHERE type = 'JobFinished' GROUP BY 1, 2 HAVING count(*) > 1`);
  wrong.push(...[...doubled, ...ran].map((row) => `twice: ${JSON.stringify(row)}`));
  return wrong;
}

/** The most memory that the process has taken so far, in MiB; 0 where the system does not say. */
function memoryOf({ child }: Served): number {
  try {
    const [, kb = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    return 0;
  }
}
