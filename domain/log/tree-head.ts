import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** What a signed head of the log says: so many events, under that root. */
export type TreeHead = {
  readonly size: number;
  /** Lower-case hex. */
  readonly root_hash: string;
  readonly issued_at: Instant;
  readonly key_id: string;
  /** Ed25519 over `signedText`, base64. */
  readonly signature: string;
};

/** The very text that is signed, as UTF-8: six lines, each ended by a line feed. */
export const signedText = (log: string, { size, root_hash, issued_at, key_id }: Omit<TreeHead, 'signature'>): string =>
  ['igny8-business tree head v1', log, String(size), root_hash, issued_at, key_id, ''].join('\n');

/** What is signed where one key takes over from another: five lines. */
export const handoverText = (log: string, from: string, to: string, publicKey: string): string =>
  ['igny8-business key handover v1', log, from, to, publicKey, ''].join('\n');

/** A key that heads are signed with, as everybody may know it. */
export type ProofKey = {
  readonly key_id: string;
  /** SubjectPublicKeyInfo in DER, base64. */
  readonly public_key: string;
  readonly since: Instant;
  /** The key before it, and its signature over `handoverText`; null for the first, or where the old key was lost. */
  readonly previous: string | null;
  readonly handover: string | null;
};

/** A head was given to those who keep heads. */
export type TreeHeadEvent = DomainEvent<
  'TreeHeadPublished',
  TreeHead & { readonly log_id: string; readonly sinks: readonly string[] }
>;
export type TreeHeadCommand = {
  readonly type: 'Publish';
  readonly head: TreeHead;
  readonly logId: string;
  readonly sinks: readonly string[];
  readonly now: Instant;
};

/** Heads that were published, in one stream; a head that is no longer than the last one is not published again. */
export const publishedHeads: Decider<TreeHeadCommand, TreeHead | null, TreeHeadEvent, never> = {
  initial: null,
  evolve: (_, event) => {
    switch (event.type) {
      case 'TreeHeadPublished': {
        const { log_id: __, sinks: ___, ...head } = event.data;
        return head;
      }
    }
  },
  decide: ({ head, logId: log_id, sinks, now: at }, last) =>
    last !== null && head.size <= last.size
      ? accept()
      : accept({ type: 'TreeHeadPublished', at, data: { ...head, log_id, sinks } }),
};
