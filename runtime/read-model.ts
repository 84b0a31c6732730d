import type { JsonValue, Place } from './event-store.ts';

/**
 * Read models are tables that follow from the events alone. Their columns are declared here, by
 * the projection that owns them, so that a changed shape is built anew beside the old one.
 */
export type ColumnType =
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'text'
  | 'uuid'
  | 'numeric'
  | 'date'
  | 'timestamptz'
  | 'json';

export type TableDefinition = {
  readonly name: string;
  /** A trailing `?` makes the column nullable. */
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
  /** True where rows carry `account_id` and row-level security shows them to their account alone. */
  readonly tenant?: boolean;
};

/** A row as JSON: money as decimal text, instants and days as text, null for nothing. */
export type Row = { readonly [column: string]: JsonValue };
export type Key = { readonly [column: string]: string | number };

export type Condition =
  | string
  | number
  | boolean
  | null
  | { readonly in: readonly (string | number)[] }
  | { readonly lte: string | number }
  | { readonly gt: string | number };
export type Where = { readonly [column: string]: Condition };
export type FindOptions = { readonly orderBy?: readonly string[]; readonly limit?: number };

/** Committed rows. */
export interface ReadTables {
  get(table: string, key: Key): Promise<Row | undefined>;
  find(table: string, where: Where, options?: FindOptions): Promise<Row[]>;
}

export type Writes = {
  readonly put: ReadonlyMap<string, readonly Row[]>;
  readonly remove: ReadonlyMap<string, readonly Key[]>;
};

/** `live` is what readers see; `shadow` is where a rebuild grows beside it. */
export type Slot = 'live' | 'shadow';

/** `generation` where what is written was worked out from rows that are remembered: another one has other rows. */
export type Move = { readonly name: string; readonly from: Place; readonly to: Place; readonly generation?: number };
export type Parked = {
  readonly projection: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly error: string;
};
export type Checkpoint = {
  readonly name: string;
  readonly slot: Slot;
  readonly version: number;
  readonly place: Place;
  /** How often a rebuild has taken the tables' place. */
  readonly generation: number;
};

/** A set of tables with one writer and a version. */
export type ReadModelDefinition = {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableDefinition[];
};

/** Another process moved the checkpoint: what was computed is stale and nothing was written. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}
/** The database refused a row for what is in it (as against not answering at all). */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
}

export type Snapshot = { readonly place: Place; readonly rows: ReadonlyMap<string, readonly Row[]> };

export interface ReadModelStore {
  /** Creates what is missing; answers the checkpoints there are, with the version they were built by. */
  setUp(models: readonly ReadModelDefinition[]): Promise<Checkpoint[]>;
  tables(slot: Slot): ReadTables;
  checkpoint(name: string, slot: Slot): Promise<Checkpoint | undefined>;
  /** All of them, in one look. */
  checkpoints(slot: Slot): Promise<Checkpoint[]>;
  /**
   * Rows, parked streams and checkpoints in one transaction, or nothing.
   * @throws CheckpointMoved @throws RowRefused
   */
  commit(slot: Slot, moves: readonly Move[], writes: Writes, parked: readonly Parked[]): Promise<void>;
  parked(slot: Slot): Promise<Parked[]>;
  /** Forgets that a stream is parked. */
  unpark(projection: string, stream: string): Promise<void>;
  /** Empty shadow tables and a shadow checkpoint at the start. */
  resetShadow(model: ReadModelDefinition): Promise<void>;
  /** Puts the shadow in the live one's place, with its checkpoint and parked streams, in one transaction. */
  swap(model: ReadModelDefinition): Promise<void>;
  dropShadow(model: ReadModelDefinition): Promise<void>;
  /** Every row in key order, and the place they follow from, all of one instant. */
  snapshot(model: ReadModelDefinition, slot: Slot): Promise<Snapshot>;
}

export const keyOf = (table: TableDefinition, row: Row): Key =>
  Object.fromEntries(table.key.map((column) => [column, row[column] as string | number]));

export const keyText = (table: TableDefinition, row: Row | Key): string =>
  JSON.stringify(table.key.map((column) => row[column]));

export function matches(row: Row, where: Where): boolean {
  return Object.entries(where).every(([column, condition]) => {
    const value = row[column] ?? null;
    if (typeof condition !== 'object' || condition === null) return value === condition;
    if ('in' in condition) return condition.in.includes(value as string | number);
    if (value === null) return false;
    return 'gt' in condition ? (value as string | number) > condition.gt : (value as string | number) <= condition.lte;
  });
}

export function inOrder(rows: readonly Row[], orderBy: readonly string[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const column of orderBy) {
      const [x, y] = [a[column] as string | number, b[column] as string | number];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}
