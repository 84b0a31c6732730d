import { appended } from '#domain/kernel/fold';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, firstDay, type Month, maxDay } from '#domain/kernel/time';
import { workRequest } from '#domain/platform/effects';
import type { DeliveryMonthEvent } from '#domain/services/delivery-month';
import { lookUpDelivery } from '#domain/services/effects';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import type { Asked, Entry, Step as StepOf, Told } from '#runtime/typed-saga';

type Event<T extends ManagedSubscriptionEvent['type']> = Extract<ManagedSubscriptionEvent, { type: T }>;
export type Known = {
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
export type Delivery = { readonly status: 'none' } | Known;

export const ASKS = [workRequest, lookUpDelivery] as const;
type Kind = (typeof ASKS)[number];
export type Types = {
  state: Delivery;
  starts: Event<'ServiceMonthStarted'>;
  listens:
    | Event<'ManagedSubscriptionPaused'>
    | Event<'ManagedSubscriptionResumed'>
    | Event<'ManagedSubscriptionCancelled'>;
  own: DeliveryMonthEvent;
  timers: { run: { readonly run: Day }; month_end: object };
};
export type Step = StepOf<Types, Kind>;

/** Which run was looked up; before it was asked along, the name told (`look_up/2026-06-17`, a repeat `look_up/2026-06-17#2`). */
export const runOf = ({ name, payload: { run } }: Asked<typeof lookUpDelivery>): Day =>
  run ?? (name.split(/[/#]/)[1] as Day);

export function evolve(state: Delivery, entry: Entry<Types, Kind>): Delivery {
  if (state.status === 'none')
    return entry.kind === 'heard' && entry.event.type === 'ServiceMonthStarted' ? begun(entry.event) : state;
  switch (entry.kind) {
    case 'heard':
      return state.status === 'ended' ? state : onEvent(state, entry.event.type);
    case 'fired':
      if (state.status === 'ended' || entry.fired.timer !== 'run') return state;
      return { ...state, run: entry.fired.data.run, missed: state.status === 'paused' };
    case 'asked': {
      const asked = appended(state.asked, entry.asked.name);
      // What is looked up is taken up: also the run that a pause made the month miss, on the day of its end.
      return entry.asked.kind === 'look_up_delivery'
        ? { ...state, asked, run: runOf(entry.asked), missed: false }
        : { ...state, asked };
    }
    case 'set':
      return entry.timer === 'run' ? { ...state, missed: false } : state;
    case 'recorded':
      return onOwn(state, entry.event);
    case 'answered':
      return state;
  }
}

function begun({ data }: Told<Event<'ServiceMonthStarted'>>): Known {
  return {
    status: 'unknown',
    subscriptionId: data.subscription_id,
    siteId: data.site_id,
    month: data.month,
    endsOn: data.ends_on,
    run: maxDay(data.starts_on, firstDay(data.month)),
    missed: false,
    asked: [],
  };
}

function onEvent(state: Known, type: Types['starts' | 'listens']['type']): Known {
  switch (type) {
    case 'ManagedSubscriptionPaused':
      return { ...state, status: 'paused' };
    case 'ManagedSubscriptionResumed':
      return { ...state, status: 'active' };
    case 'ServiceMonthStarted':
    case 'ManagedSubscriptionCancelled':
      return state;
  }
}

function onOwn(state: Known, event: DeliveryMonthEvent): Known {
  switch (event.type) {
    case 'DeliveryMonthEnded':
      return { ...state, status: 'ended' };
    case 'DeliveryRunSkipped':
      return { ...state, missed: event.data.because === 'paused' };
    case 'DeliveryRunStarted':
      return state;
  }
}
