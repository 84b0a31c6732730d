import { type Instant, plusMinutes } from '#domain/kernel/time';
import { checkPage, indexNow, type PageLook, takeIndexingCredit } from '#domain/links/effects';
import { teamEmail } from '#domain/services/effects';
import { ask, saga, type Told } from '#runtime/typed-saga';
import { charged, check, checked, poll } from './backlink-indexing-checks.ts';
import {
  ASKS,
  attemptName,
  type Begun,
  evolve,
  type Indexing,
  type LinkEnded,
  type Types,
  triedBy,
} from './backlink-indexing-state.ts';
import { end, giveUp, named, record, refOf, type Step } from './backlink-indexing-steps.ts';
import { attempt, next, submissionUnknown, submitted } from './backlink-indexing-submission.ts';

/** Hours between looks at a page that does not answer 200, and how often it is looked at before giving up. */
const PAGE_RETRY_HOURS = 6;
const PAGE_LOOKS = 4;

const ofLink = ({ backlink_id }: { readonly backlink_id: number }) => `backlink:${backlink_id}`;

/** What follows while the request is open. */
const open =
  <T>(follows: (state: Begun, told: T) => readonly Step[]) =>
  (state: Indexing, told: T): readonly Step[] =>
    state.status === 'none' || state.status === 'ended' ? [] : follows(state, told);

/**
 * Gets one backlink's page into the index (spec 3.4): page verified, submitted on day 0, checked on
 * day 7 and daily, re-submitted once on day 14, given up on day 28. Steps are named, never counted:
 * whatever is late is made once, and what was made is not made again.
 */
export const backlinkIndexing = saga<Types>()({
  name: 'backlink-indexing',
  asks: ASKS,
  timers: {
    page: (name) => (name.startsWith('page/') ? {} : null),
    poll(name) {
      const [what, step = '', ...task] = name.split('/');
      return what === 'poll' ? { step, task: task.join('/') } : null;
    },
    again: triedBy,
    check: (name) => (name.startsWith('day_') ? { step: name } : null),
  },
  starts: { IndexingRequested: (data) => ({ instance: String(data.request_id), keys: [ofLink(data)] }) },
  listens: {
    BacklinkLost: ofLink,
    BacklinkRejected: ofLink,
    BacklinkReplaced: ofLink,
    IndexingCheckRequested: ofLink,
  },
  initial: { status: 'none' },
  evolve,
  on: {
    IndexingRequested: open((state, { data }) => (data.request_id === state.request.request_id ? begin(state) : [])),
    BacklinkLost: open(stop),
    BacklinkRejected: open(stop),
    BacklinkReplaced: open(stop),
    IndexingCheckRequested: open((state, { at }) =>
      state.status === 'waiting' && state.submittedAt !== null ? check(state, at) : [],
    ),
  },
  answers: {
    check_page: {
      succeeded: open((state, { at, result }) => verified(state, at, result)),
      unknown: open(unread),
      parked: open(unread),
    },
    take_indexing_credit: {
      succeeded: open((state, { at, result }) =>
        result.taken
          ? [attempt(state.request, { step: 'submit', service: 0, attempt: 1 })]
          : giveUp(state, at, 'there is no Indexing Boost credit left'),
      ),
      unknown: open((state, { at, error }) => giveUp(state, at, error)),
      parked: open((state, { at, error }) => giveUp(state, at, error)),
    },
    index_now: {
      succeeded: open(({ request }, { at, result: { ok, status, error } }) => [
        record({ type: 'IndexNowPinged', at, data: { ...refOf(request), ok, status, error } }),
      ]),
    },
    flag_indexing_service: {
      succeeded: open(({ request }, { asked, result: { newly, service } }) => {
        const payload = { ...refOf(request), template: 'indexing_no_balance' as const, service };
        return newly ? [ask(teamEmail, { ...named(request, `mail/${asked.name}`), payload })] : [];
      }),
    },
    index_submit: {
      succeeded: open(submitted),
      unknown: open(submissionUnknown),
      parked: open((state, { at }) => (state.trying === null ? [] : next(state, state.trying, at))),
    },
    index_check: {
      succeeded: (state, answer) =>
        state.status === 'none'
          ? []
          : [
              ...charged(state.request, answer),
              ...(state.status === 'ended' ? [] : checked(state, answer.asked.payload.step, answer.at, answer.result)),
            ],
      unknown: open(notChecked),
      parked: open(notChecked),
    },
  },
  fired: {
    page: open((state) => [verify(state)]),
    poll: open((state, { data: { step, task } }) =>
      state.check === step && state.status === 'checking' ? [poll(state, step, task)] : [],
    ),
    again: open((state, { data }) => (state.status === 'submitting' ? [attempt(state.request, data)] : [])),
    check: open((state, { at, data: { step } }) =>
      step === state.check && state.status === 'waiting' ? check(state, at) : [],
    ),
  },
});

function verify({ request, looks }: Begun): Step {
  const payload = { ...refOf(request), url: request.url, target: request.target_url };
  return ask(checkPage, { ...named(request, `verify#${looks + 1}`), payload });
}

function begin(state: Begun): Step[] {
  const { request } = state;
  if (!request.index_now) return [verify(state)];
  const payload = { ...refOf(request), url: request.url };
  return [verify(state), ask(indexNow, { ...named(request, 'index_now'), payload })];
}

function verified(state: Begun, at: Instant, { http_status, signals, error }: PageLook): Step[] {
  const { request } = state;
  const ref = refOf(request);
  const fit = http_status === 200;
  const told = record({ type: 'IndexingPageVerified', at, data: { ...ref, http_status, signals, error, fit } });
  if (!fit) {
    const look = state.looks + 1;
    if (look >= PAGE_LOOKS)
      return [told, ...giveUp(state, at, `the page cannot be read: ${error ?? `HTTP ${http_status}`}`)];
    const again = plusMinutes(at, PAGE_RETRY_HOURS * 60);
    return [told, { do: 'timer', timer: 'page', name: `page/${look}`, at: again, data: {} }];
  }
  if (request.services.length === 0) return [told, ...giveUp(state, at, 'no indexing service is configured')];
  return request.takes_credit
    ? [told, ask(takeIndexingCredit, { ...named(request, 'take_credit'), payload: ref })]
    : [told, attempt(request, { step: 'submit', service: 0, attempt: 1 })];
}

type Trouble<P> = { readonly at: Instant; readonly error: string; readonly asked: { readonly payload: P } };
function unread(state: Begun, { at, error }: Trouble<unknown>): Step[] {
  return verified(state, at, { http_status: null, signals: [], error });
}

/** A check that came to nothing waits for the next day. */
function notChecked(state: Begun, { at, error, asked }: Trouble<{ readonly step: string }>): readonly Step[] {
  return checked(state, asked.payload.step, at, { indexed: null, evidence: { error } });
}

function stop({ request, trying, check }: Begun, { type, at }: Told<LinkEnded>): Step[] {
  const reason = `the link was ${type.replace('Backlink', '').toLowerCase()}`;
  const steps = [record({ type: 'IndexingStopped', at, data: { ...refOf(request), reason } })];
  if (trying) steps.push({ do: 'cancel_effect', name: attemptName(trying) });
  if (check) steps.push({ do: 'cancel_timer', name: check });
  return [...steps, end(request, { outcome: 'cancelled', reason })];
}
