import { plusHours } from '#domain/kernel/time';
import { deleteUnusedFile } from '#domain/platform/effects';
import { type StoredFileEvent, UNUSED_HOURS } from '#domain/platform/stored-file';
import { ask, saga } from '#runtime/typed-saga';

type Told<T extends StoredFileEvent['type']> = Extract<StoredFileEvent, { type: T }>;
type File = Pick<Told<'FileStored'>['data'], 'account_id' | 'file_id' | 'sha256'>;
type Types = {
  /** Null before it is there, and once something uses it. */
  state: File | null;
  starts: Told<'FileStored'>;
  listens: Told<'FileUsed'>;
  own: never;
  timers: { unused: object };
};

const FORGOTTEN = 'unused';
const keyOf = ({ file_id }: { readonly file_id: number }): string => `file:${file_id}`;

/** A file that was sent and is not used within a day goes (spec 13, 2.7). One instance a file. */
export const unusedFile = saga<Types>()({
  name: 'unused-file',
  asks: [deleteUnusedFile],
  timers: { unused: () => ({}) },
  starts: { FileStored: (data) => ({ instance: String(data.file_id), keys: [keyOf(data)] }) },
  listens: { FileUsed: keyOf },
  initial: null,
  evolve(state, entry) {
    if (entry.kind !== 'heard') return state;
    if (entry.event.type === 'FileUsed') return null;
    const { account_id, file_id, sha256 } = entry.event.data;
    return { account_id, file_id, sha256 };
  },
  on: {
    FileStored: (_, { at }) => [
      { do: 'timer', timer: 'unused', name: FORGOTTEN, at: plusHours(at, UNUSED_HOURS), data: {} },
    ],
    FileUsed: () => [{ do: 'cancel_timer', name: FORGOTTEN }],
  },
  fired: {
    unused: (file) =>
      file === null
        ? []
        : [ask(deleteUnusedFile, { name: 'delete', key: `unused-file-${file.file_id}`, payload: file })],
  },
});
