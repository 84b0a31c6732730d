import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { collectOpenInvoices, setUp } from '#domain/billing/effects';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends BillingAccountEvent['type']> = Extract<BillingAccountEvent, { type: T }>;
type Types = {
  state: null;
  starts: Event<'PaymentMethodAdded'>;
  listens: Event<'PaymentMethodProven'>;
  own: never;
  timers: Record<never, never>;
};

const ofMethod = ({ method_id }: { readonly method_id: number }) => `method:${method_id}`;

/** Has the gateway save a method, and charges what is open once it is proven. One instance a method. */
export const paymentMethod = saga<Types>()({
  name: 'payment-method',
  asks: [setUp, collectOpenInvoices],
  timers: {},
  starts: { PaymentMethodAdded: (data) => ({ instance: String(data.method_id), keys: [ofMethod(data)] }) },
  listens: { PaymentMethodProven: ofMethod },
  initial: null,
  evolve: (state) => state,
  on: {
    PaymentMethodAdded(_, { data: { method_id, account_id, gateway } }) {
      if (gateway !== 'stripe') return [];
      const payload = { method_id, account_id };
      return [ask(setUp, { name: 'set_up', key: `method-${method_id}-set_up`, member: gateway, payload })];
    },
    PaymentMethodProven(_, { data: { method_id, account_id, gateway } }) {
      if (gateway !== 'stripe') return [];
      const payload = { method_id, account_id };
      return [ask(collectOpenInvoices, { name: 'collect', key: `method-${method_id}-collect`, payload })];
    },
  },
  fired: {},
});
