import { z } from 'zod';
import { csvReply } from '#api/http/csv';
import { positionListSchema, positionQuery } from '#api/http/pagination';
import type { Principal } from '#api/http/principal';
import { notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { dayInput, dayOrInstant, dayText, idSchema, planIdSchema } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import {
  type FeatureGateCommands,
  type GateQuestion,
  type GateRefusal,
  isGateRefusal,
} from '#commands/plans/feature-gate';
import { startOfDay, type Zone } from '#domain/kernel/calendar';
import { type Day, type Instant, LAST_DAY, LAST_INSTANT, plusDays, plusMonthsAnchored } from '#domain/kernel/time';
import type { EntitlementBook } from '#domain/plans/entitlement-book';
import { FEATURES, isFeature, levelFromText } from '#domain/plans/feature';
import type { GateAnswer } from '#domain/plans/feature-gate';
import { planId } from '#domain/plans/plan';
import { FEATURE_USAGE, FEATURE_WEEKS } from '#projections/plans/feature-usage';
import type { ReadScope, Stretch } from '#runtime/table-reads';

const BASE = '/api/v1/billing/features/';
const TAG = 'Features';
/** What the log says was called. */
const BY_ADDRESS = `GET ${BASE}check/{feature}/`;
const IN_BATCHES = `POST ${BASE}check/`;
const levelSchema = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]);
const sourceSchema = z.enum(['plan', 'override', 'grandfathered', 'add_on']);
export const featuresSchema = z
  .object({
    account_id: idSchema,
    plan: z.string(),
    plan_id: planIdSchema,
    plan_version: z.int(),
    grandfathered: z.boolean(),
    features: z.record(z.string(), z.object({ level: levelSchema, source: sourceSchema })),
  })
  .meta({ id: 'Features' });
const answerSchema = z
  .object({
    feature: z.string(),
    required_level: levelSchema,
    current_level: levelSchema,
    allowed: z.boolean(),
    source: sourceSchema,
    plan: z.string(),
    plan_id: planIdSchema,
    upgrade_to: z.string().nullable(),
  })
  .meta({ id: 'GateCheck' });
/** What is told of a check that was made. */
const WHAT = ['position', 'account_id', 'feature', 'required_level', 'current_level', 'was_allowed'] as const;
const WHERE = ['endpoint', 'timestamp'] as const;
const usageSchema = z.object(columnSchemas(FEATURE_USAGE, ...WHAT, ...WHERE)).meta({ id: 'FeatureUsage' });
const weekSchema = z
  .object({
    ...columnSchemas(FEATURE_WEEKS, 'week', 'plan', 'feature', 'level', 'checks', 'refusals'),
    accounts_refused: z.int(),
    plan_needed: z.string().nullable(),
  })
  .meta({ id: 'FeatureUsageWeek' });

type Week = z.output<typeof weekSchema>;
type Use = z.output<typeof usageSchema>;
type Stretched = {
  readonly account_id?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
/** What is asked of the log of feature checks. */
export type FeatureUsageReader = {
  usage(scope: ReadScope, filter: Stretched, stretch: Stretch): Promise<readonly Use[]>;
  usageReport(scope: ReadScope, from: string, to: string): Promise<readonly Week[]>;
};
export type FeatureGateApi = {
  readonly gates: FeatureGateCommands;
  readonly reader: FeatureUsageReader;
  readonly zone: Zone;
  readonly now: () => Instant;
  readonly today: () => Day;
};

/** Everything that an account may do, by feature. */
export function featuresOf(book: EntitlementBook, account: number, now: Instant) {
  const held = book.planOf(account, now);
  const features = FEATURES.map((feature) => {
    const { level, source } = book.entitled(account, feature, now);
    return [feature, { level, source }] as const;
  });
  return {
    account_id: account,
    plan: held.plan,
    plan_id: planId(held.plan),
    plan_version: held.version,
    grandfathered: book.account(account)?.grandfatheredAt != null || held.version < book.version(held.plan),
    features: Object.fromEntries(features),
  };
}

/** With the plan's id beside its key. */
const withPlan = <T extends { readonly plan: string }>(answer: T) => ({ ...answer, plan_id: planId(answer.plan) });

/** Whom a question is about: admins and the platform name the account, all others are asked about their own. */
export function askedAccount({ role, accountId }: Principal, given: number | undefined, pointer: string): number {
  const staff = role === 'admin' || role === 'platform';
  if (staff) {
    if (given !== undefined) return given;
    throw new Problem('invalid_values', 'name the account', { errors: [{ pointer, message: 'is required' }] });
  }
  if (accountId === null) throw notFound('account');
  // What belongs to others is not there for them (ruling 1.24).
  if (given !== undefined && given !== accountId) throw notFound('account');
  return accountId;
}

/** Feature checks, each of which is in the log before it is answered (spec 4.2). */
export function featureGateApi({ gates, reader, zone, now, today }: FeatureGateApi): FeatureRoutes {
  const strange = (refusals: readonly (GateRefusal & { readonly at: string })[]): Problem =>
    new Problem('invalid_values', refusals[0]?.message ?? 'unknown feature', {
      errors: refusals.map(({ at, pointer, message }) => ({ pointer: `${at}/${pointer}`, message })),
    });
  async function ask(
    account: number,
    questions: readonly GateQuestion[],
    endpoint: string,
    call: Parameters<typeof gates.check>[3],
    at: (n: number) => string,
  ) {
    const checked = await gates.check(account, questions, endpoint, call);
    if (!checked) throw notFound('account');
    const refusals = checked.answers.flatMap((answer, n) => (isGateRefusal(answer) ? [{ ...answer, at: at(n) }] : []));
    if (refusals.length > 0) throw strange(refusals);
    return { answers: checked.answers as readonly GateAnswer[], position: checked.position };
  }
  const isDay = (given: Day | Instant): given is Day => given.length === 'YYYY-MM-DD'.length;
  const beginningOf = (given: Day | Instant): Instant => (isDay(given) ? startOfDay(given, zone) : given);
  const endOf = (given: Day | Instant): Instant => {
    if (!isDay(given)) return given;
    return given === LAST_DAY ? LAST_INSTANT : startOfDay(plusDays(given, 1), zone);
  };
  /** Durable already; the read models need not have got there for the answer to be right. */
  const told = (body: unknown, position: number): Reply => ({
    status: 200,
    body,
    headers: { 'X-Event-Position': String(position) },
  });

  return {
    name: 'feature-gate',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listFeatures',
        needs: null,
        tag: TAG,
        summary: 'What an account may do, feature by feature, and why',
        roles: ANYONE_OF.all,
        query: z.strictObject({ account_id: idParam.optional() }),
        answers: [{ status: 200, description: 'the features', schema: featuresSchema }],
        handle: async ({ principal, query }) => {
          const account = askedAccount(principal, query.account_id, '/query/account_id');
          const book = await gates.book();
          if (!book.account(account)) throw notFound('account');
          return { status: 200, body: featuresOf(book, account, now()) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}check/{feature}/`,
        operationId: 'checkFeature',
        needs: null,
        tag: TAG,
        summary: 'May the account use this feature at this level? The question is an event before it is answered',
        description:
          'Without `required_level` the lowest level above none is asked for. Levels in a query are written as `post_page`, `5`, `true`.',
        roles: ANYONE_OF.all,
        query: z.strictObject({ required_level: z.string().max(100).optional(), account_id: idParam.optional() }),
        answers: [{ status: 200, description: 'the answer', schema: answerSchema }],
        handle: async ({ principal, params, query, cause }) => {
          const account = askedAccount(principal, query.account_id, '/query/account_id');
          const { feature } = params;
          const text = query.required_level;
          const level = text === undefined ? undefined : ((isFeature(feature) && levelFromText(feature, text)) ?? text);
          const known = isFeature(feature) && text !== undefined ? (levelFromText(feature, text) ?? text) : level;
          const { answers, position } = await ask(
            account,
            [{ feature, level: known }],
            BY_ADDRESS,
            cause,
            () => '/query',
          );
          return told(answers[0] && withPlan(answers[0]), position);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}check/`,
        operationId: 'checkFeatures',
        needs: null,
        tag: TAG,
        summary: 'Up to 100 checks at once',
        roles: ANYONE_OF.all,
        scope: 'read',
        looksUp: false,
        body: z.strictObject({
          account_id: idSchema.optional(),
          checks: z
            .array(z.strictObject({ feature: z.string().min(1).max(100), required_level: levelSchema.optional() }))
            .min(1)
            .max(100),
        }),
        bodyExample: { account_id: 1, checks: [{ feature: 'ahrefs_level', required_level: 'full' }] },
        answers: [
          {
            status: 200,
            description: 'the answers, in their order',
            schema: z.object({ results: z.array(answerSchema) }),
          },
        ],
        handle: async ({ principal, body, cause }) => {
          const account = askedAccount(principal, body.account_id, '/account_id');
          const questions = body.checks.map(({ feature, required_level }) => ({ feature, level: required_level }));
          const { answers, position } = await ask(account, questions, IN_BATCHES, cause, (n) => `/checks/${n}`);
          return told({ results: answers.map(withPlan) }, position);
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}usage/`,
        operationId: 'listFeatureUsage',
        needs: null,
        tag: TAG,
        summary: 'The log of feature checks, by position',
        roles: ANYONE_OF.readers,
        description:
          'A day as `from` or `to` is the whole day in the billing time zone; a timestamp as `to` is left out.',
        query: positionQuery({
          account_id: idParam.optional(),
          from: dayOrInstant.optional(),
          to: dayOrInstant.optional(),
        }),
        answers: [{ status: 200, description: 'a page of checks', schema: positionListSchema(usageSchema) }],
        handle: async ({ scope, query }) => {
          const { after, limit, account_id, from, to } = query;
          const filter = { account_id, from: from && beginningOf(from), to: to && endOf(to) };
          const rows = await reader.usage(scope, filter, { after, limit });
          const next_after = rows.length < limit ? null : (rows.at(-1)?.position ?? null);
          const results = rows.map((row) => pick(row, [...WHAT, ...WHERE]));
          return { status: 200, body: { results, next_after } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}usage/report/`,
        operationId: 'reportFeatureUsage',
        tag: TAG,
        summary:
          'Per week, plan, feature and level: checks, refusals, accounts refused and the plan they would have needed',
        roles: ANYONE_OF.admin,
        query: z.strictObject({
          from: dayInput.optional(),
          to: dayInput.optional(),
          format: z.enum(['json', 'csv']).default('json'),
        }),
        reads: {
          what: 'export',
          of: ({ query, principal }) => (query.format === 'csv' ? { ids: [], account: principal.accountId } : null),
        },
        answers: [
          {
            status: 200,
            description: 'by week',
            schema: z.object({ from: dayText, to: dayText, results: z.array(weekSchema) }),
          },
        ],
        handle: async ({ scope, query }) => {
          const to = query.to ?? today();
          const from = query.from ?? plusMonthsAnchored(to, -12);
          const results = await reader.usageReport(scope, from, to);
          if (query.format === 'csv') return csvReply('feature-usage.csv', Object.keys(weekSchema.shape), results);
          return { status: 200, body: { from, to, results } };
        },
      }),
    ],
  };
}
