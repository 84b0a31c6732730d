import pg from 'pg';

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
};

/** A pool that never crashes the process for a lost idle connection, and speaks in our types. */
export function createPool(config: pg.PoolConfig, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'igny8-business',
    types,
    connectionTimeoutMillis: 10_000,
    options: `-c timezone=UTC ${config.options ?? ''}`.trim(),
  });
  pool.on('error', (error) => options.onError?.(error));
  return pool;
}

/** Runs `work` in one transaction; rolled back when it throws. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs DDL that several processes may run at the same time: one after the other, each of them idempotent. */
export async function migrate(pool: pg.Pool, statements: readonly string[]): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    for (const statement of statements) await client.query(statement);
  });
}

const MIGRATION_LOCK = 1_191_983_104;

/** True for trouble with the connection or the server, as against with what was asked. */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code;
  if (typeof code !== 'string') return /connection|timeout/i.test(String((error as Error)?.message));
  return /^(08|53|57P|58|ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(code);
}
