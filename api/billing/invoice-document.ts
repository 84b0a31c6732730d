import { spoken } from '#domain/billing/billing-mail';
import { type InvoiceDocument, issuerOf } from '#domain/billing/invoice-document';
import type { IssuedInvoice, Recipient } from '#domain/billing/invoice-messages';
import { inFlight } from '#domain/billing/invoice-state';
import { printedSums, sumsOf } from '#domain/billing/invoice-sums';
import type { Seller } from '#domain/billing/seller';
import { cents, formatMoney } from '#domain/kernel/money';
import type { CreditNoteRow, InvoiceLineRow, InvoiceRow } from '#projections/billing/invoice-tables';

const GATEWAYS = { stripe: 'Card', paypal: 'PayPal', manual: 'Transfer' } as const;

/** What a PDF of an invoice, or of one of its credit notes, says. */
export function invoiceDocument(
  invoice: InvoiceRow,
  lines: readonly InvoiceLineRow[],
  note: CreditNoteRow | null,
  to: Recipient,
  seller: Seller,
): InvoiceDocument {
  const common = {
    currency: 'USD' as const,
    issuer: issuerOf(invoice.state?.seller ?? seller),
    taxRate: invoice.tax_rate,
    recipient: { name: to.name, lines: linesOf(to), email: to.email === '' ? null : to.email },
  };
  return note === null ? ofInvoice(invoice, lines, common) : ofCreditNote(invoice, lines, note, common);
}
const linesOf = ({ address_lines = [], country, tax_id }: Recipient): string[] => [
  ...address_lines,
  ...(country === undefined ? [] : [country]),
  ...(tax_id === undefined ? [] : [`Tax ID ${tax_id}`]),
];
type Common = Pick<InvoiceDocument, 'currency' | 'issuer' | 'recipient' | 'taxRate'>;

function ofInvoice(invoice: InvoiceRow, lines: readonly InvoiceLineRow[], common: Common): InvoiceDocument {
  const { state } = invoice;
  const credits = lines.filter(({ kind }) => kind === 'credit');
  const sums = state === null ? null : sumsOf(state);
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
    credits: credits.map(({ description, amount }) => ({ description, amount })),
    sums: sums === null ? [] : printedSums(sums),
    amountDue: sums === null ? invoice.amount_due : formatMoney(sums.due),
    reason: null,
    payments: state === null ? [] : movedOf(state),
    note: noteOf(invoice),
  };
}

/** The money that moved, day by day: received, given back, taken back by a bank. Together `paid − refunded − reversed`. */
function movedOf({ payments, refunds }: IssuedInvoice): InvoiceDocument['payments'] {
  const received = payments.filter(({ status }) => status === 'succeeded');
  const back = refunds.filter(({ status }) => status !== 'failed');
  return [
    ...received.map(({ received_on, at, gateway, amount_cents }) => ({
      on: received_on ?? at.slice(0, 10),
      description: GATEWAYS[gateway],
      amount: formatMoney(amount_cents),
    })),
    ...back.map(({ at, gateway, status, amount_cents }) => ({
      on: at.slice(0, 10),
      description: `Refund, ${GATEWAYS[gateway]}${status === 'pending' ? ', on its way' : ''}`,
      amount: formatMoney(cents(-amount_cents)),
    })),
    ...payments
      .filter(({ reversed_cents }) => reversed_cents > 0)
      .map(({ at, gateway, reversed_cents }) => ({
        on: at.slice(0, 10),
        description: `Reversed by the bank, ${GATEWAYS[gateway]}`,
        amount: formatMoney(cents(-reversed_cents)),
      })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
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
    sums: [],
    amountDue: '0.00',
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
