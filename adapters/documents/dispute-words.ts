import { isPlain, printable } from '#adapters/render/fonts';
import { parsedUrl } from '#domain/kernel/web-address';
import type { DisputeDocument, DisputedLine } from '#domain/proof/dispute-document';
import { figure, type Tone } from './sheet.ts';

/** What the summary of a dispute says in words, for readers who know nothing of the product. */

/** Neither won nor lost: whose, a reader could not tell. */
export const STATUS_WORDS: Readonly<Record<DisputeDocument['dispute']['status'], readonly [text: string, tone: Tone]>> =
  {
    open: ['OPEN', 'blue'],
    evidence_ready: ['OPEN', 'blue'],
    submitted: ['EVIDENCE SUBMITTED', 'blue'],
    won: ['SETTLED: PAYMENT STANDS', 'green'],
    lost: ['SETTLED: PAYMENT REVERSED', 'red'],
    credited: ['SETTLED: CREDITED', 'green'],
  };
export const OPENERS: Readonly<Record<DisputeDocument['dispute']['openedBy'], string>> = {
  card_network: 'the card network',
  client: 'the client',
  admin: 'an administrator',
};
export const INVOICE_STATUS: Readonly<Record<DisputeDocument['invoice']['status'], string>> = {
  open: 'open',
  past_due: 'past due',
  paid: 'paid',
  uncollectible: 'uncollectible',
  void: 'void',
};

const RULES: Readonly<Record<string, string>> = {
  'subscription.full_month': 'The monthly price, as every day of the month was active.',
  'subscription.prorated_days':
    'Monthly price × active days ÷ days of the month, rounded once, half away from zero. A day counts that was active at any time of it.',
  'order.completed': 'The price of this line of the order, as it was agreed.',
  'order.cancelled_part': 'The agreed price of this line × links delivered ÷ links ordered, rounded once.',
  'order.pass_through': 'What the delivered links cost, with the agreed markup, rounded once.',
  'add_on.indexing_boost': 'Quantity × unit price, as bought.',
  'add_on.backlink_package': 'The price of the package, as it was quoted.',
  'tax.percent': 'The sum of the lines above × the tax rate, rounded once, half away from zero.',
  'credit.account_credit': 'What was left of the account’s credit, at most what is owed.',
};
export const ruleWords = (rule: string): string => RULES[rule] ?? 'The steps below.';

export const isEqual = ({ amount, recomputed }: DisputedLine): boolean => recomputed === amount;

/** Whether the invoice follows from the events, in one sentence. */
export type Verdict = { readonly tone: 'green' | 'red'; readonly text: string };

/** Lines that the verdict names one by one. */
const NAMED = 3;

export function verdictOn({ lines, invoice, recomputedTotal, currency }: DisputeDocument): Verdict {
  const wrong = lines.filter((line) => !isEqual(line));
  const total = `${figure(invoice.total)} ${currency}`;
  if (lines.length === 0) return { tone: 'red', text: 'The invoice has no lines that could be computed again.' };
  if (wrong.length > 0) return { tone: 'red', text: `Not in full. ${faults(wrong, lines.length)}` };
  if (recomputedTotal !== invoice.total) {
    const sum = recomputedTotal === null ? 'an unknown sum' : figure(recomputedTotal);
    return {
      tone: 'red',
      text: `Not in full. Every line is equal to the invoice, but together they come to ${sum}, not to the total of ${total}.`,
    };
  }
  const text =
    lines.length === 1
      ? `Yes. The one line of the invoice was computed again from the recorded events and is equal to the invoice, and so is the total of ${total}.`
      : `Yes. Every one of the ${lines.length} lines was computed again from the recorded events and is equal to the invoice, and so is the total of ${total}.`;
  return { tone: 'green', text };
}

function faults(wrong: readonly DisputedLine[], all: number): string {
  const more = wrong.length - NAMED;
  const named = [...wrong.slice(0, NAMED).map(fault), ...(more > 0 ? [`and ${more} more, listed below`] : [])];
  const rest = all - wrong.length;
  const others = rest === 0 ? '' : ` The other ${rest === 1 ? 'one is' : `${rest} are`} equal to the invoice.`;
  return `${wrong.length} of ${all} ${all === 1 ? 'line' : 'lines'} could not be confirmed: ${named.join('; ')}.${others}`;
}

const fault = (line: DisputedLine): string =>
  line.recomputed === null
    ? `line ${line.lineId} of ${figure(line.amount)} cannot be computed again${line.why === null ? '' : ` (${told(line.why)})`}`
    : `line ${line.lineId} is ${figure(line.amount)} on the invoice and ${figure(line.recomputed)} by the events`;

/** `18,234` */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A step's value is an amount or words. */
export const valued = (value: string): string => (/^-?\d+\.\d\d$/.test(value) ? figure(value) : told(value, 60));

/** `2026-06-17 09:12` of an instant, `2026-06-17` of a day. */
export const moment = (at: string): string => printable(at.slice(0, 16).replace('T', ' '));

const SEALED = /\bsealed:[^\s,;()"']*[^\s,;:.()"']/g;

/** Text for paper. Sealed personal data is a long cipher in which nobody can read anything. */
export const told = (text: string, most = 600): string => shortened(printable(text.replace(SEALED, '[sealed]')), most);

/** Records may be of any length, and stand whole in the bundle; names of parties are never shortened. */
const shortened = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

/**
 * An address, whole. What is not of the Latin, Greek or Cyrillic script is escaped as it is on the wire: so it still leads there,
 * and nothing in it is read from right to left.
 */
export function address(url: string): string {
  const plain = printable(url);
  const href = plain === url && isPlain(url) ? null : (parsedUrl(url)?.href ?? null);
  return href === null ? plain : printable(href);
}
