import { type Cents, formatMoney } from '#domain/kernel/money';
import { sentences } from '#domain/kernel/sentence';
import { counted } from '#domain/kernel/words';
import type { ServicesEvent } from './events.ts';

const STEP_NAMES: Readonly<Record<string, string>> = {
  verify_integration: 'the plugin connection',
  ensure_blueprint: 'the site blueprint',
  configure_automation: 'the automation',
  send_welcome_email: 'the welcome e-mail',
  create_first_month_content: 'the first month’s content plan',
  notify_account_manager: 'the note to the account manager',
  activate: 'the activation',
};
const price = (cents: Cents): string => `${formatMoney(cents)} USD a month`;
const tierName = (tier: string): string => (tier === 'pro' ? 'Pro' : 'Lite');

/** One sentence for people about an event of a subscription, its onboarding and its months; null for events that are not told. */
export const summarizeService = sentences<ServicesEvent>((event) => {
  switch (event.type) {
    case 'ManagedSubscriptionCreated':
      return `Managed ${tierName(event.data.tier)} was ordered for site ${event.data.site_id} at ${price(event.data.monthly_price_cents)}.`;
    case 'OnboardingRequested':
      return 'Onboarding was started again by hand.';
    case 'ManagedSubscriptionActivated':
      return `The subscription became active on ${event.data.on}.`;
    case 'ManagedSubscriptionPaused':
      return `The subscription was paused on ${event.data.on}: ${event.data.reason}.`;
    case 'ManagedSubscriptionResumed':
      return `The subscription was resumed on ${event.data.on}.`;
    case 'ManagedSubscriptionCancelled':
      return `The subscription was cancelled on ${event.data.on}${event.data.reason ? `: ${event.data.reason}` : ''}.`;
    case 'ManagedSubscriptionPriceChanged':
      return `The price is ${price(event.data.monthly_price_cents)} from ${event.data.on}.`;
    case 'ManagedSubscriptionTierChanged':
      return `The tier is ${tierName(event.data.tier)} at ${price(event.data.monthly_price_cents)} from ${event.data.on}.`;
    case 'ServiceConfigChanged':
      return 'The service configuration was changed.';
    case 'AccountManagerAssigned':
      return event.data.account_manager_id === null
        ? 'The account manager was removed.'
        : `User ${event.data.account_manager_id} became account manager.`;
    case 'ServiceMonthStarted':
      return `The service month ${event.data.month} began (${event.data.starts_on} to ${event.data.ends_on}).`;
    case 'ServiceMonthClosed':
      return `The service month ${event.data.month} was closed for billing.`;
    case 'FellBehindOnContent':
      return `Delivery fell behind: ${counted(event.data.published, 'article')} published, ${event.data.expected} expected by ${event.data.on}.`;
    case 'CaughtUpOnContent':
      return `Delivery is no longer marked as behind (${event.data.because.replace('_', ' ')}).`;
    case 'OnboardingStepStarted':
      return `Onboarding began with ${STEP_NAMES[event.data.step]}${attemptOf(event.data)}.`;
    case 'OnboardingStepCompleted':
      return `Onboarding finished ${STEP_NAMES[event.data.step]}${event.data.outcome === 'unknown' ? '; whether it arrived is not known' : ''}.`;
    case 'OnboardingStepFailed':
      return `Onboarding had trouble with ${STEP_NAMES[event.data.step]}${attemptOf(event.data)}: ${event.data.error}${event.data.next_retry_at ? `; tried again at ${event.data.next_retry_at}` : ''}.`;
    case 'OnboardingStepBlocked':
      return `Onboarding is blocked at ${STEP_NAMES[event.data.step]}${attemptOf(event.data)}: ${event.data.error ?? event.data.reason.replace('_', ' ')}.`;
    case 'OnboardingStopped':
      return 'Onboarding was stopped, as the subscription was cancelled.';
    case 'DeliveryRunStarted':
      return `Content run of ${event.data.run}: ${counted(event.data.articles, 'article')} asked for (${event.data.published} of ${event.data.target} published${event.data.under_way ? `, ${event.data.under_way} under way` : ''}).`;
    case 'DeliveryRunSkipped':
      return `Content run of ${event.data.run} was skipped: ${event.data.because.replaceAll('_', ' ')}.`;
    case 'MessagePosted':
      // What is written among the team is told in no timeline.
      if (event.data.visibility === 'team') return null;
      return `${WRITER[event.data.author.role]} wrote a message${event.data.files.length === 0 ? '' : `, with ${counted(event.data.files.length, 'file')}`}.`;
    case 'DeliveryMonthEnded':
      return `Delivery of ${event.data.month} ended (${event.data.because.replace('_', ' ')}).`;
    default:
      return null;
  }
});

const WRITER = {
  admin: 'The team',
  account_manager: 'The account manager',
  agency: 'The agency',
  client: 'The client',
};
const attemptOf = ({ attempt }: { readonly attempt: number }): string => (attempt > 1 ? ` (attempt ${attempt})` : '');
