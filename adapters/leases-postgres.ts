import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Leases } from '#runtime/pump';

/** Both halves of an advisory lock's key; the first tells our locks from anybody else's. */
const SPACE = 1_191_983_105;
const keyOf = (name: string): number => createHash('sha256').update(name).digest().readInt32BE(0);

/**
 * Leases as session-level advisory locks on a connection of their own: the database lets go of
 * them the moment this process is gone, and another one takes over at its next try.
 */
export function createPostgresLeases(
  config: pg.ClientConfig,
  worker: string,
  onError: (error: Error) => void = () => {},
): Leases {
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
  const ask = <T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> => {
    const answer = last.then(async () => (await (await session()).query<T>(text, values)).rows);
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    async hold(name) {
      if (closed) return false;
      if (client && held.has(name)) return true;
      const [row] = await ask<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', [
        SPACE,
        keyOf(`lease:${name}`),
      ]);
      if (row?.got) held.add(name);
      return row?.got === true;
    },
    async isAlive(other) {
      if (other === worker) return true;
      const rows = await ask(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = $1::bigint::oid AND objid = ($2::bigint & 4294967295)::oid AND granted`,
        [SPACE, keyOf(`worker:${other}`)],
      );
      return rows.length > 0;
    },
    async close() {
      closed = true;
      const last = client ?? (await connecting?.catch(() => undefined));
      client = undefined;
      await last?.end();
    },
  };
}
