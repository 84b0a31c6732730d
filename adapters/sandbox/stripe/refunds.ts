import type Stripe from 'stripe';
import { cents, formatMoney } from '#domain/kernel/money';
import { chargeOf, isHeld } from './disputes.ts';
import { integer, metadata, required, text } from './form.ts';
import { type Call, type Done, done, listed, type Operation, retrieve } from './operation.ts';
import { refused } from './refusal.ts';
import { refundDoc } from './shapes.ts';

async function create({ tx, form, key }: Call): Promise<Done> {
  const charge = await chargeOf(tx, required(form, 'payment_intent'));
  const left = charge.amount - charge.amount_refunded;
  const amount = integer(form, 'amount') ?? left;
  if (await isHeld(tx, charge))
    throw refused(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  if (left === 0)
    throw refused(400, `Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount <= 0 || amount > left) throw tooMuch(amount, left);
  const reason = text(form, 'reason') as Stripe.Refund.Reason | null;
  const refund = await tx.insert('refund', String(charge.customer), (id) =>
    refundDoc({ id, created: tx.seconds, metadata: metadata(form) }, charge, amount, reason),
  );
  const refunded = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: amount === left };
  await tx.save(refunded);
  await tx.emit('refund.created', refund);
  await tx.emit('charge.refunded', refunded);
  await tx.emit('refund.updated', refund);
  await tx.record({
    ...{ operation: 'refund', reference: String(charge.payment_intent), outcome: 'refunded' },
    ...(key === null ? {} : { idempotency_key: key }),
    request: { ...refund.metadata, stripe_refund: refund.id, amount: formatMoney(cents(amount)) },
    charged: formatMoney(cents(-amount)),
  });
  return done(refund);
}

function tooMuch(amount: number, left: number) {
  const [wanted, rest] = [formatMoney(cents(amount)), formatMoney(cents(left))];
  return refused(400, `Refund amount ($${wanted}) is greater than unrefunded amount on charge ($${rest})`, {
    param: 'amount',
  });
}

export const REFUNDS: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/refunds', run: create },
    params: ['payment_intent', 'amount', 'metadata', 'reason', 'expand'],
  },
  listed('refunds', 'refund', ['payment_intent', 'charge']),
  retrieve('refunds', 'refund'),
];
