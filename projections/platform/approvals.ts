import type { ReadScope } from '#runtime/table-reads';

/** Something that waits for a yes or a no. Each room says of what kinds it has. */
export type Approval = {
  readonly kind: string;
  readonly id: number;
  readonly account_id: number | null;
  readonly site_id: number | null;
  readonly title: string;
  readonly since: string;
  readonly waiting_for: 'client' | 'us';
  /** When silence approves it, where silence does. */
  readonly silent_on?: string | null;
  readonly href: string;
};
/** As far as the caller may see it. */
export type FindApprovals = (scope: ReadScope) => Promise<readonly Approval[]>;
