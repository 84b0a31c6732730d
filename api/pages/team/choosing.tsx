import type { Child } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { type Filter, type ListSpec, listed } from '../list.tsx';
import { accountNames, withNames } from '../names.ts';
import type { Visit } from '../page.ts';

/** So many are offered in a field to choose from; among more one looks by name. */
const MOST = 200;
type Site = Schemas['Site'];
type Service = Schemas['ManagedSubscription'];

/** What a form's field offers, or else the list in which one looks for it first. */
export type Choices = { readonly words: Readonly<Record<string, string>>; readonly look: Child | null };

/** The clients that a list may be narrowed to: all of them, or where they are too many the one that the address names. */
export async function clientFilter({ backend, search }: Visit): Promise<readonly Filter[]> {
  const { count, results } = await backend.list('services/accounts/', { page_size: MOST });
  const chosen = search.get('account_id');
  const shown =
    count <= MOST ? results : chosen === null ? [] : (await backend.list('services/accounts/', { id: chosen })).results;
  const byName = shown.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const choices = byName.map(({ id, name }) => [String(id), name] as const);
  return choices.length === 0 ? [] : [{ name: 'account_id', label: 'Client', choices }];
}

/** What the address names the chosen one by, and the form's own field where it was sent and is shown again. */
export type Chosen = { readonly field: string; readonly form: string; readonly name: string };
const chosenIn = ({ form, search }: Visit, by: Chosen): string | null =>
  form(by.form).typed?.get(by.name)?.[0] ?? search.get(by.field);

/** Sites to choose from, as they are called. `may` leaves out those that cannot be chosen, where all are offered. */
export async function siteChoices(
  visit: Visit,
  by: Chosen,
  may: (sites: readonly Site[]) => Promise<readonly Site[]> = async (sites) => sites,
): Promise<Choices> {
  const { backend } = visit;
  const { field } = by;
  const { count, results } = await backend.list('services/sites/', { ordering: 'domain', page_size: MOST });
  const chosen = chosenIn(visit, by);
  if (count <= MOST) return { words: await called(visit, await may(results)), look: null };
  if (chosen === null) return { words: {}, look: await listed(visit, sites(visit, field)) };
  return { words: await called(visit, (await backend.list('services/sites/', { id: chosen })).results), look: null };
}
async function called({ backend }: Visit, found: readonly Site[]): Promise<Choices['words']> {
  const names = await accountNames(
    backend,
    found.map(({ account_id }) => account_id),
  );
  return Object.fromEntries(found.map(({ id, domain, account_id }) => [id, `${domain} (${names(account_id)})`]));
}

/**
 * Services that reports are made of, by what the address says of them: the one that is chosen, those of its site, or all of them
 * where they are few; else the list in which one looks for the site.
 */
export async function serviceChoices(
  visit: Visit,
): Promise<{ readonly services: readonly Service[]; look: Child | null }> {
  const { backend, search } = visit;
  const { count, results } = await backend.list('services/subscriptions/', { page_size: MOST });
  if (count <= MOST) return { services: results, look: null };
  const [chosen, site] = [
    visit.form('generate').typed?.get('/subscription_id')?.[0] ?? search.get('/subscription_id'),
    search.get('site'),
  ];
  const path = { id: Number(chosen) || 0 };
  const found = chosen === null ? null : await backend.find('services/subscriptions/{id}/', { path });
  if (found !== null) return { services: [found.data], look: null };
  if (site === null) return { services: [], look: await listed(visit, sites(visit, 'site')) };
  return { services: (await backend.list('services/subscriptions/', { site_id: site })).results, look: null };
}

type Found = Site & { readonly site_id: number; readonly domain: string; readonly client: string };
const sites = (visit: Visit, field: string): ListSpec<Found> => ({
  name: 'sites',
  caption: 'Sites',
  ordering: 'domain',
  filters: [{ name: 'search', label: 'Site' }],
  columns: [
    {
      key: 'domain',
      label: 'Site',
      sort: 'domain',
      cell: ({ id, domain }) => <a href={chosenAt(visit, field, id)}>{domain}</a>,
    },
    { key: 'client', label: 'Client', cell: ({ client }) => client },
  ],
  async fetch(query) {
    const { count, results } = await visit.backend.list('services/sites/', query);
    return {
      count,
      results: await withNames(
        visit.backend,
        results.map((site) => ({ ...site, site_id: site.id })),
      ),
    };
  },
  empty: { title: 'No sites yet', text: 'The platform tells of accounts and their sites.' },
});

/** Clients to choose from. */
export async function clientChoices(visit: Visit, by: Chosen): Promise<Choices> {
  const { backend } = visit;
  const { field } = by;
  const { count, results } = await backend.list('services/accounts/', { page_size: MOST });
  const chosen = chosenIn(visit, by);
  const words = (found: typeof results) =>
    Object.fromEntries(
      found.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).map(({ id, name }) => [String(id), name]),
    );
  if (count <= MOST) return { words: words(results), look: null };
  if (chosen === null) return { words: {}, look: await listed(visit, clients(visit, field)) };
  return { words: words((await backend.list('services/accounts/', { id: chosen })).results), look: null };
}
const clients = (visit: Visit, field: string): ListSpec<Schemas['Account']> => ({
  name: 'clients',
  caption: 'Clients',
  ordering: 'name',
  filters: [{ name: 'search', label: 'Name' }],
  columns: [
    {
      key: 'client',
      label: 'Client',
      sort: 'name',
      cell: ({ id, name }) => <a href={chosenAt(visit, field, id)}>{name}</a>,
    },
    { key: 'plan', label: 'Plan', cell: ({ plan }) => plan },
  ],
  fetch: (query) => visit.backend.list('services/accounts/', query),
  empty: { title: 'No clients yet', text: 'The platform tells of accounts.' },
});

/** The same page with that one chosen; what the list was narrowed by is left behind. */
function chosenAt({ address, search }: Visit, field: string, id: number): string {
  const next = new URLSearchParams(search);
  for (const name of ['search', 'page', 'ordering']) next.delete(name);
  next.set(field, String(id));
  return `${address.split('?')[0]}?${next}`;
}
