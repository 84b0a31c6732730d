import type { AccessTokenEvent } from './access-token.ts';
import type { AddOnEvent } from './add-on.ts';
import type { AhrefsEvent } from './ahrefs-connection.ts';
import type { AhrefsSnapshotEvent } from './ahrefs-snapshot.ts';
import type { ArticlePingEvent } from './article-ping.ts';
import type { BacklinkEvent } from './backlink-messages.ts';
import type { BacklinkOrderEvent } from './backlink-order-messages.ts';
import type { BillingAccountEvent } from './billing-account-messages.ts';
import type { DeliveryMonthEvent } from './delivery-month.ts';
import type { DocumentNumberEvent } from './document-number.ts';
import type { EntitlementEvent } from './entitlement.ts';
import { FACT_TYPES, type FactEvent } from './fact.ts';
import type { FeatureGateEvent } from './feature-gate.ts';
import type { IndexingCreditEvent } from './indexing-credit.ts';
import type { IndexingRequestEvent } from './indexing-request.ts';
import type { IndexingServiceEvent } from './indexing-service.ts';
import type { InvoiceEvent } from './invoice-messages.ts';
import type { JobRunEvent } from './job-run.ts';
import type { LaunchFlagEvent } from './launch-flag.ts';
import type { ManagedSubscriptionEvent } from './managed-subscription.ts';
import type { OnboardingEvent } from './onboarding.ts';
import type { PersonalDataEvent } from './personal-data.ts';
import type { PlanFeaturesEvent } from './plan-features.ts';
import type { PlanSubscriptionEvent } from './plan-subscription.ts';
import type { PriceBookEvent } from './price-book.ts';
import type { ProviderEvent } from './provider-event.ts';
import type { ReadAccessEvent } from './read-access.ts';
import type { SigningKeyEvent } from './signing-key.ts';
import type { SiteContractEvent } from './site-contract.ts';
import type { StoreIdentityEvent } from './store-identity.ts';
import type { TreeHeadEvent } from './tree-head.ts';
import type { WebhookEndpointEvent } from './webhook-endpoint.ts';
import type { WorkRequestEvent } from './work-request.ts';

/** Every event of the business. Those of the machinery (effects, timers) are the runtime's. */
export type BusinessEvent =
  | AccessTokenEvent
  | AddOnEvent
  | AhrefsEvent
  | AhrefsSnapshotEvent
  | ArticlePingEvent
  | BacklinkEvent
  | BacklinkOrderEvent
  | BillingAccountEvent
  | DeliveryMonthEvent
  | DocumentNumberEvent
  | EntitlementEvent
  | FactEvent
  | FeatureGateEvent
  | IndexingCreditEvent
  | IndexingRequestEvent
  | IndexingServiceEvent
  | InvoiceEvent
  | JobRunEvent
  | LaunchFlagEvent
  | ManagedSubscriptionEvent
  | OnboardingEvent
  | PersonalDataEvent
  | PlanFeaturesEvent
  | PlanSubscriptionEvent
  | PriceBookEvent
  | ProviderEvent
  | ReadAccessEvent
  | SigningKeyEvent
  | SiteContractEvent
  | StoreIdentityEvent
  | TreeHeadEvent
  | WebhookEndpointEvent
  | WorkRequestEvent;

export type BusinessEventType = BusinessEvent['type'];

/** Listed by type so that the compiler demands one entry for each; `EVENT_TYPES` is what tests go by. */
const LISTED: Readonly<Record<Exclude<BusinessEventType, (typeof FACT_TYPES)[number]>, true>> = {
  AccessTokenIssued: true,
  AccessTokenRevoked: true,
  AccountCreditGranted: true,
  AccountGrandfathered: true,
  AccountManagerAssigned: true,
  AccountMovedToPlanVersion: true,
  AddOnActivated: true,
  AddOnExpired: true,
  AddOnInvoiced: true,
  AddOnPurchased: true,
  AddOnRefunded: true,
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
  BillableAdded: true,
  CaughtUpOnContent: true,
  CreditNoteIssued: true,
  CreditNoteNumbered: true,
  DeliveryMonthEnded: true,
  DeliveryRunSkipped: true,
  DeliveryRunStarted: true,
  DocumentNumberTaken: true,
  DocumentNumbered: true,
  DunningHeld: true,
  DunningReleased: true,
  DunningStepTaken: true,
  EntitlementOverridden: true,
  EntitlementOverrideRemoved: true,
  FactHeld: true,
  FeatureGateChecked: true,
  FellBehindOnContent: true,
  IndexNowPinged: true,
  IndexingAttempted: true,
  IndexingCheckRequested: true,
  IndexingCostIncurred: true,
  IndexingCheckScheduled: true,
  IndexingChecked: true,
  IndexingCreditReturned: true,
  IndexingCreditTaken: true,
  IndexingCreditsGranted: true,
  IndexingCreditsRevoked: true,
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
  InvoiceBecamePastDue: true,
  DisputeEvidencePrepared: true,
  DisputeEvidenceSubmitted: true,
  DisputeOutcomeUnclear: true,
  InvoiceDisputeClosed: true,
  InvoiceDisputeOpened: true,
  InvoiceDrafted: true,
  InvoiceIssued: true,
  InvoiceMarkedUncollectible: true,
  InvoicePaid: true,
  InvoicePaymentApproved: true,
  InvoicePaymentAwaitingPayer: true,
  InvoicePaymentFailed: true,
  InvoicePaymentReversed: true,
  InvoicePaymentStarted: true,
  InvoicePaymentSucceeded: true,
  InvoicePaymentUnknown: true,
  InvoiceRefundFailed: true,
  InvoiceRefundStarted: true,
  InvoiceRefundSucceeded: true,
  InvoiceReleased: true,
  InvoiceVoided: true,
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
  OrderLinkCostCorrected: true,
  OrderLinkDelivered: true,
  OrderLinkIndexing: true,
  OrderLinkLive: true,
  OrderLinkLost: true,
  OrderLinkPlaced: true,
  OrderLinkRejected: true,
  PaymentMethodAdded: true,
  PaymentMethodAwaited: true,
  PaymentMethodFailed: true,
  PaymentMethodProven: true,
  PaymentMethodRemoved: true,
  PersonalDataErased: true,
  PlanFeaturesRevised: true,
  PlanSubscriptionCancelled: true,
  PlanSubscriptionChanged: true,
  PlanSubscriptionPastDue: true,
  PlanSubscriptionRenewed: true,
  PlanSubscriptionStarted: true,
  PriceBookRevised: true,
  ProviderEventReceived: true,
  ProviderReconciled: true,
  ReadAccessRecorded: true,
  ServiceConfigChanged: true,
  ServiceMonthClosed: true,
  ServiceMonthStarted: true,
  SigningKeyIntroduced: true,
  SiteContractClaimed: true,
  StoreFounded: true,
  BillingDetailsSet: true,
  TaxRateSet: true,
  TestClockSet: true,
  TreeHeadPublished: true,
  UnknownFeatureChecked: true,
  WebhookEndpointDisabled: true,
  WebhookEndpointEnabled: true,
  WebhookEndpointRegistered: true,
  WebhookEndpointRemoved: true,
  WebhookSecretRotated: true,
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
