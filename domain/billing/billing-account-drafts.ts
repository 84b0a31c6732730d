import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type { InvoiceId } from '#domain/kernel/ids';
import { type Cents, formatMoney } from '#domain/kernel/money';
import { firstDay, lastDay, monthOf, previousMonth } from '#domain/kernel/time';
import type {
  BillingAccount,
  BillingAccountCommand,
  BillingAccountEvent,
  BillingAccountRefusal,
  Collection,
  MethodGateway,
  PaymentMethod,
} from './billing-account-messages.ts';
import { type BillableLine, totalled } from './invoice-lines.ts';
import { chargeable } from './least-charge.ts';

type Command<T> = Extract<BillingAccountCommand, { type: T }>;
type Decided = Decision<BillingAccountEvent, BillingAccountRefusal>;

/**
 * The newest card that was proven: the one that is charged. Payment by hand is what remains where there is none: accepting it
 * is no reason to stop charging a card that its owner has not removed.
 */
export const defaultMethod = (state: BillingAccount): PaymentMethod | null => {
  const proven = state.methods.filter(({ status }) => status === 'proven');
  return proven.findLast(({ gateway }) => gateway !== 'manual') ?? proven.at(-1) ?? null;
};

/** How an invoice of this account is charged by itself; null where it waits to be paid. */
function collectionOf(state: BillingAccount, wanted: MethodGateway | null): Collection | null {
  if (wanted === 'manual') return null;
  if (wanted === 'paypal') return { gateway: 'paypal', method_id: null, customer: null, method: null };
  const method =
    wanted === null
      ? defaultMethod(state)
      : (state.methods.findLast(({ gateway, status }) => gateway === wanted && status === 'proven') ?? null);
  if (method?.gateway !== 'stripe') return null;
  return { gateway: 'stripe', method_id: method.id, customer: method.customer, method: method.method };
}

/** Keys that wait for that billing date, in the order in which they came. */
export const waitingFor = (state: BillingAccount, billingDate: string): string[] =>
  Object.entries(state.billables)
    .filter(([, waiting]) => waiting.invoice_id === null && waiting.billing_date === billingDate)
    .map(([key]) => key);

/** Billing dates up to `today` for which something waits, oldest first. */
export const datesDue = (state: BillingAccount, today: string): string[] =>
  [
    ...new Set(
      Object.values(state.billables)
        .filter((waiting) => waiting.invoice_id === null && waiting.billing_date <= today)
        .map(({ billing_date }) => billing_date),
    ),
  ].sort();

export function draftInvoice(command: Command<'DraftInvoice'>, state: BillingAccount): Decided {
  const { keys, billingDate, invoiceId, replaces, accountId: account_id, now: at } = command;
  const free = keys.flatMap((key) => {
    const waiting = state.billables[key];
    return waiting && waiting.invoice_id === null ? [waiting.billable] : [];
  });
  if (free.length === 0)
    return replaces === null
      ? accept()
      : refuse({
          code: 'invalid_state',
          message: `what invoice ${replaces} billed has been billed again already`,
          currentState: 'billed',
        });
  const period = previousMonth(monthOf(billingDate));
  const content = contentOf(
    state,
    free.flatMap(({ lines }) => lines),
  );
  const collection = collectionOf(state, null);
  if (tooLittle(content.total_cents, collection))
    return replaces === null ? accept() : carriedOver(replaces, content.total_cents);
  return accept({
    type: 'InvoiceDrafted',
    at,
    data: {
      invoice_id: invoiceId,
      account_id,
      kind: 'regular',
      billing_date: billingDate,
      period_start: firstDay(period),
      period_end: lastDay(period),
      ...content,
      collection,
      purchase_id: null,
      order_id: null,
      keys: free.map(({ key }) => key),
      replaces,
    },
  });
}

/** What the card cannot be charged with waits, and stands in the next invoice that comes to enough. */
const tooLittle = (total: Cents, collection: Collection | null): boolean =>
  collection !== null && total > 0 && !chargeable(total, collection.gateway);

/** Whether an invoice of these items would come to less than the account's card can be charged with. */
export function comesToTooLittle(state: BillingAccount, keys: readonly string[]): boolean {
  const lines = keys.flatMap((key) => state.billables[key]?.billable.lines ?? []);
  return tooLittle(contentOf(state, lines).total_cents, collectionOf(state, null));
}

const carriedOver = (replaces: InvoiceId, total: Cents): Decided =>
  refuse({
    code: 'invalid_state',
    message: `what invoice ${replaces} billed comes to ${formatMoney(total)}, which a card cannot be charged with: it will stand in the account’s next invoice`,
    currentState: 'carried_over',
  });

/** What is prepaid cannot wait: it uses no credit that would leave less than the card can be charged with. */
function prepaidContent(state: BillingAccount, billed: readonly BillableLine[], collection: Collection | null) {
  let usable = state.credits.filter(({ remaining_cents }) => remaining_cents > 0);
  for (;;) {
    const content = contentOf({ ...state, credits: usable }, billed);
    const total = content.total_cents;
    if (usable.length === 0 || !tooLittle(total, collection)) return content;
    usable = usable.slice(0, -1);
  }
}

function contentOf(state: BillingAccount, billed: readonly BillableLine[]) {
  const usable = state.credits.filter(({ remaining_cents }) => remaining_cents > 0);
  return {
    ...totalled(billed, { rate: state.taxRate, cause: state.taxCause }, usable),
    tax_rate: state.taxRate,
  };
}

export function draftPrepaid(command: Command<'DraftPrepaid'>, state: BillingAccount): Decided {
  const { billable, gateway, purchaseId, orderId, invoiceId, today, accountId: account_id, now: at } = command;
  if (state.billables[billable.key]) return accept();
  const collection = collectionOf(state, gateway);
  return accept<BillingAccountEvent>(
    { type: 'BillableAdded', at, data: { account_id, billable, billing_date: today } },
    {
      type: 'InvoiceDrafted',
      at,
      data: {
        invoice_id: invoiceId,
        account_id,
        kind: 'prepaid',
        billing_date: today,
        period_start: today,
        period_end: today,
        ...prepaidContent(state, billable.lines, collection),
        collection,
        purchase_id: purchaseId,
        order_id: orderId,
        keys: [billable.key],
        replaces: null,
      },
    },
  );
}
