import { accountApi } from '#api/plans/account';
import { entitlementApi } from '#api/plans/entitlement';
import { featureGateApi } from '#api/plans/feature-gate';
import { entitlementCommands } from '#commands/plans/entitlement';
import { featureGateCommands } from '#commands/plans/feature-gate';
import { indexingCreditCommands } from '#commands/plans/indexing-credit';
import { planEffects } from '#commands/plans/plan-effects';
import type { Zone } from '#domain/kernel/calendar';
import { featureUsage, featureUsageTotals, planVersions } from '#projections/plans/feature-usage';
import { indexingCreditLedger } from '#projections/plans/indexing-credit';
import type { Projection } from '#runtime/projection';
import { accountPlan } from '#sagas/plans/account-plan';
import type { Machine } from './machine.ts';
import type { Room } from './room.ts';

export const plansProjections = (zone: Zone): readonly Projection[] => [
  indexingCreditLedger,
  featureUsage(zone),
  planVersions,
];

/** What accounts may do: their plans, what they have besides, and every question whether they may. */
export function openPlans(machine: Machine) {
  const { handler, store, codec, clock, zone, feed, tables, today } = machine;
  const features = featureGateCommands({ store, codec, clock, feed });
  const entitlements = entitlementCommands({ handler, clock, feed });
  const credits = indexingCreditCommands({ handler, clock });
  return {
    usage: featureUsageTotals(tables),
    commands: { features, entitlements, credits },
    sagas: [accountPlan],
    effects: [planEffects(entitlements)],
    jobs: [],
    routes: ({ operations, accounts: reader, now }) => [
      accountApi({ reader: operations }),
      featureGateApi({ gates: features, reader, zone, now, today }),
      entitlementApi({ entitlements, gates: features, reader, now }),
    ],
  } satisfies Room & Record<string, unknown>;
}
export type PlansRoom = ReturnType<typeof openPlans>;
