import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { add, type Cents, cents, divideRounded, mulDiv } from '#domain/kernel/money';
import {
  type Day,
  daysInMonth,
  firstDay,
  lastDay,
  type Month,
  maxDay,
  minDay,
  monthOf,
  parseDay,
  plusDays,
} from '#domain/kernel/time';

type Json = CanonicalJson;
type JsonObject = { readonly [key: string]: Json };
/** An event that a line names as its cause, as it was recorded. */
export type NamedEvent = {
  readonly id: string;
  readonly type: string;
  readonly position: number;
  readonly data: JsonObject;
};
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
  if (new Set(line.causes).size < line.causes.length) return { ok: false, why: 'an event is named twice' };
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
  'order.completed': (line, causes) => cents(whole(orderLine(line, causes)['amount_cents'])),
  'order.cancelled_part': (line, causes) => {
    const ordered = orderLine(line, causes);
    const owed = rowOf(one(causes, 'BacklinkOrderCancelled').data['lines'], 'id', ordered['id']);
    const quantity = whole(ordered['quantity']);
    if (quantity <= 0) return fail('the order’s line has no quantity');
    return mulDiv(cents(whole(ordered['amount_cents'])), whole(owed?.['delivered']), quantity);
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
    if (causes.some(({ type }) => type === 'AddOnPurchased'))
      return cents(whole(object(one(causes, 'AddOnPurchased').data['terms'])['price_cents']));
    const terms = object(one(causes, 'BacklinkOrderDrafted').data['terms']);
    return cents(whole(object(terms['quote'])['client_price_cents']));
  },
  'tax.percent': (_, causes, before) => {
    const rate = BigInt(whole(one(causes, 'TaxRateSet').data['tax_rate']));
    const net = sum(before.filter(({ kind }) => kind !== 'tax' && kind !== 'credit'));
    return cents(Number(divideRounded(BigInt(net) * rate, 100_000n)));
  },
  'credit.account_credit': (_, causes, before) => {
    const granted = one(causes, 'AccountCreditGranted').data;
    const id = count(granted['note_id']);
    const uses = causes
      .filter(({ type }) => type === 'InvoiceDrafted')
      .map(({ data }) => {
        const use = rowOf(data['credits'], 'note_id', id);
        return { invoice: count(data['invoice_id']), amount: use ? whole(use['amount_cents']) : 0 };
      });
    const released = causes
      .filter(({ type }) => type === 'InvoiceReleased')
      .map(({ data }) => count(data['invoice_id']));
    const spent = uses.reduce((total, { amount }) => total + amount, 0);
    const back = released.flatMap((invoice) => uses.filter((use) => use.invoice === invoice));
    const left = whole(granted['amount_cents']) - spent + back.reduce((total, { amount }) => total + amount, 0);
    return cents(0 - Math.min(left, sum(before)));
  },
};

const sum = (amounts: readonly { readonly amount: Cents }[]): Cents => add(...amounts.map(({ amount }) => amount));
const whole = (value: Json | undefined): number =>
  typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : fail('an amount that is needed is withheld or missing');
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : fail('terms are missing'));
const count = (value: Json | undefined): number => {
  const number = whole(value);
  return number < 0 ? fail('a number that is needed is below nought') : number;
};
/** The row of a list by a field of it; that no two rows have the same makes it the one that is meant. */
function rowOf(value: Json | undefined, key: string, wanted: Json | undefined): JsonObject | undefined {
  if (!Array.isArray(value)) return fail('rows are missing');
  const rows = (value as readonly Json[]).map((row) => (isObject(row) ? row : {}));
  const known = new Set(rows.map((row) => row[key]));
  return known.size < rows.length ? fail(`rows have the same ${key}`) : rows.find((row) => row[key] === wanted);
}
function one(causes: readonly NamedEvent[], ...types: readonly string[]): NamedEvent {
  const [found, ...others] = causes.filter(({ type }) => types.includes(type));
  if (!found) return fail(`no ${types.join(' or ')} is named`);
  return others.length === 0 ? found : fail(`${others.length + 1} of ${types.join(' or ')} are named`);
}
const termsOf = (causes: readonly NamedEvent[]): Json | undefined =>
  one(causes, 'BacklinkOrderDrafted', 'BacklinkOrderRevised').data['terms'];

function orderLine(line: ProvableLine, causes: readonly NamedEvent[]): JsonObject {
  const id = whole(line.inputs['line']);
  const quote = object(object(termsOf(causes))['quote']);
  return rowOf(quote['lines'], 'id', id) ?? fail(`the order has no line ${id}`);
}

/** Days are counted one by one, so nothing may pass for a day that is none. */
export const isDay = (value: Json | undefined): value is Day =>
  typeof value === 'string' && parseDay(value) !== null && value >= '1970-01-01' && value < '9999-01-01';

const STARTS = new Set(['ManagedSubscriptionActivated', 'ManagedSubscriptionResumed']);
const STOPS = new Set(['ManagedSubscriptionPaused', 'ManagedSubscriptionCancelled']);

/** Price × billable days ÷ days of the month, rounded once; the days that the subscription was active on at any instant. */
function subscription(line: ProvableLine, causes: readonly NamedEvent[]): Cents {
  const on = ({ id, data }: NamedEvent): Day => (isDay(data['on']) ? data['on'] : fail(`event ${id} is of no day`));
  const begins = line.inputs['from'];
  if (!isDay(begins)) return fail('it says no day from which it counts');
  const month: Month = monthOf(begins);
  const priced = causes.filter(({ data }) => data['monthly_price_cents'] !== undefined);
  const [term, next, third] = priced;
  if (third) return fail('more than two events that set a price are named');
  if (!term) return fail('no event that sets the price is named');
  const from = maxDay(on(term), firstDay(month));
  const to = next ? minDay(plusDays(on(next), -1), lastDay(month)) : lastDay(month);
  const active = new Set<Day>();
  let since: Day | null = null;
  const cover = (until: Day) => {
    for (let day = maxDay(since ?? from, from); day <= until && day <= to; day = plusDays(day, 1)) active.add(day);
  };
  for (const event of [...causes].sort((a, b) => a.position - b.position)) {
    if (STARTS.has(event.type)) since ??= on(event);
    else if (STOPS.has(event.type) && since !== null) {
      cover(on(event));
      since = null;
    }
  }
  if (since !== null) cover(to);
  return mulDiv(cents(whole(term.data['monthly_price_cents'])), active.size, daysInMonth(month));
}
