import { afterEach, describe, expect, it, vi } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { EVENT_SCHEMAS } from '#app/events';
import type { AccountId } from '#domain/kernel/ids';
import { indexingCredits } from '#domain/plans/indexing-credit';
import { TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import { type EventStore, StreamBusy, WrongExpectedRevision } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import { at } from '#test/support/world';

const clock = new TestClock(at('2026-06-17T10:00:00Z'));
const STREAM = 'indexing-credits-1';
const handlerOf = (store: EventStore) => createCommandHandler({ store, clock, codec: createEventCodec(EVENT_SCHEMAS) });
type Handler = ReturnType<typeof handlerOf>;

const of = { accountId: 1 as AccountId, now: clock.now() };
const causeOf = (name: string) => {
  const id = uuidFrom(name);
  return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' as const } };
};
const take = (handler: Handler, n: number) =>
  handler.handle(indexingCredits, STREAM, { type: 'Take', requestId: n, backlinkId: n, ...of }, causeOf(`take ${n}`));
const grant = (handler: Handler, quantity: number) =>
  handler.handle(indexingCredits, STREAM, { type: 'Grant', quantity, purchaseId: 1, ...of }, causeOf('grant'));

/** A store that counts what was refused for its revision. */
function counting(inner: EventStore) {
  const conflicts = { count: 0 };
  const store: EventStore = {
    ...inner,
    append: (...args) =>
      inner.append(...args).catch((error: unknown) => {
        if (error instanceof WrongExpectedRevision) conflicts.count += 1;
        throw error;
      }),
  };
  return { store, conflicts };
}

describe('commands on one stream', () => {
  it('are not in each other’s way within a process: sixty-four credits of fifty are asked for, fifty are given', async () => {
    const { store, conflicts } = counting(createInMemoryEventStore());
    const handler = handlerOf(store);
    await grant(handler, 50);
    const taken = await Promise.all([...Array(64).keys()].map((n) => take(handler, n)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(50);
    expect(conflicts.count).toBe(0);
    expect(await store.readStream(STREAM)).toHaveLength(51);
  });

  it('are all carried out where four processes write at the same time', async () => {
    const { store } = counting(createInMemoryEventStore());
    const handlers = [...Array(4)].map(() => handlerOf(store));
    await grant(handlers[0] as Handler, 100);
    const taken = await Promise.all([...Array(100).keys()].map((n) => take(handlers[n % 4] as Handler, n)));
    expect(taken.every(({ ok }) => ok)).toBe(true);
    expect(await store.readStream(STREAM)).toHaveLength(101);
  });

  it('say that the stream is busy where others are always faster, and nothing was written', async () => {
    const inner = createInMemoryEventStore();
    const store: EventStore = {
      ...inner,
      append: (stream, expected) => Promise.reject(new WrongExpectedRevision(stream, expected, 7)),
    };
    await expect(grant(handlerOf(store), 1)).rejects.toThrow(StreamBusy);
    expect(await inner.readStream(STREAM)).toEqual([]);
  });

  describe('of which one hangs', () => {
    afterEach(() => void vi.useRealTimers());

    it('hold up the others for a second, and then no longer', async () => {
      vi.useFakeTimers();
      const inner = createInMemoryEventStore();
      let hangs = true;
      const store: EventStore = {
        ...inner,
        readStream: (...args) => {
          if (!hangs) return inner.readStream(...args);
          hangs = false;
          return new Promise(() => undefined);
        },
      };
      const handler = handlerOf(store);
      void grant(handler, 5);
      let done = false;
      const second = grant(handler, 5).then(() => {
        done = true;
      });
      await vi.advanceTimersByTimeAsync(900);
      expect(done).toBe(false);
      await vi.advanceTimersByTimeAsync(200);
      await second;
      expect(done).toBe(true);
    });
  });
});
