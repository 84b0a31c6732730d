import type { Instant } from './time.ts';

/**
 * A thing that happened, in the past tense. `at` is when it happened in the business's world
 * (`occurred_at` of the stored event); `data` holds only what JSON can carry.
 */
export type DomainEvent<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly at: Instant;
  readonly data: Data;
};

/** An event read back from the store; `id` lets later amounts name their causes. */
export type Recorded<E> = E & { readonly id: string };

export type Accepted<E> = { readonly accepted: true; readonly events: readonly E[] };
export type Refused<R> = { readonly accepted: false; readonly refusal: R };
export type Decision<E, R> = Accepted<E> | Refused<R>;

/**
 * The pure heart of an aggregate. `decide` may run several times for one command (a conflict
 * reloads and asks again), so it must not remember anything; it throws only for bugs.
 */
export type Decider<C, S, E, R> = {
  readonly initial: S;
  /** Where the last event alone says how things stand, no other is read. */
  readonly folds?: 'last';
  readonly evolve: (state: S, event: Recorded<E>) => S;
  readonly decide: (command: C, state: S) => Decision<E, R>;
};

export const accept = <E>(...events: E[]): Accepted<E> => ({ accepted: true, events });
export const refuse = <R>(refusal: R): Refused<R> => ({ accepted: false, refusal });
