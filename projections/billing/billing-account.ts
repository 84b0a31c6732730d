import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { dunnedFor, PAUSE_DAY } from '#domain/billing/invoice-dunning';
import { formatTaxRate } from '#domain/billing/invoice-lines';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { dunningDay } from '#domain/billing/invoice-state';
import type { InvoiceId, PaymentId } from '#domain/kernel/ids';
import { cents, formatMoney, parseMoney } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { ORDERS } from '#projections/links/backlink-order';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import type { JsonValue } from '#runtime/event-store';
import { EFFECTS } from '#runtime/machinery-tables';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { PURCHASES } from './add-on.ts';
import { INVOICES, PAYMENTS } from './invoice.ts';

export const BILLING_ACCOUNTS = 'igny8_billing_accounts';
export const BILLABLES = 'igny8_billables';
export const ACCOUNT_CREDITS = 'igny8_account_credits';
const DRAFTS = 'igny8_invoice_drafts';
type Of<T extends BillingAccountEvent['type']> = Extract<Projected<BillingAccountEvent>, { type: T }>;
type Own = Projected<BillingAccountEvent>;
type Used = Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>['data']['credits'];

/** What accounts are billed from: their credit, their tax rate and what waits. Each event changes the rows that it is about. */
export const billingAccounts: Projection = projection<BillingAccountEvent>({
  name: BILLING_ACCOUNTS,
  version: 2,
  tables: [
    {
      name: BILLING_ACCOUNTS,
      columns: {
        account_id: 'integer',
        tax_rate: 'numeric',
        account_credit: 'numeric',
        unbilled_from: 'date?',
        /** How much waits for each billing date. */
        waiting: 'json',
        revision: 'integer',
        updated_at: 'timestamptz',
      },
      key: ['account_id'],
      indexes: [['unbilled_from']],
      tenant: true,
    },
    {
      name: BILLABLES,
      columns: { account_id: 'integer', key: 'text', billing_date: 'date', invoice_id: 'integer?', lines: 'json' },
      key: ['account_id', 'key'],
      indexes: [['invoice_id']],
      tenant: true,
    },
    {
      name: ACCOUNT_CREDITS,
      columns: { account_id: 'integer', note_id: 'integer', number: 'text', remaining: 'numeric' },
      key: ['account_id', 'note_id'],
      tenant: true,
    },
    {
      name: DRAFTS,
      columns: { invoice_id: 'integer', account_id: 'integer', keys: 'json', credits: 'json' },
      key: ['invoice_id'],
      tenant: true,
    },
  ],
  on: {
    async BillableAdded(rows, event) {
      const { account_id, billable, billing_date } = event.data;
      const { key, lines } = billable;
      rows.put(BILLABLES, { account_id, key, billing_date, invoice_id: null, lines: lines as unknown as JsonValue });
      await account(rows, event, { waits: [[billing_date, 1]] });
    },
    InvoiceDrafted: drafted,
    InvoiceReleased: released,
    async AccountCreditGranted(rows, event) {
      const { account_id, note_id, number, amount_cents } = event.data;
      rows.put(ACCOUNT_CREDITS, { account_id, note_id, number, remaining: formatMoney(amount_cents) });
      await account(rows, event, { credit: amount_cents });
    },
    TaxRateSet: (rows, event) => account(rows, event, { taxRate: formatTaxRate(event.data.tax_rate) }),
    PaymentMethodAdded: (rows, event) => account(rows, event, {}),
    PaymentMethodAwaited: (rows, event) => account(rows, event, {}),
    PaymentMethodProven: (rows, event) => account(rows, event, {}),
    PaymentMethodFailed: (rows, event) => account(rows, event, {}),
    PaymentMethodRemoved: (rows, event) => account(rows, event, {}),
  },
});

type Change = {
  /** Cents by which the account's credit is more. */
  readonly credit?: number;
  readonly taxRate?: string;
  /** By how many more, or fewer, wait for a billing date. */
  readonly waits?: readonly (readonly [date: string, by: number])[];
};
async function account(rows: UnitOfWork, event: Own, { credit = 0, taxRate, waits = [] }: Change): Promise<void> {
  const { account_id } = event.data;
  const before = await rows.get(BILLING_ACCOUNTS, { account_id });
  const waiting = { ...(before?.['waiting'] as Readonly<Record<string, number>> | undefined) };
  for (const [date, by] of waits) {
    waiting[date] = (waiting[date] ?? 0) + by;
    if (waiting[date] === 0) delete waiting[date];
  }
  rows.put(BILLING_ACCOUNTS, {
    account_id,
    tax_rate: taxRate ?? before?.['tax_rate'] ?? '0',
    account_credit: plus(before?.['account_credit'], credit),
    unbilled_from: Object.keys(waiting).sort()[0] ?? null,
    waiting,
    revision: event.revision,
    updated_at: event.at,
  });
}
const plus = (amount: JsonValue | undefined, by: number): string =>
  formatMoney(cents((parseMoney(String(amount ?? '0')) ?? 0) + by));

async function drafted(rows: UnitOfWork, event: Of<'InvoiceDrafted'>): Promise<void> {
  const { account_id, invoice_id, keys, credits } = event.data;
  rows.put(DRAFTS, { invoice_id, account_id, keys: [...keys], credits: credits.map((each) => ({ ...each })) });
  const waits: [string, number][] = [];
  for (const key of keys)
    await rows.change(BILLABLES, { account_id, key }, (row) => {
      if (row['invoice_id'] === null) waits.push([String(row['billing_date']), -1]);
      return { ...row, invoice_id };
    });
  await account(rows, event, { waits, credit: -(await used(rows, account_id, credits, -1)) });
}

/** Of what was void: its items wait again where they can be billed again, and its credit is given back. */
async function released(rows: UnitOfWork, event: Of<'InvoiceReleased'>): Promise<void> {
  const { account_id, invoice_id, billing_date } = event.data;
  const draft = await rows.get(DRAFTS, { invoice_id });
  const waits: [string, number][] = [];
  for (const key of (draft?.['keys'] ?? []) as readonly string[])
    await rows.change(BILLABLES, { account_id, key }, (row) => {
      if (row['invoice_id'] !== invoice_id || billing_date === null) return row;
      waits.push([billing_date, 1]);
      return { ...row, invoice_id: null, billing_date };
    });
  rows.remove(DRAFTS, { invoice_id });
  const credits = (draft?.['credits'] ?? []) as unknown as Used;
  await account(rows, event, { waits, credit: await used(rows, account_id, credits, 1) });
}

/** Takes from credits what an invoice used of them, or gives it back; answers how many cents that were. */
async function used(rows: UnitOfWork, account_id: number, credits: Used, sign: 1 | -1): Promise<number> {
  for (const { note_id, amount_cents } of credits)
    await rows.change(ACCOUNT_CREDITS, { account_id, note_id }, (row) => ({
      ...row,
      remaining: plus(row['remaining'], sign * amount_cents),
    }));
  return credits.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
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
        status: { in: ['completed', 'cancelled'] },
        billing: 'on_completion',
        invoice_id: null,
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
    /** Whether the account has an invoice past due of which enough is left for that to have consequences. */
    pastDue: async (account: number): Promise<boolean> =>
      (await tables.find(INVOICES, { account_id: account, status: 'past_due' })).some((row) =>
        dunnedFor(invoiceOf(row)),
      ),
    openInvoices: async (account: number) =>
      (await tables.find(INVOICES, { account_id: account, status: { in: OPEN } }, { orderBy: ['id'] })).map((row) => {
        const state = invoiceOf(row);
        const day = row['status'] === 'past_due' ? dunningDay(state, today()) : null;
        return {
          id: Number(row['id']),
          overduePause: day !== null && day >= PAUSE_DAY && dunnedFor(state),
        };
      }),
    subscriptions: async (account: number) =>
      (await typed(tables).find(SUBSCRIPTIONS, { account_id: account }, { orderBy: ['id'] })).map((row) => ({
        id: row.id,
        status: row.status,
        pausedReason: row.paused_reason,
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
        const effects = await typed(tables).find(EFFECTS, { key: `payment-${Number(row['id'])}` });
        const busy = effects.some(({ status }) => ['requested', 'retrying', 'in_flight'].includes(status));
        if (!busy) idle.push({ invoiceId: Number(row['invoice_id']), paymentId: Number(row['id']) });
      }
      return idle;
    },
  };
}
