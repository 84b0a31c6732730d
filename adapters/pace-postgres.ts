import type pg from 'pg';
import type { Instant } from '#domain/kernel/time';
import { type Pace, spacing } from '#runtime/pace';
import { migrate } from './postgres.ts';

export const migratePace = (pool: pg.Pool): Promise<void> =>
  migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS runtime',
    'CREATE TABLE IF NOT EXISTS runtime.pace (receiver text PRIMARY KEY, free_at timestamptz NOT NULL)',
  ]);

/**
 * A pace that all processes on one database share: one row a receiver, moved on by one statement that the row's lock
 * puts in order. A call that is put off writes nothing. Throws where the database is unavailable.
 */
export function createPostgresPace(pool: pg.Pool): Pace {
  return {
    async take(receiver, rate, now, calls = 1) {
      const gap = spacing(rate);
      const taken = await pool.query(
        `INSERT INTO runtime.pace AS pace (receiver, free_at)
         VALUES ($1, $2::timestamptz + $3::float8 * interval '1 millisecond')
         ON CONFLICT (receiver) DO UPDATE
         SET free_at = GREATEST(pace.free_at, $2::timestamptz) + $3::float8 * interval '1 millisecond'
         WHERE pace.free_at - $4::float8 * interval '1 millisecond' <= $2::timestamptz`,
        [receiver, now, calls * gap, Math.max(0, rate.burst - calls) * gap],
      );
      if (taken.rowCount === 1) return null;
      const { rows } = await pool.query<{ free_at: Instant }>('SELECT free_at FROM runtime.pace WHERE receiver = $1', [
        receiver,
      ]);
      return rows[0]?.free_at ?? now;
    },
  };
}
