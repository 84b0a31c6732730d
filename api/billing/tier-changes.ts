import { z } from 'zod';
import { Problem } from '#api/http/problem';
import { ANYONE_OF, type Call, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, price, text } from '#api/http/schemas';
import { demandReason, type ManagedSubscriptionApi, TAG } from '#api/services/managed-subscription';
import type { ChangeSubscription } from '#commands/services/managed-subscription';
import { type Change, serviceChanges } from '#domain/billing/dry-run';
import type { SubscriptionId } from '#domain/kernel/ids';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { WrongExpectedRevision } from '#runtime/event-store';
import {
  asExport,
  type DryRunDeps,
  dryRunQuery,
  dryRunSchema,
  type Trial,
  triedCsv,
  triedFor,
  wantsCsv,
} from './dry-run.ts';

const PATH = '/api/v1/services/subscriptions/tier-changes/';
const MOST = 500;
const itemSchema = z.strictObject({
  subscription_id: idSchema,
  tier: z.enum(['lite', 'pro']),
  monthly_price: price.optional(),
  override_reason: text().optional(),
  revision: z
    .int()
    .min(0)
    .optional()
    .meta({ description: 'as the dry run told it: refused where the service has changed since' }),
});
const bodySchema = z.strictObject({
  changes: z.array(itemSchema).min(1).max(MOST),
  dry_run: z.boolean().default(false),
});
type Item = z.output<typeof itemSchema>;
const outcomes = {
  accepted: z.array(
    z.object({
      subscription_id: idSchema,
      account_id: idSchema,
      tier: z.enum(['lite', 'pro']),
      revision: z.int(),
      changed: z.boolean().meta({ description: 'false where it was at that tier and price already' }),
    }),
  ),
  refused: z.array(z.object({ subscription_id: idSchema, code: z.string(), message: z.string() })),
};
const answerSchema = z
  .object({ dry_run: z.boolean(), ...outcomes, ...dryRunSchema.shape })
  .meta({ id: 'TierChanges', description: 'Accounts stand in the answer of a dry run alone.' });
type Accepted = z.output<(typeof outcomes)['accepted']>[number];
type Refused = z.output<(typeof outcomes)['refused']>[number];
/** With where it stands in the log once it is made, or before that with what it would make of the service. */
type Taken = Accepted & {
  readonly position?: number;
  readonly before?: ManagedSubscription;
  readonly after?: ManagedSubscription;
};

export type TierChangesApi = DryRunDeps &
  Pick<ManagedSubscriptionApi, 'reader' | 'flag'> & {
    readonly commands: Pick<ManagedSubscriptionApi['commands'], 'changeOneOf' | 'wouldBe'>;
  };
type Asked = Pick<Call<z.output<typeof dryRunQuery>, z.output<typeof bodySchema>>, 'scope' | 'principal' | 'cause'>;

/** Another tier for many services at once: each is taken or refused by itself, as a change of that one alone would be. */
export function tierChangesApi(deps: TierChangesApi): FeatureRoutes {
  const { reader, flag, commands, rows } = deps;

  /** The service as the caller may see it, and the change as it is decided. */
  async function prepared({ scope, principal }: Asked, item: Item) {
    const row = await reader.get(scope, item.subscription_id);
    if (!row || !(await flag('managed_services_enabled', row.account_id)))
      throw new Problem('not_found', 'there is no such managed subscription, or this token may not see it');
    demandReason(item.monthly_price, item.override_reason);
    const input: ChangeSubscription = {
      tier: item.tier,
      monthlyPrice: item.monthly_price,
      overrideReason: item.override_reason ?? null,
      mayOverride: principal.role === 'admin',
    };
    return { row, input };
  }

  async function ofOne(asked: Asked, item: Item, dryRun: boolean): Promise<Taken | Refused> {
    const { subscription_id, tier, revision } = item;
    const id = subscription_id as SubscriptionId;
    const refused = (code: string, message: string): Refused => ({ subscription_id, code, message });
    try {
      const { row, input } = await prepared(asked, item);
      const of = { subscription_id, account_id: row.account_id, tier };
      if (dryRun) {
        if (revision !== undefined && revision !== row.revision) return refused('revision_moved', MOVED);
        const would = await commands.wouldBe(id, input);
        if (!would.ok) return refused(would.refusal.code, would.refusal.message);
        const changed = serviceChanges(would.before, would.after).length > 0;
        return { ...of, revision: row.revision, changed, before: would.before, after: would.after };
      }
      const cause = { ...asked.cause, accountId: row.account_id, siteId: row.site_id };
      const done = await commands.changeOneOf(id, input, cause, { expected: revision });
      if (!done.ok) return refused(done.refusal.code, done.refusal.message);
      return { ...of, revision: done.revision, changed: !done.unchanged, position: done.position };
    } catch (error) {
      if (error instanceof Problem) return refused(error.code, error.message);
      if (error instanceof WrongExpectedRevision) return refused('revision_moved', MOVED);
      throw error;
    }
  }

  /** What a service that steps down has open that its tier carried. */
  async function inUse(_: number, changes: readonly Change[]): Promise<readonly Change[]> {
    const down = changes.flatMap(({ key, id, loses }) => (key === 'tier' && loses && id !== null ? [id] : []));
    const open = new Map(await Promise.all(down.map(async (id) => [id, await rows.passedThrough(id)] as const)));
    return changes.map((change) =>
      change.key === 'tier' && change.id !== null
        ? {
            ...change,
            in_use: (open.get(change.id) ?? []).map(
              ({ id, budget }) =>
                `order ${id} is passed through to it${budget === null ? '' : `, with a budget of ${budget}`}`,
            ),
          }
        : change,
    );
  }

  return {
    name: 'tier-changes',
    routes: [
      defineRoute({
        method: 'post',
        path: PATH,
        operationId: 'changeTiers',
        tag: TAG,
        summary: 'Change the tier of many services, or try what that would come to',
        description: `Each of at most ${MOST} is taken or refused by itself, with the code and the words that a change of it alone would be refused with. With \`dry_run\` nothing is changed: accounts are answered with what they would lose and their next invoices before and after, paged, or as a table with \`?format=csv\` or \`Accept: text/csv\`.`,
        roles: ANYONE_OF.staff,
        patient: true,
        reads: asExport,
        query: dryRunQuery,
        body: bodySchema,
        bodyExample: { changes: [{ subscription_id: 1, tier: 'pro' }], dry_run: true },
        answers: [{ status: 200, description: 'what became of each, or would', schema: answerSchema }],
        handle: async (call) => {
          await call.upToDate();
          const { changes: items, dry_run: dryRun } = call.body;
          const seen = new Set<number>();
          const accepted: Taken[] = [];
          const refused: Refused[] = [];
          for (const item of items) {
            const again = seen.has(item.subscription_id);
            seen.add(item.subscription_id);
            const one = again ? twice(item) : await ofOne(call, item, dryRun);
            if ('code' in one) refused.push(one);
            else accepted.push(one);
          }
          const told = accepted.map(({ before: _, after: __, position: ___, ...each }) => each);
          const position = Math.max(0, ...accepted.map((each) => each.position ?? 0));
          if (!dryRun) return { status: 200, body: { dry_run: false, accepted: told, refused, ...NOBODY }, position };
          const tried = await triedFor(deps, call, { ...trialOf(accepted), inUse });
          if (wantsCsv(call)) return triedCsv('tier-changes-dry-run', tried.results);
          return { status: 200, body: { dry_run: true, accepted: told, refused, ...tried } };
        },
      }),
    ],
  };
}

const MOVED = 'the service has changed meanwhile';
const NOBODY = { count: 0, next: null, previous: null, results: [], concerned: 0, losing: 0 };
const twice = ({ subscription_id }: Item): Refused => ({
  subscription_id,
  code: 'duplicate',
  message: 'it is named more than once: the first one counts',
});

/** All that is taken, by the accounts whose it is: an invoice has every service of its account. */
function trialOf(accepted: readonly Taken[]): Trial {
  const changes = new Map<number, Change[]>();
  const services = new Map<number, Map<number, ManagedSubscription>>();
  for (const { account_id, subscription_id, changed, before, after } of accepted) {
    if (!changed || !before || !after) continue;
    changes.set(account_id, [...(changes.get(account_id) ?? []), ...serviceChanges(before, after)]);
    services.set(account_id, (services.get(account_id) ?? new Map()).set(subscription_id, after));
  }
  return { name: 'tier-changes-dry-run', changes, services: (id) => services.get(id) ?? new Map() };
}
