import { BACKLINKS } from '#projections/links/backlink-tables';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import type { ReadTables } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';

/** Links that are press releases: of these tiers, or placed by these services. */
const TIERS: ReadonlySet<string | null> = new Set(['pr_basic', 'pr_premium']);
const VENDORS: ReadonlySet<string> = new Set(['ein_presswire', 'prnews_io', 'linking_news']);
const STATES = { placed: 'placed', live: 'live', lost: 'lost' } as const;

export const distributionVisits = (tables: ReadTables) => ({
  /** Press releases of an order; those that were rejected or replaced are none. */
  async placementsOf(orderId: number) {
    const rows = await typed(tables).find(BACKLINKS, { order_id: orderId });
    const placed = rows.filter(({ tier, vendor }) => TIERS.has(tier) || VENDORS.has(vendor));
    return placed
      .sort((a, b) => a.id - b.id)
      .flatMap(({ status, source_domain, source_url, target_url, live_at, is_indexed, replaced_by }) => {
        const state = Object.hasOwn(STATES, status) ? STATES[status as keyof typeof STATES] : null;
        if (state === null || replaced_by !== null) return [];
        return [
          {
            outlet: source_domain,
            url: source_url,
            target: target_url,
            state,
            live_on: live_at?.slice(0, 10) ?? null,
            in_index: is_indexed,
          },
        ];
      });
  },
  /** How reports of a site look; of its newest subscription that goes on. */
  async styleOf(siteId: number) {
    const rows = await typed(tables).find(SUBSCRIPTIONS, { site_id: siteId });
    const newest = rows.filter(({ status }) => status !== 'cancelled').sort((a, b) => b.id - a.id)[0];
    return newest?.service_config.reporting ?? null;
  },
});
