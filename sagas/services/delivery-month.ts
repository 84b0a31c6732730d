import { startOfDay, type Zone } from '#domain/kernel/calendar';
import { type Day, firstDay, type Instant, nextMonth } from '#domain/kernel/time';
import type { lookUpDelivery } from '#domain/services/effects';
import { type Answer, saga } from '#runtime/typed-saga';
import { ids, lookUp, runStep, runTimer } from './delivery-month-run.ts';
import { ASKS, type Delivery, evolve, type Known, runOf, type Step, type Types } from './delivery-month-state.ts';

const ofSubscription = ({ subscription_id }: { readonly subscription_id: number }) => `subscription:${subscription_id}`;

type Context = { readonly zone: Zone };
/** What follows while the month is worked on. */
const during =
  <T>(follows: (state: Known, told: T, context: Context) => readonly Step[]) =>
  (state: Delivery, told: T, context: Context): readonly Step[] =>
    state.status === 'none' || state.status === 'ended' ? [] : follows(state, told, context);

/**
 * A service month's work (spec 2.4): content runs on schedule until the target is reached, and
 * for Pro taxonomy, schema, search console and social work. Before each run it looks up how things stand.
 */
export const deliveryMonth = saga<Types>()({
  name: 'delivery-month',
  asks: ASKS,
  timers: {
    run(name) {
      const [what, run] = name.split('/');
      return what === 'run' ? { run: run as Day } : null;
    },
    month_end: (name) => (name === 'month_end' ? {} : null),
  },
  starts: {
    ServiceMonthStarted: (data) => ({
      instance: `${data.subscription_id}-${data.month}`,
      keys: [ofSubscription(data)],
    }),
  },
  listens: {
    ManagedSubscriptionPaused: ofSubscription,
    ManagedSubscriptionResumed: ofSubscription,
    ManagedSubscriptionCancelled: ofSubscription,
  },
  initial: { status: 'none' },
  evolve,
  // Whatever it is told while the month is worked on is on record, also what changes nothing.
  keeps: (entry, { status }) =>
    status !== 'none' && status !== 'ended' && !(entry.kind === 'heard' && entry.event.type === 'ServiceMonthStarted'),
  on: {
    ServiceMonthStarted: during((state, event, { zone }) =>
      event.data.month === state.month ? [lookUp(state, event), monthEnd(state, zone)] : [],
    ),
    ManagedSubscriptionPaused: () => [],
    ManagedSubscriptionResumed: during((state, event) =>
      state.missed && event.on <= state.endsOn ? [lookUp({ ...state, run: event.on }, event)] : [],
    ),
    ManagedSubscriptionCancelled: during((state, { at }) => [
      ended(state, at, 'cancelled'),
      { do: 'cancel_timer', name: 'month_end' },
    ]),
  },
  answers: {
    look_up_delivery: {
      succeeded: during((state, answer, { zone }) => runStep(state, answer, zone)),
      unknown: during(runLost),
      parked: during(runLost),
    },
  },
  fired: {
    month_end: during((state, { at }) => [ended(state, at, 'month_over')]),
    run: during((state, fired) => (state.status === 'paused' ? [] : [lookUp(state, fired)])),
  },
});

/** One run that could not be prepared must not end the month's work. */
function runLost(state: Known, { asked }: Answer<typeof lookUpDelivery>, { zone }: Context): Step[] {
  return runOf(asked) === state.run ? runTimer(state, 'weekly', zone) : [];
}

function monthEnd({ month }: Known, zone: Zone): Step {
  const at = startOfDay(firstDay(nextMonth(month)), zone);
  return { do: 'timer', timer: 'month_end', name: 'month_end', at, data: {} };
}

function ended(state: Known, at: Instant, because: 'month_over' | 'cancelled'): Step {
  return { do: 'record', event: { type: 'DeliveryMonthEnded', at, data: { ...ids(state), because } } };
}
