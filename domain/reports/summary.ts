import { type Day, plusDays } from '#domain/kernel/time';
import { contentTarget } from './content-target.ts';
import { percentOf } from './figures.ts';
import { verdictIn } from './first-page.ts';
import type { ClaimKey, Say } from './language/claims.ts';
import type { Need } from './report-data.ts';
import type { ReportInputs, SearchDay } from './report-inputs.ts';
import type { SearchView } from './search.ts';
import { together } from './sentences.ts';
import { daysOf, within } from './windows.ts';

type Parts = {
  readonly inputs: ReportInputs;
  readonly search: SearchView;
  readonly needs: readonly Need[];
  /** Whether anything is planned for what follows. */
  readonly planned: boolean;
  readonly say: Say;
};

/** So many sentences at most: what is said first matters most. */
const MOST_SENTENCES = 5;

/**
 * The summary as somebody would tell it: how search went, what happened that may have to do with it (one after the other, never
 * because of it), what was done, what it led to, and what is waited for. Consecutive reports do not begin alike.
 */
export function summaryOf(parts: Parts): string {
  const { inputs, say } = parts;
  const turn = turnOf(inputs.windows.period[0]);
  const told = [
    lead(parts, turn),
    against(parts),
    standing(parts),
    happened(parts),
    converted(parts),
    worked(parts, turn),
    waiting(parts),
  ];
  const sentences = told.filter((sentence) => sentence !== null);
  const kept = sentences.length > MOST_SENTENCES ? shortened(sentences, told.at(-1) ?? null) : sentences;
  return together(say, ...kept, kept.length < 2 ? say(parts.planned ? 'sum_plan_below' : 'sum_more_to_come') : null);
}

/** What waits for the client is said even where much else could be. */
const shortened = (sentences: readonly string[], last: string | null): readonly string[] =>
  last === null ? sentences.slice(0, MOST_SENTENCES) : [...sentences.slice(0, MOST_SENTENCES - 1), last];

/** 0 or 1, taking turns from month to month and from week to week. */
const turnOf = (start: Day): 0 | 1 =>
  ((Number(start.slice(5, 7)) + Math.floor(Date.parse(`${start}T00:00:00Z`) / 604_800_000)) % 2) as 0 | 1;

function lead({ inputs, search, say }: Parts, turn: 0 | 1): string {
  const { now, before } = search.totals;
  if (now === null) return say('sum_no_search');
  if (before === null) return say('sum_first', { count: now.clicks });
  const { clicks } = verdictIn(inputs, search);
  const percent = percentOf(now.clicks, before.clicks);
  if (clicks === 0 || percent === null)
    return say(clicks > 0 ? 'sum_from_nothing' : turn === 0 ? 'sum_steady_a' : 'sum_steady_b');
  const keys: Readonly<Record<'up' | 'down', readonly [ClaimKey, ClaimKey]>> = {
    up: ['sum_up_a', 'sum_up_b'],
    down: ['sum_down_a', 'sum_down_b'],
  };
  return say(keys[clicks > 0 ? 'up' : 'down'][turn], { percent: about(say, percent) });
}

/** A percentage as people say it: whole. */
const about = (say: Say, percent: number): string => say.percent(Math.max(1, Math.round(Math.abs(percent))));
/** Whether something goes the way that clicks go, the other way, or they go none. */
const beside = (clicks: number, way: number): '' | '_too' | '_though' =>
  clicks === 0 ? '' : Math.sign(clicks) === Math.sign(way) ? '_too' : '_though';

/** The year before, where it tells something else or something more. */
function against({ inputs, search, say }: Parts): string | null {
  const { now, year } = search.totals;
  const percent = percentOf(now?.clicks ?? null, year?.clicks ?? null);
  if (percent === null || Math.abs(percent) < 5) return null;
  const { opposed, clicks } = verdictIn(inputs, search);
  if (opposed)
    return say(percent > 0 ? 'sum_year_still_above' : 'sum_year_still_below', { percent: about(say, percent) });
  if (clicks === 0) return say(percent > 0 ? 'sum_year_above' : 'sum_year_below', { percent: about(say, percent) });
  return null;
}

function standing({ inputs, search, say }: Parts): string | null {
  const { position, clicks } = verdictIn(inputs, search);
  if (position === 0) return null;
  const place = say.formats.number(search.totals.now?.position ?? 0, 'position');
  return say(`sum_position_${position > 0 ? 'up' : 'down'}${beside(clicks, position)}`, { place });
}

/** Clicks of seven days; null where one of them is not known. */
function week(days: ReadonlyMap<Day, SearchDay>, from: Day): number | null {
  const each = daysOf([from, plusDays(from, 6)]).map((day) => days.get(day)?.clicks ?? null);
  return each.includes(null) ? null : each.reduce<number>((sum, clicks) => sum + (clicks ?? 0), 0);
}

/** The day on which most links went live, where clicks of the week after it differ from those of the week before by 10 % and 10 at least. */
function happened({ inputs: { went_live, search, windows }, say }: Parts): string | null {
  const days = new Map([...search.before, ...search.now].map((day) => [day.date, day]));
  const counts = new Map<Day, number>();
  for (const { date } of went_live.now) if (within(windows.period, date)) counts.set(date, (counts.get(date) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (best === undefined || best[1] < 2) return null;
  const [before, after] = [week(days, plusDays(best[0], -7)), week(days, plusDays(best[0], 1))];
  const percent = percentOf(after, before);
  if (before === null || after === null || percent === null || Math.abs(percent) < 10 || Math.abs(after - before) < 10)
    return null;
  const values = { count: best[1], day: say.formats.shortDay(best[0]), percent: about(say, percent) };
  return say(percent > 0 ? 'sum_links_then_up' : 'sum_links_then_down', values);
}

function converted({ inputs, search, say }: Parts): string | null {
  const { conversions } = inputs;
  const count = (list: typeof conversions.now) => list.reduce((sum, each) => sum + each.count, 0);
  if (conversions.now.length === 0 || conversions.before.length === 0) return null;
  const percent = percentOf(count(conversions.now), count(conversions.before));
  if (percent === null || Math.abs(percent) < 5) return null;
  const way = beside(verdictIn(inputs, search).clicks, percent);
  return say(`sum_conversions_${percent > 0 ? 'up' : 'down'}${way}`, { percent: about(say, percent) });
}

function worked({ inputs, say }: Parts, turn: 0 | 1): string | null {
  const target = contentTarget(inputs);
  const published = inputs.articles.now.length;
  if (target !== null && published < target) return say('sum_content_behind', { count: target - published });
  if (published > 0) return say(turn === 0 ? 'sum_articles_a' : 'sum_articles_b', { count: published });
  return inputs.went_live.now.length > 0 ? say('sum_links', { count: inputs.went_live.now.length }) : null;
}

function waiting({ needs, say }: Parts): string | null {
  const countOf = (wanted: Need['kind']): number => needs.filter(({ kind }) => kind === wanted).length;
  const [approvals, briefs, connections] = [countOf('approval'), countOf('brief'), countOf('connection')];
  if (approvals > 0) return say('sum_approvals', { count: approvals });
  if (briefs > 0) return say('sum_briefs', { count: briefs });
  return connections > 0 ? say('sum_connections', { count: connections }) : null;
}
