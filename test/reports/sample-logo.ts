import { deflateSync } from 'node:zlib';
import type { Look } from '#domain/reports/report-document';
import { crc32 } from './crc32.ts';

/** A logo as a PNG: a disc and bars in one colour, on nothing, of that size in pixels. */
export function sampleLogo(width: number, height: number): NonNullable<Look['logo']> {
  const [r, across] = [Math.min(width, height) / 2, width >= height];
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 4);
    for (let x = 0; x < width; x++) {
      const [along, beside] = across ? [x, y] : [y, x];
      const inDisc = Math.hypot(along - r, beside - r) < r * 0.96;
      const inBar = along > 2.4 * r && Math.floor(beside / (r * 0.4)) % 2 === 1;
      if (inDisc || inBar) row.set(inDisc ? [13, 110, 105, 255] : [40, 55, 75, 255], 1 + 4 * x);
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { type: 'image/png', base64: png.toString('base64'), width, height };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
