import type { Day, Instant } from '#domain/kernel/time';
import type { Conversion, KeywordSeen, SearchDay, SearchDetail } from '#domain/reports/report-inputs';
import { daysOf, type Window, within } from '#domain/reports/windows';
import type { ReadTables } from '#runtime/read-model';
import type { RowOf } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import {
  CONVERSIONS,
  HAPPENINGS,
  KEYWORDS,
  NEVER,
  SEARCH_DAYS,
  SEARCH_DETAILS,
  STANDINGS,
} from './report-facts-tables.ts';

export type HappeningRow = RowOf<typeof HAPPENINGS>;
export type StandingRow = RowOf<typeof STANDINGS>;
type Versioned = { readonly at: Instant; readonly position: number };

/** Of rows that say the same thing, the one that holds: the latest by its own time, then the one that came last. */
export function latest<R extends Versioned>(rows: readonly R[], key: (row: R) => string): R[] {
  const held = new Map<string, R>();
  for (const row of [...rows].sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.position - b.position)))
    held.set(key(row), row);
  return [...held.values()];
}

/** What is known of a site up to a position, for the days that are asked for. It reads rows of those days and no others. */
export function siteRows(tables: ReadTables, siteId: number, position: number) {
  const { find } = typed(tables);
  const of = (window: Window) => ({ site_id: siteId, day: { in: daysOf(window) }, position: { lte: position } });
  const byDay = <R extends { readonly day: Day }>(rows: readonly R[]): R[] =>
    [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

  return {
    async search(window: Window): Promise<SearchDay[]> {
      const rows = latest(await find(SEARCH_DAYS, of(window)), ({ day }) => day);
      return byDay(rows).map((row) => ({
        date: row.day,
        clicks: row.clicks,
        impressions: row.impressions,
        position: Number(row.average_position),
        brand_clicks: row.brand_clicks,
        devices: row.devices,
      }));
    },
    async details(window: Window): Promise<SearchDetail[]> {
      const rows = latest(await find(SEARCH_DETAILS, of(window)), ({ day }) => day);
      return byDay(rows).map(({ day: date, queries, pages, countries }) => ({ date, queries, pages, countries }));
    },
    /** Of a keyword and a day its own fact; where there is none, what the day's search says of it. */
    async keywords(window: Window, details: readonly SearchDetail[]): Promise<KeywordSeen[]> {
      const rows = latest(await find(KEYWORDS, of(window)), (row) =>
        JSON.stringify([row.keyword, row.source, row.day]),
      );
      const told = byDay(rows).map(({ keyword, place, day: date, source }) => ({
        keyword,
        position: Number(place),
        date,
        source,
      }));
      const own = new Set(
        told.filter(({ source }) => source === 'gsc').map(({ keyword, date }) => JSON.stringify([keyword, date])),
      );
      const seen = details.flatMap(({ date, queries }) =>
        queries
          .filter(({ query }) => !own.has(JSON.stringify([query, date])))
          .map(({ query: keyword, position: place }) => ({ keyword, position: place, date, source: 'gsc' as const })),
      );
      return [...told, ...seen];
    },
    async conversions(window: Window): Promise<Conversion[]> {
      const rows = latest(await find(CONVERSIONS, of(window)), (row) =>
        JSON.stringify([row.day, row.goal, row.channel]),
      );
      return byDay(rows).map(({ day: date, goal, channel, count, value_cents: value, currency }) => ({
        date,
        goal,
        channel,
        count,
        value,
        currency,
      }));
    },
    /** In the order of their days, then of the log; without what was taken back by then. */
    async happenings(window: Window): Promise<HappeningRow[]> {
      const rows = await find(HAPPENINGS, { ...of(window), until_position: { gt: position } });
      return rows.sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.position - b.position));
    },
    happeningsOf: (kind: HappeningRow['kind'], subjects: readonly string[]): Promise<HappeningRow[]> =>
      subjects.length === 0
        ? Promise.resolve([])
        : find(HAPPENINGS, { site_id: siteId, kind, subject: { in: subjects }, position: { lte: position } }),
    /** Since a day, that day included, through another. */
    async happeningsSince(kind: HappeningRow['kind'], before: Day, through: Day): Promise<HappeningRow[]> {
      const rows = await find(HAPPENINGS, { site_id: siteId, kind, day: { gt: before }, position: { lte: position } });
      return rows.filter(({ day }) => day <= through);
    },
    /** How things stood at the end of a day, or as far as is known; of some subjects, or of all. */
    async standings(
      kind: StandingRow['kind'],
      through: Day | null,
      { subjects, open }: { readonly subjects?: readonly string[]; readonly open?: true } = {},
    ): Promise<StandingRow[]> {
      if (subjects?.length === 0) return [];
      const where = {
        site_id: siteId,
        kind,
        position: { lte: position },
        ...(subjects === undefined ? {} : { subject: { in: subjects } }),
        ...(through === null ? (open ? { open } : {}) : { day: { lte: through } }),
      };
      // Those not followed by that position, and those not followed by that day: all others are outdated either way.
      const still = await find(STANDINGS, { ...where, until_position: { gt: position } });
      const then = through === null ? [] : await find(STANDINGS, { ...where, until_day: { gt: through } });
      const held = latest([...still, ...then], ({ subject }) => subject);
      const sorted = held.sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
      return open ? sorted.filter((row) => row.open) : sorted;
    },
  };
}
export type SiteRows = ReturnType<typeof siteRows>;

/** How many facts and events about these days came after a position: what a report at that position does not know of. */
export async function newerFacts(
  tables: ReadTables,
  siteId: number,
  window: Window,
  position: number,
): Promise<number> {
  const { find } = typed(tables);
  const newer = { site_id: siteId, position: { gt: position } };
  const found = await Promise.all([
    find(SEARCH_DAYS, newer),
    find(KEYWORDS, newer),
    find(CONVERSIONS, newer),
    find(HAPPENINGS, { ...newer, until_position: NEVER }),
    find(STANDINGS, newer),
  ]);
  // An event that both happened and changed how something stands is one.
  return new Set(
    found
      .flat()
      .filter(({ day }) => within(window, day))
      .map((row) => row.position),
  ).size;
}
