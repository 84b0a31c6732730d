import { crc32 } from 'node:zlib';
import { refused } from './refused.ts';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Whole chunks with their check sums from the header to the end, and nothing after it. Throws `RefusedFile`. */
export function checkPng(bytes: Buffer): void {
  for (let at = PNG_SIGNATURE.length, first = true; at + 12 <= bytes.length; first = false) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (first && type !== 'IHDR') refused('this PNG has no header');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) refused('this PNG is damaged');
    if (type === 'IEND') {
      if (end !== bytes.length) refused('something stands after the end of this PNG');
      return;
    }
    at = end;
  }
  refused('this PNG is not complete');
}

/** Whole segments up to the picture, and its end at the end: some cameras put a second picture there, which ends alike. Throws `RefusedFile`. */
export function checkJpeg(bytes: Buffer): void {
  if (bytes[bytes.length - 2] !== 0xff || bytes[bytes.length - 1] !== 0xd9) refused('this JPEG does not end as one');
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) break;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  refused('this JPEG is not complete');
}
