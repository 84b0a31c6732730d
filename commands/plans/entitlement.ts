import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { type EntitlementCommand, entitlements } from '#domain/plans/entitlement';
import { PLANS, type Plan } from '#domain/plans/plan';
import { planFeatures } from '#domain/plans/plan-features';
import { type PlanSubscriptionCommand, planSubscription } from '#domain/plans/plan-subscription';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, HandleOptions } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { EntitlementFeed } from './entitlement-feed.ts';

type Without<C> = C extends unknown ? Omit<C, 'now' | 'accountId'> : never;
export type PlanAffected = { readonly accounts: number; readonly moved: number; readonly grandfathered: number };
/** What a migration does, or would do. */
export type PlanMigration = { readonly plans: readonly Plan[]; readonly accounts: readonly number[] };
export type EntitlementCommands = ReturnType<typeof entitlementCommands>;

const planStream = (plan: Plan): string => `plan-${plan}`;
const accountStream = (account: number): string => `entitlements-${account}`;
const subscriptionStream = (account: number): string => `plan-subscription-${account}`;

/** Plans' features, what accounts have besides, and the accounts' own plan subscriptions. */
export function entitlementCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly feed: EntitlementFeed;
}) {
  const { handler, clock, feed } = deps;
  const run = (account: number, command: Without<EntitlementCommand>, cause: Cause, options?: HandleOptions) =>
    handler.handle(
      entitlements,
      accountStream(account),
      { ...command, accountId: account as AccountId, now: clock.now() } as EntitlementCommand,
      { ...cause, accountId: account },
      options,
    );

  async function affected(plan: Plan, moved: boolean): Promise<PlanAffected> {
    const book = await feed.current();
    const now = clock.now();
    const current = book.version(plan);
    let [accounts, behind] = [0, 0];
    for (const [id] of book.accounts()) {
      const held = book.planOf(id, now);
      if (held.plan !== plan) continue;
      accounts += 1;
      if (held.version < current) behind += 1;
    }
    return { accounts, moved: moved ? accounts : 0, grandfathered: behind };
  }

  /** What `migrate` would do now; appends nothing. */
  async function migration(): Promise<PlanMigration> {
    const book = await feed.current();
    const accounts = [...book.accounts()].filter(([, { grandfatheredAt }]) => grandfatheredAt === null);
    const plans = PLANS.filter((plan) => book.version(plan) === 0);
    return { plans, accounts: plans.length === 0 ? [] : accounts.map(([id]) => id) };
  }

  return {
    run,
    load: (account: number) => handler.load(entitlements, accountStream(account)),
    planRevision: async (plan: Plan) => (await handler.load(planFeatures, planStream(plan))).revision,

    /** Writes a whole new version of the plan's matrix and says whom it affects. */
    async revise(
      plan: Plan,
      input: { features: Readonly<Record<string, unknown>>; applyToExisting: boolean; reason: string | null },
      cause: Cause,
      options?: HandleOptions,
    ) {
      const command = { type: 'Revise' as const, plan, now: clock.now(), ...input };
      const handled = await handler.handle(planFeatures, planStream(plan), command, cause, options);
      return handled.ok ? { ...handled, affected: await affected(plan, input.applyToExisting) } : handled;
    },

    /** What `revise` would make of what every account has; appends nothing. */
    async wouldRevise(
      plan: Plan,
      input: { features: Readonly<Record<string, unknown>>; applyToExisting: boolean; reason: string | null },
    ) {
      const { state } = await handler.load(planFeatures, planStream(plan));
      const decision = planFeatures.decide({ type: 'Revise', plan, now: clock.now(), ...input }, state);
      if (!decision.accepted) return { ok: false as const, refusal: decision.refusal };
      const before = await feed.current();
      return { ok: true as const, before, after: before.after(decision.events) };
    },
    /** What `migrate` would make of it; appends nothing. */
    async wouldMigrate() {
      const planned = await migration();
      const before = await feed.current();
      const now = clock.now();
      const decided = [
        ...planned.accounts.map((account) => {
          const { plan } = before.planOf(account, now);
          const command = { type: 'Grandfather' as const, plan, planVersion: 1, accountId: account as AccountId, now };
          return entitlements.decide(command, entitlements.initial);
        }),
        ...planned.plans.map((plan) => planFeatures.decide({ type: 'Establish', plan, now }, planFeatures.initial)),
      ];
      const events = decided.flatMap((each) => (each.accepted ? [...each.events] : []));
      return { ...planned, before, after: before.after(events) };
    },

    migration,
    /**
     * Gives the plans their matrix and every account that is there the flag `grandfathered_at`. Accounts first: whoever is
     * interrupted finds the plans without their matrix and goes on.
     */
    async migrate(cause: Cause): Promise<PlanMigration> {
      const planned = await migration();
      const book = await feed.current();
      for (const account of planned.accounts) {
        const { plan } = book.planOf(account, clock.now());
        const command = { type: 'Grandfather' as const, plan, planVersion: 1 };
        await run(account, command, { ...cause, commandId: uuidFrom(cause.commandId, 'grandfather', account) });
      }
      for (const plan of planned.plans) {
        const own = { ...cause, commandId: uuidFrom(cause.commandId, 'plan', plan) };
        const command = { type: 'Establish' as const, plan, now: clock.now() };
        await handler.handle(planFeatures, planStream(plan), command, own);
      }
      return planned;
    },

    /** Moves one account to the present version of its plan. */
    async moveToCurrent(account: number, reason: string, cause: Cause) {
      const book = await feed.current();
      const { plan } = book.planOf(account, clock.now());
      return run(account, { type: 'MoveToVersion', plan, planVersion: book.version(plan), reason }, cause);
    },

    /** Keeps the account's own plan subscription as a fact or a payment provider tells of it. */
    follow: (
      account: number,
      told: Pick<PlanSubscriptionCommand, 'plan' | 'status' | 'source'> & { readonly until: Instant | null },
      cause: Cause,
    ) =>
      handler.handle(
        planSubscription,
        subscriptionStream(account),
        { type: 'Follow', accountId: account as AccountId, now: clock.now(), ...told },
        { ...cause, accountId: account },
      ),
    subscription: (account: number) => handler.load(planSubscription, subscriptionStream(account)),
  };
}
