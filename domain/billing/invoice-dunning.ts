import { accept, type Decision } from '#domain/kernel/decider';
import { type Cents, cents } from '#domain/kernel/money';
import { type Day, plusDays } from '#domain/kernel/time';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import type { Dunning, DunningAction, InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import { applied, idsOf, wrongState } from './invoice-payments.ts';
import { balance, dunningDay, stepName, undisputedDue } from './invoice-state.ts';

type Command<T> = Extract<InvoiceCommand, { type: T }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;

/** What is done on which day after day 0. Source: spec 4.5. */
export const DUNNING_STEPS: readonly { readonly day: number; readonly action: DunningAction }[] = [
  { day: 1, action: 'remind' },
  { day: 3, action: 'remind' },
  { day: 7, action: 'remind' },
  { day: 7, action: 'pause' },
  { day: 30, action: 'cancel' },
];
/** Less than this is not dunned for (ruling 3.6), and neither pauses services nor holds a renewal back. */
const LEAST: Cents = cents(100);
/** Whether enough is due, and undisputed, for it to have consequences. */
export const dunnedFor = (state: IssuedInvoice): boolean => undisputedDue(state) >= LEAST;
/** From this day on the account's services are paused. */
export const PAUSE_DAY = 7;

/** Makes an invoice past due the day after its due date, and takes the steps whose day has come; the job of 00:10 runs it. */
export function runDunning({ today, now: at }: Command<'RunDunning'>, state: IssuedInvoice): Decided {
  const ids = idsOf(state);
  if (state.content.kind === 'prepaid' || (state.status !== 'open' && state.status !== 'past_due')) return accept();
  const events: InvoiceEvent[] = [];
  const due = balance(state).amountDue;
  if (state.status === 'open' && today > state.dueOn && due > 0)
    events.push({
      type: 'InvoiceBecamePastDue',
      at,
      data: { ...ids, on: plusDays(state.dueOn, 1), because: 'due_date' },
    });
  const after = applied(state, events);
  const { dunning } = after;
  const day = dunningDay(after, today);
  if (day === null || dunning.status !== 'running' || !dunnedFor(after)) return accept(...events);
  const steps = remaining(dunning).filter((step) => step.day <= day);
  // Of reminders that fell due while nobody ran the job only the last one is sent.
  const last = steps.findLast(({ action }) => action === 'remind');
  for (const step of steps)
    if (step.action !== 'remind' || step === last)
      events.push({
        type: 'DunningStepTaken',
        at,
        data: { ...ids, ...step, on: today, amount_due_cents: due },
      });
  if (steps.some(({ action }) => action === 'cancel'))
    events.push({
      type: 'InvoiceMarkedUncollectible',
      at,
      data: { ...ids, on: today, because: 'dunning', amount_cents: due },
    });
  return accept(...events);
}

/** Steps that were not taken. A reminder is not made up for once a later one was sent. */
function remaining({ steps }: Dunning): readonly (typeof DUNNING_STEPS)[number][] {
  const reminded = DUNNING_STEPS.findLastIndex((step) => step.action === 'remind' && steps.includes(stepName(step)));
  return DUNNING_STEPS.filter(
    (step, index) => !steps.includes(stepName(step)) && !(step.action === 'remind' && index < reminded),
  );
}

/** How dunning stands: too little for it is due, and nothing will be done, where its clock runs `below_threshold`. */
export const dunningStatus = (state: IssuedInvoice): Dunning['status'] | 'below_threshold' =>
  state.dunning.status === 'running' && !dunnedFor(state) ? 'below_threshold' : state.dunning.status;

/** The next step of the clock and its day; null where none comes. */
export function nextStep(state: IssuedInvoice): { readonly action: DunningAction; readonly on: Day } | null {
  const { dunning } = state;
  if (dunning.status !== 'running' || dunning.day0 === null || !dunnedFor(state)) return null;
  const [next] = remaining(dunning);
  return next ? { action: next.action, on: plusDays(dunning.day0, next.day + dunning.stopped_days) } : null;
}

export function holdDunning({ reason, today: on, now: at }: Command<'HoldDunning'>, state: IssuedInvoice): Decided {
  if (state.status !== 'open' && state.status !== 'past_due')
    return wrongState(state, `an invoice that is ${state.status} is not dunned`);
  if (state.dunning.status === 'held') return wrongState(state, 'dunning is held already');
  return accept({ type: 'DunningHeld', at, data: { ...idsOf(state), on, reason } });
}

export function releaseDunning({ today: on, now: at }: Command<'ReleaseDunning'>, state: IssuedInvoice): Decided {
  if (state.dunning.status !== 'held') return wrongState(state, 'dunning is not held');
  return accept({ type: 'DunningReleased', at, data: { ...idsOf(state), on } });
}
