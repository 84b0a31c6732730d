import { describe, expect, it } from 'vitest';
import { database, frozenHolder, kills } from '#test/rig/scenarios';

/** The rig for a short time; `npm run rig -- --minutes 10` is the same for a long one. */
describe('under load, with every command repeated under its key until it is answered', () => {
  it('connections that are cut, lost answers to writes, and a database that hangs: nothing lost, doubled or wrong', async () => {
    const outcome = await database(1);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.done).toMatchObject({ freezes: 1 });
    expect(outcome.done['cuts']).toBeGreaterThan(1);
    expect(outcome.done['lost']).toBeGreaterThan(0);
    expect(outcome.acknowledged).toBeGreaterThan(20);
  }, 90_000);

  it('a killed postmaster of the database that was brought along: it is brought back, and nothing is lost', async () => {
    const outcome = await kills(1);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.done['kills']).toBeGreaterThan(0);
    expect(outcome.acknowledged).toBeGreaterThan(20);
  }, 90_000);

  it('a process that stands still and holds the leases: the others answer rightly, or not yet', async () => {
    const outcome = await frozenHolder(6_000);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.acknowledged).toBeGreaterThan(20);
  }, 90_000);
});
