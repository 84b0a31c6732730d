import { describe, expect, it } from 'vitest';
import { createAccountFiles, FileAltered } from '#adapters/account-files';
import { createInMemoryObjects } from '#adapters/object-store/in-memory';
import { partOf } from '#adapters/object-store/part';
import { createInMemoryPersonalData } from '#adapters/personal-data';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const read = (found: Uint8Array | null) => (found === null ? null : Buffer.from(found).toString());

function store() {
  const objects = createInMemoryObjects();
  const personal = createInMemoryPersonalData();
  return { objects, personal, files: createAccountFiles({ objects, personal }) };
}

describe('files of accounts', () => {
  it('are named by what is in them, an account’s own, and sealed', async () => {
    const { files, objects } = store();
    const kept = await files.put(1, bytes('the report of Acme'), 'application/pdf');
    expect(kept).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: 18 });
    expect(await files.put(1, bytes('the report of Acme'), 'application/pdf')).toEqual(kept);
    expect(objects.objects.size).toBe(1);
    expect(read(await files.get(1, kept.sha256))).toBe('the report of Acme');
    // The same bytes of another account are another file, and one account’s name opens nothing of another’s.
    expect(await files.get(2, kept.sha256)).toBeNull();
    await files.put(2, bytes('the report of Acme'), 'application/pdf');
    expect(objects.objects.size).toBe(2);
    for (const sealed of objects.objects.values()) expect(Buffer.from(sealed).includes('Acme')).toBe(false);
    await files.delete(1, kept.sha256);
    expect([await files.get(1, kept.sha256), read(await files.get(2, kept.sha256))]).toEqual([
      null,
      'the report of Acme',
    ]);
  });

  it('are each store’s own where several keep theirs in one place, and gone from none when another erases', async () => {
    const objects = createInMemoryObjects();
    const [ours, theirs] = ['store-a', 'store-b'].map((name) => {
      const personal = createInMemoryPersonalData();
      return { personal, files: createAccountFiles({ objects: partOf(objects, name), personal }) };
    });
    if (!ours || !theirs) throw new Error('there are two');
    // The same account, the same bytes, the same name; sealed under keys that only one of them has.
    const { sha256 } = await ours.files.put(1, bytes('the same report'), 'application/pdf');
    await theirs.files.put(1, bytes('the same report'), 'application/pdf');
    expect([read(await ours.files.get(1, sha256)), read(await theirs.files.get(1, sha256))]).toEqual([
      'the same report',
      'the same report',
    ]);
    await theirs.personal.erase(await theirs.personal.keys(['account-1']));
    expect(await theirs.files.sweep(1)).toBe(1);
    expect([read(await ours.files.get(1, sha256)), await theirs.files.get(1, sha256)]).toEqual([
      'the same report',
      null,
    ]);
  });

  it('are refused with any bit of them changed, cut or moved', async () => {
    const { files, objects } = store();
    const { sha256 } = await files.put(1, bytes('one'), 'text/plain');
    const name = `accounts/1/${sha256}`;
    const whole = objects.objects.get(name) ?? bytes('');
    for (let at = 0; at < whole.length; at++) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      objects.objects.set(name, changed);
      // A token changed into that of a key that never was reads as one whose key is gone: nothing is handed on either way.
      const found = await files.get(1, sha256).catch((error: unknown) => error);
      expect([at, found === null || found instanceof FileAltered]).toEqual([at, true]);
      objects.objects.set(name, whole.slice(0, at));
      await expect(files.get(1, sha256)).rejects.toThrow(FileAltered);
    }
    objects.objects.set(`accounts/2/${sha256}`, whole);
    await expect(files.get(2, sha256)).rejects.toThrow(FileAltered);
    const other = await files.put(1, bytes('two'), 'text/plain');
    objects.objects.set(`accounts/1/${other.sha256}`, whole);
    await expect(files.get(1, other.sha256)).rejects.toThrow(FileAltered);
    // Put again, it is right again.
    await files.put(1, bytes('two'), 'text/plain');
    expect(read(await files.get(1, other.sha256))).toBe('two');
    await expect(files.get(1, '../2/x')).rejects.toThrow('no name');
    await expect(files.get(0, sha256)).rejects.toThrow('no account');
  });

  it('are erased with their account, and can be kept anew', async () => {
    const { files, objects, personal } = store();
    const { sha256 } = await files.put(1, bytes('of one'), 'text/plain');
    const other = await files.put(2, bytes('of two'), 'text/plain');
    expect(await files.sweep(1)).toBe(0);
    await personal.erase(await personal.keys(['account-1']));
    expect(await files.get(1, sha256)).toBeNull();
    const fresh = await files.put(1, bytes('after that'), 'text/plain');
    expect(await files.sweep(1)).toBe(1);
    expect(objects.objects.size).toBe(2);
    expect([read(await files.get(1, fresh.sha256)), read(await files.get(2, other.sha256))]).toEqual([
      'after that',
      'of two',
    ]);
  });
});
