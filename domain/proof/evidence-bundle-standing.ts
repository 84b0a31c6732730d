import type { InvoiceDispute } from '#domain/billing/dispute-messages';
import { formatTaxRate } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance, evolve } from '#domain/billing/invoice-state';
import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { cents, formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { LeafEvent } from '#domain/log/event-leaf';
import type { InvoiceFile } from './evidence-bundle.ts';
import { asNews } from './evidence-bundle-news.ts';
import { asIssued, fail, type IssuedData, quoted } from './evidence-bundle-shape.ts';

/** The disputed invoice as its own events have it, through the last one in the bundle. */
export type Standing = {
  readonly issued: IssuedData;
  readonly state: IssuedInvoice;
  readonly dispute: InvoiceDispute;
  /** When the last of its events happened. */
  readonly until: string;
};

/** More than any invoice has; keeps hostile input from taking hours. */
const MOST_EVENTS = 20_000;

/**
 * The invoice by the events of its stream, in their order. Every one must be of a known type and shape, for what a verifier does
 * not know could bear on how the invoice stands; and nothing begins twice. Throws `Broken`.
 */
export function standingOf(own: readonly LeafEvent[], invoiceId: number, disputeId: number): Standing {
  const first = own[0];
  if (first?.type !== 'InvoiceIssued')
    return fail(`the first event of the invoice is ${first ? quoted(first.type) : 'not there'}, not its issuing`);
  if (own.length > MOST_EVENTS) fail(`the invoice has more than ${MOST_EVENTS} events`);
  const issued = asIssued(first.data);
  if (issued.invoice_id !== invoiceId) fail(`the events of invoice ${invoiceId} issue invoice ${issued.invoice_id}`);
  const begun = new Set<string>();
  for (const [index, event] of own.entries()) {
    if (event.type === 'InvoiceIssued' && index > 0) fail('the invoice is issued twice');
    const { begins, orGoesOn } = asNews(event);
    if (begins === null) continue;
    if (begun.has(begins) && !orGoesOn) fail(`event ${quoted(event.id)} begins ${begins} of the invoice a second time`);
    begun.add(begins);
  }
  const state = own.map(asDomain).reduce<ReturnType<typeof evolve>>(evolve, { status: 'none' });
  const dispute = state.status === 'none' ? undefined : state.disputes.find(({ id }) => id === disputeId);
  if (state.status === 'none' || !dispute) return fail(`no event of the invoice opens dispute ${disputeId}`);
  return { issued, state, dispute, until: String(own.at(-1)?.metadata['occurred_at']) };
}

/** The shape was checked as far as anything follows from it. */
function asDomain({ type, metadata, data }: LeafEvent): InvoiceEvent {
  const event: { type: string; at: Instant; data: object } = { type, at: metadata['occurred_at'] as Instant, data };
  return event as InvoiceEvent;
}

/** `invoice.json`. */
export function invoiceFile({ issued, state }: Standing): InvoiceFile {
  const { paid, credited, refunded, amountDue } = balance(state);
  const { invoice_id: id, number, account_id, issued_on, due_on, period_start, period_end, recipient } = issued;
  return {
    id,
    number,
    account_id,
    currency: 'USD',
    status: state.status,
    issued_on,
    due_on,
    period_start,
    period_end,
    recipient: recipient ?? null,
    tax_rate: formatTaxRate(issued.tax_rate),
    subtotal: money(issued.subtotal_cents),
    tax: money(issued.tax_cents),
    total: money(issued.total_cents),
    paid: formatMoney(paid),
    credited: formatMoney(credited),
    refunded: formatMoney(refunded),
    amount_due: formatMoney(amountDue),
    lines: issued.lines.map(({ id: line, kind, rule, description, inputs, amount_cents, causes }) => ({
      id: line,
      kind,
      rule,
      description,
      inputs,
      amount: money(amount_cents),
      causes,
    })),
  };
}

/** `dispute.json`. */
export const disputeFile = ({ issued, dispute }: Standing): CanonicalJson => ({
  id: dispute.id,
  invoice_id: issued.invoice_id,
  account_id: issued.account_id,
  status: dispute.status,
  reason: dispute.reason,
  opened_by: dispute.opened_by,
  opened_at: dispute.opened_at,
  amount: formatMoney(dispute.amount_cents),
  due_by: dispute.due_by,
});

const money = (amount: number): string => formatMoney(cents(amount));
