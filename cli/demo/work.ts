import { type Day, lastDay, monthOf, nextMonth, plusDays } from '#domain/kernel/time';
import { contentOf, queuedAfter } from './content.ts';
import { course, diceOf, FROM } from './course.ts';
import { at, type Fact, fact } from './fact.ts';
import { rankings, searchOf, slug } from './search.ts';
import type { DemoSite } from './sites.ts';

const CHANNELS = [
  ['organic', 0.62],
  ['direct', 0.2],
  ['social', 0.1],
  ['referral', 0.08],
] as const;
/** Of the whole week, on its Sunday, so that small sites have whole numbers. */
function conversions(site: DemoSite, day: Day): Fact[] {
  const clicks = 7 * site.clicks * course(site, day) * diceOf(site, day, 'conversions').about(0.15);
  return site.goals.flatMap(([goal, share, value]) =>
    CHANNELS.flatMap(([channel, part]) => {
      const count = Math.round(clicks * share * (part / 0.62));
      if (count === 0) return [];
      const worth = value === null ? {} : { value: `${count * value}.00`, currency: 'USD' };
      return [
        fact(at(day, 23), `conversions-${site.site_id}-${day}-${goal}-${channel}`, {
          type: 'ConversionsRecorded',
          data: { site_id: site.site_id, date: day, goal, channel, count, ...worth },
        }),
      ];
    }),
  );
}

const WORK = [
  ['speed', 'Images of the front page compressed; it loads in 1.9 s instead of 3.4 s'],
  ['redirects', 'Eleven addresses of the old site redirected'],
  ['titles', 'Titles and descriptions rewritten on the pages that are seen and not clicked'],
  ['internal links', 'Guides linked to the pages of what they are about'],
  ['mobile', 'Menu on telephones opens with one touch'],
  ['sitemap', 'Site map split by kind of page and handed in again'],
  ['broken links', 'Links that led nowhere mended'],
  ['headings', 'Headings put in order on the pages of topics'],
] as const;
function technical(site: DemoSite, day: Day): Fact[] {
  const number = Number(day.slice(5, 7)) * 3 + Math.floor(Number(day.slice(8)) / 9);
  const [kind, title] = WORK[number % WORK.length] ?? WORK[0];
  const topic = site.topics[number % site.topics.length] ?? site.topics[0];
  return [
    fact(at(day, 15), `work-${site.site_id}-${day}`, {
      type: 'TechnicalWorkDone',
      data: { site_id: site.site_id, date: day, kind, title, url: `https://${site.domain}/${slug(topic)}/` },
    }),
  ];
}

const PLATFORMS = ['facebook', 'linkedin', 'x'] as const;
const POSTS = [
  'New on our pages: everything about {t}.',
  'Three things to know before you decide on {t}.',
  'A customer asked us about {t}. Here is our answer.',
  'The true cost of {t}: we have added it up.',
] as const;
const DAY_ZERO = Date.parse(`${FROM}T00:00:00Z`);
const serial = (day: Day): number => Math.round((Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / 86_400_000);
/** A post on Tuesdays, Thursdays and Saturdays, and what came of it a week later. */
function social(site: DemoSite, day: Day): Fact[] {
  const n = serial(day);
  const post_id = site.site_id * 10_000 + n;
  const topic = site.topics[n % site.topics.length] ?? site.topics[0];
  const text = (POSTS[n % POSTS.length] ?? POSTS[0]).replace('{t}', topic);
  const platform = PLATFORMS[n % PLATFORMS.length] ?? 'x';
  const { int } = diceOf(site, day, 'social');
  const on = plusDays(day, 6);
  return [
    fact(at(day, 12), `post-${post_id}`, {
      type: 'SocialPostPublished',
      data: {
        site_id: site.site_id,
        post_id,
        platform,
        text,
        url: `https://social.example/${slug(site.account)}/${post_id}`,
        published_at: at(day, 12),
      },
    }),
    fact(at(on, 20), `engagement-${post_id}`, {
      type: 'SocialEngagementMeasured',
      data: { post_id, likes: int(4, 60), comments: int(0, 9), shares: int(0, 14), measured_at: at(on, 20) },
    }),
  ];
}

/** How far the blueprint stands: a little further every week. */
function health(site: DemoSite, day: Day): Fact[] {
  const share = Math.min(0.95, 0.34 + serial(day) / 480);
  const done = Math.round(site.topics.length * share);
  return [
    fact(at(day, 4), `health-${site.site_id}-${day}`, {
      type: 'SiteHealthMeasured',
      data: {
        site_id: site.site_id,
        completion: Math.round(share * 1000) / 10,
        authority_score: Math.round(24 + 40 * share * course(site, day) ** 0.5),
        clusters: site.topics.map((name, n) => ({
          name,
          status: n < done ? 'complete' : n === done ? 'in_progress' : 'planned',
        })),
        gaps: site.topics.slice(done + 1).map((topic) => `No hub page on ${topic} yet`),
      },
    }),
  ];
}

/** What is planned and measured for links by the month. */
function campaign(site: DemoSite, day: Day): Fact[] {
  const month = nextMonth(monthOf(day));
  const campaign_id = site.site_id * 100 + Number(month.slice(5));
  return [
    fact(at(day, 17), `campaign-${campaign_id}`, {
      type: 'CampaignPlanned',
      data: {
        campaign_id,
        site_id: site.site_id,
        month,
        budget: '900.00',
        targets: site.topics.slice(0, 4).map((topic) => ({
          page: `https://${site.domain}/${slug(topic)}/`,
          anchor: topic,
          tier: 'standard_guest_post',
        })),
      },
    }),
    fact(at(day, 18), `kpi-${campaign_id}`, {
      type: 'CampaignKpiMeasured',
      data: {
        campaign_id,
        month: monthOf(day),
        domain_rating: Math.round(20 + serial(day) / 16),
        referring_domains: Math.round(64 + serial(day) / 3.2),
      },
    }),
  ];
}

const schema = (site: DemoSite, day: Day): Fact[] => [
  fact(at(day, 18), `schema-${site.site_id}-${day}`, {
    type: 'SchemaScanCompleted',
    data: { site_id: site.site_id, pages: 60 + serial(day), enhanced: diceOf(site, day, 'schema').int(3, 12) },
  }),
];

/** Everything that the platform reports of a site on a day; what is found and what comes of it alone before the work begins. */
function dayOf(site: DemoSite, day: Day, worksFrom: Day): Fact[] {
  const search = searchOf(site, day);
  const week = new Date(`${day}T00:00:00Z`).getUTCDay();
  const found = [
    search,
    ...(week === 0 ? conversions(site, day) : []),
    ...(week === 1 && day >= FROM ? rankings(site, day) : []),
  ];
  if (day < worksFrom) return found;
  const pro = site.tier === 'pro';
  const isLast = day === lastDay(monthOf(day));
  return [
    ...found,
    ...contentOf(site, day, worksFrom),
    ...(week === 1 ? health(site, day) : []),
    ...(pro && (week === 2 || week === 4 || week === 6) ? social(site, day) : []),
    ...(day.endsWith('-08') || day.endsWith('-19') || (pro && day.endsWith('-26')) ? technical(site, day) : []),
    ...(pro && day.endsWith('-12') ? schema(site, day) : []),
    ...(isLast ? [...queuedAfter(site, day), ...(pro ? campaign(site, day) : [])] : []),
  ];
}

/** All that is reported of a site over these days, first to last; work is done on it from a day on. */
export function historyOf(site: DemoSite, from: Day, to: Day, worksFrom: Day = FROM): Fact[] {
  const facts: Fact[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) facts.push(...dayOf(site, day, worksFrom));
  return facts;
}
