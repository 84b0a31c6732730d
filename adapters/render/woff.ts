import { inflateSync } from 'node:zlib';

const align = (size: number): number => (size + 3) & ~3;

/** The font inside a WOFF file (version 1), unpacked once: readers of fonts unpack tables again for every look at them. */
export function unpacked(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') return woff;
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, n) => {
    const at = 44 + 20 * n;
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [number, number, number];
    const data = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      data: packed < size ? inflateSync(data) : data,
    };
  });
  const start = 12 + 16 * count;
  const out = Buffer.alloc(start + tables.reduce((sum, { data }) => sum + align(data.length), 0));
  const power = Math.floor(Math.log2(count));
  woff.copy(out, 0, 4, 8);
  out.writeUInt16BE(count, 4);
  out.writeUInt16BE(16 * 2 ** power, 6);
  out.writeUInt16BE(power, 8);
  out.writeUInt16BE(16 * (count - 2 ** power), 10);
  let offset = start;
  for (const [n, { tag, sum, data }] of tables.entries()) {
    const at = 12 + 16 * n;
    tag.copy(out, at);
    out.writeUInt32BE(sum, at + 4);
    out.writeUInt32BE(offset, at + 8);
    out.writeUInt32BE(data.length, at + 12);
    data.copy(out, offset);
    offset += align(data.length);
  }
  return out;
}
