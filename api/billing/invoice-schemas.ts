import { z } from 'zod';
import { dayText, idSchema, instantText, moneyText } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { dunningStatus, nextStep } from '#domain/billing/invoice-dunning';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { dunningDay } from '#domain/billing/invoice-state';
import { formatMoney } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import {
  CREDIT_NOTES,
  type CreditNoteRow,
  INVOICE_LINES,
  INVOICES,
  type InvoiceLineRow,
  type InvoiceRow,
  PAYMENTS,
  type PaymentRow,
} from '#projections/billing/invoice-tables';

export const invoiceLineSchema = z
  .object({
    id: z.int(),
    description: z.string(),
    ...columnSchemas(INVOICE_LINES, 'kind', 'rule'),
    inputs: z.object({}).loose(),
    steps: z.array(z.object({ text: z.string(), value: z.string() })),
    amount: moneyText,
    causes: z.array(z.uuid()),
    ...columnSchemas(INVOICE_LINES, 'site_id', 'sector_id', 'subscription_id', 'order_id'),
  })
  .meta({ id: 'InvoiceLine' });
export const paymentSchema = z
  .object({
    ...columnSchemas(PAYMENTS, 'id', 'invoice_id', 'gateway', 'amount', 'refunded', 'status'),
    ...columnSchemas(PAYMENTS, 'reference', 'received_on', 'error'),
    approve_url: z.string().optional(),
    ...columnSchemas(PAYMENTS, 'at', 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'Payment' });
export const refundSchema = z
  .object({
    id: idSchema,
    payment_id: idSchema,
    gateway: z.enum(['stripe', 'paypal', 'manual']),
    amount: moneyText,
    status: z.enum(['pending', 'succeeded', 'failed']),
    reason: z.string(),
    /** Made here, in the gateway's own dashboard, or taken back by the gateway or a bank. */
    made: z.enum(['here', 'at_gateway', 'taken_back']),
    reference: z.string().nullable(),
    credit_note_id: idSchema.nullable(),
    error: z.string().nullable(),
    at: instantText,
  })
  .meta({ id: 'Refund' });
export const creditNoteSchema = z
  .object({
    ...columnSchemas(CREDIT_NOTES, 'id', 'number', 'invoice_id', 'net', 'tax', 'total', 'applied', 'refunded'),
    remaining: moneyText,
    ...columnSchemas(CREDIT_NOTES, 'reason', 'issued_on', 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'CreditNote' });
export const dunningSchema = z
  .object({
    /** `below_threshold`: less than 1.00 is due, so no step is taken. */
    status: z.enum(['none', 'running', 'below_threshold', 'suspended', 'held', 'ended']),
    day0: dayText.nullable(),
    day: z.int().nullable(),
    next: z.object({ action: z.enum(['remind', 'pause', 'cancel']), on: dayText }).nullable(),
  })
  .meta({ id: 'Dunning' });
/** What is told of an invoice itself. */
const WHOSE = ['id', 'account_id', 'number', 'kind', 'status'] as const;
const DAYS = ['billing_date', 'period_start', 'period_end', 'issued_on', 'due_on'] as const;
const BEFORE_RATE = ['subtotal'] as const;
const AFTER_RATE = ['tax', 'total', 'paid', 'refunded', 'credited', 'amount_due', 'purchase_id', 'order_id'] as const;
const STAMPS = ['created_by', 'created_at', 'updated_at'] as const;
const HEAD = [...WHOSE, ...DAYS, ...BEFORE_RATE, 'tax_rate', ...AFTER_RATE, ...STAMPS] as const;
const headSchema = z.object({
  ...columnSchemas(INVOICES, ...WHOSE),
  currency: z.literal('USD'),
  ...columnSchemas(INVOICES, ...DAYS, ...BEFORE_RATE),
  tax_rate: z.string(),
  ...columnSchemas(INVOICES, ...AFTER_RATE),
  dunning: dunningSchema,
  ...columnSchemas(INVOICES, ...STAMPS),
});
export const invoiceSchema = headSchema
  .extend({
    lines: z.array(invoiceLineSchema),
    payments: z.array(paymentSchema),
    refunds: z.array(refundSchema),
    credit_notes: z.array(creditNoteSchema),
  })
  .meta({ id: 'Invoice' });

/** Clients see what they paid, not what the gateways call it. */
export const paymentAnswer = (row: PaymentRow, forClient: boolean) => ({
  id: row.id,
  invoice_id: row.invoice_id,
  gateway: row.gateway,
  amount: row.amount,
  refunded: row.refunded,
  status: row.status,
  reference: forClient && row.gateway !== 'manual' ? null : row.reference,
  received_on: row.received_on,
  error: row.error,
  at: row.at,
  created_by: row.created_by,
  created_at: row.created_at,
  updated_at: row.updated_at,
  ...(row.status === 'awaiting_payer' && row.approve_url ? { approve_url: row.approve_url } : {}),
});

export const creditNoteAnswer = (row: CreditNoteRow, remaining: string) => ({
  id: row.id,
  number: row.number,
  invoice_id: row.invoice_id,
  net: row.net,
  tax: row.tax,
  total: row.total,
  applied: row.applied,
  refunded: row.refunded,
  remaining,
  reason: row.reason,
  issued_on: row.issued_on,
  created_by: row.created_by,
  created_at: row.created_at,
  updated_at: row.updated_at,
});

export const lineAnswer = (row: InvoiceLineRow) => ({
  id: row.line_id,
  description: row.description,
  kind: row.kind,
  rule: row.rule,
  inputs: row.inputs,
  steps: row.steps,
  amount: row.amount,
  causes: row.causes,
  sector_id: row.sector_id,
  site_id: row.site_id,
  subscription_id: row.subscription_id,
  order_id: row.order_id,
});

export function headAnswer(row: InvoiceRow, today: Day) {
  const { state, dunning } = row;
  return {
    ...pick(row, HEAD),
    currency: 'USD' as const,
    dunning: {
      status: state ? dunningStatus(state) : 'none',
      day0: dunning?.day0 ?? null,
      day: state ? dunningDay(state, today) : null,
      next: state ? nextStep(state) : null,
    },
  };
}

const MADE = { refunded: 'at_gateway', reversed: 'taken_back' } as const;

/** Clients see what they got back, not what the gateways call it. */
export const refundsOf = (state: IssuedInvoice | null, forClient: boolean) =>
  (state?.refunds ?? []).map((refund) => {
    const { id, payment_id, gateway, amount_cents, status, reason, elsewhere, note_id, error, at } = refund;
    return {
      id,
      payment_id,
      gateway,
      amount: formatMoney(amount_cents),
      status,
      reason,
      made: elsewhere === null ? ('here' as const) : MADE[elsewhere.why],
      reference: forClient && gateway !== 'manual' ? null : refund.reference,
      credit_note_id: note_id,
      error,
      at,
    };
  });
