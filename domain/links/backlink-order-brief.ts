import { accept, type Decision, refuse } from '#domain/kernel/decider';
import { type Day, daysBetween, plusDays } from '#domain/kernel/time';
import type { BriefCommand } from './backlink-order-agreement-messages.ts';
import type { BacklinkOrderCommand, BacklinkOrderEvent, BacklinkOrderRefusal } from './backlink-order-messages.ts';
import { type KnownOrder, orderOf } from './backlink-order-state.ts';
import { unanswered } from './brief.ts';

type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;
type Timed<C> = C & Pick<BacklinkOrderCommand, 'now' | 'today'>;

/** Days after which an order is behind, where it names no date of its own: from its approval, or from its brief (spec 2.4, 13). */
export const DUE_DAYS = 30;

/** Answers of the brief, whole; with `complete` work may begin. A complete brief is the agreement and changes no more. */
export function answerBrief({ answers, complete, today, now: at }: Timed<BriefCommand>, state: KnownOrder): Decided {
  const { brief } = state;
  if (brief === null) return wrongState(state, 'the order asks for no brief');
  const same = sorted(answers) === sorted(brief.answers);
  if (brief.complete) return same ? accept() : wrongState(state, 'the brief is complete: it changes no more');
  if (state.status === 'cancelled' || state.status === 'completed')
    return wrongState(state, `the order is ${state.status}`);
  const missing = complete ? unanswered(brief.questions, answers)[0] : undefined;
  if (missing)
    return refuse({
      code: 'invalid_values',
      pointer: `/answers/${missing.key}`,
      message: `is needed: ${missing.label}`,
    });
  const answered: BacklinkOrderEvent = { type: 'BriefAnswered', at, data: { ...orderOf(state), answers } };
  const data = { ...orderOf(state), on: today, due_date: dueWith(state, today) };
  const completed: BacklinkOrderEvent = { type: 'BriefCompleted', at, data };
  return accept<BacklinkOrderEvent>(...(same ? [] : [answered]), ...(complete ? [completed] : []));
}

const wrongState = (state: KnownOrder, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });

const sorted = (answers: object): string =>
  JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));

/** From the day on which the brief is complete; a date that was given moves by the days for which it had to wait. */
function dueWith({ status, givenDue, briefSince }: KnownOrder, today: Day): Day | null {
  if (status === 'draft') return null;
  if (givenDue === null || briefSince === null) return plusDays(today, DUE_DAYS);
  return plusDays(givenDue, daysBetween(briefSince, today));
}
