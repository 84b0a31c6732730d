import type { EffectKind } from '#domain/kernel/effect-kind';
import { put } from '#domain/kernel/fold';
import { ANSWERS, type Saga, type SagaContext, type SagaInput, type SagaStep } from './saga.ts';
import { answerOf, entryOf, firedOf, type Life, type Readers } from './saga-entries.ts';
import type { Answer, Entry, Fired, Outcome, SagaTypes, Step, Told } from './saga-words.ts';

export {
  type Answer,
  type Asked,
  ask,
  type Entry,
  type Fired,
  type SagaTypes,
  type Step,
  type Told,
} from './saga-words.ts';

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
    const readers = definition.timers as unknown as Readers;
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
