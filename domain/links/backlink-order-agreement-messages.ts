import type { DomainEvent } from '#domain/kernel/decider';
import type { BacklinkId, ClaimId, CreditNoteId, ProposalId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { Approver, OfLink, OfOrder, Vendor } from './backlink-order-parts.ts';
import type { BriefAnswers, BriefQuestion } from './brief.ts';
import type { GuaranteeReason, Remedy } from './guarantee.ts';

/** What is known of the page that a link is proposed for. */
export type ProposalMetrics = { readonly dr?: number; readonly traffic?: number };
/** A placement as the client is asked about it. */
export type ProposedPlacement = {
  /** Null where only the domain is known yet. */
  readonly source_url: string | null;
  readonly source_domain: string;
  readonly target_url: string;
  readonly anchor_text: string;
};
type OfProposal = OfOrder & { readonly proposal_id: ProposalId; readonly on: Day };
/** The due date, later by the days for which the order had to wait, where it waits no more. */
type Moved = { readonly due_date?: Day };

export type ProposalEvent =
  | DomainEvent<
      'PlacementProposed',
      OfProposal &
        ProposedPlacement & {
          readonly vendor: Vendor;
          readonly cost_cents: Cents;
          readonly metrics: ProposalMetrics | null;
          readonly proposed_by: Approver;
        }
    >
  | DomainEvent<'PlacementApproved', OfProposal & Moved & { readonly approved_by: Approver }>
  | DomainEvent<'PlacementRejected', OfProposal & Moved & { readonly rejected_by: Approver; readonly reason: string }>
  | DomainEvent<
      'PlacementWithdrawn',
      OfProposal & Moved & { readonly because: WithdrawnBecause; readonly reason: string | null }
    >
  /** Nobody said anything for seven days after they were told. */
  | DomainEvent<'PlacementApprovedBySilence', OfProposal & Moved>
  /** Twice as many were rejected as ordered: silence and deadlines stand still until staff go on. */
  | DomainEvent<'PlacementsHalted', OfProposal & { readonly rejected: number }>
  | DomainEvent<'PlacementsContinued', OfOrder & Moved & { readonly on: Day }>;
export type WithdrawnBecause = 'by_staff' | 'domain_blocked' | 'order_cancelled';

export type BriefEvent =
  /** The whole of what is answered now; texts are sealed. */
  | DomainEvent<'BriefAnswered', OfOrder & { readonly answers: BriefAnswers }>
  | DomainEvent<'BriefCompleted', OfOrder & { readonly on: Day; readonly due_date: Day | null }>;

type OfClaim = OfLink & { readonly claim_id: ClaimId };
export type ClaimEvent =
  | DomainEvent<
      'GuaranteeClaimed',
      OfClaim & {
        readonly reason: GuaranteeReason;
        readonly note: string | null;
        /** Null where a live check raised it. */
        readonly claimed_by: Approver | null;
        readonly on: Day;
      }
    >
  | DomainEvent<
      'GuaranteeSettled',
      OfClaim & {
        readonly outcome: 'accepted' | 'refused' | 'remedied';
        /** Of an accepted one, and of one that is remedied. */
        readonly remedy: Remedy | null;
        /** What is credited. */
        readonly amount_cents?: Cents;
        /** The event of the link's own stream that proves it, or that it is unfounded. */
        readonly check_id: string | null;
        readonly reason: string | null;
        readonly decided_by?: Approver;
        readonly replacement_id?: BacklinkId;
        readonly credit_note_id?: CreditNoteId;
      }
    >;

export type AgreementEvent = ProposalEvent | BriefEvent | ClaimEvent;

export type ProposalCommand =
  | {
      readonly type: 'Propose';
      readonly proposalId: ProposalId;
      readonly placement: ProposedPlacement;
      readonly vendor: Vendor;
      readonly cost: Cents;
      readonly metrics: ProposalMetrics | null;
      readonly by: Approver;
      /** The account's blocked domain that the host falls under. */
      readonly blocked: string | null;
    }
  | { readonly type: 'ApproveProposal'; readonly proposalId: ProposalId; readonly by: Approver }
  | {
      readonly type: 'RejectProposal';
      readonly proposalId: ProposalId;
      readonly by: Approver;
      readonly reason: string;
    }
  | {
      readonly type: 'WithdrawProposal';
      readonly proposalId: ProposalId;
      readonly because: WithdrawnBecause;
      readonly reason: string | null;
    }
  | { readonly type: 'ApproveBySilence'; readonly proposalId: ProposalId }
  | { readonly type: 'ContinuePlacements' };

export type BriefCommand = {
  readonly type: 'AnswerBrief';
  readonly answers: BriefAnswers;
  readonly complete: boolean;
};

export type ClaimCommand =
  | {
      readonly type: 'Claim';
      readonly claimId: ClaimId;
      readonly backlinkId: BacklinkId;
      readonly reason: GuaranteeReason;
      readonly note: string | null;
      readonly by: Approver;
      /** What the link's own stream says. */
      readonly guaranteedUntil: Instant | null;
      readonly wasIndexed: boolean;
    }
  /** What a person, or a look at the page, makes of a claim. */
  | {
      readonly type: 'SettleClaim';
      readonly claimId: ClaimId;
      readonly outcome: 'accepted' | 'refused';
      readonly checkId: string | null;
      readonly reason: string | null;
      readonly by: Approver | null;
    }
  | { readonly type: 'RecordCredited'; readonly claimId: ClaimId; readonly creditNoteId: CreditNoteId | null };

export type AgreementCommand = ProposalCommand | BriefCommand | ClaimCommand;

export type AgreementRefusal = {
  readonly code: 'not_as_approved' | 'brief_incomplete' | 'domain_blocked';
  readonly message: string;
};

/** What an order asks of its client, as part of its terms. */
export type AgreedTerms = {
  /** Every link is proposed to the client before it is placed. */
  readonly placement_approval?: 'client';
  /** Asked before work begins. */
  readonly brief?: readonly BriefQuestion[];
};
