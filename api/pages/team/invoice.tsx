import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { dayText } from '../parts/day.ts';
import { DunningLadder } from '../parts/dunning.tsx';
import { InvoiceLines, type Sum, Sums } from '../parts/invoice-lines.tsx';
import { Live } from '../parts/live.tsx';
import { KINDS } from '../parts/money-words.ts';
import { Amount, Badge, Card, Facts } from '../parts/show.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { AT } from '../where.ts';
import { InvoiceActions } from './invoice-actions.tsx';
import { CreditNotes, Payments, Refunds } from './invoice-moved.tsx';

type Invoice = Schemas['Invoice'];
/** So much of what happened stands on the page. */
const MOST_EVENTS = 200;

/** One invoice: its lines down to the events, all money that belongs to it, dunning, disputes, and what can be done. */
export const invoicePage = definePage({
  name: 'invoice',
  path: '/app/invoices/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One invoice: lines with their arithmetic, payments, refunds, credit notes, dunning and disputes',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, id } = visit;
    const { data: invoice } = await backend.get('billing/invoices/{id}/', { path: { id } });
    const [names, timeline, disputes, said] = await Promise.all([
      accountNames(backend, [invoice.account_id]),
      backend.get('billing/invoices/{id}/timeline/', { path: { id }, query: { limit: MOST_EVENTS } }),
      backend.get('audit/disputes/', { query: { invoice_id: id, page_size: 50, ordering: '-id' } }),
      conversationOf(visit, 'invoice', id),
    ]);
    const title = invoice.number ?? `Draft ${id}`;
    return {
      title,
      crumbs: [{ label: 'Money', href: AT.invoices }],
      actions: (
        <>
          <a class="button" href={`${AT.invoice(id)}pdf/`}>
            PDF
          </a>
          {invoice.status !== 'draft' && (
            <a class="button" href={AT.explanation(id)}>
              Explanation
            </a>
          )}
        </>
      ),
      body: (
        <div class="stack">
          <Live of={visit.live} id="standing" as="section" class="card">
            <Standing visit={visit} invoice={invoice} name={names(invoice.account_id)} />
          </Live>
          {visit.role === 'admin' && (
            <Live of={visit.live} id="actions" as="section" class="card">
              <InvoiceActions invoice={invoice} disputed={disputes.data.results.some(isOpen)} />
            </Live>
          )}
          <Card title="Lines">
            <InvoiceLines
              visit={visit}
              lines={invoice.lines}
              {...(invoice.status === 'draft'
                ? {}
                : { explain: (line: number) => `${AT.explanation(id)}#line-${line}` })}
            />
            <Live of={visit.live} id="money">
              <Sums visit={visit} sums={sumsOf(invoice)} />
            </Live>
          </Card>
          <Live of={visit.live} id="moved" class="stack">
            <Payments visit={visit} invoice={invoice} />
            <CreditNotes visit={visit} invoice={invoice} />
            <Refunds visit={visit} invoice={invoice} />
          </Live>
          {isDunned(invoice) && (
            <Live of={visit.live} id="dunning" as="section" class="card">
              <h2>Dunning</h2>
              <DunningLadder visit={visit} dunning={invoice.dunning} />
            </Live>
          )}
          <Live of={visit.live} id="disputes">
            <Disputes visit={visit} disputes={disputes.data.results} />
          </Live>
          <Conversation visit={visit} said={said} />
          <Live of={visit.live} id="events" as="section" class="card">
            <h2>What happened</h2>
            <Timeline visit={visit} entries={timeline.data.results} />
          </Live>
        </div>
      ),
    };
  },
  forms: {
    async message(visit, sent) {
      const { backend, id, say } = visit;
      const { data } = await backend.get('billing/invoices/{id}/', { path: { id } });
      await sendMessage(visit, sent, { kind: 'invoice', id, account: data.account_id });
      return { to: `${AT.invoice(id)}#conversation`, notice: say('talk.sent') };
    },
  },
  downloads: {
    pdf: ({ backend, id, search }) => {
      const note = Number(search.get('credit_note_id') ?? 0);
      return backend.download('billing/invoices/{id}/pdf/', {
        path: { id },
        query: note > 0 ? { credit_note_id: note } : {},
      });
    },
  },
});

const isOpen = ({ status }: Schemas['Dispute']): boolean => ['open', 'evidence_ready', 'submitted'].includes(status);
/** Prepaid invoices are never dunned for. */
const isDunned = ({ kind, status, dunning }: Invoice): boolean =>
  kind === 'regular' && (dunning.status !== 'none' || status === 'open');

type StandingProps = { readonly visit: Visit; readonly invoice: Invoice; readonly name: string };
const Standing = ({ visit, invoice, name }: StandingProps) => (
  <Facts
    facts={[
      ['Status', <Badge status={invoice.status} />],
      ['Still due', <Amount visit={visit} value={invoice.amount_due} explain="#sums" />],
      ['Client', <a href={AT.client(invoice.account_id)}>{name}</a>],
      ['Kind', KINDS[invoice.kind] ?? invoice.kind],
      ['For', `${dayText(visit, invoice.period_start)} to ${dayText(visit, invoice.period_end)}`],
      ['Issued', dayText(visit, invoice.issued_on)],
      ['Due', dayText(visit, invoice.due_on)],
      ...(invoice.order_id === null
        ? []
        : [['Pays for', <a href={`/app/orders/${invoice.order_id}/`}>{`order ${invoice.order_id}`}</a>] as const]),
    ]}
  />
);

/** As it adds up: the total, less and plus all that moved, is what is due. */
function sumsOf(invoice: Invoice): Sum[] {
  const { id, subtotal, tax, tax_rate, total, paid, credited, refunded, amount_due, lines } = invoice;
  const explain = invoice.status === 'draft' ? {} : { explain: AT.explanation(id) };
  const isNone = (value: string): boolean => Number(value) === 0;
  const credits = lines.filter(({ kind }) => kind === 'credit');
  return [
    { label: 'Subtotal', value: subtotal, ...explain },
    ...(isNone(tax) ? [] : [{ label: `Tax ${tax_rate} %`, value: tax, ...explain }]),
    ...credits.map(({ description, amount }) => ({ label: description, value: amount, ...explain })),
    { label: 'Total', value: total, strong: true, ...explain },
    ...(isNone(paid) ? [] : [{ label: 'Paid', value: `-${paid}`, explain: '#payments' }]),
    ...(isNone(credited) ? [] : [{ label: 'Credit notes', value: `-${credited}`, explain: '#credit-notes' }]),
    ...(isNone(refunded) ? [] : [{ label: 'Given back', value: refunded, explain: '#refunds' }]),
    { label: 'Still due', value: amount_due, strong: true, explain: '#standing' },
  ];
}

type DisputesProps = { readonly visit: Visit; readonly disputes: readonly Schemas['Dispute'][] };
const Disputes = ({ visit, disputes }: DisputesProps) =>
  disputes.length === 0 ? (
    <Card title="Disputes">
      <p class="quiet">Nobody disputes it.</p>
    </Card>
  ) : (
    <Card title="Disputes">
      <Table
        caption="Disputes"
        rows={disputes}
        columns={[
          {
            key: 'id',
            label: 'Dispute',
            cell: ({ id, reason }) => (
              <>
                <a href={AT.dispute(id)}>{`Dispute ${id}`}</a>
                <span class="sub">{reason}</span>
              </>
            ),
          },
          { key: 'status', label: 'Status', cell: ({ status }) => <Badge status={status} /> },
          { key: 'opened', label: 'Opened', cell: ({ opened_at }) => visit.moment(opened_at) },
          {
            key: 'amount',
            label: 'Amount',
            figure: true,
            cell: ({ id, amount }) => <Amount visit={visit} value={amount} explain={AT.dispute(id)} />,
          },
        ]}
      />
    </Card>
  );
