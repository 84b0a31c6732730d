import type { FileType } from '#domain/platform/stored-file';

/**
 * Files by name: parts of lower-case letters, digits, dots, dashes and underscores, between slashes. What is put under a name takes
 * the place of what was there, whole or not at all. Throws `StoreUnavailable` where the store does not answer.
 */
export type ObjectStore = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** Null where there is none of that name. */
  get(key: string): Promise<Uint8Array | null>;
  /** What is not there is no trouble. */
  delete(key: string): Promise<void>;
  /** All names that begin so; whole parts, ending in `/`. */
  list(prefix: string): Promise<readonly string[]>;
};

/** Files of an account, sealed under the account's own key (spec 13, 4.10); `sha256` is of what was put, in hex. */
export type AccountFiles = {
  put(accountId: number, bytes: Uint8Array, type: string): Promise<{ readonly sha256: string; readonly size: number }>;
  /** Null where there is none, or where the account was erased; throws where the bytes are not those that were put. */
  get(accountId: number, sha256: string): Promise<Uint8Array | null>;
  delete(accountId: number, sha256: string): Promise<void>;
  /** Deletes the account's files that can never be read again, as its key was deleted; answers how many. */
  sweep(accountId: number): Promise<number>;
};

/** Files that people sent, each by itself: sealed like the others of an account, and gone with its key. */
export type SentFiles = {
  put(
    accountId: number,
    fileId: number,
    bytes: Uint8Array,
  ): Promise<{ readonly sha256: string; readonly size: number }>;
  /** As `get` of `AccountFiles`. */
  get(accountId: number, fileId: number, sha256: string): Promise<Uint8Array | null>;
  delete(accountId: number, fileId: number, sha256: string): Promise<void>;
  sweep(accountId: number): Promise<number>;
};

/** What is in a file, whatever it is called; `refused` says in words why it is not taken. */
export type InspectFile = (bytes: Uint8Array) => Promise<{ readonly type: FileType } | { readonly refused: string }>;
