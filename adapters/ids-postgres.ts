import type pg from 'pg';
import type { IdAllocator } from '#runtime/ids';
import { migrate, transaction } from './postgres.ts';

/**
 * Integer ids from counter rows. What was given under a command id is remembered, so a repeat is
 * given it again. A counter never falls behind `highest`, what the log knows of.
 */
export async function createPostgresIds(
  pool: pg.Pool,
  highest: (kind: string) => Promise<number>,
): Promise<IdAllocator> {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS runtime',
    'CREATE TABLE IF NOT EXISTS runtime.id_counters (kind text PRIMARY KEY, last integer NOT NULL)',
    `CREATE TABLE IF NOT EXISTS runtime.id_allocations (
       kind text NOT NULL, command_id uuid NOT NULL, id integer NOT NULL, PRIMARY KEY (kind, command_id))`,
  ]);
  const known = async (kind: string, commandId: string) =>
    (
      await pool.query<{ id: number }>('SELECT id FROM runtime.id_allocations WHERE kind = $1 AND command_id = $2', [
        kind,
        commandId,
      ])
    ).rows[0]?.id;

  return {
    async allocate(kind, commandId) {
      const before = await known(kind, commandId);
      if (before !== undefined) return before;
      const atLeast = await highest(kind);
      return transaction(pool, async (client) => {
        // The counter's row lock orders allocations; a repeat under the same command waits and then finds the first.
        const counted = await client.query<{ last: number }>(
          `INSERT INTO runtime.id_counters VALUES ($1, $2 + 1) ON CONFLICT (kind)
           DO UPDATE SET last = GREATEST(runtime.id_counters.last, $2) + 1 RETURNING last`,
          [kind, atLeast],
        );
        const allotted = await client.query<{ id: number }>(
          'INSERT INTO runtime.id_allocations VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
          [kind, commandId, counted.rows[0]?.last],
        );
        if (allotted.rows[0]) return allotted.rows[0].id;
        const found = await client.query<{ id: number }>(
          'SELECT id FROM runtime.id_allocations WHERE kind = $1 AND command_id = $2',
          [kind, commandId],
        );
        if (!found.rows[0]) throw new Error(`no id for ${kind}`);
        return found.rows[0].id;
      });
    },
  };
}
