import { describe, expect, it } from 'vitest';
import { invoiceDocument } from '#api/billing/invoice-document';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand, PaymentNews } from '#domain/billing/invoice-commands';
import { NO_TAX, totalled } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { cents, formatMoney } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const on = (today: string) => ({ now: `${today}T10:00:00.000Z` as Instant, today: today as Day });
const CARD = { gateway: 'stripe' as const, method_id: 1 as never, customer: 'cus_1', method: 'pm_1' };
const PAYPAL = { gateway: 'paypal' as const, method_id: null, customer: null, method: null };
const line = {
  site_id: 1,
  subscription_id: 1,
  order_id: null,
  purchase_id: null,
  month: null,
  causes: [],
  steps: [],
  kind: 'subscription' as const,
  description: 'a month',
  rule: 'subscription.full_month' as const,
  inputs: {},
  amount_cents: cents(103_333),
};
const issue = (collection: typeof CARD | null): InvoiceCommand => ({
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
    collection,
    ...totalled([line], { rate: NO_TAX, cause: null }, []),
    purchase_id: null,
    order_id: null,
  },
});
const news = (outcome: PaymentNews, paymentId = 1): InvoiceCommand => ({
  type: 'RecordPayment',
  paymentId: paymentId as never,
  refundId: 9 as never,
  news: outcome,
  ...on('2026-07-01'),
});
const declined = news({ outcome: 'declined', code: 'card_declined', error: 'declined' });
const paypal: InvoiceCommand[] = [
  { type: 'StartPayment', paymentId: 2 as never, collection: PAYPAL, ifDue: false, ...on('2026-07-02') },
  news({ outcome: 'awaiting_payer', object: 'O-1', approveUrl: 'https://paypal.example/O-1' }, 2),
];
const part: InvoiceCommand = {
  type: 'RecordManualPayment',
  paymentId: 3 as never,
  amount: cents(100_000),
  receivedOn: '2026-07-02' as Day,
  reference: null,
  ...on('2026-07-02'),
};

/** What the PDF says is still to be done after all that. */
function note(...commands: InvoiceCommand[]): string | null {
  const state = given(...lived(...commands)).state as IssuedInvoice;
  const row = {
    status: state.status,
    state,
    amount_due: formatMoney(balance(state).amountDue),
    due_on: state.dueOn,
    number: state.number,
    issued_on: state.issuedOn,
    total: formatMoney(state.content.total_cents),
  };
  const SELLER = { name: 'Alorig', address_lines: [], tax_id: null, bank: [], email: 'team@alorig.example' };
  const to = { name: 'Client', email: '' };
  return invoiceDocument(row as unknown as InvoiceRow, [], null, to, SELLER).note;
}

describe('what the PDF of an invoice says is to be done', () => {
  it.each([
    ['it waits to be paid', [issue(null)], 'Please pay 1,033.33 USD by 2026-07-15 and name the number of the invoice.'],
    ['its card is being charged', [issue(CARD)], 'It is charged to the card that you saved; you need to do nothing.'],
    [
      'its card was declined',
      [issue(CARD), declined],
      'The card that you saved could not be charged. Please save another one, which is then charged at once, or pay 1,033.33 USD now and name the number of the invoice.',
    ],
    [
      'its card was declined and a part came by transfer',
      [issue(CARD), declined, part],
      'The card that you saved could not be charged. Please save another one, which is then charged at once, or pay 33.33 USD now and name the number of the invoice.',
    ],
    ['PayPal waits for its payer', [issue(null), ...paypal], 'Please approve the payment of 1,033.33 USD in PayPal.'],
    ['PayPal is asked', [issue(null), ...paypal.slice(0, 1)], 'Your payment is on its way; you need to do nothing.'],
    [
      'it is past due',
      [issue(null), { type: 'RunDunning', ...on('2026-07-16') } as InvoiceCommand],
      'Please pay 1,033.33 USD now and name the number of the invoice.',
    ],
    [
      'it is paid',
      [issue(CARD), news({ outcome: 'paid', amount: cents(103_333), reference: 'pi_1', object: 'in_1' })],
      null,
    ],
  ])('%s', (_, commands, expected) => {
    expect(note(...commands)).toBe(expected);
  });
});
