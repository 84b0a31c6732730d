import type { Billing, OrderType } from '#domain/links/backlink-order-messages';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import type { LinkPackage, LinkTier } from '#domain/links/price-book-data';
import type { PricingMode } from '#domain/links/quote-request';
import { boolean, day, decimal, instant, integer, json, type RowOf, stamps, table, text } from '#runtime/table';

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
    order_type: text.of<OrderType>(),
    package: text.of<LinkPackage>().orNull,
    pricing_mode: text.of<PricingMode>(),
    lines: json<readonly OrderLineShown[]>(),
    client_price: decimal,
    actual_cost: decimal,
    margin: decimal,
    budget: decimal.orNull,
    niche: text,
    niche_surcharge: decimal,
    links_ordered: integer,
    links_delivered: integer,
    links_live: integer,
    links_indexed: integer,
    status: text.of<KnownOrder['status']>(),
    billing: text.of<Billing>(),
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
    invoice_id: integer.orNull,
    state: json<KnownOrder>(),
    revision: integer,
    created_by: integer.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id'], ['status'], ['renews_on'], ['invoice_id']], tenant: true },
);
export type OrderRow = RowOf<typeof ORDERS>;
