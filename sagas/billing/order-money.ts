import { type Billable, orderKey } from '#domain/billing/invoice-lines';
import type { DomainEvent } from '#domain/kernel/decider';
import { put } from '#domain/kernel/fold';
import { plusHours } from '#domain/kernel/time';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

/** What was asked for, by its name, so that it can be asked again. */
type Asked = { readonly kind: string; readonly key: string; readonly payload: JsonObject };
type Money = { readonly asked: Readonly<Record<string, Asked>> };
type Data<T extends BacklinkOrderEvent['type']> = Extract<BacklinkOrderEvent, { type: T }>['data'];

const begun = (data: JsonObject) => ({
  instance: String(data['order_id']),
  keys: [`billable:${orderKey(Number(data['order_id']))}`],
});
const billableIn = (data: JsonObject) => data['billable'] as unknown as Billable;
const effect = (name: string, { kind, key, payload }: Asked): SagaStep => ({ do: 'effect', name, kind, key, payload });

/**
 * Money that an order has come to owe its client: what was prepaid and not delivered when it is cancelled, and what a
 * pass-through order was billed too much by once its costs are less. One instance an order of either kind. Where the money
 * cannot be given back yet, because a payment or a dispute is open, it is asked again.
 */
export const orderMoney = saga<Money, DomainEvent>({
  name: 'order-money',
  starts: { BacklinkOrderRepriced: begun, BacklinkOrderCancelled: begun },
  listens: { BillableAdded: (data) => `billable:${billableIn(data).key}` },
  initial: { asked: {} },
  evolve: (state, entry) => {
    if (entry.kind !== 'event' || entry.event.type !== 'EffectRequested') return state;
    const { name, kind, key, payload } = entry.event.data as Asked & { readonly name: string };
    return name.includes('#') ? state : { asked: put(state.asked, name, { kind, key, payload }) };
  },
  react: (input, { asked }): readonly SagaStep[] => {
    const name = String(input.data['name'] ?? '');
    switch (input.type) {
      case 'BacklinkOrderCancelled':
      case 'BacklinkOrderRepriced':
        return onOrder(input);
      case 'BillableAdded':
        return billed(input);
      case 'EffectSucceeded': {
        const { again_hours } = (input.data['result'] ?? {}) as { readonly again_hours?: number };
        if (again_hours === undefined) return [];
        return [{ do: 'timer', name: `again/${name.split('#')[0]}`, at: plusHours(input.at, again_hours) }];
      }
      case 'TimerFired': {
        const what = asked[name.slice('again/'.length)];
        return what ? [effect(`${name.slice('again/'.length)}#${input.id}`, what)] : [];
      }
      default:
        return [];
    }
  },
});

function onOrder({ id, type, data }: SagaInput): SagaStep[] {
  const { order_id, account_id, credit_cents = 0 } = data as unknown as Data<'BacklinkOrderRepriced'>;
  const ids = { order_id, account_id };
  if (type === 'BacklinkOrderCancelled') {
    const key = `order-${order_id}-cancelled`;
    return [effect('settle', { kind: 'settle_cancelled_order', key, payload: ids })];
  }
  if (credit_cents === 0) return [];
  const payload = { ...ids, event_id: id, amount_cents: credit_cents };
  return [effect(`credit/${id}`, { kind: 'credit_repriced_order', key: `order-repriced-${id}`, payload })];
}

/** Only what is passed through can become cheaper afterwards. */
function billed({ data }: SagaInput): SagaStep[] {
  const [line, ...more] = billableIn(data).lines;
  if (line?.kind !== 'pass_through' || more.length > 0) return [];
  const { order_id, amount_cents } = line;
  const payload = { order_id, account_id: data['account_id'] ?? 0, amount_cents };
  return [effect('billed', { kind: 'tell_order_billed', key: `order-${order_id}-billed`, payload })];
}
