import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** Flags that switch whole parts of the product (spec 7.4), with their value until somebody sets them. */
export const LAUNCH_FLAGS = { managed_services_enabled: true } as const;
export type LaunchFlag = keyof typeof LAUNCH_FLAGS;

/** `account_id` null: the whole environment. An account's own setting wins over it. */
export type LaunchFlagEvent = DomainEvent<
  'LaunchFlagSet',
  {
    readonly flag: LaunchFlag;
    readonly account_id: AccountId | null;
    readonly enabled: boolean;
    readonly reason: string | null;
  }
>;
type State = { readonly enabled: boolean | null };
export type LaunchFlagCommand = {
  readonly type: 'Set';
  readonly flag: LaunchFlag;
  readonly accountId: AccountId | null;
  readonly enabled: boolean;
  readonly reason: string | null;
  readonly now: Instant;
};

/** One stream per flag and account (or environment); setting what is set already appends nothing. */
export const launchFlag: Decider<LaunchFlagCommand, State, LaunchFlagEvent, never> = {
  initial: { enabled: null },
  evolve: (_, event): State => ({ enabled: event.data.enabled }),
  decide: ({ flag, accountId, enabled, reason, now }, state) =>
    state.enabled === enabled
      ? accept()
      : accept({ type: 'LaunchFlagSet', at: now, data: { flag, account_id: accountId, enabled, reason } }),
};
