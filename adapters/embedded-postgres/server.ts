import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries, environment } from './binaries.ts';
import { type Home, own } from './home.ts';
import { voidLeftOver } from './postmaster.ts';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

export const USER = 'igny8';
const INITDB_LIMIT_MS = 5 * 60_000;
const LOG_LIMIT_BYTES = 10 * 2 ** 20;

/** A server that was spawned and may not answer yet. */
export type Starting = {
  /** Undefined while it runs. */
  exited(): number | undefined;
  /** What it has written to its log, shortened. */
  said(): string;
};

/**
 * Makes the cluster beside its place and moves it there whole, so an interrupted first boot leaves nothing half made.
 * Each attempt has a name of its own, for an interrupted one's initdb may still be writing.
 */
export async function initialise(home: Home, tools: Binaries): Promise<void> {
  if (isCurrent(home, tools.major)) return;
  for (const name of readdirSync(home.folder).filter((each) => each.startsWith('pgdata.init'))) remove(home, name);
  const fresh = `${home.pgdata}.init-${randomBytes(4).toString('hex')}`;
  mkdirSync(fresh, { mode: 0o700 });
  own(fresh, home.runAs);
  const args = ['-D', fresh, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const { child, said } = run(home, tools, tools.initdb, args);
  const limit = setTimeout(() => child.kill('SIGKILL'), INITDB_LIMIT_MS);
  const code = await ended(child).finally(() => clearTimeout(limit));
  if (code !== 0) throw new EmbeddedPostgresUnavailable(`making the database failed: ${said()}`);
  renameSync(fresh, home.pgdata);
  const folder = openSync(home.folder, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

export const hasCluster = (home: Home): boolean => existsSync(home.pgdata) && readdirSync(home.pgdata).length > 0;

function isCurrent(home: Home, major: string): boolean {
  if (!hasCluster(home)) return false;
  const file = `${home.pgdata}/PG_VERSION`;
  if (!existsSync(file)) throw new EmbeddedPostgresUnavailable(`${home.pgdata} holds something that is not a database`);
  const made = readFileSync(file, 'utf8').trim();
  if (made === major) return true;
  throw new EmbeddedPostgresUnavailable(
    `${home.pgdata} was made by PostgreSQL ${made}, this release brings ${major}: dump it with the old release and restore it with this one`,
  );
}

function remove(home: Home, name: string): void {
  try {
    rmSync(join(home.folder, name), { recursive: true, force: true });
  } catch {
    // Its initdb writes on; the next first boot removes what is left.
  }
}

export function boot(home: Home, tools: Binaries, settings: Readonly<Record<string, string>>): Starting {
  voidLeftOver(home.pgdata);
  const fixed = {
    listen_addresses: '',
    unix_socket_directories: home.socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '200',
  };
  const options = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { child, said } = run(home, tools, tools.postgres, ['-D', home.pgdata, ...options]);
  let exited: number | undefined;
  ended(child).then(
    (code) => {
      exited = code ?? -1;
    },
    () => {
      exited = -1;
    },
  );
  child.unref();
  return { exited: () => exited, said };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.on('error', (error) => reject(new EmbeddedPostgresUnavailable(error.message)));
  });

/** In a session of its own, so that Ctrl-C reaches this process alone and the server is stopped in order. */
function run(home: Home, tools: Binaries, command: string, args: readonly string[]) {
  const before = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0;
  if (before > LOG_LIMIT_BYTES) renameSync(home.log, `${home.log}.old`);
  const log = openSync(home.log, 'a', 0o600);
  const child = spawn(command, args, {
    cwd: home.folder,
    env: environment(tools),
    detached: true,
    stdio: ['ignore', log, log],
    ...(home.runAs ?? {}),
  });
  closeSync(log);
  const said = () => lastLines(home.log, before > LOG_LIMIT_BYTES ? 0 : before);
  return { child, said };
}

export function lastLines(log: string, from = 0): string {
  if (!existsSync(log)) return 'it left no log';
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-5);
  return `${lines.join(' | ')} (${log})`;
}
