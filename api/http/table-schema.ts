import { z } from 'zod';
import type { ColumnType } from '#runtime/read-model';
import { type Column, type Columns, ofAccount, ofSite, type Stored } from '#runtime/table';
import { dayText, idSchema, instantText, moneyText } from './schemas.ts';

/** How the values of a type of column stand in answers; JSON is described by whoever answers it. */
const SCHEMAS: Readonly<Record<Exclude<ColumnType, 'json'>, z.ZodType>> = {
  integer: z.int(),
  bigint: z.int(),
  boolean: z.boolean(),
  text: z.string(),
  uuid: z.uuid(),
  numeric: moneyText,
  date: dayText,
  timestamptz: instantText,
};
const isId = (name: string): boolean => name === 'id' || name === 'created_by' || name.endsWith('_id');

function schemaOf(name: string, column: Column<unknown> | undefined): z.ZodType {
  if (!column) throw new Error(`there is no column ${name}`);
  const { type, words, nullable } = column;
  if (type === 'json') throw new Error(`the schema of ${name} is not known: it is JSON`);
  const schema = words ? z.enum(words) : type === 'integer' && isId(name) ? idSchema : SCHEMAS[type];
  return nullable ? schema.nullable() : schema;
}

/** The base of an answer's schema: these columns of the table, as they were declared, or as every row of an account has them. */
export function columnSchemas<
  T extends { readonly shape: Columns },
  const P extends readonly (keyof Stored<T> & string)[],
>(table: T, ...columns: P): { [C in P[number]]: z.ZodType<Stored<T>[C]> } {
  const known: Columns = { ...ofAccount, ...ofSite, ...table.shape };
  const schemas = columns.map((name) => [name, schemaOf(name, known[name])]);
  return Object.fromEntries(schemas) as { [C in P[number]]: z.ZodType<Stored<T>[C]> };
}

/** These columns of a row, in the row's own order, and nothing that is added to it later: answers name what goes out. */
export function pick<R extends object, const P extends readonly (keyof R & string)[]>(
  row: R,
  columns: P,
): Pick<R, P[number]> {
  const named = new Set<string>(columns);
  return Object.fromEntries(Object.entries(row).filter(([name]) => named.has(name))) as Pick<R, P[number]>;
}
