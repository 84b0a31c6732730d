import { type Instant, plusMinutes } from '#domain/kernel/time';
import { checkName, type IndexingRequestEvent, LAST_DAY, RESUBMIT_DAY } from '#domain/links/indexing-request';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, saga } from '#runtime/saga';
import {
  attemptName,
  dayOfRequest,
  evolve,
  type Indexing,
  NOT_BEGUN,
  type Requested,
  triedBy,
} from './backlink-indexing-state.ts';
import { type Data, effect, end, giveUp, nextCheck, record, type Step } from './backlink-indexing-steps.ts';
import { attempt, next, submissionUnknown, submitted } from './backlink-indexing-submission.ts';

/** Hours between looks at a page that does not answer 200, and how often it is looked at before giving up. */
const PAGE_RETRY_HOURS = 6;
const PAGE_LOOKS = 4;
/** A checker that is still at it is asked again. */
const POLL_MINUTES = 10;
const POLLS = 12;

const ofLink = (data: JsonObject) => `backlink:${String(data['backlink_id'])}`;

/**
 * Gets one backlink's page into the index (spec 3.4): page verified, submitted on day 0, checked on
 * day 7 and daily, re-submitted once on day 14, given up on day 28. Steps are named, never counted:
 * whatever is late is made once, and what was made is not made again.
 */
export const backlinkIndexing = saga<Indexing, IndexingRequestEvent>({
  name: 'backlink-indexing',
  starts: {
    IndexingRequested: (data) => ({ instance: String(data['request_id']), keys: [ofLink(data)] }),
  },
  listens: {
    BacklinkLost: ofLink,
    BacklinkRejected: ofLink,
    BacklinkReplaced: ofLink,
    IndexingCheckRequested: ofLink,
  },
  initial: NOT_BEGUN,
  evolve,
  react: (input, state): readonly Step[] => {
    const { request } = state;
    if (request === null) return [];
    return [...charged(request, input), ...(state.status === 'ended' ? [] : steps(state, request, input))];
  },
});

function steps(state: Indexing, request: Requested, input: SagaInput): readonly Step[] {
  const name = String(input.data['name'] ?? '');
  switch (input.type) {
    case 'IndexingRequested':
      return input.data['request_id'] === request.request_id ? begin(state, request) : [];
    case 'BacklinkLost':
    case 'BacklinkRejected':
    case 'BacklinkReplaced':
      return stop(state, request, input);
    case 'IndexingCheckRequested':
      return state.status === 'waiting' && state.submittedAt !== null ? check(state, request, input.at) : [];
    case 'TimerFired':
      return onTimer(state, request, name, input);
    case 'EffectSucceeded':
      return onResult(state, request, name, input, input.data['result'] as JsonObject);
    case 'EffectOutcomeUnknown':
      return triedBy(name) ? submissionUnknown(state, request, input) : onTrouble(state, request, name, input);
    case 'EffectParked':
      return onTrouble(state, request, name, input);
    default:
      return [];
  }
}

/** What a check has cost is booked as it is told, also where nothing waits for its answer any more. */
function charged(request: Requested, { type, at, data }: SagaInput): Step[] {
  const [, step = ''] = String(data['name'] ?? '').split('/');
  const { service, cost } = (data['result'] ?? {}) as { readonly service?: unknown; readonly cost?: unknown };
  if (type !== 'EffectSucceeded' || typeof cost !== 'number' || cost === 0 || typeof service !== 'string') return [];
  return [record(request, at, 'IndexingCostIncurred', { what: 'index_check', step, service, cost })];
}

const verify = (request: Requested, look: number): Step =>
  effect(request, `verify#${look}`, 'check_page', { url: request.url, target: request.target_url });

function begin(state: Indexing, request: Requested): Step[] {
  const ping = request.index_now ? [effect(request, 'index_now', 'index_now', { url: request.url })] : [];
  return [verify(request, state.looks + 1), ...ping];
}

function onTimer(state: Indexing, request: Requested, name: string, { at }: SagaInput): readonly Step[] {
  if (name.startsWith('page/')) return [verify(request, state.looks + 1)];
  if (name.startsWith('poll/')) {
    const [, day = '', task = ''] = name.split('/');
    return state.check === day && state.status === 'checking' ? [poll(state, request, day, task)] : [];
  }
  const trying = triedBy(name);
  if (trying) return state.status === 'submitting' ? [attempt(request, trying)] : [];
  return name === state.check && state.status === 'waiting' ? check(state, request, at) : [];
}

const poll = (state: Indexing, request: Requested, day: string, task: string): Step =>
  effect(request, `poll/${day}/${state.polls + 1}`, 'index_check', { url: request.url, step: day, task });

/** Asks whether the page is indexed, under the name of the day it is now: a late check takes the place of those missed. */
function check(state: Indexing, request: Requested, at: Instant): Step[] {
  const day = Math.min(LAST_DAY, dayOfRequest(state, at));
  if (state.checked.includes(day)) return nextCheck(state, request, at);
  return [effect(request, `check/${checkName(day)}`, 'index_check', { url: request.url, step: checkName(day) })];
}

function onResult(
  state: Indexing,
  request: Requested,
  name: string,
  input: SagaInput,
  result: JsonObject,
): readonly Step[] {
  if (name.startsWith('verify#')) return verified(state, request, input, result);
  if (name === 'take_credit')
    return result['taken'] === true
      ? [attempt(request, { step: 'submit', service: 0, attempt: 1 })]
      : giveUp(state, request, input.at, 'there is no Indexing Boost credit left');
  if (name === 'index_now') {
    const { ok, status, error } = result as Data<'IndexNowPinged'>;
    return [record(request, input.at, 'IndexNowPinged', { ok, status, error })];
  }
  if (name.startsWith('balance/') && result['newly'] === true) {
    const payload = { template: 'indexing_no_balance', service: result['service'] ?? null };
    return [effect(request, `mail/${name}`, 'team_email', payload)];
  }
  if (name.startsWith('check/') || name.startsWith('poll/')) return checked(state, request, name, input, result);
  return triedBy(name) ? submitted(state, request, input, result) : [];
}

function verified(state: Indexing, request: Requested, { at }: SagaInput, result: JsonObject): Step[] {
  const { http_status, signals, error } = result as Pick<
    Data<'IndexingPageVerified'>,
    'http_status' | 'signals' | 'error'
  >;
  const fit = http_status === 200;
  const told = record(request, at, 'IndexingPageVerified', { http_status, signals, error, fit });
  if (!fit) {
    const look = state.looks + 1;
    if (look >= PAGE_LOOKS)
      return [told, ...giveUp(state, request, at, `the page cannot be read: ${error ?? `HTTP ${http_status}`}`)];
    return [told, { do: 'timer', name: `page/${look}`, at: plusMinutes(at, PAGE_RETRY_HOURS * 60) }];
  }
  if (request.services.length === 0) return [told, ...giveUp(state, request, at, 'no indexing service is configured')];
  return request.takes_credit
    ? [told, effect(request, 'take_credit', 'take_indexing_credit', {})]
    : [told, attempt(request, { step: 'submit', service: 0, attempt: 1 })];
}

function checked(
  state: Indexing,
  request: Requested,
  name: string,
  { at }: SagaInput,
  result: JsonObject,
): readonly Step[] {
  const day = Number(name.split('/')[1]?.slice(4));
  if (state.checked.includes(day) || state.status !== 'checking') return [];
  if (typeof result['pending'] === 'string' && state.polls < POLLS)
    return [{ do: 'timer', name: `poll/${checkName(day)}/${result['pending']}`, at: plusMinutes(at, POLL_MINUTES) }];
  const indexed = (result['indexed'] as boolean | null | undefined) ?? null;
  const evidence = (result['evidence'] as Data<'IndexingChecked'>['evidence'] | undefined) ?? {};
  const told = record(request, at, 'IndexingChecked', { day, indexed, evidence });
  return [told, ...afterCheck(state, request, day, indexed, at)];
}

/** Day 14 and day 28 check first and then act; a step that was missed is made up for on return. */
function afterCheck(state: Indexing, request: Requested, day: number, indexed: boolean | null, at: Instant): Step[] {
  if (indexed === true)
    return [record(request, at, 'IndexingSucceeded', { day }), end(request, { outcome: 'indexed', day })];
  if (day >= LAST_DAY) {
    const reason = indexed === null ? 'could not be looked up in the index' : 'not in the index';
    return giveUp(state, request, at, `${reason} after ${LAST_DAY} days`);
  }
  // Nothing is paid for on a guess: a day on which nothing could be found out changes nothing.
  if (indexed === false && day >= RESUBMIT_DAY && !state.resubmitted)
    return [attempt(request, { step: 'resubmit', service: 0, attempt: 1 })];
  return nextCheck(state, request, at);
}

/** A call that came to nothing: a submission goes to the next service, a check waits for the next day. */
function onTrouble(state: Indexing, request: Requested, name: string, { at, data }: SagaInput): readonly Step[] {
  const { trying } = state;
  const error = String(data['error'] ?? 'no answer');
  if (triedBy(name)) return trying === null ? [] : next(state, request, trying, at);
  if (name.startsWith('verify#'))
    return verified(state, request, { at } as SagaInput, { http_status: null, signals: [], error });
  if (name === 'take_credit') return giveUp(state, request, at, error);
  if (!name.startsWith('check/') && !name.startsWith('poll/')) return [];
  return checked(state, request, name, { at } as SagaInput, { indexed: null, evidence: { error } });
}

function stop(state: Indexing, request: Requested, { type, at }: SagaInput): Step[] {
  const reason = `the link was ${type.replace('Backlink', '').toLowerCase()}`;
  const pending: Step[] = state.trying ? [{ do: 'cancel_effect', name: attemptName(state.trying) }] : [];
  const timer: Step[] = state.check ? [{ do: 'cancel_timer', name: state.check }] : [];
  return [
    record(request, at, 'IndexingStopped', { reason }),
    ...pending,
    ...timer,
    end(request, { outcome: 'cancelled', reason }),
  ];
}
