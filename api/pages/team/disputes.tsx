import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { MoneyTabs } from '../parts/money-tabs.tsx';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Dispute = Schemas['Dispute'];
const STATUSES = {
  open: 'Open',
  evidence_ready: 'Evidence ready',
  submitted: 'Submitted',
  won: 'Won',
  lost: 'Lost',
  credited: 'Credited',
} as const;
export const OPENERS = { card_network: 'Card network', client: 'Client', admin: 'Ourselves' } as const;

const TONES = { won: 'good', lost: 'bad', credited: 'plain', evidence_ready: 'warn', open: 'warn' } as const;
export const DisputeBadge = ({ status }: { status: Dispute['status'] }) => {
  const tone = TONES[status as keyof typeof TONES];
  return <Badge status={status} label={STATUSES[status]} {...(tone === undefined ? {} : { tone })} />;
};

function disputes(visit: Visit): ListSpec<Dispute> {
  let nameOf = (id: number | null): string => `account ${id}`;
  return {
    name: 'disputes',
    caption: 'Disputes',
    ordering: '-id',
    filters: [
      { name: 'status', label: 'Status', choices: Object.entries(STATUSES) },
      { name: 'opened_by', label: 'Opened by', choices: Object.entries(OPENERS) },
      { name: 'account_id', label: 'Client’s id' },
      { name: 'invoice_id', label: 'Invoice’s id' },
    ],
    columns: [
      {
        key: 'id',
        label: 'Dispute',
        sort: 'id',
        value: ({ id }) => id,
        cell: ({ id, reason }) => (
          <>
            <a href={AT.dispute(id)}>{`Dispute ${id}`}</a>
            <span class="sub">{reason}</span>
          </>
        ),
      },
      {
        key: 'client',
        label: 'Client',
        value: ({ account_id }) => nameOf(account_id),
        cell: ({ account_id }) => (
          <a class="quiet-link" href={AT.client(account_id)}>
            {nameOf(account_id)}
          </a>
        ),
      },
      {
        key: 'invoice',
        label: 'Invoice',
        value: ({ invoice_id }) => invoice_id,
        cell: ({ invoice_id }) => <a href={AT.invoice(invoice_id)}>{`Invoice ${invoice_id}`}</a>,
      },
      {
        key: 'status',
        label: 'Status',
        value: ({ status }) => status,
        cell: ({ status }) => <DisputeBadge status={status} />,
      },
      {
        key: 'opened_by',
        label: 'Opened by',
        value: ({ opened_by }) => opened_by,
        cell: ({ opened_by }) => OPENERS[opened_by],
      },
      {
        key: 'opened_at',
        label: 'Opened',
        sort: 'opened_at',
        value: ({ opened_at }) => opened_at,
        cell: ({ opened_at }) => visit.moment(opened_at),
      },
      {
        key: 'due_by',
        label: 'Answer by',
        sort: 'due_by',
        value: ({ due_by }) => due_by,
        cell: ({ due_by }) => (due_by === null ? <span class="quiet none">–</span> : visit.moment(due_by)),
      },
      {
        key: 'amount',
        label: 'Amount',
        sort: 'amount',
        figure: true,
        value: ({ amount }) => amount,
        cell: ({ id, amount }) => <Amount visit={visit} value={amount} explain={AT.dispute(id)} />,
      },
    ],
    async fetch(query) {
      const found = await visit.backend.list('audit/disputes/', query);
      nameOf = await accountNames(
        visit.backend,
        found.results.map(({ account_id }) => account_id),
      );
      return found;
    },
    empty: {
      title: 'Nobody disputes anything',
      text: 'Disputes of clients and of card networks stand here, with the day by which a network wants its answer.',
      next: { href: AT.invoices, label: 'Look at the invoices' },
    },
  };
}

/** All disputes, as a list that can be narrowed, ordered and taken along. */
export const disputesPage = definePage({
  name: 'disputes',
  path: '/app/disputes/',
  under: AT.invoices,
  roles: ANYONE_OF.staff,
  summary: 'Disputes with what they are about and until when they are to be answered',
  async show(visit) {
    return {
      title: 'Disputes',
      body: (
        <>
          <MoneyTabs at={AT.disputes} />
          {await listed(visit, disputes(visit))}
        </>
      ),
    };
  },
  csv: (visit) => listCsv(visit, disputes(visit)),
});
