import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { refused } from './refused.ts';

const inflated = promisify(inflateRaw);

export type ZipLimits = {
  readonly parts: number;
  /** Bytes of all parts unpacked. */
  readonly unpacked: number;
  /** Of bytes unpacked to bytes packed, from 1 MiB on. Deflate packs a thousand to one at the utmost; what people write comes nowhere near. */
  readonly ratio: number;
};
/** Office files have some dozens of parts, large tables some hundreds; a table of 64 MiB is none that a person reads. */
const OFFICE: ZipLimits = { parts: 2_000, unpacked: 64 * 1024 * 1024, ratio: 200 };
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** Encrypted, also in the strong way, or with the list of parts hidden. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** In place of sizes that stand elsewhere, in an archive of more than 4 GiB. */
const ELSEWHERE = 0xffffffff;
const ZIP64 = 0x0001;
/** Of the file's kind, as Unix keeps it in the upper half of the attributes. */
const KIND = 0o170000;
const KINDS = new Set([0, 0o100000, 0o040000]);
const LONGEST_COMMENT = 0xffff;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
};

/** Where a ZIP's end record stands that ends with the file; -1 where there is none, so that nothing could read it as a ZIP. */
export function endOfZip(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--)
    if (bytes.readUInt32LE(at) === END && at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  return -1;
}

/**
 * The parts of a ZIP by their names. All of it is looked at before anything is unpacked, and no part unpacks to more than it says:
 * parts that share bytes, lie beside the archive or name places outside of it are refused. Throws `RefusedFile`.
 */
export async function partsOf(bytes: Buffer, limits: ZipLimits = OFFICE): Promise<ReadonlyMap<string, Buffer>> {
  const entries = entriesOf(bytes, limits);
  let unpacked = 0;
  for (const { name, size } of entries) {
    unpacked += size;
    if (unpacked > limits.unpacked) refused(`it unpacks to more than ${limits.unpacked} bytes`, name);
  }
  const parts = new Map<string, Buffer>();
  const taken: [from: number, to: number, name: string][] = [];
  for (const entry of entries) {
    if (entry.size > 1024 * 1024 && entry.size > entry.packed * limits.ratio)
      refused('a part of it unpacks to far more than it holds', entry.name);
    const from = dataOf(bytes, entry);
    taken.push([entry.at, from + entry.packed, entry.name]);
    parts.set(entry.name, await contentOf(entry, bytes.subarray(from, from + entry.packed)));
  }
  taken.sort(([a], [b]) => a - b);
  // One archive's worth of bytes, each of them once: no part inside of another one, and nothing before the first.
  if (taken[0]?.[0] !== 0) refused('something stands before its first part');
  for (const [index, [from, , name]] of taken.entries())
    if (from < (taken[index - 1]?.[1] ?? 0)) refused('parts of it lie over one another', name);
  return parts;
}

function entriesOf(bytes: Buffer, limits: ZipLimits): Entry[] {
  const end = endOfZip(bytes);
  if (end === -1) return refused('it is not a complete file');
  const [count, size, from] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (count === 0 || count > limits.parts) refused('it has more parts than such a file has');
  if (bytes.readUInt16LE(end + 8) !== count || from + size !== end) refused('its list of parts is not complete');
  const entries: Entry[] = [];
  let at = from;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return refused('its list of parts is not complete');
    const [nameSize, extraSize, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const named = bytes.subarray(at + 46, at + 46 + nameSize);
    const name = named.toString('utf8');
    if (!Buffer.from(name).equals(named)) refused('a part of it has a name that is not UTF-8', name);
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) refused('it is encrypted', name);
    if (!isPlain(name)) refused('a part of it has a name that leads elsewhere', name);
    // Whatever wrote it: where the upper half says a kind, some program will take it at its word.
    if (!KINDS.has((bytes.readUInt32LE(at + 38) >>> 16) & KIND)) refused('a part of it is a link, or no file', name);
    const entry = {
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    const extra = bytes.subarray(at + 46 + nameSize, at + 46 + nameSize + extraSize);
    if ([entry.packed, entry.size, entry.at].includes(ELSEWHERE) || hasZip64(extra))
      refused('a part of it keeps its sizes elsewhere, as only archives of gigabytes do', name);
    if (bytes.readUInt16LE(at + 34) !== 0) refused('it is one of several volumes', name);
    entries.push(entry);
    at += 46 + nameSize + extraSize + comment;
  }
  if (at !== end) refused('its list of parts is not complete');
  checkNames(entries);
  return entries;
}

function hasZip64(extra: Buffer): boolean {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === ZIP64) return true;
  return false;
}

/** As the most forgetful of file systems knows it: without case, and letters with their accents as one. */
const known = (name: string): string => name.replace(/\/$/, '').normalize('NFC').toLowerCase();

/** No two parts in one place, on whatever system it is unpacked; and nothing below a file. */
function checkNames(entries: readonly Entry[]): void {
  const names = new Map<string, string>();
  for (const { name } of entries) {
    if (names.has(known(name))) refused('two parts of it have the same name', name);
    names.set(known(name), name);
  }
  for (const { name } of entries) {
    const parts = known(name).split('/');
    for (let deep = 1; deep < parts.length; deep++) {
      const above = names.get(parts.slice(0, deep).join('/'));
      if (above !== undefined && !above.endsWith('/')) refused('a part of it stands below a file', name);
    }
  }
}

/** Below the archive, written in one way only. */
const isPlain = (name: string): boolean =>
  name !== '' &&
  !/[\\:\p{Cc}]/u.test(name) &&
  !name.startsWith('/') &&
  name
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');

function dataOf(bytes: Buffer, { at, packed, name, method }: Entry): number {
  const isThere = at + 30 <= bytes.length && bytes.readUInt32LE(at) === LOCAL;
  if (!isThere || bytes.readUInt16LE(at + 8) !== method || (bytes.readUInt16LE(at + 6) & ENCRYPTED) !== 0)
    return refused('a part of it is not where it says', name);
  const nameSize = bytes.readUInt16LE(at + 26);
  const from = at + 30 + nameSize + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length || bytes.toString('utf8', at + 30, at + 30 + nameSize) !== name)
    return refused('a part of it is not where it says', name);
  return from;
}

async function contentOf({ name, method, size, crc }: Entry, packed: Buffer): Promise<Buffer> {
  if (method !== 0 && method !== 8) return refused('it is packed in an unusual way', name);
  const content =
    method === 0
      ? packed
      : await (inflated(packed, { maxOutputLength: size + 1 }) as Promise<Buffer>).catch(() =>
          refused('a part of it unpacks to something else than it says', name),
        );
  if (content.length !== size || crc32(content) !== crc) refused('a part of it is not what it says', name);
  return content;
}
