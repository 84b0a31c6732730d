import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { instant, instantText, moneyText, text } from '#api/http/schemas';
import type { EntitlementCommands } from '#commands/plans/entitlement';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import { formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { PLAN_TERMS, PLANS, type Plan, planAt, planId } from '#domain/plans/plan';
import type { ReadScope } from '#runtime/table-reads';
import { featuresOf, featuresSchema } from './feature-gate.ts';

const BASE = '/api/v1/billing/';
const TAG = 'Plans';
const levelSchema = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]);
/** A whole new version of a plan's features, as it is sent. */
export const planRevision = z.strictObject({
  plan_features: z.record(z.string().max(100), levelSchema),
  apply_to_existing: z.boolean().default(false),
  reason: text().optional(),
});
export const planSchema = z
  .object({
    id: z.int(),
    key: z.enum(PLANS).meta({ description: 'taken in paths as well as the id' }),
    version: z.int(),
    price: moneyText,
    sites: z.int().nullable(),
    users: z.int().nullable(),
    credits: z.int(),
    plan_features: z.record(z.string(), levelSchema),
  })
  .meta({ id: 'Plan' });
const entitlementsSchema = z
  .object({
    ...featuresSchema.shape,
    features: z.record(
      z.string(),
      z.object({ level: levelSchema, source: z.string(), expires_at: instantText.nullable().optional() }),
    ),
    plan_status: z.string(),
    overrides: z.array(
      z.object({
        feature: z.string(),
        level: levelSchema,
        reason: z.string(),
        expires_at: instantText.nullable(),
        since: instantText,
      }),
    ),
  })
  .meta({ id: 'Entitlements' });

export type EntitlementApi = {
  readonly entitlements: EntitlementCommands;
  readonly gates: FeatureGateCommands;
  /** Whether the account is there for the caller. */
  readonly reader: { account(scope: ReadScope, id: number): Promise<object | undefined> };
  readonly now: () => Instant;
};

/** Plans with their features, and what accounts have besides (spec 4.1). */
export function entitlementApi({ entitlements, gates, reader, now }: EntitlementApi): FeatureRoutes {
  const account = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const found = await reader.account(scope, id);
    if (!found) throw notFound('account');
    return found;
  };
  async function shown(id: number) {
    const book = await gates.book();
    const known = book.account(id);
    const { state } = await entitlements.subscription(id);
    const overrides = (known?.overrides ?? []).map((override) => ({ ...override }));
    const whole = featuresOf(book, id, now());
    const features = Object.fromEntries(
      Object.entries(whole.features).map(([feature, has]) => {
        const override = overrides.find((each) => each.feature === feature);
        return [feature, has.source === 'override' ? { ...has, expires_at: override?.expires_at ?? null } : has];
      }),
    );
    return { ...whole, features, plan_status: state.status === 'none' ? 'active' : state.status, overrides };
  }
  const decided = async (
    id: number,
    done: { readonly revision: number; readonly position: number },
  ): Promise<Reply> => ({
    status: 200,
    body: await shown(id),
    revision: done.revision,
    position: done.position,
  });
  const one = [{ status: 200, description: 'what the account has', schema: entitlementsSchema }] as const;

  return {
    name: 'entitlement',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}plans/`,
        operationId: 'listPlans',
        needs: null,
        tag: TAG,
        summary: 'The plans as they are sold today',
        roles: ANYONE_OF.all,
        answers: [{ status: 200, description: 'cheapest first', schema: z.object({ results: z.array(planSchema) }) }],
        handle: async () => {
          const book = await gates.book();
          return { status: 200, body: { results: PLANS.map((plan) => planOf(plan, book)) } };
        },
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}plans/{plan}/features/`,
        operationId: 'revisePlanFeatures',
        tag: TAG,
        summary: 'Write a whole new version of a plan’s features',
        description:
          'Accounts keep the version that they bought, unless `apply_to_existing` moves them all. Features that are left out keep their level.',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: planRevision,
        bodyExample: { plan_features: { ahrefs_level: 'full' }, apply_to_existing: false, reason: 'autumn pricing' },
        answers: [
          {
            status: 200,
            description: 'the new version and whom it affects',
            schema: z.object({
              plan: z.string(),
              plan_id: z.int(),
              version: z.int(),
              affected: z.object({ accounts: z.int(), moved: z.int(), grandfathered: z.int() }),
            }),
          },
        ],
        resource: async ({ params }) => planAt(params.plan),
        handle: async ({ resource: plan, body, cause, ifMatch }) => {
          const { plan_features: features, apply_to_existing: applyToExisting, reason = null } = body;
          const input = { features, applyToExisting, reason };
          const done = accepted(await entitlements.revise(plan, input, cause, { expected: ifMatch }));
          const { version } = done.state;
          return {
            status: 200,
            body: { plan, plan_id: planId(plan), version, affected: done.affected },
            revision: done.revision,
            position: done.position,
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}accounts/{id}/entitlements/`,
        operationId: 'getEntitlements',
        needs: null,
        tag: TAG,
        summary: 'What an account has of every feature, and its overrides',
        roles: ANYONE_OF.readers,
        answers: one,
        resource: account,
        handle: async ({ id }) => ({
          status: 200,
          body: await shown(id),
          revision: (await entitlements.load(id)).revision,
        }),
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}accounts/{id}/entitlements/{feature}/`,
        operationId: 'overrideEntitlement',
        tag: TAG,
        summary: 'Give an account another level of a feature than its plan has',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ level: levelSchema, reason: text(), expires_at: instant.optional() }),
        bodyExample: { level: 'full', reason: 'pilot of the new report', expires_at: '2027-01-01T00:00:00Z' },
        answers: one,
        resource: account,
        handle: async ({ id, params, body, cause, ifMatch }) => {
          const { level, reason, expires_at: expiresAt = null } = body;
          const command = { type: 'Override' as const, feature: params.feature, level, reason, expiresAt };
          return decided(id, accepted(await entitlements.run(id, command, cause, { expected: ifMatch })));
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}accounts/{id}/entitlements/{feature}/`,
        operationId: 'removeEntitlementOverride',
        tag: TAG,
        summary: 'Take an override back: the plan’s level holds again',
        roles: ANYONE_OF.admin,
        answers: [{ status: 204, description: 'taken back' }],
        resource: account,
        handle: async ({ id, params, cause, ifMatch }) => {
          const command = { type: 'RemoveOverride' as const, feature: params.feature };
          const done = accepted(await entitlements.run(id, command, cause, { expected: ifMatch }));
          return { status: 204, position: done.position };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}accounts/{id}/entitlements/move/`,
        operationId: 'moveToCurrentPlanVersion',
        tag: TAG,
        summary: 'Move an account to the present version of its plan',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'asked for the new features' },
        answers: one,
        resource: account,
        handle: async ({ id, body, cause }) =>
          decided(id, accepted(await entitlements.moveToCurrent(id, body.reason, cause))),
      }),
    ],
  };
}

export function planOf(plan: Plan, book: Awaited<ReturnType<FeatureGateCommands['book']>>) {
  const { price, ...limits } = PLAN_TERMS[plan];
  return {
    id: planId(plan),
    key: plan,
    version: book.version(plan),
    price: formatMoney(price),
    ...limits,
    plan_features: book.matrix(plan),
  };
}
