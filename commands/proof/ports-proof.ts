import type { DisputeDocument } from '#domain/proof/dispute-document';

export type RenderDispute = (document: DisputeDocument) => Promise<Uint8Array>;

/** A file of an account by its SHA-256 in hex; null where there is none any more. */
export type FileOf = (account: number, sha256: string) => Promise<Uint8Array | null>;

/** The bundles that were put together, by their hash. */
export type BundleStore = {
  put(bundle: { readonly disputeId: number; readonly sha256: string; readonly bytes: Uint8Array }): Promise<void>;
  get(sha256: string): Promise<Uint8Array | null>;
};
