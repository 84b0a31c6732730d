import type { ProviderEventData } from '#domain/billing/provider-event';
import type { DomainEvent } from '#domain/kernel/decider';
import { plusHours } from '#domain/kernel/time';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

type Notice = { readonly data: ProviderEventData | null; readonly at: string; readonly tries: number };

/** What a notice is about may become known later than its retries last: it is looked at again, for as long as a dispute may run. */
const AGAIN_HOURS = 6;
const MOST_TRIES = 120;

/** Acts on a notice of a payment provider: asks how its object stands now and records that. One instance a notice. */
export const providerNotice = saga<Notice, DomainEvent>({
  name: 'provider-notice',
  starts: {
    ProviderEventReceived: (data) => ({
      instance: `${String(data['gateway'])}-${String(data['event_id'])}`,
      keys: [],
    }),
  },
  listens: {},
  initial: { data: null, at: '', tries: 0 },
  evolve: (state, entry) => {
    if (entry.kind === 'event')
      return entry.event.type === 'EffectRequested' ? { ...state, tries: state.tries + 1 } : state;
    const { type, data, at } = entry.input;
    return type === 'ProviderEventReceived'
      ? { ...state, data: data as unknown as ProviderEventData, at }
      : { ...state };
  },
  react: (input, state): readonly SagaStep[] => {
    if (input.type === 'ProviderEventReceived' || input.type === 'TimerFired') return applied(state);
    return gaveUp(input) && state.tries < MOST_TRIES
      ? [{ do: 'timer', name: 'again', at: plusHours(input.at, AGAIN_HOURS) }]
      : [];
  },
});

const gaveUp = ({ type }: SagaInput): boolean => type === 'EffectParked' || type === 'EffectOutcomeUnknown';

function applied({ data, at, tries }: Notice): SagaStep[] {
  if (data === null) return [];
  const name = tries === 0 ? 'apply' : `apply#${tries + 1}`;
  const key = `provider-event-${data.gateway}-${data.event_id}`;
  return [{ do: 'effect', name, kind: 'apply_provider_event', key, payload: { ...data, at } }];
}
