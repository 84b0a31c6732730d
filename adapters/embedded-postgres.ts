import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { binaries } from '#adapters/embedded-postgres/binaries';
import { dataFolder, type Home, homeOf } from '#adapters/embedded-postgres/home';
import { lock } from '#adapters/embedded-postgres/lock';
import { postmasterOf } from '#adapters/embedded-postgres/postmaster';
import { boot, hasCluster, initialise, lastLines, type Starting } from '#adapters/embedded-postgres/server';
import {
  attend,
  createDatabase,
  DATABASE,
  enter,
  leave,
  OURS,
  othersIn,
  PRESENCE,
  poolConfig,
} from '#adapters/embedded-postgres/session';
import { EmbeddedPostgresUnavailable } from '#adapters/embedded-postgres/unavailable';

export { EmbeddedPostgresUnavailable };

export type EmbeddedPostgres = {
  readonly config: pg.PoolConfig;
  /** True where the server was running already and another process may be using it. */
  readonly adopted: boolean;
  readonly folder: string;
  /** Stops the server, unless another process of ours still uses it: the last one out does. */
  stop(options?: StopOptions): Promise<void>;
};
export type StopOptions = {
  /** Asks nobody. */
  readonly force?: boolean;
  /** For a process that is about to end: what it has open itself does not count, and only the signal is waited for. */
  readonly hurry?: boolean;
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

/** Between two tries to bring back a server that has ended. */
const REVIVE_MS = 500;
/** So long does a process that is about to end wait for what stands in the way of stopping the server. */
const HURRY_MS = 2_000;

/** Those that this process uses, the ones that are just starting as well. */
const used = new Set<Promise<EmbeddedPostgres>>();

/** Before this process ends at once: no server of its own is left behind, unless another process uses it. Never throws. */
export async function stopEmbeddedAtOnce(): Promise<void> {
  const stops = [...used].map(async (starting) => (await starting).stop({ hurry: true }));
  await Promise.race([Promise.allSettled(stops), pause(3 * HURRY_MS)]);
}

/**
 * Starts a real PostgreSQL on the data folder, or adopts the one that runs on it. Unix socket
 * only; all durability settings as PostgreSQL has them by default. A server outlives a killed
 * process and is adopted by the next one; one that ends itself is brought back.
 */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const starting = started(options, () => used.delete(starting));
  used.add(starting);
  starting.catch(() => used.delete(starting));
  return starting;
}

async function started(
  { dataDir, note = () => {}, settings = {} }: EmbeddedPostgresOptions,
  onStop: () => void,
): Promise<EmbeddedPostgres> {
  const data = dataFolder(dataDir);
  const lockFile = `${data}/postgres.lock`;
  const release = await lock(lockFile, LOCK_PATIENCE_MS);
  try {
    const home = homeOf(data, note);
    const { session, socketDir, adopted } = await opened(home, settings);
    await createDatabase(session);
    const attended = attendance({ home, lockFile, settings, note }, session);
    let stopped: Promise<void> | undefined;
    return {
      config: poolConfig(socketDir, DATABASE),
      adopted,
      folder: home.folder,
      stop: async ({ force = false, hurry = false } = {}) => {
        onStop();
        stopped ??= attended.end().then(() => stop(home, lockFile, { force, hurry, note }, attended.session()));
        if (!hurry) return stopped;
        const inTime = stopped.then(() => true);
        if (await Promise.race([inTime, pause(HURRY_MS, false)])) return;
        // Something stands in the way: the lock of another one, say.
        const server = postmasterOf(home.pgdata);
        if (server && !(await isUsed(home, PRESENCE))) process.kill(server.pid, 'SIGINT');
      },
    };
  } finally {
    release();
  }
}

type Kept = {
  readonly home: Home;
  readonly lockFile: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly note: (message: string) => void;
};

/**
 * Keeps a session open for as long as the server is used. One that is lost is opened anew; where the server has ended
 * it is booted again first, for nobody else would.
 */
function attendance({ home, lockFile, settings, note }: Kept, first: pg.Client) {
  let session = first;
  let ending = false;
  let reviving: Promise<void> = Promise.resolve();

  function keep(next: pg.Client): void {
    session = next;
    attend(session, false);
    session.once('end', () => {
      if (!ending) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    for (let told = ''; ; ) {
      await pause(REVIVE_MS, undefined, { ref: false });
      if (ending || !hasCluster(home)) return;
      try {
        const release = await lock(lockFile, LOCK_PATIENCE_MS);
        try {
          const { session: next, adopted } = await opened(home, settings);
          if (!adopted) note('the database had ended and was started again');
          return keep(next);
        } finally {
          release();
        }
      } catch (error) {
        const message = String(error);
        if (message !== told) note(`the database has ended: ${message}`);
        told = message;
      }
    }
  }

  keep(first);
  return {
    session: () => session,
    /** Lets it be; waits for what is being brought back just now. */
    async end(): Promise<void> {
      ending = true;
      await reviving;
    },
  };
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

type Stopping = Required<StopOptions> & { readonly note: (message: string) => void };

/** Under the lock, so that nobody adopts a server that is about to stop. */
async function stop(home: Home, lockFile: string, { force, hurry, note }: Stopping, session: pg.Client): Promise<void> {
  const release = await lock(lockFile, LOCK_PATIENCE_MS);
  try {
    leave(session);
    const stays = !force && (await isUsed(home, hurry ? PRESENCE : OURS));
    const server = postmasterOf(home.pgdata);
    if (stays || server === null) return;
    process.kill(server.pid, 'SIGINT'); // Fast shutdown: rolls back what is open, writes a checkpoint.
    if (hurry) return;
    for (const began = performance.now(); performance.now() - began < STOP_LIMIT_MS; await pause(20))
      if (postmasterOf(home.pgdata) === null) return;
    note(`the database has not stopped within a minute: ${lastLines(home.log)}`);
  } finally {
    release();
  }
}

/**
 * Whether others have sessions of such names. A server that does not say is taken for one that nobody uses: a process
 * that does use it brings it back.
 */
async function isUsed(home: Home, names: string): Promise<boolean> {
  const running = postmasterOf(home.pgdata);
  const asking = running && (await enter(running.socketDir || home.socketDir, home.pgdata).catch(() => null));
  if (!asking) return false;
  try {
    for (const began = performance.now(); performance.now() - began < LEAVING_MS; await pause(20))
      if ((await othersIn(asking, names)) === 0) return false;
    return true;
  } catch {
    return false;
  } finally {
    leave(asking);
  }
}
