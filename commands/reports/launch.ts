import { type LaunchCommand, launch } from '#domain/reports/launch';
import { type LaunchSeen, launchSteps } from '#domain/reports/launch-check';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';

/** The seed's existing clients, who come first. */
export const BETA_CLIENTS = 6;
type Asked = LaunchCommand extends infer C ? (C extends unknown ? Omit<C, 'now'> : never) : never;

export type LaunchCommands = ReturnType<typeof launchCommands>;

/** How far the launch is, and what people say of it. */
export function launchCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly upToDate: () => Promise<void>;
  readonly seen: () => Promise<LaunchSeen>;
}) {
  const { handler, clock, upToDate, seen } = deps;
  return {
    say: (asked: Asked, cause: Cause) => handler.handle(launch, 'launch', { ...asked, now: clock.now() }, cause),
    async check(betaClients = BETA_CLIENTS) {
      await upToDate();
      const steps = launchSteps(await seen(), betaClients);
      const next = steps.find(({ done }) => !done)?.step ?? null;
      return { done: next === null, next_step: next, steps };
    },
  };
}
