import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, sitesOf, THEIRS } from './common.ts';
import { type Accounts, accountFilter, accountsOf } from './of-agency.ts';

export type Order = Schemas['BacklinkOrder'];
const STATUSES = ['draft', 'approved', 'in_progress', 'delivered', 'completed', 'cancelled'] as const;

/** What was ordered, in the reader's words: a package, or how many links of which sort. */
export function orderedAs({ say, formats }: Visit, { package: name, lines }: Order): string {
  if (name !== null && name !== 'custom') return say(`orders.package.${name}`);
  const sorts = lines.flatMap(({ tier, quantity }) =>
    tier === undefined ? [] : [`${formats.number(quantity, 'count')} × ${say(`orders.tier.${tier}`)}`],
  );
  return sorts.length > 0 ? formats.list(sorts) : say('orders.package.custom');
}
/** When it is due; of a brief that is not complete that it counts from then. */
export const dueOf = (visit: Visit, { due_date, brief_status, status }: Order): string =>
  due_date === null && brief_status === 'waiting' && status !== 'cancelled'
    ? visit.say('orders.due.after_brief')
    : dayOf(visit, due_date);

type Sites = (id: number | null) => string;
const orders = (visit: Visit, sites: Map<number, string>, accounts: Accounts): ListSpec<Order> => {
  const { say, formats } = visit;
  const site = ({ site_id }: Order): string => sites.get(site_id) ?? '';
  return {
    name: 'orders',
    caption: say('orders.caption'),
    ordering: '-id',
    filters: [
      ...accountFilter(accounts, say('members.account')),
      {
        name: 'status',
        label: say('orders.status'),
        choices: STATUSES.map((status) => [status, say(`orders.status.${status}`)]),
      },
    ],
    columns: [
      {
        key: 'order',
        label: say('orders.order'),
        sort: 'id',
        value: ({ id }) => id,
        cell: (order) => (
          <>
            <a href={AT.order(order.id)}>{say('orders.one', { id: order.id })}</a>
            <span class="sub">{orderedAs(visit, order)}</span>
          </>
        ),
      },
      { key: 'site', label: say('orders.site'), value: site, cell: site },
      {
        key: 'status',
        label: say('orders.status'),
        sort: 'status',
        value: ({ status }) => status,
        cell: ({ status }) => <Badge status={status} label={say(`orders.status.${status}`)} />,
      },
      {
        key: 'links',
        label: say('orders.links'),
        value: ({ links_delivered, links_ordered }) => `${links_delivered}/${links_ordered}`,
        cell: ({ links_delivered: done, links_ordered: count }) => say('orders.links.delivered', { done, count }),
      },
      {
        key: 'live',
        label: say('orders.live'),
        figure: true,
        value: ({ links_live }) => links_live,
        cell: ({ links_live }) => formats.number(links_live, 'count'),
      },
      {
        key: 'due',
        label: say('orders.due'),
        sort: 'due_date',
        value: ({ due_date }) => due_date,
        cell: (order) => dueOf(visit, order),
      },
      {
        key: 'price',
        label: say('orders.price'),
        sort: 'client_price',
        figure: true,
        value: ({ client_price }) => client_price,
        cell: ({ client_price, id }) => <Amount visit={visit} value={client_price} explain={AT.order(id)} />,
      },
    ],
    async fetch(query) {
      const found = await visit.backend.list('services/backlink-orders/', query);
      const names: Sites = await sitesOf(
        visit,
        found.results.map(({ site_id }) => site_id),
      );
      for (const { site_id } of found.results) sites.set(site_id, names(site_id));
      return found;
    },
    empty: { title: say('orders.none'), text: say('orders.none.text') },
  };
};

/** Orders of the reader's own, as a list. */
export const ordersPage = definePage({
  ...THEIRS,
  name: 'ownOrders',
  path: AT.orders,
  summary: 'Own orders with their progress',
  nav: { at: 30, label: (say) => say('orders.title') },
  may: 'orders',
  async show(visit) {
    return {
      title: visit.say('orders.title'),
      actions: (
        <a class="button" href={AT.blocked}>
          {visit.say('blocked.title')}
        </a>
      ),
      body: await listed(visit, orders(visit, new Map(), await accountsOf(visit))),
    };
  },
  csv: async (visit) => listCsv(visit, orders(visit, new Map(), await accountsOf(visit))),
});
