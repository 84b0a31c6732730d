import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { Row } from './read-model.ts';

export type Difference = {
  readonly table: string;
  readonly key: string;
  readonly stored: Row | null;
  readonly replayed: Row | null;
};

export type Comparison = { readonly position: number; readonly differences: readonly Difference[] };

/** Rows that differ between what is stored and what the events make of it; a row that only one of them has, too. */
export function differ(
  table: string,
  key: readonly string[],
  stored: readonly Row[],
  replayed: readonly Row[],
): Difference[] {
  const name = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const canonical = (row: Row | null) => row && canonicalJson(row as CanonicalJson);
  const rows = new Map<string, { stored: Row | null; replayed: Row | null }>();
  for (const row of stored) rows.set(name(row), { stored: row, replayed: null });
  for (const row of replayed) rows.set(name(row), { stored: rows.get(name(row))?.stored ?? null, replayed: row });
  return [...rows]
    .filter(([, pair]) => canonical(pair.stored) !== canonical(pair.replayed))
    .map(([text, pair]) => ({ table, key: text, ...pair }));
}
