import { describe, expect, it } from 'vitest';
import { fold } from '#domain/kernel/fold';
import type { AccountId, FileId } from '#domain/kernel/ids';
import { plusHours } from '#domain/kernel/time';
import {
  type FileBy,
  LARGEST_FILE,
  MOST_BYTES,
  type StoredFileCommand,
  type StoredFileEvent,
  storedFiles,
} from '#domain/platform/stored-file';
import { unusedFile } from '#sagas/platform/unused-file';
import { sagaStory } from '#test/support/spec';
import { at } from '#test/support/world';

const T0 = at('2026-06-17T08:00:00.000Z');
const accountId = 1 as AccountId;
const by: FileBy = { role: 'client', id: 7 };
const other: FileBy = { role: 'client', id: 8 };
const ref = (id: number, size = 10) => ({
  id: id as FileId,
  name: 'sealed:a',
  type: 'text/plain' as const,
  size,
  sha256: 'ab'.repeat(32),
});
const stored = (id: number, size = 10): StoredFileEvent => {
  const { id: file_id, ...rest } = ref(id, size);
  return { type: 'FileStored', at: T0, data: { file_id, account_id: accountId, ...rest, by } };
};
const used = (id: number): StoredFileEvent => ({
  type: 'FileUsed',
  at: T0,
  data: { file_id: id as FileId, account_id: accountId, used_in: 'conversation-order-1' },
});
const deleted = (id: number): StoredFileEvent => ({
  type: 'FileDeleted',
  at: plusHours(T0, 24),
  data: { file_id: id as FileId, account_id: accountId, because: 'unused' },
});
type Without<T> = T extends StoredFileCommand ? Omit<T, 'now' | 'accountId'> : never;
const when = (events: readonly StoredFileEvent[], command: Without<StoredFileCommand>, now = T0) => {
  const told = events.map((event, n) => ({ ...event, id: `${n}` }));
  const state = fold(storedFiles.evolve, told, storedFiles.initial);
  const decided = storedFiles.decide({ ...command, accountId, now } as StoredFileCommand, state);
  return decided.accepted ? decided.events : decided.refusal.code;
};

describe('files of an account', () => {
  it('are stored once each, and come to so much at most', () => {
    const store = (id: number, size?: number) => ({ type: 'Store', file: ref(id, size), by }) as const;
    expect(when([], store(1))).toEqual([stored(1)]);
    expect(when([stored(1)], store(1))).toEqual([]);
    const full = Array.from({ length: MOST_BYTES / LARGEST_FILE }, (_, n) => stored(n + 1, LARGEST_FILE));
    const left = MOST_BYTES - full.length * LARGEST_FILE;
    expect(when(full, store(900, Math.floor(left)))).toHaveLength(1);
    expect(when(full, store(900, Math.floor(left) + 1))).toBe('storage_full');
    // What is deleted makes room again.
    expect(when([...full, deleted(1)], store(900, LARGEST_FILE))).toHaveLength(1);
  });

  it('are used by whoever sent them, and by nobody else', () => {
    const use = (ids: number[], who = by) =>
      ({ type: 'Use', ids: ids as FileId[], by: who, usedIn: 'conversation-order-1' }) as const;
    expect(when([stored(1), stored(2)], use([1, 2]))).toEqual([used(1), used(2)]);
    expect(when([stored(1), used(1)], use([1]))).toEqual([]);
    expect(when([stored(1)], use([1], other))).toBe('no_such_file');
    expect(when([stored(1)], use([1, 3]))).toBe('no_such_file');
    expect(when([stored(1), deleted(1)], use([1]))).toBe('no_such_file');
  });

  it('go once nothing has used them for a day', () => {
    const command = { type: 'DeleteUnused', id: 1 as FileId } as const;
    expect(when([stored(1)], command, plusHours(T0, 23))).toEqual([]);
    expect(when([stored(1)], command, plusHours(T0, 24))).toEqual([deleted(1)]);
    expect(when([stored(1), used(1)], command, plusHours(T0, 24))).toEqual([]);
    expect(when([stored(1), deleted(1)], command, plusHours(T0, 48))).toEqual([]);
    expect(when([], command, plusHours(T0, 48))).toEqual([]);
  });
});

describe('a file that nobody uses', () => {
  const begun = () => {
    const saga = sagaStory(unusedFile);
    return { saga, first: saga.tell('FileStored', stored(4).data, T0) };
  };
  const fired = { saga: 'unused-file', instance: '4', name: 'unused' };

  it('is deleted after a day', () => {
    const { saga, first } = begun();
    expect(first).toEqual(['timer unused 2026-06-18T08:00:00.000Z']);
    expect(saga.tell('TimerFired', fired, plusHours(T0, 24))).toEqual(['effect delete_unused_file delete']);
  });

  it('and stays once something does', () => {
    const { saga } = begun();
    expect(saga.tell('FileUsed', used(4).data, plusHours(T0, 1))).toEqual(['cancel_timer unused']);
    expect(saga.tell('TimerFired', fired, plusHours(T0, 24))).toEqual([]);
  });
});
