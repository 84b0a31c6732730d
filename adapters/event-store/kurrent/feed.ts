import { type AllStreamSubscription, eventTypeFilter, excludeSystemEvents, type Position } from '@eventstore/db-client';
import type { Page, Place, RecordedEvent, SubscribeOptions } from '#runtime/event-store';
import type { Link } from './connection.ts';
import { fromClient, placeIn } from './envelope.ts';
import { Unanswered } from './failures.ts';
import { placeOf, positionOf } from './places.ts';

export const DEFAULT_PAGE = 500;

/** Something the server said between two events; it counts once all events before it have been taken. */
type Marker = { readonly behind: number; readonly place?: Place; readonly live?: boolean };

/** One subscription to the log, until it drops. Events are pulled, so a slow reader slows the server down. */
export class Feed {
  readonly #subscription: AllStreamSubscription;
  readonly #markers: Marker[] = [];
  readonly #pageSize: number;
  readonly #types: ReadonlySet<string> | undefined;
  #taken = 0;
  #place: Place;
  #live = false;
  #dropped: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;
  readonly #gone = () => this.#drop(new Unanswered('the client was replaced'));
  readonly #release: () => void;

  constructor(link: Link, after: Place, { types, pageSize = DEFAULT_PAGE }: SubscribeOptions) {
    this.#place = after;
    this.#types = types;
    this.#pageSize = pageSize;
    // It fires ahead of the events that were read but not yet taken, and must never throw.
    const checkpointReached = (_: unknown, position: Position) => {
      try {
        this.#mark({ place: placeOf(position) });
      } catch (error) {
        this.#drop(error);
      }
    };
    // Types are filtered by prefix at the server and exactly here: no pattern has to be escaped.
    const filter = types?.size
      ? eventTypeFilter({ prefixes: [...types], checkpointReached })
      : excludeSystemEvents({ checkpointReached });
    this.#subscription = link.client.subscribeToAll(
      { fromPosition: positionOf(after), filter, requiresLeader: true },
      { highWaterMark: pageSize },
    );
    this.#subscription
      .on('readable', () => this.#wake())
      .on('caughtUp', () => this.#mark({ live: true }))
      .on('fellBehind', () => this.#mark({ live: false }))
      .on('error', (error: unknown) => this.#drop(error))
      .on('end', () => this.#drop(new Unanswered('the subscription was ended')))
      .on('close', () => this.#drop(new Unanswered('the subscription was closed')));
    link.gone.addEventListener('abort', this.#gone);
    this.#release = () => link.gone.removeEventListener('abort', this.#gone);
    if (link.gone.aborted) this.#gone();
  }

  get live(): boolean {
    return this.#live;
  }
  get place(): Place {
    return this.#place;
  }

  #mark(marker: Omit<Marker, 'behind'>): void {
    this.#markers.push({ behind: this.#taken + this.#subscription.readableLength, ...marker });
    this.#wake();
  }

  /** The client reports one drop several times; the first is the reason. */
  #drop(error: unknown): void {
    this.#dropped ??= { error };
    this.#wake();
  }

  /** What has come since, if anything. Throws the reason of a drop once all before it is taken. */
  take(): Page | null {
    const [events, before, wasLive]: [RecordedEvent[], Place, boolean] = [[], this.#place, this.#live];
    this.#applyMarkers();
    for (let looked = 0; looked < this.#pageSize; looked++) {
      const entry = this.#subscription.read() as Parameters<typeof fromClient>[0] | null;
      if (!entry) break;
      this.#taken += 1;
      const place = placeIn(entry);
      // Never behind where we are, whatever the server sends.
      if (place.position > this.#place.position) {
        this.#place = place;
        const event = fromClient(entry)?.event;
        if (event && (!this.#types || this.#types.has(event.type))) events.push(event);
      }
      this.#applyMarkers();
    }
    if (this.#place === before && this.#live === wasLive) {
      if (this.#dropped && this.#subscription.readableLength === 0) throw this.#dropped.error;
      return null;
    }
    return { events, next: this.#place, caughtUp: this.#live && this.#subscription.readableLength === 0 };
  }

  #applyMarkers(): void {
    while ((this.#markers[0]?.behind ?? Infinity) <= this.#taken) {
      const { place, live } = this.#markers.shift() ?? {};
      if (place && place.position > this.#place.position) this.#place = place;
      if (live !== undefined) this.#live = live;
    }
  }

  /** The end of the log was found by other means: nothing that concerns us stands before that place. */
  caughtUpAt(place: Place): Page {
    this.#live = true;
    if (place.position > this.#place.position) this.#place = place;
    return { events: [], next: this.#place, caughtUp: true };
  }

  /** Waits for anything to take, the signal, or the time; true where it was the time. */
  async wait(signal: AbortSignal, quietMs: number | undefined): Promise<boolean> {
    if (signal.aborted || this.#dropped || this.#subscription.readableLength > 0) return false;
    return new Promise<boolean>((resolve) => {
      const done = (quiet: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', this.#wake);
        this.#wake = () => undefined;
        resolve(quiet);
      };
      const timer = quietMs === undefined ? undefined : setTimeout(() => done(true), quietMs);
      this.#wake = () => done(false);
      signal.addEventListener('abort', this.#wake);
    });
  }

  /** Waits while more comes at every turn of the event loop: a page is what has come, not the first of it. */
  async gather(): Promise<void> {
    for (let had = 0; had < this.#subscription.readableLength && had < this.#pageSize; ) {
      had = this.#subscription.readableLength;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  /** The call stays open until it is cancelled; errors that come after that are of no interest. */
  stop(): void {
    this.#release();
    this.#subscription.unsubscribe().catch(() => undefined);
    this.#subscription.destroy();
  }
}
