import { appended, changed } from '#domain/kernel/fold';
import type { AccountId, BacklinkId, OrderId, SiteId } from '#domain/kernel/ids';
import { add, type Cents, cents, mulDiv } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { BacklinkOrderEvent, Billing, LinkIndexing, OrderTerms } from './backlink-order-messages.ts';
import type { LinkTier } from './price-book-data.ts';

/** A link as far as its order is concerned. */
export type OrderLink = {
  readonly id: BacklinkId;
  readonly line_id: number;
  readonly tier: LinkTier | null;
  readonly cost_cents: Cents;
  readonly replaces_id: BacklinkId | null;
  /** Passed its quality check. */
  readonly delivered: boolean;
  readonly went_live: boolean;
  readonly live: boolean;
  readonly lost: boolean;
  readonly rejected: boolean;
  readonly replacement_owed: boolean;
  readonly indexing: LinkIndexing;
};

export type Drafted = Extract<BacklinkOrderEvent, { type: 'BacklinkOrderDrafted' }>['data'];

export type KnownOrder = {
  readonly status: 'draft' | 'approved' | 'in_progress' | 'delivered' | 'completed' | 'cancelled';
  readonly orderId: OrderId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly terms: OrderTerms;
  readonly billing: Billing;
  /** Of a pass-through order as its costs stand; of a cancelled one what is owed. */
  readonly clientPrice: Cents;
  /** What a pass-through order was put down for billing at. */
  readonly billedPrice: Cents | null;
  /** The delivered links that a cancelled order owes. */
  readonly owedLinks: readonly BacklinkId[] | null;
  readonly dueDate: Day | null;
  readonly notes: string | null;
  readonly orderedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly approval: Extract<BacklinkOrderEvent, { type: 'BacklinkOrderApproved' }>['data'] | null;
  readonly predecessorId: OrderId | null;
  readonly successorId: OrderId | null;
  readonly renewalEnded: boolean;
  readonly renewalHeld: string | null;
  readonly behindSince: Day | null;
  readonly drafted: Drafted;
  readonly links: readonly OrderLink[];
};
export type BacklinkOrder = { readonly status: 'none' } | KnownOrder;

export function evolve(state: BacklinkOrder, event: BacklinkOrderEvent): BacklinkOrder {
  if (event.type === 'BacklinkOrderDrafted') return drafted(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'BacklinkOrderRevised':
      return { ...state, terms: event.data.terms, clientPrice: event.data.terms.quote.client_price_cents };
    case 'BacklinkOrderNoted':
      return { ...state, notes: event.data.notes, dueDate: event.data.due_date };
    case 'BacklinkOrderApproved':
      return {
        ...state,
        status: 'approved',
        orderedAt: event.at,
        dueDate: event.data.due_date,
        approval: event.data,
      };
    case 'OrderLinkPlaced': {
      const { backlink_id, line_id, tier, cost_cents, replaces_id } = event.data;
      const fresh = {
        delivered: false,
        went_live: false,
        live: false,
        lost: false,
        rejected: false,
        replacement_owed: false,
        indexing: 'none' as const,
      };
      const link = { id: backlink_id, line_id, tier, cost_cents, replaces_id, ...fresh };
      const { links } = replaces_id === null ? state : change(state, replaces_id, () => ({ replacement_owed: false }));
      return { ...state, links: appended(links, link) };
    }
    case 'BacklinkOrderStarted':
      return { ...state, status: 'in_progress' };
    case 'OrderLinkDelivered':
      return change(state, event.data.backlink_id, () => ({ delivered: true }));
    case 'OrderLinkRejected':
      return rejected(state, event.data.backlink_id);
    case 'OrderLinkLive':
      return change(state, event.data.backlink_id, () => ({ went_live: true, live: true, lost: false }));
    case 'OrderLinkLost':
      return change(state, event.data.backlink_id, () => ({
        live: false,
        lost: true,
        replacement_owed: event.data.replacement_owed,
      }));
    case 'OrderLinkIndexing':
      return change(state, event.data.backlink_id, () => ({ indexing: event.data.indexing }));
    case 'OrderLinkCostCorrected':
      return change(state, event.data.backlink_id, () => ({ cost_cents: event.data.cost_cents }));
    case 'BacklinkOrderRepriced':
      return { ...state, clientPrice: event.data.client_price_cents };
    case 'BacklinkOrderBilled': {
      const { client_price_cents: billed } = event.data;
      return { ...state, clientPrice: billed, billedPrice: billed };
    }
    case 'BacklinkOrderDelivered':
      return { ...state, status: 'delivered', deliveredAt: event.at };
    case 'BacklinkOrderCompleted':
      return { ...state, status: 'completed', behindSince: null };
    case 'BacklinkOrderCancelled':
      return {
        ...state,
        status: 'cancelled',
        clientPrice: event.data.owed_cents,
        behindSince: null,
        renewalEnded: true,
        owedLinks: countedLinks(state).map(({ id }) => id),
      };
    case 'BacklinkOrderFellBehind':
      return { ...state, behindSince: event.data.on };
    case 'BacklinkOrderCaughtUp':
      return { ...state, behindSince: null };
    case 'BacklinkOrderRenewed':
      return { ...state, successorId: event.data.successor_id, renewalHeld: null };
    case 'BacklinkOrderRenewalHeld':
      return { ...state, renewalHeld: event.data.because };
    case 'BacklinkOrderRenewalEnded':
      return { ...state, renewalEnded: true, renewalHeld: null };
  }
}

const drafted = (data: Drafted): KnownOrder => ({
  status: 'draft',
  orderId: data.order_id,
  accountId: data.account_id,
  siteId: data.site_id,
  terms: data.terms,
  billing: data.billing,
  clientPrice: data.terms.quote.client_price_cents,
  billedPrice: null,
  owedLinks: null,
  dueDate: data.due_date,
  notes: data.notes,
  orderedAt: null,
  deliveredAt: null,
  approval: null,
  predecessorId: data.predecessor_id,
  successorId: null,
  renewalEnded: false,
  renewalHeld: null,
  behindSince: null,
  drafted: data,
  links: [],
});

function change(state: KnownOrder, id: BacklinkId, to: (link: OrderLink) => Partial<OrderLink>): KnownOrder {
  const links = changed(
    state.links,
    (link) => link.id === id,
    (link) => ({ ...link, ...to(link) }),
  );
  return { ...state, links };
}

/** A replacement that was rejected leaves its replacement owed again. */
function rejected(state: KnownOrder, id: BacklinkId): KnownOrder {
  const replaces = state.links.find((link) => link.id === id)?.replaces_id ?? null;
  const after = change(state, id, () => ({ rejected: true, delivered: false, live: false }));
  return replaces === null ? after : change(after, replaces, () => ({ replacement_owed: true }));
}

/** Links that take one of the ordered places: neither rejected nor a replacement. */
export const ordered = (state: KnownOrder): readonly OrderLink[] =>
  state.links.filter((link) => !link.rejected && link.replaces_id === null);

/** Derived from the links' events; replacements and rejected links never raise `delivered` (ruling 1.19). */
export const counters = (state: KnownOrder) => ({
  links_ordered: state.terms.quote.links_ordered,
  links_delivered: ordered(state).filter((link) => link.delivered).length,
  links_live: state.links.filter((link) => link.live).length,
  links_indexed: state.links.filter((link) => !link.rejected && link.indexing === 'indexed').length,
});

/** The links that a pass-through price is made of; what comes after the cancelling changes nothing of what is owed. */
export const countedLinks = (state: KnownOrder): readonly OrderLink[] =>
  state.owedLinks === null
    ? ordered(state).filter((link) => link.delivered)
    : state.links.filter(({ id }) => state.owedLinks?.includes(id));

/** What all its placements cost, rejected ones and replacements included. */
export const actualCost = (state: KnownOrder): Cents => add(...state.links.map((link) => link.cost_cents));

export const deliveredOf = (state: KnownOrder, lineId: number): number =>
  ordered(state).filter((link) => link.line_id === lineId && link.delivered).length;

/** `round((1 + markup) × Σ cost)` over delivered links that replace none (ruling 1.9). */
export const passThroughPrice = (state: KnownOrder, links: readonly OrderLink[]): Cents =>
  mulDiv(cents(links.reduce((sum, link) => sum + link.cost_cents, 0)), 100 + state.terms.markup_percent, 100);
