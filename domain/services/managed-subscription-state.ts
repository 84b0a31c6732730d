import type { Recorded } from '#domain/kernel/decider';
import { type Day, firstDay, type Month, monthOf, nextMonth } from '#domain/kernel/time';
import { billedThrough } from './contract-import.ts';
import type { Contract, ManagedSubscription, ManagedSubscriptionEvent } from './managed-subscription-messages.ts';
import { type ContractHistory, EMPTY_HISTORY, started, stopped, withTerm } from './service-month.ts';

/** The subscription after an event; one that the state cannot have had leaves it as it is. */
export function evolve(state: ManagedSubscription, event: Recorded<ManagedSubscriptionEvent>): ManagedSubscription {
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
        ...(data.imported === undefined ? {} : { imported: data.imported }),
      };
      const through = data.imported === undefined ? null : billedThrough(data.imported);
      const history = through === null ? EMPTY_HISTORY : { ...EMPTY_HISTORY, billedThrough: through };
      return { status: 'pending', ...contract, history: termOf({ ...contract, history }, data.on, event.id) };
    }
    case 'ManagedSubscriptionActivated':
      if (state.status !== 'pending') return state;
      return {
        ...state,
        status: 'active',
        history: started(state.history, event.data.on, event.id),
        currentMonth: monthOf(event.data.on),
        nextBillingDate: firstDay(nextMonth(firstBilled(state.history, monthOf(event.data.on)))),
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
      if (state.status === 'none' || state.status === 'pending' || event.data.next_billing_date === null) return state;
      return { ...state, nextBillingDate: event.data.next_billing_date };
    case 'FellBehindOnContent':
      return state.status === 'active' ? { ...state, behindSince: event.data.on } : state;
    case 'CaughtUpOnContent':
      return state.status === 'active' || state.status === 'paused' ? { ...state, behindSince: null } : state;
    case 'OnboardingRequested':
      return state;
  }
}

/** The first month that is billed here, of those from `month` on. */
const firstBilled = ({ billedThrough: through }: ContractHistory, month: Month): Month =>
  through === undefined || through < month ? month : nextMonth(through);

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
  imported,
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
  ...(imported === undefined ? {} : { imported }),
});
