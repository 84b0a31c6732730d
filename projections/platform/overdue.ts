import type { Kysely } from 'kysely';
import type { ReadScope, Tables } from './reads.ts';

/** Something that waits for a person. Each room says of what kinds it has. */
export type Overdue = {
  readonly kind: string;
  readonly id: number;
  readonly account_id: number | null;
  readonly site_id: number | null;
  readonly since: string;
  readonly detail: string;
  readonly href: string;
};
export type FindOverdue = (db: Kysely<Tables>, scope: ReadScope) => Promise<readonly Overdue[]>;
/** What of a room waits for a person, and the kinds that it may be of. */
export type OverduePart = { readonly kinds: readonly string[]; readonly find: FindOverdue };
