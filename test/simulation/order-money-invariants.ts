import type { KnownPurchase } from '#domain/billing/add-on';
import { creditedInFull, wholeOf } from '#domain/billing/invoice-give-back';
import { purchaseKey, renewalKey } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance, isOpenDispute } from '#domain/billing/invoice-state';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { PURCHASES } from '#projections/billing/add-on';
import { BILLABLES } from '#projections/billing/billing-account-tables';
import { ORDERS } from '#projections/links/backlink-order-table';
import { typed } from '#runtime/table-reads';
import type { Disk } from './process.ts';

/** What must hold of prepaid orders after every history: nobody has one for nothing, and nobody pays for what was not delivered. */
export async function orderMoneyViolations(disk: Disk, invoices: readonly IssuedInvoice[]): Promise<string[]> {
  const live = typed(disk.readModels.tables('live'));
  const orders = (await live.find(ORDERS, {})).map(({ state }) => state);
  const rows = await live.find(PURCHASES, { kind: 'backlink-package' });
  const purchases = rows.map((row) => row.state);
  const billed = new Map((await live.find(BILLABLES, {})).map((row) => [row.key, row.invoice_id]));
  const paidBy = ({ orderId, predecessorId, drafted }: KnownOrder) => {
    const key = predecessorId === null ? purchaseKey(Number(drafted.purchase_id)) : renewalKey(orderId);
    return invoices.find(({ content }) => content.invoice_id === billed.get(key));
  };
  return [
    ...orders.flatMap((order) => ofOrder(order, paidBy(order), purchases)),
    ...purchases.flatMap((purchase) => ofPurchase(purchase, orders)),
  ];
}

function ofOrder(
  { orderId, status, predecessorId, drafted, clientPrice, renewalEnded, successorId }: KnownOrder,
  invoice: IssuedInvoice | undefined,
  purchases: readonly KnownPurchase[],
): string[] {
  const what = `order ${orderId}`;
  if (status === 'cancelled') return invoice ? leftOver(what, clientPrice, invoice) : [];
  const taken = predecessorId !== null || purchases.some(({ orderId: id }) => id === orderId);
  if (!taken) return [`${what} of purchase ${drafted.purchase_id} is nobody’s and ${status}`];
  if (status === 'draft')
    return predecessorId !== null && invoice?.status === 'open' ? [] : [`${what} waits for nothing`];
  if (!invoice || invoice.status === 'open' || invoice.status === 'void') return [`${what} is ${status}, unpaid`];
  if (!creditedInFull(invoice)) return [];
  const running = status === 'approved' || status === 'in_progress';
  const ended = !running && (renewalEnded || successorId !== null);
  return ended ? [] : [`${what} is ${status} and renews, and its invoice was credited in full`];
}

/** Of a cancelled order nothing is kept but what it owes, without tax here; a dispute that is open has it wait. */
function leftOver(what: string, owed: number, invoice: IssuedInvoice): string[] {
  if (invoice.status === 'void' || invoice.disputes.some(isOpenDispute)) return [];
  const kept = wholeOf(invoice) - balance(invoice).credited;
  return kept <= owed ? [] : [`${what} is cancelled and owes ${owed}; ${kept} of its invoice are kept`];
}

function ofPurchase({ purchaseId, status, orderId }: KnownPurchase, orders: readonly KnownOrder[]): string[] {
  const order = orders.find(({ orderId: id }) => id === orderId);
  if (status === 'paid' && !order) return [`purchase ${purchaseId} is paid and has no order`];
  return status === 'expired' && order ? [`purchase ${purchaseId} expired and has an order`] : [];
}
