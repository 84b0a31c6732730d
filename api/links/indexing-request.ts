import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { booleanParam, idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { isClient } from '#api/platform/timeline';
import type { BacklinkCommands, Submitted } from '#commands/links/backlink';
import type { IndexingRequestId } from '#domain/kernel/ids';
import { formatCost } from '#domain/links/indexing-request';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import { INDEXING_REQUESTS, INDEXING_STATUSES, type IndexingRow } from '#projections/links/indexing-request-tables';

const BASE = '/api/v1/linker/indexing/';
const TAG = 'Indexing';
const cost = z
  .string()
  .regex(/^\d+\.\d{4}$/)
  .meta({ description: 'US dollars with four decimals; not for clients', example: '0.0075' });

const WHOSE = ['id', 'account_id', 'site_id', 'sector_id', 'order_id', 'backlink_id', 'url'] as const;
const WHEN = ['submitted_at', 'first_check_at', 'last_check_at', 'check_count'] as const;
const FOUND = ['is_indexed', 'indexed_at', 'indexed_on_day', 'status'] as const;
const ENDED = ['needs_review', 'failure'] as const;
const LAST = ['entitled_by', 'created_by', 'created_at', 'updated_at'] as const;
/** What is told of a request as its row has it; to clients neither the services nor what they cost. */
const OPEN = [...WHOSE, ...WHEN, ...FOUND, ...ENDED, 'review', 'attempts', 'checks', ...LAST] as const;
const INSIDE = [...OPEN, 'indexing_service', 'service_request_id', 'cost', 'charges'] as const;

const requestSchema = z
  .object({
    ...columnSchemas(INDEXING_REQUESTS, ...WHOSE),
    indexing_service: z.string().nullish(),
    service_request_id: z.string().nullish(),
    ...columnSchemas(INDEXING_REQUESTS, ...WHEN, ...FOUND),
    cost: cost.optional(),
    ...columnSchemas(INDEXING_REQUESTS, ...ENDED),
    review: z.object({ outcome: z.string(), note: z.string().nullable(), at: instantText }).nullable(),
    attempts: z.array(
      z.object({
        step: z.enum(['submit', 'resubmit']),
        service: z.string().optional(),
        at: instantText,
        outcome: z.enum(['accepted', 'refused', 'temporary', 'unknown_outcome']),
        reference: z.string().optional(),
        error: z.string().optional(),
        cost: cost.optional(),
      }),
    ),
    checks: z.array(
      z.object({ day: z.int(), at: instantText, indexed: z.boolean().nullable(), evidence: z.object({}).loose() }),
    ),
    charges: z
      .array(z.object({ what: z.literal('index_check'), step: z.string(), service: z.string(), at: instantText, cost }))
      .optional()
      .meta({ description: 'what was paid besides the submissions; not for clients' }),
    next_step: z.object({ name: z.string(), due_at: instantText.nullable() }).nullable(),
    ...columnSchemas(INDEXING_REQUESTS, ...LAST),
  })
  .meta({ id: 'IndexingRequest' });

/** A request as the API answers it; clients see neither the services nor their cost. */
function requestAnswer(row: IndexingRow, forClient: boolean) {
  const next_step = row.next_step === null ? null : { name: row.next_step, due_at: row.next_due_at };
  if (!forClient) return { ...pick(row, INSIDE), next_step };
  const attempts = row.attempts.map(({ step, at, outcome }) => ({ step, at, outcome }));
  const checks = row.checks.map(({ day, at, indexed }) => ({ day, at, indexed, evidence: {} }));
  return { ...pick(row, OPEN), next_step, attempts, checks };
}

const submittedSchema = z
  .object({
    accepted: z.array(z.object({ backlink_id: idSchema, request_id: idSchema })),
    refused: z.array(z.object({ backlink_id: idSchema, code: z.string(), message: z.string() })),
  })
  .meta({ id: 'IndexingSubmission' });
const submittedAnswer = (all: readonly Submitted[]) => ({
  accepted: all.flatMap((each) => ('requestId' in each ? [{ backlink_id: each.id, request_id: each.requestId }] : [])),
  refused: all.flatMap((each) =>
    'refusal' in each ? [{ backlink_id: each.id, code: each.refusal.code, message: each.refusal.reason }] : [],
  ),
});
const lastPosition = (all: readonly Submitted[]): { position?: number } => {
  const position = Math.max(0, ...all.map((each) => ('position' in each ? each.position : 0)));
  return position === 0 ? {} : { position };
};

const statsSchema = z
  .object({
    site_id: idSchema.nullable(),
    total: z.int(),
    by_status: z.record(z.string(), z.int()),
    pending: z.int(),
    success_rate: z.number().nullable().meta({ description: 'indexed ÷ (indexed + failed)' }),
    median_days_to_index: z.number().nullable(),
    cost_total: cost.optional(),
    by_service: z
      .array(z.object({ service: z.string(), submitted: z.int(), indexed: z.int(), failed: z.int(), cost }))
      .optional(),
    problems: z
      .array(z.object({ service: z.string(), problem: z.string(), since: instantText }))
      .optional()
      .meta({ description: 'services that need somebody to act, such as one whose balance is used up' }),
  })
  .meta({ id: 'IndexingStats' });

export type IndexingRequestApi = { readonly commands: BacklinkCommands; readonly reader: BacklinkReader };

export function indexingRequestApi({ commands, reader }: IndexingRequestApi): FeatureRoutes {
  const resource = async ({ id, scope }: { id: number; scope: TenantScope }): Promise<IndexingRow> => {
    const row = await reader.request(scope, id);
    if (!row) throw notFound('indexing request');
    return row;
  };
  return {
    name: 'indexing-request',
    routes: [
      defineRoute({
        method: 'post',
        path: `${BASE}submit/`,
        operationId: 'submitForIndexing',
        needs: 'orders',
        tag: TAG,
        summary: 'Have the pages of these links indexed; each is accepted or refused, with why',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ backlink_ids: z.array(idSchema).min(1).max(1000) }),
        bodyExample: { backlink_ids: [1, 2] },
        answers: [{ status: 200, description: 'what became of each', schema: submittedSchema }],
        handle: async ({ body, scope, cause, upToDate }) => {
          const ids = [...new Set(body.backlink_ids)];
          await upToDate();
          const mine = await reader.mine(scope, ids);
          const done = await commands.requestMany(
            ids.filter((id) => mine.has(id)),
            cause,
          );
          const others = ids
            .filter((id) => !mine.has(id))
            .map((id) => ({ id, refusal: { code: 'not_found', reason: 'there is no such backlink' } }));
          return { status: 200, body: submittedAnswer([...done, ...others]), ...lastPosition(done) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}bulk-submit/`,
        operationId: 'bulkSubmitForIndexing',
        needs: 'orders',
        tag: TAG,
        summary: 'Submit every live link of a site that is neither in the index nor requested yet',
        description: 'Answers once every request is opened. How far the submissions are is told by `stats/?site_id=`.',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ site_id: idSchema }),
        bodyExample: { site_id: 11 },
        answers: [{ status: 200, description: 'what became of each', schema: submittedSchema }],
        handle: async ({ body, scope, cause, upToDate }) => {
          await upToDate();
          if (!(await reader.site(scope, body.site_id))) throw notFound('site');
          const done = await commands.requestMany(await reader.toBeIndexed(scope, body.site_id), cause);
          return { status: 200, body: submittedAnswer(done), ...lastPosition(done) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}requests/`,
        operationId: 'listIndexingRequests',
        needs: 'orders',
        tag: TAG,
        summary: 'List indexing requests',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            site_id: idParam.optional(),
            backlink_id: idParam.optional(),
            status: z.enum(INDEXING_STATUSES).optional(),
            needs_review: booleanParam.optional(),
          },
          ['id', 'created_at', 'updated_at', 'submitted_at', 'next_due_at'],
        ),
        answers: [{ status: 200, description: 'a page of requests', schema: listSchema(requestSchema) }],
        handle: async (call) => {
          const { site_id, backlink_id, status, needs_review } = call.query;
          const filter = { site_id, backlink_id, status, needs_review };
          const { count, rows } = await reader.requests(call.scope, filter, call.query);
          const results = rows.map((row) => requestAnswer(row, isClient(call.principal)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}requests/{id}/`,
        operationId: 'getIndexingRequest',
        needs: 'orders',
        tag: TAG,
        summary: 'One indexing request with its attempts and checks',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the request', schema: requestSchema }],
        resource,
        handle: async ({ resource: row, principal }) => ({
          status: 200,
          body: requestAnswer(row, isClient(principal)),
        }),
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}requests/{id}/review/`,
        operationId: 'reviewIndexingRequest',
        tag: TAG,
        summary: 'Review a failed request: accept the failure, or try again with a new request',
        roles: ANYONE_OF.staff,
        body: z.strictObject({ outcome: z.enum(['accept_failure', 'retry']), note: text(2000).optional() }),
        bodyExample: { outcome: 'accept_failure', note: 'the page is marked noindex by its owner' },
        answers: [{ status: 200, description: 'the request as it is now', schema: requestSchema }],
        resource,
        handle: async (call) => {
          const { resource: row, body } = call;
          const cause = { ...call.cause, accountId: row.account_id, siteId: row.site_id };
          const input = { requestId: row.id as IndexingRequestId, outcome: body.outcome, note: body.note ?? null };
          const done = accepted(await commands.review(row.backlink_id, input, cause));
          return {
            status: 200,
            body: async (scope: TenantScope) => requestAnswer(there(await reader.request(scope, row.id)), false),
            position: done.position,
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}stats/`,
        operationId: 'getIndexingStats',
        needs: 'orders',
        tag: TAG,
        summary: 'How indexing goes: requests by status, success, time and cost',
        roles: ANYONE_OF.readers,
        query: z.strictObject({ site_id: idParam.optional() }),
        answers: [{ status: 200, description: 'the figures', schema: statsSchema }],
        handle: async ({ scope, query, principal }) => {
          const { by_status: counted, median_days, by_service, problems } = await reader.stats(scope, query.site_id);
          const by_status = Object.fromEntries(INDEXING_STATUSES.map((status) => [status, counted[status] ?? 0]));
          const of = (...names: readonly (typeof INDEXING_STATUSES)[number][]) =>
            names.reduce((sum, name) => sum + (by_status[name] ?? 0), 0);
          const ended = of('indexed', 'failed');
          const inside = {
            cost_total: formatCost(by_service.reduce((sum, { cost_units }) => sum + cost_units, 0)),
            by_service: by_service.map(({ cost_units, ...rest }) => ({ ...rest, cost: formatCost(cost_units) })),
            problems,
          };
          return {
            status: 200,
            body: {
              site_id: query.site_id ?? null,
              total: of(...INDEXING_STATUSES),
              by_status,
              pending: of('queued', 'submitted', 'checking', 'resubmitted'),
              success_rate: ended === 0 ? null : Math.round((of('indexed') / ended) * 10_000) / 10_000,
              median_days_to_index: median_days === null ? null : Math.round(median_days * 100) / 100,
              ...(isClient(principal) ? {} : inside),
            },
          };
        },
      }),
    ],
  };
}
