import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, periodOf, THEIRS } from './common.ts';
import { type Accounts, accountFilter, accountsOf } from './of-agency.ts';

export type Invoice = Schemas['Invoice'];
const STATUSES = ['open', 'past_due', 'paid', 'uncollectible', 'void'] as const;

export const numberOf = ({ say }: Visit, { number, id }: Invoice): string =>
  number ?? `${say('common.number', { id })} (${say('invoices.draft')})`;

const invoices = (visit: Visit, accounts: Accounts): ListSpec<Invoice> => {
  const { say } = visit;
  return {
    name: 'invoices',
    caption: say('invoices.caption'),
    ordering: '-id',
    filters: [
      ...accountFilter(accounts, say('members.account')),
      {
        name: 'status',
        label: say('invoices.status'),
        choices: STATUSES.map((status) => [status, say(`invoices.status.${status}`)]),
      },
    ],
    columns: [
      {
        key: 'invoice',
        label: say('invoices.number'),
        sort: 'number',
        value: ({ number }) => number,
        cell: (invoice) => <a href={AT.invoice(invoice.id)}>{numberOf(visit, invoice)}</a>,
      },
      {
        key: 'period',
        label: say('invoices.period'),
        value: ({ period_start, period_end }) => `${period_start}/${period_end}`,
        cell: ({ period_start, period_end }) => periodOf(visit, period_start, period_end),
      },
      {
        key: 'due',
        label: say('invoices.due'),
        sort: 'due_on',
        value: ({ due_on }) => due_on,
        cell: ({ due_on }) => dayOf(visit, due_on),
      },
      {
        key: 'status',
        label: say('invoices.status'),
        value: ({ status }) => status,
        cell: ({ status }) => <Badge status={status} label={say(`invoices.status.${status}`)} />,
      },
      {
        key: 'total',
        label: say('invoices.total'),
        sort: 'total',
        figure: true,
        value: ({ total }) => total,
        cell: ({ total, id }) => <Amount visit={visit} value={total} explain={`${AT.invoice(id)}#lines`} />,
      },
      {
        key: 'to_be_paid',
        label: say('invoices.amount_due'),
        sort: 'amount_due',
        figure: true,
        value: ({ amount_due }) => amount_due,
        cell: ({ amount_due, id }) =>
          Number(amount_due) === 0 ? (
            <span class="none">–</span>
          ) : (
            <Amount visit={visit} value={amount_due} explain={`${AT.invoice(id)}#sums`} />
          ),
      },
    ],
    fetch: (query) => visit.backend.list('billing/invoices/', query),
    empty: { title: say('invoices.none'), text: say('invoices.none.text') },
  };
};

/** Invoices of the reader's account, as a list. */
export const ownInvoicesPage = definePage({
  ...THEIRS,
  name: 'ownInvoices',
  path: AT.invoices,
  summary: 'Own invoices, what each comes to and what is to be paid',
  nav: { at: 50, label: (say) => say('invoices.title') },
  may: 'invoices',
  async show(visit) {
    return {
      title: visit.say('invoices.title'),
      actions: (
        <a class="button" href={AT.billingDetails}>
          {visit.say('billing.title')}
        </a>
      ),
      body: await listed(visit, invoices(visit, await accountsOf(visit))),
    };
  },
  csv: async (visit) => listCsv(visit, invoices(visit, await accountsOf(visit))),
});
