import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { clientFacts, databaseUrl } from '#test/support/api';
import { type Served, served } from '#test/support/child';
import { tries } from '#test/support/depth';
import { testDatabase } from '#test/support/postgres';

/** Kills at moments spread over an onboarding by counting events, not by waiting. */
const KILL_AT = [3, 9, 17, 26, 38, 55].filter((_, n) => n % tries(2, 1) === 0);

describe('a process that is killed', () => {
  it('completes the onboarding after each restart, with no e-mail and no work request twice', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
    const watcher = new pg.Client(database.config);
    await watcher.connect();
    const position = async () =>
      Number((await watcher.query('SELECT position FROM event_store.head')).rows[0].position);

    let process: Served = await served(env);
    await process.api.post('platform/facts/', clientFacts(1, 11));
    const begun = await position();
    const headers = { 'idempotency-key': 'create-1' };
    const wanted = { account_id: 1, site_id: 11, tier: 'pro' };
    let created = process.api.post('services/subscriptions/', wanted, { headers }).catch(() => null);
    for (const after of KILL_AT) {
      for (let looks = 0; (await position()) < begun + after && looks < 2000; looks++) await pause(2);
      await process.kill();
      await created;
      process = await served(env);
      created = process.api.post('services/subscriptions/', wanted, { headers }).catch(() => null);
    }
    let answer = await created;
    while (answer?.body.code === 'idempotency_in_progress')
      answer = await process.api.post('services/subscriptions/', wanted, { headers });
    expect(answer?.status).toBe(201);
    await process.api.post('sandbox/clock/advance/', { by: '1h' });

    const { body } = await process.api.get('services/subscriptions/');
    expect(body.count).toBe(1);
    expect(body.results[0]).toMatchObject({ status: 'active', onboarding: { status: 'completed' } });
    const mails = (await process.api.get('sandbox/mail/')).body.results.map(
      ({ subject }: { subject: string }) => subject,
    );
    expect(mails).toEqual([
      'Welcome: managed SEO for site11.example begins',
      'New client onboarded: Client 1 (site11.example)',
    ]);
    const requests = (await process.api.get('platform/work-requests/?page_size=200')).body.results as {
      kind: string;
      payload: unknown;
    }[];
    const named = requests.map(({ kind, payload }) => `${kind} ${JSON.stringify(payload)}`);
    expect(new Set(named).size).toBe(named.length);
    expect(requests.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['automation.configure', 'content.plan', 'pipeline.run']),
    );
    expect(await process.stop()).toBe(0);
    await watcher.end();
    await database.drop();
  }, 120_000);
});

describe('two processes on one database', () => {
  it('share the work: every event projected once, every job run once, either can be lost', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
    const first = await served(env);
    const second = await served(env);
    await first.api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]);
    const made = await Promise.all([
      first.api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }),
      second.api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' }),
      second.api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    await second.api.advance('2026-06-20T12:00:00Z');
    expect((await first.api.get('sandbox/clock/')).body.now).toBe('2026-06-20T12:00:00.000Z');
    await first.kill();
    await second.api.advance('2026-07-02T12:00:00Z');

    const list = (await second.api.get('services/subscriptions/')).body.results as {
      status: string;
      current_month_start: string;
    }[];
    expect(list.map(({ status, current_month_start }) => [status, current_month_start])).toEqual([
      ['active', '2026-07-01'],
      ['active', '2026-07-01'],
    ]);
    const watcher = new pg.Client(database.config);
    await watcher.connect();
    const { rows } =
      await watcher.query(`SELECT data->>'job' AS job, data->>'occurrence' AS occurrence, count(*)::integer AS n FROM event_store.events
      WHERE type = 'JobFinished' GROUP BY 1, 2 HAVING count(*) > 1`);
    expect(rows).toEqual([]);
    const mails = (await second.api.get('sandbox/mail/')).body.results as { subject: string; to: string[] }[];
    expect(new Set(mails.map(({ subject, to }) => subject + to.join())).size).toBe(mails.length);
    await watcher.end();
    expect(await second.stop()).toBe(0);
    await database.drop();
  }, 120_000);
});
