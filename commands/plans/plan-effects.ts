import { followPlan } from '#domain/plans/effects';
import { planNamed } from '#domain/plans/plan';
import { type Handlers, handlersOf, internally, outcomeOf } from '#runtime/typed-effects';
import type { EntitlementCommands } from './entitlement.ts';

/** What plans carry out. */
export const planEffects = (entitlements: EntitlementCommands): Handlers =>
  handlersOf([followPlan], {
    follow_plan: internally(async ({ payload: { account_id, plan }, cause }) => {
      const told = { plan: planNamed(plan), status: 'active' as const, source: 'fact' as const, until: null };
      return outcomeOf(await entitlements.follow(account_id, told, cause));
    }),
  });
