import { appended, changed, shortened } from '#domain/kernel/fold';
import { add, type Cents, formatMoney, mulDiv } from '#domain/kernel/money';
import {
  type Day,
  daysBetween,
  daysInMonth,
  firstDay,
  lastDay,
  type Month,
  maxDay,
  minDay,
  monthOf,
  plusDays,
} from '#domain/kernel/time';
import type { Tier } from './service-config.ts';

/** A price and scope that hold from a day on, until the next term. `cause` is the id of the event that set them. */
export type Term = {
  readonly from: Day;
  readonly tier: Tier;
  readonly monthlyPrice: Cents;
  readonly articlesPerMonth: number;
  readonly cause: string;
};

/** A stretch of being active, both days included; `to` is null while it goes on. */
export type Activity = { readonly from: Day; readonly to: Day | null; readonly causes: readonly string[] };

/** All of a contract that its months are billed and targeted from. */
export type ContractHistory = {
  readonly terms: readonly Term[];
  readonly activity: readonly Activity[];
  /** The last month that was billed elsewhere, before the contract came here: up to it there is nothing to bill. */
  readonly billedThrough?: Month;
};

export const EMPTY_HISTORY: ContractHistory = { terms: [], activity: [] };

/** Adds a term; of several on one day the last wins (rulings 1.14), keeping the day as its start. */
export function withTerm(history: ContractHistory, term: Term): ContractHistory {
  const kept = history.terms.findLastIndex((each) => each.from < term.from) + 1;
  return { ...history, terms: appended(shortened(history.terms, kept), term) };
}

export const started = (history: ContractHistory, from: Day, cause: string): ContractHistory => ({
  ...history,
  activity: appended(history.activity, { from, to: null, causes: [cause] }),
});

/** Ends the running stretch on that day, which stays a day of activity itself (spec 2.2). */
export const stopped = (history: ContractHistory, to: Day, cause: string): ContractHistory => ({
  ...history,
  activity: changed(
    history.activity,
    (each) => each.to === null,
    (each) => ({ ...each, to, causes: [...each.causes, cause] }),
  ),
});

/** A day is billable when the subscription was active at any instant of it (spec 2.2). */
export const isBillable = (history: ContractHistory, day: Day): boolean =>
  history.activity.some((a) => a.from <= day && (a.to === null || day <= a.to));

const eachDay = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => plusDays(from, i));

/** Billable days in `[from, to]`, in order. A stretch that still goes on is taken to go on. */
export const billableDays = (history: ContractHistory, from: Day, to: Day): Day[] =>
  eachDay(from, to).filter((day) => isBillable(history, day));

export type MonthLine = {
  readonly rule: 'subscription.full_month' | 'subscription.prorated_days';
  readonly tier: Tier;
  readonly monthlyPrice: Cents;
  readonly billableDays: number;
  readonly daysInMonth: number;
  /** First and last billable day of the line's period. */
  readonly from: Day;
  readonly to: Day;
  readonly amount: Cents;
  /** Ids of the events that the amount follows from. */
  readonly causes: readonly string[];
  readonly steps: readonly { readonly text: string; readonly value: string }[];
};

/**
 * The lines of a month: one per (tier, price) period in time order, each over its own billable
 * days and rounded once; none for a period without a billable day. `through` cuts the count
 * short (the last day that is taken into account). Source: spec 2.2, rulings 1.13 and 1.14.
 */
export function monthLines(history: ContractHistory, month: Month, through: Day = lastDay(month)): MonthLine[] {
  if (history.billedThrough !== undefined && month <= history.billedThrough) return [];
  const total = daysInMonth(month);
  const end = minDay(through, lastDay(month));
  return periodsOf(history.terms, firstDay(month), end).flatMap(({ term, from, to, next }) => {
    const days = billableDays(history, from, to);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const full = days.length === total;
    const amount = full ? term.monthlyPrice : mulDiv(term.monthlyPrice, days.length, total);
    return [
      {
        rule: full ? ('subscription.full_month' as const) : ('subscription.prorated_days' as const),
        tier: term.tier,
        monthlyPrice: term.monthlyPrice,
        billableDays: days.length,
        daysInMonth: total,
        from: first,
        to: last,
        amount,
        causes: causesOf(history, term, first, last, next),
        steps: stepsOf(term, days.length, total, amount, first, last),
      },
    ];
  });
}

/** `next` is the term that ends the period; null where it runs to the end of the span. */
type Period = { readonly term: Term; readonly from: Day; readonly to: Day; readonly next: Term | null };

/** The terms as spans inside `[from, to]`; neighbours of the same tier and price are one. */
function periodsOf(terms: readonly Term[], from: Day, to: Day): Period[] {
  const periods: Period[] = [];
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    const start = maxDay(term.from, from);
    const end = next ? minDay(plusDays(next.from, -1), to) : to;
    if (start > end) return;
    const bounded = next && next.from <= to ? next : null;
    const last = periods.at(-1);
    if (last && last.term.tier === term.tier && last.term.monthlyPrice === term.monthlyPrice)
      periods[periods.length - 1] = { ...last, to: end, next: bounded };
    else periods.push({ term, from: start, to: end, next: bounded });
  });
  return periods;
}

/** What set the price, what it was active by, and what ended the price: all that the amount can be computed from again. */
function causesOf(history: ContractHistory, term: Term, first: Day, last: Day, next: Term | null): string[] {
  const touching = history.activity.filter((a) => a.from <= last && (a.to === null || a.to >= first));
  return [...new Set([term.cause, ...touching.flatMap((a) => a.causes), ...(next ? [next.cause] : [])])];
}

function stepsOf(term: Term, days: number, total: number, amount: Cents, first: Day, last: Day): MonthLine['steps'] {
  const price = formatMoney(term.monthlyPrice);
  const billable = { text: `billable days from ${first} to ${last}`, value: `${days} of ${total}` };
  if (days === total)
    return [
      billable,
      { text: 'every day of the month is billable: the full monthly price', value: formatMoney(amount) },
    ];
  return [
    billable,
    { text: `${price} × ${days} ÷ ${total}, rounded once, half away from zero`, value: formatMoney(amount) },
  ];
}

export const linesTotal = (lines: readonly MonthLine[]): Cents => add(...lines.map((line) => line.amount));

/**
 * Articles due in the service month: Σ articles a month × days ÷ days in month over the terms
 * since activation (or the 1st), rounded up once. Days that went by wholly paused are left out;
 * today and the days to come count. Source: spec 2.2, ruling 1.15.
 */
export function articleTarget(history: ContractHistory, month: Month, today: Day): number {
  const start = serviceStart(history, month);
  if (start === null) return 0;
  const sum = periodsForTarget(history.terms, start, lastDay(month)).reduce((total, { term, from, to }) => {
    const days = eachDay(from, to).filter((day) => day >= today || isBillable(history, day)).length;
    return total + term.articlesPerMonth * days;
  }, 0);
  return Math.ceil(sum / daysInMonth(month));
}

type RunningMonth = {
  /** Before anything is agreed there is no history. */
  readonly state: { readonly status: string; readonly history?: ContractHistory };
  readonly current_month_start: Day | null;
};
/** The articles that are due in the month that a subscription is in; 0 before it has begun. */
export const targetOfMonth = ({ state, current_month_start: start }: RunningMonth, today: Day): number =>
  state.history === undefined || start === null ? 0 : articleTarget(state.history, monthOf(start), today);

function periodsForTarget(terms: readonly Term[], from: Day, to: Day): Omit<Period, 'next'>[] {
  return terms.flatMap((term, index) => {
    const next = terms[index + 1];
    const start = maxDay(term.from, from);
    const end = next ? minDay(plusDays(next.from, -1), to) : to;
    return start > end ? [] : [{ term, from: start, to: end }];
  });
}

/** The first day of the service month: the day of activation in the first one, else the 1st. */
export function serviceStart(history: ContractHistory, month: Month): Day | null {
  const first = history.activity[0];
  if (first === undefined || monthOf(first.from) > month) return null;
  return maxDay(first.from, firstDay(month));
}

/**
 * Whether delivery is behind on content: at least 3 finished days, and fewer articles than
 * `floor(target × days elapsed ÷ days of the service month)`; wholly paused days are taken off
 * both counts. Source: spec 2.4, ruling 1.16.
 */
export function behindOnContent(
  history: ContractHistory,
  month: Month,
  today: Day,
  published: number,
): { behind: boolean; expected: number } {
  const start = serviceStart(history, month);
  if (start === null) return { behind: false, expected: 0 };
  const counts = (from: Day, to: Day) =>
    eachDay(from, to).filter((day) => day >= today || isBillable(history, day)).length;
  const elapsed = counts(start, plusDays(minDay(today, plusDays(lastDay(month), 1)), -1));
  const ofMonth = counts(start, lastDay(month));
  const expected = ofMonth === 0 ? 0 : Math.floor((articleTarget(history, month, today) * elapsed) / ofMonth);
  return { behind: elapsed >= 3 && published < expected, expected };
}
