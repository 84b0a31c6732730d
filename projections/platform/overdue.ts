import type { ReadScope } from '#runtime/table-reads';

/** What can wait for a person, whichever room it is of. */
export const OVERDUE_KINDS = [
  'onboarding',
  'content',
  'links',
  'replacement',
  'renewal',
  'indexing_review',
  'invoice',
  'dispute',
  'effect',
] as const;
export type OverdueKind = (typeof OVERDUE_KINDS)[number];

export type Overdue = {
  readonly kind: OverdueKind;
  readonly id: number;
  readonly account_id: number | null;
  readonly site_id: number | null;
  readonly since: string;
  readonly detail: string;
  readonly href: string;
};
/** What a room adds to the list: what of its own waits, as far as the caller may see it. */
export type OverduePart = (scope: ReadScope) => Promise<Overdue[]>;
