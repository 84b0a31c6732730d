import { figure, type Measured, measured } from './figures.ts';
import { type Verdict, verdictOf } from './judged.ts';
import type { Say } from './language/claims.ts';
import type { Action } from './plan.ts';
import { priorityOf } from './priority.ts';
import type { Figure, FirstPage, Need } from './report-data.ts';
import type { ReportInputs } from './report-inputs.ts';
import { countTop, lastPositions, ofTotals, type SearchView } from './search.ts';
import { together } from './sentences.ts';
import { winOf } from './win.ts';

export type FirstPageParts = {
  readonly inputs: ReportInputs;
  readonly search: SearchView;
  readonly needs: readonly Need[];
  readonly actions: readonly Action[];
  readonly say: Say;
};

/** Links gone live less links lost; null where the site never had any. */
export const netLinks = ({ links_live: { now }, went_live, lost }: ReportInputs): number | null =>
  now === null ? null : went_live.now.length - lost.now.length;

export const verdictIn = (inputs: ReportInputs, search: SearchView): Verdict =>
  verdictOf(
    ofTotals(search, ({ clicks }) => clicks),
    ofTotals(search, ({ position }) => position),
    netLinks(inputs),
  );

/** What stands first: verdict, win, priority, what we need, goals, key figures (spec 11.1). */
export function firstPage({ inputs, search, needs, actions, say }: FirstPageParts): FirstPage {
  const judged = verdictIn(inputs, search);
  return {
    verdict: judged.verdict,
    reason: reasonOf(judged, inputs, search, say),
    win: winOf(inputs, search, say),
    priority: priorityOf({ inputs, search, needs, actions, say }),
    needs,
    goals: inputs.goals.map(({ met_on: _, ...goal }) => goal),
    tiles: tilesOf(inputs, search),
  };
}

function reasonOf(judged: Verdict, inputs: ReportInputs, search: SearchView, say: Say): string {
  if (judged.verdict === null) return say(search.totals.now === null ? 'reason_no_search' : 'reason_unknown');
  const { now, before } = search.totals;
  const clicks =
    judged.clicks === 0 ? 'reason_clicks_same' : judged.clicks > 0 ? 'reason_clicks_up' : 'reason_clicks_down';
  const position =
    judged.position === 0
      ? 'reason_position_same'
      : judged.position > 0
        ? 'reason_position_up'
        : 'reason_position_down';
  const known = now?.position != null && before?.position != null;
  const net = netLinks(inputs);
  const links =
    net === null ? null : net === 0 ? 'reason_links_same' : net > 0 ? 'reason_links_up' : 'reason_links_down';
  const places = {
    from: say.formats.number(before?.position ?? 0, 'position'),
    to: say.formats.number(now?.position ?? 0, 'position'),
  };
  return together(
    say,
    say(clicks, { from: before?.clicks ?? 0, to: now?.clicks ?? 0 }),
    known ? say(position, places) : null,
    links === null ? null : say(links, { count: Math.abs(net ?? 0) }),
    judged.opposed ? say(judged.clicks > 0 ? 'reason_opposed_below' : 'reason_opposed_above') : null,
  );
}

/** Of what is known; at most eight. */
function tilesOf(inputs: ReportInputs, search: SearchView): Figure[] {
  const { conversions, articles, keywords, links_live: live } = inputs;
  const count = (list: readonly { readonly count: number }[]) => list.reduce((sum, each) => sum + each.count, 0);
  const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
  const top = (list: typeof keywords.now) => (list.length === 0 ? null : countTop(lastPositions(list).values(), 10));
  const tile = (
    key: Parameters<typeof figure>[0],
    values: Measured,
    better: 'up' | 'down' = 'up',
    unit: Figure['unit'] = 'count',
  ) => (values.now === null ? [] : [figure(key, unit, better, values)]);
  const converted = {
    now: orNull(conversions.now),
    before: orNull(conversions.before),
    year: orNull(conversions.year),
  };
  return [
    ...tile(
      'clicks',
      ofTotals(search, ({ clicks }) => clicks),
    ),
    ...tile(
      'impressions',
      ofTotals(search, ({ impressions }) => impressions),
    ),
    ...tile(
      'ctr',
      ofTotals(search, ({ ctr }) => ctr),
      'up',
      'percent',
    ),
    ...tile(
      'position',
      ofTotals(search, ({ position }) => position),
      'down',
      'position',
    ),
    ...tile(
      'conversions',
      measured(converted, (list) => list && count(list)),
    ),
    ...tile('keywords_top_10', { now: top(keywords.now), before: top(keywords.before), year: null }),
    ...tile('articles', {
      now: inputs.subscription === null ? (orNull(articles.now)?.length ?? null) : articles.now.length,
      before: orNull(articles.before)?.length ?? null,
      year: orNull(articles.year)?.length ?? null,
    }),
    ...tile('links_live', live),
  ];
}
