import type { Instant } from '#domain/kernel/time';
import { endIndexing, type IndexingEnd, returnIndexingCredit } from '#domain/links/effects';
import {
  checkName,
  dayAfter,
  FIRST_CHECK_DAY,
  type IndexingRequestEvent,
  LAST_DAY,
  type RequestRef,
} from '#domain/links/indexing-request';
import { teamEmail } from '#domain/services/effects';
import { ask, type Step as StepOf } from '#runtime/typed-saga';
import { type Begun, dayOfRequest, type Kind, type Requested, type Types } from './backlink-indexing-state.ts';

export type Step = StepOf<Types, Kind>;

export const refOf = ({ request_id, backlink_id, order_id, account_id, site_id }: Requested): RequestRef => ({
  request_id,
  backlink_id,
  order_id,
  account_id,
  site_id,
});
export const record = (event: IndexingRequestEvent): Step => ({ do: 'record', event });
/** What an effect of this request is called, and its key. */
export const named = ({ request_id }: Requested, name: string) => ({ name, key: `indexing-${request_id}-${name}` });

export function schedule(request: Requested, submittedAt: Instant, day: number, at: Instant): Step[] {
  const due = dayAfter(submittedAt, day);
  const step = checkName(day);
  return [
    record({ type: 'IndexingCheckScheduled', at, data: { ...refOf(request), step, due_at: due } }),
    { do: 'timer', timer: 'check', name: step, at: due, data: { step } },
  ];
}

/** The next day that is still to come, at most the last one. */
export function nextCheck(state: Begun, at: Instant): Step[] {
  const { request, submittedAt } = state;
  if (submittedAt === null) return [];
  return schedule(request, submittedAt, Math.min(LAST_DAY, Math.max(FIRST_CHECK_DAY, dayOfRequest(state, at) + 1)), at);
}

export const end = (request: Requested, ending: IndexingEnd): Step =>
  ask(endIndexing, { ...named(request, 'end'), payload: { ...refOf(request), end: ending } });

export function giveUp(state: Begun, at: Instant, reason: string): Step[] {
  const { request, submittedAt } = state;
  const ref = refOf(request);
  const day = submittedAt === null ? null : Math.min(LAST_DAY, dayOfRequest(state, at));
  const steps = [
    record({ type: 'IndexingGaveUp', at, data: { ...ref, reason, day } }),
    end(request, { outcome: 'failed', reason }),
  ];
  // A credit goes back where no service ever took the page.
  if (state.creditTaken && submittedAt === null)
    steps.push(ask(returnIndexingCredit, { ...named(request, 'return_credit'), payload: ref }));
  const mail = { ...ref, template: 'indexing_failed' as const, url: request.url, reason };
  return [...steps, ask(teamEmail, { ...named(request, 'tell_manager'), payload: mail })];
}
