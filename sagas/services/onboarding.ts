import type { Zone } from '#domain/kernel/calendar';
import type { OnboardingStep } from '#domain/services/onboarding';
import { type Answer, saga } from '#runtime/typed-saga';
import { Flow, REMINDER } from './onboarding-flow.ts';
import {
  type About,
  ASKS,
  currentOf,
  evolve,
  type Onboarding,
  type Step,
  stepOf,
  type Types,
} from './onboarding-state.ts';

const ofSite = ({ site_id }: { readonly site_id: number }) => `site:${site_id}`;
const ofSubscription = ({ subscription_id }: { readonly subscription_id: number }) => `subscription:${subscription_id}`;

type Context = { readonly zone: Zone };
/** What becomes of the step that is being taken. */
const taking =
  <T extends About>(follows: (flow: Flow, step: OnboardingStep, told: T) => void) =>
  (state: Onboarding, told: T, { zone }: Context): readonly Step[] => {
    const step = state.status === 'running' ? currentOf(state) : null;
    if (state.status === 'none' || step === null) return [];
    const flow = new Flow(state, told, zone);
    follows(flow, step, told);
    return flow.steps;
  };

type Asked = (typeof ASKS)[number];
/** An answer counts for the step that asked; a blueprint that it tells of, whoever asked, for the step that waits for one. */
const answers = {
  succeeded(state: Onboarding, answer: Answer<Asked, 'succeeded'>, context: Context) {
    const hasBlueprint = state.status !== 'none' && state.hasBlueprint;
    return taking((flow, step) => {
      if (step === 'ensure_blueprint' && hasBlueprint) flow.complete(step);
      else if (stepOf(answer.asked) === step) flow.succeeded(step);
    })(state, answer, context);
  },
  failed: taking((flow, step, { asked, error, nextAttemptAt }: Answer<Asked, 'failed'>) => {
    if (stepOf(asked) === step) flow.failed(step, error, nextAttemptAt);
  }),
  unknown: taking((flow, step, { asked }: Answer<Asked, 'unknown'>) => {
    if (stepOf(asked) === step) flow.complete(step, 'unknown');
  }),
  parked: taking((flow, step, { asked, error }: Answer<Asked, 'parked'>) => {
    if (stepOf(asked) === step) flow.block(step, 'effect_failed', error);
  }),
};

/** Takes a new managed client from creation to activation, step by step (spec 2.3). One instance a subscription. */
export const onboarding = saga<Types>()({
  name: 'onboarding',
  asks: ASKS,
  timers: {
    reminder: (name) => (name === REMINDER ? {} : null),
    blueprint(name) {
      const [step, ask] = name.split('#');
      return step === 'ensure_blueprint' ? { ask: Number(ask) } : null;
    },
  },
  starts: {
    // A contract that ran before it came here has nothing to be onboarded.
    ManagedSubscriptionCreated: (data) =>
      data.imported === undefined
        ? { instance: String(data.subscription_id), keys: [ofSite(data), ofSubscription(data)] }
        : null,
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
  evolve,
  rests: ({ status }) => status === 'none' || status === 'done',
  // Whatever it is told while it runs is on record, also what changes nothing.
  keeps: (entry, { status }) =>
    status === 'running' && !(entry.kind === 'heard' && entry.event.type === 'ManagedSubscriptionCreated'),
  on: {
    ManagedSubscriptionCreated: taking((flow, step) => flow.begin(step)),
    OnboardingRequested: taking((flow, step) => flow.resume(step)),
    SiteIntegrationConnected: taking((flow, step) => {
      if (step === 'verify_integration') flow.connected(step);
    }),
    SiteIntegrationDisconnected: () => [],
    BlueprintGenerated: taking((flow, step) => {
      if (step === 'ensure_blueprint') flow.complete(step);
    }),
    ServiceConfigChanged: () => [],
    ManagedSubscriptionTierChanged: () => [],
    ManagedSubscriptionCancelled(state, event, { zone }) {
      const step = state.status === 'none' ? null : currentOf(state);
      if (state.status === 'none' || step === null) return [];
      const flow = new Flow(state, event, zone);
      flow.stop(step);
      return flow.steps;
    },
  },
  answers: { look_up_site: answers, work_request: answers, email: answers, activate_subscription: answers },
  fired: {
    reminder: taking((flow, step) => {
      if (step === 'verify_integration') flow.remind();
    }),
    blueprint: taking((flow, step, { data: { ask } }) => {
      if (step === 'ensure_blueprint') flow.blueprintLate(ask);
    }),
  },
});
