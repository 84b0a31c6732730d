import type { AccountId } from '#domain/kernel/ids';
import { type LaunchFlag, launchFlag } from '#domain/platform/launch-flag';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';

export type LaunchFlagCommands = ReturnType<typeof launchFlagCommands>;

export function launchFlagCommands({ handler, clock }: { handler: CommandHandler; clock: Clock }) {
  return {
    set: (flag: LaunchFlag, accountId: AccountId | null, enabled: boolean, reason: string | null, cause: Cause) =>
      handler.handle(
        launchFlag,
        `launch-flag-${flag}-${accountId ?? 'all'}`,
        { type: 'Set', flag, accountId, enabled, reason, now: clock.now() },
        { ...cause, accountId },
      ),
  };
}
