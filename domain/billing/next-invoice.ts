import type { AccountId, InvoiceId } from '#domain/kernel/ids';
import { type Cents, ZERO } from '#domain/kernel/money';
import { type Day, firstDay, type Instant, type Month, monthOf, nextMonth } from '#domain/kernel/time';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { type ManagedSubscription, monthsDue } from '#domain/services/managed-subscription';
import { monthLines } from '#domain/services/service-month';
import { billingAccount } from './billing-account.ts';
import { defaultMethod } from './billing-account-drafts.ts';
import type { BillingAccount, BillingAccountCommand, BillingAccountEvent } from './billing-account-messages.ts';
import {
  type Billable,
  type InvoiceLine,
  monthKey,
  renewalBillable,
  serviceMonthLines,
  type TaxRate,
  totalled,
} from './invoice-lines.ts';

/** A subscription with the name of its site. */
export type Served = { readonly state: ManagedSubscription; readonly domain: string };
/** An order that has ended and is not put down for billing yet, or is already: it counts once. */
export type Ended = { readonly billable: Billable; readonly billingDate: Day };
export type NextInvoice = {
  readonly lines: readonly InvoiceLine[];
  readonly subtotal: Cents;
  readonly taxRate: TaxRate;
  readonly tax: Cents;
  readonly total: Cents;
  /** It comes to less than the account’s card can be charged with, so it waits for the one after it. */
  readonly carriedOver: boolean;
};

/** Stands where an event would that has not happened; see `recordedCauses`. */
const NOT_RECORDED = '';
export const recordedCauses = (causes: readonly string[]): string[] => causes.filter((id) => id !== NOT_RECORDED);
export const asRecorded = <E extends object>(event: E): E & { readonly id: string } => ({ ...event, id: NOT_RECORDED });

/** The day on which the running month is billed. */
export const nextBillingDate = (today: Day): Day => firstDay(nextMonth(monthOf(today)));

/**
 * The account’s next regular invoice as things stand: what waits, and each month up to the running one as it would be if nothing else
 * happened in it, with the orders that have ended, put together by the decider that puts invoices together. Nothing is recorded.
 */
export function nextInvoice(
  account: BillingAccount,
  served: readonly Served[],
  at: { readonly today: Day; readonly now: Instant; readonly accountId: AccountId },
  ended: readonly Ended[] = [],
): NextInvoice {
  const billingDate = nextBillingDate(at.today);
  const months = served.flatMap((each) => monthsOf(each, at.today)).map((billable) => ({ billable, billingDate }));
  const state = [...months, ...ended].reduce(
    (before, added) => decided(before, { type: 'AddBillable', ...added, ...at }),
    account,
  );
  const keys = Object.entries(state.billables)
    .filter(([, waiting]) => waiting.invoice_id === null && waiting.billing_date <= billingDate)
    .map(([key]) => key);
  const ids = { invoiceId: -1 as InvoiceId, replaces: null };
  const drafted = billingAccount.decide({ type: 'DraftInvoice', ...ids, billingDate, keys, ...at }, state);
  const draft = drafted.accepted ? drafted.events.find((event) => event.type === 'InvoiceDrafted') : undefined;
  const lines = keys.flatMap((key) => state.billables[key]?.billable.lines ?? []);
  const usable = state.credits.filter(({ remaining_cents }) => remaining_cents > 0);
  const sums = draft?.data ?? totalled(lines, { rate: state.taxRate, cause: state.taxCause }, usable);
  return {
    lines: sums.lines,
    subtotal: sums.subtotal_cents,
    taxRate: state.taxRate,
    tax: sums.tax_cents,
    total: sums.total_cents,
    carriedOver: draft === undefined && keys.length > 0,
  };
}

/**
 * The invoice of its own that a prepaid order which renews comes to, and the account as it is once that stands: it may have used
 * credit that the next regular one then has not.
 */
export function renewalInvoice(
  account: BillingAccount,
  { order, domain }: { readonly order: KnownOrder; readonly domain: string },
  at: { readonly today: Day; readonly now: Instant; readonly accountId: AccountId },
): { readonly total: Cents; readonly account: BillingAccount } {
  const gateway = defaultMethod(account)?.gateway ?? 'stripe';
  const billable = renewalBillable(order, domain, NOT_RECORDED);
  const ids = { invoiceId: -order.orderId as InvoiceId, purchaseId: null, orderId: order.orderId };
  const drafted = billingAccount.decide({ type: 'DraftPrepaid', billable, gateway, ...ids, ...at }, account);
  const events = drafted.accepted ? drafted.events : [];
  const draft = events.find((event) => event.type === 'InvoiceDrafted');
  const after = events.reduce((before, event) => billingAccount.evolve(before, asRecorded(event)), account);
  return { total: draft?.data.total_cents ?? ZERO, account: after };
}

/** The account as it would be with another tax rate; the same where it has that one already. */
export const withTaxRate = (
  account: BillingAccount,
  rate: TaxRate,
  at: { readonly today: Day; readonly now: Instant; readonly accountId: AccountId },
): BillingAccount => decided(account, { type: 'SetTaxRate', rate, reason: null, ...at });

function decided(state: BillingAccount, command: BillingAccountCommand): BillingAccount {
  const decision = billingAccount.decide(command, state);
  const events: readonly BillingAccountEvent[] = decision.accepted ? decision.events : [];
  return events.reduce((before, event) => billingAccount.evolve(before, asRecorded(event)), state);
}

/** Months that are not closed yet, with the running one. What was put down before counts as it was put down. */
function monthsOf({ state, domain }: Served, today: Day): Billable[] {
  if (state.status === 'none') return [];
  const { subscriptionId, siteId, history } = state;
  const months = new Set<Month>([...monthsDue(state, today).map(({ month }) => month), monthOf(today)]);
  return [...months].flatMap((month) => {
    const lines = serviceMonthLines({ subscriptionId, siteId, domain, month }, monthLines(history, month));
    return lines.length === 0 ? [] : [{ key: monthKey(subscriptionId, month), lines }];
  });
}
