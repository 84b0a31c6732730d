import { z } from 'zod';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayText, moneyText, price, text } from '#api/http/schemas';
import { BASE, type ManagedSubscriptionApi, subscriptionOf, TAG } from '#api/services/managed-subscription';
import { withTaxRate } from '#domain/billing/next-invoice';
import type { SubscriptionId } from '#domain/kernel/ids';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import type { ReadScope } from '#runtime/table-reads';
import { taxRateInput } from './billing-account.ts';
import { invoiceLineSchema } from './invoice-schemas.ts';
import { type Outlook, sideOf } from './outlook.ts';

export const sideSchema = z
  .object({
    lines: z.array(invoiceLineSchema),
    subtotal: moneyText,
    tax_rate: z.string(),
    tax: moneyText,
    total: moneyText,
    carried_over: z
      .boolean()
      .meta({ description: 'less than the account’s card can be charged with: it waits for the invoice after it' }),
  })
  .meta({ id: 'NextInvoice' });
export const nextSchema = z
  .object({ currency: z.literal('USD'), billing_date: dayText, before: sideSchema, after: sideSchema })
  .meta({ id: 'NextInvoiceChange' });
const asked = z.strictObject({
  action: z.enum(['pause', 'resume', 'cancel']).optional(),
  tier: z.enum(['lite', 'pro']).optional(),
  monthly_price: price.optional(),
  override_reason: text().optional(),
});
const ACTIONS = {
  pause: { type: 'Pause', reason: 'requested' },
  resume: { type: 'Resume' },
  cancel: { type: 'Cancel', reason: null },
} as const;

export type NextInvoiceApi = Pick<ManagedSubscriptionApi, 'reader' | 'flag'> & {
  readonly commands: Pick<ManagedSubscriptionApi['commands'], 'wouldBe'>;
  readonly outlook: (accountId: number) => Promise<Outlook>;
  /** The account, where that scope sees it. */
  readonly account: (scope: ReadScope, id: number) => Promise<object | undefined>;
};

/** The account’s next invoice before and after a change of a service, before the change is made. */
export function nextInvoiceApi({ reader, flag, commands, outlook, account }: NextInvoiceApi): FeatureRoutes {
  return {
    name: 'next-invoice',
    routes: [
      defineRoute({
        method: 'post',
        path: '/api/v1/billing/accounts/{id}/next-invoice/',
        operationId: 'previewAccountInvoice',
        tag: 'Billing',
        summary: 'The account’s next invoice, and what it would be with another tax rate; nothing is changed',
        description: 'Without a `tax_rate` both are as things stand now.',
        roles: ANYONE_OF.staff,
        scope: 'read',
        body: z.strictObject({ tax_rate: taxRateInput.optional() }),
        bodyExample: { tax_rate: '19' },
        answers: [{ status: 200, description: 'the next invoice, before and after', schema: nextSchema }],
        resource: async ({ id, scope }) => {
          const found = await account(scope, id);
          if (!found) throw notFound('account');
          return found;
        },
        handle: async ({ id, body }) => {
          const { at, account: state, revision, billingDate, invoices } = await outlook(id);
          const other = body.tax_rate === undefined ? state : withTaxRate(state, body.tax_rate, at);
          const [before, after] = [state, other].map((each) => sideOf(invoices(each).next));
          return {
            status: 200,
            body: { currency: 'USD' as const, billing_date: billingDate, before, after },
            revision,
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/next-invoice/`,
        operationId: 'previewNextInvoice',
        tag: TAG,
        summary: 'The account’s next invoice before and after a change of this service; nothing is changed',
        description:
          'Decided by what would decide the change, and put together by what puts invoices together: services are taken to stay as they are until the month ends; orders that have ended stand on it, and what renewed prepaid orders take of the account’s credit until then is gone. Its ETag, given as If-Match with the change, makes sure that things still stand so.',
        roles: ANYONE_OF.staff,
        scope: 'read',
        body: asked,
        bodyExample: { monthly_price: '349.00', override_reason: 'loyalty discount agreed by phone' },
        answers: [{ status: 200, description: 'the next invoice, before and after', schema: nextSchema }],
        resource: subscriptionOf({ reader, flag }),
        handle: async ({ id, body, resource: row, principal }) => {
          const { action, tier, monthly_price, override_reason } = body;
          const would = accepted(
            await commands.wouldBe(
              id as SubscriptionId,
              action === undefined
                ? {
                    tier,
                    monthlyPrice: monthly_price,
                    overrideReason: override_reason ?? null,
                    mayOverride: principal.role === 'admin',
                  }
                : ACTIONS[action],
            ),
          );
          const { account: billed, billingDate, invoices } = await outlook(row.account_id);
          const invoiceOf = (state: ManagedSubscription) => sideOf(invoices(billed, new Map([[id, state]])).next);
          return {
            status: 200,
            body: {
              currency: 'USD' as const,
              billing_date: billingDate,
              before: invoiceOf(would.before),
              after: invoiceOf(would.after),
            },
            revision: row.revision,
          };
        },
      }),
    ],
  };
}
