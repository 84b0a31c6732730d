import type { Zone } from '#domain/kernel/calendar';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { evolve } from '#domain/links/backlink-order-state';
import type { AnnotationEvent } from '#domain/reports/annotation';
import { type Goal, type GoalEvent, goal } from '#domain/reports/goal';
import { type LinkShown, linkPrice, linkShown, orderShown } from '#domain/reports/shown-links';
import {
  type ManagedSubscription,
  type ManagedSubscriptionEvent,
  managedSubscription,
} from '#domain/services/managed-subscription';
import type { Projected, ProjectionHandlers } from '#runtime/projection';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { waitsOf } from './order-waits.ts';
import { HAPPENINGS, ORDERS_FOLDED, type Shown } from './report-facts-tables.ts';
import { happens, standingNow, stands } from './report-standings.ts';

/** A state that is JSON, as it is kept. */
const kept = (state: object): Shown => state as Shown;

type OrderEvent = Projected<BacklinkOrderEvent>;
/**
 * Folds an order as its aggregate does, and puts down how it stands for its client, what it waits for from them, and what each
 * delivered link costs them.
 */
const onOrder = (zone: Zone) => async (rows: UnitOfWork, event: OrderEvent) => {
  const { order_id: id, site_id: siteId } = event.data;
  const before = await rows.get(ORDERS_FOLDED, { id });
  const state = evolve(before?.state ?? { status: 'none' }, event);
  if (state.status === 'none') return;
  rows.put(ORDERS_FOLDED, { id, site_id: siteId, state });
  const shown = orderShown(state);
  const known = before === undefined ? null : orderShown(before.state);
  if (JSON.stringify(shown) !== JSON.stringify(known)) {
    const open = ['draft', 'approved', 'in_progress', 'delivered'].includes(state.status);
    await stands(rows, zone, event, { siteId, kind: 'order', subject: String(id), open, value: kept(shown) });
  }
  const [waited, waits] = [waitsOf(before?.state), waitsOf(state)];
  for (const [subject, value] of new Map([...waited, ...waits]))
    if (waited.has(subject) !== waits.has(subject))
      await stands(rows, zone, event, { siteId, kind: 'approval', subject, open: waits.has(subject), value });
  if (event.type !== 'OrderLinkDelivered') return;
  const link = state.links.find((each) => each.id === event.data.backlink_id);
  if (!link) return;
  const value = { backlink_id: link.id, price: linkPrice(state, link), replacement: link.replaces_id !== null };
  happens(rows, zone, event, { siteId, kind: 'link_delivered', subject: link.id, value });
};

type LinkEvent = Projected<BacklinkEvent>;
const HAPPENED_TO_LINKS = {
  BacklinkWentLive: 'link_live',
  BacklinkLost: 'link_lost',
  BacklinkReplaced: 'link_replaced',
} as const;
const hasHappened = (type: string): type is keyof typeof HAPPENED_TO_LINKS => Object.hasOwn(HAPPENED_TO_LINKS, type);
/** A link as it is shown, and how many of the site's are live. */
const onLink = (zone: Zone) => async (rows: UnitOfWork, event: LinkEvent) => {
  const { backlink_id: id, site_id: siteId } = event.data;
  const subject = String(id);
  const before = await standingNow(rows, { siteId, kind: 'link', subject });
  const link = before === undefined ? null : (before.value as Shown & LinkShown);
  const shown = linkShown(link, event);
  if (shown === null || shown === link) return;
  await stands(rows, zone, event, { siteId, kind: 'link', subject, open: shown.replacement_owed, value: kept(shown) });
  const more = Number(shown.status === 'live') - Number(link?.status === 'live');
  const counted = await standingNow(rows, { siteId, kind: 'links_live', subject: '' });
  if (more !== 0 || counted === undefined) {
    const live = Number(counted?.value['live'] ?? 0) + more;
    await stands(rows, zone, event, { siteId, kind: 'links_live', subject: '', value: { live } });
  }
  if (event.type === 'BacklinkPlaced' && shown.replaces_id !== null)
    await owes(rows, zone, event, shown.replaces_id, false);
  if (event.type === 'BacklinkRejected' && shown.replaces_id !== null)
    await owes(rows, zone, event, shown.replaces_id, true);
  if (hasHappened(event.type)) happens(rows, zone, event, { siteId, kind: HAPPENED_TO_LINKS[event.type], subject: id });
};

/** Whether a lost link still waits for another in its place: not while one is placed, and again where that one is rejected. */
async function owes(rows: UnitOfWork, zone: Zone, event: LinkEvent, id: number, owed: boolean): Promise<void> {
  const siteId = event.data.site_id;
  const before = await standingNow(rows, { siteId, kind: 'link', subject: String(id) });
  if (before === undefined) return;
  const value = { ...before.value, replacement_owed: owed };
  await stands(rows, zone, event, { siteId, kind: 'link', subject: String(id), open: owed, value });
}

const onSubscription = (zone: Zone) => async (rows: UnitOfWork, event: Projected<ManagedSubscriptionEvent>) => {
  const { subscription_id: id, site_id: siteId } = event.data;
  const subject = String(id);
  const before = await standingNow(rows, { siteId, kind: 'subscription', subject });
  const known = before === undefined ? managedSubscription.initial : (before.value as Shown & ManagedSubscription);
  const state = managedSubscription.evolve(known, event);
  await stands(rows, zone, event, {
    siteId,
    kind: 'subscription',
    subject,
    open: state.status !== 'cancelled',
    value: kept(state),
  });
};

const onGoal = (zone: Zone) => async (rows: UnitOfWork, event: Projected<GoalEvent>) => {
  const { goal_id: id, site_id: siteId } = event.data;
  const before = await standingNow(rows, { siteId, kind: 'goal', subject: String(id) });
  const state = goal.evolve(before === undefined ? goal.initial : (before.value as Shown & Goal), event);
  const open = state.status !== 'removed';
  await stands(rows, zone, event, { siteId, kind: 'goal', subject: String(id), open, value: kept(state) });
};

/** Those of a zone: days of instants are days there. */
export function ownHandlers(
  zone: Zone,
): ProjectionHandlers<BacklinkOrderEvent | BacklinkEvent | ManagedSubscriptionEvent | GoalEvent | AnnotationEvent> {
  const [order, link, subscription, aim] = [onOrder(zone), onLink(zone), onSubscription(zone), onGoal(zone)];
  return {
    BacklinkOrderDrafted: order,
    BacklinkOrderRevised: order,
    BacklinkOrderNoted: order,
    BacklinkOrderApproved: order,
    OrderLinkPlaced: order,
    BacklinkOrderStarted: order,
    OrderLinkDelivered: order,
    OrderLinkRejected: order,
    OrderLinkLive: order,
    OrderLinkLost: order,
    OrderLinkIndexing: order,
    OrderLinkCostCorrected: order,
    BacklinkOrderRepriced: order,
    BacklinkOrderBilled: order,
    BacklinkOrderDelivered: order,
    BacklinkOrderCompleted: order,
    BacklinkOrderCancelled: order,
    BacklinkOrderFellBehind: order,
    BacklinkOrderCaughtUp: order,
    BacklinkOrderRenewed: order,
    BacklinkOrderRenewalHeld: order,
    BacklinkOrderRenewalEnded: order,
    PlacementProposed: order,
    PlacementApproved: order,
    PlacementApprovedBySilence: order,
    PlacementRejected: order,
    PlacementWithdrawn: order,
    PlacementsHalted: order,
    PlacementsContinued: order,
    BriefAnswered: order,
    BriefCompleted: order,
    GuaranteeClaimed: order,
    GuaranteeSettled: order,
    BacklinkPlaced: link,
    BacklinkQualityChecked: link,
    BacklinkWarningDecided: 'ignored',
    BacklinkAccepted: 'ignored',
    BacklinkRejected: link,
    BacklinkLiveChecked: 'ignored',
    BacklinkWentLive: link,
    BacklinkFlagged: 'ignored',
    BacklinkLost: link,
    BacklinkReplaced: link,
    BacklinkGuaranteeChecked: link,
    BacklinkCostCorrected: 'ignored',
    BacklinkCheckRequested: 'ignored',
    BacklinkSeenByAhrefs: 'ignored',
    IndexingRequested: link,
    IndexingRefused: link,
    IndexingCheckRequested: 'ignored',
    BacklinkIndexed: link,
    BacklinkIndexingFailed: link,
    BacklinkIndexingCancelled: link,
    IndexingReviewed: link,
    ManagedSubscriptionCreated: subscription,
    ManagedSubscriptionActivated: subscription,
    ManagedSubscriptionPaused: subscription,
    ManagedSubscriptionResumed: subscription,
    ManagedSubscriptionCancelled: subscription,
    ManagedSubscriptionPriceChanged: subscription,
    ManagedSubscriptionTierChanged: subscription,
    ServiceConfigChanged: subscription,
    AccountManagerAssigned: 'ignored',
    OnboardingRequested: 'ignored',
    ServiceMonthStarted: subscription,
    ServiceMonthClosed: 'ignored',
    FellBehindOnContent: 'ignored',
    CaughtUpOnContent: 'ignored',
    GoalSet: aim,
    GoalChanged: aim,
    GoalRemoved: aim,
    GoalMet: aim,
    GoalMissed: aim,
    AnnotationAdded(rows, event) {
      const { annotation_id: subject, site_id: siteId, date: day, text, visibility } = event.data;
      happens(rows, zone, event, { siteId, kind: 'annotation', subject, value: { text, visibility }, day });
    },
    async AnnotationRemoved(rows, { data, position }) {
      const where = { site_id: data.site_id, kind: 'annotation', subject: String(data.annotation_id) } as const;
      for (const row of await rows.find(HAPPENINGS, where)) rows.put(HAPPENINGS, { ...row, until_position: position });
    },
  };
}
