import { type Projection, projection } from './projection.ts';
import type { ReadTables } from './read-model.ts';

const MARKS = 'runtime_id_marks';

/** The highest id of every kind that the log itself knows of, so that lost counters are no loss. */
export const idMarks: Projection = projection({
  name: MARKS,
  version: 1,
  tables: [{ name: MARKS, columns: { kind: 'text', highest: 'integer' }, key: ['kind'] }],
  on: {},
  async onAny(rows, { stream, revision }) {
    const [, kind, number] = (revision === 0 && /^([a-z-]+)-([1-9]\d{0,8})$/.exec(stream)) || [];
    if (kind === undefined) return;
    const known = Number((await rows.get(MARKS, { kind }))?.['highest'] ?? 0);
    if (Number(number) > known) rows.put(MARKS, { kind, highest: Number(number) });
  },
});

/** The highest id of a kind that the log knows of; 0 where it knows of none. */
export const highestId =
  (tables: ReadTables) =>
  async (kind: string): Promise<number> =>
    Number((await tables.get(MARKS, { kind }))?.['highest'] ?? 0);

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
