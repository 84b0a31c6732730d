import type { ReportData } from '#domain/reports/report-data';
import { column, day, figure, named, noise, SITE, section, table } from './sample-parts.ts';
import { DOMAINS, KEYWORDS, TITLES } from './sample-words.ts';

/** Summary, work, content and indexing of an October. */
export function workSections(): ReportData['sections'] {
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
          Array.from({ length: 13 }, (_, n) => {
            const kind = ['article', 'link_live', 'article', 'page_indexed', 'technical'][n % 5] ?? 'article';
            const title =
              kind === 'link_live'
                ? `Link from ${DOMAINS[n % DOMAINS.length]}`
                : kind === 'technical'
                  ? 'Images of the catalogue are served in modern formats'
                  : TITLES[n % TITLES.length];
            return [
              day(1 + Math.floor(n * 2.1)),
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
          TITLES.slice(0, 11).map((title, n) => [
            day(2 * n),
            title,
            ['guide', 'comparison', 'how-to'][n % 3] ?? '',
            1100 + Math.round(1900 * noise(n)),
            `${SITE}/magazine/${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}/`,
          ]),
          15,
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
  };
}
