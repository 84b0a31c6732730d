import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EventStore, LIMITS, type NewEvent, type Place, type RecordedEvent } from '#runtime/event-store';
import { checkAgainstModel } from './event-store-model.ts';
import { collect, event, pages, put } from './event-store-support.ts';

export type StoreUnderTest = { readonly store: EventStore; close(): Promise<void> };
export type Capabilities = {
  /** Positions count 1, 2, 3 …; false where they are offsets into a log. */
  readonly gapFreePositions: boolean;
};

/**
 * What every event store must do. The store may hold other events already: each test begins at
 * the head as it finds it, and writes to streams of its own.
 */
export function eventStoreContract(
  name: string,
  make: () => Promise<StoreUnderTest>,
  capabilities: Capabilities = { gapFreePositions: true },
): void {
  describe(`${name} keeps the event store contract`, () => {
    let under: StoreUnderTest;
    let store: EventStore;
    const stream = () => `contract-${randomUUID()}`;
    const conflict = (actual: number) => ({ name: 'WrongExpectedRevision', actual });

    beforeAll(async () => {
      under = await make();
      store = under.store;
    });
    afterAll(async () => {
      await under?.close();
    });

    describe('append and read', () => {
      it('gives back what was appended', async () => {
        const s = stream();
        const written: NewEvent = {
          id: randomUUID(),
          type: 'OrderPlaced',
          schemaVersion: 3,
          data: { orderId: 7, lines: [{ sku: 'a', cents: 1250 }], note: null, paid: true },
          metadata: { actor: 'someone', at: '2026-11-24T00:00:00Z' },
        };
        const result = await store.append(s, 'no_stream', [written]);
        expect(result).toMatchObject({ revision: 0, repeated: false });
        const [read, ...others] = await store.readStream(s);
        expect(others).toEqual([]);
        expect(read).toMatchObject({ stream: s, revision: 0, id: written.id, type: 'OrderPlaced', schemaVersion: 3 });
        expect(read?.data).toEqual(written.data);
        expect(read?.metadata).toEqual(written.metadata);
        expect(read?.place).toEqual(result.place);
      });

      it('answers an unknown stream with nothing', async () => {
        expect(await store.readStream(stream())).toEqual([]);
        expect(await store.readStream(stream(), { direction: 'backward' })).toEqual([]);
      });

      it('numbers the events of a stream 0, 1, 2 …', async () => {
        const s = stream();
        expect((await store.append(s, 'no_stream', [event(), event(), event()])).revision).toBe(2);
        expect((await store.append(s, 2, [event(), event()])).revision).toBe(4);
        expect((await store.readStream(s)).map((e) => e.revision)).toEqual([0, 1, 2, 3, 4]);
      });

      it('reads forwards and backwards, from a revision, up to a limit', async () => {
        const s = stream();
        await put(store, s, 6);
        const revisions = async (options: Parameters<EventStore['readStream']>[1]) =>
          (await store.readStream(s, options)).map((e) => e.revision);
        expect(await revisions({ from: 4 })).toEqual([4, 5]);
        expect(await revisions({ limit: 2 })).toEqual([0, 1]);
        expect(await revisions({ from: 2, limit: 3 })).toEqual([2, 3, 4]);
        expect(await revisions({ from: 6 })).toEqual([]);
        expect(await revisions({ direction: 'backward' })).toEqual([5, 4, 3, 2, 1, 0]);
        expect(await revisions({ direction: 'backward', from: 2 })).toEqual([2, 1, 0]);
        expect(await revisions({ direction: 'backward', limit: 1 })).toEqual([5]);
        expect(await revisions({ direction: 'backward', from: 4, limit: 2 })).toEqual([4, 3]);
        expect(await revisions({ direction: 'backward', from: 99, limit: 1 })).toEqual([5]);
      });

      it('writes the events of an append next to each other or not at all', async () => {
        const s = stream();
        await put(store, s, 1);
        await expect(store.append(s, 'no_stream', [event(), event()])).rejects.toMatchObject(conflict(0));
        expect(await store.readStream(s)).toHaveLength(1);
      });
    });

    describe('expected revision', () => {
      it('no_stream demands a new stream', async () => {
        const s = stream();
        await put(store, s, 2);
        await expect(store.append(s, 'no_stream', [event()])).rejects.toMatchObject(conflict(1));
      });

      it('a number demands exactly that last revision', async () => {
        const s = stream();
        await put(store, s, 3);
        await expect(store.append(s, 1, [event()])).rejects.toMatchObject(conflict(2));
        await expect(store.append(s, 3, [event()])).rejects.toMatchObject(conflict(2));
        expect((await store.append(s, 2, [event()])).revision).toBe(3);
      });

      it('a number demands that there is a stream', async () => {
        await expect(store.append(stream(), 0, [event()])).rejects.toMatchObject(conflict(-1));
      });

      it('any takes the stream as it is', async () => {
        const s = stream();
        expect((await store.append(s, 'any', [event()])).revision).toBe(0);
        expect((await store.append(s, 'any', [event(), event()])).revision).toBe(2);
      });

      it('leaves nothing behind a conflict', async () => {
        const s = stream();
        const before = await store.head();
        await put(store, s, 1);
        const head = await store.head();
        const refused = event();
        await expect(store.append(s, 5, [refused])).rejects.toMatchObject(conflict(0));
        expect((await collect(store, before, 1)).map((e) => e.stream)).toEqual([s]);
        if (capabilities.gapFreePositions) expect(await store.head()).toEqual(head);
        // The id was not used up by the refusal.
        expect(await store.append(s, 0, [refused])).toMatchObject({ revision: 1, repeated: false });
      });
    });

    describe('repeats', () => {
      for (const [expected, earlier] of [
        ['no_stream', 0],
        [1, 2],
        ['any', 0],
        ['any', 2],
      ] as const) {
        it(`answers the first result again: ${expected} on ${earlier} events`, async () => {
          const s = stream();
          await put(store, s, earlier);
          const events = [event(), event()];
          const first = await store.append(s, expected, events);
          expect(first.repeated).toBe(false);
          expect(await store.append(s, expected, events)).toEqual({ ...first, repeated: true });
          await put(store, s, 1, first.revision);
          expect(await store.append(s, expected, events)).toEqual({ ...first, repeated: true });
          expect(await store.readStream(s)).toHaveLength(earlier + 3);
        });
      }

      it('knows a repeat by type and data, not by metadata', async () => {
        const s = stream();
        const one = event();
        await store.append(s, 'no_stream', [one]);
        const later = { ...one, metadata: { ...one.metadata, at: '2030-01-01T00:00:00Z' } };
        expect(await store.append(s, 'no_stream', [later])).toMatchObject({ revision: 0, repeated: true });
        expect((await store.readStream(s))[0]?.metadata).toEqual(one.metadata);
      });

      it('writes once what is appended many times at once', async () => {
        for (const expected of ['no_stream', 'any'] as const) {
          const s = stream();
          const events = [event(), event()];
          const results = await Promise.all(Array.from({ length: 10 }, () => store.append(s, expected, events)));
          expect(results.filter((result) => !result.repeated)).toHaveLength(1);
          expect(new Set(results.map((result) => result.place.position)).size).toBe(1);
          expect(await store.readStream(s)).toHaveLength(2);
        }
      });

      it('refuses the same ids with other content', async () => {
        const s = stream();
        const one = event();
        await store.append(s, 'no_stream', [one]);
        for (const expected of ['no_stream', 'any', 0] as const) {
          for (const other of [{ data: { other: true } }, { type: 'SomethingElse' }])
            await expect(store.append(s, expected, [{ ...one, ...other }])).rejects.toMatchObject(conflict(0));
        }
        expect(await store.readStream(s)).toHaveLength(1);
      });

      it('refuses the same ids under another expectation', async () => {
        const s = stream();
        const one = event();
        await put(store, s, 1);
        await store.append(s, 0, [one]);
        await expect(store.append(s, 'no_stream', [one])).rejects.toMatchObject(conflict(1));
        await expect(store.append(s, 1, [one])).rejects.toMatchObject(conflict(1));
      });

      it('refuses a partial overlap', async () => {
        const s = stream();
        const [one, two, three] = [event(), event(), event()];
        await store.append(s, 'no_stream', [one, two]);
        for (const expected of ['no_stream', 'any', 1] as const) {
          await expect(store.append(s, expected, [one, two, three])).rejects.toMatchObject(conflict(1));
          await expect(store.append(s, expected, [two, three])).rejects.toMatchObject(conflict(1));
          await expect(store.append(s, expected, [three, one])).rejects.toMatchObject(conflict(1));
        }
        expect(await store.readStream(s)).toHaveLength(2);
      });
    });

    describe('concurrency', () => {
      it('lets exactly one of 50 create a stream', async () => {
        const s = stream();
        const attempts = await Promise.allSettled(
          Array.from({ length: 50 }, () => store.append(s, 'no_stream', [event()])),
        );
        expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
        for (const attempt of attempts)
          if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject(conflict(0));
        expect(await store.readStream(s)).toHaveLength(1);
      });

      it('lets appends to different streams all succeed', async () => {
        const before = await store.head();
        const names = Array.from({ length: 100 }, stream);
        await Promise.all(names.map((s) => store.append(s, 'no_stream', [event(), event()])));
        const read = await collect(store, before, 200);
        expect(new Set(read.map((e) => e.stream))).toEqual(new Set(names));
      });

      it('orders appends to one stream made without waiting', async () => {
        const s = stream();
        const results = await Promise.all(Array.from({ length: 20 }, () => store.append(s, 'any', [event()])));
        expect(results.map((result) => result.revision).sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
      });
    });

    describe('the whole log', () => {
      it('gives positions that strictly increase in commit order', async () => {
        const before = await store.head();
        const [a, b] = [stream(), stream()];
        const places: Place[] = [];
        for (const s of [a, b, a, b, a]) places.push((await store.append(s, 'any', [event()])).place);
        const read = await collect(store, before, 5);
        expect(read.map((e) => e.stream)).toEqual([a, b, a, b, a]);
        expect(read.map((e) => e.place)).toEqual(places);
        ascending(read, before);
        if (capabilities.gapFreePositions)
          expect(places.map((place) => place.position - before.position)).toEqual([1, 2, 3, 4, 5]);
      });

      it('is read in pages', async () => {
        const before = await store.head();
        const s = stream();
        await put(store, s, 7);
        const seen: RecordedEvent[] = [];
        let after = before;
        for (;;) {
          const page = await store.readAll({ after, limit: 3 });
          expect(page.events.length).toBeLessThanOrEqual(3);
          seen.push(...page.events.filter((e) => e.stream === s));
          after = page.next;
          if (page.caughtUp) break;
        }
        expect(seen.map((e) => e.revision)).toEqual([0, 1, 2, 3, 4, 5, 6]);
        ascending(seen, before);
      });

      it('goes on from the checkpoint of any event', async () => {
        const before = await store.head();
        const s = stream();
        await put(store, s, 5);
        const read = await collect(store, before, 5);
        for (const [i, { place }] of read.entries()) {
          const page = await store.readAll({ after: place, limit: 100 });
          expect(page.events.filter((e) => e.stream === s).map((e) => e.revision)).toEqual([1, 2, 3, 4].slice(i));
        }
      });

      it('moves on also when a filter leaves nothing in the page', async () => {
        const before = await store.head();
        const s = stream();
        const rare = `Rare${randomUUID()}`;
        await put(store, s, 9);
        await store.append(s, 8, [event(rare)]);
        const seen: RecordedEvent[] = [];
        let after = before;
        for (let caughtUp = false; !caughtUp; ) {
          const page = await store.readAll({ after, limit: 4, types: new Set([rare]) });
          if (!page.caughtUp) expect(page.next.position).toBeGreaterThan(after.position);
          seen.push(...page.events);
          after = page.next;
          caughtUp = page.caughtUp;
        }
        expect(seen.map((e) => [e.stream, e.revision])).toEqual([[s, 9]]);
      });

      it('says at the end that it is the end', async () => {
        const head = (await store.append(stream(), 'any', [event()])).place;
        const page = await store.readAll({ after: head, limit: 10 });
        expect(page).toMatchObject({ events: [], caughtUp: true });
        expect(page.next.position).toBeGreaterThanOrEqual(head.position);
      });

      it('has its head at the last append', async () => {
        const { place } = await store.append(stream(), 'no_stream', [event(), event()]);
        const head = await store.head();
        if (capabilities.gapFreePositions) expect(head).toEqual(place);
        expect(head.position).toBeGreaterThanOrEqual(place.position);
      });

      it('answers a ping', async () => {
        await expect(store.ping()).resolves.toBeUndefined();
      });
    });

    describe('subscriptions', () => {
      it('catch up and then go on live', async () => {
        const after = await store.head();
        const s = stream();
        await put(store, s, 5);
        const stop = new AbortController();
        const seen: number[] = [];
        for await (const page of store.subscribe({ after, signal: stop.signal, pageSize: 2 })) {
          seen.push(...page.events.filter((e) => e.stream === s).map((e) => e.revision));
          if (seen.length === 5 && page.caughtUp) await put(store, s, 1, 4);
          if (seen.length === 6) await put(store, s, 2, 5);
          if (seen.length === 8) stop.abort();
        }
        expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      });

      it('say so when there is nothing to catch up on', async () => {
        const stop = new AbortController();
        for await (const page of store.subscribe({ after: await store.head(), signal: stop.signal })) {
          expect(page).toMatchObject({ events: [], caughtUp: true });
          stop.abort();
        }
      });

      it('are woken by an append', async () => {
        const stop = new AbortController();
        const iterator = store.subscribe({ after: await store.head(), signal: stop.signal })[Symbol.asyncIterator]();
        expect((await iterator.next()).value?.caughtUp).toBe(true);
        const s = stream();
        const next = seek(iterator, s);
        await put(store, s, 1);
        expect((await next).map((e) => e.revision)).toEqual([0]);
        stop.abort();
        expect(await iterator.next()).toMatchObject({ done: true });
      });

      it('give a slow reader everything in order', async () => {
        const after = await store.head();
        const s = stream();
        const total = 60;
        let last = -1;
        const stop = new AbortController();
        const seen: RecordedEvent[] = [];
        for await (const page of store.subscribe({ after, signal: stop.signal, pageSize: 7 })) {
          seen.push(...page.events.filter((e) => e.stream === s));
          // The writer is always ahead of the reader until all is written.
          if (last < total - 1) last = (await put(store, s, 12, last)).revision;
          if (seen.length === total) stop.abort();
        }
        expect(seen.map((e) => e.revision)).toEqual([...Array(total).keys()]);
        ascending(seen, after);
      });

      it('pass over other types', async () => {
        const after = await store.head();
        const s = stream();
        const rare = `Rare${randomUUID()}`;
        await put(store, s, 10);
        await store.append(s, 9, [event(rare)]);
        const stop = new AbortController();
        const seen: RecordedEvent[] = [];
        for await (const page of store.subscribe({ after, signal: stop.signal, pageSize: 3, types: new Set([rare]) })) {
          seen.push(...page.events);
          if (seen.length === 1) await store.append(s, 10, [event(), event(rare)]);
          if (seen.length === 2) stop.abort();
        }
        expect(seen.map((e) => e.revision)).toEqual([10, 12]);
      });

      it('stop while idle when the signal aborts', async () => {
        const stop = new AbortController();
        const iterator = store.subscribe({ after: await store.head(), signal: stop.signal })[Symbol.asyncIterator]();
        await iterator.next();
        const idle = drained(iterator);
        stop.abort();
        await expect(idle).resolves.toBeUndefined();
      });

      it('give nothing under a signal that has aborted before', async () => {
        const all = await pages(store.subscribe({ after: await store.head(), signal: AbortSignal.abort() }));
        expect(all).toEqual([]);
      });

      it('resume where a reader left off', async () => {
        let after = await store.head();
        const s = stream();
        await put(store, s, 10);
        const seen: number[] = [];
        while (seen.length < 10) {
          for await (const page of store.subscribe({ after, signal: new AbortController().signal, pageSize: 3 })) {
            seen.push(...page.events.filter((e) => e.stream === s).map((e) => e.revision));
            // Only the checkpoint text and the number survive a restart.
            after = JSON.parse(JSON.stringify(page.next)) as Place;
            break;
          }
        }
        expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      });

      it('do not disturb each other', async () => {
        const after = await store.head();
        const s = stream();
        const follow = async () => {
          const stop = new AbortController();
          const seen: number[] = [];
          for await (const page of store.subscribe({ after, signal: stop.signal, pageSize: 4 })) {
            seen.push(...page.events.filter((e) => e.stream === s).map((e) => e.revision));
            if (seen.length === 30) stop.abort();
          }
          return seen;
        };
        const both = Promise.all([follow(), follow()]);
        await Promise.all(Array.from({ length: 30 }, () => store.append(s, 'any', [event()])));
        for (const seen of await both) expect(seen).toEqual([...Array(30).keys()]);
      });
    });

    describe('limits', () => {
      const padded = (bytes: number) => {
        const bare = event();
        const used = JSON.stringify({ text: '' }).length + JSON.stringify(bare.metadata).length;
        return { ...bare, data: { text: 'x'.repeat(bytes - used) } };
      };

      it('takes an event of the greatest size and refuses a greater one', async () => {
        const s = stream();
        await store.append(s, 'no_stream', [padded(LIMITS.eventBytes)]);
        const tooLarge = { name: 'EventTooLarge' };
        await expect(store.append(s, 0, [event(), padded(LIMITS.eventBytes + 1)])).rejects.toMatchObject(tooLarge);
        expect(await store.readStream(s)).toHaveLength(1);
      });

      it('counts bytes, not characters', async () => {
        const wide = { ...event(), data: { text: '€'.repeat(LIMITS.eventBytes / 3) } };
        await expect(store.append(stream(), 'any', [wide])).rejects.toMatchObject({ name: 'EventTooLarge' });
      });

      it('takes the greatest number of events and refuses one more', async () => {
        const s = stream();
        const many = Array.from({ length: LIMITS.eventsPerAppend }, () => event());
        expect((await store.append(s, 'no_stream', many)).revision).toBe(LIMITS.eventsPerAppend - 1);
        expect(await store.readStream(s)).toHaveLength(LIMITS.eventsPerAppend);
        const more = [...many.map(() => event()), event()];
        await expect(store.append(stream(), 'any', more)).rejects.toMatchObject({ name: 'EventTooLarge' });
      });

      it('refuses what no append may be', async () => {
        const one = event();
        const bad = (s: string, events: NewEvent[]) =>
          expect(store.append(s, 'any', events)).rejects.toBeInstanceOf(TypeError);
        await bad(stream(), []);
        await bad(stream(), [one, one]);
        await bad(stream(), [{ ...one, id: 'not-a-uuid' }]);
        await bad(stream(), [{ ...one, type: '' }]);
        await bad(stream(), [{ ...one, schemaVersion: 1.5 }]);
        await bad(stream(), [{ ...one, data: { n: Number.NaN } }]);
        await bad('', [one]);
        await bad('x'.repeat(LIMITS.streamNameLength + 1), [one]);
        await bad('half a \ud800 character', [one]);
        await bad('a \u0000 character', [one]);
      });
    });

    describe('content', () => {
      it('keeps every text exactly', async () => {
        const s = stream();
        const data = {
          unicode: 'žluťoučký 🐎 漢字 \u2028 e\u0301',
          nul: 'a\u0000b',
          half: 'a\ud800b',
          escapes: '"\\\n\t\u0007/',
          'key "with" quotes': '',
          '10': 'a number as a key',
          nested: { b: [1, [2, { c: null }]], a: {} },
        };
        await store.append(s, 'no_stream', [{ ...event(), data }]);
        const [read] = await store.readStream(s);
        expect(read?.data).toEqual(data);
        expect(read?.dataText).toBe(JSON.stringify(data));
      });

      it('keeps every number exactly', async () => {
        const s = stream();
        const data = { big: 9007199254740991, least: 5e-324, most: 1.7976931348623157e308, sum: 0.1 + 0.2, one: 1.0 };
        await store.append(s, 'no_stream', [{ ...event(), data, metadata: { text: '1.10', minus: -1e21 } }]);
        const [read] = await store.readStream(s);
        expect(read?.dataText).toBe(JSON.stringify(data));
        expect(read?.metadataText).toBe(JSON.stringify({ text: '1.10', minus: -1e21 }));
      });

      it('takes stream names and types in any script', async () => {
        const s = `zákazník-漢字-🐎-${randomUUID()}`;
        await store.append(s, 'no_stream', [event('Objednáno')]);
        expect(await store.readStream(s)).toMatchObject([{ stream: s, type: 'Objednáno' }]);
      });
    });

    it('behaves as a trivial model does', { timeout: 60_000 }, async () => {
      await fc.assert(checkAgainstModel(store), { numRuns: 40 });
    });
  });
}

function ascending(events: readonly RecordedEvent[], after: Place): void {
  let last = after.position;
  for (const { position } of events) {
    expect(position).toBeGreaterThan(last);
    last = position;
  }
}

/** Reads on to the first page with events of that stream. */
async function seek(iterator: AsyncIterator<{ events: readonly RecordedEvent[] }>, stream: string) {
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return [];
    const found = value.events.filter((e: RecordedEvent) => e.stream === stream);
    if (found.length > 0) return found;
  }
}

async function drained(iterator: AsyncIterator<unknown>): Promise<void> {
  while (!(await iterator.next()).done);
}
