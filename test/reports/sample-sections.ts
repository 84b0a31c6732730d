import type { Day } from '#domain/kernel/time';
import { plusDays } from '#domain/kernel/time';
import type { Chart, Figure, ReportData, SectionData, Table } from '#domain/reports/report-data';
import { DOMAINS, KEYWORDS, keywordAt, TITLES } from './sample-words.ts';

export const START = '2026-10-01' as Day;
export const END = '2026-10-31' as Day;
const SITE = 'https://www.nordraum.example';
const day = (n: number): Day => plusDays(START, n);
/** A number between 0 and 1 that hangs on n alone. */
const noise = (n: number): number => Math.abs(Math.sin(n * 12.9898) * 43758.5453) % 1;
const days = (count: number, from: Day) => Array.from({ length: count }, (_, n) => plusDays(from, n));

/** A figure with its period before and year before; the changes follow. */
export function figure(
  key: string,
  value: number | null,
  before: number | null,
  year: number | null,
  more: Partial<Figure> = {},
): Figure {
  const change = value === null || before === null ? null : Math.round((value - before) * 100) / 100;
  return {
    key,
    value,
    unit: 'count',
    better: 'up',
    before,
    change,
    percent: change === null || before === null || before === 0 ? null : Math.round((10_000 * change) / before) / 100,
    year_before: year,
    year_change: value === null || year === null ? null : Math.round((value - year) * 100) / 100,
    ...more,
  };
}
const usd = (key: string, value: number, before: number, year: number | null): Figure => {
  const made = figure(key, value, before, year, { unit: 'usd' });
  return { ...made, value: value.toFixed(2), before: before.toFixed(2), change: (value - before).toFixed(2) };
};

const clicks = (n: number): number =>
  Math.round(250 + n * 3.1 + (n % 7 > 4 ? -70 : 20) + 40 * noise(n) + (n > 8 ? 30 : 0));
const clicksBefore = (n: number): number => Math.round(228 + n * 1.2 + (n % 7 > 4 ? -60 : 14) + 36 * noise(n + 50));

export const clicksChart: Chart = {
  key: 'clicks_by_day',
  kind: 'line',
  unit: 'count',
  better: 'up',
  x: days(31, START),
  x_kind: 'day',
  series: [
    { key: 'this_period', style: 'solid', values: days(31, START).map((_, n) => clicks(n)) },
    { key: 'period_before', style: 'dashed', values: days(31, START).map((_, n) => (n < 30 ? clicksBefore(n) : null)) },
  ],
  markers: [
    { number: 1, at: day(8) },
    { number: 2, at: day(9) },
    { number: 3, at: day(21) },
  ],
};
const named = (
  key: string,
  kind: Chart['kind'],
  x: readonly string[],
  series: string,
  values: readonly number[],
  before?: readonly number[],
): Chart => ({
  key,
  kind,
  unit: 'count',
  better: 'up',
  x,
  x_kind: 'name',
  series: [
    { key: before ? 'this_period' : series, style: 'solid', values },
    ...(before ? [{ key: 'period_before', style: 'dashed' as const, values: before }] : []),
  ],
  markers: [],
});
const table = (key: string, columns: Table['columns'], rows: Table['rows'], total = rows.length): Table => ({
  key,
  columns,
  rows,
  total,
});
const column = (key: string, kind: Table['columns'][number]['kind'], better?: 'up' | 'down') => ({
  key,
  kind,
  ...(better ? { better } : {}),
});

const section = (more: Partial<SectionData> & Pick<SectionData, 'claim'>): SectionData => ({
  flag: null,
  rule: null,
  next: null,
  source: 'Own records',
  data_to: END,
  empty_reason: null,
  figures: [],
  charts: [],
  tables: [],
  ...more,
});

const moved = (from: number, count: number, up: boolean): Table['rows'] =>
  Array.from({ length: count }, (_, n) => {
    const before = up ? 9 + Math.round(200 * noise(n + from)) / 10 : 4 + Math.round(60 * noise(n + from)) / 10;
    const by = Math.round(10 * (1 + 6 * noise(n + from + 9))) / 10;
    const now = up ? Math.max(1, Math.round((before - by) * 10) / 10) : Math.round((before + by) * 10) / 10;
    return [
      keywordAt(n + from),
      before,
      now,
      Math.round((now - before) * 10) / 10,
      Math.round(4000 * noise(n + from + 3)),
    ];
  });
const MOVED = [
  column('keyword', 'text'),
  column('position_before', 'position'),
  column('position_now', 'position'),
  column('moved', 'change', 'down'),
  column('impressions', 'count'),
];

/** All eleven sections of a Pro client's October; `keywords` says how many keywords rose. */
export function sampleSections(keywords = 12): ReportData['sections'] {
  const search = 'Google Search Console';
  return {
    executive_summary: section({
      claim:
        'Search brought 9,873 people to the site in October, a quarter more than in September. The rise began on the 9th, when four new links went live and the guide to standing desks reached the first page. Conversions followed in the second half of the month, and the only section that needs care is indexing: nine new pages still wait for Google.',
    }),
    work_done: section({
      claim:
        'Fifteen articles went out, eight links went live and one lost link was replaced. Two technical problems that slowed the catalogue down are gone.',
      figures: [
        figure('articles', 15, 12, 6),
        figure('links_built', 8, 6, null),
        figure('links_replaced', 1, 0, null),
        figure('technical_works', 2, 1, null),
      ],
      tables: [
        table(
          'work_done',
          [column('date', 'day'), column('kind', 'word'), column('title', 'text'), column('url', 'url')],
          Array.from({ length: 20 }, (_, n) => {
            const kind = ['article', 'link_live', 'article', 'page_indexed', 'technical'][n % 5] ?? 'article';
            const title =
              kind === 'link_live'
                ? `Link from ${DOMAINS[n % DOMAINS.length]}`
                : kind === 'technical'
                  ? 'Images of the catalogue are served in modern formats'
                  : TITLES[n % TITLES.length];
            return [
              day(1 + Math.floor(n * 1.4)),
              kind,
              title ?? null,
              kind === 'technical' ? null : `${SITE}/magazine/${KEYWORDS[n % KEYWORDS.length]?.replaceAll(' ', '-')}/`,
            ];
          }),
          31,
        ),
      ],
      next: 'The same pace goes on in November: fifteen articles and eight links.',
    }),
    content_performance: section({
      flag: 'green',
      rule: 'Green: at least as many articles as agreed. 15 of 15 were published.',
      claim:
        'All fifteen agreed articles are out, three of them long guides that answer what buyers ask before they compare prices.',
      figures: [
        figure('articles', 15, 12, 6),
        figure('words', 24_380, 19_110, 8_400, { unit: 'words' }),
        figure('images', 46, 38, 12),
      ],
      charts: [
        named(
          'articles_by_type',
          'bar',
          ['guide', 'comparison', 'how-to', 'case study'],
          'articles',
          [6, 4, 4, 1],
          [5, 3, 4, 0],
        ),
      ],
      tables: [
        table(
          'articles',
          [
            column('date', 'day'),
            column('title', 'text'),
            column('type', 'text'),
            column('words', 'count'),
            column('url', 'url'),
          ],
          TITLES.map((title, n) => [
            day(2 * n),
            title,
            ['guide', 'comparison', 'how-to'][n % 3] ?? '',
            1100 + Math.round(1900 * noise(n)),
            `${SITE}/magazine/${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}/`,
          ]),
        ),
      ],
      next: 'Guides bring four times the clicks of case studies. November has seven guides instead of six.',
    }),
    indexing_status: section({
      flag: 'amber',
      rule: 'Amber: between 2 % and 5 % of inspected pages have errors. 4 of 126 have (3.2 %).',
      claim:
        'Google has indexed 113 of the 126 pages that were inspected. Four pages answer with an error, all of them old product pages.',
      source: 'Google Search Console, URL inspection',
      data_to: day(29),
      figures: [
        figure('pages_indexed', 113, 104, 61),
        figure('pages_pending', 9, 11, null, { better: 'down' }),
        figure('pages_error', 4, 2, null, { better: 'down' }),
      ],
      charts: [
        {
          key: 'pages_indexed_over_time',
          kind: 'stacked',
          unit: 'count',
          better: 'up',
          x_kind: 'month',
          x: ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
          series: [
            { key: 'pages', name: 'Indexed', style: 'solid', values: [72, 79, 88, 97, 104, 113] },
            { key: 'pages', name: 'Pending', style: 'solid', values: [14, 12, 10, 13, 11, 9] },
            { key: 'pages', name: 'Error', style: 'solid', values: [1, 1, 0, 2, 2, 4] },
          ],
          markers: [{ number: 3, at: day(21) }],
        },
      ],
      tables: [
        table(
          'pages_with_errors',
          [column('page', 'url'), column('reason', 'text'), column('status', 'word')],
          [
            [`${SITE}/shop/desk-frame-2019/`, 'Not found (404)', 'error'],
            [`${SITE}/shop/office-chair-classic/`, 'Not found (404)', 'error'],
            [`${SITE}/shop/sale/`, 'Redirect error', 'error'],
            [`${SITE}/en/shop/sale/`, 'Redirect error', 'error'],
          ],
        ),
      ],
      next: 'We redirect the four product pages to their successors by 6 November, and ask for indexing of the nine that wait.',
    }),
    keyword_rankings: section({
      flag: 'green',
      rule: 'Green: the number of keywords in the top 10 fell by no more than 5 %. It rose by 16.7 %.',
      claim: 'Eight more keywords stand on the first page than in September; “standing desk berlin” is now third.',
      source: search,
      data_to: day(28),
      figures: [
        figure('position', 14.2, 16, 22.8, { unit: 'position', better: 'down' }),
        figure('keywords_top_3', 11, 8, 2),
        figure('keywords_top_10', 56, 48, 19),
        figure('keywords_new', 17, 9, null),
      ],
      charts: [
        named(
          'keyword_buckets',
          'bar',
          ['positions_1_3', 'positions_4_10', 'positions_11_20', 'positions_21_50'],
          'keywords',
          [11, 45, 62, 118],
          [8, 40, 57, 121],
        ),
      ],
      tables: [
        table('keyword_winners', MOVED, moved(0, Math.min(50, keywords), true), keywords),
        table('keyword_losers', MOVED, moved(60, 5, false)),
      ],
      next: 'Twelve keywords stand between positions 11 and 13. Their pages get internal links and better titles in November.',
    }),
    organic_traffic: section({
      flag: 'green',
      rule: 'Green: clicks fell by no more than 5 %. They rose by 25.1 %.',
      claim:
        'Clicks rose by a quarter, most of them on guides. Four new links went live on the 9th, and the site has not fallen back since.',
      source: search,
      data_to: day(28),
      figures: [
        figure('clicks', 9_873, 7_890, 4_210),
        figure('impressions', 312_450, 268_900, 142_000),
        figure('ctr', 3.16, 2.93, 2.96, { unit: 'percent' }),
        figure('position', 14.2, 16, 22.8, { unit: 'position', better: 'down' }),
      ],
      charts: [
        clicksChart,
        named('clicks_by_device', 'donut', ['mobile', 'desktop', 'tablet'], 'clicks', [5_620, 3_940, 313]),
      ],
      tables: [
        table(
          'page_winners',
          [
            column('page', 'url'),
            column('clicks_before', 'count'),
            column('clicks_now', 'count'),
            column('change', 'change', 'up'),
          ],
          Array.from({ length: 8 }, (_, n) => {
            const [before, now] = [Math.round(80 + 300 * noise(n)), Math.round(260 + 500 * noise(n))];
            return [`${SITE}/magazine/${KEYWORDS[n]?.replaceAll(' ', '-')}/`, before, now, now - before];
          }),
        ),
        table(
          'countries',
          [
            column('country', 'text'),
            column('clicks', 'count'),
            column('impressions', 'count'),
            column('position', 'position'),
          ],
          [
            ['Germany', 7_210, 214_000, 12.8],
            ['Austria', 1_402, 48_300, 15.1],
            ['Switzerland', 988, 36_900, 16.4],
          ],
        ),
      ],
      next: 'The guides carry the growth: three of them get their second half in November.',
    }),
    conversions: section({
      flag: 'green',
      rule: 'Green: conversions fell by no more than 5 %. They rose by 27.3 %.',
      claim: 'Forty-two people asked for an offer or ordered samples, nine more than in September.',
      source: 'Conversions reported by the site',
      figures: [figure('conversions', 42, 33, 14), usd('conversion_value', 18_640, 13_900, 5_120)],
      charts: [
        named(
          'conversions_by_channel',
          'bar',
          ['Organic search', 'Direct', 'Newsletter', 'no_channel'],
          'conversions',
          [26, 9, 5, 2],
          [18, 9, 4, 2],
        ),
      ],
      tables: [
        table(
          'conversion_goals',
          [
            column('goal', 'text'),
            column('count', 'count'),
            column('count_before', 'count'),
            column('change', 'change', 'up'),
          ],
          [
            ['Offer asked for', 27, 20, 7],
            ['Samples ordered', 15, 13, 2],
          ],
        ),
      ],
      next: 'The form for offers moves above the fold on the five pages that convert best.',
    }),
    backlink_campaign: section({
      flag: 'amber',
      rule: 'Amber: one link is owed as a replacement.',
      claim:
        'Eight links went live, from sites with an average domain rating of 47. One link of August was lost; its replacement is under way.',
      source: 'Link checks, Ahrefs',
      figures: [
        figure('links_built', 8, 6, null),
        figure('links_live', 41, 34, null),
        figure('average_dr', 47, 44, null, { unit: 'score' }),
        figure('referring_domains', 212, 196, 121),
        usd('spent', 2_960, 2_220, null),
        usd('budget', 3_200, 3_200, null),
      ],
      charts: [
        named(
          'dr_distribution',
          'bar',
          ['dr_0_19', 'dr_20_39', 'dr_40_59', 'dr_60_79', 'dr_80_100'],
          'links',
          [0, 11, 21, 8, 1],
        ),
      ],
      tables: [
        table(
          'links',
          [
            column('live', 'day'),
            column('source', 'url'),
            column('target', 'url'),
            column('anchor', 'text'),
            column('dr', 'score'),
            column('status', 'word'),
            column('indexing', 'word'),
            column('guaranteed_until', 'day'),
          ],
          DOMAINS.slice(0, 9).map((domain, n) => [
            n === 8 ? '2026-08-11' : day(3 + 2 * n),
            `https://${domain}/${KEYWORDS[n]?.replaceAll(' ', '-')}`,
            `${SITE}/magazine/${KEYWORDS[n]?.replaceAll(' ', '-')}/`,
            KEYWORDS[n] ?? '',
            31 + Math.round(40 * noise(n)),
            n === 8 ? 'lost' : 'live',
            n % 4 === 3 ? 'pending' : 'indexed',
            plusDays(day(3 + 2 * n), 90),
          ]),
        ),
      ],
      next: 'The replacement is due by 20 November. Eight further links are ordered for November.',
    }),
    social_media: section({
      claim: 'Twenty-four posts went out. The case study with its photographs did best, on LinkedIn.',
      source: 'Platforms, as connected',
      figures: [figure('posts', 24, 20, null), figure('engagement', 1_310, 940, null)],
      charts: [named('posts_by_platform', 'donut', ['LinkedIn', 'Instagram', 'Pinterest'], 'posts', [12, 8, 4])],
      tables: [
        table(
          'top_posts',
          [column('date', 'day'), column('platform', 'text'), column('title', 'text'), column('engagement', 'count')],
          [
            [day(14), 'LinkedIn', 'Case study: 40 desks in four days', 312],
            [day(20), 'Instagram', 'Before and after: a loft in Leipzig', 208],
            [day(6), 'LinkedIn', 'How many lux does a desk need?', 164],
          ],
        ),
      ],
      next: 'Photographs of finished rooms every week, on Tuesdays.',
    }),
    sag_health: section({
      flag: 'amber',
      rule: 'Amber: the blueprint is completed to between 50 % and 80 %.',
      claim: 'Seventy-one per cent of the blueprint stand. Lighting is the cluster with the largest gap.',
      source: 'Blueprint of the site',
      figures: [
        figure('completion', 71, 64, null, { unit: 'percent' }),
        figure('authority_score', 58, 54, null, { unit: 'score' }),
        figure('gaps', 14, 18, null, { better: 'down' }),
      ],
      charts: [named('cluster_status', 'donut', ['completed', 'in_progress', 'open'], 'clusters', [7, 4, 2])],
      tables: [
        table(
          'gaps',
          [column('name', 'text'), column('reason', 'text')],
          [
            ['Lighting', 'Four of nine articles are missing, among them the guide that all others link to.'],
            ['Meeting rooms', 'The pillar page has no article on acoustics.'],
          ],
        ),
      ],
      next: 'Lighting gets four articles in November and is then complete.',
    }),
    next_month_plan: section({
      claim: 'November closes the lighting cluster and makes offers easier to ask for. Three things wait for you.',
      source: 'Content queue and campaign plan',
      data_to: null,
      figures: [figure('actions_us', 5, null, null), figure('actions_you', 3, null, null)],
      tables: [
        table(
          'plan_actions',
          [column('action', 'text'), column('owner', 'word'), column('due', 'day')],
          [
            ['Approve the November link order (8 links)', 'you', '2026-11-05'],
            ['Answer the brief on meeting rooms', 'you', '2026-11-07'],
            ['Connect Pinterest again', 'you', '2026-11-07'],
            ['Redirect four old product pages', 'us', '2026-11-06'],
            ['Publish four articles on lighting', 'us', '2026-11-14'],
            ['Place the owed replacement', 'us', '2026-11-20'],
            ['Publish seven guides', 'us', '2026-11-28'],
            ['Move the form for offers on five pages', 'us', '2026-11-30'],
          ],
        ),
      ],
    }),
  };
}
