import type { AccountId } from '#domain/kernel/ids';
import { type IndexingCreditCommand, indexingCredits } from '#domain/plans/indexing-credit';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';

type CreditRequest = { readonly accountId: number; readonly requestId: number };
/** Indexing Boost credits, one a backlink (spec 3.4). */
export type IndexingCredits = {
  balance(accountId: number): Promise<number>;
  /** False where none is left. Taking again for the same request takes nothing more. */
  take(request: CreditRequest & { readonly backlinkId: number }, cause: Cause): Promise<boolean>;
  giveBack(request: CreditRequest, cause: Cause): Promise<void>;
  /** A credit was taken for that backlink and not given back. */
  paidFor(accountId: number, backlinkId: number): Promise<boolean>;
};

type Without<C> = C extends unknown ? Omit<C, 'now' | 'accountId'> : never;
export type IndexingCreditCommands = ReturnType<typeof indexingCreditCommands>;

/** The ledger of indexing credits; one stream an account. */
export function indexingCreditCommands({ handler, clock }: { handler: CommandHandler; clock: Clock }) {
  const stream = (account: number): string => `indexing-credits-${account}`;
  const load = (account: number) => handler.load(indexingCredits, stream(account));
  const run = (account: number, command: Without<IndexingCreditCommand>, cause: Cause) =>
    handler.handle(
      indexingCredits,
      stream(account),
      { ...command, accountId: account as AccountId, now: clock.now() } as IndexingCreditCommand,
      { ...cause, accountId: account },
    );
  const credits: IndexingCredits = {
    balance: async (account) => (await load(account)).state.balance,
    take: async ({ accountId, requestId, backlinkId }, cause) =>
      (await run(accountId, { type: 'Take', requestId, backlinkId }, cause)).ok,
    giveBack: async ({ accountId, requestId }, cause) =>
      void (await run(accountId, { type: 'GiveBack', requestId }, cause)),
    paidFor: async (account, backlinkId) =>
      (await load(account)).state.taken.some(({ backlink, returned }) => backlink === backlinkId && !returned),
  };
  return { load, run, credits };
}
