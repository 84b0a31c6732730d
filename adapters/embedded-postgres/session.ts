import pg from 'pg';
import { postmasterOf } from './postmaster.ts';
import { USER } from './server.ts';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

export const DATABASE = 'igny8';
/** Names of sessions, as patterns: all of ours, and those by which a process shows that it uses the server. */
export const OURS = 'igny8-business%';
export const PRESENCE = 'igny8-business presence';
const ANSWER_LIMIT_MS = 5_000;

export const poolConfig = (socketDir: string, database: string): pg.PoolConfig => ({
  host: socketDir,
  port: 5432,
  user: USER,
  database,
});

/**
 * A session that stays open for as long as this process uses the server: by it the others know that they are
 * not the last. Null while no server answers; throws where another one sits on the socket.
 */
export async function enter(socketDir: string, pgdata: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    ...poolConfig(socketDir, 'postgres'),
    application_name: PRESENCE,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await check(client, socketDir, pgdata);
    return client;
  } catch (error) {
    leave(client);
    if (error instanceof EmbeddedPostgresUnavailable) throw error;
    const code = (error as { code?: string }).code ?? '';
    if (code === 'EACCES') throw new EmbeddedPostgresUnavailable(`the server on ${socketDir} belongs to another user`);
    // Invalid authorization: a server, and none that knows our user.
    if (code.startsWith('28')) throw notOurs('PostgreSQL', socketDir);
    return null;
  }
}

async function check(client: pg.Client, socketDir: string, pgdata: string): Promise<void> {
  const { rows } = await client.query<{ data_directory: string; pid: number }>(
    `SELECT current_setting('data_directory', true) AS data_directory`,
  );
  const folder = rows[0]?.data_directory ?? '';
  // A name of the folder by another way is fine where the folder's own file names this very socket.
  if (folder !== pgdata && postmasterOf(pgdata)?.socketDir !== socketDir)
    throw notOurs(`PostgreSQL (${folder})`, socketDir);
}

const notOurs = (what: string, socketDir: string) =>
  new EmbeddedPostgresUnavailable(`another ${what} answers on ${socketDir}; stop it or set DATA_DIR to another folder`);

/** How many sessions of such names there are besides this one. */
export async function othersIn(session: pg.Client, names: string): Promise<number> {
  const { rows } = await session.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM pg_stat_activity WHERE application_name LIKE $1 AND pid <> pg_backend_pid()`,
    [names],
  );
  return rows[0]?.n ?? 0;
}

/** Closes a session without waiting for a server that may not answer. */
export function leave(session: pg.Client): void {
  attend(session, false);
  session.end().catch(() => undefined);
}

export async function createDatabase(session: pg.Client): Promise<void> {
  const { rows } = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rows.length === 0) await session.query(`CREATE DATABASE ${DATABASE}`);
}

/** Whether the open session keeps this process running: only while something is asked through it. */
export function attend(session: pg.Client, attended: boolean): void {
  const { ref, unref } = session as pg.Client & { ref(): void; unref(): void };
  (attended ? ref : unref).call(session);
}
