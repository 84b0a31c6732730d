import type pg from 'pg';
import type { BundleStore } from '#commands/proof/ports-proof';
import { migrate } from './postgres.ts';

/** Evidence bundles in schema `proof`; a bundle of the same hash is the same bundle. */
export async function createPostgresBundles(pool: pg.Pool): Promise<BundleStore> {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS proof',
    `CREATE TABLE IF NOT EXISTS proof.bundles (
       sha256 text PRIMARY KEY, dispute_id integer NOT NULL, bytes bytea NOT NULL, kept_at timestamptz NOT NULL DEFAULT now())`,
  ]);
  return {
    async put({ disputeId, sha256, bytes }) {
      await pool.query(
        'INSERT INTO proof.bundles (sha256, dispute_id, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [sha256, disputeId, Buffer.from(bytes)],
      );
    },
    async get(sha256) {
      const { rows } = await pool.query<{ bytes: Buffer }>('SELECT bytes FROM proof.bundles WHERE sha256 = $1', [
        sha256,
      ]);
      return rows[0]?.bytes ?? null;
    },
  };
}

/** For tests and simulation. */
export function createInMemoryBundles(): BundleStore {
  const bundles = new Map<string, Uint8Array>();
  return {
    put: async ({ sha256, bytes }) => void bundles.set(sha256, bytes),
    get: async (sha256) => bundles.get(sha256) ?? null,
  };
}
