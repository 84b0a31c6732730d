import {
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Place,
  RecordedEvent,
  WrongExpectedRevision,
} from './event-store.ts';

/** So many characters of events are remembered at most. */
const MOST_CHARACTERS = 8_000_000;

type Derived = { readonly value: unknown; readonly count: number };

/** A stream up to some revision, with what has been worked out from it. */
export class KnownStream {
  readonly events: readonly RecordedEvent[];
  readonly weight: number;
  #derived: WeakMap<object, Derived>;

  constructor(events: readonly RecordedEvent[], weight = weightOf(events), derived = new WeakMap<object, Derived>()) {
    this.events = events;
    this.weight = weight;
    this.#derived = derived;
  }

  get revision(): number {
    return this.events.at(-1)?.revision ?? -1;
  }

  /** What `further` makes of the events, given what it made of those before; each event is given to it once. */
  derive<T>(by: object, further: (before: T | undefined, events: readonly RecordedEvent[]) => T): T {
    const known = this.#derived.get(by) as { readonly value: T; readonly count: number } | undefined;
    const count = this.events.length;
    // What an older sight of the stream asks for may have been taken further since by a newer one.
    if (known?.count === count) return known.value;
    const before = known && known.count < count ? known : undefined;
    const value = further(before?.value, before ? this.events.slice(before.count) : this.events);
    this.#derived.set(by, { value, count });
    return value;
  }

  /** The same with more behind it. What was worked out goes along. */
  and(events: readonly RecordedEvent[]): KnownStream {
    return new KnownStream([...this.events, ...events], this.weight + weightOf(events), this.#derived);
  }
}

const weightOf = (events: readonly RecordedEvent[]): number =>
  events.reduce((sum, { dataText, metadataText }) => sum + dataText.length + metadataText.length, 0);

/**
 * Streams as this process read or wrote them last. One that is recalled may have grown since: whoever decides on it
 * appends at its revision, which fails then, and whoever has nothing to append has it read up to date first.
 */
export class StreamMemory {
  readonly #store: EventStore;
  readonly #most: number;
  /** The one that was asked for longest ago comes first. */
  readonly #streams = new Map<string, KnownStream>();
  #weight = 0;

  constructor(store: EventStore, most = MOST_CHARACTERS) {
    this.#store = store;
    this.#most = most;
  }

  /** As it stands in memory; null where it is not there. */
  recall(stream: string): KnownStream | null {
    const known = this.#streams.get(stream);
    if (!known) return null;
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    return known;
  }

  /** As it stands in the store now. Throws `StoreUnavailable`. */
  async read(stream: string): Promise<KnownStream> {
    const known = this.recall(stream);
    if (!known) return this.#keep(stream, new KnownStream(await this.#store.readStream(stream)));
    const more = await this.#store.readStream(stream, { from: known.revision + 1 });
    return more.length === 0 ? known : this.#keep(stream, known.and(more));
  }

  /**
   * Appends behind what is known of a stream, and remembers it.
   * @throws WrongExpectedRevision it has grown since; it is read anew the next time
   */
  async append(stream: string, behind: KnownStream, events: readonly NewEvent[]): Promise<AppendResult> {
    const expected: ExpectedRevision = behind.revision === -1 ? 'no_stream' : behind.revision;
    try {
      const appended = await this.#store.append(stream, expected, events);
      if (this.#store.counts && !appended.repeated)
        this.#keep(stream, behind.and(recorded(stream, behind.revision + 1, appended.place, events)));
      else this.#forget(stream);
      return appended;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) this.#forget(stream);
      throw error;
    }
  }

  #keep(stream: string, known: KnownStream): KnownStream {
    this.#forget(stream);
    this.#streams.set(stream, known);
    this.#weight += known.weight;
    for (const [oldest, { weight }] of this.#streams) {
      if (this.#weight <= this.#most) break;
      this.#streams.delete(oldest);
      this.#weight -= weight;
    }
    return known;
  }

  #forget(stream: string): void {
    this.#weight -= this.#streams.get(stream)?.weight ?? 0;
    this.#streams.delete(stream);
  }
}

/** Events as they stand in a log whose positions are counted: those of one append follow each other. */
const recorded = (stream: string, first: number, last: Place, events: readonly NewEvent[]): RecordedEvent[] =>
  events.map(({ id, type, schemaVersion, data, metadata }, index) => {
    const position = last.position - (events.length - 1 - index);
    return new RecordedEvent({
      place: position === last.position ? last : { position, checkpoint: String(position) },
      stream,
      revision: first + index,
      id,
      type,
      schemaVersion,
      dataText: JSON.stringify(data),
      metadataText: JSON.stringify(metadata),
    });
  });
