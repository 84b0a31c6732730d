import { accept, type Decider, type Decision, refuse } from '#domain/kernel/decider';
import { plusDays } from '#domain/kernel/time';
import {
  closeDispute,
  evidenceSubmitted,
  openDispute,
  raiseDispute,
  recordEvidence,
  settleDispute,
  unclearOutcome,
} from './dispute.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import { creditNote, numberNote } from './invoice-credit.ts';
import { holdDunning, releaseDunning, runDunning } from './invoice-dunning.ts';
import { giveBack } from './invoice-give-back.ts';
import type { Invoice, InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import {
  applied,
  approve,
  boughtOf,
  givenBack,
  recordManual,
  recordPayment,
  recordRefund,
  refundByHand,
  startPayment,
} from './invoice-payments.ts';
import { refundElsewhere } from './invoice-refund-elsewhere.ts';
import { balance, evolve, inFlight } from './invoice-state.ts';
import { chargeable } from './least-charge.ts';

type Command<T> = Extract<InvoiceCommand, { type: T }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;

/** Days after which an invoice is due that is not charged by itself. Source: spec 9. */
export const DUE_DAYS = 14;

/** An issued invoice and all the money that belongs to it (spec 4.4 and 4.5); one stream an invoice. */
export const invoice: Decider<InvoiceCommand, Invoice, InvoiceEvent, InvoiceRefusal> = {
  initial: { status: 'none' },
  evolve,
  decide: (command, state): Decided => {
    if (command.type === 'Issue') return state.status === 'none' ? issue(command) : accept();
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such invoice' });
    switch (command.type) {
      case 'StartPayment':
        return startPayment(command, state);
      case 'RecordPayment':
        return recordPayment(command, state);
      case 'ApprovePayment':
        return approve(command, state);
      case 'RecordManualPayment':
        return recordManual(command, state);
      case 'Void':
        return voided(command, state);
      case 'IssueCreditNote':
        return creditNote(command, state);
      case 'GiveBack':
        return giveBack(command, state);
      case 'NumberCreditNote':
        return numberNote(command, state);
      case 'Refund':
        return refundByHand(command, state);
      case 'RecordRefund':
        return recordRefund(command, state);
      case 'RecordRefundElsewhere':
        return refundElsewhere(command, state);
      case 'OpenDispute':
        return openDispute(command, state);
      case 'RaiseDispute':
        return raiseDispute(command, state);
      case 'RecordEvidence':
        return recordEvidence(command, state);
      case 'MarkEvidenceSubmitted':
        return evidenceSubmitted(command, state);
      case 'SettleDispute':
        return settleDispute(command, state);
      case 'CloseDispute':
        return closeDispute(command, state);
      case 'NoteUnclearOutcome':
        return unclearOutcome(command, state);
      case 'RunDunning':
        return runDunning(command, state);
      case 'HoldDunning':
        return holdDunning(command, state);
      case 'ReleaseDunning':
        return releaseDunning(command, state);
    }
  },
};

/** Charged at once where a method is saved; an invoice of 0.00 is issued as paid. */
function issue({ content, number, recipient, seller, paymentId, today, now: at }: Command<'Issue'>): Decided {
  const ids = { invoice_id: content.invoice_id, account_id: content.account_id };
  const bought = { ...ids, purchase_id: content.purchase_id, order_id: content.order_id };
  const { collection, total_cents } = content;
  const charged = collection !== null && chargeable(total_cents, collection.gateway) ? collection : null;
  const due_on = charged !== null || content.kind === 'prepaid' ? today : plusDays(today, DUE_DAYS);
  const issued: InvoiceEvent = {
    type: 'InvoiceIssued',
    at,
    data: {
      ...content,
      number,
      issued_on: today,
      due_on,
      ...(recipient === null ? {} : { recipient }),
      ...(seller ? { seller } : {}),
    },
  };
  if (total_cents === 0)
    return accept<InvoiceEvent>(issued, { type: 'InvoicePaid', at, data: { ...bought, on: today } });
  if (charged === null) return accept(issued);
  return accept<InvoiceEvent>(issued, {
    type: 'InvoicePaymentStarted',
    at,
    data: { ...ids, payment_id: paymentId, amount_cents: total_cents, number, ...charged },
  });
}

function voided({ reason, refundIds, today: on, now: at }: Command<'Void'>, state: IssuedInvoice): Decided {
  if (state.status !== 'open')
    return refuse({
      code: 'invalid_state',
      message: `an invoice that is ${state.status} cannot be voided; issue a credit note instead`,
      currentState: state.status,
    });
  const moving = inFlight(state);
  if (moving)
    return refuse({ code: 'payment_in_flight', message: `payment ${moving.id} of the invoice is ${moving.status}` });
  const { paid, refunded, credited } = balance(state);
  if (refundIds === null && (paid > refunded || credited > 0))
    return refuse({
      code: 'invalid_state',
      message: 'money or credit was booked on it already; issue a credit note instead',
      currentState: state.status,
    });
  const gone: InvoiceEvent = { type: 'InvoiceVoided', at, data: { ...boughtOf(state), on, reason } };
  return accept(gone, ...givenBack(applied(state, [gone]), refundIds ?? [], reason, at));
}
