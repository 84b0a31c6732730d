import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { type EventStore, type Place, START } from '#runtime/event-store';
import { Recent } from '#runtime/recent';

let made = 0;
const event = (text = 'x') => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  type: 'Noted',
  schemaVersion: 1,
  data: { text },
  metadata: {},
});

/** A log whose readings are counted. */
function world() {
  const log = createInMemoryEventStore();
  const reads: number[] = [];
  const store: EventStore = {
    ...log,
    readAll: (options) => {
      reads.push(options.after.position);
      return log.readAll(options);
    },
  };
  const recent = new Recent(store);
  const ours = recent.watched();
  let told: Place = START;
  return {
    recent,
    reads,
    append: (count = 1, by: EventStore = ours) =>
      by.append(
        'notes',
        'any',
        Array.from({ length: count }, () => event()),
      ),
    others: (count = 1) =>
      log.append(
        'notes',
        'any',
        Array.from({ length: count }, () => event()),
      ),
    /** What a subscription does when it gets its turn. */
    tell: async () => {
      const page = await log.readAll({ after: told, limit: 1000 });
      recent.seen(told, page);
      told = page.next;
    },
    log,
  };
}
const positions = (page: { readonly events: readonly { readonly position: number }[] }) =>
  page.events.map(({ position }) => position);

describe('the recent end of the log', () => {
  it('is read once, however many look', async () => {
    const w = world();
    await w.append(3);
    const pages = await Promise.all([1, 2, 3].map(() => w.recent.readAll({ after: START, limit: 10 })));
    expect(pages.map(positions)).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(positions(await w.recent.readAll({ after: START, limit: 10 }))).toEqual([1, 2, 3]);
    expect(w.reads).toEqual([0]);
  });

  it('is asked of the log until a subscription tells of it, and again once that is lost', async () => {
    const w = world();
    await w.append(2);
    const { next } = await w.recent.readAll({ after: START });
    await w.others();
    expect(positions(await w.recent.readAll({ after: next }))).toEqual([3]);
    await w.tell();
    w.recent.lost();
    await w.others();
    const end = (await w.recent.readAll({ after: next })).next;
    expect(positions(await w.recent.readAll({ after: end }))).toEqual([4]);
  });

  it('says that there is nothing without asking, while whatever comes is told', async () => {
    const w = world();
    await w.append(2);
    await w.tell();
    const end = await w.log.head();
    expect(await w.recent.readAll({ after: end })).toEqual({ events: [], next: end, caughtUp: true });
    expect(w.reads).toEqual([]);
    await w.others();
    expect(positions(await w.recent.readAll({ after: end }))).toEqual([]);
    await w.tell();
    expect(positions(await w.recent.readAll({ after: end }))).toEqual([3]);
    expect(w.reads).toEqual([]);
  });

  it('holds what this process has appended, whether or not it was told of it', async () => {
    const w = world();
    await w.append();
    await w.tell();
    const end = await w.log.head();
    await w.append(2);
    expect(positions(await w.recent.readAll({ after: end }))).toEqual([2, 3]);
    expect(w.reads).toEqual([1]);
  });

  it('answers pages of the size that is asked for, each going on where the one before ended', async () => {
    const w = world();
    await w.append(5);
    await w.tell();
    const first = await w.recent.readAll({ after: START, limit: 2 });
    expect([positions(first), first.caughtUp, first.next.position]).toEqual([[1, 2], false, 2]);
    const second = await w.recent.readAll({ after: first.next, limit: 3 });
    expect([positions(second), second.next.position]).toEqual([[3, 4, 5], 5]);
  });

  it('forgets what is long ago, which is then read from the log', async () => {
    const w = world();
    for (let thousand = 0; thousand < 5; thousand++) await w.append(1_000);
    for (let told = 0; told < 5; told++) await w.tell();
    const page = await w.recent.readAll({ after: START, limit: 500 });
    expect(positions(page)[0]).toBe(1);
    expect(w.reads).toEqual([0]);
    const late = await w.recent.readAll({ after: { position: 4_990, checkpoint: '4990' }, limit: 500 });
    expect(positions(late)).toHaveLength(10);
    expect(w.reads).toEqual([0]);
  });

  it('gives each reader every event once and in order, whatever happens in between', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constantFrom('append', 'others'), count: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ what: fc.constantFrom('tell', 'lost'), count: fc.constant(0) }),
      fc.record({
        what: fc.constant('read'),
        count: fc.integer({ min: 0, max: 2 }),
        limit: fc.integer({ min: 1, max: 5 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const w = world();
        const readers: { place: Place; seen: number[] }[] = [0, 1, 2].map(() => ({ place: START, seen: [] }));
        for (const each of steps) {
          if (each.what === 'append') await w.append(each.count);
          if (each.what === 'others') await w.others(each.count);
          if (each.what === 'tell') await w.tell();
          if (each.what === 'lost') w.recent.lost();
          const reader = each.what === 'read' ? readers[each.count] : undefined;
          if (!reader) continue;
          const page = await w.recent.readAll({ after: reader.place, limit: 'limit' in each ? each.limit : 5 });
          reader.seen.push(...positions(page));
          reader.place = page.next;
        }
        for (const reader of readers)
          expect(reader.seen).toEqual(Array.from({ length: reader.place.position }, (_, n) => n + 1));
      }),
    );
  });
});
