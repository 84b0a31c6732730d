import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { CreditNoteId, RefundId } from '#domain/kernel/ids';
import { type Cents, cents, formatMoney } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import type { InvoiceEvent, InvoicePayment, IssuedInvoice } from './invoice-messages.ts';
import { balance, evolve, inFlight, refundableOf } from './invoice-state.ts';
import { chargeable, leastCharge } from './least-charge.ts';

type Command<T> = Extract<InvoiceCommand, { type: T }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;

export const idsOf = ({ content }: IssuedInvoice) => ({
  invoice_id: content.invoice_id,
  account_id: content.account_id,
});
/** What a prepaid invoice pays for, beside whose it is. */
export const boughtOf = (state: IssuedInvoice) => ({
  ...idsOf(state),
  purchase_id: state.content.purchase_id,
  order_id: state.content.order_id,
});
export const wrongState = (state: IssuedInvoice, message: string): Decided =>
  refuse({ code: 'invalid_state', message, currentState: state.status });
const moving = ({ id, status }: InvoicePayment): Decided =>
  refuse({ code: 'payment_in_flight', message: `payment ${id} of the invoice is ${status}` });

export const applied = (state: IssuedInvoice, events: readonly InvoiceEvent[]): IssuedInvoice =>
  events.reduce((before, event) => evolve(before, event) as IssuedInvoice, state);

/** Adds that the invoice is paid, where these events made it so. */
export function settled(state: IssuedInvoice, events: readonly InvoiceEvent[], at: Instant, on: Day): InvoiceEvent[] {
  const after = applied(state, events);
  const open = after.status === 'open' || after.status === 'past_due' || after.status === 'uncollectible';
  if (!open || balance(after).amountDue > 0) return [...events];
  return [...events, { type: 'InvoicePaid', at, data: { ...boughtOf(state), on } }];
}

export function startPayment(command: Command<'StartPayment'>, state: IssuedInvoice): Decided {
  const { paymentId: payment_id, collection, ifDue, now: at } = command;
  if (state.payments.some(({ id }) => id === payment_id)) return accept();
  const flying = inFlight(state);
  if (flying) return ifDue ? accept() : moving(flying);
  const { amountDue } = balance(state);
  if (state.status === 'void' || amountDue === 0)
    return ifDue ? accept() : wrongState(state, `nothing is due of an invoice that is ${state.status}`);
  // Asked for, the gateway would refuse it: that is no payment that failed.
  const { gateway } = collection;
  if (!chargeable(amountDue, gateway)) {
    const least = formatMoney(leastCharge(gateway));
    return ifDue
      ? accept()
      : wrongState(state, `${formatMoney(amountDue)} is due and ${gateway} takes ${least} at least`);
  }
  const data = { ...idsOf(state), payment_id, amount_cents: amountDue, number: state.number, ...collection };
  return accept({ type: 'InvoicePaymentStarted', at, data });
}

/** The payer has approved: the money is taken, unless the invoice was paid or closed meanwhile. */
export function approve(command: Command<'ApprovePayment'>, state: IssuedInvoice): Decided {
  const { paymentId: payment_id, object, now: at } = command;
  const payment = state.payments.find(({ id }) => id === payment_id);
  if (payment?.status !== 'awaiting_payer') return accept();
  const flying = inFlight(state);
  if (flying) return moving(flying);
  if (state.status === 'void' || balance(state).amountDue < payment.amount_cents) {
    const error = 'nothing is due any more: the order was not captured';
    return accept({ type: 'InvoicePaymentFailed', at, data: { ...idsOf(state), payment_id, code: 'not_due', error } });
  }
  return accept({ type: 'InvoicePaymentApproved', at, data: { ...idsOf(state), payment_id, object } });
}

/** What the gateway says. Money that was taken counts, also after it was thought to have failed; what is too much goes back. */
export function recordPayment(command: Command<'RecordPayment'>, state: IssuedInvoice): Decided {
  const { paymentId: payment_id, refundId, news, today, now: at } = command;
  const payment = state.payments.find(({ id }) => id === payment_id);
  if (!payment) return refuse({ code: 'not_found', message: `the invoice has no payment ${payment_id}` });
  const ids = { ...idsOf(state), payment_id };
  if (payment.status === 'succeeded') return accept();
  if (news.outcome === 'paid') {
    const { amount: amount_cents, reference, object } = news;
    const data = { ...ids, gateway: payment.gateway, amount_cents, reference, object, received_on: today };
    const paid: InvoiceEvent = { type: 'InvoicePaymentSucceeded', at, data };
    return accept(...withRefund(state, settled(state, [paid], at, today), refundId, payment_id, at));
  }
  if (payment.status === 'failed') return accept();
  if (news.outcome === 'unknown') {
    if (payment.status === 'unknown') return accept();
    return accept({ type: 'InvoicePaymentUnknown', at, data: { ...ids, error: news.error } });
  }
  if (news.outcome === 'awaiting_payer') {
    if (payment.status === 'awaiting_payer' || payment.gateway !== 'paypal') return accept();
    const data = { ...ids, object: news.object, approve_url: news.approveUrl };
    return accept({ type: 'InvoicePaymentAwaitingPayer', at, data });
  }
  const failed: InvoiceEvent = {
    type: 'InvoicePaymentFailed',
    at,
    data: { ...ids, code: news.code, error: news.error },
  };
  // Prepaid invoices never enter dunning (ruling 1.4); the first failed charge of another is day 0 (ruling 1.3).
  if (state.content.kind === 'prepaid' || state.status !== 'open') return accept(failed);
  const pastDue = { ...idsOf(state), on: today, because: 'charge_failed' as const };
  return accept<InvoiceEvent>(failed, { type: 'InvoiceBecamePastDue', at, data: pastDue });
}

/** What was received beyond what is owed goes back at once, from the payment that was too much. */
function withRefund(
  state: IssuedInvoice,
  events: readonly InvoiceEvent[],
  refundId: RefundId,
  paymentId: number,
  at: Instant,
): InvoiceEvent[] {
  const after = applied(state, events);
  const payment = after.payments.find(({ id }) => id === paymentId);
  const over = payment ? cents(Math.min(balance(after).refundable, refundableOf(after, payment))) : cents(0);
  if (!payment || over === 0) return [...events];
  return [...events, ...refundEvents(after, payment, refundId, over, 'paid twice or too much', null, at)];
}

/** Everything that was received and is owed no more. */
export function givenBack(
  state: IssuedInvoice,
  refundIds: readonly RefundId[],
  reason: string,
  at: Instant,
): InvoiceEvent[] {
  let rest = balance(state).refundable;
  const events: InvoiceEvent[] = [];
  for (const payment of state.payments) {
    const id = refundIds[events.length];
    const amount = cents(Math.min(rest, refundableOf(state, payment)));
    if (id === undefined || amount === 0) continue;
    events.push(...refundEvents(state, payment, id, amount, reason, null, at));
    rest = cents(rest - amount);
  }
  return events;
}

/** A refund by hand, as every refund of a manual payment is, was made by whoever records it, so its end is known at once. */
export function refundEvents(
  state: IssuedInvoice,
  payment: InvoicePayment,
  refund_id: RefundId,
  amount_cents: Cents,
  reason: string,
  note_id: CreditNoteId | null,
  at: Instant,
  byHand: { readonly reference: string | null } | null = null,
): InvoiceEvent[] {
  const { id: payment_id, reference } = payment;
  const gateway = byHand === null ? payment.gateway : 'manual';
  const data = { ...idsOf(state), refund_id, payment_id, gateway, reference, amount_cents, reason, note_id };
  const started: InvoiceEvent = { type: 'InvoiceRefundStarted', at, data };
  if (gateway !== 'manual') return [started];
  const done = { ...idsOf(state), refund_id, amount_cents, reference: byHand?.reference ?? null };
  return [started, { type: 'InvoiceRefundSucceeded', at, data: done }];
}

export function recordManual(command: Command<'RecordManualPayment'>, state: IssuedInvoice): Decided {
  const { paymentId: payment_id, amount, receivedOn, reference, today, now: at } = command;
  if (state.payments.some(({ id }) => id === payment_id)) return accept();
  const flying = inFlight(state);
  if (flying) return moving(flying);
  const { amountDue } = balance(state);
  if (state.status === 'void' || amountDue === 0)
    return wrongState(state, `nothing is due of an invoice that is ${state.status}`);
  if (amount === 0) return refuse({ code: 'invalid_values', pointer: '/amount', message: 'must be more than 0.00' });
  if (amount > amountDue)
    return refuse({ code: 'invalid_values', pointer: '/amount', message: `only ${formatMoney(amountDue)} is due` });
  if (receivedOn > today)
    return refuse({ code: 'invalid_values', pointer: '/received_on', message: 'must not be in the future' });
  const data = { ...idsOf(state), payment_id, gateway: 'manual' as const, amount_cents: amount };
  const paid: InvoiceEvent = {
    type: 'InvoicePaymentSucceeded',
    at,
    data: { ...data, reference, object: null, received_on: receivedOn },
  };
  return accept(...settled(state, [paid], at, today));
}

/** Needs a credit note of that amount or an overpayment (ruling 1.7); a refund that failed has given nothing back. */
export function refundByHand(command: Command<'Refund'>, state: IssuedInvoice): Decided {
  const { refundId, paymentId, amount, reason, byHand = null, now: at } = command;
  if (state.refunds.some(({ id }) => id === refundId)) return accept();
  const payments = state.payments.filter((payment) => refundableOf(state, payment) > 0);
  const payment = paymentId === null ? payments.at(-1) : payments.find(({ id }) => id === paymentId);
  if (amount === 0) return refuse({ code: 'invalid_values', pointer: '/amount', message: 'must be more than 0.00' });
  if (!payment) return refuse({ code: 'not_refundable', message: 'there is no payment that could be given back' });
  const { refundable } = balance(state);
  const most = Math.min(refundable, refundableOf(state, payment));
  if (amount > most)
    return refuse({
      code: 'not_refundable',
      message: `a refund needs a credit note of its amount or an overpayment; ${formatMoney(cents(most))} can be given back of payment ${payment.id}`,
    });
  return accept(...refundEvents(state, payment, refundId, amount, reason, null, at, byHand));
}

/**
 * What the gateway says. A refund that went through may fail up to a month later, when the client's bank sends it back: then
 * nothing was given back, and it can be made again. News of one that has failed already comes too late to count.
 */
export function recordRefund(command: Command<'RecordRefund'>, state: IssuedInvoice): Decided {
  const { refundId: refund_id, news, today, now: at } = command;
  const refund = state.refunds.find(({ id }) => id === refund_id);
  if (!refund) return refuse({ code: 'not_found', message: `the invoice has no refund ${refund_id}` });
  const ids = { ...idsOf(state), refund_id };
  const told = news.reference ?? null;
  const same = told !== null && told === refund.reference;
  if (news.outcome === 'refunded') {
    if (refund.status === 'succeeded' || (refund.status === 'failed' && same)) return accept();
    const data = { ...ids, amount_cents: news.amount, reference: news.reference };
    return accept({ type: 'InvoiceRefundSucceeded', at, data });
  }
  if (refund.status === 'failed' || (refund.status === 'succeeded' && !same)) return accept();
  const named = told === null ? {} : { reference: told };
  const failed: InvoiceEvent = { type: 'InvoiceRefundFailed', at, data: { ...ids, error: news.error, ...named } };
  return accept(...settled(state, [failed], at, today));
}
