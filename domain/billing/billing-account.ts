import { accept, type Decider, type Decision, type Recorded, refuse } from '#domain/kernel/decider';
import { appended, changed, put, without } from '#domain/kernel/fold';
import type { InvoiceId } from '#domain/kernel/ids';
import { type Cents, cents, formatMoney } from '#domain/kernel/money';
import { firstDay, lastDay, monthOf, previousMonth } from '#domain/kernel/time';
import type {
  BillingAccount,
  BillingAccountCommand,
  BillingAccountEvent,
  BillingAccountRefusal,
  BillingDetails,
  Collection,
  MethodGateway,
  PaymentMethod,
} from './billing-account-messages.ts';
import { decideMethod, LABELS } from './billing-account-methods.ts';
import { type AccountCredit, type BillableLine, billingDateOf, NO_TAX, totalled } from './invoice-lines.ts';
import { chargeable } from './least-charge.ts';

type Command<T> = Extract<BillingAccountCommand, { type: T }>;
type Decided = Decision<BillingAccountEvent, BillingAccountRefusal>;

/**
 * The one place that decides what is billed: whatever runs twice, an item stands in at most one invoice that is not void,
 * because all of an account's items and drafts are in this one stream.
 */
export const billingAccount: Decider<
  BillingAccountCommand,
  BillingAccount,
  BillingAccountEvent,
  BillingAccountRefusal
> = {
  initial: { taxRate: NO_TAX, taxCause: null, billables: {}, drafts: {}, credits: [], methods: [] },
  evolve,
  decide: (command, state): Decided => {
    const { accountId: account_id, now: at } = command;
    switch (command.type) {
      case 'AddBillable': {
        const { billable, billingDate: billing_date } = command;
        if (state.billables[billable.key]) return accept();
        return accept({ type: 'BillableAdded', at, data: { account_id, billable, billing_date } });
      }
      case 'DraftInvoice':
        return draftInvoice(command, state);
      case 'DraftPrepaid':
        return draftPrepaid(command, state);
      case 'ReleaseInvoice': {
        const draft = state.drafts[command.invoiceId];
        if (!draft) return accept();
        const billing_date = draft.kind === 'regular' ? billingDateOf(command.today) : null;
        return accept({
          type: 'InvoiceReleased',
          at,
          data: { account_id, invoice_id: command.invoiceId, billing_date },
        });
      }
      case 'GrantCredit': {
        const { noteId: note_id, number, invoiceId: invoice_id, amount: amount_cents } = command;
        if (state.credits.some((credit) => credit.note_id === note_id)) return accept();
        const data = { account_id, note_id, number, invoice_id, amount_cents };
        return accept({ type: 'AccountCreditGranted', at, data });
      }
      case 'SetBillingDetails': {
        const { details } = command;
        if (state.details && isSame(state.details, details)) return accept();
        return accept({ type: 'BillingDetailsSet', at, data: { account_id, ...details } });
      }
      case 'SetTaxRate': {
        if (command.rate === state.taxRate) return accept();
        return accept({ type: 'TaxRateSet', at, data: { account_id, tax_rate: command.rate, reason: command.reason } });
      }
      case 'AddMethod':
      case 'SettleMethod':
      case 'RemoveMethod':
        return decideMethod(command, state);
    }
  },
};

function evolve(state: BillingAccount, event: Recorded<BillingAccountEvent>): BillingAccount {
  switch (event.type) {
    case 'BillableAdded': {
      const { billable, billing_date } = event.data;
      const waiting = { billable, billing_date, invoice_id: null };
      return { ...state, billables: put(state.billables, billable.key, waiting) };
    }
    case 'InvoiceDrafted': {
      const { invoice_id, keys, credits, kind, billing_date } = event.data;
      return {
        ...state,
        billables: withEach(state.billables, keys, (waiting) => ({ ...waiting, invoice_id })),
        drafts: put(state.drafts, invoice_id, { invoice_id, keys, credits, kind, billing_date }),
        credits: moved(state.credits, credits, -1, event.id),
      };
    }
    case 'InvoiceReleased': {
      const { invoice_id, billing_date } = event.data;
      const draft = state.drafts[invoice_id];
      if (!draft) return state;
      const back = (waiting: Waiting): Waiting =>
        waiting.invoice_id === invoice_id && billing_date !== null
          ? { ...waiting, invoice_id: null, billing_date }
          : waiting;
      return {
        ...state,
        drafts: without(state.drafts, invoice_id),
        billables: withEach(state.billables, draft.keys, back),
        credits: moved(state.credits, draft.credits, 1, event.id),
      };
    }
    case 'AccountCreditGranted': {
      const { note_id, number, amount_cents } = event.data;
      const credit = { note_id, number, remaining_cents: amount_cents, causes: [event.id] };
      return { ...state, credits: appended(state.credits, credit) };
    }
    case 'BillingDetailsSet': {
      const { account_id: _, ...details } = event.data;
      return { ...state, details };
    }
    case 'TaxRateSet':
      return { ...state, taxRate: event.data.tax_rate, taxCause: event.id };
    case 'PaymentMethodAdded':
      return { ...state, methods: appended(state.methods, added(event)) };
    case 'PaymentMethodAwaited': {
      const { method_id, customer, object } = event.data;
      return changeMethod(state, method_id, { customer, object });
    }
    case 'PaymentMethodProven': {
      const { method_id, customer, method, label, last4, expires } = event.data;
      const proven = { status: 'proven' as const, customer, method, label, last4, expires, object: null, error: null };
      return changeMethod(state, method_id, proven);
    }
    case 'PaymentMethodFailed':
      return changeMethod(state, event.data.method_id, { status: 'failed', error: event.data.error, object: null });
    case 'PaymentMethodRemoved':
      return { ...state, methods: state.methods.filter(({ id }) => id !== event.data.method_id) };
  }
}

type Waiting = BillingAccount['billables'][string];
type Used = { readonly note_id: number; readonly amount_cents: Cents };
const withEach = (
  billables: BillingAccount['billables'],
  keys: readonly string[],
  to: (waiting: Waiting) => Waiting,
): BillingAccount['billables'] =>
  keys.reduce((all, key) => {
    const known = all[key];
    return known ? put(all, key, to(known)) : all;
  }, billables);
/** Takes from credits what an invoice used of them, or gives it back. */
const moved = (credits: readonly AccountCredit[], used: readonly Used[], sign: 1 | -1, cause: string) =>
  used.reduce(
    (all, { note_id, amount_cents }) =>
      changed(
        all,
        (credit) => credit.note_id === note_id,
        (credit) => ({
          ...credit,
          remaining_cents: cents(credit.remaining_cents + sign * amount_cents),
          causes: appended(credit.causes, cause),
        }),
      ),
    credits,
  );
const isSame = (a: BillingDetails, b: BillingDetails): boolean =>
  a.name === b.name &&
  a.tax_id === b.tax_id &&
  a.email === b.email &&
  a.country === b.country &&
  a.address_lines.length === b.address_lines.length &&
  a.address_lines.every((line, n) => line === b.address_lines[n]);

const added = (event: Recorded<Extract<BillingAccountEvent, { type: 'PaymentMethodAdded' }>>): PaymentMethod => ({
  id: event.data.method_id,
  gateway: event.data.gateway,
  status: 'pending',
  label: LABELS[event.data.gateway],
  last4: null,
  expires: null,
  customer: null,
  method: null,
  object: null,
  error: null,
  test_card: event.data.test_card,
  added_at: event.at,
});
const changeMethod = (state: BillingAccount, id: number, to: Partial<PaymentMethod>): BillingAccount => ({
  ...state,
  methods: changed(
    state.methods,
    (method) => method.id === id,
    (method) => ({ ...method, ...to }),
  ),
});

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

function draftInvoice(command: Command<'DraftInvoice'>, state: BillingAccount): Decided {
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

function draftPrepaid(command: Command<'DraftPrepaid'>, state: BillingAccount): Decided {
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
