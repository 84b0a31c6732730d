import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { dayText } from '../parts/day.ts';
import { MoneyTabs } from '../parts/money-tabs.tsx';
import { KINDS } from '../parts/money-words.ts';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Invoice = Schemas['Invoice'];
const STATUSES = {
  draft: 'Draft',
  open: 'Open',
  past_due: 'Past due',
  paid: 'Paid',
  uncollectible: 'Uncollectible',
  void: 'Void',
} as const;

/** The day of the clock and what it does next: `day 3 · pause on 8 Jan 2027`. */
export function dunningWords({ status, day, next }: Schemas['Dunning'], written: (day: string) => string): string {
  if (status === 'none' || status === 'ended') return '';
  const at = day === null ? '' : `day ${day}`;
  const then =
    status === 'held'
      ? 'held'
      : status === 'suspended'
        ? 'stands still'
        : status === 'below_threshold'
          ? 'too little is due'
          : next === null
            ? ''
            : `${next.action} on ${written(next.on)}`;
  return [at, then].filter((part) => part !== '').join(' · ');
}

function invoices(visit: Visit): ListSpec<Invoice> {
  const day = (of: string | null) => dayText(visit, of);
  let nameOf = (id: number | null): string => `account ${id}`;
  return {
    name: 'invoices',
    caption: 'Invoices',
    ordering: '-id',
    filters: [
      { name: 'number', label: 'Number' },
      { name: 'account_id', label: 'Client’s id' },
      { name: 'status', label: 'Status', choices: Object.entries(STATUSES) },
      { name: 'kind', label: 'Kind', choices: Object.entries(KINDS) },
      {
        name: 'disputed',
        label: 'Dispute',
        choices: [
          ['true', 'Disputed'],
          ['false', 'Not disputed'],
        ],
      },
    ],
    columns: [
      {
        key: 'number',
        label: 'Invoice',
        sort: 'number',
        value: ({ number }) => number,
        cell: ({ id, number, kind }) => (
          <>
            <a href={AT.invoice(id)}>{number ?? `Draft ${id}`}</a>
            <span class="sub">{KINDS[kind]}</span>
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
        key: 'status',
        label: 'Status',
        value: ({ status }) => status,
        cell: ({ status, dunning }) => {
          const clock = dunningWords(dunning, day);
          return (
            <>
              <Badge status={status} />
              {clock !== '' && <span class="sub">{clock}</span>}
            </>
          );
        },
      },
      {
        key: 'issued_on',
        label: 'Issued',
        sort: 'issued_on',
        value: ({ issued_on }) => issued_on,
        cell: ({ issued_on }) => (issued_on === null ? <span class="none">–</span> : day(issued_on)),
      },
      {
        key: 'due_on',
        label: 'Due',
        sort: 'due_on',
        value: ({ due_on }) => due_on,
        cell: ({ due_on }) => (due_on === null ? <span class="none">–</span> : day(due_on)),
      },
      {
        key: 'total',
        label: 'Total',
        sort: 'total',
        figure: true,
        value: ({ total }) => total,
        cell: ({ id, total }) => <Amount visit={visit} value={total} explain={AT.explanation(id)} />,
      },
      {
        key: 'amount_due',
        label: 'Still due',
        sort: 'amount_due',
        figure: true,
        value: ({ amount_due }) => amount_due,
        cell: ({ id, status, amount_due }) =>
          Number(amount_due) === 0 ? (
            <span class="quiet none">–</span>
          ) : (
            <span class={status === 'past_due' ? 'down' : undefined}>
              <Amount visit={visit} value={amount_due} explain={`${AT.invoice(id)}#sums`} />
            </span>
          ),
      },
    ],
    async fetch(query) {
      const found = await visit.backend.list('billing/invoices/', query);
      nameOf = await accountNames(
        visit.backend,
        found.results.map(({ account_id }) => account_id),
      );
      return found;
    },
    empty: {
      title: 'No invoices yet',
      text: 'What was delivered in a month is billed on the 1st of the next one; what is prepaid, at once.',
      next: { href: AT.clients, label: 'Look at the clients' },
    },
  };
}

/** All invoices, as a list that can be narrowed, ordered and taken along. */
export const invoicesPage = definePage({
  name: 'invoices',
  path: '/app/invoices/',
  roles: ANYONE_OF.staff,
  summary: 'Invoices with what is due of them and how far dunning has got',
  nav: { at: 70, label: () => 'Money' },
  async show(visit) {
    const at = visit.search.get('status') === 'past_due' ? AT.pastDue : AT.invoices;
    return {
      title: 'Money',
      body: (
        <>
          <MoneyTabs at={at} />
          {await listed(visit, invoices(visit))}
        </>
      ),
    };
  },
  csv: (visit) => listCsv(visit, invoices(visit)),
});
