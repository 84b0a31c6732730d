import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { nextStep, ONBOARDING_STEPS, type OnboardingEvent, type OnboardingStep } from '#domain/services/onboarding';
import type { ServiceConfig, Tier } from '#domain/services/service-config';
import type { SagaEntry, SagaInput } from '#runtime/saga';

type StepState = {
  readonly status: 'pending' | 'started' | 'completed' | 'failed' | 'blocked';
  /** How often the step was tried, the effect's own retries included; and the first of these that the last ask made. */
  readonly attempt: number;
  readonly since: number;
  /** How often it was asked for, by which its effects and timers are named. */
  readonly ask: number;
};
/** How far an onboarding is; folded from its inputs and its own events. */
export type Onboarding =
  | { readonly status: 'none' }
  | {
      readonly status: 'running' | 'done' | 'stopped';
      readonly subscriptionId: SubscriptionId;
      readonly siteId: SiteId;
      readonly tier: Tier;
      readonly articlesPerMonth: number;
      readonly config: ServiceConfig;
      readonly connected: boolean;
      readonly hasBlueprint: boolean;
      /** Client and manager know that the plugin is missing. */
      readonly told: boolean;
      readonly steps: Readonly<Record<OnboardingStep, StepState>>;
    };
export type Known = Exclude<Onboarding, { status: 'none' }>;
export function onInput(state: Onboarding, input: SagaInput): Onboarding {
  if (input.type === 'ManagedSubscriptionCreated') {
    if (state.status !== 'none') return state;
    const data = input.data as unknown as Extract<
      ManagedSubscriptionEvent,
      { type: 'ManagedSubscriptionCreated' }
    >['data'];
    const pending: StepState = { status: 'pending', attempt: 0, since: 0, ask: 0 };
    return {
      status: 'running',
      subscriptionId: data.subscription_id,
      siteId: data.site_id,
      tier: data.tier,
      articlesPerMonth: data.articles_per_month,
      config: data.service_config,
      connected: false,
      hasBlueprint: false,
      told: false,
      steps: Object.fromEntries(ONBOARDING_STEPS.map((step) => [step, pending])) as Known['steps'],
    };
  }
  if (state.status !== 'running') return state;
  switch (input.type) {
    case 'SiteIntegrationConnected':
      return { ...state, connected: true };
    case 'SiteIntegrationDisconnected':
      return { ...state, connected: false };
    case 'BlueprintGenerated':
      return { ...state, hasBlueprint: true };
    case 'ServiceConfigChanged':
      return { ...state, config: input.data['service_config'] as unknown as ServiceConfig };
    case 'ManagedSubscriptionTierChanged':
      return {
        ...state,
        config: input.data['service_config'] as unknown as ServiceConfig,
        tier: input.data['tier'] as Tier,
        articlesPerMonth: Number(input.data['articles_per_month']),
      };
    case 'EffectSucceeded': {
      if (stepOf(input.data['name']) !== 'look_up') return { ...state };
      const found = input.data['result'] as { connected: boolean; has_blueprint: boolean };
      return {
        ...state,
        connected: state.connected || found.connected,
        hasBlueprint: state.hasBlueprint || found.has_blueprint,
      };
    }
    default:
      return { ...state };
  }
}

export function onOwn(state: Known, entry: Extract<SagaEntry<OnboardingEvent>, { kind: 'event' }>): Known {
  const { event } = entry;
  const at = (status: StepState['status'], attempt: number): Known => ({
    ...state,
    steps: { ...state.steps, [event.data.step]: { ...state.steps[event.data.step], status, attempt } },
  });
  switch (event.type) {
    case 'OnboardingStepStarted': {
      const { attempt, step } = event.data;
      const begun: StepState = { status: 'started', attempt, since: attempt, ask: state.steps[step].ask + 1 };
      return { ...state, steps: { ...state.steps, [step]: begun } };
    }
    case 'OnboardingStepCompleted': {
      const after = at('completed', event.data.attempt);
      return nextStep(event.data.step) === null ? { ...after, status: 'done' } : after;
    }
    case 'OnboardingStepFailed':
      return at('failed', event.data.attempt);
    case 'OnboardingStepBlocked':
      return at('blocked', event.data.attempt);
    case 'OnboardingStopped':
      return { ...state, status: 'stopped' };
    // Effects and timers of the machinery stand in the same stream; of those only the notice matters here.
    default:
      return isNotice(event) ? { ...state, told: true } : state;
  }
}

const isNotice = ({ type, data }: { readonly type: string; readonly data: unknown }): boolean =>
  type === 'EffectRequested' && String((data as { name?: unknown }).name).startsWith('integration/notice/');

/** The first step that is not done; null when all are. */
export const currentOf = (state: Known): OnboardingStep | null =>
  ONBOARDING_STEPS.find((step) => state.steps[step].status !== 'completed') ?? null;

/** The try that an effect tells of: its own retries go on counting from the one that it was asked for with. */
export function tryOf({ attempt, since, status }: StepState, { type, data }: SagaInput): number {
  if (!type.startsWith('Effect')) return attempt;
  const own = data['attempt'];
  return typeof own === 'number' ? since + own - 1 : status === 'failed' ? attempt + 1 : attempt;
}

/** Names of effects and timers read `step` or `step#attempt` or `step/notice`. */
export const stepOf = (name: unknown): string => String(name).split(/[#/]/)[0] ?? '';
