import { readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as this user. */
export type RunAs = { readonly uid: number; readonly gid: number };

/** `nobody`, which every Linux has. */
const NOBODY: RunAs = { uid: 65_534, gid: 65_534 };

/** Null where the server runs as whoever runs this process; else the owner of the data, or nobody. */
export function runAs(pgdata: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(pgdata, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** The number of the user that the server runs as. */
export const serverUid = (user: RunAs | null): number | undefined => user?.uid ?? process.getuid?.();

/** Whether that user may enter every folder on the way to the path (which itself need not exist). */
export function canReach(path: string, user: RunAs): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && !may(found, user, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether that user may read the whole folder, and run what is there to be run. */
export function canRead(folder: string, user: RunAs): boolean {
  return (
    canReach(folder, user) &&
    readdirSync(folder, { withFileTypes: true, recursive: true }).every((entry) => {
      if (entry.isSymbolicLink()) return true;
      const found = statSync(join(entry.parentPath, entry.name));
      return may(found, user, entry.isDirectory() || (found.mode & 0o111) !== 0 ? 0o5 : 0o4);
    })
  );
}

function may(found: Stats, user: RunAs, bits: number): boolean {
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}
