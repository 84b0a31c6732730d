import type { AccountId, FileId } from '#domain/kernel/ids';
import {
  type FileBy,
  type FileRef,
  type StoredFile,
  type StoredFileEvent,
  type StoredFileRefusal,
  type StoredFiles,
  storedFiles,
} from '#domain/platform/stored-file';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { InspectFile, SentFiles } from './ports-files.ts';

export type StoredFileCommands = ReturnType<typeof storedFileCommands>;
export type StoredFileResult = Handled<StoredFiles, StoredFileEvent, StoredFileRefusal>;
export type Sent = {
  readonly bytes: Uint8Array;
  /** As whoever sent it calls it, without folders; with the ending of what it is. */
  readonly nameFor: (type: FileRef['type']) => string;
  readonly by: FileBy;
};

const stream = (account: number): string => `stored-files-${account}`;

/** What people send for an account: looked into, sealed under the account's key, counted. */
export function storedFileCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly files: SentFiles;
  readonly inspect: InspectFile;
  /** A name, sealed under whoever sends it. */
  readonly sealed: (by: FileBy, account: AccountId, text: string) => Promise<string>;
}) {
  const { handler, ids, clock, files, inspect, sealed } = deps;
  const load = async (account: number) => (await handler.load(storedFiles, stream(account))).state;

  return {
    load,

    /**
     * Keeps a file: its bytes first, so that what the log tells of is there. `refused` where it is nothing that is taken, in words;
     * bytes whose event was refused are deleted again.
     */
    async store(
      accountId: AccountId,
      { bytes, nameFor, by }: Sent,
      cause: Cause,
    ): Promise<{ readonly refused: string } | (StoredFileResult & { readonly id: FileId })> {
      const found = await inspect(bytes);
      if ('refused' in found) return found;
      const id = (await ids.allocate('stored-file', cause.commandId)) as FileId;
      const { sha256, size } = await files.put(accountId, id, bytes);
      const name = await sealed(by, accountId, nameFor(found.type));
      const file = { id, name, type: found.type, size, sha256 };
      const command = { type: 'Store' as const, accountId, file, by, now: clock.now() };
      const stored = await handler.handle(storedFiles, stream(accountId), command, { ...cause, accountId });
      if (!stored.ok) await files.delete(accountId, id, sha256);
      return { ...stored, id };
    },

    /** Has these files kept from now on. `usedIn` names the stream that does. */
    use: (
      accountId: AccountId,
      use: { readonly ids: readonly FileId[]; readonly by: FileBy; readonly usedIn: string },
      cause: Cause,
    ): Promise<StoredFileResult> => {
      const own = { ...cause, accountId, commandId: uuidFrom(cause.commandId, 'files') };
      const command = { type: 'Use' as const, accountId, ...use, now: clock.now() };
      return handler.handle(storedFiles, stream(accountId), command, own);
    },

    /** What nothing has used for a day; its bytes too, also where the event of that is there already. Answers whether it is gone. */
    async deleteUnused(accountId: AccountId, { id, sha256 }: Pick<FileRef, 'id' | 'sha256'>, cause: Cause) {
      const command = { type: 'DeleteUnused' as const, accountId, id, now: clock.now() };
      const done = await handler.handle(storedFiles, stream(accountId), command, { ...cause, accountId });
      if (!done.ok || done.state.files[id]) return false;
      await files.delete(accountId, id, sha256);
      return true;
    },

    /** Null where it is gone, or where its account was erased. */
    bytes: (accountId: number, { id, sha256 }: Pick<StoredFile, 'id' | 'sha256'>) => files.get(accountId, id, sha256),
  };
}
