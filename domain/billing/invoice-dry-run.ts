import type { Decision } from '#domain/kernel/decider';
import type { RefundId } from '#domain/kernel/ids';
import { type Cents, cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { isNetworks } from './dispute.ts';
import { invoice } from './invoice.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import { dunningStatus, nextStep } from './invoice-dunning.ts';
import type { Gateway, InvoiceEvent, InvoiceStatus, IssuedInvoice } from './invoice-messages.ts';
import { applied } from './invoice-payments.ts';
import { balance, dunningDay, isOpenDispute, stepName } from './invoice-state.ts';

/** What follows from a command, in the order in which it does. */
export type ConsequenceKind =
  | 'charge'
  | 'approve'
  | 'payment'
  | 'paid'
  | 'bought'
  | 'services_resume'
  | 'credit_note'
  | 'lowers_due'
  | 'account_credit'
  | 'refund'
  | 'reversed'
  | 'written_off'
  | 'voided'
  | 'billed_again'
  | 'credit_returned'
  | 'purchase_ends'
  | 'dunning_held'
  | 'dunning_suspended'
  | 'dunning_goes_on'
  | 'dispute_opened'
  | 'dispute_closed'
  | 'network_told';
export type Consequence = {
  readonly kind: ConsequenceKind;
  /** Null where no money is in it. */
  readonly amount: Cents | null;
  readonly gateway: Gateway | null;
  /** The payment that money is given back of. */
  readonly payment_id: number | null;
};
/** How an invoice stands: its money and its dunning. */
export type Standing = ReturnType<typeof standingOf>;
export type InvoiceDryRun = {
  readonly before: Standing;
  readonly after: Standing;
  readonly will: readonly Consequence[];
};

export function standingOf(state: IssuedInvoice, today: Day) {
  const { total, credited, paid, refunded, reversed, amountDue } = balance(state);
  const status: InvoiceStatus = state.status;
  const kept = cents(state.notes.reduce((sum, note) => sum + note.credit_cents, 0));
  const dunning = {
    status: dunningStatus(state),
    day0: state.dunning.day0,
    day: dunningDay(state, today),
    next: nextStep(state),
  };
  return { status, total, credited, paid, refunded, reversed, kept, due: amountDue, dunning };
}

/** What is only tried takes no number. */
const NOT_YET = -2 as RefundId;

/**
 * What a command would come to, by the decider that would carry it out; nothing is recorded. A charge is followed to its end as if
 * the gateway took it: what it does until then is nothing that anybody decides by.
 */
export function invoiceDryRun(command: InvoiceCommand, state: IssuedInvoice): Decision<InvoiceEvent, InvoiceRefusal> {
  const first = invoice.decide(command, state);
  if (!first.accepted || command.type !== 'StartPayment') return first;
  const { now, today, paymentId } = command;
  const amount = balance(state).amountDue;
  const news = { outcome: 'paid' as const, amount, reference: '', object: '' };
  const taken = invoice.decide(
    { type: 'RecordPayment', paymentId, refundId: NOT_YET, news, now, today },
    applied(state, first.events),
  );
  return taken.accepted ? { accepted: true, events: [...first.events, ...taken.events] } : taken;
}

/** Events that would happen, as what they come to. */
export function consequences(events: readonly InvoiceEvent[], state: IssuedInvoice, today: Day): InvoiceDryRun {
  const after = applied(state, events);
  return {
    before: standingOf(state, today),
    after: standingOf(after, today),
    will: [...events.flatMap((event) => ofEvent(event, state)), ...beyond(state, after)],
  };
}

const one = (
  kind: ConsequenceKind,
  amount: Cents | null = null,
  gateway: Gateway | null = null,
  payment_id: number | null = null,
): Consequence => ({ kind, amount, gateway, payment_id });
const some = (kind: ConsequenceKind, amount: Cents): Consequence[] => (amount > 0 ? [one(kind, amount)] : []);

function ofEvent(event: InvoiceEvent, state: IssuedInvoice): Consequence[] {
  switch (event.type) {
    case 'InvoicePaymentStarted': {
      const { gateway, amount_cents } = event.data;
      return [one(gateway === 'paypal' ? 'approve' : 'charge', amount_cents, gateway)];
    }
    case 'InvoicePaymentSucceeded':
      return event.data.gateway === 'manual' ? [one('payment', event.data.amount_cents, 'manual')] : [];
    case 'InvoicePaid':
      return [one('paid')];
    case 'CreditNoteIssued': {
      const { total_cents, applied_cents, credit_cents } = event.data;
      return [
        one('credit_note', total_cents),
        ...some('lowers_due', applied_cents),
        ...some('account_credit', credit_cents),
      ];
    }
    case 'InvoiceRefundStarted': {
      const { amount_cents, gateway, payment_id } = event.data;
      return [one('refund', amount_cents, gateway, payment_id)];
    }
    case 'InvoicePaymentReversed':
      return [one('reversed', event.data.amount_cents, null, event.data.payment_id)];
    case 'InvoiceMarkedUncollectible':
      return [one('written_off', event.data.amount_cents)];
    case 'InvoiceVoided': {
      const used = state.content.lines.filter(({ kind }) => kind === 'credit');
      const credit = cents(-used.reduce((sum, line) => sum + line.amount_cents, 0));
      const again = state.content.kind === 'regular' ? [one('billed_again')] : [];
      return [one('voided', state.content.total_cents), ...again, ...some('credit_returned', credit)];
    }
    case 'DunningHeld':
      return [one('dunning_held')];
    case 'DunningReleased':
      return [one('dunning_goes_on')];
    case 'InvoiceDisputeOpened':
      return [one('dispute_opened', event.data.amount_cents)];
    case 'InvoiceDisputeClosed': {
      const dispute = state.disputes.find(({ id }) => id === event.data.dispute_id);
      const told = dispute !== undefined && isNetworks(dispute) && event.data.accept !== undefined;
      return [one('dispute_closed', dispute?.amount_cents ?? null), ...(told ? [one('network_told')] : [])];
    }
    default:
      return [];
  }
}

const PAUSED = stepName({ action: 'pause', day: 7 });
/** What others do once they hear of it. */
function beyond(before: IssuedInvoice, after: IssuedInvoice): Consequence[] {
  const { kind, purchase_id, order_id, total_cents } = after.content;
  const isOver = ({ status }: IssuedInvoice) => status === 'paid' || status === 'void';
  const prepaid = kind === 'prepaid' && (purchase_id !== null || order_id !== null);
  const whole = (state: IssuedInvoice) => balance(state).credited >= total_cents;
  const isOpen = (state: IssuedInvoice) => state.disputes.some(isOpenDispute);
  const clock = before.dunning.day0 !== null && before.dunning.status !== 'ended';
  return [
    ...(prepaid && !whole(before) && whole(after) ? [one('purchase_ends')] : []),
    ...(prepaid && before.status === 'open' && after.status === 'paid' && !whole(after) ? [one('bought')] : []),
    ...(before.dunning.steps.includes(PAUSED) && before.status === 'past_due' && isOver(after)
      ? [one('services_resume')]
      : []),
    ...(!isOpen(before) && isOpen(after) && clock ? [one('dunning_suspended')] : []),
    ...(isOpen(before) && !isOpen(after) && clock && after.dunning.status === 'running'
      ? [one('dunning_goes_on')]
      : []),
  ];
}
