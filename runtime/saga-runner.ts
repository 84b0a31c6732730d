import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { DomainEvent } from '#domain/kernel/decider';
import { fold } from '#domain/kernel/fold';
import type { Clock } from './clock.ts';
import type { EventCodec } from './event-codec.ts';
import {
  type EventStore,
  type JsonObject,
  type NewEvent,
  type Place,
  type RecordedEvent,
  START,
  WrongExpectedRevision,
} from './event-store.ts';
import { SAGA_KEYS } from './machinery-tables.ts';
import { causedBy, metadata, metadataOf } from './metadata.ts';
import { park } from './projection.ts';
import type { Pump } from './pump.ts';
import { uuidFrom } from './random.ts';
import { CheckpointMoved, type Parked, type ReadModelDefinition, type ReadModelStore } from './read-model.ts';
import { ANSWERS, type Saga, type SagaEntry, type SagaInput, type SagaStep, sagaStream } from './saga.ts';
import { type KnownStream, StreamMemory } from './stream-memory.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** The sagas' place in the log and what finds their instances; written in one transaction. */
export const sagaRouting: ReadModelDefinition = {
  name: 'runtime_saga_routing',
  version: 1,
  tables: [SAGA_KEYS],
};

export type SagaRunnerOptions = {
  readonly store: EventStore;
  /** Where what is new is read; by default the store itself. */
  readonly recent?: Pick<EventStore, 'readAll'>;
  readonly readModels: ReadModelStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly sagas: readonly Saga[];
  readonly pageSize?: number;
};

const CONFLICT_RETRIES = 5;

/**
 * Gives every event to the saga instances that it is for. An input is folded into the instance's
 * own stream together with what it asks for, in one append at the exact revision; an input that
 * is in the stream already is passed over. So a crash anywhere repeats the page and nothing else.
 */
export class SagaRunner implements Pump {
  readonly name = 'sagas';
  readonly #options: SagaRunnerOptions;
  /** As this process wrote it last. Another process may have gone on since: its checkpoint then refuses ours. */
  #place: Place | null = null;
  /** Instances as this process left them. */
  readonly #memory: StreamMemory;

  constructor(options: SagaRunnerOptions) {
    this.#options = options;
    this.#memory = new StreamMemory(options.store);
  }

  async runOnce(): Promise<boolean> {
    const { store, recent = store, readModels } = this.#options;
    const from = this.#place ?? (await readModels.checkpoint(sagaRouting.name, 'live'))?.place ?? START;
    this.#place = from;
    const page = await recent.readAll({ after: from, limit: this.#options.pageSize ?? 200 });
    if (page.next.position === from.position) return false;
    // Where anything goes wrong on the way, the store is asked where to begin again.
    this.#place = null;
    const uow = new UnitOfWork(sagaRouting.tables, readModels.tables('live'));
    const parked: Parked[] = [];
    let waiting: Set<string> | undefined;
    for (const event of page.events) {
      for (const saga of this.#options.sagas) {
        for (const instance of await this.#instancesFor(saga, event, uow)) {
          waiting ??= new Set((await readModels.parked('live')).map((entry) => entry.stream));
          if (waiting.has(sagaStream(saga.name, instance))) continue;
          const trouble = await this.#give(saga, instance, event);
          if (!trouble) continue;
          parked.push(trouble);
          waiting.add(trouble.stream);
        }
      }
    }
    try {
      await readModels.commit('live', [{ name: sagaRouting.name, from, to: page.next }], uow.writes(), parked);
      this.#place = page.next;
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) throw error;
    }
    return true;
  }

  /**
   * Gives a parked instance everything that it missed, from the event that it could not take; for
   * when the cause is mended. What it has taken since is passed over. False where it still cannot.
   */
  async replay({ projection, stream, position }: Parked): Promise<boolean> {
    const { store, readModels, sagas } = this.#options;
    const saga = sagas.find(({ name }) => projection === `saga:${name}`);
    if (!saga) throw new Error(`${projection} is not a saga; rebuild it instead`);
    const instance = stream.slice(saga.name.length + 1);
    const uow = new UnitOfWork(sagaRouting.tables, readModels.tables('live'));
    for (let after = START; ; ) {
      const page = await store.readAll({ after, limit: 1000 });
      for (const event of page.events.filter((each) => each.position >= position)) {
        if (!(await this.#instancesFor(saga, event, uow)).includes(instance)) continue;
        if (await this.#give(saga, instance, event)) return false;
      }
      if (page.caughtUp) break;
      after = page.next;
    }
    await readModels.unpark(projection, stream);
    return true;
  }

  async #instancesFor(saga: Saga, event: RecordedEvent, uow: UnitOfWork): Promise<readonly string[]> {
    if (ANSWERS.has(event.type)) {
      return event.data.saga === saga.name ? [String(event.data.instance)] : [];
    }
    const start = saga.starts[event.type]?.(event.data);
    for (const key of start?.keys ?? []) uow.put(SAGA_KEYS, { saga: saga.name, key, instance: start?.instance ?? '' });
    const listens = saga.listens[event.type]?.(event.data);
    const found = listens === undefined ? [] : await uow.find(SAGA_KEYS, { saga: saga.name, key: listens });
    const instances = found.map((row) => row.instance);
    return start && !instances.includes(start.instance) ? [start.instance, ...instances] : instances;
  }

  /**
   * Answers what to park where the saga itself cannot take the event (a bug: its stream waits, others go on). What it asks
   * for may be worked out from what is remembered of it, for the append demands that; that it asks for nothing, not.
   */
  async #give(saga: Saga, instance: string, event: RecordedEvent): Promise<Parked | null> {
    const stream = sagaStream(saga.name, instance);
    for (let attempt = 1, known = this.#memory.recall(stream); ; known = null) {
      const history = known ?? (await this.#memory.read(stream));
      if (history.derive(INPUTS, inputsOf).has(event.id)) return null;
      let events: NewEvent[];
      try {
        events = this.#answer(saga, instance, history, event);
      } catch (error) {
        if (known !== null) continue;
        return { ...park(`saga:${saga.name}`, event, error), stream };
      }
      if (events.length === 0 && known !== null) continue;
      if (events.length === 0) return null;
      try {
        await this.#memory.append(stream, history, events);
        return null;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision) || attempt++ >= CONFLICT_RETRIES) throw error;
      }
    }
  }

  #answer(saga: Saga, instance: string, known: KnownStream, event: RecordedEvent): NewEvent[] {
    const { codec, clock, zone } = this.#options;
    const at = clock.now();
    const decoded = codec.decode<DomainEvent<string, JsonObject>>(event);
    const input: SagaInput = { id: event.id, type: event.type, at, on: dayOf(at, zone), data: decoded.data };
    const history = known.events;
    const before = known.derive(saga, (earlier: unknown, more) =>
      fold((state, entry) => saga.evolve(state, this.#entry(entry)), more, earlier ?? saga.initial),
    );
    const state = saga.evolve(before, { kind: 'input', input });
    const steps = saga.react(input, state, { zone });
    if (steps.length === 0 && history.length > 0 && before === state && !saga.keeps?.(input, state)) return [];
    const received: DomainEvent = { type: 'SagaInputReceived', at, data: { saga: saga.name, instance, input } };
    const cause = causedBy(event, { kind: 'saga', id: saga.name }, uuidFrom(saga.name, instance, event.id));
    const own = subjectOf(history[0] ?? event);
    return [received, ...steps.map((step) => toEvent(step, saga.name, instance, at))].map((made, index) => ({
      id: uuidFrom(cause.commandId, index),
      type: made.type,
      schemaVersion: codec.version(made.type),
      data: made.data as JsonObject,
      metadata: metadata({ ...cause, ...own }, made.at, at),
    }));
  }

  #entry(event: RecordedEvent): SagaEntry<DomainEvent> {
    return event.type === 'SagaInputReceived'
      ? { kind: 'input', input: inputOf(event) }
      : { kind: 'event', event: this.#options.codec.decode(event) };
  }
}

/** Which inputs a stream has taken. */
const INPUTS = {};
function inputsOf(before: Set<string> = new Set(), events: readonly RecordedEvent[]): Set<string> {
  for (const event of events) if (event.type === 'SagaInputReceived') before.add(inputOf(event).id);
  return before;
}

const inputOf = (event: RecordedEvent): SagaInput => event.data.input as unknown as SagaInput;

/** Account and site of the instance: those of the event that began it. */
const subjectOf = (event: RecordedEvent) => {
  const { account_id, site_id } = metadataOf(event);
  return { accountId: account_id, siteId: site_id };
};

/** Effects and timers are named by saga, instance and name, so a repeated reaction asks for the same ones. */
export const effectId = (saga: string, instance: string, name: string): string =>
  uuidFrom('effect', saga, instance, name);
export const timerId = (saga: string, instance: string, name: string, dueAt: string): string =>
  uuidFrom('timer', saga, instance, name, dueAt);

function toEvent(step: SagaStep, saga: string, instance: string, at: DomainEvent['at']): DomainEvent {
  switch (step.do) {
    case 'record':
      return step.event;
    case 'effect': {
      const { name, kind, key, payload } = step;
      return {
        type: 'EffectRequested',
        at,
        data: { effect_id: effectId(saga, instance, name), saga, instance, name, kind, key, payload },
      };
    }
    case 'cancel_effect':
      return {
        type: 'EffectCancelled',
        at,
        data: { effect_id: effectId(saga, instance, step.name), saga, instance, name: step.name },
      };
    case 'timer':
      return {
        type: 'TimerScheduled',
        at,
        data: {
          timer_id: timerId(saga, instance, step.name, step.at),
          saga,
          instance,
          name: step.name,
          due_at: step.at,
          ...(step.timer === undefined ? {} : { timer: step.timer, data: step.data ?? {} }),
        },
      };
    case 'cancel_timer':
      return {
        type: 'TimerCancelled',
        at,
        data: { saga, instance, name: step.name },
      };
  }
}
