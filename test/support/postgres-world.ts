import type pg from 'pg';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { createPostgresIds } from '#adapters/ids-postgres';
import { createPool } from '#adapters/postgres';
import { createPostgresReadModels } from '#adapters/read-model-postgres';
import type { Surroundings } from '#app/system';
import { testDatabase } from './postgres.ts';
import { world } from './world.ts';

/** The whole system on a real database of its own. */
export async function postgresWorld(start: string, overrides: Partial<Surroundings> = {}, config?: pg.PoolConfig) {
  const database = config ? { config, drop: async () => undefined } : await testDatabase();
  const pool = createPool(database.config);
  const store = await createPostgresEventStore({ pool, listen: false });
  const made = await world(start, {
    store,
    readModels: createPostgresReadModels(pool),
    ids: await createPostgresIds(pool, async () => 0),
    ...overrides,
  });
  return {
    ...made,
    pool,
    store,
    config: database.config,
    async close() {
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}
