import { z } from 'zod';
import { dayText, idSchema, instantText, moneyText } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { WARNING_CODES } from '#domain/links/link-quality';
import { BACKLINKS, type BacklinkRow } from '#projections/links/backlink-tables';

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

const WHOSE = ['id', 'account_id', 'site_id', 'sector_id', 'order_id', 'campaign_id'] as const;
const PAGE = ['source_url', 'source_domain', 'target_url', 'anchor_text', 'tier', 'rel'] as const;
const FIGURES = ['source_traffic', 'quality_score'] as const;
const LIFE = ['placed_at', 'live_at', 'lost_at', 'lost_because', 'rejected_because', 'replaces_id'] as const;
const INDEX = ['is_indexed', 'indexed_at', 'indexing_submitted'] as const;
const SEEN = ['ahrefs_verified', 'ahrefs_last_seen', 'flagged', 'flagged_because'] as const;
const STAMPS = ['created_by', 'created_at', 'updated_at'] as const;
/** What is told of a link as its row has it, to clients too. */
const TOLD = [
  ...WHOSE,
  ...PAGE,
  ...FIGURES,
  'quality_warnings',
  'status',
  ...LIFE,
  ...INDEX,
  ...SEEN,
  'live_checks',
  ...STAMPS,
] as const;

export const backlinkSchema = z
  .object({
    ...columnSchemas(BACKLINKS, ...WHOSE),
    vendor: z.string().optional().meta({ description: 'not for clients' }),
    vendor_reference: z.string().nullish().meta({ description: 'not for clients' }),
    ...columnSchemas(BACKLINKS, ...PAGE),
    source_dr: z.number().nullable(),
    ...columnSchemas(BACKLINKS, ...FIGURES),
    warnings: z.array(warningSchema),
    quality_warnings: z.array(warningSchema),
    cost: moneyText.optional().meta({ description: 'not for clients' }),
    status: z.enum(['planned', 'ordered', 'placed', 'live', 'lost', 'rejected', 'replaced']),
    ...columnSchemas(BACKLINKS, ...LIFE),
    replacement: z.object({
      owed: z.boolean(),
      until: dayText.nullable().meta({ description: 'the last day of the guarantee' }),
      replaced_by: idSchema.nullable(),
    }),
    ...columnSchemas(BACKLINKS, ...INDEX),
    indexing: z.object({ request_id: idSchema.nullable(), status: z.string().nullable() }),
    ...columnSchemas(BACKLINKS, ...SEEN),
    live_checks: z.array(lookSchema),
    ...columnSchemas(BACKLINKS, ...STAMPS),
  })
  .meta({ id: 'Backlink' });

/** A link as the API answers it; clients see neither vendor nor cost. */
export function backlinkAnswer(row: BacklinkRow, forClient: boolean) {
  const { vendor, vendor_reference, cost, source_dr, indexing_request_id, indexing_status } = row;
  const { replacement_owed, guaranteed_until, replaced_by } = row;
  return {
    ...pick(row, TOLD),
    source_dr: source_dr === null ? null : Number(source_dr),
    warnings: row.quality_warnings,
    replacement: { owed: replacement_owed, until: guaranteed_until?.slice(0, 10) ?? null, replaced_by },
    indexing: { request_id: indexing_request_id, status: indexing_status === 'none' ? null : indexing_status },
    ...(forClient ? {} : { vendor, vendor_reference, cost }),
  };
}
