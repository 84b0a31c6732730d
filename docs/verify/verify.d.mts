/** What `verify.mjs` answers; see README.md. */
export type Summary = {
  readonly invoice_id: number;
  readonly number: string;
  readonly total: string;
  /** Every line's amount, each re-computed from events. */
  readonly amounts: readonly { readonly line_id: number; readonly rule: string; readonly amount: string }[];
  readonly events: number;
  readonly log_id: string;
  readonly log_size: number;
  readonly issued_at: string;
  readonly key_id: string;
  readonly first_key_id: string;
  readonly older_heads: number;
  readonly key_given: boolean;
  /** How the invoice stood after the last of its events in the bundle. */
  readonly status: string;
  readonly paid: string;
  readonly amount_due: string;
  readonly until: string;
  /** What follows from nothing in the bundle, in words. */
  readonly stated: readonly string[];
  /** SHA-256 of the `verify.mjs` that the bundle carries. */
  readonly carried: string;
};
export type Kept = {
  /** Tree heads that the reader kept, parsed. */
  readonly heads?: unknown;
  /** Answers of `GET /api/v1/audit/consistency/`, parsed. */
  readonly consistency?: unknown;
  /** The id of a key that the reader got in another way. */
  readonly key?: string | null;
};
export type Answer =
  | { readonly verdict: 'holds'; readonly why: null; readonly summary: Summary }
  | { readonly verdict: 'undecided'; readonly why: string; readonly summary: Summary }
  | { readonly verdict: 'broken'; readonly why: string; readonly summary: null };

export function verify(bytes: Uint8Array, kept?: Kept): Answer;
