import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { takenBack } from '#domain/billing/invoice-give-back';
import { type BillableLine, parseTaxRate, totalled } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance, evolve } from '#domain/billing/invoice-state';
import type { Recorded } from '#domain/kernel/decider';
import { add, type Cents, cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const NOW = { now: '2026-07-10T10:00:00.000Z' as Instant, today: '2026-07-10' as Day };
const rate = parseTaxRate('19.00') ?? (0 as never);
const line: BillableLine = {
  site_id: null,
  subscription_id: null,
  order_id: null,
  purchase_id: 4 as never,
  month: null,
  kind: 'add_on',
  description: 'credits',
  rule: 'boost',
  inputs: {},
  causes: [],
  steps: [],
  amount_cents: cents(10_000),
};
const content: InvoiceContent = {
  invoice_id: 1 as never,
  account_id: 1 as never,
  kind: 'prepaid',
  billing_date: '2026-07-01' as Day,
  period_start: '2026-07-01' as Day,
  period_end: '2026-07-01' as Day,
  tax_rate: rate,
  ...totalled([line], { rate, cause: null }, []),
  collection: null,
  purchase_id: 4 as never,
  order_id: null,
};
/** 119.00, paid by one payment of that gateway. */
const paidBy = (gateway: 'stripe' | 'paypal'): InvoiceCommand[] => [
  { type: 'Issue', content, number: 'INV-2026-000001', recipient: null, paymentId: 9 as never, ...NOW },
  {
    type: 'StartPayment',
    paymentId: 1 as never,
    ifDue: false,
    ...NOW,
    collection: { gateway, method_id: null, customer: null, method: null },
  },
  {
    type: 'RecordPayment',
    paymentId: 1 as never,
    refundId: 91 as never,
    ...NOW,
    news: { outcome: 'paid', amount: cents(11_900), reference: 'pay_1', object: 'in_1' },
  },
];
const elsewhere = (
  n: number,
  amount: number,
  outcome: 'refunded' | 'pending' | 'failed' = 'refunded',
  why: 'refunded' | 'reversed' = 'refunded',
): InvoiceCommand => ({
  type: 'RecordRefundElsewhere',
  refundId: (100 + n) as never,
  noteId: (200 + n) as never,
  ...NOW,
  paymentId: 1 as never,
  reference: `re_${n}`,
  why,
  amount: cents(amount),
  news:
    outcome === 'refunded'
      ? { outcome, amount: cents(amount), reference: `re_${n}` }
      : outcome === 'failed'
        ? { outcome, error: 'the account is closed', reference: `re_${n}` }
        : { outcome },
});
const credit = (amount: number): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: 5 as never,
  refundIds: [61 as never],
  amount: cents(amount),
  lines: [],
  reason: 'late',
  refund: true,
  ...NOW,
});
const told = (news: Extract<InvoiceCommand, { type: 'RecordRefund' }>['news']): InvoiceCommand => ({
  type: 'RecordRefund',
  refundId: 61 as never,
  news,
  ...NOW,
});
const done = (reference: string) => told({ outcome: 'refunded', amount: cents(2000), reference });
const failed = (reference?: string) =>
  told({ outcome: 'failed', error: 'the card is closed', ...(reference === undefined ? {} : { reference }) });
const dispute = (amount: number): InvoiceCommand => ({
  type: 'OpenDispute',
  disputeId: 8 as never,
  paymentId: 1 as never,
  providerDispute: 'PP-D-1',
  ...NOW,
  amount: cents(amount),
  reason: 'other',
  dueBy: null,
});
const closed = (outcome: 'won' | 'lost', amount: Cents | null = null): InvoiceCommand => ({
  type: 'CloseDispute',
  providerDispute: 'PP-D-1',
  outcome,
  amount,
  noteId: 300 as never,
  ...NOW,
});
const moneyOf = (...commands: InvoiceCommand[]) => {
  const state = given(...lived(...commands)).state as IssuedInvoice;
  const { refunded, reversed, credited, amountDue, refundable } = balance(state);
  return { status: state.status, refunded, reversed, credited, amountDue, refundable };
};

describe('a refund of ours', () => {
  const asked = [...paidBy('stripe'), credit(2000)];
  it('that was done and is told to have failed has failed; then it can be made again', () => {
    const back = given(...lived(...asked, done('re_a'))).when(failed('re_a'));
    back.answers({ type: 'InvoiceRefundFailed', data: { refund_id: 61, reference: 're_a' } });
    const again: InvoiceCommand = {
      type: 'Refund',
      refundId: 62 as never,
      paymentId: null,
      amount: cents(2000),
      reason: 'came back',
      ...NOW,
    };
    given(...lived(...asked, done('re_a'), failed('re_a')))
      .when(again)
      .answers({ type: 'InvoiceRefundStarted', data: { refund_id: 62, amount_cents: 2000 } });
    expect(moneyOf(...asked, done('re_a'), failed('re_a'))).toMatchObject({ refunded: 0, refundable: 2000 });
    expect(moneyOf(...asked, done('re_a'), failed('re_a'), again)).toMatchObject({ refunded: 2000, refundable: 0 });
  });
  it('ends the same whichever of its news comes first, and however often', () => {
    const ends = new Set<string>();
    for (const order of [
      [done('re_a'), failed('re_a')],
      [failed('re_a'), done('re_a')],
      [failed('re_a'), done('re_a'), failed('re_a'), done('re_a')],
    ])
      ends.add(JSON.stringify(moneyOf(...asked, ...order)));
    expect([...ends]).toHaveLength(1);
  });
  it('that was done is not undone by an attempt that made nothing, nor by another that failed', () => {
    for (const other of [failed(), failed('re_b')])
      given(...lived(...asked, done('re_a')))
        .when(other)
        .answers();
    // Found to be made after all, by another attempt than the one that failed.
    given(...lived(...asked, failed('re_b')))
      .when(done('re_a'))
      .answers({ type: 'InvoiceRefundSucceeded' });
  });
});

describe('a refund made elsewhere', () => {
  it('is recorded once, with a credit note of what would be due again', () => {
    given(...lived(...paidBy('stripe')))
      .when(elsewhere(1, 2380))
      .answers(
        {
          type: 'CreditNoteIssued',
          data: { total_cents: 2380, net_cents: 2000, tax_cents: 380, refund_cents: 2380, applied_cents: 0 },
        },
        {
          type: 'InvoiceRefundStarted',
          data: {
            refund_id: 101,
            payment_id: 1,
            gateway: 'stripe',
            amount_cents: 2380,
            note_id: 201,
            elsewhere: { reference: 're_1', why: 'refunded', dispute_id: null },
          },
        },
        { type: 'InvoiceRefundSucceeded', data: { reference: 're_1' } },
      );
    given(...lived(...paidBy('stripe'), elsewhere(1, 2380)))
      .when(elsewhere(1, 2380))
      .answers();
  });
  it('that is still pending counts, and ends as it ends', () => {
    const pending = [...paidBy('paypal'), elsewhere(1, 2380, 'pending')];
    expect(moneyOf(...pending)).toMatchObject({ refunded: 2380, amountDue: 0 });
    given(...lived(...pending))
      .when(elsewhere(1, 2380))
      .answers({ type: 'InvoiceRefundSucceeded' });
    given(...lived(...pending))
      .when(elsewhere(1, 2380, 'failed'))
      .answers({ type: 'InvoiceRefundFailed' });
    // The note stands: what it says was given back was not, and can be.
    expect(moneyOf(...pending, elsewhere(1, 2380, 'failed'))).toMatchObject({ refunded: 0, refundable: 2380 });
    given(...lived(...paidBy('paypal')))
      .when(elsewhere(1, 2380, 'failed'))
      .answers();
  });
  it('uses up what a credit note had left to be given back, and needs no other', () => {
    expect(moneyOf(...paidBy('stripe'), credit(2000), failed(), elsewhere(1, 2000))).toMatchObject({
      refunded: 2000,
      credited: 2000,
      amountDue: 0,
      refundable: 0,
    });
  });
  it('of a payment that is not known to be made has to wait', () => {
    given(...lived(...paidBy('stripe').slice(0, 2)))
      .when(elsewhere(1, 100))
      .refused('invalid_state');
  });
  it('is written off where PayPal took it back, and then nothing is left of what was paid', () => {
    const [part, rest] = [elsewhere(1, 900, 'refunded', 'reversed'), elsewhere(2, 11_000, 'refunded', 'reversed')];
    given(...lived(...paidBy('paypal')))
      .when(part)
      .answers('InvoiceRefundStarted', 'InvoiceRefundSucceeded', {
        type: 'InvoiceMarkedUncollectible',
        data: { because: 'reversed', amount_cents: 900 },
      });
    const ended = (...all: InvoiceCommand[]) => given(...lived(...paidBy('paypal'), ...all)).state as IssuedInvoice;
    expect([takenBack(ended(part)), takenBack(ended(part, rest))]).toEqual([false, true]);
    // PayPal gives it back after all.
    given(...lived(...paidBy('paypal'), part))
      .when(elsewhere(1, 900, 'failed'))
      .answers('InvoiceRefundFailed', 'InvoicePaid');
  });
});

describe('a refund that PayPal tells of beside a dispute', () => {
  const open = [...paidBy('paypal'), dispute(5000)];
  it('is the money of the dispute, whichever is told first', () => {
    const first = moneyOf(...open, elsewhere(1, 5000), closed('lost'));
    expect(first).toMatchObject({ status: 'uncollectible', refunded: 5000, reversed: 0, amountDue: 5000 });
    const second = moneyOf(...open, closed('lost'), elsewhere(1, 5000));
    expect(second).toMatchObject({ status: 'uncollectible', refunded: 0, reversed: 5000, amountDue: 5000 });
    given(...lived(...open, closed('lost')))
      .when(elsewhere(1, 5000))
      .answers({ type: 'InvoicePaymentReversed', data: { amount_cents: 0, confirmed: { amount_cents: 5000 } } });
    given(...lived(...open, closed('lost'), elsewhere(1, 5000)))
      .when(elsewhere(1, 5000))
      .answers();
  });
  it('is the money of the dispute also where it is told before anything of that', () => {
    const taken = elsewhere(1, 5000, 'refunded', 'reversed');
    expect(moneyOf(...paidBy('paypal'), taken, dispute(5000), closed('lost'))).toMatchObject({
      status: 'uncollectible',
      refunded: 5000,
      reversed: 0,
      amountDue: 5000,
    });
  });
  it('counts for as much as it is more than the dispute took', () => {
    expect(moneyOf(...open, closed('lost', cents(2000)), elsewhere(1, 3500))).toMatchObject({
      reversed: 2000,
      refunded: 1500,
    });
    expect(moneyOf(...open, elsewhere(1, 1000), closed('lost'))).toMatchObject({ reversed: 4000, refunded: 1000 });
    // The next one is another one.
    expect(moneyOf(...open, closed('lost'), elsewhere(1, 5000), elsewhere(2, 700))).toMatchObject({
      reversed: 5000,
      refunded: 700,
    });
  });
  it('under one that was won was given back by somebody: a credit note says so', () => {
    given(...lived(...open, elsewhere(1, 5000)))
      .when(closed('won'))
      .answers('InvoiceDisputeClosed', { type: 'CreditNoteIssued', data: { total_cents: 5000, refund_cents: 5000 } });
    given(...lived(...open))
      .when(closed('won'))
      .answers('InvoiceDisputeClosed');
  });
  it('at Stripe is never the money of a dispute', () => {
    const lost = [...paidBy('stripe'), dispute(5000), closed('lost')];
    expect(moneyOf(...lost, elsewhere(1, 1000))).toMatchObject({ reversed: 5000, refunded: 1000 });
  });
});

describe('an outcome that says nothing of the money', () => {
  const unclear: InvoiceCommand = { type: 'NoteUnclearOutcome', providerDispute: 'PP-D-1', outcome: 'OUIJA', ...NOW };
  const settle = (outcome: 'won' | 'lost' | 'credited'): InvoiceCommand => ({
    type: 'SettleDispute',
    disputeId: 8 as never,
    outcome,
    note: 'seen',
    noteId: 6 as never,
    ...NOW,
    refundIds: [63 as never],
  });
  const open = [...paidBy('paypal'), dispute(5000)];
  it('is noted once, and lets a person settle what only the network could before', () => {
    for (const outcome of ['won', 'lost'] as const)
      given(...lived(...open))
        .when(settle(outcome))
        .refused('invalid_state');
    given(...lived(...open))
      .when(unclear)
      .answers({ type: 'DisputeOutcomeUnclear', data: { outcome: 'OUIJA', dispute_id: 8 } });
    given(...lived(...open, unclear))
      .when(unclear)
      .answers();
    given(...lived(...open, unclear))
      .when(settle('won'))
      .answers('InvoiceDisputeClosed');
    expect(moneyOf(...open, unclear, settle('lost'))).toMatchObject({ status: 'uncollectible', reversed: 5000 });
    const credited = given(...lived(...open, unclear)).when(settle('credited'));
    credited.answers('InvoiceDisputeClosed', 'InvoicePaymentReversed', 'CreditNoteIssued');
    // What the network says later, in words that are known, still counts.
    expect(moneyOf(...open, unclear, closed('lost'))).toMatchObject({ reversed: 5000 });
  });
});

it('whatever is given back by whomever, told in any order and any number of times, adds up', () => {
  const step = fc.record({
    n: fc.integer({ min: 1, max: 5 }),
    outcome: fc.constantFrom('refunded' as const, 'pending' as const, 'failed' as const),
  });
  const amounts = fc.array(fc.integer({ min: 1, max: 2380 }), { minLength: 5, maxLength: 5 });
  const whys = fc.array(fc.constantFrom('refunded' as const, 'reversed' as const), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom('stripe' as const, 'paypal' as const), amounts, whys, fc.array(step), (...args) => {
      const [gateway, each, why, steps] = args;
      let state = paidBy(gateway).reduce(run, { status: 'none' } as never) as IssuedInvoice;
      const end = new Map<number, string>();
      for (const { n, outcome } of steps) {
        state = run(state, elsewhere(n, each[n - 1] ?? 0, outcome, why[n - 1]));
        // One that failed stays failed, one that is done may only fail, one that was never seen cannot.
        const before = end.get(n);
        if (before === 'failed' || (outcome === 'failed' && before === undefined)) continue;
        if (outcome !== 'pending' || before === undefined) end.set(n, outcome);
      }
      const { paid, refunded, credited, amountDue } = balance(state);
      const counted = [...end].filter(([, outcome]) => outcome !== 'failed').map(([n]) => cents(each[n - 1] ?? 0));
      expect(refunded).toBe(add(...counted));
      expect(amountDue).toBe(Math.max(0, 11_900 - credited - (paid - refunded)));
      if (state.status === 'paid') expect(amountDue).toBe(0);
    }),
  );
});

function run(state: IssuedInvoice, command: InvoiceCommand): IssuedInvoice {
  const decided = invoice.decide(command, state);
  if (!decided.accepted) return state;
  return decided.events.reduce<IssuedInvoice>(
    (before, event, n) => evolve(before, { ...event, id: `e${n}` } as Recorded<InvoiceEvent>) as IssuedInvoice,
    state,
  );
}
