import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Leases } from '#runtime/pump';

/** Both halves of an advisory lock's key; the first tells our locks from anybody else's. */
const SPACE = 1_191_983_105;
const keyOf = (name: string): number => createHash('sha256').update(name).digest().readInt32BE(0);

/** A holder renews its leases so often, */
const RENEW_EVERY_MS = 1_000;
/** and one that has not for so long has them taken. Long enough for a process that is merely busy. */
const STALE_AFTER_MS = 10_000;

export type LeaseOptions = {
  readonly onError?: (error: Error) => void;
  /** 0: never by itself. */
  readonly renewEveryMs?: number;
  readonly staleAfterMs?: number;
};
export type PostgresLeases = Leases & {
  /** Tells the database that this process still runs. */
  renew(): Promise<void>;
};

/** The session that holds a lock, as a row of `pg_locks`: advisory locks of two halves, in this database. */
const HOLDER = `l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND l.classid = $1::bigint::oid AND l.objid = ($2::bigint & 4294967295)::oid`;

/**
 * Leases as session-level advisory locks on a connection of their own: the database lets go of them the moment this
 * process is gone, and another one takes over at its next try. A process that is there but does nothing (stopped,
 * swapped out, cut off) keeps its connection: what tells it from others is that its session has not been used for as
 * long as nobody alive leaves it. Whoever wants the lease ends that session then. Should its process wake up, it
 * finds its leases gone; what it was at is refused by the expected revision or the checkpoint that it wrote against.
 */
export function createPostgresLeases(
  config: pg.ClientConfig,
  worker: string,
  options: LeaseOptions = {},
): PostgresLeases {
  const { onError = () => {}, renewEveryMs = RENEW_EVERY_MS, staleAfterMs = STALE_AFTER_MS } = options;
  let client: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let held = new Set<string>();
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...config, application_name: 'igny8-business leases' });
    const drop = (error?: Error) => {
      if (client === fresh) client = undefined;
      held = new Set();
      if (error) onError(error);
    };
    fresh.on('error', drop);
    fresh.on('end', () => drop());
    await fresh.connect();
    await fresh.query('SELECT pg_try_advisory_lock($1, $2)', [SPACE, keyOf(`worker:${worker}`)]);
    client = fresh;
    return fresh;
  }

  async function session(): Promise<pg.Client> {
    if (client) return client;
    connecting ??= connect().finally(() => {
      connecting = undefined;
    });
    return connecting;
  }

  /** One question at a time: the session takes no second one while it answers the first. */
  let last: Promise<unknown> = Promise.resolve();
  const ask = <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> => {
    const answer = last.then(async () => (await (await session()).query<T>(text, values)).rows);
    last = answer.catch(() => undefined);
    return answer;
  };

  let underWay: Promise<unknown> | undefined;
  async function renew(): Promise<void> {
    if (!client || closed) return;
    underWay ??= ask('SELECT 1').finally(() => {
      underWay = undefined;
    });
    await underWay;
  }
  const renewing = renewEveryMs > 0 ? setInterval(() => renew().catch(onError), renewEveryMs).unref() : undefined;

  const take = async (name: string): Promise<boolean> => {
    const lock = [SPACE, keyOf(`lease:${name}`)];
    const [row] = await ask<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', lock);
    return row?.got === true;
  };
  const looked = new Map<string, number>();
  /** Ends the session of a holder that does not renew; true where there was one. Looks no more often than holders renew. */
  const endStale = async (name: string): Promise<boolean> => {
    const now = performance.now();
    if (now - (looked.get(name) ?? Number.NEGATIVE_INFINITY) < RENEW_EVERY_MS) return false;
    looked.set(name, now);
    const ended = await ask(
      `SELECT pg_terminate_backend(a.pid, 1000) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE ${HOLDER} AND a.pid <> pg_backend_pid() AND a.state_change <= clock_timestamp() - $3 * interval '1 ms'`,
      [SPACE, keyOf(`lease:${name}`), staleAfterMs],
    );
    return ended.length > 0;
  };

  return {
    renew,
    async hold(name) {
      if (closed) return false;
      if (client && held.has(name)) return true;
      const got = (await take(name)) || ((await endStale(name)) && (await take(name)));
      if (got) held.add(name);
      return got;
    },
    async isAlive(other) {
      if (other === worker) return true;
      // Of another user's session nobody sees when it was used last.
      const rows = await ask(
        `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE ${HOLDER} AND coalesce(a.state_change > clock_timestamp() - $3 * interval '1 ms', true)`,
        [SPACE, keyOf(`worker:${other}`), staleAfterMs],
      );
      return rows.length > 0;
    },
    async close() {
      closed = true;
      clearInterval(renewing);
      const last = client ?? (await connecting?.catch(() => undefined));
      client = undefined;
      await last?.end();
    },
  };
}
