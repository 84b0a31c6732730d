import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Png = {
  readonly width?: number;
  readonly height?: number;
  readonly lines?: Buffer;
  readonly more?: readonly [string, Buffer][];
};
/** A grey PNG of eight bits a pixel; `lines` in place of what its header promises. */
export function png({ width = 4, height = 3, lines, more = [] }: Png = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const packed = deflateSync(lines ?? Buffer.alloc((width + 1) * height));
  const aside = more.map(([type, data]) => chunk(type, data));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...aside,
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]);
type Jpeg = {
  readonly width?: number;
  readonly height?: number;
  readonly frame?: number;
  readonly scans?: number;
  readonly more?: readonly Buffer[];
};
/** The bones of a JPEG: heads and scans that a reader of its structure finds. */
export function jpeg({ width = 6, height = 5, frame = 0xc0, scans = 1, more = [] }: Jpeg = {}): Buffer {
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  const scan = Buffer.concat([segment(0xda, [1, 1, 0, 0, 63, 0]), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...more,
    segment(frame, [8, ...size, 1, 1, 0x11, 0]),
    ...Array.from({ length: scans }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}
export const jpegSegment = segment;
