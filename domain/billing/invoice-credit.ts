import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { RefundId } from '#domain/kernel/ids';
import { add, type Cents, cents, formatMoney } from '#domain/kernel/money';
import { ofGross, ofNet } from './credit-amounts.ts';
import type { InvoiceCommand, InvoiceRefusal } from './invoice-commands.ts';
import type { CreditNoteData, InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import { applied, boughtOf, idsOf, refundEvents, settled, wrongState } from './invoice-payments.ts';
import { balance, inFlight, refundableOf } from './invoice-state.ts';

type Command<T> = Extract<InvoiceCommand, { type: T }>;
type Decided = Decision<InvoiceEvent, InvoiceRefusal>;
type Amounts = Pick<CreditNoteData, 'lines' | 'net_cents' | 'tax_cents' | 'total_cents'>;

const bad = (pointer: string, message: string): Decided => refuse({ code: 'invalid_values', pointer, message });

/**
 * Net and tax, at most what earlier notes have left. It first lowers what is due; what exceeds that is given back where it is
 * asked for, else it is credit of the account (ruling 1.7).
 */
export function creditNote(command: Command<'IssueCreditNote'>, state: IssuedInvoice): Decided {
  const { noteId: note_id, refundIds, reason, refund, today, now: at } = command;
  if (state.notes.some((note) => note.note_id === note_id)) return accept();
  if (state.status === 'void') return wrongState(state, 'a void invoice owes nothing that could be credited');
  const flying = inFlight(state);
  if (flying)
    return refuse({ code: 'payment_in_flight', message: `payment ${flying.id} of the invoice is ${flying.status}` });
  const amounts = amountsOf(command, state);
  if ('accepted' in amounts) return amounts;
  const before = balance(state);
  const left = cents(Math.max(0, state.content.total_cents - before.credited));
  if (amounts.total_cents > left)
    return bad('/amount', `at most ${formatMoney(left)} of the invoice has not been credited yet`);
  const applies = cents(Math.min(amounts.total_cents, before.amountDue));
  const over = cents(amounts.total_cents - applies);
  // Only what was received can be given back, or be credit; what credit notes of other invoices paid is credit again.
  const data: CreditNoteData = {
    note_id,
    ...amounts,
    applied_cents: applies,
    reason,
    issued_on: today,
    refund_cents: refund ? over : cents(0),
    credit_cents: refund ? cents(0) : over,
  };
  const note: InvoiceEvent = { type: 'CreditNoteIssued', at, data: { ...boughtOf(state), ...data } };
  const events = settled(state, [note], at, today);
  if (!refund || over === 0) return accept(...events);
  const refunds = fromPayments(applied(state, events), over, refundIds);
  if (refunds === null)
    return refuse({ code: 'not_refundable', message: `only a part of ${formatMoney(over)} was received by payments` });
  return accept(
    ...events,
    ...refunds.flatMap(([payment, id, amount]) => refundEvents(state, payment, id, amount, reason, note_id, at)),
  );
}

/** How an amount is given back: of the newest payments first; null where they do not hold as much. */
export function fromPayments(
  state: IssuedInvoice,
  amount: Cents,
  refundIds: readonly RefundId[],
): readonly (readonly [IssuedInvoice['payments'][number], RefundId, Cents])[] | null {
  let rest = amount;
  const made: [IssuedInvoice['payments'][number], RefundId, Cents][] = [];
  for (const payment of [...state.payments].reverse()) {
    const part = cents(Math.min(rest, refundableOf(state, payment)));
    const id = refundIds[made.length];
    if (part === 0 || id === undefined) continue;
    made.push([payment, id, part]);
    rest = cents(rest - part);
  }
  return rest === 0 ? made : null;
}

function amountsOf({ amount, lines }: Command<'IssueCreditNote'>, state: IssuedInvoice): Amounts | Decided {
  if (amount !== null) {
    if (amount === 0) return bad('/amount', 'must be more than 0.00');
    return { lines: [], ...ofGross(state, amount) };
  }
  const credited: { line_id: number; amount_cents: Cents }[] = [];
  for (const [index, wanted] of lines.entries()) {
    const pointer = `/lines/${index}`;
    const line = state.content.lines.find(({ id }) => id === wanted.lineId);
    if (!line || line.kind === 'credit' || line.kind === 'tax')
      return bad(`${pointer}/line_id`, `the invoice has no line ${wanted.lineId} that could be credited`);
    if (credited.some(({ line_id }) => line_id === line.id)) return bad(`${pointer}/line_id`, 'is named twice');
    const earlier = state.notes.flatMap((note) => note.lines.filter(({ line_id }) => line_id === line.id));
    const left = cents(line.amount_cents - add(...earlier.map(({ amount_cents }) => amount_cents)));
    if (wanted.amount === 0) return bad(`${pointer}/amount`, 'must be more than 0.00');
    if (wanted.amount > left) return bad(`${pointer}/amount`, `at most ${formatMoney(left)} of the line is left`);
    credited.push({ line_id: line.id, amount_cents: wanted.amount });
  }
  if (credited.length === 0) return bad('/amount', 'give an amount, or lines');
  const net = add(...credited.map(({ amount_cents }) => amount_cents));
  return { lines: credited, ...ofNet(state, net) };
}

export function numberNote({ noteId, number, now: at }: Command<'NumberCreditNote'>, state: IssuedInvoice): Decided {
  const note = state.notes.find(({ note_id }) => note_id === noteId);
  if (!note) return refuse({ code: 'not_found', message: `the invoice has no credit note ${noteId}` });
  if (note.number !== null) return accept();
  const data = { ...idsOf(state), note_id: noteId, number, credit_cents: note.credit_cents };
  return accept({ type: 'CreditNoteNumbered', at, data });
}
