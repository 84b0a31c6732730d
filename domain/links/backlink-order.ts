import { accept, type Decider, type Decision, refuse } from '#domain/kernel/decider';
import { add, mulDiv } from '#domain/kernel/money';
import { type Day, daysBetween, plusDays } from '#domain/kernel/time';
import { PLANS } from '#domain/plans/plan';
import type { AgreedTerms } from './backlink-order-agreement-messages.ts';
import { answerBrief, DUE_DAYS } from './backlink-order-brief.ts';
import { decideClaim } from './backlink-order-claim.ts';
import { correctCost, placeLink, recordBilled, tellOfLink } from './backlink-order-links.ts';
import type {
  BacklinkOrderCommand,
  BacklinkOrderEvent,
  BacklinkOrderRefusal,
  OrderTerms,
  OrderType,
} from './backlink-order-messages.ts';
import { briefIncomplete, decideProposal, withdrawn } from './backlink-order-proposal.ts';
import { endRenewal, monthly, openSuccessor, renew, renewed } from './backlink-order-renewal.ts';
import { type BacklinkOrder, counters, deliveredOf, evolve, type KnownOrder, orderOf } from './backlink-order-state.ts';
import { quote } from './order-quote.ts';
import type { LinkPackage } from './price-book-data.ts';

type Command<T> = Extract<BacklinkOrderCommand, { type: T }>;
type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;

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
      case 'AnswerBrief':
        return answerBrief(command, state);
      case 'Claim':
      case 'SettleClaim':
      case 'RecordCredited':
        return decideClaim(command, state);
      default:
        return decideProposal(command, state);
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
      ...agreed(asked, name),
    },
  };
}

/** What is asked of the client, where anything is: a package may ask for a brief by itself. */
function agreed({ placementApproval, briefRequired, book }: Asked, name: LinkPackage | null): AgreedTerms {
  const brief = briefRequired ?? (name !== null && book.packages[name].brief_required);
  return {
    ...(placementApproval === 'client' ? { placement_approval: 'client' } : {}),
    ...(brief ? { brief: book.brief.questions } : {}),
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
  const on = state.briefSince === null || dueDate === undefined ? {} : { on: today };
  return accept({ type: 'BacklinkOrderNoted', at, data: { ...orderOf(state), ...next, ...on } });
}

function approve({ by, onBehalf, guarantee, today, now: at }: Command<'Approve'>, state: KnownOrder): Decided {
  if (state.status !== 'draft') return wrongState(state, `the order is ${state.status} already`);
  const anchor = state.terms.order_type === 'monthly' ? today : null;
  return accept({
    type: 'BacklinkOrderApproved',
    at,
    data: {
      ...orderOf(state),
      on: today,
      due_date: briefIncomplete(state) ? null : (state.dueDate ?? plusDays(today, DUE_DAYS)),
      client_price_cents: state.clientPrice,
      approved_by: by,
      on_behalf_of_client: onBehalf,
      standing_approval: false,
      ...monthly(anchor, 0),
      ...(guarantee === undefined ? {} : { guarantee }),
    },
  });
}

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
function cancel(command: Command<'Cancel'>, state: KnownOrder): Decided {
  const { reason, now: at } = command;
  if (!['draft', 'approved', 'in_progress'].includes(state.status))
    return wrongState(state, `an order that is ${state.status} cannot be cancelled`);
  const lines = state.terms.quote.lines.map((line) => {
    const delivered = deliveredOf(state, line.id);
    return { id: line.id, delivered, owed_cents: mulDiv(line.amount_cents, delivered, line.quantity) };
  });
  const owed =
    state.terms.pricing_mode === 'pass_through' ? state.clientPrice : add(...lines.map((line) => line.owed_cents));
  const data = { ...orderOf(state), reason, owed_cents: owed, lines };
  return accept<BacklinkOrderEvent>(...withdrawn(state, command), { type: 'BacklinkOrderCancelled', at, data });
}

function checkDelivery({ today, now: at }: Command<'CheckDelivery'>, state: KnownOrder): Decided {
  const { links_delivered: delivered, links_ordered: wanted } = counters(state);
  const running = state.status === 'approved' || state.status === 'in_progress';
  const behind = running && isPast(state, today) && delivered < wanted;
  if (behind === (state.behindSince !== null)) return accept();
  return behind
    ? accept({ type: 'BacklinkOrderFellBehind', at, data: { ...orderOf(state), on: today, delivered } })
    : accept({ type: 'BacklinkOrderCaughtUp', at, data: { ...orderOf(state), on: today } });
}

/** Days for which the client is waited for are added to the due date. */
function isPast({ dueDate, waitingSince }: KnownOrder, today: Day): boolean {
  if (dueDate === null) return false;
  return today > (waitingSince === null ? dueDate : plusDays(dueDate, daysBetween(waitingSince, today)));
}
