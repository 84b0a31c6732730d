import {
  type FindOptions,
  inOrder,
  type Key,
  keyOf,
  keyText,
  matches,
  type ReadTables,
  type Row,
  type TableDefinition,
  type Where,
  type Writes,
} from './read-model.ts';
import type { AnyTable, FindOptionsOf, KeyOf, RowOf, WhereOf } from './table.ts';

const nameOf = (table: string | AnyTable): string => (typeof table === 'string' ? table : table.name);

/** Nothing that the table has no column for. */
type OnlyColumns<T extends AnyTable, R> = { readonly [P in Exclude<keyof R, keyof T['shape']>]: never };

type Staged = { readonly key: Key; readonly row: Row | null };

/** A row that one event has put, and how it stood before that event. */
export type Touched = {
  readonly table: string;
  readonly row: Row;
  /** Undefined where nobody has looked it up. */
  readonly before: Row | null | undefined;
};
type FirstTouch = { readonly table: string; readonly text: string; readonly before: Row | null | undefined };

/**
 * The rows that a batch of events touches, folded in memory and written at once. Reads see what
 * the batch has staged so far. One event's changes can be taken back without losing the others'.
 */
export class UnitOfWork implements ReadTables {
  readonly #tables: ReadonlyMap<string, TableDefinition>;
  readonly #committed: ReadTables;
  readonly #staged = new Map<string, Map<string, Staged>>();
  #undo: (() => void)[] = [];
  readonly #touched = new Map<string, FirstTouch>();

  constructor(tables: readonly TableDefinition[], committed: ReadTables) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    this.#committed = committed;
  }

  get<T extends AnyTable>(table: T, key: KeyOf<T>): Promise<RowOf<T> | undefined>;
  get(table: string, key: Key): Promise<Row | undefined>;
  async get(of: string | AnyTable, key: Key): Promise<Row | undefined> {
    const table = nameOf(of);
    const definition = this.#table(table);
    const staged = this.#staged.get(table)?.get(keyText(definition, key));
    if (staged) return staged.row ?? undefined;
    const row = await this.#committed.get(table, key);
    if (row) this.#of(table).set(keyText(definition, row), { key, row });
    return row;
  }

  find<T extends AnyTable>(table: T, where: WhereOf<T>, options?: FindOptionsOf<T>): Promise<RowOf<T>[]>;
  find(table: string, where: Where, options?: FindOptions): Promise<Row[]>;
  async find(of: string | AnyTable, where: Where, options: FindOptions = {}): Promise<Row[]> {
    const table = nameOf(of);
    const definition = this.#table(table);
    const staged = this.#of(table);
    const committed = await this.#committed.find(table, where);
    const untouched = committed.filter((row) => !staged.has(keyText(definition, row)));
    const changed = [...staged.values()].flatMap(({ row }) => (row && matches(row, where) ? [row] : []));
    const rows = inOrder([...untouched, ...changed], options.orderBy ?? definition.key);
    return options.limit === undefined ? rows : rows.slice(0, options.limit);
  }

  put<T extends AnyTable>(table: T, row: RowOf<T>): void;
  put(table: string, row: Row): void;
  put(of: string | AnyTable, row: Row): void {
    const table = nameOf(of);
    this.#stage(table, keyOf(this.#table(table), row), row);
  }

  /** Puts a row whose key is new by its nature, so that nobody need look up whether there was one. */
  add<T extends AnyTable>(table: T, row: RowOf<T>): void;
  add(table: string, row: Row): void;
  add(of: string | AnyTable, row: Row): void {
    const table = nameOf(of);
    const key = keyOf(this.#table(table), row);
    this.#touch(table, keyText(this.#table(table), key), null);
    this.#stage(table, key, row);
  }

  /** Changes the row of that key; does nothing where there is none. */
  change<T extends AnyTable, const R extends RowOf<T>>(
    table: T,
    key: KeyOf<T>,
    change: (row: RowOf<T>) => R & OnlyColumns<T, R>,
  ): Promise<void>;
  change(table: string, key: Key, change: (row: Row) => Row): Promise<void>;
  async change(of: string | AnyTable, key: Key, change: (row: Row) => Row): Promise<void> {
    const table = nameOf(of);
    const row = await this.get(table, key);
    if (row) this.put(table, change(row));
  }

  remove<T extends AnyTable>(table: T, key: KeyOf<T>): void;
  remove(table: string, key: Key): void;
  remove(of: string | AnyTable, key: Key): void {
    const table = nameOf(of);
    this.#stage(table, key, null);
  }

  /** Forgets how to take back: what was staged so far stays. */
  keep(): void {
    this.#undo = [];
    this.#touched.clear();
  }
  /** The rows put since the last `keep` that are there still. */
  touched(): Touched[] {
    return [...this.#touched.values()].flatMap(({ table, text, before }) => {
      const row = this.#staged.get(table)?.get(text)?.row;
      return row ? [{ table, row, before }] : [];
    });
  }
  /** How a touched row stood before; null where there was none. */
  async before({ table, row, before }: Touched): Promise<Row | null> {
    if (before !== undefined) return before;
    return (await this.#committed.get(table, keyOf(this.#table(table), row))) ?? null;
  }
  /** Takes back everything since the last `keep`. */
  takeBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
    this.#touched.clear();
  }

  writes(): Writes {
    const put = new Map<string, Row[]>();
    const remove = new Map<string, Key[]>();
    for (const [table, staged] of this.#staged) {
      const changed = [...staged.values()].filter((entry) => this.#dirty.has(entry));
      put.set(
        table,
        changed.flatMap(({ row }) => (row ? [row] : [])),
      );
      remove.set(
        table,
        changed.flatMap(({ key, row }) => (row ? [] : [key])),
      );
    }
    return { put, remove };
  }

  readonly #dirty = new WeakSet<Staged>();

  #stage(table: string, key: Key, row: Row | null): void {
    const staged = this.#of(table);
    const text = keyText(this.#table(table), key);
    const before = staged.get(text);
    this.#touch(table, text, before?.row);
    const entry: Staged = { key, row };
    this.#dirty.add(entry);
    staged.set(text, entry);
    this.#undo.push(() => (before ? staged.set(text, before) : staged.delete(text)));
  }

  #touch(table: string, text: string, before: Row | null | undefined): void {
    const name = `${table} ${text}`;
    if (!this.#touched.has(name)) this.#touched.set(name, { table, text, before });
  }

  #of(table: string): Map<string, Staged> {
    const known = this.#staged.get(table);
    if (known) return known;
    const made = new Map<string, Staged>();
    this.#staged.set(table, made);
    return made;
  }

  #table(name: string): TableDefinition {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`table ${name} is not owned by this projection`);
    return table;
  }
}

export const mergeWrites = (all: readonly Writes[]): Writes => ({
  put: new Map(all.flatMap((writes) => [...writes.put])),
  remove: new Map(all.flatMap((writes) => [...writes.remove])),
});
