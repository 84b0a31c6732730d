import type { System } from '#app/system';
import { wholeOf } from '#domain/billing/invoice-give-back';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { PURCHASES } from '#projections/billing/add-on';
import { INVOICES } from '#projections/billing/invoice-tables';
import type { RecordedEvent } from '#runtime/event-store';
import { TIMERS } from '#runtime/machinery-tables';
import { typed } from '#runtime/table-reads';
import type { FakeGateway } from '#test/support/gateway';
import { dense, everything, once, rebuiltEqual } from './invariants.ts';
import { orderMoneyViolations } from './order-money-invariants.ts';
import type { Disk } from './process.ts';

/** What must hold after every history of payments, each in a sentence where it does not. */
export async function moneyViolations(system: System, disk: Disk, gateway: FakeGateway): Promise<string[]> {
  const events = await everything(disk);
  const { find } = typed(disk.readModels.tables('live'));
  const rows = await find(INVOICES, {});
  const invoices = rows.flatMap(({ state }) => (state ? [state] : []));
  const paid = gateway.taken.filter(({ outcome }) => outcome === 'paid');
  return [
    ...dense(events),
    ...(await rebuiltEqual(system)),
    ...once(
      'payment',
      paid.map(({ charge }) => `payment ${charge.paymentId}`),
    ),
    ...once(
      'charge of an invoice',
      paid.map(({ charge }) => `invoice ${charge.invoiceId}`),
    ),
    ...once(
      'refund',
      gateway.refunds.map(({ refund }) => `refund ${refund.refundId}`),
    ),
    ...told(
      events,
      'InvoicePaymentSucceeded',
      'payment_id',
      paid.map(({ charge }) => charge.paymentId),
    ),
    ...told(
      // One that came back may never have been heard of as done.
      events.filter(({ data }) => !byOthers(data['reference']) && !returned(gateway, Number(data['refund_id']))),
      'InvoiceRefundSucceeded',
      'refund_id',
      gateway.refunds.filter(({ failed }) => !failed).map(({ refund }) => refund.refundId),
    ),
    ...told(
      events.filter(({ data }) => byOthers(data['reference'])),
      'InvoiceRefundSucceeded',
      'reference',
      gateway.elsewhere.map(({ id }) => id),
    ),
    ...invoices.flatMap(({ number, refunds }) =>
      refunds
        .filter(({ id, status }) => returned(gateway, id) && status !== 'failed')
        .map(({ id, status }) => `refund ${id} of ${number} came back and is ${status}`),
    ),
    ...told(events, 'InvoiceDisputeOpened', 'provider_dispute', [...gateway.disputes.keys()]),
    ...invoices.flatMap(settled),
    ...numbers(invoices),
    ...(await credited(disk, system)),
    ...(await orderMoneyViolations(disk, invoices)),
    ...(await nothingDue(disk, system)),
  ];
}

const byOthers = (reference: unknown): boolean => String(reference ?? '').startsWith('re-by-hand-');
const returned = ({ refunds }: FakeGateway, id: number): boolean =>
  refunds.some(({ refund, failed }) => failed === true && refund.refundId === id);

/** Every object of the gateway has exactly one event, and there is none for what it never did. */
function told(
  events: readonly RecordedEvent[],
  type: string,
  field: string,
  objects: readonly (string | number)[],
): string[] {
  const known = events
    .filter((event) => event.type === type && event.data['gateway'] !== 'manual' && event.data['reference'] !== null)
    .map(({ data }) => String(data[field]));
  const wanted = objects.map(String);
  return [
    ...once(`${type} of`, known),
    ...wanted
      .filter((each) => !known.includes(each))
      .map((each) => `${field} ${each} is at the gateway and not in the log`),
    ...known
      .filter((each) => !wanted.includes(each))
      .map((each) => `${field} ${each} is in the log and not at the gateway`),
  ];
}

function settled(state: IssuedInvoice): string[] {
  const broken: string[] = [];
  const { total, paid, refunded, reversed, credited, amountDue, refundable } = balance(state);
  for (const payment of state.payments)
    if (payment.status === 'pending' || payment.status === 'unknown')
      broken.push(`payment ${payment.id} of ${state.number} is still ${payment.status}`);
  for (const refund of state.refunds)
    if (refund.status === 'pending') broken.push(`refund ${refund.id} of ${state.number} is still pending`);
  if (paid - refunded - reversed < 0) broken.push(`${state.number}: more was given back than received`);
  if (credited > wholeOf(state)) broken.push(`${state.number}: more was credited than billed`);
  // What came back waits for somebody who makes it again.
  const came = state.refunds
    .filter(({ status }) => status === 'failed')
    .reduce((sum, each) => sum + each.amount_cents, 0);
  if (refundable > came) broken.push(`${state.number}: ${refundable - came} too much was kept`);
  if (state.status === 'paid' && amountDue > 0) broken.push(`${state.number} is paid and ${amountDue} is due`);
  if (state.status === 'open' && total > 0 && amountDue === 0)
    broken.push(`${state.number} is open and nothing is due`);
  return broken;
}

function numbers(invoices: readonly IssuedInvoice[]): string[] {
  const found = invoices.map(({ number }) => number).sort();
  return found.flatMap((number, n) =>
    number === `INV-2026-${String(n + 1).padStart(6, '0')}` ? [] : [`${number} is the ${n + 1}. of its year`],
  );
}

/** Credits are exactly those of purchases that were paid and not taken back. */
async function credited(disk: Disk, system: System): Promise<string[]> {
  const purchases = await typed(disk.readModels.tables('live')).find(PURCHASES, {});
  const bought = purchases
    .filter((row) => row.status === 'paid' && row.kind === 'indexing-boost')
    .reduce((sum, row) => sum + Number(row.credits), 0);
  const { balance: held } = (await system.commands.credits.load(1)).state;
  const open = purchases.filter((row) => row.status === 'pending').map((row) => `purchase ${row.id} is still pending`);
  return [...open, ...(held === bought ? [] : [`${held} credits are held, ${bought} were bought`])];
}

async function nothingDue(disk: Disk, system: System): Promise<string[]> {
  const now = system.around.clock.now();
  const timers = await disk.readModels.tables('live').find(TIMERS.name, { due_at: { lte: now } });
  const effect = await system.runtime.parts.effects.nextDue();
  return [
    ...timers.map((row) => `timer ${String(row['name'])} is due`),
    ...(effect !== null && effect <= now ? ['an effect is due'] : []),
  ];
}
