import { z } from 'zod';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayText, idSchema, price, text } from '#api/http/schemas';
import { BASE, TAG } from '#api/services/managed-subscription';
import { configSchema } from '#api/services/managed-subscription-schemas';
import type { ContractImportCommands, ContractToImport, ImportResult } from '#commands/billing/contract-import';
import type { AccountId, SiteId, UserId } from '#domain/kernel/ids';
import { type Day, type Month, parseMonth } from '#domain/kernel/time';
import { sideSchema } from './next-invoice.ts';
import { sideOf } from './outlook.ts';

/** So many contracts are imported at once. */
const MOST_CONTRACTS = 50;
const month = z
  .string()
  .refine((given) => parseMonth(given) !== null, 'must be a month such as 2026-03')
  .transform((given) => given as Month)
  .meta({ example: '2026-03' });
const contract = z
  .strictObject({
    reference: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/, 'must be letters, digits and ._:/- (at most 64)'),
    account_id: idSchema,
    site_id: idSchema,
    tier: z.enum(['lite', 'pro']),
    started_on: dayText,
    billed_months: z
      .array(month)
      .max(600)
      .default([])
      .meta({ description: 'billed elsewhere, from the first month on, in order: never billed here' }),
    months_to_bill: z
      .array(month)
      .max(12)
      .default([])
      .meta({ description: 'over, not billed elsewhere, and to be billed here on the next night' }),
    delivered_articles: z
      .int()
      .min(0)
      .max(1000)
      .default(0)
      .meta({ description: 'published in the running month, and not told by the platform' }),
    monthly_price: price.optional(),
    override_reason: text().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a code such as USD')
      .default('USD'),
    account_manager_id: idSchema.nullish(),
    service_config: configSchema.optional(),
  })
  .meta({ id: 'ContractToImport' });
export const importSchema = z.strictObject({
  dry_run: z.boolean().default(false),
  contracts: z.array(contract).min(1).max(MOST_CONTRACTS),
});
const resultSchema = z
  .object({
    dry_run: z.boolean(),
    accepted: z.int(),
    duplicate: z.int(),
    refused: z.int(),
    results: z.array(
      z.object({
        reference: z.string(),
        outcome: z.enum(['accepted', 'duplicate', 'refused']),
        managed_subscription_id: idSchema.nullable(),
        problem: z.object({ code: z.string(), message: z.string(), pointer: z.string().nullable() }).nullable(),
        first_billing_date: dayText.nullable(),
        first_invoice: sideSchema.nullable(),
        notes: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ContractImport' });

/** A contract as it was sent, once it has been checked. */
export const contractOf = (given: z.output<typeof contract>): ContractToImport => ({
  reference: given.reference,
  accountId: given.account_id as AccountId,
  siteId: given.site_id as SiteId,
  tier: given.tier,
  currency: given.currency,
  monthlyPrice: given.monthly_price ?? null,
  overrideReason: given.override_reason ?? null,
  accountManagerId: (given.account_manager_id ?? null) as UserId | null,
  given: given.service_config ?? {},
  startedOn: given.started_on as Day,
  billedMonths: given.billed_months,
  monthsToBill: given.months_to_bill,
  deliveredArticles: given.delivered_articles,
});

type Api = { readonly imports: ContractImportCommands };

/** Contracts that run already come here (spec 10, 2.8): an earlier start, and what was billed elsewhere is not billed again. */
export function contractImportApi({ imports }: Api): FeatureRoutes {
  return {
    name: 'contract-import',
    routes: [
      defineRoute({
        method: 'post',
        path: `${BASE}import/`,
        operationId: 'importManagedSubscriptions',
        tag: TAG,
        summary: 'Import contracts that run already; with `dry_run` only say what would come of it',
        description:
          'Each is accepted or refused for itself, and told apart by its `reference`: sent again it changes nothing, and with other values it is refused. It is active at once and nobody is onboarded or welcomed. Every month that is over is named in `billed_months` or in `months_to_bill`. `first_invoice` is what the account is first billed for it, by what puts invoices together.',
        roles: ANYONE_OF.admin,
        body: importSchema,
        bodyExample: {
          dry_run: true,
          contracts: [
            {
              reference: 'crm-1042',
              account_id: 1,
              site_id: 11,
              tier: 'pro',
              started_on: '2026-03-10',
              billed_months: ['2026-03', '2026-04', '2026-05'],
              monthly_price: '349.00',
              override_reason: 'price of the old contract',
              delivered_articles: 12,
            },
          ],
        },
        answers: [{ status: 200, description: 'what became, or would become, of each', schema: resultSchema }],
        handle: async ({ body, principal, cause }) => {
          const contracts = body.contracts.map(contractOf);
          const asked = { admin: true, userId: principal.userId as UserId | null, commit: !body.dry_run };
          return { status: 200, body: importedBody(body.dry_run, await imports.run(contracts, asked, cause)) };
        },
      }),
    ],
  };
}

/** What became of each, as answers and the command line tell it. */
export function importedBody(dryRun: boolean, results: readonly ImportResult[]) {
  const count = (outcome: ImportResult['outcome']) => results.filter((each) => each.outcome === outcome).length;
  return {
    dry_run: dryRun,
    accepted: count('accepted'),
    duplicate: count('duplicate'),
    refused: count('refused'),
    results: results.map((each) => ({
      reference: each.reference,
      outcome: each.outcome,
      managed_subscription_id: each.subscriptionId,
      problem: each.problem,
      first_billing_date: each.firstBillingDate,
      first_invoice: each.invoice && sideOf(each.invoice),
      notes: each.notes,
    })),
  };
}
