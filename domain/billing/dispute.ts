import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { PaymentId } from '#domain/kernel/ids';
import { add, type Cents, cents, formatMoney } from '#domain/kernel/money';
import type { DisputeOpener, InvoiceDispute } from './dispute-messages.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import { creditNote, fromPayments } from './invoice-credit.ts';
import type { InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import { applied, idsOf, refundEvents, settled, wrongState } from './invoice-payments.ts';
import { refundNote } from './invoice-refund-note.ts';
import { balance, inFlight, isOpenDispute, refundableOf } from './invoice-state.ts';

type Command<T> = Extract<InvoiceCommand, { type: T }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;

/** No payment of ours: a dispute that a client or an admin opened is about the invoice itself. */
export const NO_PAYMENT = 0 as PaymentId;
const unknown = (id: number): Decided => refuse({ code: 'not_found', message: `the invoice has no dispute ${id}` });

/** A card network's dispute of a payment, as its webhook tells of it; told again it changes nothing. */
export function openDispute(command: Command<'OpenDispute'>, state: IssuedInvoice): Decided {
  const { disputeId, paymentId, providerDispute, amount, reason, dueBy, today: on, now: at } = command;
  if (state.disputes.some((dispute) => dispute.provider_dispute === providerDispute)) return accept();
  const payment = state.payments.find(({ id }) => id === paymentId);
  if (!payment) return refuse({ code: 'not_found', message: `the invoice has no payment ${paymentId}` });
  const data = { ...idsOf(state), dispute_id: disputeId, payment_id: paymentId, provider_dispute: providerDispute };
  return accept({
    type: 'InvoiceDisputeOpened',
    at,
    data: {
      ...data,
      gateway: payment.gateway,
      amount_cents: amount,
      reason,
      due_by: dueBy,
      on,
      opened_by: 'card_network',
    },
  });
}

/** What can be disputed of an invoice: what was paid and not given back; of an unpaid one what is due (ruling 1.21). */
export function disputable(state: IssuedInvoice): Cents {
  const { amountDue, paid, refunded, reversed } = balance(state);
  return amountDue > 0 ? amountDue : cents(Math.max(0, paid - refunded - reversed));
}

/** A client, or an admin for them, says that the invoice is wrong. One dispute at a time. */
export function raiseDispute(command: Command<'RaiseDispute'>, state: IssuedInvoice): Decided {
  const { disputeId, amount, reason, openedBy, today: on, now: at } = command;
  if (state.disputes.some(({ id }) => id === disputeId)) return accept();
  if (state.status === 'void') return wrongState(state, 'a void invoice owes nothing that could be disputed');
  const open = state.disputes.find(isOpenDispute);
  if (open) return refuse({ code: 'duplicate', message: `dispute ${open.id} of the invoice is still ${open.status}` });
  const most = disputable(state);
  if (most === 0) return wrongState(state, 'nothing of the invoice is paid or due that could be disputed');
  const disputed = amount ?? most;
  if (disputed === 0 || disputed > most) {
    const message = disputed === 0 ? 'must be more than 0.00' : `at most ${formatMoney(most)} can be disputed`;
    return refuse({ code: 'invalid_values', pointer: '/amount', message });
  }
  const data = { ...idsOf(state), dispute_id: disputeId, payment_id: NO_PAYMENT };
  return accept({
    type: 'InvoiceDisputeOpened',
    at,
    data: {
      ...data,
      provider_dispute: `own-${disputeId}`,
      gateway: 'manual',
      amount_cents: disputed,
      reason,
      due_by: null,
      on,
      opened_by: openedBy,
    },
  });
}

/** A bundle was put together; `submit` has it sent to the card network. */
export function recordEvidence(command: Command<'RecordEvidence'>, state: IssuedInvoice): Decided {
  const { disputeId: dispute_id, now: at, today: _, type: __, disputeId: ___, ...evidence } = command;
  const dispute = state.disputes.find(({ id }) => id === dispute_id);
  if (!dispute) return unknown(dispute_id);
  if (!isOpenDispute(dispute) && evidence.submit) return closedAlready(dispute);
  if (evidence.submit && dispute.opened_by !== 'card_network')
    return refuse({
      code: 'invalid_state',
      message: 'no card network is asking for evidence',
      currentState: dispute.status,
    });
  if (evidence.submit && dispute.status === 'submitted')
    return refuse({
      code: 'invalid_state',
      message: 'evidence can be submitted once only',
      currentState: dispute.status,
    });
  const { gateway, provider_dispute } = dispute;
  return accept({
    type: 'DisputeEvidencePrepared',
    at,
    data: { ...idsOf(state), dispute_id, gateway, provider_dispute, ...evidence },
  });
}

/** The card network has taken the evidence. */
export function evidenceSubmitted(command: Command<'MarkEvidenceSubmitted'>, state: IssuedInvoice): Decided {
  const { disputeId: dispute_id, today: on, now: at } = command;
  const dispute = state.disputes.find(({ id }) => id === dispute_id);
  if (!dispute) return unknown(dispute_id);
  if (dispute.status !== 'open' && dispute.status !== 'evidence_ready') return accept();
  return accept({ type: 'DisputeEvidenceSubmitted', at, data: { ...idsOf(state), dispute_id, on } });
}

const closedAlready = ({ id, status }: InvoiceDispute): Decided =>
  refuse({ code: 'invalid_state', message: `dispute ${id} is ${status} already`, currentState: status });

/**
 * What the network decided. Lost, the disputed amount is reversed; what is due then is written off, without dunning (ruling 1.21).
 * What the gateway gave back under a dispute that was won in the end was given back by somebody's wish: a credit note says so.
 */
export function closeDispute(command: Command<'CloseDispute'>, state: IssuedInvoice): Decided {
  const { providerDispute, outcome, amount = null, noteId, today: on, now: at } = command;
  const dispute = state.disputes.find((each) => each.provider_dispute === providerDispute);
  if (!dispute || !isOpenDispute(dispute)) return accept();
  const ids = idsOf(state);
  const data = { ...ids, dispute_id: dispute.id, outcome, on };
  const closed: InvoiceEvent = { type: 'InvoiceDisputeClosed', at, data };
  if (outcome === 'won') {
    const given = { amount: givenUnder(state, dispute), reason: `given back under dispute ${dispute.id}` };
    const after = applied(state, [closed]);
    const note = noteId === undefined ? null : refundNote(after, { noteId, ...given, now: at, today: on });
    return accept(closed, ...(note === null ? [] : [note]));
  }
  return accept(...networkLost(state, dispute, closed, amount ?? dispute.amount_cents, at, on));
}

function networkLost(
  state: IssuedInvoice,
  dispute: InvoiceDispute,
  closed: InvoiceEvent,
  amount: Cents,
  at: Command<'CloseDispute'>['now'],
  on: Command<'CloseDispute'>['today'],
): InvoiceEvent[] {
  const events = [closed, ...reversal(state, dispute, at, amount)];
  return settled(state, writtenOff(state, events, at, on), at, on);
}

/** A closed dispute of which the network does not say, in words known here, what became of the money; told again it changes nothing. */
export function unclearOutcome(command: Command<'NoteUnclearOutcome'>, state: IssuedInvoice): Decided {
  const { providerDispute, outcome, today: on, now: at } = command;
  const dispute = state.disputes.find((each) => each.provider_dispute === providerDispute);
  if (!dispute || !isOpenDispute(dispute) || dispute.unclear === outcome) return accept();
  const { id: dispute_id, gateway, provider_dispute } = dispute;
  const data = { ...idsOf(state), dispute_id, gateway, provider_dispute, outcome, on };
  return accept({ type: 'DisputeOutcomeUnclear', at, data });
}

export const isNetworks = ({ opened_by }: InvoiceDispute): boolean => opened_by === 'card_network';

/**
 * What the gateway itself has told of as given back under the dispute: while it was open, or as a reversal before anything was
 * known of it, where no other dispute of the payment could be meant.
 */
function givenUnder({ refunds, disputes }: IssuedInvoice, { id, payment_id, gateway }: InvoiceDispute): Cents {
  const only = disputes.filter((each) => isNetworks(each) && each.payment_id === payment_id).length === 1;
  const before = only && gateway === 'paypal';
  const of = refunds.filter(({ status, elsewhere, payment_id: payment }) => {
    if (status === 'failed' || elsewhere === null || payment !== payment_id) return false;
    return elsewhere.dispute_id === id || (before && elsewhere.dispute_id === null && elsewhere.why === 'reversed');
  });
  return add(...of.map(({ amount_cents }) => amount_cents));
}

/** The bank has taken the disputed amount back; what it told of by a refund of its own is counted already. */
function reversal(
  state: IssuedInvoice,
  dispute: InvoiceDispute,
  at: Command<'CloseDispute'>['now'],
  disputed: Cents = dispute.amount_cents,
): InvoiceEvent[] {
  const { id: dispute_id, payment_id } = dispute;
  const payment = state.payments.find(({ id }) => id === payment_id);
  const wanted = Math.max(0, disputed - givenUnder(state, dispute));
  const amount = payment ? cents(Math.min(wanted, refundableOf(state, payment))) : cents(0);
  if (amount === 0) return [];
  const data = { ...idsOf(state), payment_id, amount_cents: amount, dispute_id };
  return [{ type: 'InvoicePaymentReversed', at, data }];
}

/** What is due after a dispute that was lost, or after money was taken back without one, is not collected any more. */
export function writtenOff(
  state: IssuedInvoice,
  events: readonly InvoiceEvent[],
  at: Command<'CloseDispute'>['now'],
  on: Command<'CloseDispute'>['today'],
  because: 'dispute_lost' | 'reversed' = 'dispute_lost',
): InvoiceEvent[] {
  const due = balance(applied(state, events)).amountDue;
  if (due === 0 || state.status === 'uncollectible' || state.status === 'void') return [...events];
  const data = { ...idsOf(state), on, because, amount_cents: due };
  return [...events, { type: 'InvoiceMarkedUncollectible', at, data }];
}

/**
 * Settles a dispute by hand. A card network's own is decided by the network alone, but can be given up: then the network takes
 * the money back, a credit note says so, and no refund is sent besides (ruling 1.21).
 */
export function settleDispute(command: Command<'SettleDispute'>, state: IssuedInvoice): Decided {
  const { disputeId, outcome, note, today: on, now: at } = command;
  const dispute = state.disputes.find(({ id }) => id === disputeId);
  if (!dispute) return unknown(disputeId);
  if (!isOpenDispute(dispute)) return closedAlready(dispute);
  const network = isNetworks(dispute);
  if (network && outcome !== 'credited' && dispute.unclear === null)
    return refuse({
      code: 'invalid_state',
      message: 'the card network decides this dispute and tells by its webhook; it can only be credited here',
      currentState: dispute.status,
    });
  const flying = inFlight(state);
  if (flying && outcome !== 'won')
    return refuse({ code: 'payment_in_flight', message: `payment ${flying.id} of the invoice is ${flying.status}` });
  const { gateway, provider_dispute } = dispute;
  // One that the network has closed already cannot be given up there any more.
  const accepted = network && dispute.unclear === null ? { accept: { gateway, provider_dispute } } : {};
  const data = { ...idsOf(state), dispute_id: disputeId, outcome, on, note, ...accepted };
  const closed: InvoiceEvent = { type: 'InvoiceDisputeClosed', at, data };
  if (outcome === 'won') return accept(closed);
  if (network && outcome === 'lost')
    return accept(...networkLost(state, dispute, closed, dispute.amount_cents, at, on));
  return outcome === 'lost' ? lost(command, state, dispute, closed) : credited(command, state, dispute, closed);
}

/** What was paid of it goes back, and what is due then is written off. */
function lost(
  command: Command<'SettleDispute'>,
  state: IssuedInvoice,
  dispute: InvoiceDispute,
  closed: InvoiceEvent,
): Decided {
  const { refundIds, today: on, now: at } = command;
  const due = balance(state).amountDue;
  if (due > dispute.amount_cents)
    return refuse({
      code: 'invalid_state',
      message: 'only a part of what is due is disputed: credit it, and the rest stays due',
      currentState: dispute.status,
    });
  const back = due > 0 ? [] : fromPayments(state, dispute.amount_cents, refundIds);
  if (back === null) return notReceived(dispute);
  const reason = `dispute ${dispute.id} was lost`;
  const refunds = back.flatMap(([payment, id, amount]) => refundEvents(state, payment, id, amount, reason, null, at));
  return accept(...writtenOff(state, [closed, ...refunds], at, on));
}

function credited(
  command: Command<'SettleDispute'>,
  state: IssuedInvoice,
  dispute: InvoiceDispute,
  closed: InvoiceEvent,
): Decided {
  const { noteId, refundIds, today, now } = command;
  const network = isNetworks(dispute);
  const before = [closed, ...(network ? reversal(state, dispute, now) : [])];
  const note = creditNote(
    {
      type: 'IssueCreditNote',
      noteId,
      refundIds,
      amount: dispute.amount_cents,
      lines: [],
      reason: `dispute ${dispute.id}: ${dispute.reason}`,
      refund: !network,
      today,
      now,
    },
    applied(state, before),
  );
  return note.accepted ? accept(...before, ...note.events) : note;
}

const notReceived = ({ amount_cents }: InvoiceDispute): Decided =>
  refuse({ code: 'not_refundable', message: `only a part of ${formatMoney(amount_cents)} was received by payments` });

/** Who opened a dispute, of events that do not say so yet. */
export const openerOf = (opened: { readonly opened_by?: DisputeOpener }): DisputeOpener =>
  opened.opened_by ?? 'card_network';
