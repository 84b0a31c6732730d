import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, planIdSchema } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { PLANS, planId } from '#domain/plans/plan';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { OVERDUE_KINDS } from '#projections/platform/overdue';
import { ACCOUNTS } from '#projections/platform/platform-directory';

/** What an answer says of an account. */
const NAMED = ['id', 'name', 'email', 'plan'] as const;
const KNOWN = ['kind', 'parent_account_id', 'created_at', 'updated_at'] as const;

const overdueSchema = z.object({
  count: z.int(),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  results: z.array(
    z
      .object({
        kind: z.string(),
        id: idSchema,
        account_id: idSchema.nullable(),
        site_id: idSchema.nullable(),
        since: z.string(),
        detail: z.string(),
        href: z.string(),
      })
      .meta({ id: 'OverdueItem' }),
  ),
  counts: z.record(z.string(), z.int()),
});

/** What the delivery team looks at first: what waits for a person, and whose accounts there are. */
export function overdueApi({ reader }: { readonly reader: OperationsReader }): FeatureRoutes {
  return {
    name: 'overdue',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/services/dashboard/overdue/',
        operationId: 'listOverdue',
        tag: 'Dashboards',
        summary: 'What waits for a person',
        roles: ANYONE_OF.staff,
        query: pageQuery({ kind: z.enum(OVERDUE_KINDS).optional() }, ['since']),
        answers: [{ status: 200, description: 'oldest first', schema: overdueSchema }],
        handle: async (call) => {
          const all = await reader.overdue(call.scope);
          const counts = Object.fromEntries(
            OVERDUE_KINDS.map((kind) => [kind, all.filter((entry) => entry.kind === kind).length]),
          );
          const wanted = call.query.kind === undefined ? all : all.filter((entry) => entry.kind === call.query.kind);
          const ordered = call.query.ordering === '-since' ? [...wanted].reverse() : wanted;
          const start = (call.query.page - 1) * call.query.page_size;
          return {
            status: 200,
            body: {
              ...page(call, call.query, wanted.length, ordered.slice(start, start + call.query.page_size)),
              counts,
            },
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/services/accounts/',
        operationId: 'listAccounts',
        tag: 'Managed services',
        summary: 'Accounts in the caller’s scope; for an agency its own and its clients’',
        roles: ANYONE_OF.readers,
        query: pageQuery({ parent_account_id: idParam.optional(), plan: z.enum(PLANS).optional() }, [
          'id',
          'name',
          'created_at',
        ]),
        answers: [
          {
            status: 200,
            description: 'a page of accounts',
            schema: listSchema(
              z
                .object({
                  ...columnSchemas(ACCOUNTS, ...NAMED),
                  plan_id: planIdSchema,
                  ...columnSchemas(ACCOUNTS, ...KNOWN),
                })
                .meta({ id: 'Account' }),
            ),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.accounts(call.scope, call.query, call.query);
          const results = rows.map((row) => ({ ...pick(row, [...NAMED, ...KNOWN]), plan_id: planId(row.plan) }));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
    ],
  };
}
