import { z } from 'zod';
import {
  dayText,
  email,
  hourText,
  idSchema,
  instantText,
  money,
  price,
  publicAddress,
  text,
  zoneText,
} from '#api/http/schemas';
import { columnSchemas } from '#api/http/table-schema';
import { formatMoney } from '#domain/kernel/money';
import { LANGUAGES, PAGE_SIZES, REPORT_SECTIONS, REVIEWS } from '#domain/services/service-config';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';

const slug = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, 'must be lower-case letters, digits and _');
export const configSchema = z.strictObject({
  automation: z
    .strictObject({
      schedule: z.enum(['daily', 'weekly', 'monthly']).optional(),
      articles_per_run: z.int().min(1).max(100).optional(),
      content_types: z.array(slug).min(1).max(20).optional(),
      stages: z.array(slug).min(1).max(20).optional(),
    })
    .optional(),
  review_required: z.boolean().optional(),
  social: z.strictObject({ enabled: z.boolean().optional(), platforms: z.array(slug).max(20).optional() }).optional(),
  backlinks: z
    .strictObject({
      enabled: z.boolean().optional(),
      monthly_budget: money.transform(formatMoney).optional(),
      niche: slug.optional(),
      placement_approval: z.enum(['none', 'client']).optional(),
    })
    .optional(),
  schema: z.strictObject({ enabled: z.boolean().optional() }).optional(),
  gsc: z.strictObject({ enabled: z.boolean().optional() }).optional(),
  reporting: z
    .strictObject({
      sections: z.array(z.enum(REPORT_SECTIONS)).min(1).optional(),
      recipients: z.array(email).max(20).optional(),
      cadence: z.enum(['weekly', 'monthly', 'both']).optional(),
      branding_id: idSchema.nullable().optional(),
      theme: z.enum(['light', 'dark']).optional(),
      review: z.enum(REVIEWS).optional(),
      send_after_days: z.int().min(0).max(10).optional(),
      send_at: hourText.optional(),
      time_zone: zoneText.nullable().optional(),
      language: z.enum(LANGUAGES).optional(),
      page_size: z.enum(PAGE_SIZES).optional(),
      template_id: idSchema.nullable().optional(),
      client_logo_url: publicAddress.nullable().optional(),
    })
    .optional(),
});

export const createSchema = z.strictObject({
  account_id: idSchema,
  site_id: idSchema,
  tier: z.enum(['lite', 'pro']),
  account_manager_id: idSchema.nullish(),
  service_config: configSchema.optional(),
  monthly_price: price.optional(),
  override_reason: text().optional(),
});
export const patchSchema = z.strictObject({
  tier: z.enum(['lite', 'pro']).optional(),
  account_manager_id: idSchema.nullish(),
  service_config: configSchema.optional(),
  monthly_price: price.optional(),
  override_reason: text().optional(),
});
export const reasonSchema = z.strictObject({ reason: text().optional() });

const stepSchema = z.object({
  step: z.string(),
  status: z.enum(['pending', 'started', 'completed', 'failed', 'blocked']),
  attempts: z.int(),
  at: instantText.nullable(),
  error: z.string().nullable(),
  next_retry_at: instantText.nullable(),
});
const SOLD = ['id', 'account_id', 'site_id', 'sector_id', 'tier', 'status', 'monthly_price'] as const;
const RUNNING = [
  'articles_per_month',
  'account_manager_id',
  'current_month_articles_published',
  'current_month_start',
] as const;
const TIMES = ['started_at', 'cancelled_at', 'next_billing_date'] as const;
const MORE = ['paused_reason', 'created_by', 'created_at', 'updated_at'] as const;
/** What an answer says of the row. */
export const TOLD = [...SOLD, ...RUNNING, 'service_config', ...TIMES, 'onboarding', ...MORE] as const;
export const subscriptionSchema = z
  .object({
    ...columnSchemas(SUBSCRIPTIONS, ...SOLD, ...RUNNING),
    service_config: z.object({}).loose(),
    ...columnSchemas(SUBSCRIPTIONS, ...TIMES),
    article_target: z.int(),
    behind: z.object({ content: z.boolean(), since: dayText.nullable() }),
    onboarding: z.object({
      status: z.enum(['not_started', 'running', 'blocked', 'completed']),
      blocked_reason: z.string().nullable(),
      steps: z.array(stepSchema),
    }),
    ...columnSchemas(SUBSCRIPTIONS, 'paused_reason'),
    created_by: idSchema.nullable(),
    ...columnSchemas(SUBSCRIPTIONS, 'created_at', 'updated_at'),
  })
  .meta({ id: 'ManagedSubscription' });
