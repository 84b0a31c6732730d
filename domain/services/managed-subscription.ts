import { accept, type Decider, type Decision, refuse } from '#domain/kernel/decider';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { type Day, firstDay, type Instant, lastDay, type Month, maxDay, monthOf, nextMonth } from '#domain/kernel/time';
import { allowsTier } from '#domain/plans/plan';
import { type Imported, importProblem, runningMonth } from './contract-import.ts';
import type {
  Contract,
  ManagedSubscription,
  ManagedSubscriptionCommand,
  ManagedSubscriptionEvent,
  ManagedSubscriptionRefusal,
  ServicesAllowed,
} from './managed-subscription-messages.ts';
import { evolve } from './managed-subscription-state.ts';
import {
  configProblem,
  mergeGiven,
  resolveConfig,
  type ServiceConfig,
  TIER_TERMS,
  type Tier,
} from './service-config.ts';
import { behindOnContent } from './service-month.ts';

export type {
  ManagedSubscription,
  ManagedSubscriptionCommand,
  ManagedSubscriptionEvent,
  ManagedSubscriptionRefusal,
} from './managed-subscription-messages.ts';

type Made = Decision<ManagedSubscriptionEvent, ManagedSubscriptionRefusal>;

export const managedSubscription: Decider<
  ManagedSubscriptionCommand,
  ManagedSubscription,
  ManagedSubscriptionEvent,
  ManagedSubscriptionRefusal
> = {
  initial: { status: 'none' },

  evolve,

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
        return accept(...monthsDue(state, on).map((closing) => of('ServiceMonthClosed', closing)));
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
    planRefusal(command.services, tier, command.mayOverride ? overrideReason : null) ??
    priceRefusal(command.monthlyPrice, terms.monthlyPrice, overrideReason) ??
    configRefusal(tier, resolveConfig(tier, given)) ??
    importRefusal(command.imported);
  if (refusal) return refuse(refusal);
  const creation: Creation = {
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
      on: command.imported?.started_on ?? today,
      ...(command.imported === undefined ? {} : { imported: command.imported }),
    },
  };
  return accept<ManagedSubscriptionEvent>(creation, ...takenOver(creation));
}

type Creation = Extract<ManagedSubscriptionEvent, { type: 'ManagedSubscriptionCreated' }>;
/** What goes with the creation of a contract that runs already: it is active, in the month that runs. Of a new one nothing does. */
export function takenOver({ at, data }: Creation): ManagedSubscriptionEvent[] {
  const { imported, subscription_id, site_id } = data;
  if (imported === undefined) return [];
  const ids = { subscription_id, site_id };
  const { delivered_articles } = imported;
  const before = delivered_articles === 0 ? {} : { delivered_before: delivered_articles };
  return [
    { type: 'ManagedSubscriptionActivated', at, data: { ...ids, on: imported.started_on } },
    { type: 'ServiceMonthStarted', at, data: { ...ids, ...runningMonth(imported), ...before } },
  ];
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
    (tierChanges ? planRefusal(command.services, tier, command.mayOverride ? command.overrideReason : null) : null) ??
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
    if (JSON.stringify(given) !== JSON.stringify(state.given))
      events.push(of('ServiceConfigChanged', { service_config: config, given_config: given }));
  }
  if (command.accountManagerId !== undefined && command.accountManagerId !== state.accountManagerId)
    events.push(of('AccountManagerAssigned', { account_manager_id: command.accountManagerId }));
  return accept(...events);
}

/** Every month whose billing date has come, oldest first (ruling 1.17). The last one of a cancelled contract leaves no next date. */
export function monthsDue(
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

const invalid = (state: ManagedSubscription, verb: string): Made =>
  refuse({
    code: 'invalid_state',
    message: `a managed subscription that is ${state.status} cannot be ${verb}`,
    currentState: state.status,
  });

function planRefusal(
  { plan, level, upgradeTo }: ServicesAllowed,
  tier: Tier,
  overrideReason: string | null,
): ManagedSubscriptionRefusal | null {
  if (allowsTier(level, tier) || overrideReason !== null) return null;
  return {
    code: 'feature_not_in_plan',
    message: `plan ${plan} does not include managed services at ${tier}`,
    upgradeTo,
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

function importRefusal(imported: Imported | undefined): ManagedSubscriptionRefusal | null {
  const problem = imported === undefined ? null : importProblem(imported);
  return problem && { code: 'invalid_values', ...problem };
}

function configRefusal(tier: Tier, config: ServiceConfig): ManagedSubscriptionRefusal | null {
  const problem = configProblem(tier, config);
  return problem && { code: 'invalid_values', ...problem };
}
