import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from '#commands/platform/ports-files';
import { StoreUnavailable } from '#runtime/event-store';
import { checkedKey, checkedPrefix } from './keys.ts';

/** What is being written stands beside the names, where no name can be: parts of names never begin with a dot. */
const UNFINISHED = '.unfinished';

/**
 * Objects as files of one folder. A file is written aside, brought to the disk and then put in its place, so that whoever reads
 * finds all of it or nothing. Throws `StoreUnavailable` where the disk does not take or give it.
 */
export function createFolderStore(folder: string): ObjectStore {
  const pathOf = (key: string) => join(folder, ...checkedKey(key).split('/'));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const aside = join(folder, UNFINISHED, randomUUID());
      await asked(async () => {
        await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        try {
          await written(aside, bytes);
          await rename(aside, path);
        } catch (error) {
          await rm(aside, { force: true });
          throw error;
        }
        await settled(dirname(path));
      });
    },
    get: (key) => {
      const path = pathOf(key);
      return asked(() => orNull(readFile(path)));
    },
    async delete(key) {
      const path = pathOf(key);
      await asked(() => rm(path, { force: true }));
    },
    list(prefix) {
      const under = checkedPrefix(prefix);
      return asked(async () => {
        const found = await orNull(readdir(join(folder, under), { recursive: true, withFileTypes: true }));
        const files = (found ?? []).filter((entry) => entry.isFile());
        return files.map(({ parentPath, name }) => keyOf(folder, join(parentPath, name))).sort();
      });
    },
  };
}

const keyOf = (folder: string, path: string): string => path.slice(join(folder, '/').length).replaceAll('\\', '/');

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** That the file has its name must be on the disk too, not only what is in it. */
async function settled(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');
/** A name that is also the beginning of others is no file of that name. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (NOT_THERE.has(codeOf(error))) return null;
    throw error;
  }
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailable(`the folder of files: ${codeOf(error) || String(error)}`, { cause: error });
  }
}
