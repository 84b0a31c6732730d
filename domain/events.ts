import type { AccessTokenEvent } from './access-token.ts';
import type { DeliveryMonthEvent } from './delivery-month.ts';
import { FACT_TYPES, type FactEvent } from './fact.ts';
import type { JobRunEvent } from './job-run.ts';
import type { LaunchFlagEvent } from './launch-flag.ts';
import type { ManagedSubscriptionEvent } from './managed-subscription.ts';
import type { OnboardingEvent } from './onboarding.ts';
import type { SiteContractEvent } from './site-contract.ts';
import type { StoreIdentityEvent } from './store-identity.ts';
import type { WebhookEndpointEvent } from './webhook-endpoint.ts';
import type { WorkRequestEvent } from './work-request.ts';

/** Every event of the business. Those of the machinery (effects, timers) are the runtime's. */
export type BusinessEvent =
  | AccessTokenEvent
  | DeliveryMonthEvent
  | FactEvent
  | JobRunEvent
  | LaunchFlagEvent
  | ManagedSubscriptionEvent
  | OnboardingEvent
  | SiteContractEvent
  | StoreIdentityEvent
  | WebhookEndpointEvent
  | WorkRequestEvent;

export type BusinessEventType = BusinessEvent['type'];

/** Listed by type so that the compiler demands one entry for each; `EVENT_TYPES` is what tests go by. */
const LISTED: Readonly<Record<Exclude<BusinessEventType, (typeof FACT_TYPES)[number]>, true>> = {
  AccessTokenIssued: true,
  AccessTokenRevoked: true,
  AccountManagerAssigned: true,
  CaughtUpOnContent: true,
  DeliveryMonthEnded: true,
  DeliveryRunSkipped: true,
  DeliveryRunStarted: true,
  FactHeld: true,
  FellBehindOnContent: true,
  JobFinished: true,
  JobStarted: true,
  LaunchFlagSet: true,
  ManagedSubscriptionActivated: true,
  ManagedSubscriptionCancelled: true,
  ManagedSubscriptionCreated: true,
  ManagedSubscriptionPaused: true,
  ManagedSubscriptionPriceChanged: true,
  ManagedSubscriptionResumed: true,
  ManagedSubscriptionTierChanged: true,
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
  StoreFounded: true,
  TestClockSet: true,
  WebhookEndpointRegistered: true,
  WebhookEndpointRemoved: true,
  WorkRequestDone: true,
  WorkRequestFailed: true,
  WorkRequestSent: true,
  WorkRequested: true,
};

export const EVENT_TYPES: readonly BusinessEventType[] = [
  ...(Object.keys(LISTED) as BusinessEventType[]),
  ...FACT_TYPES,
].sort();

/** Schema versions other than 1, and what lifts older data to the next one. None has changed its meaning yet. */
export const EVENT_SCHEMAS = { versions: {}, upcasters: {} } as const;
