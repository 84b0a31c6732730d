import type { Day } from '#domain/kernel/time';
import { course, diceOf, FROM, weekday } from './course.ts';
import { at, type Fact, fact } from './fact.ts';
import type { DemoSite } from './sites.ts';

export const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const PATTERNS = ['{t}', '{t} {p}', 'best {t}', '{t} cost', '{t} near me'] as const;

export type Query = { readonly text: string; readonly topic: string; readonly share: number; readonly start: number };
/** What people look for when they find the site, most clicks first. */
export function queriesOf(site: DemoSite): readonly Query[] {
  const all = site.topics.flatMap((topic, rank) =>
    PATTERNS.map((pattern, n) => {
      const text = pattern.replace('{t}', topic).replace('{p}', site.place.toLowerCase());
      const { next } = diceOf(site, '', text);
      return { text, topic, share: 1 / (1.4 + rank * 0.8 + n * 1.3), start: 5 + rank * 1.6 + next() * 24 };
    }),
  );
  const whole = all.reduce((sum, { share }) => sum + share, 0);
  return all.map((each) => ({ ...each, share: each.share / whole })).sort((a, b) => b.share - a.share);
}

/** Where a query stands: further up as the site does better, each at a pace of its own. */
export function placeOf(site: DemoSite, { text, start }: Query, day: Day): number {
  const pace = 0.5 + diceOf(site, '', `pace ${text}`).next();
  const drift = diceOf(site, `${day.slice(0, 7)}-01` as Day, text).about(0.16);
  const place = (start / course(site, day) ** (1.6 * pace)) * drift;
  return Math.round(Math.max(1, Math.min(90, place)) * 10) / 10;
}

const DEVICES = [
  ['mobile', 0.63],
  ['desktop', 0.32],
  ['tablet', 0.05],
] as const;
const OTHERS = ['United States', 'Germany', 'Ireland', 'Canada', 'France'];
/** How many found something for each that clicked, by where it stood. */
const shownFor = (clicks: number, place: number): number => Math.round((clicks + 0.6) * (9 + place * 2.4));

/** What the search console says of a day, with as much detail as it keeps for six months. */
export function searchOf(site: DemoSite, day: Day): Fact {
  const { next, about } = diceOf(site, day, 'search');
  const clicks = Math.round(site.clicks * course(site, day) * weekday(day) * about(0.11));
  const brand = Math.round(clicks * (0.14 + 0.04 * next()));
  const position = Math.round((17 / course(site, day) ** 0.7) * about(0.03) * 100) / 100;
  const impressions = shownFor(clicks, position);
  const data = { site_id: site.site_id, date: day, clicks, impressions, position };
  const told = (more: object): Fact =>
    fact(at(day, 23, 30), `search-${site.site_id}-${day}`, {
      type: 'SearchMetricsRecorded',
      data: { ...data, brand_clicks: brand, ...more },
    });
  if (day < FROM) return told({});

  const others = clicks - brand;
  const shared = (share: number, spread: number) => Math.round(others * share * about(spread));
  const queries = queriesOf(site)
    .slice(0, 45)
    .map((query) => {
      const own = shared(query.share * 0.8, 0.35);
      const place = placeOf(site, query, day);
      return { query: query.text, clicks: own, impressions: shownFor(own, place), position: place };
    });
  const pages = pagesOf(site).map(({ page, share, from }) => {
    const own = day < from ? 0 : shared(share * turn(site, page, day), 0.25);
    return { page, clicks: own, impressions: shownFor(own, position), position };
  });
  const split = (share: number) => ({
    clicks: Math.round(clicks * share),
    impressions: Math.round(impressions * share),
  });
  return told({
    top_queries: [
      { query: site.brand, clicks: brand, impressions: Math.round(brand * 2.1), position: 1.1 },
      ...queries,
    ],
    top_pages: pages.filter(({ clicks: own }) => own > 0),
    by_device: DEVICES.map(([device, share]) => ({ device, ...split(share) })),
    by_country: [
      { country: site.country, ...split(0.86), position },
      ...OTHERS.filter((country) => country !== site.country).map((country, n) => ({
        country,
        ...split(0.07 / (n + 1.2)),
        position: Math.round(position * 14) / 10,
      })),
    ],
  });
}

type Page = { readonly page: string; readonly share: number; readonly from: Day };
/** The front page, a page a topic, and a guide a topic, of which some are new. */
export function pagesOf(site: DemoSite): readonly Page[] {
  const base = `https://${site.domain}`;
  return [
    { page: `${base}/`, share: 0.2, from: FROM },
    ...site.topics.flatMap((topic, n) => [
      { page: `${base}/${slug(topic)}/`, share: 0.22 / (1 + n * 0.7), from: FROM },
      { page: `${base}/guides/${slug(topic)}/`, share: 0.12 / (1 + n * 0.8), from: FROM },
    ]),
  ];
}
/** Pages have luck of their own, month by month. */
const turn = (site: DemoSite, page: string, day: Day): number =>
  diceOf(site, `${day.slice(0, 7)}-01` as Day, page).about(0.3);

/** Where every query stood on a Monday. */
export function rankings(site: DemoSite, day: Day): Fact[] {
  return queriesOf(site).map((query) =>
    fact(at(day, 5), `rank-${site.site_id}-${day}-${query.text}`, {
      type: 'KeywordRanked',
      data: {
        site_id: site.site_id,
        keyword: query.text,
        position: placeOf(site, query, day),
        date: day,
        source: 'gsc',
      },
    }),
  );
}
