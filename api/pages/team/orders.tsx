import { ANYONE_OF } from '#api/http/routes';
import { PACKAGES } from '#domain/links/price-book-data';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { withNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Amount, Badge, Progress } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { clientFilter } from './choosing.tsx';
import { ORDERS_AT, type Order, orderAt, soldAs } from './order-head.tsx';
import { dayText } from './service-head.tsx';

const STATUSES = ['draft', 'approved', 'in_progress', 'delivered', 'completed', 'cancelled'] as const;
type Row = Order & { readonly domain: string; readonly client: string };

async function orders(visit: Visit): Promise<ListSpec<Row>> {
  const { backend, formats, search } = visit;
  const site = search.get('site_id');
  const domains = site === null ? [] : (await backend.list('services/sites/', { id: site })).results;
  return {
    name: 'orders',
    caption: 'Backlink orders',
    ordering: '-created_at',
    filters: [
      ...(await clientFilter(visit)),
      // A site comes from a link of its own; there are too many to choose from.
      ...(domains.length === 0
        ? []
        : [
            { name: 'site_id', label: 'Site', choices: domains.map(({ id, domain }) => [String(id), domain] as const) },
          ]),
      { name: 'status', label: 'Status', choices: STATUSES.map((status) => [status, spoken(status)] as const) },
      {
        name: 'package',
        label: 'Package',
        choices: [...PACKAGES, 'custom'].map((name) => [name, spoken(name)] as const),
      },
    ],
    columns: [
      {
        key: 'id',
        label: 'Order',
        sort: 'id',
        value: ({ id }) => id,
        cell: ({ id, domain }) => (
          <>
            <a href={orderAt(id)}>{`Order ${id}`}</a>
            <span class="sub">{domain}</span>
          </>
        ),
      },
      {
        key: 'client',
        label: 'Client',
        value: ({ client }) => client,
        cell: ({ client, account_id }) => (
          <a class="quiet-link" href={AT.client(account_id)}>
            {client}
          </a>
        ),
      },
      {
        key: 'status',
        label: 'Status',
        sort: 'status',
        value: ({ status }) => status,
        cell: (order) => <Standing order={order} />,
      },
      { key: 'package', label: 'Sold as', value: (order) => soldAs(order), cell: (order) => soldAs(order) },
      {
        key: 'links',
        label: 'Delivered',
        value: ({ links_delivered, links_ordered }) => `${links_delivered} of ${links_ordered}`,
        cell: ({ links_delivered, links_ordered, behind }) => (
          <Progress value={links_delivered} of={links_ordered} label="Links delivered" behind={behind.links} />
        ),
      },
      {
        key: 'due_date',
        label: 'Due',
        sort: 'due_date',
        figure: true,
        value: ({ due_date }) => due_date,
        cell: ({ due_date }) => (due_date === null ? '' : formats.shortDay(dayText(due_date))),
      },
      {
        key: 'client_price',
        label: 'Price',
        sort: 'client_price',
        figure: true,
        value: ({ client_price }) => client_price,
        cell: ({ id, client_price }) => <Amount visit={visit} value={client_price} explain={`${orderAt(id)}#agreed`} />,
      },
      {
        key: 'margin',
        label: 'Margin',
        figure: true,
        value: ({ margin }) => margin ?? null,
        cell: ({ id, margin, margin_percent }) => (
          <>
            {margin === undefined ? '' : <Amount visit={visit} value={margin} explain={`${orderAt(id)}#margin`} />}
            {margin_percent != null && <span class="sub">{`${margin_percent.toFixed(1)} %`}</span>}
          </>
        ),
      },
    ],
    async fetch(query) {
      const { count, results } = await backend.list('services/backlink-orders/', query);
      return { count, results: await withNames(backend, results) };
    },
    empty: {
      title: 'No orders yet',
      text: 'An order is drafted here with its quote; its client approves it, and then links are placed.',
      next: { href: `${ORDERS_AT}new/`, label: 'Draft an order' },
    },
  };
}

/** Where an order stands, and what keeps it there. */
const Standing = ({ order }: { readonly order: Order }) => {
  const { status, behind, placements_halted: halted, brief_status: brief } = order;
  const isOver = status === 'completed' || status === 'cancelled';
  const waits = isOver ? null : halted ? 'stands still' : brief === 'waiting' ? 'waits for the brief' : null;
  return (
    <>
      <Badge status={status} /> {behind.links && !isOver && <Badge status="behind" />}
      {waits !== null && <span class="sub">{waits}</span>}
    </>
  );
};

/** Every backlink order, by client, status and package. */
export const ordersPage = definePage({
  name: 'orders',
  path: ORDERS_AT,
  roles: ANYONE_OF.staff,
  summary: 'Backlink orders: filters by client, status and package; delivered, price, margin',
  nav: { at: 30, label: () => 'Orders' },
  async show(visit) {
    return {
      title: 'Orders',
      actions: (
        <a class="button main" href={`${ORDERS_AT}new/`}>
          New order
        </a>
      ),
      body: await listed(visit, await orders(visit)),
    };
  },
  csv: async (visit) => listCsv(visit, await orders(visit)),
});
