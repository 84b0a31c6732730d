import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { BacklinkId } from '#domain/kernel/ids';
import { type Cents, cents, formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { decideClaim, raised, remedied, termsOf, unfounded } from './backlink-order-claim.ts';
import type {
  BacklinkOrderCommand,
  BacklinkOrderEvent,
  BacklinkOrderRefusal,
  LinkNews,
} from './backlink-order-messages.ts';
import { unplaceable } from './backlink-order-proposal.ts';
import {
  countedLinks,
  evolve,
  type KnownOrder,
  type OrderLink,
  ordered,
  orderOf,
  passThroughPrice,
} from './backlink-order-state.ts';
import { linkGuarantee } from './guarantee.ts';
import type { LinkPackage, LinkTier, PriceBook } from './price-book-data.ts';

type Command<T> = Extract<BacklinkOrderCommand, { type: T }>;
type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;

const invalid = (pointer: string, message: string): Decided => refuse({ code: 'invalid_values', pointer, message });
const wrongState = (state: KnownOrder, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });

/** Places a link: in a free place of its line, or as the replacement of one that was lost. */
export function placeLink(command: Command<'PlaceLink'>, state: KnownOrder): Decided {
  const { backlinkId, placement, now: at } = command;
  if (state.links.some((link) => link.id === backlinkId)) return accept();
  const replaced = placement.replaces_id === null ? null : state.links.find(({ id }) => id === placement.replaces_id);
  if (replaced === undefined) return invalid('/replaces_id', `the order has no link ${placement.replaces_id}`);
  if (replaced && !replaced.replacement_owed)
    return wrongState(state, `no replacement is owed for link ${replaced.id}`);
  const open = state.status === 'approved' || state.status === 'in_progress';
  if (!open && !(replaced && state.status !== 'draft'))
    return wrongState(state, `links cannot be placed while the order is ${state.status}`);
  const line = replaced ? lineOf(state, replaced.line_id) : freeLine(state, command.tier);
  if (line === null) return wrongState(state, 'every link ordered is placed already');
  if (typeof line === 'string') return invalid('/tier', line);
  const unfit = unplaceable(command, state);
  if (unfit) return refuse(unfit);
  const budget = replaced ? null : overBudget(state, [...ordered(state), { cost_cents: placement.cost_cents }]);
  if (budget && command.overrideReason === null) return refuse(budget);
  const { tier } = line.tier === null ? command : line;
  const placed: BacklinkOrderEvent = {
    type: 'OrderLinkPlaced',
    at,
    data: {
      ...orderOf(state),
      backlink_id: backlinkId,
      line_id: line.id,
      tier,
      dr_floor: drFloor(command.book, tier, line.package),
      ...placement,
      campaign_id: state.terms.campaign_id,
      override_reason: command.overrideReason,
      ...(command.proposalId === undefined ? {} : { proposal_id: command.proposalId }),
      ...guaranteed(command, state),
    },
  };
  const remedies = replaced ? remedied(state, replaced.id, backlinkId, at) : [];
  const started: BacklinkOrderEvent = { type: 'BacklinkOrderStarted', at, data: orderOf(state) };
  return accept<BacklinkOrderEvent>(placed, ...remedies, ...(state.status === 'approved' ? [started] : []));
}

/** What the link is guaranteed, where the order keeps terms of its own. */
const guaranteed = ({ replacedUntil = null }: Command<'PlaceLink'>, state: KnownOrder) =>
  state.approval?.guarantee === undefined ? {} : { guarantee: linkGuarantee(termsOf(state), replacedUntil) };

/** The lowest domain rating without a warning: the tier's, else the package's. */
const drFloor = (book: PriceBook, tier: LinkTier | null, name: LinkPackage | null): number =>
  tier === null ? (name === null ? 0 : book.packages[name].dr_floor) : (book.tiers[tier].dr?.from ?? 0);

const lineOf = (state: KnownOrder, id: number) => {
  const line = state.terms.quote.lines.find((each) => each.id === id);
  if (!line) throw new Error(`order ${state.orderId} has no line ${id}`);
  return line;
};

/** The first line of that tier with a place left; null where all are taken, a text where the tier is not told or wrong. */
function freeLine(state: KnownOrder, tier: LinkTier | null) {
  const { lines } = state.terms.quote;
  const fitting = lines.filter((line) => line.package !== null || tier === null || line.tier === tier);
  if (fitting.length === 0) return `the order has no line of ${tier}`;
  if (tier === null && new Set(fitting.map((line) => line.tier)).size > 1)
    return 'the order has lines of several tiers: name the tier';
  const taken = (id: number) => ordered(state).filter((link) => link.line_id === id).length;
  return fitting.find((line) => taken(line.id) < line.quantity) ?? null;
}

function overBudget(state: KnownOrder, links: readonly { readonly cost_cents: Cents }[]): BacklinkOrderRefusal | null {
  const { budget_cents: budget, pricing_mode: mode } = state.terms;
  if (mode !== 'pass_through' || budget === null) return null;
  const price = passThroughPrice(state, links as readonly OrderLink[]);
  if (price <= budget) return null;
  const message = `the client price would be ${formatMoney(price)}, the budget is ${formatMoney(budget)}; it needs an override_reason`;
  return { code: 'over_budget', message };
}

/** Corrects what a placement cost; the price of a pass-through order follows, once it is billed only downwards (ruling 1.9). */
export function correctCost(command: Command<'CorrectCost'>, state: KnownOrder): Decided {
  const { backlinkId, cost, reason, overrideReason, now: at } = command;
  const link = state.links.find(({ id }) => id === backlinkId);
  if (!link) return refuse({ code: 'not_found', message: `the order has no link ${backlinkId}` });
  if (link.cost_cents === cost) return accept();
  const after = ordered(state).map((each) => (each.id === backlinkId ? { ...each, cost_cents: cost } : each));
  const dearer = cost > link.cost_cents && link.replaces_id === null && state.billedPrice === null;
  const budget = dearer ? overBudget(state, after) : null;
  if (budget && overrideReason === null) return refuse(budget);
  const corrected: BacklinkOrderEvent = {
    type: 'OrderLinkCostCorrected',
    at,
    data: { ...orderOf(state), backlink_id: backlinkId, cost_cents: cost, reason, override_reason: overrideReason },
  };
  return accept(...withRepricing(state, [corrected], at));
}

/** News of a link from its own stream. What is known already changes nothing. */
export function tellOfLink(command: Command<'TellOfLink'>, state: KnownOrder): Decided {
  const { backlinkId, news, today, now: at } = command;
  const link = state.links.find(({ id }) => id === backlinkId);
  if (!link) return refuse({ code: 'not_found', message: `the order has no link ${backlinkId}` });
  if (news.what === 'sound') {
    const { claimId, checkId } = news;
    const settle = { type: 'SettleClaim', claimId, outcome: 'refused', checkId, reason: null, by: null } as const;
    const open = state.claims.some(({ id, status }) => id === claimId && status === 'open');
    return open ? decideClaim({ ...settle, today, now: at }, state) : accept();
  }
  const claims = claimed(command, state, link);
  const event = news.what === 'breach' ? null : newsEvent(state, link, backlinkId, news, at);
  if (event === null) return accept(...claims);
  return accept(...withProgress(state, withRepricing(state, [event], at), at), ...claims);
}

/** The claim that comes with a link that is lost, or is there and breaks its guarantee. */
function claimed({ news, claimId, today, now: at }: Command<'TellOfLink'>, state: KnownOrder, link: OrderLink) {
  if (news.what !== 'lost' && news.what !== 'breach') return [];
  if (news.breach === undefined) return unfounded(state, link, at);
  return claimId === undefined ? [] : raised(state, link, { ...news.breach, claimId }, today, at);
}

function newsEvent(
  state: KnownOrder,
  link: OrderLink,
  backlinkId: BacklinkId,
  news: Exclude<LinkNews, { readonly what: 'breach' | 'sound' }>,
  at: Instant,
): BacklinkOrderEvent | null {
  const data = { ...orderOf(state), backlink_id: backlinkId };
  switch (news.what) {
    case 'delivered':
      return link.delivered || link.rejected ? null : { type: 'OrderLinkDelivered', at, data };
    case 'rejected':
      return link.rejected ? null : { type: 'OrderLinkRejected', at, data: { ...data, reason: news.reason } };
    case 'live':
      return link.live || link.rejected ? null : { type: 'OrderLinkLive', at, data };
    case 'lost':
      return link.lost
        ? null
        : { type: 'OrderLinkLost', at, data: { ...data, replacement_owed: news.replacementOwed } };
    case 'indexing':
      return link.indexing === news.indexing
        ? null
        : { type: 'OrderLinkIndexing', at, data: { ...data, indexing: news.indexing } };
  }
}

const applied = (state: KnownOrder, events: readonly BacklinkOrderEvent[]): KnownOrder =>
  events.reduce((before, event) => evolve(before, event) as KnownOrder, state);

/**
 * Adds the new client price where the order is pass-through and its price moved. What was billed only falls: the difference is
 * owed as a credit note, and a higher cost is borne by the margin (ruling 1.9).
 */
function withRepricing(state: KnownOrder, events: readonly BacklinkOrderEvent[], at: Instant): BacklinkOrderEvent[] {
  const after = applied(state, events);
  if (after.terms.pricing_mode !== 'pass_through') return [...events];
  const counted = countedLinks(after);
  const price = passThroughPrice(after, counted);
  const billed = after.billedPrice !== null;
  if (price === after.clientPrice || (billed && price > after.clientPrice)) return [...events];
  const cost = counted.reduce((sum, link) => sum + link.cost_cents, 0) as Cents;
  const credit = billed ? { credit_cents: cents(after.clientPrice - price) } : {};
  const data = { ...orderOf(state), client_price_cents: price, cost_cents: cost, ...credit };
  return [...events, { type: 'BacklinkOrderRepriced', at, data }];
}

/** The order was put down for billing. A cost that fell in that very moment is owed like one that falls later. */
export function recordBilled({ price, now: at }: Command<'RecordBilled'>, state: KnownOrder): Decided {
  if (state.terms.pricing_mode !== 'pass_through' || state.billedPrice !== null) return accept();
  const data = { ...orderOf(state), client_price_cents: price };
  return accept(...withRepricing(state, [{ type: 'BacklinkOrderBilled', at, data }], at));
}

/** Adds that the order is delivered, or complete, where these events made it so (rulings 1.1 and 1.19). */
function withProgress(state: KnownOrder, events: readonly BacklinkOrderEvent[], at: Instant): BacklinkOrderEvent[] {
  const made = [...events];
  let after = applied(state, made);
  const add = (event: BacklinkOrderEvent) => {
    made.push(event);
    after = evolve(after, event) as KnownOrder;
  };
  if (after.status === 'in_progress' && allWentLive(after))
    add({ type: 'BacklinkOrderDelivered', at, data: orderOf(state) });
  if (after.status === 'delivered' && after.links.every(isSettled))
    add({ type: 'BacklinkOrderCompleted', at, data: { ...orderOf(state), reason: null } });
  return made;
}

const allWentLive = (state: KnownOrder): boolean =>
  ordered(state).filter((link) => link.went_live).length >= state.terms.quote.links_ordered;

/** Nothing of the link's indexing is open any more; a replacement that is not live yet has none. */
function isSettled(link: OrderLink): boolean {
  if (link.rejected || link.lost || !link.went_live) return true;
  return link.indexing !== 'none' && link.indexing !== 'open' && link.indexing !== 'failed';
}
