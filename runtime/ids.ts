import { type Projection, projection } from './projection.ts';
import type { ReadTables } from './read-model.ts';
import { integer, table, text } from './table.ts';
import { typed } from './table-reads.ts';

const MARKS = table('runtime_id_marks', { kind: text, highest: integer }, { key: ['kind'] });

/**
 * The highest id of every kind that the log itself knows of, so that lost counters are no loss. `fields` names the kinds of
 * ids that have no stream of their own, by the field of an event's data that holds them.
 */
export const idMarks = (fields: Readonly<Record<string, string>> = {}): Projection =>
  projection({
    name: MARKS.name,
    version: 2,
    tables: [MARKS],
    on: {},
    async onAny(rows, { stream, revision, data }) {
      const mark = async (kind: string, id: number) => {
        const known = (await rows.get(MARKS, { kind }))?.highest ?? 0;
        if (id > known) rows.put(MARKS, { kind, highest: id });
      };
      const [, kind, number] = (revision === 0 && /^([a-z-]+)-([1-9]\d{0,8})$/.exec(stream)) || [];
      if (kind !== undefined) await mark(kind, Number(number));
      for (const [field, named] of Object.entries(fields)) {
        const id = (data as Readonly<Record<string, unknown>>)[field];
        if (typeof id === 'number') await mark(named, id);
      }
    },
  });

/** The highest id of a kind that the log knows of; 0 where it knows of none. */
export const highestId =
  (tables: ReadTables) =>
  async (kind: string): Promise<number> =>
    (await typed(tables).get(MARKS, { kind }))?.highest ?? 0;

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
