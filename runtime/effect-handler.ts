import type { Instant } from '#domain/kernel/time';
import type { Pacing } from './effect-gate.ts';
import type { JsonObject } from './event-store.ts';
import type { Cause } from './metadata.ts';

/** One call: what to do, under which key, and whose doing it is. */
export type EffectCall = {
  readonly effectId: string;
  readonly name: string;
  readonly key: string;
  readonly payload: JsonObject;
  readonly attempt: number;
  /** When this attempt was begun; of a look-up, when the attempt that it asks about was. */
  readonly attemptedAt: Instant;
  readonly cause: Cause;
};

export type EffectOutcome =
  | { readonly outcome: 'succeeded'; readonly result: JsonObject }
  /** Certainly not carried out. `retry: false` parks it at once. */
  | { readonly outcome: 'failed'; readonly error: string; readonly retry: boolean }
  /** May have been carried out: the answer was lost. */
  | { readonly outcome: 'unknown'; readonly error: string };

/** How a kind of effect is carried out, and what is true of its receiver. */
export type EffectHandler = {
  readonly call: (call: EffectCall) => Promise<EffectOutcome>;
  /**
   * What to do when it is unknown whether a call arrived: `resend` where the receiver recognises
   * the key, `look_up` where it can be asked, `leave` where neither holds (it is then shown to people).
   */
  readonly whenLost: 'resend' | 'look_up' | 'leave';
  readonly lookUp?: (call: EffectCall) => Promise<EffectOutcome | { readonly outcome: 'not_done' }>;
  /** Inside this system only: repeating it changes nothing, so no attempt is recorded beforehand. */
  readonly internal?: boolean;
  /** Of an internal kind: takes up to `batch` of them in one go; one outcome each, in their order. */
  readonly callMany?: (calls: readonly EffectCall[]) => Promise<readonly EffectOutcome[]>;
  readonly batch?: number;
  /** How often its receiver may be called. */
  readonly pacing?: Pacing;
  /** Once its end is unknown it is never tried again, not even by hand: the saga has gone on from there. */
  readonly final?: boolean;
};
