import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { dayText } from '../parts/day.ts';
import { GATEWAYS } from '../parts/money-words.ts';
import { Amount, Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Props = { readonly visit: Visit; readonly invoice: Schemas['Invoice'] };

/** Money that came in, or was tried to be taken. */
export const Payments: FC<Props> = ({ visit, invoice: { payments } }) => (
  <section class="card" id="payments">
    <h2>Payments</h2>
    {payments.length === 0 ? (
      <p class="quiet">Nothing was paid and nothing was charged yet.</p>
    ) : (
      <Table
        caption="Payments"
        rows={payments}
        columns={[
          {
            key: 'gateway',
            label: 'Payment',
            cell: ({ id, gateway, reference, error, approve_url }) => (
              <>
                {`${GATEWAYS[gateway]} ${id}`}
                {reference !== null && <span class="sub">{reference}</span>}
                {error !== null && <span class="sub down">{error}</span>}
                {approve_url !== undefined && (
                  <span class="sub">
                    <a href={approve_url} rel="noopener noreferrer">
                      Page on which its payer approves
                    </a>
                  </span>
                )}
              </>
            ),
          },
          { key: 'status', label: 'Status', cell: ({ status }) => <PaymentBadge status={status} /> },
          {
            key: 'on',
            label: 'Received',
            cell: ({ received_on, at }) => (received_on === null ? visit.moment(at) : dayText(visit, received_on)),
          },
          { key: 'refunded', label: 'Given back', figure: true, cell: (each) => <Given visit={visit} of={each} /> },
          {
            key: 'amount',
            label: 'Amount',
            figure: true,
            cell: ({ amount }) => <Amount visit={visit} value={amount} explain="#events" />,
          },
        ]}
      />
    )}
  </section>
);
const Given: FC<{ readonly visit: Visit; readonly of: Schemas['Payment'] }> = ({ visit, of }) =>
  Number(of.refunded) === 0 ? (
    <span class="quiet none">–</span>
  ) : (
    <Amount visit={visit} value={of.refunded} explain="#refunds" />
  );
const PaymentBadge: FC<{ readonly status: string }> = ({ status }) => (
  <Badge
    status={status}
    label={status.replaceAll('_', ' ')}
    {...(status === 'succeeded' ? { tone: 'good' as const } : {})}
  />
);

/** An issued invoice is never edited: what is taken off it is a document of its own. */
export const CreditNotes: FC<Props> = ({ visit, invoice: { id, credit_notes } }) =>
  credit_notes.length === 0 ? null : (
    <section class="card" id="credit-notes">
      <h2>Credit notes</h2>
      <Table
        caption="Credit notes"
        rows={credit_notes}
        columns={[
          {
            key: 'number',
            label: 'Credit note',
            cell: (note) => (
              <>
                <a href={`${AT.invoice(id)}pdf/?credit_note_id=${note.id}`}>
                  {note.number ?? `Credit note ${note.id}`}
                </a>
                <span class="sub">{note.reason}</span>
              </>
            ),
          },
          { key: 'on', label: 'Issued', cell: ({ issued_on }) => dayText(visit, issued_on) },
          ...(['applied', 'refunded', 'remaining'] as const).map((key) => ({
            key,
            label: { applied: 'Lowered what is due', refunded: 'Given back', remaining: 'Still credit' }[key],
            figure: true,
            cell: (note: Schemas['CreditNote']) =>
              Number(note[key]) === 0 ? (
                <span class="quiet none">–</span>
              ) : (
                <Amount visit={visit} value={note[key]} explain={key === 'refunded' ? '#refunds' : '#sums'} />
              ),
          })),
          {
            key: 'total',
            label: 'Total',
            figure: true,
            cell: ({ total }) => <Amount visit={visit} value={total} explain="#events" />,
          },
        ]}
      />
    </section>
  );

const MADE = {
  here: '',
  at_gateway: 'made at the gateway',
  taken_back: 'taken back by the gateway or a bank',
} as const;
/** Money on its way back, or back already. */
export const Refunds: FC<Props> = ({ visit, invoice: { refunds } }) =>
  refunds.length === 0 ? null : (
    <section class="card" id="refunds">
      <h2>Refunds</h2>
      <Table
        caption="Refunds"
        rows={refunds}
        columns={[
          {
            key: 'gateway',
            label: 'Refund',
            cell: ({ gateway, payment_id, reason, made, error }) => (
              <>
                {`${GATEWAYS[gateway]}, of payment ${payment_id}`}
                <span class="sub">{[reason, MADE[made]].filter((part) => part !== '').join(', ')}</span>
                {error !== null && <span class="sub down">{error}</span>}
              </>
            ),
          },
          { key: 'status', label: 'Status', cell: ({ status }) => <PaymentBadge status={status} /> },
          { key: 'at', label: 'On', cell: ({ at }) => visit.moment(at) },
          {
            key: 'amount',
            label: 'Amount',
            figure: true,
            cell: ({ amount }) => <Amount visit={visit} value={amount} explain="#events" />,
          },
        ]}
      />
    </section>
  );
