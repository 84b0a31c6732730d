import type { EventStore, Page, Place, ReadAllOptions, RecordedEvent } from './event-store.ts';

/** So many events are remembered at most, and so many characters of them. */
const MOST_EVENTS = 2_000;
const MOST_CHARACTERS = 4_000_000;
const PAGE = 500;
/** So long is the subscription waited for, which is reading already what this process has just appended. */
const ABOUT_TO_MS = 20;

/**
 * The end of the log as this process read it last, for everything in the process that follows the log: each event is
 * read once, however many look at it. What this process appends is always found; what others append is found once the
 * subscription has told of it. So it is for those who come again when there is more, and never for a question of what
 * the log holds now.
 */
export class Recent {
  readonly #store: EventStore;
  #from: Place | null = null;
  #to: Place | null = null;
  #events: RecordedEvent[] = [];
  #characters = 0;
  /** Up to where this process has appended. */
  #appended = 0;
  /** True while a subscription tells of whatever comes. */
  #told = false;
  readonly #waiting = new Set<() => void>();
  #reading: { readonly after: number; readonly page: Promise<Page> } | null = null;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** The same store, whose appends are taken notice of. */
  watched(): EventStore {
    return {
      ...this.#store,
      append: async (stream, expected, events) => {
        const appended = await this.#store.append(stream, expected, events);
        this.#appended = Math.max(this.#appended, appended.place.position);
        return appended;
      },
    };
  }

  /** A page that the subscription told of, which goes on from `after`. */
  seen(after: Place, page: Page): void {
    this.#keep(after, page);
    if (page.caughtUp) this.#told = true;
  }

  /** The subscription has ended: until the next one has caught up, the log itself is asked. */
  lost(): void {
    this.#told = false;
  }

  /** As the store answers it; without `types` it may be from memory. */
  async readAll(options: ReadAllOptions): Promise<Page> {
    const { after, types, limit = PAGE } = options;
    if (types || !this.#store.counts) return this.#store.readAll(options);
    const known = this.#remembered(after, limit);
    if (known !== null) return known;
    if (this.#told && after.position === this.#to?.position) {
      await this.#next();
      const told = this.#remembered(after, limit);
      if (told !== null) return told;
    }
    return cut(await this.#read(after), limit);
  }

  /** Null where the log has to be asked. */
  #remembered(after: Place, limit: number): Page | null {
    const [from, to] = [this.#from, this.#to];
    if (from === null || to === null || after.position < from.position || after.position > to.position) return null;
    if (after.position === to.position)
      return this.#told && this.#appended <= to.position ? { events: [], next: after, caughtUp: true } : null;
    const begin = firstBehind(this.#events, after.position);
    const events = this.#events.slice(begin, begin + limit);
    return cut(
      { events, next: begin + limit >= this.#events.length ? to : placeOf(events, to), caughtUp: false },
      limit,
    );
  }

  /** Resolves when something is told of, and soon in any case. */
  #next(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ABOUT_TO_MS);
      this.#waiting.add(done);
    });
  }

  /** Those who want to know the same at once are told together. */
  #read(after: Place): Promise<Page> {
    if (this.#reading?.after === after.position) return this.#reading.page;
    const page = this.#store.readAll({ after, limit: PAGE }).then((read) => {
      this.#keep(after, read);
      return read;
    });
    const reading = { after: after.position, page };
    this.#reading = reading;
    const done = () => {
      if (this.#reading === reading) this.#reading = null;
    };
    page.then(done, done);
    return page;
  }

  /** What goes on from what is known is added to it; anything newer takes its place. */
  #keep(after: Place, { events, next }: Page): void {
    const to = this.#to;
    if (to !== null && next.position <= to.position) return;
    if (to === null || after.position > to.position) this.#forget(after);
    const known = this.#to?.position ?? 0;
    for (const event of events) {
      if (event.position <= known) continue;
      this.#events.push(event);
      this.#characters += event.dataText.length;
    }
    this.#to = next;
    this.#trim();
    for (const done of [...this.#waiting]) done();
  }

  #forget(place: Place): void {
    this.#events = [];
    this.#characters = 0;
    this.#from = place;
    this.#to = place;
  }

  #trim(): void {
    let gone = 0;
    while (this.#events.length - gone > MOST_EVENTS || this.#characters > MOST_CHARACTERS) {
      this.#characters -= this.#events[gone]?.dataText.length ?? 0;
      gone += 1;
    }
    if (gone === 0) return;
    this.#from = this.#events[gone - 1]?.place ?? this.#from;
    this.#events = this.#events.slice(gone);
  }
}

/** The first so many of a page; what is behind them is for the next one. */
function cut(page: Page, limit: number): Page {
  if (page.events.length <= limit) return page;
  const events = page.events.slice(0, limit);
  return { events, next: placeOf(events, page.next), caughtUp: false };
}

const placeOf = (events: readonly RecordedEvent[], otherwise: Place): Place => events.at(-1)?.place ?? otherwise;

function firstBehind(events: readonly RecordedEvent[], position: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.position ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
