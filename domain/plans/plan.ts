import { type Cents, cents } from '#domain/kernel/money';
import { type Feature, type FeatureLevel, type FeatureMatrix, rankOf } from './feature.ts';

/** The SaaS plans of the platform, cheapest first. Source: spec 4.1. */
export const PLANS = ['free', 'starter', 'growth', 'scale'] as const;
export type Plan = (typeof PLANS)[number];

export type ManagedServicesLevel = 'none' | 'lite' | 'lite_pro';

/** Plans by number, as answers have them beside the key (spec 1: every id is an integer): 1 is the cheapest. Null for one that is not ours. */
export const planId = (name: string): number | null => NUMBERS.get(name) ?? null;
const NUMBERS: ReadonlyMap<string, number> = new Map(PLANS.map((plan, index) => [plan, index + 1]));
/** The plan that a path names by its key or its number; null where there is none. */
export const planAt = (text: string): Plan | null =>
  PLANS.find((plan) => plan === text || String(planId(plan)) === text) ?? null;

/** What a plan costs and holds a month; null where there is no limit. The platform bills it (ruling 1.25). */
export type PlanTerms = {
  readonly price: Cents;
  readonly sites: number | null;
  readonly users: number | null;
  readonly credits: number;
};
export const PLAN_TERMS: Readonly<Record<Plan, PlanTerms>> = {
  free: { price: cents(0), sites: 1, users: 1, credits: 100 },
  starter: { price: cents(4_900), sites: 3, users: 3, credits: 1_000 },
  growth: { price: cents(14_900), sites: 10, users: 10, credits: 5_000 },
  scale: { price: cents(34_900), sites: null, users: null, credits: 25_000 },
};

/** The features that every plan begins with. Source: spec 4.1. */
export const FIRST_FEATURES: Readonly<Record<Plan, FeatureMatrix>> = {
  free: {
    sag_mode: 'quick',
    content_types: ['post'],
    taxonomy_content: false,
    gsc_level: 'none',
    linker_level: 'none',
    backlinks_level: 'none',
    optimizer_level: 'none',
    schema_types: 0,
    socializer_platforms: 0,
    video_level: 'none',
    ahrefs_level: 'none',
    backlink_indexing: false,
    report_level: 'none',
    white_label: false,
    api_access: 'none',
    managed_services: 'none',
  },
  starter: {
    sag_mode: 'detailed',
    content_types: ['post', 'page'],
    taxonomy_content: false,
    gsc_level: 'basic',
    linker_level: 'audit',
    backlinks_level: 'none',
    optimizer_level: 'basic',
    schema_types: 5,
    socializer_platforms: 2,
    video_level: 'none',
    ahrefs_level: 'none',
    backlink_indexing: false,
    report_level: 'none',
    white_label: false,
    api_access: 'none',
    managed_services: 'none',
  },
  growth: {
    sag_mode: 'full',
    content_types: 'all',
    taxonomy_content: true,
    gsc_level: 'full',
    linker_level: 'auto',
    backlinks_level: 'self_service',
    optimizer_level: 'full',
    schema_types: 10,
    socializer_platforms: 'all',
    video_level: 'short',
    ahrefs_level: 'readonly',
    backlink_indexing: false,
    report_level: 'monthly',
    white_label: false,
    api_access: 'readonly',
    managed_services: 'lite',
  },
  scale: {
    sag_mode: 'full',
    content_types: 'all',
    taxonomy_content: true,
    gsc_level: 'full',
    linker_level: 'full',
    backlinks_level: 'self_service_api',
    optimizer_level: 'batch',
    schema_types: 'all_retroactive',
    socializer_platforms: 'all_auto',
    video_level: 'all',
    ahrefs_level: 'full',
    backlink_indexing: true,
    report_level: 'weekly_custom',
    white_label: true,
    api_access: 'full',
    managed_services: 'lite_pro',
  },
};

/** A plan that this release does not know has nothing, as `free` has. */
export const planNamed = (name: string): Plan => PLANS.find((plan) => plan === name) ?? 'free';

/** The level of `managed_services` that a tier needs. */
export const levelForTier = (tier: string): ManagedServicesLevel => (tier === 'pro' ? 'lite_pro' : 'lite');

/** Whether that level allows a managed subscription of that tier. */
export const allowsTier = (level: ManagedServicesLevel, tier: string): boolean =>
  reaches('managed_services', level, levelForTier(tier));

/** Whether a level is at least as high as another of its feature. */
export const reaches = (feature: Feature, has: FeatureLevel, needs: FeatureLevel): boolean =>
  (rankOf(feature, has) ?? -1) >= (rankOf(feature, needs) ?? Number.POSITIVE_INFINITY);

/**
 * The cheapest plan above the account's own with at least that level; null where none has it. Its own is no way up, not even
 * where it has more today than in the version that the account holds.
 */
export const cheapestUpgrade = (
  matrices: Readonly<Record<Plan, FeatureMatrix>>,
  feature: Feature,
  level: FeatureLevel,
  own: Plan,
): Plan | null =>
  PLANS.slice(PLANS.indexOf(own) + 1).find((plan) => reaches(feature, matrices[plan][feature], level)) ?? null;
