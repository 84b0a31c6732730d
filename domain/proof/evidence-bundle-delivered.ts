import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { cents, formatMoney } from '#domain/kernel/money';
import type { LeafEvent } from '#domain/log/event-leaf';
import { communication, messagesIn, type SentMessage } from './evidence-bundle-messages.ts';
import { reportRows, reportsSent, type SentReport, words } from './evidence-bundle-reports.ts';
import type { IssuedData } from './evidence-bundle-shape.ts';
import type { Standing } from './evidence-bundle-standing.ts';

/** A link that was placed for an order on the invoice, by its events in the bundle. Neither cost nor vendor. */
export type DeliveredLink = {
  readonly backlink_id: CanonicalJson;
  readonly order_id: CanonicalJson;
  readonly source_url: CanonicalJson;
  readonly target_url: CanonicalJson;
  readonly anchor_text: CanonicalJson;
  readonly status: 'placed' | 'live' | 'lost' | 'rejected' | 'replaced';
  readonly live_at: CanonicalJson;
  readonly last_check: {
    readonly at: CanonicalJson;
    readonly http_status: CanonicalJson;
    readonly link_found: CanonicalJson;
    readonly final_url: CanonicalJson;
  } | null;
  readonly event_ids: readonly string[];
};
export type DeliveredArticle = {
  readonly site_id: CanonicalJson;
  readonly content_id: CanonicalJson;
  readonly title: CanonicalJson;
  readonly url: CanonicalJson;
  readonly published_at: CanonicalJson;
  readonly event_id: string;
};
export type Delivered = {
  readonly links: readonly DeliveredLink[];
  readonly articles: readonly DeliveredArticle[];
  readonly reports: readonly SentReport[];
  readonly messages: readonly SentMessage[];
};

type Events = ReadonlyMap<string, LeafEvent>;
const ORDER = 'backlink-order-';
const LINK = /^backlink-\d+$/;
const ENDS: Readonly<Record<string, DeliveredLink['status']>> = {
  BacklinkPlaced: 'placed',
  BacklinkWentLive: 'live',
  BacklinkLost: 'lost',
  BacklinkRejected: 'rejected',
  BacklinkReplaced: 'replaced',
};

/** What the bundle's events say was delivered: links of the invoice's orders, articles of its subscriptions' sites, reports that were sent; and what was written about it. */
export function deliveredBy(issued: IssuedData, events: Events): Delivered {
  const { lines } = issued;
  const orders = new Set<CanonicalJson>();
  for (const { order_id, causes } of lines) {
    if (order_id != null) orders.add(order_id);
    for (const id of causes) {
      const stream = events.get(id)?.stream ?? '';
      if (stream.startsWith(ORDER)) orders.add(Number(stream.slice(ORDER.length)));
    }
  }
  const sites = new Set<CanonicalJson>();
  for (const { kind, site_id } of lines) if (kind === 'subscription' && site_id != null) sites.add(site_id);
  const links = new Map<string, LeafEvent[]>();
  const articles: DeliveredArticle[] = [];
  for (const event of events.values()) {
    if (event.type === 'ArticlePublished' && sites.has(event.data['site_id'] ?? null)) articles.push(articleOf(event));
    if (!LINK.test(event.stream)) continue;
    const known = links.get(event.stream);
    if (known) known.push(event);
    else if (event.type === 'BacklinkPlaced' && orders.has(event.data['order_id'] ?? null))
      links.set(event.stream, [event]);
  }
  return {
    links: [...links.values()].map(linkOf),
    articles,
    reports: reportsSent(issued, events),
    messages: messagesIn(issued, events),
  };
}

function articleOf({ id, data, metadata }: LeafEvent): DeliveredArticle {
  return {
    site_id: data['site_id'] ?? null,
    content_id: data['content_id'] ?? null,
    title: data['title'] ?? null,
    url: data['url'] ?? null,
    published_at: metadata['occurred_at'] ?? null,
    event_id: id,
  };
}

/** `history` begins with its placing. */
function linkOf(history: readonly LeafEvent[]): DeliveredLink {
  const placed = history[0]?.data ?? {};
  const changes = history.filter(({ type }) => Object.hasOwn(ENDS, type));
  const check = history.findLast(({ type }) => type === 'BacklinkLiveChecked');
  const live = history.find(({ type }) => type === 'BacklinkWentLive');
  return {
    backlink_id: placed['backlink_id'] ?? null,
    order_id: placed['order_id'] ?? null,
    source_url: placed['source_url'] ?? null,
    target_url: placed['target_url'] ?? null,
    anchor_text: placed['anchor_text'] ?? null,
    status: ENDS[changes.at(-1)?.type ?? ''] ?? 'placed',
    live_at: live?.metadata['occurred_at'] ?? null,
    last_check: check
      ? {
          at: check.metadata['occurred_at'] ?? null,
          http_status: check.data['http_status'] ?? null,
          link_found: check.data['link_found'] ?? false,
          final_url: check.data['final_url'] ?? null,
        }
      : null,
    event_ids: [...changes, ...(check ? [check] : [])].map(({ id }) => id),
  };
}

/** UTF-16 code units of one field at most: Stripe takes 150,000 of all of them together. */
const MOST_TEXT = 20_000;
/** Never between the halves of a surrogate pair, which no JSON text could carry. */
export const shortText = (text: string): string => {
  const cut = text.slice(0, MOST_TEXT);
  return text.length > MOST_TEXT && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
};

/** The fields for a card network as far as they follow from events; names and addresses in them stay sealed. */
export function networkFile(
  { issued }: Standing,
  { links, articles, reports, messages }: Delivered,
): Readonly<Record<string, string>> {
  const { number, period_start, period_end, recipient } = issued;
  const lines = issued.lines.flatMap(({ description, amount_cents, steps }) => [
    `${description}: ${formatMoney(cents(amount_cents))} USD`,
    ...steps.map(({ text, value }) => `  ${text} = ${value}`),
  ]);
  const placed = links.map(({ source_url, target_url, status, live_at }) => {
    const since = live_at === null ? '' : `, live since ${String(live_at).slice(0, 10)}`;
    return `${words(source_url)} links to ${words(target_url)}: ${status}${since}`;
  });
  const published = articles.map(({ published_at, title, url, content_id }) => {
    const name = title === null ? `article ${words(content_id)}` : words(title);
    return `${String(published_at).slice(0, 10)}: ${name}${url === null ? '' : ` (${words(url)})`}`;
  });
  const fields: Record<string, string> = {
    product_description: `Search engine optimisation, as invoiced: ${issued.lines.map(({ description }) => description).join('; ')}`,
    service_date: `${period_start} to ${period_end}`,
    uncategorized_text: [
      `How invoice ${number} over ${formatMoney(cents(issued.total_cents))} USD came about`,
      ...lines,
      ...(placed.length === 0 ? [] : ['', 'Links that were placed', ...placed]),
      ...(published.length === 0 ? [] : ['', 'Articles that were published', ...published]),
      ...(reports.length === 0 ? [] : ['', 'Reports that were sent', ...reportRows(reports)]),
    ].join('\n'),
    customer_communication: communication(messages),
    ...(typeof recipient?.['name'] === 'string' ? { customer_name: recipient['name'] } : {}),
    ...(typeof recipient?.['email'] === 'string' ? { customer_email_address: recipient['email'] } : {}),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text === '' ? [] : [[name, shortText(text)]])),
  );
}
