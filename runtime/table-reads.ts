import type { Kysely, SelectQueryBuilder, Simplify } from 'kysely';
import type { ReadTables } from './read-model.ts';
import type { AnyTable, DatabaseOf, FindOptionsOf, KeyOf, Stored, WhereOf } from './table.ts';

/** Whose rows may be read: every account's, or these accounts', or one account manager's subscriptions. */
export type ReadScope = {
  readonly accounts: '*' | readonly number[];
  readonly assignedTo: number | null;
  /** For the answer to a command: tables that show it, where the database's do not yet. They are read by keys alone. */
  readonly ahead?: ReadTables | null;
};

/** Runs queries in a transaction that takes on the reader's role, so that row-level security stands behind the query's own scope. */
export type RunReads = <D, R>(scope: ReadScope, work: (db: Kysely<D>) => Promise<R>) => Promise<R>;

/** Queries over the named tables and no others. */
export type ReadsOver<T extends readonly AnyTable[]> = <R>(
  scope: ReadScope,
  work: (db: Kysely<DatabaseOf<T>>) => Promise<R>,
) => Promise<R>;

/** A reader touches the tables that it names: `const reads = over(run, INVOICES, PAYMENTS)`. */
export const over =
  <const T extends readonly AnyTable[]>(run: RunReads, ..._tables: T): ReadsOver<T> =>
  (scope, work) =>
    run(scope, work);

/** Committed rows of declared tables, for what commands, jobs and effects look up. */
export type TypedTables = {
  get<T extends AnyTable>(table: T, key: KeyOf<T>): Promise<Stored<T> | undefined>;
  find<T extends AnyTable>(table: T, where: WhereOf<T>, options?: FindOptionsOf<T>): Promise<Stored<T>[]>;
};
/** Rows come back as they were put in, so what was declared of them holds: the one place where that is said. */
export const typed = (tables: ReadTables): TypedTables => ({
  get: async <T extends AnyTable>(table: T, key: KeyOf<T>) =>
    (await tables.get(table.name, key as never)) as unknown as Stored<T> | undefined,
  find: async <T extends AnyTable>(table: T, where: WhereOf<T>, options?: FindOptionsOf<T>) =>
    (await tables.find(table.name, where as never, options)) as unknown as Stored<T>[],
});

/** A page of a log that pages by position: what comes after, and how much of it. */
export type Stretch = { readonly after: number; readonly limit: number };
/** A page of a log that is read from either end, of some types of events alone where they are named. */
export type Strip = Stretch & {
  readonly ordering: 'position' | '-position';
  readonly type?: readonly string[] | undefined;
};
export type Paging = { readonly page: number; readonly page_size: number; readonly ordering: string };
export type Listed<Row> = { readonly count: number; readonly rows: readonly Row[] };
/** Columns and what they must equal; those that are undefined do not filter. */
export type Filter = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Keeps the rows whose columns equal what the filter says. */
export function matching<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  filter: Filter,
): SelectQueryBuilder<DB, TB, O> {
  return Object.entries(filter).reduce(
    (narrowed, [column, value]) =>
      value === undefined ? narrowed : narrowed.where(column as never, value === null ? 'is' : '=', value as never),
    query,
  );
}

/** Cuts that page of a log; from its newest end, `after` is the position that it comes before, and 0 the end itself. */
export function stripOf<DB, TB extends keyof DB, O>(
  log: SelectQueryBuilder<DB, TB, O>,
  { after, limit, ordering, type }: Strip,
): SelectQueryBuilder<DB, TB, O> {
  const newestFirst = ordering === '-position';
  let rows = log.orderBy('position' as never, newestFirst ? 'desc' : 'asc').limit(limit);
  if (!newestFirst || after > 0) rows = rows.where('position' as never, newestFirst ? '<' : '>', after as never);
  if (type !== undefined) rows = rows.where('type' as never, 'in', type as never);
  return rows;
}

/** Counts what a filter leaves and cuts one page of it; ties are broken by `tie`, so pages never overlap. */
export async function listed<DB, TB extends keyof DB, O>(
  filtered: SelectQueryBuilder<DB, TB, O>,
  { page, page_size, ordering }: Paging,
  tie: string,
): Promise<Listed<Simplify<DB[TB]>>> {
  const column = ordering.replace(/^-/, '');
  const direction = ordering.startsWith('-') ? 'desc' : 'asc';
  const counted = filtered.select((eb) => eb.fn.countAll<number>().as('count'));
  const { count } = (await counted.executeTakeFirstOrThrow()) as unknown as { readonly count: number };
  const rows = await filtered
    .selectAll()
    .orderBy(column as never, direction)
    .orderBy(tie as never, direction)
    .limit(page_size)
    .offset((page - 1) * page_size)
    .execute();
  return { count: Number(count), rows: rows as Simplify<DB[TB]>[] };
}
