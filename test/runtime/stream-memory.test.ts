import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { type EventStore, WrongExpectedRevision } from '#runtime/event-store';
import { type KnownStream, StreamMemory } from '#runtime/stream-memory';

let made = 0;
const event = (n: number, text = 'x') => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  type: 'Noted',
  schemaVersion: 1,
  data: { n, text },
  metadata: {},
});

/** A store whose readings are counted, and two processes that remember its streams. */
function world(most?: number) {
  const log = createInMemoryEventStore();
  const reads: (number | undefined)[] = [];
  const store: EventStore = {
    ...log,
    readStream: (stream, options) => {
      reads.push(options?.from);
      return log.readStream(stream, options);
    },
  };
  return { log, reads, ours: new StreamMemory(store, most), theirs: new StreamMemory(log) };
}
const SUM = {};
const sum = (known: KnownStream): number =>
  known.derive(SUM, (before: number | undefined, events) =>
    events.reduce((total, { data }) => total + Number(data['n']), before ?? 0),
  );

describe('a remembered stream', () => {
  it('is not read again by who wrote it, and says what the store says', async () => {
    const { log, reads, ours } = world();
    await ours.append('a', await ours.read('a'), [event(1), event(2)]);
    const known = ours.recall('a') as KnownStream;
    await ours.append('a', known, [event(3)]);
    expect(reads).toEqual([undefined]);
    const remembered = ours.recall('a')?.events.map(({ place, revision, id, data }) => ({ place, revision, id, data }));
    const stored = await log.readStream('a');
    expect(remembered).toEqual(stored.map(({ place, revision, id, data }) => ({ place, revision, id, data })));
  });

  it('is read from where it ends when somebody wants to know how it stands now', async () => {
    const { reads, ours, theirs } = world();
    await ours.append('a', await ours.read('a'), [event(1)]);
    await theirs.append('a', await theirs.read('a'), [event(5)]);
    expect(sum(ours.recall('a') as KnownStream)).toBe(1);
    expect(sum(await ours.read('a'))).toBe(6);
    expect(reads).toEqual([undefined, 1]);
  });

  it('that has grown meanwhile refuses what was decided on it, and is read whole the next time', async () => {
    const { ours, theirs } = world();
    await ours.append('a', await ours.read('a'), [event(1)]);
    const old = ours.recall('a') as KnownStream;
    await theirs.append('a', await theirs.read('a'), [event(2)]);
    await expect(ours.append('a', old, [event(3)])).rejects.toBeInstanceOf(WrongExpectedRevision);
    expect(ours.recall('a')).toBeNull();
    expect(sum(await ours.read('a'))).toBe(3);
  });

  it('gives each event once to what is worked out from it, and an older sight its own answer', async () => {
    const { ours } = world();
    await ours.append('a', await ours.read('a'), [event(1), event(2)]);
    const older = ours.recall('a') as KnownStream;
    let given = 0;
    const count = (known: KnownStream) =>
      known.derive(count, (before: number | undefined, events) => {
        given += events.length;
        return (before ?? 0) + events.length;
      });
    expect(count(older)).toBe(2);
    await ours.append('a', older, [event(3)]);
    expect([count(ours.recall('a') as KnownStream), given]).toEqual([3, 3]);
    expect(count(older)).toBe(2);
  });

  it('makes room for those that were asked for later', async () => {
    const text = 'y'.repeat(300);
    const { ours } = world(1_000);
    for (const name of ['a', 'b', 'c', 'd']) await ours.append(name, await ours.read(name), [event(1, text)]);
    expect(['a', 'b', 'c', 'd'].map((name) => ours.recall(name) !== null)).toEqual([false, true, true, true]);
    ours.recall('b');
    await ours.append('e', await ours.read('e'), [event(1, text)]);
    expect(['b', 'c', 'd', 'e'].map((name) => ours.recall(name) !== null)).toEqual([true, false, true, true]);
  });

  it('adds up whoever wrote and in whatever order it was asked for', async () => {
    const step = fc.record({ by: fc.constantFrom('ours', 'theirs'), stream: fc.constantFrom('a', 'b'), n: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 100, max: 3_000 }), async (steps, most) => {
        const { log, ours, theirs } = world(most);
        for (const { by, stream, n } of steps) {
          const memory = by === 'ours' ? ours : theirs;
          const known = memory.recall(stream) ?? (await memory.read(stream));
          const done = await memory.append(stream, known, [event(n)]).catch((error: unknown) => error);
          if (done instanceof WrongExpectedRevision) await memory.append(stream, await memory.read(stream), [event(n)]);
        }
        for (const stream of ['a', 'b']) {
          const stored = (await log.readStream(stream)).reduce((total, { data }) => total + Number(data['n']), 0);
          expect([sum(await ours.read(stream)), sum(await theirs.read(stream))]).toEqual([stored, stored]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
