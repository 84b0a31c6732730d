import type { BillingAccountEvent } from '#domain/billing/billing-account-messages';
import { creditRepricedOrder, settleCancelledOrder, tellOrderBilled } from '#domain/billing/effects';
import { orderKey } from '#domain/billing/invoice-lines';
import type { PayloadOf } from '#domain/kernel/effect-kind';
import { put } from '#domain/kernel/fold';
import type { OrderId } from '#domain/kernel/ids';
import { ZERO } from '#domain/kernel/money';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { ask, saga } from '#runtime/typed-saga';

type OrderEvent<T extends BacklinkOrderEvent['type']> = Extract<BacklinkOrderEvent, { type: T }>;
type Settle = PayloadOf<typeof settleCancelledOrder>;
type Credit = PayloadOf<typeof creditRepricedOrder>;
/** What it came to owe and may have to ask for again: when it was cancelled, and by the event that made it cheaper. */
type Money = { readonly cancelled: Settle | null; readonly credits: Readonly<Record<string, Credit>> };
type Types = {
  state: Money;
  starts: OrderEvent<'BacklinkOrderRepriced'> | OrderEvent<'BacklinkOrderCancelled'> | OrderEvent<'GuaranteeSettled'>;
  listens: Extract<BillingAccountEvent, { type: 'BillableAdded' }>;
  own: never;
  timers: { settle_again: object; credit_again: { readonly event_id: string } };
};

const begun = ({ order_id }: { readonly order_id: OrderId }) => ({
  instance: String(order_id),
  keys: [`billable:${orderKey(order_id)}`],
});
/** `more` tells what is asked again from what was asked first; the key is the same. */
const settle = (payload: Settle, more = '') =>
  ask(settleCancelledOrder, { name: `settle${more}`, key: `order-${payload.order_id}-cancelled`, payload });
const credit = (payload: Credit, more = '') =>
  ask(creditRepricedOrder, {
    name: `credit/${payload.event_id}${more}`,
    key: `order-repriced-${payload.event_id}`,
    payload,
  });
/** A claim that is remedied by money; what is passed on later in its life is remedied already. */
const isCredited = ({ outcome, remedy }: OrderEvent<'GuaranteeSettled'>['data']): boolean =>
  outcome === 'accepted' && remedy === 'credit';
type Waited = { readonly at: Instant; readonly result: { readonly again_hours?: number } };
const CREDIT_AGAIN = 'again/credit/';

/**
 * Money that an order has come to owe its client: what was prepaid and not delivered when it is cancelled, what a
 * pass-through order was billed too much by once its costs are less, and what a broken guarantee is credited with. One
 * instance an order of any kind. Where the money
 * cannot be given back yet, because a payment or a dispute is open, it is asked again.
 */
export const orderMoney = saga<Types>()({
  name: 'order-money',
  asks: [settleCancelledOrder, creditRepricedOrder, tellOrderBilled],
  timers: {
    settle_again: (name) => (name === 'again/settle' ? {} : null),
    credit_again: (name) => (name.startsWith(CREDIT_AGAIN) ? { event_id: name.slice(CREDIT_AGAIN.length) } : null),
  },
  starts: {
    BacklinkOrderRepriced: begun,
    BacklinkOrderCancelled: begun,
    GuaranteeSettled: (data) => (isCredited(data) ? begun(data) : null),
  },
  listens: { BillableAdded: ({ billable }) => `billable:${billable.key}` },
  initial: { cancelled: null, credits: {} },
  evolve(state, entry) {
    if (entry.kind !== 'asked') return state;
    const { asked } = entry;
    if (asked.kind === 'settle_cancelled_order') return { ...state, cancelled: asked.payload };
    return asked.kind === 'credit_repriced_order'
      ? { ...state, credits: put(state.credits, asked.payload.event_id, asked.payload) }
      : state;
  },
  on: {
    BacklinkOrderCancelled: (_, { data: { order_id, account_id } }) => [settle({ order_id, account_id })],
    BacklinkOrderRepriced(_, { id, data: { order_id, account_id, credit_cents } }) {
      if (!credit_cents) return [];
      return [credit({ order_id, account_id, event_id: id, amount_cents: credit_cents })];
    },
    GuaranteeSettled(_, { id, data }) {
      if (!isCredited(data)) return [];
      const { order_id, account_id, claim_id, amount_cents } = data;
      return [credit({ order_id, account_id, event_id: id, amount_cents: amount_cents ?? ZERO, claim_id })];
    },
    /** Only what is passed through can become cheaper afterwards. */
    BillableAdded(_, { data: { account_id, billable } }) {
      const [line, ...more] = billable.lines;
      if (line?.kind !== 'pass_through' || line.order_id === null || more.length > 0) return [];
      const { order_id, amount_cents } = line;
      const payload = { order_id: order_id as OrderId, account_id, amount_cents };
      return [ask(tellOrderBilled, { name: 'billed', key: `order-${order_id}-billed`, payload })];
    },
  },
  answers: {
    settle_cancelled_order: {
      succeeded: (_, answer) =>
        waits(answer).map((at) => ({ do: 'timer', timer: 'settle_again', name: 'again/settle', at, data: {} })),
    },
    credit_repriced_order: {
      succeeded(_, answer) {
        const { event_id } = answer.asked.payload;
        const name = `${CREDIT_AGAIN}${event_id}`;
        return waits(answer).map((at) => ({ do: 'timer', timer: 'credit_again', name, at, data: { event_id } }));
      },
    },
  },
  fired: {
    settle_again: ({ cancelled }, { id }) => (cancelled ? [settle(cancelled, `#${id}`)] : []),
    credit_again({ credits }, { id, data }) {
      const owed = credits[data.event_id];
      return owed ? [credit(owed, `#${id}`)] : [];
    },
  },
});

/** When to ask again, where it could not be given back yet. */
const waits = ({ at, result }: Waited): readonly Instant[] =>
  result.again_hours === undefined ? [] : [plusHours(at, result.again_hours)];
