import type { AddOnEvent } from '#domain/billing/add-on';
import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import type { DocumentNumberEvent } from '#domain/billing/document-number';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import type { ProviderEvent } from '#domain/billing/provider-event';
import type { AhrefsEvent } from '#domain/links/ahrefs-connection';
import type { AhrefsSnapshotEvent } from '#domain/links/ahrefs-snapshot';
import type { ArticlePingEvent } from '#domain/links/article-ping';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { IndexingRequestEvent } from '#domain/links/indexing-request';
import type { IndexingServiceEvent } from '#domain/links/indexing-service';
import type { PriceBookEvent } from '#domain/links/price-book';
import type { JobRunEvent } from '#domain/log/job-run';
import type { PersonalDataEvent } from '#domain/log/personal-data';
import type { ReadAccessEvent } from '#domain/log/read-access';
import type { SigningKeyEvent } from '#domain/log/signing-key';
import type { StoreIdentityEvent } from '#domain/log/store-identity';
import type { TreeHeadEvent } from '#domain/log/tree-head';
import type { EntitlementEvent } from '#domain/plans/entitlement';
import type { FeatureGateEvent } from '#domain/plans/feature-gate';
import type { IndexingCreditEvent } from '#domain/plans/indexing-credit';
import type { PlanFeaturesEvent } from '#domain/plans/plan-features';
import type { PlanSubscriptionEvent } from '#domain/plans/plan-subscription';
import type { AccessTokenEvent } from '#domain/platform/access-token';
import { FACT_TYPES, type FactEvent } from '#domain/platform/fact';
import type { LaunchFlagEvent } from '#domain/platform/launch-flag';
import type { WebhookEndpointEvent } from '#domain/platform/webhook-endpoint';
import type { WorkRequestEvent } from '#domain/platform/work-request';
import type { DeliveryMonthEvent } from '#domain/services/delivery-month';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import type { OnboardingEvent } from '#domain/services/onboarding';
import type { SiteContractEvent } from '#domain/services/site-contract';

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
