import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, CreditNoteId, DisputeId, InvoiceId, PaymentId, RefundId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { MethodGateway } from './billing-account-messages.ts';

export type DisputeOpener = 'card_network' | 'client' | 'admin';
export type DisputeOutcome = 'won' | 'lost' | 'credited';
type OfNetwork = { readonly gateway: MethodGateway; readonly provider_dispute: string };
/** A bundle that was put together for a dispute. */
export type DisputeEvidence = {
  readonly generated_at: Instant;
  /** Of the whole bundle, lower-case hex. */
  readonly sha256: string;
  readonly size_bytes: number;
  /** The log's size that its proofs lead to. */
  readonly tree_size: number;
};

type Dispute<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly invoice_id: InvoiceId; readonly account_id: AccountId; readonly dispute_id: DisputeId } & Data
>;
/** What happens to disputes of an invoice; they stand in its stream, for its money follows from them. */
export type DisputeEvent =
  | Dispute<
      'InvoiceDisputeOpened',
      {
        readonly payment_id: PaymentId;
        readonly provider_dispute: string;
        readonly gateway: MethodGateway;
        readonly amount_cents: Cents;
        readonly reason: string;
        readonly due_by: Instant | null;
        readonly on: Day;
        /** Left out in early events: then it was the card network. */
        readonly opened_by?: DisputeOpener;
      }
    >
  | Dispute<'DisputeEvidencePrepared', DisputeEvidence & OfNetwork & { readonly submit: boolean }>
  | Dispute<'DisputeEvidenceSubmitted', { readonly on: Day }>
  /** The network has closed it in words that are not known here, or that do not say where the money is: a person decides. */
  | Dispute<'DisputeOutcomeUnclear', OfNetwork & { readonly outcome: string; readonly on: Day }>
  | Dispute<
      'InvoiceDisputeClosed',
      {
        readonly outcome: DisputeOutcome;
        readonly on: Day;
        readonly note?: string | null;
        /** The card network is told that it is given up. */
        readonly accept?: OfNetwork;
      }
    >;

export type InvoiceDispute = {
  readonly id: DisputeId;
  readonly provider_dispute: string;
  readonly payment_id: PaymentId;
  readonly amount_cents: Cents;
  readonly reason: string;
  readonly due_by: Instant | null;
  readonly opened_at: Instant;
  readonly gateway: MethodGateway;
  readonly opened_by: DisputeOpener;
  readonly status: 'open' | 'evidence_ready' | 'submitted' | DisputeOutcome;
  readonly evidence: DisputeEvidence | null;
  /** What it took back of its payment. */
  readonly reversed_cents: Cents;
  /** What the gateway has told of that by records of its own. */
  readonly confirmed: readonly { readonly reference: string; readonly amount_cents: Cents }[];
  /** How the network closed it, where that leaves open what became of the money. */
  readonly unclear: string | null;
};

type Now = { readonly now: Instant; readonly today: Day };
export type DisputeCommand =
  | ({
      readonly type: 'OpenDispute';
      readonly disputeId: DisputeId;
      readonly paymentId: PaymentId;
      readonly providerDispute: string;
      readonly amount: Cents;
      readonly reason: string;
      readonly dueBy: Instant | null;
    } & Now)
  | ({
      readonly type: 'RaiseDispute';
      readonly disputeId: DisputeId;
      /** Null: all that can be disputed. */
      readonly amount: Cents | null;
      readonly reason: string;
      readonly openedBy: 'client' | 'admin';
    } & Now)
  | ({
      readonly type: 'RecordEvidence';
      readonly disputeId: DisputeId;
      readonly submit: boolean;
    } & DisputeEvidence &
      Now)
  | ({ readonly type: 'MarkEvidenceSubmitted'; readonly disputeId: DisputeId } & Now)
  | ({
      readonly type: 'SettleDispute';
      readonly disputeId: DisputeId;
      readonly outcome: DisputeOutcome;
      readonly note: string;
      readonly noteId: CreditNoteId;
      readonly refundIds: readonly RefundId[];
    } & Now)
  | ({
      readonly type: 'CloseDispute';
      readonly providerDispute: string;
      readonly outcome: 'won' | 'lost';
      /** What was lost where it is not all that was disputed. */
      readonly amount?: Cents | null;
      /** Of the credit note for what was given back meanwhile, where one follows. */
      readonly noteId?: CreditNoteId;
    } & Now)
  | ({ readonly type: 'NoteUnclearOutcome'; readonly providerDispute: string; readonly outcome: string } & Now);
