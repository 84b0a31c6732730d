import type { DomainEvent } from '#domain/kernel/decider';
import type { IndexingRequestId } from '#domain/kernel/ids';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';
import type { LinkRef } from './backlink-messages.ts';
import type { Evidence } from './evidence.ts';

export type RequestRef = LinkRef & { readonly request_id: IndexingRequestId };
/** The two steps that are paid for, each made once, ever. */
export type SubmissionStep = 'submit' | 'resubmit';
export type AttemptOutcome = 'accepted' | 'refused' | 'temporary' | 'unknown_outcome';

/** What the indexing saga records of one request, in its own stream (spec 3.4). */
export type IndexingRequestEvent =
  | DomainEvent<
      'IndexingPageVerified',
      RequestRef & {
        readonly http_status: number | null;
        readonly signals: readonly string[];
        readonly error: string | null;
        readonly fit: boolean;
      }
    >
  | DomainEvent<
      'IndexingAttempted',
      RequestRef & {
        readonly step: SubmissionStep;
        readonly service: string;
        readonly outcome: AttemptOutcome;
        readonly attempted_at: Instant;
        readonly reference: string | null;
        readonly error: string | null;
        /** Booked in 1/10,000 US dollars where the service took it, or may have taken it; else 0. */
        readonly cost: number;
      }
    >
  /** The step is made: of `submit` this is day 0. */
  | DomainEvent<
      'IndexingSubmitted',
      RequestRef & { readonly step: SubmissionStep; readonly service: string; readonly submitted_at: Instant }
    >
  | DomainEvent<
      'IndexingChecked',
      RequestRef & {
        readonly day: number;
        /** Null where nothing could be found out. */
        readonly indexed: boolean | null;
        readonly evidence: Evidence;
      }
    >
  /** When the next look at the index is due, by its name. */
  | DomainEvent<'IndexingCheckScheduled', RequestRef & { readonly step: string; readonly due_at: Instant }>
  | DomainEvent<'IndexingSucceeded', RequestRef & { readonly day: number }>
  | DomainEvent<'IndexingGaveUp', RequestRef & { readonly reason: string; readonly day: number | null }>
  | DomainEvent<'IndexingStopped', RequestRef & { readonly reason: string }>
  /** What a step besides the submissions cost, whatever came of it. */
  | DomainEvent<
      'IndexingCostIncurred',
      RequestRef & {
        readonly what: 'index_check';
        /** `day_7`. */
        readonly step: string;
        readonly service: string;
        /** In 1/10,000 US dollars, as submissions are. */
        readonly cost: number;
      }
    >
  | DomainEvent<
      'IndexNowPinged',
      RequestRef & { readonly ok: boolean; readonly status: number | null; readonly error: string | null }
    >;

/** Days are steps of 24 hours from the first accepted submission (spec 3.4, ruling 1.22). */
export const FIRST_CHECK_DAY = 7;
export const RESUBMIT_DAY = 14;
export const LAST_DAY = 28;

export const dayAfter = (submittedAt: Instant, day: number): Instant => plusHours(submittedAt, day * 24);

/** Whole 24-hour steps since the submission. */
export const daysSince = (submittedAt: Instant, now: Instant): number =>
  Math.floor((epochMs(now) - epochMs(submittedAt)) / 86_400_000);

/** Name of a check: `day_7`. */
export const checkName = (day: number): string => `day_${day}`;
export const dayOfCheck = (name: string): number => Number(name.slice('day_'.length));

/** `0.0075`: an amount in 1/10,000 US dollars as decimal text. */
export const formatCost = (amount: number): string => (amount / 10_000).toFixed(4);
