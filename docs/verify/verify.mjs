#!/usr/bin/env node
// Checks an evidence bundle without anything of the product: FORMAT.md beside this file is all it was written from.
//
//   node verify.mjs bundle.zip [--head older-head.json]… [--consistency answer.json]… [--key KEY_ID]
//
// In place of bundle.zip the folder that it was unpacked in may stand, or nothing where that is the present one. It opens no
// connection and writes no file. A copy that came inside a bundle was put there by whoever made the bundle: read it, or compare its
// SHA-256 with that of the issuer's published source.
//
// Exit codes: 0 all holds, 1 something does not hold, 2 usage or an unreadable file, 3 undecided (FORMAT.md, point 7).
// Nothing that the bundle says is trusted: whatever is malformed does not hold, and the first such thing is named.
import { createHash, createPublicKey, verify as signatureHolds } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// ---- Small words -----------------------------------------------------------------------------------------------------

class Broken extends Error {}
function must(holds, sentence) {
  if (!holds) throw new Broken(sentence);
}
/** A value as a message may show it, and a message without anything that a terminal would act on. */
const show = (value) => plain((JSON.stringify(value) ?? 'nothing').slice(0, 80));
const plain = (message) => message.slice(0, 500).replace(/[^\x20-\x7e]/g, '?');

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value);
const isText = (value) => typeof value === 'string';
const isInteger = (value) => Number.isSafeInteger(value);
const isCount = (value) => isInteger(value) && value >= 0;
const isHash = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isPath = (value) => isList(value) && value.every(isHash);
/** Signed texts are made of lines, so a line feed inside a field would let one text be read as another. */
const isLine = (value) => isText(value) && /^[^\r\n]+$/.test(value);
const isDay = (value) =>
  isText(value) &&
  /^\d{4}-.{5}$/.test(value) &&
  new Date(value).toJSON()?.startsWith(value) === true &&
  value >= '1970' &&
  value < '9999';

const own = (value, key) => ((isRecord(value) || isList(value)) && Object.hasOwn(value, key) ? value[key] : undefined);

/** The value, an object with such fields. */
function read(value, fields, what) {
  must(isRecord(value), `${what} is not an object`);
  for (const [name, is] of Object.entries(fields)) must(is(value[name]), `${name} of ${what} is missing or malformed`);
  return value;
}

/** The value, an object with such fields and no others: whatever else it said would follow from nothing. */
function readOnly(value, fields, what) {
  read(value, fields, what);
  const more = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  must(more === undefined, `${what} has ${show(more)} as well, which follows from nothing`);
  return value;
}
/** That a document says what its events come to, and neither more nor less; the first difference is named. */
function mustSay(said, events, what, at = '') {
  const both = [said, events];
  if (both.every(isRecord) || both.every(isList)) {
    const names = [events, said].flatMap((each) => Object.keys(each));
    for (const name of new Set(names)) mustSay(own(said, name), own(events, name), what, `${at}/${name}`);
    return;
  }
  const same = said !== undefined && events !== undefined && canonical(said) === canonical(events);
  must(same, `${what} says ${show(said)} at ${show(at)}, but its events ${show(events)}`);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const sha256Hex = (...parts) => sha256(...parts).toString('hex');

/** Canonical JSON, RFC 8785: keys in the order of UTF-16 code units, numbers and text as ECMAScript writes them. */
function canonical(value, depth = 0) {
  must(depth < 256, 'JSON is nested deeper than 255 levels');
  must(!isText(value) || value.isWellFormed(), 'JSON holds half of a surrogate pair');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (isList(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${canonical(key)}:${canonical(value[key], depth + 1)}`).join(',')}}`;
}
/** What a step makes, or a sentence that it makes nothing. */
function attempt(step, sentence) {
  try {
    return step();
  } catch (error) {
    throw new Broken(error instanceof Broken ? `${sentence}: ${error.message}` : sentence);
  }
}
/** JSON that is its own canonical form. That also refuses duplicate keys, `-0`, 1e999 and integers that lose digits. */
function parse(source, what) {
  const value = attempt(() => JSON.parse(source), `${what} is not JSON`);
  must(attempt(() => canonical(value), `${what} is not JSON`) === source, `${what} is not canonical JSON`);
  return value;
}
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decode = (bytes, what) => attempt(() => UTF8.decode(bytes), `${what} is not UTF-8`);

/** Cents (BigInt) as documents write money: decimal text with two digits. */
function money(cents) {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
/** Rounded once, half away from zero. */
function divided(dividend, divisor) {
  const magnitude = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -magnitude : magnitude;
}

// ---- The container (point 1) -----------------------------------------------------------------------------------------

function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
/** Numbers, little endian; the digits of `widths` are how many bytes each takes. */
function packed(widths, ...numbers) {
  const bytes = Buffer.alloc(numbers.reduce((length, _, index) => length + +widths[index], 0));
  numbers.reduce((at, number, index) => bytes.writeUIntLE(number, at, +widths[index]), 0);
  return bytes;
}

function readEntries(bytes) {
  const entries = [];
  for (let at = 0; at + 30 <= bytes.length && bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [data, what] = [at + 30 + bytes.readUInt16LE(at + 26), `entry ${entries.length + 1} of the container`];
    const end = data + bytes.readUInt32LE(at + 18);
    must(end <= bytes.length, `The bytes end inside ${what}`);
    const name = decode(bytes.subarray(at + 30, data), `The name of ${what}`);
    must(entries.length === 0 || entries.at(-1).name < name, `The name of ${what} is not after the one before it`);
    entries.push({ name, data: bytes.subarray(data, end) });
    at = end;
  }
  must(entries.length > 0, 'The container is not a ZIP file');
  must(entries.length <= 10_000, 'The container has more than 10,000 entries');
  return entries;
}

function writeEntries(entries) {
  const [parts, directory, zero] = [[], [], 0];
  let offset = 0;
  for (const { name, data } of entries) {
    const [encoded, size, crc] = [Buffer.from(name), data.length, crc32(data)];
    // Version needed, flags, method, time, date, CRC, size twice, lengths of the name and of the extra fields.
    const common = packed('2222244422', 20, 0x0800, 0, zero, 33, crc, size, size, encoded.length, zero);
    parts.push(packed('4', 0x04034b50), common, encoded, data);
    // Made by; then length of the comment, disk, internal and external attributes, and where the entry begins.
    directory.push(packed('42', 0x02014b50, 20), common, packed('22244', zero, zero, zero, zero, offset), encoded);
    offset += 30 + encoded.length + size;
  }
  const [central, many] = [Buffer.concat(directory), entries.length];
  const end = packed('42222442', 0x06054b50, zero, zero, many, many, central.length, offset, zero);
  return Buffer.concat([...parts, central, end]);
}

/** Files that only state something: no event is compared with them. */
const STATED = ['FORMAT.md', 'VERIFY.md', 'summary.pdf', 'verify.mjs'];
const NAMES =
  `invoice.json explanation.json events.jsonl openings.json proofs.json tree-head.json dispute.json manifest.json
  stripe-evidence.json deliverables/articles.json deliverables/links.json deliverables/reports.json`
    .split(/\s+/)
    .concat(STATED);

/** Since format 4: what was written, and files of it that a card network takes. */
const MESSAGES = 'deliverables/messages.json';
const SENT_TYPES = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' };
const isSentFile = (name) => /^deliverables\/messages\/[0-9a-f]{64}\.(pdf|png|jpg)$/.test(name);

/** The PDF of a report that was sent, by its SHA-256; a bundle of format 2 has none. */
const pdfOf = (hash) => `deliverables/reports/${hash}.pdf`;
const isPdf = (name) => /^deliverables\/reports\/[0-9a-f]{64}\.pdf$/.test(name);

/** What a bundle of one format or another may have. */
const isNamed = (name) => NAMES.includes(name) || name === MESSAGES || isPdf(name) || isSentFile(name);

const MANIFEST = {
  ...{
    format: (value) => [2, 3, 4].includes(value),
    log_id: isLine,
    dispute_id: isCount,
    invoice_id: isCount,
    files: isRecord,
  },
  ...{ key_id: isLine, signature: isText, stated_by_issuer: isRecord },
};
const STATED_OF_MANIFEST = {
  generated_at: isText,
  files: (value) => canonical(value ?? null) === canonical(STATED),
};

function readContainer(bytes) {
  const entries = readEntries(bytes);
  const again = writeEntries(entries);
  const other = again.equals(bytes) ? -1 : again.findIndex((byte, at) => byte !== bytes[at]);
  must(again.equals(bytes), `The container is not in the canonical form (byte ${other < 0 ? again.length : other})`);
  const files = new Map(entries.map(({ name, data }) => [name, data]));
  for (const name of NAMES) must(files.has(name), `The bundle has no ${name}`);
  for (const name of files.keys()) must(isNamed(name), `${show(name)} is no file of a bundle`);
  const json = new Map();
  for (const [name, data] of files) if (/\.json$/.test(name)) json.set(name, parse(decode(data, name), show(name)));
  const manifest = readOnly(json.get('manifest.json'), MANIFEST, 'manifest.json');
  readOnly(manifest.stated_by_issuer, STATED_OF_MANIFEST, 'stated_by_issuer of manifest.json');
  const hasMessages = manifest.format >= 4;
  must(files.has(MESSAGES) === hasMessages, `${MESSAGES} is ${hasMessages ? 'missing' : 'no file of a bundle'}`);
  const early = hasMessages ? undefined : [...files.keys()].find(isSentFile);
  must(early === undefined, `${show(early)} is no file of a bundle`);
  for (const name of Object.keys(manifest.files)) must(files.has(name), `${show(name)} of manifest.json is missing`);
  for (const [name, data] of files) {
    const hash = own(manifest.files, name);
    if (name === 'manifest.json') must(hash === undefined, 'manifest.json names itself');
    else must(hash !== undefined, `manifest.json does not name ${show(name)}`);
    if (hash !== undefined) must(hash === sha256Hex(data), `manifest.json has another hash of ${show(name)}`);
  }
  return { files, json, manifest };
}

// ---- Keys and signatures (point 2) -----------------------------------------------------------------------------------

function base64(value, what) {
  const bytes = Buffer.from(isText(value) ? value : '', 'base64');
  must(bytes.length > 0 && bytes.toString('base64') === value, `${what} is not base64`);
  return bytes;
}
/** What SubjectPublicKeyInfo puts before the 32 bytes of an Ed25519 key. */
const ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
function readKey(encoded, what) {
  const der = base64(encoded, what);
  must(der.length === 44 && der.subarray(0, 12).equals(ED25519), `${what} is not an Ed25519 key`);
  return { encoded, id: sha256Hex(der).slice(0, 16), key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}
function mustBeSigned(signed, signature, { key }, what) {
  const holds = signatureHolds(null, Buffer.from(signed), key, base64(signature, `The signature of ${what}`));
  must(holds, `The signature of ${what} does not hold`);
}
const ofLines = (...lines) => lines.map((line) => `${line}\n`).join('');
const headText = ({ log_id, size, root_hash, issued_at, key_id }) =>
  ofLines('igny8-business tree head v1', log_id, size, root_hash, issued_at, key_id);
const HEAD = { log_id: isLine, size: isCount, root_hash: isHash, issued_at: isLine, key_id: isLine };

const isTextOrNull = (value) => value === null || isText(value);
const KEY = {
  ...{ key_id: isLine, public_key: isText, previous: isTextOrNull, handover: isTextOrNull, stated_by_issuer: isRecord },
};

/** The keys of the log. `root` is the place of the key from which handovers lead, without a gap, to the last. */
function readKeys(head) {
  const keys = [];
  let root = 0;
  must(head.keys.length <= 1000, 'tree-head.json has more than 1,000 keys');
  for (const entry of head.keys) {
    const what = `key ${keys.length + 1} of the log`;
    const { key_id, public_key, previous, handover } = readOnly(entry, KEY, what);
    readOnly(entry.stated_by_issuer, { since: isText }, `stated_by_issuer of ${what}`);
    const [key, before] = [readKey(public_key, what), keys.at(-1)];
    must(key.id === key_id, `key_id of ${what} is not the id of its public key`);
    must(key.id !== before?.id, `Key ${key_id} of the log comes after itself`);
    if (previous === null && handover === null) root = keys.length;
    else {
      must(before && previous === before.id, `Key ${key_id} of the log does not name the key before it`);
      const text = ofLines('igny8-business key handover v1', head.log_id, previous, key_id, public_key);
      mustBeSigned(text, handover, before, `the handover to key ${key_id}`);
    }
    keys.push(key);
  }
  return { keys, root };
}

const TREE_HEAD = { ...HEAD, signature: isText, public_key: isText, keys: isList };

function readLog(json, manifest) {
  const head = readOnly(json.get('tree-head.json'), TREE_HEAD, 'tree-head.json');
  const key = readKey(head.public_key, 'public_key of tree-head.json');
  must(key.id === head.key_id, 'key_id of tree-head.json is not the id of its public_key');
  mustBeSigned(headText(head), head.signature, key, 'tree-head.json');
  must(manifest.key_id === head.key_id, 'manifest.json names another key than tree-head.json');
  must(manifest.log_id === head.log_id, 'manifest.json names another log than tree-head.json');
  const { signature, ...unsigned } = manifest;
  mustBeSigned(`igny8-business manifest v1\n${canonical(unsigned)}`, signature, key, 'manifest.json');
  const { keys, root } = readKeys(head);
  must(keys.at(-1)?.encoded === head.public_key, 'The last of keys in tree-head.json is not its public_key');
  return { head, keys, root };
}

// ---- The Merkle tree (RFC 6962; how proofs are checked is spelt out in RFC 9162, 2.1.3.2 and 2.1.4.2) ------------------

const node = (left, right) => sha256(Buffer.of(1), left, right);
const bytesOf = (path) => path.map((hash) => Buffer.from(hash, 'hex'));

/** What a path makes of the root that it began under, and of the root that it leads to. */
function climb(at, last, first, steps) {
  let [older, newer] = [first, first];
  for (const step of steps) {
    if (last === 0n) return [];
    if (at & 1n || at === last) {
      [older, newer] = [node(step, older), node(step, newer)];
      while (!(at & 1n) && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else newer = node(newer, step);
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n ? [older.toString('hex'), newer.toString('hex')] : [];
}
const leadsTo = ({ size, root_hash }, leaf, index, path) =>
  index < size && climb(BigInt(index), BigInt(size) - 1n, leaf, bytesOf(path))[1] === root_hash;

/** Whether the tree of the newer head goes on from that of the older one; 0 < from.size < to.size. */
function goesOn(from, to, path) {
  let [at, last] = [BigInt(from.size) - 1n, BigInt(to.size) - 1n];
  const [first, ...steps] = bytesOf((at & (at + 1n)) === 0n ? [from.root_hash, ...path] : path);
  while (at & 1n) [at, last] = [at >> 1n, last >> 1n];
  const [older, newer] = first === undefined ? [] : climb(at, last, first, steps);
  return older === from.root_hash && newer === to.root_hash;
}

// ---- Events, their order and their proofs (point 3) --------------------------------------------------------------------

const EVENT = {
  ...{ id: isText, position: isCount, stream: isText, revision: isCount, type: isText, schema_version: isCount },
  ...{ data: isRecord, metadata: isRecord, stored: isHash },
};
const METADATA = { causation_id: isText, occurred_at: isText, recorded_at: isText, actor: isRecord };
const PROOF = { event_id: isText, leaf_index: isCount, leaf_hash: isHash, path: isPath };
const GROWN = { from: isCount, to: isCount, root_hash: isHash, path: isPath };
const PROOFS = { tree_size: isCount, proofs: isList, consistency: isList };

function readEvents({ files, json, manifest }, head) {
  const lines = decode(files.get('events.jsonl'), 'events.jsonl').split('\n');
  must(lines.pop() === '', 'The last line of events.jsonl has no line feed');
  const { tree_size, proofs } = readOnly(json.get('proofs.json'), PROOFS, 'proofs.json');
  must(tree_size === head.size, 'tree_size of proofs.json is not the size of tree-head.json');
  must(proofs.length === lines.length, 'proofs.json has not exactly one proof for each event');
  const [events, revisions] = [new Map(), new Map()];
  let [position, leafIndex] = [-1, -1];
  for (const [index, line] of lines.entries()) {
    const what = `line ${index + 1} of events.jsonl`;
    const event = read(parse(line, what), EVENT, what);
    read(event.metadata, METADATA, `metadata of ${what}`);
    const next = (revisions.get(event.stream) ?? -1) + 1;
    must(!events.has(event.id), `The id in ${what} was there before`);
    must(event.position > position, `The position in ${what} does not rise`);
    must(event.revision >= next, `The revision in ${what} does not rise in its stream`);
    const whole = event.stream !== `invoice-${manifest.invoice_id}` || event.revision === next;
    must(whole, `Stream invoice-${manifest.invoice_id} is not whole: revision ${next} is missing`);

    const proof = readOnly(proofs[index], PROOF, `the proof for ${what}`);
    must(proof.event_id === event.id, `The proof for ${what} names another event`);
    must(proof.leaf_index > leafIndex, `leaf_index of the proof for ${what} does not rise`);
    const leaf = sha256(Buffer.of(0), line);
    must(proof.leaf_hash === leaf.toString('hex'), `leaf_hash of the proof for ${what} is not the hash of that line`);
    must(leadsTo(head, leaf, proof.leaf_index, proof.path), `The proof for ${what} does not lead to root_hash`);
    [position, leafIndex] = [event.position, proof.leaf_index];
    revisions.set(event.stream, event.revision);
    events.set(event.id, event);
  }
  let last = 0;
  for (const { from, to, root_hash, path } of json.get('proofs.json').consistency.map(readGrown)) {
    must(to === head.size && from < to, 'A consistency proof does not lead to tree_size');
    must(from > last, 'The consistency proofs are not in the order of the sizes that they lead from');
    last = from;
    const leads = goesOn({ size: from, root_hash }, head, path);
    must(leads, `The consistency proof from ${from} does not lead from its root_hash to that of the head`);
  }
  return events;
}
const readGrown = (proof) => readOnly(proof, GROWN, 'a consistency proof');

// ---- Openings (point 4). A value that is opened takes the place of its commitment, so that the rules can read it --------

const isWithheld = (value) => isRecord(value) && Object.keys(value).length === 1 && Object.hasOwn(value, 'withheld');

const OPENING = { event_id: isText, pointer: isText, salt: isText, value: (value) => value !== undefined };

function openFields(json, events) {
  must(isList(json.get('openings.json')), 'openings.json is not a list');
  const places = new Map();
  for (const [index, entry] of json.get('openings.json').entries()) {
    const what = `opening ${index + 1}`;
    const { event_id, pointer, salt, value } = readOnly(entry, OPENING, what);
    must(events.has(event_id), `${what} names an event that is not in events.jsonl`);
    must(/^(\/([^~/]|~[01])*)+$/.test(pointer), `pointer of ${what} is not a JSON pointer inside data`);
    const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const parent = keys.slice(1, -1).reduce(own, events.get(event_id).data);
    const hidden = own(parent, keys.at(-1));
    const place = canonical([event_id, pointer]);
    must(isWithheld(hidden) && !places.has(place), `${what} opens no field that is withheld, or one for a second time`);
    must(/^([0-9a-f]{2})+$/.test(salt) && value !== undefined, `salt or value of ${what} is malformed`);
    must(hidden.withheld === sha256Hex(`${salt}\n${canonical(value)}`), `${what} does not fit its commitment`);
    places.set(place, () => {
      parent[keys.at(-1)] = value;
    });
  }
  // Only now, so that no opening finds its field inside of what another one shows.
  for (const put of places.values()) put();
}

// ---- The rules of lines. Each answers an amount in cents (BigInt) from the events that the line names -------------------

/** A field inside `data`, such as `terms/quote/lines`. */
function field(event, path, is) {
  let value = event.data;
  for (const key of path.split('/')) {
    value = own(value, key);
    must(!isWithheld(value), `data/${path} of ${event.type} is withheld, and no opening shows it`);
  }
  must(is(value), `data/${path} of ${event.type} is missing or malformed`);
  return value;
}
const cents = (event, path) => BigInt(field(event, path, isInteger));

/** The row of a list in `data` by a field of it. Each list is indexed once, however many lines ask. */
const indexes = new WeakMap();
function rowOf(event, path, key, wanted) {
  const rows = field(event, path, isList);
  const index = indexes.get(rows) ?? new Map(rows.map((row) => [own(row, key), row]));
  must(index.size === rows.length, `data/${path} of ${event.type} has two rows of the same ${key}`);
  indexes.set(rows, index);
  return { type: `a row of ${event.type}`, data: index.get(wanted) };
}

const ofType = (causes, ...types) => causes.filter(({ type }) => types.includes(type));
const inOrder = (events) => events.sort((a, b) => a.position - b.position);
function only(causes, ...types) {
  const found = ofType(causes, ...types);
  must(found.length === 1, `it names ${found.length} events ${types.join(' or ')}, not one`);
  return found[0];
}
const agreed = (causes) => only(causes, 'BacklinkOrderDrafted', 'BacklinkOrderRevised');

const STARTS = ['ManagedSubscriptionActivated', 'ManagedSubscriptionResumed'];
const TURNS = [...STARTS, 'ManagedSubscriptionPaused', 'ManagedSubscriptionCancelled'];
const isPriced = ({ data }) => Object.hasOwn(data, 'monthly_price_cents');
const fromOf = (inputs) => field({ type: 'the line', data: inputs }, 'from', isDay);

/** How many days a month has, and those on which the subscription was active by its starts and stops. */
function activity(events, month) {
  const spans = [];
  let since = null;
  for (const turn of inOrder(ofType(events, ...TURNS))) {
    const on = field(turn, 'on', isDay);
    if (!STARTS.includes(turn.type) && since !== null) spans.push([since, on]);
    since = STARTS.includes(turn.type) ? (since ?? on) : null;
  }
  if (since !== null) spans.push([since, '9999']);
  const length = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).getUTCDate();
  const days = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  return { length, days: days.filter((day) => spans.some(([start, stop]) => start <= day && day <= stop)) };
}

function subscriptionMonth(causes, inputs) {
  const from = fromOf(inputs);
  const prices = causes.filter(isPriced);
  must(prices.length === 1 || prices.length === 2, `it names ${prices.length} events with a monthly price`);
  const [first, end = '9999'] = prices.map((price) => field(price, 'on', isDay));
  const { length, days } = activity(causes, from.slice(0, 7));
  const billed = days.filter((day) => first <= day && day < end);
  return divided(cents(prices[0], 'monthly_price_cents') * BigInt(billed.length), BigInt(length));
}

const lineOf = (inputs) => field({ type: 'the line', data: inputs }, 'line', isInteger);
const quoted = (causes, inputs) => rowOf(agreed(causes), 'terms/quote/lines', 'id', lineOf(inputs));

function cancelledPart(causes, inputs) {
  const whole = quoted(causes, inputs);
  const part = rowOf(only(causes, 'BacklinkOrderCancelled'), 'lines', 'id', lineOf(inputs));
  must(cents(whole, 'quantity') > 0n, 'its quantity is not above zero');
  return divided(cents(whole, 'amount_cents') * cents(part, 'delivered'), cents(whole, 'quantity'));
}

function accountCredit(causes, _, sums) {
  const granted = only(causes, 'AccountCreditGranted');
  const [note, used] = [field(granted, 'note_id', isCount), new Map()];
  let left = cents(granted, 'amount_cents');
  for (const drafted of ofType(causes, 'InvoiceDrafted')) {
    const row = rowOf(drafted, 'credits', 'note_id', note);
    const amount = row.data === undefined ? 0n : cents(row, 'amount_cents');
    const invoice = field(drafted, 'invoice_id', isCount);
    used.set(invoice, (used.get(invoice) ?? 0n) + amount);
    left -= amount;
  }
  for (const released of ofType(causes, 'InvoiceReleased'))
    left += used.get(field(released, 'invoice_id', isCount)) ?? 0n;
  return left < sums.total ? -left : -sums.total;
}

const RULES = {
  'subscription.full_month': subscriptionMonth,
  'subscription.prorated_days': subscriptionMonth,
  'order.completed': (causes, inputs) => cents(quoted(causes, inputs), 'amount_cents'),
  'order.cancelled_part': cancelledPart,
  'order.pass_through': (causes) => {
    const markup = cents(agreed(causes), 'terms/markup_percent');
    return divided(cents(only(causes, 'BacklinkOrderRepriced'), 'cost_cents') * (100n + markup), 100n);
  },
  'add_on.indexing_boost': (causes) => {
    const bought = only(causes, 'AddOnPurchased');
    return cents(bought, 'terms/quantity') * cents(bought, 'terms/unit_price_cents');
  },
  'add_on.backlink_package': (causes) =>
    ofType(causes, 'AddOnPurchased').length > 0
      ? cents(only(causes, 'AddOnPurchased'), 'terms/price_cents')
      : cents(only(causes, 'BacklinkOrderDrafted'), 'terms/quote/client_price_cents'),
  'tax.percent': (causes, _, sums) => divided(sums.subtotal * cents(only(causes, 'TaxRateSet'), 'tax_rate'), 100_000n),
  'credit.account_credit': accountCredit,
};

// ---- Subscriptions as a whole (point 5): what a line leaves out of its causes shows in the events of the subscription ---

/**
 * The terms by all events of a subscription, the last one first: whatever begins on the day of a later one or after it never came
 * to count. `number` is the same for neighbours of the same tier and price.
 */
function termsOf(history) {
  const [priced, terms] = [[], []];
  let tier = null;
  for (const event of history.filter(isPriced)) {
    if (Object.hasOwn(event.data, 'tier')) tier = field(event, 'tier', isText);
    priced.push({ id: event.id, tier, on: field(event, 'on', isDay), price: cents(event, 'monthly_price_cents') });
  }
  for (const term of priced.reverse()) {
    const next = terms.at(-1);
    if (next && term.on >= next.on) continue;
    const same = next && next.tier === term.tier && next.price === term.price;
    terms.push({ ...term, end: next?.on ?? '9999', number: same ? next.number : terms.length });
  }
  return terms;
}

function closedMonth(stream, month, events) {
  const history = [...events.values()].filter((event) => event.stream === stream);
  must(history.length <= 20_000, `stream ${show(stream)} has more than 20,000 events`);
  for (const [index, { revision }] of history.entries())
    must(revision === index, `revision ${index} of stream ${show(stream)} is missing`);
  const closing = history.findIndex(({ type, data }) => type === 'ServiceMonthClosed' && own(data, 'month') === month);
  must(closing >= 0, `the ServiceMonthClosed of ${month} in stream ${show(stream)} is missing`);
  const before = history.slice(0, closing);
  return { terms: termsOf(before), ...activity(before, month) };
}

/**
 * What a line of a subscription comes to by all events before the closing of its month. `known` has the months seen so far, each
 * with the terms that lines before this one were for.
 */
function wholeAmount({ causes, inputs, subscription_id }, events, known) {
  const named = causes.map((id) => events.get(id));
  const [{ stream }, month] = [named[0], fromOf(inputs).slice(0, 7)];
  const other = named.find((event) => event.stream !== stream || !/^managed-subscription-/.test(stream));
  must(!other, `it names event ${show(other?.id)}, which is not of one and the same subscription`);
  for (const of of [subscription_id ?? null, own(inputs, 'subscription_id') ?? null]) {
    const same = of === null || (isCount(of) && stream === `managed-subscription-${of}`);
    must(same, `it is for subscription ${show(of)}, but its events are of stream ${show(stream)}`);
  }
  const key = `${month} ${stream}`;
  if (!known.has(key)) known.set(key, { ...closedMonth(stream, month, events), billed: new Set() });
  const { terms, length, days, billed: before } = known.get(key);
  const priced = named.find(isPriced);
  const term = terms.find(({ id }) => id === priced.id);
  must(term, `the price of event ${show(priced.id)} never came to count`);
  must(!before.has(term.number), `a line before it is for the same price in ${month}`);
  before.add(term.number);
  const spans = terms.filter(({ number }) => number === term.number);
  const billed = days.filter((day) => spans.some(({ on, end }) => on <= day && day < end));
  return divided(term.price * BigInt(billed.length), BigInt(length));
}

// ---- How the invoice stands (point 5): the events of its own stream, one after the other -------------------------------

const DISPUTED = {
  ...{ dispute_id: isCount, amount_cents: isCount, reason: isText, due_by: isTextOrNull, on: isDay },
  opened_by: (value) => value === undefined || ['card_network', 'client', 'admin'].includes(value),
};
const CLOSED = {
  ...{ dispute_id: isCount, on: isDay, outcome: (value) => ['won', 'lost', 'credited'].includes(value) },
};
/** Every type of event that the stream of an invoice may have, with what must be in its data. */
const OWN = {
  InvoiceIssued: {},
  InvoicePaid: {},
  InvoiceBecamePastDue: { on: isDay },
  InvoiceMarkedUncollectible: {},
  InvoiceVoided: {},
  InvoicePaymentStarted: { payment_id: isCount, amount_cents: isCount },
  InvoicePaymentAwaitingPayer: { payment_id: isCount },
  InvoicePaymentApproved: { payment_id: isCount },
  InvoicePaymentUnknown: { payment_id: isCount },
  InvoicePaymentFailed: { payment_id: isCount },
  InvoicePaymentSucceeded: { payment_id: isCount, amount_cents: isCount },
  InvoicePaymentReversed: { payment_id: isCount, amount_cents: isCount },
  InvoiceRefundStarted: { refund_id: isCount, payment_id: isCount, amount_cents: isCount },
  InvoiceRefundSucceeded: { refund_id: isCount },
  InvoiceRefundFailed: { refund_id: isCount },
  CreditNoteIssued: { note_id: isCount, total_cents: isCount, credit_cents: isCount },
  CreditNoteNumbered: { note_id: isCount },
  InvoiceDisputeOpened: DISPUTED,
  DisputeEvidencePrepared: { dispute_id: isCount },
  DisputeEvidenceSubmitted: { dispute_id: isCount },
  DisputeOutcomeUnclear: { dispute_id: isCount },
  InvoiceDisputeClosed: CLOSED,
  DunningStepTaken: {},
  DunningHeld: { on: isDay },
  DunningReleased: { on: isDay },
};
const STATUS = {
  ...{ InvoiceIssued: 'open', InvoicePaid: 'paid', InvoiceBecamePastDue: 'past_due', InvoiceVoided: 'void' },
  InvoiceMarkedUncollectible: 'uncollectible',
};

/** What each type of event makes of payments, refunds, credit notes and disputes; `known` finds what was begun before. */
const NEWS = {
  InvoicePaymentStarted: ({ payments, begin }, { payment_id }) =>
    begin(payments, payment_id, { paid: 0n, reversed: 0n }),
  InvoicePaymentSucceeded: ({ payments }, { payment_id, amount_cents }) => {
    const reversed = payments.get(payment_id)?.reversed ?? 0n;
    payments.set(payment_id, { paid: BigInt(amount_cents), reversed });
  },
  InvoicePaymentReversed: ({ payments }, { payment_id, amount_cents }) =>
    change(payments, payment_id, ({ reversed }) => ({ reversed: reversed + BigInt(amount_cents) })),
  InvoiceRefundStarted: ({ refunds, begin }, { refund_id, amount_cents }) =>
    begin(refunds, refund_id, { amount: BigInt(amount_cents), counts: true }),
  InvoiceRefundSucceeded: ({ refunds }, { refund_id }) => change(refunds, refund_id, () => ({ counts: true })),
  InvoiceRefundFailed: ({ refunds }, { refund_id }) => change(refunds, refund_id, () => ({ counts: false })),
  CreditNoteIssued: ({ notes, begin }, { note_id, total_cents, credit_cents }) =>
    begin(notes, note_id, { total: BigInt(total_cents), kept: BigInt(credit_cents) }),
  InvoiceDisputeOpened: ({ disputes, begin }, data, { occurred_at: opened_at }) => {
    const { dispute_id: id, amount_cents, reason, due_by, opened_by = 'card_network' } = data;
    const amount = money(BigInt(amount_cents));
    begin(disputes, id, { id, status: 'open', reason, opened_by, opened_at, amount, due_by });
  },
  DisputeEvidencePrepared: ({ disputes }, { dispute_id }) =>
    change(disputes, dispute_id, ({ status }) => ({ status: status === 'open' ? 'evidence_ready' : status })),
  DisputeEvidenceSubmitted: ({ disputes }, { dispute_id }) =>
    change(disputes, dispute_id, () => ({ status: 'submitted' })),
  InvoiceDisputeClosed: ({ disputes }, { dispute_id, outcome }) =>
    change(disputes, dispute_id, () => ({ status: outcome })),
};
const notTaken = ({ payments }, { payment_id }) => change(payments, payment_id, () => ({ paid: 0n }));
for (const how of ['AwaitingPayer', 'Approved', 'Unknown', 'Failed']) NEWS[`InvoicePayment${how}`] = notTaken;

function change(known, id, how) {
  const before = known.get(id);
  if (before !== undefined) known.set(id, { ...before, ...how(before) });
}
function begin(known, id, fresh) {
  must(!known.has(id), `an event of the invoice begins for a second time what has the id ${id}`);
  known.set(id, fresh);
}

function standingOf(stream, disputeId, events) {
  const own = [...events.values()].filter((event) => event.stream === stream);
  must(own.length <= 20_000, `Stream ${stream} has more than 20,000 events`);
  const known = { payments: new Map(), refunds: new Map(), notes: new Map(), disputes: new Map(), begin };
  let status = 'none';
  for (const { type, data, metadata } of own) {
    must(Object.hasOwn(OWN, type), `An event of stream ${stream} is of a type that is not known: ${show(type)}`);
    must(type !== 'InvoiceIssued' || status === 'none', `Stream ${stream} has InvoiceIssued twice`);
    read(data, OWN[type], `the data of ${type}`);
    if (Object.hasOwn(STATUS, type)) status = STATUS[type];
    if (Object.hasOwn(NEWS, type)) NEWS[type](known, data, metadata);
  }
  must(known.disputes.has(disputeId), `No event of stream ${stream} opens dispute ${disputeId}`);
  const sum = (all, of) => {
    const total = [...all.values()].reduce((before, each) => before + of(each), 0n);
    must(total <= Number.MAX_SAFE_INTEGER, `Amounts in stream ${stream} add up to more than there is`);
    return total;
  };
  const { account_id, invoice_id, total_cents } = own[0].data;
  const { payments, refunds, notes, disputes } = known;
  const paid = sum(payments, (payment) => payment.paid);
  const refunded = sum(refunds, ({ amount, counts }) => (counts ? amount : 0n));
  const credited = sum(notes, (note) => note.total);
  sum(notes, (note) => note.kept);
  const total = status === 'void' ? 0n : BigInt(total_cents);
  const net = paid - refunded - sum(payments, ({ reversed }) => reversed);
  const amount_due = sum([total - credited - net], (due) => (due > 0n ? due : 0n));
  const amounts = { paid: money(paid), credited: money(credited), refunded: money(refunded) };
  return {
    ...{ status, ...amounts, amount_due: money(amount_due), until: own.at(-1).metadata.occurred_at },
    dispute: { ...disputes.get(disputeId), invoice_id, account_id },
  };
}

/** All that invoice.json says. */
function invoiceFile(issued, { status, paid, credited, refunded, amount_due }) {
  const { invoice_id: id, number, account_id, issued_on, due_on, period_start, period_end, recipient = null } = issued;
  return {
    ...{ id, number, account_id, currency: 'USD', status, issued_on, due_on, period_start, period_end, recipient },
    ...{ tax_rate: percent(issued.tax_rate), paid, credited, refunded, amount_due },
    subtotal: money(BigInt(issued.subtotal_cents)),
    tax: money(BigInt(issued.tax_cents)),
    total: money(BigInt(issued.total_cents)),
    lines: issued.lines.map(({ id: line, kind, rule, description, inputs, amount_cents, causes }) => ({
      ...{ id: line, kind, rule, description, inputs, causes, amount: money(BigInt(amount_cents)) },
    })),
  };
}

// ---- The invoice and its amounts (point 5) -----------------------------------------------------------------------------

const isIdOrNothing = (value) => (value ?? null) === null || isCount(value);
const LINE = {
  ...{ id: isCount, kind: isText, rule: isText, description: isText, inputs: isRecord, causes: isList },
  ...{ amount_cents: isInteger, subscription_id: isIdOrNothing, order_id: isIdOrNothing, site_id: isIdOrNothing },
  steps: (value) => isList(value) && value.every((step) => isText(own(step, 'text')) && isText(own(step, 'value'))),
};
const ISSUED = {
  ...{ account_id: isCount, number: isText, issued_on: isText, due_on: isText, tax_rate: isCount },
  ...{ period_start: isText, period_end: isText, recipient: (value) => value === undefined || isRecord(value) },
};

/** Thousandths of a percent as documents write them: decimal text that does not end in noughts. */
const percent = (thousandths) =>
  String(thousandths)
    .padStart(4, '0')
    .replace(/(\d{3})$/, '.$1')
    .replace(/\.?0*$/, '');

function recompute(line, what, events, sums) {
  for (const id of line.causes) must(events.has(id), `${what} names event ${show(id)}, which is not in events.jsonl`);
  must(new Set(line.causes).size === line.causes.length, `${what} names an event twice`);
  must(line.causes.length <= 1000, `${what} names more than 1,000 events`);
  must(Object.hasOwn(RULES, line.rule), `${what} has a rule that is not known`);
  must((line.rule === 'tax.percent') === (line.kind === 'tax'), `${what} is tax by its rule or by its kind alone`);
  must((line.rule === 'credit.account_credit') === (line.kind === 'credit'), `${what} is credit by rule or kind alone`);
  const causes = line.causes.map((id) => events.get(id));
  return attempt(() => RULES[line.rule](causes, line.inputs, sums), `${what} does not follow from its events`);
}

function checkInvoice({ json, manifest }, events) {
  const invoice = read(json.get('invoice.json'), { number: isText, lines: isList }, 'invoice.json');
  const stream = `invoice-${manifest.invoice_id}`;
  const issued = [...events.values()].find((event) => event.stream === stream);
  must(issued?.type === 'InvoiceIssued', `The first event of stream ${stream} is not InvoiceIssued`);
  must(issued.data.invoice_id === manifest.invoice_id, `The InvoiceIssued of stream ${stream} is of another invoice`);
  must(invoice.id === manifest.invoice_id, 'invoice.json is not the invoice that manifest.json names');
  const { tax_rate, ...data } = read(issued.data, ISSUED, 'the data of InvoiceIssued');
  for (const name of ['number', 'account_id', 'issued_on', 'due_on'])
    must(invoice[name] === data[name], `${name} of invoice.json is not that of InvoiceIssued`);
  must(invoice.tax_rate === percent(tax_rate), `tax_rate of invoice.json is not that of InvoiceIssued`);
  const lines = field(issued, 'lines', isList);
  must(lines.length <= 20_000, 'InvoiceIssued has more than 20,000 lines');
  must(invoice.lines.length === lines.length, 'invoice.json has not as many lines as InvoiceIssued');
  const [amounts, told, sums, months] = [[], [], { subtotal: 0n, tax: 0n, total: 0n }, new Map()];
  for (const [index, entry] of lines.entries()) {
    const what = `line ${index + 1} of the invoice`;
    const { id, kind, rule, description, inputs, steps, amount_cents, causes } = read(entry, LINE, what);
    must(id === index + 1, `${what} has the id ${id}`);
    const amount = money(BigInt(amount_cents));
    for (const [name, value] of Object.entries({ id, kind, rule, description, inputs, amount, causes })) {
      const same = canonical(own(invoice.lines[index], name)) === canonical(value);
      must(same, `${name} of line ${index + 1} in invoice.json is not that of InvoiceIssued`);
    }
    const cents = recompute(entry, what, events, sums);
    must(money(cents) === amount, `${what} (${rule}) says ${amount}, but its events make it ${money(cents)}`);
    if (rule.startsWith('subscription.')) {
      const all = attempt(() => wholeAmount(entry, events, months), `${what} does not follow from its subscription`);
      must(all === cents, `${what} says ${amount}, but all events of its subscription make it ${money(all)}`);
    }
    sums.total += cents;
    if (kind === 'tax') sums.tax += cents;
    else if (kind !== 'credit') sums.subtotal += cents;
    amounts.push({ line_id: id, rule, amount });
    told.push({ line_id: id, kind, description, inputs, steps, rule, causes });
  }
  for (const [name, sum] of Object.entries(sums)) {
    must(cents(issued, `${name}_cents`) === sum, `${name} of InvoiceIssued is not the sum of lines, ${money(sum)}`);
    must(invoice[name] === money(sum), `${name} of invoice.json is not the sum of lines, ${money(sum)}`);
  }
  const tax = divided(sums.subtotal * BigInt(tax_rate), 100_000n);
  must(sums.tax === tax, `the tax of the invoice is ${money(sums.tax)}, but its rate makes it ${money(tax)}`);
  const standing = standingOf(stream, manifest.dispute_id, events);
  mustSay(invoice, invoiceFile(issued.data, standing), 'invoice.json');
  mustSay(json.get('dispute.json'), standing.dispute, 'dispute.json');
  const { status, paid, amount_due } = invoice;
  const { number, total } = invoice;
  return {
    ...{ told, issued: issued.data, dispute: standing.dispute },
    summary: { invoice_id: invoice.id, number, total, amounts, status, paid, amount_due, until: standing.until },
  };
}

// ---- The explanation (point 6) -----------------------------------------------------------------------------------------

/** Each cause is as its event says, and has in `because` the event that caused it, if that is in the bundle, else nothing. */
function checkCauses(causes, events, what) {
  const open = causes.map((cause) => ({ cause, of: null, depth: 0 }));
  while (open.length > 0) {
    const { cause, of, depth } = open.pop();
    const { event_id, type, because, stated_by_issuer: _, ...said } = readOnly(cause, CAUSE, `a cause in ${what}`);
    const event = events.get(event_id);
    must(event, `${what} names event ${show(event_id)}, which is not in events.jsonl`);
    must(event.type === type, `${what} says that event ${show(event.id)} is ${show(type)}`);
    const caused = of === null || of.metadata.causation_id === event.id;
    must(caused, `${what} says that event ${show(event.id)} caused another one, which names another cause`);
    const { occurred_at, recorded_at, actor, causation_id } = event.metadata;
    const { stream, position } = event;
    mustSay(said, { stream, position, occurred_at, recorded_at, actor }, `${what}, of event ${show(event.id)},`);
    const follows = depth < 100 && causation_id !== event.id && events.has(causation_id);
    must(follows === because.length > 0, `${what} ends at event ${show(event.id)}, or goes on, where it must not`);
    for (const before of because) open.push({ cause: before, of: event, depth: depth + 1 });
  }
}
const CAUSE = {
  ...{ event_id: isText, type: isText, stream: isText, position: isCount, occurred_at: isText, recorded_at: isText },
  ...{ actor: isRecord, because: (value) => isList(value) && value.length < 2, stated_by_issuer: isRecord },
};
const EXPLANATION = {
  ...{ invoice_id: isCount, number: isText, lines: isList, total: isText, recomputed_total: isText },
  equal: (value) => value === true,
};
const EXPLAINED = {
  ...{ line_id: isCount, kind: isText, description: isText, rule: isText, inputs: isRecord, steps: isList },
  ...{ amount: isText, recomputed: isText, equal: (value) => value === true, causes: isList },
};

function checkExplanation(json, events, { told, summary: { invoice_id, number, amounts, total } }) {
  const explanation = readOnly(json.get('explanation.json'), EXPLANATION, 'explanation.json');
  must(explanation.invoice_id === invoice_id, 'explanation.json is of another invoice');
  must(explanation.number === number, 'number of explanation.json is not that of the invoice');
  must(explanation.lines.length === amounts.length, 'explanation.json has not as many lines as the invoice');
  for (const [index, { amount }] of amounts.entries()) {
    const what = `line ${index + 1} of explanation.json`;
    const { causes, ...said } = readOnly(explanation.lines[index], EXPLAINED, what);
    const { causes: named, ...line } = told[index];
    mustSay(said, { ...line, amount, recomputed: amount, equal: true }, what);
    checkCauses(causes, events, what);
    const ids = canonical(causes.map(({ event_id }) => event_id));
    must(ids === canonical(named), `causes of ${what} are not those of the invoice`);
  }
  must(explanation.recomputed_total === total, `recomputed_total of explanation.json is not ${total}`);
  must(explanation.total === total, `total of explanation.json is not ${total}`);
}

// ---- What was delivered, and what a card network takes of it (point 6) -------------------------------------------------

const LINK_ENDS = {
  ...{ BacklinkPlaced: 'placed', BacklinkWentLive: 'live', BacklinkLost: 'lost', BacklinkRejected: 'rejected' },
  BacklinkReplaced: 'replaced',
};
const orNull = (data, ...names) => Object.fromEntries(names.map((name) => [name, own(data, name) ?? null]));

/** By all events of a link that are in the bundle; the first one is its placing. */
function linkBy(history) {
  const changes = history.filter(({ type }) => Object.hasOwn(LINK_ENDS, type));
  const check = history.filter(({ type }) => type === 'BacklinkLiveChecked').at(-1);
  const live = history.find(({ type }) => type === 'BacklinkWentLive');
  return {
    ...orNull(history[0].data, 'backlink_id', 'order_id', 'source_url', 'target_url', 'anchor_text'),
    status: LINK_ENDS[changes.at(-1).type],
    live_at: live?.metadata.occurred_at ?? null,
    last_check: check
      ? {
          ...{ at: check.metadata.occurred_at, ...orNull(check.data, 'http_status', 'final_url') },
          link_found: own(check.data, 'link_found') ?? false,
        }
      : null,
    event_ids: [...changes, ...(check ? [check] : [])].map(({ id }) => id),
  };
}

function deliveredBy({ lines }, events) {
  const causes = lines.flatMap((line) => line.causes.map((id) => events.get(id).stream));
  const named = causes.flatMap((stream) => (/^backlink-order-/.test(stream) ? [Number(stream.slice(15))] : []));
  const orders = new Set([...named, ...lines.map(({ order_id }) => order_id ?? null)]);
  const sites = new Set(lines.map(({ kind, site_id }) => (kind === 'subscription' ? (site_id ?? null) : null)));
  const streams = new Map();
  const articles = [];
  for (const event of events.values()) {
    const { id: event_id, type, stream, data, metadata } = event;
    const site = own(data, 'site_id') ?? null;
    if (type === 'ArticlePublished' && site !== null && sites.has(site))
      articles.push({
        ...{ event_id, published_at: metadata.occurred_at },
        ...orNull(data, 'site_id', 'content_id', 'title', 'url'),
      });
    const order = own(data, 'order_id') ?? null;
    if (!/^backlink-\d+$/.test(stream)) continue;
    if (streams.has(stream)) streams.get(stream).push(event);
    else if (type === 'BacklinkPlaced' && order !== null && orders.has(order)) streams.set(stream, [event]);
  }
  return { links: [...streams.values()].map(linkBy), articles };
}

const SENT = ['accepted', 'unknown'];
const monthOf = (day) => day.slice(0, 7);

/** Each version of a report that was sent: a list of its events, first the one that asked for it. */
function versionsSent({ lines, period_start, period_end }, events) {
  const sites = new Set(lines.map(({ site_id }) => site_id ?? null));
  const versions = new Map();
  for (const event of events.values()) {
    const { type, stream, data } = event;
    if (!/^report-\d+$/.test(stream) || typeof own(data, 'version') !== 'number') continue;
    const name = `${stream} ${data.version}`;
    const [site, start, end] = ['site_id', 'period_start', 'period_end'].map((key) => own(data, key) ?? null);
    if (versions.has(name)) versions.get(name).push(event);
    else if (type !== 'ReportRequested' || site === null || !sites.has(site) || !isText(start) || !isText(end))
      continue;
    else if (monthOf(start) <= monthOf(period_end) && monthOf(end) >= monthOf(period_start))
      versions.set(name, [event]);
  }
  const isSending = ({ type, data }) => type === 'ReportDelivered' && SENT.includes(own(data, 'outcome'));
  return [...versions.values()].filter((history) => history.some(isSending));
}

function reportBy(history) {
  const of = (wanted) => history.filter(({ type }) => type === wanted);
  const [asked, rendered] = [history[0], of('ReportRendered')[0]];
  return {
    ...orNull(asked.data, 'report_id', 'report_type', 'site_id', 'period_start', 'period_end', 'version', 'position'),
    ...orNull(rendered?.data, 'sha256', 'size_bytes', 'pages'),
    rendered_at: rendered?.metadata.occurred_at ?? null,
    deliveries: of('ReportDelivered').map(({ id: event_id, data, metadata }) => ({
      ...{ event_id, at: metadata.occurred_at, ...orNull(data, 'to', 'outcome', 'again') },
    })),
    opened: of('ReportShareViewed').map(({ id: event_id, data }) => ({
      ...{ event_id, ...orNull(data, 'share_id', 'on', 'count') },
    })),
    event_ids: [asked, ...(rendered ? [rendered] : [])].map(({ id }) => id),
  };
}

/** Every PDF of a report is the one that a version names. */
function checkPdfs(files, reports) {
  for (const [name, data] of files) {
    if (!isPdf(name)) continue;
    const report = reports.find(({ sha256: hash }) => pdfOf(hash) === name);
    must(report !== undefined, `${show(name)} is of no report that was sent`);
    const fits = sha256Hex(data) === report.sha256 && data.length === report.size_bytes && data.length <= 4 << 20;
    must(fits, `${show(name)} is not the PDF that its report names`);
  }
}

/** What was written for both sides about the invoice, and about orders and subscriptions that it is for. */
function messagesOf({ invoice_id, lines }, events) {
  const streams = new Set([`conversation-invoice-${invoice_id}`]);
  for (const { order_id = null, subscription_id = null, causes } of lines) {
    if (order_id !== null) streams.add(`conversation-order-${order_id}`);
    if (subscription_id !== null) streams.add(`conversation-subscription-${subscription_id}`);
    for (const cause of causes) {
      const [, order, subscription] =
        /^(?:backlink-order-(.*)|managed-subscription-(.*))$/s.exec(events.get(cause).stream) ?? [];
      if (order !== undefined) streams.add(`conversation-order-${order}`);
      if (subscription !== undefined) streams.add(`conversation-subscription-${subscription}`);
    }
  }
  const written = ({ type, stream, data }) =>
    type === 'MessagePosted' && own(data, 'visibility') === 'client' && streams.has(stream);
  return [...events.values()].filter(written).map(({ id: event_id, data, metadata }) => {
    const files = own(data, 'files');
    return {
      ...orNull(data, 'message_id', 'kind', 'subject_id', 'author_name', 'text'),
      role: own(own(data, 'author'), 'role') ?? null,
      files: (isList(files) ? files : []).map((file) => orNull(file, 'id', 'name', 'type', 'size', 'sha256')),
      ...{ at: metadata.occurred_at, event_id },
    };
  });
}

const sentNameOf = ({ type, sha256: hash }) => `deliverables/messages/${words(hash)}.${own(SENT_TYPES, words(type))}`;

/** Every file of a message is one that a message names. */
function checkSentFiles(files, messages) {
  const sent = messages.flatMap((message) => message.files);
  for (const [name, data] of files) {
    if (!isSentFile(name)) continue;
    const file = sent.findLast((each) => sentNameOf(each) === name);
    must(file !== undefined, `${show(name)} is of no message`);
    const fits = sha256Hex(data) === file.sha256 && data.length === file.size && data.length <= 4 << 20;
    must(fits, `${show(name)} is not the file that its message names`);
  }
}

/** The last messages that there is room for, each whole. */
function communication(messages) {
  const rows = [];
  let taken = 0;
  for (const { at, role, text, files } of messages.toReversed()) {
    const names = files.map(({ name, sha256: hash }) => `  File ${words(name)}, SHA-256 ${words(hash)}`);
    const row = [`${at.slice(0, 16)} ${words(role)}: ${words(text)}`, ...names].join('\n');
    if (taken + row.length + 1 > 20_000) continue;
    taken += row.length + 1;
    rows.unshift(row);
  }
  return rows.join('\n');
}

const words = (value) => (isText(value) ? value : canonical(value));
/** The first 20,000 UTF-16 code units, and not the first half of a surrogate pair alone. */
const shortened = (text) => (text.length > 20_000 ? text.slice(0, 20_000).replace(/[\ud800-\udbff]$/, '') : text);

function networkFields(issued, { links, articles, reports, messages }) {
  const { lines, number, period_start, period_end, recipient } = issued;
  const list = (title, rows) => (rows.length === 0 ? [] : ['', title, ...rows]);
  const placed = links.map(({ source_url, target_url, status, live_at }) => {
    const since = live_at === null ? '' : `, live since ${live_at.slice(0, 10)}`;
    return `${words(source_url)} links to ${words(target_url)}: ${status}${since}`;
  });
  const published = articles.map(({ published_at, title, content_id, url }) => {
    const name = title === null ? `article ${words(content_id)}` : words(title);
    return `${published_at.slice(0, 10)}: ${name}${url === null ? '' : ` (${words(url)})`}`;
  });
  const sent = reports.map(({ report_id, period_start: from, period_end: to, version, deliveries, opened }) => {
    const { at } = deliveries.find(({ outcome }) => SENT.includes(outcome));
    const days = [...new Set(opened.map(({ on }) => words(on)))];
    const views = days.length === 0 ? '' : `, opened on ${days.join(', ')}`;
    return `Report ${words(report_id)} of ${words(from)} to ${words(to)}, version ${words(version)}: sent ${at.slice(0, 10)}${views}`;
  });
  const amount = ({ description, amount_cents }) => `${description}: ${money(BigInt(amount_cents))} USD`;
  const steps = (line) => line.steps.map(({ text, value }) => `  ${text} = ${value}`);
  const fields = {
    product_description: `Search engine optimisation, as invoiced: ${lines.map(({ description }) => description).join('; ')}`,
    service_date: `${period_start} to ${period_end}`,
    uncategorized_text: [
      `How invoice ${number} over ${money(BigInt(issued.total_cents))} USD came about`,
      ...lines.flatMap((line) => [amount(line), ...steps(line)]),
      ...list('Links that were placed', placed),
      ...list('Articles that were published', published),
      ...list('Reports that were sent', sent),
    ].join('\n'),
    customer_communication: communication(messages),
    customer_name: own(recipient, 'name'),
    customer_email_address: own(recipient, 'email'),
  };
  const told = Object.entries(fields).filter(([, text]) => isText(text) && text !== '');
  return Object.fromEntries(told.map(([name, text]) => [name, shortened(text)]));
}

function checkDelivered({ json, files, manifest }, events, { issued, dispute }) {
  const reports = manifest.format === 2 ? [] : versionsSent(issued, events).map(reportBy);
  const messages = manifest.format >= 4 ? messagesOf(issued, events) : [];
  const all = { ...deliveredBy(issued, events), reports, messages };
  for (const [name, list] of Object.entries(all))
    if (name !== 'messages' || manifest.format >= 4)
      mustSay(json.get(`deliverables/${name}.json`), list, `deliverables/${name}.json`);
  checkPdfs(files, reports);
  checkSentFiles(files, messages);
  const what = 'stripe-evidence.json';
  if (dispute.opened_by !== 'card_network') return mustSay(json.get(what), {}, what);
  const { stated_by_issuer: _, ...said } = read(json.get(what), { stated_by_issuer: isRecord }, what);
  return mustSay(said, networkFields(issued, all), what);
}

// ---- Heads and keys that the reader kept (point 7). Each answers why all stays undecided, or null ------------------------

/** A key that took over from a lost one is trusted by those only who were told of it in another way: with --key. */
function checkKey(id, trusted, { keys, root }, what) {
  const placeOf = (wanted) => keys.findIndex((key) => key.id === wanted);
  must(placeOf(id) >= 0, `${what} is not under a key of this log`);
  if (placeOf(id) >= root || placeOf(trusted) >= root) return null;
  return `Key ${keys[root].id} took over from a lost one: ask the log's owner for it, and give it with --key`;
}

function checkOlderHead(older, what, log, proofs, trusted) {
  const { head, keys } = log;
  must(read(older, HEAD, what).log_id === head.log_id, `${what} is of another log`);
  const signer = keys.find(({ id }) => id === older.key_id);
  if (older.size > head.size && !signer)
    return `${what} is later than the bundle, which knows nothing of its key ${show(older.key_id)}: ask for a newer bundle`;
  const undecided = checkKey(older.key_id, trusted, log, what);
  mustBeSigned(headText(older), older.signature, signer, what);
  const [from, to] = older.size < head.size ? [older, head] : [head, older];
  if (from.size === to.size) {
    must(from.root_hash === to.root_hash, `${what} has the same size as the head of the bundle, but another root`);
    return undecided;
  }
  if (from.size === 0) {
    must(from.root_hash === sha256Hex(), `The root of a head of size 0 is not that of nothing; one of them is ${what}`);
    return undecided;
  }
  const fitting = proofs.filter((proof) => proof.from === from.size && proof.to === to.size);
  const question = `GET /api/v1/audit/consistency/?from=${from.size}&to=${to.size}`;
  if (fitting.length === 0) return `No proof is there for ${what}: give the answer of ${question} with --consistency`;
  const leads = fitting.some(({ path }) => goesOn(from, to, path));
  must(leads, `No proof leads from the head of size ${from.size} to that of size ${to.size}; one of them is ${what}`);
  return undecided;
}

const CONSISTENCY = { from: isCount, to: isCount, path: isPath };

function checkKept({ json }, log, { heads, consistency, key }) {
  const proofs = [...json.get('proofs.json').consistency];
  for (const answer of consistency) proofs.push(read(answer, CONSISTENCY, 'the answer given with --consistency'));
  const open = key === null ? [] : [checkKey(key, null, log, `The key ${show(key)} that was given`)];
  for (const [index, older] of heads.entries())
    open.push(checkOlderHead(older, `older head ${index + 1}`, log, proofs, key));
  return open.find((sentence) => sentence !== null) ?? null;
}

/** What follows from nothing in the bundle, and is marked as that there. */
const STATEMENTS = [
  `${STATED.join(', ')}: all of them`,
  'manifest.json: when it was made',
  'tree-head.json: when it was signed, and since when each key is used',
  'explanation.json: the sentence about each cause, and what began its chain',
  'stripe-evidence.json: what stands under stated_by_issuer',
];

// ---- All of it ---------------------------------------------------------------------------------------------------------

/** Never throws: answers `{ verdict: 'holds' | 'broken' | 'undecided', why, summary }`. */
export function verify(bytes, { heads = [], consistency = [], key = null } = {}) {
  try {
    const bundle = readContainer(Buffer.from(bytes));
    const log = readLog(bundle.json, bundle.manifest);
    const events = readEvents(bundle, log.head);
    openFields(bundle.json, events);
    const invoice = checkInvoice(bundle, events);
    checkExplanation(bundle.json, events, invoice);
    checkDelivered(bundle, events, invoice);
    const kept = { heads: [heads].flat(), consistency: [consistency].flat(), key };
    const why = checkKept(bundle, log, kept);
    const { log_id, size: log_size, issued_at, key_id } = log.head;
    const head = { log_id, log_size, issued_at, key_id, first_key_id: log.keys[log.root].id };
    const summary = {
      ...invoice.summary,
      events: events.size,
      ...head,
      older_heads: kept.heads.length,
      key_given: key !== null,
      stated: STATEMENTS,
      carried: sha256Hex(bundle.files.get('verify.mjs')),
    };
    return { verdict: why === null ? 'holds' : 'undecided', why, summary };
  } catch (error) {
    const why = error instanceof Broken ? error.message : `The bundle is malformed: ${show(error?.message)}`;
    return { verdict: 'broken', why: plain(why), summary: null };
  }
}

// ---- The command -------------------------------------------------------------------------------------------------------

const OWN_FILE = fileURLToPath(import.meta.url);

function report({ verdict, why, summary }, notes) {
  if (summary === null) return [`DOES NOT HOLD. ${why}.`, ...notes];
  const { number, total, events, amounts, older_heads, key_given, status, paid, amount_due, until } = summary;
  const same = summary.carried === sha256Hex(readFileSync(OWN_FILE));
  return [
    verdict === 'holds' ? 'HOLDS.' : `UNDECIDED. ${why}. All else holds.`,
    `Invoice ${show(number)}, total ${total}: ${events} events, ${events} proofs.`,
    ...amounts.map(({ line_id, rule, amount }) => `  line ${show(line_id)}: ${amount}, re-computed by ${rule}`),
    `${status} at ${show(until)}: ${paid} paid, ${amount_due} due.`,
    `Log ${show(summary.log_id)} of ${summary.log_size} events; head issued at ${show(summary.issued_at)}.`,
    `Signed by key ${summary.key_id}, to which handovers lead from key ${summary.first_key_id}.`,
    `Older heads compared: ${older_heads}. Key given: ${key_given ? 'yes' : 'no'}.`,
    ...(older_heads > 0 || key_given ? [] : ['So this is only as good as the owner of that key. Keep tree-head.json.']),
    'Stated by the issuer, and followed from nothing:',
    ...summary.stated.map((each) => `  ${each}`),
    `The verify.mjs in the bundle is ${same ? 'this very program' : 'another program than this one'} (SHA-256 ${summary.carried}).`,
    ...notes,
  ];
}

/** Files of a folder and of those inside of it, so many levels deep. */
const namesIn = (path, levels) =>
  readdirSync(path).flatMap((name) => {
    const inner = join(path, name);
    if (levels === 1 || !statSync(inner).isDirectory()) return [name];
    return namesIn(inner, levels - 1).map((file) => `${name}/${file}`);
  });

/** Of a folder the files of a bundle are put together again, and no others. */
function readBundle(path) {
  if (!statSync(path).isDirectory()) return { bytes: readFileSync(path), notes: [] };
  const found = namesIn(path, 3);
  const own = found.filter(isNamed).sort();
  const others = found.filter((name) => !own.includes(name)).sort();
  const entries = own.map((name) => ({ name, data: readFileSync(join(path, name)) }));
  const form = 'Read from a folder: whether the ZIP that it came in was in its canonical form was not checked.';
  const rest = others.map((name) => plain(name)).join(', ');
  return {
    bytes: writeEntries(entries),
    notes: [form, ...(others.length === 0 ? [] : [`Not of the bundle, and not looked at: ${rest}.`])],
  };
}
/** Where nothing is named: the present folder, else the one this program lies in. */
const unpackedHere = () =>
  ['.', dirname(OWN_FILE)].filter((path) => existsSync(join(path, 'manifest.json'))).slice(0, 1);

const USAGE =
  'Usage: node verify.mjs [bundle.zip or its folder] [--head older-head.json]… [--consistency answer.json]… [--key KEY_ID]';

function main(words) {
  const given = { '': [], '--head': [], '--consistency': [], '--key': [] };
  while (words.length > 0) {
    const option = words[0].startsWith('-') ? words.shift() : '';
    if (!Object.hasOwn(given, option) || words.length === 0) throw new Error(USAGE);
    given[option].push(words.shift());
  }
  const bundles = given[''].length > 0 ? given[''] : unpackedHere();
  const keys = given['--key'];
  if (bundles.length !== 1 || keys.length > 1) throw new Error(USAGE);
  const [heads, consistency] = [given['--head'], given['--consistency']].map((paths) =>
    paths.map((path) => JSON.parse(readFileSync(path, 'utf8'))),
  );
  const { bytes, notes } = readBundle(bundles[0]);
  const answer = verify(bytes, { heads, consistency, key: keys[0] ?? null });
  process.stdout.write(`${report(answer, notes).join('\n')}\n`);
  return { holds: 0, broken: 1, undecided: 3 }[answer.verdict];
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(new URL(import.meta.url))) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
