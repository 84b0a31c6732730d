import type { BillingAccountEvent, InvoiceContent } from '#domain/billing/billing-account-messages';
import {
  billingEmail,
  capture,
  charge,
  endCreditedRenewal,
  grantAccountCredit,
  issueInvoice,
  markPaymentUnknown,
  numberCreditNote,
  refund,
  refundPurchase,
  releaseInvoice,
  revokeCredits,
} from '#domain/billing/effects';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { appended, put } from '#domain/kernel/fold';
import type { PaymentId, RefundId } from '#domain/kernel/ids';
import type { Entry } from '#runtime/typed-saga';

export type Money = {
  /** What a prepaid invoice pays for. */
  readonly bought: Pick<InvoiceContent, 'purchase_id' | 'order_id'>;
  /** Payments that were noted as of unknown outcome. */
  readonly unknown: readonly PaymentId[];
  /** What a purchase gave was asked back. */
  readonly revoked: boolean;
  /** Where each refund was asked for, and how often. */
  readonly refunds: Readonly<Record<string, Refunding>>;
};
type Refunding = { readonly of: OfInvoice; readonly gateway: string; readonly times: number };
export type OfInvoice = Pick<InvoiceContent, 'invoice_id' | 'account_id'>;

export type EventOf<T extends InvoiceEvent['type']> = Extract<InvoiceEvent, { type: T }>;
export type Types = {
  state: Money;
  starts: Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>;
  listens: EventOf<
    | 'InvoiceIssued'
    | 'InvoicePaymentStarted'
    | 'InvoicePaymentApproved'
    | 'InvoicePaymentFailed'
    | 'InvoiceRefundStarted'
    | 'InvoicePaymentReversed'
    | 'InvoiceMarkedUncollectible'
    | 'CreditNoteIssued'
    | 'CreditNoteNumbered'
    | 'InvoiceVoided'
  >;
  own: never;
  timers: { refund_again: { readonly refund_id: RefundId } };
};

export const ASKS = [
  issueInvoice,
  releaseInvoice,
  numberCreditNote,
  grantAccountCredit,
  billingEmail,
  charge,
  capture,
  refund,
  markPaymentUnknown,
  refundPurchase,
  revokeCredits,
  endCreditedRenewal,
] as const;

export const INITIAL: Money = {
  bought: { purchase_id: null, order_id: null },
  unknown: [],
  revoked: false,
  refunds: {},
};

export function evolve(state: Money, entry: Entry<Types, (typeof ASKS)[number]>): Money {
  if (entry.kind === 'heard') {
    if (entry.event.type !== 'InvoiceDrafted') return state;
    const { purchase_id, order_id } = entry.event.data;
    return { ...state, bought: { purchase_id, order_id } };
  }
  if (entry.kind !== 'asked') return state;
  const { asked } = entry;
  if (asked.kind === 'revoke_credits') return { ...state, revoked: true };
  if (asked.kind === 'mark_payment_unknown')
    return { ...state, unknown: appended(state.unknown, asked.payload.payment_id) };
  if (asked.kind !== 'refund') return state;
  const { refund_id } = asked.payload;
  const times = (state.refunds[refund_id]?.times ?? 0) + 1;
  const asking = { of: asked.payload, gateway: asked.member, times };
  return { ...state, refunds: put(state.refunds, refund_id, asking) };
}
