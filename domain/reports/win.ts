import { percentOf } from './figures.ts';
import { goalSentence } from './goal-words.ts';
import type { Say } from './language/claims.ts';
import type { ReportInputs } from './report-inputs.ts';
import { gained, gainedPercent, type KeywordMove, keywordMoves, pageMoves, place, type SearchView } from './search.ts';
import { within } from './windows.ts';

const sumOf = (list: readonly { readonly count: number }[]): number => list.reduce((sum, { count }) => sum + count, 0);

/** The biggest win: the first of these that there is (spec 13, 3.2). Null where there is none. */
export function winOf(inputs: ReportInputs, search: SearchView, say: Say): string | null {
  return (
    goalMet(inputs, say) ??
    moreConversions(inputs, say) ??
    risen(inputs, say, 3) ??
    risen(inputs, say, 10) ??
    bestPage(inputs, search, say) ??
    bestLink(inputs, say) ??
    (inputs.articles.now.length > 0 ? say('win_articles', { count: inputs.articles.now.length }) : null)
  );
}

function goalMet({ goals, windows: { period } }: ReportInputs, say: Say): string | null {
  const met = goals.find(({ pace, met_on: on }) => pace === 'met' && on !== null && within(period, on));
  return met ? goalSentence(say, 'met', met, met.met_on) : null;
}

/** Up by 10 % and by 5 at least. */
function moreConversions({ conversions: { now, before } }: ReportInputs, say: Say): string | null {
  if (before.length === 0) return null;
  const [count, earlier] = [sumOf(now), sumOf(before)];
  const more = count - earlier;
  if (more < 5 || more * 10 < earlier) return null;
  const percent = percentOf(count, earlier);
  return percent === null
    ? say('win_conversions_from_nothing', { count })
    : say('win_conversions', { count, percent: say.percent(percent) });
}

/** The keyword that is newly among the first so many, of the most impressions. */
function risen(inputs: ReportInputs, say: Say, top: 3 | 10): string | null {
  if (inputs.keywords.before.length === 0) return null;
  const fresh = keywordMoves(inputs).filter(
    ({ now, before }) => now !== null && place(now) <= top && (before === null || place(before) > top),
  );
  const [best] = fresh.sort((a, b) => b.impressions - a.impressions || byName(a, b));
  if (best?.now == null) return null;
  const values = { keyword: best.keyword, place: say.formats.number(place(best.now), 'count') };
  return say(top === 3 ? 'win_top_3' : 'win_top_10', values);
}
const byName = (a: KeywordMove, b: KeywordMove): number => (a.keyword < b.keyword ? -1 : 1);

/** Up by 10 clicks and by 10 % at least. */
function bestPage(inputs: ReportInputs, search: SearchView, say: Say): string | null {
  const [best] = pageMoves(inputs, search)
    .filter((move) => gained(move) >= 10 && gainedPercent(move) >= 10)
    .sort((a, b) => gained(b) - gained(a) || (a.page < b.page ? -1 : 1));
  return best ? say('win_page', { page: best.page, count: gained(best) }) : null;
}

function bestLink({ links, went_live: { now } }: ReportInputs, say: Say): string | null {
  const ids = new Set(now.map(({ backlink_id: id }) => id));
  const [best] = links
    .filter(({ id, status, dr }) => ids.has(id) && status === 'live' && dr !== null)
    .sort((a, b) => (b.dr ?? 0) - (a.dr ?? 0) || a.id - b.id);
  if (best === undefined) return null;
  return say('win_link', { page: best.source_url, dr: say.formats.number(best.dr ?? 0, 'score') });
}
