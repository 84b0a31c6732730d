/** What is known of a placed link when its quality is judged. */
export type LinkFacts = {
  /** Ahrefs domain rating and monthly organic traffic of the source; null where Ahrefs could not be asked. */
  readonly dr: number | null;
  readonly traffic: number | null;
  readonly drFloor: number;
  /** Another link of the site came from the same domain within the last 180 days. */
  readonly domainUsed: boolean;
  readonly anchorText: string;
  /** Links of the site that use the same anchor, this one included, and all of them. */
  readonly anchorUses: number;
  readonly siteLinks: number;
};

export const WARNING_CODES = ['dr_below_floor', 'domain_used_recently', 'anchor_overused'] as const;
export type WarningCode = (typeof WARNING_CODES)[number];
export type QualityWarning = { readonly code: WarningCode; readonly message: string };
export type Quality = { readonly score: number | null; readonly warnings: readonly QualityWarning[] };

export const SAME_DOMAIN_DAYS = 180;
/** More than this share of a site's links with one anchor is a warning (spec 3.3). */
const ANCHOR_PERCENT = 30;
/** Below so many links a share says nothing: one of two is half. */
const ANCHOR_FROM_LINKS = 4;

/** The quality of a placed link: 0 to 100 (60 % domain rating, 40 % traffic on a log scale, 15 off a warning), and warnings (spec 3.3). */
export function linkQuality(facts: LinkFacts): Quality {
  const { dr, traffic, drFloor, anchorUses, siteLinks } = facts;
  const share = siteLinks === 0 ? 0 : (anchorUses / siteLinks) * 100;
  const warnings: QualityWarning[] = [];
  if (dr !== null && dr < drFloor)
    warnings.push({ code: 'dr_below_floor', message: `domain rating ${dr} is below the floor of ${drFloor}` });
  if (facts.domainUsed)
    warnings.push({
      code: 'domain_used_recently',
      message: `the site has another link from this domain within ${SAME_DOMAIN_DAYS} days`,
    });
  if (siteLinks >= ANCHOR_FROM_LINKS && share > ANCHOR_PERCENT)
    warnings.push({
      code: 'anchor_overused',
      message: `the anchor is used for ${anchorUses} of the site’s ${siteLinks} links, more than ${ANCHOR_PERCENT} %`,
    });
  if (dr === null) return { score: null, warnings };
  const reach = Math.min(100, 20 * Math.log10(1 + (traffic ?? 0)));
  const score = Math.round(0.6 * dr + 0.4 * reach) - 15 * warnings.length;
  return { score: Math.max(0, Math.min(100, score)), warnings };
}
