import type { AllStreamResolvedEvent, JSONEventData, ResolvedEvent } from '@eventstore/db-client';
import { type Place, RecordedEvent } from '#runtime/event-store';
import type { Serialised } from '../check-append.ts';
import { placeOf } from './places.ts';

/**
 * What the store has no field for goes into the event's metadata under one key behind the
 * caller's own, and is taken out again on the way back: the schema version, and a mark of the
 * very call that wrote the event (the server answers a repeat just as it answered the first).
 */
const ENVELOPE = '@stored';
type Envelope = { readonly schemaVersion: number; readonly append: string };

/** A stored event and the call that wrote it; events of other writers have no such mark. */
export type Stored = { readonly event: RecordedEvent; readonly append: string | undefined };

/**
 * JSON goes in as a copy of the checked text: the client stringifies it again inside a promise
 * that never settles when that throws, and must not see what the caller changes meanwhile.
 */
export function toClient({ event, dataText, metadataText }: Serialised, append: string): JSONEventData {
  const metadata: unknown = JSON.parse(metadataText);
  if (!isRecord(metadata) || ENVELOPE in metadata) throw new TypeError(`not metadata: ${metadataText}`);
  const envelope: Envelope = { schemaVersion: event.schemaVersion, append };
  return {
    id: event.id,
    type: event.type,
    contentType: 'application/json',
    data: JSON.parse(dataText) as Record<string, unknown>,
    metadata: { ...metadata, [ENVELOPE]: envelope },
  };
}

/** Where an entry of the log stands, also where it is a link whose event is gone. */
export const placeIn = (entry: ResolvedEvent | AllStreamResolvedEvent): Place =>
  placeOf((entry.link ?? entry.event)?.position);

/**
 * The stored event, or null for what is not ours to read: the server's own events and links.
 * The client has parsed the JSON, so the text is made anew; what this adapter wrote comes out the
 * same. Text that is no JSON is handed on as it is, for the reader to park.
 */
export function fromClient(entry: ResolvedEvent | AllStreamResolvedEvent): Stored | null {
  const { event } = entry;
  if (!event || entry.link || event.type.startsWith('$') || event.streamId.startsWith('$')) return null;
  const { envelope, metadataText } = unwrap(event.metadata);
  const recorded = new RecordedEvent({
    place: placeIn(entry),
    stream: event.streamId,
    revision: Number(event.revision),
    id: event.id,
    type: event.type,
    schemaVersion: envelope?.schemaVersion ?? 1,
    dataText: textOf(event.data),
    metadataText,
  });
  return { event: recorded, append: envelope?.append };
}

function unwrap(metadata: unknown): { envelope: Envelope | undefined; metadataText: string } {
  if (metadata === undefined) return { envelope: undefined, metadataText: '{}' };
  if (!isRecord(metadata)) return { envelope: undefined, metadataText: textOf(metadata) };
  const { [ENVELOPE]: envelope, ...own } = metadata;
  return { envelope: isRecord(envelope) ? (envelope as Envelope) : undefined, metadataText: JSON.stringify(own) };
}

/** Malformed JSON comes from the client as text, binary data as bytes. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
