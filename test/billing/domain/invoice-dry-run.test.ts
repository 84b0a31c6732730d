import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { consequences, invoiceDryRun, standingOf } from '#domain/billing/invoice-dry-run';
import { NO_TAX, totalled } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import type {
  AccountId,
  CreditNoteId,
  DisputeId,
  InvoiceId,
  PaymentId,
  PaymentMethodId,
  PurchaseId,
  RefundId,
} from '#domain/kernel/ids';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';

const on = (day: string) => ({ now: `${day}T10:00:00.000Z` as Instant, today: day as Day });
const JULY = on('2026-07-01');
const REFUNDS = [1, 2, 3].map((id) => id as RefundId);

/** An issued invoice of so much; a prepaid one pays for purchase 5. */
function issued(total: number, kind: 'regular' | 'prepaid' = 'regular'): IssuedInvoice {
  const line = { site_id: 11, subscription_id: null, order_id: null, purchase_id: null, month: null };
  const billed = { kind: 'add_on' as const, description: 'x', rule: 'x', inputs: {}, causes: [], steps: [] };
  const content: InvoiceContent = {
    invoice_id: 1 as InvoiceId,
    account_id: 1 as AccountId,
    kind,
    billing_date: JULY.today,
    period_start: JULY.today,
    period_end: JULY.today,
    tax_rate: NO_TAX,
    collection: null,
    ...totalled([{ ...line, ...billed, amount_cents: cents(total) }], { rate: NO_TAX, cause: null }, []),
    purchase_id: kind === 'prepaid' ? (5 as PurchaseId) : null,
    order_id: null,
  };
  const number = 'INV-2026-000001';
  const paymentId = 1 as PaymentId;
  return done({ type: 'Issue', content, number, recipient: null, paymentId, ...JULY }, { status: 'none' });
}
function done(command: InvoiceCommand, state: Parameters<typeof invoice.decide>[1]): IssuedInvoice {
  const decided = invoice.decide(command, state);
  if (!decided.accepted) throw new Error(decided.refusal.message);
  const folded = decided.events.reduce((before, event) => invoice.evolve(before, { ...event, id: '' }), state);
  return folded as IssuedInvoice;
}
const pay = (amount: number, id = 7): InvoiceCommand => ({
  type: 'RecordManualPayment',
  paymentId: id as PaymentId,
  amount: cents(amount),
  receivedOn: JULY.today,
  reference: null,
  ...JULY,
});
const credit = (amount: number, refund = false): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: 9 as CreditNoteId,
  refundIds: refund ? REFUNDS : [],
  amount: cents(amount),
  lines: [],
  reason: 'late',
  refund,
  ...JULY,
});
const dispute: InvoiceCommand = {
  type: 'RaiseDispute',
  disputeId: 3 as DisputeId,
  amount: null,
  reason: 'wrong',
  openedBy: 'client',
  ...JULY,
};
const settle = (outcome: 'won' | 'lost' | 'credited'): InvoiceCommand => ({
  type: 'SettleDispute',
  disputeId: 3 as DisputeId,
  outcome,
  note: 'x',
  noteId: 9 as CreditNoteId,
  refundIds: REFUNDS,
  ...JULY,
});
function told(command: InvoiceCommand, state: IssuedInvoice) {
  const decision = invoiceDryRun(command, state);
  if (!decision.accepted) return decision.refusal.code;
  const { will } = consequences(decision.events, state, command.today);
  return will.map(({ kind, amount }) => (amount === null ? kind : `${kind} ${amount}`));
}
const lived = (total: number, ...commands: readonly InvoiceCommand[]): IssuedInvoice =>
  commands.reduce<IssuedInvoice>((state, command) => done(command, state), issued(total));

describe('what a command would do', () => {
  it('is told in the order in which it happens', () => {
    expect(told(pay(400), issued(1_000))).toEqual(['payment 400']);
    expect(told(pay(1_000), issued(1_000))).toEqual(['payment 1000', 'paid']);
    expect(told(credit(300), issued(1_000))).toEqual(['credit_note 300', 'lowers_due 300']);
    const paid = lived(1_000, pay(1_000));
    expect(told(credit(300), paid)).toEqual(['credit_note 300', 'account_credit 300']);
    expect(told(credit(300, true), paid)).toEqual(['credit_note 300', 'refund 300']);
    expect(told(dispute, paid)).toEqual(['dispute_opened 1000']);
    const disputed = lived(1_000, pay(1_000), dispute);
    expect(told(settle('won'), disputed)).toEqual(['dispute_closed 1000']);
    expect(told(settle('lost'), disputed)).toEqual(['dispute_closed 1000', 'refund 1000', 'written_off 1000']);
    expect(told(settle('credited'), disputed)).toEqual(['dispute_closed 1000', 'credit_note 1000', 'refund 1000']);
    const hold: InvoiceCommand = { type: 'HoldDunning', reason: 'x', ...JULY };
    expect(told(hold, issued(1_000))).toEqual(['dunning_held']);
    const release: InvoiceCommand = { type: 'ReleaseDunning', ...JULY };
    expect(told(release, lived(1_000, hold))).toEqual(['dunning_goes_on']);
    const voided: InvoiceCommand = { type: 'Void', reason: 'x', refundIds: null, ...JULY };
    expect(told(voided, issued(1_000))).toEqual(['voided 1000', 'billed_again']);
    expect(told(voided, paid)).toBe('invalid_state');
  });

  it('follows a charge to its end, as if the gateway took it', () => {
    const collection = { gateway: 'stripe', method_id: 1 as PaymentMethodId, customer: 'c', method: 'm' } as const;
    const charge: InvoiceCommand = {
      type: 'StartPayment',
      paymentId: 8 as PaymentId,
      collection,
      ifDue: false,
      ...JULY,
    };
    const decision = invoiceDryRun(charge, issued(1_000));
    expect(told(charge, issued(1_000))).toEqual(['charge 1000', 'paid']);
    if (!decision.accepted) throw new Error('it is refused');
    expect(consequences(decision.events, issued(1_000), JULY.today).after).toMatchObject({ status: 'paid', due: 0 });
    expect(told(charge, lived(1_000, pay(1_000)))).toBe('invalid_state');
  });

  it('says what others do once they hear of it', () => {
    expect(told(pay(1_000), issued(1_000, 'prepaid'))).toEqual(['payment 1000', 'paid', 'bought']);
    const bought = done(pay(1_000), issued(1_000, 'prepaid'));
    expect(told(credit(1_000, true), bought)).toEqual(['credit_note 1000', 'refund 1000', 'purchase_ends']);
    const late = lived(1_000, { type: 'RunDunning', ...on('2026-07-16') }, { type: 'RunDunning', ...on('2026-07-24') });
    expect(late.dunning.steps).toContain('pause/7');
    expect(told(pay(1_000), late)).toEqual(['payment 1000', 'paid', 'services_resume']);
    expect(told(dispute, late)).toEqual(['dispute_opened 1000', 'dunning_suspended']);
    expect(told(settle('won'), done(dispute, late))).toEqual(['dispute_closed 1000', 'dunning_goes_on']);
  });

  it('comes to what the command itself comes to, and changes nothing by being looked at', () => {
    const amount = fc.integer({ min: 1, max: 2_000 });
    const step = fc.oneof(
      amount.map((of) => ['pay', of] as const),
      amount.map((of) => ['credit', of] as const),
      amount.map((of) => ['back', of] as const),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let state = issued(1_000);
        for (const [n, [what, of]] of steps.entries()) {
          const note = { ...credit(of, what === 'back'), noteId: (100 + n) as CreditNoteId };
          const ids = [1, 2, 3, 4, 5].map((id) => (n * 10 + id) as RefundId);
          const command = (what === 'pay' ? pay(of, 50 + n) : { ...note, refundIds: ids }) as InvoiceCommand;
          const before = structuredClone(state);
          const decision = invoiceDryRun(command, state);
          expect(state).toEqual(before);
          expect(decision.accepted).toBe(invoice.decide(command, state).accepted);
          if (!decision.accepted) continue;
          const seen = consequences(decision.events, state, JULY.today);
          const next = done(command, state);
          expect(seen.before).toEqual(standingOf(state, JULY.today));
          expect(seen.after).toEqual(standingOf(next, JULY.today));
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});
