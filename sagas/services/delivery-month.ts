import { localTime, startOfDay, type Zone } from '#domain/kernel/calendar';
import { appended } from '#domain/kernel/fold';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, firstDay, type Month, maxDay, nextMonth } from '#domain/kernel/time';
import { type DeliveryMonthEvent, nextRun, type SkippedBecause } from '#domain/services/delivery-month';
import type { AutomationSchedule, ServiceConfig, Tier } from '#domain/services/service-config';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

/** Content runs begin at this time of the day in the billing time zone; the month's first one at once. */
const RUN_AT = '09:00';

type Delivery =
  | { readonly status: 'none' }
  | {
      /** `unknown` until the first pause or resumption: a month may begin in the middle of a pause. */
      readonly status: 'unknown' | 'active' | 'paused' | 'ended';
      readonly subscriptionId: SubscriptionId;
      readonly siteId: SiteId;
      readonly month: Month;
      readonly endsOn: Day;
      /** The run that is being prepared or was last made. */
      readonly run: Day;
      /** A run fell into a pause and nothing is set to follow it: the end of the pause takes it up. */
      readonly missed: boolean;
      /** Asked of the platform once a month or once a run, by name. */
      readonly asked: readonly string[];
    };
type Known = Exclude<Delivery, { status: 'none' }>;
type Step = SagaStep<DeliveryMonthEvent>;

/** What the look-up before every run answers. */
type Situation = {
  readonly status: string;
  readonly enabled: boolean;
  readonly tier: Tier;
  readonly service_config: ServiceConfig;
  readonly has_blueprint: boolean;
  readonly published: number;
  readonly target: number;
  /** Articles that are on their way: queued, under review, or asked for; looked up since 2026-11. */
  readonly under_way?: number;
};

const ofSubscription = (data: JsonObject) => `subscription:${String(data['subscription_id'])}`;

/**
 * A service month's work (spec 2.4): content runs on schedule until the target is reached, and
 * for Pro taxonomy, schema, search console and social work. Before each run it looks up how things stand.
 */
export const deliveryMonth = saga<Delivery, DeliveryMonthEvent>({
  name: 'delivery-month',
  starts: {
    ServiceMonthStarted: (data) => ({
      instance: `${String(data['subscription_id'])}-${String(data['month'])}`,
      keys: [ofSubscription(data)],
    }),
  },
  listens: {
    ManagedSubscriptionPaused: ofSubscription,
    ManagedSubscriptionResumed: ofSubscription,
    ManagedSubscriptionCancelled: ofSubscription,
  },
  initial: { status: 'none' },

  evolve: (state, entry): Delivery =>
    entry.kind === 'input' ? onInput(state, entry.input) : onOwn(state, entry.event),

  react: (input, state, { zone }): readonly Step[] => {
    if (state.status === 'none' || state.status === 'ended') return [];
    const name = String(input.data['name'] ?? '');
    switch (input.type) {
      case 'ServiceMonthStarted':
        return input.data['month'] === state.month ? [lookUp(state, input), monthEnd(state, zone)] : [];
      case 'ManagedSubscriptionResumed':
        return state.missed && input.on <= state.endsOn ? [lookUp({ ...state, run: input.on }, input)] : [];
      case 'ManagedSubscriptionCancelled':
        return [ended(state, input, 'cancelled'), { do: 'cancel_timer', name: 'month_end' }];
      case 'TimerFired':
        if (name === 'month_end') return [ended(state, input, 'month_over')];
        return state.status === 'paused' ? [] : [lookUp(state, input)];
      case 'EffectSucceeded':
        return isLookUp(state, name) ? runStep(state, input, input.data['result'] as unknown as Situation, zone) : [];
      case 'EffectParked':
      case 'EffectOutcomeUnknown':
        // One run that could not be prepared must not end the month's work.
        return isLookUp(state, name) ? runTimer(state, 'weekly', zone) : [];
      default:
        return [];
    }
  },
});

function begun(input: SagaInput): Delivery {
  const data = input.data as {
    subscription_id: SubscriptionId;
    site_id: SiteId;
    month: Month;
    starts_on: Day;
    ends_on: Day;
  };
  const run = maxDay(data.starts_on, firstDay(data.month));
  return {
    status: 'unknown',
    subscriptionId: data.subscription_id,
    siteId: data.site_id,
    month: data.month,
    endsOn: data.ends_on,
    run,
    missed: false,
    asked: [],
  };
}

function onInput(state: Delivery, input: SagaInput): Delivery {
  if (input.type === 'ServiceMonthStarted') return state.status === 'none' ? begun(input) : state;
  if (state.status === 'none' || state.status === 'ended') return state;
  if (input.type === 'ManagedSubscriptionPaused') return { ...state, status: 'paused' };
  if (input.type === 'ManagedSubscriptionResumed') return { ...state, status: 'active' };
  const [kind, day] = input.type === 'TimerFired' ? String(input.data['name']).split('/') : [];
  return kind === 'run' ? { ...state, run: day as Day, missed: state.status === 'paused' } : { ...state };
}

/** Its own events, and those of the machinery in the same stream: what was asked for, which run is waited for. */
function onOwn(state: Delivery, event: DeliveryMonthEvent | { type: string; data: unknown }): Delivery {
  if (state.status === 'none') return state;
  const { name } = event.data as { name?: string };
  if (event.type === 'DeliveryMonthEnded') return { ...state, status: 'ended' };
  if (event.type === 'EffectRequested') {
    const asked = appended(state.asked, String(name));
    const [what, day] = String(name).split(/[/#]/);
    // What is looked up is taken up: also the run that a pause made the month miss, on the day of its end.
    return what === 'look_up' ? { ...state, asked, run: day as Day, missed: false } : { ...state, asked };
  }
  if (event.type === 'TimerScheduled' && name?.startsWith('run/')) return { ...state, missed: false };
  if (event.type === 'DeliveryRunSkipped')
    return { ...state, missed: (event.data as { because?: string }).because === 'paused' };
  return state;
}

const ids = (state: Known) => ({ subscription_id: state.subscriptionId, site_id: state.siteId, month: state.month });

/** A run that is taken up again on its own day is looked up again, under the name of what took it up. */
function lookUp(state: Known, input: SagaInput): Step {
  const first = `look_up/${state.run}`;
  const name = state.asked.includes(first) ? `${first}/${input.id}` : first;
  const key = `look-up-delivery-${state.subscriptionId}-${name}`;
  return { do: 'effect', name, kind: 'look_up_delivery', key, payload: ids(state) };
}

/** Repeats were once counted (`look_up/2026-06-17#2`); their answers are taken still. */
const isLookUp = (state: Known, name: string): boolean => name.split(/[/#]/, 2).join('/') === `look_up/${state.run}`;

const monthEnd = (state: Known, zone: Zone): Step => ({
  do: 'timer',
  name: 'month_end',
  at: startOfDay(firstDay(nextMonth(state.month)), zone),
});

const ended = (state: Known, input: SagaInput, because: 'month_over' | 'cancelled'): Step => ({
  do: 'record',
  event: { type: 'DeliveryMonthEnded', at: input.at, data: { ...ids(state), because } },
});

function runTimer(state: Known, schedule: AutomationSchedule, zone: Zone): Step[] {
  const next = nextRun(schedule, state.run, state.endsOn);
  return next ? [{ do: 'timer', name: `run/${next}`, at: localTime(next, RUN_AT, zone) }] : [];
}

/** Starts or skips the run, and sets the timer of the next one. */
function runStep(state: Known, input: SagaInput, found: Situation, zone: Zone): readonly Step[] {
  const timer = runTimer(state, found.service_config.automation.schedule, zone);
  const skip = (because: SkippedBecause): Step => ({
    do: 'record',
    event: { type: 'DeliveryRunSkipped', at: input.at, data: { ...ids(state), run: state.run, because } },
  });
  if (!found.enabled) return [skip('switched_off'), ...timer];
  // The saga has seen every pause up to here; only before the first one does the look-up know better.
  const active = state.status === 'unknown' ? found.status === 'active' : state.status === 'active';
  if (!active) return [skip('paused'), ...timer];
  if (!found.has_blueprint) return [skip('blueprint_missing'), ...timer];
  const beside = found.tier === 'pro' ? proWork(state, found) : [];
  if (found.published >= found.target) return [skip('target_reached'), ...beside, ...timer];
  const underWay = found.under_way ?? 0;
  const missing = found.target - found.published - underWay;
  if (missing <= 0) return [skip('enough_under_way'), ...beside, ...timer];
  const articles = Math.min(found.service_config.automation.articles_per_run, missing);
  const { content_types, stages } = found.service_config.automation;
  const content = { articles, content_types, stages, review_required: found.service_config.review_required };
  return [
    {
      do: 'record',
      event: {
        type: 'DeliveryRunStarted',
        at: input.at,
        data: {
          ...ids(state),
          run: state.run,
          articles,
          published: found.published,
          target: found.target,
          ...(underWay > 0 ? { under_way: underWay } : {}),
        },
      },
    },
    ask(state, 'pipeline.run', state.run, content),
    ...beside,
    ...timer,
  ];
}

/** What Pro adds: taxonomy and schema once a month, search console and social with every run. */
function proWork(state: Known, { service_config: config }: Situation): Step[] {
  const once = (kind: string, payload: JsonObject) =>
    state.asked.includes(`${kind}/${state.month}`) ? [] : [ask(state, kind, state.month, payload)];
  return [
    ...(config.automation.content_types.includes('taxonomy_term') ? once('taxonomy.generate', {}) : []),
    ...(config.schema.enabled ? once('schema.scan', { retroactive: true }) : []),
    ...(config.gsc.enabled ? [ask(state, 'gsc.inspect', state.run, { recheck_pending: true })] : []),
    ...(config.social.enabled
      ? [ask(state, 'social.schedule', state.run, { platforms: config.social.platforms })]
      : []),
  ];
}

const ask = (state: Known, kind: string, when: string, payload: JsonObject): Step => ({
  do: 'effect',
  name: `${kind}/${when}`,
  kind: 'work_request',
  key: `delivery-${state.subscriptionId}-${kind}-${when}`,
  payload: { ...ids(state), kind, due: when, ...payload },
});
