import type { capture, charge } from '#domain/billing/effects';
import type { PaymentNews } from '#domain/billing/invoice-commands';
import { uuidFrom } from '#runtime/random';
import { again, type CallOf, done, gaveUp, type HandlerOf } from '#runtime/typed-effects';
import type { InvoiceCommands } from './invoice.ts';
import type { Charge, Charged, NotFound, PaymentGateway, Trouble } from './ports-payments.ts';

export type ChargeDeps = { readonly invoices: InvoiceCommands };
type Kind = typeof charge | typeof capture;
export type ChargeCall = CallOf<Kind>;
export const NOT_DONE = { outcome: 'not_done' as const };
/** Nothing is left to be done: its end was recorded before. */
export const settled = () => done({ outcome: 'settled' });
export const named = ({ cause, effectId }: Pick<ChargeCall, 'cause' | 'effectId'>, what: string) => ({
  ...cause,
  commandId: uuidFrom(effectId, what),
});

/** What the gateway is told of a charge, as long as it is open; null once it is settled. */
async function openCharge(
  { invoices }: ChargeDeps,
  { key, payload: { invoice_id, payment_id } }: ChargeCall,
): Promise<(Charge & { readonly object: string | null }) | null> {
  const { state } = await invoices.load(invoice_id);
  if (state.status === 'none') throw new Error('a payment without its invoice');
  const payment = state.payments.find(({ id }) => id === payment_id);
  if (!payment) throw new Error('an invoice without the payment that is to be made');
  if (payment.status === 'succeeded' || payment.status === 'failed') return null;
  return {
    key,
    intendedAt: payment.started_at,
    paymentId: payment.id,
    invoiceId: invoice_id,
    invoiceNumber: state.number,
    accountId: state.content.account_id,
    amount: payment.amount_cents,
    description: `Invoice ${state.number}`,
    customer: payment.customer,
    method: payment.method,
    object: payment.object,
  };
}

/** Records what the gateway said of a charge. */
export async function chargeTold({ invoices }: ChargeDeps, call: ChargeCall, answer: Charged | Trouble | NotFound) {
  if (answer.outcome === 'temporary') return again(answer.error);
  if (answer.outcome === 'not_found') return { outcome: 'unknown' as const, error: 'the gateway does not know of it' };
  const news: PaymentNews =
    answer.outcome === 'refused' ? { outcome: 'declined', code: 'refused', error: answer.error } : answer;
  const cause = named(call, `${news.outcome}-${call.attempt}`);
  const recorded = await invoices.recordPayment(call.payload.invoice_id, call.payload.payment_id, news, cause);
  if (!recorded.ok) return gaveUp(recorded.refusal.message);
  return answer.outcome === 'unknown' ? answer : done({ outcome: answer.outcome });
}

export const charging = (deps: ChargeDeps, gateway: PaymentGateway): HandlerOf<typeof charge> => ({
  whenLost: 'look_up',
  async call(call) {
    const open = await openCharge(deps, call);
    return open === null ? settled() : chargeTold(deps, call, await gateway.charge(open));
  },
  async lookUp(call) {
    const open = await openCharge(deps, call);
    if (open === null) return settled();
    const found = await gateway.findCharge(open, open.object);
    return found.outcome === 'not_found' ? NOT_DONE : chargeTold(deps, call, found);
  },
});

export const capturing = (
  deps: ChargeDeps,
  gateway: PaymentGateway,
  take: NonNullable<PaymentGateway['capture']>,
): HandlerOf<typeof capture> => ({
  whenLost: 'look_up',
  async call(call) {
    const open = await openCharge(deps, call);
    return open === null ? settled() : chargeTold(deps, call, await take(open, open.object ?? ''));
  },
  async lookUp(call) {
    const open = await openCharge(deps, call);
    if (open === null) return settled();
    const found = await gateway.findCharge(open, open.object);
    // Approved and not taken yet: the capture never arrived.
    if (found.outcome === 'not_found' || found.outcome === 'awaiting_payer') return NOT_DONE;
    return chargeTold(deps, call, found);
  },
});
