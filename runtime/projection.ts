import type { DomainEvent, Recorded } from '#domain/kernel/decider';
import type { EventCodec } from './event-codec.ts';
import type { RecordedEvent } from './event-store.ts';
import { type EventMetadata, metadataOf } from './metadata.ts';
import { type Parked, type ReadModelDefinition, type ReadTables, RowRefused } from './read-model.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** An event with where it stands and how it came about, as a projection sees it. */
export type Projected<E> = Recorded<E> & {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly metadata: EventMetadata;
};

/** The events of these types, also where one member of a union stands for many of them, as that of facts does. */
export type Heard<E extends DomainEvent, T extends E['type'] = E['type']> =
  E extends DomainEvent<infer N, infer D> ? (T extends N ? DomainEvent<T, D> : never) : never;

/** Stands where a handler would stand: the projection knows of the event and does nothing about it, on purpose. */
export const ignored = 'ignored';

type Handler<E> = (rows: UnitOfWork, event: Projected<E>) => Promise<void> | void;

/** A handler of every event that the projection names, so that one that is added to the union is not forgotten here. */
export type ProjectionHandlers<E extends DomainEvent> = {
  readonly [T in E['type']]: Handler<Heard<E, T>> | typeof ignored;
};

/** Folds events into rows of its own tables; never refuses a fact, never calls out, reads no other tables. */
export type Projection<E extends DomainEvent = DomainEvent> = ReadModelDefinition & {
  readonly on: ProjectionHandlers<E>;
  /** Called for every event, whatever its type; for logs such as the timeline. */
  readonly onAny?: (rows: UnitOfWork, event: Projected<DomainEvent>) => Promise<void> | void;
  /** Called after the handlers of an event, to complete the rows that they have put. */
  readonly complete?: (rows: UnitOfWork, event: Projected<DomainEvent>) => Promise<void>;
};

/** Erases the event type, so that projections of different events stand in one list. */
export const projection = <E extends DomainEvent>(definition: Projection<E>): Projection =>
  definition as unknown as Projection;

export type Folded = { readonly uow: UnitOfWork; readonly parked: readonly Parked[] };

/**
 * Folds a page of events into one unit of work. An event that its handler cannot take parks its
 * stream, for this projection alone; the others go on. Trouble in reading rows is thrown: the
 * page is tried again.
 */
export async function foldPage(
  definition: Projection,
  events: readonly RecordedEvent[],
  tables: ReadTables,
  codec: EventCodec,
  alreadyParked: ReadonlySet<string>,
): Promise<Folded> {
  const uow = new UnitOfWork(definition.tables, new TroubleMarked(tables));
  const parked: Parked[] = [];
  const out = new Set(alreadyParked);
  for (const event of events) {
    const heard = definition.on[event.type];
    const handler = heard === ignored ? undefined : heard;
    if ((!handler && !definition.onAny) || out.has(event.stream)) continue;
    uow.keep();
    try {
      const projected = project(event, codec);
      if (handler) await handler(uow, projected);
      if (definition.onAny) await definition.onAny(uow, projected);
      await definition.complete?.(uow, projected);
    } catch (error) {
      if (error instanceof ReadTrouble) throw error.cause;
      uow.takeBack();
      out.add(event.stream);
      parked.push(park(definition.name, event, error));
    }
  }
  return { uow, parked };
}

export const project = (event: RecordedEvent, codec: EventCodec): Projected<DomainEvent> => ({
  ...codec.decode<DomainEvent>(event),
  stream: event.stream,
  revision: event.revision,
  position: event.position,
  metadata: metadataOf(event),
});

export const park = (name: string, event: RecordedEvent, error: unknown): Parked => ({
  projection: name,
  stream: event.stream,
  revision: event.revision,
  position: event.position,
  error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
});

/** The database failed while a handler read: not the event's fault. */
class ReadTrouble extends Error {}

class TroubleMarked implements ReadTables {
  readonly #tables: ReadTables;
  constructor(tables: ReadTables) {
    this.#tables = tables;
  }
  get: ReadTables['get'] = (table, key) => this.#tables.get(table, key).catch(trouble);
  find: ReadTables['find'] = (table, where, options) => this.#tables.find(table, where, options).catch(trouble);
}

function trouble(cause: unknown): never {
  if (cause instanceof RowRefused) throw cause;
  throw new ReadTrouble('reading rows failed', { cause });
}
