import { spoken } from '#domain/billing/billing-mail';
import type { InvoiceDocument } from '#domain/billing/invoice-document';
import { inFlight } from '#domain/billing/invoice-state';
import { formatMoney } from '#domain/kernel/money';
import type { CreditNoteRow, InvoiceLineRow, InvoiceRow } from '#projections/billing/invoice-tables';

/** Who issues the invoices. */
const ISSUER = { name: 'Alorig', lines: ['IGNY8 managed SEO services'] };
const GATEWAYS = { stripe: 'Card', paypal: 'PayPal', manual: 'Transfer' } as const;

/** What a PDF of an invoice, or of one of its credit notes, says. */
export function invoiceDocument(
  invoice: InvoiceRow,
  lines: readonly InvoiceLineRow[],
  note: CreditNoteRow | null,
  to: { readonly name: string; readonly email: string },
  contact: string,
): InvoiceDocument {
  const common = {
    currency: 'USD' as const,
    issuer: { ...ISSUER, email: contact },
    taxRate: invoice.tax_rate,
    recipient: { name: to.name, lines: [], email: to.email === '' ? null : to.email },
  };
  return note === null ? ofInvoice(invoice, lines, common) : ofCreditNote(invoice, lines, note, common);
}
type Common = Pick<InvoiceDocument, 'currency' | 'issuer' | 'recipient' | 'taxRate'>;

function ofInvoice(invoice: InvoiceRow, lines: readonly InvoiceLineRow[], common: Common): InvoiceDocument {
  const { state } = invoice;
  const credits = lines.filter(({ kind }) => kind === 'credit');
  const payments = (state?.payments ?? []).filter(({ status }) => status === 'succeeded');
  return {
    ...common,
    kind: 'invoice',
    number: invoice.number ?? 'Draft',
    refersTo: null,
    status: invoice.status,
    issuedOn: invoice.issued_on ?? invoice.billing_date,
    dueOn: invoice.due_on,
    periodStart: invoice.period_start,
    periodEnd: invoice.period_end,
    lines: lines
      .filter(({ kind }) => kind !== 'credit' && kind !== 'tax')
      .map((line) => ({
        description: line.description,
        detail: line.steps.at(-1)?.text ?? null,
        amount: line.amount,
      })),
    subtotal: invoice.subtotal,
    tax: invoice.tax,
    total: invoice.total,
    paid: invoice.paid,
    credits: credits.map(({ description, amount }) => ({ description, amount })),
    credited: invoice.credited,
    refunded: invoice.refunded,
    amountDue: invoice.amount_due,
    reason: null,
    payments: payments.map((payment) => ({
      on: payment.received_on ?? payment.at.slice(0, 10),
      description: GATEWAYS[payment.gateway],
      amount: formatMoney(payment.amount_cents),
    })),
    note: noteOf(invoice),
  };
}

/** What is still to be done for it, as its payments stand. */
function noteOf({ status, state, amount_due, due_on }: InvoiceRow): string | null {
  if (state === null || (status !== 'open' && status !== 'past_due')) return null;
  const amount = spoken(amount_due);
  const moving = inFlight(state);
  if (moving)
    return moving.gateway === 'stripe'
      ? 'It is charged to the card that you saved; you need to do nothing.'
      : 'Your payment is on its way; you need to do nothing.';
  const last = state.payments.findLast(({ gateway }) => gateway !== 'manual');
  if (last?.status === 'awaiting_payer') return `Please approve the payment of ${amount} in PayPal.`;
  const pay = `pay ${amount} ${status === 'past_due' ? 'now' : `by ${due_on ?? ''}`} and name the number of the invoice`;
  return last?.status === 'failed' && last.gateway === 'stripe'
    ? `The card that you saved could not be charged. Please save another one, which is then charged at once, or ${pay}.`
    : `Please ${pay}.`;
}

function ofCreditNote(
  invoice: InvoiceRow,
  lines: readonly InvoiceLineRow[],
  note: CreditNoteRow,
  common: Common,
): InvoiceDocument {
  const credited = invoice.state?.notes.find(({ note_id }) => note_id === note.id)?.lines ?? [];
  const named = credited.map(({ line_id, amount_cents }) => ({
    description: lines.find((line) => line.line_id === line_id)?.description ?? `Line ${line_id}`,
    detail: null,
    amount: formatMoney(amount_cents),
  }));
  const whole = { description: `Credit on invoice ${invoice.number ?? ''}`, detail: null, amount: note.net };
  const zero = '0.00';
  return {
    ...common,
    kind: 'credit_note',
    number: note.number ?? 'Draft',
    refersTo: invoice.number,
    status: 'issued',
    issuedOn: note.issued_on,
    dueOn: null,
    periodStart: null,
    periodEnd: null,
    lines: named.length > 0 ? named : [whole],
    subtotal: note.net,
    tax: note.tax,
    credits: [],
    total: note.total,
    paid: zero,
    credited: zero,
    refunded: note.refunded,
    amountDue: zero,
    payments: [],
    reason: note.reason,
    note: effectOf(note),
  };
}

function effectOf({ applied, refunded, credited }: CreditNoteRow): string {
  const parts = [
    applied === '0.00' ? null : `${spoken(applied)} lowers what is due`,
    refunded === '0.00' ? null : `${spoken(refunded)} is paid back the way it was paid`,
    credited === '0.00' ? null : `${spoken(credited)} is kept as credit for the next invoice`,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}
