import type { Instant } from '#domain/kernel/time';

/** What a guarantee may cover: the link is gone, gives no worth any more, its page is out of the index, or its page is gone. */
export const GUARANTEE_REASONS = ['lost', 'nofollow', 'deindexed', 'page_dead'] as const;
export type GuaranteeReason = (typeof GUARANTEE_REASONS)[number];
export const REMEDIES = ['replacement', 'credit'] as const;
export type Remedy = (typeof REMEDIES)[number];
/** How long a replacement is guaranteed: the rest of its predecessor's time, or a time of its own. */
export const REPLACEMENT_WINDOWS = ['rest', 'fresh'] as const;

/** What an order guarantees of its links; frozen by its approval. */
export type GuaranteeTerms = {
  /** Counted from going live, in steps of 24 hours. */
  readonly days: number;
  readonly covers: readonly GuaranteeReason[];
  readonly remedy: Remedy;
  readonly replacement_window: (typeof REPLACEMENT_WINDOWS)[number];
};

/** The terms of orders that were approved before terms were kept with them, and those that the price book starts with. */
export const STARTING_GUARANTEE: GuaranteeTerms = {
  days: 90,
  covers: ['lost'],
  remedy: 'replacement',
  replacement_window: 'fresh',
};

/** What one link is guaranteed; `until` where it ends on its predecessor's day, however long it has been live. */
export type LinkGuarantee = Pick<GuaranteeTerms, 'days' | 'covers' | 'remedy'> & { readonly until?: Instant };

/** The terms as a link takes them; `replacedUntil` is when the guarantee of the link that it replaces ends. */
export function linkGuarantee(terms: GuaranteeTerms, replacedUntil: Instant | null): LinkGuarantee {
  const { days, covers, remedy, replacement_window } = terms;
  const rest = replacement_window === 'rest' && replacedUntil !== null;
  return { days, covers, remedy, ...(rest ? { until: replacedUntil } : {}) };
}
