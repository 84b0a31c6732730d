import { chartOf } from '../charts.ts';
import { figure, percentOf } from '../figures.ts';
import { growthFlag } from '../judged.ts';
import type { Chart, Figure } from '../report-data.ts';
import { daysIn, gained, ofTotals, pageMoves } from '../search.ts';
import { emptySection, filledSection, type Section, type Told } from '../section.ts';
import { together } from '../sentences.ts';
import { present, sumsBy, tableOf } from '../tables.ts';
import { daysOf, lengthOf } from '../windows.ts';

/** A movement of less than this, in percent, is called steady; months alone differ by a tenth in their days. */
const STEADY = 2;
const NOTABLE = 5;

/** What search brought: clicks, impressions, click rate, position; by device, and by searches for the brand where that is known. */
export const organicTraffic: Section = (told) => {
  const { inputs, search, say } = told;
  const { now, before } = search.totals;
  const source = say('source_search');
  if (now === null) return emptySection(source, say('traffic_none'), say('traffic_none_reason'));
  return filledSection({
    flag: growthFlag(now.clicks, before?.clicks ?? null),
    rule: say('traffic_rule'),
    claim: claimOf(told, now.clicks),
    next: nextOf(told),
    source,
    dataTo: search.dataTo,
    figures: figuresOf(told),
    charts: present(clicksByDay(told), devices(told), brand(told)),
    tables: tablesOf(told),
  });

  function tablesOf({ inputs: { details } }: Told) {
    const moves = pageMoves(inputs, search).filter((move) => gained(move) !== 0);
    const sorted = moves.sort((a, b) => gained(b) - gained(a) || (a.page < b.page ? -1 : 1));
    const columns = [
      ['page', 'url'],
      ['clicks_before', 'count'],
      ['clicks_now', 'count', 'up'],
      ['change', 'change', 'up'],
    ] as const;
    const countries = daysIn(details.now, search.windows.period).flatMap((day) => day.countries);
    const impressions = new Map(
      sumsBy(
        countries,
        ({ country }) => country,
        (each) => each.impressions,
      ),
    );
    return present(
      tableOf(
        'page_winners',
        columns,
        sorted.filter((move) => gained(move) > 0),
        (move) => [move.page, move.before, move.now, gained(move)],
      ),
      tableOf('page_losers', columns, sorted.filter((move) => gained(move) < 0).reverse(), (move) => [
        move.page,
        move.before,
        move.now,
        gained(move),
      ]),
      tableOf(
        'countries',
        [
          ['country', 'text'],
          ['clicks', 'count', 'up'],
          ['impressions', 'count', 'up'],
        ],
        sumsBy(
          countries,
          ({ country }) => country,
          ({ clicks }) => clicks,
        ),
        ([country, clicks]) => [country, clicks, impressions.get(country) ?? 0],
      ),
    );
  }
};

function figuresOf({ search }: Told): Figure[] {
  const of = (measure: Parameters<typeof ofTotals>[1]) => ofTotals(search, measure);
  const split = search.totals.now?.brand !== null;
  return [
    figure(
      'clicks',
      'count',
      'up',
      of(({ clicks }) => clicks),
    ),
    figure(
      'impressions',
      'count',
      'up',
      of(({ impressions }) => impressions),
    ),
    figure(
      'ctr',
      'percent',
      'up',
      of(({ ctr }) => ctr),
    ),
    figure(
      'position',
      'position',
      'down',
      of(({ position }) => position),
    ),
    ...(split
      ? [
          figure(
            'brand_clicks',
            'count',
            'up',
            of((totals) => totals.brand?.brand ?? null),
          ),
        ]
      : []),
    ...(split
      ? [
          figure(
            'non_brand_clicks',
            'count',
            'up',
            of((totals) => totals.brand?.others ?? null),
          ),
        ]
      : []),
  ];
}

function claimOf({ search, say }: Told, clicks: number): string {
  const { before, year } = search.totals;
  const moved = percentOf(clicks, before?.clicks ?? null);
  const main =
    before === null
      ? say('traffic_first', { count: clicks })
      : moved === null
        ? say(clicks === 0 ? 'traffic_still_nothing' : 'traffic_from_nothing', { count: clicks })
        : Math.abs(moved) < STEADY
          ? say('traffic_steady', { clicks })
          : say(moved > 0 ? 'traffic_up' : 'traffic_down', { percent: say.percent(moved), clicks });
  const yearOn = percentOf(clicks, year?.clicks ?? null);
  const against =
    yearOn === null
      ? say('year_unknown')
      : Math.abs(yearOn) < STEADY
        ? say('year_same')
        : say(yearOn > 0 ? 'year_more' : 'year_less', { percent: say.percent(yearOn) });
  const cut =
    search.cut && search.dataTo !== null
      ? say('search_cut', { day: say.day(search.dataTo), count: lengthOf(search.windows.period) })
      : null;
  return together(say, main, against, cut);
}

/** What it means: whether more people saw the site, or more of those who saw it came. */
function nextOf({ search: { totals }, say }: Told): string {
  const { now, before } = totals;
  if (now === null || before === null || before.impressions === 0) return say('traffic_next_first');
  const seen = percentOf(now.impressions, before.impressions) ?? 0;
  const came = percentOf(now.ctr, before.ctr) ?? 0;
  if (seen >= NOTABLE && came <= -NOTABLE) return say('traffic_next_seen_not_clicked');
  if (seen >= NOTABLE) return say('traffic_next_seen_more');
  if (seen <= -NOTABLE && came >= NOTABLE) return say('traffic_next_fewer_better');
  if (seen <= -NOTABLE) return say('traffic_next_seen_less');
  if (Math.abs(came) >= NOTABLE) return say(came < 0 ? 'traffic_next_clicked_less' : 'traffic_next_clicked_more');
  return say('traffic_next_same');
}

function clicksByDay({ inputs, search }: Told): Chart | null {
  const days = daysOf(search.windows.period);
  const earlier = daysOf(search.windows.before);
  const of = (list: typeof inputs.search.now) => new Map(list.map(({ date, clicks }) => [date, clicks]));
  const [now, before] = [of(inputs.search.now), of(inputs.search.before)];
  const dashed = days.map((_, index) => {
    const day = earlier[index];
    return day === undefined ? null : (before.get(day) ?? null);
  });
  return chartOf('clicks_by_day', 'line', 'day', days, [
    { key: 'this_period', style: 'solid', values: days.map((day) => now.get(day) ?? null) },
    ...(before.size === 0 ? [] : [{ key: 'period_before' as const, style: 'dashed' as const, values: dashed }]),
  ]);
}

function devices({ search }: Told): Chart | null {
  const shares = [...(search.totals.now?.devices ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (shares.length === 0) return null;
  const names = shares.map(([device]) => device.toLowerCase());
  return chartOf('clicks_by_device', 'donut', 'name', names, [
    { key: 'clicks', style: 'solid', values: shares.map(([, clicks]) => clicks) },
  ]);
}

function brand({ search }: Told): Chart | null {
  const split = search.totals.now?.brand ?? null;
  if (split === null) return null;
  return chartOf(
    'brand_split',
    'donut',
    'name',
    ['brand', 'non_brand'],
    [{ key: 'clicks', style: 'solid', values: [split.brand, split.others] }],
  );
}
