import { describe, expect, it } from 'vitest';
import { tries } from '#test/support/depth';
import { simulate } from './history.ts';
import { simulateLinks } from './link-history.ts';
import { simulateMoney } from './money-history.ts';
import { GUARDS, LINK_GUARDS, MONEY_GUARDS } from './process.ts';

/** A taste of it on every run; `npm run simulate -- --seeds 10000` is the meal. */
const SEEDS = tries(5, 300);
const LINK_SEEDS = tries(3, 150);
const MONEY_SEEDS = tries(5, 300);
/** Each guard's absence is found within so many histories, by a wide margin. */
const WITHIN = 200;
/** The history that showed it when it was last looked for comes first; the others follow where it shows it no more. */
const SHOWN: Readonly<Record<string, number>> = { 'attempt-record': 6 };
const LINK_SHOWN: Readonly<Record<string, number>> = { 'attempt-record': 19, 'look-up-first': 2 };
const histories = (first = 1): number[] => [first, ...Array.from({ length: WITHIN }, (_, n) => n + 1)];

/** Faults of the first history that has any, without this guard. */
async function faults(shown: number | undefined, broken: (seed: number) => Promise<readonly unknown[]>) {
  for (const seed of histories(shown)) {
    const found = await broken(seed);
    if (found.length > 0) return found.length;
  }
  return 0;
}

describe('simulated histories with crashes at any await', () => {
  it('lose no step and do nothing twice', async () => {
    for (let seed = 1; seed <= SEEDS; seed++) expect(await simulate(seed)).toMatchObject({ seed, broken: [] });
  }, 300_000);

  it('are the same again from the same seed', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });

  it.each(GUARDS)(
    'break without the guard %s',
    async (guard) => {
      expect(await faults(SHOWN[guard], async (seed) => (await simulate(seed, guard)).broken)).toBeGreaterThan(0);
    },
    300_000,
  );
});

describe('simulated histories of links, with every fault of the indexing services', () => {
  it('submit no step twice, lose none, and come to an end', async () => {
    for (let seed = 1; seed <= LINK_SEEDS; seed++)
      expect(await simulateLinks(seed)).toMatchObject({ seed, broken: [] });
  }, 300_000);

  it('are the same again from the same seed', async () => {
    expect(await simulateLinks(7)).toEqual(await simulateLinks(7));
  });

  it.each(LINK_GUARDS)(
    'break without the guard %s',
    async (guard) => {
      expect(
        await faults(LINK_SHOWN[guard], async (seed) => (await simulateLinks(seed, guard)).broken),
      ).toBeGreaterThan(0);
    },
    300_000,
  );
});

describe('simulated histories of payments, with every fault of the gateway and 30 hours of downtime', () => {
  it('charge nothing twice, lose nothing, and settle', async () => {
    for (let seed = 1; seed <= MONEY_SEEDS; seed++)
      expect(await simulateMoney(seed)).toMatchObject({ seed, broken: [] });
  }, 300_000);

  it('are the same again from the same seed', async () => {
    expect(await simulateMoney(7)).toEqual(await simulateMoney(7));
  });

  it.each(MONEY_GUARDS)(
    'break without the guard %s',
    async (guard) => {
      expect(await faults(SHOWN[guard], async (seed) => (await simulateMoney(seed, guard)).broken)).toBeGreaterThan(0);
    },
    300_000,
  );
});
