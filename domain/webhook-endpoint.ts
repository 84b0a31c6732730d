import { accept, type Decider, type DomainEvent, refuse } from './kernel/decider.ts';
import type { AccountId, WebhookId } from './kernel/ids.ts';
import type { Instant } from './kernel/time.ts';

/** Events that customers' systems can be told of: those that the timeline of a managed service tells. */
export const TOLD_EVENT_TYPES = [
  'ManagedSubscriptionCreated',
  'ManagedSubscriptionActivated',
  'ManagedSubscriptionPaused',
  'ManagedSubscriptionResumed',
  'ManagedSubscriptionCancelled',
  'ManagedSubscriptionPriceChanged',
  'ManagedSubscriptionTierChanged',
  'ServiceConfigChanged',
  'ServiceMonthStarted',
  'ServiceMonthClosed',
  'FellBehindOnContent',
  'CaughtUpOnContent',
  'OnboardingStepStarted',
  'OnboardingStepCompleted',
  'OnboardingStepFailed',
  'OnboardingStepBlocked',
  'DeliveryRunStarted',
  'DeliveryRunSkipped',
  'DeliveryMonthEnded',
  'ArticlePublished',
] as const;
export type ToldEventType = (typeof TOLD_EVENT_TYPES)[number];

/** `salt` leads to the signing secret together with the process's own key; the secret is never in an event. */
export type WebhookEndpointEvent =
  | DomainEvent<
      'WebhookEndpointRegistered',
      {
        readonly webhook_id: WebhookId;
        readonly account_id: AccountId | null;
        readonly url: string;
        readonly event_types: readonly ToldEventType[];
        readonly salt: string;
      }
    >
  | DomainEvent<'WebhookEndpointRemoved', { readonly webhook_id: WebhookId }>;

export type WebhookEndpoint =
  | { readonly status: 'none' }
  | { readonly status: 'registered' | 'removed'; readonly id: WebhookId };
export type WebhookEndpointCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Register';
      readonly id: WebhookId;
      readonly accountId: AccountId | null;
      readonly url: string;
      readonly eventTypes: readonly ToldEventType[];
      readonly salt: string;
    }
  | { readonly type: 'Remove' }
);
export type WebhookEndpointRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };

export const webhookEndpoint: Decider<
  WebhookEndpointCommand,
  WebhookEndpoint,
  WebhookEndpointEvent,
  WebhookEndpointRefusal
> = {
  initial: { status: 'none' },
  evolve: (state, event): WebhookEndpoint => {
    switch (event.type) {
      case 'WebhookEndpointRegistered':
        return { status: 'registered', id: event.data.webhook_id };
      case 'WebhookEndpointRemoved':
        return state.status === 'none' ? state : { ...state, status: 'removed' };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Register') {
      if (state.status !== 'none')
        return refuse({ code: 'invalid_state', message: 'it is registered already', currentState: state.status });
      const { id, accountId, url, eventTypes, salt } = command;
      return accept({
        type: 'WebhookEndpointRegistered',
        at,
        data: { webhook_id: id, account_id: accountId, url, event_types: eventTypes, salt },
      });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such webhook' });
    if (state.status === 'removed')
      return refuse({ code: 'invalid_state', message: 'it is removed already', currentState: 'removed' });
    return accept({ type: 'WebhookEndpointRemoved', at, data: { webhook_id: state.id } });
  },
};
