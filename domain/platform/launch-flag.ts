import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** Flags that switch whole parts of the product (spec 7.4), with their value until somebody sets them. */
export const LAUNCH_FLAGS = { managed_services_enabled: true } as const;
export type LaunchFlag = keyof typeof LAUNCH_FLAGS;

/** Installations that a flag is set for by name; what names none holds in all of them. */
export const LAUNCH_ENVIRONMENTS = ['staging', 'production'] as const;
export type LaunchEnvironment = (typeof LAUNCH_ENVIRONMENTS)[number];

/** Whom a setting is for. An account's own setting beats a percentage, which beats the environment. */
export type FlagScope = {
  readonly flag: LaunchFlag;
  /** Null: every account. */
  readonly accountId: AccountId | null;
  /** Null: every environment. */
  readonly environment: LaunchEnvironment | null;
};

/** `account_id` null: every account. `environment` and `percentage` (whole, 0 to 100) came later; they are left out where there is none. */
export type LaunchFlagEvent = DomainEvent<
  'LaunchFlagSet',
  {
    readonly flag: LaunchFlag;
    readonly account_id: AccountId | null;
    readonly enabled: boolean;
    readonly reason: string | null;
    readonly environment?: LaunchEnvironment;
    readonly percentage?: number;
  }
>;
type State = { readonly enabled: boolean | null; readonly percentage: number | null };
export type LaunchFlagCommand = FlagScope & {
  readonly type: 'Set';
  readonly enabled: boolean;
  /** The share of accounts for which it is on; null: by `enabled` alone. */
  readonly percentage: number | null;
  readonly reason: string | null;
  readonly now: Instant;
};
export type LaunchFlagRefusal = {
  readonly code: 'invalid_values';
  readonly message: string;
  readonly pointer: string;
};

/** One stream per flag, environment and account; setting what is set already appends nothing. */
export const launchFlag: Decider<LaunchFlagCommand, State, LaunchFlagEvent, LaunchFlagRefusal> = {
  initial: { enabled: null, percentage: null },
  evolve: (_, { data }): State => ({ enabled: data.enabled, percentage: data.percentage ?? null }),
  decide: ({ flag, accountId, environment, enabled, percentage, reason, now }, state) => {
    if (accountId !== null && percentage !== null)
      return {
        accepted: false,
        refusal: {
          code: 'invalid_values',
          message: 'one account is in or out: a percentage is of all accounts',
          pointer: '/percentage',
        },
      };
    if (state.enabled === enabled && state.percentage === percentage) return accept();
    const data = {
      flag,
      account_id: accountId,
      enabled,
      reason,
      ...(environment === null ? {} : { environment }),
      ...(percentage === null ? {} : { percentage }),
    };
    return accept({ type: 'LaunchFlagSet', at: now, data });
  },
};

/** A setting as it stands. */
export type FlagSetting = {
  readonly account: number | null;
  readonly environment: LaunchEnvironment | null;
  readonly enabled: boolean;
  readonly percentage: number | null;
};
export type FlagAsked = {
  readonly account: number | null;
  /** Of this installation; null where it has no name. */
  readonly environment: LaunchEnvironment | null;
  /** The account's place among hundred, from 0 up to 100, the same every time (spec 13, 3.17). */
  readonly place: (account: number) => number;
};

/** Whether a flag holds, and by which of its settings; null: by its default. */
export function flagBy(settings: readonly FlagSetting[], asked: FlagAsked): FlagSetting | null {
  const here = settings.filter(({ environment }) => environment === null || environment === asked.environment);
  const nearest = (account: number | null) =>
    here.find((each) => each.account === account && each.environment !== null) ??
    here.find((each) => each.account === account);
  return (asked.account === null ? undefined : nearest(asked.account)) ?? nearest(null) ?? null;
}

export function flagHolds(flag: LaunchFlag, settings: readonly FlagSetting[], asked: FlagAsked): boolean {
  const setting = flagBy(settings, asked);
  if (setting === null) return LAUNCH_FLAGS[flag];
  const { percentage } = setting;
  if (percentage === null || asked.account === null) return setting.enabled;
  return asked.place(asked.account) < percentage;
}
