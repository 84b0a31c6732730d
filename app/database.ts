import type pg from 'pg';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { proveDatabase } from '#adapters/postgres/prove';
import { StartProblem } from '#adapters/start-problem';
import type { Config } from './config.ts';

/** Whether anything is kept there: the embedded database, or a key that the environment does not give. */
export const usesDataDir = (config: Config): boolean =>
  !config.DATABASE_URL || !config.SECRETS_KEY || !(config.SIGNING_KEY || config.SIGNING_KEY_FILE);

/** The database that is named, or one that is started here and stopped again with the rest. */
export async function openDatabase(
  config: Config,
  note: (message: string) => void,
  closing: (() => Promise<unknown>)[],
): Promise<pg.PoolConfig> {
  if (config.DATABASE_URL) {
    const given = { connectionString: config.DATABASE_URL };
    await proveDatabase(given);
    return given;
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.DATA_DIR, note });
  closing.push(() => embedded.stop());
  return embedded.config;
}

/** The events: in the same database, unless another store is named. */
export async function openEventStore(config: Config, pool: pg.Pool) {
  if (!config.EVENTSTORE_URL) return createPostgresEventStore({ pool });
  const { createKurrentEventStore } = await import('#adapters/event-store/kurrent');
  const store = createKurrentEventStore({ connectionString: config.EVENTSTORE_URL });
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close().catch(() => undefined);
    const hosts = config.EVENTSTORE_URL.replace(/^[^:]*:\/\/(?:[^@/]*@)?|[/?].*$/g, '');
    const { message } = error as Error;
    throw new StartProblem(
      `EVENTSTORE_URL: no event store answers at ${hosts} (${message.split('\n')[0]?.slice(0, 120)})`,
    );
  }
}
