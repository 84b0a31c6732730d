import type { DisputeDocument } from '#domain/proof/dispute-document';
import type { JsonValue } from '#runtime/event-store';
import type { ReadTables } from '#runtime/read-model';

export type RenderDispute = (document: DisputeDocument) => Promise<Uint8Array>;

/** A file of an account by its SHA-256 in hex; null where there is none any more. */
export type FileOf = (account: number, sha256: string) => Promise<Uint8Array | null>;
/** The same of a file that somebody sent. */
export type SentFileOf = (
  account: number,
  file: { readonly id: number; readonly sha256: string },
) => Promise<Uint8Array | null>;

/** `path` is `/table/key/column`. */
export type ReplayDifference = { readonly path: string; readonly stored: JsonValue; readonly replayed: JsonValue };
export type Replayed = {
  readonly equal: boolean;
  readonly position: number;
  readonly differences: readonly ReplayDifference[];
};

/**
 * What reports showed, collected anew and compared; null where there is no such report. `rebuilt` has read models of an account as its
 * events alone make them.
 */
export type CompareReport = (
  id: number,
  rebuilt: (models: readonly string[], account: number) => Promise<ReadTables>,
) => Promise<Replayed | null>;

/** The bundles that were put together, by their hash. */
export type BundleStore = {
  put(bundle: {
    readonly disputeId: number;
    readonly accountId: number;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  }): Promise<void>;
  /** Null where there is none, also where its account was erased since. */
  get(sha256: string): Promise<Uint8Array | null>;
};
