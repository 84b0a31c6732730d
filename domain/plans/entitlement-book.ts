import type { DomainEvent, Recorded } from '#domain/kernel/decider';
import { type Instant, parseInstant } from '#domain/kernel/time';
import type { EntitlementEvent, Override } from './entitlement.ts';
import { type Feature, type FeatureLevel, type FeatureMatrix, isFeature, rankOf } from './feature.ts';
import type { EntitlementSource } from './feature-gate.ts';
import type { IndexingCreditEvent } from './indexing-credit.ts';
import { FIRST_FEATURES, PLANS, type Plan, planNamed } from './plan.ts';
import type { PlanFeaturesEvent } from './plan-features.ts';
import type { PlanSubscriptionEvent } from './plan-subscription.ts';

type Registered = DomainEvent<'AccountRegistered', { readonly account_id: number; readonly plan: string }>;
type PlanChanged = DomainEvent<
  'AccountPlanChanged',
  { readonly account_id: number; readonly plan: string; readonly effective_at?: string }
>;
type InUse = DomainEvent<
  'FeatureInUse',
  { readonly account_id: number; readonly feature: string; readonly level: unknown }
>;
/** All that what an account may do follows from. */
export type EntitlementBookEvent =
  | Registered
  | PlanChanged
  | InUse
  | PlanFeaturesEvent
  | EntitlementEvent
  | PlanSubscriptionEvent
  | IndexingCreditEvent;

export const ENTITLEMENT_BOOK_TYPES: ReadonlySet<string> = new Set<EntitlementBookEvent['type']>([
  ...(['AccountRegistered', 'AccountPlanChanged', 'FeatureInUse', 'PlanFeaturesRevised'] as const),
  ...(['EntitlementOverridden', 'EntitlementOverrideRemoved', 'AccountGrandfathered'] as const),
  ...(['AccountMovedToPlanVersion', 'PlanSubscriptionChanged', 'PlanSubscriptionCancelled'] as const),
  ...(['PlanSubscriptionStarted', 'IndexingCreditsGranted', 'IndexingCreditTaken'] as const),
  ...(['IndexingCreditReturned', 'IndexingCreditsRevoked'] as const),
]);

/** An account's plan with the version that it bought, and what comes on top. */
export type AccountPlan = {
  readonly plan: Plan;
  readonly version: number;
  /** A change of plan that is told of but not yet in force. */
  readonly next: { readonly plan: Plan; readonly at: Instant; readonly version: number } | null;
  readonly overrides: readonly Override[];
  readonly inUse: ReadonlyMap<Feature, FeatureLevel>;
  readonly grandfatheredAt: Instant | null;
  readonly credits: number;
};

export type Entitled = { readonly level: FeatureLevel; readonly source: EntitlementSource; readonly plan: Plan };

/**
 * What every account may do, folded from the log: plans' versions, who bought which, overrides and features known to be in
 * use. Kept in memory, because every feature check is decided from it.
 */
export class EntitlementBook {
  readonly #accounts = new Map<number, AccountPlan>();
  readonly #plans = new Map<Plan, FeatureMatrix[]>();

  /** Everything that was ever told of the account; undefined where there is no such account. */
  account(id: number): AccountPlan | undefined {
    return this.#accounts.get(id);
  }
  accounts(): IterableIterator<[number, AccountPlan]> {
    return this.#accounts.entries();
  }

  /** The version that somebody who takes the plan today gets; 0 before plans are migrated. */
  version(plan: Plan): number {
    return this.#plans.get(plan)?.length ?? 0;
  }
  matrix(plan: Plan, version: number = this.version(plan)): FeatureMatrix {
    return this.#plans.get(plan)?.[version - 1] ?? FIRST_FEATURES[plan];
  }
  /** What the plans include as they are now. */
  matrices(): Readonly<Record<Plan, FeatureMatrix>> {
    return Object.fromEntries(PLANS.map((plan) => [plan, this.matrix(plan)])) as Record<Plan, FeatureMatrix>;
  }

  /** The plan that holds for the account at that instant; `free` where it is not known. */
  planOf(id: number, now: Instant): { readonly plan: Plan; readonly version: number } {
    const account = this.#accounts.get(id);
    if (!account) return { plan: 'free', version: this.version('free') };
    return account.next !== null && account.next.at <= now ? account.next : account;
  }

  /**
   * What the account has of a feature: an override wins even when it is lower; else the most of what its plan's version
   * gives, what was known to be in use, and what it has bought.
   */
  entitled(id: number, feature: Feature, now: Instant): Entitled {
    const { plan, version } = this.planOf(id, now);
    const account = this.#accounts.get(id);
    const override = account?.overrides.find(
      (each) => each.feature === feature && (each.expires_at === null || each.expires_at > now),
    );
    if (override) return { level: override.level, source: 'override', plan };
    const level = this.matrix(plan, version)[feature];
    const current = this.matrix(plan)[feature];
    const own: Entitled = {
      level,
      source: JSON.stringify(level) === JSON.stringify(current) ? 'plan' : 'grandfathered',
      plan,
    };
    const used = account?.inUse.get(feature);
    if (used !== undefined && rank(feature, used) > rank(feature, level))
      return { level: used, source: 'grandfathered', plan };
    if (feature === 'backlink_indexing' && level === false && (account?.credits ?? 0) > 0)
      return { level: true, source: 'add_on', plan };
    return own;
  }

  /** Another book, as this one would be after those events; this one stays as it is. */
  after(events: readonly EntitlementBookEvent[]): EntitlementBook {
    const other = new EntitlementBook();
    for (const [id, account] of this.#accounts) other.#accounts.set(id, account);
    for (const [plan, versions] of this.#plans) other.#plans.set(plan, [...versions]);
    for (const event of events) other.apply({ ...event, id: '' });
    return other;
  }

  apply(event: Recorded<EntitlementBookEvent>): this {
    switch (event.type) {
      case 'AccountRegistered': {
        const { account_id: id, plan } = event.data;
        // Told again, an account keeps its plan: changes are told by facts of their own.
        if (!this.#accounts.has(id)) this.#accounts.set(id, { ...NOTHING, ...this.#bought(planNamed(plan)) });
        return this;
      }
      case 'AccountPlanChanged': {
        const { account_id: id, plan, effective_at } = event.data;
        const at = effective_at === undefined ? null : parseInstant(effective_at);
        const bought = this.#bought(planNamed(plan));
        if (at !== null && at > event.at) return this.#change(id, () => ({ next: { ...bought, at } }));
        return this.#change(id, () => ({ ...bought, next: null }));
      }
      case 'PlanSubscriptionStarted':
      case 'PlanSubscriptionChanged':
        if (event.data.source === 'fact') return this; // The fact itself has told.
        return this.#change(event.data.account_id, (account) =>
          account.plan === event.data.plan ? {} : { ...this.#bought(event.data.plan), next: null },
        );
      case 'PlanSubscriptionCancelled':
        if (event.data.source === 'fact') return this;
        return this.#change(event.data.account_id, () => ({ ...this.#bought('free'), next: null }));
      case 'PlanSubscriptionRenewed':
      case 'PlanSubscriptionPastDue':
        return this;
      case 'FeatureInUse': {
        const { account_id: id, feature, level } = event.data;
        if (!isFeature(feature) || rankOf(feature, level) === null) return this;
        return this.#change(id, ({ inUse }) => {
          const known = inUse.get(feature);
          const higher = known === undefined || rank(feature, level) > rank(feature, known);
          return higher ? { inUse: new Map([...inUse, [feature, level as FeatureLevel]]) } : {};
        });
      }
      case 'PlanFeaturesRevised':
        return this.#revise(event.data);
      case 'EntitlementOverridden': {
        const { account_id: id, ...override } = event.data;
        return this.#change(id, ({ overrides }) => ({
          overrides: [...overrides.filter((o) => o.feature !== override.feature), { ...override, since: event.at }],
        }));
      }
      case 'EntitlementOverrideRemoved':
        return this.#change(event.data.account_id, ({ overrides }) => ({
          overrides: overrides.filter(({ feature }) => feature !== event.data.feature),
        }));
      case 'AccountGrandfathered':
        return this.#change(event.data.account_id, () => ({ grandfatheredAt: event.at }));
      case 'AccountMovedToPlanVersion':
        return this.#change(event.data.account_id, (account) =>
          account.plan === event.data.plan ? { version: event.data.plan_version, grandfatheredAt: null } : {},
        );
      case 'IndexingCreditsGranted':
        return this.#change(event.data.account_id, ({ credits }) => ({ credits: credits + event.data.quantity }));
      case 'IndexingCreditTaken':
        return this.#change(event.data.account_id, ({ credits }) => ({ credits: credits - 1 }));
      case 'IndexingCreditReturned':
        return this.#change(event.data.account_id, ({ credits }) => ({ credits: credits + 1 }));
      case 'IndexingCreditsRevoked':
        return this.#change(event.data.account_id, ({ credits }) => ({ credits: credits - event.data.quantity }));
    }
  }

  #bought(plan: Plan): { readonly plan: Plan; readonly version: number } {
    return { plan, version: this.version(plan) };
  }

  #change(id: number, to: (account: AccountPlan) => Partial<AccountPlan>): this {
    const account = this.#accounts.get(id);
    if (account) this.#accounts.set(id, { ...account, ...to(account) });
    return this;
  }

  #revise({ plan, version, plan_features, apply_to_existing }: PlanFeaturesEvent['data']): this {
    const versions = this.#plans.get(plan) ?? [];
    versions[version - 1] = plan_features;
    this.#plans.set(plan, versions);
    if (!apply_to_existing) return this;
    for (const [id, account] of this.#accounts) {
      const next = account.next?.plan === plan ? { ...account.next, version } : account.next;
      this.#accounts.set(id, { ...account, next, ...(account.plan === plan ? { version } : {}) });
    }
    return this;
  }
}

const rank = (feature: Feature, level: unknown): number => rankOf(feature, level) ?? -1;
const NOTHING: AccountPlan = {
  plan: 'free',
  version: 0,
  next: null,
  overrides: [],
  inUse: new Map(),
  grandfatheredAt: null,
  credits: 0,
};
