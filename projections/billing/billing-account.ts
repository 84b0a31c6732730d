import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { formatTaxRate } from '#domain/billing/invoice-lines';
import { cents, formatMoney, parseMoney } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { ACCOUNT_CREDITS, BILLABLES, BILLING_ACCOUNTS, DRAFTS } from './billing-account-tables.ts';

type Of<T extends BillingAccountEvent['type']> = Extract<Projected<BillingAccountEvent>, { type: T }>;
type Own = Projected<BillingAccountEvent>;
type Used = Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>['data']['credits'];

/** What accounts are billed from: their credit, their tax rate and what waits. Each event changes the rows that it is about. */
export const billingAccounts: Projection = projection<BillingAccountEvent>({
  name: BILLING_ACCOUNTS.name,
  version: 2,
  tables: [BILLING_ACCOUNTS, BILLABLES, ACCOUNT_CREDITS, DRAFTS],
  on: {
    async BillableAdded(rows, event) {
      const { account_id, billable, billing_date } = event.data;
      const { key, lines } = billable;
      rows.put(BILLABLES, { account_id, key, billing_date, invoice_id: null, lines });
      await account(rows, event, { waits: [[billing_date, 1]] });
    },
    InvoiceDrafted: drafted,
    InvoiceReleased: released,
    async AccountCreditGranted(rows, event) {
      const { account_id, note_id, number, amount_cents } = event.data;
      rows.put(ACCOUNT_CREDITS, { account_id, note_id, number, remaining: formatMoney(amount_cents) });
      await account(rows, event, { credit: amount_cents });
    },
    BillingDetailsSet: (rows, event) => account(rows, event, {}),
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
  readonly waits?: readonly (readonly [date: Day, by: number])[];
};
async function account(rows: UnitOfWork, event: Own, { credit = 0, taxRate, waits = [] }: Change): Promise<void> {
  const { account_id } = event.data;
  const before = await rows.get(BILLING_ACCOUNTS, { account_id });
  const waiting: Record<string, number> = { ...before?.waiting };
  for (const [date, by] of waits) {
    waiting[date] = (waiting[date] ?? 0) + by;
    if (waiting[date] === 0) delete waiting[date];
  }
  rows.put(BILLING_ACCOUNTS, {
    account_id,
    tax_rate: taxRate ?? before?.tax_rate ?? '0',
    account_credit: plus(before?.account_credit, credit),
    unbilled_from: (Object.keys(waiting).sort()[0] as Day | undefined) ?? null,
    waiting,
    revision: event.revision,
    updated_at: event.at,
  });
}
const plus = (amount: string | undefined, by: number): string =>
  formatMoney(cents((parseMoney(amount ?? '0') ?? 0) + by));

async function drafted(rows: UnitOfWork, event: Of<'InvoiceDrafted'>): Promise<void> {
  const { account_id, invoice_id, keys, credits } = event.data;
  rows.put(DRAFTS, { invoice_id, account_id, keys: [...keys], credits: credits.map((each) => ({ ...each })) });
  const waits: [Day, number][] = [];
  for (const key of keys)
    await rows.change(BILLABLES, { account_id, key }, (row) => {
      if (row.invoice_id === null) waits.push([row.billing_date, -1]);
      return { ...row, invoice_id };
    });
  await account(rows, event, { waits, credit: -(await used(rows, account_id, credits, -1)) });
}

/** Of what was void: its items wait again where they can be billed again, and its credit is given back. */
async function released(rows: UnitOfWork, event: Of<'InvoiceReleased'>): Promise<void> {
  const { account_id, invoice_id, billing_date } = event.data;
  const draft = await rows.get(DRAFTS, { invoice_id });
  const waits: [Day, number][] = [];
  for (const key of draft?.keys ?? [])
    await rows.change(BILLABLES, { account_id, key }, (row) => {
      if (row.invoice_id !== invoice_id || billing_date === null) return row;
      waits.push([billing_date, 1]);
      return { ...row, invoice_id: null, billing_date };
    });
  rows.remove(DRAFTS, { invoice_id });
  await account(rows, event, { waits, credit: await used(rows, account_id, draft?.credits ?? [], 1) });
}

/** Takes from credits what an invoice used of them, or gives it back; answers how many cents that were. */
async function used(rows: UnitOfWork, account_id: number, credits: Used, sign: 1 | -1): Promise<number> {
  for (const { note_id, amount_cents } of credits)
    await rows.change(ACCOUNT_CREDITS, { account_id, note_id }, (row) => ({
      ...row,
      remaining: plus(row.remaining, sign * amount_cents),
    }));
  return credits.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
}
