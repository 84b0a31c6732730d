import type { CreditNoteId } from '#domain/kernel/ids';
import { type Cents, cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { creditNote } from './invoice-credit.ts';
import type { CreditNoteData, InvoiceEvent, IssuedInvoice } from './invoice-messages.ts';
import { boughtOf } from './invoice-payments.ts';
import { balance } from './invoice-state.ts';

type Note = {
  readonly noteId: CreditNoteId;
  readonly amount: Cents;
  readonly reason: string;
  readonly now: Instant;
  readonly today: Day;
};

/**
 * The credit note of what was given back at the gateway and would be due again for it; `after` is the invoice without that money.
 * Null where nothing is due, or where the invoice was not paid before: then it is simply due again (ruling 1.7).
 */
export function refundNote(after: IssuedInvoice, { noteId, amount: wanted, ...rest }: Note): InvoiceEvent | null {
  const amount = cents(Math.min(wanted, balance(after).amountDue));
  if (amount <= 0 || (after.status !== 'paid' && after.status !== 'uncollectible')) return null;
  const command = {
    type: 'IssueCreditNote' as const,
    noteId,
    refundIds: [],
    amount,
    lines: [],
    refund: false,
    ...rest,
  };
  const note = creditNote(command, after);
  const issued = note.accepted ? note.events.find(({ type }) => type === 'CreditNoteIssued') : undefined;
  if (issued?.type !== 'CreditNoteIssued') return null;
  // It takes nothing off what is due: it says why that was given back.
  const none = { applied_cents: cents(0), credit_cents: cents(0) };
  const data: CreditNoteData = { ...issued.data, ...none, refund_cents: amount };
  return { type: 'CreditNoteIssued', at: rest.now, data: { ...boughtOf(after), ...data } };
}
