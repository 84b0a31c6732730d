import type Stripe from 'stripe';
import type { NotFound, Refund, Refunded, Trouble } from '#commands/billing/ports-payments';
import { cents } from '#domain/kernel/money';
import type { Api } from './client.ts';
import { all, carryOut, lookedUp, type Step } from './intents.ts';

/** Refusals that stand for good, whoever asks. */
const FAILED = new Set(['charge_already_refunded', 'charge_disputed', 'refund_disputed_payment']);

export const refund = (api: Api, wanted: Refund): Promise<Refunded | Trouble> =>
  carryOut(
    api,
    wanted,
    () => findRefund(api, wanted),
    (step) => attempt(api, wanted, step),
  );

async function attempt(api: Api, { reference, amount, ...ids }: Refund, step: Step): Promise<Refunded> {
  const metadata = {
    refund_id: String(ids.refundId),
    payment_id: String(ids.paymentId),
    invoice_id: String(ids.invoiceId),
  };
  try {
    return refundedBy(await api.stripe.refunds.create({ payment_intent: reference, amount, metadata }, step()));
  } catch (caught) {
    const { kind, code, error } = api.failureOf(caught);
    if (kind === 'refused' && FAILED.has(code ?? '')) return { outcome: 'failed', error, reference: null };
    throw caught;
  }
}

export function findRefund(api: Api, { reference, refundId }: Refund): Promise<Refunded | NotFound | Trouble> {
  return lookedUp(api, async () => {
    const list = api.stripe.refunds.list({ payment_intent: reference, limit: 100 });
    const ours = await all(api, list, ({ metadata }) => metadata?.['refund_id'] === String(refundId));
    const found = ours.map(refundedBy);
    return found.find(({ outcome }) => outcome !== 'failed') ?? found[0] ?? ({ outcome: 'not_found' } as const);
  });
}

export function refundedBy({ id, status, amount, failure_reason }: Stripe.Refund): Refunded {
  if (status === 'succeeded') return { outcome: 'refunded', reference: id, amount: cents(amount) };
  if (status === 'failed' || status === 'canceled')
    return {
      outcome: 'failed',
      error: `the refund ${status === 'failed' ? 'has failed' : 'was canceled'}${failure_reason ? `: ${failure_reason}` : ''}`,
      reference: id,
    };
  return { outcome: 'pending', reference: id };
}
