import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { anyJson, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { WorkRequestCommands } from '#commands/platform/work-request';
import { WORK_REQUEST_KINDS } from '#domain/platform/work-request';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { WORK_REQUESTS, type WorkRequestRow } from '#projections/platform/work-request';
import type { JsonObject } from '#runtime/event-store';
import { EFFECTS } from '#runtime/machinery-tables';

const ABOUT = [
  'error',
  'subscription_id',
  'account_id',
  'site_id',
  'sector_id',
  'created_by',
  'created_at',
  'updated_at',
] as const;
/** What an answer says of the row. */
const TOLD = ['id', 'kind', 'payload', 'status', 'result', ...ABOUT] as const;
const schema = z
  .object({
    ...columnSchemas(WORK_REQUESTS, 'id', 'kind'),
    payload: z.object({}).loose(),
    ...columnSchemas(WORK_REQUESTS, 'status'),
    ...columnSchemas(EFFECTS, 'attempts'),
    result: z.object({}).loose().nullable(),
    ...columnSchemas(WORK_REQUESTS, ...ABOUT),
  })
  .meta({ id: 'WorkRequest' });

const BASE = '/api/v1/platform/work-requests/';

/** What the platform is asked to do: fetched from here where no webhook is set, and reported on. */
export function workRequestApi({
  commands,
  reader,
  sends,
}: {
  readonly commands: WorkRequestCommands;
  readonly reader: OperationsReader;
  /** Whether requests are sent to the platform. */
  readonly sends: boolean;
}): FeatureRoutes {
  /** Where none are sent, they are fetched: no attempt was made. */
  const answers = async (scope: TenantScope, rows: readonly WorkRequestRow[]) => {
    const made = sends
      ? await reader.attempts(
          scope,
          rows.map(({ key }) => key),
        )
      : new Map<string, number>();
    return rows.map((row) => ({ ...pick(row, TOLD), attempts: made.get(row.key) ?? 0 }));
  };
  const resource = async ({ id, scope }: { id: number; scope: TenantScope }) => {
    const row = await reader.workRequest(scope, id);
    if (!row) throw notFound('work request');
    return row;
  };
  const shown = (id: number) => async (scope: TenantScope) =>
    (await answers(scope, [there(await reader.workRequest(scope, id))]))[0];
  return {
    name: 'work-request',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listWorkRequests',
        tag: 'Platform',
        summary: 'What the platform was asked to do',
        roles: ANYONE_OF.platform,
        query: pageQuery(
          {
            status: z.enum(['waiting', 'sent', 'done', 'failed']).optional(),
            kind: z.enum(WORK_REQUEST_KINDS).optional(),
          },
          ['id', 'created_at', 'updated_at'],
        ),
        answers: [{ status: 200, description: 'a page of work requests', schema: listSchema(schema) }],
        handle: async (call) => {
          const { count, rows } = await reader.workRequests(call.scope, call.query, call.query);
          return {
            status: 200,
            body: page(call, call.query, count, await answers(call.scope, rows)),
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getWorkRequest',
        tag: 'Platform',
        summary: 'One work request',
        roles: ANYONE_OF.platform,
        answers: [{ status: 200, description: 'the work request', schema }],
        resource,
        handle: async ({ resource: row, scope }) => ({
          status: 200,
          body: (await answers(scope, [row]))[0],
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/done/`,
        operationId: 'finishWorkRequest',
        tag: 'Platform',
        summary: 'Report that the work is done',
        roles: ANYONE_OF.platform,
        body: z.strictObject({ result: anyJson.optional() }),
        bodyExample: { result: { articles: 8 } },
        answers: [{ status: 200, description: 'the work request as it is now', schema }],
        resource,
        handle: async (call) => {
          const cause = { ...call.cause, accountId: call.resource.account_id, siteId: call.resource.site_id };
          const done = accepted(
            await commands.markDone(call.id, (call.body.result ?? null) as JsonObject | null, cause, {
              expected: call.ifMatch,
            }),
          );
          return { status: 200, body: shown(call.id), revision: done.revision, position: done.position };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/failed/`,
        operationId: 'failWorkRequest',
        tag: 'Platform',
        summary: 'Report that the work cannot be done',
        roles: ANYONE_OF.platform,
        body: z.strictObject({ error: text(2000).optional() }),
        bodyExample: { error: 'the site does not answer' },
        answers: [{ status: 200, description: 'the work request as it is now', schema }],
        resource,
        handle: async (call) => {
          const cause = { ...call.cause, accountId: call.resource.account_id, siteId: call.resource.site_id };
          const done = accepted(
            await commands.markFailed(call.id, call.body.error ?? 'no reason given', cause, { expected: call.ifMatch }),
          );
          return { status: 200, body: shown(call.id), revision: done.revision, position: done.position };
        },
      }),
    ],
  };
}
