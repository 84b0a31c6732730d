import type { Backend } from './backend.ts';

const MOST = 200;
const unique = (ids: readonly (number | null)[]): number[] =>
  [...new Set(ids.filter((id) => id !== null))].slice(0, MOST);

/** Sites by their id as they are called; what the reader may not see stays a number. */
export async function domainsOf(
  backend: Backend,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => string> {
  const wanted = unique(ids);
  if (wanted.length === 0) return siteNumber;
  const { data } = await backend.get('services/sites/', { query: { id: wanted, page_size: MOST } });
  const known = new Map(data.results.map(({ id, domain }) => [id, domain]));
  return (id) => (id === null ? '—' : (known.get(id) ?? siteNumber(id)));
}
const siteNumber = (id: number | null): string => (id === null ? '—' : `site ${id}`);

/** Accounts by their id as they are called. */
export async function accountNames(
  backend: Backend,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => string> {
  const wanted = unique(ids);
  if (wanted.length === 0) return accountNumber;
  const { data } = await backend.get('services/accounts/', { query: { id: wanted, page_size: MOST } });
  const known = new Map(data.results.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '—' : (known.get(id) ?? accountNumber(id)));
}
const accountNumber = (id: number | null): string => (id === null ? '—' : `account ${id}`);

/** Rows with their site and their account as these are called. */
export async function withNames<Row extends { readonly site_id: number | null; readonly account_id: number | null }>(
  backend: Backend,
  rows: readonly Row[],
): Promise<(Row & { readonly domain: string; readonly client: string })[]> {
  const [domain, client] = await Promise.all([
    domainsOf(
      backend,
      rows.map(({ site_id }) => site_id),
    ),
    accountNames(
      backend,
      rows.map(({ account_id }) => account_id),
    ),
  ]);
  return rows.map((row) => ({ ...row, domain: domain(row.site_id), client: client(row.account_id) }));
}
