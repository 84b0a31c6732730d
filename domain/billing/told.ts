import type { Shape, Shapes } from '#domain/kernel/shape';

const INVOICE = ['invoice_id', 'account_id'] as const;
const PAYMENT = [...INVOICE, 'payment_id'] as const;
const DISPUTE = [...INVOICE, 'dispute_id', 'on'] as const;
const INVOICE_LINE: Shape = [
  'id',
  'kind',
  'description',
  'month',
  'site_id',
  'subscription_id',
  'order_id',
  'purchase_id',
  'amount_cents',
];

/** What customers' systems can be told of an invoice and its payments. What is not named here goes to nobody. */
export const BILLING_TOLD = {
  InvoiceIssued: [
    ...INVOICE,
    'number',
    'kind',
    'billing_date',
    'period_start',
    'period_end',
    'issued_on',
    'due_on',
    'subtotal_cents',
    'tax_cents',
    'total_cents',
    'purchase_id',
    'order_id',
    ['lines', INVOICE_LINE],
  ],
  InvoicePaid: [...INVOICE, 'purchase_id', 'order_id', 'on'],
  InvoiceBecamePastDue: [...INVOICE, 'on', 'because'],
  InvoiceMarkedUncollectible: [...INVOICE, 'on', 'because', 'amount_cents'],
  InvoiceVoided: [...INVOICE, 'purchase_id', 'order_id', 'on', 'reason'],
  CreditNoteIssued: [
    ...INVOICE,
    'note_id',
    'net_cents',
    'tax_cents',
    'total_cents',
    'applied_cents',
    'refund_cents',
    'credit_cents',
    'reason',
    'issued_on',
    ['lines', ['line_id', 'amount_cents']],
  ],
  CreditNoteNumbered: [...INVOICE, 'note_id', 'number'],

  InvoicePaymentStarted: [...PAYMENT, 'gateway', 'amount_cents', 'number'],
  InvoicePaymentAwaitingPayer: [...PAYMENT, 'approve_url'],
  InvoicePaymentSucceeded: [...PAYMENT, 'gateway', 'amount_cents', 'received_on'],
  InvoicePaymentFailed: [...PAYMENT, 'code', 'error'],
  InvoicePaymentReversed: [...PAYMENT, 'dispute_id', 'amount_cents'],
  InvoiceRefundStarted: [...PAYMENT, 'refund_id', 'gateway', 'amount_cents', 'reason', 'note_id'],
  InvoiceRefundSucceeded: [...INVOICE, 'refund_id', 'amount_cents'],
  InvoiceRefundFailed: [...INVOICE, 'refund_id', 'error'],
} satisfies Shapes;

/** And of its disputes. */
export const DISPUTES_TOLD = {
  InvoiceDisputeOpened: [...DISPUTE, 'payment_id', 'amount_cents', 'reason', 'due_by'],
  DisputeEvidenceSubmitted: DISPUTE,
  InvoiceDisputeClosed: [...DISPUTE, 'outcome'],
} satisfies Shapes;
