import type { ObjectStore } from '#commands/platform/ports-files';
import { checkedKey, checkedPrefix } from './keys.ts';

/**
 * A part of a store of objects: everything in it lies behind `folder`, which nobody sees who uses it. Whatever is put into one
 * part is not there in another, and is not deleted with it.
 */
export function partOf(objects: ObjectStore, folder: string): ObjectStore {
  const inside = `${checkedKey(folder)}/`;
  return {
    put: async (key, bytes, type) => objects.put(inside + checkedKey(key), bytes, type),
    get: async (key) => objects.get(inside + checkedKey(key)),
    delete: async (key) => objects.delete(inside + checkedKey(key)),
    list: async (prefix) => {
      const found = await objects.list(inside + checkedPrefix(prefix));
      return found.map((key) => key.slice(inside.length));
    },
  };
}
