import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLeases } from '#adapters/leases-postgres';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

describe('leases on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  /** Renews only when told to, as a process that is stopped does not. */
  const process = (worker: string, staleAfterMs: number) =>
    createPostgresLeases(database.config, worker, { renewEveryMs: 0, staleAfterMs });

  it('stay with a holder that has been heard of, and are taken from one that has not', async () => {
    const frozen = process('frozen', 60_000);
    const patient = process('patient', 60_000);
    const other = process('other', 0);
    expect(await frozen.hold('projections')).toBe(true);
    expect(await patient.hold('projections')).toBe(false);
    expect(await patient.isAlive('frozen')).toBe(true);

    // For one that waits no time at all, whoever is not asking just now has gone.
    expect(await other.isAlive('frozen')).toBe(false);
    expect(await other.hold('projections')).toBe(true);
    expect(await patient.isAlive('frozen')).toBe(false);

    // Woken up, it finds that it holds nothing, and can be a holder of something else.
    await frozen.renew().catch(() => undefined);
    expect(await frozen.hold('projections')).toBe(false);
    expect(await frozen.hold('timers')).toBe(true);
    expect(await patient.isAlive('frozen')).toBe(true);
    for (const each of [frozen, patient, other]) await each.close();
  });

  it('take from one that does not renew nothing that another one holds', async () => {
    const [one, two, taker] = [process('one', 60_000), process('two', 60_000), process('taker', 0)];
    expect(await one.hold('sagas')).toBe(true);
    expect(await two.hold('jobs')).toBe(true);
    expect(await taker.hold('sagas')).toBe(true);
    expect(await one.hold('jobs')).toBe(false);
    expect(await two.hold('jobs')).toBe(true);
    for (const each of [one, two, taker]) await each.close();
  });

  it('are renewed in the sight of all others', async () => {
    const holder = process('holder', 60_000);
    await holder.hold('effects');
    const watcher = new pg.Client(database.config);
    await watcher.connect();
    const heardOf = async () =>
      (
        await watcher.query(
          `SELECT a.state_change::text AS at FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE l.locktype = 'advisory' AND a.application_name = 'igny8-business leases' AND a.datname = current_database() LIMIT 1`,
        )
      ).rows[0].at as string;
    const before = await heardOf();
    await holder.renew();
    expect((await heardOf()) > before).toBe(true);
    await watcher.end();
    await holder.close();
  });

  it('go at once when the process goes', async () => {
    const [first, second] = [process('first', 60_000), process('second', 60_000)];
    await first.hold('webhooks');
    await first.close();
    expect(await second.hold('webhooks')).toBe(true);
    await second.close();
  });
});
