import type { Instant } from '#domain/kernel/time';
import {
  checkName,
  dayAfter,
  FIRST_CHECK_DAY,
  type IndexingRequestEvent,
  LAST_DAY,
  type RequestRef,
} from '#domain/links/indexing-request';
import type { JsonObject } from '#runtime/event-store';
import type { SagaStep } from '#runtime/saga';
import { dayOfRequest, type Indexing, type Requested } from './backlink-indexing-state.ts';

export type Step = SagaStep<IndexingRequestEvent>;

export const refOf = (request: Requested): RequestRef => {
  const { request_id, backlink_id, order_id, account_id, site_id } = request;
  return { request_id, backlink_id, order_id, account_id, site_id };
};
export type Data<T extends IndexingRequestEvent['type']> = Omit<
  Extract<IndexingRequestEvent, { type: T }>['data'],
  keyof RequestRef
>;
export const record = <T extends IndexingRequestEvent['type']>(
  request: Requested,
  at: Instant,
  type: T,
  data: Data<T>,
): Step => ({
  do: 'record',
  event: { type, at, data: { ...refOf(request), ...data } } as unknown as IndexingRequestEvent,
});

export const effect = (request: Requested, name: string, kind: string, payload: JsonObject): Step => ({
  do: 'effect',
  name,
  kind,
  key: `indexing-${request.request_id}-${name}`,
  payload: { ...refOf(request), ...payload },
});
export function schedule(request: Requested, submittedAt: Instant, day: number, at: Instant): Step[] {
  const due = dayAfter(submittedAt, day);
  return [
    record(request, at, 'IndexingCheckScheduled', { step: checkName(day), due_at: due }),
    { do: 'timer', name: checkName(day), at: due },
  ];
}

/** The next day that is still to come, at most the last one. */
export function nextCheck(state: Indexing, request: Requested, at: Instant): Step[] {
  const { submittedAt } = state;
  if (submittedAt === null) return [];
  return schedule(request, submittedAt, Math.min(LAST_DAY, Math.max(FIRST_CHECK_DAY, dayOfRequest(state, at) + 1)), at);
}

export const end = (request: Requested, ending: JsonObject): Step =>
  effect(request, 'end', 'end_indexing', { end: ending });

export function giveUp(state: Indexing, request: Requested, at: Instant, reason: string): Step[] {
  const day = state.submittedAt === null ? null : Math.min(LAST_DAY, dayOfRequest(state, at));
  // A credit goes back where no service ever took the page.
  const back =
    state.creditTaken && state.submittedAt === null
      ? [effect(request, 'return_credit', 'return_indexing_credit', {})]
      : [];
  return [
    record(request, at, 'IndexingGaveUp', { reason, day }),
    end(request, { outcome: 'failed', reason }),
    ...back,
    effect(request, 'tell_manager', 'team_email', { template: 'indexing_failed', url: request.url, reason }),
  ];
}
