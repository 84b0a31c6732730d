import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { binaries } from './embedded-postgres/binaries.ts';
import { dataFolder, type Home, homeOf } from './embedded-postgres/home.ts';
import { lock } from './embedded-postgres/lock.ts';
import { postmasterOf } from './embedded-postgres/postmaster.ts';
import { boot, initialise, lastLines, type Starting } from './embedded-postgres/server.ts';
import { attend, createDatabase, DATABASE, enter, othersIn, poolConfig } from './embedded-postgres/session.ts';
import { EmbeddedPostgresUnavailable } from './embedded-postgres/unavailable.ts';

export { EmbeddedPostgresUnavailable };

export type EmbeddedPostgres = {
  readonly config: pg.PoolConfig;
  /** True where the server was running already and another process may be using it. */
  readonly adopted: boolean;
  readonly folder: string;
  /** Stops the server, unless another process of ours still uses it: the last one out does. `force` asks nobody. */
  stop(options?: { readonly force?: boolean }): Promise<void>;
};
export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly note?: (message: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
};

const BOOT_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;
/** Others may be making the database while we wait for them. */
const LOCK_PATIENCE_MS = 6 * 60_000;
/** How long sessions that have just been closed may still be listed. */
const LEAVING_MS = 1000;

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
  const data = dataFolder(dataDir);
  const lockFile = `${data}/postgres.lock`;
  const release = await lock(lockFile, LOCK_PATIENCE_MS);
  try {
    const home = homeOf(data, note);
    const { session, socketDir, adopted } = await opened(home, settings);
    await createDatabase(session);
    attend(session, false);
    let stopped: Promise<void> | undefined;
    return {
      config: poolConfig(socketDir, DATABASE),
      adopted,
      folder: home.folder,
      stop: ({ force = false } = {}) => {
        stopped ??= stop(home, lockFile, session, force, note);
        return stopped;
      },
    };
  } finally {
    release();
  }
}

/** Connects to the server that runs, waits for one that is starting or stopping, and boots one where none runs. */
async function opened(home: Home, settings: Readonly<Record<string, string>>) {
  let own: Starting | null = null;
  for (const began = performance.now(); performance.now() - began < BOOT_LIMIT_MS; await pause(20)) {
    const running = postmasterOf(home.pgdata);
    // One that was started with other folders for temporary files has its socket there.
    const socketDir = running?.socketDir || home.socketDir;
    const session = await enter(socketDir, home.pgdata);
    if (session) return { session, socketDir, adopted: own === null };
    if (own?.exited() !== undefined) {
      // Another one was faster, or processes of a killed one are still ending.
      if (!/postmaster\.pid|shared memory/.test(own.said()))
        throw new EmbeddedPostgresUnavailable(`the database did not start: ${own.said()}`);
      own = null;
    }
    if (own || running) continue;
    const tools = binaries(home.runAs);
    await initialise(home, tools);
    own = boot(home, tools, settings);
  }
  // A server that repairs much after a crash is left to it, and found by the next start.
  throw new EmbeddedPostgresUnavailable(
    `the database did not answer within a minute; if it is still repairing itself, start again later: ${lastLines(home.log)}`,
  );
}

/** Under the lock, so that nobody adopts a server that is about to stop. */
async function stop(
  home: Home,
  lockFile: string,
  session: pg.Client,
  force: boolean,
  note: (message: string) => void,
): Promise<void> {
  const release = await lock(lockFile, LOCK_PATIENCE_MS);
  try {
    attend(session, true);
    const stays = !force && (await isUsed(session, home));
    const server = postmasterOf(home.pgdata);
    if (stays || server === null) return;
    process.kill(server.pid, 'SIGINT'); // Fast shutdown: rolls back what is open, writes a checkpoint.
    for (const began = performance.now(); performance.now() - began < STOP_LIMIT_MS; await pause(20))
      if (postmasterOf(home.pgdata) === null) return;
    note(`the database has not stopped within a minute: ${lastLines(home.log)}`);
  } finally {
    await session.end().catch(() => undefined);
    release();
  }
}

async function isUsed(session: pg.Client, home: Home): Promise<boolean> {
  for (const began = performance.now(); performance.now() - began < LEAVING_MS; await pause(20))
    if ((await othersIn(session, home.pgdata)) === 0) return false;
  return true;
}
