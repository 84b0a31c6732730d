import type { DomainEvent } from '#domain/kernel/decider';
import { appended } from '#domain/kernel/fold';
import { type FactData, factOwnerKey, introduces, type Owner } from '#domain/platform/fact';
import type { JsonObject } from '#runtime/event-store';
import { type SagaStep, saga } from '#runtime/saga';

/** Streams of facts that wait for one owner. */
type Waiting = { readonly owner: Owner | null; readonly streams: readonly string[] };

const introduced = (type: string) => (data: JsonObject) =>
  factOwnerKey(introduces(type, data as FactData) ?? { kind: 'site', id: 0 });
const release = (stream: string, when: string): SagaStep => ({
  do: 'effect',
  name: `release/${stream}/${when}`,
  kind: 'release_fact',
  key: `release-${stream}-${when}`,
  payload: { stream },
});

/**
 * Applies facts that came before their owner (spec 7.1). A held fact is tried at once, in case
 * the owner came in between, and again when its owner is introduced.
 */
export const factRelease = saga<Waiting, DomainEvent>({
  name: 'fact-release',
  starts: {
    FactHeld: (data) => {
      const key = factOwnerKey(data['waiting_for'] as unknown as Owner);
      return { instance: key, keys: [key] };
    },
  },
  listens: {
    AccountRegistered: introduced('AccountRegistered'),
    SiteRegistered: introduced('SiteRegistered'),
    CampaignPlanned: introduced('CampaignPlanned'),
    SocialPostPublished: introduced('SocialPostPublished'),
  },
  initial: { owner: null, streams: [] },
  evolve: (state, entry) => {
    if (entry.kind !== 'input') return state;
    const { type, data } = entry.input;
    if (type === 'FactHeld')
      return {
        owner: data['waiting_for'] as unknown as Owner,
        streams: appended(state.streams, String(data['stream'])),
      };
    return { ...state };
  },
  react: (input, state) => {
    if (input.type === 'FactHeld') return [release(String(input.data['stream']), 'held')];
    if (input.type === 'EffectSucceeded') return [];
    return state.streams.map((stream) => release(stream, input.id));
  },
});
