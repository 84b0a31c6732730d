import { afterEach, describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { Background } from '#runtime/background';
import type { Pump } from '#runtime/pump';

describe('what goes on by itself', () => {
  let running: Background | undefined;
  afterEach(() => running?.stop());
  const turns = async (n = 20) => {
    for (let turn = 0; turn < n; turn++) await new Promise(setImmediate);
  };

  it('rests while somebody drives it all, but for what requests wait for, and goes on afterwards', async () => {
    const looks = { sagas: 0, projections: 0 };
    const pump = (name: keyof typeof looks): Pump => ({
      name,
      runOnce: () =>
        new Promise((resolve) =>
          setImmediate(() => {
            looks[name] += 1;
            resolve(true);
          }),
        ),
    });
    running = new Background({
      store: createInMemoryEventStore(),
      pumps: [pump('sagas'), pump('projections')],
      restless: new Set(['projections']),
      pollMs: 3_600_000,
      onError: (_, error) => expect(error).toBeNull(),
    });
    await running.start();
    await turns();
    const rested = await running.whileQuiet(async () => {
      const before = { ...looks };
      await turns();
      expect(looks.sagas).toBe(before.sagas);
      expect(looks.projections).toBeGreaterThan(before.projections);
      return looks.sagas;
    });
    await turns();
    expect(looks.sagas).toBeGreaterThan(rested);
  });

  it('looks again where something came while a pump was looking', async () => {
    let looks = 0;
    const pump: Pump = {
      name: 'sagas',
      async runOnce() {
        looks += 1;
        // What comes just now is not in what it has read.
        if (looks === 1) running?.wake();
        return false;
      },
    };
    running = new Background({
      store: createInMemoryEventStore(),
      pumps: [pump],
      pollMs: 3_600_000,
      onError: (_, error) => expect(error).toBeNull(),
    });
    await running.start();
    await turns();
    expect(looks).toBe(2);
  });

  it('first ends what it is at, lets one drive at a time, and goes on after one that failed', async () => {
    const order: string[] = [];
    let end = () => {};
    const begun = new Promise<boolean>((resolve) => {
      end = () => {
        order.push('ended');
        resolve(false);
      };
    });
    let looks = 0;
    const background = new Background({
      store: createInMemoryEventStore(),
      pumps: [{ name: 'slow', runOnce: () => (looks++ === 0 ? begun : Promise.resolve(false)) }],
      pollMs: 3_600_000,
      onError: () => undefined,
    });
    running = background;
    await background.start();
    const first = background.whileQuiet(async () => {
      order.push('first');
      await turns();
      throw new Error('no');
    });
    const second = background.whileQuiet(async () => order.push('second'));
    await turns();
    expect(order).toEqual([]);
    end();
    await expect(first).rejects.toThrow('no');
    await second;
    await turns();
    expect(order).toEqual(['ended', 'first', 'second']);
    expect(looks).toBeGreaterThan(1);
  });
});
