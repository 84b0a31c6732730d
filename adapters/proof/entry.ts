import type { LogEntry } from '#commands/log/ports-proof-log';
import type { Bytes } from '#domain/log/merkle';
import type { RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import { hex } from './digest.ts';

/** Where an event stands in the log, with what it is found by. */
export function entryOf(event: RecordedEvent, leaf_index: number, hash: Bytes): LogEntry {
  const { account_id, correlation_id, causation_id } = readable(event);
  return {
    leaf_index,
    leaf_hash: hex(hash),
    position: event.position,
    event_id: event.id,
    stream: event.stream,
    revision: event.revision,
    type: event.type,
    account_id: account_id ?? null,
    correlation_id: String(correlation_id ?? ''),
    causation_id: String(causation_id ?? ''),
  };
}

function readable(event: RecordedEvent): Partial<ReturnType<typeof metadataOf>> {
  try {
    return metadataOf(event);
  } catch {
    return {};
  }
}
