import type { Paging } from '#runtime/table-reads';

/** Opens what is sealed in a text; `write` says how what was sealed is to be written there. */
export type Open = (text: string, write?: (plain: string) => string) => Promise<string>;
type Named = { readonly id: number; readonly name: string };

/** Rows with their names opened, all in one go, so that their keys are asked for once. */
export async function withOpenNames<R extends { readonly name: string }>(open: Open, rows: readonly R[]): Promise<R[]> {
  const sealed = JSON.stringify(rows.map(({ name }) => name));
  const names: readonly string[] = JSON.parse(await open(sealed, (plain) => JSON.stringify(plain).slice(1, -1)));
  return rows.map((row, index) => ({ ...row, name: names[index] ?? row.name }));
}

/** Those whose name contains the text, in whatever case. */
export function whoseNameHas<R extends Named>(rows: readonly R[], search: string): R[] {
  const text = search.toLowerCase();
  return rows.filter(({ name }) => name.toLowerCase().includes(text));
}

/** Ids in the order of names as people write them, whatever their case; of equal ones the one that came first stands first. */
export function idsByName(rows: readonly Named[], ordering: string): number[] {
  const compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare;
  const sorted = rows.toSorted((a, b) => compare(a.name, b.name) || a.id - b.id).map(({ id }) => id);
  return ordering.startsWith('-') ? sorted.reverse() : sorted;
}

export const cut = <T>(all: readonly T[], { page, page_size: size }: Paging): T[] =>
  all.slice((page - 1) * size, page * size);
