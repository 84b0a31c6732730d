import { type Day, minDay, plusDays } from '#domain/kernel/time';
import type { KnownGoal } from '#domain/reports/goal';
import { countTop, lastPositions, totalsOf } from '#domain/reports/search';
import type { Window } from '#domain/reports/windows';
import { daysOf } from '#domain/reports/windows';
import { AHREFS_SNAPSHOTS } from '#projections/links/ahrefs-connection';
import type { ReadTables } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';
import { type SiteRows, siteRows } from './report-rows.ts';

/** A number as far as it is known: null where nothing is, with the day that it reaches to. */
export type MetricValue = { readonly value: number | null; readonly dataTo: Day | null };
const UNKNOWN: MetricValue = { value: null, dataTo: null };

/** Goals look at so many days; and for a latest value no further back than this. */
const SPAN = 28;
const FURTHEST = 35;
const spanTo = (through: Day, days: number): Window => [plusDays(through, 1 - days), through];

type Asked = Pick<KnownGoal, 'siteId' | 'metric' | 'setOn'>;

/** The value of a goal's number on a day, from what is known up to a position (spec 13, 3.5). */
export function goalValues(tables: ReadTables) {
  return async (goal: Asked, through: Day, position: number): Promise<MetricValue> => {
    const rows = siteRows(tables, goal.siteId, position);
    switch (goal.metric) {
      case 'clicks':
      case 'impressions':
      case 'position':
        return searchValue(rows, goal.metric, through);
      case 'conversions': {
        const list = await rows.conversions(spanTo(through, SPAN));
        const last = list.at(-1)?.date;
        return last === undefined ? UNKNOWN : { value: list.reduce((sum, { count }) => sum + count, 0), dataTo: last };
      }
      case 'keywords_top_10': {
        const window = spanTo(through, SPAN);
        const seen = await rows.keywords(window, await rows.details(window));
        const last = seen.reduce<Day | null>((max, { date }) => (max === null || date > max ? date : max), null);
        return last === null ? UNKNOWN : { value: countTop(lastPositions(seen).values(), 10), dataTo: last };
      }
      case 'articles': {
        const list = await rows.happeningsSince('article', plusDays(goal.setOn, -1), through);
        return { value: list.length, dataTo: through };
      }
      case 'referring_domains': {
        const snapshot = await latestSnapshot(tables, goal.siteId, spanTo(through, FURTHEST), position);
        return snapshot?.referring_domains == null
          ? UNKNOWN
          : { value: snapshot.referring_domains, dataTo: snapshot.snapshot_date };
      }
    }
  };
}

/** Over 28 days that end with the last one that has data. */
async function searchValue(
  rows: SiteRows,
  metric: 'clicks' | 'impressions' | 'position',
  through: Day,
): Promise<MetricValue> {
  const known = await rows.search(spanTo(through, FURTHEST));
  const last = known.at(-1)?.date;
  if (last === undefined) return UNKNOWN;
  const from = plusDays(minDay(last, through), 1 - SPAN);
  const totals = totalsOf(known.filter(({ date }) => date >= from));
  return { value: totals?.[metric] ?? null, dataTo: last };
}

/** The last snapshot of a site's domain in these days. */
export async function latestSnapshot(tables: ReadTables, siteId: number, window: Window, position: number) {
  const found = await typed(tables).find(AHREFS_SNAPSHOTS, {
    site_id: siteId,
    snapshot_date: { in: daysOf(window) },
    id: { lte: position },
  });
  return found
    .sort((a, b) => (a.snapshot_date !== b.snapshot_date ? (a.snapshot_date < b.snapshot_date ? -1 : 1) : a.id - b.id))
    .at(-1);
}
