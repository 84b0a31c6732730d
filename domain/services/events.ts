import type { ConversationEvent } from './conversation.ts';
import type { DeliveryMonthEvent } from './delivery-month.ts';
import type { ManagedSubscriptionEvent } from './managed-subscription.ts';
import type { OnboardingEvent } from './onboarding.ts';
import type { SiteContractEvent } from './site-contract.ts';

/** Every event of the room. */
export type ServicesEvent =
  | ConversationEvent
  | DeliveryMonthEvent
  | ManagedSubscriptionEvent
  | OnboardingEvent
  | SiteContractEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<ServicesEvent['type'], true>> = {
  AccountManagerAssigned: true,
  CaughtUpOnContent: true,
  DeliveryMonthEnded: true,
  DeliveryRunSkipped: true,
  DeliveryRunStarted: true,
  FellBehindOnContent: true,
  ManagedSubscriptionActivated: true,
  ManagedSubscriptionCancelled: true,
  ManagedSubscriptionCreated: true,
  ManagedSubscriptionPaused: true,
  ManagedSubscriptionPriceChanged: true,
  ManagedSubscriptionResumed: true,
  ManagedSubscriptionTierChanged: true,
  MessagePosted: true,
  MessagesRead: true,
  OnboardingRequested: true,
  OnboardingStepBlocked: true,
  OnboardingStepCompleted: true,
  OnboardingStepFailed: true,
  OnboardingStepStarted: true,
  OnboardingStopped: true,
  ServiceConfigChanged: true,
  ServiceMonthClosed: true,
  ServiceMonthStarted: true,
  SiteContractClaimed: true,
};
export const SERVICES_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
