import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { EventStore, ExpectedRevision, NewEvent } from '#runtime/event-store';
import { collect, event } from './event-store-support.ts';

type Step =
  | {
      readonly do: 'append';
      readonly stream: number;
      readonly expect: 'right' | 'any' | 'wrong' | 'none';
      readonly count: number;
    }
  | { readonly do: 'repeat'; readonly which: number; readonly forge: boolean }
  | {
      readonly do: 'read';
      readonly stream: number;
      readonly backward: boolean;
      readonly from: number;
      readonly limit: number;
    };
type Appended = { stream: string; expected: ExpectedRevision; events: NewEvent[]; revision: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream: fc.nat(2),
      expect: fc.constantFrom('right', 'any', 'wrong', 'none'),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  fc.record({ do: fc.constant('repeat' as const), which: fc.nat(20), forge: fc.boolean() }),
  fc.record({
    do: fc.constant('read' as const),
    stream: fc.nat(2),
    backward: fc.boolean(),
    from: fc.nat(8),
    limit: fc.integer({ min: 1, max: 5 }),
  }),
);

/** Random command sequences: the store answers as a map of arrays would, and its log is their history. */
export const checkAgainstModel = (store: EventStore) =>
  fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
    const names = Array.from({ length: 3 }, () => `model-${randomUUID()}`);
    const streams = new Map<string, NewEvent[]>(names.map((name) => [name, []]));
    const history: NewEvent[] = [];
    const appended: Appended[] = [];
    const before = await store.head();

    const append = async (stream: string, expected: ExpectedRevision, count: number) => {
      const stored = streams.get(stream) ?? [];
      const actual = stored.length - 1;
      const events = Array.from({ length: count }, () => event());
      const attempt = store.append(stream, expected, events);
      if (expected !== 'any' && (expected === 'no_stream' ? -1 : expected) !== actual) {
        await expect(attempt).rejects.toMatchObject({ name: 'WrongExpectedRevision', stream, expected, actual });
        return;
      }
      expect(await attempt).toMatchObject({ revision: actual + count, repeated: false });
      stored.push(...events);
      history.push(...events);
      appended.push({ stream, expected, events, revision: actual + count });
    };

    for (const step of steps) {
      const stream = names['stream' in step ? step.stream : 0] ?? '';
      const actual = (streams.get(stream)?.length ?? 0) - 1;
      if (step.do === 'append') {
        const right = actual < 0 ? ('no_stream' as const) : actual;
        const expected = { right, any: 'any' as const, wrong: actual + 3, none: 'no_stream' as const }[step.expect];
        await append(stream, expected, step.count);
      } else if (step.do === 'read') {
        const { from, limit } = step;
        const direction = step.backward ? 'backward' : 'forward';
        const all = (streams.get(stream) ?? []).map((e, revision) => ({ id: e.id, revision, data: e.data }));
        const wanted = step.backward ? all.slice(0, from + 1).reverse() : all.slice(from);
        const read = await store.readStream(stream, { direction, from, limit });
        expect(read.map(({ id, revision, data }) => ({ id, revision, data }))).toEqual(wanted.slice(0, limit));
      } else {
        const first = appended[step.which % Math.max(appended.length, 1)];
        if (!first) continue;
        const events = step.forge ? first.events.map((e) => ({ ...e, data: { forged: true } })) : first.events;
        const attempt = store.append(first.stream, first.expected, events);
        if (step.forge) await expect(attempt).rejects.toMatchObject({ name: 'WrongExpectedRevision' });
        else expect(await attempt).toMatchObject({ revision: first.revision, repeated: true });
      }
    }
    const log = await collect(store, before, history.length);
    expect(log.map((e) => e.id)).toEqual(history.map((e) => e.id));
  });
