import type { Opening } from '#domain/log/event-leaf';
import type { ProofKey, TreeHead } from '#domain/log/tree-head';
import type { RecordedEvent } from '#runtime/event-store';

/** Where an event stands in the sealed log, with what it is found by. */
export type LogEntry = {
  readonly leaf_index: number;
  readonly leaf_hash: string;
  readonly position: number;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly account_id: number | null;
  readonly correlation_id: string;
  readonly causation_id: string;
};
export type LogFilter = {
  readonly stream?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly accounts?: readonly number[] | undefined;
  readonly correlation_id?: string | undefined;
};
export type InclusionProof = {
  readonly event_id: string;
  readonly leaf_index: number;
  readonly leaf_hash: string;
  readonly tree_size: number;
  readonly path: readonly string[];
};
export type ConsistencyProof = { readonly from: number; readonly to: number; readonly path: readonly string[] };
/** Of a head that somebody kept: what the log must come to, and of which log it is, where that is known. */
export type KeptRoot = Pick<TreeHead, 'size' | 'root_hash'> & { readonly log_id?: unknown };

/**
 * What a look at the whole log found: that it holds, with how many heads, or the first thing that does not, and the leaf and the
 * event's position that this is about.
 */
export type LogVerdict =
  | { readonly holds: true; readonly size: number; readonly heads: number }
  | { readonly holds: false; readonly leaf_index: number; readonly position: number; readonly why: string };

/** Somebody who keeps heads; asked again with the same head it changes nothing. Answers null, or what went wrong. */
export type HeadSink = {
  readonly name: 'file' | 'webhook';
  publish(head: TreeHead & { readonly log_id: string }): Promise<string | null>;
};

/** The Merkle log over all events, sealed behind the store, whichever store it is. */
export interface ProofLog {
  /** Seals what has been appended, up to that position at least. */
  sealThrough(position: number): Promise<void>;
  /** The head of everything that is sealed, signed. */
  head(): Promise<TreeHead>;
  /** An event's proof in the tree of that size (by default of the newest head); null where it does not stand in it. */
  inclusion(eventId: string, size?: number): Promise<InclusionProof | null>;
  /** Null where there were never so many events. */
  consistency(from: number, to: number): Promise<ConsistencyProof | null>;
  entry(eventId: string): Promise<LogEntry | null>;
  /** Behind a position, in the order of the log. */
  entries(filter: LogFilter, after: number, limit: number): Promise<readonly LogEntry[]>;
  /** The text whose hash is the event's leaf. */
  leafText(event: RecordedEvent): string;
  /**
   * Computes every leaf and every subtree anew from the stored bytes, and compares what was sealed of them, the heads that were
   * signed, and heads that somebody kept. A store that holds may have events that are not sealed yet.
   */
  verify(kept?: readonly KeptRoot[]): Promise<LogVerdict>;
  /** Heads that were signed, the newest first. */
  heads(limit: number): Promise<readonly TreeHead[]>;
  /** What opens the withheld fields of an event. */
  openings(event: RecordedEvent): readonly Opening[];
  readonly logId: string;
  keys(): Promise<readonly ProofKey[]>;
  /** The present key's, SubjectPublicKeyInfo in DER, base64. */
  publicKey(): string;
  /** Signs a text with the present key: Ed25519, base64. */
  sign(text: string): { readonly key_id: string; readonly signature: string };
}
