import { NotAPicture, type Picture, withinBounds } from './picture.ts';

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Frames that renderers read: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic ones, which they do not. */
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** Each scan is a walk over the whole picture; encoders make ten of them. */
const MOST_SCANS = 32;
const isAside = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/**
 * A JPEG without comments and without what applications add to it (places, cameras, previews): only what decoders need of that
 * is kept. Its size is read from the head of its frame. Throws `NotAPicture`.
 */
export function plainJpeg(bytes: Buffer): Picture {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { readonly width: number; readonly height: number } | null = null;
  let scans = 0;
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) throw new NotAPicture('this JPEG is not complete');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const length = at + 4 <= bytes.byteLength ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.byteLength) throw new NotAPicture('this JPEG is not complete');
    if (OTHER_FRAMES.has(marker)) throw new NotAPicture('this JPEG is of a kind that is not taken');
    if (FRAMES.has(marker)) {
      if (size !== null || length < 8) throw new NotAPicture('this JPEG holds more than one picture');
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      withinBounds(size.width, size.height);
    }
    if (!isAside(marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    scans += 1;
    if (size === null || scans > MOST_SCANS) throw new NotAPicture('this JPEG is of a kind that is not taken');
    const next = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (size === null || scans === 0) throw new NotAPicture('this JPEG holds no picture');
  return { bytes: Buffer.concat(kept), type: 'image/jpeg', ...size };
}

/** Where the next marker is that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) throw new NotAPicture('this JPEG is not complete');
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
  }
}
