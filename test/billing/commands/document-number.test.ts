import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { EVENT_SCHEMAS } from '#app/events';
import { documentNumberCommands } from '#commands/billing/document-number';
import { documentNumbers, type NumberSeries, numberOf } from '#domain/billing/document-number';
import { UTC } from '#domain/kernel/calendar';
import type { Instant } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import type { EventStore, NewEvent, RecordedEvent } from '#runtime/event-store';
import { type Cause, metadata } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import { at } from '#test/support/world';

const cause = (name: string, accountId = 1): Cause => ({
  commandId: uuidFrom(name),
  correlationId: uuidFrom(name),
  causationId: uuidFrom(name),
  accountId,
  actor: { kind: 'saga', id: 'invoice-money' },
});

/** A store that counts what is read of it, and fails where it is told to: before a call is carried out, or after. */
function watched() {
  const inner = createInMemoryEventStore();
  const seen = { events: 0, calls: 0, fail: null as null | { at: number; after: boolean } };
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = ++seen.calls;
    const fails = seen.fail?.at === mine ? seen.fail : null;
    if (fails && !fails.after) throw new Error('cut');
    const answer = await work();
    if (fails) throw new Error('cut');
    return answer;
  };
  const store: EventStore = {
    append: (...call) => through(() => inner.append(...call)),
    readStream: (...call) =>
      through(async () => {
        const events = await inner.readStream(...call);
        seen.events += events.length;
        return events;
      }),
    readAll: (...call) => inner.readAll(...call),
    subscribe: (...call) => inner.subscribe(...call),
    head: () => inner.head(),
    ping: () => inner.ping(),
    close: () => inner.close(),
  };
  return { store, inner, seen };
}

function office(now = '2026-07-01T10:00:00Z') {
  const clock = new TestClock(at(now));
  const { store, inner, seen } = watched();
  const handler = createCommandHandler({ store, clock, codec: createEventCodec(EVENT_SCHEMAS) });
  const numbers = documentNumberCommands({ handler, clock, zone: UTC });
  const event = (type: string, id: string, data: NewEvent['data'], when: Instant = clock.now()): NewEvent => ({
    id,
    type,
    schemaVersion: 1,
    data,
    metadata: metadata(cause(id), when, when),
  });
  /** What makes a document: its draft, or the issue of a note. */
  const drafted = async (id: number): Promise<RecordedEvent> => {
    const stream = `billing-${id}`;
    await inner.append(stream, 'any', [event('InvoiceDrafted', uuidFrom('draft', id), { invoice_id: id })]);
    return (await inner.readStream(stream)).at(-1) as RecordedEvent;
  };
  /** Numbers as they were taken before documents had streams of their own. */
  const taken = async (ids: readonly number[], year = 2026, more: object = {}) => {
    const stream = `numbers-INV-${year}`;
    let next = (await inner.readStream(stream)).length;
    for (let from = 0; from < ids.length; from += 1000) {
      const events = ids.slice(from, from + 1000).map((id) => {
        const n = ++next;
        const data = { series: 'INV', year, n, number: numberOf('INV', year, n), document_id: id, ...more };
        return event('DocumentNumberTaken', uuidFrom(uuidFrom('number', 'INV', id), stream, 0), data);
      });
      await inner.append(stream, 'any', events);
    }
  };
  const register = async (year = 2026, series: NumberSeries = 'INV') =>
    (await inner.readStream(`numbers-${series}-${year}`)).map(({ data }) => ({
      n: Number(data['n']),
      document: Number(data['document_id']),
    }));
  const number = (id: number, since: RecordedEvent) =>
    numbers.numberOf({ series: 'INV', id, since }, cause(`n-${id}`, id));
  return { clock, seen, inner, drafted, taken, register, number };
}
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

describe('the number of a document', () => {
  it.each([
    ['taken before documents had streams of their own', {}],
    ['taken since', { recorded_from: 1 }],
  ])('costs after 50,000 numbers what it costs after 10, %s', async (_, more) => {
    const costs: number[] = [];
    for (const count of [10, 50_000]) {
      const { drafted, taken, number, seen } = office();
      await taken(upTo(count), 2026, more);
      const fresh = await drafted(900_001);
      seen.events = 0;
      expect((await number(900_001, fresh)).number).toBe(numberOf('INV', 2026, count + 1));
      const next = await drafted(900_002);
      expect((await number(900_002, next)).number).toBe(numberOf('INV', 2026, count + 2));
      expect((await number(900_001, fresh)).number).toBe(numberOf('INV', 2026, count + 1));
      costs.push(seen.events);
    }
    expect(costs[1]).toBeLessThanOrEqual(250);
    expect((costs[1] ?? 0) - (costs[0] ?? 0)).toBeLessThanOrEqual(200);
  });

  it('is the one that was taken before a crash, wherever that was, and none is left out', async () => {
    for (let cut = 1; cut < 40; cut++) {
      for (const after of [false, true]) {
        const { drafted, number, seen, register } = office();
        const since = new Map<number, RecordedEvent>();
        for (const id of [7, 8, 9]) since.set(id, await drafted(id));
        seen.calls = 0;
        seen.fail = { at: cut, after };
        const given = new Map<number, string>();
        for (const id of [7, 8, 9, 8, 7]) {
          // Where one was cut off, another goes first.
          const told = await number(id, since.get(id) as RecordedEvent).catch(() => null);
          if (told) given.set(id, told.number);
        }
        seen.fail = null;
        for (const id of [9, 8, 7]) given.set(id, (await number(id, since.get(id) as RecordedEvent)).number);
        const entries = await register();
        expect(entries.map(({ n }) => n)).toEqual([1, 2, 3]);
        for (const { n, document } of entries) expect(given.get(document)).toBe(numberOf('INV', 2026, n));
      }
    }
  });

  it('is one each, without gaps, however many are asked for at once and however often', async () => {
    const { drafted, number, register } = office();
    const since = new Map<number, RecordedEvent>();
    for (const id of upTo(30)) since.set(id, await drafted(id));
    const asked = [...upTo(30), ...upTo(30).reverse()].map((id) => number(id, since.get(id) as RecordedEvent));
    const told = (await Promise.all(asked)).map(({ number: given }) => given);
    expect(told.slice(0, 30)).toEqual(told.slice(30).reverse());
    expect(new Set(told).size).toBe(30);
    expect((await register()).map(({ n }) => n)).toEqual(upTo(30));
  });

  it('is found where an older release took it and crashed, also in last year’s register', async () => {
    const { drafted, taken, number, clock, register } = office('2025-12-31T23:00:00Z');
    const since = [];
    for (const id of upTo(300)) since.push(await drafted(id));
    await taken(upTo(120), 2025);
    clock.set(at('2026-01-01T01:00:00Z'));
    expect(await number(5, since[4] as RecordedEvent)).toEqual({ number: 'INV-2025-000005', on: '2025-12-31' });
    await taken(upTo(150, 121));
    expect((await number(130, since[129] as RecordedEvent)).number).toBe('INV-2026-000010');
    expect((await number(300, since[299] as RecordedEvent)).number).toBe('INV-2026-000151');
    expect((await number(140, since[139] as RecordedEvent)).number).toBe('INV-2026-000020');
    expect((await number(119, since[118] as RecordedEvent)).number).toBe('INV-2025-000119');
    expect(await register()).toHaveLength(151);
  });

  it('that was the last of last year is found after New Year, where nothing but the register has it', async () => {
    const { drafted, taken, number, clock } = office('2025-12-31T23:59:59Z');
    const since = await drafted(3);
    await taken([1, 2, 3], 2025, { recorded_from: 1 });
    clock.set(at('2026-01-01T00:00:01Z'));
    expect(await number(3, since)).toEqual({ number: 'INV-2025-000003', on: '2025-12-31' });
  });

  it('follows from the last event of its register alone', async () => {
    const { taken, inner } = office();
    await taken(upTo(50), 2026, { recorded_from: 11 });
    const codec = createEventCodec(EVENT_SCHEMAS);
    const events = (await inner.readStream('numbers-INV-2026')).map((event) => codec.decode(event) as never);
    const all = events.reduce(documentNumbers.evolve, documentNumbers.initial);
    expect(documentNumbers.evolve(documentNumbers.initial, events.at(-1) as never)).toEqual(all);
  });
});
