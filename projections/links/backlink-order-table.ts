import type { KnownOrder } from '#domain/links/backlink-order-state';
import type { GuaranteeTerms } from '#domain/links/guarantee';
import { type LinkPackage, type LinkTier, NICHES } from '#domain/links/price-book-data';
import { boolean, day, decimal, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

/** A line of an order as the API answers it. */
export type OrderLineShown = {
  readonly id: number;
  readonly tier?: LinkTier | null;
  readonly package?: LinkPackage;
  readonly quantity: number;
  readonly dr?: number;
  readonly unit_price: string | null;
  readonly niche_surcharge: number;
  readonly amount: string;
  readonly delivered: number;
};

/** Backlink orders as the API answers them; `state` is the aggregate itself. */
export const ORDERS = table(
  'igny8_backlink_service_orders',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    campaign_id: integer.orNull,
    managed_subscription_id: integer.orNull,
    order_type: oneOf('one_time', 'monthly'),
    package: text.of<LinkPackage>().orNull,
    pricing_mode: oneOf('tiers', 'package', 'pass_through'),
    lines: json<readonly OrderLineShown[]>(),
    client_price: decimal,
    actual_cost: decimal,
    margin: decimal,
    budget: decimal.orNull,
    niche: oneOf(...NICHES),
    niche_surcharge: decimal,
    links_ordered: integer,
    links_delivered: integer,
    links_live: integer,
    links_indexed: integer,
    status: oneOf('draft', 'approved', 'in_progress', 'delivered', 'completed', 'cancelled'),
    billing: oneOf('on_completion', 'prepaid'),
    due_date: day.orNull,
    ordered_at: instant.orNull,
    delivered_at: instant.orNull,
    completed_at: instant.orNull,
    cancelled_at: instant.orNull,
    notes: text.orNull,
    predecessor_id: integer.orNull,
    successor_id: integer.orNull,
    renews_on: day.orNull,
    renewal_held: text.orNull,
    approved_by: json<NonNullable<KnownOrder['approval']>['approved_by']>().orNull,
    on_behalf_of_client: boolean,
    behind_since: day.orNull,
    placement_approval: oneOf('none', 'client'),
    placements_halted: boolean,
    brief_status: oneOf('none', 'waiting', 'complete'),
    /** When an approved order began to wait for its brief. */
    brief_since: instant.orNull,
    brief_completed_at: instant.orNull,
    guarantee: json<GuaranteeTerms>().orNull,
    invoice_id: integer.orNull,
    state: json<KnownOrder>(),
    revision: integer,
    created_by: integer.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id'], ['status'], ['renews_on'], ['invoice_id']], tenant: true },
);
export type OrderRow = Stored<typeof ORDERS>;
