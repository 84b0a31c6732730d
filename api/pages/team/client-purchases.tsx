import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';

const KINDS: Readonly<Record<string, string>> = {
  'managed-service': 'Managed service',
  'backlink-package': 'Backlink package',
  'indexing-boost': 'Indexing Boost',
};
type Purchase = Schemas['AddOnPurchase'];
type Props = {
  readonly visit: Visit;
  readonly purchases: readonly Purchase[];
  /** Indexing credits that are left. */
  readonly credits: number;
};

/** What a client bought on top of their plan, and where what came of it stands. */
export const Purchases: FC<Props> = ({ visit, purchases, credits }) => (
  <section class="card stack-small" id="purchases">
    <div class="card-head">
      <h2>Add-ons</h2>
      <span class="quiet small">{`${visit.formats.number(credits, 'count')} indexing credits are left`}</span>
    </div>
    {purchases.length === 0 ? (
      <p class="quiet">Nothing was bought on top of the plan.</p>
    ) : (
      <Table
        caption="Add-ons"
        rows={purchases}
        columns={[
          {
            key: 'kind',
            label: 'Bought',
            cell: ({ id, kind, reason }) => (
              <>
                {`${KINDS[kind] ?? kind} ${id}`}
                {reason !== null && <span class="sub">{reason}</span>}
              </>
            ),
          },
          {
            key: 'status',
            label: 'Status',
            cell: ({ status }) => <Badge status={status} />,
          },
          { key: 'at', label: 'On', cell: ({ created_at }) => visit.moment(created_at) },
          { key: 'invoice', label: 'Invoice', cell: (of) => <InvoiceOf of={of} /> },
          { key: 'gave', label: 'Gave', cell: (of) => <Gave visit={visit} of={of} /> },
        ]}
      />
    )}
  </section>
);

const InvoiceOf: FC<{ readonly of: Purchase }> = ({ of: { invoice_id: id } }) =>
  id === null ? <span class="quiet none">–</span> : <a href={AT.invoice(id)}>{`Invoice ${id}`}</a>;

const Gave: FC<{ readonly visit: Visit; readonly of: Purchase }> = ({ visit, of }) => {
  const { managed_subscription_id: service, order_id: order, credits } = of;
  if (service !== null) return <a href={AT.service(service)}>{`Service ${service}`}</a>;
  if (order !== null) return <a href={`/app/orders/${order}/`}>{`Order ${order}`}</a>;
  if (credits !== null) return <>{`${visit.formats.number(credits, 'count')} credits`}</>;
  return <span class="quiet none">–</span>;
};
