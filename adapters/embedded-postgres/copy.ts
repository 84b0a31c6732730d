import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

/**
 * A copy of the binaries outside of folders that only their owner may enter, one for each release and user.
 * It is moved into place whole, made again where a cleaner of temporary files has taken parts of it, and never
 * one that somebody else made.
 */
export function copied(native: string, base: string, version: string): string {
  const target = join(base, `igny8-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isOurs(target) && isComplete(native, target)) return target;
  const staging = mkdtempSync(join(base, 'igny8-postgres-'));
  try {
    cpSync(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    openUp(join(staging, 'native'));
    if (isOurs(target)) renameSync(target, join(staging, 'former'));
    renameSync(join(staging, 'native'), target);
  } catch (error) {
    // Otherwise another process was first with the same copy.
    if (!isOurs(target) || !isComplete(native, target)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return target;
}

/** False where nothing is there; what others made or may write to is refused. */
function isOurs(target: string): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return true;
  throw new EmbeddedPostgresUnavailable(`${target} was not made by this user; remove it`);
}

const entries = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name).slice(folder.length),
    found: lstatSync(join(entry.parentPath, entry.name)),
  }));

const isComplete = (native: string, target: string): boolean =>
  entries(native).every(({ path, found }) => {
    const copy = lstatSync(target + path, { throwIfNoEntry: false });
    return copy !== undefined && (!found.isFile() || (copy.isFile() && copy.size === found.size));
  });

/** Readable for everybody whatever the umask of the installation was, writable for its owner alone. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const { path, found } of entries(folder)) {
    if (found.isDirectory()) chmodSync(folder + path, 0o755);
    else if (found.isFile()) chmodSync(folder + path, (found.mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
