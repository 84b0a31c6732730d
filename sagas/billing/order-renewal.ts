import type { DomainEvent } from '#domain/kernel/decider';
import { plusHours } from '#domain/kernel/time';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { JsonObject } from '#runtime/event-store';
import { type SagaStep, saga } from '#runtime/saga';

type Renewed = Extract<BacklinkOrderEvent, { type: 'BacklinkOrderRenewed' }>['data'];
type Renewal = { readonly renewed: Renewed | null; readonly invoiceId: number | null; readonly paid: boolean };

/** Days that a prepaid renewal waits to be paid (ruling 1.12). */
const UNPAID_DAYS = 7;

/**
 * Opens the order that follows a monthly one; an instance for each renewal, so a crash in between loses none. A prepaid one
 * is invoiced and charged first, and approved once it is paid.
 */
export const orderRenewal = saga<Renewal, DomainEvent>({
  name: 'order-renewal',
  starts: {
    BacklinkOrderRenewed: (data) => ({
      instance: String(data['order_id']),
      keys: [`renewal:${String(data['successor_id'])}`],
    }),
  },
  listens: { InvoicePaid: (data) => `renewal:${String(data['order_id'])}` },
  initial: { renewed: null, invoiceId: null, paid: false },
  evolve: (state, entry) => {
    if (entry.kind !== 'input') return state;
    const { type, data } = entry.input;
    if (type === 'BacklinkOrderRenewed') return { ...state, renewed: data as unknown as Renewed };
    if (type === 'InvoicePaid') return { ...state, paid: true };
    const { invoice_id } = (data['result'] ?? {}) as { readonly invoice_id?: number };
    return invoice_id === undefined ? { ...state } : { ...state, invoiceId: invoice_id };
  },
  react: (input, { renewed, invoiceId, paid }): readonly SagaStep[] => {
    if (renewed === null) return [];
    const { order_id, successor_id, on } = renewed;
    const effect = (name: string, kind: string, payload: JsonObject): SagaStep => ({
      do: 'effect',
      name,
      kind,
      key: `renewal-${order_id}-${name}`,
      payload,
    });
    if (input.type === 'BacklinkOrderRenewed')
      return [effect('open', 'open_renewed_order', { order_id, successor_id, on })];
    if (input.type === 'InvoicePaid') return [effect('approve', 'approve_renewal', { order_id: successor_id })];
    if (input.type === 'TimerFired')
      return paid ? [] : [effect('expire', 'expire_renewal', { order_id: successor_id, invoice_id: invoiceId ?? 0 })];
    if (input.type !== 'EffectSucceeded') return [];
    if (input.data['name'] === 'open') return [effect('invoice', 'invoice_renewal', { order_id: successor_id })];
    const { prepaid } = (input.data['result'] ?? {}) as { readonly prepaid?: boolean };
    if (input.data['name'] !== 'invoice' || !prepaid) return [];
    return [{ do: 'timer', name: 'unpaid', at: plusHours(input.at, UNPAID_DAYS * 24) }];
  },
});
