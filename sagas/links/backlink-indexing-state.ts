import { appended } from '#domain/kernel/fold';
import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import {
  checkPage,
  endIndexing,
  flagIndexingService,
  indexCheck,
  indexNow,
  returnIndexingCredit,
  submitPage,
  takeIndexingCredit,
} from '#domain/links/effects';
import { daysSince, type IndexingRequestEvent, type SubmissionStep } from '#domain/links/indexing-request';
import { teamEmail } from '#domain/services/effects';
import type { Asked, Entry } from '#runtime/typed-saga';

type Event<T extends BacklinkEvent['type']> = Extract<BacklinkEvent, { type: T }>;
export type Requested = Event<'IndexingRequested'>['data'];
/** What ends a link, and its request with it. */
export type LinkEnded = Event<'BacklinkLost'> | Event<'BacklinkRejected'> | Event<'BacklinkReplaced'>;

/** Where a submission step stands: which service is asked, and how often it was. */
export type Trying = { readonly step: SubmissionStep; readonly service: number; readonly attempt: number };

export type Begun = {
  readonly status: 'verifying' | 'submitting' | 'waiting' | 'checking' | 'ended';
  readonly request: Requested;
  readonly looks: number;
  /** A credit was taken for this request. */
  readonly creditTaken: boolean;
  readonly trying: Trying | null;
  /** Day 0; null until a submission was accepted, or may have been. */
  readonly submittedAt: Instant | null;
  /** A re-submission was begun: once, ever. */
  readonly resubmitted: boolean;
  /** Name of the check that is waited for or being made. */
  readonly check: string | null;
  readonly checked: readonly number[];
  readonly polls: number;
};
export type Indexing = { readonly status: 'none' } | Begun;

export const ASKS = [
  checkPage,
  indexNow,
  takeIndexingCredit,
  returnIndexingCredit,
  submitPage,
  flagIndexingService,
  indexCheck,
  endIndexing,
  teamEmail,
] as const;
export type Kind = (typeof ASKS)[number];
export type Types = {
  state: Indexing;
  starts: Event<'IndexingRequested'>;
  listens: LinkEnded | Event<'IndexingCheckRequested'>;
  own: IndexingRequestEvent;
  timers: {
    /** A page that did not answer is looked at again. */
    page: object;
    /** A checker that is still at it is asked for its answer. */
    poll: { readonly step: string; readonly task: string };
    /** A service in temporary trouble is asked again. */
    again: Trying;
    /** The next look at the index is due. */
    check: { readonly step: string };
  };
};

const begun = (request: Requested): Begun => ({
  status: 'verifying',
  request,
  looks: 0,
  creditTaken: false,
  trying: null,
  submittedAt: null,
  resubmitted: false,
  check: null,
  checked: [],
  polls: 0,
});

export function evolve(state: Indexing, entry: Entry<Types, Kind>): Indexing {
  if (state.status === 'none')
    return entry.kind === 'heard' && entry.event.type === 'IndexingRequested' ? begun(entry.event.data) : state;
  switch (entry.kind) {
    case 'asked':
      return onAsked(state, entry.asked);
    case 'recorded':
      return onOwn(state, entry.event);
    case 'answered': {
      const { kind, outcome } = entry.answer;
      if (kind !== 'take_indexing_credit' || outcome !== 'succeeded' || state.status === 'ended') return state;
      return { ...state, creditTaken: true };
    }
    case 'heard':
    case 'set':
    case 'fired':
      return state;
  }
}

function onAsked(state: Begun, asked: Asked<Kind>): Begun {
  if (asked.kind === 'index_check') {
    const { step, task } = asked.payload;
    return task === undefined
      ? { ...state, status: 'checking', check: step, polls: 0 }
      : { ...state, polls: state.polls + 1 };
  }
  if (asked.kind !== 'index_submit') return state;
  const { step, service, attempt } = asked.payload;
  const trying = service === undefined || attempt === undefined ? triedBy(asked.name) : { step, service, attempt };
  if (trying === null) return state;
  return { ...state, status: 'submitting', trying, resubmitted: state.resubmitted || step === 'resubmit' };
}

function onOwn(state: Begun, { type, data }: IndexingRequestEvent): Begun {
  switch (type) {
    case 'IndexingPageVerified':
      return { ...state, looks: state.looks + 1 };
    case 'IndexingSubmitted': {
      const submittedAt = data.step === 'submit' ? data.submitted_at : state.submittedAt;
      return { ...state, status: 'waiting', trying: null, submittedAt };
    }
    case 'IndexingChecked':
      return { ...state, status: 'waiting', checked: appended(state.checked, data.day) };
    case 'IndexingCheckScheduled':
      return { ...state, status: 'waiting', trying: null, check: data.step };
    case 'IndexingSucceeded':
    case 'IndexingGaveUp':
    case 'IndexingStopped':
      return { ...state, status: 'ended' };
    case 'IndexingAttempted':
    case 'IndexingCostIncurred':
    case 'IndexNowPinged':
      return state;
  }
}

/** `resubmit/1#2`: the second attempt at the second service. */
export const attemptName = ({ step, service, attempt }: Trying): string => `${step}/${service}#${attempt}`;

/** What such a name tells, for streams that were begun when nothing else did. */
export function triedBy(name: string): Trying | null {
  const match = /^(submit|resubmit)\/(\d+)#(\d+)$/.exec(name);
  return match ? { step: match[1] as SubmissionStep, service: Number(match[2]), attempt: Number(match[3]) } : null;
}

/** Days since the submission; 0 before it. */
export const dayOfRequest = (state: Begun, now: Instant): number =>
  state.submittedAt === null ? 0 : daysSince(state.submittedAt, now);
