import { accept, type Decision, refuse } from '#domain/kernel/decider';
import { add, type Cents, cents } from '#domain/kernel/money';
import { credited, ofNet } from './credit-amounts.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import { fromPayments } from './invoice-credit.ts';
import { taxOn } from './invoice-lines.ts';
import type { CreditNoteData, Invoice, InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import { applied, boughtOf, refundEvents, settled, wrongState } from './invoice-payments.ts';
import { balance, inFlight, refundableOf } from './invoice-state.ts';

type Command = Extract<InvoiceCommand, { type: 'GiveBack' }>;
type Amounts = Pick<CreditNoteData, 'lines' | 'net_cents' | 'tax_cents' | 'total_cents'>;

const positive = (amount: number): Cents => cents(Math.max(0, amount));

/** What the invoice came to with its tax, before credit of the account paid for a part of it. */
export const wholeOf = ({ content }: IssuedInvoice): Cents => add(content.subtotal_cents, content.tax_cents);

/**
 * Whether its credit notes leave nothing that was asked for. A note that keeps what a cancelled order owes has not taken back
 * everything because it reaches the total: it counts what credit of the account paid for as well.
 */
export function creditedInFull(state: IssuedInvoice): boolean {
  const owes = state.notes.some(({ owed_cents = 0 }) => owed_cents > 0);
  return state.notes.length > 0 && balance(state).credited >= (owes ? wholeOf(state) : state.content.total_cents);
}

/**
 * Whether nothing is left of what was paid for it: credited in full, or taken back by disputes that were lost and by the gateway,
 * and written off.
 */
export function takenBack(state: IssuedInvoice): boolean {
  const { paid, refunded, reversed } = balance(state);
  const lost = state.status === 'uncollectible' && paid > 0 && paid - refunded - reversed <= 0;
  return lost || creditedInFull(state);
}

/** Whether what it sells was paid for: by money, or by credit of the account that was money once. A credit note pays for nothing. */
export const paidFor = (state: Invoice): boolean => state.status === 'paid' && !creditedInFull(state);

/**
 * Credits what follows from events and from nobody's wish: of something prepaid all that is not owed, of a line the amount by
 * which it is less. At most what earlier notes have left of the whole invoice, so that none of it comes twice; nothing left,
 * nothing happens. It first lowers what is due; then goes back what payments hold, where it is to be refunded; what credit of
 * the account paid for becomes credit again.
 */
export function giveBack(command: Command, state: IssuedInvoice): Decision<InvoiceEvent, InvoiceRefusal> {
  const { noteId: note_id, refundIds, give, reason, refund, today, now: at } = command;
  if (state.notes.some((note) => note.note_id === note_id)) return accept();
  if (state.status === 'void') return wrongState(state, 'a void invoice owes nothing that could be credited');
  const flying = inFlight(state);
  if (flying)
    return refuse({ code: 'payment_in_flight', message: `payment ${flying.id} of the invoice is ${flying.status}` });
  const amounts = 'keep' in give ? allBut(state, give.keep) : ofLine(state, give.lineId, give.amount);
  if (amounts.total_cents === 0) return accept();
  const applies = cents(Math.min(amounts.total_cents, balance(state).amountDue));
  const over = cents(amounts.total_cents - applies);
  const back = refund ? cents(Math.min(over, heldBy(state, refundIds.length))) : cents(0);
  const data: CreditNoteData = {
    note_id,
    ...amounts,
    applied_cents: applies,
    refund_cents: back,
    credit_cents: cents(over - back),
    reason,
    issued_on: today,
    ...('keep' in give ? { owed_cents: give.keep } : {}),
  };
  const note: InvoiceEvent = { type: 'CreditNoteIssued', at, data: { ...boughtOf(state), ...data } };
  // What was charged back and written off stays that, also where a part of it was never owed.
  const events = state.status === 'uncollectible' ? [note] : settled(state, [note], at, today);
  const refunds = fromPayments(applied(state, events), back, refundIds) ?? [];
  return accept(
    ...events,
    ...refunds.flatMap(([payment, id, amount]) => refundEvents(state, payment, id, amount, reason, note_id, at)),
  );
}

/** What the newest payments, as many as can be given back of at once, still hold. */
const heldBy = (state: IssuedInvoice, most: number): Cents =>
  add(
    ...state.payments
      .map((payment) => refundableOf(state, payment))
      .filter((held) => held > 0)
      .slice(-most),
  );

/** All but what is kept, net, and the tax on it: so whatever was credited before, the client is left with exactly that. */
function allBut(state: IssuedInvoice, keep: Cents): Amounts {
  const total = positive(wholeOf(state) - balance(state).credited - add(keep, taxOn(keep, state.content.tax_rate)));
  const net = cents(Math.min(total, positive(credited(state).netLeft - keep)));
  return { lines: spread(state, net), net_cents: net, tax_cents: cents(total - net), total_cents: total };
}

/** Of the lines in their order, as much as earlier notes that name them have left. */
function spread(state: IssuedInvoice, net: Cents): CreditNoteData['lines'] {
  let rest = net;
  const lines: { line_id: number; amount_cents: Cents }[] = [];
  for (const { id, kind } of state.content.lines) {
    const amount = kind === 'credit' || kind === 'tax' ? cents(0) : cents(Math.min(rest, leftOf(state, id)));
    if (amount === 0) continue;
    lines.push({ line_id: id, amount_cents: amount });
    rest = cents(rest - amount);
  }
  return lines;
}

function leftOf({ content, notes }: IssuedInvoice, lineId: number): Cents {
  const line = content.lines.find(({ id }) => id === lineId);
  const earlier = notes.flatMap((note) => note.lines.filter(({ line_id }) => line_id === lineId));
  return positive((line?.amount_cents ?? 0) - add(...earlier.map(({ amount_cents }) => amount_cents)));
}

/** Net, with its tax, of a line; at most what earlier notes have left of it, and of the whole. */
function ofLine(state: IssuedInvoice, lineId: number, wanted: Cents): Amounts {
  const left = positive(wholeOf(state) - balance(state).credited);
  const net = cents(Math.min(wanted, leftOf(state, lineId), credited(state).netLeft, left));
  const { tax_cents } = ofNet(state, net);
  const total = cents(Math.min(add(net, tax_cents), left));
  return {
    lines: net === 0 ? [] : [{ line_id: lineId, amount_cents: net }],
    net_cents: net,
    tax_cents: cents(total - net),
    total_cents: total,
  };
}
