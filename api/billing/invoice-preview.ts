import { z } from 'zod';
import { dayText, moneyText } from '#api/http/schemas';
import { formatTaxRate, type TaxRate, taxOn } from '#domain/billing/invoice-lines';
import { add, formatMoney } from '#domain/kernel/money';
import { type Day, firstDay, lastDay, type Month, maxDay, minDay, monthOf } from '#domain/kernel/time';
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
export const invoicePreviewSchema = z
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
export function invoicePreview(state: ManagedSubscription, domain: string, today: Day, rate: TaxRate, asked?: Month) {
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
