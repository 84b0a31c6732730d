import { accept, type Decision, refuse } from '#domain/kernel/decider';
import type {
  BillingAccount,
  BillingAccountCommand,
  BillingAccountEvent,
  BillingAccountRefusal,
  MethodGateway,
} from './billing-account-messages.ts';

type Command<T> = Extract<BillingAccountCommand, { type: T }>;
type Decided = Decision<BillingAccountEvent, BillingAccountRefusal>;

export const LABELS: Readonly<Record<MethodGateway, string>> = {
  stripe: 'Card',
  paypal: 'PayPal, each payment approved',
  manual: 'Bank transfer',
};

/** How an account pays: what a method is proven by, and that it is removed. */
export function decideMethod(
  command: Command<'AddMethod' | 'SettleMethod' | 'RemoveMethod'>,
  state: BillingAccount,
): Decided {
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
