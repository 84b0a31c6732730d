import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import { formatCost, type IndexingRequestEvent } from '#domain/links/indexing-request';
import type { IndexingServiceEvent } from '#domain/links/indexing-service';
import type { JsonObject, JsonValue } from '#runtime/event-store';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const INDEXING_REQUESTS = 'igny8_backlink_indexing_requests';
/** Services that told us that our balance is used up, until a submission is taken again. */
export const INDEXING_SERVICES_TABLE = 'igny8_indexing_services';

type Event = BacklinkEvent | IndexingRequestEvent | IndexingServiceEvent;

/** Indexing requests, from the events of their sagas and of their links. */
export const indexingRequests: Projection = projection<Event>({
  name: INDEXING_REQUESTS,
  version: 2,
  tables: [
    {
      name: INDEXING_REQUESTS,
      columns: {
        id: 'integer',
        account_id: 'integer',
        site_id: 'integer',
        order_id: 'integer',
        backlink_id: 'integer',
        url: 'text',
        indexing_service: 'text?',
        service_request_id: 'text?',
        submitted_at: 'timestamptz?',
        first_check_at: 'timestamptz?',
        last_check_at: 'timestamptz?',
        check_count: 'integer',
        is_indexed: 'boolean',
        indexed_at: 'timestamptz?',
        indexed_on_day: 'integer?',
        status: 'text',
        cost: 'numeric',
        /** The same in 1/10,000 US dollars, for adding up. */
        cost_units: 'integer',
        needs_review: 'boolean',
        failure: 'text?',
        failed_at: 'timestamptz?',
        review: 'json?',
        attempts: 'json',
        checks: 'json',
        /** What was paid besides the submissions. */
        charges: 'json',
        next_step: 'text?',
        next_due_at: 'timestamptz?',
        entitled_by: 'text',
        revision: 'integer',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      indexes: [['account_id'], ['site_id', 'status'], ['backlink_id'], ['needs_review'], ['next_due_at']],
      tenant: true,
    },
    {
      name: INDEXING_SERVICES_TABLE,
      columns: { service: 'text', problem: 'text?', error: 'text?', since: 'timestamptz?' },
      key: ['service'],
    },
  ],
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
        const units = Number(row['cost_units']) + cost;
        const attempt = {
          step,
          service,
          at: attempted_at,
          outcome,
          cost: formatCost(cost),
          ...(reference === null ? {} : { reference }),
          ...(error === null ? {} : { error }),
        };
        return { attempts: [...(row['attempts'] as JsonValue[]), attempt], cost: formatCost(units), cost_units: units };
      }),
    IndexingCostIncurred: (rows, event) =>
      change(rows, event, (row) => {
        const { what, step, service, cost } = event.data;
        const units = Number(row['cost_units']) + cost;
        const charge = { what, step, service, at: event.at, cost: formatCost(cost) };
        return { charges: [...(row['charges'] as JsonValue[]), charge], cost: formatCost(units), cost_units: units };
      }),
    IndexingSubmitted: (rows, event) =>
      change(rows, event, (row) => {
        const { step, service, submitted_at } = event.data;
        const attempts = row['attempts'] as JsonObject[];
        const reference = attempts.at(-1)?.['reference'] ?? null;
        return step === 'submit'
          ? { status: 'submitted', indexing_service: service, service_request_id: reference, submitted_at }
          : { status: 'resubmitted' };
      }),
    IndexingCheckScheduled: (rows, event) =>
      change(rows, event, () => ({ next_step: event.data.step, next_due_at: event.data.due_at })),
    IndexingChecked: (rows, event) =>
      change(rows, event, (row) => {
        const { day, indexed, evidence } = event.data;
        const check = { day, at: event.at, indexed, evidence: evidence as JsonObject };
        return {
          status: row['status'] === 'submitted' ? 'checking' : (row['status'] ?? null),
          first_check_at: row['first_check_at'] ?? event.at,
          last_check_at: event.at,
          check_count: Number(row['check_count']) + 1,
          checks: [...(row['checks'] as JsonValue[]), check],
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
    IndexingServiceFlagged: (rows, { data, at }) =>
      rows.put(INDEXING_SERVICES_TABLE, { service: data.service, problem: data.problem, error: data.error, since: at }),
    IndexingServiceCleared: (rows, { data }) =>
      rows.put(INDEXING_SERVICES_TABLE, { service: data.service, problem: null, error: null, since: null }),
  },
});

const NOTHING_NEXT: Row = { next_step: null, next_due_at: null };

type Own = Projected<Extract<Event, { data: { request_id: unknown } }>>;

function change(rows: UnitOfWork, event: Own, to: (row: Row) => Row): Promise<void> {
  return rows.change(INDEXING_REQUESTS, { id: Number(event.data.request_id) }, (row) => ({
    ...row,
    ...to(row),
    // Streams of their own count their own revisions: what counts here is that something changed.
    revision: Number(row['revision']) + 1,
    updated_at: event.at,
  }));
}

/** What jobs ask of the requests. */
export function indexingVisits(tables: ReadTables) {
  return {
    /** Requests whose next check is overdue since then. */
    missed: async (since: Instant, limit: number) =>
      (
        await tables.find(
          INDEXING_REQUESTS,
          { next_due_at: { lte: since }, status: { in: ['submitted', 'checking', 'resubmitted'] } },
          { orderBy: ['next_due_at', 'id'], limit },
        )
      ).map((row) => ({ request_id: Number(row['id']), backlink_id: Number(row['backlink_id']) })),
    request: (id: number) => tables.get(INDEXING_REQUESTS, { id }),
  };
}
