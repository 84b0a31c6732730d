import { z } from 'zod';
import { dayText, idSchema, instantText, moneyText } from '#api/http/schemas';
import { WARNING_CODES } from '#domain/links/link-quality';
import { TIERS } from '#domain/links/price-book-data';
import type { BacklinkRow } from '#projections/links/backlink-tables';

const warningSchema = z.object({
  code: z.enum(WARNING_CODES),
  message: z.string(),
  decision: z.enum(['accept', 'reject']).optional(),
});
const lookSchema = z.object({
  at: instantText,
  step: z.string(),
  http_status: z.int().nullable(),
  final_url: z.string().nullable(),
  redirects: z.int(),
  link_found: z.boolean(),
  rel: z.array(z.string()),
  flags: z.array(z.string()),
  signals: z.array(z.string()),
  error: z.string().nullable(),
  next_at: instantText.nullable(),
});

export const backlinkSchema = z
  .object({
    id: idSchema,
    account_id: idSchema,
    site_id: idSchema,
    order_id: idSchema,
    campaign_id: idSchema.nullable(),
    vendor: z.string().optional().meta({ description: 'not for clients' }),
    vendor_reference: z.string().nullish().meta({ description: 'not for clients' }),
    source_url: z.string(),
    source_domain: z.string(),
    target_url: z.string(),
    anchor_text: z.string(),
    tier: z.enum(TIERS).nullable(),
    rel: z.string().nullable(),
    source_dr: z.number().nullable(),
    source_traffic: z.int().nullable(),
    quality_score: z.int().nullable(),
    warnings: z.array(warningSchema),
    quality_warnings: z.array(warningSchema),
    cost: moneyText.optional().meta({ description: 'not for clients' }),
    status: z.enum(['planned', 'ordered', 'placed', 'live', 'lost', 'rejected', 'replaced']),
    placed_at: instantText,
    live_at: instantText.nullable(),
    lost_at: instantText.nullable(),
    lost_because: z.string().nullable(),
    rejected_because: z.string().nullable(),
    replaces_id: idSchema.nullable(),
    replacement: z.object({
      owed: z.boolean(),
      until: dayText.nullable().meta({ description: 'the last day of the guarantee' }),
      replaced_by: idSchema.nullable(),
    }),
    is_indexed: z.boolean(),
    indexed_at: instantText.nullable(),
    indexing_submitted: z.boolean(),
    indexing: z.object({ request_id: idSchema.nullable(), status: z.string().nullable() }),
    ahrefs_verified: z.boolean(),
    ahrefs_last_seen: instantText.nullable(),
    flagged: z.boolean(),
    flagged_because: z.string().nullable(),
    live_checks: z.array(lookSchema),
    created_at: instantText,
    updated_at: instantText,
  })
  .meta({ id: 'Backlink' });

/** A link as the API answers it; clients see neither vendor nor cost. */
export function backlinkAnswer(row: BacklinkRow, forClient: boolean) {
  const { state: _, revision: __, flagged_at: ___, vendor, vendor_reference, cost, ...shown } = row;
  const { source_dr, replacement_owed, guaranteed_until, replaced_by, ...others } = shown;
  const { indexing_request_id, indexing_status, ...rest } = others;
  return {
    ...rest,
    source_dr: source_dr === null ? null : Number(source_dr),
    warnings: row.quality_warnings,
    replacement: { owed: replacement_owed, until: guaranteed_until?.slice(0, 10) ?? null, replaced_by },
    indexing: { request_id: indexing_request_id, status: indexing_status === 'none' ? null : indexing_status },
    ...(forClient ? {} : { vendor, vendor_reference, cost }),
  };
}
