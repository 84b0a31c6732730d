import type { DisputeDocument } from '#domain/proof/dispute-document';

export type RenderDispute = (document: DisputeDocument) => Promise<Uint8Array>;

/** The bundles that were put together, by their hash. */
export type BundleStore = {
  put(bundle: { readonly disputeId: number; readonly sha256: string; readonly bytes: Uint8Array }): Promise<void>;
  get(sha256: string): Promise<Uint8Array | null>;
};
