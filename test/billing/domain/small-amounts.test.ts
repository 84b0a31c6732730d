import { describe, expect, it } from 'vitest';
import { billingAccount } from '#domain/billing/billing-account';
import type { BillingAccountCommand, InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { dunningStatus, nextStep } from '#domain/billing/invoice-dunning';
import { type BillableLine, NO_TAX, totalled } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { spec } from '#test/support/spec';

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
const on = (today: string) => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });

describe('an account whose card is charged', () => {
  const { given, lived } = spec(billingAccount);
  const base = { ...on('2026-07-01'), accountId: 1 as never };
  const card: BillingAccountCommand[] = [
    { type: 'AddMethod', methodId: 1 as never, gateway: 'stripe', testCard: 'ok', ...base },
    {
      type: 'SettleMethod',
      methodId: 1 as never,
      ...base,
      done: { outcome: 'proven', customer: 'cus_1', method: 'pm_1', label: 'Visa', last4: '4242', expires: null },
    },
  ];
  const owes = (key: string, amount: number, date = '2026-07-01'): BillingAccountCommand => ({
    type: 'AddBillable',
    billable: { key, lines: [line(amount)] },
    billingDate: date as Day,
    ...base,
  });
  const draft = (keys: string[], replaces: number | null = null): BillingAccountCommand => ({
    type: 'DraftInvoice',
    invoiceId: 9 as never,
    billingDate: '2026-07-01' as Day,
    keys,
    ...base,
    replaces: replaces as never,
  });
  const credit = (amount: number, id = 5): BillingAccountCommand => ({
    type: 'GrantCredit',
    noteId: id as never,
    number: `CN-${id}`,
    invoiceId: 1 as never,
    ...base,
    amount: cents(amount),
  });
  const prepaid = (amount: number): BillingAccountCommand => ({
    type: 'DraftPrepaid',
    invoiceId: 8 as never,
    gateway: 'stripe',
    orderId: null,
    ...base,
    billable: { key: 'purchase-1', lines: [line(amount)] },
    purchaseId: 1 as never,
  });

  it('is not billed what the card cannot be charged with: it waits for an invoice that comes to enough', () => {
    for (const amount of [1, 30, 49]) {
      given(...lived(...card, owes('a', amount)))
        .when(draft(['a']))
        .answers();
      given(...lived(...card, owes('a', amount), owes('b', 30_000)))
        .when(draft(['a', 'b']))
        .answers({ type: 'InvoiceDrafted', data: { keys: ['a', 'b'], total_cents: 30_000 + amount } });
    }
    for (const amount of [50, 0])
      given(...lived(...card, owes('a', amount)))
        .when(draft(['a']))
        .answers({ type: 'InvoiceDrafted', data: { total_cents: amount } });
  });

  it('nor what credit leaves of an invoice', () => {
    given(...lived(...card, credit(9980), owes('a', 10_000)))
      .when(draft(['a']))
      .answers();
    given(...lived(...card, credit(9950), owes('a', 10_000)))
      .when(draft(['a']))
      .answers({ type: 'InvoiceDrafted', data: { total_cents: 50 } });
  });

  it('is billed it as ever where nothing is charged by itself', () => {
    given(...lived(owes('a', 30)))
      .when(draft(['a']))
      .answers({ type: 'InvoiceDrafted', data: { total_cents: 30, collection: null } });
  });

  it('is told so where a void invoice of that little is to be issued anew', () => {
    const before = lived(owes('a', 30), draft(['a']));
    const released: BillingAccountCommand = { type: 'ReleaseInvoice', invoiceId: 9 as never, ...base };
    const events = [...before, ...lived(owes('a', 30), draft(['a']), released).slice(before.length)];
    const withCard = [...events, ...lived(...card)];
    expect(
      given(...withCard)
        .when({ ...draft(['a'], 9), invoiceId: 10 as never } as never)
        .refused('invalid_state'),
    ).toMatchObject({ currentState: 'carried_over', message: expect.stringContaining('0.30') });
  });

  it('pays what is prepaid with the card where credit would leave too little for it', () => {
    given(...lived(...card, credit(60, 5), credit(60, 6)))
      .when(prepaid(150))
      .answers('BillableAdded', { type: 'InvoiceDrafted', data: { total_cents: 90, credits: [{ note_id: 5 }] } });
    given(...lived(...card, credit(120)))
      .when(prepaid(150))
      .answers('BillableAdded', { type: 'InvoiceDrafted', data: { total_cents: 150, credits: [] } });
    given(...lived(...card, credit(150)))
      .when(prepaid(150))
      .answers('BillableAdded', { type: 'InvoiceDrafted', data: { total_cents: 0 } });
  });
});

describe('an invoice of which little is due', () => {
  const { given, lived } = spec(invoice);
  const CARD = { gateway: 'stripe' as const, method_id: 1 as never, customer: 'cus_1', method: 'pm_1' };
  const issue = (amount: number, more: Partial<InvoiceContent> = {}): InvoiceCommand => ({
    type: 'Issue',
    number: 'INV-2026-000001',
    recipient: null,
    paymentId: 1 as never,
    ...on('2026-07-01'),
    content: {
      invoice_id: 1 as never,
      account_id: 1 as never,
      kind: 'regular',
      billing_date: '2026-07-01' as Day,
      period_start: '2026-06-01' as Day,
      period_end: '2026-06-30' as Day,
      tax_rate: NO_TAX,
      ...totalled([line(amount)], { rate: NO_TAX, cause: null }, []),
      collection: null,
      purchase_id: null,
      order_id: null,
      ...more,
    },
  });
  const manual = (amount: number, today: string, id = 7): InvoiceCommand => ({
    type: 'RecordManualPayment',
    paymentId: id as never,
    amount: cents(amount),
    receivedOn: today as Day,
    reference: null,
    ...on(today),
  });
  const dun = (today: string): InvoiceCommand => ({ type: 'RunDunning', ...on(today) });
  const charge = (ifDue: boolean): InvoiceCommand => ({
    type: 'StartPayment',
    paymentId: 2 as never,
    collection: CARD,
    ifDue,
    ...on('2026-07-20'),
  });
  const stateOf = (...commands: InvoiceCommand[]) => given(...lived(...commands)).state as IssuedInvoice;

  it('is not charged: a gateway that takes no so little was not asked in vain', () => {
    given()
      .when(issue(30, { collection: CARD }))
      .answers({ type: 'InvoiceIssued', data: { due_on: '2026-07-15' } });
    const little = lived(issue(10_000), manual(9970, '2026-07-05'));
    given(...little)
      .when(charge(true))
      .answers();
    const refusal = given(...little)
      .when(charge(false))
      .refused('invalid_state');
    expect(refusal.message).toMatch(/0\.30 is due and stripe takes 0\.50 at least/);
    given(...lived(issue(10_000), manual(9950, '2026-07-05')))
      .when(charge(true))
      .answers({ type: 'InvoicePaymentStarted', data: { amount_cents: 50 } });
  });

  it('names a next step of dunning only where there will be one', () => {
    const overdue = [issue(10_000), dun('2026-07-16'), dun('2026-07-17')];
    expect(dunningStatus(stateOf(...overdue))).toBe('running');
    expect(nextStep(stateOf(...overdue))).toEqual({ action: 'remind', on: '2026-07-19' });
    const rest = [...overdue, manual(9901, '2026-07-18')];
    expect(dunningStatus(stateOf(...rest))).toBe('below_threshold');
    expect(nextStep(stateOf(...rest))).toBeNull();
    given(...lived(...rest))
      .when(dun('2026-08-30'))
      .answers();
    expect(dunningStatus(stateOf(...overdue, manual(9900, '2026-07-18')))).toBe('running');
  });

  it('is reminded of once for reminders that nobody sent, and the next step is the one that comes', () => {
    const late = [issue(10_000), dun('2026-07-19')];
    const events = lived(...late);
    expect(events.filter(({ type }) => type === 'DunningStepTaken')).toMatchObject([{ data: { day: 3 } }]);
    given(...events)
      .when(dun('2026-07-20'))
      .answers();
    expect(nextStep(stateOf(...late))).toEqual({ action: 'remind', on: '2026-07-23' });
  });
});
