import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresUnavailable } from './binaries.ts';
import { canReach, type RunAs, runAs } from './run-as.ts';

/** Where a cluster lives. Usually the data folder itself. */
export type Home = {
  readonly folder: string;
  readonly pgdata: string;
  readonly socketDir: string;
  readonly log: string;
  readonly lock: string;
  readonly runAs: RunAs | null;
};

const POINTER = 'postgres-location';
/** Longest path of a unix socket, less the name of the socket itself. */
const SOCKET_PATH = 107 - '/.s.PGSQL.5432'.length;

/**
 * The data folder's cluster. Where the server must run as another user who may not enter the
 * folder (root's own, say), the cluster lies elsewhere under a name of its own, and the folder points to it.
 */
export function homeOf(dataDir: string, note: (message: string) => void): Home {
  const data = resolve(dataDir);
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedPostgresUnavailable(
      `The data folder ${data} cannot be written (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to one that can.`,
    );
  }
  const pointer = join(data, POINTER);
  const pointed = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
  if (pointed !== null && !existsSync(pointed)) {
    throw new EmbeddedPostgresUnavailable(
      `${pointer} names ${pointed}, which is gone: restore it, or remove the data folder to begin anew.`,
    );
  }
  const inside = join(data, 'pgdata');
  const user = runAs(pointed === null ? inside : join(pointed, 'pgdata'));
  const folder =
    pointed ?? (user === null || existsSync(inside) || canReach(data, user) ? data : elsewhere(pointer, note));
  const home = {
    folder,
    pgdata: join(folder, 'pgdata'),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'postgres.lock'),
    runAs: user,
  };
  return { ...home, socketDir: socketDir(folder, user) };
}

function elsewhere(pointer: string, note: (message: string) => void): string {
  const name = randomBytes(8).toString('hex');
  const folder = ['/var/lib', '/var/tmp'].map((base) => join(base, 'igny8-business', name)).find(made);
  if (!folder)
    throw new EmbeddedPostgresUnavailable(
      'The data folder lies inside one that only root may enter. Set DATA_DIR to another, or DATABASE_URL.',
    );
  writeFileSync(pointer, `${folder}\n`);
  note(`the data folder lies inside one that only root may enter, so the database is kept in ${folder}`);
  return folder;
}

function made(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

function socketDir(folder: string, user: RunAs | null): string {
  const beside = join(folder, 'run');
  const fits = Buffer.byteLength(beside) <= SOCKET_PATH;
  const short = join(tmpdir(), `igny8-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const dir = fits ? beside : short;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  own(dir, user);
  const { uid, mode } = statSync(dir);
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0) {
    throw new EmbeddedPostgresUnavailable(
      `${dir} belongs to somebody else; remove it, or set DATA_DIR to another folder.`,
    );
  }
  return dir;
}

/** Gives a folder to the server's user, for that user alone. */
export function own(folder: string, user: RunAs | null): void {
  if (user) chownSync(folder, user.uid, user.gid);
  if (statSync(folder).uid === (user?.uid ?? process.getuid?.())) chmodSync(folder, 0o700);
}
