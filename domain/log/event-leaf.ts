import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';

/** A stored event as the proof sees it: the exact texts that are stored, personal data still sealed. */
export type StoredEvent = {
  readonly id: string;
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly dataText: string;
  readonly metadataText: string;
};

/** SHA-256 of text in lower-case hex, and the secret salt (hex) of one field of one event. */
export type LeafDigest = {
  sha256(text: string): string;
  salt(eventId: string, pointer: string): string;
};

/** In place of a value that buyers never see: its salted hash, so that what is shown later can be checked against it. */
export type Withheld = { readonly withheld: string };
/** What opens a withheld field again. */
export type Opening = {
  readonly event_id: string;
  readonly pointer: string;
  readonly salt: string;
  readonly value: CanonicalJson;
};

/** What Alorig pays, what it earns and whom it buys from. Source: spec 8, rulings 3.1 and 4.5. */
const WITHHELD_KEYS: ReadonlySet<string> = new Set([
  'cost',
  'cost_cents',
  'cost_extra',
  'cost_per_link',
  'expected_cost',
  'unit_cost',
  'markup_percent',
  'margin',
  // The arithmetic of a quote says what it will cost and earn.
  'expected_margin',
  'steps',
  'vendor',
  'vendor_reference',
  'service',
  'services',
  'override_reason',
]);
/** What a buyer is sent anyway: the lines of an invoice, a passed-through cost among them. */
const SHOWN_TYPES: ReadonlySet<string> = new Set(['BillableAdded', 'InvoiceDrafted', 'InvoiceIssued']);

/** Of a call to the outside whatever names its receiver, and what it was told and answered. */
const OF_EFFECTS: ReadonlySet<string> = new Set(['kind', 'name', 'key', 'payload', 'result', 'error']);
const withheldKeys = (type: string): ReadonlySet<string> =>
  type.startsWith('Effect') ? new Set([...WITHHELD_KEYS, ...OF_EFFECTS]) : WITHHELD_KEYS;

const isObject = (value: unknown): value is { readonly [key: string]: CanonicalJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every withheld field of an event's data, by its JSON pointer. */
function withheldIn(
  value: CanonicalJson,
  pointer: string,
  keys: ReadonlySet<string>,
  take: (pointer: string, value: CanonicalJson) => CanonicalJson,
): CanonicalJson {
  if (Array.isArray(value))
    return value.map((item, index) => withheldIn(item as CanonicalJson, `${pointer}/${index}`, keys, take));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const at = `${pointer}/${escaped(key)}`;
      return [key, keys.has(key) && inner !== null ? take(at, inner) : withheldIn(inner, at, keys, take)];
    }),
  );
}

export const commitment = (digest: Pick<LeafDigest, 'sha256'>, salt: string, value: CanonicalJson): string =>
  digest.sha256(`${salt}\n${canonicalJson(value)}`);

/**
 * The text whose RFC 6962 leaf hash stands in the log: the event as canonical JSON, withheld fields replaced by their
 * commitments, and under `stored` a salted hash of the very bytes that the store holds. Throws `SyntaxError` where those are not JSON.
 */
export function leafText(event: StoredEvent, digest: LeafDigest): string {
  const { id, position, stream, revision, type, schemaVersion: schema_version, dataText, metadataText } = event;
  const data = JSON.parse(dataText) as CanonicalJson;
  const take = (pointer: string, value: CanonicalJson): Withheld => ({
    withheld: commitment(digest, digest.salt(id, pointer), value),
  });
  return canonicalJson({
    id,
    position,
    stream,
    revision,
    type,
    schema_version,
    data: SHOWN_TYPES.has(type) ? data : withheldIn(data, '', withheldKeys(type), take),
    metadata: JSON.parse(metadataText) as CanonicalJson,
    stored: digest.sha256(`${digest.salt(id, '#stored')}\n${dataText}\n${metadataText}`),
  });
}

/** The openings of an event's withheld fields, for whom they are shown to. */
export function openingsOf(event: StoredEvent, digest: LeafDigest): Opening[] {
  if (SHOWN_TYPES.has(event.type)) return [];
  const found: Opening[] = [];
  withheldIn(JSON.parse(event.dataText) as CanonicalJson, '', withheldKeys(event.type), (pointer, value) => {
    found.push({ event_id: event.id, pointer, salt: digest.salt(event.id, pointer), value });
    return null;
  });
  return found;
}

/** An event out of its leaf text. */
export type LeafEvent = {
  readonly id: string;
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema_version: number;
  readonly data: { readonly [key: string]: CanonicalJson };
  readonly metadata: { readonly [key: string]: CanonicalJson };
  readonly stored: string;
};

const isWithheld = (value: CanonicalJson): value is Withheld =>
  isObject(value) && Object.keys(value).length === 1 && Object.hasOwn(value, 'withheld');

/** The value with what is opened in place of what is withheld; nothing is opened inside of what was. */
function shown(
  value: CanonicalJson,
  pointer: string,
  open: (pointer: string, held: Withheld) => CanonicalJson,
): CanonicalJson {
  const inner = (key: string | number, each: CanonicalJson): CanonicalJson => {
    const at = `${pointer}/${escaped(String(key))}`;
    return isWithheld(each) ? open(at, each) : shown(each, at, open);
  };
  if (Array.isArray(value)) return value.map((each, index) => inner(index, each as CanonicalJson));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inner(key, each)]));
}

/** Puts opened values back; null where an opening does not fit what was committed to, or opens nothing that is withheld. */
export function opened(
  event: LeafEvent,
  openings: readonly Opening[],
  digest: Pick<LeafDigest, 'sha256'>,
): LeafEvent | null {
  let fits = true;
  const own = new Map(openings.filter(({ event_id }) => event_id === event.id).map((each) => [each.pointer, each]));
  const data = shown(event.data, '', (pointer, held) => {
    const opening = own.get(pointer);
    if (!opening) return held;
    own.delete(pointer);
    if (held.withheld !== commitment(digest, opening.salt, opening.value)) fits = false;
    return opening.value;
  });
  return fits && own.size === 0 ? { ...event, data: data as LeafEvent['data'] } : null;
}
