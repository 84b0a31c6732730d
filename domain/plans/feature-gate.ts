import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Feature, FeatureLevel, FeatureMatrix } from './feature.ts';
import { cheapestUpgrade, PLANS, type Plan, reaches } from './plan.ts';

export type EntitlementSource = 'plan' | 'override' | 'grandfathered' | 'add_on';
/** Every question is an event, whatever the answer. */
export type FeatureGateEvent =
  | DomainEvent<
      'FeatureGateChecked',
      {
        readonly account_id: AccountId;
        readonly feature: Feature;
        readonly required_level: FeatureLevel;
        readonly current_level: FeatureLevel;
        readonly was_allowed: boolean;
        readonly source: EntitlementSource;
        readonly plan: Plan;
        readonly upgrade_to: Plan | null;
        readonly endpoint: string;
      }
    >
  /** A feature or a level that there is not. */
  | DomainEvent<
      'UnknownFeatureChecked',
      {
        readonly account_id: AccountId;
        readonly feature: string;
        readonly required_level: string | null;
        readonly endpoint: string;
      }
    >;

export type GateAnswer = {
  readonly feature: Feature;
  readonly required_level: FeatureLevel;
  readonly current_level: FeatureLevel;
  readonly allowed: boolean;
  readonly source: EntitlementSource;
  readonly plan: Plan;
  readonly upgrade_to: Plan | null;
};

type Has = { readonly level: FeatureLevel; readonly source: EntitlementSource; readonly plan: Plan };
type Plans = Readonly<Record<Plan, FeatureMatrix>>;

/** Decides one question. `upgrade_to` is the cheapest plan above its own, as plans are now, that would allow it; null where it is allowed. */
export function decideGate(feature: Feature, required: FeatureLevel, has: Has, plans: Plans): GateAnswer {
  const allowed = reaches(feature, has.level, required);
  return {
    feature,
    required_level: required,
    current_level: has.level,
    allowed,
    source: has.source,
    plan: has.plan,
    upgrade_to: allowed ? null : cheapestUpgrade(plans, feature, required, has.plan),
  };
}

/**
 * Whether that plan may buy what is sold to those plans only, whatever else the account was given. The level asked for is
 * that of the cheapest of them; `upgrade_to` is that plan, null where it is allowed.
 */
export function decideSale(feature: Feature, sold: readonly Plan[], has: Has, plans: Plans): GateAnswer {
  const allowed = sold.includes(has.plan);
  const cheapest = PLANS.find((plan) => sold.includes(plan)) ?? null;
  return {
    feature,
    required_level: cheapest === null ? has.level : plans[cheapest][feature],
    current_level: has.level,
    allowed,
    source: has.source,
    plan: has.plan,
    upgrade_to: allowed ? null : cheapest,
  };
}
