import { inflateSync } from 'node:zlib';
import { NotAPicture, type Picture, withinBounds } from './picture.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of all chunks only what the picture is made of is kept: no texts, no profiles, nothing that unpacks. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Samples a pixel by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS = new Set([1, 2, 4, 8, 16]);

export const isPng = (bytes: Buffer): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer };

/**
 * A PNG with nothing in it but its picture. Its size is read from its header before anything is unpacked, and its lines unpack
 * to exactly what that says, or it is refused. Throws `NotAPicture`.
 */
export function plainPng(bytes: Buffer): Picture {
  const chunks = chunksOf(bytes);
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.byteLength !== 13) throw new NotAPicture('this PNG has no header');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  withinBounds(width, height);
  const [depth = 0, colour = -1, compression, filter, interlace = 9] = header.data.subarray(8);
  const channels = CHANNELS[colour];
  if (channels === undefined || !DEPTHS.has(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    throw new NotAPicture('this PNG is of no known kind');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  proveLines(
    packed,
    (interlace === 0 ? [[width, height]] : passes(width, height)) as [number, number][],
    depth * channels,
  );
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole);
  return { bytes: Buffer.concat([Buffer.from(SIGNATURE), ...kept]), type: 'image/png', width, height };
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.byteLength; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.byteLength) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw new NotAPicture('this PNG is not complete');
}

/** Lines of a picture and of each pass begin with a byte for their filter. */
function proveLines(packed: Buffer, parts: readonly (readonly [number, number])[], bitsPerPixel: number): void {
  const size = parts.reduce(
    (sum, [width, height]) => sum + (width === 0 ? 0 : height * (1 + Math.ceil((width * bitsPerPixel) / 8))),
    0,
  );
  let unpacked: Buffer;
  try {
    unpacked = inflateSync(packed, { maxOutputLength: size });
  } catch {
    throw new NotAPicture('this PNG does not unpack to what its header says');
  }
  if (unpacked.byteLength !== size) throw new NotAPicture('this PNG does not unpack to what its header says');
}

/** The seven passes of an interlaced picture: where each begins, and how far its pixels lie apart. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const passes = (width: number, height: number): (readonly [number, number])[] =>
  ADAM7.map(([x, y, dx, dy]) => [Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))]);
