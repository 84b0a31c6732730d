import type { AhrefsEvent } from './ahrefs-connection.ts';
import type { AhrefsSnapshotEvent } from './ahrefs-snapshot.ts';
import type { ArticlePingEvent } from './article-ping.ts';
import type { BacklinkEvent } from './backlink-messages.ts';
import type { BacklinkOrderEvent } from './backlink-order-messages.ts';
import type { BlockedDomainEvent } from './blocked-domain.ts';
import type { IndexingRequestEvent } from './indexing-request.ts';
import type { IndexingServiceEvent } from './indexing-service.ts';
import type { PlacementSilenceEvent } from './placement-silence.ts';
import type { PriceBookEvent } from './price-book.ts';

/** Every event of the room. */
export type LinksEvent =
  | AhrefsEvent
  | AhrefsSnapshotEvent
  | ArticlePingEvent
  | BacklinkEvent
  | BacklinkOrderEvent
  | BlockedDomainEvent
  | IndexingRequestEvent
  | IndexingServiceEvent
  | PlacementSilenceEvent
  | PriceBookEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<LinksEvent['type'], true>> = {
  AhrefsConnected: true,
  AhrefsConnectionFailed: true,
  AhrefsConnectionRestored: true,
  AhrefsDisconnected: true,
  AhrefsSnapshotTaken: true,
  AhrefsUnitsReleased: true,
  AhrefsUnitsReserved: true,
  AhrefsUnitsSpent: true,
  ArticlePinged: true,
  BacklinkAccepted: true,
  BacklinkCheckRequested: true,
  BacklinkCostCorrected: true,
  BacklinkFlagged: true,
  BacklinkIndexed: true,
  BacklinkIndexingCancelled: true,
  BacklinkIndexingFailed: true,
  BacklinkLiveChecked: true,
  BacklinkLost: true,
  BacklinkOrderApproved: true,
  BacklinkOrderBilled: true,
  BacklinkOrderCancelled: true,
  BacklinkOrderCaughtUp: true,
  BacklinkOrderCompleted: true,
  BacklinkOrderDelivered: true,
  BacklinkOrderDrafted: true,
  BacklinkOrderFellBehind: true,
  BacklinkOrderNoted: true,
  BacklinkOrderRenewalEnded: true,
  BacklinkOrderRenewalHeld: true,
  BacklinkOrderRenewed: true,
  BacklinkOrderRepriced: true,
  BacklinkOrderRevised: true,
  BacklinkOrderStarted: true,
  BacklinkPlaced: true,
  BacklinkQualityChecked: true,
  BacklinkRejected: true,
  BacklinkReplaced: true,
  BacklinkSeenByAhrefs: true,
  BacklinkWarningDecided: true,
  BacklinkWentLive: true,
  BacklinkGuaranteeChecked: true,
  BriefAnswered: true,
  BriefCompleted: true,
  DomainBlocked: true,
  DomainUnblocked: true,
  GuaranteeClaimed: true,
  GuaranteeSettled: true,
  IndexNowPinged: true,
  IndexingAttempted: true,
  IndexingCheckRequested: true,
  IndexingCheckScheduled: true,
  IndexingChecked: true,
  IndexingCostIncurred: true,
  IndexingGaveUp: true,
  IndexingPageVerified: true,
  IndexingRefused: true,
  IndexingRequested: true,
  IndexingReviewed: true,
  IndexingServiceCleared: true,
  IndexingServiceFlagged: true,
  IndexingStopped: true,
  IndexingSubmitted: true,
  IndexingSucceeded: true,
  OrderLinkCostCorrected: true,
  OrderLinkDelivered: true,
  OrderLinkIndexing: true,
  OrderLinkLive: true,
  OrderLinkLost: true,
  OrderLinkPlaced: true,
  OrderLinkRejected: true,
  PlacementApproved: true,
  PlacementApprovedBySilence: true,
  PlacementProposed: true,
  PlacementRejected: true,
  PlacementSilenceHeld: true,
  PlacementSilenceStarted: true,
  PlacementWithdrawn: true,
  PlacementsContinued: true,
  PlacementsHalted: true,
  PriceBookRevised: true,
};
export const LINKS_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
