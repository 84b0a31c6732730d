import type { refund } from '#domain/billing/effects';
import { again, type CallOf, done, type HandlerOf } from '#runtime/typed-effects';
import { type ChargeDeps, NOT_DONE, named, settled } from './charge-effects.ts';
import type { PaymentGateway, Refund, Refunded, Trouble } from './ports-payments.ts';

type Call = CallOf<typeof refund>;

/** What the gateway is told of a refund, as long as it is open; null once it is settled. */
async function openRefund(
  { invoices }: ChargeDeps,
  { key, payload: { invoice_id, refund_id } }: Call,
): Promise<Refund | null> {
  const { state } = await invoices.load(invoice_id);
  const begun = state.status === 'none' ? undefined : state.refunds.find(({ id }) => id === refund_id);
  if (!begun || state.status === 'none') throw new Error('a refund without its invoice');
  const payment = state.payments.find(({ id }) => id === begun.payment_id);
  if (begun.status !== 'pending') return null;
  return {
    key,
    intendedAt: begun.started_at,
    refundId: begun.id,
    paymentId: begun.payment_id,
    invoiceId: invoice_id,
    reference: payment?.reference ?? '',
    amount: begun.amount_cents,
    reason: begun.reason,
  };
}

/** Records what the gateway said of a refund. */
async function refundTold({ invoices }: ChargeDeps, call: Call, answer: Refunded | Trouble) {
  if (answer.outcome === 'temporary') return again(answer.error);
  if (answer.outcome === 'unknown') return answer;
  // Its end is told by a webhook or found by the reconciler.
  if (answer.outcome === 'pending') return done({ outcome: 'pending' });
  const news =
    answer.outcome === 'refused' ? { outcome: 'failed' as const, error: answer.error, reference: null } : answer;
  const cause = named(call, `${news.outcome}-${call.attempt}`);
  await invoices.recordRefund(call.payload.invoice_id, call.payload.refund_id, news, cause);
  return done({ outcome: news.outcome });
}

export const refunding = (deps: ChargeDeps, gateway: PaymentGateway): HandlerOf<typeof refund> => ({
  whenLost: 'look_up',
  async call(call) {
    const open = await openRefund(deps, call);
    return open === null ? settled() : refundTold(deps, call, await gateway.refund(open));
  },
  async lookUp(call) {
    const open = await openRefund(deps, call);
    if (open === null) return settled();
    const found = await gateway.findRefund(open);
    return found.outcome === 'not_found' ? NOT_DONE : refundTold(deps, call, found);
  },
});
