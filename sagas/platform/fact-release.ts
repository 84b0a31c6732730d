import { appended } from '#domain/kernel/fold';
import { releaseFact } from '#domain/platform/effects';
import { type FactEvent, factOwnerKey, type Owner } from '#domain/platform/fact';
import type { FactOf } from '#domain/platform/fact-messages';
import { ask, saga } from '#runtime/typed-saga';

/** Streams of facts that wait for one owner. */
type Waiting = { readonly owner: Owner | null; readonly streams: readonly string[] };
type Types = {
  state: Waiting;
  starts: Extract<FactEvent, { type: 'FactHeld' }>;
  listens: FactOf<'AccountRegistered' | 'SiteRegistered' | 'CampaignPlanned' | 'SocialPostPublished'>;
  own: never;
  timers: Record<never, never>;
};

const release = (stream: string, when: string) =>
  ask(releaseFact, { name: `release/${stream}/${when}`, key: `release-${stream}-${when}`, payload: { stream } });
/** Named after what brought it up, so that each occasion is a try of its own. */
const releaseAll = ({ streams }: Waiting, { id }: { readonly id: string }) =>
  streams.map((stream) => release(stream, id));

/**
 * Applies facts that came before their owner (spec 7.1). A held fact is tried at once, in case
 * the owner came in between, and again when its owner is introduced.
 */
export const factRelease = saga<Types>()({
  name: 'fact-release',
  asks: [releaseFact],
  timers: {},
  starts: {
    FactHeld: ({ waiting_for }) => {
      const key = factOwnerKey(waiting_for);
      return { instance: key, keys: [key] };
    },
  },
  listens: {
    AccountRegistered: ({ account_id }) => factOwnerKey({ kind: 'account', id: account_id }),
    SiteRegistered: ({ site_id }) => factOwnerKey({ kind: 'site', id: site_id }),
    CampaignPlanned: ({ campaign_id }) => factOwnerKey({ kind: 'campaign', id: campaign_id }),
    SocialPostPublished: ({ post_id }) => factOwnerKey({ kind: 'social_post', id: post_id }),
  },
  initial: { owner: null, streams: [] },
  evolve(state, entry) {
    if (entry.kind !== 'heard' || entry.event.type !== 'FactHeld') return state;
    const { waiting_for: owner, stream } = entry.event.data;
    return { owner, streams: appended(state.streams, stream) };
  },
  keeps: () => true,
  on: {
    FactHeld: (_, { data: { stream } }) => [release(stream, 'held')],
    AccountRegistered: releaseAll,
    SiteRegistered: releaseAll,
    CampaignPlanned: releaseAll,
    SocialPostPublished: releaseAll,
  },
  answers: { release_fact: { failed: releaseAll, unknown: releaseAll, parked: releaseAll } },
  fired: {},
});
