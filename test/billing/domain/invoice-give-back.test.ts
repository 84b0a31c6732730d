import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { creditedInFull, paidFor, wholeOf } from '#domain/billing/invoice-give-back';
import { type BillableLine, parseTaxRate, type TaxRate, taxOn, totalled } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const NOW = { now: '2026-07-01T10:00:00.000Z' as Instant, today: '2026-07-01' as Day };
const VAT = parseTaxRate('19') as TaxRate;
const line = (amount: number): BillableLine => ({
  site_id: 11,
  subscription_id: null,
  order_id: null,
  purchase_id: 3,
  month: null,
  kind: 'add_on',
  description: 'a package',
  rule: 'add_on.backlink_package',
  inputs: {},
  causes: [],
  steps: [],
  amount_cents: cents(amount),
});
/** An invoice of these lines, of which credit of the account pays a part. */
function issue(amounts: readonly number[], rate: TaxRate = 0 as TaxRate, credit = 0): InvoiceCommand {
  const credits = [{ note_id: 90, number: 'CN-2026-000090', remaining_cents: cents(credit), causes: [] }];
  const content: InvoiceContent = {
    invoice_id: 1 as never,
    account_id: 1 as never,
    kind: 'prepaid',
    billing_date: NOW.today,
    period_start: NOW.today,
    period_end: NOW.today,
    tax_rate: rate,
    collection: null,
    ...totalled(amounts.map(line), { rate, cause: null }, credit === 0 ? [] : credits),
    purchase_id: 3 as never,
    order_id: null,
  };
  return { type: 'Issue', content, number: 'INV-2026-000001', recipient: null, paymentId: 1 as never, ...NOW };
}
const pay = (amount: number, id = 7): InvoiceCommand => ({
  type: 'RecordManualPayment',
  paymentId: id as never,
  amount: cents(amount),
  receivedOn: NOW.today,
  reference: null,
  ...NOW,
});
const byHand = (amount: number, refund = false, id = 5): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: id as never,
  refundIds: [61, 62] as never,
  amount: cents(amount),
  lines: [],
  reason: 'late',
  refund,
  ...NOW,
});
const back = (
  give: Extract<InvoiceCommand, { type: 'GiveBack' }>['give'],
  more: { refund?: boolean; id?: number } = {},
): InvoiceCommand => ({
  type: 'GiveBack',
  noteId: (more.id ?? 6) as never,
  refundIds: [71, 72, 73] as never,
  give,
  reason: 'cancelled',
  refund: more.refund ?? true,
  ...NOW,
});
const keep = (amount: number, id = 6) => back({ keep: cents(amount) }, { id });
const stateOf = (events: readonly InvoiceEvent[]) => given(...events).state as IssuedInvoice;

describe('what is not owed of something prepaid', () => {
  it('is credited with its tax and goes back to its payments, once', () => {
    const paid = lived(issue([80_000], VAT), pay(95_200));
    const done = given(...paid)
      .when(keep(16_000))
      .answers(
        {
          type: 'CreditNoteIssued',
          data: {
            net_cents: 64_000,
            tax_cents: 12_160,
            total_cents: 76_160,
            refund_cents: 76_160,
            credit_cents: 0,
            lines: [{ line_id: 1, amount_cents: 64_000 }],
            owed_cents: 16_000,
            purchase_id: 3,
          },
        },
        { type: 'InvoiceRefundStarted', data: { amount_cents: 76_160, payment_id: 7 } },
        'InvoiceRefundSucceeded',
      );
    given(...paid, ...done)
      .when(keep(16_000))
      .answers();
    given(...paid, ...done)
      .when(keep(16_000, 8))
      .answers();
  });

  it('is credit again where credit of the account paid for it', () => {
    const paid = lived(issue([80_000], VAT, 20_000), pay(75_200));
    given(...paid)
      .when(keep(0))
      .answers(
        { type: 'CreditNoteIssued', data: { total_cents: 95_200, refund_cents: 75_200, credit_cents: 20_000 } },
        'InvoiceRefundStarted',
        'InvoiceRefundSucceeded',
      );
    given(...lived(issue([80_000], VAT, 95_200)))
      .when(keep(40_000))
      .answers({ type: 'CreditNoteIssued', data: { total_cents: 47_600, refund_cents: 0, credit_cents: 47_600 } });
  });

  it('takes earlier credit notes into account, to the cent', () => {
    const noted = lived(issue([80_000], VAT), pay(95_200), byHand(333, true));
    const done = given(...noted).when(keep(16_000)).decision;
    if (!done.accepted) throw new Error(done.refusal.message);
    expect(balance(stateOf([...noted, ...done.events]))).toMatchObject({ credited: 76_160, refunded: 76_160 });
    const all = lived(issue([80_000], VAT), pay(95_200), byHand(95_200, true));
    given(...all)
      .when(keep(16_000))
      .answers();
  });

  it('lowers first what is due', () => {
    given(...lived(issue([80_000]), pay(30_000)))
      .when(keep(0))
      .answers(
        { type: 'CreditNoteIssued', data: { applied_cents: 50_000, refund_cents: 30_000 } },
        { type: 'InvoicePaid', data: { purchase_id: 3 } },
        'InvoiceRefundStarted',
        'InvoiceRefundSucceeded',
      );
  });

  it('is of no void invoice', () => {
    const gone = lived(issue([80_000]), { type: 'Void', reason: 'wrong', refundIds: null, ...NOW });
    given(...gone)
      .when(keep(0))
      .refused('invalid_state');
  });

  it('whatever was paid, credited and kept: the client is left with exactly what is owed and its tax', () => {
    const amount = fc.integer({ min: 1, max: 90_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 0, max: 25_000 }),
        amount,
        (price, owed, by, tax, credit) => {
          const rate = (tax * 1) as TaxRate;
          const kept = Math.min(owed, price);
          const events = lived(issue([price], rate, Math.min(credit, price)));
          const total = stateOf(events).content.total_cents;
          if (total > 0)
            events.push(...lived(issue([price], rate, Math.min(credit, price)), pay(total)).slice(events.length));
          for (const command of [byHand(Math.min(by, total)), keep(kept)]) {
            const { decision } = given(...events).when(command);
            if (decision.accepted) events.push(...decision.events);
          }
          const state = stateOf(events);
          const { credited, amountDue, refundable, paid, refunded } = balance(state);
          const whole = wholeOf(state);
          const wanted = whole - kept - taxOn(cents(kept), rate);
          expect(credited).toBe(Math.max(wanted, Math.min(by, total)));
          expect(amountDue).toBe(0);
          expect(refundable).toBe(0);
          expect(refunded).toBeLessThanOrEqual(paid);
          for (const note of state.notes) {
            expect(note.net_cents + note.tax_cents).toBe(note.total_cents);
            expect(note.applied_cents + note.refund_cents + note.credit_cents).toBe(note.total_cents);
          }
        },
      ),
    );
  });
});

describe('a line that came to less', () => {
  const less = (amount: number, more: { refund?: boolean; id?: number } = {}) =>
    back({ lineId: 1, amount: cents(amount) }, { refund: false, ...more });

  it('lowers what is due, or is credit of the account', () => {
    given(...lived(issue([12_000, 5000], VAT)))
      .when(less(534))
      .answers({ type: 'CreditNoteIssued', data: { net_cents: 534, tax_cents: 101, applied_cents: 635 } });
    given(...lived(issue([12_000], VAT), pay(14_280)))
      .when(less(534))
      .answers({ type: 'CreditNoteIssued', data: { refund_cents: 0, credit_cents: 635 } });
  });

  it('gives at most what is left of it, and nothing where nothing is', () => {
    const most = lived(issue([12_000]), pay(12_000), byHand(11_900));
    given(...most)
      .when(less(500))
      .answers({ type: 'CreditNoteIssued', data: { total_cents: 100, credit_cents: 100 } });
    given(...lived(issue([12_000]), pay(12_000), byHand(12_000)))
      .when(less(500))
      .answers();
    const named = lived(issue([12_000, 5000]), pay(17_000), less(11_800));
    given(...named)
      .when(less(500, { id: 8 }))
      .answers({ type: 'CreditNoteIssued', data: { lines: [{ line_id: 1, amount_cents: 200 }] } });
  });

  it('the note that leaves nothing takes the tax that is left', () => {
    // Three notes of 0.33 with 19 % would be taxed 0.06 each, the invoice only 0.19.
    const events = lived(issue([99], VAT), pay(118), less(33, { id: 11 }), less(33, { id: 12 }), less(33, { id: 13 }));
    expect(balance(stateOf(events)).credited).toBe(118);
  });
});

describe('whether an invoice was paid for', () => {
  it('is a matter of money, or of credit that was money once, and of no credit note', () => {
    expect(paidFor(stateOf(lived(issue([80_000]))))).toBe(false);
    expect(paidFor(stateOf(lived(issue([80_000]), pay(80_000))))).toBe(true);
    expect(paidFor(stateOf(lived(issue([80_000], undefined, 80_000))))).toBe(true);
    expect(paidFor(stateOf(lived(issue([80_000]), byHand(10_000), pay(70_000))))).toBe(true);
    const credited = stateOf(lived(issue([80_000]), byHand(80_000)));
    expect(credited.status).toBe('paid');
    expect(paidFor(credited)).toBe(false);
    expect(paidFor({ status: 'none' })).toBe(false);
  });

  it('and credited in full is one that asks for nothing, not one that keeps what is owed', () => {
    expect(creditedInFull(stateOf(lived(issue([80_000], undefined, 20_000), byHand(60_000))))).toBe(true);
    expect(creditedInFull(stateOf(lived(issue([80_000], undefined, 20_000), pay(60_000), keep(16_000))))).toBe(false);
    expect(creditedInFull(stateOf(lived(issue([80_000], undefined, 20_000), pay(60_000), keep(0))))).toBe(true);
    expect(creditedInFull(stateOf(lived(issue([80_000], undefined, 80_000))))).toBe(false);
    const both = lived(issue([80_000]), pay(80_000), keep(16_000), byHand(16_000));
    expect(creditedInFull(stateOf(both))).toBe(true);
  });
});
