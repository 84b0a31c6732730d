import { type LaunchFlagCommand, launchFlag } from '#domain/platform/launch-flag';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';

export type LaunchFlagCommands = ReturnType<typeof launchFlagCommands>;
type Setting = Omit<LaunchFlagCommand, 'type' | 'now'>;

/** What names no environment keeps the stream that it had before environments were named. */
const streamOf = ({ flag, accountId, environment }: Setting): string =>
  `launch-flag-${flag}-${accountId ?? 'all'}${environment === null ? '' : `-in-${environment}`}`;

export function launchFlagCommands({ handler, clock }: { handler: CommandHandler; clock: Clock }) {
  return {
    set: (setting: Setting, cause: Cause) =>
      handler.handle(
        launchFlag,
        streamOf(setting),
        { type: 'Set', ...setting, now: clock.now() },
        { ...cause, accountId: setting.accountId },
      ),
  };
}
