import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { booleanParam, idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute } from '#api/http/routes';
import { dayText, idSchema, moneyText, planIdSchema } from '#api/http/schemas';
import type { Day } from '#domain/kernel/time';
import { PLANS, planId } from '#domain/plans/plan';
import { targetOfMonth } from '#domain/services/service-month';
import type { DashboardReader } from '#projections/billing/dashboard-reader';

const STATUSES = ['pending', 'active', 'paused', 'cancelled'] as const;
const clientSchema = z
  .object({
    account_id: idSchema,
    name: z.string(),
    plan: z.string(),
    plan_id: planIdSchema,
    statuses: z.record(z.string(), z.int()),
    mrr: moneyText,
    open: moneyText,
    past_due: moneyText,
    behind: z.boolean(),
    services: z.array(
      z
        .object({
          id: idSchema,
          site_id: idSchema,
          domain: z.string().nullable(),
          tier: z.enum(['lite', 'pro']),
          status: z.enum(STATUSES),
          articles_published: z.int(),
          articles_per_month: z.int(),
          article_target: z.int().meta({ description: 'of the running service month' }),
          behind_since: dayText.nullable(),
          account_manager_id: idSchema.nullable(),
        })
        .meta({ id: 'DashboardService' }),
    ),
  })
  .meta({ id: 'DashboardClient' });

/** Who is a client, what they have with us, and what they owe. */
export const clientsRoute = (reader: Pick<DashboardReader, 'clients' | 'services'>, today: () => Day) =>
  defineRoute({
    method: 'get',
    path: '/api/v1/services/dashboard/clients/',
    operationId: 'listDashboardClients',
    tag: 'Dashboards',
    summary: 'Clients with the state of their services and what they owe',
    roles: ANYONE_OF.staff,
    query: pageQuery(
      {
        account_id: idParam.optional(),
        search: z.string().max(100).optional(),
        status: z.enum(STATUSES).optional().meta({ description: 'with a managed service of that status' }),
        plan: z.enum(PLANS).optional(),
        behind: booleanParam
          .optional()
          .meta({ description: 'whether a service of theirs is behind on content or links' }),
        past_due: booleanParam.optional().meta({ description: 'whether something of theirs is past due' }),
      },
      ['account_id', 'name', 'mrr', 'open', 'past_due'],
    ),
    answers: [{ status: 200, description: 'a page of clients', schema: listSchema(clientSchema) }],
    handle: async (call) => {
      const { page: _, page_size: __, ordering: ___, ...filter } = call.query;
      const { count, rows: shown } = await reader.clients(call.scope, filter, call.query);
      const services = await reader.services(
        call.scope,
        shown.map(({ account_id }) => account_id),
      );
      const results = shown.map((row) => ({
        ...row,
        plan_id: planId(row.plan),
        services: services.flatMap(({ account_id, state, current_month_start, ...service }) =>
          account_id === row.account_id
            ? [{ ...service, article_target: targetOfMonth({ state, current_month_start }, today()) }]
            : [],
        ),
      }));
      return { status: 200, body: page(call, call.query, count, results) };
    },
  });
