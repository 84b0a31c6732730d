import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { clientFacts, databaseUrl } from '#test/support/api';
import { served } from '#test/support/child';
import { testDatabase } from '#test/support/postgres';

const CONNECTIONS = 64;

describe('feature checks from 64 connections, over a kill -9', () => {
  it('are all in the log that were answered, none lost and none twice', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
    const watcher = new pg.Client(database.config);
    await watcher.connect();
    let process = await served(env);
    await process.api.post('platform/facts/', clientFacts(1, 11, 'growth'));

    /** Positions of checks whose answer was received. */
    const answered: number[] = [];
    const rounds = [400, 900];
    for (const enough of rounds) {
      const { api } = process;
      let going = true;
      const connection = async (n: number) => {
        while (going) {
          const feature = n % 2 === 0 ? 'ahrefs_level' : 'gsc_level';
          const answer = await api
            .get(`billing/features/check/${feature}/?account_id=1&required_level=full`)
            .catch(() => null);
          if (answer === null) return;
          expect(answer.status).toBe(200);
          expect(answer.body.allowed).toBe(n % 2 === 1);
          answered.push(Number(answer.headers.get('x-event-position')));
        }
      };
      const all = Array.from({ length: CONNECTIONS }, (_, n) => connection(n));
      while (answered.length < enough) await new Promise((resolve) => setImmediate(resolve));
      await process.kill();
      going = false;
      await Promise.all(all);
      process = await served(env);
    }
    expect(new Set(answered).size).toBe(answered.length);
    const { rows } = await watcher.query<{ position: string }>(
      "SELECT position FROM event_store.events WHERE type = 'FeatureGateChecked'",
    );
    const logged = new Set(rows.map(({ position }) => Number(position)));
    expect(answered.filter((position) => !logged.has(position))).toEqual([]);
    // At most what was under way when the process died is in the log without an answer.
    expect(logged.size - answered.length).toBeLessThanOrEqual(CONNECTIONS * rounds.length);

    // And the log of usage shows each of them, page by page.
    const seen: number[] = [];
    await process.api.advance('2026-06-17T08:00:01Z');
    for (let after: number | null = 0; after !== null; ) {
      const { body } = await process.api.get(`billing/features/usage/?limit=200&after=${after}`);
      seen.push(...body.results.map(({ position }: { position: number }) => position));
      after = body.next_after;
    }
    expect(new Set(seen)).toEqual(logged);
    expect(seen.length).toBe(logged.size);
    expect(await process.stop()).toBe(0);
    await watcher.end();
    await database.drop();
  }, 180_000);
});
