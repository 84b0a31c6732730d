import { type Instant, plusMinutes } from '#domain/kernel/time';
import { flagIndexingService, submitPage } from '#domain/links/effects';
import { FIRST_CHECK_DAY } from '#domain/links/indexing-request';
import { teamEmail } from '#domain/services/effects';
import { type Answer, ask } from '#runtime/typed-saga';
import { attemptName, type Begun, type Requested, type Trying } from './backlink-indexing-state.ts';
import { giveUp, named, nextCheck, record, refOf, type Step, schedule } from './backlink-indexing-steps.ts';

/** Minutes after which a service in temporary trouble is asked again, before the next one is (spec 3.4). */
const SERVICE_RETRY_MINUTES = [1, 5, 30] as const;

export function attempt(request: Requested, trying: Trying): Step {
  const { step, service, attempt } = trying;
  // One reference for every attempt at a step: whoever looks it up finds whichever arrived.
  const key = `indexing-${request.request_id}-${step}`;
  return ask(submitPage, {
    name: attemptName(trying),
    member: request.services[service]?.name ?? '',
    key,
    payload: { ...refOf(request), url: request.url, reference: key, step, service, attempt },
  });
}

export function submitted(state: Begun, { at, result }: Answer<typeof submitPage, 'succeeded'>): readonly Step[] {
  const { request, trying } = state;
  if (trying === null) return [];
  const service = request.services[trying.service] ?? { name: '', cost: 0 };
  const accepted = result.outcome === 'accepted';
  const told = record({
    type: 'IndexingAttempted',
    at,
    data: {
      ...refOf(request),
      step: trying.step,
      service: service.name,
      outcome: result.outcome,
      attempted_at: result.at,
      reference: accepted ? result.reference : null,
      error: accepted ? null : result.error,
      cost: accepted ? service.cost : 0,
    },
  });
  if (accepted) return [told, ...made(state, trying, service.name, result.at, at)];
  const flag = result.reason === 'no_balance' ? [flagged(request, trying, service.name, result.error)] : [];
  return [told, ...flag, ...(result.outcome === 'temporary' ? later(state, trying, at) : next(state, trying, at))];
}

function flagged(request: Requested, trying: Trying, service: string, error: string): Step {
  return ask(flagIndexingService, {
    ...named(request, `balance/${attemptName(trying)}`),
    payload: { ...refOf(request), service, error },
  });
}

/** The answer was lost and cannot be had: the step counts as made, at the time of the attempt (ruling 1.22). */
export function submissionUnknown(
  state: Begun,
  { at, error, attemptedAt }: Answer<typeof submitPage, 'unknown'>,
): readonly Step[] {
  const { request, trying } = state;
  if (trying === null) return [];
  const { name: service, cost } = request.services[trying.service] ?? { name: '', cost: 0 };
  const attempted_at = attemptedAt ?? at;
  const told = record({
    type: 'IndexingAttempted',
    at,
    data: {
      ...refOf(request),
      step: trying.step,
      service,
      outcome: 'unknown_outcome',
      attempted_at,
      reference: null,
      error,
      cost,
    },
  });
  return [told, ...made(state, trying, service, attempted_at, at)];
}

function made(state: Begun, { step }: Trying, service: string, submittedAt: Instant, at: Instant): Step[] {
  const { request } = state;
  const ref = refOf(request);
  const steps = [record({ type: 'IndexingSubmitted', at, data: { ...ref, step, service, submitted_at: submittedAt } })];
  if (service === 'manual') {
    const payload = { ...ref, template: 'indexing_by_hand' as const, url: request.url };
    steps.push(ask(teamEmail, { ...named(request, `by_hand/${step}`), payload }));
  }
  if (step === 'submit') return [...steps, ...schedule(request, submittedAt, FIRST_CHECK_DAY, at)];
  return [...steps, ...nextCheck(state, at)];
}

/** The same service again after a while, then the next one. */
function later(state: Begun, trying: Trying, at: Instant): Step[] {
  const minutes = SERVICE_RETRY_MINUTES[trying.attempt - 1];
  if (minutes === undefined) return next(state, trying, at);
  const again = { ...trying, attempt: trying.attempt + 1 };
  return [{ do: 'timer', timer: 'again', name: attemptName(again), at: plusMinutes(at, minutes), data: again }];
}

export function next(state: Begun, trying: Trying, at: Instant): Step[] {
  const service = trying.service + 1;
  if (service < state.request.services.length) return [attempt(state.request, { ...trying, service, attempt: 1 })];
  // A re-submission that nobody took is not made: the first one goes on being watched.
  if (trying.step === 'resubmit') return nextCheck(state, at);
  return giveUp(state, at, 'no indexing service accepted the page');
}
