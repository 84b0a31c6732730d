import { EventTooLarge, LIMITS, type NewEvent } from '#runtime/event-store';

export type Limits = { readonly eventBytes: number; readonly eventsPerAppend: number };
export type Serialised = {
  readonly event: NewEvent;
  readonly dataText: string;
  readonly metadataText: string;
  /** Bytes of the data text in UTF-8. */
  readonly dataBytes: number;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Half a surrogate pair has no UTF-8, and NUL is no text to PostgreSQL: a name with either would not come back the same. */
const UNSTORABLE = /[\p{Surrogate}\0]/u;
const MAX_DEPTH = 200;
const MAX_INTEGER = 2_147_483_647;

/**
 * What every adapter demands of an append before it touches the store, so that one bad append
 * never harms another that shares its batch. Answers the JSON text exactly as it is to be stored.
 */
export function checkAppend(stream: string, events: readonly NewEvent[], limits: Limits = LIMITS): Serialised[] {
  if (!isName(stream) || stream.length > LIMITS.streamNameLength) throw new TypeError(`not a stream name: ${stream}`);
  if (events.length === 0) throw new TypeError('an append without events');
  if (events.length > limits.eventsPerAppend)
    throw new EventTooLarge(`${events.length} events in one append, at most ${limits.eventsPerAppend}`);
  if (events.length > 1 && new Set(events.map((event) => event.id)).size !== events.length)
    throw new TypeError('two events of one append have the same id');
  return events.map((event) => serialise(event, limits));
}

function serialise(event: NewEvent, limits: Limits): Serialised {
  const { id, type, schemaVersion } = event;
  if (!UUID.test(id)) throw new TypeError(`not a UUID: ${id}`);
  if (!isName(type)) throw new TypeError(`not an event type: ${type}`);
  if (!Number.isInteger(schemaVersion) || schemaVersion < 0 || schemaVersion > MAX_INTEGER)
    throw new TypeError(`not a schema version: ${schemaVersion}`);
  const [dataText, metadataText] = [json(event.data), json(event.metadata)];
  const dataBytes = Buffer.byteLength(dataText);
  const bytes = dataBytes + Buffer.byteLength(metadataText);
  if (bytes > limits.eventBytes) throw new EventTooLarge(`${type} has ${bytes} bytes, at most ${limits.eventBytes}`);
  return { event, dataText, metadataText, dataBytes };
}

const isName = (text: string): boolean => text.length > 0 && !text.startsWith('$') && !UNSTORABLE.test(text);

/** JSON text; what JSON cannot carry is refused here, not silently dropped. Lone surrogates come out escaped. */
function json(value: unknown): string {
  demandJson(value, 'value', 0);
  return JSON.stringify(value);
}

function demandJson(value: unknown, key: string | number, depth: number): void {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') throw new TypeError(`${key} is not JSON`);
  if (depth > MAX_DEPTH) throw new TypeError(`${key} is nested deeper than ${MAX_DEPTH}`);
  if ('toJSON' in value) return;
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) demandJson(value[i], i, depth + 1);
  else for (const name in value) demandJson((value as Record<string, unknown>)[name], name, depth + 1);
}
