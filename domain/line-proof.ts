import type { CanonicalJson } from './kernel/canonical-json.ts';
import { add, type Cents, cents, divideRounded, mulDiv } from './kernel/money.ts';
import {
  type Day,
  daysInMonth,
  firstDay,
  lastDay,
  type Month,
  maxDay,
  minDay,
  monthOf,
  plusDays,
} from './kernel/time.ts';

type Json = CanonicalJson;
type JsonObject = { readonly [key: string]: Json };
/** An event that a line names as its cause, as it was recorded. */
export type NamedEvent = { readonly id: string; readonly type: string; readonly data: JsonObject };
/** An invoice line as its invoice has it. */
export type ProvableLine = {
  readonly kind: string;
  readonly rule: string;
  readonly inputs: JsonObject;
  readonly amount_cents: number;
  readonly causes: readonly string[];
};
export type Recomputed = { readonly ok: true; readonly amount: Cents } | { readonly ok: false; readonly why: string };

class Unprovable extends Error {}
const fail = (why: string): never => {
  throw new Unprovable(why);
};

/**
 * What the line comes to, computed anew from the named events and nothing else; `before` are the amounts of the lines above it,
 * which tax and credit go by. This does not share a line of code with what made the amount.
 */
export function recompute(
  line: ProvableLine,
  before: readonly { readonly kind: string; readonly amount: Cents }[],
  named: readonly NamedEvent[],
): Recomputed {
  const missing = line.causes.filter((id) => !named.some((event) => event.id === id));
  if (missing.length > 0) return { ok: false, why: `event ${missing[0]} is not there` };
  const causes = line.causes.map((id) => named.find((event) => event.id === id) as NamedEvent);
  const rule = Object.hasOwn(RULES, line.rule) ? RULES[line.rule] : undefined;
  if (!rule) return { ok: false, why: `the rule ${line.rule} is not known` };
  try {
    return { ok: true, amount: rule(line, causes, before) };
  } catch (error) {
    if (error instanceof Unprovable) return { ok: false, why: error.message };
    throw error;
  }
}

type Rule = (
  line: ProvableLine,
  causes: readonly NamedEvent[],
  before: readonly { readonly kind: string; readonly amount: Cents }[],
) => Cents;

const RULES: Readonly<Record<string, Rule>> = {
  'subscription.full_month': subscription,
  'subscription.prorated_days': subscription,
  'order.completed': (line, causes) => orderLine(line, causes).amount,
  'order.cancelled_part': (line, causes) => {
    const { amount, id, quantity } = orderLine(line, causes);
    const owed = rows(one(causes, 'BacklinkOrderCancelled').data['lines']).find((each) => each['id'] === id);
    if (quantity === 0) return fail('the order’s line has no quantity');
    return mulDiv(amount, whole(owed?.['delivered']), quantity);
  },
  'order.pass_through': (_, causes) => {
    const terms = object(termsOf(causes));
    const { cost_cents } = one(causes, 'BacklinkOrderRepriced').data;
    const markup = BigInt(100 + whole(terms['markup_percent']));
    return cents(Number(divideRounded(BigInt(whole(cost_cents)) * markup, 100n)));
  },
  'add_on.indexing_boost': (_, causes) => {
    const terms = object(one(causes, 'AddOnPurchased').data['terms']);
    return cents(whole(terms['quantity']) * whole(terms['unit_price_cents']));
  },
  'add_on.backlink_package': (_, causes) => {
    const bought = causes.find(({ type }) => type === 'AddOnPurchased');
    if (bought) return cents(whole(object(bought.data['terms'])['price_cents']));
    return cents(whole(object(object(termsOf(causes))['quote'])['client_price_cents']));
  },
  'tax.percent': (_, causes, before) => {
    const rate = BigInt(whole(one(causes, 'TaxRateSet').data['tax_rate']));
    const net = sum(before.filter(({ kind }) => kind !== 'tax' && kind !== 'credit'));
    return cents(Number(divideRounded(BigInt(net) * rate, 100_000n)));
  },
  'credit.account_credit': (_, causes, before) => {
    const granted = one(causes, 'AccountCreditGranted').data;
    const id = whole(granted['note_id']);
    let left = whole(granted['amount_cents']);
    const spent = new Map<number, number>();
    for (const { type, data } of causes) {
      const invoice = type === 'AccountCreditGranted' ? 0 : whole(data['invoice_id']);
      if (type === 'InvoiceDrafted') {
        const use = rows(data['credits']).find((each) => each['note_id'] === id);
        const amount = use ? whole(use['amount_cents']) : 0;
        spent.set(invoice, amount);
        left -= amount;
      } else if (type === 'InvoiceReleased') left += spent.get(invoice) ?? 0;
    }
    return cents(-Math.max(0, Math.min(left, sum(before))));
  },
};

const sum = (amounts: readonly { readonly amount: Cents }[]): Cents => add(...amounts.map(({ amount }) => amount));
const whole = (value: Json | undefined): number =>
  typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : fail('an amount that is needed is withheld or missing');
const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : fail('terms are missing');
const rows = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);
const one = (causes: readonly NamedEvent[], type: string): NamedEvent =>
  causes.find((event) => event.type === type) ?? fail(`no ${type} is named`);
const termsOf = (causes: readonly NamedEvent[]): Json | undefined =>
  causes.find(({ type }) => type === 'BacklinkOrderDrafted' || type === 'BacklinkOrderRevised')?.data['terms'];

function orderLine(line: ProvableLine, causes: readonly NamedEvent[]) {
  const id = whole(line.inputs['line']);
  const quote = object(object(termsOf(causes))['quote']);
  const found = rows(quote['lines']).find((each) => each['id'] === id) ?? fail(`the order has no line ${id}`);
  return { id, amount: cents(whole(found['amount_cents'])), quantity: whole(found['quantity']) };
}

const STARTS = new Set(['ManagedSubscriptionActivated', 'ManagedSubscriptionResumed']);
const STOPS = new Set(['ManagedSubscriptionPaused', 'ManagedSubscriptionCancelled']);

/** Price × billable days ÷ days of the month, rounded once; the days that the subscription was active on at any instant. */
function subscription(line: ProvableLine, causes: readonly NamedEvent[]): Cents {
  const on = (event: NamedEvent) => event.data['on'] as Day;
  const month: Month = monthOf(line.inputs['from'] as Day);
  const priced = causes.filter(({ data }) => data['monthly_price_cents'] !== undefined);
  const [term, next] = priced;
  if (!term) return fail('no event that sets the price is named');
  const from = maxDay(on(term), firstDay(month));
  const to = next ? minDay(plusDays(on(next), -1), lastDay(month)) : lastDay(month);
  const active = new Set<Day>();
  let since: Day | null = null;
  const cover = (until: Day) => {
    for (let day = maxDay(since ?? from, from); day <= until && day <= to; day = plusDays(day, 1)) active.add(day);
  };
  for (const event of causes) {
    if (STARTS.has(event.type)) since ??= on(event);
    else if (STOPS.has(event.type) && since !== null) {
      cover(on(event));
      since = null;
    }
  }
  if (since !== null) cover(to);
  return mulDiv(cents(whole(term.data['monthly_price_cents'])), active.size, daysInMonth(month));
}
