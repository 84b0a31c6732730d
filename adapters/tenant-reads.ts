import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { LIVE, READER } from '#adapters/postgres/read-model-ddl';
import { StoreUnavailable } from '#runtime/event-store';
import type { ReadScope, RunReads } from '#runtime/table-reads';
import { isUnavailable } from './postgres.ts';

/** Reads as the reader's role, with the accounts it may see set for the transaction alone; of whichever tables a reader names. */
export function createTenantReads(pool: pg.Pool): RunReads {
  const database = new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema(LIVE);
  return async <D, R>(scope: ReadScope, work: (db: Kysely<D>) => Promise<R>): Promise<R> => {
    const accounts = scope.accounts === '*' ? '*' : scope.accounts.join(',');
    const db = database as Kysely<D>;
    try {
      return await db.transaction().execute(async (transaction) => {
        await sql`SELECT set_config('role', ${READER}, true), set_config('igny8.accounts', ${accounts}, true)`.execute(
          transaction,
        );
        return work(transaction.withSchema(LIVE));
      });
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable(String(error), { cause: error }) : error;
    }
  };
}
