import type { DomainEvent } from '#domain/kernel/decider';
import type { EffectOutcome } from './effect-handler.ts';
import type { JsonObject } from './event-store.ts';
import type { EffectRow } from './machinery-tables.ts';
import type { EffectEvent } from './saga.ts';

/** What becomes of an effect, as an event before it has a time of its own. */
export type Outgoing = EffectEvent extends infer E
  ? E extends DomainEvent<infer T, infer D>
    ? { readonly type: T; readonly data: D }
    : never
  : never;

export const address = ({ effect_id, saga, instance, name }: EffectRow) => ({ effect_id, saga, instance, name });
export const succeeded = (row: EffectRow, result: JsonObject): Outgoing => ({
  type: 'EffectSucceeded',
  data: { ...address(row), attempt: row.attempts, result },
});
export const unknown = (row: EffectRow, error: string): Outgoing => ({
  type: 'EffectOutcomeUnknown',
  data: {
    ...address(row),
    attempt: row.attempts,
    error,
    ...(row.attempted_at ? { attempted_at: row.attempted_at } : {}),
  },
});
export const parked = (row: EffectRow, error: string): Outgoing => ({
  type: 'EffectParked',
  data: { ...address(row), attempt: row.attempts, error },
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
