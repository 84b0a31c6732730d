import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { planIdSchema } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { PLANS, planId } from '#domain/plans/plan';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { ACCOUNTS } from '#projections/platform/platform-directory';

/** What an answer says of an account. */
const NAMED = ['id', 'name', 'email', 'plan'] as const;
const KNOWN = ['kind', 'parent_account_id', 'created_by', 'created_at', 'updated_at'] as const;

/** Whose accounts there are, each with its plan. */
export function accountApi({ reader }: { readonly reader: Pick<OperationsReader, 'accounts'> }): FeatureRoutes {
  return {
    name: 'account',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/services/accounts/',
        operationId: 'listAccounts',
        needs: null,
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
