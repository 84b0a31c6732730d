import { billingAccount } from '#domain/billing-account';
import type { BillingAccount, BillingAccountEvent } from '#domain/billing-account-messages';
import { PAUSE_DAY } from '#domain/invoice-dunning';
import { formatTaxRate } from '#domain/invoice-lines';
import type { IssuedInvoice } from '#domain/invoice-messages';
import { dunningDay, undisputedDue } from '#domain/invoice-state';
import type { InvoiceId, PaymentId } from '#domain/kernel/ids';
import { add, formatMoney } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { EFFECTS } from '#runtime/machinery-tables';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { PURCHASES } from './add-on.ts';
import { ORDERS } from './backlink-order.ts';
import { INVOICES, PAYMENTS } from './invoice.ts';
import { SUBSCRIPTIONS } from './managed-subscription.ts';

export const BILLING_ACCOUNTS = 'igny8_billing_accounts';
type Own = Projected<BillingAccountEvent>;

/** What accounts are billed from: their credit, their tax rate, how they pay and what waits. */
export const billingAccounts: Projection = projection<BillingAccountEvent>({
  name: BILLING_ACCOUNTS,
  version: 1,
  tables: [
    {
      name: BILLING_ACCOUNTS,
      columns: {
        ...{ account_id: 'integer', tax_rate: 'numeric', account_credit: 'numeric', unbilled_from: 'date?' },
        ...{ state: 'json', revision: 'integer', updated_at: 'timestamptz' },
      },
      key: ['account_id'],
      indexes: [['unbilled_from']],
      tenant: true,
    },
  ],
  on: {
    BillableAdded: fold,
    InvoiceDrafted: fold,
    InvoiceReleased: fold,
    AccountCreditGranted: fold,
    BillingDetailsSet: fold,
    TaxRateSet: fold,
    PaymentMethodAdded: fold,
    PaymentMethodAwaited: fold,
    PaymentMethodProven: fold,
    PaymentMethodFailed: fold,
    PaymentMethodRemoved: fold,
  },
});

async function fold(rows: UnitOfWork, event: Own): Promise<void> {
  const { account_id } = event.data;
  const known = await rows.get(BILLING_ACCOUNTS, { account_id });
  const before = (known?.['state'] ?? billingAccount.initial) as unknown as BillingAccount;
  const state = billingAccount.evolve(before, event);
  const dates = Object.values(state.billables).flatMap((waiting) =>
    waiting.invoice_id === null ? [waiting.billing_date] : [],
  );
  rows.put(BILLING_ACCOUNTS, {
    account_id,
    tax_rate: formatTaxRate(state.taxRate),
    account_credit: formatMoney(add(...state.credits.map(({ remaining_cents }) => remaining_cents))),
    unbilled_from: dates.sort()[0] ?? null,
    state: state as unknown as JsonObject,
    revision: event.revision,
    updated_at: event.at,
  });
}

/** What was written off is not charged by itself any more. */
const OPEN = ['open', 'past_due'] as const;
const invoiceOf = (row: Row) => row['state'] as unknown as IssuedInvoice;

/** What jobs and effects of billing ask of the rows. */
export function billingVisits(tables: ReadTables, today: () => Day) {
  return {
    unbilledAccounts: async (): Promise<number[]> =>
      (await tables.find(BILLING_ACCOUNTS, { unbilled_from: { lte: today() } }, { orderBy: ['account_id'] })).map(
        (row) => Number(row['account_id']),
      ),
    /** Orders that ended before that instant, are billed on completion and stand in no invoice. */
    endedOrders: async (before: Instant): Promise<number[]> => {
      const ended = await tables.find(ORDERS, {
        ...{ status: { in: ['completed', 'cancelled'] }, billing: 'on_completion', invoice_id: null },
      });
      return ended
        .filter((row) => String(row['client_price']) !== '0.00')
        .filter((row) => String(row['completed_at'] ?? row['cancelled_at']) < before)
        .map((row) => Number(row['id']));
    },
    toBeDunned: async (): Promise<number[]> =>
      (await tables.find(INVOICES, { status: { in: ['open', 'past_due'] }, kind: 'regular' }, { orderBy: ['id'] })).map(
        (row) => Number(row['id']),
      ),
    pastDue: async (account: number): Promise<boolean> =>
      (await tables.find(INVOICES, { account_id: account, status: 'past_due' }, { limit: 1 })).length > 0,
    openInvoices: async (account: number) =>
      (await tables.find(INVOICES, { account_id: account, status: { in: OPEN } }, { orderBy: ['id'] })).map((row) => {
        const state = invoiceOf(row);
        const day = row['status'] === 'past_due' ? dunningDay(state, today()) : null;
        return {
          id: Number(row['id']),
          overduePause: day !== null && day >= PAUSE_DAY && undisputedDue(state) >= 100,
        };
      }),
    subscriptions: async (account: number) =>
      (await tables.find(SUBSCRIPTIONS, { account_id: account }, { orderBy: ['id'] })).map((row) => ({
        id: Number(row['id']),
        status: String(row['status']),
        pausedReason: row['paused_reason'] as string | null,
      })),
    paymentByReference: async (gateway: string, reference: string) => {
      const [row] = await tables.find(PAYMENTS, { gateway, reference }, { limit: 1 });
      return row
        ? { invoiceId: Number(row['invoice_id']) as InvoiceId, paymentId: Number(row['id']) as PaymentId }
        : null;
    },
    purchaseOf: async (order: number): Promise<number | null> => {
      const [row] = await tables.find(PURCHASES, { order_id: order }, { limit: 1 });
      return row ? Number(row['id']) : null;
    },
    /** Payments whose call was given up and whose end is open, begun before that instant. */
    unsettled: async (before: Instant) => {
      const rows = await tables.find(PAYMENTS, { status: { in: ['pending', 'unknown'] }, started_at: { lte: before } });
      const idle: { readonly invoiceId: number; readonly paymentId: number }[] = [];
      for (const row of rows) {
        const effects = await tables.find(EFFECTS, { key: `payment-${Number(row['id'])}` });
        const busy = effects.some((each) => ['requested', 'retrying', 'in_flight'].includes(String(each['status'])));
        if (!busy) idle.push({ invoiceId: Number(row['invoice_id']), paymentId: Number(row['id']) });
      }
      return idle;
    },
  };
}
