import { applyProviderEvent } from '#domain/billing/effects';
import type { ProviderEvent, ProviderEventData } from '#domain/billing/provider-event';
import { type Instant, plusHours } from '#domain/kernel/time';
import { ask, saga } from '#runtime/typed-saga';

type Notice = {
  readonly told: (ProviderEventData & { readonly at: Instant }) | null;
  /** How often it was asked to be applied. */
  readonly tries: number;
};
type Types = {
  state: Notice;
  starts: Extract<ProviderEvent, { type: 'ProviderEventReceived' }>;
  listens: never;
  own: never;
  timers: { again: object };
};

/** What a notice is about may become known later than its retries last: it is looked at again, for as long as a dispute may run. */
const AGAIN_HOURS = 6;
const MOST_TRIES = 120;

const again = ({ tries }: Notice, { at }: { readonly at: Instant }) =>
  tries < MOST_TRIES
    ? [{ do: 'timer' as const, timer: 'again' as const, name: 'again', at: plusHours(at, AGAIN_HOURS), data: {} }]
    : [];

/** Acts on a notice of a payment provider: asks how its object stands now and records that. One instance a notice. */
export const providerNotice = saga<Types>()({
  name: 'provider-notice',
  asks: [applyProviderEvent],
  timers: { again: (name) => (name === 'again' ? {} : null) },
  starts: { ProviderEventReceived: ({ gateway, event_id }) => ({ instance: `${gateway}-${event_id}`, keys: [] }) },
  listens: {},
  initial: { told: null, tries: 0 },
  evolve(state, entry) {
    if (entry.kind === 'asked') return { ...state, tries: state.tries + 1 };
    return entry.kind === 'heard' ? { ...state, told: { ...entry.event.data, at: entry.event.at } } : state;
  },
  keeps: () => true,
  on: { ProviderEventReceived: applied },
  answers: { apply_provider_event: { parked: again, unknown: again } },
  fired: { again: applied },
});

function applied({ told, tries }: Notice) {
  if (told === null) return [];
  const name = tries === 0 ? 'apply' : `apply#${tries + 1}`;
  return [ask(applyProviderEvent, { name, key: `provider-event-${told.gateway}-${told.event_id}`, payload: told })];
}
