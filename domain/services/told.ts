import type { Shapes } from '#domain/kernel/shape';

const SUBSCRIPTION = ['subscription_id', 'site_id', 'on'] as const;
const MONTH = ['subscription_id', 'site_id', 'month'] as const;
const STEP = ['subscription_id', 'site_id', 'step', 'attempt'] as const;

/** What customers' systems can be told of a subscription, its onboarding and its months. What is not named here goes to nobody. */
export const SERVICES_TOLD = {
  ManagedSubscriptionCreated: [
    ...SUBSCRIPTION,
    'account_id',
    'sector_id',
    'tier',
    'monthly_price_cents',
    'articles_per_month',
    'service_config',
    'account_manager_id',
  ],
  ManagedSubscriptionActivated: SUBSCRIPTION,
  ManagedSubscriptionPaused: [...SUBSCRIPTION, 'reason'],
  ManagedSubscriptionResumed: SUBSCRIPTION,
  ManagedSubscriptionCancelled: [...SUBSCRIPTION, 'reason'],
  ManagedSubscriptionPriceChanged: [...SUBSCRIPTION, 'monthly_price_cents'],
  ManagedSubscriptionTierChanged: [
    ...SUBSCRIPTION,
    'tier',
    'monthly_price_cents',
    'articles_per_month',
    'service_config',
  ],
  ServiceConfigChanged: [...SUBSCRIPTION, 'service_config'],
  ServiceMonthStarted: [...MONTH, 'starts_on', 'ends_on'],
  ServiceMonthClosed: [...MONTH, 'next_billing_date'],
  FellBehindOnContent: [...SUBSCRIPTION, 'published', 'expected'],
  CaughtUpOnContent: [...SUBSCRIPTION, 'because'],
  OnboardingStepStarted: STEP,
  OnboardingStepCompleted: [...STEP, 'outcome'],
  OnboardingStepFailed: [...STEP, 'error', 'next_retry_at'],
  OnboardingStepBlocked: [...STEP, 'reason', 'error'],
  DeliveryRunStarted: [...MONTH, 'run', 'articles', 'published', 'target', 'under_way'],
  DeliveryRunSkipped: [...MONTH, 'run', 'because'],
  DeliveryMonthEnded: [...MONTH, 'because'],
  // What was written is read over the API, by whoever may.
  MessagePosted: ['message_id', 'kind', 'subject_id', 'account_id', 'site_id', 'visibility'],
  MessagesRead: ['kind', 'subject_id', 'account_id', 'site_id', 'side', 'through'],
} satisfies Shapes;
