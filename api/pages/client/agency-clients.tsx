import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { sitesOf, THEIRS } from './common.ts';

type Account = Schemas['Account'];
type Subscription = Schemas['ManagedSubscription'];
/** Services by the account that they are for, each with its site. */
type Services = ReadonlyMap<number, readonly { readonly of: Subscription; readonly site: string }[]>;

async function servicesOf(visit: Visit): Promise<Services> {
  const all = await visit.backend.all('services/subscriptions/', { query: { ordering: 'id' } }, 1_000);
  const going = all.filter(({ status }) => status !== 'cancelled');
  const sites = await sitesOf(
    visit,
    going.map(({ site_id }) => site_id),
  );
  const found = new Map<number, { of: Subscription; site: string }[]>();
  for (const of of going)
    found.set(of.account_id, [...(found.get(of.account_id) ?? []), { of, site: sites(of.site_id) }]);
  return found;
}

const clients = (visit: Visit, services: Services): ListSpec<Account> => {
  const { say } = visit;
  const of = ({ id }: Account) => services.get(id) ?? [];
  return {
    name: 'agency-clients',
    caption: say('agency.clients.caption'),
    ordering: 'name',
    columns: [
      {
        key: 'client',
        label: say('agency.client'),
        sort: 'name',
        value: ({ name }) => name,
        cell: ({ name, email }) => (
          <>
            <bdi>{name}</bdi>
            <span class="sub">
              <bdi>{email}</bdi>
            </span>
          </>
        ),
      },
      {
        key: 'services',
        label: say('agency.client.services'),
        value: (account) =>
          of(account)
            .map(({ of: { tier, status }, site }) => `${site} ${tier} ${status}`)
            .join('; '),
        cell: (account) =>
          of(account).length === 0 ? (
            <span class="quiet">{say('agency.client.none')}</span>
          ) : (
            <ul>
              {of(account).map(({ of: { id, status }, site }) => (
                <li>
                  <a href={AT.subscription(id)}>{site}</a>{' '}
                  <Badge status={status} label={say(`overview.status.${status}`)} />
                </li>
              ))}
            </ul>
          ),
      },
      {
        key: 'orders',
        label: say('agency.client.orders'),
        cell: ({ id, name }) => (
          <a href={`${AT.orders}?account_id=${id}`} aria-label={`${say('agency.client.orders')}: ${name}`}>
            {say('agency.client.orders')}
          </a>
        ),
      },
      {
        key: 'reports',
        label: say('agency.client.reports'),
        cell: ({ id, name }) => (
          <a href={`${AT.reports}?account_id=${id}`} aria-label={`${say('agency.client.reports')}: ${name}`}>
            {say('agency.client.reports')}
          </a>
        ),
      },
    ],
    async fetch(query) {
      return visit.backend.list('services/accounts/', query);
    },
    empty: { title: say('agency.clients.none'), text: say('agency.clients.none.text') },
  };
};

/** Accounts of an agency, its own first of all, with the services of each. */
export const agencyClientsPage = definePage({
  ...THEIRS,
  roles: ['agency'],
  name: 'agencyClients',
  path: AT.clients,
  summary: 'Accounts of an agency with their services',
  nav: { at: 60, label: (say) => say('agency.clients') },
  async show(visit) {
    return { title: visit.say('agency.clients'), body: await listed(visit, clients(visit, await servicesOf(visit))) };
  },
  csv: async (visit) => listCsv(visit, clients(visit, await servicesOf(visit))),
});
