import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as this user. */
export type RunAs = { readonly uid: number; readonly gid: number };

/** `nobody`, which every Linux has. */
const NOBODY: RunAs = { uid: 65_534, gid: 65_534 };

/** Null where the server runs as whoever runs this process; else the owner of the data, or nobody. */
export function runAs(pgdata: string | null): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = pgdata === null ? undefined : statSync(pgdata, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Whether that user may enter every folder on the way to the path (which itself need not exist). */
export function canReach(path: string, user: RunAs): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
