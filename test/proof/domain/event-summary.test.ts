import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BusinessEvent, EVENT_TYPES, summarize } from '#app/events';
import { FACT_TYPES } from '#domain/platform/fact';
import { PLUGIN_EVENT_TYPES } from '#domain/plugin/events';
import { ONBOARDING_STEPS } from '#domain/services/onboarding';

/** The event as it was once stored, with other data where a sentence depends on it. */
function event(type: string, more: object = {}): BusinessEvent {
  const file = join(import.meta.dirname, '../../golden-events', `${type}.json`);
  const { data, metadata } = JSON.parse(readFileSync(file, 'utf8'));
  return { type, at: metadata.occurred_at, data: { ...data, ...more } } as BusinessEvent;
}

/** Not of a subscription or an order, or told by another event of the same moment. */
const ELSEWHERE = [
  ...FACT_TYPES,
  ...PLUGIN_EVENT_TYPES,
  'FactHeld',
  'FileDeleted',
  'FileStored',
  'FileUsed',
  'MessagesRead',
  'AccessTokenIssued',
  'AccessTokenRevoked',
  'MemberAllowed',
  'MemberInvited',
  'MemberJoined',
  'MemberLanguageChosen',
  'MemberRemoved',
  'SignInLinkRequested',
  'SignInLinkUsed',
  'SignedIn',
  'SignedOut',
  'SignedOutEverywhere',
  'ReadAccessRecorded',
  'SigningKeyIntroduced',
  'TreeHeadPublished',
  'JobStarted',
  'JobFinished',
  'LaunchFlagSet',
  'SiteContractClaimed',
  'StoreFounded',
  'TestClockSet',
  'ArticlePinged',
  'WebhookEndpointDisabled',
  'WebhookEndpointEnabled',
  'WebhookEndpointRegistered',
  'WebhookEndpointRemoved',
  'WebhookSecretRotated',
  'AhrefsConnected',
  'AhrefsConnectionFailed',
  'AhrefsConnectionRestored',
  'AhrefsDisconnected',
  'AhrefsSnapshotTaken',
  'AhrefsUnitsReleased',
  'AhrefsUnitsReserved',
  'AhrefsUnitsSpent',
  'BacklinkCheckRequested',
  'DomainBlocked',
  'DomainUnblocked',
  'BacklinkCostCorrected',
  'BacklinkIndexingCancelled',
  'BacklinkIndexingFailed',
  'IndexingAttempted',
  'IndexingCheckRequested',
  'IndexingCheckScheduled',
  'IndexingCostIncurred',
  'IndexingServiceCleared',
  'IndexingServiceFlagged',
  'IndexingSucceeded',
  'OrderLinkCostCorrected',
  'OrderLinkDelivered',
  'OrderLinkIndexing',
  'OrderLinkLive',
  'OrderLinkLost',
  'OrderLinkPlaced',
  'OrderLinkRejected',
  'PriceBookRevised',
  'BrandingChanged',
  'BrandingCreated',
  'BrandingRemoved',
  'LogoRefused',
  'LogoRequested',
  'LogoStored',
  'ReportDomainClaimed',
  'ReportDomainLapsed',
  'ReportDomainProved',
  'ReportDomainReleased',
  'ReportTemplateRemoved',
  'ReportTemplateSaved',
  'ReportTemplateTextGiven',
  'AccountCreditGranted',
  'AccountGrandfathered',
  'AccountMovedToPlanVersion',
  'AddOnActivated',
  'AddOnExpired',
  'AddOnInvoiced',
  'AddOnPurchased',
  'AddOnRefunded',
  'BillableAdded',
  'DocumentNumberTaken',
  'DocumentNumbered',
  'EntitlementOverridden',
  'EntitlementOverrideRemoved',
  'FeatureGateChecked',
  'IndexingCreditReturned',
  'IndexingCreditTaken',
  'IndexingCreditsGranted',
  'IndexingCreditsRevoked',
  'InvoiceReleased',
  'PaymentMethodAdded',
  'PaymentMethodAwaited',
  'PaymentMethodFailed',
  'PaymentMethodProven',
  'PaymentMethodRemoved',
  'PlanFeaturesRevised',
  'PlanSubscriptionCancelled',
  'PlanSubscriptionChanged',
  'PlanSubscriptionPastDue',
  'PlanSubscriptionRenewed',
  'PlanSubscriptionStarted',
  'ProviderEventReceived',
  'ProviderReconciled',
  'TaxRateSet',
  'BillingDetailsSet',
  'UnknownFeatureChecked',
  'BrandingChanged',
  'BrandingCreated',
  'BrandingRemoved',
  'LogoRefused',
  'LogoRequested',
  'LogoStored',
  'ReportDomainClaimed',
  'ReportDomainLapsed',
  'ReportDomainProved',
  'ReportDomainReleased',
  'ReportTemplateRemoved',
  'ReportTemplateSaved',
  'ReportTemplateTextGiven',
] as readonly string[];
const TOLD = EVENT_TYPES.filter((type) => !ELSEWHERE.includes(type));

describe('the sentence about an event', () => {
  it.each(TOLD)('%s says what happened, in one sentence without gaps', (type) => {
    const sentence = summarize(event(type));
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|_/);
  });

  it.each(ELSEWHERE)('%s is not told', (type) => {
    expect(summarize(event(type))).toBeNull();
  });

  it('reads like this', () => {
    expect(Object.fromEntries(TOLD.map((type) => [type, summarize(event(type))]))).toMatchInlineSnapshot(`
      {
        "AccountManagerAssigned": "User 900 became account manager.",
        "AnnotationAdded": "Something was noted for 2026-06-09.",
        "AnnotationRemoved": "A note was removed.",
        "AnnouncementAddressed": "An announcement was addressed to user 5.",
        "AnnouncementAllAddressed": "An announcement was addressed to all, 1000 in number.",
        "AnnouncementCopySettled": "The copy of an announcement for user 5: accepted.",
        "AnnouncementDrafted": "An announcement was drafted in 1 language.",
        "AnnouncementStarted": "An announcement began to be sent.",
        "AnnouncementStopped": "An announcement was stopped.",
        "AnnouncementsResubscribed": "Somebody wants announcements again.",
        "AnnouncementsUnsubscribed": "Somebody wants no more announcements.",
        "BacklinkAccepted": "Link 1 counts as delivered.",
        "BacklinkFlagged": "Link 3 needs a look: the link is not on the page.",
        "BacklinkGuaranteeChecked": "The guarantee of link 4 was looked into (nofollow): it is broken.",
        "BacklinkIndexed": "Link 1 is in the index (day 8).",
        "BacklinkLiveChecked": "Link 1 was looked at (at once): it is on the page.",
        "BacklinkLost": "Link 1 was lost (marked by hand); a replacement is owed.",
        "BacklinkOrderApproved": "The order was approved at 1012.50 USD; due 2026-07-01.",
        "BacklinkOrderBilled": "The order was put down for billing at 12.00 USD.",
        "BacklinkOrderCancelled": "The order was cancelled: relaunch; 0.00 USD are owed for what was delivered.",
        "BacklinkOrderCaughtUp": "The order is no longer behind.",
        "BacklinkOrderCompleted": "The order is complete: agreed.",
        "BacklinkOrderDelivered": "Every link ordered has gone live.",
        "BacklinkOrderDrafted": "The order was drafted: 4 links for 1350.00 USD.",
        "BacklinkOrderFellBehind": "The order is past its due date with 0 links delivered.",
        "BacklinkOrderNoted": "Notes or due date were changed.",
        "BacklinkOrderRenewalEnded": "The renewal was ended: campaign ends.",
        "BacklinkOrderRenewalHeld": "The renewal is held back: the plan free may not buy the package starter.",
        "BacklinkOrderRenewed": "The order was renewed as order 3.",
        "BacklinkOrderRepriced": "The client price is 12.00 USD as costs stand.",
        "BacklinkOrderRevised": "The draft was changed: 3 links for 1012.50 USD.",
        "BacklinkOrderStarted": "Work on the order began.",
        "BacklinkPlaced": "Link 1 was placed on blog1.example.",
        "BacklinkQualityChecked": "Link 1 was checked; no warning.",
        "BacklinkRejected": "Link 8 was rejected: the anchor is used for 4 of the site’s 8 links, more than 30 %.",
        "BacklinkReplaced": "Link 1 was replaced by link 4.",
        "BacklinkSeenByAhrefs": "Ahrefs reports link 1 lost: notfound.",
        "BacklinkWarningDecided": "The warning anchor overused of link 8 was rejected.",
        "BacklinkWentLive": "Link 1 is live; replaced free of charge if it is lost before 2026-08-30.",
        "BriefAnswered": "Answers of the brief were written down.",
        "BriefCompleted": "The brief is complete; the order is due 2026-07-04.",
        "CaughtUpOnContent": "Delivery is no longer marked as behind (paused).",
        "CreditNoteIssued": "A credit note over 5.00 USD was issued: late.",
        "CreditNoteNumbered": "The credit note has the number CN-2026-000001.",
        "DeliveryMonthEnded": "Delivery of 2026-06 ended (month over).",
        "DeliveryRunSkipped": "Content run of 2026-07-03 was skipped: switched off.",
        "DeliveryRunStarted": "Content run of 2026-06-17: 8 articles asked for (1 of 14 published).",
        "DisputeEvidencePrepared": "Evidence of dispute 1 was put together to be submitted.",
        "DisputeEvidenceSubmitted": "Evidence of dispute 1 was submitted to the card network.",
        "DisputeOutcomeUnclear": "Dispute 1 was closed as resolved with payout, which does not say what became of the money.",
        "DunningHeld": "Dunning is held back: pays on Friday.",
        "DunningReleased": "Dunning goes on.",
        "DunningStepTaken": "Day 1 without payment of 118.00 USD: a reminder was sent.",
        "FellBehindOnContent": "Delivery fell behind: 1 article published, 3 expected by 2026-06-20.",
        "GoalChanged": "The goal is now 2200 by 2026-10-31.",
        "GoalMet": "The goal was met: 2230 on 2026-09-12.",
        "GoalMissed": "The goal was missed.",
        "GoalRemoved": "The goal was removed.",
        "GoalSet": "A goal was set: 2000 clicks in 28 days by 2026-09-30.",
        "GuaranteeClaimed": "The guarantee of link 4 was claimed (lost).",
        "GuaranteeSettled": "Claim 2 on link 4 was accepted: 225.00 USD are credited.",
        "IndexNowPinged": "IndexNow was pinged for link 1.",
        "IndexingChecked": "Day 7: the page of link 1 is not in the index.",
        "IndexingGaveUp": "Indexing of link 2 failed: not in the index after 28 days.",
        "IndexingPageVerified": "The page of link 1 answers 200.",
        "IndexingRefused": "Link 1 is not indexed: neither the plan, nor a managed Pro subscription of the site, nor an Indexing Boost credit covers it.",
        "IndexingRequested": "Indexing of link 1 was requested (request 1).",
        "IndexingReviewed": "The failed indexing of link 2 was reviewed: the failure is accepted.",
        "IndexingStopped": "Indexing of link 4 stopped: the link was lost.",
        "IndexingSubmitted": "The page of link 1 was submitted for indexing.",
        "InvoiceBecamePastDue": "The invoice is past due since 2026-08-01 (charge failed).",
        "InvoiceDisputeClosed": "Dispute 1 was lost.",
        "InvoiceDisputeOpened": "Of payment 3 10.00 USD are disputed: fraudulent.",
        "InvoiceDrafted": "An invoice of 2 lines over 1.79 USD was put together for 2026-06-17 to 2026-06-17.",
        "InvoiceIssued": "Invoice INV-2026-000001 over 1.79 USD was issued, due on 2026-06-17.",
        "InvoiceMarkedUncollectible": "What is due, 9.00 USD, is written off (dispute lost).",
        "InvoicePaid": "The invoice is paid since 2026-06-18.",
        "InvoicePaymentApproved": "The payer approved payment 8.",
        "InvoicePaymentAwaitingPayer": "Payment 8 waits for its payer’s approval.",
        "InvoicePaymentFailed": "Payment 4 failed: the card was declined.",
        "InvoicePaymentReversed": "Of payment 3 10.00 USD were taken back by dispute 1.",
        "InvoicePaymentStarted": "Payment 2 of 3.57 USD by card was begun.",
        "InvoicePaymentSucceeded": "A payment of 3.57 USD was received by card on 2026-06-18.",
        "InvoicePaymentUnknown": "What became of payment 5 is not known yet; the gateway is asked.",
        "InvoiceRefundFailed": "Refund 17 failed: the account is closed.",
        "InvoiceRefundStarted": "A refund of 5.00 USD by card was begun: late.",
        "InvoiceRefundSucceeded": "A refund of 5.00 USD went through.",
        "InvoiceVoided": "The invoice is void: not paid within 24 hours.",
        "LaunchStepConfirmed": "Of the launch, plugin submitted was said to be done.",
        "LaunchStepWithdrawn": "Of the launch, plugin submitted was taken back.",
        "ManagedSubscriptionActivated": "The subscription became active on 2026-06-17.",
        "ManagedSubscriptionCancelled": "The subscription was cancelled on 2026-07-09: moved.",
        "ManagedSubscriptionCreated": "Managed Pro was ordered for site 11 at 399.00 USD a month.",
        "ManagedSubscriptionPaused": "The subscription was paused on 2026-06-22: relaunch.",
        "ManagedSubscriptionPriceChanged": "The price is 349.00 USD a month from 2026-06-29.",
        "ManagedSubscriptionResumed": "The subscription was resumed on 2026-06-29.",
        "ManagedSubscriptionTierChanged": "The tier is Lite at 100.00 USD a month from 2026-07-02.",
        "MessagePosted": "The client wrote a message, with 1 file.",
        "OnboardingRequested": "Onboarding was started again by hand.",
        "OnboardingStepBlocked": "Onboarding is blocked at the plugin connection: integration missing.",
        "OnboardingStepCompleted": "Onboarding finished the plugin connection.",
        "OnboardingStepFailed": "Onboarding had trouble with the welcome e-mail: the mail server is down; tried again at 2026-06-17T11:01:00.000Z.",
        "OnboardingStepStarted": "Onboarding began with the plugin connection.",
        "OnboardingStopped": "Onboarding was stopped, as the subscription was cancelled.",
        "PersonalDataErased": "Personal data of user 7 was erased.",
        "PlacementApproved": "Proposal 3 was approved; the order is due 2026-07-03.",
        "PlacementApprovedBySilence": "Proposal 3 was approved by silence; the order is due 2026-07-08.",
        "PlacementProposed": "A link on blog4.example was proposed (proposal 3).",
        "PlacementRejected": "Proposal 3 was rejected: sealed:v1:account-1:1:c29tZXRoaW5n.",
        "PlacementSilenceHeld": "Silence does not approve proposal 3 for now: the services are paused.",
        "PlacementSilenceStarted": "The client was told of proposal 3: silence approves it at 2026-06-08T08:00 UTC.",
        "PlacementWithdrawn": "Proposal 3 was withdrawn because its domain was blocked.",
        "PlacementsContinued": "The team goes on with proposals; the order is due 2026-07-09.",
        "PlacementsHalted": "Too much was rejected (4 proposals): the order stands still until the team goes on.",
        "ReportApproved": "Version 3 of report 1 was approved.",
        "ReportCommented": "Report 1 was commented on at version 2.",
        "ReportDataCollected": "What version 2 of report 1 shows was collected.",
        "ReportDelivered": "Version 3 of report 1 was sent.",
        "ReportRejected": "Version 2 of report 1 was rejected.",
        "ReportRenderFailed": "Version 1 of report 1 could not be made: branding 1 is switched off.",
        "ReportRendered": "Version 2 of report 1 is ready: 6 pages.",
        "ReportRequested": "Version 1 of the monthly report of 2026-06-01 was asked for.",
        "ReportResubscribed": "A recipient wants reports of the account again.",
        "ReportReviewReminded": "Nobody had read version 3 of report 1 by 2026-07-03.",
        "ReportSendingStarted": "Version 3 of report 1 goes to one address.",
        "ReportShareRevoked": "Link 1 to report 1 was revoked.",
        "ReportShareViewed": "Version 3 of report 1 was opened by link 1: 1 time on 2026-07-04.",
        "ReportShared": "Report 1 was shared by link 1 until 2026-10-01.",
        "ReportUnsubscribed": "A recipient wants no more reports of the account.",
        "ServiceConfigChanged": "The service configuration was changed.",
        "ServiceMonthClosed": "The service month 2026-06 was closed for billing.",
        "ServiceMonthStarted": "The service month 2026-06 began (2026-06-17 to 2026-06-30).",
        "WorkRequestDone": "The platform finished automation.configure.",
        "WorkRequestFailed": "The platform could not do content.plan: the site does not answer.",
        "WorkRequestSent": "The platform received the request automation.configure.",
        "WorkRequested": "The platform was asked: automation.configure.",
      }
    `);
  });

  it('knows every step, and every reason, by a name for people', () => {
    for (const step of ONBOARDING_STEPS) {
      for (const type of ['OnboardingStepStarted', 'OnboardingStepCompleted', 'OnboardingStepFailed'])
        expect(summarize(event(type, { step }))).not.toMatch(/undefined|_/);
      for (const reason of ['integration_missing', 'blueprint_missing', 'effect_failed'])
        expect(summarize(event('OnboardingStepBlocked', { step, reason, error: null }))).not.toMatch(/undefined|_/);
    }
    for (const because of ['target_reached', 'blueprint_missing', 'paused', 'switched_off'])
      expect(summarize(event('DeliveryRunSkipped', { because }))).not.toContain('_');
    for (const because of ['month_over', 'cancelled'])
      expect(summarize(event('DeliveryMonthEnded', { because }))).not.toContain('_');
    for (const because of ['delivered', 'paused', 'cancelled', 'month_changed'])
      expect(summarize(event('CaughtUpOnContent', { because }))).not.toContain('_');
  });

  it('ends once and leaves alone what people and providers wrote; a code is put in words', () => {
    const told = (type: string, more: object) => summarize(event(type, { payment_id: 4, refund_id: 17, ...more }));
    expect(told('InvoicePaymentFailed', { error: 'The card was declined.' })).toBe(
      'Payment 4 failed: The card was declined.',
    );
    expect(told('InvoicePaymentFailed', { error: 'authentication_required' })).toBe(
      'Payment 4 failed: authentication required.',
    );
    expect(told('InvoiceRefundFailed', { error: 'stripe answered 400: no such charge ch_00000_1a' })).toBe(
      'Refund 17 failed: stripe answered 400: no such charge ch_00000_1a.',
    );
    expect(told('DunningHeld', { reason: 'who pays?' })).toBe('Dunning is held back: who pays?');
    expect(told('InvoiceVoided', { reason: 'see my_notes.' })).toBe('The invoice is void: see my_notes.');
    expect(told('ManagedSubscriptionPaused', { on: '2026-06-22', reason: 'Relaunch.' })).toBe(
      'The subscription was paused on 2026-06-22: Relaunch.',
    );
  });

  it.each([
    [
      'ManagedSubscriptionCreated',
      { override_reason: null, tier: 'lite', monthly_price_cents: 10_000 },
      'Managed Lite was ordered for site 11 at 100.00 USD a month.',
    ],
    [
      'ManagedSubscriptionCreated',
      // Why a rule was passed over is Alorig's own business.
      { override_reason: 'pilot' },
      'Managed Pro was ordered for site 11 at 399.00 USD a month.',
    ],
    [
      'ManagedSubscriptionCancelled',
      { on: '2026-07-09', reason: null },
      'The subscription was cancelled on 2026-07-09.',
    ],
    [
      'ManagedSubscriptionCancelled',
      { on: '2026-07-09', reason: 'sold' },
      'The subscription was cancelled on 2026-07-09: sold.',
    ],
    [
      'ManagedSubscriptionPriceChanged',
      { on: '2026-07-09', monthly_price_cents: 5, override_reason: '' },
      'The price is 0.05 USD a month from 2026-07-09.',
    ],
    ['AccountManagerAssigned', { account_manager_id: null }, 'The account manager was removed.'],
    ['OnboardingStepStarted', { step: 'activate', attempt: 2 }, 'Onboarding began with the activation (attempt 2).'],
    [
      'OnboardingStepCompleted',
      { step: 'send_welcome_email', outcome: 'unknown' },
      'Onboarding finished the welcome e-mail; whether it arrived is not known.',
    ],
    [
      'OnboardingStepFailed',
      { step: 'activate', error: 'no answer', next_retry_at: null },
      'Onboarding had trouble with the activation: no answer.',
    ],
    [
      'OnboardingStepBlocked',
      { step: 'activate', reason: 'effect_failed', error: 'no answer' },
      'Onboarding is blocked at the activation: no answer.',
    ],
    [
      'DeliveryRunStarted',
      { run: '2026-06-17', articles: 1, published: 9, target: 10 },
      'Content run of 2026-06-17: 1 article asked for (9 of 10 published).',
    ],
  ])('%s with %j', (type, more, sentence) => {
    expect(summarize(event(type, more))).toBe(sentence);
  });
});
