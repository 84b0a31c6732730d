import pg from 'pg';
import { asUnavailable, isUnavailable } from '#runtime/event-store';
import type { Wait, Waits } from '#runtime/waits';

export { isUnavailable };

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/**
 * Database values as the rest of the system speaks of them: dates as `YYYY-MM-DD`, instants as
 * RFC 3339 UTC text, 64-bit integers as numbers (none here passes 2^53), numerics as decimal text.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (text: string) => Number(text);
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

export type PoolOptions = {
  readonly max?: number;
  readonly applicationName?: string;
  readonly onError?: (error: Error) => void;
  readonly limits?: Limits;
  /** Told `true` when a statement was given up on, and `false` as soon as any other one is answered. */
  readonly onSilence?: (silent: boolean) => void;
  /** Where it is seen what is waited for: connections, and statements that do not take their time. */
  readonly waits?: Waits;
};

/** All in milliseconds. */
export type Limits = {
  /** After which whoever asks for a connection is told that there is none. */
  readonly connect: number;
  /** That the server gives a statement, whether it works or waits for a lock. */
  readonly statement: number;
  /** After which a server that has said nothing to a statement counts as one that hangs. */
  readonly silence: number;
};

/** With these nobody waits for a database that hangs for longer than five seconds. */
const LIMITS: Limits = { connect: 3_000, statement: 3_500, silence: 4_000 };
/** An answer that came while this process itself stood still is read within this. */
const GRACE_MS = 100;
/** A process that is stopped in the middle of a transaction must not hold its locks against the others. */
const IDLE_LIMIT_MS = 10_000;

/** What a connection is opened with, so that it has these limits. */
export const connectionLimits = ({ connect, statement }: Limits = LIMITS) =>
  ({
    connectionTimeoutMillis: connect,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }) as const satisfies pg.ClientConfig;

/** Sessions that are not watched: they wait for notices, or do what is legitimately long. */
const unhurried = new WeakSet<pg.PoolClient>();
/** Of each session that is checked out, the wait for what it was asked. */
const asked = new WeakMap<pg.PoolClient, Wait>();

/** From here on, until it is given back, this session may be silent for as long as it likes. */
export const letTakeItsTime = (client: pg.PoolClient): void => {
  unhurried.add(client);
  asked.get(client)?.end();
};

/**
 * A pool whose lost connections never end the process, idle or checked out, that gives up on a server that hangs, and
 * that speaks in our types.
 */
export function createPool(config: pg.PoolConfig, options: PoolOptions = {}): pg.Pool {
  const { limits = LIMITS } = options;
  const pool = new pg.Pool({
    ...config,
    ...connectionLimits(limits),
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'igny8-business',
    types,
    options: `-c timezone=UTC ${config.options ?? ''}`.trim(),
  });
  const report = options.onError ?? (() => undefined);
  pool.on('connect', (client) => {
    // For as long as it lives, whoever has it: what it was asked fails by itself.
    client.on('error', report);
  });
  // What an idle one says has been reported above.
  pool.on('error', () => undefined);
  const tell = options.onSilence ?? (() => undefined);
  watchSilence(pool, limits.silence, {
    onSilence: (client) => {
      tell(true);
      report(new Error(`no answer within ${limits.silence} ms: the connection is given up`));
      client.end().catch(report);
    },
    onAnswer: () => tell(false),
  });
  if (options.waits) noteWaits(pool, options.waits);
  return pool;
}

/** Notes how long whoever asks for a connection waits for it, and for the end of each statement on it. */
function noteWaits(pool: pg.Pool, waits: Waits): void {
  const connect = pool.connect.bind(pool) as (callback?: (...answer: unknown[]) => void) => Promise<pg.PoolClient>;
  const queue = waits.queue();
  const watched = (callback?: (...answer: unknown[]) => void) => {
    const wait = queue.begin();
    if (!callback) return connect().finally(wait.end);
    return connect((...answer) => {
      wait.end();
      callback(...answer);
    });
  };
  pool.connect = watched as typeof pool.connect;
  pool.on('connect', (client) => {
    client.on('drain', () => {
      if (!unhurried.has(client)) asked.get(client)?.renew();
    });
  });
  pool.on('acquire', (client) => asked.set(client, waits.begin()));
  pool.on('release', (_, client) => {
    asked.get(client)?.end();
    asked.delete(client);
  });
}

/** Calls back for every session that is checked out and has not come to the end of a statement for too long. */
function watchSilence(
  pool: pg.Pool,
  limitMs: number,
  { onSilence, onAnswer }: { onSilence(client: pg.PoolClient): void; onAnswer(): void },
): void {
  const watches = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  const watch = (client: pg.PoolClient, ms: number, then: () => void) => {
    clearTimeout(watches.get(client));
    watches.set(client, setTimeout(then, ms).unref());
  };
  const begin = (client: pg.PoolClient): void =>
    watch(client, limitMs, () => {
      if (!unhurried.has(client)) watch(client, GRACE_MS, () => onSilence(client));
    });
  pool.on('connect', (client) => {
    client.on('drain', () => {
      onAnswer();
      if (watches.has(client)) begin(client);
    });
  });
  pool.on('acquire', begin);
  pool.on('release', (_, client) => {
    clearTimeout(watches.get(client));
    watches.delete(client);
    unhurried.delete(client);
  });
}

export type TransactionOptions = {
  /**
   * For what is legitimately long, and for what nobody waits for: no statement of it is limited in time. Between
   * statements the limit stays, so that a process which stands still does not hold locks.
   */
  readonly patient?: boolean;
};

/**
 * Runs `work` in one transaction; rolled back when it throws. Throws `StoreUnavailable` where the database does not
 * answer; whether what was asked last was carried out is not known then.
 */
export async function transaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  { patient = false }: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asUnavailable(error);
  });
  let broken: Error | undefined;
  const lost = (error: Error) => {
    broken = error;
  };
  // Beside the pool's own, which other people's pools may not have.
  client.on('error', lost);
  if (patient) letTakeItsTime(client);
  try {
    await client.query('BEGIN');
    if (patient) await client.query(NO_LIMIT);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // One that does not answer is not asked again: the server rolls back what nobody commits.
    if (isUnavailable(error)) broken ??= error as Error;
    else await client.query('ROLLBACK').catch(lost);
    throw asUnavailable(error);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

const NO_LIMIT = 'SET LOCAL statement_timeout = 0';

/** Runs DDL that several processes may run at the same time: one after the other, each of them idempotent. */
export async function migrate(pool: pg.Pool, statements: readonly string[]): Promise<void> {
  await transaction(
    pool,
    async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      // All in one go: a start asks for hundreds of them.
      await client.query(statements.join(';\n'));
    },
    { patient: true },
  );
}

const MIGRATION_LOCK = 1_191_983_104;
