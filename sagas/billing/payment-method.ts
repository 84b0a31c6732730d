import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import type { DomainEvent } from '#domain/kernel/decider';
import type { JsonObject } from '#runtime/event-store';
import { type SagaStep, saga } from '#runtime/saga';

type Added = Extract<BillingAccountEvent, { type: 'PaymentMethodAdded' }>['data'];
const ofMethod = (data: JsonObject) => `method:${String(data['method_id'])}`;

/** Has the gateway save a method, and charges what is open once it is proven. One instance a method. */
export const paymentMethod = saga<null, DomainEvent>({
  name: 'payment-method',
  starts: { PaymentMethodAdded: (data) => ({ instance: String(data['method_id']), keys: [ofMethod(data)] }) },
  listens: { PaymentMethodProven: ofMethod },
  initial: null,
  evolve: (state) => state,
  react: ({ type, data }): readonly SagaStep[] => {
    const { method_id, account_id, gateway } = data as unknown as Added;
    const effect = (name: string, kind: string): SagaStep => ({
      do: 'effect',
      name,
      kind,
      key: `method-${method_id}-${name}`,
      payload: { method_id, account_id },
    });
    if (gateway !== 'stripe') return [];
    if (type === 'PaymentMethodAdded') return [effect('set_up', 'set_up_stripe')];
    return type === 'PaymentMethodProven' ? [effect('collect', 'collect_open_invoices')] : [];
  },
});
