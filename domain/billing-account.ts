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
import { type AccountCredit, type BillableLine, billingDateOf, NO_TAX, totalled } from './invoice-lines.ts';
import { accept, type Decider, type Decision, type Recorded, refuse } from './kernel/decider.ts';
import { cents } from './kernel/money.ts';
import { firstDay, lastDay, monthOf, previousMonth } from './kernel/time.ts';

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
      return { ...state, billables: { ...state.billables, [billable.key]: waiting } };
    }
    case 'InvoiceDrafted': {
      const { invoice_id, keys, credits, kind, billing_date } = event.data;
      const taken = keys.flatMap((key) => {
        const known = state.billables[key];
        return known ? [[key, { ...known, invoice_id }] as const] : [];
      });
      const used = new Map(credits.map(({ note_id, amount_cents }) => [note_id, amount_cents]));
      return {
        ...state,
        billables: { ...state.billables, ...Object.fromEntries(taken) },
        drafts: { ...state.drafts, [invoice_id]: { invoice_id, keys, credits, kind, billing_date } },
        credits: state.credits.map((credit) => moved(credit, -(used.get(credit.note_id) ?? 0), event.id)),
      };
    }
    case 'InvoiceReleased': {
      const { invoice_id, billing_date } = event.data;
      const { [invoice_id]: draft, ...drafts } = state.drafts;
      if (!draft) return state;
      const freed = Object.entries(state.billables).map(([key, waiting]) => {
        const back = waiting.invoice_id === invoice_id && billing_date !== null;
        return [key, back ? { ...waiting, invoice_id: null, billing_date } : waiting];
      });
      const back = new Map(draft.credits.map(({ note_id, amount_cents }) => [note_id, amount_cents]));
      const credits = state.credits.map((credit) => moved(credit, back.get(credit.note_id) ?? 0, event.id));
      return { ...state, drafts, billables: Object.fromEntries(freed), credits };
    }
    case 'AccountCreditGranted': {
      const { note_id, number, amount_cents } = event.data;
      const credit = { note_id, number, remaining_cents: amount_cents, causes: [event.id] };
      return { ...state, credits: [...state.credits, credit] };
    }
    case 'BillingDetailsSet': {
      const { account_id: _, ...details } = event.data;
      return { ...state, details };
    }
    case 'TaxRateSet':
      return { ...state, taxRate: event.data.tax_rate, taxCause: event.id };
    case 'PaymentMethodAdded':
      return { ...state, methods: [...state.methods, added(event)] };
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

const isSame = (a: BillingDetails, b: BillingDetails): boolean =>
  a.name === b.name &&
  a.tax_id === b.tax_id &&
  a.email === b.email &&
  a.country === b.country &&
  a.address_lines.length === b.address_lines.length &&
  a.address_lines.every((line, n) => line === b.address_lines[n]);

const moved = (credit: AccountCredit, by: number, cause: string): AccountCredit =>
  by === 0
    ? credit
    : { ...credit, remaining_cents: cents(credit.remaining_cents + by), causes: [...credit.causes, cause] };
const added = (event: Recorded<Extract<BillingAccountEvent, { type: 'PaymentMethodAdded' }>>): PaymentMethod => ({
  ...{ id: event.data.method_id, gateway: event.data.gateway, status: 'pending', label: LABELS[event.data.gateway] },
  ...{ last4: null, expires: null, customer: null, method: null, object: null, error: null },
  ...{ test_card: event.data.test_card, added_at: event.at },
});
const LABELS: Readonly<Record<MethodGateway, string>> = {
  stripe: 'Card',
  paypal: 'PayPal, each payment approved',
  manual: 'Bank transfer',
};
const changeMethod = (state: BillingAccount, id: number, to: Partial<PaymentMethod>): BillingAccount => ({
  ...state,
  methods: state.methods.map((method) => (method.id === id ? { ...method, ...to } : method)),
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
  return accept({
    type: 'InvoiceDrafted',
    at,
    data: {
      ...{ invoice_id: invoiceId, account_id, kind: 'regular', billing_date: billingDate },
      ...{ period_start: firstDay(period), period_end: lastDay(period) },
      ...contentOf(
        state,
        free.flatMap(({ lines }) => lines),
      ),
      ...{ collection: collectionOf(state, null), purchase_id: null, order_id: null },
      ...{ keys: free.map(({ key }) => key), replaces },
    },
  });
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
  return accept<BillingAccountEvent>(
    { type: 'BillableAdded', at, data: { account_id, billable, billing_date: today } },
    {
      type: 'InvoiceDrafted',
      at,
      data: {
        ...{ invoice_id: invoiceId, account_id, kind: 'prepaid', billing_date: today },
        ...{ period_start: today, period_end: today, ...contentOf(state, billable.lines) },
        ...{ collection: collectionOf(state, gateway), purchase_id: purchaseId, order_id: orderId },
        ...{ keys: [billable.key], replaces: null },
      },
    },
  );
}

function decideMethod(command: Command<'AddMethod' | 'SettleMethod' | 'RemoveMethod'>, state: BillingAccount): Decided {
  const { accountId: account_id, methodId: method_id, now: at } = command;
  const known = state.methods.find(({ id }) => id === method_id);
  if (command.type === 'AddMethod') {
    if (known) return accept();
    const { gateway, testCard: test_card } = command;
    const added: BillingAccountEvent = {
      type: 'PaymentMethodAdded',
      at,
      data: { account_id, method_id, gateway, test_card },
    };
    // What is paid by transfer, or approved each time, has nothing that a gateway could prove.
    if (gateway !== 'manual') return accept(added);
    const proven = { customer: null, method: null, label: LABELS[gateway], last4: null, expires: null };
    return accept<BillingAccountEvent>(added, {
      type: 'PaymentMethodProven',
      at,
      data: { account_id, method_id, gateway, ...proven },
    });
  }
  if (!known) return refuse({ code: 'not_found', message: `there is no payment method ${method_id}` });
  if (command.type === 'RemoveMethod')
    return accept({ type: 'PaymentMethodRemoved', at, data: { account_id, method_id } });
  const { done } = command;
  if (known.status !== 'pending') return accept();
  if (done.outcome === 'failed')
    return accept({ type: 'PaymentMethodFailed', at, data: { account_id, method_id, error: done.error } });
  if (done.outcome === 'proven') {
    const { outcome: _, ...proof } = done;
    const data = { account_id, method_id, gateway: known.gateway, ...proof };
    return accept({ type: 'PaymentMethodProven', at, data });
  }
  if (known.object === done.object) return accept();
  const { customer, object } = done;
  return accept({ type: 'PaymentMethodAwaited', at, data: { account_id, method_id, customer, object } });
}
