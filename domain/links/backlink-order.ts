import { accept, type Decider, type Decision, refuse } from '#domain/kernel/decider';
import { add, type Cents, mulDiv } from '#domain/kernel/money';
import { type Day, type Instant, plusDays, plusMonthsAnchored } from '#domain/kernel/time';
import { PLANS } from '#domain/plans/plan';
import { correctCost, orderOf, placeLink, recordBilled, tellOfLink } from './backlink-order-links.ts';
import type {
  BacklinkOrderCommand,
  BacklinkOrderEvent,
  BacklinkOrderRefusal,
  OrderTerms,
  OrderType,
} from './backlink-order-messages.ts';
import { type BacklinkOrder, counters, deliveredOf, evolve, type KnownOrder } from './backlink-order-state.ts';
import { quote } from './order-quote.ts';

type Command<T> = Extract<BacklinkOrderCommand, { type: T }>;
type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;

/** Days from the approval after which an order is behind, where it names no date of its own (spec 2.4). */
const DUE_DAYS = 30;

/** An order of backlinks or press releases for a site (spec 3.2). Its links' own streams tell it how they do. */
export const backlinkOrder: Decider<BacklinkOrderCommand, BacklinkOrder, BacklinkOrderEvent, BacklinkOrderRefusal> = {
  initial: { status: 'none' },
  evolve,
  decide: (command, state): Decided => {
    if (command.type === 'Draft') return state.status === 'none' ? draft(command) : accept();
    if (command.type === 'OpenSuccessor') return state.status === 'none' ? openSuccessor(command) : accept();
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such order' });
    switch (command.type) {
      case 'Revise':
        return revise(command, state);
      case 'Note':
        return note(command, state);
      case 'Approve':
        return approve(command, state);
      case 'ApproveRenewal':
        return state.status === 'draft' ? accept(renewed(command, state)) : accept();
      case 'PlaceLink':
        return placeLink(command, state);
      case 'CorrectCost':
        return correctCost(command, state);
      case 'TellOfLink':
        return tellOfLink(command, state);
      case 'RecordBilled':
        return recordBilled(command, state);
      case 'Complete':
        return complete(command, state);
      case 'Cancel':
        return command.what === 'order' ? cancel(command, state) : endRenewal(command, state);
      case 'CheckDelivery':
        return checkDelivery(command, state);
      case 'Renew':
        return renew(command, state);
    }
  },
};

const wrongState = (state: KnownOrder, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });
const invalid = (pointer: string, message: string): Decided => refuse({ code: 'invalid_values', pointer, message });

type Asked = Omit<Command<'Revise'>, 'type' | 'now' | 'today'> & { readonly managedSubscriptionId: number | null };
type Termed = { readonly ok: true; readonly terms: OrderTerms } | { readonly ok: false; readonly refused: Decided };

/** Prices what is asked for and checks that it may be bought. */
function terms(asked: Asked, campaignId: number | null): Termed {
  const { request, book, bookVersion, mayOverride } = asked;
  const reason = request.override_reason;
  const quoted = quote(book, request);
  if (!quoted.ok) return { ok: false, refused: refuse(quoted.refusal) };
  const name = request.pricing_mode === 'package' ? (request.package ?? null) : null;
  const plans = name === null ? null : book.packages[name].plans;
  if (plans && !plans.some((plan) => plan === asked.plan) && !(mayOverride && reason !== null)) {
    const upgradeTo = PLANS.find((plan) => plans.includes(plan)) ?? null;
    const message = `the package ${name} needs the plan ${plans.join(' or ')}`;
    return { ok: false, refused: refuse({ code: 'feature_not_in_plan', message, upgradeTo }) };
  }
  if (request.pricing_mode === 'pass_through' && !asked.managedPro)
    return {
      ok: false,
      refused: invalid('/managed_subscription_id', 'pass-through needs an active managed Pro subscription of the site'),
    };
  return {
    ok: true,
    terms: {
      order_type: asked.orderType,
      pricing_mode: request.pricing_mode,
      package: name,
      request,
      quote: quoted.quote,
      price_book_version: bookVersion,
      markup_percent: book.pass_through.markup_percent,
      budget_cents: request.budget_cents ?? null,
      managed_subscription_id: asked.managedSubscriptionId as OrderTerms['managed_subscription_id'],
      campaign_id: campaignId,
      override_reason: reason,
    },
  };
}

const monthlyRule = (orderType: OrderType, mode: string): string | null =>
  orderType === 'monthly' && mode === 'pass_through'
    ? 'a pass-through order is for one time: its campaign renews it'
    : null;

function draft(command: Command<'Draft'>): Decided {
  const wrong = monthlyRule(command.orderType, command.request.pricing_mode);
  if (wrong) return invalid('/order_type', wrong);
  if (command.dueDate !== null && command.dueDate < command.today)
    return invalid('/due_date', 'must not be in the past');
  const termed = terms(command, command.campaignId);
  if (!termed.ok) return termed.refused;
  return accept({
    type: 'BacklinkOrderDrafted',
    at: command.now,
    data: {
      order_id: command.orderId,
      account_id: command.accountId,
      site_id: command.siteId,
      terms: termed.terms,
      billing: command.billing,
      due_date: command.dueDate,
      notes: command.notes,
      predecessor_id: null,
      created_by: command.createdBy,
      ...(command.purchaseId === undefined ? {} : { purchase_id: command.purchaseId }),
    },
  });
}

function revise(command: Command<'Revise'>, state: KnownOrder): Decided {
  if (state.status !== 'draft')
    return wrongState(
      state,
      'only a draft’s lines, prices and niche can change; an approved order takes notes and due_date',
    );
  const wrong = monthlyRule(command.orderType, command.request.pricing_mode);
  if (wrong) return invalid('/order_type', wrong);
  const asked = { ...command, managedSubscriptionId: state.terms.managed_subscription_id };
  const termed = terms(asked, state.terms.campaign_id);
  if (!termed.ok) return termed.refused;
  if (JSON.stringify(termed.terms) === JSON.stringify(state.terms)) return accept();
  return accept({ type: 'BacklinkOrderRevised', at: command.now, data: { ...orderOf(state), terms: termed.terms } });
}

function note({ notes = undefined, dueDate, today, now: at }: Command<'Note'>, state: KnownOrder): Decided {
  const next = { notes: notes === undefined ? state.notes : notes, due_date: dueDate ?? state.dueDate };
  if (next.notes === state.notes && next.due_date === state.dueDate) return accept();
  if (state.status === 'cancelled' || state.status === 'completed')
    return wrongState(state, `the order is ${state.status}`);
  if (dueDate !== undefined && dueDate < today) return invalid('/due_date', 'must not be in the past');
  return accept({ type: 'BacklinkOrderNoted', at, data: { ...orderOf(state), ...next } });
}

function approve({ by, onBehalf, today, now: at }: Command<'Approve'>, state: KnownOrder): Decided {
  if (state.status !== 'draft') return wrongState(state, `the order is ${state.status} already`);
  const anchor = state.terms.order_type === 'monthly' ? today : null;
  return accept({
    type: 'BacklinkOrderApproved',
    at,
    data: {
      ...orderOf(state),
      on: today,
      due_date: state.dueDate ?? plusDays(today, DUE_DAYS),
      client_price_cents: state.clientPrice,
      approved_by: by,
      on_behalf_of_client: onBehalf,
      standing_approval: false,
      ...monthly(anchor, 0),
    },
  });
}

const monthly = (anchor: Day | null, month: number) => ({
  anchor,
  month,
  renews_on: anchor === null ? null : plusMonthsAnchored(anchor, month + 1),
});

/** By a person, with a reason; by itself an order completes as its links do. */
function complete({ reason, now: at }: Command<'Complete'>, state: KnownOrder): Decided {
  if (state.status !== 'in_progress' && state.status !== 'delivered')
    return wrongState(state, `an order that is ${state.status} cannot be completed`);
  if (reason === null)
    return refuse({
      code: 'override_required',
      pointer: '/reason',
      message: 'completing an order by hand needs a reason',
    });
  return accept({ type: 'BacklinkOrderCompleted', at, data: { ...orderOf(state), reason } });
}

/** Keeps what was placed: owed is the price of each line times what was delivered of it (ruling 3.7). */
function cancel({ reason, now: at }: Command<'Cancel'>, state: KnownOrder): Decided {
  if (!['draft', 'approved', 'in_progress'].includes(state.status))
    return wrongState(state, `an order that is ${state.status} cannot be cancelled`);
  const lines = state.terms.quote.lines.map((line) => {
    const delivered = deliveredOf(state, line.id);
    return { id: line.id, delivered, owed_cents: mulDiv(line.amount_cents, delivered, line.quantity) };
  });
  const owed =
    state.terms.pricing_mode === 'pass_through' ? state.clientPrice : add(...lines.map((line) => line.owed_cents));
  return accept({ type: 'BacklinkOrderCancelled', at, data: { ...orderOf(state), reason, owed_cents: owed, lines } });
}

function endRenewal({ reason, now: at }: Command<'Cancel'>, state: KnownOrder): Decided {
  if (state.terms.order_type !== 'monthly') return wrongState(state, 'only a monthly order renews');
  if (state.successorId !== null)
    return wrongState(state, `the order has been renewed already, as order ${state.successorId}`);
  if (state.renewalEnded) return wrongState(state, 'the renewal has been ended already');
  return accept({ type: 'BacklinkOrderRenewalEnded', at, data: { ...orderOf(state), reason } });
}

function checkDelivery({ today, now: at }: Command<'CheckDelivery'>, state: KnownOrder): Decided {
  const { links_delivered: delivered, links_ordered: wanted } = counters(state);
  const running = state.status === 'approved' || state.status === 'in_progress';
  const behind = running && state.dueDate !== null && today > state.dueDate && delivered < wanted;
  if (behind === (state.behindSince !== null)) return accept();
  return behind
    ? accept({ type: 'BacklinkOrderFellBehind', at, data: { ...orderOf(state), on: today, delivered } })
    : accept({ type: 'BacklinkOrderCaughtUp', at, data: { ...orderOf(state), on: today } });
}

/** On its day of the month, reckoned from the first approval; held back, it is asked again every day (ruling 1.12). */
function renew({ successorId, held, today, now: at }: Command<'Renew'>, state: KnownOrder): Decided {
  const on = state.approval?.renews_on ?? null;
  if (on === null || on > today || state.renewalEnded || state.successorId !== null) return accept();
  if (held === null)
    return accept({ type: 'BacklinkOrderRenewed', at, data: { ...orderOf(state), successor_id: successorId, on } });
  return held === state.renewalHeld
    ? accept()
    : accept({ type: 'BacklinkOrderRenewalHeld', at, data: { ...orderOf(state), on: today, because: held } });
}

function openSuccessor(command: Command<'OpenSuccessor'>): Decided {
  const { orderId, predecessor, anchor, month, on, approvedBy, now: at } = command;
  const { purchase_id: _, ...before } = predecessor;
  const order = { order_id: orderId, account_id: before.account_id, site_id: before.site_id };
  const due = plusDays(on, DUE_DAYS);
  const drafted: BacklinkOrderEvent = {
    type: 'BacklinkOrderDrafted',
    at,
    data: { ...before, ...order, due_date: due, predecessor_id: before.order_id, created_by: null },
  };
  // What is paid first waits for its invoice (ruling 1.12).
  if (predecessor.billing === 'prepaid') return accept(drafted);
  const price = predecessor.terms.quote.client_price_cents;
  return accept(drafted, standing(order, { on, due, price, anchor, month, approvedBy, at }));
}

type Standing = {
  readonly on: Day;
  readonly due: Day;
  readonly price: Cents;
  readonly anchor: Day;
  readonly month: number;
  readonly approvedBy: Command<'OpenSuccessor'>['approvedBy'];
  readonly at: Instant;
};
/** The approval of a renewal: that of the first order stands for it. */
const standing = (
  order: ReturnType<typeof orderOf>,
  { on, due, price, anchor, month, approvedBy, at }: Standing,
): BacklinkOrderEvent => ({
  type: 'BacklinkOrderApproved',
  at,
  data: {
    ...order,
    on,
    due_date: due,
    client_price_cents: price,
    approved_by: approvedBy,
    on_behalf_of_client: false,
    standing_approval: true,
    ...monthly(anchor, month),
  },
});

function renewed(command: Command<'ApproveRenewal'>, state: KnownOrder): BacklinkOrderEvent {
  const { anchor, month, approvedBy, today, now: at } = command;
  const due = plusDays(today, DUE_DAYS);
  return standing(orderOf(state), { on: today, due, price: state.clientPrice, anchor, month, approvedBy, at });
}
