import type pg from 'pg';
import type { SessionActivity } from '#commands/platform/ports-sign-in';
import type { Instant } from '#domain/kernel/time';
import { migrate } from './postgres.ts';

export const migrateSessionActivity = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS runtime',
    'CREATE TABLE IF NOT EXISTS runtime.session_activity (session text PRIMARY KEY, seen_at timestamptz NOT NULL)',
    'CREATE INDEX IF NOT EXISTS session_activity_seen ON runtime.session_activity (seen_at)',
  ]);

/** No session lives for so long without a sign of life. */
const FORGOTTEN = '2 days';

/** Signs of life of sessions, a row each, which goes when they have long ended. */
export const createSessionActivity = (pool: pg.Pool): SessionActivity => ({
  async seen(session) {
    const { rows } = await pool.query<{ seen_at: Instant }>(
      'SELECT seen_at FROM runtime.session_activity WHERE session = $1',
      [session],
    );
    return rows[0]?.seen_at ?? null;
  },
  async note(session, at) {
    await pool.query(
      `WITH old AS (DELETE FROM runtime.session_activity WHERE seen_at < $2::timestamptz - interval '${FORGOTTEN}' AND session <> $1)
       INSERT INTO runtime.session_activity AS known (session, seen_at) VALUES ($1, $2)
       ON CONFLICT (session) DO UPDATE SET seen_at = GREATEST(known.seen_at, excluded.seen_at)`,
      [session, at],
    );
  },
  async forget(session) {
    await pool.query('DELETE FROM runtime.session_activity WHERE session = $1', [session]);
  },
});

/** For tests and simulation. */
export function createInMemorySessionActivity(): SessionActivity {
  const at = new Map<string, Instant>();
  return {
    seen: async (session) => at.get(session) ?? null,
    note: async (session, now) => void at.set(session, now),
    forget: async (session) => void at.delete(session),
  };
}
