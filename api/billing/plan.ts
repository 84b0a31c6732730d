import { z } from 'zod';
import { defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { moneyText } from '#api/http/schemas';
import { planOf, planSchema } from '#api/plans/entitlement';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import { canonicalJson } from '#domain/kernel/canonical-json';
import { formatMoney } from '#domain/kernel/money';
import { allowsTier, type ManagedServicesLevel, PLANS } from '#domain/plans/plan';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import { TIER_TERMS, type Tier } from '#domain/services/service-config';

/** So long, in seconds, may a page show what it has; after that it asks whether that still holds. */
const FRESH_SECONDS = 300;
const TIERS: readonly Tier[] = ['lite', 'pro'];
const schema = z
  .object({
    currency: z.literal('USD'),
    plans: z.array(planSchema),
    managed_services: z
      .array(
        z.object({
          tier: z.enum(['lite', 'pro']),
          monthly_price: moneyText,
          articles_per_month: z.int(),
          plans: z.array(z.enum(PLANS)),
        }),
      )
      .meta({ description: 'a site a month; empty until they are launched' }),
  })
  .meta({ id: 'PublicPlans' });

type Api = {
  readonly gates: Pick<FeatureGateCommands, 'book'>;
  readonly flag: (flag: LaunchFlag, account: number | null) => Promise<boolean>;
  /** The same for the same text, and for no other. */
  readonly tagOf: (text: string) => string;
};

/** What a pricing page shows: for everybody, from whatever origin, and cheap to ask again. */
export function publicPlansApi({ gates, flag, tagOf }: Api): FeatureRoutes {
  async function body() {
    const book = await gates.book();
    const plansOf = (tier: Tier) =>
      PLANS.filter((plan) => allowsTier(book.matrix(plan).managed_services as ManagedServicesLevel, tier));
    const launched = await flag('managed_services_enabled', null);
    return {
      currency: 'USD' as const,
      plans: PLANS.map((plan) => planOf(plan, book)),
      managed_services: (launched ? TIERS : []).map((tier) => ({
        tier,
        monthly_price: formatMoney(TIER_TERMS[tier].monthlyPrice),
        articles_per_month: TIER_TERMS[tier].articlesPerMonth,
        plans: plansOf(tier),
      })),
    };
  }
  return {
    name: 'public-plans',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/billing/plans/public/',
        operationId: 'listPublicPlans',
        tag: 'Plans',
        summary: 'The plans as a pricing page shows them; without a token, from any origin',
        description:
          'May be kept for five minutes; asked again with If-None-Match it is 304 where nothing has changed.',
        roles: 'public',
        answers: [
          { status: 200, description: 'cheapest first', schema },
          { status: 304, description: 'as If-None-Match has it' },
        ],
        handle: async ({ c }): Promise<Reply> => {
          const shown = await body();
          const etag = `"${tagOf(canonicalJson(shown))}"`;
          const headers = {
            ETag: etag,
            'Cache-Control': `public, max-age=${FRESH_SECONDS}`,
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Expose-Headers': 'ETag',
            'Cross-Origin-Resource-Policy': 'cross-origin',
          };
          const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
          if (known.includes(etag) || known.includes('*')) return { status: 304, headers };
          return {
            status: 200,
            raw: JSON.stringify(shown),
            headers: { ...headers, 'Content-Type': 'application/json' },
          };
        },
      }),
    ],
  };
}
