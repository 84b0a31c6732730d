import { crc32, deflateSync } from 'node:zlib';

type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
type Rgb = readonly [number, number, number];
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Half of the colours are those that are there most, just as they are: grounds and texts stay what they were. */
function palette(picture: Picture, most: number): Rgb[] {
  const exact = exactColors(picture).slice(0, most >> 1);
  return [...exact, ...meanColors(picture, most - exact.length)];
}

function exactColors({ pixels }: Picture): Rgb[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]): Rgb => [key >> 16, (key >> 8) & 255, key & 255]);
}

/** The colours that are there most, alike ones taken together; each is the mean of what it stands for. */
function meanColors({ pixels }: Picture, most: number): Rgb[] {
  const bins = new Map<number, [number, number, number, number]>();
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    const bin = bins.get(key) ?? [0, 0, 0, 0];
    bins.set(key, [bin[0] + r, bin[1] + g, bin[2] + b, bin[3] + 1]);
  }
  return [...bins.values()]
    .sort((a, b) => b[3] - a[3])
    .slice(0, most)
    .map(([r, g, b, n]): Rgb => [Math.round(r / n), Math.round(g / n), Math.round(b / n)]);
}

/** A PNG with a palette of that many colours at most, 256 or fewer; `pixels` are RGBA. */
export function smallPng(picture: Picture, colors: number): Buffer {
  const { width, height, pixels } = picture;
  const chosen = palette(picture, colors);
  const known = new Map<number, number>();
  const nearest = (r: number, g: number, b: number): number => {
    const key = (r << 16) | (g << 8) | b;
    const found = known.get(key);
    if (found !== undefined) return found;
    const far = chosen.map(([x, y, z]) => (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2);
    const index = far.indexOf(Math.min(...far));
    known.set(key, index);
    return index;
  };
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      lines[y * (width + 1) + 1 + x] = nearest(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const parts: readonly (readonly [string, Buffer])[] = [
    ['IHDR', header],
    ['PLTE', Buffer.from(chosen.flat())],
    ['IDAT', deflateSync(lines, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([SIGNATURE, ...parts.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
