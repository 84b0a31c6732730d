import type { DomainEvent } from '#domain/kernel/decider';
import { type SagaStep, saga } from '#runtime/saga';

/** Acts on a notice of a payment provider: asks how its object stands now and records that. One instance a notice. */
export const providerNotice = saga<null, DomainEvent>({
  name: 'provider-notice',
  starts: {
    ProviderEventReceived: (data) => ({
      instance: `${String(data['gateway'])}-${String(data['event_id'])}`,
      keys: [],
    }),
  },
  listens: {},
  initial: null,
  evolve: (state) => state,
  react: ({ type, data, at }): readonly SagaStep[] => {
    if (type !== 'ProviderEventReceived') return [];
    const key = `provider-event-${String(data['gateway'])}-${String(data['event_id'])}`;
    return [{ do: 'effect', name: 'apply', kind: 'apply_provider_event', key, payload: { ...data, at } }];
  },
});
