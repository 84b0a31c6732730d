import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, WebhookId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';

/** So long is an old signing secret good beside the new one, in hours; so many of them at once. */
const OLD_SECRET_HOURS = 24;
const MOST_OLD_SECRETS = 5;
/** So long can the log of an endpoint be read once it is removed. */
const LOG_OUTLIVES_DAYS = 30;

/** Until when the delivery log of an endpoint that was removed then can be read. */
export const logKeptUntil = (removedAt: Instant): Instant => plusHours(removedAt, LOG_OUTLIVES_DAYS * 24);

/** `salt` leads to the signing secret together with the process's own key; the secret is never in an event. */
export type WebhookEndpointEvent =
  | DomainEvent<
      'WebhookEndpointRegistered',
      {
        readonly webhook_id: WebhookId;
        readonly account_id: AccountId | null;
        readonly url: string;
        readonly event_types: readonly string[];
        readonly salt: string;
      }
    >
  /** The old secret is good until then, beside the new one. */
  | DomainEvent<
      'WebhookSecretRotated',
      { readonly webhook_id: WebhookId; readonly salt: string; readonly old_until: Instant }
    >
  /** `gone`: its receiver answered 410. */
  | DomainEvent<'WebhookEndpointDisabled', { readonly webhook_id: WebhookId; readonly because: DisabledBecause }>
  | DomainEvent<'WebhookEndpointEnabled', { readonly webhook_id: WebhookId }>
  | DomainEvent<'WebhookEndpointRemoved', { readonly webhook_id: WebhookId }>;
export type DisabledBecause = 'switched_off' | 'gone';

export type WebhookEndpoint =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered' | 'disabled' | 'removed';
      readonly id: WebhookId;
      /** Until when each of its old secrets is good; only once one was rotated. */
      readonly oldUntil?: readonly Instant[];
    };
export type WebhookEndpointCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Register';
      readonly id: WebhookId;
      readonly accountId: AccountId | null;
      readonly url: string;
      readonly eventTypes: readonly string[];
      readonly salt: string;
    }
  | { readonly type: 'RotateSecret'; readonly salt: string }
  | { readonly type: 'Disable'; readonly because: DisabledBecause }
  | { readonly type: 'Enable' }
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
      case 'WebhookSecretRotated':
        if (state.status === 'none') return state;
        return {
          ...state,
          oldUntil: [...(state.oldUntil ?? []).filter((until) => until > event.at), event.data.old_until],
        };
      case 'WebhookEndpointDisabled':
        return state.status === 'none' ? state : { ...state, status: 'disabled' };
      case 'WebhookEndpointEnabled':
        return state.status === 'none' ? state : { ...state, status: 'registered' };
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
    const webhook_id = state.id;
    switch (command.type) {
      case 'RotateSecret': {
        const good = (state.oldUntil ?? []).filter((until) => until > at);
        const { salt } = command;
        if (good.length >= MOST_OLD_SECRETS)
          return refuse({
            code: 'invalid_state',
            message: `${MOST_OLD_SECRETS} old secrets are still good, the first of them until ${good[0]}`,
            currentState: state.status,
          });
        return accept({
          type: 'WebhookSecretRotated',
          at,
          data: { webhook_id, salt, old_until: plusHours(at, OLD_SECRET_HOURS) },
        });
      }
      case 'Disable':
        if (state.status === 'disabled') return accept();
        return accept({ type: 'WebhookEndpointDisabled', at, data: { webhook_id, because: command.because } });
      case 'Enable':
        if (state.status === 'registered') return accept();
        return accept({ type: 'WebhookEndpointEnabled', at, data: { webhook_id } });
      case 'Remove':
        return accept({ type: 'WebhookEndpointRemoved', at, data: { webhook_id } });
    }
  },
};
