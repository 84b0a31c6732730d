import { dunnedFor, PAUSE_DAY } from '#domain/billing/invoice-dunning';
import type { Gateway, IssuedInvoice } from '#domain/billing/invoice-messages';
import { dunningDay, isOpenDispute } from '#domain/billing/invoice-state';
import type { DisputeId, InvoiceId, PaymentId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import { ORDERS } from '#projections/links/backlink-order-table';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { EFFECTS } from '#runtime/machinery-tables';
import type { ReadTables } from '#runtime/read-model';
import type { WhereOf } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import { PURCHASES } from './add-on.ts';
import { BILLING_ACCOUNTS } from './billing-account-tables.ts';
import { INVOICES, PAYMENTS } from './invoice-tables.ts';

/** What was written off is not charged by itself any more. */
const OPEN = ['open', 'past_due'] as const;

/** What jobs and effects of billing ask of the rows. */
export function billingVisits(tables: ReadTables, today: () => Day) {
  const { find } = typed(tables);
  /** Invoices that were issued, as their aggregates have them. */
  const issued = async (where: WhereOf<typeof INVOICES>): Promise<IssuedInvoice[]> =>
    (await find(INVOICES, where, { orderBy: ['id'] })).flatMap(({ state }) => (state ? [state] : []));
  return {
    unbilledAccounts: async (): Promise<number[]> =>
      (await find(BILLING_ACCOUNTS, { unbilled_from: { lte: today() } }, { orderBy: ['account_id'] })).map(
        ({ account_id }) => account_id,
      ),
    /** Orders that ended before that instant, are billed on completion and stand in no invoice. */
    endedOrders: async (before: Instant): Promise<number[]> => {
      const ended = await find(ORDERS, {
        status: { in: ['completed', 'cancelled'] },
        billing: 'on_completion',
        invoice_id: null,
      });
      return ended
        .filter(({ client_price }) => client_price !== '0.00')
        .filter(({ completed_at, cancelled_at }) => (completed_at ?? cancelled_at ?? before) < before)
        .map(({ id }) => id);
    },
    toBeDunned: async (): Promise<number[]> =>
      (await find(INVOICES, { status: { in: OPEN }, kind: 'regular' }, { orderBy: ['id'] })).map(({ id }) => id),
    /** Whether the account has an invoice past due of which enough is left for that to have consequences. */
    pastDue: async (account: number): Promise<boolean> =>
      (await issued({ account_id: account, status: 'past_due' })).some(dunnedFor),
    /** Disputes about invoices of the account that are open. */
    openDisputes: async (account: number): Promise<DisputeId[]> =>
      (await issued({ account_id: account, disputed: true })).flatMap(({ disputes }) =>
        disputes.filter(isOpenDispute).map(({ id }) => id),
      ),
    openInvoices: async (account: number) =>
      (await issued({ account_id: account, status: { in: OPEN } })).map((invoice) => {
        const day = invoice.status === 'past_due' ? dunningDay(invoice, today()) : null;
        return {
          id: invoice.content.invoice_id,
          overduePause: day !== null && day >= PAUSE_DAY && dunnedFor(invoice),
        };
      }),
    subscriptions: async (account: number) =>
      (await find(SUBSCRIPTIONS, { account_id: account }, { orderBy: ['id'] })).map((row) => ({
        id: row.id,
        status: row.status,
        pausedReason: row.paused_reason,
      })),
    paymentByReference: async (gateway: Gateway, reference: string) => {
      const [row] = await find(PAYMENTS, { gateway, reference }, { limit: 1 });
      return row ? { invoiceId: row.invoice_id as InvoiceId, paymentId: row.id as PaymentId } : null;
    },
    purchaseOf: async (order: number): Promise<number | null> => {
      const [row] = await find(PURCHASES, { order_id: order }, { limit: 1 });
      return row?.id ?? null;
    },
    /** Payments whose call was given up and whose end is open, begun before that instant. */
    unsettled: async (before: Instant) => {
      const rows = await find(PAYMENTS, { status: { in: ['pending', 'unknown'] }, started_at: { lte: before } });
      const idle: { readonly invoiceId: number; readonly paymentId: number }[] = [];
      for (const row of rows) {
        const effects = await find(EFFECTS, { key: `payment-${row.id}` });
        const busy = effects.some(({ status }) => ['requested', 'retrying', 'in_flight'].includes(status));
        if (!busy) idle.push({ invoiceId: row.invoice_id, paymentId: row.id });
      }
      return idle;
    },
  };
}
