import { type Instant, plusMinutes } from '#domain/kernel/time';
import { type IndexLooked, indexCheck } from '#domain/links/effects';
import { checkName, dayOfCheck, LAST_DAY, RESUBMIT_DAY } from '#domain/links/indexing-request';
import { type Answer, ask } from '#runtime/typed-saga';
import { type Begun, dayOfRequest, type Requested } from './backlink-indexing-state.ts';
import { end, giveUp, named, nextCheck, record, refOf, type Step } from './backlink-indexing-steps.ts';
import { attempt } from './backlink-indexing-submission.ts';

/** A checker that is still at it is asked again. */
const POLL_MINUTES = 10;
const POLLS = 12;

/** Asks whether the page is indexed, under the name of the day it is now: a late check takes the place of those missed. */
export function check(state: Begun, at: Instant): Step[] {
  const { request } = state;
  const day = Math.min(LAST_DAY, dayOfRequest(state, at));
  if (state.checked.includes(day)) return nextCheck(state, at);
  const step = checkName(day);
  const payload = { ...refOf(request), url: request.url, step };
  return [ask(indexCheck, { ...named(request, `check/${step}`), payload })];
}

export function poll(state: Begun, step: string, task: string): Step {
  const { request, polls } = state;
  const payload = { ...refOf(request), url: request.url, step, task };
  return ask(indexCheck, { ...named(request, `poll/${step}/${polls + 1}`), payload });
}

/** What a check has cost is booked as it is told, also where nothing waits for its answer any more. */
export function charged(request: Requested, { at, asked, result }: Answer<typeof indexCheck, 'succeeded'>): Step[] {
  const { service, cost = 0 } = result;
  if (cost === 0 || service === undefined) return [];
  const data = { ...refOf(request), what: 'index_check' as const, step: asked.payload.step, service, cost };
  return [record({ type: 'IndexingCostIncurred', at, data })];
}

export function checked(state: Begun, step: string, at: Instant, result: IndexLooked): readonly Step[] {
  const { request } = state;
  const day = dayOfCheck(step);
  if (state.checked.includes(day) || state.status !== 'checking') return [];
  const { pending } = result;
  if (pending !== undefined && state.polls < POLLS) {
    const data = { step, task: pending };
    return [{ do: 'timer', timer: 'poll', name: `poll/${step}/${pending}`, at: plusMinutes(at, POLL_MINUTES), data }];
  }
  // A checker that is still at it after so many questions has found nothing out.
  const { indexed, evidence } = pending === undefined ? result : { indexed: null, evidence: {} };
  const told = record({ type: 'IndexingChecked', at, data: { ...refOf(request), day, indexed, evidence } });
  return [told, ...afterCheck(state, day, indexed, at)];
}

/** Day 14 and day 28 check first and then act; a step that was missed is made up for on return. */
function afterCheck(state: Begun, day: number, indexed: boolean | null, at: Instant): Step[] {
  const { request } = state;
  if (indexed === true)
    return [
      record({ type: 'IndexingSucceeded', at, data: { ...refOf(request), day } }),
      end(request, { outcome: 'indexed', day }),
    ];
  if (day >= LAST_DAY) {
    const reason = indexed === null ? 'could not be looked up in the index' : 'not in the index';
    return giveUp(state, at, `${reason} after ${LAST_DAY} days`);
  }
  // Nothing is paid for on a guess: a day on which nothing could be found out changes nothing.
  if (indexed === false && day >= RESUBMIT_DAY && !state.resubmitted)
    return [attempt(request, { step: 'resubmit', service: 0, attempt: 1 })];
  return nextCheck(state, at);
}
