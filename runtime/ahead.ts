import type { EventCodec } from './event-codec.ts';
import { type EventStore, type Place, START, StoreUnavailable } from './event-store.ts';
import { foldPage, type Projection } from './projection.ts';
import type { ReadModelStore, ReadTables, Writes } from './read-model.ts';
import { UnitOfWork } from './unit-of-work.ts';

export type AheadOptions = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly projections: readonly Projection[];
  readonly pageSize?: number;
};

/** What the events between the database's read models and some later place make of them. */
type Built = {
  /** Where the database's were: as soon as they move, what was built on them is of no use. */
  readonly base: ReadonlyMap<string, Place>;
  readonly tables: UnitOfWork;
  readonly parked: Map<string, Set<string>>;
  next: Place;
};

/** So often may the read models move under a reader before the reader is told to come again. */
const MOST_TRIES = 5;

/**
 * Read models as they will be: the database's, with the events that are not in them yet folded on top in memory, by
 * the same projections. Nothing is written and no row is locked, so it serves where whoever writes them stands still.
 */
export class Ahead {
  readonly #options: AheadOptions;
  #built: Built | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: AheadOptions) {
    this.#options = options;
  }

  /**
   * Calls `work` with tables in which everything up to `position` at least is to be seen.
   * @throws StoreUnavailable the read models move meanwhile, so they can be read themselves a moment later
   */
  async read<T>(position: number, work: (tables: ReadTables) => Promise<T>): Promise<T> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const { tables, base } = await this.#inTurn(() => this.#reach(position));
      const result = await work(tables);
      if (same(base, await this.#places())) return result;
    }
    throw new StoreUnavailable(`the read models are on their way to position ${position}`);
  }

  /** One at a time extends what is built; the next finds it there. */
  #inTurn(work: () => Promise<Built>): Promise<Built> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #reach(position: number): Promise<Built> {
    const places = await this.#places();
    if (this.#built === null || !same(this.#built.base, places)) this.#built = await this.#begin(places);
    const built = this.#built;
    try {
      while (built.next.position < position) await this.#extend(built);
      return built;
    } catch (error) {
      this.#built = null; // A page may be folded in part.
      throw error;
    }
  }

  async #begin(base: ReadonlyMap<string, Place>): Promise<Built> {
    const { projections, readModels } = this.#options;
    const parked = new Map(projections.map(({ name }) => [name, new Set<string>()]));
    for (const { projection, stream } of await readModels.parked('live')) parked.get(projection)?.add(stream);
    const all = projections.flatMap(({ tables }) => tables);
    const next = [...base.values()].reduce((least, place) => (place.position < least.position ? place : least));
    return { base, parked, next, tables: new UnitOfWork(all, readModels.tables('live')) };
  }

  async #extend(built: Built): Promise<void> {
    const { store, codec, projections, pageSize: limit = 500 } = this.#options;
    const page = await store.readAll({ after: built.next, limit });
    if (page.next.position === built.next.position) throw new StoreUnavailable('the log does not reach so far yet');
    for (const projection of projections) {
      const from = built.base.get(projection.name) ?? START;
      const events = page.events.filter((event) => event.position > from.position);
      const parked = built.parked.get(projection.name) ?? new Set<string>();
      const folded = await foldPage(projection, events, built.tables, codec, parked);
      for (const { stream } of folded.parked) parked.add(stream);
      layOn(built.tables, folded.uow.writes(), projection);
    }
    built.next = page.next;
  }

  async #places(): Promise<ReadonlyMap<string, Place>> {
    const known = new Map((await this.#options.readModels.checkpoints('live')).map(({ name, place }) => [name, place]));
    return new Map(this.#options.projections.map(({ name }) => [name, known.get(name) ?? START]));
  }
}

function layOn(tables: UnitOfWork, { put, remove }: Writes, { tables: own }: Projection): void {
  for (const { name } of own) {
    for (const row of put.get(name) ?? []) tables.put(name, row);
    for (const key of remove.get(name) ?? []) tables.remove(name, key);
  }
  tables.keep();
}

const same = (one: ReadonlyMap<string, Place>, other: ReadonlyMap<string, Place>): boolean =>
  [...one].every(([name, place]) => other.get(name)?.position === place.position);
