import type { ReportData } from '#domain/reports/report-data';
import {
  clicksChart,
  column,
  day,
  figure,
  MOVED,
  moved,
  named,
  noise,
  SITE,
  section,
  table,
  usd,
} from './sample-parts.ts';
import { KEYWORDS } from './sample-words.ts';

/** Rankings, traffic and conversions of an October; so many keywords rose. */
export function searchSections(keywords: number): ReportData['sections'] {
  const search = 'Google Search Console';
  return {
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
  };
}
