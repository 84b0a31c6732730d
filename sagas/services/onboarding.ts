import { localTime, timeOf, type Zone } from '#domain/kernel/calendar';
import { lastDay, monthOf, plusDays, plusHours } from '#domain/kernel/time';
import { type BlockedReason, nextStep, type OnboardingEvent, type OnboardingStep } from '#domain/services/onboarding';
import { TIER_TERMS } from '#domain/services/service-config';
import { articleTarget } from '#domain/services/service-month';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';
import { currentOf, type Known, type Onboarding, onInput, onOwn, stepOf, tryOf } from './onboarding-state.ts';

/** Asked three times, a day apart, before somebody has to look (spec 2.3). */
const BLUEPRINT_ASKS = 3;

type Step = SagaStep<OnboardingEvent>;

const key = (siteOrSubscription: 'site' | 'subscription') => (data: JsonObject) =>
  `${siteOrSubscription}:${String(data[`${siteOrSubscription}_id`])}`;
const ofSite = key('site');
const ofSubscription = key('subscription');

export const onboarding = saga<Onboarding, OnboardingEvent>({
  name: 'onboarding',
  starts: {
    ManagedSubscriptionCreated: (data) => ({
      instance: String(data['subscription_id']),
      keys: [ofSite(data), ofSubscription(data)],
    }),
  },
  listens: {
    SiteIntegrationConnected: ofSite,
    SiteIntegrationDisconnected: ofSite,
    BlueprintGenerated: ofSite,
    OnboardingRequested: ofSubscription,
    ServiceConfigChanged: ofSubscription,
    ManagedSubscriptionTierChanged: ofSubscription,
    ManagedSubscriptionCancelled: ofSubscription,
  },
  initial: { status: 'none' },

  evolve: (state, entry) =>
    entry.kind === 'input' ? onInput(state, entry.input) : state.status === 'none' ? state : onOwn(state, entry),

  react: (input, state, { zone }) => {
    if (state.status === 'none' || state.status === 'done') return [];
    const flow = new Flow(state, input, zone);
    if (input.type === 'ManagedSubscriptionCancelled') return currentOf(state) ? flow.stop() : [];
    if (state.status === 'stopped') return [];
    return flow.answer();
  },
});

/** One reaction: the state as it changes while steps are taken one after the other. */
class Flow {
  #state: Known;
  readonly #input: SagaInput;
  readonly #zone: Zone;
  readonly #steps: Step[] = [];

  constructor(state: Known, input: SagaInput, zone: Zone) {
    this.#state = state;
    this.#input = input;
    this.#zone = zone;
  }

  answer(): readonly Step[] {
    const { type, data } = this.#input;
    const step = currentOf(this.#state);
    if (step === null) return [];
    const mine = stepOf(data['name']) === step || (stepOf(data['name']) === 'look_up' && step === 'verify_integration');
    if (type === 'ManagedSubscriptionCreated') this.#begin(step);
    else if (type === 'OnboardingRequested') this.#resume(step);
    else if (type === 'SiteIntegrationConnected' && step === 'verify_integration') this.#complete(step);
    else if (type === 'BlueprintGenerated' && step === 'ensure_blueprint') this.#complete(step);
    else if (type === 'EffectSucceeded' && step === 'ensure_blueprint' && this.#state.hasBlueprint)
      this.#complete(step);
    else if (mine && type === 'EffectSucceeded') this.#succeeded(step);
    else if (mine && type === 'EffectOutcomeUnknown') this.#complete(step, 'unknown');
    else if (mine && type === 'EffectAttemptFailed') this.#failed(step);
    else if (mine && type === 'EffectParked') this.#block(step, 'effect_failed', String(data['error']));
    else if (mine && type === 'TimerFired') this.#due(step);
    return this.#steps;
  }

  stop(): readonly Step[] {
    const step = currentOf(this.#state);
    if (step === null) return [];
    this.#record({
      type: 'OnboardingStopped',
      at: this.#input.at,
      data: { ...this.#ids(), step, because: 'cancelled' },
    });
    const { ask } = this.#state.steps[step];
    const asked = step === 'verify_integration' ? 'look_up' : step;
    this.#steps.push({ do: 'cancel_effect', name: `${asked}#${ask}` });
    if (step === 'verify_integration') this.#steps.push({ do: 'cancel_timer', name: `${step}/reminder` });
    if (step === 'ensure_blueprint') this.#steps.push({ do: 'cancel_timer', name: `${step}#${ask}` });
    return this.#steps;
  }

  /** Takes up a step for the first time, or again after it was blocked. */
  #begin(step: OnboardingStep): void {
    const attempt = this.#state.steps[step].attempt + 1;
    this.#record({ type: 'OnboardingStepStarted', at: this.#input.at, data: { ...this.#ids(), step, attempt } });
    const number = this.#state.steps[step].ask;
    const name = `${step}#${number}`;
    const payload: JsonObject = { subscription_id: this.#state.subscriptionId, site_id: this.#state.siteId };
    const ask = (kind: string, more: JsonObject = {}, key: string = step) =>
      this.#steps.push({
        do: 'effect',
        name,
        kind,
        key: `onboarding-${this.#state.subscriptionId}-${key}`,
        payload: { ...payload, ...more },
      });
    switch (step) {
      case 'verify_integration':
        if (this.#state.connected) {
          this.#complete(step);
          return;
        }
        this.#steps.push({
          do: 'effect',
          name: `look_up#${number}`,
          kind: 'look_up_site',
          key: `look-up-${this.#state.subscriptionId}-${number}`,
          payload,
        });
        return;
      case 'ensure_blueprint':
        if (this.#state.hasBlueprint) {
          this.#complete(step);
          return;
        }
        ask('work_request', { kind: 'blueprint.generate', ask: number }, `${step}-${number}`);
        this.#steps.push({ do: 'timer', name, at: plusHours(this.#input.at, 24) });
        return;
      case 'configure_automation':
        ask('work_request', {
          kind: 'automation.configure',
          service_config: this.#state.config as unknown as JsonObject,
          tier: this.#state.tier,
        });
        return;
      case 'send_welcome_email':
        ask('email', { template: 'welcome', to: 'client' });
        return;
      case 'create_first_month_content':
        ask('work_request', { kind: 'content.plan', ...this.#firstMonth() });
        return;
      case 'notify_account_manager':
        ask('email', { template: 'client_onboarded', to: 'account_manager' });
        return;
      case 'activate':
        ask('activate_subscription');
        return;
    }
  }

  /** True where the step was begun in this very reaction, so nothing was asked for it yet. */
  get #justBegun(): boolean {
    const last = this.#steps.at(-1);
    return last?.do === 'record' && last.event.type === 'OnboardingStepStarted';
  }

  #complete(step: OnboardingStep, outcome: 'done' | 'unknown' = 'done'): void {
    const { ask, status } = this.#state.steps[step];
    const attempt = tryOf(this.#state.steps[step], this.#input);
    if (step === 'verify_integration' && status === 'blocked')
      this.#steps.push({ do: 'cancel_timer', name: `${step}/reminder` });
    if (step === 'ensure_blueprint' && status !== 'blocked' && ask > 0 && !this.#justBegun) {
      this.#steps.push({ do: 'cancel_timer', name: `${step}#${ask}` });
      this.#steps.push({ do: 'cancel_effect', name: `${step}#${ask}` });
    }
    this.#record({
      type: 'OnboardingStepCompleted',
      at: this.#input.at,
      data: { ...this.#ids(), step, attempt, outcome },
    });
    const next = nextStep(step);
    if (next) this.#begin(next);
  }

  #succeeded(step: OnboardingStep): void {
    if (step === 'ensure_blueprint') return; // Only asked for: the fact completes it.
    if (step === 'verify_integration') {
      if (this.#state.connected) {
        this.#complete(step);
        return;
      }
      if (this.#state.steps[step].status !== 'blocked') this.#integrationMissing();
      return;
    }
    this.#complete(step);
  }

  #integrationMissing(): void {
    const step = 'verify_integration';
    this.#block(step, 'integration_missing', null);
    if (this.#state.told) return; // Once: asking again tells nobody again.
    this.#tell('integration_missing', 'notice');
    this.#steps.push({
      do: 'timer',
      name: `${step}/reminder`,
      at: localTime(plusDays(this.#input.on, 3), timeOf(this.#input.at, this.#zone), this.#zone),
    });
  }

  #tell(template: string, notice: string): void {
    const payload: JsonObject = { subscription_id: this.#state.subscriptionId, site_id: this.#state.siteId, template };
    for (const to of ['client', 'account_manager']) {
      const name = `integration/${notice}/${to}`;
      this.#steps.push({
        do: 'effect',
        name,
        kind: 'email',
        key: `onboarding-${this.#state.subscriptionId}-${notice}-${to}`,
        payload: { ...payload, to },
      });
    }
  }

  #failed(step: OnboardingStep): void {
    const { error, next_attempt_at } = this.#input.data;
    const attempt = tryOf(this.#state.steps[step], this.#input);
    this.#record({
      type: 'OnboardingStepFailed',
      at: this.#input.at,
      data: {
        ...this.#ids(),
        step,
        attempt,
        error: String(error),
        next_retry_at: next_attempt_at as OnboardingEvent['at'],
      },
    });
  }

  #due(step: OnboardingStep): void {
    const { ask, status } = this.#state.steps[step];
    if (step === 'verify_integration') {
      this.#tell('integration_missing_reminder', 'reminder'); // Also while somebody has just asked for another look.
      return;
    }
    if (step !== 'ensure_blueprint' || status === 'blocked' || this.#input.data['name'] !== `${step}#${ask}`) return;
    this.#steps.push({ do: 'cancel_effect', name: `${step}#${ask}` });
    if (ask % BLUEPRINT_ASKS === 0) this.#block(step, 'blueprint_missing', null);
    else this.#begin(step);
  }

  #resume(step: OnboardingStep): void {
    if (this.#state.steps[step].status === 'blocked') this.#begin(step);
  }

  #block(step: OnboardingStep, reason: BlockedReason, error: string | null): void {
    const attempt = tryOf(this.#state.steps[step], this.#input);
    this.#record({
      type: 'OnboardingStepBlocked',
      at: this.#input.at,
      data: { ...this.#ids(), step, attempt, reason, error },
    });
  }

  /** The article target of the first service month as if activated today; hubs come first for Pro. */
  #firstMonth(): JsonObject {
    const { tier, articlesPerMonth } = this.#state;
    const { on } = this.#input;
    const term = { from: on, tier, monthlyPrice: TIER_TERMS[tier].monthlyPrice, articlesPerMonth, cause: '' };
    const history = { terms: [term], activity: [{ from: on, to: null, causes: [] }] };
    return {
      target: articleTarget(history, monthOf(on), on),
      hubs_first: TIER_TERMS[tier].hubsFirst,
      from: on,
      to: lastDay(monthOf(on)),
    };
  }

  #ids() {
    return { subscription_id: this.#state.subscriptionId, site_id: this.#state.siteId };
  }

  #record(event: OnboardingEvent): void {
    this.#state = onOwn(this.#state, { kind: 'event', event: { ...event, id: '' } } as never);
    this.#steps.push({ do: 'record', event });
  }
}
