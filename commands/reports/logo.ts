import type { AccountFiles } from '#commands/platform/ports-files';
import type { AccountId } from '#domain/kernel/ids';
import { type LogoFound, logo } from '#domain/reports/logo';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

export type LogoCommands = ReturnType<typeof logoCommands>;

export const logoIdOf = (accountId: number, url: string): string => uuidFrom('logo', accountId, url);
const stream = (id: string): string => `logo-${id}`;

/** Pictures at addresses, each fetched once for an account. */
export function logoCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly files: AccountFiles;
}) {
  const { handler, clock, files } = deps;
  return {
    files,
    load: async (accountId: number, url: string) => (await handler.load(logo, stream(logoIdOf(accountId, url)))).state,
    /** Has it fetched, where that was not done yet; `again` looks anew. */
    request: (accountId: AccountId, url: string, cause: Cause, again = false) => {
      const logoId = logoIdOf(accountId, url);
      const own = { ...cause, accountId, commandId: uuidFrom(cause.commandId, 'logo', logoId) };
      const command = { type: 'Request' as const, logoId, accountId, url, again, now: clock.now() };
      return handler.handle(logo, stream(logoId), command, own);
    },
    found: (logoId: string, attempt: number, found: LogoFound, cause: Cause) =>
      handler.handle(logo, stream(logoId), { type: 'Found', attempt, found, now: clock.now() }, cause),
  };
}
