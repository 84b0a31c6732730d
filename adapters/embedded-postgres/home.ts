import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { canReach, type RunAs, runAs, serverUid } from './run-as.ts';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

/** Where a cluster lives. Usually the data folder itself. */
export type Home = {
  readonly folder: string;
  readonly pgdata: string;
  readonly socketDir: string;
  readonly log: string;
  readonly runAs: RunAs | null;
};

const POINTER = 'postgres-location';
const ID = /^[0-9a-f]{16}$/;
/** Longest path of a unix socket, less the name of the socket itself. */
const SOCKET_PATH = 107 - '/.s.PGSQL.5432'.length;

/** The data folder under its real name, made where it is missing. */
export function dataFolder(dataDir: string): string {
  const data = resolve(dataDir);
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(data);
  } catch (error) {
    throw new EmbeddedPostgresUnavailable(
      `The data folder ${data} cannot be written (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to one that can.`,
    );
  }
}

/**
 * The data folder's cluster. Where the server must run as another user who may not enter the
 * folder (root's own, say), the cluster lies elsewhere under a name of its own, and the folder
 * points to it. Asked under the folder's lock only, so that two first starts agree on one place.
 */
export function homeOf(data: string, note: (message: string) => void): Home {
  const pointed = followed(join(data, POINTER));
  const user = runAs(join(pointed ?? data, 'pgdata'));
  const stays = user === null || existsSync(join(data, 'pgdata')) || canReach(data, user);
  const folder = pointed ?? (stays ? data : elsewhere(join(data, POINTER), user, note));
  const pgdata = join(folder, 'pgdata');
  const owner = lstatSync(pgdata, { throwIfNoEntry: false })?.uid ?? serverUid(user);
  if (owner !== serverUid(user)) {
    throw new EmbeddedPostgresUnavailable(
      `${pgdata} belongs to user ${owner}, the server would run as user ${serverUid(user)}: start as its owner, give it to that user, or set DATA_DIR to another folder`,
    );
  }
  return { folder, pgdata, log: join(folder, 'postgres.log'), runAs: user, socketDir: socketDir(folder, user) };
}

/** Clusters kept outside of their data folder. The second place is for systems whose /var/lib cannot be written. */
const PLACES = [
  (id: string) => join('/var/lib/igny8-business', id),
  (id: string) => join('/var/tmp', `igny8-business-${id}`),
];

/** A pointer holds a name only, never a path: whoever writes the data folder cannot lead root elsewhere by it. */
function followed(pointer: string): string | null {
  if (!existsSync(pointer)) return null;
  const id = basename(readFileSync(pointer, 'utf8').trim());
  const folder = PLACES.map((place) => place(id)).find((path) => ID.test(id) && isOwn(path));
  if (folder) return folder;
  throw new EmbeddedPostgresUnavailable(
    `${pointer} names the cluster ${id}, which is not (any more) in ${PLACES.map((place) => place('')).join(' or ')}: restore it, or remove the data folder to begin anew.`,
  );
}

function elsewhere(pointer: string, user: RunAs, note: (message: string) => void): string {
  const id = randomBytes(8).toString('hex');
  const folder = PLACES.map((place) => place(id)).find((path) => isMade(path) && canReach(path, user));
  if (!folder)
    throw new EmbeddedPostgresUnavailable(
      `The data folder lies inside one that user ${user.uid} may not enter, as whom PostgreSQL runs. Set DATA_DIR to another, or DATABASE_URL.`,
    );
  writeFileSync(pointer, `${id}\n`);
  note(`the data folder lies inside one that only its owner may enter, so the database is kept in ${folder}`);
  return folder;
}

function isMade(folder: string): boolean {
  try {
    const parent = join(folder, '..');
    if (!existsSync(parent)) {
      mkdirSync(parent);
      chmodSync(parent, 0o755); // Whatever the umask is.
    }
    // In a folder that everybody may write to, what we make there stays ours only where it is sticky.
    if (!isOwn(parent) && (lstatSync(parent).mode & 0o1000) === 0) return false;
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

const isOwn = (folder: string): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
};

/** Beside the data, or where that is too long a path for a socket, in a folder for temporary files. */
function socketDir(folder: string, user: RunAs | null): string {
  const name = `igny8-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const dirs = [join(folder, 'run'), ...[tmpdir(), '/tmp', '/var/tmp'].map((base) => join(base, name))];
  const dir = dirs.find(
    (path) => Buffer.byteLength(path) <= SOCKET_PATH && existsSync(join(path, '..')) && (!user || canReach(path, user)),
  );
  if (!dir)
    throw new EmbeddedPostgresUnavailable(`no path for a socket is short enough; set DATA_DIR to a shorter one`);
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  own(dir, user);
  const { uid, mode } = lstatSync(dir);
  if (uid !== serverUid(user) || (mode & 0o077) !== 0) {
    throw new EmbeddedPostgresUnavailable(
      `${dir} belongs to somebody else; remove it, or set DATA_DIR to another folder.`,
    );
  }
  return dir;
}

/** Gives an empty folder of ours to the server's user, for that user alone. */
export function own(folder: string, user: RunAs | null): void {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return;
  if (user && readdirSync(folder).length === 0) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}
