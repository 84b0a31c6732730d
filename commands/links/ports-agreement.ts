import type { DisputeId } from '#domain/kernel/ids';

/** Somebody who may approve for an account: whoever they are, the room is told by what stands right of it or by default. */
export type Approving = { readonly name: string; readonly email: string };

/** What is asked of services, bills and people before silence may approve. */
export type AgreementPorts = {
  /** Those who may approve for the account, in an order that stays; the account's registered address where nobody else is known. */
  readonly mayApprove: (accountId: number) => Promise<readonly Approving[]>;
  /** Whether the managed services of the site are paused. */
  readonly paused: (siteId: number) => Promise<boolean>;
  /** Disputes about invoices of the account that are open. */
  readonly openDisputes: (accountId: number) => Promise<readonly DisputeId[]>;
};
