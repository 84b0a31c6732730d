/** Gives out the integers by which people and other systems name things. */
export interface IdAllocator {
  /**
   * The next id of that kind. The same `commandId` is always given the same id, so that a create
   * that is repeated after a crash makes the same thing and not a second one.
   */
  allocate(kind: string, commandId: string): Promise<number>;
}

/** For tests and simulation. */
export function createInMemoryIds(): IdAllocator {
  const given = new Map<string, number>();
  const last = new Map<string, number>();
  return {
    async allocate(kind, commandId) {
      const name = `${kind}:${commandId}`;
      const known = given.get(name);
      if (known !== undefined) return known;
      const id = (last.get(kind) ?? 0) + 1;
      last.set(kind, id);
      given.set(name, id);
      return id;
    },
  };
}
