import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import { workRequest } from '#domain/platform/effects';
import type { FactOf } from '#domain/platform/fact-messages';
import { activateSubscription, email, lookUpSite } from '#domain/services/effects';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { nextStep, ONBOARDING_STEPS, type OnboardingEvent, type OnboardingStep } from '#domain/services/onboarding';
import type { ServiceConfig, Tier } from '#domain/services/service-config';
import type { Asked, Entry, Step as StepOf, Told } from '#runtime/typed-saga';

export type StepState = {
  readonly status: 'pending' | 'started' | 'completed' | 'failed' | 'blocked';
  /** How often the step was tried, the effect's own retries included; and the first of these that the last ask made. */
  readonly attempt: number;
  readonly since: number;
  /** How often it was asked for, by which its effects and timers are named. */
  readonly ask: number;
};
export type Known = {
  readonly status: 'running' | 'done' | 'stopped';
  readonly subscriptionId: SubscriptionId;
  readonly siteId: SiteId;
  readonly tier: Tier;
  readonly articlesPerMonth: number;
  readonly config: ServiceConfig;
  readonly connected: boolean;
  readonly hasBlueprint: boolean;
  /** Managed services were off for the account when it was looked up last: nothing new is begun. */
  readonly off?: boolean;
  /** Client and manager know that the plugin is missing. */
  readonly told: boolean;
  readonly steps: Readonly<Record<OnboardingStep, StepState>>;
};
/** How far an onboarding is; folded from its inputs and its own events. */
export type Onboarding = { readonly status: 'none' } | Known;

export const ASKS = [lookUpSite, workRequest, email, activateSubscription] as const;
type Kind = (typeof ASKS)[number];
type Event<T extends ManagedSubscriptionEvent['type']> = Extract<ManagedSubscriptionEvent, { type: T }>;
export type Types = {
  state: Onboarding;
  starts: Event<'ManagedSubscriptionCreated'>;
  listens:
    | FactOf<'SiteIntegrationConnected' | 'SiteIntegrationDisconnected' | 'BlueprintGenerated'>
    | Event<'OnboardingRequested'>
    | Event<'ServiceConfigChanged'>
    | Event<'ManagedSubscriptionTierChanged'>
    | Event<'ManagedSubscriptionCancelled'>;
  own: OnboardingEvent;
  timers: {
    /** The plugin is not connected still: client and manager are told again. */
    reminder: object;
    /** A blueprint that was asked for, the so-manieth time, has had its day. */
    blueprint: { readonly ask: number };
  };
};
export type Step = StepOf<Types, Kind>;

export function evolve(state: Onboarding, entry: Entry<Types, Kind>): Onboarding {
  if (state.status === 'none')
    return entry.kind === 'heard' && entry.event.type === 'ManagedSubscriptionCreated'
      ? begun(entry.event.data)
      : state;
  switch (entry.kind) {
    case 'heard':
      return state.status === 'running' ? onEvent(state, entry.event) : state;
    case 'answered': {
      const { answer } = entry;
      if (state.status !== 'running' || answer.kind !== 'look_up_site' || answer.outcome !== 'succeeded') return state;
      const { connected, has_blueprint, enabled = true } = answer.result;
      return {
        ...state,
        ...(enabled && !state.off ? {} : { off: !enabled }),
        connected: state.connected || connected,
        hasBlueprint: state.hasBlueprint || has_blueprint,
      };
    }
    case 'recorded':
      return onOwn(state, entry.event);
    case 'asked':
      return isNotice(entry.asked) ? { ...state, told: true } : state;
    case 'set':
    case 'fired':
      return state;
  }
}

const PENDING: StepState = { status: 'pending', attempt: 0, since: 0, ask: 0 };

function begun(data: Event<'ManagedSubscriptionCreated'>['data']): Known {
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
    steps: {
      verify_integration: PENDING,
      ensure_blueprint: PENDING,
      configure_automation: PENDING,
      send_welcome_email: PENDING,
      create_first_month_content: PENDING,
      notify_account_manager: PENDING,
      activate: PENDING,
    },
  };
}

function onEvent(state: Known, { type, data }: Told<Types['starts'] | Types['listens']>): Known {
  switch (type) {
    case 'SiteIntegrationConnected':
      return { ...state, connected: true };
    case 'SiteIntegrationDisconnected':
      return { ...state, connected: false };
    case 'BlueprintGenerated':
      return { ...state, hasBlueprint: true };
    case 'ServiceConfigChanged':
      return { ...state, config: data.service_config };
    case 'ManagedSubscriptionTierChanged':
      return { ...state, config: data.service_config, tier: data.tier, articlesPerMonth: data.articles_per_month };
    case 'ManagedSubscriptionCreated':
    case 'OnboardingRequested':
    case 'ManagedSubscriptionCancelled':
      return state;
  }
}

export function onOwn(state: Known, event: OnboardingEvent): Known {
  const { step } = event.data;
  const put = (now: Partial<StepState>): Known => ({
    ...state,
    steps: { ...state.steps, [step]: { ...state.steps[step], ...now } },
  });
  switch (event.type) {
    case 'OnboardingStepStarted': {
      const { attempt } = event.data;
      return put({ status: 'started', attempt, since: attempt, ask: state.steps[step].ask + 1 });
    }
    case 'OnboardingStepCompleted': {
      const after = put({ status: 'completed', attempt: event.data.attempt });
      return nextStep(step) === null ? { ...after, status: 'done' } : after;
    }
    case 'OnboardingStepFailed':
      return put({ status: 'failed', attempt: event.data.attempt });
    case 'OnboardingStepBlocked':
      return put({ status: 'blocked', attempt: event.data.attempt });
    case 'OnboardingStopped':
      return { ...state, status: 'stopped' };
  }
}

const isNotice = (asked: Asked<Kind>): boolean =>
  asked.kind === 'email' && asked.payload.template === 'integration_missing';

const OF_WORK: Readonly<Record<string, OnboardingStep>> = {
  'blueprint.generate': 'ensure_blueprint',
  'automation.configure': 'configure_automation',
  'content.plan': 'create_first_month_content',
};
const OF_MAIL: Readonly<Record<string, OnboardingStep>> = {
  welcome: 'send_welcome_email',
  client_onboarded: 'notify_account_manager',
};

/** The step that an effect is for; null for news that no step waits for. */
export function stepOf(asked: Asked<Kind>): OnboardingStep | null {
  switch (asked.kind) {
    case 'look_up_site':
      return 'verify_integration';
    case 'work_request':
      return OF_WORK[asked.payload.kind] ?? null;
    case 'email':
      return OF_MAIL[asked.payload.template] ?? null;
    case 'activate_subscription':
      return 'activate';
  }
}

/** The first step that is not done; null when all are. */
export const currentOf = (state: Known): OnboardingStep | null =>
  ONBOARDING_STEPS.find((step) => state.steps[step].status !== 'completed') ?? null;

export type When = { readonly at: Instant; readonly on: Day };
/** What a step is told; of an answer, which attempt it tells of (null where that was not said). */
export type About = When & { readonly attempt?: number | null };

/** The try that it tells of: an effect's own retries go on counting from the try that it was asked for with. */
export function tryOf({ attempt, since, status }: StepState, { attempt: own }: About): number {
  if (own === undefined) return attempt;
  if (own !== null) return since + own - 1;
  return status === 'failed' ? attempt + 1 : attempt;
}
