import { localTime, timeOf, type Zone } from '#domain/kernel/calendar';
import { type Instant, plusDays } from '#domain/kernel/time';
import { type BlockedReason, nextStep, type OnboardingEvent, type OnboardingStep } from '#domain/services/onboarding';
import { asksOf, idsOf, lookUpName, tell } from './onboarding-asks.ts';
import { type About, type Known, onOwn, type Step, tryOf } from './onboarding-state.ts';

/** Asked three times, a day apart, before somebody has to look (spec 2.3). */
const BLUEPRINT_ASKS = 3;
export const REMINDER = 'verify_integration/reminder';

/** One reaction: the state as it changes while steps are taken one after the other. */
export class Flow {
  #state: Known;
  readonly #told: About;
  readonly #zone: Zone;
  readonly steps: Step[] = [];

  constructor(state: Known, told: About, zone: Zone) {
    this.#state = state;
    this.#told = told;
    this.#zone = zone;
  }

  stop(step: OnboardingStep): void {
    this.#record({ type: 'OnboardingStopped', at: this.#told.at, data: { ...this.#of(step), because: 'cancelled' } });
    const { ask } = this.#state.steps[step];
    const asked = `${step}#${ask}`;
    this.steps.push({ do: 'cancel_effect', name: step === 'verify_integration' ? lookUpName(ask) : asked });
    if (step === 'verify_integration') this.steps.push({ do: 'cancel_timer', name: REMINDER });
    if (step === 'ensure_blueprint') this.steps.push({ do: 'cancel_timer', name: asked });
  }

  /** Takes up a step for the first time, or again after it was blocked. */
  begin(step: OnboardingStep): void {
    const attempt = this.#state.steps[step].attempt + 1;
    this.#record({ type: 'OnboardingStepStarted', at: this.#told.at, data: { ...this.#of(step), attempt } });
    const { connected, hasBlueprint, off } = this.#state;
    if ((step === 'verify_integration' && connected && !off) || (step === 'ensure_blueprint' && hasBlueprint))
      this.complete(step);
    else this.steps.push(...asksOf(this.#state, step, this.#told));
  }

  complete(step: OnboardingStep, outcome: 'done' | 'unknown' = 'done'): void {
    const { ask, status } = this.#state.steps[step];
    if (step === 'verify_integration' && status === 'blocked') this.steps.push({ do: 'cancel_timer', name: REMINDER });
    if (step === 'ensure_blueprint' && status !== 'blocked' && ask > 0 && !this.#justBegun) {
      this.steps.push({ do: 'cancel_timer', name: `${step}#${ask}` });
      this.steps.push({ do: 'cancel_effect', name: `${step}#${ask}` });
    }
    const data = { ...this.#of(step), attempt: this.#try(step), outcome };
    this.#record({ type: 'OnboardingStepCompleted', at: this.#told.at, data });
    const next = nextStep(step);
    if (next) this.begin(next);
  }

  /** What was asked for was done, which completes most steps. */
  succeeded(step: OnboardingStep): void {
    if (step === 'ensure_blueprint') return; // Only asked for: the fact completes it.
    if (step === 'verify_integration' && this.#state.off) this.#switchedOff(step);
    else if (step !== 'verify_integration' || this.#state.connected) this.complete(step);
    else if (this.#state.steps[step].status !== 'blocked') this.#integrationMissing();
  }

  /** The plugin was connected. Where services are off that begins nothing; whoever asks for another look finds it. */
  connected(step: OnboardingStep): void {
    if (!this.#state.off) this.complete(step);
  }

  failed(step: OnboardingStep, error: string, next_retry_at: Instant | null): void {
    const data = { ...this.#of(step), attempt: this.#try(step), error, next_retry_at };
    this.#record({ type: 'OnboardingStepFailed', at: this.#told.at, data });
  }

  block(step: OnboardingStep, reason: BlockedReason, error: string | null): void {
    const data = { ...this.#of(step), attempt: this.#try(step), reason, error };
    this.#record({ type: 'OnboardingStepBlocked', at: this.#told.at, data });
  }

  /** Somebody asks for another look. */
  resume(step: OnboardingStep): void {
    if (this.#state.steps[step].status === 'blocked') this.begin(step);
  }

  /** Also while somebody has just asked for another look. */
  remind(): void {
    this.steps.push(...tell(this.#state, 'integration_missing_reminder', 'reminder'));
  }

  /** The blueprint has not come in a day. */
  blueprintLate(asked: number): void {
    const step = 'ensure_blueprint';
    const { ask, status } = this.#state.steps[step];
    if (status === 'blocked' || asked !== ask) return;
    this.steps.push({ do: 'cancel_effect', name: `${step}#${ask}` });
    if (ask % BLUEPRINT_ASKS === 0) this.block(step, 'blueprint_missing', null);
    else this.begin(step);
  }

  #switchedOff(step: OnboardingStep): void {
    if (this.#state.steps[step].status !== 'blocked') this.block(step, 'switched_off', null);
  }

  #integrationMissing(): void {
    this.block('verify_integration', 'integration_missing', null);
    if (this.#state.told) return; // Once: asking again tells nobody again.
    this.steps.push(...tell(this.#state, 'integration_missing', 'notice'));
    const { at: now, on } = this.#told;
    const at = localTime(plusDays(on, 3), timeOf(now, this.#zone), this.#zone);
    this.steps.push({ do: 'timer', timer: 'reminder', name: REMINDER, at, data: {} });
  }

  /** True where the step was begun in this very reaction, so nothing was asked for it yet. */
  get #justBegun(): boolean {
    const last = this.steps.at(-1);
    return last?.do === 'record' && last.event.type === 'OnboardingStepStarted';
  }

  #try(step: OnboardingStep): number {
    return tryOf(this.#state.steps[step], this.#told);
  }

  #of(step: OnboardingStep) {
    return { ...idsOf(this.#state), step };
  }

  #record(event: OnboardingEvent): void {
    this.#state = onOwn(this.#state, event);
    this.steps.push({ do: 'record', event });
  }
}
