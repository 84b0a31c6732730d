import { describe, expect, it } from 'vitest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import type { AccountId } from '#domain/kernel/ids';
import { Ahead } from '#runtime/ahead';
import { Arrivals } from '#runtime/arrivals';
import { Standstill } from '#runtime/standstill';
import { world } from '#test/support/world';

/** Lets happen what follows without anything from outside. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A projector that others move, a clock that stands until it is moved, and pauses that end when the test says. */
function shore({ head = 10 } = {}) {
  let [shown, known, now, looks, helps] = [0, 0, 0, 0, 0];
  const watchers = new Set<() => void>();
  const paused: (() => void)[] = [];
  const stands = (position: number) => {
    if (position === known) return;
    known = position;
    for (const watcher of [...watchers]) watcher();
  };
  const arrivals = new Arrivals({
    projector: {
      position: () => known,
      look: async () => {
        looks += 1;
        stands(shown);
      },
      watch: (callback) => {
        watchers.add(callback);
        return () => watchers.delete(callback);
      },
    },
    help: async () => {
      helps += 1;
      if (shown >= head) return false;
      shown = head;
      stands(shown);
      return true;
    },
    head: async () => head,
    monotonicMs: () => now,
    pause: () => new Promise((resolve) => paused.push(resolve)),
  });
  return {
    arrivals,
    looks: () => looks,
    helps: () => helps,
    elsewhere: (position: number) => {
      shown = position;
    },
    here: (position: number) => {
      shown = position;
      stands(position);
    },
    pass: (ms: number) => {
      now += ms;
    },
    /** Ends the pause of whoever looks, and lets what follows from it happen. */
    async round(): Promise<void> {
      for (const resolve of paused.splice(0)) resolve();
      await settled();
    },
  };
}

describe('who waits for read models', () => {
  it('shares one look a round with all others, however many they are', async () => {
    const counted = async (waiters: number) => {
      const { arrivals, looks, elsewhere, round } = shore();
      const waiting = Array.from({ length: waiters }, (_, n) => arrivals.waitFor(1 + (n % 7), 60_000));
      await round();
      await round();
      elsewhere(7);
      await round();
      expect(await Promise.all(waiting)).toEqual(waiting.map(() => true));
      await round();
      return looks();
    };
    expect(await counted(1)).toBe(3);
    expect(await counted(64)).toBe(3);
  });

  it('asks the database nothing while this process projects by itself', async () => {
    const { arrivals, looks, here, round } = shore();
    const waiting = arrivals.waitFor(3, 60_000);
    for (const position of [1, 2, 3]) {
      here(position);
      await round();
    }
    expect(await waiting).toBe(true);
    expect(looks()).toBe(0);
  });

  it('is woken when its own position is reached, and not by every step before', async () => {
    const { arrivals, here } = shore();
    const reached: number[] = [];
    for (const position of [2, 5]) void arrivals.waitFor(position, 60_000).then(() => reached.push(position));
    here(2);
    await Promise.resolve();
    expect(reached).toEqual([2]);
    here(6);
    await Promise.resolve();
    expect(reached).toEqual([2, 5]);
  });

  it('projects itself where whoever ought to does not, once and not in every round', async () => {
    const { arrivals, helps, pass, round } = shore();
    const waiting = arrivals.waitFor(10, 60_000);
    await round();
    expect(helps()).toBe(0);
    pass(299);
    await round();
    expect(helps()).toBe(0);
    pass(1);
    await round();
    expect(await waiting).toBe(true);
    expect(helps()).toBe(1);
  });

  it('is told no when the time is over', async () => {
    const { arrivals } = shore();
    expect(await arrivals.waitFor(10, 1)).toBe(false);
  });

  it('decides by what was in the log a moment ago: waits for no more, and for no less', async () => {
    const { arrivals, looks, elsewhere, pass } = shore();
    expect(await arrivals.fresh(1)).toBe(true);
    arrivals.noticed(4);
    pass(499);
    expect(await arrivals.fresh(1)).toBe(true);
    expect(looks()).toBe(0);
    pass(1);
    expect(await arrivals.fresh(1)).toBe(false);
    elsewhere(4);
    expect(await arrivals.fresh(1)).toBe(true);
    arrivals.noticed(5);
    expect(await arrivals.fresh(1)).toBe(true);
  });

  it('waits for what is a moment old, not for what came since', async () => {
    const { arrivals, here, pass } = shore();
    arrivals.noticed(4);
    pass(500);
    arrivals.noticed(9);
    const waiting = arrivals.fresh(60_000);
    await settled();
    here(4);
    expect(await waiting).toBe(true);
  });

  it('learns how far they are elsewhere also where it only looks in now and then', async () => {
    const { arrivals, looks, elsewhere, pass } = shore();
    expect(arrivals.current()).toBe(0);
    await settled();
    elsewhere(6);
    expect(arrivals.current()).toBe(0);
    pass(500);
    arrivals.current();
    arrivals.current();
    await settled();
    expect(arrivals.current()).toBe(6);
    expect(looks()).toBe(2);
  });

  it('does not believe what it did not see while there was more in the log', async () => {
    const { arrivals, here } = shore({ head: 3 });
    expect(await arrivals.sinceThen(3, 1)).toBe('complete');
    expect(await arrivals.sinceThen(2, 1)).toBe('behind');
    here(3);
    expect(await arrivals.sinceThen(2, 1)).toBe('caught_up');
  });
});

describe('a projector', () => {
  it('tells of a change and of nothing else', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    let told = 0;
    w.projector.watch(() => {
      told += 1;
    });
    await w.client({ account: 1, site: 10 });
    const after = told;
    expect(after).toBeGreaterThan(0);
    await w.projector.look();
    await w.projector.refresh();
    await w.projector.runOnce();
    expect(told).toBe(after);
  });
});

describe('tables ahead of the read models', () => {
  it('show what the read models will show, and write nothing', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    await w.client({ account: 1, site: 10 });
    const { store, readModels } = w.surroundings;
    const behind = w.projector.position();
    await w.receive(
      w.fact('AccountRegistered', {
        account_id: 2 as AccountId,
        name: 'Two',
        email: 'two@example.com',
        plan: 'growth',
      }),
      w.fact('SiteRegistered', { site_id: 20, account_id: 2, domain: 'two.example' }),
    );
    const fresh = createInMemoryReadModels();
    await fresh.setUp(w.projector.projections);
    const ahead = new Ahead({
      store,
      codec: w.codec,
      projections: w.projector.projections,
      readModels: fresh,
      pageSize: 3,
    });
    const { position } = await store.head();
    expect(position).toBeGreaterThan(behind);
    while (await w.projector.runOnce());
    for (const table of w.projector.projections.flatMap(({ tables }) => tables)) {
      const seen = await ahead.read(position, (tables) => tables.find(table.name, {}));
      expect(seen, table.name).toEqual(await readModels.tables('live').find(table.name, {}));
      expect(await fresh.tables('live').find(table.name, {})).toEqual([]);
    }
  });

  it('are made anew where the read models moved meanwhile', async () => {
    const w = await world('2026-06-17T10:00:00Z');
    const { store, readModels } = w.surroundings;
    await w.receive(w.fact('AccountRegistered', { account_id: 3, name: 'C', email: 'c@example.com', plan: 'scale' }));
    const { position } = await store.head();
    const ahead = new Ahead({ store, readModels, codec: w.codec, projections: w.projector.projections });
    let reads = 0;
    const rows = await ahead.read(position, async (tables) => {
      reads += 1;
      if (reads === 1) await w.projector.runOnce();
      return tables.find('igny8_platform_accounts', {});
    });
    expect(reads).toBe(2);
    expect(rows).toMatchObject([{ id: 3 }]);
  });
});

describe('standing still', () => {
  it('is being behind without moving, from when it was first seen so', () => {
    const standstill = new Standstill();
    const at = (ms: number, position: number, lag: number) =>
      standstill.observe(ms, [{ name: 'invoices', position, lag }])[0]?.stillMs ?? null;
    expect(at(0, 5, 0)).toBeNull();
    expect(at(90_000, 5, 3)).toBe(0);
    expect(at(101_000, 5, 4)).toBe(11_000);
    expect(at(102_000, 6, 9)).toBe(0);
    expect(at(132_500, 6, 80)).toBe(30_500);
    expect(at(133_000, 86, 0)).toBeNull();
    expect(at(180_000, 86, 1)).toBe(0);
  });
});
