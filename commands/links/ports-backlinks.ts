import type { LiveEvidence } from '#domain/links/live-check';
import type { JsonObject } from '#runtime/event-store';

/** What a look at a page found. */
export type PageEvidence = LiveEvidence;
/** Fetches the page through the guarded client and looks for a link to `target`. Never throws. */
export type CheckPage = (question: { readonly url: string; readonly target: string }) => Promise<PageEvidence>;

export const INDEXING_SERVICES = ['speedyindex', 'omega', 'colossus', 'linkcentaur', 'manual'] as const;
export type IndexingServiceName = (typeof INDEXING_SERVICES)[number];

export type Submission =
  | { readonly outcome: 'accepted'; readonly reference: string | null }
  /** Certainly not taken, and the same again would not be. `no_balance` is told to people. */
  | {
      readonly outcome: 'refused';
      readonly reason: 'bad_url' | 'no_balance' | 'not_allowed';
      readonly error: string;
    }
  /** Certainly not taken; may be later. Also while the circuit is open. */
  | { readonly outcome: 'temporary'; readonly error: string }
  /** May have been taken: the answer was lost, or cannot be read. */
  | { readonly outcome: 'unknown'; readonly error: string };

export type IndexingService = {
  readonly name: IndexingServiceName;
  /** `reference` is ours, the same for every attempt at one step of one link. Never throws. */
  submit(request: { readonly url: string; readonly reference: string }): Promise<Submission>;
  /** Whether a submission of that reference arrived; left out where the service cannot be asked. Never throws. */
  readonly lookUp?: (
    reference: string,
  ) => Promise<
    | { readonly outcome: 'accepted'; readonly reference: string | null }
    | { readonly outcome: 'not_found' }
    | { readonly outcome: 'temporary'; readonly error: string }
  >;
};

export type IndexFinding = { readonly indexed: boolean; readonly evidence: JsonObject };
export type IndexCheck =
  /** By URL; a URL that the service said nothing of is left out. */
  | { readonly outcome: 'found'; readonly findings: ReadonlyMap<string, IndexFinding> }
  /** The service is still at it; ask again with this task. */
  | { readonly outcome: 'pending'; readonly task: string }
  | { readonly outcome: 'failed'; readonly error: string };

/** Tells whether pages are in Google's index; many at once. Never throws. */
export type IndexChecker = {
  readonly name: string;
  /** At most so many URLs in one question. */
  readonly batch: number;
  start(urls: readonly string[], reference: string): Promise<IndexCheck>;
  resume(task: string): Promise<IndexCheck>;
};

/** Pings engines that take part in IndexNow; free, for pages of hosts whose key we hold. */
export type IndexNow = {
  holds(url: string): boolean;
  ping(url: string): Promise<{ readonly ok: boolean; readonly status: number | null; readonly error: string | null }>;
};

export type IndexingPort = {
  /** In the order in which they are tried. */
  readonly order: readonly IndexingServiceName[];
  readonly services: Readonly<Partial<Record<IndexingServiceName, IndexingService>>>;
  readonly checker: IndexChecker | null;
  readonly indexNow: IndexNow;
};
