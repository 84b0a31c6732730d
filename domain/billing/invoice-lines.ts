import { add, type Cents, cents, divideRounded, formatMoney } from '#domain/kernel/money';
import type { Day, Month } from '#domain/kernel/time';
import { counted } from '#domain/kernel/words';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { countedLinks, deliveredOf } from '#domain/links/backlink-order-state';
import type { MonthLine } from '#domain/services/service-month';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type LineKind = 'subscription' | 'order' | 'pass_through' | 'add_on' | 'credit' | 'tax';
export type Step = { readonly text: string; readonly value: string };

/** What a line is about, for margin and for the resource's own `invoice_id`. */
export type LineSubject = {
  readonly site_id: number | null;
  readonly subscription_id: number | null;
  readonly order_id: number | null;
  readonly purchase_id: number | null;
  /** The month that was served; of orders and add-ons none. */
  readonly month: Month | null;
};

/** A line before it stands in an invoice. `rule`, `inputs` and `causes` say how its amount follows from events. */
export type BillableLine = LineSubject & {
  readonly description: string;
  readonly kind: LineKind;
  readonly rule: string;
  readonly inputs: { readonly [key: string]: Json };
  readonly amount_cents: Cents;
  /** Ids of the events that it follows from. */
  readonly causes: readonly string[];
  readonly steps: readonly Step[];
};
/** `id` counts from 1 within its invoice. */
export type InvoiceLine = BillableLine & { readonly id: number };

/** Something to be billed once: a service month of a subscription, an order that has ended, a purchase. */
export type Billable = {
  /** `subscription-7-2026-06`, `order-12`, `purchase-3`. */
  readonly key: string;
  readonly lines: readonly BillableLine[];
};

const NOBODY: LineSubject = { site_id: null, subscription_id: null, order_id: null, purchase_id: null, month: null };
const tierName = (tier: string): string => (tier === 'pro' ? 'Pro' : 'Lite');

/** A service month as its invoice has it: one line per price period (spec 2.2). */
export function serviceMonthLines(
  of: { readonly subscriptionId: number; readonly siteId: number; readonly domain: string; readonly month: Month },
  lines: readonly MonthLine[],
): BillableLine[] {
  return lines.map((line) => ({
    ...NOBODY,
    site_id: of.siteId,
    subscription_id: of.subscriptionId,
    month: of.month,
    description: `Managed ${tierName(line.tier)} for ${of.domain}, ${line.from} to ${line.to}: ${line.billableDays} of ${line.daysInMonth} days`,
    kind: 'subscription',
    rule: line.rule,
    inputs: {
      monthly_price: formatMoney(line.monthlyPrice),
      billable_days: line.billableDays,
      days_in_month: line.daysInMonth,
      from: line.from,
      to: line.to,
      tier: line.tier,
    },
    amount_cents: line.amount,
    causes: line.causes,
    steps: line.steps,
  }));
}

const LINE_NAMES = { tier: (tier: string) => tier.replaceAll('_', ' '), package: (name: string) => `package ${name}` };
const nameOf = (line: { readonly tier: string | null; readonly package: string | null }): string =>
  line.tier === null ? LINE_NAMES.package(line.package ?? 'custom') : LINE_NAMES.tier(line.tier);

/** An order that was completed, or cancelled and owes something; `ending` is the event that ended it. */
export function orderLines(
  state: KnownOrder,
  domain: string,
  ending: { readonly id: string; readonly owed: readonly { readonly id: number; readonly owed_cents: Cents }[] | null },
  /** The events that set the terms, approved them and, of what is passed through, reckoned the costs. */
  grounds: readonly string[],
): BillableLine[] {
  const subject = { ...NOBODY, site_id: state.siteId, order_id: state.orderId };
  const causes = [...grounds, ending.id];
  if (state.terms.pricing_mode === 'pass_through') return [{ ...subject, ...passThrough(state, domain), causes }];
  return state.terms.quote.lines.flatMap((line): BillableLine[] => {
    const owed = ending.owed?.find(({ id }) => id === line.id)?.owed_cents;
    const amount = ending.owed === null ? line.amount_cents : (owed ?? cents(0));
    if (amount === 0) return [];
    const delivered = deliveredOf(state, line.id);
    const part = ending.owed === null ? '' : `, ${delivered} of ${line.quantity} delivered`;
    const full = formatMoney(line.amount_cents);
    return [
      {
        ...subject,
        description: `Backlinks for ${domain}, order ${state.orderId}: ${line.quantity} × ${nameOf(line)}${part}`,
        kind: 'order',
        rule: ending.owed === null ? 'order.completed' : 'order.cancelled_part',
        inputs: { line: line.id, price: full, quantity: line.quantity, delivered },
        amount_cents: amount,
        causes,
        steps: [
          { text: 'price of the line as approved', value: full },
          ...(ending.owed === null
            ? []
            : [{ text: `${full} × ${delivered} ÷ ${line.quantity}, rounded once`, value: formatMoney(amount) }]),
        ],
      },
    ];
  });
}

function passThrough(state: KnownOrder, domain: string): Omit<BillableLine, 'causes' | keyof LineSubject> {
  const links = countedLinks(state);
  const cost = formatMoney(add(...links.map((link) => link.cost_cents)));
  const factor = `${((100 + state.terms.markup_percent) / 100).toFixed(2)}`;
  return {
    description: `Backlinks for ${domain}, order ${state.orderId}: ${counted(links.length, 'link')} passed through`,
    kind: 'pass_through',
    rule: 'order.pass_through',
    inputs: { cost, markup_percent: state.terms.markup_percent, links: links.length },
    amount_cents: state.clientPrice,
    steps: [
      {
        text: `cost of ${counted(links.length, 'delivered link')}, replacements and rejected ones left out`,
        value: cost,
      },
      { text: `${cost} × ${factor}, rounded once`, value: formatMoney(state.clientPrice) },
    ],
  };
}

/** A prepaid purchase of credits: quantity × unit price, exact. */
export function boostLine(of: { purchaseId: number; quantity: number; unitPrice: Cents; cause: string }): BillableLine {
  const amount = cents(of.quantity * of.unitPrice);
  return {
    ...NOBODY,
    purchase_id: of.purchaseId,
    kind: 'add_on',
    rule: 'add_on.indexing_boost',
    description: `Indexing Boost: ${of.quantity} URLs at ${formatMoney(of.unitPrice)}`,
    inputs: { quantity: of.quantity, unit_price: formatMoney(of.unitPrice) },
    amount_cents: amount,
    causes: [of.cause],
    steps: [{ text: `${of.quantity} × ${formatMoney(of.unitPrice)}`, value: formatMoney(amount) }],
  };
}

/** A prepaid package: the purchase's own price, frozen when it was made. */
export function packageLine(of: {
  readonly purchaseId: number | null;
  readonly orderId: number | null;
  readonly siteId: number;
  readonly domain: string;
  readonly package: string;
  readonly links: number;
  readonly price: Cents;
  readonly cause: string;
}): BillableLine {
  return {
    ...NOBODY,
    site_id: of.siteId,
    purchase_id: of.purchaseId,
    order_id: of.orderId,
    kind: 'add_on',
    rule: 'add_on.backlink_package',
    description: `Backlink package ${of.package} for ${of.domain}: ${counted(of.links, 'link')}`,
    inputs: { package: of.package, links: of.links, price: formatMoney(of.price) },
    amount_cents: of.price,
    causes: [of.cause],
    steps: [{ text: `package ${of.package}, ${of.links} links, as quoted`, value: formatMoney(of.price) }],
  };
}

/** A tax rate in thousandths of a percent: 19 % is 19,000. */
export type TaxRate = number & { readonly __brand: 'TaxRate' };
export const NO_TAX = 0 as TaxRate;

/** Parses `19`, `7.7` or `8.125`, 0 to 100 percent; null for anything else. */
export function parseTaxRate(text: string): TaxRate | null {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const rate = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return rate <= 100_000 ? (rate as TaxRate) : null;
}
export const formatTaxRate = (rate: TaxRate): string => String(rate / 1000);

/** `round(net × rate ÷ 100)`, once, half away from zero. */
export const taxOn = (net: Cents, rate: TaxRate): Cents =>
  cents(Number(divideRounded(BigInt(net) * BigInt(rate), 100_000n)));
/** The tax that is in a gross amount. */
export const taxWithin = (gross: Cents, rate: TaxRate): Cents =>
  cents(Number(divideRounded(BigInt(gross) * BigInt(rate), 100_000n + BigInt(rate))));

export type AccountCredit = {
  readonly note_id: number;
  readonly number: string;
  readonly remaining_cents: Cents;
  /** The events that granted it, spent of it and gave back to it. */
  readonly causes: readonly string[];
};
export type Totals = {
  readonly lines: readonly InvoiceLine[];
  readonly subtotal_cents: Cents;
  readonly tax_cents: Cents;
  readonly total_cents: Cents;
  readonly credits: readonly { readonly note_id: number; readonly amount_cents: Cents }[];
};

/** Adds one tax line, then credits, gross, the oldest note first, at most down to zero (ruling 1.6). */
export function totalled(
  billed: readonly BillableLine[],
  tax: { readonly rate: TaxRate; readonly cause: string | null },
  available: readonly AccountCredit[],
): Totals {
  const subtotal = add(...billed.map((line) => line.amount_cents));
  const taxed = taxOn(subtotal, tax.rate);
  const lines: BillableLine[] = [...billed];
  if (taxed !== 0) lines.push(taxLine(subtotal, tax.rate, taxed, tax.cause));
  let left = add(subtotal, taxed);
  const credits: { note_id: number; amount_cents: Cents }[] = [];
  for (const credit of available) {
    const amount = cents(Math.min(left, credit.remaining_cents));
    if (amount <= 0) continue;
    left = cents(left - amount);
    credits.push({ note_id: credit.note_id, amount_cents: amount });
    lines.push(creditLine(credit, amount));
  }
  const numbered = lines.map((line, index) => ({ ...line, id: index + 1 }));
  return { lines: numbered, subtotal_cents: subtotal, tax_cents: taxed, total_cents: left, credits };
}

function taxLine(subtotal: Cents, rate: TaxRate, amount: Cents, cause: string | null): BillableLine {
  const percent = formatTaxRate(rate);
  const text = `${formatMoney(subtotal)} × ${percent} %, rounded once, half away from zero`;
  return {
    ...NOBODY,
    description: `Tax ${percent} %`,
    kind: 'tax',
    rule: 'tax.percent',
    amount_cents: amount,
    inputs: { tax_rate: percent, subtotal: formatMoney(subtotal) },
    causes: cause === null ? [] : [cause],
    steps: [{ text, value: formatMoney(amount) }],
  };
}

function creditLine({ note_id, number, causes, remaining_cents }: AccountCredit, amount: Cents): BillableLine {
  const negative = cents(-amount);
  return {
    ...NOBODY,
    description: `Credit from ${number}`,
    kind: 'credit',
    rule: 'credit.account_credit',
    inputs: { credit_note_id: note_id, credit_note: number, available: formatMoney(remaining_cents) },
    amount_cents: negative,
    causes,
    steps: [
      { text: `${number}: at most what is owed, of ${formatMoney(remaining_cents)}`, value: formatMoney(negative) },
    ],
  };
}

/** Keys of what is billed once. */
export const monthKey = (subscription: number, month: Month): string => `subscription-${subscription}-${month}`;
export const orderKey = (order: number): string => `order-${order}`;
export const purchaseKey = (purchase: number): string => `purchase-${purchase}`;
export const renewalKey = (order: number): string => `prepaid-order-${order}`;

/** The renewal of a prepaid order, as its own invoice bills it; `cause` is the event that opened it. */
export const renewalBillable = (order: KnownOrder, domain: string, cause: string): Billable => ({
  key: renewalKey(order.orderId),
  lines: [
    packageLine({
      purchaseId: null,
      orderId: order.orderId,
      siteId: order.siteId,
      links: order.terms.quote.links_ordered,
      domain,
      package: order.terms.package ?? 'custom',
      price: order.clientPrice,
      cause,
    }),
  ],
});

/** The billing date on which what happened on that day is billed: the 1st of the next month (ruling 1.17). */
export const billingDateOf = (day: Day): Day => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return (month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`) as Day;
};
