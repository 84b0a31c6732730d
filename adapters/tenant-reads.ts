import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { LIVE, READER } from '#adapters/postgres/read-model-ddl';
import { StoreUnavailable } from '#runtime/event-store';
import type { ReadScope, RunReads } from '#runtime/table-reads';
import { isUnavailable } from './postgres.ts';

/** The transaction with its role and its accounts in one question. No value of it is text that anybody typed. */
function begin({ accounts }: ReadScope): string {
  const seen = accounts === '*' ? '*' : accounts.map((id) => String(Number(id))).join(',');
  return `BEGIN READ ONLY; SELECT set_config('role', '${READER}', true), set_config('igny8.accounts', '${seen}', true)`;
}

/** Reads as the reader's role, with the accounts it may see set for the transaction alone; of whichever tables a reader names. */
export function createTenantReads(pool: pg.Pool): RunReads {
  const database = new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema(LIVE);
  return async <D, R>(scope: ReadScope, work: (db: Kysely<D>) => Promise<R>): Promise<R> => {
    try {
      return await (database as Kysely<D>).connection().execute(async (connection) => {
        await sql.raw(begin(scope)).execute(connection);
        try {
          const found = await work(connection.withSchema(LIVE));
          await sql`COMMIT`.execute(connection);
          return found;
        } catch (error) {
          await sql`ROLLBACK`.execute(connection);
          throw error;
        }
      });
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable(String(error), { cause: error }) : error;
    }
  };
}
