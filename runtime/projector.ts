import { type Comparison, type Difference, differ } from './compare-rows.ts';
import type { EventCodec } from './event-codec.ts';
import { type EventStore, isUnavailable, type Page, type Place, type RecordedEvent, START } from './event-store.ts';
import { KnownRows } from './known-rows.ts';
import { type Folded, foldPage, type Projection, park } from './projection.ts';
import type { TableChanges } from './quiet-look.ts';
import {
  type Checkpoint,
  CheckpointMoved,
  type Move,
  type Parked,
  type ReadModelStore,
  RowRefused,
  type Slot,
} from './read-model.ts';
import { mergeWrites } from './unit-of-work.ts';

export type ProjectorOptions = {
  readonly store: EventStore;
  /** Where live projections read what is new; by default the store itself. */
  readonly recent?: Pick<EventStore, 'readAll'>;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly projections: readonly Projection[];
  readonly pageSize?: number;
};

export type Progress = (done: { readonly name: string; readonly position: number; readonly head: number }) => void;
/** Keeps all live projections up to date, rebuilds them beside the live ones, and compares. */
export class Projector {
  readonly #options: ProjectorOptions;
  /** Of a page, how much is taken at a time. */
  #part = 1;
  readonly #places = new Map<string, Place>();
  readonly #generations = new Map<string, number>();
  /** Rows as this process left them, for as long as its places and generations hold. */
  readonly #rows: KnownRows;
  /** What of the live tables this process has seen change. */
  readonly changes: TableChanges;
  readonly #parked = new Map<string, Set<string>>();
  readonly #watchers = new Set<() => void>();
  #position = START.position;
  #growing: Promise<unknown> = Promise.resolve();

  constructor(options: ProjectorOptions) {
    this.#options = options;
    const tables = options.projections.flatMap((projection) => projection.tables);
    this.#rows = new KnownRows(options.readModels.tables('live'), tables);
    this.changes = this.#rows.changes;
  }

  get projections(): readonly Projection[] {
    return this.#options.projections;
  }

  /** Creates missing tables and rebuilds, beside the old one, every projection whose version changed. */
  async setUp(progress?: Progress): Promise<void> {
    const checkpoints = await this.#options.readModels.setUp(this.projections);
    const built = new Map(checkpoints.filter((c) => c.slot === 'live').map((c) => [c.name, c]));
    for (const projection of this.projections) {
      if (built.get(projection.name)?.version !== projection.version) await this.rebuild(projection.name, progress);
    }
    await this.refresh();
  }

  /** Reads checkpoints and parked streams again, after another process wrote them. */
  async refresh(): Promise<void> {
    const known = new Map((await this.#options.readModels.checkpoints('live')).map((c) => [c.name, c]));
    for (const { name } of this.projections) {
      const { place = START, generation = 0 } = known.get(name) ?? {};
      const same = this.#places.get(name)?.position === place.position && this.#generations.get(name) === generation;
      if (!same) this.#rows.forget();
      this.#places.set(name, place);
      this.#generations.set(name, generation);
    }
    this.#parked.clear();
    for (const entry of await this.#options.readModels.parked('live'))
      this.#parkedOf(entry.projection).add(entry.stream);
    this.#stands(this.#places);
  }

  /** Looks how far all have got, in one statement, wherever they are projected; where this process goes on from is left as it is. */
  async look(): Promise<void> {
    const known = new Map((await this.#options.readModels.checkpoints('live')).map((c) => [c.name, c.place]));
    const places = this.projections.map(({ name }) => [name, known.get(name) ?? START] as const);
    if (places.some(([name, at]) => at.position !== this.#places.get(name)?.position)) this.changes.unknown();
    this.#stands(new Map(places));
  }

  /** The position that every live projection has reached, as far as this process knows. */
  position(): number {
    return this.#position;
  }

  /** Calls back whenever the position has changed, until the answer is called. */
  watch(callback: () => void): () => void {
    this.#watchers.add(callback);
    return () => this.#watchers.delete(callback);
  }

  /** Projects one page. True where there was something to do. */
  async runOnce(): Promise<boolean> {
    if (this.#places.size === 0) await this.refresh();
    const after = [...this.#places.values()].reduce((least, place) =>
      place.position < least.position ? place : least,
    );
    const whole = this.#options.pageSize ?? 500;
    const limit = Math.max(1, Math.floor(whole * this.#part));
    const { store, recent = store } = this.#options;
    const page = await recent.readAll({ after, limit });
    if (page.next.position === after.position) return false;
    try {
      await this.#projectPage(page);
      this.#part = Math.min(1, this.#part * 2);
    } catch (error) {
      // What took too long is tried again in smaller parts.
      if (isUnavailable(error)) this.#part = Math.max(1 / whole, this.#part / 2);
      if (error instanceof CheckpointMoved) await this.refresh();
      else if (error instanceof RowRefused && page.events.length > 0) await this.#projectOneByOne(page);
      else throw error;
    }
    this.#stands(this.#places);
    return true;
  }

  async #projectPage(page: Page): Promise<void> {
    const folded: Folded[] = [];
    const moves: Move[] = [];
    for (const projection of this.projections) {
      const from = this.#places.get(projection.name) ?? START;
      if (from.position >= page.next.position) continue;
      const events = page.events.filter((event) => event.position > from.position);
      moves.push(this.#move(projection.name, from, page.next));
      folded.push(await this.#fold(projection, events, 'live', this.#parkedOf(projection.name)));
    }
    await this.#commit(moves, folded);
  }

  /** The database refused something in the page: event by event, projection by projection, to find whose fault it is. */
  async #projectOneByOne(page: Page): Promise<void> {
    for (const projection of this.projections) {
      for (const event of page.events) {
        const from = this.#places.get(projection.name) ?? START;
        if (from.position >= event.position) continue;
        const move = [this.#move(projection.name, from, event.place)];
        const folded = await this.#fold(projection, [event], 'live', this.#parkedOf(projection.name));
        try {
          await this.#commit(move, [folded]);
        } catch (error) {
          if (!(error instanceof RowRefused)) throw error;
          await this.#commit(move, [{ uow: folded.uow, parked: [park(projection.name, event, error)] }], true);
        }
      }
    }
  }

  async #commit(moves: readonly Move[], folded: readonly Folded[], onlyParked = false): Promise<void> {
    const parked = folded.flatMap((f) => f.parked);
    const writes = onlyParked ? { put: new Map(), remove: new Map() } : mergeWrites(folded.map((f) => f.uow.writes()));
    await this.#options.readModels.commit('live', moves, writes, parked);
    // Where somebody has put other tables in the place of these meanwhile, these rows are theirs no more.
    if (moves.every(({ name, generation }) => this.#generations.get(name) === generation)) this.#rows.wrote(writes);
    else this.#rows.forget();
    for (const move of moves) this.#places.set(move.name, move.to);
    for (const entry of parked) this.#parkedOf(entry.projection).add(entry.stream);
  }

  #move(name: string, from: Place, to: Place): Move {
    return { name, from, to, generation: this.#generations.get(name) ?? 0 };
  }

  #fold(
    projection: Projection,
    events: readonly RecordedEvent[],
    slot: Slot,
    parked: ReadonlySet<string>,
  ): Promise<Folded> {
    const rows = slot === 'live' ? this.#rows : this.#options.readModels.tables(slot);
    return foldPage(projection, events, rows, this.#options.codec, parked);
  }

  /**
   * Builds the projection anew beside the live one and swaps it in once it has caught up;
   * readers and the live one go on meanwhile. The live one then goes on from where the new one is.
   */
  async rebuild(name: string, progress?: Progress): Promise<void> {
    const projection = this.#named(name);
    await this.#inTurn(async () => {
      await this.#buildShadow(projection, Number.POSITIVE_INFINITY, progress);
      await this.#options.readModels.swap(projection);
    });
    await this.refresh();
  }

  /**
   * Builds the projection anew up to where the live one is and answers every row that differs. The live one may go on
   * meanwhile: its rows are all taken at one instant, and the new one is brought to just there.
   */
  async compare(name: string, progress?: Progress): Promise<Difference[]> {
    return [...(await this.replay(name, progress)).differences];
  }

  /** The same, with the position that both were taken at. */
  replay(name: string, progress?: Progress): Promise<Comparison> {
    return this.#inTurn(() => this.#replay(this.#named(name), progress));
  }

  /** One at a time: all of them grow in the same place. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#growing.then(work);
    this.#growing = turn.catch(() => undefined);
    return turn;
  }

  async #replay(projection: Projection, progress?: Progress): Promise<Comparison> {
    const { readModels } = this.#options;
    const before = await readModels.checkpoint(projection.name, 'live');
    await readModels.resetShadow(projection);
    try {
      const parked = new Set<string>();
      const built = await this.#extendShadow(projection, START, before?.place.position ?? 0, parked, progress);
      const stored = await readModels.snapshot(projection, 'live');
      await this.#extendShadow(projection, built, stored.place.position, parked, progress);
      const replayed = await readModels.snapshot(projection, 'shadow');
      const differences = projection.tables.flatMap(({ name: table, key }) =>
        differ(table, key, stored.rows.get(table) ?? [], replayed.rows.get(table) ?? []),
      );
      return { position: stored.place.position, differences };
    } finally {
      await readModels.dropShadow(projection);
    }
  }

  async #buildShadow(projection: Projection, until: number, progress?: Progress): Promise<void> {
    await this.#options.readModels.resetShadow(projection);
    await this.#extendShadow(projection, START, until, new Set(), progress);
  }

  /** Goes on from a place to a position, or to the end; answers where it stands then. */
  async #extendShadow(
    projection: Projection,
    from: Place,
    until: number,
    parked: Set<string>,
    progress?: Progress,
  ): Promise<Place> {
    const { readModels, store } = this.#options;
    for (let place = from; ; ) {
      if (place.position >= until) return place;
      const page = await store.readAll({ after: place, limit: this.#options.pageSize ?? 500 });
      const events = page.events.filter((event) => event.position <= until);
      const folded = await this.#fold(projection, events, 'shadow', parked);
      // Of a page that goes past the end only a part was taken: the next look begins within it.
      const last = events.at(-1);
      const whole = events.length === page.events.length;
      const next = whole ? page.next : (last?.place ?? place);
      await readModels.commit(
        'shadow',
        [{ name: projection.name, from: place, to: next }],
        folded.uow.writes(),
        folded.parked,
      );
      for (const entry of folded.parked) parked.add(entry.stream);
      place = next;
      progress?.({ name: projection.name, position: place.position, head: (await store.head()).position });
      if (page.caughtUp || !whole) return place;
    }
  }

  readonly parked = (): Promise<Parked[]> => this.#options.readModels.parked('live');

  async status(): Promise<(Checkpoint & { readonly lag: number })[]> {
    const head = await this.#options.store.head();
    const names = new Set(this.projections.map(({ name }) => name));
    const known = (await this.#options.readModels.checkpoints('live')).filter(({ name }) => names.has(name));
    return known.map((c) => ({ ...c, lag: Math.max(0, head.position - c.place.position) }));
  }

  #named(name: string): Projection {
    const projection = this.projections.find((p) => p.name === name);
    if (!projection) throw new Error(`there is no projection ${name}`);
    return projection;
  }

  #parkedOf(name: string): Set<string> {
    const streams = this.#parked.get(name) ?? new Set<string>();
    this.#parked.set(name, streams);
    return streams;
  }

  /** Tells those who watch, where it is news. */
  #stands(places: ReadonlyMap<string, Place>): void {
    const position = Math.min(...[...places.values()].map((place) => place.position));
    if (position === this.#position) return;
    this.#position = position;
    for (const watcher of [...this.#watchers]) watcher();
  }
}
