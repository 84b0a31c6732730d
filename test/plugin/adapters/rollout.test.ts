import { describe, expect, it } from 'vitest';
import { createPlaces } from '#adapters/plugin/rollout';

const ROOT = Buffer.alloc(32, 7);
const sites = Array.from({ length: 2_000 }, (_, n) => `https://site${n}.example`);

describe('the place of a site in a roll-out', () => {
  it('is the same every day and in every process, and of another secret another one', () => {
    const [here, there] = [createPlaces(ROOT), createPlaces(Buffer.from(ROOT))];
    for (const site of sites.slice(0, 50)) expect(there('1.2.0', site)).toBe(here('1.2.0', site));
    const other = createPlaces(Buffer.alloc(32, 8));
    expect(sites.filter((site) => other('1.2.0', site) === here('1.2.0', site)).length).toBeLessThan(10);
  });

  it('lies from 0 to 99.99, evenly, and in another order for each version', () => {
    const placeOf = createPlaces(ROOT);
    const places = sites.map((site) => placeOf('1.2.0', site));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(100);
    for (const share of [10, 50, 90]) {
      const within = places.filter((place) => place < share).length / sites.length;
      expect(Math.abs(within - share / 100)).toBeLessThan(0.04);
    }
    const both = sites.filter((site) => placeOf('1.2.0', site) < 10 && placeOf('1.3.0', site) < 10);
    expect(both.length / sites.length).toBeLessThan(0.03);
  });
});
