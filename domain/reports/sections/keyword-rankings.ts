import { chartOf } from '../charts.ts';
import { figure, plain } from '../figures.ts';
import { growthFlag } from '../judged.ts';
import type { Say } from '../language/claims.ts';
import { countTop, gained, type KeywordMove, keywordMoves, pageMoves, place } from '../search.ts';
import { emptySection, filledSection, latestOf, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import { present, tableOf } from '../tables.ts';

export const BUCKETS = [
  { key: 'positions_1_3', from: 1, to: 3 },
  { key: 'positions_4_10', from: 4, to: 10 },
  { key: 'positions_11_20', from: 11, to: 20 },
  { key: 'positions_21_50', from: 21, to: 50 },
] as const;
/** A keyword is among those shown down to here. */
export const DEEPEST = 50;

const shown = (position: number | null): boolean => position !== null && place(position) <= DEEPEST;
/** By how many places it rose; below zero it fell. Out of sight counts as just beyond the last that is shown. */
export const rose = ({ before, now }: KeywordMove): number =>
  (shown(before) ? (before ?? 0) : DEEPEST + 1) - (shown(now) ? (now ?? 0) : DEEPEST + 1);
const byName = (a: KeywordMove, b: KeywordMove): number => (a.keyword < b.keyword ? -1 : 1);
const byImpressions = (a: KeywordMove, b: KeywordMove): number => b.impressions - a.impressions || byName(a, b);

/** How many keywords stand where, which rose and fell, and which are new (spec 11.1). */
export const keywordRankings: Section = ({ inputs, search, say }) => {
  const source = say('source_rankings');
  const moves = keywordMoves(inputs);
  if (inputs.keywords.now.length === 0) return emptySection(source, say('rankings_none'), say('rankings_none_reason'));
  const now = moves.map((move) => move.now);
  const earlier = inputs.keywords.before.length > 0;
  const before = moves.map((move) => move.before);
  const count = (top: number) => ({
    now: countTop(now, top),
    before: earlier ? countTop(before, top) : null,
    year: null,
  });
  const top10 = count(10);
  const fresh = earlier ? moves.filter((move) => shown(move.now) && !shown(move.before)).sort(byImpressions) : [];
  const both = moves.filter((move) => earlier && shown(move.before));
  const winners = both
    .filter((move) => shown(move.now) && rose(move) >= 1)
    .sort((a, b) => rose(b) - rose(a) || byImpressions(a, b));
  const losers = both.filter((move) => rose(move) <= -1).sort((a, b) => rose(a) - rose(b) || byImpressions(a, b));
  const inBucket = (positions: readonly (number | null)[], { from, to }: (typeof BUCKETS)[number]) =>
    positions.filter((position) => position !== null && place(position) >= from && place(position) <= to).length;
  const columns = [
    ['keyword', 'text'],
    ['position_before', 'position', 'down'],
    ['position_now', 'position', 'down'],
    ['moved', 'change', 'up'],
    ['impressions', 'count', 'up'],
  ] as const;
  const row = (move: KeywordMove) => [
    move.keyword,
    tenth(move.before),
    tenth(move.now),
    shown(move.now) && move.before !== null && move.now !== null ? tenth(move.before - move.now) : null,
    seen(move),
  ];
  const pages = pageMoves(inputs, search);
  const pageColumns = [
    ['page', 'url'],
    ['clicks_before', 'count'],
    ['clicks_now', 'count', 'up'],
    ['change', 'change', 'up'],
  ] as const;
  const pageRow = (move: (typeof pages)[number]) => [move.page, move.before, move.now, gained(move)];
  return filledSection({
    flag: growthFlag(top10.now, top10.before),
    rule: say('rankings_rule'),
    claim: claimOf(say, top10, fresh.length),
    next: nextOf(say, winners.length, losers[0]),
    source,
    dataTo: latestOf(inputs.keywords.now.map(({ date }) => date)),
    figures: [
      figure('keywords_top_3', 'count', 'up', count(3)),
      figure('keywords_top_10', 'count', 'up', top10),
      figure('keywords_top_20', 'count', 'up', count(20)),
      figure('keywords_top_50', 'count', 'up', count(50)),
      ...(earlier ? [plain('keywords_new', 'count', fresh.length)] : []),
    ],
    charts: [
      chartOf(
        'keyword_buckets',
        'bar',
        'name',
        BUCKETS.map(({ key }) => key),
        [
          { key: 'this_period', style: 'solid', values: BUCKETS.map((bucket) => inBucket(now, bucket)) },
          ...(earlier
            ? [
                {
                  key: 'period_before' as const,
                  style: 'dashed' as const,
                  values: BUCKETS.map((bucket) => inBucket(before, bucket)),
                },
              ]
            : []),
        ],
      ),
    ],
    tables: present(
      tableOf('keyword_winners', columns, winners, row),
      tableOf('keyword_losers', columns, losers, row),
      tableOf(
        'keywords_new',
        [
          ['keyword', 'text'],
          ['position', 'position', 'down'],
          ['impressions', 'count', 'up'],
        ],
        fresh,
        (move) => [move.keyword, tenth(move.now), seen(move)],
      ),
      tableOf(
        'page_winners',
        pageColumns,
        pages.filter((each) => gained(each) > 0).sort((a, b) => gained(b) - gained(a)),
        pageRow,
      ),
      tableOf(
        'page_losers',
        pageColumns,
        pages.filter((each) => gained(each) < 0).sort((a, b) => gained(a) - gained(b)),
        pageRow,
      ),
    ),
  });
};

/** Of a keyword that ranks and was never told how often it was seen, that is not known. */
const seen = ({ impressions }: KeywordMove): number | null => (impressions === 0 ? null : impressions);
const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

function claimOf(say: Say, top10: { readonly now: number; readonly before: number | null }, fresh: number): string {
  const { now, before } = top10;
  const main =
    before === null
      ? say('rankings_first', { count: now })
      : now === before
        ? say('rankings_same', { count: now })
        : say(now > before ? 'rankings_more' : 'rankings_fewer', { count: now, before });
  return together(say, main, fresh > 0 ? say('rankings_new', { count: fresh }) : null);
}

function nextOf(say: Say, winners: number, loser: KeywordMove | undefined): string {
  if (loser !== undefined && shown(loser.now)) return say('rankings_next_loser', { keyword: loser.keyword });
  if (loser !== undefined) return say('rankings_next_gone', { keyword: loser.keyword });
  return say(winners > 0 ? 'rankings_next_winners' : 'rankings_next_steady');
}
