import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day that the format knows: equal files make equal archives. */
const DATE = 33;
const UTF8_NAMES = 0x0800;
/** Read for all, written by their owner. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;

/**
 * The archive that sites download: WordPress installs an archive of exactly one folder, so what lies beside it is left out. Files
 * in the order of their names.
 */
export function packaged(files: ReadonlyMap<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const title = Buffer.from(name);
    const deflated = deflateRawSync(content, { level: 9 });
    const isSmaller = deflated.length < content.length;
    const body = isSmaller ? deflated : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(isSmaller ? 8 : 0, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(ATTRIBUTES, 6);
    rest.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, body);
    // Made on Unix, so that the attributes are taken for what they are.
    centrals.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, title);
    at += 4 + common.length + title.length + body.length;
  }
  const list = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}
