import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { PLANS } from '#domain/plans/plan';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Client = Schemas['DashboardClient'];
const STATUSES = ['active', 'pending', 'paused', 'cancelled'] as const;
const word = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What is late where something is: articles of a service, or else links of an order. */
const late = (services: Client['services']): string =>
  services.some(({ behind_since }) => behind_since !== null) ? 'behind on content' : 'behind on links';

const clients = (visit: Visit): ListSpec<Client> => ({
  name: 'clients',
  caption: 'Clients',
  ordering: 'name',
  filters: [
    { name: 'search', label: 'Name' },
    { name: 'status', label: 'Services', choices: STATUSES.map((status) => [status, word(status)]) },
    { name: 'plan', label: 'Plan', choices: PLANS.map((plan) => [plan, word(plan)]) },
    {
      name: 'behind',
      label: 'Delivery',
      choices: [
        ['true', 'Behind'],
        ['false', 'On track'],
      ],
    },
    {
      name: 'past_due',
      label: 'Payment',
      choices: [
        ['true', 'Past due'],
        ['false', 'Nothing past due'],
      ],
    },
  ],
  columns: [
    {
      key: 'client',
      label: 'Client',
      sort: 'name',
      value: ({ name }) => name,
      cell: ({ account_id, name, services }) => (
        <>
          <a href={AT.client(account_id)}>{name}</a>
          <span class="sub">{services.map(({ domain }) => domain).join(', ')}</span>
        </>
      ),
    },
    { key: 'plan', label: 'Plan', value: ({ plan }) => plan, cell: ({ plan }) => word(plan) },
    {
      key: 'services',
      label: 'Services',
      value: ({ services }) => services.map(({ domain, tier, status }) => `${domain} ${tier} ${status}`).join('; '),
      cell: ({ services }) =>
        services.length === 0 ? (
          <span class="quiet">orders only</span>
        ) : (
          services.map(({ id, tier, status }) => (
            <a class="quiet-link" href={AT.service(id)}>
              {word(tier)} <Badge status={status} />{' '}
            </a>
          ))
        ),
    },
    {
      key: 'delivery',
      label: 'This month',
      value: ({ behind, services }) => (behind ? late(services) : 'on track'),
      cell: ({ behind, services }) => {
        const running = services.filter(({ status }) => status === 'active');
        const [done, target] = running.reduce(
          ([a, b], { articles_published: n, article_target: m }) => [a + n, b + m],
          [0, 0],
        );
        return (
          <>
            {target > 0 && `${done} / ${target} `}
            {behind ? (
              <Badge status="behind" label={late(services)} />
            ) : (
              running.length > 0 && <span class="quiet">on track</span>
            )}
          </>
        );
      },
    },
    ...(['mrr', 'open', 'past_due'] as const).map((key) => ({
      key,
      label: { mrr: 'MRR', open: 'Open', past_due: 'Past due' }[key],
      sort: key,
      figure: true,
      value: (row: Client) => row[key],
      cell: (row: Client) => <Owed visit={visit} row={row} column={key} />,
    })),
  ],
  fetch: (query) => visit.backend.list('services/dashboard/clients/', query),
  empty: {
    title: 'No clients yet',
    text: 'An account becomes a client with its first managed service, order or invoice.',
  },
});

type Column = 'mrr' | 'open' | 'past_due';
const Owed = ({ visit, row, column }: { visit: Visit; row: Client; column: Column }) => {
  if (Number(row[column]) === 0) return <span class="quiet none">–</span>;
  const explain = column === 'mrr' ? AT.client(row.account_id) : `/app/invoices/?account_id=${row.account_id}`;
  return (
    <span class={column === 'past_due' ? 'down' : undefined}>
      <Amount visit={visit} value={row[column]} explain={explain} />
    </span>
  );
};

/** All clients, as a list that can be narrowed, ordered and taken along. */
export const clientsPage = definePage({
  name: 'clients',
  path: AT.clients,
  roles: ANYONE_OF.staff,
  summary: 'Clients with their services, what they bring and what they owe',
  nav: { at: 20, label: () => 'Clients' },
  async show(visit) {
    return { title: 'Clients', body: await listed(visit, clients(visit)) };
  },
  csv: (visit) => listCsv(visit, clients(visit)),
});
