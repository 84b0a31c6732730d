import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { LIVE, READER } from '#adapters/postgres/read-model-ddl';
import { StoreUnavailable } from '#runtime/event-store';
import { isUnavailable } from './postgres.ts';

/** Reads as the reader's role, with the accounts it may see set for the transaction alone. */
export function createTenantReads<Tables>(pool: pg.Pool) {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema(LIVE);
  return async <T>(
    scope: { readonly accounts: '*' | readonly number[] },
    work: (db: Kysely<Tables>) => Promise<T>,
  ): Promise<T> => {
    const accounts = scope.accounts === '*' ? '*' : scope.accounts.join(',');
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
