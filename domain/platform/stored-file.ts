import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import { put, without } from '#domain/kernel/fold';
import type { AccountId, FileId } from '#domain/kernel/ids';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';

/** What people may send, by what is in it. */
export const FILE_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'text/plain': 'txt',
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** Bytes of one file, and of all files of an account together. */
export const LARGEST_FILE = 10 * 1024 * 1024;
export const MOST_BYTES = 1024 * 1024 * 1024;
/** Who sends a file and does not use it within so many hours has it no longer. */
export const UNUSED_HOURS = 24;

export type FileBy = {
  readonly role: 'admin' | 'account_manager' | 'agency' | 'client';
  readonly id: number | null;
  /** Of a member, who is no user of the platform. */
  readonly member_id?: number;
};
/** A file as others name it; `name` is sealed under whoever sent it. */
export type FileRef = {
  readonly id: FileId;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
};

type Of = { readonly file_id: FileId; readonly account_id: AccountId };
export type StoredFileEvent =
  | DomainEvent<'FileStored', Of & Omit<FileRef, 'id'> & { readonly by: FileBy }>
  /** Something of the account holds it from now on, so it stays. `used_in` names the stream. */
  | DomainEvent<'FileUsed', Of & { readonly used_in: string }>
  | DomainEvent<'FileDeleted', Of & { readonly because: 'unused' }>;

export type StoredFile = FileRef & { readonly by: FileBy; readonly at: Instant; readonly used: boolean };
/** The files of one account, by id, and what they come to in bytes. */
export type StoredFiles = { readonly files: Readonly<Record<string, StoredFile>>; readonly bytes: number };

export type StoredFileCommand = { readonly now: Instant; readonly accountId: AccountId } & (
  | { readonly type: 'Store'; readonly file: FileRef; readonly by: FileBy }
  | { readonly type: 'Use'; readonly ids: readonly FileId[]; readonly by: FileBy; readonly usedIn: string }
  | { readonly type: 'DeleteUnused'; readonly id: FileId }
);
export type StoredFileRefusal =
  | { readonly code: 'storage_full'; readonly message: string }
  | { readonly code: 'no_such_file'; readonly message: string; readonly id: FileId };

/** What people have sent for one account. One stream an account: together they may not be more than it has room for. */
export const storedFiles: Decider<StoredFileCommand, StoredFiles, StoredFileEvent, StoredFileRefusal> = {
  initial: { files: {}, bytes: 0 },
  evolve: (state, event): StoredFiles => {
    const { file_id: id } = event.data;
    const known = state.files[id];
    switch (event.type) {
      case 'FileStored': {
        const { name, type, size, sha256, by } = event.data;
        const file = { id, name, type, size, sha256, by, at: event.at, used: false };
        return { files: put(state.files, id, file), bytes: state.bytes + size };
      }
      case 'FileUsed':
        return known === undefined ? state : { ...state, files: put(state.files, id, { ...known, used: true }) };
      case 'FileDeleted':
        return known === undefined ? state : { files: without(state.files, id), bytes: state.bytes - known.size };
    }
  },
  decide: (command, { files, bytes }) => {
    const { accountId: account_id, now: at } = command;
    switch (command.type) {
      case 'Store': {
        const { id: file_id, name, type, size, sha256 } = command.file;
        if (files[file_id]) return accept();
        if (bytes + size > MOST_BYTES)
          return refuse({
            code: 'storage_full',
            message: `the files of account ${account_id} come to ${bytes} bytes, and ${MOST_BYTES} are the most`,
          });
        const data = { file_id, account_id, name, type, size, sha256, by: command.by };
        return accept({ type: 'FileStored', at, data });
      }
      case 'Use': {
        const missing = command.ids.find((id) => !mayUse(files[id], command.by));
        if (missing !== undefined)
          return refuse({
            code: 'no_such_file',
            message: `there is no file ${missing} that was sent here`,
            id: missing,
          });
        const fresh = command.ids.filter((id) => files[id]?.used === false);
        const { usedIn: used_in } = command;
        return accept(
          ...fresh.map(
            (file_id): StoredFileEvent => ({ type: 'FileUsed', at, data: { file_id, account_id, used_in } }),
          ),
        );
      }
      case 'DeleteUnused': {
        const file = files[command.id];
        if (!file || file.used || !isForgotten(file, at)) return accept();
        return accept({ type: 'FileDeleted', at, data: { file_id: file.id, account_id, because: 'unused' } });
      }
    }
  },
};

/** Whoever sent it and nobody else: an id that was guessed opens nothing. */
const mayUse = (file: StoredFile | undefined, { role, id, member_id }: FileBy): boolean =>
  file !== undefined && file.by.role === role && file.by.id === id && file.by.member_id === member_id;

/** Nothing has used it for so long that it goes. */
export const isForgotten = ({ at }: Pick<StoredFile, 'at'>, now: Instant): boolean =>
  epochMs(plusHours(at, UNUSED_HOURS)) <= epochMs(now);
