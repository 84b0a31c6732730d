import type { ShapesOf } from '#domain/kernel/shape';
import type { WorkRequestEvent } from '#domain/platform/work-request';
import type { ConversationEvent } from './conversation.ts';
import type { DeliveryMonthEvent } from './delivery-month.ts';
import type { ManagedSubscriptionEvent } from './managed-subscription.ts';
import type { OnboardingEvent } from './onboarding.ts';

const SUBSCRIPTION = ['subscription_id', 'site_id'] as const;
const MONTH = [...SUBSCRIPTION, 'month'] as const;
const STEP = [...SUBSCRIPTION, 'step', 'attempt'] as const;
const REQUEST = ['work_request_id', 'kind', ...SUBSCRIPTION] as const;
const TERMS = ['tier', 'monthly_price_cents', 'articles_per_month'] as const;
/** The customer's own settings, whole. */
const CONFIG = ['service_config', 'given_config'] as const;

type MessagePosted = Extract<ConversationEvent, { type: 'MessagePosted' }>;
/** Those that are for them; what was written they read in the conversation. */
export const SHOWN_OF_MESSAGES = ['message_id', 'kind', 'subject_id', 'visibility'] as const;

/** What those who buy see of the events of their subscription. What is not named here goes to none of them. */
export const SHOWN_OF_SUBSCRIPTIONS = {
  ManagedSubscriptionCreated: [
    ...SUBSCRIPTION,
    ...TERMS,
    ...CONFIG,
    'account_id',
    'sector_id',
    'account_manager_id',
    'override_reason',
    'created_by',
    'on',
  ],
  OnboardingRequested: [...SUBSCRIPTION, 'on'],
  ManagedSubscriptionActivated: [...SUBSCRIPTION, 'on'],
  ManagedSubscriptionPaused: [...SUBSCRIPTION, 'on', 'reason'],
  ManagedSubscriptionResumed: [...SUBSCRIPTION, 'on'],
  ManagedSubscriptionCancelled: [...SUBSCRIPTION, 'on', 'reason'],
  ManagedSubscriptionPriceChanged: [...SUBSCRIPTION, 'on', 'monthly_price_cents', 'override_reason'],
  ManagedSubscriptionTierChanged: [...SUBSCRIPTION, ...TERMS, ...CONFIG, 'on', 'override_reason'],
  ServiceConfigChanged: [...SUBSCRIPTION, ...CONFIG],
  AccountManagerAssigned: [...SUBSCRIPTION, 'account_manager_id'],
  ServiceMonthStarted: [...MONTH, 'starts_on', 'ends_on'],
  ServiceMonthClosed: [...MONTH, 'next_billing_date'],
  FellBehindOnContent: [...SUBSCRIPTION, 'on', 'published', 'expected'],
  CaughtUpOnContent: [...SUBSCRIPTION, 'on', 'because'],

  OnboardingStepStarted: STEP,
  OnboardingStepCompleted: [...STEP, 'outcome'],
  OnboardingStepFailed: [...STEP, 'error', 'next_retry_at'],
  OnboardingStepBlocked: [...STEP, 'reason', 'error'],
  OnboardingStopped: [...SUBSCRIPTION, 'step', 'because'],

  DeliveryRunStarted: [...MONTH, 'run', 'articles', 'published', 'target', 'under_way'],
  DeliveryRunSkipped: [...MONTH, 'run', 'because'],
  DeliveryMonthEnded: [...MONTH, 'because'],

  MessagePosted: SHOWN_OF_MESSAGES,

  // What the platform was asked on the customer's behalf and what it answered, whole: the platform's words, none of ours.
  WorkRequested: [...REQUEST, 'key', 'payload'],
  WorkRequestSent: REQUEST,
  WorkRequestDone: [...REQUEST, 'result'],
  WorkRequestFailed: [...REQUEST, 'error'],

  ArticlePublished: ['site_id', 'content_id', 'type', 'title', 'url', 'words', 'images', 'published_at'],
  ReportDelivered: ['report_id', 'version', 'subscription_id', 'outcome'],
} satisfies ShapesOf<
  ManagedSubscriptionEvent | OnboardingEvent | DeliveryMonthEvent | WorkRequestEvent | MessagePosted
> & {
  ArticlePublished: readonly string[];
  ReportDelivered: readonly string[];
};
