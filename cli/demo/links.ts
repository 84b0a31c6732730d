import type { Client } from '#client/index';
import { type Day, plusDays } from '#domain/kernel/time';
import { diceOf } from './course.ts';
import { at } from './fact.ts';
import { slug } from './search.ts';
import type { DemoSite } from './sites.ts';

const HOSTS = ['journal', 'digest', 'review', 'weekly', 'notes', 'guide', 'observer', 'corner'] as const;
const ANCHORS = [
  '{t} in {p}',
  '{b}',
  'more about {t}',
  '{t}',
  'this guide to {t}',
  '{t} by {b}',
  'what {t} costs',
] as const;
/** A page elsewhere that links to one of the site's. */
export type Placement = {
  readonly order: number;
  readonly source_url: string;
  readonly target_url: string;
  readonly anchor_text: string;
  readonly cost: string;
};

const body = (quantity: number, site: DemoSite) => ({
  site_id: site.site_id,
  lines: [{ tier: 'basic_guest_post' as const, quantity, dr: 40 }],
});
/** An order of so many guest posts, approved; answers its id. */
export async function order(client: Client, site: DemoSite, quantity: number): Promise<number> {
  const { data: made } = await client.post('services/backlink-orders/', { body: body(quantity, site) });
  const path = { id: made.id };
  await client.post('services/backlink-orders/{id}/approve/', { path, body: { on_behalf_of_client: true } });
  return made.id;
}

export function placementOf(site: DemoSite, day: Day, orderId: number): Placement {
  const { int } = diceOf(site, day, 'link');
  // A few days apart, so that each has a topic and an anchor of its own.
  const number = Number(day.slice(5, 7)) * 5 + Math.floor(Number(day.slice(8)) / 5);
  const topic = site.topics[number % site.topics.length] ?? site.topics[0];
  const host = `${slug(topic)}-${HOSTS[number % HOSTS.length]}-${day.slice(5).replace('-', '')}.example`;
  return {
    order: orderId,
    source_url: `https://${host}/${slug(topic)}-explained`,
    target_url: `https://${site.domain}/${slug(topic)}/`,
    anchor_text: (ANCHORS[number % ANCHORS.length] ?? '{t}')
      .replace('{t}', topic)
      .replace('{p}', site.place)
      .replace('{b}', site.account),
    cost: `${int(34, 78)}.50`,
  };
}

/** The page with the link, and its place in the index ten days later. Answers the id of the link. */
export async function place(client: Client, day: Day, placement: Placement, replaces?: number): Promise<number> {
  const { order: id, source_url, target_url, anchor_text, cost } = placement;
  const html = `<title>${anchor_text}</title><a href="${target_url}">${anchor_text}</a>`;
  await client.post('sandbox/pages/', { body: { url: source_url, html } });
  const from = at(plusDays(day, 10), 0);
  await client.post('sandbox/index/', { body: { url: source_url, indexed: true, from } });
  const { data: link } = await client.post('services/backlink-orders/{id}/links/', {
    path: { id },
    body: {
      vendor: 'fatgrid',
      source_url,
      target_url,
      anchor_text,
      cost,
      ...(replaces === undefined ? {} : { replaces_id: replaces }),
    },
  });
  return link.id;
}

/** The page stays and its link goes: the checks find that out by themselves. */
export const remove = (client: Client, { source_url }: Placement) =>
  client.post('sandbox/pages/', { body: { url: source_url, html: '<p>This post was taken down.</p>' } });
