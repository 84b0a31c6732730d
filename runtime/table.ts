import type { Day, Instant } from '#domain/kernel/time';
import type { ColumnType, TableDefinition } from './read-model.ts';

/**
 * A table is declared once: its DDL, the type of its rows, what projections may put into it, what readers may ask of it and
 * the base of its zod schema all follow from this value. Values of a column are JSON, as rows are.
 */
export type Column<T, K extends ColumnType = ColumnType> = {
  readonly type: K;
  readonly nullable: boolean;
  /** All words that it may hold, where there is a list of them. */
  readonly words?: readonly string[];
  /** Never there: carries the type of the values. */
  readonly value?: T;
};
type Plain<T, K extends ColumnType> = Column<T, K> & {
  /** The same column where there may be nothing in it. */
  readonly orNull: Column<T | null, K>;
  /** The same column for values of a narrower type, whose words no list names. */
  of<N extends T>(): Plain<N, K>;
};

function column<T, K extends ColumnType>(type: K, words?: readonly string[]): Plain<T, K> {
  const base = words ? { type, words } : { type };
  const plain: Plain<T, K> = {
    ...base,
    nullable: false,
    orNull: { ...base, nullable: true },
    of: <N extends T>() => column<N, K>(type, words),
  };
  return plain;
}

export const integer = column<number, 'integer'>('integer');
export const bigint = column<number, 'bigint'>('bigint');
export const boolean = column<boolean, 'boolean'>('boolean');
export const text = column<string, 'text'>('text');
export const uuid = column<string, 'uuid'>('uuid');
/** Money or another exact number, as decimal text. */
export const decimal = column<string, 'numeric'>('numeric');
export const day = column<Day, 'date'>('date');
export const instant = column<Instant, 'timestamptz'>('timestamptz');
/** One of these words; the list serves zod and OpenAPI too. */
export const oneOf = <const W extends readonly string[]>(...words: W) => column<W[number], 'text'>('text', words);
/** Anything that JSON can carry. */
export const json = <T>() => column<T, 'json'>('json');

export type Columns = { readonly [column: string]: Column<unknown> };
type ValueOf<C> = C extends Column<infer T> ? T : never;

export type Table<
  N extends string = string,
  C extends Columns = Columns,
  K extends string = string,
> = TableDefinition & {
  readonly name: N;
  readonly shape: C;
  readonly key: readonly K[];
};
// biome-ignore lint/suspicious/noExplicitAny: a table of whatever columns; everything about them is asked of its own type.
export type AnyTable = Table<string, any, any>;

/** A row as projections put it. */
export type RowOf<T extends { readonly shape: Columns }> = { [P in keyof T['shape']]: ValueOf<T['shape'][P]> };
/** What every row of an account has beside its own columns, also where its table does not declare it. */
export const ofAccount = { created_by: integer.orNull, created_at: instant, updated_at: instant } as const;
/** And what every row of an account's site has. */
export const ofSite = { sector_id: integer.orNull } as const;
type Beside<C> = C extends { readonly account_id: unknown }
  ? typeof ofAccount & (C extends { readonly site_id: unknown } ? typeof ofSite : unknown)
  : unknown;
/** A row as readers find it: as it was put, with the columns that are added to every row of an account or a site. */
export type Stored<T extends { readonly shape: Columns }> = RowOf<T> & {
  [P in Exclude<keyof Beside<T['shape']>, keyof T['shape']>]: ValueOf<Beside<T['shape']>[P]>;
};
/** What tells one row from all others. */
export type KeyOf<T extends { readonly shape: Columns; readonly key: readonly string[] }> = Pick<
  RowOf<T>,
  T['key'][number] & keyof T['shape']
>;
type ConditionOf<V> =
  | V
  | { readonly in: readonly NonNullable<V>[] }
  | { readonly lte: NonNullable<V> }
  | { readonly gt: NonNullable<V> };
/** What rows are looked for by: a value, or a bound, of each of some columns. */
export type WhereOf<T extends { readonly shape: Columns }> = {
  readonly [P in keyof RowOf<T>]?: ConditionOf<RowOf<T>[P]>;
};
export type ColumnOf<T extends { readonly shape: Columns }> = keyof T['shape'] & string;
export type FindOptionsOf<T extends { readonly shape: Columns }> = {
  readonly orderBy?: readonly ColumnOf<T>[];
  readonly limit?: number;
};
/** Kysely's view of these tables. */
export type DatabaseOf<T extends readonly AnyTable[]> = { [E in T[number] as E['name']]: Stored<E> };

/** The columns as the DDL names their types. */
export const ddlColumns = (shape: Columns): TableDefinition['columns'] =>
  Object.fromEntries(
    Object.entries(shape).map(([column, { type, nullable }]) => [column, nullable ? `${type}?` : type]),
  );

/** Declares a table. `tenant`: rows carry `account_id`, and row-level security shows them to their account alone. */
export function table<const N extends string, const C extends Columns, const K extends keyof C & string>(
  name: N,
  shape: C,
  more: {
    readonly key: readonly K[];
    readonly indexes?: readonly (readonly (keyof C & string)[])[];
    readonly tenant?: C extends { readonly account_id: unknown } ? boolean : false;
  },
): Table<N, C, K> {
  const { key, indexes, tenant } = more;
  return {
    name,
    shape,
    columns: ddlColumns(shape),
    key,
    ...(indexes === undefined ? {} : { indexes }),
    ...(tenant === undefined ? {} : { tenant }),
  };
}

/** Columns of page 01 that every row of an account has, beside its own. */
export const stamps = { created_at: instant, updated_at: instant } as const;
