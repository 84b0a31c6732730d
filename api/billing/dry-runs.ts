import { z } from 'zod';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { planRevision } from '#api/plans/entitlement';
import type { PriceBookCommands } from '#commands/links/price-book';
import type { EntitlementCommands } from '#commands/plans/entitlement';
import { type Change, featureChanges, guaranteeChanges, orderChanges } from '#domain/billing/dry-run';
import { type Instant, plusHours } from '#domain/kernel/time';
import { counted } from '#domain/kernel/words';
import type { EntitlementBook } from '#domain/plans/entitlement-book';
import { isFeature, levelFromText, rankOf } from '#domain/plans/feature';
import { allowsTier, PLANS, planAt } from '#domain/plans/plan';
import {
  asExport,
  type DryRunDeps,
  dryRunQuery,
  dryRunReply,
  dryRunSchema,
  type Trial,
  triedCsv,
  triedFor,
  wantsCsv,
} from './dry-run.ts';

export type DryRunsApi = DryRunDeps & {
  readonly priceBook: Pick<PriceBookCommands, 'wouldBe'>;
  readonly entitlements: Pick<EntitlementCommands, 'wouldRevise' | 'wouldMigrate' | 'migrate'>;
  readonly now: () => Instant;
};

/** Uses of a feature count as such for so long. */
const USED_WITHIN_DAYS = 90;
const PAGES =
  'Paged by account; as a table with `?format=csv` or `Accept: text/csv`. Nothing is changed and nothing recorded, save that a table was taken along.';
const tried = [{ status: 200, description: 'who is concerned, and how', schema: dryRunSchema }] as const;

/** Changes of money for many, before they are made: for whom what would be different, and their next invoices (ADR 0072). */
export function dryRunsApi(deps: DryRunsApi): FeatureRoutes {
  const { rows, priceBook, entitlements, now } = deps;

  /** What the account does with what it would lose: checks that needed it, and services that run by it. */
  async function inUse(account: number, changes: readonly Change[]): Promise<readonly Change[]> {
    if (!changes.some(({ loses }) => loses)) return changes;
    const since = plusHours(now(), -24 * USED_WITHIN_DAYS);
    const [uses, services] = await Promise.all([rows.uses(account, since), rows.services(account)]);
    return changes.map((change) => {
      const { key, to, loses } = change;
      if (!loses || !isFeature(key)) return change;
      const left = rankOf(key, levelFromText(key, to)) ?? 0;
      const needed = uses
        .filter(
          ({ feature, required_level }) =>
            feature === key && (rankOf(key, levelFromText(key, required_level)) ?? 0) > left,
        )
        .map(
          ({ required_level, checks, last }) =>
            `${required_level}: ${counted(Number(checks), 'use')}, last on ${String(last).slice(0, 10)}`,
        );
      const running = services.flatMap(({ id, state }) => {
        const runs = state.status !== 'none' && state.status !== 'cancelled';
        const kept = runs && key === 'managed_services' && !allowsTier(to as 'none', state.tier);
        return kept ? [`service ${id} at ${state.tier}, which goes on`] : [];
      });
      return { ...change, in_use: [...needed, ...running] };
    });
  }
  const ofFeatures = (name: string, before: EntitlementBook, after: EntitlementBook): Trial => {
    const found = [...before.accounts()].map(([id]) => [id, featureChanges(before, after, id, now())] as const);
    return { name, changes: new Map(found.filter(([, changes]) => changes.length > 0)), inUse };
  };

  return {
    name: 'dry-runs',
    routes: [
      defineRoute({
        method: 'post',
        path: '/api/v1/services/price-book/dry-run/',
        operationId: 'tryPriceBook',
        tag: 'Price book',
        summary: 'Whom changed figures of the price book would concern, and what they would be billed next',
        description: `What was agreed keeps its price, so that next invoices stay as they are; drafts and monthly orders that the edited book would price otherwise are named with both prices. ${PAGES}`,
        roles: ANYONE_OF.admin,
        scope: 'read',
        patient: true,
        reads: asExport,
        query: dryRunQuery,
        body: z.strictObject({
          changes: z
            .record(z.string().max(100), z.string().max(20_000))
            .refine((changes) => Object.keys(changes).length > 0, 'give at least one change'),
        }),
        bodyExample: { changes: { 'tiers.basic_guest_post.price.low': '160.00' } },
        answers: tried,
        handle: async (call) => {
          await call.upToDate();
          const would = accepted(await priceBook.wouldBe(call.body.changes));
          const changes = new Map<number, Change[]>();
          for (const { account_id, state } of await rows.priced()) {
            const found = [
              ...orderChanges(state, would.before, would.after),
              ...guaranteeChanges(state, would.changed),
            ];
            if (found.length > 0) changes.set(account_id, [...(changes.get(account_id) ?? []), ...found]);
          }
          return dryRunReply(deps, call, { name: 'price-book-dry-run', changes });
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/billing/plans/{plan}/features/dry-run/',
        operationId: 'tryPlanFeatures',
        tag: 'Plans',
        summary:
          'Whom a new version of a plan’s features would concern, what they would lose of it and what of that they use',
        description: `Without \`apply_to_existing\` accounts keep what they bought, and nobody is concerned. The platform bills plans, so that next invoices stay as they are. ${PAGES}`,
        roles: ANYONE_OF.admin,
        scope: 'read',
        patient: true,
        reads: asExport,
        query: dryRunQuery,
        body: planRevision,
        bodyExample: { plan_features: { ahrefs_level: 'none' }, apply_to_existing: true },
        answers: tried,
        resource: async ({ params }) => planAt(params.plan),
        handle: async (call) => {
          await call.upToDate();
          const { plan_features: features, apply_to_existing: applyToExisting, reason = null } = call.body;
          const would = accepted(await entitlements.wouldRevise(call.resource, { features, applyToExisting, reason }));
          return dryRunReply(deps, call, ofFeatures(`plan-${call.resource}-dry-run`, would.before, would.after));
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/billing/plans/migrate/dry-run/',
        operationId: 'tryPlanMigration',
        tag: 'Plans',
        summary: 'What giving the plans their features would make of whom',
        description: `Plans that have theirs already, and accounts that are marked as grandfathered, are left alone. ${PAGES}`,
        roles: ANYONE_OF.admin,
        scope: 'read',
        patient: true,
        reads: asExport,
        query: dryRunQuery,
        body: z.strictObject({}),
        bodyExample: {},
        answers: [
          {
            status: 200,
            description: 'who is concerned, and how',
            schema: dryRunSchema.extend({ plans: z.array(z.enum(PLANS)) }).meta({ id: 'PlanMigrationDryRun' }),
          },
        ],
        handle: async (call) => {
          await call.upToDate();
          const { plans, accounts, before, after } = await entitlements.wouldMigrate();
          const trial = ofFeatures('plan-migration-dry-run', before, after);
          const marked = accounts.map((id): [number, Change[]] => [
            id,
            [...grandfathered(before, id, now()), ...(trial.changes.get(id) ?? [])],
          ]);
          const changes = new Map([...trial.changes, ...marked]);
          const tried = await triedFor(deps, call, { ...trial, changes });
          if (wantsCsv(call)) return triedCsv(trial.name, tried.results);
          return { status: 200, body: { ...tried, plans: [...plans] } };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/billing/plans/migrate/',
        operationId: 'migratePlanFeatures',
        tag: 'Plans',
        summary:
          'Give the plans their features and mark the accounts that are there as grandfathered; once, however often it is asked',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: z.strictObject({}),
        bodyExample: {},
        answers: [
          {
            status: 200,
            description: 'what had to be done; empty where all of it was',
            schema: z.object({ plans: z.array(z.enum(PLANS)), accounts: z.int() }),
          },
        ],
        handle: async ({ cause }) => {
          const { plans, accounts } = await entitlements.migrate(cause);
          return { status: 200, body: { plans: [...plans], accounts: accounts.length } };
        },
      }),
    ],
  };
}

/** The mark itself. */
function grandfathered(book: EntitlementBook, id: number, now: Instant): Change[] {
  const { plan } = book.planOf(id, now);
  const note = `it keeps what ${plan} includes when it is marked`;
  return [
    { subject: 'feature', id: null, key: 'grandfathered', from: 'false', to: 'true', loses: false, note, in_use: [] },
  ];
}
