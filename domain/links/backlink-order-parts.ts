import type { AccountId, BacklinkId, OrderId, SiteId } from '#domain/kernel/ids';

/** What messages of an order have in common. */
export type OfOrder = { readonly order_id: OrderId; readonly account_id: AccountId; readonly site_id: SiteId };
export type OfLink = OfOrder & { readonly backlink_id: BacklinkId };
export type Approver = { readonly role: string; readonly id: number | string | null };

export const VENDORS = ['fatgrid', 'ein_presswire', 'prnews_io', 'linking_news', 'direct', 'other'] as const;
export type Vendor = (typeof VENDORS)[number];
