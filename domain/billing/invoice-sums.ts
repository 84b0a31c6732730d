import { add, type Cents, cents, formatMoney } from '#domain/kernel/money';
import type { IssuedInvoice } from './invoice-messages.ts';
import { balance } from './invoice-state.ts';

/**
 * The money of an invoice as a paper states it, in cents, none below zero. It adds up by what is printed, whatever became of the
 * invoice: `subtotal + tax − accountCredit = total`, and
 * `total − paid − credited + refunded + reversed + kept + owedBack − voided − writtenOff = due`.
 */
export type InvoiceSums = {
  readonly subtotal: Cents;
  readonly tax: Cents;
  /** Credit of the account that the total is already less by. */
  readonly accountCredit: Cents;
  readonly total: Cents;
  readonly paid: Cents;
  readonly credited: Cents;
  /** Given back, or on its way back. */
  readonly refunded: Cents;
  /** Taken back by a bank after disputes. */
  readonly reversed: Cents;
  /** Received beyond what is owed: kept as credit of the account. */
  readonly kept: Cents;
  /** Received beyond what is owed, and neither kept nor given back. */
  readonly owedBack: Cents;
  readonly voided: Cents;
  /** Not collected any more. A payment of it is still taken. */
  readonly writtenOff: Cents;
  readonly due: Cents;
};

export function sumsOf(state: IssuedInvoice): InvoiceSums {
  const { content, status } = state;
  const { paid, credited, refunded, reversed, amountDue } = balance(state);
  const credits = content.lines.filter(({ kind }) => kind === 'credit').map(({ amount_cents }) => amount_cents);
  const voided = cents(status === 'void' ? Math.max(0, content.total_cents - credited) : 0);
  const left = content.total_cents - credited - voided - paid + refunded + reversed;
  const over = Math.max(0, -left);
  const kept = cents(Math.min(over, add(...state.notes.map(({ credit_cents }) => credit_cents))));
  const writtenOff = status === 'uncollectible' ? amountDue : cents(0);
  return {
    subtotal: content.subtotal_cents,
    tax: content.tax_cents,
    accountCredit: cents(-add(...credits)),
    total: content.total_cents,
    paid,
    credited,
    refunded,
    reversed,
    kept,
    owedBack: cents(over - kept),
    voided,
    writtenOff,
    due: cents(status === 'void' ? 0 : amountDue - writtenOff),
  };
}

/** One of the sums between the total and what is due, as decimal text: added as it is printed. */
export type PrintedSum = { readonly name: string; readonly amount: string };

/** What stands between the total and what is due; without what is 0.00. */
export function printedSums(sums: InvoiceSums): PrintedSum[] {
  const rows: readonly (readonly [name: string, amount: number])[] = [
    ['Paid', -sums.paid],
    ['Credit notes', -sums.credited],
    ['Refunded', sums.refunded],
    ['Reversed by the bank', sums.reversed],
    ['Kept as credit of the account', sums.kept],
    ['Received too much, to be given back', sums.owedBack],
    ['Voided', -sums.voided],
    ['Written off', -sums.writtenOff],
  ];
  return rows.flatMap(([name, amount]) => (amount === 0 ? [] : [{ name, amount: formatMoney(cents(amount)) }]));
}
