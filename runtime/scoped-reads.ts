import type { Expression, SelectQueryBuilder } from 'kysely';
import type { AnyTable, KeyOf, Stored } from './table.ts';
import { type Listed, listed, matching, type Paging, type ReadScope, type RunReads, typed } from './table-reads.ts';

/** Keeps the rows that the scope lets its asker see. */
export type Narrow = <DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  scope: ReadScope,
) => SelectQueryBuilder<DB, TB, O>;

/** Columns and what they must equal; those that are undefined do not filter. */
export type FilterOf<T extends AnyTable> = { readonly [P in keyof Stored<T>]?: Stored<T>[P] | undefined };

/** Keeps the rows in whose column one of these stands: values, or what another query selects. */
export const among = <DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  column: string,
  values: readonly (string | number)[] | Expression<unknown>,
): SelectQueryBuilder<DB, TB, O> => query.where(column as never, 'in', values as never);

/** Keeps the rows of the accounts in scope. */
export const ofAccounts = <DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { accounts }: ReadScope,
  column = 'account_id',
): SelectQueryBuilder<DB, TB, O> => (accounts === '*' ? query : among(query, column, [...accounts, 0]));

type Loose = { readonly [table: string]: { readonly [column: string]: unknown } };

/** What is asked of any table alike: one row by its key, and a page of rows by equal columns, each within the scope. */
export const tableReads = (run: RunReads, narrow: Narrow) => ({
  one: async <T extends AnyTable>(table: T, scope: ReadScope, key: KeyOf<T>): Promise<Stored<T> | undefined> => {
    if (scope.ahead) return typed(scope.ahead).get(table, key);
    const row = await run<Loose, object | undefined>(scope, (db) =>
      narrow(matching(db.selectFrom(table.name), key as never), scope)
        .selectAll()
        .executeTakeFirst(),
    );
    return row as Stored<T> | undefined;
  },
  page: async <T extends AnyTable>(
    table: T,
    scope: ReadScope,
    filter: FilterOf<T>,
    paging: Paging,
  ): Promise<Listed<Stored<T>>> => {
    const page = await run<Loose, Listed<object>>(scope, (db) =>
      listed(narrow(matching(db.selectFrom(table.name), filter as never), scope), paging, String(table.key[0])),
    );
    return page as Listed<Stored<T>>;
  },
});
