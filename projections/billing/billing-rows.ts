import type { BillableLine, Step } from '#domain/billing/invoice-lines';
import type { Dunning, IssuedInvoice } from '#domain/billing/invoice-messages';
import type { Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import type { DisputeRow } from './dispute.ts';

export type InvoiceRow = {
  id: number;
  account_id: number;
  number: string | null;
  kind: 'regular' | 'prepaid';
  status: 'draft' | IssuedInvoice['status'];
  billing_date: string;
  period_start: string;
  period_end: string;
  issued_on: string | null;
  due_on: string | null;
  subtotal: string;
  tax_rate: string;
  tax: string;
  total: string;
  paid: string;
  credited: string;
  refunded: string;
  amount_due: string;
  purchase_id: number | null;
  order_id: number | null;
  past_due_since: string | null;
  in_flight: boolean;
  disputed: boolean;
  /** Money that is to be given back was not. */
  refund_failed: boolean;
  dunning: Dunning | null;
  keys: string[];
  state: IssuedInvoice | null;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};
export type InvoiceLineRow = {
  invoice_id: number;
  line_id: number;
  account_id: number;
  site_id: number | null;
  subscription_id: number | null;
  order_id: number | null;
  purchase_id: number | null;
  month: string | null;
  kind: string;
  rule: string;
  description: string;
  inputs: JsonObject;
  amount: string;
  causes: string[];
  steps: Step[];
};
export type PaymentRow = {
  id: number;
  invoice_id: number;
  account_id: number;
  gateway: 'stripe' | 'paypal' | 'manual';
  amount: string;
  refunded: string;
  reversed: string;
  status: string;
  reference: string | null;
  object: string | null;
  approve_url: string | null;
  received_on: string | null;
  error: string | null;
  started_at: Instant;
  at: Instant;
};
export type CreditNoteRow = {
  id: number;
  invoice_id: number;
  account_id: number;
  number: string | null;
  net: string;
  tax: string;
  total: string;
  applied: string;
  refunded: string;
  credited: string;
  reason: string;
  issued_on: string;
  /** Those that it names; none where it is of an amount. */
  lines: { line_id: number; amount_cents: number }[];
};
export type BillingAccountRow = {
  account_id: number;
  tax_rate: string;
  account_credit: string;
  unbilled_from: string | null;
  waiting: Record<string, number>;
  revision: number;
  updated_at: Instant;
};
export type BillableRow = {
  account_id: number;
  key: string;
  billing_date: string;
  invoice_id: number | null;
  lines: BillableLine[];
};
export type AccountCreditRow = { account_id: number; note_id: number; number: string; remaining: string };
export type PurchaseRow = {
  id: number;
  account_id: number;
  kind: string;
  status: string;
  payment_method: string;
  terms: JsonObject;
  invoice_id: number | null;
  managed_subscription_id: number | null;
  order_id: number | null;
  credits: number | null;
  expires_at: Instant | null;
  reason: string | null;
  state: JsonObject;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};
export type CreditEntryRow = {
  event_id: string;
  account_id: number;
  position: number;
  at: Instant;
  change: number;
  balance_after: number;
  reason: string;
};
export type FeatureUsageRow = {
  event_id: string;
  position: number;
  account_id: number;
  feature: string;
  required_level: string;
  current_level: string | null;
  was_allowed: boolean;
  source: string | null;
  plan: string | null;
  upgrade_to: string | null;
  endpoint: string;
  timestamp: Instant;
};
export type PlanRow = {
  plan: string;
  version: number;
  plan_features: JsonObject;
  reason: string | null;
  since: Instant;
};
export type CostRow = {
  key: string;
  account_id: number;
  site_id: number | null;
  order_id: number | null;
  kind: string;
  /** US dollars, to the ten-thousandth. */
  amount: string;
  on_day: string;
  month: string;
};
export type MrrRow = { event_id: string; account_id: number; source: string; on_day: string; change: string };

declare module '#projections/platform/reads' {
  interface Tables {
    igny8_invoices: InvoiceRow;
    igny8_invoice_lines: InvoiceLineRow;
    igny8_payments: PaymentRow;
    igny8_disputes: DisputeRow;
    igny8_credit_notes: CreditNoteRow;
    igny8_billing_accounts: BillingAccountRow;
    igny8_billables: BillableRow;
    igny8_account_credits: AccountCreditRow;
    igny8_add_on_purchases: PurchaseRow;
    igny8_indexing_credits: CreditEntryRow;
    igny8_indexing_credit_balances: { account_id: number; balance: number };
    igny8_feature_usage_log: FeatureUsageRow;
    igny8_plans: PlanRow;
    igny8_costs: CostRow;
    igny8_mrr_changes: MrrRow;
  }
}
