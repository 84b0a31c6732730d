import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What bundles are made of, by docs/verify/FORMAT.md and the standards that it names, and by none of the product's code. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

// Keys and signatures.

export type LogKey = { readonly id: string; readonly spki: string; readonly sign: (text: string) => string };

/** The same key for the same name, so that every run makes the same bytes. */
export function logKey(name: string): LogKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(name)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return {
    id: sha256(spki).toString('hex').slice(0, 16),
    spki: spki.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64'),
  };
}

export type KeyEntry = {
  key_id: string;
  public_key: string;
  previous: string | null;
  handover: string | null;
  stated_by_issuer: { since: string };
};

/** The `keys` of a log whose keys hand over to one another, but for those that follow a lost one. */
export function keyEntries(logId: string, keys: readonly LogKey[], afterLost: readonly LogKey[] = []): KeyEntry[] {
  return keys.map((key, index) => {
    const before = afterLost.includes(key) ? undefined : keys[index - 1];
    const text = ['igny8-business key handover v1', logId, before?.id, key.id, key.spki].map((line) => `${line}\n`);
    return {
      key_id: key.id,
      public_key: key.spki,
      stated_by_issuer: { since: '2026-01-01T00:00:00.000Z' },
      previous: before?.id ?? null,
      handover: before?.sign(text.join('')) ?? null,
    };
  });
}

// The Merkle tree, by the recursive definitions of RFC 6962, 2.1 to 2.1.2.

const split = (count: number) => 2 ** Math.ceil(Math.log2(count) - 1);

export function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? sha256();
  const k = split(leaves.length);
  return sha256(Buffer.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

export function auditPath(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length < 2) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return index < k ? [...auditPath(index, left), root(right)] : [...auditPath(index - k, right), root(left)];
}

export function consistencyPath(from: number, leaves: readonly Buffer[], known = true): Buffer[] {
  if (from === leaves.length) return known ? [] : [root(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return from <= k
    ? [...consistencyPath(from, left, known), root(right)]
    : [...consistencyPath(from - k, right, false), root(left)];
}

// The container.

export type Entry = { readonly name: string; readonly data: Buffer };

export function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0800, 6);
    header.writeUInt16LE(33, 12);
    header.writeUInt32LE(crc32(data), 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(data.length, 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const pointer = Buffer.alloc(46);
    pointer.writeUInt32LE(0x02014b50, 0);
    pointer.writeUInt16LE(20, 4);
    header.copy(pointer, 6, 4, 30);
    pointer.writeUInt32LE(offset, 42);
    locals.push(header, Buffer.from(name), data);
    central.push(pointer, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
