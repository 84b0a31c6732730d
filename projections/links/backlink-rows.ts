import type { Day, Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';

export type OrderRow = {
  id: number;
  account_id: number;
  site_id: number;
  campaign_id: number | null;
  managed_subscription_id: number | null;
  order_type: 'one_time' | 'monthly';
  package: string | null;
  pricing_mode: 'tiers' | 'package' | 'pass_through';
  lines: JsonObject[];
  client_price: string;
  actual_cost: string;
  margin: string;
  budget: string | null;
  niche: string;
  niche_surcharge: string;
  links_ordered: number;
  links_delivered: number;
  links_live: number;
  links_indexed: number;
  status: 'draft' | 'approved' | 'in_progress' | 'delivered' | 'completed' | 'cancelled';
  billing: 'on_completion' | 'prepaid';
  due_date: Day | null;
  ordered_at: Instant | null;
  delivered_at: Instant | null;
  completed_at: Instant | null;
  cancelled_at: Instant | null;
  notes: string | null;
  predecessor_id: number | null;
  successor_id: number | null;
  renews_on: Day | null;
  renewal_held: string | null;
  approved_by: JsonObject | null;
  on_behalf_of_client: boolean;
  behind_since: Day | null;
  state: JsonObject;
  revision: number;
  created_by: number | null;
  created_at: Instant;
  updated_at: Instant;
};

export type BacklinkRow = {
  id: number;
  account_id: number;
  site_id: number;
  order_id: number;
  campaign_id: number | null;
  vendor: string;
  vendor_reference: string | null;
  source_url: string;
  source_domain: string;
  target_url: string;
  anchor_text: string;
  rel: string | null;
  source_dr: string | null;
  source_traffic: number | null;
  quality_score: number | null;
  cost: string;
  status: string;
  placed_at: Instant;
  live_at: Instant | null;
  lost_at: Instant | null;
  lost_because: string | null;
  rejected_because: string | null;
  replaces_id: number | null;
  replaced_by: number | null;
  replacement_owed: boolean;
  guaranteed_until: Instant | null;
  is_indexed: boolean;
  indexed_at: Instant | null;
  ahrefs_verified: boolean;
  ahrefs_last_seen: Instant | null;
  indexing_submitted: boolean;
  indexing_request_id: number | null;
  indexing_status: string;
  tier: string | null;
  quality_warnings: { code: string; message: string; decision?: string }[];
  flagged: boolean;
  flagged_because: string | null;
  flagged_at: Instant | null;
  live_checks: JsonObject[];
  state: JsonObject;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};

export type IndexingRow = {
  id: number;
  account_id: number;
  site_id: number;
  order_id: number;
  backlink_id: number;
  url: string;
  indexing_service: string | null;
  service_request_id: string | null;
  submitted_at: Instant | null;
  first_check_at: Instant | null;
  last_check_at: Instant | null;
  check_count: number;
  is_indexed: boolean;
  indexed_at: Instant | null;
  indexed_on_day: number | null;
  status: 'queued' | 'submitted' | 'checking' | 'resubmitted' | 'indexed' | 'failed' | 'cancelled';
  cost: string;
  cost_units: number;
  charges: { what: 'index_check'; step: string; service: string; at: string; cost: string }[];
  needs_review: boolean;
  failure: string | null;
  failed_at: Instant | null;
  review: JsonObject | null;
  attempts: JsonObject[];
  checks: JsonObject[];
  next_step: string | null;
  next_due_at: Instant | null;
  entitled_by: string;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};

export type PriceBookRow = {
  version: number;
  book: JsonObject;
  changed: JsonObject[];
  reason: string;
  changed_by: JsonObject;
  created_at: Instant;
};

export type AhrefsConnectionRow = {
  id: number;
  account_id: number;
  plan_type: string;
  credits_remaining: number | null;
  monthly_unit_budget: number | null;
  units_spent: number;
  units_month: string | null;
  last_synced: Instant | null;
  status: 'active' | 'expired' | 'error' | 'disconnected';
  error: string | null;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};

export type AhrefsSnapshotRow = {
  id: number;
  account_id: number;
  site_id: number;
  domain: string;
  domain_rating: string | null;
  referring_domains: number | null;
  organic_keywords: number | null;
  organic_traffic: number | null;
  backlinks_total: number | null;
  snapshot_date: Day;
  raw_data: JsonObject;
  created_at: Instant;
};

declare module '#projections/platform/reads' {
  interface Tables {
    igny8_backlink_service_orders: OrderRow;
    igny8_sag_backlinks: BacklinkRow;
    igny8_backlink_indexing_requests: IndexingRow;
    igny8_indexing_services: { service: string; problem: string | null; error: string | null; since: Instant | null };
    igny8_price_book_versions: PriceBookRow;
    igny8_ahrefs_connections: AhrefsConnectionRow;
    igny8_ahrefs_domain_snapshots: AhrefsSnapshotRow;
  }
}
