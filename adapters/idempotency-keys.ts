import type pg from 'pg';
import { migrate } from './postgres.ts';

type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
type Begun =
  | { readonly kind: 'new'; readonly commandId: string }
  | { readonly kind: 'replay'; readonly answer: StoredAnswer }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' };
type KeyRow = { request_hash: string; command_id: string; worker: string; answer: StoredAnswer | null };

/** First answers are kept this long (spec 08). */
const KEPT = `interval '30 days'`;

/**
 * Idempotency keys in PostgreSQL. The one who inserts the row runs the command; where that
 * process died, another takes the key over with the same command id, under which the command
 * handler recognises what was done already.
 */
export async function createIdempotencyKeys(
  pool: pg.Pool,
  worker: string,
  isAlive: (worker: string) => Promise<boolean>,
) {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS runtime',
    `CREATE TABLE IF NOT EXISTS runtime.idempotency_keys (
       scope text NOT NULL, key text NOT NULL, request_hash text NOT NULL, command_id uuid NOT NULL, worker uuid NOT NULL,
       answer json, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (scope, key))`,
    'CREATE INDEX IF NOT EXISTS idempotency_keys_age ON runtime.idempotency_keys (created_at)',
  ]);

  return {
    async begin(scope: string, key: string, requestHash: string, freshCommandId: string): Promise<Begun> {
      for (;;) {
        const inserted = await pool.query(
          `INSERT INTO runtime.idempotency_keys (scope, key, request_hash, command_id, worker) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
          [scope, key, requestHash, freshCommandId, worker],
        );
        if (inserted.rowCount === 1) return { kind: 'new', commandId: freshCommandId };
        const { rows } = await pool.query<KeyRow>(
          'SELECT request_hash, command_id, worker, answer FROM runtime.idempotency_keys WHERE scope = $1 AND key = $2',
          [scope, key],
        );
        const [row] = rows;
        if (!row) continue; // Abandoned in between: it is free again.
        if (row.request_hash !== requestHash) return { kind: 'mismatch' };
        if (row.answer) return { kind: 'replay', answer: row.answer };
        if (row.worker === worker || (await isAlive(row.worker))) return { kind: 'running' };
        const taken = await pool.query(
          'UPDATE runtime.idempotency_keys SET worker = $3 WHERE scope = $1 AND key = $2 AND worker = $4 AND answer IS NULL',
          [scope, key, worker, row.worker],
        );
        if (taken.rowCount === 1) return { kind: 'new', commandId: row.command_id };
      }
    },
    async finish(scope: string, key: string, answer: StoredAnswer): Promise<void> {
      await pool.query('UPDATE runtime.idempotency_keys SET answer = $3 WHERE scope = $1 AND key = $2', [
        scope,
        key,
        JSON.stringify(answer),
      ]);
    },
    async abandon(scope: string, key: string): Promise<void> {
      await pool.query(
        'DELETE FROM runtime.idempotency_keys WHERE scope = $1 AND key = $2 AND worker = $3 AND answer IS NULL',
        [scope, key, worker],
      );
    },
    /** Forgets keys that are past their time; answers how many. */
    async purge(): Promise<number> {
      return (
        (await pool.query(`DELETE FROM runtime.idempotency_keys WHERE created_at < now() - ${KEPT}`)).rowCount ?? 0
      );
    },
  };
}
