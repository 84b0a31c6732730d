import type Stripe from 'stripe';
import { cents, formatMoney } from '#domain/kernel/money';
import { flag, within } from './form.ts';
import { type Call, type Done, done, type Operation } from './operation.ts';
import { refused } from './refusal.ts';
import { disputeDoc } from './shapes-more.ts';
import type { Tx } from './store.ts';

export type DisputeInput = { readonly amount?: number | undefined; readonly reason?: string | undefined };

/** The charge that took the money of a payment intent, both held to the end. */
export async function chargeOf(tx: Tx, intentId: string): Promise<Stripe.Charge> {
  const intent = await tx.get('payment_intent', intentId, 'payment_intent');
  const charge = intent.latest_charge && (await tx.get('charge', String(intent.latest_charge)));
  if (intent.status === 'succeeded' && charge) return charge;
  throw refused(400, `This PaymentIntent (${intentId}) does not have a successful charge.`, {
    param: 'payment_intent',
  });
}

/** The bank takes the money back until it has decided. */
export async function openDispute(tx: Tx, intent: string, { amount, reason }: DisputeInput): Promise<Stripe.Dispute> {
  const charge = await chargeOf(tx, intent);
  if (charge.disputed) throw refused(400, `Charge ${charge.id} has been disputed already.`);
  const disputed = amount ?? charge.amount - charge.amount_refunded;
  if (disputed <= 0 || disputed > charge.amount) throw refused(400, `${disputed} cannot be disputed.`);
  const dispute = await tx.insert('dispute', String(charge.customer), (id) =>
    disputeDoc({ id, created: tx.seconds, metadata: {} }, charge, disputed, reason ?? 'fraudulent'),
  );
  await tx.save({ ...charge, disputed: true });
  await tx.emit('charge.dispute.created', dispute);
  await written(tx, dispute, 'dispute', 'opened', -disputed);
  return dispute;
}

export async function closeDispute(tx: Tx, id: string, outcome: 'won' | 'lost'): Promise<void> {
  const dispute = await tx.get('dispute', id);
  if (dispute.status === 'won' || dispute.status === 'lost')
    throw refused(400, `The dispute ${id} has been ${dispute.status} already.`);
  dispute.status = outcome;
  dispute.is_charge_refundable = outcome === 'won';
  await tx.save(dispute);
  await tx.emit('charge.dispute.closed', dispute);
  await written(tx, dispute, 'dispute_closed', outcome, outcome === 'won' ? dispute.amount : 0);
}

/** Of all text of an evidence together. */
const MOST_TEXT = 150_000;

/** Evidence is kept until it is submitted; that is possible once. */
async function update({ tx, id, form }: Call): Promise<Done> {
  const dispute = await tx.get('dispute', id);
  if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response')
    throw refused(400, `This dispute is ${dispute.status}; evidence cannot be changed any more.`);
  const given = [...within(form, 'evidence')].map(([name, value]) => [name, String(value)] as const);
  const strange = given.find(([name]) => !(name in dispute.evidence));
  if (strange)
    throw refused(400, `Received unknown parameter: evidence[${strange[0]}]`, {
      code: 'parameter_unknown',
      param: `evidence[${strange[0]}]`,
    });
  if (given.reduce((sum, [, value]) => sum + value.length, 0) > MOST_TEXT)
    throw refused(400, `The combined character count of the evidence must be below ${MOST_TEXT}.`, {
      param: 'evidence',
    });
  Object.assign(dispute.evidence, Object.fromEntries(given));
  dispute.evidence_details.has_evidence ||= given.length > 0;
  if (flag(form, 'submit') === true) {
    dispute.status = 'under_review';
    dispute.evidence_details.submission_count += 1;
    await written(tx, dispute, 'dispute_evidence', 'submitted', 0);
  }
  await tx.save(dispute);
  await tx.emit('charge.dispute.updated', dispute);
  return done(dispute);
}

async function close({ tx, id }: Call): Promise<Done> {
  await closeDispute(tx, id, 'lost');
  return done(await tx.get('dispute', id));
}

export const DISPUTES: readonly Operation[] = [
  { method: 'post', path: '/disputes/:id', params: ['evidence', 'submit', 'metadata', 'expand'], run: update },
  { method: 'post', path: '/disputes/:id/close', params: ['expand'], run: close },
];

const written = (
  tx: Tx,
  { id, amount, reason, payment_intent }: Stripe.Dispute,
  operation: string,
  outcome: string,
  moved: number,
): Promise<void> =>
  tx.record({
    operation,
    outcome,
    reference: String(payment_intent),
    charged: formatMoney(cents(moved)),
    request: { dispute: id, reason, amount: formatMoney(cents(amount)) },
  });

/** Open or lost: what is left of the charge is not ours to give. */
export async function isHeld(tx: Tx, { disputed, payment_intent }: Stripe.Charge): Promise<boolean> {
  if (!disputed) return false;
  const where = { payment_intent: String(payment_intent) };
  const found = await tx.page({ kind: 'dispute', limit: 1, startingAfter: null, where });
  return (found[0] as Stripe.Dispute | undefined)?.status !== 'won';
}
