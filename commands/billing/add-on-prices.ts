import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { PriceBookCommands } from '#commands/links/price-book';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import { type AddOnRefusal, type AddOnTerms, BOOST_LEAST, BOOST_PLANS, BOOST_UNIT_PRICE } from '#domain/billing/add-on';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import type { AccountId, SiteId, UserId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { LinkPackage, Niche } from '#domain/links/price-book-data';
import type { GateAnswer } from '#domain/plans/feature-gate';
import { levelForTier, type Plan } from '#domain/plans/plan';
import { TIER_TERMS, type Tier } from '#domain/services/service-config';
import type { Cause } from '#runtime/metadata';

export type Wanted =
  | { readonly kind: 'managed-service'; readonly siteId: SiteId; readonly tier: Tier }
  | {
      readonly kind: 'backlink-package';
      readonly siteId: SiteId;
      readonly package: LinkPackage;
      readonly links: number | null;
      readonly niche: Niche | null;
    }
  | { readonly kind: 'indexing-boost'; readonly quantity: number };
export type Buy = {
  readonly accountId: AccountId;
  readonly wanted: Wanted;
  readonly paymentMethod: MethodGateway;
  /** An admin's, who may sell what the plan does not include. */
  readonly overrideReason: string | null;
  readonly boughtBy: UserId | null;
};
type Priced = { readonly terms: AddOnTerms } | { readonly refusal: AddOnRefusal };

/** What it costs, or why it may not be bought: the gate of each kind is asked, also where an admin's reason passes it. */
export function addOnPrices(deps: {
  readonly features: FeatureGateCommands;
  readonly orders: Pick<BacklinkOrderCommands, 'quote'>;
  readonly priceBook: PriceBookCommands;
  readonly site: (id: number) => Promise<{ readonly account_id: number; readonly domain: string } | null>;
}) {
  const { features, orders, priceBook, site } = deps;
  return async ({ accountId, wanted, overrideReason }: Buy, cause: Cause): Promise<Priced> => {
    const notAllowed = ({ allowed, upgrade_to: upgradeTo }: GateAnswer, message: string): Priced | null =>
      allowed || overrideReason !== null ? null : { refusal: { code: 'feature_not_in_plan', message, upgradeTo } };
    const toBuy = (plans: readonly Plan[]) => features.askToBuy(accountId, 'backlinks_level', plans, cause);
    if (wanted.kind === 'indexing-boost') {
      const { quantity } = wanted;
      if (quantity < BOOST_LEAST)
        return {
          refusal: { code: 'invalid_values', pointer: '/quantity', message: `must be ${BOOST_LEAST} or more` },
        };
      const asked = await toBuy(BOOST_PLANS);
      const barred = notAllowed(asked, `plan ${asked.plan} may not buy Indexing Boost`);
      const price_cents = cents(quantity * BOOST_UNIT_PRICE);
      return barred ?? { terms: { kind: wanted.kind, quantity, unit_price_cents: BOOST_UNIT_PRICE, price_cents } };
    }
    const of = await site(wanted.siteId);
    if (of?.account_id !== accountId)
      return {
        refusal: {
          code: 'invalid_values',
          pointer: '/site_id',
          message: `account ${accountId} has no site ${wanted.siteId}`,
        },
      };
    if (wanted.kind === 'managed-service') {
      const { tier, siteId: site_id } = wanted;
      const asked = await features.ask(accountId, 'managed_services', levelForTier(tier), cause);
      const barred = notAllowed(asked, `plan ${asked.plan} does not include managed services at ${tier}`);
      return (
        barred ?? { terms: { kind: wanted.kind, site_id, tier, monthly_price_cents: TIER_TERMS[tier].monthlyPrice } }
      );
    }
    const { siteId: site_id, package: name } = wanted;
    const { book } = await priceBook.current();
    const { plans } = book.packages[name];
    const asked = await toBuy(plans);
    const barred = notAllowed(asked, `plan ${asked.plan} may not buy the package ${name}`);
    if (barred) return barred;
    const quoted = await orders.quote(packageRequest(name, wanted.links, wanted.niche, null));
    if (!quoted.ok)
      return {
        refusal: { code: 'invalid_values', pointer: quoted.refusal.pointer ?? '', message: quoted.refusal.message },
      };
    const { links_ordered: links, client_price_cents: price_cents } = quoted.quote;
    return {
      terms: { kind: wanted.kind, site_id, package: name, links, niche: wanted.niche ?? 'general', price_cents },
    };
  };
}

/** What an order of a package is quoted by. */
export const packageRequest = (
  name: LinkPackage,
  links: number | null,
  niche: Niche | null,
  reason: string | null,
) => ({
  pricing_mode: 'package' as const,
  package: name,
  override_reason: reason,
  ...(links === null ? {} : { links }),
  ...(niche === null ? {} : { niche }),
});
