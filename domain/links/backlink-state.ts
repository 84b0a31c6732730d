import type { BacklinkId, IndexingRequestId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent, IndexingRefusalCode, LinkRef } from './backlink-messages.ts';
import type { Placement } from './backlink-order-messages.ts';
import type { QualityWarning } from './link-quality.ts';
import { isLive } from './live-check.ts';
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
      return { ...state, status: 'lost', lostAt: event.at };
    case 'BacklinkReplaced':
      return { ...state, status: 'replaced', replacedBy: event.data.replaced_by };
    case 'BacklinkCostCorrected':
      return { ...state, placement: { ...state.placement, cost_cents: event.data.cost_cents } };
    case 'BacklinkCheckRequested':
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
  };
};

function checked(
  state: KnownBacklink,
  { at, data }: Extract<BacklinkEvent, { type: 'BacklinkLiveChecked' }>,
): KnownBacklink {
  const firstLookAt = state.firstLookAt ?? at;
  if (isLive(data)) return { ...state, firstLookAt, missingSince: null, unreachable: 0, flagged: false };
  if (state.status !== 'live') return { ...state, firstLookAt };
  if (data.http_status === 200 || data.http_status === 404 || data.http_status === 410)
    return { ...state, firstLookAt, missingSince: state.missingSince ?? at, unreachable: 0 };
  return { ...state, firstLookAt, unreachable: state.unreachable + 1 };
}

const indexing = (state: KnownBacklink, to: Partial<LinkIndexingState>): KnownBacklink => ({
  ...state,
  indexing: { ...state.indexing, ...to },
});
