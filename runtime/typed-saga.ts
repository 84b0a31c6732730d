import type { DomainEvent } from '#domain/kernel/decider';
import type { EffectKind, PayloadOf, ResultOf } from '#domain/kernel/effect-kind';
import { put } from '#domain/kernel/fold';
import type { Day, Instant } from '#domain/kernel/time';
import type { JsonObject } from './event-store.ts';
import { ANSWERS, type Saga, type SagaContext, type SagaEntry, type SagaInput, type SagaStep } from './saga.ts';

/** An event of the log as a saga hears it: with the day it came on in the billing time zone. */
export type Told<E extends DomainEvent> = E extends DomainEvent
  ? {
      readonly id: string;
      readonly type: E['type'];
      readonly at: Instant;
      readonly on: Day;
      readonly data: E['data'];
    }
  : never;

/** What was asked for, as the saga's own stream has it. */
export type Asked<K extends EffectKind> = K extends EffectKind
  ? {
      readonly kind: K['name'];
      /** Of a family: which receiver. */
      readonly member: string;
      readonly name: string;
      readonly payload: PayloadOf<K>;
    }
  : never;

type Ended<K extends EffectKind> =
  | { readonly outcome: 'succeeded'; readonly result: ResultOf<K> }
  /** It will be tried again; `lost` where it is open whether the call arrived. */
  | {
      readonly outcome: 'failed';
      readonly error: string;
      readonly lost: boolean;
      readonly nextAttemptAt: Instant | null;
    }
  | { readonly outcome: 'unknown'; readonly error: string; readonly attemptedAt: Instant | null }
  | { readonly outcome: 'parked'; readonly error: string };
type Outcome = Ended<EffectKind>['outcome'];
export type Answer<K extends EffectKind, O extends Outcome = Outcome> = K extends EffectKind
  ? {
      readonly id: string;
      readonly at: Instant;
      readonly on: Day;
      /** Which attempt it tells of; null where that was not said. */
      readonly attempt: number | null;
      /** Of what was asked: tells answers of different kinds apart. */
      readonly kind: K['name'];
      readonly asked: Asked<K>;
    } & Extract<Ended<K>, { readonly outcome: O }>
  : never;

/** A timer's data by its name in the saga. Timers without data have `{}`. */
export type Timers = { readonly [timer: string]: object };
export type Fired<T extends Timers, N extends keyof T = keyof T> = N extends keyof T
  ? {
      readonly timer: N;
      readonly data: T[N];
      readonly name: string;
      readonly id: string;
      readonly at: Instant;
      readonly on: Day;
    }
  : never;

/** What types a saga speaks of. Named in one bag, so that the compiler checks every table below against it. */
export type SagaTypes = {
  readonly state: unknown;
  readonly starts: DomainEvent;
  readonly listens: DomainEvent;
  readonly own: DomainEvent;
  readonly timers: Timers;
};

/** What its stream holds, in order, each with its type. */
export type Entry<O extends SagaTypes, K extends EffectKind> =
  | { readonly kind: 'heard'; readonly event: Told<O['starts'] | O['listens']> }
  | { readonly kind: 'recorded'; readonly event: O['own'] }
  | { readonly kind: 'asked'; readonly asked: Asked<K>; readonly at: Instant }
  | { readonly kind: 'answered'; readonly answer: Answer<K> }
  | { readonly kind: 'set'; readonly timer: keyof O['timers'] & string; readonly data: object; readonly name: string }
  | { readonly kind: 'fired'; readonly fired: Fired<O['timers']> };

type RecordStep<E extends DomainEvent> = { readonly do: 'record'; readonly event: E };
type AskStep<N extends string> = Extract<SagaStep, { do: 'effect' }> & {
  /** Never there: which kind, so that a saga asks only for kinds that it names. */
  readonly of?: N;
};
type SetStep<N extends string> = {
  readonly do: 'timer';
  readonly timer: N;
  readonly name: string;
  readonly at: Instant;
  readonly data: JsonObject;
};
export type Step<O extends SagaTypes, K extends EffectKind> =
  | RecordStep<O['own']>
  | AskStep<K['name']>
  | { readonly do: 'cancel_effect'; readonly name: string }
  | SetStep<keyof O['timers'] & string>
  | { readonly do: 'cancel_timer'; readonly name: string };

/**
 * Asks for an effect. `name` tells this saga's effects apart; `key` is what the receiver recognises a repeat by, so an effect
 * asked for again after trouble keeps its key. `member` names the receiver of a family.
 */
export function ask<N extends string, P extends object, R extends object>(
  kind: EffectKind<N, P, R>,
  of: { readonly name: string; readonly key: string; readonly payload: P; readonly member?: string },
): AskStep<N> {
  const stored = kind.family ? `${kind.name}_${of.member ?? ''}` : kind.name;
  return { do: 'effect', name: of.name, kind: stored, key: of.key, payload: of.payload as JsonObject };
}

type Many<T> = readonly T[];
type AnswerTable<O extends SagaTypes, N, A extends Many<EffectKind>> = {
  readonly [P in Outcome]?: (
    state: O['state'],
    answer: Answer<Extract<A[number], { readonly name: N }>, P>,
    context: SagaContext,
  ) => Many<Step<O, A[number]>>;
};

export type TypedSaga<O extends SagaTypes, A extends Many<EffectKind>> = {
  readonly name: string;
  /** Every kind that it may ask for. It stands before the tables that speak of kinds. */
  readonly asks: A;
  /** Every timer that it sets; of a stream that was begun before timers kept their data, what a stored name tells. */
  readonly timers: { readonly [N in keyof O['timers']]: (name: string) => O['timers'][N] | null };
  /** Events that begin an instance; `keys` are what later events find it by (e.g. `site:12`). Null begins none. */
  readonly starts: {
    readonly [T in O['starts']['type']]: (data: Extract<O['starts'], { type: T }>['data']) => {
      readonly instance: string;
      readonly keys: Many<string>;
    } | null;
  };
  /** Events that instances listen to, and the key that tells which. */
  readonly listens: {
    readonly [T in O['listens']['type']]: (data: Extract<O['listens'], { type: T }>['data']) => string;
  };
  readonly initial: O['state'];
  readonly evolve: (state: O['state'], entry: Entry<O, A[number]>) => O['state'];
  /** No step is taken any more: it has not begun, or it is over. */
  readonly rests?: (state: O['state']) => boolean;
  /** What is put into the stream though neither the state changes nor anything follows: that it was heard is on record. */
  readonly keeps?: (entry: Entry<O, A[number]>, state: O['state']) => boolean;
  /** What follows from each event that it hears; `state` has seen it already. All of them, or it does not compile. */
  readonly on: {
    readonly [T in O['starts']['type'] | O['listens']['type']]: (
      state: O['state'],
      event: Told<Extract<O['starts'] | O['listens'], { type: T }>>,
      context: SagaContext,
    ) => Many<Step<O, A[number]>>;
  };
  /** What follows from an answer, by kind and outcome; what is left out is heard and nothing follows. */
  readonly answers?: { readonly [N in A[number]['name']]?: AnswerTable<O, N, A> };
  readonly fired: {
    readonly [N in keyof O['timers']]: (
      state: O['state'],
      fired: Fired<O['timers'], N>,
      context: SagaContext,
    ) => Many<Step<O, A[number]>>;
  };
};

type AnyAsked = Asked<EffectKind>;
type AnySet = { readonly timer: string; readonly data: object };
/** The saga's own state, and by its name the newest of what it asked for and set. */
type Life<S> = {
  readonly own: S;
  readonly asked: Readonly<Record<string, AnyAsked>>;
  readonly set: Readonly<Record<string, AnySet>>;
};

/**
 * A process manager whose inputs, questions and timers are typed. What an answer was for is found in its own stream, where it was
 * asked; the names under which things are stored are only names.
 */
export function saga<O extends SagaTypes>() {
  return <const A extends Many<EffectKind>>(definition: TypedSaga<O, A>): Saga => {
    // Events come as JSON and are what their types say: here, once, they are taken at their word.
    const { evolve, answers, rests, keeps } = definition;
    const on = definition.on as unknown as Record<
      string,
      (state: unknown, event: unknown, more: SagaContext) => Many<SagaStep>
    >;
    const fired = definition.fired as unknown as typeof on;
    const answered = (answers ?? {}) as unknown as Record<string, Partial<Record<Outcome, (typeof on)[string]>>>;
    const readers = definition.timers as unknown as Record<string, (name: string) => object | null>;
    type State = Life<O['state']>;

    const heard = (input: SagaInput, life: State): Entry<O, A[number]> | null => {
      if (input.type === 'TimerFired') return firedOf(input, life.set, readers) as Entry<O, A[number]> | null;
      if (ANSWERS.has(input.type)) return answerOf(input, life.asked) as Entry<O, A[number]> | null;
      return { kind: 'heard', event: input } as unknown as Entry<O, A[number]>;
    };

    return {
      name: definition.name,
      asks: definition.asks,
      starts: definition.starts as unknown as Saga['starts'],
      listens: definition.listens as unknown as Saga['listens'],
      initial: { own: definition.initial, asked: {}, set: {} } satisfies State,
      own: (state) => (state as State).own,
      evolve(before, entry) {
        const life = before as State;
        const next = entryOf(entry, life, heard, definition.asks, readers);
        if (next === null) return life;
        const own = evolve(life.own, next);
        if (next.kind === 'asked') return { ...life, own, asked: put(life.asked, next.asked.name, next.asked) };
        if (next.kind === 'set') return { ...life, own, set: put(life.set, next.name, next) };
        return own === life.own ? life : { ...life, own };
      },
      react(input, after, context) {
        const life = after as State;
        if (rests?.(life.own)) return [];
        const next = heard(input, life);
        switch (next?.kind) {
          case 'heard':
            return on[next.event.type]?.(life.own, next.event, context) ?? [];
          case 'answered': {
            const { asked, outcome } = next.answer as unknown as Answer<EffectKind>;
            return answered[asked.kind]?.[outcome]?.(life.own, next.answer, context) ?? [];
          }
          case 'fired':
            return fired[String(next.fired.timer)]?.(life.own, next.fired, context) ?? [];
          default:
            return [];
        }
      },
      keeps(input, after) {
        const life = after as State;
        const next = keeps ? heard(input, life) : null;
        return next !== null && (keeps?.(next, life.own) ?? false);
      },
    };
  };
}

type AnyEntry = Entry<SagaTypes, EffectKind>;

function entryOf<O extends SagaTypes, K extends EffectKind>(
  entry: SagaEntry<DomainEvent>,
  life: Life<O['state']>,
  heard: (input: SagaInput, life: Life<O['state']>) => Entry<O, K> | null,
  kinds: Many<EffectKind>,
  readers: Record<string, (name: string) => object | null>,
): Entry<O, K> | null {
  if (entry.kind === 'input') return heard(entry.input, life);
  const { type, at, data } = entry.event as DomainEvent<string, JsonObject>;
  const own = (made: AnyEntry) => made as unknown as Entry<O, K>;
  switch (type) {
    case 'EffectRequested': {
      const kind = kindOf(String(data['kind']), kinds);
      if (!kind) return null;
      const asked = { ...kind, name: String(data['name']), payload: data['payload'] as object };
      return own({ kind: 'asked', asked, at });
    }
    case 'TimerScheduled': {
      const name = String(data['name']);
      const set = settingOf(name, data, readers);
      return set && own({ kind: 'set', name, timer: set.timer, data: set.data });
    }
    case 'EffectCancelled':
    case 'TimerCancelled':
      return null;
    default:
      return own({ kind: 'recorded', event: entry.event });
  }
}

/** A family's members are told apart by what follows its name; a kind of that very name comes first. */
function kindOf(stored: string, kinds: Many<EffectKind>): { readonly kind: string; readonly member: string } | null {
  const exact = kinds.find(({ name, family }) => !family && name === stored);
  if (exact) return { kind: exact.name, member: '' };
  const family = kinds.find(({ name, family: is }) => is && stored.startsWith(`${name}_`));
  return family ? { kind: family.name, member: stored.slice(family.name.length + 1) } : null;
}

function settingOf(
  name: string,
  data: JsonObject,
  readers: Record<string, (name: string) => object | null>,
): AnySet | null {
  if (typeof data['timer'] === 'string') return { timer: data['timer'], data: (data['data'] ?? {}) as object };
  for (const [timer, read] of Object.entries(readers)) {
    const told = read(name);
    if (told) return { timer, data: told };
  }
  return null;
}

function firedOf(
  input: SagaInput,
  set: Life<unknown>['set'],
  readers: Record<string, (name: string) => object | null>,
) {
  const name = String(input.data['name']);
  const found = set[name] ?? settingOf(name, {}, readers);
  return found && { kind: 'fired', fired: { ...found, name, id: input.id, at: input.at, on: input.on } };
}

function answerOf({ id, type, at, on, data }: SagaInput, all: Life<unknown>['asked']) {
  const asked = all[String(data['name'])];
  if (!asked) return null;
  const attempt = typeof data['attempt'] === 'number' ? data['attempt'] : null;
  const of = { id, at, on, attempt, kind: asked.kind, asked };
  const error = String(data['error'] ?? 'no answer');
  switch (type) {
    case 'EffectSucceeded':
      return { kind: 'answered', answer: { ...of, outcome: 'succeeded', result: data['result'] ?? {} } };
    case 'EffectAttemptFailed':
      return {
        kind: 'answered',
        answer: {
          ...of,
          outcome: 'failed',
          error,
          lost: data['lost'] === true,
          nextAttemptAt: data['next_attempt_at'] ?? null,
        },
      };
    case 'EffectOutcomeUnknown':
      return {
        kind: 'answered',
        answer: { ...of, outcome: 'unknown', error, attemptedAt: data['attempted_at'] ?? null },
      };
    default:
      return { kind: 'answered', answer: { ...of, outcome: 'parked', error } };
  }
}
