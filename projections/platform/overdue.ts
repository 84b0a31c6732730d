import type { EffectKind } from '#domain/kernel/effect-kind';
import type { ReadScope, RunReads } from '#runtime/table-reads';

/** Something that waits for a person. Each room says of what kinds it has. */
export type Overdue = {
  readonly kind: string;
  readonly id: number;
  readonly account_id: number | null;
  readonly site_id: number | null;
  readonly since: string;
  readonly detail: string;
  readonly href: string;
  /** Whose turn it is; ours where nothing is said. */
  readonly waiting_for?: 'client' | 'us';
};
/** As far as the caller may see it. */
export type FindOverdue = (scope: ReadScope) => Promise<readonly Overdue[]>;
/** What of a room waits for a person, and the kinds that it may be of. */
export type OverduePart = {
  readonly kinds: readonly string[];
  readonly find: (run: RunReads) => FindOverdue;
  /** Families of effects whose outcome the room tells in its own words: they are not told as effects besides. */
  readonly tellsOf?: readonly EffectKind<string, object, object, true>[];
};
