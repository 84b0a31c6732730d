import type { Bytes } from '#domain/log/merkle';

/**
 * ZIP in one canonical form: entries in the order of their names, stored as they are, without times, attributes or comments.
 * Equal files make equal bytes, and any other bytes are no such container.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day that the format knows. */
const DATE = 33;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
/** More than any bundle has; keeps hostile input small. */
const MOST_FILES = 10_000;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
function crc32(bytes: Bytes): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The container of these files. Throws `RangeError` for more files than it takes. */
export function packed(files: ReadonlyMap<string, Bytes>): Bytes {
  if (files.size > MOST_FILES) throw new RangeError(`more than ${MOST_FILES} files`);
  const encoder = new TextEncoder();
  const entries = [...files]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([name, bytes]) => ({ name: encoder.encode(name), bytes, crc: crc32(bytes) }));
  const locals = entries.reduce((sum, { name, bytes }) => sum + LOCAL_LENGTH + name.length + bytes.length, 0);
  const centrals = entries.reduce((sum, { name }) => sum + CENTRAL_LENGTH + name.length, 0);
  const out = new Uint8Array(locals + centrals + END_LENGTH);
  const view = new DataView(out.buffer);
  let at = 0;
  const short = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const long = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const raw = (bytes: Bytes) => {
    out.set(bytes, at);
    at += bytes.length;
  };
  const common = ({ name, bytes, crc }: (typeof entries)[number]) => {
    for (const value of [VERSION, UTF8_NAMES, 0, 0, DATE]) short(value);
    for (const value of [crc, bytes.length, bytes.length]) long(value);
    for (const value of [name.length, 0]) short(value);
  };
  const offsets: number[] = [];
  for (const entry of entries) {
    offsets.push(at);
    long(LOCAL);
    common(entry);
    raw(entry.name);
    raw(entry.bytes);
  }
  const begins = at;
  entries.forEach((entry, index) => {
    long(CENTRAL);
    short(VERSION);
    common(entry);
    for (const value of [0, 0, 0]) short(value);
    for (const value of [0, offsets[index] as number]) long(value);
    raw(entry.name);
  });
  const length = at - begins;
  long(END);
  for (const value of [0, 0, entries.length, entries.length]) short(value);
  for (const value of [length, begins]) long(value);
  short(0);
  return out;
}

/** The files of a container; null where the bytes are not the canonical form of any. */
export function unpacked(container: Bytes): Map<string, Bytes> | null {
  const files = read(container);
  if (files === null) return null;
  const again = packed(files);
  return again.length === container.length && again.every((byte, index) => byte === container[index]) ? files : null;
}

function read(bytes: Bytes): Map<string, Bytes> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Bytes>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; view.getUint32(at, true) === LOCAL; ) {
      const [length, named] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
      const begins = at + LOCAL_LENGTH + named;
      if (begins + length > bytes.length || files.size === MOST_FILES) return null;
      const name = decoder.decode(bytes.subarray(at + LOCAL_LENGTH, begins));
      if (files.has(name)) return null;
      files.set(name, bytes.subarray(begins, begins + length));
      at = begins + length;
    }
  } catch {
    return null;
  }
  return files;
}
