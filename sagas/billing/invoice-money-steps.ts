import {
  billingEmail,
  type capture,
  type charge,
  endCreditedRenewal,
  markPaymentUnknown,
  refund,
  refundPurchase,
  revokeCredits,
} from '#domain/billing/effects';
import type { PayloadOf } from '#domain/kernel/effect-kind';
import type { RefundId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';
import { type Answer, ask } from '#runtime/typed-saga';
import type { Money, OfInvoice } from './invoice-money-state.ts';

/** So often, and so many hours after it was given up, is a refund tried again. */
const AGAIN_HOURS = 6;
const MOST_TRIES = 60;

export const idsOf = ({ invoice_id, account_id }: OfInvoice): OfInvoice => ({ invoice_id, account_id });
/** Tells the client of an event of the invoice. */
export const mail = (eventId: string, payload: PayloadOf<typeof billingEmail>) =>
  ask(billingEmail, { name: `mail/${eventId}`, key: `billing-mail-${eventId}`, payload });

/** What a prepaid invoice paid for ends, where nothing of its money is left. */
export function takeBack(name: string, key: string, of: OfInvoice, { purchase_id, order_id }: Money['bought']) {
  if (purchase_id !== null) return [ask(refundPurchase, { name, key, payload: { ...idsOf(of), purchase_id } })];
  if (order_id !== null) return [ask(endCreditedRenewal, { name, key, payload: { ...idsOf(of), order_id } })];
  return [];
}
/** The money is gone as by a credit note: what it bought and nobody has used yet goes back too. */
export const chargedBack = (eventId: string, of: OfInvoice, bought: Money['bought']) =>
  takeBack(`charged_back/${eventId}`, `charged-back-${eventId}`, of, bought);

/** Credits of a purchase whose money went back in full go back as well, once. */
export function revoke({ revoked }: Money, { asked, result }: Answer<typeof refundPurchase, 'succeeded'>) {
  if (!result.full || !result.boost || revoked) return [];
  const payload = { ...idsOf(asked.payload), purchase_id: result.purchase_id ?? asked.payload.purchase_id };
  return [ask(revokeCredits, { name: 'revoke', key: `revoke-${payload.invoice_id}`, payload })];
}

/** Asks for a refund; `more` tells what is asked again from what was asked first, and the gateway knows both by one key. */
export const refundAt = (gateway: string, of: OfInvoice, refund_id: RefundId, more = '') =>
  ask(refund, {
    name: `refund/${refund_id}${more}`,
    key: `refund-${refund_id}`,
    member: gateway,
    payload: { ...idsOf(of), refund_id },
  });
export const REFUND_AGAIN = 'again/refund/';
/** A refund that was given up is taken up again: the money is owed, whatever the gateway's trouble. */
export function refundLater({ refunds }: Money, { asked, at }: Answer<typeof refund, 'parked' | 'unknown'>) {
  const { refund_id } = asked.payload;
  if ((refunds[refund_id]?.times ?? 0) >= MOST_TRIES) return [];
  const name = `${REFUND_AGAIN}${refund_id}`;
  return [
    { do: 'timer' as const, timer: 'refund_again' as const, name, at: plusHours(at, AGAIN_HOURS), data: { refund_id } },
  ];
}
export function refundAgain({ refunds }: Money, refund_id: RefundId) {
  const asked = refunds[refund_id];
  return asked ? [refundAt(asked.gateway, asked.of, refund_id, `#${asked.times + 1}`)] : [];
}

type Calls = typeof charge | typeof capture;
/** That nobody knows whether the money was taken is noted on the invoice, once a payment. */
function noted({ unknown }: Money, { asked, error }: { asked: Answer<Calls>['asked']; error: string; at: Instant }) {
  const { payment_id } = asked.payload;
  if (unknown.includes(payment_id)) return [];
  const payload = { ...idsOf(asked.payload), payment_id, error };
  return [ask(markPaymentUnknown, { name: `unknown/${payment_id}`, key: `unknown-${payment_id}`, payload })];
}
export const lostCalls = {
  unknown: noted,
  failed: (state: Money, answer: Answer<Calls, 'failed'>) => (answer.lost ? noted(state, answer) : []),
};
