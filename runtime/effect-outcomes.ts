import type { DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import type { EffectOutcome } from './effect-handler.ts';
import type { JsonObject } from './event-store.ts';
import type { Row } from './read-model.ts';
import type { EffectEvent } from './saga.ts';

/** What becomes of an effect, as an event before it has a time of its own. */
export type Outgoing = EffectEvent extends infer E
  ? E extends DomainEvent<infer T, infer D>
    ? { readonly type: T; readonly data: D }
    : never
  : never;

export const address = (row: Row) => ({
  effect_id: String(row.effect_id),
  saga: String(row.saga),
  instance: String(row.instance),
  name: String(row.name),
});
export const succeeded = (row: Row, result: JsonObject): Outgoing => ({
  type: 'EffectSucceeded',
  data: { ...address(row), attempt: Number(row.attempts), result },
});
export const unknown = (row: Row, error: string): Outgoing => ({
  type: 'EffectOutcomeUnknown',
  data: {
    ...address(row),
    attempt: Number(row.attempts),
    error,
    ...(row.attempted_at ? { attempted_at: row.attempted_at as Instant } : {}),
  },
});
export const parked = (row: Row, error: string): Outgoing => ({
  type: 'EffectParked',
  data: { ...address(row), attempt: Number(row.attempts), error },
});
export const lostAnswer = (error: unknown): EffectOutcome => ({
  outcome: 'unknown',
  error: error instanceof Error ? error.message : String(error),
});
export const failedLookUp = (error: unknown): EffectOutcome => ({
  outcome: 'failed',
  error: `look-up failed: ${error instanceof Error ? error.message : String(error)}`,
  retry: true,
});
