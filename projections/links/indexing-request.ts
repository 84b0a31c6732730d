import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import { formatCost, type IndexingRequestEvent } from '#domain/links/indexing-request';
import type { IndexingServiceEvent } from '#domain/links/indexing-service';
import { type Heard, ignored, type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import type { RowOf } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { INDEXING_REQUESTS, INDEXING_SERVICES_TABLE } from './indexing-request-tables.ts';

type Event =
  | Heard<BacklinkEvent, 'IndexingRequested' | 'IndexingReviewed'>
  | IndexingRequestEvent
  | IndexingServiceEvent;

/** Indexing requests, from the events of their sagas and of their links. */
export const indexingRequests: Projection = projection<Event>({
  name: INDEXING_REQUESTS.name,
  version: 2,
  tables: [INDEXING_REQUESTS, INDEXING_SERVICES_TABLE],
  on: {
    IndexingRequested(rows, { data, at, revision }) {
      rows.add(INDEXING_REQUESTS, {
        id: data.request_id,
        account_id: data.account_id,
        site_id: data.site_id,
        order_id: data.order_id,
        backlink_id: data.backlink_id,
        url: data.url,
        indexing_service: null,
        service_request_id: null,
        submitted_at: null,
        first_check_at: null,
        last_check_at: null,
        check_count: 0,
        is_indexed: false,
        indexed_at: null,
        indexed_on_day: null,
        status: 'queued',
        cost: '0.0000',
        cost_units: 0,
        needs_review: false,
        failure: null,
        failed_at: null,
        review: null,
        attempts: [],
        checks: [],
        charges: [],
        next_step: 'submit',
        next_due_at: at,
        entitled_by: data.entitled_by,
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    IndexingPageVerified: (rows, event) =>
      change(rows, event, () => (event.data.fit ? {} : { next_step: 'verify_page' })),
    IndexingAttempted: (rows, event) =>
      change(rows, event, (row) => {
        const { step, service, outcome, attempted_at, reference, error, cost } = event.data;
        const units = row.cost_units + cost;
        const attempt = {
          step,
          service,
          at: attempted_at,
          outcome,
          cost: formatCost(cost),
          ...(reference === null ? {} : { reference }),
          ...(error === null ? {} : { error }),
        };
        return { attempts: [...row.attempts, attempt], cost: formatCost(units), cost_units: units };
      }),
    IndexingCostIncurred: (rows, event) =>
      change(rows, event, (row) => {
        const { what, step, service, cost } = event.data;
        const units = row.cost_units + cost;
        const charge = { what, step, service, at: event.at, cost: formatCost(cost) };
        return { charges: [...row.charges, charge], cost: formatCost(units), cost_units: units };
      }),
    IndexingSubmitted: (rows, event) =>
      change(rows, event, (row) => {
        const { step, service, submitted_at } = event.data;
        const reference = row.attempts.at(-1)?.reference ?? null;
        return step === 'submit'
          ? { status: 'submitted', indexing_service: service, service_request_id: reference, submitted_at }
          : { status: 'resubmitted' };
      }),
    IndexingCheckScheduled: (rows, event) =>
      change(rows, event, () => ({ next_step: event.data.step, next_due_at: event.data.due_at })),
    IndexingChecked: (rows, event) =>
      change(rows, event, (row) => {
        const { day, indexed, evidence } = event.data;
        const check = { day, at: event.at, indexed, evidence };
        return {
          status: row.status === 'submitted' ? 'checking' : row.status,
          first_check_at: row.first_check_at ?? event.at,
          last_check_at: event.at,
          check_count: row.check_count + 1,
          checks: [...row.checks, check],
        };
      }),
    IndexingSucceeded: (rows, event) =>
      change(rows, event, () => ({
        status: 'indexed',
        is_indexed: true,
        indexed_at: event.at,
        indexed_on_day: event.data.day,
        ...NOTHING_NEXT,
      })),
    IndexingGaveUp: (rows, event) =>
      change(rows, event, () => ({
        status: 'failed',
        needs_review: true,
        failure: event.data.reason,
        failed_at: event.at,
        ...NOTHING_NEXT,
      })),
    IndexingStopped: (rows, event) =>
      change(rows, event, () => ({ status: 'cancelled', failure: event.data.reason, ...NOTHING_NEXT })),
    IndexingReviewed: (rows, event) =>
      change(rows, event, () => ({
        needs_review: false,
        review: { outcome: event.data.outcome, note: event.data.note, at: event.at },
      })),
    // A ping is told in the timeline; the request stands where it stood.
    IndexNowPinged: ignored,
    IndexingServiceFlagged: (rows, { data, at }) =>
      rows.put(INDEXING_SERVICES_TABLE, { service: data.service, problem: data.problem, error: data.error, since: at }),
    IndexingServiceCleared: (rows, { data }) =>
      rows.put(INDEXING_SERVICES_TABLE, { service: data.service, problem: null, error: null, since: null }),
  },
});

const NOTHING_NEXT = { next_step: null, next_due_at: null };

type Own = Projected<Extract<Event, { data: { request_id: unknown } }>>;

function change(
  rows: UnitOfWork,
  event: Own,
  to: (row: RowOf<typeof INDEXING_REQUESTS>) => Partial<RowOf<typeof INDEXING_REQUESTS>>,
): Promise<void> {
  return rows.change(INDEXING_REQUESTS, { id: event.data.request_id }, (row) => ({
    ...row,
    ...to(row),
    // Streams of their own count their own revisions: what counts here is that something changed.
    revision: row.revision + 1,
    updated_at: event.at,
  }));
}

/** What jobs ask of the requests. */
export function indexingVisits(tables: ReadTables) {
  const { find } = typed(tables);
  return {
    /** Requests whose next check is overdue since then. */
    missed: async (since: Instant, limit: number) =>
      (
        await find(
          INDEXING_REQUESTS,
          { next_due_at: { lte: since }, status: { in: ['submitted', 'checking', 'resubmitted'] } },
          { orderBy: ['next_due_at', 'id'], limit },
        )
      ).map((row) => ({ request_id: row.id, backlink_id: row.backlink_id })),
  };
}
