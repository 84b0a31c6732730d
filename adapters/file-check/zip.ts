import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { refused } from './refused.ts';

const inflated = promisify(inflateRaw);

/** Office files have some dozens of parts, large tables some hundreds. */
const MOST_PARTS = 2_000;
/** Bytes of all parts unpacked: a table of that size is none that a person reads. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Deflate packs a thousand to one at the utmost; what people write comes nowhere near. */
const MOST_RATIO = 200;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
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
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const entries = entriesOf(bytes);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MOST_UNPACKED) refused(`it unpacks to more than ${MOST_UNPACKED} bytes`);
  const parts = new Map<string, Buffer>();
  const taken: [from: number, to: number][] = [];
  for (const entry of entries) {
    if (entry.size > 1024 * 1024 && entry.size > entry.packed * MOST_RATIO)
      refused('a part of it unpacks to far more than it holds');
    const from = dataOf(bytes, entry);
    taken.push([entry.at, from + entry.packed]);
    parts.set(entry.name, await contentOf(entry, bytes.subarray(from, from + entry.packed)));
  }
  taken.sort(([a], [b]) => a - b);
  // One archive's worth of bytes, each of them once: no part inside of another one, and nothing before the first.
  if (taken[0]?.[0] !== 0) refused('something stands before its first part');
  for (const [index, [from]] of taken.entries())
    if (from < (taken[index - 1]?.[1] ?? 0)) refused('parts of it lie over one another');
  return parts;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOfZip(bytes);
  if (end === -1) return refused('it is not a complete file');
  const [count, size, from] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (count === 0 || count > MOST_PARTS) refused('it has more parts than such a file has');
  if (bytes.readUInt16LE(end + 8) !== count || from + size !== end) refused('its list of parts is not complete');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = from;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return refused('its list of parts is not complete');
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    if ((bytes.readUInt16LE(at + 8) & 0x1) !== 0) refused('it is encrypted');
    if (!isPlain(name)) refused('a part of it has a name that leads elsewhere');
    if (names.has(name.toLowerCase())) refused('two parts of it have the same name');
    names.add(name.toLowerCase());
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameSize + extra + comment;
  }
  if (at !== end) refused('its list of parts is not complete');
  return entries;
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

function dataOf(bytes: Buffer, { at, packed, name }: Entry): number {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return refused('a part of it is not where it says');
  const nameSize = bytes.readUInt16LE(at + 26);
  const from = at + 30 + nameSize + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length || bytes.toString('utf8', at + 30, at + 30 + nameSize) !== name)
    return refused('a part of it is not where it says');
  return from;
}

async function contentOf({ method, size, crc }: Entry, packed: Buffer): Promise<Buffer> {
  if (method !== 0 && method !== 8) return refused('it is packed in an unusual way');
  const content =
    method === 0
      ? packed
      : await (inflated(packed, { maxOutputLength: size + 1 }) as Promise<Buffer>).catch(() =>
          refused('a part of it unpacks to something else than it says'),
        );
  if (content.length !== size || crc32(content) !== crc) refused('a part of it is not what it says');
  return content;
}
