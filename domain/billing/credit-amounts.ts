import { add, type Cents, cents } from '#domain/kernel/money';
import { taxOn, taxWithin } from './invoice-lines.ts';
import type { CreditNoteData, IssuedInvoice } from './invoice-messages.ts';

type Split = Pick<CreditNoteData, 'net_cents' | 'tax_cents' | 'total_cents'>;

/** What the notes of an invoice took so far, and what of its net and of its tax they have left. */
export function credited({ content, notes }: IssuedInvoice) {
  const net = add(...notes.map(({ net_cents }) => net_cents));
  const tax = add(...notes.map(({ tax_cents }) => tax_cents));
  return { net, tax, netLeft: least0(content.subtotal_cents - net), taxLeft: least0(content.tax_cents - tax) };
}

/**
 * A note of a net amount. Its tax is that on all the net that was credited so far and now, less what the notes before it took:
 * rounded alone, many notes would miss the tax of the invoice, in either direction. So the one that takes the last net takes
 * all the tax that is left, and ten of 0.01 take the tax on 0.10.
 */
export function ofNet(state: IssuedInvoice, net: Cents): Split {
  const before = credited(state);
  const taxed = least0(taxOn(add(before.net, net), state.content.tax_rate) - before.tax);
  const tax = net === before.netLeft ? before.taxLeft : taxed;
  return { net_cents: net, tax_cents: tax, total_cents: add(net, tax) };
}

/** A note of a gross amount, at most what is left: its tax is in proportion, and never leaves the rest without its net or tax. */
export function ofGross(state: IssuedInvoice, gross: Cents): Split {
  const { net, tax: taken, netLeft, taxLeft } = credited(state);
  const within = taxWithin(add(net, taken, gross), state.content.tax_rate) - taken;
  const tax = cents(Math.min(gross, taxLeft, Math.max(0, within, gross - netLeft)));
  return { net_cents: cents(gross - tax), tax_cents: tax, total_cents: gross };
}

const least0 = (amount: number): Cents => cents(Math.max(0, amount));
