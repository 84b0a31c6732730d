import type Stripe from 'stripe';
import { cents, formatMoney } from '#domain/kernel/money';
import { chargeOf, isHeld } from './disputes.ts';
import { integer, metadata, required, text } from './form.ts';
import { type Call, type Done, done, listed, type Operation, retrieve } from './operation.ts';
import { refused } from './refusal.ts';
import { refundDoc } from './shapes.ts';
import type { Tx } from './store.ts';

type Wanted = {
  readonly amount: number | null;
  readonly metadata: Stripe.Metadata;
  readonly reason: Stripe.Refund.Reason | null;
  readonly key: string | null;
};

const create = async ({ tx, form, key }: Call): Promise<Done> =>
  done(
    await refundCharge(tx, required(form, 'payment_intent'), {
      amount: integer(form, 'amount'),
      metadata: metadata(form),
      key,
      reason: text(form, 'reason') as Stripe.Refund.Reason | null,
    }),
  );

/** Gives money of a charge back, as the API does or somebody in the dashboard, whose refunds have no metadata. */
export async function refundCharge(tx: Tx, intent: string, wanted: Wanted): Promise<Stripe.Refund> {
  const { reason, key } = wanted;
  const charge = await chargeOf(tx, intent);
  const left = charge.amount - charge.amount_refunded;
  const amount = wanted.amount ?? left;
  if (await isHeld(tx, charge))
    throw refused(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  if (left === 0)
    throw refused(400, `Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount <= 0 || amount > left) throw tooMuch(amount, left);
  const refund = await tx.insert('refund', String(charge.customer), (id) =>
    refundDoc({ id, created: tx.seconds, metadata: wanted.metadata }, charge, amount, reason),
  );
  const refunded = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: amount === left };
  await tx.save(refunded);
  await tx.emit('refund.created', refund);
  await tx.emit('charge.refunded', refunded);
  await tx.emit('refund.updated', refund);
  await tx.record({
    operation: 'refund',
    reference: String(charge.payment_intent),
    outcome: 'refunded',
    ...(key === null ? {} : { idempotency_key: key }),
    request: { ...refund.metadata, stripe_refund: refund.id, amount: formatMoney(cents(amount)) },
    charged: formatMoney(cents(-amount)),
  });
  return refund;
}

/** The cardholder's bank sends the money back, days after the refund was reported as done: it is ours again. */
export async function failRefund(tx: Tx, id: string, why: string): Promise<void> {
  const refund = await tx.get('refund', id);
  if (refund.status === 'failed' || refund.status === 'canceled')
    throw refused(400, `The refund ${id} has ${refund.status} already.`);
  const charge = await tx.get('charge', String(refund.charge));
  const failed: Stripe.Refund = { ...refund, status: 'failed', failure_reason: why };
  const restored = { ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false };
  await tx.save(failed);
  await tx.save(restored);
  for (const type of ['refund.updated', 'refund.failed', 'charge.refund.updated']) await tx.emit(type, failed);
  await tx.record({
    operation: 'refund_failed',
    reference: String(refund.payment_intent),
    outcome: why,
    request: { ...refund.metadata, stripe_refund: id, amount: formatMoney(cents(refund.amount)) },
    charged: formatMoney(cents(refund.amount)),
  });
}

function tooMuch(amount: number, left: number) {
  const [wanted, rest] = [formatMoney(cents(amount)), formatMoney(cents(left))];
  return refused(400, `Refund amount ($${wanted}) is greater than unrefunded amount on charge ($${rest})`, {
    param: 'amount',
  });
}

export const REFUNDS: readonly Operation[] = [
  {
    method: 'post',
    path: '/refunds',
    run: create,
    params: ['payment_intent', 'amount', 'metadata', 'reason', 'expand'],
  },
  listed('refunds', 'refund', ['payment_intent', 'charge']),
  retrieve('refunds', 'refund'),
];
