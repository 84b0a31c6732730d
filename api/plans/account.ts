import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, planIdSchema } from '#api/http/schemas';
import { PLANS, planId } from '#domain/plans/plan';
import type { OperationsReader } from '#projections/platform/operations-reader';

/** Whose accounts there are, each with its plan. */
export function accountApi({ reader }: { readonly reader: Pick<OperationsReader, 'accounts'> }): FeatureRoutes {
  return {
    name: 'account',
    routes: [
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
                  id: idSchema,
                  name: z.string(),
                  email: z.string(),
                  plan: z.string(),
                  plan_id: planIdSchema,
                  kind: z.string(),
                  parent_account_id: idSchema.nullable(),
                  created_by: idSchema.nullable(),
                  created_at: instantText,
                  updated_at: instantText,
                })
                .meta({ id: 'Account' }),
            ),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.accounts(call.scope, call.query, call.query);
          const results = rows.map(({ account_id: _, ...row }) => ({ ...row, plan_id: planId(row.plan) }));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
    ],
  };
}
