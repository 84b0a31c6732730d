import { z } from 'zod';
import { invalid } from '#api/http/json';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayText, moneyText, price, text } from '#api/http/schemas';
import { BASE, type ManagedSubscriptionApi, subscriptionOf, TAG } from '#api/services/managed-subscription';
import { formatTaxRate, type TaxRate, taxOn } from '#domain/billing/invoice-lines';
import { dayOf } from '#domain/kernel/calendar';
import type { SubscriptionId } from '#domain/kernel/ids';
import { add, formatMoney } from '#domain/kernel/money';
import { type Day, firstDay, lastDay, type Month, maxDay, minDay, monthOf, parseMonth } from '#domain/kernel/time';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { EMPTY_HISTORY, type MonthLine, monthLines } from '#domain/services/service-month';

export const invoiceLineSchema = z
  .object({
    description: z.string(),
    kind: z.enum(['subscription', 'order', 'pass_through', 'add_on', 'credit', 'tax']),
    rule: z.string(),
    inputs: z.object({
      monthly_price: moneyText,
      billable_days: z.int(),
      days_in_month: z.int(),
      from: dayText,
      to: dayText,
    }),
    steps: z.array(z.object({ text: z.string(), value: z.string() })),
    amount: moneyText,
    causes: z.array(z.uuid()),
  })
  .meta({ id: 'InvoicePreviewLine' });
const invoicePreviewSchema = z
  .object({
    currency: z.literal('USD'),
    period_start: dayText,
    period_end: dayText,
    lines: z.array(invoiceLineSchema),
    subtotal: moneyText,
    tax_rate: z.string(),
    tax: moneyText,
    total: moneyText,
    accrued: z.object({ through: dayText, total: moneyText }),
  })
  .meta({ id: 'InvoicePreview' });

const line = (
  domain: string,
  { tier, rule, monthlyPrice, billableDays, daysInMonth, from, to, amount, causes, steps }: MonthLine,
) => ({
  description: `Managed ${tier === 'pro' ? 'Pro' : 'Lite'} for ${domain}, ${from} to ${to}: ${billableDays} of ${daysInMonth} days`,
  kind: 'subscription' as const,
  rule,
  inputs: {
    monthly_price: formatMoney(monthlyPrice),
    billable_days: billableDays,
    days_in_month: daysInMonth,
    from,
    to,
  },
  steps,
  amount: formatMoney(amount),
  causes,
});

/** A month of a subscription as its invoice would have it (spec 2.2); the running one where none is named. */
function invoicePreview(state: ManagedSubscription, domain: string, today: Day, rate: TaxRate, asked?: Month) {
  const history = state.status === 'none' ? EMPTY_HISTORY : state.history;
  const month = asked ?? monthOf(today);
  const lines = monthLines(history, month);
  const accrued = monthLines(history, month, minDay(today, lastDay(month)));
  const total = (of: readonly MonthLine[]) => formatMoney(add(...of.map(({ amount }) => amount)));
  const net = add(...lines.map(({ amount }) => amount));
  const subtotal = formatMoney(net);
  return {
    currency: 'USD' as const,
    period_start: firstDay(month),
    period_end: lastDay(month),
    lines: lines.map((made) => line(domain, made)),
    subtotal,
    tax_rate: formatTaxRate(rate),
    tax: formatMoney(taxOn(net, rate)),
    total: formatMoney(add(net, taxOn(net, rate))),
    accrued: { through: maxDay(firstDay(month), minDay(today, lastDay(month))), total: total(accrued) },
  };
}

const changeSchema = z.strictObject({
  action: z.enum(['pause', 'resume', 'cancel']).optional(),
  tier: z.enum(['lite', 'pro']).optional(),
  monthly_price: price.optional(),
  override_reason: text().optional(),
  month: z.string().optional().meta({ description: 'another month, as YYYY-MM', example: '2026-06' }),
});
const ACTIONS = {
  pause: { type: 'Pause', reason: 'requested' },
  resume: { type: 'Resume' },
  cancel: { type: 'Cancel', reason: null },
} as const;

type InvoicePreviewApi = Pick<ManagedSubscriptionApi, 'reader' | 'flag' | 'zone' | 'now'> & {
  readonly commands: Pick<ManagedSubscriptionApi['commands'], 'wouldBe'>;
  taxRate(accountId: number): Promise<TaxRate>;
};

/** What a subscription costs, before there is an invoice of it. */
export function invoicePreviewApi({ commands, reader, flag, zone, now, taxRate }: InvoicePreviewApi): FeatureRoutes {
  return {
    name: 'invoice-preview',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/invoice-preview/`,
        operationId: 'previewManagedSubscriptionInvoice',
        needs: 'invoices',
        tag: TAG,
        summary: 'The running month as it would be billed now, line by line',
        description:
          'A subscription that is active is taken to stay so until the end of the month; `accrued` is what the days up to today come to.',
        roles: ANYONE_OF.readers,
        query: z.strictObject({
          month: z.string().optional().meta({ description: 'another month, as YYYY-MM', example: '2026-06' }),
        }),
        answers: [{ status: 200, description: 'the preview', schema: invoicePreviewSchema }],
        resource: subscriptionOf({ reader, flag }),
        handle: async ({ scope, resource: row, query }) => {
          const month = query.month === undefined ? undefined : parseMonth(query.month);
          if (month === null) throw invalid([{ pointer: '/query/month', message: 'must be a month such as 2026-06' }]);
          const domain = await reader.domain(scope, row.site_id);
          return {
            status: 200,
            body: invoicePreview(
              row.state,
              domain ?? `site ${row.site_id}`,
              dayOf(now(), zone),
              await taxRate(row.account_id),
              month,
            ),
            revision: row.revision,
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/invoice-preview/`,
        operationId: 'compareManagedSubscriptionInvoice',
        tag: TAG,
        summary: 'The month as it would be billed before and after a change that is not made',
        description:
          'Decided as the change itself would be, so that what would be refused is refused here, too. Nothing is recorded.',
        roles: ANYONE_OF.staff,
        scope: 'read',
        body: changeSchema,
        bodyExample: { action: 'cancel' },
        answers: [
          {
            status: 200,
            description: 'both previews',
            schema: z
              .object({ before: invoicePreviewSchema, after: invoicePreviewSchema })
              .meta({ id: 'InvoiceComparison' }),
          },
        ],
        resource: subscriptionOf({ reader, flag }),
        handle: async ({ scope, resource: row, body, principal }) => {
          const month = body.month === undefined ? undefined : parseMonth(body.month);
          if (month === null) throw invalid([{ pointer: '/month', message: 'must be a month such as 2026-06' }]);
          const { action, tier, monthly_price, override_reason } = body;
          const would = accepted(
            await commands.wouldBe(
              row.id as SubscriptionId,
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
          const domain = (await reader.domain(scope, row.site_id)) ?? `site ${row.site_id}`;
          const rate = await taxRate(row.account_id);
          const preview = (of: ManagedSubscription) => invoicePreview(of, domain, dayOf(now(), zone), rate, month);
          return { status: 200, body: { before: preview(would.before), after: preview(would.after) } };
        },
      }),
    ],
  };
}
