import type { PersonalData } from '#commands/log/ports-personal-data';
import type { AccountId, BlockedDomainId } from '#domain/kernel/ids';
import {
  type BlockedDomainEvent,
  type BlockedDomainRefusal,
  type BlockedDomains,
  blockedDomains,
  blocking,
} from '#domain/links/blocked-domain';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';

export type BlockedDomainResult = Handled<BlockedDomains, BlockedDomainEvent, BlockedDomainRefusal>;
export type BlockedDomainCommands = ReturnType<typeof blockedDomainCommands>;

const stream = (account: number): string => `blocked-domains-${account}`;

/** Which hosts an account wants no links on; one stream an account. */
export function blockedDomainCommands({
  handler,
  ids,
  clock,
  personal,
}: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly personal: Pick<PersonalData, 'seal'>;
}) {
  return {
    /** `domain` in A-labels; the reason is sealed under whoever gives it. Refuses `duplicate` with the id of the one that there is. */
    async block(
      accountId: AccountId,
      input: { readonly domain: string; readonly reason: string | null; readonly author: string },
      cause: Cause,
    ): Promise<BlockedDomainResult & { readonly id: BlockedDomainId }> {
      const id = (await ids.allocate('blocked-domain', cause.commandId)) as BlockedDomainId;
      const { domain, author } = input;
      const reason = input.reason === null ? null : await personal.seal({ under: author }, input.reason);
      const command = { type: 'Block' as const, id, accountId, domain, reason, now: clock.now() };
      return { ...(await handler.handle(blockedDomains, stream(accountId), command, { ...cause, accountId })), id };
    },

    unblock(
      accountId: AccountId,
      id: BlockedDomainId,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<BlockedDomainResult> {
      const command = { type: 'Unblock' as const, id, accountId, now: clock.now() };
      return handler.handle(blockedDomains, stream(accountId), command, { ...cause, accountId }, options);
    },

    /** The blocked domain that a host of links for the account falls under; null where none. */
    blocking: async (accountId: number, host: string): Promise<string | null> =>
      blocking((await handler.load(blockedDomains, stream(accountId))).state, host),
  };
}
