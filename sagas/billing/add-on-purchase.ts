import type { AddOnEvent } from '#domain/billing/add-on';
import type { DomainEvent } from '#domain/kernel/decider';
import { plusMinutes } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

type Bought = Extract<AddOnEvent, { type: 'AddOnPurchased' }>['data'];
type Waiting = { readonly bought: Bought | null; readonly done: boolean };

/** How long a purchase that ran out waits for a payment that is still on its way. */
const WAIT_MINUTES = 60;
/** After these there is nothing left to wait for; those that come before the time is up stop its clock. */
const ENDS: ReadonlySet<string> = new Set(['AddOnActivated', 'AddOnExpired', 'AddOnRefunded']);
const STOPS: ReadonlySet<string> = new Set(['AddOnActivated', 'AddOnRefunded']);
const ofPurchase = (data: JsonObject) => `purchase:${String(data['purchase_id'])}`;

/** Brings a purchase to its end: delivered once it is paid or its way of payment is proven, else expired (spec 4.3). */
export const addOnPurchase = saga<Waiting, DomainEvent>({
  name: 'add-on-purchase',
  starts: {
    AddOnPurchased: (data) => ({
      instance: String(data['purchase_id']),
      keys: [ofPurchase(data), `account:${String(data['account_id'])}`],
    }),
  },
  listens: {
    InvoicePaid: ofPurchase,
    PaymentMethodProven: (data) => `account:${String(data['account_id'])}`,
    AddOnActivated: ofPurchase,
    AddOnExpired: ofPurchase,
    AddOnRefunded: ofPurchase,
  },
  initial: { bought: null, done: false },
  evolve: (state, entry) => {
    if (entry.kind !== 'input') return state;
    const { type, data } = entry.input;
    if (type === 'AddOnPurchased') return { ...state, bought: data as unknown as Bought };
    return ENDS.has(type) ? { ...state, done: true } : { ...state };
  },
  react: (input, { bought, done }): readonly SagaStep[] => {
    if (bought === null || done) return STOPS.has(input.type) ? [{ do: 'cancel_timer', name: 'expire' }] : [];
    const prepaid = bought.terms.kind !== 'managed-service';
    switch (input.type) {
      case 'AddOnPurchased':
        if (!prepaid) return [step(bought, input, 'fulfil', 'fulfil_purchase')];
        return [
          step(bought, input, 'invoice', 'invoice_purchase'),
          ...(bought.expires_at === null ? [] : [{ do: 'timer' as const, name: 'expire', at: bought.expires_at }]),
        ];
      case 'InvoicePaid':
        return [step(bought, input, 'fulfil', 'fulfil_purchase')];
      case 'PaymentMethodProven':
        return prepaid ? [] : [step(bought, input, 'fulfil', 'fulfil_purchase')];
      case 'TimerFired':
        return [step(bought, input, 'expire', 'expire_purchase')];
      case 'EffectSucceeded': {
        const { expired } = (input.data['result'] ?? {}) as { readonly expired?: boolean };
        return expired === false ? [{ do: 'timer', name: 'expire', at: plusMinutes(input.at, WAIT_MINUTES) }] : [];
      }
      default:
        return [];
    }
  },
});

const step = ({ purchase_id, account_id }: Bought, { id }: SagaInput, name: string, kind: string): SagaStep => ({
  do: 'effect',
  name: `${name}/${id}`,
  kind,
  key: `purchase-${purchase_id}-${name}-${id}`,
  payload: { purchase_id, account_id },
});
