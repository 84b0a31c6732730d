import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import { appended } from '#domain/kernel/fold';
import type { Instant } from '#domain/kernel/time';
import type { ProofKey } from './tree-head.ts';

/** A key that heads of the log are signed with from here on; its private half is never in an event. */
export type SigningKeyEvent = DomainEvent<
  'SigningKeyIntroduced',
  {
    readonly key_id: string;
    readonly public_key: string;
    readonly previous: string | null;
    /** The previous key's signature over the handover; both null for the first, and where the previous one was lost. */
    readonly handover: string | null;
  }
>;
export type SigningKeyCommand = {
  readonly type: 'Introduce';
  readonly keyId: string;
  readonly publicKey: string;
  /** The signature of the key before it, where that one can still sign. */
  readonly handover: string | null;
  readonly now: Instant;
};

/** All keys of the log in one stream, the first one first. Introducing the present one appends nothing. */
export const signingKeys: Decider<SigningKeyCommand, readonly ProofKey[], SigningKeyEvent, never> = {
  initial: [],
  evolve: (keys, event) => {
    switch (event.type) {
      case 'SigningKeyIntroduced':
        return appended(keys, { ...event.data, since: event.at });
    }
  },
  decide: ({ keyId, publicKey, handover, now }, keys) => {
    const last = keys.at(-1);
    if (last?.key_id === keyId) return accept();
    // Where the key before it is lost nothing leads on from it: whoever kept its heads is told of this one in another way.
    const previous = handover === null ? null : (last?.key_id ?? null);
    const data = { key_id: keyId, public_key: publicKey, previous, handover: previous === null ? null : handover };
    return accept({ type: 'SigningKeyIntroduced', at: now, data });
  },
};
