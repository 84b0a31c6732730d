import {
  capture,
  charge,
  grantAccountCredit,
  issueInvoice,
  numberCreditNote,
  releaseInvoice,
} from '#domain/billing/effects';
import type { RefundId } from '#domain/kernel/ids';
import { ask, saga } from '#runtime/typed-saga';
import { ASKS, evolve, INITIAL, type OfInvoice, type Types } from './invoice-money-state.ts';
import {
  chargedBack,
  idsOf,
  lostCalls,
  mail,
  REFUND_AGAIN,
  refundAgain,
  refundAt,
  refundLater,
  revoke,
  takeBack,
} from './invoice-money-steps.ts';

const ofInvoice = ({ invoice_id }: Pick<OfInvoice, 'invoice_id'>) => `invoice:${invoice_id}`;

/**
 * What follows from an invoice's events: its number, the calls to the gateway that charge and refund it, what a void one
 * releases, what a credit note leaves as credit. One instance an invoice; every intent is on the invoice before its call is made.
 */
export const invoiceMoney = saga<Types>()({
  name: 'invoice-money',
  asks: ASKS,
  timers: {
    refund_again: (name) =>
      name.startsWith(REFUND_AGAIN) ? { refund_id: Number(name.slice(REFUND_AGAIN.length)) as RefundId } : null,
  },
  starts: {
    InvoiceDrafted: (data) => ({ instance: String(data.invoice_id), keys: [ofInvoice(data)] }),
  },
  listens: {
    InvoiceIssued: ofInvoice,
    InvoicePaymentStarted: ofInvoice,
    InvoicePaymentApproved: ofInvoice,
    InvoicePaymentFailed: ofInvoice,
    InvoiceRefundStarted: ofInvoice,
    InvoicePaymentReversed: ofInvoice,
    InvoiceMarkedUncollectible: ofInvoice,
    CreditNoteIssued: ofInvoice,
    CreditNoteNumbered: ofInvoice,
    InvoiceVoided: ofInvoice,
  },
  initial: INITIAL,
  evolve,
  on: {
    InvoiceDrafted: (_, { data }) => [
      ask(issueInvoice, { name: 'issue', key: `issue-${data.invoice_id}`, payload: idsOf(data) }),
    ],
    InvoiceIssued: (_, { id, data }) =>
      data.kind === 'regular' && data.total_cents > 0
        ? [mail(id, { ...idsOf(data), template: 'invoice_issued', amount_cents: data.total_cents })]
        : [],
    InvoicePaymentStarted(_, { data: { payment_id, gateway, ...of } }) {
      const payload = { ...idsOf(of), payment_id };
      return [ask(charge, { name: `charge/${payment_id}`, key: `payment-${payment_id}`, member: gateway, payload })];
    },
    // Only PayPal has its payers approve.
    InvoicePaymentApproved(_, { data: { payment_id, ...of } }) {
      const payload = { ...idsOf(of), payment_id };
      return [ask(capture, { name: `capture/${payment_id}`, key: `payment-${payment_id}`, member: 'paypal', payload })];
    },
    InvoicePaymentFailed: (_, { id, data }) =>
      data.code === 'not_due' ? [] : [mail(id, { ...idsOf(data), template: 'payment_failed' })],
    InvoiceRefundStarted(_, { id, data }) {
      const { refund_id, gateway, amount_cents, elsewhere } = data;
      if (gateway === 'manual' || elsewhere !== undefined) return [];
      return [refundAt(gateway, data, refund_id), mail(id, { ...idsOf(data), template: 'refund_made', amount_cents })];
    },
    InvoicePaymentReversed: ({ bought }, { id, data }) => chargedBack(id, data, bought),
    InvoiceMarkedUncollectible: ({ bought }, { id, data }) =>
      data.because === 'dunning' ? [] : chargedBack(id, data, bought),
    CreditNoteIssued: (_, { data }) => [
      ask(numberCreditNote, {
        name: `number/${data.note_id}`,
        key: `credit-note-${data.note_id}`,
        payload: { ...idsOf(data), note_id: data.note_id },
      }),
      ...takeBack(`credited/${data.note_id}`, `credited-${data.note_id}`, data, data),
    ],
    CreditNoteNumbered(_, { data: { note_id, number, credit_cents, ...of } }) {
      if (credit_cents === 0) return [];
      const payload = { ...idsOf(of), note_id, number, amount_cents: credit_cents };
      return [ask(grantAccountCredit, { name: `credit/${note_id}`, key: `account-credit-${note_id}`, payload })];
    },
    InvoiceVoided: (_, { data }) => [
      ask(releaseInvoice, { name: 'release', key: `release-${data.invoice_id}`, payload: idsOf(data) }),
    ],
  },
  answers: {
    charge: lostCalls,
    capture: lostCalls,
    refund: { parked: refundLater, unknown: refundLater },
    refund_purchase: { succeeded: revoke },
  },
  fired: { refund_again: (state, { data }) => refundAgain(state, data.refund_id) },
});
