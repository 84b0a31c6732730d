import type pg from 'pg';
import type { AhrefsCache } from '#commands/links/ports-ahrefs';
import type { Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { migrate } from './postgres.ts';

export const migrateAhrefsCache = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS outside',
    `CREATE TABLE IF NOT EXISTS outside.ahrefs_cache (
       key text PRIMARY KEY, value json NOT NULL, at timestamptz NOT NULL, until timestamptz NOT NULL)`,
    'CREATE INDEX IF NOT EXISTS ahrefs_cache_until ON outside.ahrefs_cache (until)',
  ]);

/** Answers of Ahrefs that all processes share until they are too old; those that are go with the next one that is kept. */
export function createPostgresAhrefsCache(pool: pg.Pool): AhrefsCache {
  return {
    async get(key, now) {
      const { rows } = await pool.query<{ value: JsonObject; at: Instant }>(
        'SELECT value, at FROM outside.ahrefs_cache WHERE key = $1 AND until > $2',
        [key, now],
      );
      return rows[0] ?? null;
    },
    async put(key, value, at, until) {
      await pool.query('DELETE FROM outside.ahrefs_cache WHERE until <= $1', [at]);
      await pool.query(
        `INSERT INTO outside.ahrefs_cache VALUES ($1, $2, $3, $4)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at, until = excluded.until`,
        [key, JSON.stringify(value), at, until],
      );
    },
  };
}

/** For tests and simulation. */
export function createInMemoryAhrefsCache(): AhrefsCache {
  const kept = new Map<string, { value: JsonObject; at: Instant; until: Instant }>();
  return {
    async get(key, now) {
      const found = kept.get(key);
      return found && found.until > now ? { value: found.value, at: found.at } : null;
    },
    put: async (key, value, at, until) => void kept.set(key, { value, at, until }),
  };
}
