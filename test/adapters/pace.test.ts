import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresPace, migratePace } from '#adapters/pace-postgres';
import { createPool } from '#adapters/postgres';
import { epochMs, instantOf, plusMs } from '#domain/kernel/time';
import { createInMemoryPace, type Pace, type Rate, spacing } from '#runtime/pace';
import { type TestDatabase, testDatabase } from '#test/support/postgres';

const START = instantOf(Date.UTC(2026, 10, 20, 10));
const RATE: Rate = { perMinute: 60, burst: 10 };

let database: TestDatabase;
let pools: readonly pg.Pool[] = [];
beforeAll(async () => {
  database = await testDatabase();
  pools = [createPool(database.config), createPool(database.config)];
  await Promise.all(pools.map(migratePace));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

let receivers = 0;
const receiver = () => `receiver-${receivers++}`;
const postgres = (): Pace[] => pools.map(createPostgresPace);

/** Paces that share what they know, each as another process would have it. */
const kinds: readonly [string, () => Pace[]][] = [
  [
    'in memory',
    () => {
      const pace = createInMemoryPace();
      return [pace, pace];
    },
  ],
  ['in the database', postgres],
];

const rates = fc
  .integer({ min: 1, max: 200 })
  .chain((perMinute) =>
    fc.record({ perMinute: fc.constant(perMinute), burst: fc.integer({ min: 1, max: perMinute }) }),
  );
/** Milliseconds between one call and the next, many of them none. */
const waits = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), { minLength: 30, maxLength: 60 });

describe.each(kinds)('a pace %s', (_, create) => {
  it('lets a burst through, then says when to come back', async () => {
    const [pace, other] = create();
    const name = receiver();
    for (let n = 0; n < RATE.burst; n++) expect(await (n % 2 ? pace : other)?.take(name, RATE, START)).toBeNull();
    const back = await pace?.take(name, RATE, START);
    expect(back).toBe(plusMs(START, RATE.burst * spacing(RATE)));
    expect(await other?.take(name, RATE, plusMs(START, spacing(RATE) - 1))).toBe(back);
    expect(await other?.take(name, RATE, plusMs(START, spacing(RATE)))).toBeNull();
    expect(await pace?.take(name, RATE, plusMs(START, 3_600_000))).toBeNull();
  });
  it('keeps receivers apart', async () => {
    const [pace] = create();
    const rate = { perMinute: 1, burst: 1 };
    const [one, two] = [receiver(), receiver()];
    expect(await pace?.take(one, rate, START)).toBeNull();
    expect(await pace?.take(one, rate, START)).toBe(plusMs(START, 60_000));
    expect(await pace?.take(two, rate, START)).toBeNull();
  });
  it('counts several calls taken as one', async () => {
    const [pace] = create();
    const name = receiver();
    expect(await pace?.take(name, RATE, START, RATE.burst)).toBeNull();
    expect(await pace?.take(name, RATE, START)).toBe(plusMs(START, RATE.burst * spacing(RATE)));
  });
  it('lets no more than the burst through of many at once', async () => {
    const paces = create();
    const name = receiver();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => paces[n % paces.length]?.take(name, RATE, START)),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(RATE.burst);
  });
  it('lets no more than its sum through in any 60 seconds', async () => {
    await fc.assert(
      fc.asyncProperty(rates, waits, async (rate, pauses) => {
        const paces = create();
        const name = receiver();
        const passed: number[] = [];
        let now = START;
        for (const [n, pause] of pauses.entries()) {
          now = plusMs(now, pause);
          const back = await paces[n % paces.length]?.take(name, rate, now);
          if (back === null) passed.push(epochMs(now));
          else expect(epochMs(back ?? now)).toBeGreaterThan(epochMs(now));
        }
        for (const from of passed) {
          const within = passed.filter((at) => at >= from && at < from + 60_000);
          expect(within.length).toBeLessThanOrEqual(rate.perMinute);
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('both paces answer alike', async () => {
  await fc.assert(
    fc.asyncProperty(rates, waits, fc.integer({ min: 1, max: 3 }), async (rate, pauses, calls) => {
      const [memory, [database]] = [createInMemoryPace(), postgres()];
      const name = receiver();
      let now = START;
      for (const pause of pauses) {
        now = plusMs(now, pause);
        const expected = await memory.take(name, rate, now, calls);
        expect(await database?.take(name, rate, now, calls)).toBe(expected);
      }
    }),
    { numRuns: 25 },
  );
});
