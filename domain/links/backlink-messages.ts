import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, BacklinkId, ClaimId, IndexingRequestId, OrderId, SiteId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { Placement } from './backlink-order-messages.ts';
import type { Evidence } from './evidence.ts';
import type { GuaranteeReason, LinkGuarantee } from './guarantee.ts';
import type { LinkFacts, QualityWarning, WarningCode } from './link-quality.ts';
import type { LiveCheckStep, LiveEvidence } from './live-check.ts';
import type { LinkTier } from './price-book-data.ts';

export type LinkRef = {
  readonly backlink_id: BacklinkId;
  readonly order_id: OrderId;
  readonly account_id: AccountId;
  readonly site_id: SiteId;
};
/** A claim that looks at the link have to prove; `request_id` is the indexing that brought its page into the index. */
export type OpenClaim = {
  readonly claim_id: ClaimId;
  readonly reason: GuaranteeReason;
  readonly request_id?: IndexingRequestId;
};
export type Entitlement = 'plan' | 'managed_pro' | 'boost';
export type LostBecause = 'missing' | 'reported_by_ahrefs' | 'marked_by_hand';
type Request = LinkRef & { readonly request_id: IndexingRequestId };

export type BacklinkEvent =
  | DomainEvent<
      'BacklinkPlaced',
      LinkRef &
        Placement & {
          readonly tier: LinkTier | null;
          readonly dr_floor: number;
          readonly campaign_id: number | null;
          /** Links of older orders have what every link had: replaced where it is lost within 90 days. */
          readonly guarantee?: LinkGuarantee;
        }
    >
  | DomainEvent<
      'BacklinkQualityChecked',
      LinkRef & {
        readonly source_dr: number | null;
        readonly source_traffic: number | null;
        readonly quality_score: number | null;
        readonly warnings: readonly QualityWarning[];
      }
    >
  | DomainEvent<
      'BacklinkWarningDecided',
      LinkRef & { readonly code: WarningCode; readonly decision: 'accept' | 'reject' }
    >
  /** It passed the quality check, or every warning was accepted. */
  | DomainEvent<'BacklinkAccepted', LinkRef>
  | DomainEvent<'BacklinkRejected', LinkRef & { readonly reason: string }>
  | DomainEvent<
      'BacklinkLiveChecked',
      LinkRef &
        LiveEvidence & {
          readonly step: LiveCheckStep;
          readonly next_step: LiveCheckStep | null;
          readonly next_at: Instant | null;
        }
    >
  | DomainEvent<'BacklinkWentLive', LinkRef & { readonly guaranteed_until: Instant }>
  /** Not live by day 7, or live and not reachable for a week: people look at it. */
  | DomainEvent<'BacklinkFlagged', LinkRef & { readonly reason: string }>
  | DomainEvent<
      'BacklinkLost',
      LinkRef & {
        readonly because: LostBecause;
        readonly reason: string | null;
        readonly replacement_owed: boolean;
        readonly guaranteed_until: Instant;
        /** What of its guarantee it breaks, where it breaks any of its terms. */
        readonly breach?: GuaranteeReason;
      }
    >
  /** What a look says of the guarantee of a link that is there. */
  | DomainEvent<
      'BacklinkGuaranteeChecked',
      LinkRef & {
        readonly reason: GuaranteeReason;
        /** `suspected`: another look follows; `unclear`: it could not be found out; `sound`: the claim is unfounded. */
        readonly outcome: 'suspected' | 'broken' | 'sound' | 'unclear';
        /** Null where nobody claimed anything. */
        readonly claim_id: ClaimId | null;
        readonly replacement_owed: boolean;
        /** Of a look into the index. */
        readonly evidence: Evidence | null;
        readonly next_at: Instant | null;
      }
    >
  | DomainEvent<'BacklinkReplaced', LinkRef & { readonly replaced_by: BacklinkId }>
  | DomainEvent<'BacklinkCostCorrected', LinkRef & { readonly cost_cents: Cents; readonly reason: string }>
  | DomainEvent<
      'BacklinkCheckRequested',
      LinkRef & {
        readonly step: 'asked' | 'reported' | 'claimed';
        /** Of a claim. */
        readonly claim?: OpenClaim;
      }
    >
  | DomainEvent<
      'BacklinkSeenByAhrefs',
      LinkRef & {
        readonly verified: boolean;
        readonly last_seen: Instant | null;
        readonly lost: boolean;
        readonly lost_reason: string | null;
      }
    >
  | DomainEvent<
      'IndexingRequested',
      Request & {
        readonly url: string;
        readonly because: 'live' | 'submitted' | 'review';
        readonly entitled_by: Entitlement;
        /** A Boost credit is taken with the first submission; one that a lost predecessor paid is taken over. */
        readonly takes_credit: boolean;
        /** In the order in which they are tried, with what a submission to each is booked at, in 1/10,000 US dollars. */
        readonly services: readonly { readonly name: string; readonly cost: number }[];
        /** The page stands on a host whose IndexNow key is held. */
        readonly index_now: boolean;
        readonly target_url: string;
      }
    >
  | DomainEvent<
      'IndexingRefused',
      LinkRef & { readonly code: IndexingRefusalCode; readonly reason: string; readonly because: string }
    >
  /** A check that was missed is asked for again. */
  | DomainEvent<'IndexingCheckRequested', Request>
  | DomainEvent<'BacklinkIndexed', Request & { readonly day: number }>
  | DomainEvent<'BacklinkIndexingFailed', Request & { readonly reason: string }>
  | DomainEvent<'BacklinkIndexingCancelled', Request & { readonly reason: string }>
  | DomainEvent<
      'IndexingReviewed',
      Request & { readonly outcome: 'accept_failure' | 'retry'; readonly note: string | null }
    >;

export type IndexingRefusalCode = 'not_entitled' | 'no_service' | 'not_live' | 'already_requested' | 'already_indexed';

/** What a request is opened with; `entitledBy` null where nothing entitles the link. */
export type OpenIndexing = {
  readonly requestId: IndexingRequestId;
  readonly because: 'live' | 'submitted' | 'review';
  readonly entitledBy: Entitlement | null;
  readonly takesCredit: boolean;
  readonly services: readonly { readonly name: string; readonly cost: number }[];
  readonly indexNow: boolean;
};

export type BacklinkCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Place';
      readonly ref: LinkRef;
      readonly placement: Placement;
      readonly tier: LinkTier | null;
      readonly drFloor: number;
      readonly campaignId: number | null;
      readonly guarantee?: LinkGuarantee | undefined;
    }
  | { readonly type: 'RecordQuality'; readonly facts: Omit<LinkFacts, 'drFloor' | 'anchorText'> }
  | {
      readonly type: 'DecideWarnings';
      readonly decisions: readonly { readonly code: WarningCode; readonly decision: 'accept' | 'reject' }[];
    }
  | { readonly type: 'RecordLiveCheck'; readonly step: LiveCheckStep; readonly evidence: LiveEvidence }
  | { readonly type: 'AskForCheck' }
  | { readonly type: 'ProveClaim'; readonly claimId: ClaimId; readonly reason: GuaranteeReason }
  /** What the index checker says of the page of a link that is claimed to be out of the index; null where it cannot tell. */
  | {
      readonly type: 'RecordIndexLook';
      readonly claimId: ClaimId;
      readonly indexed: boolean | null;
      readonly evidence: Evidence;
    }
  | { readonly type: 'MarkLost'; readonly reason: string | null }
  | { readonly type: 'MarkReplaced'; readonly by: BacklinkId }
  | { readonly type: 'CorrectCost'; readonly cost: Cents; readonly reason: string }
  | {
      readonly type: 'RecordSighting';
      readonly verified: boolean;
      readonly lastSeen: Instant | null;
      readonly lost: boolean;
      readonly lostReason: string | null;
    }
  | ({ readonly type: 'RequestIndexing' } & OpenIndexing)
  | { readonly type: 'AskForIndexCheck'; readonly requestId: IndexingRequestId }
  | {
      readonly type: 'EndIndexing';
      readonly requestId: IndexingRequestId;
      readonly end:
        | { readonly outcome: 'indexed'; readonly day: number }
        | { readonly outcome: 'failed' | 'cancelled'; readonly reason: string };
    }
  | {
      readonly type: 'ReviewIndexing';
      readonly requestId: IndexingRequestId;
      readonly outcome: 'accept_failure' | 'retry';
      readonly note: string | null;
      /** Of a retry. */
      readonly open: OpenIndexing | null;
    }
);

export type BacklinkRefusal =
  | { readonly code: 'not_found' | 'duplicate'; readonly message: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: string | null };
