import { approveRenewal, expireRenewal, invoiceRenewal } from '#domain/billing/effects';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { plusHours } from '#domain/kernel/time';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { openRenewedOrder } from '#domain/links/effects';
import { ask, saga } from '#runtime/typed-saga';

type Renewed = Extract<BacklinkOrderEvent, { type: 'BacklinkOrderRenewed' }>;
type Types = {
  state: { readonly renewed: Renewed['data'] | null; readonly invoiceId: number | null; readonly paid: boolean };
  starts: Renewed;
  listens: Extract<InvoiceEvent, { type: 'InvoicePaid' }>;
  own: never;
  timers: { unpaid: object };
};

/** Days that a prepaid renewal waits to be paid (ruling 1.12). */
const UNPAID_DAYS = 7;

/**
 * Opens the order that follows a monthly one; an instance for each renewal, so a crash in between loses none. A prepaid one
 * is invoiced and charged first, and approved once it is paid.
 */
export const orderRenewal = saga<Types>()({
  name: 'order-renewal',
  asks: [openRenewedOrder, approveRenewal, invoiceRenewal, expireRenewal],
  timers: { unpaid: (name) => (name === 'unpaid' ? {} : null) },
  starts: {
    BacklinkOrderRenewed: ({ order_id, successor_id }) => ({
      instance: String(order_id),
      keys: [`renewal:${successor_id}`],
    }),
  },
  listens: { InvoicePaid: ({ order_id }) => `renewal:${order_id}` },
  initial: { renewed: null, invoiceId: null, paid: false },
  evolve(state, entry) {
    if (entry.kind === 'heard')
      return entry.event.type === 'InvoicePaid' ? { ...state, paid: true } : { ...state, renewed: entry.event.data };
    const answer = entry.kind === 'answered' ? entry.answer : null;
    return answer?.kind === 'invoice_renewal' && answer.outcome === 'succeeded'
      ? { ...state, invoiceId: answer.result.invoice_id ?? null }
      : state;
  },
  keeps: () => true,
  rests: ({ renewed }) => renewed === null,
  on: {
    BacklinkOrderRenewed: (_, { data: { order_id, successor_id, on } }) => [
      ask(openRenewedOrder, { name: 'open', key: `renewal-${order_id}-open`, payload: { order_id, successor_id, on } }),
    ],
    InvoicePaid: ({ renewed }) =>
      renewed
        ? [
            ask(approveRenewal, {
              name: 'approve',
              key: `renewal-${renewed.order_id}-approve`,
              payload: { order_id: renewed.successor_id },
            }),
          ]
        : [],
  },
  answers: {
    open_renewed_order: {
      succeeded: (_, { asked: { payload } }) => [
        ask(invoiceRenewal, {
          name: 'invoice',
          key: `renewal-${payload.order_id}-invoice`,
          payload: { order_id: payload.successor_id },
        }),
      ],
    },
    invoice_renewal: {
      succeeded: (_, { at, result }) =>
        result.prepaid
          ? [{ do: 'timer', timer: 'unpaid', name: 'unpaid', at: plusHours(at, UNPAID_DAYS * 24), data: {} }]
          : [],
    },
  },
  fired: {
    unpaid: ({ renewed, invoiceId, paid }) =>
      renewed && !paid
        ? [
            ask(expireRenewal, {
              name: 'expire',
              key: `renewal-${renewed.order_id}-expire`,
              payload: { order_id: renewed.successor_id, invoice_id: invoiceId ?? 0 },
            }),
          ]
        : [],
  },
});
