import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { Plan } from './plan.ts';

type Of<Type extends string, Data = unknown> = DomainEvent<Type, { readonly account_id: AccountId } & Data>;
/** Who told: a fact of the platform, or a payment provider's webhook. */
export type PlanSource = 'fact' | 'payment';

/** An account's own plan, as the platform and the payment provider tell of it. Its fees are billed by the platform. */
export type PlanSubscriptionEvent =
  | Of<'PlanSubscriptionStarted', { readonly plan: Plan; readonly source: PlanSource }>
  | Of<'PlanSubscriptionChanged', { readonly plan: Plan; readonly previous: Plan; readonly source: PlanSource }>
  | Of<'PlanSubscriptionRenewed', { readonly plan: Plan; readonly until: Instant }>
  | Of<'PlanSubscriptionPastDue', { readonly plan: Plan }>
  | Of<'PlanSubscriptionCancelled', { readonly plan: Plan; readonly source: PlanSource }>;

export type PlanSubscription =
  | { readonly status: 'none' }
  | { readonly status: 'active' | 'past_due' | 'cancelled'; readonly plan: Plan; readonly until: Instant | null };

export type PlanSubscriptionCommand = {
  readonly type: 'Follow';
  readonly accountId: AccountId;
  /** Null where the source does not say: the plan stays. */
  readonly plan: Plan | null;
  readonly status: 'active' | 'past_due' | 'cancelled';
  readonly until: Instant | null;
  readonly source: PlanSource;
  readonly now: Instant;
};

/** One stream an account. What is known already appends nothing, so facts and webhooks may tell it any number of times. */
export const planSubscription: Decider<PlanSubscriptionCommand, PlanSubscription, PlanSubscriptionEvent, never> = {
  initial: { status: 'none' },
  evolve: (state, event): PlanSubscription => {
    const { plan } = event.data;
    const until = state.status === 'none' ? null : state.until;
    switch (event.type) {
      case 'PlanSubscriptionStarted':
      case 'PlanSubscriptionChanged':
        return { status: 'active', plan, until };
      case 'PlanSubscriptionRenewed':
        return { status: 'active', plan, until: event.data.until };
      case 'PlanSubscriptionPastDue':
        return { status: 'past_due', plan, until };
      case 'PlanSubscriptionCancelled':
        return { status: 'cancelled', plan, until };
    }
  },
  decide: ({ accountId: account_id, plan: told, status, until, source, now: at }, state) => {
    const plan = told ?? (state.status === 'none' ? 'free' : state.plan);
    if (status === 'cancelled') {
      if (state.status === 'cancelled' || state.status === 'none') return accept();
      return accept({ type: 'PlanSubscriptionCancelled', at, data: { account_id, plan: state.plan, source } });
    }
    const events: PlanSubscriptionEvent[] = [];
    if (state.status === 'none' || state.status === 'cancelled')
      events.push({ type: 'PlanSubscriptionStarted', at, data: { account_id, plan, source } });
    else if (state.plan !== plan)
      events.push({ type: 'PlanSubscriptionChanged', at, data: { account_id, plan, previous: state.plan, source } });
    const known = state.status === 'none' ? null : state.until;
    if (status === 'past_due') {
      if (state.status !== 'past_due') events.push({ type: 'PlanSubscriptionPastDue', at, data: { account_id, plan } });
    } else if (until !== null && (known === null || until > known))
      events.push({ type: 'PlanSubscriptionRenewed', at, data: { account_id, plan, until } });
    else if (state.status === 'past_due' && source === 'payment' && events.length === 0)
      events.push({ type: 'PlanSubscriptionRenewed', at, data: { account_id, plan, until: known ?? at } });
    return accept(...events);
  },
};
