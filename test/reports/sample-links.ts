import { plusDays } from '#domain/kernel/time';
import type { ReportData } from '#domain/reports/report-data';
import { column, day, figure, named, noise, SITE, section, table, usd } from './sample-parts.ts';
import { DOMAINS, KEYWORDS } from './sample-words.ts';

/** Links, social media, health and plan of an October. */
export function linkSections(): ReportData['sections'] {
  return {
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
      figures: [
        { key: 'actions_us', value: 5, unit: 'count', better: 'up' },
        { key: 'actions_you', value: 3, unit: 'count', better: 'up' },
      ],
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
