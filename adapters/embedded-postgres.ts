import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, binaries, EmbeddedPostgresUnavailable } from './embedded-postgres/binaries.ts';
import { type Home, homeOf, own } from './embedded-postgres/home.ts';

export { EmbeddedPostgresUnavailable };

export type EmbeddedPostgres = {
  readonly config: pg.PoolConfig;
  /** True where the server was running already and another process may be using it. */
  readonly adopted: boolean;
  readonly folder: string;
  /** Stops the server, unless another process of ours still uses it: the last one out does. */
  stop(): Promise<void>;
};
export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly note?: (message: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
};

const USER = 'igny8';
const DATABASE = 'igny8';
const BOOT_TIMEOUT_MS = 60_000;

const configOf = (home: Home, database = DATABASE): pg.PoolConfig => ({
  host: home.socketDir,
  port: 5432,
  user: USER,
  database,
});

/**
 * Starts a real PostgreSQL on the data folder, or adopts the one that runs on it. Unix socket
 * only; all durability settings as PostgreSQL has them by default. A server outlives a killed
 * process and is adopted by the next one.
 */
export async function startEmbeddedPostgres({
  dataDir,
  note = () => {},
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = homeOf(dataDir, note);
  if (await answers(home)) return ready(home, true);
  const tools = binaries(home.runAs);
  const release = await lock(home);
  try {
    if (await answers(home)) return await ready(home, true);
    await initialise(home, tools);
    await boot(home, tools, settings);
    return await ready(home, false);
  } finally {
    release();
  }
}

/** Whether the server of this very folder answers; throws where another one sits on its socket. */
async function answers(home: Home): Promise<boolean> {
  const client = new pg.Client({ ...configOf(home, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== home.pgdata) {
      throw new EmbeddedPostgresUnavailable(
        `another PostgreSQL (${rows[0]?.data_directory}) answers on ${home.socketDir}; stop it or set DATA_DIR to another folder`,
      );
    }
    return true;
  } catch (error) {
    if (error instanceof EmbeddedPostgresUnavailable) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new EmbeddedPostgresUnavailable(`the server in ${home.folder} belongs to another user`);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only one process at a time makes or boots a cluster; a lock whose holder died is taken over. */
async function lock(home: Home): Promise<() => void> {
  for (let waited = 0; waited < BOOT_TIMEOUT_MS; waited += 50) {
    try {
      writeFileSync(home.lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(home.lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isStale(home.lock)) rmSync(home.lock, { force: true });
      else await pause(50);
    }
  }
  throw new EmbeddedPostgresUnavailable(
    `another process has been starting the database in ${home.folder} for a minute; see ${home.log}`,
  );
}

function isStale(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return Date.now() - found.mtimeMs > 2 * BOOT_TIMEOUT_MS; // The number may belong to another process by now.
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}

/** Makes the cluster beside its place and moves it there whole, so an interrupted first boot leaves nothing half made. */
async function initialise(home: Home, tools: Binaries): Promise<void> {
  if (existsSync(home.pgdata)) {
    const major = readFileSync(`${home.pgdata}/PG_VERSION`, 'utf8').trim();
    if (major === tools.major) return;
    throw new EmbeddedPostgresUnavailable(
      `${home.pgdata} was made by PostgreSQL ${major}, this release brings ${tools.major}: dump it with the old release and restore it with this one`,
    );
  }
  const fresh = `${home.pgdata}.init`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  own(fresh, home.runAs);
  const args = ['-D', fresh, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const made = run(home, tools, tools.initdb, args, 'a');
  const code = await new Promise<number | null>((resolve, reject) => made.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new EmbeddedPostgresUnavailable(`making the database failed: ${lastLines(home)}`);
  renameSync(fresh, home.pgdata);
}

async function boot(home: Home, tools: Binaries, settings: Readonly<Record<string, string>>): Promise<void> {
  const fixed = {
    listen_addresses: '',
    unix_socket_directories: home.socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '200',
  };
  const options = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = run(home, tools, tools.postgres, ['-D', home.pgdata, ...options], 'a');
  let exited: number | null | undefined;
  server.once('exit', (code) => {
    exited = code;
  });
  server.once('error', () => {
    exited = -1;
  });
  for (let waited = 0; waited < BOOT_TIMEOUT_MS; waited += 25) {
    if (await answers(home)) {
      server.unref();
      return;
    }
    if (exited !== undefined) throw new EmbeddedPostgresUnavailable(`the database did not start: ${lastLines(home)}`);
    await pause(25);
  }
  throw new EmbeddedPostgresUnavailable(`the database did not answer within a minute: ${lastLines(home)}`);
}

/** In a session of its own, so that Ctrl-C reaches this process alone and the server is stopped in order. */
function run(home: Home, tools: Binaries, command: string, args: readonly string[], flag: string): ChildProcess {
  const log = openSync(home.log, flag, 0o600);
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: tools.lib };
  const child = spawn(command, args, {
    cwd: home.folder,
    env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(home.runAs ?? {}),
  });
  closeSync(log);
  return child;
}

const lastLines = (home: Home): string => readFileSync(home.log, 'utf8').trim().split('\n').slice(-5).join(' | ');

async function ready(home: Home, adopted: boolean): Promise<EmbeddedPostgres> {
  await withClient(configOf(home, 'postgres'), async (client) => {
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    // Two processes may find it missing at once: the second is told that it is there.
    if (rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`).catch(alreadyThere);
  });
  return { config: configOf(home), adopted, folder: home.folder, stop: () => stop(home) };
}

function alreadyThere(error: Error & { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}

async function stop(home: Home): Promise<void> {
  const others = await withClient(configOf(home, 'postgres'), async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM pg_stat_activity WHERE application_name LIKE 'igny8-business%' AND pid <> pg_backend_pid()`,
    );
    return rows[0]?.n ?? 0;
  }).catch(() => 0);
  const pidFile = `${home.pgdata}/postmaster.pid`;
  if (others > 0 || !existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGINT'); // Fast shutdown: rolls back what is open, writes a checkpoint.
  } catch {
    return;
  }
  for (let waited = 0; waited < BOOT_TIMEOUT_MS && existsSync(pidFile); waited += 20) await pause(20);
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
