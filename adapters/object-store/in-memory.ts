import type { ObjectStore } from '#commands/platform/ports-files';
import { checkedKey, checkedPrefix } from './keys.ts';

/** For tests and simulation. */
export function createInMemoryObjects(): ObjectStore & { readonly objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    put: async (key, bytes) => void objects.set(checkedKey(key), Uint8Array.from(bytes)),
    get: async (key) => objects.get(checkedKey(key)) ?? null,
    delete: async (key) => void objects.delete(checkedKey(key)),
    async list(prefix) {
      const under = checkedPrefix(prefix);
      return [...objects.keys()].filter((key) => key.startsWith(under)).sort();
    },
  };
}
