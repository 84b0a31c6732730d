import { z } from 'zod';
import { dayInput, dayOrInstant, email, idSchema, instant, text } from '#api/http/schemas';
import { MOST_MONEY, parseMoney } from '#domain/kernel/money';
import { mayBePublic } from '#domain/kernel/public-address';
import { parseMonth } from '#domain/kernel/time';
import type { FactType } from '#domain/platform/fact';
import type { FactDataByType } from '#domain/platform/fact-data';

const count = z.int().min(0).max(2_147_483_647);
const percent = z.number().min(0).max(100);
const name = text(200);
const phone = z.string().regex(/^\+?[\d\s()./-]{4,40}$/, 'must be a telephone number');
const month = z
  .string()
  .refine((value) => parseMonth(value) !== null, 'must be a month such as 2026-11')
  .meta({ example: '2026-11' });
const address = z.url().max(2000);
const decimal = z
  .union([z.string().max(20), z.number()])
  .refine(
    (value) => /^\d{1,8}(\.\d{1,4})?$/.test(String(value)),
    'must be from 0 to 99999999.9999, with at most four decimals',
  );
const amount = z.union([z.string().max(20), z.number()]).refine((value) => {
  const parsed = parseMoney(String(value)) ?? -1;
  return parsed >= 0 && parsed <= MOST_MONEY;
}, 'must be an amount such as "500.00", at most 99999999.99');
const position = z.number().min(0).max(1000);
/** A site's host, or its address: kept as sent, and refused where it can never be one of the public internet. */
const siteDomain = text(253).refine(mayBePublic, 'must be a domain of the public internet such as acorn.example');
const site = { site_id: idSchema };

/** What is read of facts is what was let in. */
type ReadHere = { readonly [T in keyof FactDataByType]: z.ZodType<FactDataByType[T]> };

/** The data of every fact (spec 7.1). Unknown fields are refused, like everywhere. */
export const FACT_SCHEMAS: Readonly<Record<FactType, z.ZodType>> & ReadHere = {
  AccountRegistered: z.strictObject({
    account_id: idSchema,
    name,
    email,
    phone: phone.optional(),
    plan: text(40),
    kind: z.enum(['client', 'agency']).optional(),
    parent_account_id: idSchema.optional(),
  }),
  AccountPlanChanged: z.strictObject({ account_id: idSchema, plan: text(40), effective_at: instant.optional() }),
  UserRegistered: z.strictObject({ user_id: idSchema, account_id: idSchema, name, email, phone: phone.optional() }),
  SiteRegistered: z.strictObject({
    ...site,
    account_id: idSchema,
    domain: siteDomain,
    name: name.optional(),
    sector_id: idSchema.optional(),
    niche: text(100).optional(),
  }),
  SiteIntegrationConnected: z.strictObject({
    ...site,
    platform: z.literal('wordpress'),
    plugin_version: text(40).optional(),
  }),
  SiteIntegrationDisconnected: z.strictObject({ ...site, reason: text().optional() }),
  BlueprintGenerated: z.strictObject({
    ...site,
    blueprint_id: idSchema,
    clusters: z.union([count, z.array(z.unknown()).max(1000)]).optional(),
  }),
  BlueprintApproved: z.strictObject({ ...site, blueprint_id: idSchema, approved_by: idSchema.optional() }),
  ContentQueued: z.strictObject({
    ...site,
    content_id: idSchema,
    type: text(40),
    title: text(),
    planned_for: dayOrInstant.optional(),
  }),
  ArticleAwaitingReview: z.strictObject({ ...site, content_id: idSchema, title: text().optional() }),
  ArticleReviewed: z.strictObject({
    ...site,
    content_id: idSchema,
    outcome: z.enum(['approved', 'changes_requested']),
  }),
  ArticlePublished: z.strictObject({
    ...site,
    content_id: idSchema,
    type: text(40),
    title: text().optional(),
    url: address.optional(),
    words: count.optional(),
    images: count.optional(),
    published_at: instant,
  }),
  SearchMetricsRecorded: z
    .strictObject({
      ...site,
      date: dayInput,
      clicks: count,
      impressions: count,
      position,
      top_queries: z
        .array(z.strictObject({ query: text(), clicks: count, impressions: count, position }))
        .max(1000)
        .optional(),
      top_pages: z
        .array(z.strictObject({ page: text(2000), clicks: count, impressions: count, position: position.optional() }))
        .max(1000)
        .optional(),
      by_device: z
        .array(z.strictObject({ device: text(40), clicks: count, impressions: count }))
        .max(20)
        .optional(),
      by_country: z
        .array(z.strictObject({ country: text(60), clicks: count, impressions: count, position: position.optional() }))
        .max(300)
        .optional(),
      brand_clicks: count.optional(),
    })
    .refine(({ clicks, brand_clicks: brand = 0 }) => brand <= clicks, {
      path: ['brand_clicks'],
      message: 'must not be more than clicks',
    }),
  ConversionsRecorded: z
    .strictObject({
      ...site,
      date: dayInput,
      goal: text(100),
      count,
      value: amount.optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be a currency such as USD')
        .optional(),
      channel: text(100).optional(),
    })
    .refine(({ value, currency }) => currency === undefined || value !== undefined, {
      path: ['currency'],
      message: 'is of a value: give one',
    }),
  KeywordRanked: z.strictObject({
    ...site,
    keyword: text(),
    position,
    previous_position: position.nullish(),
    date: dayInput,
    source: z.enum(['gsc', 'ahrefs']),
  }),
  UrlInspected: z.strictObject({
    ...site,
    url: address,
    verdict: z.enum(['indexed', 'pending', 'error']),
    coverage_state: text().optional(),
    last_crawl_time: instant.optional(),
  }),
  SocialPostPublished: z.strictObject({
    ...site,
    post_id: idSchema,
    platform: text(40),
    text: text(10_000).optional(),
    url: address.optional(),
    published_at: instant,
  }),
  SocialEngagementMeasured: z.strictObject({
    post_id: idSchema,
    likes: count,
    comments: count,
    shares: count,
    measured_at: instant,
  }),
  SiteHealthMeasured: z.strictObject({
    ...site,
    completion: percent,
    authority_score: percent,
    clusters: z.array(z.strictObject({ name, status: text(40) })).max(1000),
    gaps: z.array(z.union([text(), z.object({}).loose()])).max(1000),
  }),
  CampaignPlanned: z.strictObject({
    campaign_id: idSchema,
    ...site,
    month,
    budget: amount,
    targets: z.array(z.strictObject({ page: text(2000), anchor: text(), tier: text(40) })).max(1000),
  }),
  CampaignKpiMeasured: z.strictObject({
    campaign_id: idSchema,
    month,
    domain_rating: percent.optional(),
    referring_domains: count.optional(),
    organic_keywords: count.optional(),
  }),
  SchemaScanCompleted: z.strictObject({ ...site, pages: count, enhanced: count }),
  TechnicalWorkDone: z.strictObject({
    ...site,
    date: dayInput,
    kind: text(60),
    title: text(300),
    url: address.optional(),
  }),
  CostRecorded: z.strictObject({
    account_id: idSchema,
    site_id: idSchema.optional(),
    kind: z.enum(['platform_credits', 'human_time', 'ahrefs_units', 'other']),
    quantity: decimal,
    unit_cost: decimal,
    incurred_on: dayInput,
  }),
  FeatureInUse: z.strictObject({
    account_id: idSchema,
    feature: text(60),
    level: z.unknown(),
    since: instant.optional(),
  }),
  PluginErrorsReported: z.strictObject({
    version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/, 'must be a version such as 1.2.0'),
    sites: count,
    errors: count,
  }),
};
