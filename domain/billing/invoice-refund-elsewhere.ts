import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { CreditNoteId, RefundId } from '#domain/kernel/ids';
import { add, type Cents, cents } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { isNetworks, writtenOff } from './dispute.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import type { InvoiceEvent, InvoicePayment, IssuedInvoice, RefundElsewhere } from './invoice-messages.ts';
import { applied, idsOf, recordRefund, wrongState } from './invoice-payments.ts';
import { refundNote } from './invoice-refund-note.ts';
import { balance, isOpenDispute } from './invoice-state.ts';

type Command = Extract<InvoiceCommand, { type: 'RecordRefundElsewhere' }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;

const NAMES = { stripe: 'Stripe', paypal: 'PayPal', manual: 'hand' } as const;
const REASONS: Readonly<Record<RefundElsewhere['why'], (gateway: string) => string>> = {
  refunded: (gateway) => `refunded at ${gateway}`,
  reversed: (gateway) => `taken back by ${gateway}`,
};

/**
 * What was given back at the gateway by other hands, or taken back by it: a fact, so it is recorded whatever was owed. Somebody
 * who gives money back says that it is not owed: a credit note follows of what would be due for it. What was taken back without
 * anybody's wish is written off, as after a lost dispute. Under a dispute of PayPal all that waits for its end; what one took
 * back already is not counted twice.
 */
export function refundElsewhere(command: Command, state: IssuedInvoice): Decided {
  const { refundId, paymentId, reference, amount, why, news, today, now: at } = command;
  const known = state.refunds.find((each) => each.id === refundId || each.reference === reference);
  if (known)
    return news.outcome === 'pending'
      ? accept()
      : recordRefund({ type: 'RecordRefund', refundId: known.id, news, today, now: at }, state);
  if (news.outcome === 'failed' || isConfirmed(state, reference)) return accept();
  const payment = state.payments.find(({ id }) => id === paymentId);
  if (!payment) return refuse({ code: 'not_found', message: `the invoice has no payment ${paymentId}` });
  if (payment.status !== 'succeeded')
    return wrongState(state, `payment ${paymentId} is ${payment.status}: nothing of it can be given back yet`);
  // PayPal tells by refunds of its own what a dispute took back; at Stripe a refund and a dispute are never the same money.
  const underDisputes = payment.gateway === 'paypal';
  const confirmations = underDisputes ? confirmed(command, state) : [];
  const rest = cents(amount - add(...confirmations.map(({ data }) => data.confirmed?.amount_cents ?? cents(0))));
  if (rest === 0) return accept(...confirmations);
  const open = underDisputes
    ? state.disputes.find((each) => isNetworks(each) && isOpenDispute(each) && each.payment_id === paymentId)
    : undefined;
  const reason = REASONS[why](NAMES[payment.gateway]);
  const made: Made = {
    elsewhere: { reference, why, dispute_id: open?.id ?? null },
    amount: rest,
    done: news.outcome === 'refunded',
    reason,
  };
  const refund = (note: CreditNoteId | null) => refundOf(state, payment, refundId, made, note, at);
  const plain = [...confirmations, ...refund(null)];
  if (open) return accept(...plain);
  if (why === 'reversed') return accept(...writtenOff(state, plain, at, today, 'reversed'));
  const after = applied(state, plain);
  const owed = cents(balance(after).amountDue - balance(state).amountDue);
  const note = refundNote(after, { noteId: command.noteId, amount: owed, reason, now: at, today });
  return accept(...(note === null ? plain : [...confirmations, note, ...refund(command.noteId)]));
}

type Made = {
  readonly elsewhere: RefundElsewhere;
  readonly amount: Cents;
  /** Gone through; else it is still on its way. */
  readonly done: boolean;
  readonly reason: string;
};

function refundOf(
  state: IssuedInvoice,
  { id: payment_id, gateway, reference }: InvoicePayment,
  refund_id: RefundId,
  { elsewhere, amount: amount_cents, done, reason }: Made,
  note_id: CreditNoteId | null,
  at: Instant,
): InvoiceEvent[] {
  const ids = { ...idsOf(state), refund_id, amount_cents };
  const data = { ...ids, payment_id, gateway, reference, reason, note_id, elsewhere };
  const started: InvoiceEvent = { type: 'InvoiceRefundStarted', at, data };
  if (!done) return [started];
  return [started, { type: 'InvoiceRefundSucceeded', at, data: { ...ids, reference: elsewhere.reference } }];
}

const isConfirmed = (state: IssuedInvoice, reference: string): boolean =>
  state.disputes.some(({ confirmed: all }) => all.some((each) => each.reference === reference));

type Confirmation = Extract<InvoiceEvent, { type: 'InvoicePaymentReversed' }>;

/** What disputes of the payment took back, and the gateway has not told of by a record of its own until now. */
function confirmed({ paymentId, reference, amount, now: at }: Command, state: IssuedInvoice): Confirmation[] {
  let rest = amount;
  const events: Confirmation[] = [];
  for (const dispute of state.disputes) {
    const told = add(...dispute.confirmed.map(({ amount_cents }) => amount_cents));
    const part = cents(Math.min(rest, Math.max(0, dispute.reversed_cents - told)));
    if (dispute.payment_id !== paymentId || part === 0) continue;
    const of = { ...idsOf(state), payment_id: paymentId, dispute_id: dispute.id };
    const data = { ...of, amount_cents: cents(0), confirmed: { reference, amount_cents: part } };
    events.push({ type: 'InvoicePaymentReversed', at, data });
    rest = cents(rest - part);
  }
  return events;
}
