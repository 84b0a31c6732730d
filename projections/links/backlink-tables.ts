import type { Instant } from '#domain/kernel/time';
import type { BacklinkEvent, LostBecause } from '#domain/links/backlink-messages';
import type { Vendor } from '#domain/links/backlink-order-messages';
import type { KnownBacklink, LinkIndexingState } from '#domain/links/backlink-state';
import type { WarningCode } from '#domain/links/link-quality';
import { TIERS } from '#domain/links/price-book-data';
import {
  bigint,
  boolean,
  decimal,
  instant,
  integer,
  json,
  oneOf,
  type Stored,
  stamps,
  table,
  text,
} from '#runtime/table';

export type WarningShown = {
  readonly code: WarningCode;
  readonly message: string;
  readonly decision?: 'accept' | 'reject';
};

type Looked = Extract<BacklinkEvent, { type: 'BacklinkLiveChecked' }>['data'];
/** A look at the page, as it is kept with its link. */
export type LookShown = { readonly at: Instant } & Pick<
  Looked,
  'step' | 'http_status' | 'final_url' | 'redirects' | 'link_found' | 'rel' | 'flags' | 'signals' | 'error' | 'next_at'
>;

/** Backlinks as the API answers them; `state` is the aggregate itself. */
export const BACKLINKS = table(
  'igny8_sag_backlinks',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    order_id: integer,
    campaign_id: integer.orNull,
    vendor: text.of<Vendor>(),
    vendor_reference: text.orNull,
    source_url: text,
    source_domain: text,
    target_url: text,
    anchor_text: text,
    rel: text.orNull,
    source_dr: decimal.orNull,
    source_traffic: bigint.orNull,
    quality_score: integer.orNull,
    cost: decimal,
    status: text.of<KnownBacklink['status']>(),
    placed_at: instant,
    live_at: instant.orNull,
    lost_at: instant.orNull,
    lost_because: text.of<LostBecause>().orNull,
    rejected_because: text.orNull,
    replaces_id: integer.orNull,
    replaced_by: integer.orNull,
    replacement_owed: boolean,
    guaranteed_until: instant.orNull,
    is_indexed: boolean,
    indexed_at: instant.orNull,
    ahrefs_verified: boolean,
    ahrefs_last_seen: instant.orNull,
    indexing_submitted: boolean,
    indexing_request_id: integer.orNull,
    indexing_status: text.of<LinkIndexingState['status']>(),
    tier: oneOf(...TIERS).orNull,
    quality_warnings: json<readonly WarningShown[]>(),
    flagged: boolean,
    flagged_because: text.orNull,
    flagged_at: instant.orNull,
    live_checks: json<readonly LookShown[]>(),
    state: json<KnownBacklink>(),
    revision: integer,
    ...stamps,
  },
  {
    key: ['id'],
    indexes: [
      ['account_id'],
      ['order_id'],
      ['site_id', 'source_domain'],
      ['status', 'indexing_status'],
      ['replaces_id'],
    ],
    tenant: true,
  },
);
export type BacklinkRow = Stored<typeof BACKLINKS>;

/** How many links of a site use an anchor; the empty anchor counts them all. */
export const ANCHORS = table(
  'igny8_sag_backlink_anchors',
  { site_id: integer, anchor: text, uses: integer },
  { key: ['site_id', 'anchor'] },
);
