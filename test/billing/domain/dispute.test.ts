import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { disputable } from '#domain/billing/dispute';
import type { DisputeOutcome } from '#domain/billing/dispute-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { type BillableLine, NO_TAX, totalled } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { dispute as disputeSaga } from '#sagas/proof/dispute';
import { sagaStory, spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const on = (today = '2026-07-10') => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });
const line: BillableLine = {
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
  amount_cents: cents(10_000),
};
const content: InvoiceContent = {
  invoice_id: 1 as never,
  account_id: 1 as never,
  kind: 'regular',
  billing_date: '2026-07-01' as Day,
  period_start: '2026-06-01' as Day,
  period_end: '2026-06-30' as Day,
  tax_rate: NO_TAX,
  ...totalled([line], { rate: NO_TAX, cause: null }, []),
  collection: null,
  purchase_id: null,
  order_id: null,
};
const CARD = { gateway: 'stripe' as const, method_id: 1 as never, customer: 'cus_1', method: 'pm_1' };
const issue: InvoiceCommand = {
  type: 'Issue',
  content,
  number: 'INV-2026-000001',
  recipient: null,
  paymentId: 1 as never,
  ...on('2026-07-01'),
};
const byCard: InvoiceCommand[] = [
  { ...issue, content: { ...content, collection: CARD } } as InvoiceCommand,
  {
    type: 'RecordPayment',
    paymentId: 1 as never,
    refundId: 91 as never,
    news: { outcome: 'paid', amount: cents(10_000), reference: 'pi_1', object: 'in_1' },
    ...on('2026-07-01'),
  },
];
const byHand = (amount: number): InvoiceCommand => ({
  type: 'RecordManualPayment',
  paymentId: 7 as never,
  amount: cents(amount),
  receivedOn: '2026-07-05' as Day,
  reference: null,
  ...on('2026-07-05'),
});
const raise = (amount: number | null = null, id = 1, openedBy: 'client' | 'admin' = 'client'): InvoiceCommand => ({
  type: 'RaiseDispute',
  disputeId: id as never,
  amount: amount === null ? null : cents(amount),
  reason: 'late',
  openedBy,
  ...on(),
});
const network = (amount = 4000): InvoiceCommand => ({
  type: 'OpenDispute',
  disputeId: 3 as never,
  paymentId: 1 as never,
  providerDispute: 'du_1',
  amount: cents(amount),
  reason: 'fraudulent',
  dueBy: '2026-07-19T00:00:00.000Z' as Instant,
  ...on(),
});
const settle = (outcome: DisputeOutcome, id = 1): InvoiceCommand => ({
  type: 'SettleDispute',
  disputeId: id as never,
  outcome,
  note: 'agreed',
  noteId: 5 as never,
  refundIds: [61, 62] as never,
  ...on('2026-07-12'),
});
const evidence = (submit: boolean, id = 3): InvoiceCommand => ({
  type: 'RecordEvidence',
  disputeId: id as never,
  submit,
  sha256: 'ab'.repeat(32),
  size_bytes: 9,
  tree_size: 4,
  generated_at: on().now,
  ...on(),
});
const submitted: InvoiceCommand = { type: 'MarkEvidenceSubmitted', disputeId: 3 as never, ...on() };
const stateAfter = (...commands: InvoiceCommand[]) => given(...lived(...commands)).state as IssuedInvoice;

describe('a dispute that a client or an admin opens', () => {
  it('is about what was paid, or of an unpaid invoice about what is due', () => {
    given(...lived(...byCard))
      .when(raise())
      .answers({ type: 'InvoiceDisputeOpened', data: { amount_cents: 10_000, opened_by: 'client', payment_id: 0 } });
    given(...lived(issue, byHand(4000)))
      .when(raise())
      .answers({ type: 'InvoiceDisputeOpened', data: { amount_cents: 6000 } });
    for (const amount of [0, 10_001])
      expect(
        given(...lived(...byCard))
          .when(raise(amount))
          .refused('invalid_values'),
      ).toMatchObject({ pointer: '/amount' });
  });

  it('is one at a time, and the same command again is nothing new', () => {
    given(...lived(...byCard, raise()))
      .when(raise(null, 2))
      .refused('duplicate');
    given(...lived(...byCard, raise()))
      .when(raise())
      .answers();
    given(...lived(...byCard, raise(), settle('won')))
      .when(raise(null, 2))
      .answers('InvoiceDisputeOpened');
  });

  it('is not of a void invoice, nor where nothing was ever owed', () => {
    const voiding: InvoiceCommand = { type: 'Void', reason: 'wrong', refundIds: null, ...on('2026-07-02') };
    given(...lived(issue, voiding))
      .when(raise())
      .refused('invalid_state');
    given().when(raise()).refused('not_found');
  });

  it('suspends dunning until it is settled, and nothing disputed is dunned for', () => {
    const dun = (today: string): InvoiceCommand => ({ type: 'RunDunning', ...on(today) });
    const late = lived(issue, dun('2026-07-16'), raise());
    expect((given(...late).state as IssuedInvoice).dunning.status).toBe('suspended');
    given(...late)
      .when(dun('2026-08-30'))
      .answers();
    expect(stateAfter(issue, dun('2026-07-16'), raise(), settle('won')).dunning.status).toBe('running');
  });

  it('won, leaves the money where it is', () => {
    given(...lived(...byCard, raise()))
      .when(settle('won'))
      .answers({ type: 'InvoiceDisputeClosed', data: { outcome: 'won', note: 'agreed' } });
  });

  it('lost, gives back what was paid of it and writes off what is due then, without dunning', () => {
    given(...lived(...byCard, raise(2500)))
      .when(settle('lost'))
      .answers(
        'InvoiceDisputeClosed',
        { type: 'InvoiceRefundStarted', data: { refund_id: 61, amount_cents: 2500, gateway: 'stripe' } },
        { type: 'InvoiceMarkedUncollectible', data: { because: 'dispute_lost', amount_cents: 2500 } },
      );
    given(...lived(issue, raise(2500)))
      .when(settle('lost'))
      .refused('invalid_state');
    given(...lived(issue, raise()))
      .when(settle('lost'))
      .answers('InvoiceDisputeClosed', { type: 'InvoiceMarkedUncollectible', data: { amount_cents: 10_000 } });
  });

  it('credited, lowers what is due and gives back what was paid beyond', () => {
    given(...lived(...byCard, raise(2500)))
      .when(settle('credited'))
      .answers(
        'InvoiceDisputeClosed',
        { type: 'CreditNoteIssued', data: { note_id: 5, total_cents: 2500, refund_cents: 2500 } },
        { type: 'InvoiceRefundStarted', data: { amount_cents: 2500, note_id: 5 } },
      );
    given(...lived(issue, raise(2500)))
      .when(settle('credited'))
      .answers('InvoiceDisputeClosed', { type: 'CreditNoteIssued', data: { applied_cents: 2500, refund_cents: 0 } });
  });

  it('is settled once, and only where there is one', () => {
    for (const outcome of ['won', 'lost', 'credited'] as const)
      given(...lived(...byCard, raise(), settle('won')))
        .when(settle(outcome))
        .refused('invalid_state');
    given(...lived(...byCard))
      .when(settle('won'))
      .refused('not_found');
  });

  it('waits for a payment that is on its way, unless nothing moves', () => {
    const flying = lived({ ...issue, content: { ...content, collection: CARD } } as InvoiceCommand, raise());
    given(...flying)
      .when(settle('credited'))
      .refused('payment_in_flight');
    given(...flying)
      .when(settle('won'))
      .answers('InvoiceDisputeClosed');
  });
});

describe('a card network’s dispute', () => {
  it('is decided by the network, and can only be given up here: the network takes the money, no refund goes out', () => {
    for (const outcome of ['won', 'lost'] as const)
      given(...lived(...byCard, network()))
        .when(settle(outcome, 3))
        .refused('invalid_state');
    const events = given(...lived(...byCard, network()))
      .when(settle('credited', 3))
      .answers(
        { type: 'InvoiceDisputeClosed', data: { accept: { gateway: 'stripe', provider_dispute: 'du_1' } } },
        { type: 'InvoicePaymentReversed', data: { amount_cents: 4000 } },
        { type: 'CreditNoteIssued', data: { applied_cents: 4000, refund_cents: 0, credit_cents: 0 } },
      );
    expect(events).toHaveLength(3);
    const state = stateAfter(...byCard, network(), settle('credited', 3));
    expect(balance(state)).toMatchObject({ amountDue: 0, refundable: 0, credited: 4000, reversed: 4000 });
    // The webhook that follows finds it settled.
    const lost: InvoiceCommand = { type: 'CloseDispute', providerDispute: 'du_1', outcome: 'lost', ...on() };
    given(...lived(...byCard, network(), settle('credited', 3)))
      .when(lost)
      .answers();
  });

  it('takes evidence once, and only its own', () => {
    given(...lived(...byCard, network()))
      .when(evidence(true))
      .answers({
        type: 'DisputeEvidencePrepared',
        data: { submit: true, gateway: 'stripe', provider_dispute: 'du_1' },
      });
    expect(stateAfter(...byCard, network(), evidence(false)).disputes[0]).toMatchObject({ status: 'evidence_ready' });
    expect(stateAfter(...byCard, network(), evidence(true), submitted).disputes[0]?.status).toBe('submitted');
    given(...lived(...byCard, network(), evidence(true), submitted))
      .when(evidence(true))
      .refused('invalid_state');
    given(...lived(...byCard, network(), evidence(true), submitted))
      .when(submitted)
      .answers();
    given(...lived(...byCard, raise()))
      .when(evidence(true, 1))
      .refused('invalid_state');
    given(...lived(...byCard, raise()))
      .when(evidence(false, 9))
      .refused('not_found');
    // What was settled can still be looked into, but not submitted.
    given(...lived(...byCard, raise(), settle('won')))
      .when(evidence(false, 1))
      .answers('DisputeEvidencePrepared');
  });
});

describe('whatever a dispute comes to', () => {
  it('no money is made or lost: what is owed, paid and given back adds up', () => {
    const outcomes = fc.constantFrom<DisputeOutcome>('won', 'lost', 'credited');
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }), outcomes, (paidOf, of, outcome) => {
        const before = paidOf === 0 ? [issue] : [issue, byHand(paidOf)];
        const most = disputable(stateAfter(...before));
        const amount = 1 + (of % most);
        const partly = balance(stateAfter(...before)).amountDue > amount;
        if (outcome === 'lost' && partly) return;
        const state = stateAfter(...before, raise(amount), settle(outcome));
        const { total, paid, refunded, reversed, credited, amountDue } = balance(state);
        expect(amountDue).toBe(Math.max(0, total - credited - paid + refunded + reversed));
        expect(refunded).toBeLessThanOrEqual(paid);
        expect(paid - refunded).toBeGreaterThanOrEqual(0);
        if (outcome === 'won') expect([refunded, credited]).toEqual([0, 0]);
        if (outcome === 'credited') expect(credited).toBe(amount);
        if (outcome === 'lost') expect(state.status).toBe('uncollectible');
        if (outcome === 'credited' && paidOf === 10_000) expect(refunded).toBe(amount);
      }),
    );
  });
});

describe('the dispute saga', () => {
  const ids = { invoice_id: 1, account_id: 1, dispute_id: 3 };
  const opened = { ...ids, payment_id: 1, provider_dispute: 'du_1', gateway: 'stripe', opened_by: 'card_network' };
  const prepared = { ...ids, gateway: 'stripe', provider_dispute: 'du_1', sha256: 'ab', submit: true };

  it('hands evidence in where it is wanted, under a key of that bundle’s', () => {
    const story = sagaStory(disputeSaga);
    expect(story.tell('InvoiceDisputeOpened', opened)).toEqual([]);
    expect(story.tell('DisputeEvidencePrepared', { ...prepared, submit: false })).toEqual([]);
    expect(story.tell('DisputeEvidencePrepared', prepared, undefined, 'e1')).toEqual([
      'effect submit_evidence_stripe submit_evidence/e1',
    ]);
    expect(story.effect('submit_evidence/e1')).toMatchObject({
      key: 'submit_evidence-e1',
      payload: { dispute_id: 3, provider_dispute: 'du_1', sha256: 'ab' },
    });
    expect(story.tell('EffectSucceeded', { name: 'submit_evidence/e1', result: {} })).toEqual([]);
  });

  it('tells the network of a dispute that is given up, and of no other', () => {
    const accept = { gateway: 'paypal', provider_dispute: 'PP-1' };
    const story = sagaStory(disputeSaga);
    story.tell('InvoiceDisputeOpened', opened);
    expect(story.tell('InvoiceDisputeClosed', { ...ids, outcome: 'won' })).toEqual([]);
    expect(story.tell('InvoiceDisputeClosed', { ...ids, outcome: 'credited', accept }, undefined, 'e2')).toEqual([
      'effect accept_dispute_paypal accept_dispute/e2',
    ]);
  });
});
