import { z } from 'zod';
import { dayInput, dayText, idSchema, money, moneyText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { approverSchema, withActors } from '#api/platform/actors';
import { type Cents, formatMoney } from '#domain/kernel/money';
import { GUARANTEE_REASONS, REMEDIES, REPLACEMENT_WINDOWS } from '#domain/links/guarantee';
import type { Quote } from '#domain/links/order-quote';
import { NICHES, PACKAGES, TIERS } from '#domain/links/price-book-data';
import type { QuoteRequest } from '#domain/links/quote-request';
import { ORDERS, type OrderRow } from '#projections/links/backlink-order-table';

/** `1.5` or `"1.5"`, at most two decimals; becomes hundredths. */
const factor = z
  .union([z.number(), z.string().max(8)])
  .transform((value, context): number => {
    const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(String(value));
    if (match) return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    context.addIssue({ code: 'custom', message: 'must be a factor such as 1.5 with at most two decimals' });
    return z.NEVER;
  })
  .meta({ type: 'number', example: 1.5 });

const pricing = {
  pricing_mode: z.enum(['tiers', 'package', 'pass_through']),
  package: z.enum([...PACKAGES, 'custom']),
  links: z.int().min(1).max(1000),
  price: money,
  lines: z
    .array(
      z.strictObject({
        tier: z.enum(TIERS),
        quantity: z.int().min(1).max(1000),
        dr: z.int().min(0).max(100).optional(),
        unit_price: money.optional(),
      }),
    )
    .min(1)
    .max(50),
  niche: z.enum(NICHES),
  niche_surcharge: factor,
  budget: money,
  override_reason: text(),
};
const optional = {
  pricing_mode: pricing.pricing_mode.optional(),
  package: pricing.package.optional(),
  links: pricing.links.optional(),
  price: pricing.price.optional(),
  lines: pricing.lines.optional(),
  niche: pricing.niche.optional(),
  niche_surcharge: pricing.niche_surcharge.optional(),
  budget: pricing.budget.optional(),
  override_reason: pricing.override_reason.optional(),
};
/** What is asked of the client while the order is worked on. */
const agreed = {
  placement_approval: z
    .enum(['none', 'client'])
    .optional()
    .meta({ description: 'client: every link is proposed first; by default what the site’s subscription says' }),
  brief_required: z.boolean().optional().meta({ description: 'by default what the package says' }),
};
const beside = {
  managed_subscription_id: idSchema.optional(),
  campaign_id: idSchema.optional(),
  due_date: dayInput.optional(),
  notes: text(4000).optional(),
  ...agreed,
};

export const orderBody = z.strictObject({
  site_id: idSchema,
  order_type: z.enum(['one_time', 'monthly']).default('one_time'),
  ...optional,
  ...beside,
});
export const quoteBody = z.strictObject({
  site_id: idSchema.optional(),
  order_type: z.enum(['one_time', 'monthly']).default('one_time'),
  ...optional,
  ...beside,
});
export const orderPatch = z.strictObject({
  order_type: z.enum(['one_time', 'monthly']).optional(),
  ...optional,
  due_date: dayInput.optional(),
  notes: text(4000).nullish(),
  ...agreed,
});

type Given = Partial<z.output<z.ZodObject<typeof optional>>>;

/** What a body asks for, on top of what was asked before; new lines or another mode begin anew. */
export function requestOf(given: Given, before?: QuoteRequest): QuoteRequest {
  const named = given.package === 'custom' ? undefined : given.package;
  const mode =
    given.pricing_mode ?? (named !== undefined ? 'package' : given.lines !== undefined ? 'tiers' : undefined);
  const anew = before === undefined || (mode !== undefined && mode !== before.pricing_mode);
  const kept: Partial<QuoteRequest> = anew
    ? { niche: before?.niche, niche_surcharge: before?.niche_surcharge }
    : before;
  const lines = given.lines?.map(({ tier, quantity, dr, unit_price }) => ({
    tier,
    quantity,
    ...(dr === undefined ? {} : { dr }),
    ...(unit_price === undefined ? {} : { unit_price_cents: unit_price }),
  }));
  const niche = given.niche ?? kept.niche;
  // Another niche has a surcharge of its own.
  const surcharge = given.niche_surcharge ?? (given.niche === undefined ? kept.niche_surcharge : undefined);
  return defined({
    pricing_mode: mode ?? kept.pricing_mode ?? 'tiers',
    package: named ?? kept.package,
    links: given.links ?? kept.links,
    price_cents: given.price ?? kept.price_cents,
    lines: lines ?? kept.lines,
    niche,
    niche_surcharge: surcharge,
    budget_cents: given.budget ?? kept.budget_cents,
    override_reason: given.override_reason ?? kept.override_reason ?? null,
  });
}

const defined = (request: QuoteRequest): QuoteRequest =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as QuoteRequest;

export const lineSchema = z
  .object({
    id: z.int(),
    tier: z.enum(TIERS).optional(),
    package: z.enum(PACKAGES).optional(),
    quantity: z.int(),
    dr: z.int().optional(),
    unit_price: moneyText.nullable(),
    niche_surcharge: z.number(),
    amount: moneyText,
    delivered: z.int().optional(),
  })
  .meta({ id: 'OrderLine' });
const rangeSchema = z.object({ low: moneyText, high: moneyText });

export const quoteSchema = z
  .object({
    client_price: moneyText,
    currency: z.literal('USD'),
    links_ordered: z.int(),
    niche: z.enum(NICHES),
    niche_surcharge: z.number(),
    expected_cost: rangeSchema.nullish().meta({ description: 'not for clients; null where the price book has none' }),
    expected_margin: rangeSchema.nullish().meta({ description: 'not for clients' }),
    lines: z.array(lineSchema),
    steps: z.array(z.object({ text: z.string(), value: z.string() })),
  })
  .meta({ id: 'BacklinkQuote' });

const cents = (amount: number): string => formatMoney(amount as Cents);

/** A quote as the API answers it; clients see neither cost nor margin. */
export function quoteAnswer(quote: Quote, passThrough: boolean, markupPercent: number, forClient: boolean) {
  const { expected_cost: cost, client_price_cents: price } = quote;
  const share = (amount: number) => Math.round((amount * markupPercent) / 100);
  const margin =
    cost &&
    (passThrough
      ? { low: share(cost.low), high: share(cost.high) }
      : { low: price - cost.high, high: price - cost.low });
  const inside = {
    expected_cost: cost && { low: cents(cost.low), high: cents(cost.high) },
    expected_margin: margin && { low: cents(margin.low), high: cents(margin.high) },
  };
  return {
    client_price: formatMoney(price),
    currency: 'USD',
    links_ordered: quote.links_ordered,
    niche: quote.niche,
    niche_surcharge: quote.niche_surcharge / 100,
    ...(forClient ? {} : inside),
    lines: quote.lines.map((line) => ({
      id: line.id,
      ...(line.package === null ? { tier: line.tier } : { package: line.package }),
      quantity: line.quantity,
      ...(line.dr === null ? {} : { dr: line.dr }),
      unit_price: line.unit_price_cents === null ? null : formatMoney(line.unit_price_cents),
      niche_surcharge: line.niche_surcharge / 100,
      amount: formatMoney(line.amount_cents),
    })),
    steps: forClient ? quote.steps.filter(({ text: told }) => !told.startsWith('expected')) : quote.steps,
  };
}

const WHOSE = [
  'id',
  'account_id',
  'site_id',
  'sector_id',
  'campaign_id',
  'managed_subscription_id',
  'order_type',
] as const;
const LINKS = ['links_ordered', 'links_delivered', 'links_live', 'links_indexed', 'status'] as const;
const WHEN = ['due_date', 'ordered_at', 'delivered_at', 'completed_at', 'cancelled_at'] as const;
const AGREED = ['placement_approval', 'placements_halted', 'brief_status'] as const;
const RENEWAL = ['on_behalf_of_client', 'predecessor_id', 'successor_id', 'renews_on', 'renewal_held'] as const;
const INVOICED = ['invoice_id', 'notes'] as const;
const STAMPS = ['created_at', 'updated_at'] as const;
/** What is told of an order as its row has it. */
const TOLD = [
  ...WHOSE,
  ...(['package', 'pricing_mode', 'billing', 'lines', 'client_price', 'budget', 'niche'] as const),
  ...LINKS,
  ...WHEN,
  'approved_by',
  ...RENEWAL,
  ...AGREED,
  'guarantee',
  ...INVOICED,
  'created_by',
  ...STAMPS,
] as const;

const guaranteeSchema = z
  .object({
    days: z.int(),
    covers: z.array(z.enum(GUARANTEE_REASONS)),
    remedy: z.enum(REMEDIES),
    replacement_window: z.enum(REPLACEMENT_WINDOWS),
  })
  .meta({ id: 'GuaranteeTerms' });

export const orderSchema = z
  .object({
    ...columnSchemas(ORDERS, ...WHOSE),
    package: z.enum([...PACKAGES, 'custom']).nullable(),
    ...columnSchemas(ORDERS, 'pricing_mode', 'billing'),
    lines: z.array(lineSchema),
    ...columnSchemas(ORDERS, 'client_price'),
    currency: z.literal('USD'),
    ...columnSchemas(ORDERS, 'budget'),
    actual_cost: moneyText.optional().meta({ description: 'not for clients' }),
    margin: moneyText.optional().meta({ description: 'client_price − actual_cost; not for clients' }),
    margin_percent: z.number().nullish().meta({ description: 'of the client price; not for clients' }),
    margin_multiple: z.number().nullish().meta({ description: 'price ÷ cost; not for clients' }),
    ...columnSchemas(ORDERS, 'niche'),
    niche_surcharge: z.number(),
    ...columnSchemas(ORDERS, ...LINKS),
    behind: z.object({ links: z.boolean(), since: dayText.nullable() }),
    ...columnSchemas(ORDERS, ...WHEN),
    approved_by: approverSchema.nullable(),
    ...columnSchemas(ORDERS, ...RENEWAL, ...AGREED),
    guarantee: guaranteeSchema.nullable().meta({ description: 'frozen by the approval' }),
    ...columnSchemas(ORDERS, ...INVOICED),
    created_by: idSchema.nullable(),
    ...columnSchemas(ORDERS, ...STAMPS),
  })
  .meta({ id: 'BacklinkOrder' });

/** An order as the API answers it; clients see neither cost nor margin. */
export function orderAnswer(row: OrderRow, forClient: boolean) {
  const { behind_since, actual_cost, margin, niche_surcharge } = row;
  const [price, cost] = [Math.round(Number(row.client_price) * 100), Math.round(Number(actual_cost) * 100)];
  const money = {
    actual_cost,
    margin,
    margin_percent: price === 0 ? null : Math.round(((price - cost) / price) * 10_000) / 100,
    margin_multiple: cost === 0 ? null : Math.round((price / cost) * 100) / 100,
  };
  return {
    ...pick(row, TOLD),
    approved_by: withActors(row.approved_by),
    package: row.package ?? (row.pricing_mode === 'tiers' ? 'custom' : null),
    currency: 'USD',
    niche_surcharge: Number(niche_surcharge),
    behind: { links: behind_since !== null, since: behind_since },
    ...(forClient ? {} : money),
  };
}
