import { appended } from '#domain/kernel/fold';
import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import { daysSince, type IndexingRequestEvent, type SubmissionStep } from '#domain/links/indexing-request';
import type { SagaEntry, SagaInput } from '#runtime/saga';

export type Requested = Extract<BacklinkEvent, { type: 'IndexingRequested' }>['data'];

/** Where a submission step stands: which service is asked, and how often it was. */
export type Trying = { readonly step: SubmissionStep; readonly service: number; readonly attempt: number };

export type Indexing = {
  readonly status: 'none' | 'verifying' | 'submitting' | 'waiting' | 'checking' | 'ended';
  readonly request: Requested | null;
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

export const NOT_BEGUN: Indexing = {
  status: 'none',
  request: null,
  looks: 0,
  creditTaken: false,
  trying: null,
  submittedAt: null,
  resubmitted: false,
  check: null,
  checked: [],
  polls: 0,
};

/** Its own events and those of the machinery, as they stand in its stream. */
type Own = IndexingRequestEvent | { readonly type: string; readonly data: unknown };

export function evolve(state: Indexing, entry: SagaEntry<IndexingRequestEvent>): Indexing {
  return entry.kind === 'input' ? onInput(state, entry.input) : onOwn(state, entry.event);
}

function onInput(state: Indexing, input: SagaInput): Indexing {
  const name = String(input.data['name'] ?? '');
  if (input.type === 'IndexingRequested') {
    if (state.status !== 'none') return state;
    return { ...state, status: 'verifying', request: input.data as unknown as Requested };
  }
  if (state.status === 'ended') return state;
  if (input.type === 'EffectSucceeded' && name === 'take_credit') return { ...state, creditTaken: true };
  return state;
}

function onOwn(state: Indexing, event: Own): Indexing {
  const data = event.data as Record<string, unknown>;
  const name = String(data['name'] ?? '');
  switch (event.type) {
    case 'IndexingPageVerified':
      return { ...state, looks: state.looks + 1 };
    case 'EffectRequested': {
      const trying = triedBy(name);
      if (trying)
        return { ...state, status: 'submitting', trying, resubmitted: state.resubmitted || trying.step === 'resubmit' };
      if (name.startsWith('check/')) return { ...state, status: 'checking', check: name.slice(6), polls: 0 };
      return name.startsWith('poll/') ? { ...state, polls: state.polls + 1 } : state;
    }
    case 'IndexingSubmitted':
      return data['step'] === 'submit'
        ? { ...state, status: 'waiting', trying: null, submittedAt: data['submitted_at'] as Instant }
        : { ...state, status: 'waiting', trying: null };
    case 'IndexingChecked':
      return { ...state, status: 'waiting', checked: appended(state.checked, Number(data['day'])) };
    case 'IndexingCheckScheduled':
      return { ...state, status: 'waiting', trying: null, check: String(data['step']) };
    case 'IndexingSucceeded':
    case 'IndexingGaveUp':
    case 'IndexingStopped':
      return { ...state, status: 'ended' };
  }
  return state;
}

/** `resubmit/1#2`: the second attempt at the second service. */
export const attemptName = ({ step, service, attempt }: Trying): string => `${step}/${service}#${attempt}`;

export function triedBy(name: string): Trying | null {
  const match = /^(submit|resubmit)\/(\d+)#(\d+)$/.exec(name);
  return match ? { step: match[1] as SubmissionStep, service: Number(match[2]), attempt: Number(match[3]) } : null;
}

/** Days since the submission; 0 before it. */
export const dayOfRequest = (state: Indexing, now: Instant): number =>
  state.submittedAt === null ? 0 : daysSince(state.submittedAt, now);
