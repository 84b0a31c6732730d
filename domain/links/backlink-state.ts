import type { BacklinkId, ClaimId, IndexingRequestId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent, IndexingRefusalCode, LinkRef } from './backlink-messages.ts';
import type { Placement } from './backlink-order-messages.ts';
import { type GuaranteeReason, type LinkGuarantee, STARTING_GUARANTEE } from './guarantee.ts';
import type { QualityWarning } from './link-quality.ts';
import { isLive, takesWorth } from './live-check.ts';
import type { LinkTier } from './price-book-data.ts';

export type DecidedWarning = QualityWarning & { readonly decision: 'accept' | 'reject' | null };

export type LinkIndexingState = {
  readonly status: 'none' | 'refused' | 'open' | 'indexed' | 'failed' | 'reviewed' | 'cancelled';
  readonly requestId: IndexingRequestId | null;
  readonly refusal: IndexingRefusalCode | null;
};

export type KnownBacklink = {
  /** `placed` until it is live for the first time; `ordered` and `planned` are for links that campaigns announce. */
  readonly status: 'placed' | 'live' | 'lost' | 'rejected' | 'replaced';
  readonly ref: LinkRef;
  readonly placement: Placement;
  readonly tier: LinkTier | null;
  readonly drFloor: number;
  readonly sourceDr: number | null;
  readonly warnings: readonly DecidedWarning[];
  readonly qualityChecked: boolean;
  readonly accepted: boolean;
  readonly firstLookAt: Instant | null;
  readonly liveAt: Instant | null;
  /** When a live link was first found missing, until it is seen again. */
  readonly missingSince: Instant | null;
  /** Looks in a row at which the page did not answer. */
  readonly unreachable: number;
  readonly guaranteedUntil: Instant | null;
  readonly flagged: boolean;
  readonly lostAt: Instant | null;
  readonly replacedBy: BacklinkId | null;
  readonly indexing: LinkIndexingState;
  readonly guarantee: LinkGuarantee;
  /** Since when a live link has been found to take its worth away, until it is seen without. */
  readonly nofollowSince: Instant | null;
  /** The claim that is being looked into. */
  readonly claim: LinkClaim | null;
  /** The guarantee was found broken of a link that is there: that is said once. */
  readonly broken: GuaranteeReason | null;
};
export type LinkClaim = {
  readonly id: ClaimId;
  readonly reason: GuaranteeReason;
  /** Of looks into the index: when the page was first found out of it, and how often nothing could be found out. */
  readonly suspectedAt: Instant | null;
  readonly unclear: number;
};
export type Backlink = { readonly status: 'none' } | KnownBacklink;

export function evolve(state: Backlink, event: BacklinkEvent): Backlink {
  if (event.type === 'BacklinkPlaced') return placed(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'BacklinkQualityChecked': {
      const { source_dr: sourceDr, warnings } = event.data;
      return {
        ...state,
        sourceDr,
        qualityChecked: true,
        warnings: warnings.map((each) => ({ ...each, decision: null })),
      };
    }
    case 'BacklinkWarningDecided': {
      const { code, decision } = event.data;
      return { ...state, warnings: state.warnings.map((each) => (each.code === code ? { ...each, decision } : each)) };
    }
    case 'BacklinkAccepted':
      return { ...state, accepted: true };
    case 'BacklinkRejected':
      return { ...state, status: 'rejected' };
    case 'BacklinkLiveChecked':
      return checked(state, event);
    case 'BacklinkWentLive':
      return {
        ...state,
        status: 'live',
        liveAt: event.at,
        guaranteedUntil: event.data.guaranteed_until,
        flagged: false,
      };
    case 'BacklinkFlagged':
      return { ...state, flagged: true };
    case 'BacklinkLost':
      return { ...state, status: 'lost', lostAt: event.at, claim: null };
    case 'BacklinkReplaced':
      return { ...state, status: 'replaced', replacedBy: event.data.replaced_by };
    case 'BacklinkCostCorrected':
      return { ...state, placement: { ...state.placement, cost_cents: event.data.cost_cents } };
    case 'BacklinkCheckRequested': {
      const { claim } = event.data;
      if (claim === undefined) return state;
      return { ...state, claim: { id: claim.claim_id, reason: claim.reason, suspectedAt: null, unclear: 0 } };
    }
    case 'BacklinkGuaranteeChecked':
      return guaranteeChecked(state, event);
    case 'BacklinkSeenByAhrefs':
    case 'IndexingCheckRequested':
      return state;
    case 'IndexingRequested':
      return indexing(state, { status: 'open', requestId: event.data.request_id, refusal: null });
    case 'IndexingRefused':
      return indexing(state, { status: 'refused', refusal: event.data.code });
    case 'BacklinkIndexed':
      return indexing(state, { status: 'indexed' });
    case 'BacklinkIndexingFailed':
      return indexing(state, { status: 'failed' });
    case 'BacklinkIndexingCancelled':
      return indexing(state, { status: 'cancelled' });
    case 'IndexingReviewed':
      return indexing(state, { status: 'reviewed' });
  }
}

const placed = ({
  tier,
  dr_floor,
  campaign_id: _,
  guarantee = STARTING_GUARANTEE,
  ...data
}: Extract<BacklinkEvent, { type: 'BacklinkPlaced' }>['data']): KnownBacklink => {
  const { backlink_id, order_id, account_id, site_id, ...placement } = data;
  return {
    status: 'placed',
    ref: { backlink_id, order_id, account_id, site_id },
    placement,
    tier,
    drFloor: dr_floor,
    sourceDr: null,
    warnings: [],
    qualityChecked: false,
    accepted: false,
    firstLookAt: null,
    liveAt: null,
    missingSince: null,
    unreachable: 0,
    guaranteedUntil: null,
    flagged: false,
    lostAt: null,
    replacedBy: null,
    indexing: { status: 'none', requestId: null, refusal: null },
    guarantee,
    nofollowSince: null,
    claim: null,
    broken: null,
  };
};

function checked(
  state: KnownBacklink,
  { at, data }: Extract<BacklinkEvent, { type: 'BacklinkLiveChecked' }>,
): KnownBacklink {
  const firstLookAt = state.firstLookAt ?? at;
  if (isLive(data)) {
    const nofollowSince = takesWorth(data) ? (state.nofollowSince ?? at) : null;
    return { ...state, firstLookAt, missingSince: null, unreachable: 0, flagged: false, nofollowSince };
  }
  if (state.status !== 'live') return { ...state, firstLookAt };
  if (data.http_status === 200 || data.http_status === 404 || data.http_status === 410)
    return { ...state, firstLookAt, missingSince: state.missingSince ?? at, unreachable: 0 };
  return { ...state, firstLookAt, unreachable: state.unreachable + 1 };
}

const indexing = (state: KnownBacklink, to: Partial<LinkIndexingState>): KnownBacklink => ({
  ...state,
  indexing: { ...state.indexing, ...to },
});

function guaranteeChecked(
  state: KnownBacklink,
  { at, data: { outcome, reason } }: Extract<BacklinkEvent, { type: 'BacklinkGuaranteeChecked' }>,
): KnownBacklink {
  const { claim } = state;
  switch (outcome) {
    case 'broken':
      return { ...state, claim: null, broken: reason };
    case 'sound':
      return { ...state, claim: null };
    case 'suspected':
      return claim === null ? state : { ...state, claim: { ...claim, suspectedAt: claim.suspectedAt ?? at } };
    case 'unclear':
      return claim === null ? state : { ...state, claim: { ...claim, unclear: claim.unclear + 1 } };
  }
}
