import type { DomainEvent } from '#domain/kernel/decider';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** The steps of onboarding a managed client, in order (spec 2.3). */
export const ONBOARDING_STEPS = [
  'verify_integration',
  'ensure_blueprint',
  'configure_automation',
  'send_welcome_email',
  'create_first_month_content',
  'notify_account_manager',
  'activate',
] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

export type BlockedReason = 'integration_missing' | 'blueprint_missing' | 'effect_failed' | 'switched_off';

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly subscription_id: SubscriptionId; readonly site_id: SiteId; readonly step: OnboardingStep } & Data
>;

/** Written by the onboarding saga into its own stream, in one append with what it asks for. */
export type OnboardingEvent =
  | Of<'OnboardingStepStarted', { readonly attempt: number }>
  | Of<'OnboardingStepCompleted', { readonly attempt: number; readonly outcome: 'done' | 'unknown' }>
  | Of<
      'OnboardingStepFailed',
      { readonly attempt: number; readonly error: string; readonly next_retry_at: Instant | null }
    >
  | Of<
      'OnboardingStepBlocked',
      { readonly attempt: number; readonly reason: BlockedReason; readonly error: string | null }
    >
  | Of<'OnboardingStopped', { readonly because: 'cancelled' }>;

export const nextStep = (step: OnboardingStep): OnboardingStep | null =>
  ONBOARDING_STEPS[ONBOARDING_STEPS.indexOf(step) + 1] ?? null;
