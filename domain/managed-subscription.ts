import { accept, type Decider, type Decision, type DomainEvent, refuse } from './kernel/decider.ts';
import type { AccountId, SectorId, SiteId, SubscriptionId, UserId } from './kernel/ids.ts';
import type { Cents } from './kernel/money.ts';
import { type Day, firstDay, type Instant, lastDay, type Month, maxDay, monthOf, nextMonth } from './kernel/time.ts';
import { cheapestPlanFor, type Plan, planAllowsTier } from './plan.ts';
import {
  configProblem,
  type GivenConfig,
  mergeGiven,
  resolveConfig,
  type ServiceConfig,
  TIER_TERMS,
  type Tier,
} from './service-config.ts';
import { behindOnContent, type ContractHistory, EMPTY_HISTORY, started, stopped, withTerm } from './service-month.ts';

type Of<Type extends string, Data> = DomainEvent<
  Type,
  { readonly subscription_id: SubscriptionId; readonly site_id: SiteId } & Data
>;
type Terms = { readonly tier: Tier; readonly monthly_price_cents: Cents; readonly articles_per_month: number };
type Config = { readonly service_config: ServiceConfig; readonly given_config: GivenConfig };

/** `on` is always the day in the billing time zone, so that bills never depend on a zone again. */
export type ManagedSubscriptionEvent =
  | Of<
      'ManagedSubscriptionCreated',
      Terms &
        Config & {
          readonly account_id: AccountId;
          readonly sector_id: SectorId | null;
          readonly account_manager_id: UserId | null;
          readonly override_reason: string | null;
          readonly created_by: UserId | null;
          readonly on: Day;
        }
    >
  | Of<'OnboardingRequested', { readonly on: Day }>
  | Of<'ManagedSubscriptionActivated', { readonly on: Day }>
  | Of<'ManagedSubscriptionPaused', { readonly on: Day; readonly reason: string }>
  | Of<'ManagedSubscriptionResumed', { readonly on: Day }>
  | Of<'ManagedSubscriptionCancelled', { readonly on: Day; readonly reason: string | null }>
  | Of<
      'ManagedSubscriptionPriceChanged',
      { readonly on: Day; readonly monthly_price_cents: Cents; readonly override_reason: string }
    >
  | Of<'ManagedSubscriptionTierChanged', Terms & Config & { readonly on: Day; readonly override_reason: string | null }>
  | Of<'ServiceConfigChanged', Config>
  | Of<'AccountManagerAssigned', { readonly account_manager_id: UserId | null }>
  | Of<'ServiceMonthStarted', { readonly month: Month; readonly starts_on: Day; readonly ends_on: Day }>
  | Of<'ServiceMonthClosed', { readonly month: Month; readonly next_billing_date: Day | null }>
  | Of<'FellBehindOnContent', { readonly on: Day; readonly published: number; readonly expected: number }>
  | Of<
      'CaughtUpOnContent',
      { readonly on: Day; readonly because: 'delivered' | 'paused' | 'cancelled' | 'month_changed' }
    >;

type Now = { readonly now: Instant; readonly today: Day };
export type ManagedSubscriptionCommand =
  | ({
      readonly type: 'Create';
      readonly subscriptionId: SubscriptionId;
      readonly accountId: AccountId;
      readonly siteId: SiteId;
      readonly sectorId: SectorId | null;
      readonly plan: Plan;
      readonly tier: Tier;
      readonly given: GivenConfig;
      readonly accountManagerId: UserId | null;
      readonly monthlyPrice: Cents | null;
      readonly overrideReason: string | null;
      readonly mayOverride: boolean;
      readonly createdBy: UserId | null;
    } & Now)
  | ({
      readonly type: 'Change';
      readonly plan: Plan;
      readonly mayOverride: boolean;
      readonly tier?: Tier;
      readonly given?: GivenConfig;
      readonly accountManagerId?: UserId | null;
      readonly monthlyPrice?: Cents;
      readonly overrideReason: string | null;
    } & Now)
  | ({ readonly type: 'RequestOnboarding' } & Now)
  | ({ readonly type: 'Activate' } & Now)
  | ({ readonly type: 'Pause'; readonly reason: string } & Now)
  | ({ readonly type: 'Resume' } & Now)
  | ({ readonly type: 'Cancel'; readonly reason: string | null } & Now)
  | ({ readonly type: 'StartServiceMonth' } & Now)
  | ({ readonly type: 'CloseServiceMonth' } & Now)
  | ({ readonly type: 'CheckContent'; readonly published: number } & Now);

export type ManagedSubscriptionRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'override_required'; readonly message: string; readonly pointer: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

type Contract = {
  readonly subscriptionId: SubscriptionId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly tier: Tier;
  readonly monthlyPrice: Cents;
  readonly articlesPerMonth: number;
  readonly accountManagerId: UserId | null;
  readonly config: ServiceConfig;
  readonly given: GivenConfig;
  readonly history: ContractHistory;
};
type Running = Contract & {
  readonly currentMonth: Month;
  readonly nextBillingDate: Day;
  readonly behindSince: Day | null;
};

export type ManagedSubscription =
  | { readonly status: 'none' }
  | ({ readonly status: 'pending' } & Contract)
  | ({ readonly status: 'active' } & Running)
  | ({ readonly status: 'paused'; readonly reason: string } & Running)
  | ({
      readonly status: 'cancelled';
      readonly currentMonth: Month | null;
      readonly nextBillingDate: Day | null;
    } & Contract);

type Made = Decision<ManagedSubscriptionEvent, ManagedSubscriptionRefusal>;

export const managedSubscription: Decider<
  ManagedSubscriptionCommand,
  ManagedSubscription,
  ManagedSubscriptionEvent,
  ManagedSubscriptionRefusal
> = {
  initial: { status: 'none' },

  evolve: (state, event): ManagedSubscription => {
    switch (event.type) {
      case 'ManagedSubscriptionCreated': {
        const { data } = event;
        const contract: Contract = {
          subscriptionId: data.subscription_id,
          accountId: data.account_id,
          siteId: data.site_id,
          tier: data.tier,
          monthlyPrice: data.monthly_price_cents,
          articlesPerMonth: data.articles_per_month,
          accountManagerId: data.account_manager_id,
          config: data.service_config,
          given: data.given_config,
          history: EMPTY_HISTORY,
        };
        return { status: 'pending', ...contract, history: termOf(contract, data.on, event.id) };
      }
      case 'ManagedSubscriptionActivated':
        if (state.status !== 'pending') return state;
        return {
          ...state,
          status: 'active',
          history: started(state.history, event.data.on, event.id),
          currentMonth: monthOf(event.data.on),
          nextBillingDate: firstDay(nextMonth(monthOf(event.data.on))),
          behindSince: null,
        };
      case 'ManagedSubscriptionPaused':
        if (state.status !== 'active') return state;
        return {
          ...state,
          status: 'paused',
          reason: event.data.reason,
          history: stopped(state.history, event.data.on, event.id),
        };
      case 'ManagedSubscriptionResumed': {
        if (state.status !== 'paused') return state;
        const { reason: _, ...running } = state;
        return { ...running, status: 'active', history: started(state.history, event.data.on, event.id) };
      }
      case 'ManagedSubscriptionCancelled': {
        if (state.status === 'none' || state.status === 'cancelled') return state;
        const history = state.status === 'active' ? stopped(state.history, event.data.on, event.id) : state.history;
        const running = state.status === 'pending' ? { currentMonth: null, nextBillingDate: null } : state;
        return {
          ...contractOf(state),
          status: 'cancelled',
          history,
          currentMonth: running.currentMonth,
          nextBillingDate: running.nextBillingDate,
        };
      }
      case 'ManagedSubscriptionPriceChanged': {
        if (state.status === 'none') return state;
        const changed = { ...state, monthlyPrice: event.data.monthly_price_cents };
        return { ...changed, history: termOf(changed, event.data.on, event.id) };
      }
      case 'ManagedSubscriptionTierChanged': {
        if (state.status === 'none') return state;
        const { data } = event;
        const terms = {
          tier: data.tier,
          monthlyPrice: data.monthly_price_cents,
          articlesPerMonth: data.articles_per_month,
        };
        const changed = { ...state, ...terms, config: data.service_config, given: data.given_config };
        return { ...changed, history: termOf(changed, data.on, event.id) };
      }
      case 'ServiceConfigChanged':
        return state.status === 'none'
          ? state
          : { ...state, config: event.data.service_config, given: event.data.given_config };
      case 'AccountManagerAssigned':
        return state.status === 'none' ? state : { ...state, accountManagerId: event.data.account_manager_id };
      case 'ServiceMonthStarted':
        return state.status === 'active' || state.status === 'paused'
          ? { ...state, currentMonth: event.data.month }
          : state;
      case 'ServiceMonthClosed':
        if (state.status === 'cancelled') return { ...state, nextBillingDate: event.data.next_billing_date };
        if (state.status === 'none' || state.status === 'pending' || event.data.next_billing_date === null)
          return state;
        return { ...state, nextBillingDate: event.data.next_billing_date };
      case 'FellBehindOnContent':
        return state.status === 'active' ? { ...state, behindSince: event.data.on } : state;
      case 'CaughtUpOnContent':
        return state.status === 'active' || state.status === 'paused' ? { ...state, behindSince: null } : state;
      case 'OnboardingRequested':
        return state;
    }
  },

  decide: (command, state): Made => {
    if (command.type === 'Create') return create(command, state);
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such managed subscription' });
    const ids = { subscription_id: state.subscriptionId, site_id: state.siteId };
    const of = <T extends ManagedSubscriptionEvent['type'], D>(type: T, data: D) => ({
      type,
      at: command.now,
      data: { ...ids, ...data },
    });
    const on = command.today;
    const caughtUp = (because: 'delivered' | 'paused' | 'cancelled' | 'month_changed') =>
      'behindSince' in state && state.behindSince !== null ? [of('CaughtUpOnContent', { on, because })] : [];
    switch (command.type) {
      case 'RequestOnboarding':
        return state.status === 'pending' ? accept(of('OnboardingRequested', { on })) : invalid(state, 'onboarded');
      case 'Activate': {
        if (state.status !== 'pending') return invalid(state, 'activated');
        const month = monthOf(on);
        return accept<ManagedSubscriptionEvent>(
          of('ManagedSubscriptionActivated', { on }),
          of('ServiceMonthStarted', { month, starts_on: on, ends_on: lastDay(month) }),
        );
      }
      case 'Pause':
        if (state.status !== 'active') return invalid(state, 'paused');
        return accept<ManagedSubscriptionEvent>(
          of('ManagedSubscriptionPaused', { on, reason: command.reason }),
          ...caughtUp('paused'),
        );
      case 'Resume':
        return state.status === 'paused' ? accept(of('ManagedSubscriptionResumed', { on })) : invalid(state, 'resumed');
      case 'Cancel':
        if (state.status === 'cancelled') return invalid(state, 'cancelled');
        return accept<ManagedSubscriptionEvent>(
          of('ManagedSubscriptionCancelled', { on, reason: command.reason }),
          ...caughtUp('cancelled'),
        );
      case 'StartServiceMonth': {
        const month = monthOf(on);
        if ((state.status !== 'active' && state.status !== 'paused') || state.currentMonth >= month) return accept();
        return accept<ManagedSubscriptionEvent>(
          ...caughtUp('month_changed'),
          of('ServiceMonthStarted', { month, starts_on: firstDay(month), ends_on: lastDay(month) }),
        );
      }
      case 'CloseServiceMonth':
        return accept(...closings(state, on).map((closing) => of('ServiceMonthClosed', closing)));
      case 'CheckContent': {
        if (state.status !== 'active') return accept();
        const { behind, expected } = behindOnContent(state.history, state.currentMonth, on, command.published);
        if (behind && state.behindSince === null)
          return accept(of('FellBehindOnContent', { on, published: command.published, expected }));
        return behind ? accept() : accept(...caughtUp('delivered'));
      }
      case 'Change':
        return change(command, state, of);
    }
  },
};

function create(command: Extract<ManagedSubscriptionCommand, { type: 'Create' }>, state: ManagedSubscription): Made {
  if (state.status !== 'none')
    return refuse({ code: 'invalid_state', message: 'it exists already', currentState: state.status });
  const { tier, given, overrideReason, today } = command;
  const terms = TIER_TERMS[tier];
  const refusal =
    planRefusal(command.plan, tier, command.mayOverride ? overrideReason : null) ??
    priceRefusal(command.monthlyPrice, terms.monthlyPrice, overrideReason) ??
    configRefusal(tier, resolveConfig(tier, given));
  if (refusal) return refuse(refusal);
  return accept({
    type: 'ManagedSubscriptionCreated',
    at: command.now,
    data: {
      subscription_id: command.subscriptionId,
      site_id: command.siteId,
      account_id: command.accountId,
      sector_id: command.sectorId,
      tier,
      monthly_price_cents: command.monthlyPrice ?? terms.monthlyPrice,
      articles_per_month: terms.articlesPerMonth,
      service_config: resolveConfig(tier, given),
      given_config: given,
      account_manager_id: command.accountManagerId,
      override_reason: overrideReason,
      created_by: command.createdBy,
      on: today,
    },
  });
}

/** One event for each thing that really changes; a PATCH that changes nothing appends nothing. */
function change(
  command: Extract<ManagedSubscriptionCommand, { type: 'Change' }>,
  state: Exclude<ManagedSubscription, { status: 'none' }>,
  of: <T extends ManagedSubscriptionEvent['type'], D>(
    type: T,
    data: D,
  ) => { type: T; at: Instant; data: D & { subscription_id: SubscriptionId; site_id: SiteId } },
): Made {
  if (state.status === 'cancelled') return invalid(state, 'changed');
  const on = command.today;
  const tier = command.tier ?? state.tier;
  const tierChanges = tier !== state.tier;
  const given = command.given ? mergeGiven(state.given, command.given) : state.given;
  const config = resolveConfig(tier, given);
  const listPrice = tierChanges ? TIER_TERMS[tier].monthlyPrice : state.monthlyPrice;
  const price = command.monthlyPrice ?? listPrice;
  const refusal =
    (tierChanges ? planRefusal(command.plan, tier, command.mayOverride ? command.overrideReason : null) : null) ??
    priceRefusal(command.monthlyPrice ?? null, listPrice, command.overrideReason) ??
    configRefusal(tier, config);
  if (refusal) return refuse(refusal);
  const events: ManagedSubscriptionEvent[] = [];
  if (tierChanges) {
    const terms = { tier, monthly_price_cents: price, articles_per_month: TIER_TERMS[tier].articlesPerMonth };
    events.push(
      of('ManagedSubscriptionTierChanged', {
        ...terms,
        service_config: config,
        given_config: given,
        on,
        override_reason: command.overrideReason,
      }),
    );
  } else {
    if (price !== state.monthlyPrice)
      events.push(
        of('ManagedSubscriptionPriceChanged', {
          on,
          monthly_price_cents: price,
          override_reason: command.overrideReason ?? '',
        }),
      );
    if (JSON.stringify(config) !== JSON.stringify(state.config))
      events.push(of('ServiceConfigChanged', { service_config: config, given_config: given }));
  }
  if (command.accountManagerId !== undefined && command.accountManagerId !== state.accountManagerId)
    events.push(of('AccountManagerAssigned', { account_manager_id: command.accountManagerId }));
  return accept(...events);
}

/** Every month whose billing date has come, oldest first (ruling 1.17). The last one of a cancelled contract leaves no next date. */
function closings(
  state: Exclude<ManagedSubscription, { status: 'none' }>,
  today: Day,
): { month: Month; next_billing_date: Day | null }[] {
  const closed: { month: Month; next_billing_date: Day | null }[] = [];
  let due = state.status === 'pending' ? null : state.nextBillingDate;
  while (due !== null && due <= today) {
    const over = state.status === 'cancelled';
    const next: Day | null =
      over && firstDay(monthOf(due)) > lastBillable(state) ? null : firstDay(nextMonth(monthOf(due)));
    closed.push({ month: monthBefore(due), next_billing_date: next });
    due = next;
  }
  return closed;
}

const monthBefore = (billingDate: Day): Month => {
  const [year, month] = [Number(billingDate.slice(0, 4)), Number(billingDate.slice(5, 7))];
  return (month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`) as Month;
};

const lastBillable = (contract: Contract): Day =>
  contract.history.activity.reduce((last, a) => maxDay(last, a.to ?? a.from), '0000-01-01' as Day);

const termOf = (contract: Contract, from: Day, cause: string): ContractHistory =>
  withTerm(contract.history, {
    from,
    tier: contract.tier,
    monthlyPrice: contract.monthlyPrice,
    articlesPerMonth: contract.articlesPerMonth,
    cause,
  });

const contractOf = ({
  subscriptionId,
  accountId,
  siteId,
  tier,
  monthlyPrice,
  articlesPerMonth,
  accountManagerId,
  config,
  given,
  history,
}: Contract): Contract => ({
  subscriptionId,
  accountId,
  siteId,
  tier,
  monthlyPrice,
  articlesPerMonth,
  accountManagerId,
  config,
  given,
  history,
});

const invalid = (state: ManagedSubscription, verb: string): Made =>
  refuse({
    code: 'invalid_state',
    message: `a managed subscription that is ${state.status} cannot be ${verb}`,
    currentState: state.status,
  });

function planRefusal(plan: Plan, tier: Tier, overrideReason: string | null): ManagedSubscriptionRefusal | null {
  if (planAllowsTier(plan, tier) || overrideReason !== null) return null;
  return {
    code: 'feature_not_in_plan',
    message: `plan ${plan} does not include managed services at ${tier}`,
    upgradeTo: cheapestPlanFor(tier),
  };
}

function priceRefusal(
  asked: Cents | null,
  list: Cents,
  overrideReason: string | null,
): ManagedSubscriptionRefusal | null {
  if (asked === null || asked === list || overrideReason !== null) return null;
  return {
    code: 'override_required',
    message: 'a negotiated monthly_price needs an override_reason',
    pointer: '/override_reason',
  };
}

function configRefusal(tier: Tier, config: ServiceConfig): ManagedSubscriptionRefusal | null {
  const problem = configProblem(tier, config);
  return problem && { code: 'invalid_values', ...problem };
}
