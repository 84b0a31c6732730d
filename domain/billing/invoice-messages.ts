import type { DomainEvent } from '#domain/kernel/decider';
import type {
  AccountId,
  CreditNoteId,
  DisputeId,
  InvoiceId,
  OrderId,
  PaymentId,
  PaymentMethodId,
  PurchaseId,
  RefundId,
} from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { InvoiceContent, MethodGateway } from './billing-account-messages.ts';
import type { DisputeEvent, InvoiceDispute } from './dispute-messages.ts';
import type { Seller } from './seller.ts';

export type InvoiceStatus = 'open' | 'past_due' | 'paid' | 'uncollectible' | 'void';
export type Gateway = MethodGateway;
export type DunningAction = 'remind' | 'pause' | 'cancel';

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly invoice_id: InvoiceId; readonly account_id: AccountId } & Data
>;
/** What a prepaid invoice pays for. */
type Bought = { readonly purchase_id: PurchaseId | null; readonly order_id: OrderId | null };
type Payment<Type extends string, Data = unknown> = Of<Type, { readonly payment_id: PaymentId } & Data>;
/** Whom an invoice is made out to; what is not known of them is left out. */
export type Recipient = {
  readonly name: string;
  readonly email: string;
  readonly address_lines?: readonly string[];
  readonly tax_id?: string;
  readonly country?: string;
};
type Refund<Type extends string, Data = unknown> = Of<Type, { readonly refund_id: RefundId } & Data>;

export type CreditNoteData = {
  readonly note_id: CreditNoteId;
  readonly lines: readonly { readonly line_id: number; readonly amount_cents: Cents }[];
  readonly net_cents: Cents;
  readonly tax_cents: Cents;
  readonly total_cents: Cents;
  /** How much of it lowers what is due, is given back, or is kept as credit of the account. */
  readonly applied_cents: Cents;
  readonly refund_cents: Cents;
  readonly credit_cents: Cents;
  readonly reason: string;
  readonly issued_on: Day;
  /** Of a note that follows from a cancelled order: what the order still owes, net. */
  readonly owed_cents?: Cents;
};

/** What somebody gave back in the gateway's dashboard, or what the gateway or a bank took back. */
export type RefundElsewhere = {
  /** The gateway's id of the refund. */
  readonly reference: string;
  readonly why: 'refunded' | 'reversed';
  /** The dispute that was open then: what follows is decided with it. */
  readonly dispute_id: DisputeId | null;
};

/** Everything that happens to the money of an issued invoice. The invoice itself is never edited. */
export type InvoiceEvent =
  | Of<
      'InvoiceIssued',
      InvoiceContent & {
        readonly number: string;
        readonly issued_on: Day;
        readonly due_on: Day;
        /** Whom it is made out to, as tokens under a key that is kept as long as invoices must be. */
        readonly recipient?: Recipient;
        /** Who issued it, as it was named then. */
        readonly seller?: Seller;
      }
    >
  /** The intent; the call to the gateway follows from it, under a key made of its id. */
  | Payment<
      'InvoicePaymentStarted',
      {
        readonly gateway: 'stripe' | 'paypal';
        readonly amount_cents: Cents;
        readonly number: string;
        readonly method_id: PaymentMethodId | null;
        readonly customer: string | null;
        readonly method: string | null;
      }
    >
  | Payment<'InvoicePaymentAwaitingPayer', { readonly object: string; readonly approve_url: string }>
  | Payment<'InvoicePaymentApproved', { readonly object: string }>
  /** No answer: settled by asking the gateway, never by guessing. */
  | Payment<'InvoicePaymentUnknown', { readonly error: string }>
  | Payment<
      'InvoicePaymentSucceeded',
      {
        readonly gateway: Gateway;
        readonly amount_cents: Cents;
        /** The gateway's; of a manual payment what its recorder wrote. */
        readonly reference: string | null;
        readonly object: string | null;
        readonly received_on: Day;
      }
    >
  | Payment<'InvoicePaymentFailed', { readonly code: string; readonly error: string }>
  | Payment<
      'InvoicePaymentReversed',
      {
        readonly amount_cents: Cents;
        readonly dispute_id: DisputeId;
        /** The gateway's own record of what the dispute took back: the amount that it says was counted already. */
        readonly confirmed?: { readonly reference: string; readonly amount_cents: Cents };
      }
    >
  | Of<'InvoicePaid', Bought & { readonly on: Day }>
  /** Day 0 of dunning. */
  | Of<'InvoiceBecamePastDue', { readonly on: Day; readonly because: 'charge_failed' | 'due_date' }>
  | Of<
      'DunningStepTaken',
      { readonly day: number; readonly action: DunningAction; readonly on: Day; readonly amount_due_cents: Cents }
    >
  | Of<'DunningHeld', { readonly on: Day; readonly reason: string }>
  | Of<'DunningReleased', { readonly on: Day }>
  | Of<
      'InvoiceMarkedUncollectible',
      { readonly on: Day; readonly because: 'dunning' | 'dispute_lost' | 'reversed'; readonly amount_cents: Cents }
    >
  | Of<'InvoiceVoided', Bought & { readonly on: Day; readonly reason: string }>
  | Of<'CreditNoteIssued', Bought & CreditNoteData>
  | Of<'CreditNoteNumbered', { readonly note_id: CreditNoteId; readonly number: string; readonly credit_cents: Cents }>
  | Refund<
      'InvoiceRefundStarted',
      {
        readonly payment_id: PaymentId;
        readonly gateway: Gateway;
        /** The payment's reference at the gateway. */
        readonly reference: string | null;
        readonly amount_cents: Cents;
        readonly reason: string;
        readonly note_id: CreditNoteId | null;
        /** Made at the gateway by other hands than ours: no call follows from it. */
        readonly elsewhere?: RefundElsewhere;
      }
    >
  | Refund<'InvoiceRefundSucceeded', { readonly amount_cents: Cents; readonly reference: string | null }>
  /** Also of one that was thought to have gone through; `reference` is the gateway's refund that failed. */
  | Refund<'InvoiceRefundFailed', { readonly error: string; readonly reference?: string }>
  | DisputeEvent;

export type PaymentStatus = 'pending' | 'awaiting_payer' | 'succeeded' | 'failed' | 'unknown';
export type InvoicePayment = {
  readonly id: PaymentId;
  readonly gateway: Gateway;
  readonly amount_cents: Cents;
  readonly status: PaymentStatus;
  readonly reversed_cents: Cents;
  readonly reference: string | null;
  readonly object: string | null;
  readonly approve_url: string | null;
  readonly customer: string | null;
  readonly method: string | null;
  readonly started_at: Instant;
  readonly at: Instant;
  readonly received_on: Day | null;
  readonly error: string | null;
};
export type InvoiceRefund = {
  readonly id: RefundId;
  readonly payment_id: PaymentId;
  readonly gateway: Gateway;
  readonly amount_cents: Cents;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: string;
  readonly note_id: CreditNoteId | null;
  readonly reference: string | null;
  readonly elsewhere: RefundElsewhere | null;
  readonly started_at: Instant;
  readonly at: Instant;
  readonly error: string | null;
};
export type CreditNote = CreditNoteData & { readonly number: string | null };
export type Dunning = {
  readonly status: 'none' | 'running' | 'suspended' | 'held' | 'ended';
  readonly day0: Day | null;
  /** Days during which the clock stood still. */
  readonly stopped_days: number;
  readonly stopped_on: Day | null;
  readonly steps: readonly string[];
};

export type IssuedInvoice = {
  readonly status: InvoiceStatus;
  readonly content: InvoiceContent;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly issuedAt: Instant;
  readonly recipient: Recipient | null;
  /** Null of invoices from before it was kept. */
  readonly seller: Seller | null;
  readonly payments: readonly InvoicePayment[];
  readonly refunds: readonly InvoiceRefund[];
  readonly notes: readonly CreditNote[];
  readonly disputes: readonly InvoiceDispute[];
  readonly dunning: Dunning;
};
export type Invoice = { readonly status: 'none' } | IssuedInvoice;
