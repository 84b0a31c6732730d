import type { Instant } from '#domain/kernel/time';
import type { Evidence } from '#domain/links/evidence';
import type { IndexingRequestEvent, SubmissionStep } from '#domain/links/indexing-request';
import { boolean, decimal, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

type Data<T extends IndexingRequestEvent['type']> = Extract<IndexingRequestEvent, { type: T }>['data'];
export type AttemptShown = {
  readonly step: SubmissionStep;
  readonly service: string;
  readonly at: Instant;
  readonly outcome: Data<'IndexingAttempted'>['outcome'];
  readonly cost: string;
  readonly reference?: string;
  readonly error?: string;
};
export type CheckShown = {
  readonly day: number;
  readonly at: Instant;
  readonly indexed: boolean | null;
  readonly evidence: Evidence;
};
export type ChargeShown = {
  readonly what: Data<'IndexingCostIncurred'>['what'];
  readonly step: string;
  readonly service: string;
  readonly at: Instant;
  readonly cost: string;
};

export const INDEXING_STATUSES = [
  'queued',
  'submitted',
  'checking',
  'resubmitted',
  'indexed',
  'failed',
  'cancelled',
] as const;

export const INDEXING_REQUESTS = table(
  'igny8_backlink_indexing_requests',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    order_id: integer,
    backlink_id: integer,
    url: text,
    indexing_service: text.orNull,
    service_request_id: text.orNull,
    submitted_at: instant.orNull,
    first_check_at: instant.orNull,
    last_check_at: instant.orNull,
    check_count: integer,
    is_indexed: boolean,
    indexed_at: instant.orNull,
    indexed_on_day: integer.orNull,
    status: oneOf(...INDEXING_STATUSES),
    cost: decimal,
    /** The same in 1/10,000 US dollars, for adding up. */
    cost_units: integer,
    needs_review: boolean,
    failure: text.orNull,
    failed_at: instant.orNull,
    review: json<{ readonly outcome: string; readonly note: string | null; readonly at: Instant }>().orNull,
    attempts: json<readonly AttemptShown[]>(),
    checks: json<readonly CheckShown[]>(),
    /** What was paid besides the submissions. */
    charges: json<readonly ChargeShown[]>(),
    next_step: text.orNull,
    next_due_at: instant.orNull,
    entitled_by: oneOf('plan', 'managed_pro', 'boost'),
    revision: integer,
    ...stamps,
  },
  {
    key: ['id'],
    indexes: [['account_id'], ['site_id', 'status'], ['backlink_id'], ['needs_review'], ['next_due_at']],
    tenant: true,
  },
);
export type IndexingRow = Stored<typeof INDEXING_REQUESTS>;

/** Services that told us that our balance is used up, until a submission is taken again. */
export const INDEXING_SERVICES_TABLE = table(
  'igny8_indexing_services',
  { service: text, problem: text.orNull, error: text.orNull, since: instant.orNull },
  { key: ['service'] },
);
