import type Stripe from 'stripe';
import { cents, formatMoney } from '#domain/kernel/money';
import { openDispute } from './disputes.ts';
import { text } from './form.ts';
import { finalized, methodOf } from './invoices.ts';
import { type Call, type Done, declined, done, type Operation } from './operation.ts';
import { refused } from './refusal.ts';
import { chargeDoc } from './shapes.ts';
import type { Tx } from './store.ts';

const NO_FUNDS = { decline_code: 'insufficient_funds', message: 'Your card has insufficient funds.' };
const DECLINED = { decline_code: 'generic_decline', message: 'Your card was declined.' };
type Decline = typeof NO_FUNDS;

/** Takes the money, once: the invoice is held from here to the end. */
async function pay({ tx, id, form, refuse, key }: Call): Promise<Done> {
  let invoice = await tx.get('invoice', id);
  if (invoice.status === 'paid') throw refused(400, 'Invoice is already paid');
  if (invoice.status === 'draft') invoice = await finalized(tx, invoice);
  if (invoice.status !== 'open') throw refused(400, `This invoice can no longer be paid. It is ${invoice.status}.`);
  const named = text(form, 'payment_method') ?? invoice.default_payment_method;
  if (named === null) throw refused(400, 'There is no payment method to charge.', { param: 'payment_method' });
  const method = await methodOf(tx, String(invoice.customer), String(named), 'payment_method');
  const behaviour = method.metadata?.['sandbox_card'];
  const why = refuse ? NO_FUNDS : behaviour === 'fails_later' ? DECLINED : null;
  const taken = await take(tx, invoice, method.id, why);
  await tx.record({
    operation: 'charge',
    reference: taken.intent.id,
    outcome: why === null ? 'paid' : 'declined',
    ...(key === null ? {} : { idempotency_key: key }),
    request: { ...invoice.metadata, stripe_invoice: invoice.id, amount: formatMoney(cents(invoice.amount_due)) },
    ...(why === null ? { charged: formatMoney(cents(invoice.amount_due)) } : {}),
  });
  if (why !== null) return declined({ code: 'card_declined', ...why, charge: taken.charge.id });
  if (behaviour === 'disputed') await openDispute(tx, taken.intent.id, {});
  return done(invoice);
}

type Taken = { readonly intent: Stripe.PaymentIntent; readonly charge: Stripe.Charge };

/** What an attempt leaves behind in the invoice, its payment intent and a charge. */
async function take(tx: Tx, invoice: Stripe.Invoice, method: string, why: Decline | null): Promise<Taken> {
  const payment = invoice.payments?.data[0];
  const intent = await tx.get('payment_intent', String(payment?.payment.payment_intent));
  const failure = why && { code: 'card_declined', message: why.message };
  const charge = await tx.insert('charge', String(invoice.customer), (id) =>
    chargeDoc({ id, created: tx.seconds, metadata: {} }, intent, method, failure),
  );
  Object.assign(invoice, { attempted: true, attempt_count: invoice.attempt_count + 1 });
  Object.assign(intent, { latest_charge: charge.id, payment_method: why === null ? method : null });
  if (why === null) {
    Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, last_payment_error: null });
    Object.assign(invoice, { status: 'paid', amount_paid: invoice.amount_due, amount_remaining: 0 });
    invoice.status_transitions.paid_at = tx.seconds;
    Object.assign(payment ?? {}, { status: 'paid', amount_paid: invoice.amount_paid });
    Object.assign(payment?.status_transitions ?? {}, { paid_at: tx.seconds });
  } else {
    const error = { type: 'card_error', code: 'card_declined', charge: charge.id, ...why };
    Object.assign(intent, { status: 'requires_payment_method', last_payment_error: error });
  }
  await tx.save(intent);
  await tx.save(invoice);
  const paid = why === null;
  await tx.emit(paid ? 'charge.succeeded' : 'charge.failed', charge);
  await tx.emit(paid ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', intent);
  await tx.emit(paid ? 'invoice.paid' : 'invoice.payment_failed', invoice);
  return { intent, charge };
}

export const PAYMENTS: readonly Operation[] = [
  { method: 'post', path: '/invoices/:id/pay', params: ['payment_method', 'off_session', 'expand'], run: pay },
];
