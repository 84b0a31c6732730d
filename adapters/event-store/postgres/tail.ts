import type { Page, RecordedEvent } from '#runtime/event-store';
import { RecordedEvent as Recorded } from '#runtime/event-store';
import type { Planned } from './planned.ts';
import { placeOf } from './rows.ts';

/** So many events are kept at most, and so many characters of them. */
const MOST_EVENTS = 2_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * What this process has written last, as it stands in the log: those who follow the log here need not read it back.
 * Positions have no gaps, so what goes on from the end is all there is between; where another process has written
 * meanwhile, it begins anew.
 */
export class Tail {
  #events: RecordedEvent[] = [];
  #characters = 0;
  #end = 0;

  wrote({ before, after, rows }: Planned): void {
    if (rows.length === 0) return;
    if (before.position !== this.#end) this.#events = [];
    if (this.#events.length === 0) this.#characters = 0;
    for (const row of rows) {
      const { stream, revision, id, type, schemaVersion, dataText, metadataText } = row;
      this.#characters += dataText.length + metadataText.length;
      const place = placeOf(row.position);
      this.#events.push(new Recorded({ place, stream, revision, id, type, schemaVersion, dataText, metadataText }));
    }
    this.#end = after.position;
    this.#trim();
  }

  /** What is behind a position, up to the end of what was written; null where that is not known from here. */
  after(position: number, limit: number, only?: ReadonlySet<string>): Page | null {
    const first = this.#events[0];
    if (!first || position < first.position - 1 || position > this.#end) return null;
    const begin = position - first.position + 1;
    const part = this.#events.slice(begin, begin + limit);
    return {
      events: only ? part.filter(({ type }) => only.has(type)) : part,
      next: part.at(-1)?.place ?? placeOf(position),
      caughtUp: begin + part.length >= this.#events.length,
    };
  }

  #trim(): void {
    let gone = 0;
    while (this.#events.length - gone > MOST_EVENTS || this.#characters > MOST_CHARACTERS) {
      const event = this.#events[gone];
      this.#characters -= (event?.dataText.length ?? 0) + (event?.metadataText.length ?? 0);
      gone += 1;
    }
    if (gone > 0) this.#events = this.#events.slice(gone);
  }
}
