import type { RecordedEvent } from '#runtime/event-store';

/** How far back in a stream ids are recognised beyond those of the append itself. */
export const LOOK_BACK = 64;
const STREAMS = 2_000;

type Tail = { readonly revision: number; readonly ids: readonly string[] };

/**
 * The last ids of streams as they were read or written here. What is stored at a revision never
 * changes, so this saves a read where the caller has just read the stream, and is never stale.
 */
export class Tails {
  readonly #tails = new Map<string, Tail>();

  /** The ids at and below that revision, or undefined where they have to be read. */
  idsAt(stream: string, revision: number): ReadonlySet<string> | undefined {
    const tail = this.#tails.get(stream);
    if (tail?.revision !== revision) return undefined;
    return tail.ids.length >= Math.min(LOOK_BACK, revision + 1) ? new Set(tail.ids) : undefined;
  }

  /** Takes note of consecutive events of a stream, in ascending order. */
  note(stream: string, events: readonly RecordedEvent[]): void {
    const [first, last] = [events[0], events.at(-1)];
    if (first && last)
      this.extend(
        stream,
        first.revision,
        events.map((event) => event.id),
      );
  }

  extend(stream: string, from: number, ids: readonly string[]): void {
    const known = this.#tails.get(stream);
    const all = known?.revision === from - 1 ? [...known.ids, ...ids] : ids;
    this.#tails.delete(stream);
    this.#tails.set(stream, { revision: from + ids.length - 1, ids: all.slice(-LOOK_BACK) });
    const oldest = this.#tails.size > STREAMS ? this.#tails.keys().next().value : undefined;
    if (oldest !== undefined) this.#tails.delete(oldest);
  }
}
