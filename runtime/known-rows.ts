import { TableChanges } from './quiet-look.ts';
import { type Key, keyText, type ReadTables, type Row, type TableDefinition, type Writes } from './read-model.ts';

/** So many characters of rows are remembered at most. */
const MOST_CHARACTERS = 16_000_000;
/** What a row costs beside its text; also one that is known not to be there. */
const LEAST = 200;

type Known = { readonly row: Row | null; readonly weight: number };

/**
 * Rows by their key, as the one who writes their tables read or wrote them last. It holds for as long as nobody else
 * writes them: whoever writes guards that by the checkpoints, and has it forgotten where they stand elsewhere.
 */
export class KnownRows implements ReadTables {
  readonly #tables: ReadTables;
  readonly #definitions: ReadonlyMap<string, TableDefinition>;
  readonly #most: number;
  /** How often the tables changed, for whoever looks there again and again. */
  readonly changes = new TableChanges();
  /** The one that was asked for longest ago comes first. */
  readonly #rows = new Map<string, Known>();
  #weight = 0;
  /** How often all was forgotten: what was asked for before is not kept afterwards. */
  #forgotten = 0;

  constructor(tables: ReadTables, definitions: readonly TableDefinition[], most = MOST_CHARACTERS) {
    this.#tables = tables;
    this.#definitions = new Map(definitions.map((definition) => [definition.name, definition]));
    this.#most = most;
  }

  async get(table: string, key: Key): Promise<Row | undefined> {
    const name = this.#nameOf(table, key);
    const known = this.#rows.get(name);
    if (known) {
      this.#rows.delete(name);
      this.#rows.set(name, known);
      return known.row ?? undefined;
    }
    const forgotten = this.#forgotten;
    const row = await this.#tables.get(table, key);
    if (forgotten === this.#forgotten) this.#keep(name, row ?? null);
    return row;
  }

  find: ReadTables['find'] = (table, where, options) => this.#tables.find(table, where, options);

  /** What has just been committed. */
  wrote(writes: Writes): void {
    const { put, remove } = writes;
    this.changes.wrote(writes);
    for (const [table, rows] of put) for (const row of rows) this.#keep(this.#nameOf(table, row), row);
    for (const [table, keys] of remove) for (const key of keys) this.#keep(this.#nameOf(table, key), null);
  }

  forget(): void {
    this.#rows.clear();
    this.#weight = 0;
    this.#forgotten += 1;
    this.changes.unknown();
  }

  #keep(name: string, row: Row | null): void {
    this.#drop(name);
    const weight = LEAST + (row === null ? 0 : JSON.stringify(row).length);
    this.#rows.set(name, { row, weight });
    this.#weight += weight;
    for (const oldest of this.#rows.keys()) {
      if (this.#weight <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#weight -= this.#rows.get(name)?.weight ?? 0;
    this.#rows.delete(name);
  }

  #nameOf(table: string, row: Row | Key): string {
    const definition = this.#definitions.get(table);
    return `${table} ${definition ? keyText(definition, row) : JSON.stringify(row)}`;
  }
}
