import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { OrderId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { type Day, type Instant, plusDays, plusMonthsAnchored } from '#domain/kernel/time';
import { DUE_DAYS } from './backlink-order-brief.ts';
import type { BacklinkOrderCommand, BacklinkOrderEvent, BacklinkOrderRefusal } from './backlink-order-messages.ts';
import { briefIncomplete } from './backlink-order-proposal.ts';
import { type BacklinkOrder, evolve, type KnownOrder, orderOf } from './backlink-order-state.ts';

type Command<T> = Extract<BacklinkOrderCommand, { type: T }>;
type Decided = Decision<BacklinkOrderEvent, BacklinkOrderRefusal>;

const wrongState = (state: KnownOrder, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });

/** When an order renews next: reckoned from its first approval. */
export const monthly = (anchor: Day | null, month: number) => ({
  anchor,
  month,
  renews_on: anchor === null ? null : plusMonthsAnchored(anchor, month + 1),
});

export function endRenewal({ reason, now: at }: Command<'Cancel'>, state: KnownOrder): Decided {
  if (state.terms.order_type !== 'monthly') return wrongState(state, 'only a monthly order renews');
  if (state.successorId !== null)
    return wrongState(state, `the order has been renewed already, as order ${state.successorId}`);
  if (state.renewalEnded) return wrongState(state, 'the renewal has been ended already');
  return accept({ type: 'BacklinkOrderRenewalEnded', at, data: { ...orderOf(state), reason } });
}

/** On its day of the month, reckoned from the first approval; held back, it is asked again every day (ruling 1.12). */
export function renew({ successorId, held, today, now: at }: Command<'Renew'>, state: KnownOrder): Decided {
  const on = state.approval?.renews_on ?? null;
  if (on === null || on > today || state.renewalEnded || state.successorId !== null) return accept();
  if (held === null)
    return accept({ type: 'BacklinkOrderRenewed', at, data: { ...orderOf(state), successor_id: successorId, on } });
  return held === state.renewalHeld
    ? accept()
    : accept({ type: 'BacklinkOrderRenewalHeld', at, data: { ...orderOf(state), on: today, because: held } });
}

export function openSuccessor(command: Command<'OpenSuccessor'>): Decided {
  const { orderId, predecessor, anchor, month, on, approvedBy, guarantee, now: at } = command;
  const { purchase_id: _, ...before } = predecessor;
  const order = { order_id: orderId, account_id: before.account_id, site_id: before.site_id };
  // An order that waits for its brief is due once it has it.
  const waits = predecessor.terms.brief !== undefined && !predecessor.brief?.complete;
  const due = waits ? null : plusDays(on, DUE_DAYS);
  const drafted: BacklinkOrderEvent = {
    type: 'BacklinkOrderDrafted',
    at,
    data: { ...before, ...order, due_date: due, predecessor_id: before.order_id, created_by: null },
  };
  // What is paid first waits for its invoice (ruling 1.12).
  if (predecessor.billing === 'prepaid') return accept(drafted);
  const price = predecessor.terms.quote.client_price_cents;
  return accept(drafted, standing(order, { on, due, price, anchor, month, approvedBy, guarantee, at }));
}

type Standing = {
  readonly on: Day;
  readonly due: Day | null;
  readonly price: Cents;
  readonly anchor: Day;
  readonly month: number;
  readonly approvedBy: Command<'OpenSuccessor'>['approvedBy'];
  readonly guarantee: Command<'OpenSuccessor'>['guarantee'];
  readonly at: Instant;
};
/** The approval of a renewal: that of the first order stands for it. */
const standing = (
  order: ReturnType<typeof orderOf>,
  { on, due, price, anchor, month, approvedBy, guarantee, at }: Standing,
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
    ...(guarantee === undefined ? {} : { guarantee }),
  },
});

export function renewed(command: Command<'ApproveRenewal'>, state: KnownOrder): BacklinkOrderEvent {
  const { anchor, month, approvedBy, guarantee, today, now: at } = command;
  const due = briefIncomplete(state) ? null : plusDays(today, DUE_DAYS);
  return standing(orderOf(state), {
    on: today,
    due,
    price: state.clientPrice,
    anchor,
    month,
    approvedBy,
    guarantee,
    at,
  });
}

type Buying = { readonly plan: string; readonly plans: readonly string[] | null; readonly unpaid: boolean };
/** Why a monthly order may not be renewed now; null where it may. */
export function renewalHeldBy({ terms }: KnownOrder, { plan, plans, unpaid }: Buying): string | null {
  if (unpaid) return 'the account has an invoice that is past due';
  const barred = plans !== null && terms.override_reason === null && !plans.includes(plan);
  return barred ? `the plan ${plan} may not buy the package ${terms.package}` : null;
}

/** What opens the order after a monthly one; null for one that does not renew. */
export function succession(state: KnownOrder, successorId: OrderId, on: Day) {
  if (!state.approval?.anchor) return null;
  const { anchor, month, approved_by: approvedBy, guarantee } = state.approval;
  const { brief } = state;
  const taken = brief === null ? {} : { brief: { answers: brief.answers, complete: brief.complete } };
  return {
    type: 'OpenSuccessor' as const,
    orderId: successorId,
    predecessor: { ...state.drafted, terms: state.terms, notes: state.notes, ...taken },
    anchor,
    month: month + 1,
    on,
    approvedBy,
    guarantee,
  };
}

/** The order that would follow on its day, which nobody has opened yet; null where none would. */
export function successorOf(state: KnownOrder, held: string | null, now: Instant): KnownOrder | null {
  const on = state.approval?.renews_on ?? null;
  const command = on === null ? null : succession(state, -state.orderId as OrderId, on);
  if (on === null || command === null) return null;
  const at = { now, today: on };
  const renewed = renew({ type: 'Renew', successorId: command.orderId, held, ...at }, state);
  if (!renewed.accepted || !renewed.events.some(({ type }) => type === 'BacklinkOrderRenewed')) return null;
  const opened = openSuccessor({ ...command, ...at });
  const none: BacklinkOrder = { status: 'none' };
  const order = (opened.accepted ? opened.events : []).reduce(evolve, none);
  return order.status === 'none' ? null : order;
}
