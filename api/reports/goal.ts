import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { dayInput, dayText, idSchema } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { GoalCommands, GoalResult, ValueOf } from '#commands/reports/goal';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { type Day, minDay } from '#domain/kernel/time';
import { GOAL_METRICS } from '#domain/reports/goal';
import { expectedOn, paceOf } from '#domain/reports/goal-pace';
import type { AimsReader } from '#projections/reports/aims-reader';
import { GOALS, type GoalRow } from '#projections/reports/goal';

const BASE = '/api/v1/services/goals/';
const TAG = 'Goals';
const SHOWN = ['id', 'account_id', 'site_id', 'metric', 'by', 'status', 'met_on'] as const;
const STAMPS = ['created_at', 'updated_at'] as const;
const PACES = ['ahead', 'on_track', 'behind', 'missed', 'met'] as const;

/** Counts are whole numbers, positions have decimals; neither is more than any site has. */
const number = z.number().min(0).max(1_000_000_000);
const goalSchema = z
  .object({
    ...columnSchemas(GOALS, ...SHOWN),
    baseline: z.number(),
    target: z.number(),
    pace: z.enum(PACES).nullable().meta({ description: 'null for a goal that was removed' }),
    value: z.number().nullable().meta({ description: 'as far as it is known' }),
    expected: z.number().nullable().meta({ description: 'where the straight line from the baseline is now' }),
    data_to: dayText.nullable(),
    ...columnSchemas(GOALS, ...STAMPS),
  })
  .meta({ id: 'Goal' });

export type GoalApi = {
  readonly commands: GoalCommands;
  readonly reader: AimsReader;
  readonly measure: ValueOf;
  readonly site: (scope: TenantScope, id: number) => Promise<{ readonly account_id: number } | undefined>;
  readonly today: () => Day;
};

/** What a client wants a number to be by a day, with how far it is (spec 11.1, ruling 13.2.5). */
export function goalApi({ commands, reader, measure, site, today }: GoalApi): FeatureRoutes {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  async function answer(row: GoalRow) {
    const { state, status } = row;
    const on = today();
    const over = status === 'met' || status === 'missed';
    const known = over
      ? { value: row.final_value === null ? null : Number(row.final_value), dataTo: row.met_on ?? row.by }
      : await measure(state, minDay(on, row.by));
    return {
      ...pick(row, SHOWN),
      baseline: state.baseline,
      target: state.target,
      pace: status === 'removed' ? null : paceOf(state, known.value, on),
      value: known.value === null ? null : rounded(known.value),
      expected: status === 'removed' ? null : rounded(expectedOn(state, on)),
      data_to: known.dataTo,
      ...pick(row, STAMPS),
    };
  }
  const decided = (id: number, result: GoalResult, status: 200 | 201): Reply => {
    const { revision, position } = accepted(result);
    const body = async (scope: TenantScope) => answer(there(await reader.goal(scope, id)));
    return { status, body, revision, position, ...(status === 201 ? { location: `${BASE}${id}/` } : {}) };
  };
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.goal(scope, id);
    if (!row || row.status === 'removed') throw notFound('goal');
    return row;
  };
  const writers = ['admin', 'account_manager', 'agency'] as const;

  return {
    name: 'goal',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listGoals',
        needs: 'reports',
        tag: TAG,
        summary: 'Goals of sites, with their pace',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            site_id: idParam.optional(),
            metric: z.enum(GOAL_METRICS).optional().meta({ description: 'what is counted' }),
            status: z.enum(['open', 'met', 'missed', 'removed']).optional(),
          },
          ['id', 'by', 'created_at', 'status'],
        ),
        answers: [{ status: 200, description: 'a page of goals', schema: listSchema(goalSchema) }],
        handle: async (call) => {
          const { page: _, page_size: __, ordering: ___, ...filter } = call.query;
          const { count, rows } = await reader.goals(call.scope, filter, call.query);
          const results = await Promise.all(rows.map(answer));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'setGoal',
        needs: 'reports',
        tag: TAG,
        summary: 'Set a goal: what a number is to be by a day',
        description:
          'The baseline is what the number is now, where none is given; articles are counted from now on. A target below the baseline (for positions: above it) is 422.',
        roles: writers,
        body: z.strictObject({
          site_id: idSchema,
          metric: z.enum(GOAL_METRICS),
          target: number,
          by: dayInput,
          baseline: number.optional(),
        }),
        bodyExample: { site_id: 11, metric: 'clicks', target: 2000, by: '2027-03-31', baseline: 1200 },
        answers: [{ status: 201, description: 'the goal', schema: goalSchema }],
        handle: async ({ body, scope, cause }) => {
          const found = await site(scope, body.site_id);
          if (!found) throw notFound('site');
          const { metric, target, by, baseline = null } = body;
          const accountId = found.account_id as AccountId;
          const wanted = { accountId, siteId: body.site_id as SiteId, metric, target, by, baseline };
          const result = await commands.set(wanted, cause);
          return decided(result.id ?? 0, result, 201);
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getGoal',
        needs: 'reports',
        tag: TAG,
        summary: 'One goal',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the goal', schema: goalSchema }],
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: await answer(row), revision: row.revision }),
      }),
      defineRoute({
        method: 'patch',
        path: `${BASE}{id}/`,
        operationId: 'changeGoal',
        needs: 'reports',
        tag: TAG,
        summary: 'Change the target or the day of a goal that is open',
        roles: writers,
        body: z.strictObject({ target: number.optional(), by: dayInput.optional() }),
        bodyExample: { target: 2200 },
        answers: [{ status: 200, description: 'the goal as it is now', schema: goalSchema }],
        resource,
        handle: async ({ id, body, cause, ifMatch, resource: row }) => {
          const own = { ...cause, accountId: row.account_id, siteId: row.site_id };
          return decided(id, await commands.change(id, body, own, { expected: ifMatch }), 200);
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeGoal',
        needs: 'reports',
        tag: TAG,
        summary: 'Remove a goal: reports made from now on do not show it',
        roles: writers,
        answers: [{ status: 204, description: 'removed' }],
        resource,
        handle: async ({ id, cause, ifMatch, resource: row }) => {
          const own = { ...cause, accountId: row.account_id, siteId: row.site_id };
          const { position } = accepted(await commands.remove(id, own, { expected: ifMatch }));
          return { status: 204, position };
        },
      }),
    ],
  };
}
