import type { Day } from '#domain/kernel/time';
import type { Measured } from './figures.ts';
import type { KeywordSeen, ReportInputs, SearchDay, SearchDetail, Three } from './report-inputs.ts';
import { cutTo, type Window, type Windows, within } from './windows.ts';

/** What search came to in some days; null where there is no day of it. */
export type SearchTotals = {
  readonly clicks: number;
  readonly impressions: number;
  /** Weighted by impressions; null without any. */
  readonly position: number | null;
  /** Clicks of impressions, in percent; null without impressions. */
  readonly ctr: number | null;
  /** Of the days whose brand clicks are known; null where there are none. */
  readonly brand: { readonly brand: number; readonly others: number } | null;
  readonly devices: ReadonlyMap<string, number>;
};

/** Search of a report: which days are compared, and what they came to. */
export type SearchView = {
  readonly windows: Windows;
  readonly dataTo: Day | null;
  /** True where data end before the period does. */
  readonly cut: boolean;
  readonly totals: Three<SearchTotals | null>;
};

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((total, each) => total + of(each), 0);

export function totalsOf(days: readonly SearchDay[]): SearchTotals | null {
  if (days.length === 0) return null;
  const clicks = sum(days, (day) => day.clicks);
  const impressions = sum(days, (day) => day.impressions);
  const told = days.filter((day) => day.brand_clicks !== null);
  const brand = sum(told, (day) => day.brand_clicks ?? 0);
  const devices = new Map<string, number>();
  for (const { device, clicks: of } of days.flatMap((day) => day.devices))
    devices.set(device, (devices.get(device) ?? 0) + of);
  return {
    clicks,
    impressions,
    position: impressions === 0 ? null : sum(days, (day) => day.position * day.impressions) / impressions,
    ctr: impressions === 0 ? null : (clicks / impressions) * 100,
    brand: told.length === 0 ? null : { brand, others: sum(told, (day) => day.clicks) - brand },
    devices,
  };
}

export const daysIn = <T extends { readonly date: Day }>(list: readonly T[], window: Window): T[] =>
  list.filter(({ date }) => within(window, date));

export function searchView({ windows: whole, search }: Pick<ReportInputs, 'windows' | 'search'>): SearchView {
  const dataTo = daysIn(search.now, whole.period).reduce<Day | null>(
    (last, { date }) => (last === null || date > last ? date : last),
    null,
  );
  const windows = cutTo(whole, dataTo);
  return {
    windows,
    dataTo,
    cut: dataTo !== null && dataTo < whole.period[1],
    totals: {
      now: totalsOf(daysIn(search.now, windows.period)),
      before: totalsOf(daysIn(search.before, windows.before)),
      year: totalsOf(daysIn(search.year, windows.year_before)),
    },
  };
}

export const ofTotals = ({ totals }: SearchView, measure: (totals: SearchTotals) => number | null): Measured => {
  const of = (totals_: SearchTotals | null) => (totals_ === null ? null : measure(totals_));
  return { now: of(totals.now), before: of(totals.before), year: of(totals.year) };
};

/** Clicks of a page in both periods; null in the one before where nothing is known of pages then. */
export type PageMove = { readonly page: string; readonly before: number; readonly now: number };

/** Pages by clicks in the compared days; empty where one of the two periods tells nothing of pages. */
export function pageMoves({ details }: Pick<ReportInputs, 'details'>, { windows }: SearchView): PageMove[] {
  const clicks = (days: readonly SearchDetail[]) => {
    const sums = new Map<string, number>();
    for (const { page, clicks: of } of days.flatMap((day) => day.pages)) sums.set(page, (sums.get(page) ?? 0) + of);
    return sums;
  };
  const now = clicks(daysIn(details.now, windows.period));
  const before = clicks(daysIn(details.before, windows.before));
  if (now.size === 0 || before.size === 0) return [];
  return [...new Set([...now.keys(), ...before.keys()])].map((page) => ({
    page,
    before: before.get(page) ?? 0,
    now: now.get(page) ?? 0,
  }));
}
export const gained = ({ now, before }: PageMove): number => now - before;
/** Of what it had, in percent; without end where it had nothing. */
export const gainedPercent = (move: PageMove): number =>
  move.before === 0 ? (move.now > 0 ? Number.POSITIVE_INFINITY : 0) : (gained(move) / move.before) * 100;

/** Where each keyword stood last in those days: as Search Console says, else as Ahrefs does (spec 13, 3.6). */
export function lastPositions(seen: readonly KeywordSeen[]): ReadonlyMap<string, number> {
  const last = new Map<string, KeywordSeen>();
  const better = (a: KeywordSeen, b: KeywordSeen): boolean =>
    a.source === b.source ? a.date >= b.date : a.source === 'gsc';
  for (const each of seen) {
    const known = last.get(each.keyword);
    if (each.position > 0 && (known === undefined || better(each, known))) last.set(each.keyword, each);
  }
  return new Map([...last].map(([keyword, { position }]) => [keyword, position]));
}
/** A position as people count them: 3.4 is the third place, 3.5 the fourth. */
export const place = (position: number): number => Math.round(position);

export type KeywordMove = {
  readonly keyword: string;
  readonly before: number | null;
  readonly now: number | null;
  readonly impressions: number;
};
export function keywordMoves({ keywords, details }: Pick<ReportInputs, 'keywords' | 'details'>): KeywordMove[] {
  const [now, before] = [lastPositions(keywords.now), lastPositions(keywords.before)];
  const impressions = new Map<string, number>();
  for (const { query, impressions: of } of details.now.flatMap((day) => day.queries))
    impressions.set(query, (impressions.get(query) ?? 0) + of);
  return [...new Set([...now.keys(), ...before.keys()])].map((keyword) => ({
    keyword,
    before: before.get(keyword) ?? null,
    now: now.get(keyword) ?? null,
    impressions: impressions.get(keyword) ?? 0,
  }));
}
/** Keywords at that place or above; null where nothing is known of any. */
export const countTop = (positions: Iterable<number | null>, top: number): number =>
  [...positions].filter((position) => position !== null && place(position) <= top).length;
