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

export type AhrefsLevel = 'none' | 'readonly' | 'full';

/** What plans include besides, until their features are data of their own (spec 4.1). */
const FEATURES: Readonly<Record<Plan, { readonly backlink_indexing: boolean; readonly ahrefs_level: AhrefsLevel }>> = {
  free: { backlink_indexing: false, ahrefs_level: 'none' },
  starter: { backlink_indexing: false, ahrefs_level: 'none' },
  growth: { backlink_indexing: false, ahrefs_level: 'readonly' },
  scale: { backlink_indexing: true, ahrefs_level: 'full' },
};

const featuresOf = (plan: string) => FEATURES[PLANS.find((known) => known === plan) ?? 'free'];

/** A plan that this release does not know has nothing, as `free` has. */
export const planHas = (plan: string, feature: 'backlink_indexing'): boolean => featuresOf(plan)[feature];
export const ahrefsLevelOf = (plan: string): AhrefsLevel => featuresOf(plan).ahrefs_level;
