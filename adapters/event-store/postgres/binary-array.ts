/**
 * One-dimensional arrays in PostgreSQL's binary format. As text every quote of every JSON document would be
 * escaped here and unescaped there; as bytes the text goes over as it is.
 */
const OID = { bytea: 17, integer: 23, text: 25, json: 114, uuid: 2950 } as const;
const HEADER = 20;

function start(type: keyof typeof OID, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + bytes);
  buffer.writeInt32BE(count === 0 ? 0 : 1, 0); // dimensions
  buffer.writeInt32BE(0, 4); // no nulls
  buffer.writeInt32BE(OID[type], 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
  return buffer;
}

const finish = (buffer: Buffer, count: number, end: number): Buffer => buffer.subarray(0, count === 0 ? 12 : end);

export function texts(type: 'text' | 'json', values: readonly string[]): Buffer {
  let most = 0;
  // No UTF-16 unit takes more than three bytes of UTF-8.
  for (const value of values) most += 4 + 3 * value.length;
  const buffer = start(type, values.length, most);
  let at = HEADER;
  for (const value of values) {
    const length = buffer.write(value, at + 4, 'utf8');
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return finish(buffer, values.length, at);
}

/** UUIDs or byte strings of `size` bytes, given as hex digits. */
export function hexes(type: 'uuid' | 'bytea', size: number, values: readonly string[]): Buffer {
  const buffer = start(type, values.length, values.length * (4 + size));
  let at = HEADER;
  for (const value of values) {
    buffer.writeInt32BE(size, at);
    buffer.write(value, at + 4, 'hex');
    at += 4 + size;
  }
  return finish(buffer, values.length, at);
}

export function integers(values: readonly number[]): Buffer {
  const buffer = start('integer', values.length, values.length * 8);
  let at = HEADER;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return finish(buffer, values.length, at);
}
