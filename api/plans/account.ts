import { z } from 'zod';
import { listSchema, MAX_PAGE_SIZE, page, pageQuery } from '#api/http/pagination';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { planIdSchema } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { PLANS, planId } from '#domain/plans/plan';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { ACCOUNTS, SITES } from '#projections/platform/platform-directory';

/** What an answer says of an account. */
const NAMED = ['id', 'name', 'email', 'plan'] as const;
/** What an answer says of a site. */
const OF_SITES = ['id', 'account_id', 'domain', 'name', 'connected', 'created_at', 'updated_at'] as const;
const idsParam = z
  .array(idParam)
  .min(1)
  .max(MAX_PAGE_SIZE)
  .optional()
  .meta({ description: 'any of these; may be given several times' });
const KNOWN = ['kind', 'parent_account_id', 'created_by', 'created_at', 'updated_at'] as const;

/** Whose accounts there are, each with its plan. */
export function accountApi({
  reader,
}: {
  readonly reader: Pick<OperationsReader, 'accounts' | 'sites'>;
}): FeatureRoutes {
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
        query: pageQuery(
          {
            id: idsParam,
            parent_account_id: idParam.optional(),
            plan: z.enum(PLANS).optional(),
            search: z.string().max(100).optional().meta({ description: 'what the name contains' }),
          },
          ['id', 'name', 'created_at'],
        ),
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
      defineRoute({
        method: 'get',
        path: '/api/v1/services/sites/',
        operationId: 'listSites',
        needs: null,
        tag: 'Managed services',
        summary: 'Sites of the accounts in the caller’s scope',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            id: idsParam,
            account_id: idParam.optional(),
            search: z.string().max(253).optional().meta({ description: 'what the domain contains' }),
          },
          ['id', 'domain', 'created_at'],
        ),
        answers: [
          {
            status: 200,
            description: 'a page of sites',
            schema: listSchema(z.object(columnSchemas(SITES, ...OF_SITES)).meta({ id: 'Site' })),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.sites(call.scope, call.query, call.query);
          return {
            status: 200,
            body: page(
              call,
              call.query,
              count,
              rows.map((row) => pick(row, OF_SITES)),
            ),
          };
        },
      }),
    ],
  };
}
