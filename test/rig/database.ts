import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/embedded-postgres';

/** A PostgreSQL that may be cut, stopped and killed, and what its log holds in the end. */
export type Database = {
  readonly server: EmbeddedPostgres;
  readonly folder: string;
  end(): Promise<void>;
};

/** A server of the rig's own, with all its durability; the rig brings it back when it was killed. */
export async function openDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-rig-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  return {
    server,
    folder,
    async end() {
      signalAll(postmasterOf(server.folder), 'SIGCONT');
      await server.stop({ force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const socketOf = ({ server }: Database): string => join(String(server.config.host), '.s.PGSQL.5432');

/** By way of a proxy, or of the server's own socket. */
export const urlOf = ({ server }: Database, port?: number): string =>
  port === undefined
    ? `postgres://${server.config.user}@localhost/${server.config.database}?host=${encodeURIComponent(String(server.config.host))}`
    : `postgres://${server.config.user}@127.0.0.1:${port}/${server.config.database}`;

export const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** The postmaster and every process of it. */
function family(postmaster: number): number[] {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1];
      return Number(parent) === postmaster;
    } catch {
      return false; // It ended just now.
    }
  });
  return [postmaster, ...children.map(Number)];
}

/** To all of them; with `shareOfAll` 3 only to the postmaster and every third other one. */
export function signalAll(postmaster: number, signal: 'SIGSTOP' | 'SIGCONT', shareOfAll = 1): void {
  const chosen = family(postmaster).filter((_, n) => n === 0 || n % shareOfAll === 0);
  for (const pid of chosen)
    try {
      process.kill(pid, signal);
    } catch {
      // It ended just now.
    }
}

/** A connection of the rig's own, that is not cut with the others. */
export async function asked<T extends pg.QueryResultRow>(
  config: pg.ClientConfig,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ ...config, application_name: 'rig' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Ends every connection that the product has; answers how many. */
export async function cut(config: pg.ClientConfig): Promise<number> {
  const rows = await asked(
    config,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'igny8-business%' AND application_name NOT LIKE '%presence'`,
  );
  return rows.length;
}
