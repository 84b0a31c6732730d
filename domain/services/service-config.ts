import { LANGUAGES, type Language } from '#domain/kernel/language';
import { type Cents, formatMoney, ZERO } from '#domain/kernel/money';

export type Tier = 'lite' | 'pro';
export const TIERS: readonly Tier[] = ['lite', 'pro'];

export type AutomationSchedule = 'daily' | 'weekly' | 'monthly';

/** Report sections in the order in which a report shows them (spec 13, 1.7). */
export const REPORT_SECTIONS = [
  'executive_summary',
  'work_done',
  'content_performance',
  'indexing_status',
  'keyword_rankings',
  'organic_traffic',
  'conversions',
  'backlink_campaign',
  'social_media',
  'sag_health',
  'next_month_plan',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];
/** What reports can be written in. */
export { LANGUAGES, type Language };
export const PAGE_SIZES = ['A4', 'Letter'] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
export const REVIEWS = ['none', 'before_sending'] as const;

/** What a subscription delivers and how, as agreed for one site (spec 2.1). Money as decimal text. */
export type ServiceConfig = {
  readonly automation: {
    readonly schedule: AutomationSchedule;
    readonly articles_per_run: number;
    readonly content_types: readonly string[];
    readonly stages: readonly string[];
  };
  readonly review_required: boolean;
  readonly social: { readonly enabled: boolean; readonly platforms: readonly string[] };
  readonly backlinks: {
    readonly enabled: boolean;
    readonly monthly_budget: string;
    readonly niche: string;
    /** `client`: every link is proposed to the client before it is placed; none where it is left out. */
    readonly placement_approval?: 'none' | 'client';
  };
  readonly schema: { readonly enabled: boolean };
  readonly gsc: { readonly enabled: boolean };
  readonly reporting: {
    readonly sections: readonly ReportSection[];
    readonly recipients: readonly string[];
    readonly cadence: 'weekly' | 'monthly' | 'both';
    readonly branding_id: number | null;
    readonly theme: 'light' | 'dark';
    /** Whether somebody reads a report before it goes out. */
    readonly review: (typeof REVIEWS)[number];
    /** Days from its making to its sending. */
    readonly send_after_days: number;
    /** `HH:MM` of the client's time zone. */
    readonly send_at: string;
    /** Null: the billing time zone. */
    readonly time_zone: string | null;
    readonly language: Language;
    readonly page_size: PageSize;
    readonly template_id: number | null;
    /** In place of the agency's logo. */
    readonly client_logo_url: string | null;
  };
};

type PartialSection<T> = {
  readonly [K in keyof T]?:
    | (T[K] extends readonly unknown[] ? T[K] : T[K] extends object ? PartialSection<T[K]> : T[K])
    | undefined;
};
/** The part of a config that somebody set; everything else follows the tier's defaults. */
export type GivenConfig = PartialSection<ServiceConfig>;

type TierTerms = { readonly monthlyPrice: Cents; readonly articlesPerMonth: number; readonly hubsFirst: boolean };

/** List price (cents a site a month) and articles a month by tier. Source: spec 2.1. */
export const TIER_TERMS: Readonly<Record<Tier, TierTerms>> = {
  lite: { monthlyPrice: 10_000 as Cents, articlesPerMonth: 10, hubsFirst: false },
  pro: { monthlyPrice: 39_900 as Cents, articlesPerMonth: 30, hubsFirst: true },
};

const STAGES = ['keywords', 'clusters', 'ideas', 'content', 'images', 'publish'] as const;
const ALL_CONTENT_TYPES = ['post', 'page', 'product', 'service', 'cluster_hub', 'taxonomy_term'] as const;

const REPORTS = {
  sections: [...REPORT_SECTIONS],
  recipients: [],
  branding_id: null,
  theme: 'light',
  send_at: '09:00',
  time_zone: null,
  language: 'en',
  page_size: 'A4',
  template_id: null,
  client_logo_url: null,
} as const;
/** Days in which a report that is to be read first can be read (spec 13, 1.3). */
const SEND_AFTER_DAYS = { none: 0, before_sending: 2 } as const;

const DEFAULTS: Readonly<Record<Tier, ServiceConfig>> = {
  lite: {
    automation: {
      schedule: 'weekly',
      articles_per_run: 3,
      content_types: ['post', 'cluster_hub'],
      stages: [...STAGES],
    },
    review_required: true,
    social: { enabled: false, platforms: [] },
    backlinks: { enabled: false, monthly_budget: formatMoney(ZERO), niche: 'general' },
    schema: { enabled: false },
    gsc: { enabled: false },
    reporting: { ...REPORTS, cadence: 'monthly', review: 'none', send_after_days: SEND_AFTER_DAYS.none },
  },
  pro: {
    automation: { schedule: 'weekly', articles_per_run: 8, content_types: [...ALL_CONTENT_TYPES], stages: [...STAGES] },
    review_required: true,
    social: { enabled: true, platforms: ['facebook', 'linkedin', 'x'] },
    backlinks: { enabled: true, monthly_budget: formatMoney(ZERO), niche: 'general' },
    schema: { enabled: true },
    gsc: { enabled: true },
    reporting: {
      ...REPORTS,
      cadence: 'both',
      review: 'before_sending',
      send_after_days: SEND_AFTER_DAYS.before_sending,
    },
  },
};

/** The tier's defaults with what was given laid over them, section by section. */
export function resolveConfig(tier: Tier, given: GivenConfig): ServiceConfig {
  const config = overlay(DEFAULTS[tier], given) as ServiceConfig;
  const { reporting } = config;
  const send_after_days = given.reporting?.send_after_days ?? SEND_AFTER_DAYS[reporting.review];
  return { ...config, reporting: { ...reporting, send_after_days } };
}

/** Later wishes laid over earlier ones; lists are replaced whole. */
export function mergeGiven(earlier: GivenConfig, later: GivenConfig): GivenConfig {
  return overlay(earlier, later) as GivenConfig;
}

/** Why this tier cannot be run with this config, as `{pointer, message}`; null where it can. */
export function configProblem(tier: Tier, config: ServiceConfig): { pointer: string; message: string } | null {
  if (tier === 'lite' && !config.review_required) {
    return {
      pointer: '/service_config/review_required',
      message: 'review before publishing is part of Lite and cannot be switched off',
    };
  }
  if (tier === 'lite' && config.reporting.cadence !== 'monthly')
    return { pointer: '/service_config/reporting/cadence', message: 'weekly reports are part of Pro, not of Lite' };
  return null;
}

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function overlay(base: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = merged[key];
    if (value !== undefined) merged[key] = isTree(under) && isTree(value) ? overlay(under, value) : value;
  }
  return merged;
}
