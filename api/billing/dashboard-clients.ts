import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { booleanParam, idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute } from '#api/http/routes';
import { dayText, idSchema, moneyText, planIdSchema } from '#api/http/schemas';
import { PLANS, planId } from '#domain/plans/plan';
import type { ClientRow, DashboardReader } from '#projections/billing/dashboard-reader';

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
          behind_since: dayText.nullable(),
          account_manager_id: idSchema.nullable(),
        })
        .meta({ id: 'DashboardService' }),
    ),
  })
  .meta({ id: 'DashboardClient' });

/** Who is a client, what they have with us, and what they owe. */
export const clientsRoute = (reader: Pick<DashboardReader, 'clients' | 'services'>) =>
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
      const { page: n, page_size: size, ordering, search = '', ...wanted } = call.query;
      const all = await reader.clients(call.scope);
      const text = search.toLowerCase();
      const found = all.filter((row) => row.name.toLowerCase().includes(text) && isWanted(row, wanted));
      const column = ordering.replace('-', '') as 'account_id' | 'name' | 'mrr' | 'open' | 'past_due';
      const value = (row: (typeof all)[number]) => (column === 'name' ? row.name : Number(row[column]));
      const sorted = [...found].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
      if (ordering.startsWith('-')) sorted.reverse();
      const shown = sorted.slice((n - 1) * size, n * size);
      const services = await reader.services(
        call.scope,
        shown.map(({ account_id }) => account_id),
      );
      const results = shown.map((row) => ({
        ...row,
        plan_id: planId(row.plan),
        services: services.flatMap(({ account_id, ...service }) => (account_id === row.account_id ? [service] : [])),
      }));
      return { status: 200, body: page(call, call.query, found.length, results) };
    },
  });

type Wanted = {
  readonly account_id?: number | undefined;
  readonly status?: string | undefined;
  readonly plan?: string | undefined;
  readonly behind?: boolean | undefined;
  readonly past_due?: boolean | undefined;
};
function isWanted(row: ClientRow, { account_id, status, plan, behind, past_due }: Wanted): boolean {
  const fits = <T>(wanted: T | undefined, value: T): boolean => wanted === undefined || wanted === value;
  return (
    fits(account_id, row.account_id) &&
    (status === undefined || (row.statuses[status] ?? 0) > 0) &&
    fits(plan, row.plan) &&
    fits(behind, row.behind) &&
    fits(past_due, Number(row.past_due) > 0)
  );
}
