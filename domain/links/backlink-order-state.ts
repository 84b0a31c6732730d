import { appended, changed } from '#domain/kernel/fold';
import type { AccountId, BacklinkId, OrderId, SiteId } from '#domain/kernel/ids';
import { add, type Cents, cents, mulDiv } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import {
  type Agreement,
  briefOf,
  evolveAgreement,
  NOTHING_AGREED,
  withClaim,
  withProposal,
} from './backlink-order-agreement-state.ts';
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

export type KnownOrder = Agreement & {
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
      return revised(state, event.data.terms);
    case 'BacklinkOrderNoted':
      return noted(state, event);
    case 'BacklinkOrderApproved':
      return approved(state, event);
    case 'OrderLinkPlaced': {
      const { backlink_id, line_id, tier, cost_cents, replaces_id, proposal_id } = event.data;
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
      const placed = { ...state, links: appended(links, link) };
      return proposal_id === undefined ? placed : withProposal(placed, proposal_id, 'placed');
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
    case 'GuaranteeSettled':
      return owing(evolveAgreement(state, event), event.data);
    case 'PlacementProposed':
    case 'PlacementApproved':
    case 'PlacementApprovedBySilence':
    case 'PlacementRejected':
    case 'PlacementWithdrawn':
    case 'PlacementsHalted':
    case 'PlacementsContinued':
    case 'BriefAnswered':
    case 'BriefCompleted':
    case 'GuaranteeClaimed':
      return evolveAgreement(state, event);
  }
}

type Of<T> = Extract<BacklinkOrderEvent, { type: T }>;

/** The questions follow the terms; what was answered already stays. */
const revised = (state: KnownOrder, terms: OrderTerms): KnownOrder => ({
  ...state,
  terms,
  clientPrice: terms.quote.client_price_cents,
  brief: briefOf(terms.brief, state.brief ?? state.drafted.brief),
});

/** While the brief is not complete there is no due date: what is given moves with it. */
function noted(state: KnownOrder, { data: { notes, due_date, on } }: Of<'BacklinkOrderNoted'>): KnownOrder {
  if (state.briefSince === null || due_date === null) return { ...state, notes, dueDate: due_date ?? state.dueDate };
  return { ...state, notes, givenDue: due_date, briefSince: on ?? state.briefSince };
}

function approved(state: KnownOrder, { at, data }: Of<'BacklinkOrderApproved'>): KnownOrder {
  const waits = data.due_date === null;
  return {
    ...state,
    status: 'approved',
    orderedAt: at,
    dueDate: data.due_date,
    givenDue: waits ? state.dueDate : null,
    briefSince: waits ? data.on : null,
    approval: data,
  };
}

/** A link that is there and breaks its guarantee is owed a replacement as a lost one is. */
function owing(state: KnownOrder, { outcome, remedy, backlink_id }: Of<'GuaranteeSettled'>['data']): KnownOrder {
  return outcome === 'accepted' && remedy === 'replacement'
    ? change(state, backlink_id, () => ({ replacement_owed: true }))
    : state;
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
  ...NOTHING_AGREED,
  brief: briefOf(data.terms.brief, data.brief),
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
  if (replaces === null) return after;
  const owed = change(after, replaces, () => ({ replacement_owed: true }));
  return withClaim(owed, ({ backlinkId, status }) => backlinkId === replaces && status === 'remedied', {
    status: 'accepted',
  });
}

export const orderOf = (state: KnownOrder) => ({
  order_id: state.orderId,
  account_id: state.accountId,
  site_id: state.siteId,
});

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
