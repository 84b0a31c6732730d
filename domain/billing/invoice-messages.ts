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
import type { Collection, InvoiceContent, MethodGateway } from './billing-account-messages.ts';
import type { DisputeCommand, DisputeEvent, InvoiceDispute } from './dispute-messages.ts';
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

type Now = { readonly now: Instant; readonly today: Day };
/** What a gateway, or a person, says became of a payment. */
export type PaymentNews =
  | { readonly outcome: 'paid'; readonly amount: Cents; readonly reference: string; readonly object: string }
  | { readonly outcome: 'declined'; readonly code: string; readonly error: string }
  | { readonly outcome: 'awaiting_payer'; readonly object: string; readonly approveUrl: string }
  | { readonly outcome: 'unknown'; readonly error: string };
export type RefundNews =
  | { readonly outcome: 'refunded'; readonly amount: Cents; readonly reference: string }
  /** `reference`: the gateway's refund that failed; none where none was made. */
  | { readonly outcome: 'failed'; readonly error: string; readonly reference?: string | null };

export type InvoiceCommand =
  | ({
      readonly type: 'Issue';
      readonly content: InvoiceContent;
      readonly number: string;
      readonly recipient: Recipient | null;
      readonly seller?: Seller;
      /** Of the charge that follows at once, where there is one. */
      readonly paymentId: PaymentId;
    } & Now)
  | ({
      readonly type: 'StartPayment';
      readonly paymentId: PaymentId;
      readonly collection: Collection;
      /** True where one that is not to be had is no refusal: nothing is started. */
      readonly ifDue: boolean;
    } & Now)
  | ({
      readonly type: 'RecordPayment';
      readonly paymentId: PaymentId;
      readonly refundId: RefundId;
      readonly news: PaymentNews;
    } & Now)
  | ({ readonly type: 'ApprovePayment'; readonly paymentId: PaymentId; readonly object: string } & Now)
  | ({
      readonly type: 'RecordManualPayment';
      readonly paymentId: PaymentId;
      readonly amount: Cents;
      readonly receivedOn: Day;
      readonly reference: string | null;
    } & Now)
  | ({
      readonly type: 'Void';
      readonly reason: string;
      /** Of what ran out unpaid: what was received of it goes back under these; null where money forbids the voiding. */
      readonly refundIds: readonly RefundId[] | null;
    } & Now)
  | ({
      readonly type: 'IssueCreditNote';
      readonly noteId: CreditNoteId;
      readonly refundIds: readonly RefundId[];
      /** Gross; or net amounts of lines. */
      readonly amount: Cents | null;
      readonly lines: readonly { readonly lineId: number; readonly amount: Cents }[];
      readonly reason: string;
      readonly refund: boolean;
    } & Now)
  | ({
      readonly type: 'GiveBack';
      readonly noteId: CreditNoteId;
      readonly refundIds: readonly RefundId[];
      /** Net: what is owed of the whole, or by how much a line is less. */
      readonly give: { readonly keep: Cents } | { readonly lineId: number; readonly amount: Cents };
      readonly reason: string;
      readonly refund: boolean;
    } & Now)
  | ({ readonly type: 'NumberCreditNote'; readonly noteId: CreditNoteId; readonly number: string } & Now)
  | ({
      readonly type: 'Refund';
      readonly refundId: RefundId;
      readonly paymentId: PaymentId | null;
      readonly amount: Cents;
      readonly reason: string;
      /** Somebody gave it back another way than it came, and records that. */
      readonly byHand?: { readonly reference: string | null } | undefined;
    } & Now)
  | ({ readonly type: 'RecordRefund'; readonly refundId: RefundId; readonly news: RefundNews } & Now)
  | ({
      readonly type: 'RecordRefundElsewhere';
      readonly refundId: RefundId;
      /** Of the credit note that says what it was given back for, where one follows. */
      readonly noteId: CreditNoteId;
      readonly paymentId: PaymentId;
      readonly reference: string;
      readonly why: RefundElsewhere['why'];
      readonly amount: Cents;
      readonly news: RefundNews | { readonly outcome: 'pending' };
    } & Now)
  | DisputeCommand
  | ({ readonly type: 'RunDunning' } & Now)
  | ({ readonly type: 'HoldDunning'; readonly reason: string } & Now)
  | ({ readonly type: 'ReleaseDunning' } & Now);

export type InvoiceRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'payment_in_flight'; readonly message: string }
  | { readonly code: 'duplicate'; readonly message: string }
  | { readonly code: 'not_refundable'; readonly message: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };
