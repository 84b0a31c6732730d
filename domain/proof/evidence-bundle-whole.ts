import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { type Cents, cents, formatMoney, mulDiv } from '#domain/kernel/money';
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
} from '#domain/kernel/time';
import type { LeafEvent } from '#domain/log/event-leaf';
import { fail, type IssuedData, quoted } from './evidence-bundle-shape.ts';
import { isDay } from './line-proof.ts';

type Line = IssuedData['lines'][number];
/** A price as it held from a day on, until the next term's; `ids` are the events that set it. */
type Term = {
  readonly from: Day;
  readonly tier: string | undefined;
  readonly price: Cents;
  readonly ids: readonly string[];
};
/** What all events of a subscription before the closing of a month say about that month. */
type Closed = { readonly terms: readonly Term[]; readonly active: ReadonlySet<Day> };

const STREAM = 'managed-subscription-';
const STARTS = new Set(['ManagedSubscriptionActivated', 'ManagedSubscriptionResumed']);
const STOPS = new Set(['ManagedSubscriptionPaused', 'ManagedSubscriptionCancelled']);
/** More than any subscription has; keeps hostile input from taking hours. */
const MOST_EVENTS = 20_000;

/**
 * Whether a subscription's line follows from all events of its subscription and not only from those that it names, so that no
 * pause and no change of price can be left out. `named` are the line's causes, from which its amount follows already.
 */
export function wholeSubscriptions(events: ReadonlyMap<string, LeafEvent>) {
  const months = new Map<string, Closed>();
  const billed = new Set<string>();
  const streams = new Map<string, LeafEvent[]>();
  for (const event of events.values()) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else if (event.stream.startsWith(STREAM)) streams.set(event.stream, [event]);
  }
  return (line: Line, named: readonly LeafEvent[]): void => {
    const stream = named[0]?.stream ?? '';
    const other = named.find((event) => event.stream !== stream || !stream.startsWith(STREAM));
    if (other) fail(`line ${line.id} names event ${quoted(other.id)}, which is not of the one subscription it is for`);
    for (const id of [line.subscription_id, line.inputs['subscription_id']])
      if (id != null && (typeof id !== 'number' || stream !== `${STREAM}${id}`))
        fail(`line ${line.id} is for subscription ${quoted(id)}, its events are of ${quoted(stream)}`);
    const month = monthOf(line.inputs['from'] as Day);
    const key = `${month} of ${quoted(stream)}`;
    const closed = months.get(key) ?? closedMonth(streams.get(stream) ?? [], month, key, line.id);
    months.set(key, closed);
    const at = termOf(closed, named, line.id);
    if (billed.has(`${at} ${key}`)) fail(`line ${line.id} is for the same price in ${key} as a line before it`);
    billed.add(`${at} ${key}`);
    const amount = amountOf(closed, month, at);
    if (amount !== line.amount_cents)
      fail(
        `line ${line.id} is ${formatMoney(cents(line.amount_cents))}, but all events before the closing of ${key} come to ${formatMoney(amount)}`,
      );
  };
}

/** The history up to the closing, which must be there without a gap. */
function closedMonth(history: readonly LeafEvent[], month: Month, key: string, line: number): Closed {
  if (history.length > MOST_EVENTS) fail(`line ${line} is of a subscription of more than ${MOST_EVENTS} events`);
  const gap = history.findIndex(({ revision }, index) => revision !== index);
  if (gap !== -1)
    fail(`revision ${gap} of ${quoted(history[gap]?.stream)}, the subscription of line ${line}, is missing`);
  const closing = history.findIndex(({ type, data }) => type === 'ServiceMonthClosed' && data['month'] === month);
  if (closing === -1) fail(`the closing of ${key}, which line ${line} is for, is missing`);
  const before = history.slice(0, closing);
  return { terms: termsOf(before), active: activeDays(before, month) };
}

function termsOf(history: readonly LeafEvent[]): Term[] {
  const terms: Term[] = [];
  let tier: CanonicalJson | undefined;
  for (const event of history) {
    const price = event.data['monthly_price_cents'];
    if (price === undefined) continue;
    if (event.data['tier'] !== undefined) tier = event.data['tier'];
    if (!Number.isSafeInteger(price) || (tier !== undefined && typeof tier !== 'string'))
      return fail(`event ${quoted(event.id)} sets no price that can be reckoned with`);
    const from = dayOf(event);
    // What begins on this day or later gives way: it never came to count.
    while (from <= (terms.at(-1)?.from ?? '')) terms.pop();
    terms.push({ from, tier, price: cents(price as number), ids: [event.id] });
  }
  return joined(terms);
}

/** Neighbours of the same tier and price as one. */
function joined(terms: readonly Term[]): Term[] {
  const runs: (Omit<Term, 'ids'> & { readonly ids: string[] })[] = [];
  for (const term of terms) {
    const last = runs.at(-1);
    if (last && last.tier === term.tier && last.price === term.price) last.ids.push(...term.ids);
    else runs.push({ ...term, ids: [...term.ids] });
  }
  return runs;
}

/** The days of the month on which the subscription was active at any instant. */
function activeDays(history: readonly LeafEvent[], month: Month): ReadonlySet<Day> {
  const active = new Set<Day>();
  let since: Day | null = null;
  const cover = (until: Day) => {
    if (since === null) return;
    const end = minDay(until, lastDay(month));
    for (let day = maxDay(since, firstDay(month)); day <= end; day = plusDays(day, 1)) active.add(day);
    since = null;
  };
  for (const event of history) {
    if (STARTS.has(event.type)) since ??= dayOf(event);
    else if (STOPS.has(event.type)) cover(dayOf(event));
  }
  cover(lastDay(month));
  return active;
}

/** Which of the terms a line is priced by. */
function termOf({ terms }: Closed, named: readonly LeafEvent[], line: number): number {
  const priced = named.find(({ data }) => data['monthly_price_cents'] !== undefined);
  const at = terms.findIndex(({ ids }) => ids.includes(priced?.id ?? ''));
  return at === -1
    ? fail(`event ${quoted(priced?.id)}, by which line ${line} is priced, sets no price that came to count`)
    : at;
}

function amountOf({ terms, active }: Closed, month: Month, at: number): Cents {
  const [term, next] = [terms[at] as Term, terms[at + 1]];
  const days = [...active].filter((day) => term.from <= day && (next === undefined || day < next.from));
  return mulDiv(term.price, days.length, daysInMonth(month));
}

const dayOf = ({ id, data }: LeafEvent): Day => {
  const on = data['on'];
  return isDay(on) ? on : fail(`event ${quoted(id)} is of no day`);
};
