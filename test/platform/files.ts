import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Files as people send them, and as others make them up. */
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
/** Of that size by its header; what is in it is one pixel. */
export function png(width = 1, height = 1): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
export const jpeg = (): Buffer =>
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f0000ffd9', 'hex');
export const pdf = (inside = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n${inside}trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );

export type Part = {
  readonly name: string;
  readonly content: Buffer;
  /** What its record says instead of what is true. */
  readonly says?: number;
  /** Shares the bytes of the part before it. */
  readonly sharing?: boolean;
  readonly flags?: number;
  /** As Unix keeps them: of a link, `0o120777`. */
  readonly mode?: number;
  /** Said beside the name; of an archive of gigabytes its sizes. */
  readonly extra?: Buffer;
};

const NOTHING = Buffer.alloc(0);
/** A ZIP, also such as no program writes. */
export function zip(parts: readonly Part[], { before = '', after = '' } = {}): Buffer {
  const bodies: Buffer[] = [Buffer.from(before)];
  const records: Buffer[] = [];
  let at = before.length;
  let shared = 0;
  for (const { name, content, says = content.length, sharing = false, flags = 0, mode = 0, extra = NOTHING } of parts) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(title.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(crc32(content), 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(says, 24);
    record.writeUInt16LE(title.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE((mode << 16) >>> 0, 38);
    record.writeUInt32LE(sharing ? shared : at, 42);
    records.push(record, title, extra);
    if (sharing) continue;
    shared = at;
    bodies.push(local, title, packed);
    at += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end, Buffer.from(after)]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const part = (name: string, text: string): Part => ({ name, content: Buffer.from(text) });
const types = (main: string, type: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/${main}" ContentType="${type}"/></Types>`;
export const docxParts = (type = `${OFFICE}wordprocessingml.document.main+xml`): Part[] => [
  part('[Content_Types].xml', types('word/document.xml', type)),
  part('_rels/.rels', '<Relationships/>'),
  part('word/document.xml', '<w:document>Hello</w:document>'),
];
export const xlsxParts = (): Part[] => [
  part('[Content_Types].xml', types('xl/workbook.xml', `${OFFICE}spreadsheetml.sheet.main+xml`)),
  part('xl/workbook.xml', '<workbook/>'),
];
export const docx = (more: readonly Part[] = []): Buffer => zip([...docxParts(), ...more]);
export const xlsx = (more: readonly Part[] = []): Buffer => zip([...xlsxParts(), ...more]);
export { part };
