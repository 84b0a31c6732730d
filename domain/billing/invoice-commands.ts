import type { CreditNoteId, PaymentId, RefundId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { Collection, InvoiceContent } from './billing-account-messages.ts';
import type { DisputeCommand } from './dispute-messages.ts';
import type { Recipient, RefundElsewhere } from './invoice-messages.ts';
import type { Seller } from './seller.ts';

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
