import type { Recorded } from '#domain/kernel/decider';
import { appended, changed, put, without } from '#domain/kernel/fold';
import { type Cents, cents } from '#domain/kernel/money';
import type { BillingAccount, BillingAccountEvent, PaymentMethod } from './billing-account-messages.ts';
import { LABELS } from './billing-account-methods.ts';
import { type AccountCredit, NO_TAX } from './invoice-lines.ts';

export const noBillingAccount: BillingAccount = {
  taxRate: NO_TAX,
  taxCause: null,
  billables: {},
  drafts: {},
  credits: [],
  methods: [],
};

export function evolveBillingAccount(state: BillingAccount, event: Recorded<BillingAccountEvent>): BillingAccount {
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
