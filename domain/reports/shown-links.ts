import type { Cents } from '#domain/kernel/money';
import { mulDiv } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import { counters, type KnownOrder, type OrderLink } from '#domain/links/backlink-order-state';

/** A link as reports show it: nothing of what it cost or whom it was bought from. */
export type LinkShown = {
  readonly id: number;
  readonly order_id: number;
  readonly source_url: string;
  readonly target_url: string;
  readonly anchor_text: string;
  readonly status: 'placed' | 'live' | 'lost' | 'rejected' | 'replaced';
  readonly dr: number | null;
  readonly quality: number | null;
  readonly indexing: 'none' | 'refused' | 'open' | 'indexed' | 'failed' | 'reviewed' | 'cancelled';
  readonly guaranteed_until: Instant | null;
  readonly replacement_owed: boolean;
  readonly replaces_id: number | null;
};

/** The link after an event; the same value where nothing of it that is shown has changed. */
export function linkShown(link: LinkShown | null, event: BacklinkEvent): LinkShown | null {
  if (event.type === 'BacklinkPlaced') {
    const { backlink_id: id, order_id, source_url, target_url, anchor_text, replaces_id } = event.data;
    return {
      id,
      order_id,
      source_url,
      target_url,
      anchor_text,
      status: 'placed',
      dr: null,
      quality: null,
      indexing: 'none',
      guaranteed_until: null,
      replacement_owed: false,
      replaces_id,
    };
  }
  if (link === null) return null;
  switch (event.type) {
    case 'BacklinkQualityChecked':
      return { ...link, dr: event.data.source_dr, quality: event.data.quality_score };
    case 'BacklinkRejected':
      return { ...link, status: 'rejected' };
    case 'BacklinkWentLive':
      return { ...link, status: 'live', guaranteed_until: event.data.guaranteed_until, replacement_owed: false };
    case 'BacklinkLost':
      return { ...link, status: 'lost', replacement_owed: event.data.replacement_owed };
    case 'BacklinkReplaced':
      return { ...link, status: 'replaced', replacement_owed: false };
    case 'BacklinkGuaranteeChecked':
      return { ...link, replacement_owed: link.replacement_owed || event.data.replacement_owed };
    case 'IndexingRequested':
      return { ...link, indexing: 'open' };
    case 'IndexingRefused':
      return { ...link, indexing: 'refused' };
    case 'BacklinkIndexed':
      return { ...link, indexing: 'indexed' };
    case 'BacklinkIndexingFailed':
      return { ...link, indexing: 'failed' };
    case 'BacklinkIndexingCancelled':
      return { ...link, indexing: 'cancelled' };
    case 'IndexingReviewed':
      return { ...link, indexing: 'reviewed' };
    case 'BacklinkWarningDecided':
    case 'BacklinkAccepted':
    case 'BacklinkLiveChecked':
    case 'BacklinkFlagged':
    case 'BacklinkCostCorrected':
    case 'BacklinkCheckRequested':
    case 'BacklinkSeenByAhrefs':
    case 'IndexingCheckRequested':
      return link;
  }
}

/** An order as reports show it: client prices, never cost or margin (spec 13, 1.11). */
export type OrderShown = {
  readonly id: number;
  readonly status: KnownOrder['status'];
  readonly ordered: number;
  readonly delivered: number;
  readonly live: number;
  readonly indexed: number;
  readonly price: Cents;
  readonly budget: Cents | null;
  readonly approved_on: Day | null;
  readonly due_on: Day | null;
};

export function orderShown(order: KnownOrder): OrderShown {
  const { links_ordered, links_delivered, links_live, links_indexed } = counters(order);
  return {
    id: order.orderId,
    status: order.status,
    ordered: links_ordered,
    delivered: links_delivered,
    live: links_live,
    indexed: links_indexed,
    price: order.clientPrice,
    budget: order.terms.budget_cents,
    approved_on: order.approval?.on ?? null,
    due_on: order.dueDate,
  };
}

/** What the client pays for one link of an order: its line's amount by its quantity; of a pass-through order its own cost and the markup. */
export function linkPrice({ terms }: KnownOrder, link: Pick<OrderLink, 'line_id' | 'cost_cents'>): Cents {
  if (terms.pricing_mode === 'pass_through') return mulDiv(link.cost_cents, 100 + terms.markup_percent, 100);
  const line = terms.quote.lines.find(({ id }) => id === link.line_id);
  return line
    ? mulDiv(line.amount_cents, 1, line.quantity)
    : mulDiv(terms.quote.client_price_cents, 1, terms.quote.links_ordered);
}
