import { type Cents, cents, divideRounded, formatMoney } from '#domain/kernel/money';

/** Ways in which margin is grouped. */
export const MARGIN_BY = ['order', 'subscription', 'client', 'service', 'month'] as const;
export type MarginBy = (typeof MARGIN_BY)[number];

/** What margin tells apart as services. */
export const MARGIN_SERVICES = ['managed_lite', 'managed_pro', 'backlinks', 'indexing_boost', 'other'] as const;

/** Planning figures of gross margin in percent, human time left out, as they were given (spec 4.6, ruling 2.10). */
export const PLANNED_MARGIN: Readonly<Record<string, { readonly low: number; readonly high: number }>> = {
  managed_lite: { low: 70, high: 75 },
  managed_pro: { low: 65, high: 75 },
};

/** What an amount belongs to. */
export type MarginKeys = {
  readonly month: string;
  readonly account_id: number;
  readonly subscription_id: number | null;
  readonly order_id: number | null;
  /** One of `MARGIN_SERVICES`. */
  readonly service: string;
};
/** `amount` in ten-thousandths of a US dollar, as costs are that fine. */
export type RevenueEntry = MarginKeys & { readonly amount: bigint; readonly accrued: boolean };
export type CostEntry = MarginKeys & { readonly amount: bigint; readonly kind: string };

export type MarginRow = {
  readonly key: string;
  readonly revenue: string;
  readonly revenue_invoiced: string;
  readonly revenue_accrued: string;
  readonly cost: string;
  readonly cost_by_kind: Readonly<Record<string, string>>;
  readonly margin: string;
  readonly margin_percent: number | null;
};

/** An invoice line that a credit note takes from, with what margin goes by. */
export type CreditableLine<T> = { readonly line_id: number; readonly amount: bigint; readonly of: T };

/**
 * What a credit note takes from each line of its invoice: from those that it names what it says, else from all in proportion to
 * their amounts, in whole cents, the last taking what rounding left. The shares come to the note's net exactly.
 */
export function creditShares<T>(
  lines: readonly CreditableLine<T>[],
  note: {
    readonly net: bigint;
    readonly lines: readonly { readonly line_id: number; readonly amount_cents: number }[];
  },
): { readonly of: T; readonly amount: bigint }[] {
  const CENT = 100n;
  const named = note.lines.flatMap(({ line_id, amount_cents }) => {
    const line = lines.find((each) => each.line_id === line_id);
    return line ? [{ of: line.of, amount: BigInt(amount_cents) * CENT }] : [];
  });
  const left = note.net - named.reduce((sum, { amount }) => sum + amount, 0n);
  if (left === 0n) return named;
  const whole = lines.reduce((sum, { amount }) => sum + amount, 0n);
  let rest = left;
  const shares = lines.map(({ of, amount }, n) => {
    const share = n === lines.length - 1 || whole === 0n ? rest : ((left * amount) / whole / CENT) * CENT;
    rest -= share;
    return { of, amount: share };
  });
  return [...named, ...shares.filter(({ amount }) => amount !== 0n)];
}

/** Ten-thousandths of decimal text. */
export function fine(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole) * 10_000n + BigInt(part.padEnd(4, '0').slice(0, 4));
  return text.startsWith('-') ? -amount : amount;
}
const rounded = (amount: bigint): Cents => cents(Number(divideRounded(amount, 100n)));

const keyOf = (by: MarginBy, entry: MarginKeys): string | null => {
  switch (by) {
    case 'order':
      return entry.order_id === null ? null : String(entry.order_id);
    case 'subscription':
      return entry.subscription_id === null ? null : String(entry.subscription_id);
    case 'client':
      return String(entry.account_id);
    case 'service':
      return entry.service;
    case 'month':
      return entry.month;
  }
};

/** Revenue, cost by kind and margin of these entries, rounded once each. Margin is revenue less every cost that is recorded. */
export function marginOf(key: string, revenue: readonly RevenueEntry[], costs: readonly CostEntry[]): MarginRow {
  const total = (entries: readonly { readonly amount: bigint }[]) =>
    entries.reduce((sum, { amount }) => sum + amount, 0n);
  const invoiced = rounded(total(revenue.filter(({ accrued }) => !accrued)));
  const accrued = rounded(total(revenue.filter((entry) => entry.accrued)));
  const earned = cents(invoiced + accrued);
  const cost = rounded(total(costs));
  const margin = cents(earned - cost);
  const kinds = [...new Set(costs.map(({ kind }) => kind))].sort();
  return {
    key,
    revenue: formatMoney(earned),
    revenue_invoiced: formatMoney(invoiced),
    revenue_accrued: formatMoney(accrued),
    cost: formatMoney(cost),
    margin: formatMoney(margin),
    cost_by_kind: Object.fromEntries(
      kinds.map((kind) => [kind, formatMoney(rounded(total(costs.filter((each) => each.kind === kind))))]),
    ),
    margin_percent: earned === 0 ? null : Math.round((margin / earned) * 10_000) / 100,
  };
}

/** One row a key; what has none (a cost that no order caused, say) is left out of the rows and stays in the totals. */
export function grouped(by: MarginBy, revenue: readonly RevenueEntry[], costs: readonly CostEntry[]): MarginRow[] {
  const keys = new Map<string, { revenue: RevenueEntry[]; costs: CostEntry[] }>();
  const of = (entry: MarginKeys) => {
    const key = keyOf(by, entry);
    if (key === null) return null;
    const known = keys.get(key) ?? { revenue: [], costs: [] };
    keys.set(key, known);
    return known;
  };
  for (const entry of revenue) of(entry)?.revenue.push(entry);
  for (const entry of costs) of(entry)?.costs.push(entry);
  const numeric = by !== 'service' && by !== 'month';
  return [...keys]
    .sort(([a], [b]) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1))
    .map(([key, entries]) => marginOf(key, entries.revenue, entries.costs));
}
