import type { Decider, DomainEvent, Recorded } from '#domain/kernel/decider';
import { fold } from '#domain/kernel/fold';
import type { Clock } from './clock.ts';
import type { EventCodec } from './event-codec.ts';
import {
  type EventStore,
  type JsonObject,
  type NewEvent,
  type RecordedEvent,
  START,
  StreamBusy,
  WrongExpectedRevision,
} from './event-store.ts';
import { type Cause, metadata, metadataOf } from './metadata.ts';
import { uuidFrom } from './random.ts';
import { KnownStream, StreamMemory } from './stream-memory.ts';
import { Turns } from './turns.ts';

/** What became of a command. `state` is the aggregate as just decided, `revision` -1 where it has no events. */
export type Handled<S, E, R> =
  | {
      readonly ok: true;
      readonly state: S;
      readonly events: readonly Recorded<E>[];
      readonly revision: number;
      readonly position: number;
      /** True where the command had been carried out before, or changed nothing. */
      readonly unchanged: boolean;
    }
  | { readonly ok: false; readonly refusal: R | RevisionMoved; readonly revision: number };

export type RevisionMoved = { readonly code: 'revision_moved'; readonly message: string };

export type Loaded<S> = { readonly state: S; readonly revision: number; readonly history: readonly RecordedEvent[] };

export type HandleOptions = {
  /** The revision that the caller saw (If-Match); -1 for 'none yet'. Any other is answered `revision_moved`. */
  readonly expected?: number | undefined;
};

export type CommandHandler = {
  /**
   * Loads, folds, decides, appends; a conflict with another writer loads and decides again. Commands on one stream take
   * turns within this process, so that only other processes are in each other's way.
   * @throws StreamBusy others were faster each time; nothing was written
   * @throws StoreUnavailable
   */
  handle<C, S, E extends DomainEvent, R>(
    decider: Decider<C, S, E, R>,
    stream: string,
    command: C,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<Handled<S, E, R>>;
  load<C, S, E extends DomainEvent, R>(
    decider: Pick<Decider<C, S, E, R>, 'initial' | 'evolve' | 'folds'>,
    stream: string,
  ): Promise<Loaded<S>>;
  /** The newest event of a stream that fits, read from its end, or from revision `from`, back to where `until` holds; else null. */
  newest(
    stream: string,
    fits: (event: RecordedEvent) => boolean,
    options?: { readonly from?: number; readonly until?: (event: RecordedEvent) => boolean },
  ): Promise<RecordedEvent | null>;
};

/** A stream as it was looked at, and what was decided on it. */
type Sight<S, E, R> = {
  readonly known: KnownStream;
  readonly state: S;
  readonly events: readonly E[];
  readonly answer: Handled<S, E, R>;
};

/** Events of a stream by the command that they came of. */
const BY_COMMAND = {};
function byCommand(before: Map<string, RecordedEvent[]> = new Map(), events: readonly RecordedEvent[]) {
  for (const event of events) {
    const { command_id } = metadataOf(event);
    before.set(command_id, [...(before.get(command_id) ?? []), event]);
  }
  return before;
}

/** Events that are read at once when something is looked for from the end. */
const PAGE = 100;
/** So often is a command decided before the conflict is answered: enough for a dozen processes that write all the time. */
const MAX_ATTEMPTS = 50;

export function createCommandHandler(deps: { store: EventStore; clock: Clock; codec: EventCodec }): CommandHandler {
  const { store, clock, codec } = deps;

  const memory = new StreamMemory(store);
  const lastOnly = { direction: 'backward', limit: 1 } as const;
  type Folding<S, E extends DomainEvent> = Pick<Decider<never, S, E, unknown>, 'initial' | 'evolve' | 'folds'>;

  /** Of one that its last event says all of, only that is read. */
  const read = async (decider: { readonly folds?: 'last' }, stream: string): Promise<KnownStream> =>
    decider.folds === 'last' ? new KnownStream(await store.readStream(stream, lastOnly)) : memory.read(stream);

  const loaded = <S, E extends DomainEvent>(decider: Folding<S, E>, known: KnownStream): Loaded<S> => ({
    state: known.derive(decider, (before: S | undefined, events) =>
      fold((state, event) => decider.evolve(state, codec.decode(event)), events, before ?? decider.initial),
    ),
    revision: known.revision,
    history: known.events,
  });

  const load: CommandHandler['load'] = async (decider, stream) => loaded(decider, await read(decider, stream));

  const turns = new Turns();
  const newest: CommandHandler['newest'] = async (stream, fits, { from, until = () => false } = {}) => {
    for (let next = from; next === undefined || next >= 0; ) {
      const place = next === undefined ? {} : { from: next };
      const page = await store.readStream(stream, { direction: 'backward', limit: PAGE, ...place });
      for (const event of page) {
        if (until(event)) return null;
        if (fits(event)) return event;
      }
      const oldest = page.at(-1);
      if (!oldest) return null;
      next = oldest.revision - 1;
    }
    return null;
  };

  const handle: CommandHandler['handle'] = async (decider, stream, command, cause, options = {}) => {
    for (let attempt = 1; ; attempt++) {
      const done = await turns.take(stream);
      try {
        return await once(decider, stream, command, cause, options);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        if (attempt >= MAX_ATTEMPTS) throw new StreamBusy(stream, { cause: error });
      } finally {
        done();
      }
    }
  };

  /**
   * One try; throws `WrongExpectedRevision` where another writer was faster. What is appended may be decided on what is
   * remembered, since the revision is checked then; any other answer is given of the stream as it stands.
   */
  const once: CommandHandler['handle'] = async (decider, stream, command, cause, options = {}) => {
    const remembered = decider.folds === 'last' ? null : memory.recall(stream);
    if (remembered) {
      const sight = sightOf(decider, remembered, command, cause, options);
      if (sight.events.length > 0) return written(decider, stream, sight, cause);
      const now = await memory.read(stream);
      if (now.revision === remembered.revision) return sight.answer;
    }
    const sight = sightOf(decider, await read(decider, stream), command, cause, options);
    return sight.events.length > 0 ? written(decider, stream, sight, cause) : sight.answer;
  };

  /** What there is to append, or the answer where there is nothing. */
  const sightOf = <C, S, E extends DomainEvent, R>(
    decider: Decider<C, S, E, R>,
    known: KnownStream,
    command: C,
    cause: Cause,
    options: HandleOptions,
  ): Sight<S, E, R> => {
    const { state, revision, history } = loaded(decider, known);
    const position = history.at(-1)?.position ?? START.position;
    const answer = (handled: Handled<S, E, R>): Sight<S, E, R> => ({ known, state, events: [], answer: handled });
    const unchanged = (events: readonly Recorded<E>[]) =>
      answer({ ok: true, state, events, revision, position, unchanged: true });
    const before = known.derive(BY_COMMAND, byCommand).get(cause.commandId);
    if (before) return unchanged(before.map((event) => codec.decode<E>(event)));
    if (options.expected !== undefined && options.expected !== revision) {
      const message = `the resource is at revision ${revision}, not ${options.expected}`;
      return answer({ ok: false, refusal: { code: 'revision_moved', message }, revision });
    }
    const decision = decider.decide(command, state);
    if (!decision.accepted) return answer({ ok: false, refusal: decision.refusal, revision });
    const nothing = unchanged([]);
    return decision.events.length === 0 ? nothing : { ...nothing, events: decision.events };
  };

  const written = async <C, S, E extends DomainEvent, R>(
    decider: Decider<C, S, E, R>,
    stream: string,
    { known, state, events: decided }: Sight<S, E, R>,
    cause: Cause,
  ): Promise<Handled<S, E, R>> => {
    const whose = belonging(cause, known.events[0]);
    const events = decided.map((event, index) => newEvent(event, stream, whose, index));
    const appended = await memory.append(stream, known, events);
    const recorded = decided.map((event, index) => ({ ...event, id: events[index]?.id ?? '' }));
    const { revision, place } = appended;
    const after = fold(decider.evolve, recorded, state);
    return { ok: true, state: after, events: recorded, revision, position: place.position, unchanged: false };
  };

  /** What a job or a timer does to something belongs to whoever that belongs to. */
  const belonging = (cause: Cause, first: RecordedEvent | undefined): Cause => {
    if (!first) return cause;
    const { account_id, site_id } = metadataOf(first);
    return { ...cause, accountId: cause.accountId ?? account_id, siteId: cause.siteId ?? site_id };
  };

  // The stream is part of the id: one command may be carried out on several.
  const newEvent = (event: DomainEvent, stream: string, cause: Cause, index: number): NewEvent => ({
    id: uuidFrom(cause.commandId, stream, index),
    type: event.type,
    schemaVersion: codec.version(event.type),
    data: event.data as JsonObject,
    metadata: metadata(ownerOf(event, cause), event.at, clock.now()),
  });

  return { handle, load, newest };
}

/** The first event of a stream says in its data whose it is, where whoever asked did not. */
function ownerOf({ data }: DomainEvent, cause: Cause): Cause {
  const { account_id, site_id } = (data ?? {}) as { readonly account_id?: unknown; readonly site_id?: unknown };
  const id = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return { ...cause, accountId: cause.accountId ?? id(account_id), siteId: cause.siteId ?? id(site_id) };
}
