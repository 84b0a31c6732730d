import { type Edits, type Files, jsonOf, setJson, signedHead, syntheticBundle } from './synthetic-bundle.ts';
import { type Entry, type Json, keyEntries, logKey } from './synthetic-parts.ts';
import { eventOf, type Story, story as usualStory } from './synthetic-story.ts';

/** A bundle in which one thing does not hold, signed by the log's own key wherever that can still be done. */
export type Break = {
  /** Of FORMAT.md's "What must hold", or the rules of lines. */
  readonly point: 1 | 2 | 3 | 4 | 5 | 6 | 'rules';
  readonly name: string;
  readonly bytes: () => Buffer;
  /** What docs/verify/verify.mjs says about it. */
  readonly why: RegExp;
};
type Case = readonly [name: string, edits: Edits | (() => Buffer), why: RegExp];
export const breaks = (point: Break['point'], cases: readonly Case[]): Break[] =>
  cases.map(([name, how, why]) => {
    const bytes = typeof how === 'function' ? how : () => syntheticBundle(how).bytes;
    return { point, name, bytes, why };
  });

/** Sets what a path such as `lines/0/amount` leads to; takes it away where no value is given. */
export function setAt(root: unknown, path: string, value?: Json): void {
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((at, key) => (at as { [key: string]: unknown })[key], root);
  if (value !== undefined) (parent as { [key: string]: Json })[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as { [key: string]: Json })[last];
}
/** Edits of a document, by its name without `.json`, before the manifest is made of it. */
export const put = (name: string, path: string, value?: Json): Edits => ({
  files: (files) => {
    const document = jsonOf(files, `${name}.json`);
    setAt(document, path, value);
    setJson(files, `${name}.json`, document);
  },
});
export const text = (name: string, change: (text: string) => string | Buffer): Edits => ({
  files: (files: Files) => {
    const changed = change(String(files.get(name)));
    files.set(name, typeof changed === 'string' ? Buffer.from(changed) : changed);
  },
});
export const told = (change: (told: Story) => void): Edits => ({ story: change });
/** Edits of an event before all is hashed and signed, as whoever has the database and the key can make them. */
export const event = (id: string, path: string, value?: Json): Edits =>
  told((story) => setAt(eventOf(story, id), path, value));

/** The documents are those of the log before it was edited. */
export function documentsStay(story: Story): void {
  const documents = story.documents(story);
  story.documents = () => documents;
}

/** An event as an explanation names it, caused by nothing. */
export function asCause(id: string): Json {
  const { type, stream, position, metadata } = eventOf(usualStory(), id);
  const { occurred_at = null, recorded_at = null, actor = null } = metadata;
  const told = { event_id: id, type, stream, position, occurred_at, recorded_at, actor };
  return { ...told, because: [], stated_by_issuer: {} };
}

const dispute = (made: string | Buffer): Edits => text('dispute.json', () => made);
const manifest = (path: string, value?: Json): Edits => ({ manifest: (made) => setAt(made, path, value) });
const whole = (change: (bytes: Buffer) => Buffer) => () => change(Buffer.from(syntheticBundle().bytes));
const poke = (value: number, find: (bytes: Buffer) => number) =>
  whole((bytes) => {
    bytes[find(bytes)] = value;
    return bytes;
  });
const directory = (bytes: Buffer) => bytes.indexOf(Buffer.from('504b0102', 'hex'));
const entries = (change: (entries: Entry[]) => Entry[]): Edits => ({ entries: change });
const without = (wanted: string) => entries((all) => all.filter(({ name }) => name !== wanted));
const changed = (wanted: string, data: Buffer) =>
  entries((all) => all.map((entry) => (entry.name === wanted ? { ...entry, data } : entry)));

const OF_CONTAINER = breaks(1, [
  ['nothing at all', () => Buffer.alloc(0), /not a ZIP file/],
  ['no ZIP file', () => Buffer.from('%PDF-1.7 and so on, for more than thirty bytes'), /not a ZIP file/],
  ['bytes after the end', whole((bytes) => Buffer.concat([bytes, Buffer.of(0)])), /canonical form/],
  ['cut short', whole((bytes) => bytes.subarray(0, -1)), /canonical form/],
  ['cut inside an entry', whole((bytes) => bytes.subarray(0, 40)), /end inside entry 1/],
  ['another flag', poke(0, () => 7), /canonical form \(byte 7\)/],
  ['another method', poke(8, () => 8), /canonical form \(byte 8\)/],
  ['a time', poke(1, () => 10), /canonical form \(byte 10\)/],
  ['attributes', poke(1, (bytes) => directory(bytes) + 38), /canonical form/],
  ['made by another version', poke(30, (bytes) => directory(bytes) + 4), /canonical form/],
  ['a comment', poke(1, (bytes) => bytes.length - 2), /canonical form/],
  ['entries in another order', entries((all) => [...all].reverse()), /not after the one before it/],
  ['an entry twice', entries((all) => [all[0] as Entry, ...all]), /not after the one before it/],
  ['a file too many', entries((all) => [...all, { name: 'z', data: Buffer.of(1) }]), /"z" is no file of a bundle/],
  ['a file too few', without('deliverables/links.json'), /has no deliverables\/links.json/],
  ['no invoice', without('invoice.json'), /has no invoice.json/],
  ['no page for people', { files: (files) => void files.delete('VERIFY.md') }, /has no VERIFY.md/],
  ['a file of another content', changed('VERIFY.md', Buffer.of(65)), /another hash of "VERIFY.md"/],
  ['a manifest that names itself', manifest('files/manifest.json', 'ff'), /names itself/],
  ['another hash', manifest('files/VERIFY.md', 'ff'), /another hash of "VERIFY.md"/],
  ['a manifest of nothing', changed('manifest.json', Buffer.from('null')), /manifest.json is not an object/],
  ['files in a prototype', changed('manifest.json', Buffer.from('{"__proto__":{"files":{}}}')), /format of manifest/],
  ['a line feed after JSON', dispute('{}\n'), /dispute.json" is not canonical JSON/],
  ['a key twice', dispute('{"id":1,"id":1}'), /dispute.json" is not canonical JSON/],
  ['a prototype twice', dispute('{"__proto__":1,"__proto__":1}'), /dispute.json" is not canonical JSON/],
  ['keys out of order', dispute('{"b":1,"a":1}'), /dispute.json" is not canonical JSON/],
  ['minus nought', dispute('[-0]'), /dispute.json" is not canonical JSON/],
  ['an integer that loses digits', dispute('[9007199254740993]'), /dispute.json" is not canonical JSON/],
  ['a number too large', dispute('[1e999]'), /dispute.json" is not canonical JSON/],
  ['no number', dispute('[NaN]'), /dispute.json" is not JSON/],
  ['half of a surrogate pair', dispute('["\\ud800"]'), /dispute.json" is not JSON: JSON holds half/],
  ['a byte order mark', dispute('\ufeff{}'), /dispute.json" is not JSON/],
  ['bytes that are not UTF-8', dispute(Buffer.of(0x22, 0xff, 0x22)), /is not UTF-8/],
  ['brackets without end', dispute('['.repeat(1_000_000)), /dispute.json" is not JSON/],
  ['a deep nest', dispute('['.repeat(100_000) + ']'.repeat(100_000)), /nested deeper/],
]);

const other = logKey('another');
const two = [logKey('first'), logKey('second')];
/** Two keys, of which the entry of the second is changed. */
const second = (path: string, value: Json): Edits =>
  told((story) => {
    story.keys = two;
    story.keyEntries = (logId, keys) => {
      const made = keyEntries(logId, keys);
      setAt(made, `1/${path}`, value);
      return made;
    };
  });
const ofOtherLog = keyEntries('log-2', two)[1]?.handover ?? null;
const forged: Edits = {
  files: (files) => {
    const { log_id, size, root_hash, issued_at, ...rest } = jsonOf(files, 'tree-head.json') as never as typeof HEAD;
    const head = signedHead({ log_id, size, root_hash, issued_at }, other);
    setJson(files, 'tree-head.json', { ...rest, ...head, key_id: rest.key_id });
  },
};
const HEAD = { ...syntheticBundle().headAt(1) };

const OF_SIGNATURES = breaks(2, [
  ['a head signed by another key', forged, /signature of tree-head.json does not hold/],
  ['a head of another size', put('tree-head', 'size', 3), /signature of tree-head.json does not hold/],
  ['a head of another instant', put('tree-head', 'issued_at', '2026-01-01'), /signature of tree-head.json/],
  ['a head of two lines', put('tree-head', 'issued_at', 'a\nb'), /issued_at of tree-head.json is missing or malformed/],
  ['a head of no whole size', put('tree-head', 'size', 1.5), /size of tree-head.json is missing or malformed/],
  ['a head of an unsafe size', put('tree-head', 'size', 2 ** 53), /size of tree-head.json is missing or malformed/],
  ['a signature that is not base64', put('tree-head', 'signature', '?'), /is not base64/],
  ['a short signature', put('tree-head', 'signature', 'AAAA'), /signature of tree-head.json does not hold/],
  ['a key of another kind', put('tree-head', 'public_key', 'AAAA'), /public_key of tree-head.json is not an Ed25519/],
  ['another id of the key', put('tree-head', 'key_id', other.id), /key_id of tree-head.json is not the id/],
  ['another key', put('tree-head', 'public_key', other.spki), /key_id of tree-head.json is not the id/],
  ['a manifest of another key', manifest('key_id', other.id), /manifest.json names another key/],
  ['a manifest of another log', manifest('log_id', 'log-2'), /manifest.json names another log/],
  ['no keys', put('tree-head', 'keys', []), /last of keys/],
  ['a first key with a handover', put('tree-head', 'keys/0/previous', other.id), /does not name the key before it/],
  ['keys that are none', put('tree-head', 'keys', [null]), /key 1 of the log is not an object/],
  ['another last key', put('tree-head', 'keys', keyEntries('log-1', [other])), /last of keys/],
  ['a key under another id', put('tree-head', 'keys/0/key_id', other.id), /key_id of key 1/],
  ['a handover of another log', second('handover', ofOtherLog), /signature of the handover to key/],
  ['a handover by nobody', second('handover', null), /signature of the handover to key .* is not base64/],
  ['a handover from another key', second('previous', other.id), /does not name the key before it/],
]);

/** The manifest is signed last of all, so its own signature is broken afterwards. */
const unsigned = breaks(2, [
  [
    'a manifest of another instant',
    entries((all) =>
      all.map(({ name, data }) =>
        name === 'manifest.json'
          ? { name, data: Buffer.from(String(data).replace('2026-08', '2026-09')) }
          : { name, data },
      ),
    ),
    /signature of manifest.json does not hold/,
  ],
]);

export const CONTAINER_BREAKS: readonly Break[] = [...OF_CONTAINER, ...OF_SIGNATURES, ...unsigned];
