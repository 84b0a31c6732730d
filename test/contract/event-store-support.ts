import { randomUUID } from 'node:crypto';
import type { AppendResult, EventStore, NewEvent, Page, Place, RecordedEvent } from '#runtime/event-store';

let made = 0;

/** An event that differs from every other in id and content. */
export const event = (type = 'Happened'): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data: { number: ++made },
  metadata: { at: '2026-11-24T00:00:00Z' },
});

/** Appends that many events behind revision `last`. */
export async function put(store: EventStore, stream: string, count: number, last = -1): Promise<AppendResult> {
  if (count === 0) return { revision: last, place: await store.head(), repeated: false };
  return store.append(
    stream,
    last < 0 ? 'no_stream' : last,
    Array.from({ length: count }, () => event()),
  );
}

/** What was appended behind `after`, up to the end of the log; events of the store itself are left out. */
export async function collect(store: EventStore, after: Place, atLeast: number): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  let place = after;
  for (;;) {
    const page = await store.readAll({ after: place, limit: 500 });
    seen.push(...page.events);
    place = page.next;
    if (page.caughtUp && seen.length >= atLeast) return seen;
    if (page.caughtUp) throw new Error(`the log ends after ${seen.length} of ${atLeast} events`);
  }
}

export async function pages(source: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = [];
  for await (const page of source) all.push(page);
  return all;
}
