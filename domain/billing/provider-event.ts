import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

type GatewayName = 'stripe' | 'paypal';
export type ProviderEventData = {
  readonly gateway: GatewayName;
  /** The provider's id of the notice: it is taken once. */
  readonly event_id: string;
  readonly event_type: string;
  /** The provider's object that it is about; asked for anew, never believed. Empty where it has no id. */
  readonly object: string;
  readonly via: 'webhook' | 'reconciler';
};
/** A payment provider's notice, in the inbox. Only ids are kept of it. */
export type ProviderEvent =
  | DomainEvent<'ProviderEventReceived', ProviderEventData>
  /** The provider's list of notices was read up to there. */
  | DomainEvent<
      'ProviderReconciled',
      { readonly gateway: GatewayName; readonly until: Instant; readonly found: number }
    >;

export type Inbox = { readonly received: boolean };
export type ProviderEventCommand = {
  readonly type: 'Receive';
  readonly notice: ProviderEventData;
  /** When the provider says it happened. */
  readonly at: Instant;
};

/** One stream a notice: however often and in whatever order it comes, it is taken once. */
export const providerInbox: Decider<
  ProviderEventCommand,
  Inbox,
  Extract<ProviderEvent, { type: 'ProviderEventReceived' }>,
  never
> = {
  initial: { received: false },
  evolve: () => ({ received: true }),
  decide: ({ notice, at }, state) =>
    state.received ? accept() : accept({ type: 'ProviderEventReceived', at, data: notice }),
};

export type Reconciliation = { readonly until: Instant | null };
/** How far the notices of a provider have been read; one stream a provider. */
export const reconciliation: Decider<
  { readonly gateway: GatewayName; readonly until: Instant; readonly found: number; readonly now: Instant },
  Reconciliation,
  Extract<ProviderEvent, { type: 'ProviderReconciled' }>,
  never
> = {
  initial: { until: null },
  evolve: (_, { data }) => ({ until: data.until }),
  decide: ({ gateway, until, found, now: at }, state) =>
    state.until !== null && state.until >= until
      ? accept()
      : accept({ type: 'ProviderReconciled', at, data: { gateway, until, found } }),
};
