import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand, PaymentNews } from '#domain/billing/invoice-commands';
import {
  type BillableLine,
  NO_TAX,
  parseTaxRate,
  type TaxRate,
  taxOn,
  taxWithin,
  totalled,
} from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance, dunningDay, evolve } from '#domain/billing/invoice-state';
import type { Recorded } from '#domain/kernel/decider';
import { add, cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { plusDays } from '#domain/kernel/time';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const on = (today: string) => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });
const CARD = { gateway: 'stripe' as const, method_id: 1 as never, customer: 'cus_1', method: 'pm_1' };
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
const content = (amount: number, more: Partial<InvoiceContent> = {}): InvoiceContent => ({
  invoice_id: 1 as never,
  account_id: 1 as never,
  kind: 'regular',
  billing_date: '2026-07-01' as Day,
  period_start: '2026-06-01' as Day,
  period_end: '2026-06-30' as Day,
  tax_rate: NO_TAX,
  ...totalled([line(amount)], { rate: more.tax_rate ?? NO_TAX, cause: null }, []),
  collection: null,
  purchase_id: null,
  order_id: null,
  ...more,
});
const issue = (amount = 10_000, more: Partial<InvoiceContent> = {}): InvoiceCommand => ({
  type: 'Issue',
  content: content(amount, more),
  number: 'INV-2026-000001',
  recipient: null,
  paymentId: 1 as never,
  ...on('2026-07-01'),
});
const charged = issue(10_000, { collection: CARD });
const news = (outcome: PaymentNews, today = '2026-07-01', paymentId = 1): InvoiceCommand => ({
  type: 'RecordPayment',
  paymentId: paymentId as never,
  refundId: (90 + paymentId) as never,
  news: outcome,
  ...on(today),
});
const paid = (amount = 10_000, today = '2026-07-01', id = 1) =>
  news({ outcome: 'paid', amount: cents(amount), reference: `pi_${id}`, object: 'in_1' }, today, id);
const declined = news({ outcome: 'declined', code: 'card_declined', error: 'declined' });
const manual = (amount: number, today = '2026-07-05', id = 7): InvoiceCommand => ({
  type: 'RecordManualPayment',
  paymentId: id as never,
  amount: cents(amount),
  receivedOn: today as Day,
  reference: null,
  ...on(today),
});
const note = (amount: number, refund = false, today = '2026-07-10', id = 5): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: id as never,
  refundIds: [61, 62, 63] as never,
  amount: cents(amount),
  lines: [],
  reason: 'late',
  refund,
  ...on(today),
});
const dun = (today: string): InvoiceCommand => ({ type: 'RunDunning', ...on(today) });
const start = (today = '2026-07-05', id = 2): InvoiceCommand => ({
  type: 'StartPayment',
  paymentId: id as never,
  collection: CARD,
  ifDue: false,
  ...on(today),
});
const voiding: InvoiceCommand = { type: 'Void', reason: 'wrong', refundIds: null, ...on('2026-07-02') };

describe('an invoice', () => {
  it('is due in 14 days, or at once where a card is charged', () => {
    given()
      .when(issue())
      .answers({ type: 'InvoiceIssued', data: { due_on: '2026-07-15' } });
    given()
      .when(charged)
      .answers(
        { type: 'InvoiceIssued', data: { due_on: '2026-07-01' } },
        { type: 'InvoicePaymentStarted', data: { amount_cents: 10_000 } },
      );
  });

  it('of 0.00 is issued as paid', () => {
    given()
      .when(issue(0, { collection: CARD }))
      .answers('InvoiceIssued', 'InvoicePaid');
  });

  it('is paid by its card, and by hand up to what is due', () => {
    given(...lived(charged))
      .when(paid())
      .answers('InvoicePaymentSucceeded', 'InvoicePaid');
    given(...lived(issue()))
      .when(manual(4000))
      .answers('InvoicePaymentSucceeded');
    given(...lived(issue(), manual(4000)))
      .when(manual(6000, '2026-07-06', 8))
      .answers('InvoicePaymentSucceeded', 'InvoicePaid');
    expect(
      given(...lived(issue()))
        .when(manual(10_001))
        .refused('invalid_values'),
    ).toMatchObject({ pointer: '/amount' });
  });

  it('starts no charge, takes no manual payment and is not voided while one is on its way', () => {
    for (const command of [start(), manual(100), voiding, note(100)])
      given(...lived(charged))
        .when(command)
        .refused('payment_in_flight');
    const unknown = lived(charged, news({ outcome: 'unknown', error: 'lost' }));
    for (const command of [start(), manual(100), voiding])
      given(...unknown)
        .when(command)
        .refused('payment_in_flight');
  });

  it('gives back at once what was paid twice', () => {
    const twice = lived(charged, declined, start(), paid(10_000, '2026-07-05', 2));
    given(...twice)
      .when(paid(10_000, '2026-07-06', 1))
      .answers('InvoicePaymentSucceeded', {
        type: 'InvoiceRefundStarted',
        data: { payment_id: 1, amount_cents: 10_000, note_id: null },
      });
  });

  it('hears of an end as often as it is told, and once believes it', () => {
    given(...lived(charged, paid()))
      .when(paid())
      .answers();
    given(...lived(charged, paid()))
      .when(declined)
      .answers();
    given(...lived(charged, declined))
      .when(declined)
      .answers();
  });

  it('is voided only while it is open and nothing was received', () => {
    given(...lived(issue()))
      .when(voiding)
      .answers('InvoiceVoided');
    given(...lived(issue(), manual(100)))
      .when(voiding)
      .refused('invalid_state');
    given(...lived(charged, paid()))
      .when(voiding)
      .refused('invalid_state');
    given(...lived(charged, declined))
      .when(voiding)
      .refused('invalid_state');
  });

  it('that ran out gives back what was received of it', () => {
    const expire: InvoiceCommand = { ...voiding, refundIds: [71] as never } as InvoiceCommand;
    given(...lived(issue(), manual(4000)))
      .when(expire)
      .answers('InvoiceVoided', 'InvoiceRefundStarted', 'InvoiceRefundSucceeded');
  });
});

describe('a credit note', () => {
  it('lowers what is due first', () => {
    const state = given(...lived(issue(), note(2500))).state as IssuedInvoice;
    expect(balance(state)).toMatchObject({ amountDue: 7500, credited: 2500, refundable: 0 });
    given(...lived(issue()))
      .when(note(10_000))
      .answers('CreditNoteIssued', 'InvoicePaid');
  });

  it('is refunded beyond that where it is asked for, else kept as credit of the account', () => {
    given(...lived(charged, paid()))
      .when(note(2500, true))
      .answers(
        { type: 'CreditNoteIssued', data: { refund_cents: 2500, credit_cents: 0 } },
        { type: 'InvoiceRefundStarted', data: { amount_cents: 2500 } },
      );
    given(...lived(charged, paid()))
      .when(note(2500))
      .answers({ type: 'CreditNoteIssued', data: { refund_cents: 0, credit_cents: 2500 } });
  });

  it('is never more than what earlier ones left', () => {
    given(...lived(issue(), note(6000)))
      .when(note(4001, false, '2026-07-11', 6))
      .refused('invalid_values');
  });

  it('says how much of it is tax', () => {
    const taxed = issue(10_000, { tax_rate: 19_000 as TaxRate });
    given(...lived(taxed))
      .when(note(1190))
      .answers({ type: 'CreditNoteIssued', data: { net_cents: 1000, tax_cents: 190 } });
    const lines = { ...note(0), amount: null, lines: [{ lineId: 1, amount: cents(1000) }] } as InvoiceCommand;
    given(...lived(taxed))
      .when(lines)
      .answers({ type: 'CreditNoteIssued', data: { total_cents: 1190 } });
  });

  it('is what a refund needs, unless too much was paid', () => {
    const refund: InvoiceCommand = {
      type: 'Refund',
      refundId: 80 as never,
      paymentId: null,
      amount: cents(100),
      reason: 'please',
      ...on('2026-07-12'),
    };
    given(...lived(charged, paid()))
      .when(refund)
      .refused('not_refundable');
  });

  it('lets a refund that failed be recorded as given back another way, once', () => {
    const failed: InvoiceCommand = {
      type: 'RecordRefund',
      refundId: 61 as never,
      news: { outcome: 'failed', error: 'the card is closed' },
      ...on('2026-07-13'),
    };
    const byHand = (id: number, amount = 2000): InvoiceCommand => ({
      type: 'Refund',
      refundId: id as never,
      paymentId: null,
      amount: cents(amount),
      reason: 'card closed',
      byHand: { reference: 'transfer 4711' },
      ...on('2026-07-14'),
    });
    const credited = [charged, paid(), note(2000, true)];
    given(...lived(...credited))
      .when(byHand(80))
      .refused('not_refundable');
    const back = given(...lived(...credited, failed)).when(byHand(80));
    back.answers(
      { type: 'InvoiceRefundStarted', data: { gateway: 'manual', amount_cents: 2000, payment_id: 1 } },
      { type: 'InvoiceRefundSucceeded', data: { reference: 'transfer 4711' } },
    );
    const after = lived(...credited, failed, byHand(80));
    expect(balance(given(...after).state as IssuedInvoice)).toMatchObject({ refunded: 2000, refundable: 0 });
    given(...after)
      .when(byHand(80))
      .answers();
    given(...after)
      .when(byHand(81))
      .refused('not_refundable');
  });
});

describe('dunning', () => {
  it('begins the day after the due date, or with the first failed charge', () => {
    given(...lived(issue()))
      .when(dun('2026-07-15'))
      .answers();
    given(...lived(issue()))
      .when(dun('2026-07-16'))
      .answers({ type: 'InvoiceBecamePastDue', data: { on: '2026-07-16' } });
    given(...lived(charged))
      .when(declined)
      .answers('InvoicePaymentFailed', { type: 'InvoiceBecamePastDue', data: { on: '2026-07-01' } });
  });

  it('never comes for what is prepaid', () => {
    const prepaid = issue(10_000, { collection: CARD, kind: 'prepaid' });
    given(...lived(prepaid))
      .when(declined)
      .answers('InvoicePaymentFailed');
    given(...lived(prepaid, declined))
      .when(dun('2026-09-01'))
      .answers();
  });

  it('reminds on days 1, 3 and 7, pauses on 7, and ends on 30', () => {
    const steps: string[] = [];
    let events = lived(charged, declined);
    for (let day = 0; day <= 32; day++) {
      const decided = invoice.decide(dun(plusDays('2026-07-01' as Day, day)), given(...events).state);
      if (!decided.accepted) throw new Error('refused');
      for (const event of decided.events)
        if (event.type === 'DunningStepTaken') steps.push(`${event.data.action} ${event.data.day}`);
        else steps.push(event.type);
      events = [...events, ...decided.events];
    }
    expect(steps).toEqual(['remind 1', 'remind 3', 'remind 7', 'pause 7', 'cancel 30', 'InvoiceMarkedUncollectible']);
  });

  it('made up for after a long silence sends one reminder only', () => {
    given(...lived(charged, declined))
      .when(dun('2026-08-15'))
      .answers(
        { type: 'DunningStepTaken', data: { day: 7, action: 'remind' } },
        { type: 'DunningStepTaken', data: { action: 'pause' } },
        { type: 'DunningStepTaken', data: { action: 'cancel' } },
        'InvoiceMarkedUncollectible',
      );
  });

  it('stands still while it is held or disputed, and goes on with the days already run', () => {
    const hold: InvoiceCommand = { type: 'HoldDunning', reason: 'pays on Friday', ...on('2026-07-03') };
    const release: InvoiceCommand = { type: 'ReleaseDunning', ...on('2026-07-20') };
    given(...lived(charged, declined, hold))
      .when(dun('2026-07-19'))
      .answers();
    const state = given(...lived(charged, declined, hold, release)).state as IssuedInvoice;
    expect(dunningDay(state, '2026-07-20' as Day)).toBe(2);
    expect(dunningDay(state, '2026-07-25' as Day)).toBe(7);
  });

  it('asks for nothing under 1.00', () => {
    const small = [...lived(charged, declined, manual(9901))];
    given(...small)
      .when(dun('2026-08-15'))
      .answers();
  });

  it('ends when it is paid, also after it was written off', () => {
    const lost = lived(charged, declined, dun('2026-08-15'));
    given(...lost)
      .when(manual(10_000, '2026-08-20'))
      .answers('InvoicePaymentSucceeded', 'InvoicePaid');
  });
});

describe('a dispute', () => {
  const open = (amount = 10_000): InvoiceCommand => ({
    type: 'OpenDispute',
    disputeId: 1 as never,
    paymentId: 1 as never,
    providerDispute: 'du_1',
    amount: cents(amount),
    reason: 'fraudulent',
    dueBy: null,
    ...on('2026-07-10'),
  });
  const close = (outcome: 'won' | 'lost'): InvoiceCommand => ({
    type: 'CloseDispute',
    providerDispute: 'du_1',
    outcome,
    ...on('2026-07-20'),
  });
  it('leaves the payment when it is won', () => {
    given(...lived(charged, paid(), open()))
      .when(close('won'))
      .answers('InvoiceDisputeClosed');
  });
  it('takes back the disputed amount when it is lost, and writes off what is due then', () => {
    given(...lived(charged, paid(), open(4000)))
      .when(close('lost'))
      .answers(
        'InvoiceDisputeClosed',
        { type: 'InvoicePaymentReversed', data: { amount_cents: 4000 } },
        { type: 'InvoiceMarkedUncollectible', data: { amount_cents: 4000, because: 'dispute_lost' } },
      );
  });
  it('stops the clock of what is unpaid; what is paid has none', () => {
    const dunningOf = (...commands: InvoiceCommand[]) => (given(...lived(...commands)).state as IssuedInvoice).dunning;
    expect(dunningOf(charged, paid(), open())).toMatchObject({ status: 'none', stopped_on: null });
    expect(dunningOf(charged, declined, paid(10_000, '2026-07-02', 1), open())).toMatchObject({ status: 'ended' });
    expect(dunningOf(charged, paid(4000), open(4000))).toMatchObject({ status: 'suspended' });
    const lost = dunningOf(charged, paid(), open(4000), close('lost'));
    expect(lost).toMatchObject({ status: 'none', day0: null });
  });
  it('is opened and closed once, however often it is told', () => {
    given(...lived(charged, paid(), open()))
      .when(open())
      .answers();
    given(...lived(charged, paid(), open(), close('won')))
      .when(close('lost'))
      .answers();
  });
});

describe('money', () => {
  const amount = fc.integer({ min: 1, max: 5_000_000 });
  const rate = fc.integer({ min: 0, max: 100_000 }).map((value) => value as TaxRate);

  it('is totalled with one rounding of tax, and credits never go below zero', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        rate,
        fc.array(amount, { maxLength: 4 }),
        (amounts, tax, held) => {
          const available = held.map((remaining, n) => ({
            note_id: n + 1,
            number: `CN-${n}`,
            remaining_cents: cents(remaining),
            causes: ['x'],
          }));
          const made = totalled(amounts.map(line), { rate: tax, cause: null }, available);
          const net = add(...amounts.map(cents));
          expect(made.subtotal_cents).toBe(net);
          expect(made.tax_cents).toBe(taxOn(net, tax));
          expect(add(...made.lines.map(({ amount_cents }) => amount_cents))).toBe(made.total_cents);
          expect(made.total_cents).toBe(Math.max(0, net + made.tax_cents - add(...held.map(cents))));
          for (const { note_id, amount_cents } of made.credits)
            expect(amount_cents).toBeLessThanOrEqual(held[note_id - 1] ?? 0);
        },
      ),
    );
  });

  it('splits a gross amount into net and tax that give it again, to the cent', () => {
    fc.assert(
      fc.property(amount, rate, (gross, tax) => {
        const within = taxWithin(cents(gross), tax);
        expect(Math.abs(gross - (gross - within) - taxOn(cents(gross - within), tax))).toBeLessThanOrEqual(1);
      }),
    );
    expect(parseTaxRate('7.7')).toBe(7700);
    for (const strange of ['-1', '100.001', '1e2', '19%', '']) expect(parseTaxRate(strange)).toBeNull();
  });

  it('of an invoice always adds up, whatever happens to it', () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('manual' as const), amount }),
      fc.record({ what: fc.constant('note' as const), amount, refund: fc.boolean() }),
      fc.record({ what: fc.constant('charge' as const), ok: fc.boolean() }),
      fc.record({ what: fc.constant('dispute' as const), amount, won: fc.boolean() }),
      fc.record({ what: fc.constant('dun' as const), days: fc.integer({ min: 0, max: 60 }) }),
    );
    fc.assert(
      fc.property(amount, rate, fc.array(step, { maxLength: 12 }), (price, tax, steps) => {
        let state = run({ status: 'none' } as never, issue(price, { tax_rate: tax, kind: 'regular' }));
        let id = 10;
        for (const each of steps) {
          id += 1;
          const today = '2026-07-20';
          if (each.what === 'manual') state = run(state, manual(each.amount, today, id));
          if (each.what === 'note') state = run(state, note(each.amount, each.refund, today, id));
          if (each.what === 'dun') state = run(state, dun(plusDays(today as Day, each.days)));
          if (each.what === 'charge') {
            state = run(state, start(today, id));
            const due = (state.payments.find((payment) => payment.id === id)?.amount_cents ?? 0) as number;
            state = run(
              state,
              each.ok ? paid(due, today, id) : news({ outcome: 'declined', code: 'x', error: 'x' }, today, id),
            );
          }
          const [payment] = state.payments;
          if (each.what === 'dispute' && payment) {
            const opened = {
              type: 'OpenDispute',
              disputeId: id as never,
              paymentId: payment.id,
              providerDispute: `du_${id}`,
            };
            state = run(state, {
              ...opened,
              amount: cents(each.amount),
              reason: 'x',
              dueBy: null,
              ...on(today),
            } as InvoiceCommand);
            state = run(state, {
              type: 'CloseDispute',
              providerDispute: `du_${id}`,
              outcome: each.won ? 'won' : 'lost',
              ...on(today),
            });
          }
          const { total, paid: received, refunded, reversed, credited, amountDue } = balance(state);
          const kept = add(...state.notes.map(({ credit_cents }) => credit_cents));
          const net = received - refunded - reversed;
          expect(net).toBeGreaterThanOrEqual(0);
          expect(credited).toBeLessThanOrEqual(total);
          expect(amountDue).toBe(Math.max(0, total - credited - net));
          // Nobody is owed more than was asked for: what was received is owed, kept as credit, or on its way back.
          expect(net).toBeLessThanOrEqual(total - credited + kept);
          if (state.status === 'paid') expect(amountDue).toBe(0);
        }
      }),
    );
  });
});

function run(state: IssuedInvoice, command: InvoiceCommand): IssuedInvoice {
  const decided = invoice.decide(command, state);
  if (!decided.accepted) return state;
  return decided.events.reduce<IssuedInvoice>(
    (before, event, n) => evolve(before, { ...event, id: `e${n}` } as Recorded<InvoiceEvent>) as IssuedInvoice,
    state,
  );
}
