import type { AccountId, BrandingId } from '#domain/kernel/ids';
import type { DistributionDocument, Placement } from '#domain/reports/distribution-report';
import type { Language, PageSize } from '#domain/services/service-config';
import type { Clock } from '#runtime/clock';
import type { LookOf } from './ports-reports.ts';

export type RenderDistribution = (document: DistributionDocument) => Promise<Uint8Array>;
export type DistributionReports = ReturnType<typeof distributionReports>;
type Order = { readonly id: number; readonly account_id: number; readonly site_id: number };

/** What became of an order's press releases, as a document under the brand that the site's reports are under. */
export function distributionReports(deps: {
  readonly look: LookOf;
  readonly render: RenderDistribution;
  readonly clock: Clock;
  readonly head: () => Promise<number>;
  /** Press releases of an order, in the order in which they were placed. */
  readonly placementsOf: (orderId: number) => Promise<readonly Placement[]>;
  /** How reports of a site look by its subscription's config; null where it has none. */
  readonly styleOf: (siteId: number) => Promise<{
    readonly branding_id: number | null;
    readonly client_logo_url: string | null;
    readonly language: Language;
    readonly page_size: PageSize;
  } | null>;
  readonly names: (order: Order) => Promise<Pick<DistributionDocument, 'client_name' | 'site_name' | 'site_domain'>>;
}) {
  const { look, render, clock, head, placementsOf, styleOf, names } = deps;
  return {
    /** `branding` in place of the one that the site's config names. */
    async pdf(order: Order, branding?: number) {
      const placements = await placementsOf(order.id);
      if (placements.length === 0)
        return { problem: 'no_placements', detail: 'nothing of this order was placed by PR distribution' } as const;
      const style = await styleOf(order.site_id);
      const found = await look({
        branding_id: (branding ?? style?.branding_id ?? null) as BrandingId | null,
        client_logo_url: style?.client_logo_url ?? null,
        account_id: order.account_id as AccountId,
      });
      if ('problem' in found) return found;
      const document: DistributionDocument = {
        order_id: order.id,
        made_at: clock.now(),
        position: await head(),
        ...(await names(order)),
        language: style?.language ?? 'en',
        page_size: style?.page_size ?? 'A4',
        look: found.look,
        placements,
      };
      return { bytes: await render(document) };
    },
  };
}
