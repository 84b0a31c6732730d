import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { fine } from '#domain/billing/margin';
import { type ListSpec, listCsv, listed, Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { type Figure, Tiles } from '../parts/figures.tsx';
import { Amount, Badge, Card, Empty } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayText, serviceOf, serviceTab } from './service-head.tsx';

type Order = Schemas['BacklinkOrder'];
type Invoice = Schemas['Invoice'];
const STATUSES = ['draft', 'approved', 'in_progress', 'delivered', 'completed', 'cancelled'] as const;
const word = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).replaceAll('_', ' ');
const INVOICES = 12;

/** What each order of the site brings, costs and leaves. */
const orders = (visit: Visit, site_id: number): ListSpec<Order> => ({
  name: 'margin-by-order',
  caption: 'Margin by order',
  ordering: '-id',
  filters: [{ name: 'status', label: 'Status', choices: STATUSES.map((status) => [status, word(status)]) }],
  columns: [
    {
      key: 'order',
      label: 'Order',
      sort: 'id',
      value: ({ id }) => id,
      cell: ({ id }) => <a href={AT.order(id)}>{`Order ${id}`}</a>,
    },
    {
      key: 'status',
      label: 'Status',
      sort: 'status',
      value: ({ status }) => status,
      cell: ({ status }) => <Badge status={status} />,
    },
    {
      key: 'client_price',
      label: 'Price',
      sort: 'client_price',
      figure: true,
      value: ({ client_price }) => client_price,
      cell: ({ id, client_price, invoice_id: invoice }) => (
        <Amount
          visit={visit}
          value={client_price}
          explain={invoice === null ? AT.order(id) : AT.explanation(invoice)}
        />
      ),
    },
    ...(['actual_cost', 'margin'] as const).map((key) => ({
      key,
      label: { actual_cost: 'Cost', margin: 'Margin' }[key],
      figure: true,
      value: (row: Order) => row[key] ?? null,
      cell: (row: Order) => <Amount visit={visit} value={row[key] ?? '0.00'} explain={AT.order(row.id)} />,
    })),
    {
      key: 'margin_percent',
      label: 'Of price',
      figure: true,
      value: ({ margin_percent }) => margin_percent ?? null,
      cell: ({ margin_percent: percent }) =>
        percent == null ? <span class="none">–</span> : `${percent.toFixed(1)} %`,
    },
    {
      key: 'invoice',
      label: 'Invoice',
      value: ({ invoice_id }) => invoice_id,
      cell: ({ invoice_id: id }) =>
        id === null ? <span class="quiet">not billed yet</span> : <a href={AT.invoice(id)}>{`Invoice ${id}`}</a>,
    },
  ],
  fetch: (query) => visit.backend.list('services/backlink-orders/', { ...query, site_id }),
  empty: { title: 'No orders yet', text: 'What links for this site bring and cost stands here, order by order.' },
});

export const serviceBillingPage = definePage({
  name: 'serviceBilling',
  path: '/app/services/{id}/billing/',
  roles: ANYONE_OF.staff,
  summary: 'What a managed service and the orders of its site bring, cost and leave; its invoices',
  async show(visit) {
    const service = await serviceOf(visit);
    const { id, account_id, site_id } = service.subscription;
    const { backend } = visit;
    const [{ data: margin }, invoices, list] = await Promise.all([
      backend.get('services/dashboard/margin/', { query: { by: 'subscription', account_id } }),
      backend.list('billing/invoices/', { account_id, page_size: INVOICES, ordering: '-id' }),
      listed(visit, orders(visit, site_id)),
    ]);
    const row = margin.results.find(({ key }) => key === String(id));
    return serviceTab(
      visit,
      service,
      'billing/',
      <div class="stack">
        <Tiles figures={tiles(visit, row)} />
        <Invoices visit={visit} invoices={invoices.results} subscription={id} site={site_id} account={account_id} />
        <Card title="Margin by order">{list}</Card>
      </div>,
    );
  },
  async csv(visit) {
    const { subscription } = await serviceOf(visit);
    return listCsv(visit, orders(visit, subscription.site_id));
  },
});

/** Of the service alone, orders left out, in twelve months. */
function tiles({ formats }: Visit, row: Schemas['Margin']['results'][number] | undefined): readonly Figure[] {
  const money = (value = '0.00') => formats.number(value, 'usd');
  const percent = row?.margin_percent ?? null;
  return [
    {
      id: 'revenue',
      label: 'Revenue, twelve months',
      value: money(row?.revenue),
      note: `${money(row?.revenue_accrued)} not invoiced yet`,
      explain: '#invoices',
    },
    { id: 'cost', label: 'Cost', value: money(row?.cost), note: costs(row?.cost_by_kind ?? {}, money) },
    {
      id: 'margin',
      label: 'Margin',
      value: money(row?.margin),
      note: percent === null ? 'nothing earned yet' : `${percent.toFixed(1)} % of revenue, orders left out`,
    },
  ];
}
const costs = (kinds: Readonly<Record<string, string>>, money: (value: string) => string): string => {
  const told = Object.entries(kinds).map(([kind, amount]) => `${kind.replaceAll('_', ' ')} ${money(amount)}`);
  return told.length === 0 ? 'none recorded' : told.join(' · ');
};

type InvoicesProps = {
  readonly visit: Visit;
  readonly invoices: readonly Invoice[];
  readonly subscription: number;
  readonly site: number;
  readonly account: number;
};
const Invoices: FC<InvoicesProps> = ({ visit, invoices, subscription, site, account }) => {
  /** What of an invoice is about this service and its site. */
  const part = ({ lines }: Invoice): string => {
    const own = lines.filter(({ subscription_id, site_id }) => subscription_id === subscription || site_id === site);
    return (Number(own.reduce((sum, { amount }) => sum + fine(amount), 0n) / 100n) / 100).toFixed(2);
  };
  return (
    <Card
      title="Invoices"
      more={{ href: `${AT.invoices}?account_id=${account}`, label: 'All of the client' }}
      id="invoices"
    >
      {invoices.length === 0 ? (
        <Empty title="No invoice yet" text="The first one is made when the first month has ended." />
      ) : (
        <Table
          caption="The newest invoices of the client"
          rows={invoices}
          columns={[
            {
              key: 'number',
              label: 'Number',
              cell: ({ id, number }) => <a href={AT.invoice(id)}>{number ?? `Draft ${id}`}</a>,
            },
            {
              key: 'period',
              label: 'Period',
              cell: ({ period_start: from, period_end: to }) => visit.formats.period([dayText(from), dayText(to)]),
            },
            { key: 'status', label: 'Status', cell: ({ status }) => <Badge status={status} /> },
            {
              key: 'part',
              label: 'This service, net',
              figure: true,
              cell: (row) => <Amount visit={visit} value={part(row)} explain={AT.explanation(row.id)} />,
            },
            {
              key: 'total',
              label: 'Whole invoice',
              figure: true,
              cell: ({ id, total }) => <Amount visit={visit} value={total} explain={AT.explanation(id)} />,
            },
          ]}
        />
      )}
    </Card>
  );
};
