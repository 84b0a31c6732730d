import { type Instant, plusMinutes } from '#domain/kernel/time';
import { FIRST_CHECK_DAY } from '#domain/links/indexing-request';
import type { JsonObject } from '#runtime/event-store';
import type { SagaInput } from '#runtime/saga';
import { attemptName, type Indexing, type Requested, type Trying } from './backlink-indexing-state.ts';
import { effect, giveUp, nextCheck, record, refOf, type Step, schedule } from './backlink-indexing-steps.ts';

/** Minutes after which a service in temporary trouble is asked again, before the next one is (spec 3.4). */
const SERVICE_RETRY_MINUTES = [1, 5, 30] as const;

export function attempt(request: Requested, trying: Trying): Step {
  const service = request.services[trying.service]?.name ?? '';
  const name = attemptName(trying);
  // One reference for every attempt at a step: whoever looks it up finds whichever arrived.
  const key = `indexing-${request.request_id}-${trying.step}`;
  const payload = { ...refOf(request), url: request.url, reference: key, step: trying.step };
  return { do: 'effect', name, kind: `index_submit_${service}`, key, payload };
}

export function submitted(state: Indexing, request: Requested, input: SagaInput, result: JsonObject): readonly Step[] {
  const { trying } = state;
  if (trying === null) return [];
  const { at } = input;
  const outcome = result['outcome'] as 'accepted' | 'refused' | 'temporary';
  const service = request.services[trying.service] ?? { name: '', cost: 0 };
  const attemptedAt = (result['at'] as Instant | undefined) ?? at;
  const told = record(request, at, 'IndexingAttempted', {
    step: trying.step,
    service: service.name,
    outcome,
    attempted_at: attemptedAt,
    reference: (result['reference'] as string | null | undefined) ?? null,
    error: (result['error'] as string | undefined) ?? null,
    cost: outcome === 'accepted' ? service.cost : 0,
  });
  if (outcome === 'accepted') return [told, ...made(state, request, trying, service.name, attemptedAt, at)];
  const flag =
    result['reason'] === 'no_balance'
      ? [
          effect(request, `balance/${attemptName(trying)}`, 'flag_indexing_service', {
            service: service.name,
            error: result['error'] ?? '',
          }),
        ]
      : [];
  return [
    told,
    ...flag,
    ...(outcome === 'temporary' ? later(state, request, trying, at) : next(state, request, trying, at)),
  ];
}

/** The answer was lost and cannot be had: the step counts as made, at the time of the attempt (ruling 1.22). */
export function submissionUnknown(state: Indexing, request: Requested, input: SagaInput): readonly Step[] {
  const { trying } = state;
  if (trying === null) return [];
  const { at, data } = input;
  const service = request.services[trying.service] ?? { name: '', cost: 0 };
  const attemptedAt = (data['attempted_at'] as Instant | undefined) ?? at;
  const told = record(request, at, 'IndexingAttempted', {
    step: trying.step,
    service: service.name,
    outcome: 'unknown_outcome',
    attempted_at: attemptedAt,
    reference: null,
    error: String(data['error'] ?? ''),
    cost: service.cost,
  });
  return [told, ...made(state, request, trying, service.name, attemptedAt, at)];
}

function made(
  state: Indexing,
  request: Requested,
  { step }: Trying,
  service: string,
  submittedAt: Instant,
  at: Instant,
): Step[] {
  const told = record(request, at, 'IndexingSubmitted', { step, service, submitted_at: submittedAt });
  const byHand: Step[] =
    service === 'manual'
      ? [effect(request, `by_hand/${step}`, 'team_email', { template: 'indexing_by_hand', url: request.url })]
      : [];
  if (step === 'submit') return [told, ...byHand, ...schedule(request, submittedAt, FIRST_CHECK_DAY, at)];
  return [told, ...byHand, ...nextCheck(state, request, at)];
}

/** The same service again after a while, then the next one. */
function later(state: Indexing, request: Requested, trying: Trying, at: Instant): Step[] {
  const minutes = SERVICE_RETRY_MINUTES[trying.attempt - 1];
  if (minutes === undefined) return next(state, request, trying, at);
  const again = { ...trying, attempt: trying.attempt + 1 };
  return [{ do: 'timer', name: attemptName(again), at: plusMinutes(at, minutes) }];
}

export function next(state: Indexing, request: Requested, trying: Trying, at: Instant): Step[] {
  const service = trying.service + 1;
  if (service < request.services.length) return [attempt(request, { ...trying, service, attempt: 1 })];
  // A re-submission that nobody took is not made: the first one goes on being watched.
  if (trying.step === 'resubmit') return nextCheck(state, request, at);
  return giveUp(state, request, at, 'no indexing service accepted the page');
}
