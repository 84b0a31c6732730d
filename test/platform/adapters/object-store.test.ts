import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderStore } from '#adapters/object-store/folder';
import { createInMemoryObjects } from '#adapters/object-store/in-memory';
import { partOf } from '#adapters/object-store/part';
import { createS3Store } from '#adapters/object-store/s3';
import type { ObjectStore } from '#commands/platform/ports-files';
import { isUnavailable, StoreUnavailable } from '#runtime/event-store';
import { s3Server, signatureOf } from '#test/support/s3-server';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'objects-'));
  closing.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
async function server(prefix = '') {
  const s3 = await s3Server();
  closing.push(s3.close);
  return { s3, store: createS3Store({ ...s3.options, url: s3.url + prefix, timeoutMs: 300 }) };
}

const STORES: Readonly<Record<string, () => Promise<ObjectStore>>> = {
  'a folder': async () => createFolderStore(folder()),
  'an S3 server': async () => (await server()).store,
  'an S3 server, below a beginning of names': async () => (await server('/igny/one')).store,
  memory: async () => createInMemoryObjects(),
  'a part of a store': async () => partOf(createInMemoryObjects(), '0198-store'),
};

/** Ways to lead out of the store, or to be another name than one seems. */
const NO_NAMES = [
  '../x',
  'a/../x',
  '/etc/passwd',
  'a//b',
  '',
  '/',
  'a/',
  './a',
  'a/.b',
  '.unfinished/x',
  'a\\b',
  'a%2f..%2fb',
  'A',
  'ä',
  'a b',
  'a\0b',
  'a?b',
  'a#b',
  'a\nb',
  `${'x'.repeat(513)}`,
  '~root',
  'a:b',
  'con.\u202egnp',
];

describe.each(Object.entries(STORES))('objects in %s', (_, open) => {
  let store: ObjectStore;
  beforeAll(async () => {
    store = await open();
  });

  it('are there as they were put, until they are deleted', async () => {
    const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    expect(await store.get('a/b.bin')).toBeNull();
    await store.put('a/b.bin', all, 'application/octet-stream');
    expect(Buffer.compare((await store.get('a/b.bin')) ?? bytes(''), all)).toBe(0);
    await store.put('a/b.bin', bytes('other'), 'text/plain');
    expect(Buffer.from((await store.get('a/b.bin')) ?? []).toString()).toBe('other');
    await store.put('empty', bytes(''), 'text/plain');
    expect((await store.get('empty'))?.byteLength).toBe(0);
    await store.delete('a/b.bin');
    await store.delete('a/b.bin');
    expect(await store.get('a/b.bin')).toBeNull();
  });

  it('are listed by what their names begin with, whole parts only', async () => {
    for (const key of ['l/1/a', 'l/1/b', 'l/1/c/d', 'l/1/e', 'l/1/f', 'l/10/x', 'l/2/y'])
      await store.put(key, bytes(key), 'text/plain');
    expect(await store.list('l/1/')).toEqual(['l/1/a', 'l/1/b', 'l/1/c/d', 'l/1/e', 'l/1/f']);
    expect(await store.list('none/')).toEqual([]);
    await expect((async () => store.list('l/1'))()).rejects.toThrow('no beginning');
  });

  it.each(NO_NAMES)('have no name like %j', async (key) => {
    await expect((async () => store.put(key, bytes('x'), 'text/plain'))()).rejects.toThrow('no name of an object');
    await expect((async () => store.get(key))()).rejects.toThrow('no name of an object');
    await expect((async () => store.delete(key))()).rejects.toThrow('no name of an object');
  });

  it('are whole, whoever reads while others write', async () => {
    const versions = ['x', 'y', 'z'].map((letter) => bytes(letter.repeat(40_000)));
    await store.put('busy', versions[0] ?? bytes(''), 'text/plain');
    const seen: (Uint8Array | null)[] = [];
    await Promise.all([
      ...versions.map((version) => store.put('busy', version, 'text/plain')),
      ...Array.from({ length: 12 }, async () => seen.push(await store.get('busy'))),
    ]);
    for (const read of seen) expect([read?.byteLength, new Set(read).size]).toEqual([40_000, 1]);
  });
});

describe('a folder of objects', () => {
  it('holds nothing half-written, is nobody else’s to read, and says where the disk fails', async () => {
    const path = folder();
    const store = createFolderStore(path);
    await store.put('a/b', bytes('x'), 'text/plain');
    expect(readdirSync(join(path, '.unfinished'))).toEqual([]);
    expect(statSync(join(path, 'a/b')).mode & 0o077).toBe(0);
    // What a crash left aside is no object.
    writeFileSync(join(path, '.unfinished', 'half'), 'ha');
    expect(await store.list('a/')).toEqual(['a/b']);
    writeFileSync(join(path, 'file'), 'x');
    await expect(store.put('file/below', bytes('x'), 'text/plain')).rejects.toThrow(StoreUnavailable);
    // A name that begins another one is no object, and hides none.
    expect(await store.get('a')).toBeNull();
  });
});

describe('an S3 server', () => {
  it('is spoken to as Signature Version 4 has it: the example of its documentation', () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    };
    const signed = {
      method: 'GET',
      path: '/test.txt',
      query: new URLSearchParams(),
      headers,
      signedHeaders: Object.keys(headers),
    };
    const made = signatureOf(
      { ...signed, payloadHash: headers['x-amz-content-sha256'], region: 'us-east-1' },
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    );
    expect(made).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  it('is asked again where it fails, and is away where it goes on to fail', async () => {
    const { s3, store } = await server();
    s3.faults.push('unavailable', 'cut');
    await store.put('a', bytes('kept'), 'text/plain');
    s3.faults.push('half', 'slow');
    expect(Buffer.from((await store.get('a')) ?? []).toString()).toBe('kept');
    for (const fault of ['unavailable', 'cut', 'half', 'slow'] as const) {
      s3.faults.push(fault, fault, fault);
      const failed = await store.get('a').catch((error: unknown) => error);
      expect([fault, isUnavailable(failed)]).toEqual([fault, true]);
      expect(String(failed)).not.toContain('127.0.0.1');
    }
  });

  it('refuses who is not known, and takes no such refusal for an empty store', async () => {
    const { s3 } = await server();
    const as = (options: object) => createS3Store({ ...s3.options, ...options });
    await expect(as({ secretKey: 'wrong' }).get('a')).rejects.toThrow('SignatureDoesNotMatch');
    await expect(as({ accessKey: 'other' }).put('a', bytes('x'), 'text/plain')).rejects.toThrow('InvalidAccessKeyId');
    await expect(as({ region: 'other' }).list('a/')).rejects.toThrow('AuthorizationHeaderMalformed');
    await expect(as({ url: s3.url.replace('/files', '/else') }).get('a')).rejects.toThrow('no such bucket');
    expect(() => as({ url: new URL(s3.url).origin })).toThrow('names no bucket');
    expect(s3.objects.size).toBe(0);
  });

  it('takes names of every allowed letter', async () => {
    const { store } = await server();
    const letters = fc.constantFrom(...'abz019._-');
    const part = fc
      .array(letters, { minLength: 1, maxLength: 12 })
      .map((all) => all.join(''))
      .filter((text) => !text.startsWith('.'));
    const key = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(key, async (name) => {
        await store.put(name, bytes(name), 'text/plain');
        expect(Buffer.from((await store.get(name)) ?? []).toString()).toBe(name);
      }),
      { numRuns: 25 },
    );
  });
});
