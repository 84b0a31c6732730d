import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceDocument } from '#api/billing/invoice-document';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { type BillableLine, formatTaxRate, type TaxRate, totalled } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { sumsOf } from '#domain/billing/invoice-sums';
import type { Recorded } from '#domain/kernel/decider';
import { type Cents, cents, formatMoney, parseMoney } from '#domain/kernel/money';
import { type Day, type Instant, plusDays } from '#domain/kernel/time';
import type { InvoiceLineRow, InvoiceRow } from '#projections/billing/invoice-tables';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const DAY = '2026-07-01' as Day;
const on = (today: Day = DAY) => ({ now: `${today}T10:00:00.000Z` as Instant, today });
const line = (amount: number): BillableLine => ({
  site_id: 1,
  subscription_id: 1,
  order_id: null,
  purchase_id: null,
  month: null,
  kind: 'subscription',
  description: 'a month',
  rule: 'subscription.full_month',
  inputs: {},
  causes: [],
  steps: [],
  amount_cents: cents(amount),
});
const issue = (amounts: readonly number[], rate = 0, credit = 0): InvoiceCommand => ({
  type: 'Issue',
  number: 'INV-2026-000001',
  recipient: null,
  paymentId: 1 as never,
  ...on(),
  content: {
    invoice_id: 1 as never,
    account_id: 1 as never,
    kind: 'regular',
    billing_date: DAY,
    period_start: DAY,
    ...totalled(amounts.map(line), { rate: rate as TaxRate, cause: null }, [
      { note_id: 1, number: 'CN-2026-000001', remaining_cents: cents(credit), causes: [] },
    ]),
    period_end: DAY,
    tax_rate: rate as TaxRate,
    collection: null,
    purchase_id: null,
    order_id: null,
  },
});
const byHand = (id: number, amount: number): InvoiceCommand => ({
  type: 'RecordManualPayment',
  paymentId: id as never,
  amount: cents(amount),
  receivedOn: DAY,
  reference: null,
  ...on(),
});
const start = (id: number): InvoiceCommand => ({
  type: 'StartPayment',
  paymentId: id as never,
  ifDue: true,
  ...on(),
  collection: { gateway: 'stripe', method_id: 1 as never, customer: 'cus_1', method: 'pm_1' },
});
const paid = (id: number, amount: number): InvoiceCommand => ({
  type: 'RecordPayment',
  paymentId: id as never,
  refundId: (900 + id) as never,
  ...on(),
  news: { outcome: 'paid', amount: cents(amount), reference: `pi_${id}`, object: 'in_1' },
});
const credited = (id: number, amount: number, refund: boolean): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: id as never,
  amount: cents(amount),
  lines: [],
  reason: 'late',
  refund,
  refundIds: [10 * id, 10 * id + 1, 10 * id + 2] as never,
  ...on(),
});
const disputed = (id: number, paymentId: number, amount: number): InvoiceCommand => ({
  type: 'OpenDispute',
  disputeId: id as never,
  paymentId: paymentId as never,
  providerDispute: `du_${id}`,
  amount: cents(amount),
  reason: 'fraudulent',
  dueBy: null,
  ...on(),
});
const closed = (id: number, outcome: 'won' | 'lost'): InvoiceCommand => ({
  type: 'CloseDispute',
  providerDispute: `du_${id}`,
  outcome,
  ...on(),
});
const voiding: InvoiceCommand = { type: 'Void', reason: 'wrong', refundIds: [81, 82, 83] as never, ...on() };
const refundFails = (id: number): InvoiceCommand => ({
  type: 'RecordRefund',
  refundId: id as never,
  news: { outcome: 'failed', error: 'the account is closed' },
  ...on(),
});
const dun = (days: number): InvoiceCommand => ({ type: 'RunDunning', ...on(plusDays(DAY, days)) });

const SELLER = { name: 'Alorig', address_lines: [], tax_id: null, bank: [], email: 'team@alorig.example' };
/** The invoice as the paper has it. */
function printed(state: IssuedInvoice) {
  const { content } = state;
  const row = {
    id: 1,
    status: state.status,
    number: state.number,
    issued_on: state.issuedOn,
    due_on: state.dueOn,
    state,
    subtotal: formatMoney(content.subtotal_cents),
    tax: formatMoney(content.tax_cents),
    total: formatMoney(content.total_cents),
    tax_rate: formatTaxRate(content.tax_rate),
    amount_due: formatMoney(balance(state).amountDue),
  };
  const lines = content.lines.map((each) => ({ ...each, line_id: each.id, amount: formatMoney(each.amount_cents) }));
  const to = { name: 'Client', email: '' };
  return invoiceDocument(row as unknown as InvoiceRow, lines as unknown as readonly InvoiceLineRow[], null, to, SELLER);
}
const added = (amounts: readonly string[]): Cents =>
  cents(amounts.reduce((sum, amount) => sum + (parseMoney(amount) ?? Number.NaN), 0));

/** What the paper says, added by whoever reads it. */
function addsUp(state: IssuedInvoice): readonly string[] {
  const paper = printed(state);
  expect(formatMoney(added(paper.lines.map(({ amount }) => amount)))).toBe(paper.subtotal);
  expect(formatMoney(added([paper.subtotal, paper.tax, ...paper.credits.map(({ amount }) => amount)]))).toBe(
    paper.total,
  );
  const between = paper.sums.map(({ amount }) => amount);
  expect(formatMoney(added([paper.total, ...between]))).toBe(paper.amountDue);
  expect(parseMoney(paper.amountDue)).toBeGreaterThanOrEqual(0);
  const { paid: received, refunded, reversed } = sumsOf(state);
  expect(added(paper.payments.map(({ amount }) => amount))).toBe(received - refunded - reversed);
  return paper.sums.map(({ name }) => name);
}
const after = (...commands: InvoiceCommand[]) => given(...lived(...commands)).state as IssuedInvoice;

describe('what an invoice prints adds up', () => {
  it.each([
    ['open', [], {}],
    ['paid', [byHand(2, 10_000)], { Paid: '-100.00' }],
    ['paid in part', [byHand(2, 2_550)], { Paid: '-25.50' }],
    ['void', [voiding], { Voided: '-100.00' }],
    [
      'void after a part was paid',
      [byHand(2, 4_000), voiding],
      { Paid: '-40.00', Refunded: '40.00', Voided: '-100.00' },
    ],
    ['credited in part', [credited(5, 3_000, false)], { 'Credit notes': '-30.00' }],
    [
      'paid, then credited and refunded',
      [byHand(2, 10_000), credited(5, 3_000, true)],
      { Paid: '-100.00', 'Credit notes': '-30.00', Refunded: '30.00' },
    ],
    [
      'paid, then credited and kept',
      [byHand(2, 10_000), credited(5, 3_000, false)],
      { Paid: '-100.00', 'Credit notes': '-30.00', 'Kept as credit of the account': '30.00' },
    ],
    [
      'overpaid, and the refund fails',
      [start(2), paid(2, 12_000), refundFails(902)],
      { Paid: '-120.00', 'Received too much, to be given back': '20.00' },
    ],
    ['overpaid and refunded', [start(2), paid(2, 12_000)], { Paid: '-120.00', Refunded: '20.00' }],
    [
      'disputed in part and lost',
      [start(2), paid(2, 10_000), disputed(3, 2, 4_000), closed(3, 'lost')],
      { Paid: '-100.00', 'Reversed by the bank': '40.00', 'Written off': '-40.00' },
    ],
    ['disputed and won', [start(2), paid(2, 10_000), disputed(3, 2, 4_000), closed(3, 'won')], { Paid: '-100.00' }],
    ['uncollectible', [dun(15), dun(22), dun(30), dun(46)], { 'Written off': '-100.00' }],
  ] as const)('%s', (_, commands, expected) => {
    const state = after(issue([10_000]), ...commands);
    addsUp(state);
    expect(Object.fromEntries(printed(state).sums.map(({ name, amount }) => [name, amount]))).toEqual(expected);
  });

  it('in every state that any life brings about', () => {
    const seen = new Set<string>();
    const amount = fc.integer({ min: 1, max: 12_000 });
    const id = fc.integer({ min: 2, max: 3 });
    const step: fc.Arbitrary<readonly InvoiceCommand[]> = fc.oneof(
      fc.tuple(id, amount).map(([n, of]) => [byHand(n, of)]),
      fc.tuple(id, amount).map(([n, of]) => [start(n), paid(n, of)]),
      fc.tuple(id, amount, fc.boolean()).map(([n, of, refund]) => [credited(n + 3, of, refund)]),
      fc
        .tuple(id, id, amount, fc.constantFrom('won' as const, 'lost' as const))
        .map(([n, payment, of, outcome]) => [disputed(n, payment, of), closed(n, outcome)]),
      fc.constantFrom(902, 903, 50, 51, 60, 61, 81, 82).map((refund) => [refundFails(refund)]),
      fc.constant([voiding]),
      fc.integer({ min: 10, max: 60 }).map((days) => [dun(days)]),
    );
    const begun = fc.tuple(fc.array(amount, { minLength: 1, maxLength: 3 }), fc.nat(25_000), fc.nat(5_000));
    fc.assert(
      fc.property(begun, fc.array(step, { maxLength: 12 }), ([amounts, rate, credit], steps) => {
        const events: InvoiceEvent[] = [];
        let state = invoice.initial;
        for (const command of [issue(amounts, rate, credit), ...steps.flat()]) {
          const decision = invoice.decide(command, state);
          if (!decision.accepted) continue;
          for (const event of decision.events) {
            events.push(event);
            state = invoice.evolve(state, { ...event, id: `e-${events.length}` } as Recorded<InvoiceEvent>);
            for (const name of addsUp(state as IssuedInvoice)) seen.add(name);
          }
        }
      }),
      { numRuns: 400, seed: 11 },
    );
    expect([...seen].sort()).toEqual([
      'Credit notes',
      'Kept as credit of the account',
      'Paid',
      'Received too much, to be given back',
      'Refunded',
      'Reversed by the bank',
      'Voided',
      'Written off',
    ]);
  });
});
