import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { type Feature, type FeatureLevel, isFeature, rankOf } from './feature.ts';
import type { Plan } from './plan.ts';

type Of<Type extends string, Data = unknown> = DomainEvent<Type, { readonly account_id: AccountId } & Data>;

/** What an account has besides its plan, or instead of it. */
export type EntitlementEvent =
  | Of<
      'EntitlementOverridden',
      {
        readonly feature: Feature;
        readonly level: FeatureLevel;
        readonly reason: string;
        readonly expires_at: Instant | null;
      }
    >
  | Of<'EntitlementOverrideRemoved', { readonly feature: Feature }>
  /** It was there before plans had features: what it could do is never refused. */
  | Of<'AccountGrandfathered', { readonly plan: Plan; readonly plan_version: number }>
  | Of<'AccountMovedToPlanVersion', { readonly plan: Plan; readonly plan_version: number; readonly reason: string }>;

export type Override = {
  readonly feature: Feature;
  readonly level: FeatureLevel;
  readonly reason: string;
  readonly expires_at: Instant | null;
  readonly since: Instant;
};
export type Entitlements = {
  readonly overrides: readonly Override[];
  readonly grandfatheredAt: Instant | null;
  readonly planVersion: number | null;
};
export type EntitlementCommand = { readonly accountId: AccountId; readonly now: Instant } & (
  | {
      readonly type: 'Override';
      readonly feature: string;
      readonly level: unknown;
      readonly reason: string;
      readonly expiresAt: Instant | null;
    }
  | { readonly type: 'RemoveOverride'; readonly feature: string }
  | { readonly type: 'Grandfather'; readonly plan: Plan; readonly planVersion: number }
  | { readonly type: 'MoveToVersion'; readonly plan: Plan; readonly planVersion: number; readonly reason: string }
);
export type EntitlementRefusal =
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string }
  | { readonly code: 'not_found'; readonly message: string };

export const NO_ENTITLEMENTS: Entitlements = { overrides: [], grandfatheredAt: null, planVersion: null };

/** Overrides of one account and the version of its plan that it was moved to; one stream an account. */
export const entitlements: Decider<EntitlementCommand, Entitlements, EntitlementEvent, EntitlementRefusal> = {
  initial: NO_ENTITLEMENTS,
  evolve: (state, event) => {
    switch (event.type) {
      case 'EntitlementOverridden': {
        const { account_id: _, ...override } = event.data;
        const others = state.overrides.filter(({ feature }) => feature !== override.feature);
        return { ...state, overrides: [...others, { ...override, since: event.at }] };
      }
      case 'EntitlementOverrideRemoved':
        return { ...state, overrides: state.overrides.filter(({ feature }) => feature !== event.data.feature) };
      case 'AccountGrandfathered':
        return { ...state, grandfatheredAt: event.at };
      case 'AccountMovedToPlanVersion':
        return { ...state, planVersion: event.data.plan_version };
    }
  },
  decide: (command, state) => {
    const { accountId: account_id, now: at } = command;
    switch (command.type) {
      case 'Override': {
        const { feature, level, reason, expiresAt } = command;
        if (!isFeature(feature)) return refuse({ code: 'not_found', message: `there is no feature ${feature}` });
        if (rankOf(feature, level) === null)
          return refuse({
            code: 'invalid_values',
            message: `${feature} has no level ${JSON.stringify(level)}`,
            pointer: '/level',
          });
        if (expiresAt !== null && expiresAt <= at)
          return refuse({ code: 'invalid_values', message: 'must be in the future', pointer: '/expires_at' });
        const data = { account_id, feature, level: level as FeatureLevel, reason, expires_at: expiresAt };
        return accept<EntitlementEvent>({ type: 'EntitlementOverridden', at, data });
      }
      case 'RemoveOverride': {
        const known = state.overrides.find(({ feature }) => feature === command.feature);
        if (!known) return refuse({ code: 'not_found', message: `there is no override of ${command.feature}` });
        const data = { account_id, feature: known.feature };
        return accept<EntitlementEvent>({ type: 'EntitlementOverrideRemoved', at, data });
      }
      case 'Grandfather': {
        if (state.grandfatheredAt !== null) return accept();
        const data = { account_id, plan: command.plan, plan_version: command.planVersion };
        return accept<EntitlementEvent>({ type: 'AccountGrandfathered', at, data });
      }
      case 'MoveToVersion': {
        const { plan, planVersion: plan_version, reason } = command;
        const data = { account_id, plan, plan_version, reason };
        return accept<EntitlementEvent>({ type: 'AccountMovedToPlanVersion', at, data });
      }
    }
  },
};
