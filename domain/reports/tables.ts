import type { ColumnKey, TableKey } from './keys.ts';
import type { ColumnKind, Table } from './report-data.ts';

/** So many rows are shown of a list (spec 13, 2.3). */
export const MOST_ROWS = 50;

type Column = readonly [key: ColumnKey, kind: ColumnKind, better?: 'up' | 'down'];

/** A table of the first rows of a list; null where the list is empty. */
export function tableOf<T>(
  key: TableKey,
  columns: readonly Column[],
  list: readonly T[],
  cells: (each: T) => Table['rows'][number],
  most = MOST_ROWS,
): Table | null {
  if (list.length === 0) return null;
  return {
    key,
    columns: columns.map(([name, kind, better]) => (better ? { key: name, kind, better } : { key: name, kind })),
    rows: list.slice(0, most).map(cells),
    total: list.length,
  };
}

/** Those that are there. */
export const present = <T>(...each: readonly (T | null)[]): T[] => each.filter((one): one is T => one !== null);

/** Sums by a name, the greatest first; ties by name. */
export function sumsBy<T>(
  list: readonly T[],
  name: (each: T) => string,
  count: (each: T) => number,
): (readonly [name: string, sum: number])[] {
  const sums = new Map<string, number>();
  for (const each of list) sums.set(name(each), (sums.get(name(each)) ?? 0) + count(each));
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
