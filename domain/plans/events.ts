import type { EntitlementEvent } from './entitlement.ts';
import type { FeatureGateEvent } from './feature-gate.ts';
import type { IndexingCreditEvent } from './indexing-credit.ts';
import type { PlanFeaturesEvent } from './plan-features.ts';
import type { PlanSubscriptionEvent } from './plan-subscription.ts';

/** Every event of the room. */
export type PlansEvent =
  | EntitlementEvent
  | FeatureGateEvent
  | IndexingCreditEvent
  | PlanFeaturesEvent
  | PlanSubscriptionEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<PlansEvent['type'], true>> = {
  AccountGrandfathered: true,
  AccountMovedToPlanVersion: true,
  EntitlementOverridden: true,
  EntitlementOverrideRemoved: true,
  FeatureGateChecked: true,
  IndexingCreditReturned: true,
  IndexingCreditTaken: true,
  IndexingCreditsGranted: true,
  IndexingCreditsRevoked: true,
  PlanFeaturesRevised: true,
  PlanSubscriptionCancelled: true,
  PlanSubscriptionChanged: true,
  PlanSubscriptionPastDue: true,
  PlanSubscriptionRenewed: true,
  PlanSubscriptionStarted: true,
  UnknownFeatureChecked: true,
};
export const PLANS_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
