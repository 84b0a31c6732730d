import type { Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';

/** Endpoints of Ahrefs API v3 that are used, by the last part of their path. */
export const AHREFS_ENDPOINTS = [
  'limits-and-usage',
  'domain-rating',
  'backlinks-stats',
  'all-backlinks',
  'refdomains',
  'organic-keywords',
  'top-pages',
  'pages-by-traffic',
  'metrics',
  'metrics-history',
  'refdomains-history',
  'domain-rating-history',
] as const;
export type AhrefsEndpoint = (typeof AHREFS_ENDPOINTS)[number];
/** As they stand in the query string; lists are comma-joined by the caller. */
export type AhrefsParams = Readonly<Record<string, string | number>>;

export type AhrefsAnswer =
  | {
      readonly ok: true;
      /** What stands under the endpoint's envelope key: an object, or a list of rows. */
      readonly data: JsonObject | readonly JsonObject[];
      readonly units: number;
      readonly rows: number;
      readonly cache: 'hit' | 'miss' | 'no_cache';
    }
  | {
      readonly ok: false;
      readonly kind:
        | 'unauthorized'
        | 'forbidden'
        | 'units_exhausted'
        | 'bad_request'
        | 'no_data'
        | 'rate_limited'
        | 'temporary'
        | 'unreadable';
      readonly error: string;
      /** Units that the answer's headers say were spent all the same; of an answer that was lost, the most that it can have cost. */
      readonly units: number;
      readonly retryAfterMs?: number;
    };

/** Ahrefs API v3. Never throws; the key stands in no error. */
export type AhrefsClient = {
  call(key: string, endpoint: AhrefsEndpoint, params: AhrefsParams): Promise<AhrefsAnswer>;
  /** What a call would cost at most, in units: at least 50, or the cost of a row times its rows. 0 where it is free. */
  estimate(endpoint: AhrefsEndpoint, params: AhrefsParams): number;
};

/** Secrets of accounts, sealed under keys of their own; they stand in no event. */
export type Vault = {
  /** Seals the text under that reference for that account; a reference that is there already is sealed anew. */
  put(ref: string, accountId: number, text: string): Promise<void>;
  /** Null where there is none. Throws where it was sealed for another account or with a key that is not known. */
  open(ref: string, accountId: number): Promise<string | null>;
  remove(ref: string): Promise<void>;
};

/** Answers that were paid for, kept for a while. */
export type AhrefsCache = {
  get(key: string, now: Instant): Promise<{ readonly value: JsonObject; readonly at: Instant } | null>;
  put(key: string, value: JsonObject, at: Instant, until: Instant): Promise<void>;
};
