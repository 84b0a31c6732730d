/** Names are parts of lower-case letters, digits, dots, dashes and underscores, none of which begins with a dot. */
const KEY = /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/;
const LONGEST = 512;

/** The name itself; throws for one that could lead out of the store, or that a store might write otherwise. */
export function checkedKey(key: string): string {
  if (key.length > LONGEST || !KEY.test(key))
    throw new Error(`no name of an object: ${JSON.stringify(key.slice(0, 80))}`);
  return key;
}

/** The beginning of names: whole parts, ending in `/`. */
export function checkedPrefix(prefix: string): string {
  if (!prefix.endsWith('/'))
    throw new Error(`no beginning of names of objects: ${JSON.stringify(prefix.slice(0, 80))}`);
  checkedKey(prefix.slice(0, -1));
  return prefix;
}
