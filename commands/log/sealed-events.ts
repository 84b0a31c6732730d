import type { EventStore, RecordedEvent } from '#runtime/event-store';
import type { LogEntry, LogFilter, ProofLog } from './ports-proof-log.ts';

const PAGE = 1000;

/** Events by what the sealed log finds them by, in the order of the log; read from the store, which alone is believed. */
export const eventsOf =
  (store: Pick<EventStore, 'readStream'>, log: Pick<ProofLog, 'entries'>) =>
  async (filter: LogFilter, counts: (event: RecordedEvent) => boolean = () => true): Promise<RecordedEvent[]> => {
    const entries: LogEntry[] = [];
    for (let after = 0; ; ) {
      const page = await log.entries(filter, after, PAGE);
      entries.push(...page);
      if (page.length < PAGE) break;
      after = page.at(-1)?.position ?? after;
    }
    return (await readEntries(store, entries)).filter(counts);
  };

/** The events of these entries, in their order. */
export async function readEntries(
  store: Pick<EventStore, 'readStream'>,
  entries: readonly LogEntry[],
): Promise<RecordedEvent[]> {
  const wanted = new Map<string, LogEntry[]>();
  for (const entry of entries) wanted.set(entry.stream, [...(wanted.get(entry.stream) ?? []), entry]);
  const found = new Map<string, RecordedEvent>();
  for (const [stream, of] of wanted) {
    const revisions = of.map(({ revision }) => revision);
    const from = Math.min(...revisions);
    const limit = Math.max(...revisions) - from + 1;
    for (const event of await store.readStream(stream, { from, limit })) found.set(event.id, event);
  }
  return entries.flatMap(({ event_id }) => {
    const event = found.get(event_id);
    return event ? [event] : [];
  });
}
