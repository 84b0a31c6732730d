import type { InvoiceLine } from '#domain/billing/invoice-lines';
import type { CreditNote, Dunning, IssuedInvoice } from '#domain/billing/invoice-messages';
import type { Month } from '#domain/kernel/time';
import { boolean, day, decimal, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

/** Invoices as the API answers them; `state` is the aggregate itself, which a draft has not yet. */
export const INVOICES = table(
  'igny8_invoices',
  {
    id: integer,
    account_id: integer,
    number: text.orNull,
    kind: oneOf('regular', 'prepaid'),
    status: oneOf('draft', 'open', 'past_due', 'paid', 'uncollectible', 'void'),
    billing_date: day,
    period_start: day,
    period_end: day,
    issued_on: day.orNull,
    due_on: day.orNull,
    subtotal: decimal,
    tax_rate: decimal,
    tax: decimal,
    total: decimal,
    paid: decimal,
    credited: decimal,
    refunded: decimal,
    amount_due: decimal,
    purchase_id: integer.orNull,
    order_id: integer.orNull,
    past_due_since: day.orNull,
    in_flight: boolean,
    disputed: boolean,
    /** Money that is to be given back was not. */
    refund_failed: boolean,
    dunning: json<Dunning>().orNull,
    keys: json<readonly string[]>(),
    state: json<IssuedInvoice>().orNull,
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['status'], ['number']], tenant: true },
);
export type InvoiceRow = Stored<typeof INVOICES>;

export const INVOICE_LINES = table(
  'igny8_invoice_lines',
  {
    invoice_id: integer,
    line_id: integer,
    account_id: integer,
    site_id: integer.orNull,
    subscription_id: integer.orNull,
    order_id: integer.orNull,
    purchase_id: integer.orNull,
    month: text.of<Month>().orNull,
    kind: oneOf('subscription', 'order', 'pass_through', 'add_on', 'credit', 'tax'),
    rule: text,
    description: text,
    inputs: json<InvoiceLine['inputs']>(),
    amount: decimal,
    causes: json<InvoiceLine['causes']>(),
    steps: json<InvoiceLine['steps']>(),
  },
  { key: ['invoice_id', 'line_id'], indexes: [['order_id'], ['subscription_id']], tenant: true },
);
export type InvoiceLineRow = Stored<typeof INVOICE_LINES>;

export const PAYMENTS = table(
  'igny8_payments',
  {
    id: integer,
    invoice_id: integer,
    account_id: integer,
    gateway: oneOf('stripe', 'paypal', 'manual'),
    amount: decimal,
    refunded: decimal,
    reversed: decimal,
    status: oneOf('pending', 'awaiting_payer', 'succeeded', 'failed', 'unknown', 'refunded', 'reversed'),
    reference: text.orNull,
    object: text.orNull,
    approve_url: text.orNull,
    received_on: day.orNull,
    error: text.orNull,
    started_at: instant,
    at: instant,
  },
  { key: ['id'], indexes: [['invoice_id'], ['reference']], tenant: true },
);
export type PaymentRow = Stored<typeof PAYMENTS>;

export const CREDIT_NOTES = table(
  'igny8_credit_notes',
  {
    id: integer,
    invoice_id: integer,
    account_id: integer,
    number: text.orNull,
    net: decimal,
    tax: decimal,
    total: decimal,
    applied: decimal,
    refunded: decimal,
    credited: decimal,
    reason: text,
    issued_on: day,
    /** Those that it names; none where it is of an amount. */
    lines: json<CreditNote['lines']>(),
  },
  { key: ['id'], indexes: [['invoice_id']], tenant: true },
);
export type CreditNoteRow = Stored<typeof CREDIT_NOTES>;
