import { EventTooLarge, LIMITS, type NewEvent } from '#runtime/event-store';

export type Serialised = { readonly event: NewEvent; readonly dataText: string; readonly metadataText: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What every adapter demands of an append before it touches the store, so that one bad append
 * never harms another that shares its batch. Answers the JSON text exactly as it is to be stored.
 */
export function checkAppend(stream: string, events: readonly NewEvent[]): Serialised[] {
  if (stream.length === 0 || stream.length > LIMITS.streamNameLength || stream.startsWith('$'))
    throw new TypeError(`not a stream name: ${stream}`);
  if (events.length === 0) throw new TypeError('an append without events');
  if (events.length > LIMITS.eventsPerAppend)
    throw new EventTooLarge(`${events.length} events in one append, at most ${LIMITS.eventsPerAppend}`);
  if (new Set(events.map((event) => event.id)).size !== events.length)
    throw new TypeError('two events of one append have the same id');
  return events.map((event) => {
    if (!UUID.test(event.id)) throw new TypeError(`not a UUID: ${event.id}`);
    if (event.type.length === 0 || event.type.startsWith('$')) throw new TypeError(`not an event type: ${event.type}`);
    const [dataText, metadataText] = [json(event.data), json(event.metadata)];
    const bytes = Buffer.byteLength(dataText) + Buffer.byteLength(metadataText);
    if (bytes > LIMITS.eventBytes)
      throw new EventTooLarge(`${event.type} has ${bytes} bytes, at most ${LIMITS.eventBytes}`);
    return { event, dataText, metadataText };
  });
}

/** JSON text; what JSON cannot carry is refused here, not silently dropped. Lone surrogates come out escaped. */
function json(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) => {
    if (member === undefined || typeof member === 'bigint' || (typeof member === 'number' && !Number.isFinite(member)))
      throw new TypeError(`${key || 'value'} is not JSON`);
    return member;
  });
}
