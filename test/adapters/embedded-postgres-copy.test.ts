import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copied } from '#adapters/embedded-postgres/copy';
import { canRead } from '#adapters/embedded-postgres/run-as';
import { folder } from '#test/support/embedded-postgres';

const STRANGER = { uid: 65_533, gid: 65_533 };

/** Installed with a umask that lets nobody else read. */
function installed(): string {
  const native = join(folder(0o700), 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  writeFileSync(join(native, 'bin', 'postgres'), '#!/bin/sh\n');
  writeFileSync(join(native, 'notes'), 'text');
  symlinkSync('notes', join(native, 'link'));
  for (const [path, mode] of [
    ['', 0o700],
    ['bin', 0o700],
    ['bin/postgres', 0o700],
    ['notes', 0o600],
  ] as const)
    chmodSync(join(native, path), mode);
  return native;
}

describe('the copy of the binaries', () => {
  it('can be read by the user of the server whatever the modes of the installation', () => {
    const native = installed();
    const base = folder();
    const target = copied(native, base, '1');
    expect(canRead(native, STRANGER)).toBe(false);
    expect(canRead(target, STRANGER)).toBe(true);
    expect(statSync(join(target, 'bin/postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'notes')).mode & 0o777).toBe(0o644);
    expect(lstatSync(join(target, 'link')).isSymbolicLink()).toBe(true);
    expect(readdirSync(base)).toHaveLength(1);
  });

  it('is used again, and made anew where parts of it are gone', () => {
    const native = installed();
    const base = folder();
    const target = copied(native, base, '1');
    const { ino } = statSync(target);
    expect(statSync(copied(native, base, '1')).ino).toBe(ino);
    rmSync(join(target, 'bin/postgres'));
    expect(statSync(join(copied(native, base, '1'), 'bin/postgres')).isFile()).toBe(true);
    expect(readdirSync(base)).toHaveLength(1);
  });

  it('is refused where others may write to it or it is a link to elsewhere', () => {
    const native = installed();
    const base = folder();
    const target = copied(native, base, '1');
    chmodSync(target, 0o777);
    expect(() => copied(native, base, '1')).toThrow('was not made by this user');
    rmSync(target, { recursive: true });
    symlinkSync('/usr', target);
    expect(() => copied(native, base, '1')).toThrow('was not made by this user');
  });
});
