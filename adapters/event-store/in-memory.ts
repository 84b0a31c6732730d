import {
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Page,
  type Place,
  RecordedEvent,
  START,
  StoreUnavailable,
  type SubscribeOptions,
  WrongExpectedRevision,
} from '#runtime/event-store';
import { checkAppend, type Limits, type Serialised } from './check-append.ts';

export type InMemoryEventStore = EventStore & {
  /** The log as it is now. */
  snapshot(): readonly RecordedEvent[];
};

/** The event store in memory: for domain tests and simulation. Deterministic, no timers, no durability. */
export function createInMemoryEventStore(options: { readonly limits?: Limits } = {}): InMemoryEventStore {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const byId = new Map<string, RecordedEvent>();
  const waiting = new Set<() => void>();
  let closed = false;

  const placeAt = (position: number): Place => (position === 0 ? START : { position, checkpoint: String(position) });

  function append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): AppendResult {
    if (closed) throw new StoreUnavailable('the event store is closed');
    const serialised = checkAppend(stream, events, options.limits);
    const history = streams.get(stream) ?? [];
    const actual = history.length - 1;
    const repeated = repeat(history, expected, serialised);
    if (repeated) return repeated;
    const matches = expected === 'any' || (expected === 'no_stream' ? actual === -1 : expected === actual);
    if (!matches || serialised.some(({ event }) => byId.has(event.id)))
      throw new WrongExpectedRevision(stream, expected, actual);
    for (const { event, dataText, metadataText } of serialised) {
      const { id, type, schemaVersion } = event;
      const place = placeAt(log.length + 1);
      const recorded = new RecordedEvent({
        place,
        stream,
        revision: history.length,
        id,
        type,
        schemaVersion,
        dataText,
        metadataText,
      });
      history.push(recorded);
      log.push(recorded);
      byId.set(id, recorded);
    }
    streams.set(stream, history);
    wakeAll();
    return { revision: history.length - 1, place: placeAt(log.length), repeated: false };
  }

  /** The first result, where these very events were appended under the same expectation before. */
  function repeat(
    history: readonly RecordedEvent[],
    expected: ExpectedRevision,
    events: readonly Serialised[],
  ): AppendResult | null {
    const first = byId.get(events[0]?.event.id ?? '');
    if (!first) return null;
    const wanted = expected === 'any' ? first.revision : expected === 'no_stream' ? 0 : expected + 1;
    if (first.revision !== wanted) return null;
    const same = events.every(({ event, dataText }, i) => {
      const stored = history[wanted + i];
      return stored?.id === event.id && stored.type === event.type && stored.dataText === dataText;
    });
    const last = history[wanted + events.length - 1];
    return same && last ? { revision: last.revision, place: last.place, repeated: true } : null;
  }

  function wakeAll(): void {
    for (const wake of [...waiting]) wake();
  }

  function readAll(after: Place, limit: number, types?: ReadonlySet<string>): Page {
    const events = log.slice(after.position, after.position + limit);
    const next = events.at(-1)?.place ?? after;
    return {
      events: types ? events.filter((event) => types.has(event.type)) : events,
      next,
      caughtUp: next.position >= log.length,
    };
  }

  async function* subscribe({ after, types, signal, pageSize = 500 }: SubscribeOptions): AsyncIterable<Page> {
    let place = after;
    let announced = false;
    while (!signal.aborted && !closed) {
      const page = readAll(place, pageSize, types);
      if (page.next.position > place.position || !announced) {
        announced = announced || page.caughtUp;
        place = page.next;
        yield page;
        continue;
      }
      await new Promise<void>((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    }
  }

  return {
    counts: true,
    append: async (stream, expected, events) => append(stream, expected, events),
    async readStream(stream, { direction = 'forward', from, limit = Number.POSITIVE_INFINITY } = {}) {
      const history = streams.get(stream) ?? [];
      if (direction === 'forward') return history.slice(from ?? 0, (from ?? 0) + limit);
      return history
        .slice(0, (from ?? history.length - 1) + 1)
        .reverse()
        .slice(0, limit);
    },
    readAll: async ({ after, limit = 500, types }) => readAll(after, limit, types),
    subscribe,
    head: async () => placeAt(log.length),
    ping: async () => undefined,
    async close() {
      closed = true;
      wakeAll();
    },
    snapshot: () => [...log],
  };
}
