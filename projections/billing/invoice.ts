import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { formatTaxRate, type InvoiceLine } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance, evolve, inFlight, isOpenDispute } from '#domain/billing/invoice-state';
import { add, type Cents, cents, formatMoney } from '#domain/kernel/money';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { RowOf } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { CREDIT_NOTES, INVOICE_LINES, INVOICES, PAYMENTS } from './invoice-tables.ts';

type Drafted = Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>;
type Own = Projected<InvoiceEvent>;

/** Invoices with their lines, payments and credit notes; `state` is the aggregate itself, folded by its own evolve. */
export const invoices: Projection = projection<InvoiceEvent | Drafted>({
  name: INVOICES.name,
  version: 4,
  tables: [INVOICES, INVOICE_LINES, PAYMENTS, CREDIT_NOTES],
  on: {
    InvoiceDrafted(rows, { data, at }) {
      const { invoice_id: id, account_id, kind, billing_date, period_start, period_end, purchase_id, order_id } = data;
      rows.add(INVOICES, {
        id,
        account_id,
        number: null,
        kind,
        status: 'draft',
        billing_date,
        period_start,
        period_end,
        issued_on: null,
        due_on: null,
        ...moneyOf(data),
        paid: '0.00',
        credited: '0.00',
        refunded: '0.00',
        amount_due: formatMoney(data.total_cents),
        purchase_id,
        order_id,
        past_due_since: null,
        in_flight: false,
        disputed: false,
        refund_failed: false,
        dunning: null,
        keys: data.keys,
        state: null,
        revision: -1,
        created_at: at,
        updated_at: at,
      });
      for (const line of data.lines) rows.add(INVOICE_LINES, lineRow(id, account_id, line));
    },
    InvoiceIssued: fold,
    InvoicePaymentStarted: fold,
    InvoicePaymentAwaitingPayer: fold,
    InvoicePaymentApproved: fold,
    InvoicePaymentUnknown: fold,
    InvoicePaymentSucceeded: fold,
    InvoicePaymentFailed: fold,
    InvoicePaymentReversed: fold,
    InvoicePaid: fold,
    InvoiceBecamePastDue: fold,
    DunningStepTaken: fold,
    DunningHeld: fold,
    DunningReleased: fold,
    InvoiceMarkedUncollectible: fold,
    InvoiceVoided: fold,
    CreditNoteIssued: fold,
    CreditNoteNumbered: fold,
    InvoiceRefundStarted: fold,
    InvoiceRefundSucceeded: fold,
    InvoiceRefundFailed: fold,
    InvoiceDisputeOpened: fold,
    DisputeEvidencePrepared: fold,
    DisputeEvidenceSubmitted: fold,
    DisputeOutcomeUnclear: fold,
    InvoiceDisputeClosed: fold,
  },
});

const moneyOf = (of: Pick<Drafted['data'], 'subtotal_cents' | 'tax_rate' | 'tax_cents' | 'total_cents'>) => ({
  subtotal: formatMoney(of.subtotal_cents),
  tax_rate: formatTaxRate(of.tax_rate),
  tax: formatMoney(of.tax_cents),
  total: formatMoney(of.total_cents),
});

const lineRow = (invoice_id: number, account_id: number, line: InvoiceLine): RowOf<typeof INVOICE_LINES> => {
  const { id: line_id, amount_cents, inputs, causes, steps, ...rest } = line;
  return {
    invoice_id,
    line_id,
    account_id,
    ...rest,
    amount: formatMoney(amount_cents),
    inputs,
    causes,
    steps,
  };
};

async function fold(rows: UnitOfWork, event: Own): Promise<void> {
  const { invoice_id: id, account_id } = event.data;
  await rows.change(INVOICES, { id }, (row) => {
    const before = row.state ?? { status: 'none' };
    const state = evolve(before, event);
    if (state.status === 'none') throw new Error(`${event.type} on an invoice that was not issued`);
    const was = before.status === 'none' ? null : before;
    for (const payment of news(was, state, (of) => paymentRows(of, id, account_id))) rows.put(PAYMENTS, payment);
    for (const note of news(was, state, (of) => noteRows(of, id, account_id))) rows.put(CREDIT_NOTES, note);
    return { ...row, ...columnsOf(state), revision: event.revision, updated_at: event.at };
  });
}

/** The rows that an event made or changed; the others are left alone, so that their `updated_at` stays. */
function news<R>(before: IssuedInvoice | null, after: IssuedInvoice, rowsOf: (state: IssuedInvoice) => R[]): R[] {
  const known = new Set((before === null ? [] : rowsOf(before)).map((row) => JSON.stringify(row)));
  return rowsOf(after).filter((row) => !known.has(JSON.stringify(row)));
}

function columnsOf(state: IssuedInvoice): Partial<RowOf<typeof INVOICES>> {
  const { paid, reversed, refunded, credited, amountDue } = balance(state);
  return {
    number: state.number,
    status: state.status,
    issued_on: state.issuedOn,
    due_on: state.dueOn,
    paid: formatMoney(cents(paid - reversed)),
    credited: formatMoney(credited),
    refunded: formatMoney(refunded),
    amount_due: formatMoney(state.status === 'void' ? cents(0) : amountDue),
    past_due_since: state.status === 'past_due' ? state.dunning.day0 : null,
    in_flight: inFlight(state) !== null,
    disputed: state.disputes.some(isOpenDispute),
    refund_failed: state.refunds.some(({ status }) => status === 'failed') && balance(state).refundable > 0,
    dunning: state.dunning,
    state,
  };
}

const total = (amounts: readonly Cents[]): string => formatMoney(add(...amounts));

const paymentRows = (state: IssuedInvoice, invoice_id: number, account_id: number): RowOf<typeof PAYMENTS>[] =>
  state.payments.map((payment) => {
    const back = state.refunds.filter(({ payment_id, status }) => payment_id === payment.id && status === 'succeeded');
    const { id, gateway, status, reference, object, approve_url, received_on, error, started_at, at } = payment;
    const refunded = total(back.map(({ amount_cents }) => amount_cents));
    const whole = status === 'succeeded' && refunded === formatMoney(payment.amount_cents);
    const shown = payment.reversed_cents > 0 ? 'reversed' : whole ? 'refunded' : status;
    return {
      id,
      invoice_id,
      account_id,
      gateway,
      amount: formatMoney(payment.amount_cents),
      refunded,
      reversed: formatMoney(payment.reversed_cents),
      status: shown,
      reference,
      object,
      approve_url,
      received_on,
      error,
      started_at,
      at,
    };
  });

const noteRows = (state: IssuedInvoice, invoice_id: number, account_id: number): RowOf<typeof CREDIT_NOTES>[] =>
  state.notes.map((note) => ({
    id: note.note_id,
    invoice_id,
    account_id,
    number: note.number,
    reason: note.reason,
    net: formatMoney(note.net_cents),
    tax: formatMoney(note.tax_cents),
    total: formatMoney(note.total_cents),
    applied: formatMoney(note.applied_cents),
    refunded: formatMoney(note.refund_cents),
    credited: formatMoney(note.credit_cents),
    issued_on: note.issued_on,
    lines: note.lines,
  }));
