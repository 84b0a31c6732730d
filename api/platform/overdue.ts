import { z } from 'zod';
import { page, pageQuery } from '#api/http/pagination';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema } from '#api/http/schemas';
import type { OperationsReader } from '#projections/platform/operations-reader';

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
        waiting_for: z.enum(['client', 'us']).meta({ description: 'whose turn it is' }),
      })
      .meta({ id: 'OverdueItem' }),
  ),
  counts: z.record(z.string(), z.int()),
});

/** `kinds`: of what waits for a person, room by room. */
type OverdueApi = { readonly reader: OperationsReader; readonly kinds: readonly string[] };

/** What the delivery team looks at first: what waits for a person. */
export function overdueApi({ reader, kinds }: OverdueApi): FeatureRoutes {
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
        query: pageQuery({ kind: z.enum(kinds).optional() }, ['since']),
        answers: [{ status: 200, description: 'oldest first', schema: overdueSchema }],
        handle: async (call) => {
          const all = await reader.overdue(call.scope);
          const counts = Object.fromEntries(
            kinds.map((kind) => [kind, all.filter((entry) => entry.kind === kind).length]),
          );
          const wanted = call.query.kind === undefined ? all : all.filter((entry) => entry.kind === call.query.kind);
          const ordered = call.query.ordering === '-since' ? [...wanted].reverse() : wanted;
          const told = ordered.map((entry) => ({ ...entry, waiting_for: entry.waiting_for ?? 'us' }));
          const start = (call.query.page - 1) * call.query.page_size;
          return {
            status: 200,
            body: {
              ...page(call, call.query, wanted.length, told.slice(start, start + call.query.page_size)),
              counts,
            },
          };
        },
      }),
    ],
  };
}
