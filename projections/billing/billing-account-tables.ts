import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import type { BillableLine } from '#domain/billing/invoice-lines';
import { day, decimal, instant, integer, json, table, text } from '#runtime/table';

type Drafted = Extract<BillingAccountEvent, { type: 'InvoiceDrafted' }>['data'];

export const BILLING_ACCOUNTS = table(
  'igny8_billing_accounts',
  {
    account_id: integer,
    tax_rate: decimal,
    account_credit: decimal,
    unbilled_from: day.orNull,
    /** How much waits for each billing date. */
    waiting: json<Readonly<Record<string, number>>>(),
    revision: integer,
    updated_at: instant,
  },
  { key: ['account_id'], indexes: [['unbilled_from']], tenant: true },
);

export const BILLABLES = table(
  'igny8_billables',
  {
    account_id: integer,
    key: text,
    billing_date: day,
    invoice_id: integer.orNull,
    lines: json<readonly BillableLine[]>(),
  },
  { key: ['account_id', 'key'], indexes: [['invoice_id']], tenant: true },
);

/** What is left of each credit of an account. */
export const ACCOUNT_CREDITS = table(
  'igny8_account_credits',
  { account_id: integer, note_id: integer, number: text, remaining: decimal },
  { key: ['account_id', 'note_id'], tenant: true },
);

/** What invoices that can still be void were made of: it waits again then. */
export const DRAFTS = table(
  'igny8_invoice_drafts',
  { invoice_id: integer, account_id: integer, keys: json<Drafted['keys']>(), credits: json<Drafted['credits']>() },
  { key: ['invoice_id'], tenant: true },
);
