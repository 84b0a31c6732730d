import type { BacklinkEvent } from '#domain/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/backlink-order-messages';
import type { IssuedInvoice } from '#domain/invoice-messages';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Day, Instant } from '#domain/kernel/time';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import { eventsOf } from './audit-log.ts';
import type { ProofLog } from './ports-proof.ts';

type Link<T extends BacklinkEvent['type']> = Extract<BacklinkEvent, { type: T }>['data'];

/** A link that was placed for an order on the invoice, with what the live check last found. Neither cost nor vendor. */
export type DeliveredLink = {
  readonly backlink_id: number;
  readonly order_id: number;
  readonly source_url: string;
  readonly target_url: string;
  readonly anchor_text: string;
  readonly status: 'placed' | 'live' | 'lost' | 'rejected' | 'replaced';
  readonly live_at: Instant | null;
  readonly last_check: {
    readonly at: Instant;
    readonly http_status: number | null;
    readonly link_found: boolean;
    readonly final_url: string | null;
  } | null;
  readonly event_ids: readonly string[];
};
export type DeliveredArticle = {
  readonly site_id: number;
  readonly content_id: number | string;
  readonly title: string | null;
  readonly url: string | null;
  readonly published_on: Day;
  readonly event_id: string;
};
export type Deliverables = {
  readonly links: readonly DeliveredLink[];
  readonly articles: readonly DeliveredArticle[];
  /** The events that say so. */
  readonly events: readonly RecordedEvent[];
};

/** Articles of one invoice that are told of; more than any month brings. */
const MOST_ARTICLES = 2_000;

/** What was delivered for the lines of an invoice: links of its orders, articles of its subscriptions' sites. */
export const deliverablesOf =
  ({ store, log, zone }: { readonly store: EventStore; readonly log: ProofLog; readonly zone: Zone }) =>
  async (state: IssuedInvoice, named: ReadonlyMap<string, RecordedEvent>): Promise<Deliverables> => {
    const causes = new Set(state.content.lines.flatMap((line) => line.causes));
    // A bought package's line names its purchase; its order is found by the events that caused it.
    const orders = new Set([
      ...state.content.lines.flatMap(({ order_id }) => (order_id === null ? [] : [order_id])),
      ...[...named.values()]
        .filter(({ id }) => causes.has(id))
        .flatMap(({ stream }) => idIn('backlink-order-', stream)),
    ]);
    const links: DeliveredLink[] = [];
    const events: RecordedEvent[] = [];
    for (const order of orders) {
      const placed = (await store.readStream(`backlink-order-${order}`)).filter(
        ({ type }) => type === ('OrderLinkPlaced' satisfies BacklinkOrderEvent['type']),
      );
      for (const { data } of placed) {
        const history = await store.readStream(`backlink-${Number(data['backlink_id'])}`);
        const link = linkOf(history);
        if (!link) continue;
        links.push(link);
        events.push(...history.filter(({ id }) => link.event_ids.includes(id)));
      }
    }
    const spans = state.content.lines.flatMap(({ kind, site_id, inputs }) =>
      kind === 'subscription' && site_id !== null
        ? [{ site_id, from: String(inputs['from']) as Day, to: String(inputs['to']) as Day }]
        : [],
    );
    const published = await articlesOf(state.content.account_id, spans);
    return { links, articles: published.map(articleOf), events: [...events, ...published] };

    async function articlesOf(account: number, of: typeof spans): Promise<readonly RecordedEvent[]> {
      if (of.length === 0) return [];
      const counts = (event: RecordedEvent) => {
        const on = dayOf(metadataOf(event).occurred_at, zone);
        return of.some(({ site_id, from, to }) => event.data['site_id'] === site_id && from <= on && on <= to);
      };
      const filter = { types: ['ArticlePublished'], accounts: [account] };
      return (await eventsOf(store, log)(filter, counts)).slice(0, MOST_ARTICLES);
    }
    function articleOf(event: RecordedEvent): DeliveredArticle {
      const { site_id, content_id, title = null, url = null } = event.data as unknown as DeliveredArticle;
      const published_on = dayOf(metadataOf(event).occurred_at, zone);
      return { site_id, content_id, title, url, published_on, event_id: event.id };
    }
  };

function idIn(begins: string, stream: string): number[] {
  const id = stream.startsWith(begins) ? Number(stream.slice(begins.length)) : Number.NaN;
  return Number.isInteger(id) ? [id] : [];
}

const ENDS: Readonly<Record<string, DeliveredLink['status']>> = {
  ...{ BacklinkPlaced: 'placed', BacklinkWentLive: 'live', BacklinkLost: 'lost', BacklinkRejected: 'rejected' },
  BacklinkReplaced: 'replaced',
};

function linkOf(history: readonly RecordedEvent[]): DeliveredLink | null {
  const of = (type: BacklinkEvent['type']) => history.filter((event) => event.type === type);
  const [placed] = of('BacklinkPlaced');
  if (!placed) return null;
  const { backlink_id, order_id, source_url, target_url, anchor_text } =
    placed.data as unknown as Link<'BacklinkPlaced'>;
  const changes = history.filter(({ type }) => type in ENDS);
  const check = of('BacklinkLiveChecked').at(-1);
  const live = of('BacklinkWentLive')[0];
  const {
    http_status = null,
    link_found = false,
    final_url = null,
  } = (check?.data ?? {}) as Partial<Link<'BacklinkLiveChecked'>>;
  return {
    ...{ backlink_id, order_id, source_url, target_url, anchor_text },
    status: ENDS[changes.at(-1)?.type ?? ''] ?? 'placed',
    live_at: live ? metadataOf(live).occurred_at : null,
    last_check: check ? { at: metadataOf(check).occurred_at, http_status, link_found, final_url } : null,
    event_ids: [...changes, ...(check ? [check] : [])].map(({ id }) => id),
  };
}
