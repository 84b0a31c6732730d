import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import { openerOf } from '#domain/billing/dispute';
import { creditedInFull, paidFor, takenBack } from '#domain/billing/invoice-give-back';
import { orderKey, purchaseKey, renewalKey } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { inFlight, isOpenDispute } from '#domain/billing/invoice-state';
import type { InvoiceId, OrderId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import type { JsonObject } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import type { AddOnCommands } from './add-on.ts';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands, InvoiceResult } from './invoice.ts';
import { idsIn } from './payment-effects.ts';

export type GiveBackDeps = {
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly addOns: AddOnCommands;
  readonly orders: BacklinkOrderCommands;
  /** The purchase that an order came of that does not say so itself. */
  readonly lookups: { purchaseOf(orderId: number): Promise<number | null> };
  readonly upToDate: () => Promise<void>;
};

/** Hours until it is asked again whether the money can be given back. */
const PAYMENT_HOURS = 1;
const DISPUTE_HOURS = 24;
const CREDITED = 'the invoice was credited in full';
const CHARGED_BACK = 'its payment was charged back';
const reasonOf = (state: IssuedInvoice): string => (creditedInFull(state) ? CREDITED : CHARGED_BACK);

const succeeded = (result: JsonObject = {}): EffectOutcome => ({ outcome: 'succeeded', result });
const waits = (hours: number): EffectOutcome => succeeded({ again_hours: hours });
const failed = (error: string, retry = false): EffectOutcome => ({ outcome: 'failed', error, retry });

/** What follows for orders and purchases from credit notes, and for credit notes from orders. Each once, whatever runs twice. */
export function giveBackEffects(deps: GiveBackDeps): Record<string, EffectHandler> {
  const internal = (call: (deps: GiveBackDeps, call: EffectCall) => Promise<EffectOutcome>): EffectHandler => ({
    internal: true,
    whenLost: 'resend',
    call: (each) => call(deps, each),
  });
  return {
    settle_cancelled_order: internal(settleCancelled),
    tell_order_billed: internal(tellBilled),
    credit_repriced_order: internal(creditRepriced),
    refund_purchase: internal(refundPurchase),
    end_credited_renewal: internal(endCreditedRenewal),
    approve_renewal: internal(approveRenewal),
  };
}

/** The invoice that a prepaid order was paid with; null where none was put together. */
async function prepaidInvoice(deps: GiveBackDeps, order: KnownOrder): Promise<InvoiceId | null> {
  const { billables } = (await deps.billing.load(order.accountId)).state;
  if (order.predecessorId !== null) return billables[renewalKey(order.orderId)]?.invoice_id ?? null;
  const purchase = order.drafted.purchase_id ?? (await purchaseOf(deps, order.orderId));
  return purchase === null ? null : (billables[purchaseKey(purchase)]?.invoice_id ?? null);
}
async function purchaseOf({ lookups, upToDate }: GiveBackDeps, order: OrderId): Promise<number | null> {
  await upToDate();
  return lookups.purchaseOf(order);
}

/** Money that is moving, or that a card network may take back, is not given back as well; hours until it is asked again. */
function heldUp(state: IssuedInvoice): number | null {
  const asked = state.disputes.some((each) => isOpenDispute(each) && openerOf(each) === 'card_network');
  return inFlight(state) ? PAYMENT_HOURS : asked ? DISPUTE_HOURS : null;
}
function given(done: InvoiceResult, invoiceId: InvoiceId): EffectOutcome {
  if (done.ok) return succeeded({ invoice_id: invoiceId, credited: done.events.length > 0 });
  return done.refusal.code === 'payment_in_flight' ? waits(PAYMENT_HOURS) : failed(done.refusal.message);
}

/** Of a prepaid order that was cancelled the client keeps what was delivered, and gets the rest back (spec 3.2). */
async function settleCancelled(deps: GiveBackDeps, { payload, cause }: EffectCall): Promise<EffectOutcome> {
  const { orderId } = idsIn(payload);
  const { state: order } = await deps.orders.load(orderId);
  if (order.status === 'none') return failed('the order is not there yet', true);
  if (order.status !== 'cancelled' || order.billing !== 'prepaid') return succeeded({ prepaid: false });
  const invoiceId = await prepaidInvoice(deps, order);
  if (invoiceId === null) return succeeded({ invoice_id: null });
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'void') return succeeded({ invoice_id: invoiceId });
  const hours = state.status === 'none' ? PAYMENT_HOURS : heldUp(state);
  if (hours !== null) return waits(hours);
  const whose = { ...cause, accountId: order.accountId, siteId: order.siteId };
  const named = (what: string) => ({ ...whose, commandId: uuidFrom('cancelled-order', what, orderId) });
  const reason = `order ${orderId} was cancelled`;
  if (state.status === 'open') {
    const voided = await deps.invoices.expire(invoiceId, reason, named('void'));
    return voided.ok ? succeeded({ invoice_id: invoiceId }) : waits(PAYMENT_HOURS);
  }
  const input = { give: { keep: order.clientPrice }, reason, refund: true };
  return given(await deps.invoices.giveBack(invoiceId, input, named('credit')), invoiceId);
}

/** From now on the order’s price is what stands in the invoice. */
async function tellBilled({ orders }: GiveBackDeps, { payload, cause }: EffectCall): Promise<EffectOutcome> {
  const price = cents(Number(payload['amount_cents']));
  const done = await orders.run(idsIn(payload).orderId, { type: 'RecordBilled', price }, cause);
  return done.ok ? succeeded() : failed(done.refusal.message);
}

/** What is passed through became cheaper after it was billed (ruling 1.9). A void invoice has it wait for the next one. */
async function creditRepriced(deps: GiveBackDeps, { payload, cause }: EffectCall): Promise<EffectOutcome> {
  const { orderId, accountId } = idsIn(payload);
  const invoiceId = (await deps.billing.load(accountId)).state.billables[orderKey(orderId)]?.invoice_id ?? null;
  if (invoiceId === null) return waits(DISPUTE_HOURS);
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'none') return waits(PAYMENT_HOURS);
  if (state.status === 'void') return waits(DISPUTE_HOURS);
  const hours = heldUp(state);
  if (hours !== null) return waits(hours);
  const line = state.content.lines.find(({ order_id }) => order_id === orderId);
  if (!line) return failed(`invoice ${invoiceId} has no line of order ${orderId}`);
  const give = { lineId: line.id, amount: cents(Number(payload['amount_cents'])) };
  const reason = `the links of order ${orderId} cost less than was invoiced`;
  const named = { ...cause, accountId, commandId: uuidFrom('repriced-order', String(payload['event_id'])) };
  return given(await deps.invoices.giveBack(invoiceId, { give, reason, refund: false }, named), invoiceId);
}

/** Nothing is left of what was paid for the purchase: it ends, with what it gave and whatever would follow from it. */
async function refundPurchase(deps: GiveBackDeps, { payload, cause, effectId }: EffectCall): Promise<EffectOutcome> {
  const { purchaseId, invoiceId } = idsIn(payload);
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'none' || !takenBack(state)) return succeeded({ full: false });
  const reason = reasonOf(state);
  const done = await deps.addOns.run(purchaseId, { type: 'Refund', reason }, cause);
  if (!done.ok) return failed(done.refusal.message);
  const { state: purchase } = done;
  if (purchase.status === 'none') return failed('there is no such purchase');
  if (purchase.orderId !== null) {
    const named = { ...cause, commandId: uuidFrom(effectId, 'end-order') };
    const ended = await deps.orders.end(purchase.orderId, reason, named);
    if (!ended.ok) return failed(ended.refusal.message, true);
  }
  // Nothing was given yet: what credit of the account paid for goes back with the rest.
  if (purchase.orderId === null && purchase.credits === null) {
    const named = { ...cause, commandId: uuidFrom('refunded-purchase', purchaseId) };
    const rest = await deps.invoices.giveBack(invoiceId, { give: { keep: cents(0) }, reason, refund: true }, named);
    if (!rest.ok) return failed(rest.refusal.message, true);
  }
  return succeeded({ full: true, boost: purchase.terms.kind === 'indexing-boost', purchase_id: purchaseId });
}

/** The same of a renewal, whose invoice names its order. */
async function endCreditedRenewal(deps: GiveBackDeps, { payload, cause }: EffectCall): Promise<EffectOutcome> {
  const { orderId, invoiceId } = idsIn(payload);
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'none' || !takenBack(state)) return succeeded({ full: false });
  const ended = await deps.orders.end(orderId, reasonOf(state), cause);
  return ended.ok ? succeeded({ full: true }) : failed(ended.refusal.message, true);
}

/** A renewal goes on once it was paid for; what came in for one that was cancelled meanwhile goes back. */
async function approveRenewal(deps: GiveBackDeps, call: EffectCall): Promise<EffectOutcome> {
  const { orderId } = idsIn(call.payload);
  const { state: order } = await deps.orders.load(orderId);
  if (order.status === 'none') return failed('the order is not there yet', true);
  if (order.status === 'cancelled') {
    const settled = await settleCancelled(deps, call);
    const waiting = settled.outcome === 'succeeded' && settled.result['again_hours'] !== undefined;
    return waiting ? failed('the money cannot be given back yet', true) : settled;
  }
  const invoiceId = await prepaidInvoice(deps, order);
  const { state } = await deps.invoices.load(invoiceId ?? 0);
  if (!paidFor(state)) return succeeded({ approved: false });
  const done = await deps.orders.approveRenewal(orderId as OrderId, call.cause);
  return done.ok ? succeeded({ approved: true }) : failed(done.refusal.message);
}
