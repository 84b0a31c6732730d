/**
 * State that grows. `evolve` never changes what it is given: these make a copy with the change. Inside `fold` such a copy is
 * nobody's but the fold's until the fold ends, so the next change is made in it: folding n events costs n, however long the
 * lists and records grow, and from outside nothing was ever changed.
 */
let own: WeakSet<object> | null = null;

/** Folds events into a state. States in between must not be kept: only the last one is answered. */
export function fold<S, E>(evolve: (state: S, event: E) => S, events: Iterable<E>, initial: S): S {
  const outer = own;
  own = new WeakSet();
  try {
    let state = initial;
    for (const event of events) state = evolve(state, event);
    return state;
  } finally {
    own = outer;
  }
}

function owned<T extends object>(value: T, copy: (value: T) => T): T {
  if (own?.has(value)) return value;
  const made = copy(value);
  own?.add(made);
  return made;
}
const listOf = <T>(list: readonly T[]): T[] => owned(list as T[], (before) => [...before]);
const recordOf = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  owned(record as Record<string, T>, (before) => ({ ...before }));
const mapOf = <K, V>(map: ReadonlyMap<K, V>): Map<K, V> => owned(map as Map<K, V>, (before) => new Map(before));

/** The list with one more at its end. */
export function appended<T>(list: readonly T[], item: T): readonly T[] {
  const made = listOf(list);
  made.push(item);
  return made;
}

/** The list with the newest item that fits changed; the same list where none does. */
export function changed<T>(list: readonly T[], fits: (item: T) => boolean, to: (item: T) => T): readonly T[] {
  const at = list.findLastIndex(fits);
  if (at === -1) return list;
  const made = listOf(list);
  made[at] = to(list[at] as T);
  return made;
}

/** The list with the item at that place changed; the same list where there is none. */
export function changedAt<T>(list: readonly T[], at: number, to: (item: T) => T): readonly T[] {
  const item = list[at];
  if (item === undefined) return list;
  const made = listOf(list);
  made[at] = to(item);
  return made;
}

/** The first `length` of a list. */
export function shortened<T>(list: readonly T[], length: number): readonly T[] {
  if (length >= list.length) return list;
  const made = listOf(list);
  made.length = length;
  return made;
}

/** The record with this key put, or put anew. */
export function put<T>(
  record: Readonly<Record<string, T>>,
  key: string | number,
  value: T,
): Readonly<Record<string, T>> {
  const made = recordOf(record);
  made[key] = value;
  return made;
}

/** The record without this key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string | number): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record;
  const made = recordOf(record);
  delete made[key];
  return made;
}

/** The map with this key put, or put anew. */
export function mapped<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return mapOf(map).set(key, value);
}

/** The map without this key. */
export function unmapped<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const made = mapOf(map);
  made.delete(key);
  return made;
}
