import { type Day, daysInMonth, monthOf, plusDays } from '#domain/kernel/time';
import { diceOf } from './course.ts';
import { at, type Fact, fact } from './fact.ts';
import { slug } from './search.ts';
import type { DemoSite } from './sites.ts';

const TITLES = [
  '{T}: costs, and what is in them',
  'How to choose {t} without regrets',
  '{T} in {p}: a local guide',
  'Seven questions to ask about {t}',
  '{T} compared: which one suits you',
  'What nobody tells you about {t}',
  '{T}: a checklist before you start',
  'Numbers from our own customers: {t}',
] as const;
const TYPES = ['post', 'post', 'post', 'page', 'cluster_hub', 'post', 'service'] as const;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type Piece = { readonly id: number; readonly title: string; readonly type: string; readonly url: string };
/** How many articles a day has: those of the tier spread over the month, a few less in a weak month. */
function piecesOn(site: DemoSite, day: Day): readonly Piece[] {
  const month = monthOf(day);
  const { about } = diceOf(site, `${month}-01` as Day, 'articles');
  const whole = Math.round((site.tier === 'pro' ? 30 : 10) * Math.min(1.06, about(0.1)));
  const of = (n: number) => Math.floor((n * whole) / daysInMonth(month));
  const n = Number(day.slice(8));
  return Array.from({ length: of(n) - of(n - 1) }, (_, index) => {
    const number = of(n - 1) + index;
    const serial = Math.max(0, Number(month.slice(0, 4)) - 2025) * 12 * 40 + Number(month.slice(5)) * 40 + number;
    const topic = site.topics[number % site.topics.length] ?? site.topics[0];
    const title = (TITLES[(number + Number(month.slice(5)) * 3) % TITLES.length] ?? TITLES[0])
      .replace('{T}', upper(topic))
      .replace('{t}', topic)
      .replace('{p}', site.place);
    return {
      id: site.site_id * 10_000 + serial,
      title,
      type: TYPES[number % TYPES.length] ?? 'post',
      url: `https://${site.domain}/blog/${slug(topic)}-${serial}/`,
    };
  });
}

const inspected = (site: DemoSite, day: Day, url: string, verdict: 'indexed' | 'pending' | 'error', state: string) =>
  fact(at(day, 14), `url-${day}-${url}`, {
    type: 'UrlInspected',
    data: { site_id: site.site_id, url, verdict, coverage_state: state },
  });
const FAULTS = ['Crawled - currently not indexed', 'Duplicate without user-selected canonical', 'Soft 404'] as const;

/** What is published on a day, and what the search console says of what was published before. */
export function contentOf(site: DemoSite, day: Day, worksFrom: Day): Fact[] {
  const before = (days: number) => {
    const on = plusDays(day, -days);
    return on < worksFrom ? [] : piecesOn(site, on);
  };
  const published = piecesOn(site, day).map((piece) => {
    const { int } = diceOf(site, day, `article ${piece.id}`);
    return fact(at(day, 10), `article-${piece.id}`, {
      type: 'ArticlePublished',
      data: {
        site_id: site.site_id,
        content_id: piece.id,
        type: piece.type,
        title: piece.title,
        url: piece.url,
        words: int(9, 26) * 100 + int(0, 99),
        images: int(1, 5),
        published_at: at(day, 10),
      },
    });
  });
  const fresh = before(2).map(({ url }) => inspected(site, day, url, 'pending', 'Discovered - currently not indexed'));
  const settled = before(9).map(({ url, id }) => {
    const { chance, pick } = diceOf(site, '', `index ${id}`);
    return chance(0.965)
      ? inspected(site, day, url, 'indexed', 'Submitted and indexed')
      : inspected(site, day, url, 'error', pick(FAULTS));
  });
  return [...published, ...fresh, ...settled];
}

/** Articles that are planned for the three weeks after a day. */
export function queuedAfter(site: DemoSite, day: Day): Fact[] {
  return Array.from({ length: 21 }, (_, n) => plusDays(day, n + 1)).flatMap((on) =>
    piecesOn(site, on).map(({ id, title, type }) =>
      fact(at(day, 16), `queued-${id}-${day}`, {
        type: 'ContentQueued',
        data: { site_id: site.site_id, content_id: id, type, title, planned_for: on },
      }),
    ),
  );
}
