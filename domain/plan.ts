/** The SaaS plans of the platform, cheapest first. Source: spec 4.1. */
export const PLANS = ['free', 'starter', 'growth', 'scale'] as const;
export type Plan = (typeof PLANS)[number];

export type ManagedServicesLevel = 'none' | 'lite' | 'lite_pro';

/** Which managed services a plan may buy (feature `managed_services`, spec 4.1). */
const MANAGED_SERVICES: Readonly<Record<Plan, ManagedServicesLevel>> = {
  free: 'none',
  starter: 'none',
  growth: 'lite',
  scale: 'lite_pro',
};

const COVERS: Readonly<Record<ManagedServicesLevel, readonly string[]>> = {
  none: [],
  lite: ['lite'],
  lite_pro: ['lite', 'pro'],
};

/** Whether an account on that plan may have a managed subscription of that tier. */
export const planAllowsTier = (plan: Plan, tier: string): boolean => COVERS[MANAGED_SERVICES[plan]].includes(tier);

/** The cheapest plan that allows the tier; null where none does. */
export const cheapestPlanFor = (tier: string): Plan | null => PLANS.find((plan) => planAllowsTier(plan, tier)) ?? null;
