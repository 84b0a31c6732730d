import { type Cents, formatMoney } from '#domain/kernel/money';
import { sentences } from '#domain/kernel/sentence';
import { counted } from '#domain/kernel/words';
import type { BillingEvent } from './events.ts';

const usd = (amount: Cents): string => `${formatMoney(amount)} USD`;
const GATEWAYS = { stripe: 'card', paypal: 'PayPal', manual: 'hand' } as const;
const STEPS = { remind: 'a reminder was sent', pause: 'services are paused', cancel: 'services are ended' } as const;

/** A code, such as `charge_failed`, in words. What people or providers wrote stays as it is: it may name `ch_00000001`. */
const inWords = (text: string): string => (/^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text);

/** One sentence for people about an event of an invoice or a purchase; null for events that are not told. */
export const summarizeBilling = sentences<BillingEvent>((event) => {
  switch (event.type) {
    case 'InvoiceDrafted':
      return `An invoice of ${counted(event.data.lines.length, 'line')} over ${usd(event.data.total_cents)} was put together for ${event.data.period_start} to ${event.data.period_end}.`;
    case 'InvoiceIssued':
      return `Invoice ${event.data.number} over ${usd(event.data.total_cents)} was issued, due on ${event.data.due_on}.`;
    case 'InvoicePaymentStarted':
      return `Payment ${event.data.payment_id} of ${usd(event.data.amount_cents)} by ${GATEWAYS[event.data.gateway]} was begun.`;
    case 'InvoicePaymentAwaitingPayer':
      return `Payment ${event.data.payment_id} waits for its payer’s approval.`;
    case 'InvoicePaymentApproved':
      return `The payer approved payment ${event.data.payment_id}.`;
    case 'InvoicePaymentUnknown':
      return `What became of payment ${event.data.payment_id} is not known yet; the gateway is asked.`;
    case 'InvoicePaymentSucceeded':
      return `A payment of ${usd(event.data.amount_cents)} was received by ${GATEWAYS[event.data.gateway]} on ${event.data.received_on}.`;
    case 'InvoicePaymentFailed':
      return `Payment ${event.data.payment_id} failed: ${inWords(event.data.error)}.`;
    case 'InvoicePaymentReversed':
      if (event.data.confirmed !== undefined)
        return `The gateway’s record ${event.data.confirmed.reference} shows ${usd(event.data.confirmed.amount_cents)} that dispute ${event.data.dispute_id} took back.`;
      return `Of payment ${event.data.payment_id} ${usd(event.data.amount_cents)} were taken back by dispute ${event.data.dispute_id}.`;
    case 'InvoicePaid':
      return `The invoice is paid since ${event.data.on}.`;
    case 'InvoiceBecamePastDue':
      return `The invoice is past due since ${event.data.on} (${event.data.because.replaceAll('_', ' ')}).`;
    case 'DunningStepTaken':
      return `Day ${event.data.day} without payment of ${usd(event.data.amount_due_cents)}: ${STEPS[event.data.action]}.`;
    case 'DunningHeld':
      return `Dunning is held back: ${event.data.reason}.`;
    case 'DunningReleased':
      return 'Dunning goes on.';
    case 'InvoiceMarkedUncollectible':
      return `What is due, ${usd(event.data.amount_cents)}, is written off (${event.data.because.replaceAll('_', ' ')}).`;
    case 'InvoiceVoided':
      return `The invoice is void: ${event.data.reason}.`;
    case 'CreditNoteIssued':
      return `A credit note over ${usd(event.data.total_cents)} was issued: ${event.data.reason}.`;
    case 'CreditNoteNumbered':
      return `The credit note has the number ${event.data.number}.`;
    case 'InvoiceRefundStarted':
      if (event.data.elsewhere !== undefined)
        return `Of payment ${event.data.payment_id} ${usd(event.data.amount_cents)} were ${event.data.reason}, by other hands than ours.`;
      return `A refund of ${usd(event.data.amount_cents)} by ${GATEWAYS[event.data.gateway]} was begun: ${event.data.reason}.`;
    case 'InvoiceRefundSucceeded':
      return `A refund of ${usd(event.data.amount_cents)} went through.`;
    case 'InvoiceRefundFailed':
      return `Refund ${event.data.refund_id} failed: ${inWords(event.data.error)}.`;
    case 'InvoiceDisputeOpened':
      return `${event.data.payment_id === 0 ? 'Of the invoice' : `Of payment ${event.data.payment_id}`} ${usd(event.data.amount_cents)} are disputed: ${inWords(event.data.reason)}.`;
    case 'DisputeEvidencePrepared':
      return `Evidence of dispute ${event.data.dispute_id} was put together${event.data.submit ? ' to be submitted' : ''}.`;
    case 'DisputeEvidenceSubmitted':
      return `Evidence of dispute ${event.data.dispute_id} was submitted to the card network.`;
    case 'DisputeOutcomeUnclear':
      return `Dispute ${event.data.dispute_id} was closed as ${event.data.outcome.toLowerCase().replaceAll('_', ' ')}, which does not say what became of the money.`;
    case 'InvoiceDisputeClosed':
      return `Dispute ${event.data.dispute_id} was ${event.data.outcome}.`;
    default:
      return null;
  }
});
