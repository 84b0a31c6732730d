import type { ShapesOf } from '#domain/kernel/shape';
import { SHOWN_OF_ORDERS_INVOICES } from '#domain/links/shown';
import { SHOWN_OF_MESSAGES } from '#domain/services/shown';
import type { InvoiceEvent } from './invoice-messages.ts';

const INVOICE = ['invoice_id', 'account_id'] as const;
const PAYMENT = [...INVOICE, 'payment_id'] as const;
const REFUND = [...INVOICE, 'refund_id'] as const;
const DISPUTE = [...INVOICE, 'dispute_id'] as const;

/**
 * What those who buy see of the events of their invoice: not what the gateways call them, their methods and their payments, and
 * not what the team notes. What is not named here goes to none of them.
 */
export const SHOWN_OF_INVOICES = {
  ...SHOWN_OF_ORDERS_INVOICES,

  MessagePosted: SHOWN_OF_MESSAGES,

  InvoicePaymentStarted: [...PAYMENT, 'gateway', 'amount_cents', 'number', 'method_id'],
  InvoicePaymentAwaitingPayer: [...PAYMENT, 'approve_url'],
  InvoicePaymentApproved: PAYMENT,
  InvoicePaymentUnknown: [...PAYMENT, 'error'],
  InvoicePaymentSucceeded: [...PAYMENT, 'gateway', 'amount_cents', 'received_on'],
  InvoicePaymentFailed: [...PAYMENT, 'code', 'error'],
  InvoicePaymentReversed: [...PAYMENT, 'amount_cents', 'dispute_id', ['confirmed', ['amount_cents']]],
  InvoiceBecamePastDue: [...INVOICE, 'on', 'because'],
  DunningStepTaken: [...INVOICE, 'day', 'action', 'on', 'amount_due_cents'],
  DunningHeld: [...INVOICE, 'on', 'reason'],
  DunningReleased: [...INVOICE, 'on'],
  InvoiceMarkedUncollectible: [...INVOICE, 'on', 'because', 'amount_cents'],
  CreditNoteNumbered: [...INVOICE, 'note_id', 'number', 'credit_cents'],
  InvoiceRefundStarted: [
    ...REFUND,
    'payment_id',
    'gateway',
    'amount_cents',
    'reason',
    'note_id',
    ['elsewhere', ['why', 'dispute_id']],
  ],
  InvoiceRefundSucceeded: [...REFUND, 'amount_cents'],
  InvoiceRefundFailed: [...REFUND, 'error'],

  InvoiceDisputeOpened: [
    ...DISPUTE,
    'payment_id',
    'provider_dispute',
    'gateway',
    'amount_cents',
    'reason',
    'due_by',
    'on',
    'opened_by',
  ],
  DisputeEvidencePrepared: [
    ...DISPUTE,
    'generated_at',
    'sha256',
    'size_bytes',
    'tree_size',
    'gateway',
    'provider_dispute',
    'submit',
  ],
  DisputeEvidenceSubmitted: [...DISPUTE, 'on'],
  DisputeOutcomeUnclear: [...DISPUTE, 'gateway', 'provider_dispute', 'outcome', 'on'],
  InvoiceDisputeClosed: [...DISPUTE, 'outcome', 'on', ['accept', ['gateway', 'provider_dispute']]],
} satisfies ShapesOf<InvoiceEvent> & { MessagePosted: readonly string[] };
