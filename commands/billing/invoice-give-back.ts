import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import { openerOf } from '#domain/billing/dispute';
import {
  approveRenewal,
  creditRepricedOrder,
  endCreditedRenewal,
  refundPurchase,
  settleCancelledOrder,
  tellOrderBilled,
} from '#domain/billing/effects';
import { creditedInFull, paidFor, takenBack } from '#domain/billing/invoice-give-back';
import { orderKey, purchaseKey, renewalKey } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { inFlight, isOpenDispute } from '#domain/billing/invoice-state';
import type { AccountId, InvoiceId, OrderId } from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { uuidFrom } from '#runtime/random';
import {
  again,
  type CallOf,
  done,
  gaveUp,
  type Handlers,
  handlersOf,
  internally,
  type OutcomeOf,
  outcomeOf,
} from '#runtime/typed-effects';
import type { AddOnCommands } from './add-on.ts';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands, InvoiceResult } from './invoice.ts';

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

const waits = (hours: number) => done({ again_hours: hours });

/** What follows for orders and purchases from credit notes, and for credit notes from orders. Each once, whatever runs twice. */
export const giveBackEffects = (deps: GiveBackDeps): Handlers =>
  handlersOf(
    [settleCancelledOrder, tellOrderBilled, creditRepricedOrder, refundPurchase, endCreditedRenewal, approveRenewal],
    {
      settle_cancelled_order: internally((call) => settleCancelled(deps, call)),
      tell_order_billed: internally(({ payload: { order_id, amount_cents: price }, cause }) =>
        // From now on the order’s price is what stands in the invoice.
        deps.orders.run(order_id, { type: 'RecordBilled', price }, cause).then(outcomeOf),
      ),
      credit_repriced_order: internally((call) => creditRepriced(deps, call)),
      refund_purchase: internally((call) => refunded(deps, call)),
      end_credited_renewal: internally((call) => renewalEnded(deps, call)),
      approve_renewal: internally((call) => renewalApproved(deps, call)),
    },
  );

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

/** The invoice that bills an order, or that it was paid for with; null where there is none yet. */
async function billedIn(deps: GiveBackDeps, orderId: OrderId, accountId: AccountId): Promise<InvoiceId | null> {
  const { state: order } = await deps.orders.load(orderId);
  if (order.status !== 'none' && order.billing === 'prepaid') return prepaidInvoice(deps, order);
  return (await deps.billing.load(accountId)).state.billables[orderKey(orderId)]?.invoice_id ?? null;
}

/** Money that is moving, or that a card network may take back, is not given back as well; hours until it is asked again. */
function heldUp(state: IssuedInvoice): number | null {
  const asked = state.disputes.some((each) => isOpenDispute(each) && openerOf(each) === 'card_network');
  return inFlight(state) ? PAYMENT_HOURS : asked ? DISPUTE_HOURS : null;
}
function given(noted: InvoiceResult, invoiceId: InvoiceId) {
  if (noted.ok) return done({ invoice_id: invoiceId, credited: noted.events.length > 0 });
  return noted.refusal.code === 'payment_in_flight' ? waits(PAYMENT_HOURS) : gaveUp(noted.refusal.message);
}

/** Of a prepaid order that was cancelled the client keeps what was delivered, and gets the rest back (spec 3.2). */
async function settleCancelled(
  deps: GiveBackDeps,
  { payload: { order_id: orderId }, cause }: Pick<CallOf<typeof approveRenewal>, 'payload' | 'cause'>,
): Promise<OutcomeOf<typeof settleCancelledOrder>> {
  const { state: order } = await deps.orders.load(orderId);
  if (order.status === 'none') return again('the order is not there yet');
  if (order.status !== 'cancelled' || order.billing !== 'prepaid') return done({ prepaid: false });
  const invoiceId = await prepaidInvoice(deps, order);
  if (invoiceId === null) return done({ invoice_id: null });
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'void') return done({ invoice_id: invoiceId });
  const hours = state.status === 'none' ? PAYMENT_HOURS : heldUp(state);
  if (hours !== null) return waits(hours);
  const whose = { ...cause, accountId: order.accountId, siteId: order.siteId };
  const named = (what: string) => ({ ...whose, commandId: uuidFrom('cancelled-order', what, orderId) });
  const reason = `order ${orderId} was cancelled`;
  if (state.status === 'open') {
    const voided = await deps.invoices.expire(invoiceId, reason, named('void'));
    return voided.ok ? done({ invoice_id: invoiceId }) : waits(PAYMENT_HOURS);
  }
  const input = { give: { keep: order.clientPrice }, reason, refund: true };
  return given(await deps.invoices.giveBack(invoiceId, input, named('credit')), invoiceId);
}

/**
 * What is passed through became cheaper after it was billed (ruling 1.9), or a link broke its guarantee. What is not billed yet
 * waits for its invoice; a void one has it wait for the next.
 */
async function creditRepriced(deps: GiveBackDeps, call: CallOf<typeof creditRepricedOrder>) {
  const { order_id: orderId, claim_id: claimId } = call.payload;
  if (claimId === undefined) return credited(deps, call, `the links of order ${orderId} cost less than was invoiced`);
  // Nothing was paid for the link: there is nothing to credit, and the claim is remedied all the same.
  const amount = call.payload.amount_cents;
  const reason = `a link of order ${orderId} broke its guarantee (claim ${claimId})`;
  const nothing: OutcomeOf<typeof creditRepricedOrder> = done({ credited: false });
  const outcome = amount === 0 ? nothing : await credited(deps, call, reason);
  if (outcome.outcome !== 'succeeded' || outcome.result.again_hours !== undefined) return outcome;
  const { state } = await deps.invoices.load(outcome.result.invoice_id ?? 0);
  const notes = state.status === 'none' ? [] : state.notes;
  const creditNoteId = notes.find((note) => note.reason === reason)?.note_id ?? null;
  const told = await deps.orders.run(
    orderId,
    { type: 'RecordCredited', claimId, creditNoteId },
    { ...call.cause, commandId: uuidFrom('claim-credited', claimId) },
  );
  return told.ok ? outcome : again(told.refusal.message);
}

async function credited(
  deps: GiveBackDeps,
  { payload, cause }: CallOf<typeof creditRepricedOrder>,
  reason: string,
): Promise<OutcomeOf<typeof creditRepricedOrder>> {
  const { order_id: orderId, account_id: accountId, amount_cents: amount } = payload;
  const invoiceId = await billedIn(deps, orderId, accountId);
  if (invoiceId === null) return waits(DISPUTE_HOURS);
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'none') return waits(PAYMENT_HOURS);
  if (state.status === 'void') return waits(DISPUTE_HOURS);
  const hours = heldUp(state);
  if (hours !== null) return waits(hours);
  const owned = state.content.lines.find(({ order_id }) => order_id === orderId);
  // The line of a package that was bought names its purchase.
  const line = owned ?? state.content.lines.find(({ kind }) => kind !== 'credit' && kind !== 'tax');
  if (!line) return gaveUp(`invoice ${invoiceId} has no line of order ${orderId}`);
  const give = { lineId: line.id, amount };
  const named = { ...cause, accountId, commandId: uuidFrom('repriced-order', payload.event_id) };
  return given(await deps.invoices.giveBack(invoiceId, { give, reason, refund: false }, named), invoiceId);
}

/** Nothing is left of what was paid for the purchase: it ends, with what it gave and whatever would follow from it. */
async function refunded(deps: GiveBackDeps, { payload, cause, effectId }: CallOf<typeof refundPurchase>) {
  const { purchase_id: purchaseId, invoice_id: invoiceId } = payload;
  const { state } = await deps.invoices.load(invoiceId);
  if (state.status === 'none' || !takenBack(state)) return done({ full: false });
  const reason = reasonOf(state);
  const ending = await deps.addOns.run(purchaseId, { type: 'Refund', reason }, cause);
  if (!ending.ok) return gaveUp(ending.refusal.message);
  const { state: purchase } = ending;
  if (purchase.status === 'none') return gaveUp('there is no such purchase');
  if (purchase.orderId !== null) {
    const named = { ...cause, commandId: uuidFrom(effectId, 'end-order') };
    const ended = await deps.orders.end(purchase.orderId, reason, named);
    if (!ended.ok) return again(ended.refusal.message);
  }
  // Nothing was given yet: what credit of the account paid for goes back with the rest.
  if (purchase.orderId === null && purchase.credits === null) {
    const named = { ...cause, commandId: uuidFrom('refunded-purchase', purchaseId) };
    const rest = await deps.invoices.giveBack(invoiceId, { give: { keep: cents(0) }, reason, refund: true }, named);
    if (!rest.ok) return again(rest.refusal.message);
  }
  return done({ full: true, boost: purchase.terms.kind === 'indexing-boost', purchase_id: purchaseId });
}

/** The same of a renewal, whose invoice names its order. */
async function renewalEnded(deps: GiveBackDeps, { payload, cause }: CallOf<typeof endCreditedRenewal>) {
  const { state } = await deps.invoices.load(payload.invoice_id);
  if (state.status === 'none' || !takenBack(state)) return done({ full: false });
  const ended = await deps.orders.end(payload.order_id, reasonOf(state), cause);
  return ended.ok ? done({ full: true }) : again(ended.refusal.message);
}

/** A renewal goes on once it was paid for; what came in for one that was cancelled meanwhile goes back. */
async function renewalApproved(deps: GiveBackDeps, call: CallOf<typeof approveRenewal>) {
  const { order_id: orderId } = call.payload;
  const { state: order } = await deps.orders.load(orderId);
  if (order.status === 'none') return again('the order is not there yet');
  if (order.status === 'cancelled') {
    const settled = await settleCancelled(deps, call);
    const waiting = settled.outcome === 'succeeded' && settled.result.again_hours !== undefined;
    return waiting ? again('the money cannot be given back yet') : settled;
  }
  const invoiceId = await prepaidInvoice(deps, order);
  const { state } = await deps.invoices.load(invoiceId ?? 0);
  if (!paidFor(state)) return done({ approved: false });
  const approved = await deps.orders.approveRenewal(orderId, call.cause);
  return approved.ok ? done({ approved: true }) : gaveUp(approved.refusal.message);
}
