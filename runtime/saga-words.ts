import type { DomainEvent } from '#domain/kernel/decider';
import type { EffectKind, PayloadOf, ResultOf } from '#domain/kernel/effect-kind';
import type { Day, Instant } from '#domain/kernel/time';
import type { JsonObject } from './event-store.ts';
import type { SagaStep } from './saga.ts';

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
export type Outcome = Ended<EffectKind>['outcome'];
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
