import type { AddOnEvent } from '#domain/billing/add-on';
import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { expirePurchase, fulfilPurchase, invoicePurchase } from '#domain/billing/effects';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends AddOnEvent['type']> = Extract<AddOnEvent, { type: T }>;
type Bought = Event<'AddOnPurchased'>['data'];
type Waiting = { readonly bought: Bought | null; readonly done: boolean };
type Types = {
  state: Waiting;
  starts: Event<'AddOnPurchased'>;
  listens:
    | Extract<InvoiceEvent, { type: 'InvoicePaid' }>
    | Extract<BillingAccountEvent, { type: 'PaymentMethodProven' }>
    | Event<'AddOnActivated'>
    | Event<'AddOnExpired'>
    | Event<'AddOnRefunded'>;
  own: never;
  timers: { expire: object };
};

/** How long a purchase that ran out waits for a payment that is still on its way. */
const WAIT_MINUTES = 60;
const ofPurchase = ({ purchase_id }: { readonly purchase_id: number | null }) => `purchase:${purchase_id}`;
const ofAccount = ({ account_id }: { readonly account_id: number }) => `account:${account_id}`;
const waiting = ({ bought, done }: Waiting): Bought | null => (done ? null : bought);
/** What is billed in arrears needs no payment, only a way to pay that is proven. */
const isPrepaid = ({ terms }: Bought) => terms.kind !== 'managed-service';

/** Brings a purchase to its end: delivered once it is paid or its way of payment is proven, else expired (spec 4.3). */
export const addOnPurchase = saga<Types>()({
  name: 'add-on-purchase',
  asks: [invoicePurchase, fulfilPurchase, expirePurchase],
  timers: { expire: (name) => (name === 'expire' ? {} : null) },
  starts: {
    AddOnPurchased: (data) => ({ instance: String(data.purchase_id), keys: [ofPurchase(data), ofAccount(data)] }),
  },
  listens: {
    InvoicePaid: ofPurchase,
    PaymentMethodProven: ofAccount,
    AddOnActivated: ofPurchase,
    AddOnExpired: ofPurchase,
    AddOnRefunded: ofPurchase,
  },
  initial: { bought: null, done: false },
  evolve(state, entry) {
    if (entry.kind !== 'heard') return state;
    switch (entry.event.type) {
      case 'AddOnPurchased':
        return { ...state, bought: entry.event.data };
      case 'AddOnActivated':
      case 'AddOnExpired':
      case 'AddOnRefunded':
        return { ...state, done: true };
      case 'InvoicePaid':
      case 'PaymentMethodProven':
        return state;
    }
  },
  keeps: () => true,
  on: {
    AddOnPurchased(state, { id }) {
      const bought = waiting(state);
      if (!bought) return [];
      if (!isPrepaid(bought)) return [ask(fulfilPurchase, step(bought, id, 'fulfil'))];
      const invoice = ask(invoicePurchase, step(bought, id, 'invoice'));
      return bought.expires_at === null ? [invoice] : [invoice, expiring(bought.expires_at)];
    },
    InvoicePaid(state, { id }) {
      const bought = waiting(state);
      return bought ? [ask(fulfilPurchase, step(bought, id, 'fulfil'))] : [];
    },
    PaymentMethodProven(state, { id }) {
      const bought = waiting(state);
      return bought && !isPrepaid(bought) ? [ask(fulfilPurchase, step(bought, id, 'fulfil'))] : [];
    },
    // Nothing is left to wait for, before its time was up.
    AddOnActivated: () => [{ do: 'cancel_timer', name: 'expire' }],
    AddOnRefunded: () => [{ do: 'cancel_timer', name: 'expire' }],
    AddOnExpired: () => [],
  },
  answers: {
    expire_purchase: {
      succeeded: (state, { at, result }) =>
        waiting(state) && result.expired === false ? [expiring(plusMinutes(at, WAIT_MINUTES))] : [],
    },
  },
  fired: {
    expire(state, { id }) {
      const bought = waiting(state);
      return bought ? [ask(expirePurchase, step(bought, id, 'expire'))] : [];
    },
  },
});

const expiring = (at: Instant) => ({
  do: 'timer' as const,
  timer: 'expire' as const,
  name: 'expire',
  at,
  data: {},
});
const step = ({ purchase_id, account_id }: Bought, id: string, name: string) => ({
  name: `${name}/${id}`,
  key: `purchase-${purchase_id}-${name}-${id}`,
  payload: { purchase_id, account_id },
});
