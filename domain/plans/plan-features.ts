import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import { type FeatureMatrix, matrixProblems } from './feature.ts';
import { FIRST_FEATURES, type Plan } from './plan.ts';

/** A whole new version of a plan's matrix. Accounts keep the version that they bought unless it applies to them too. */
export type PlanFeaturesEvent = DomainEvent<
  'PlanFeaturesRevised',
  {
    readonly plan: Plan;
    readonly version: number;
    readonly plan_features: FeatureMatrix;
    readonly apply_to_existing: boolean;
    readonly reason: string | null;
  }
>;
export type PlanFeatures = { readonly version: number; readonly features: FeatureMatrix | null };
export type PlanFeaturesCommand = { readonly plan: Plan; readonly now: Instant } & (
  | { readonly type: 'Establish' }
  | {
      readonly type: 'Revise';
      /** Levels that are left out stay as they are. */
      readonly features: Readonly<Record<string, unknown>>;
      readonly applyToExisting: boolean;
      readonly reason: string | null;
    }
);
export type PlanFeaturesRefusal = {
  readonly code: 'invalid_values';
  readonly message: string;
  readonly pointer: string;
};

/** What a plan includes, version by version; one stream a plan. Before it is migrated it has the list of spec 4.1. */
export const planFeatures: Decider<PlanFeaturesCommand, PlanFeatures, PlanFeaturesEvent, PlanFeaturesRefusal> = {
  initial: { version: 0, features: null },
  evolve: (_, { data }) => ({ version: data.version, features: data.plan_features }),
  decide: (command, state) => {
    const revised = (features: FeatureMatrix, applyToExisting: boolean, reason: string | null): PlanFeaturesEvent => ({
      type: 'PlanFeaturesRevised',
      at: command.now,
      data: {
        plan: command.plan,
        version: Math.max(1, state.version + 1),
        plan_features: features,
        apply_to_existing: applyToExisting,
        reason,
      },
    });
    const before = state.features ?? FIRST_FEATURES[command.plan];
    if (command.type === 'Establish')
      return state.version > 0 ? accept() : accept(revised(before, true, 'the list of plans'));
    const [problem] = matrixProblems(command.features);
    if (problem)
      return refuse({
        code: 'invalid_values',
        message: problem.message,
        pointer: `/plan_features/${problem.feature.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      });
    const features = { ...before, ...command.features } as FeatureMatrix;
    if (JSON.stringify(features) === JSON.stringify(before) && !command.applyToExisting && state.version > 0)
      return accept();
    return accept(revised(features, command.applyToExisting, command.reason));
  },
};
