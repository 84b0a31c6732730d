import type { Zone } from '#domain/kernel/calendar';
import type { DomainEvent } from '#domain/kernel/decider';
import type { EffectKind } from '#domain/kernel/effect-kind';
import type { Day, Instant } from '#domain/kernel/time';
import type { JsonObject } from './event-store.ts';

/** What a saga is told: an event of the log, with the day it came on in the billing time zone. */
export type SagaInput = {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly on: Day;
  readonly data: JsonObject;
};

/** What a saga asks for. All steps of one reaction are appended together with the input, or not at all. */
export type SagaStep<E extends DomainEvent = DomainEvent> =
  /** An event of its own, kept in its own stream. */
  | { readonly do: 'record'; readonly event: E }
  /**
   * A call to the outside (or a command). `name` tells this saga's effects apart; `key` is what the receiver
   * recognises a repeat by, so an effect asked for again after trouble keeps its key.
   */
  | {
      readonly do: 'effect';
      readonly name: string;
      readonly kind: string;
      readonly key: string;
      readonly payload: JsonObject;
    }
  | { readonly do: 'cancel_effect'; readonly name: string }
  | {
      readonly do: 'timer';
      readonly name: string;
      readonly at: Instant;
      /** Which of the saga's timers it is, and what it is to be told when it fires. */
      readonly timer?: string;
      readonly data?: JsonObject;
    }
  | { readonly do: 'cancel_timer'; readonly name: string };

/** What its stream holds, in order: inputs, and what it answered them with. */
export type SagaEntry<E extends DomainEvent> =
  | { readonly kind: 'input'; readonly input: SagaInput }
  | { readonly kind: 'event'; readonly event: E };

export type SagaContext = { readonly zone: Zone };

/**
 * A process manager: a decider turned round. Its stream is its inbox and outbox; its state alone
 * says what comes next, so any crash resumes by reading it. Steps are named, never counted.
 */
export type Saga<S = unknown, E extends DomainEvent = DomainEvent> = {
  readonly name: string;
  /** Events that begin an instance; `keys` are what later events find it by (e.g. `site:12`). Null begins none. */
  readonly starts: Readonly<
    Record<string, (data: JsonObject) => { readonly instance: string; readonly keys: readonly string[] } | null>
  >;
  /** Events that instances listen to, and the key that tells which. */
  readonly listens: Readonly<Record<string, (data: JsonObject) => string>>;
  readonly initial: S;
  readonly evolve: (state: S, entry: SagaEntry<E>) => S;
  /** Every kind that it may ask for; those must have a handler before anything starts. */
  readonly asks?: readonly EffectKind[];
  /** Whether an input is put into the stream though neither the state changes nor anything follows. */
  readonly keeps?: (input: SagaInput, state: S) => boolean;
  /** What it says of itself, without what is kept beside it of the questions and timers of a typed saga. */
  readonly own?: (state: S) => unknown;
  /** Pure; `state` has seen the input already. */
  readonly react: (input: SagaInput, state: S, context: SagaContext) => readonly SagaStep<E>[];
};

type Address = { readonly saga: string; readonly instance: string; readonly name: string };
/** Events of the machinery: they name what was asked for and what became of it. */
export type EffectEvent =
  | DomainEvent<
      'EffectRequested',
      Address & {
        readonly effect_id: string;
        readonly kind: string;
        readonly key: string;
        readonly payload: JsonObject;
      }
    >
  | DomainEvent<'EffectCancelled', Address & { readonly effect_id: string }>
  /** Recorded before the call is made: from here on it may have been seen by the receiver. */
  | DomainEvent<
      'EffectAttemptStarted',
      Address & { readonly effect_id: string; readonly attempt: number; readonly worker: string }
    >
  | DomainEvent<
      'EffectSucceeded',
      Address & { readonly effect_id: string; readonly attempt: number; readonly result: JsonObject }
    >
  /** `lost`: it is still open whether the call arrived, and the next turn asks before it sends. */
  | DomainEvent<
      'EffectAttemptFailed',
      Address & {
        readonly effect_id: string;
        readonly attempt: number;
        readonly error: string;
        readonly next_attempt_at: Instant;
        readonly lost: boolean;
      }
    >
  /** The answer was lost and cannot be found out: not sent again by itself, shown to people. */
  | DomainEvent<
      'EffectOutcomeUnknown',
      Address & {
        readonly effect_id: string;
        readonly attempt: number;
        readonly error: string;
        /** When the attempt was made whose end is unknown. */
        readonly attempted_at?: Instant;
      }
    >
  /** Given up for now, shown to people. */
  | DomainEvent<
      'EffectParked',
      Address & { readonly effect_id: string; readonly attempt: number; readonly error: string }
    >;

/** Somebody had another look: it is tried again from the beginning, under the same key. */
export type EffectRetryRequested = DomainEvent<'EffectRetryRequested', Address & { readonly effect_id: string }>;

export type TimerEvent =
  | DomainEvent<
      'TimerScheduled',
      Address & {
        readonly timer_id: string;
        readonly due_at: Instant;
        readonly timer?: string;
        readonly data?: JsonObject;
      }
    >
  | DomainEvent<'TimerCancelled', Address>
  | DomainEvent<'TimerFired', Address & { readonly timer_id: string; readonly due_at: Instant }>;

/** Types that go back to the very saga instance that asked. */
export const ANSWERS: ReadonlySet<string> = new Set([
  'EffectSucceeded',
  'EffectAttemptFailed',
  'EffectOutcomeUnknown',
  'EffectParked',
  'TimerFired',
]);

export const MACHINERY_TYPES = [
  'SagaInputReceived',
  'EffectRequested',
  'EffectCancelled',
  'EffectAttemptStarted',
  'EffectSucceeded',
  'EffectAttemptFailed',
  'EffectOutcomeUnknown',
  'EffectParked',
  'EffectRetryRequested',
  'TimerScheduled',
  'TimerCancelled',
  'TimerFired',
] as const;

export const sagaStream = (name: string, instance: string): string => `${name}-${instance}`;
export const effectStream = (effectId: string): string => `effect-${effectId}`;
export const timerStream = (timerId: string): string => `timer-${timerId}`;
