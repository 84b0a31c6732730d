import type { FC } from 'hono/jsx';
import { notFound } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { type Figure, Tiles } from '../parts/figures.tsx';
import { Amount, Badge, Card, Empty, Progress } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayText, tierName } from './service-head.tsx';

/** A client: what they have with us, what they bring, what they owe. */
export const clientPage = definePage({
  name: 'client',
  path: '/app/clients/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One client: services, figures, invoices',
  live: true,
  async show(visit) {
    const { backend, id, formats } = visit;
    const [{ results }, invoices] = await Promise.all([
      backend.list('services/dashboard/clients/', { account_id: id, ordering: 'account_id' }),
      backend.list('billing/invoices/', { account_id: id, page_size: 6, ordering: '-id' }),
    ]);
    const client = results[0];
    if (!client) throw notFound('page');
    const money = (value: string) => formats.number(value, 'usd');
    const owed = `/app/invoices/?account_id=${id}`;
    const figures: readonly Figure[] = [
      { id: 'mrr', label: 'MRR', value: money(client.mrr), note: `plan ${client.plan}`, explain: '#services' },
      { id: 'open', label: 'Open', value: money(client.open), explain: `${owed}&status=open` },
      {
        id: 'past-due',
        label: 'Past due',
        value: money(client.past_due),
        explain: `${owed}&status=past_due`,
        ...(Number(client.past_due) > 0 ? { note: 'asked for again by mail', trend: 'down' as const } : {}),
      },
    ];
    return {
      title: client.name,
      crumbs: [{ label: 'Clients', href: AT.clients }],
      actions: (
        <a class="button" href={AT.billing(id)}>
          Billing
        </a>
      ),
      body: (
        <div class="stack">
          <Tiles figures={figures} live={visit.live} />
          <Card title="Services" id="services">
            {client.services.length === 0 ? (
              <Empty title="No managed service" text="This client buys links alone." />
            ) : (
              <Services services={client.services} />
            )}
          </Card>
          <Invoices visit={visit} invoices={invoices.results} owed={owed} />
        </div>
      ),
    };
  },
});

type Of = Schemas['DashboardClient']['services'];
const Services: FC<{ readonly services: Of }> = ({ services }) => (
  <Table
    caption="Managed services"
    rows={services}
    columns={[
      { key: 'site', label: 'Site', cell: ({ id, domain }) => <a href={AT.service(id)}>{domain}</a> },
      { key: 'tier', label: 'Service', cell: ({ tier }) => tierName(tier) },
      { key: 'status', label: 'Status', cell: ({ status }) => <Badge status={status} /> },
      {
        key: 'month',
        label: 'This month',
        cell: ({ articles_published: n, article_target: m, behind_since, status }) =>
          status === 'active' ? (
            <Progress
              value={n}
              of={m}
              label="Articles of this month"
              text={`${n} of ${m} articles`}
              behind={behind_since !== null}
            />
          ) : (
            <span class="quiet none">–</span>
          ),
      },
    ]}
  />
);

type InvoicesProps = {
  readonly visit: Visit;
  readonly invoices: Schemas['InvoiceList']['results'];
  readonly owed: string;
};
const Invoices: FC<InvoicesProps> = ({ visit, invoices, owed }) => (
  <Card title="Invoices" more={{ href: owed, label: 'All invoices' }}>
    {invoices.length === 0 ? (
      <Empty title="No invoice yet" text="The first one is made when the first month has ended." />
    ) : (
      <Table
        caption="The newest invoices"
        rows={invoices}
        columns={[
          {
            key: 'number',
            label: 'Number',
            cell: ({ id, number }) => <a href={`/app/invoices/${id}/`}>{number ?? `draft ${id}`}</a>,
          },
          {
            key: 'period',
            label: 'Period',
            cell: ({ period_start: from, period_end: to }) => visit.formats.period([dayText(from), dayText(to)]),
          },
          { key: 'status', label: 'Status', cell: ({ status }) => <Badge status={status} /> },
          {
            key: 'total',
            label: 'Total',
            figure: true,
            cell: ({ id, total }) => <Amount visit={visit} value={total} explain={AT.explanation(id)} />,
          },
          {
            key: 'due',
            label: 'Still due',
            figure: true,
            cell: ({ id, amount_due }) => (
              <Amount visit={visit} value={amount_due} explain={`${AT.invoice(id)}#sums`} />
            ),
          },
        ]}
      />
    )}
  </Card>
);
