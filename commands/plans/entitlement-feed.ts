import { ENTITLEMENT_BOOK_TYPES, EntitlementBook, type EntitlementBookEvent } from '#domain/plans/entitlement-book';
import type { EventCodec } from '#runtime/event-codec';
import { type EventStore, type Page, START } from '#runtime/event-store';

/** Events that one question of the log looks at. */
const PAGE = 5000;

/**
 * Keeps the entitlement book level with the log. What this process appends is in the book before the next question is
 * answered; what others append comes with the page that tells of it.
 */
export class EntitlementFeed {
  readonly #store: EventStore;
  readonly #codec: EventCodec;
  #book = new EntitlementBook();
  #place = START;
  /** The book is stale until it has got there. */
  #wanted = Number.POSITIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(store: EventStore, codec: EventCodec) {
    this.#store = store;
    this.#codec = codec;
  }

  /** The same store, whose appends the book takes notice of. */
  watched(): EventStore {
    return {
      ...this.#store,
      append: async (stream, expected, events) => {
        const appended = await this.#store.append(stream, expected, events);
        if (events.some(({ type }) => ENTITLEMENT_BOOK_TYPES.has(type))) this.#expect(appended.place.position);
        return appended;
      },
    };
  }

  /** Told of every page of the log as it comes. */
  seen({ events }: Page): void {
    const last = events.findLast(({ type }) => ENTITLEMENT_BOOK_TYPES.has(type));
    if (!last || last.position <= this.#place.position) return;
    this.#expect(last.position);
    this.current().catch(() => undefined); // The next question tries again.
  }

  /** The book with everything in it that this process knows to be in the log. */
  async current(): Promise<EntitlementBook> {
    while (this.#place.position < this.#wanted) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = null;
      });
      await this.#reading;
    }
    return this.#book;
  }

  #expect(position: number): void {
    // Before the first reading everything is still wanted; that reading goes to the end of the log.
    if (this.#wanted !== Number.POSITIVE_INFINITY && position > this.#wanted) this.#wanted = position;
  }

  async #read(): Promise<void> {
    for (;;) {
      const page = await this.#store.readAll({ after: this.#place, limit: PAGE, types: ENTITLEMENT_BOOK_TYPES });
      for (const event of page.events) this.#book.apply(this.#codec.decode<EntitlementBookEvent>(event));
      this.#place = page.next;
      if (!page.caughtUp) continue;
      if (this.#wanted === Number.POSITIVE_INFINITY) this.#wanted = this.#place.position;
      return;
    }
  }
}
