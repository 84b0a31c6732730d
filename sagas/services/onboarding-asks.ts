import { lastDay, monthOf, plusHours } from '#domain/kernel/time';
import { workRequest } from '#domain/platform/effects';
import type { MailTemplate } from '#domain/platform/mail-template';
import { activateSubscription, email, lookUpSite } from '#domain/services/effects';
import type { OnboardingStep } from '#domain/services/onboarding';
import { TIER_TERMS } from '#domain/services/service-config';
import { articleTarget } from '#domain/services/service-month';
import { ask } from '#runtime/typed-saga';
import type { Known, Step, When } from './onboarding-state.ts';

export const idsOf = ({ subscriptionId, siteId }: Known) => ({ subscription_id: subscriptionId, site_id: siteId });

/** What is asked for where a step is taken up, under the number of the ask. */
export function asksOf(state: Known, step: OnboardingStep, { at, on }: When): Step[] {
  const { subscriptionId } = state;
  const number = state.steps[step].ask;
  const ids = idsOf(state);
  const named = { name: `${step}#${number}`, key: `onboarding-${subscriptionId}-${step}` };
  switch (step) {
    case 'verify_integration': {
      const key = `look-up-${subscriptionId}-${number}`;
      return [ask(lookUpSite, { name: lookUpName(number), key, payload: ids })];
    }
    case 'ensure_blueprint': {
      const payload = { ...ids, kind: 'blueprint.generate' as const, ask: number };
      return [
        ask(workRequest, { ...named, key: `${named.key}-${number}`, payload }),
        { do: 'timer', timer: 'blueprint', name: named.name, at: plusHours(at, 24), data: { ask: number } },
      ];
    }
    case 'configure_automation': {
      const { config: service_config, tier } = state;
      const payload = { ...ids, kind: 'automation.configure' as const, service_config, tier };
      return [ask(workRequest, { ...named, payload })];
    }
    case 'send_welcome_email':
      return [ask(email, { ...named, payload: { ...ids, template: 'welcome', to: 'client' } })];
    case 'create_first_month_content': {
      const payload = { ...ids, kind: 'content.plan' as const, ...firstMonth(state, on) };
      return [ask(workRequest, { ...named, payload })];
    }
    case 'notify_account_manager':
      return [ask(email, { ...named, payload: { ...ids, template: 'client_onboarded', to: 'account_manager' } })];
    case 'activate':
      return [ask(activateSubscription, { ...named, payload: ids })];
  }
}

export const lookUpName = (number: number): string => `look_up#${number}`;

/** News of the missing plugin, for both who can do something about it. */
export function tell(state: Known, template: MailTemplate, notice: 'notice' | 'reminder'): Step[] {
  return (['client', 'account_manager'] as const).map((to) =>
    ask(email, {
      name: `integration/${notice}/${to}`,
      key: `onboarding-${state.subscriptionId}-${notice}-${to}`,
      payload: { ...idsOf(state), template, to },
    }),
  );
}

/** The article target of the first service month as if activated today; hubs come first for Pro. */
function firstMonth({ tier, articlesPerMonth }: Known, on: When['on']) {
  const term = { from: on, tier, monthlyPrice: TIER_TERMS[tier].monthlyPrice, articlesPerMonth, cause: '' };
  const history = { terms: [term], activity: [{ from: on, to: null, causes: [] }] };
  return {
    target: articleTarget(history, monthOf(on), on),
    hubs_first: TIER_TERMS[tier].hubsFirst,
    from: on,
    to: lastDay(monthOf(on)),
  };
}
