import type { BacklinkOrderEvent } from '#domain/backlink-order-messages';
import type { DomainEvent } from '#domain/kernel/decider';
import { type SagaStep, saga } from '#runtime/saga';

type Renewed = Extract<BacklinkOrderEvent, { type: 'BacklinkOrderRenewed' }>['data'];

/** Opens the order that follows a monthly one; an instance for each renewal, so a crash in between loses none. */
export const orderRenewal = saga<{ readonly opened: boolean }, DomainEvent>({
  name: 'order-renewal',
  starts: { BacklinkOrderRenewed: (data) => ({ instance: String(data['order_id']), keys: [] }) },
  listens: {},
  initial: { opened: false },
  evolve: (state, entry) =>
    entry.kind === 'input' && entry.input.type === 'EffectSucceeded' ? { opened: true } : state,
  react: (input): readonly SagaStep[] => {
    if (input.type !== 'BacklinkOrderRenewed') return [];
    const { order_id, successor_id, on } = input.data as unknown as Renewed;
    const payload = { order_id, successor_id, on };
    return [{ do: 'effect', name: 'open', kind: 'open_renewed_order', key: `renewal-${order_id}`, payload }];
  },
});
