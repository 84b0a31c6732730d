import type { JsonObject } from './event-store.ts';
import { type Projection, projection } from './projection.ts';
import type { EffectEvent, EffectRetryRequested, TimerEvent } from './saga.ts';
import { bigint, boolean, instant, integer, json, oneOf, type RowOf, type Stored, table, text, uuid } from './table.ts';

export const EFFECT_STATUSES = [
  'requested',
  'in_flight',
  'retrying',
  'succeeded',
  'unknown',
  'parked',
  'cancelled',
] as const;
/** What calls about an effect say of the event that asked for it. */
type Request = { readonly id: string; readonly correlation_id: string; readonly traceparent: string | null };
/** What is kept of the event that set a timer. */
type TimerCause = {
  readonly id: string;
  readonly correlation_id: string;
  readonly account_id: number | null;
  readonly site_id: number | null;
};

/** Effects not yet at their end, and how the ended ones ended. */
export const EFFECTS = table(
  'runtime_effects',
  {
    effect_id: uuid,
    kind: text,
    name: text,
    key: text,
    payload: json<JsonObject>(),
    saga: text,
    instance: text,
    status: oneOf(...EFFECT_STATUSES),
    attempts: integer,
    next_attempt_at: instant.orNull,
    attempted_at: instant.orNull,
    worker: text.orNull,
    lost: boolean,
    last_error: text.orNull,
    revision: integer,
    account_id: integer.orNull,
    site_id: integer.orNull,
    requested_at: instant,
    updated_at: instant,
    position: bigint,
    request: json<Request>(),
  },
  {
    key: ['effect_id'],
    indexes: [
      ['status', 'next_attempt_at'],
      ['kind', 'status', 'next_attempt_at'],
      ['saga', 'instance'],
    ],
  },
);
export type EffectRow = Stored<typeof EFFECTS>;

export const TIMERS = table(
  'runtime_timers',
  { timer_id: uuid, saga: text, instance: text, name: text, due_at: instant, cause: json<TimerCause>() },
  { key: ['timer_id'], indexes: [['due_at'], ['saga', 'instance']] },
);
export type TimerRow = RowOf<typeof TIMERS>;

/** What finds the saga instances that an event is for. */
export const SAGA_KEYS = table(
  'runtime_saga_keys',
  { saga: text, key: text, instance: text },
  { key: ['saga', 'key', 'instance'], indexes: [['saga', 'key']] },
);

/** What the effect runner and the timer runner work from: rows that follow from the sagas' own events. */
export const machinery: Projection = projection<EffectEvent | EffectRetryRequested | TimerEvent>({
  name: 'runtime_machinery',
  version: 2,
  tables: [EFFECTS, TIMERS],
  on: {
    EffectRequested(rows, { data, id, at, metadata, position }) {
      rows.add(EFFECTS, {
        effect_id: data.effect_id,
        kind: data.kind,
        name: data.name,
        key: data.key,
        payload: data.payload,
        saga: data.saga,
        instance: data.instance,
        status: 'requested',
        attempts: 0,
        next_attempt_at: at,
        attempted_at: null,
        worker: null,
        lost: false,
        last_error: null,
        revision: -1,
        account_id: metadata.account_id,
        site_id: metadata.site_id,
        requested_at: at,
        updated_at: at,
        position,
        request: { id, correlation_id: metadata.correlation_id, traceparent: metadata.traceparent ?? null },
      });
    },
    EffectCancelled: (rows, { data, at }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) =>
        row.status === 'succeeded' ? row : { ...row, status: 'cancelled', next_attempt_at: null, updated_at: at },
      ),
    EffectAttemptStarted: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        status: row.status === 'cancelled' ? 'cancelled' : 'in_flight',
        attempts: data.attempt,
        worker: data.worker,
        next_attempt_at: null,
        attempted_at: at,
        revision,
        updated_at: at,
      })),
    EffectSucceeded: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        status: 'succeeded',
        attempts: data.attempt,
        worker: null,
        next_attempt_at: null,
        last_error: null,
        revision,
        updated_at: at,
      })),
    EffectAttemptFailed: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        ...(row.status === 'cancelled' ? {} : { status: 'retrying', next_attempt_at: data.next_attempt_at }),
        attempts: data.attempt,
        worker: null,
        lost: data.lost,
        last_error: data.error,
        revision,
        updated_at: at,
      })),
    EffectOutcomeUnknown: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        status: 'unknown',
        attempts: data.attempt,
        worker: null,
        next_attempt_at: null,
        last_error: data.error,
        revision,
        updated_at: at,
      })),
    EffectParked: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        status: 'parked',
        attempts: data.attempt,
        worker: null,
        next_attempt_at: null,
        last_error: data.error,
        revision,
        updated_at: at,
      })),
    EffectRetryRequested: (rows, { data, at, revision }) =>
      rows.change(EFFECTS, { effect_id: data.effect_id }, (row) => ({
        ...row,
        status: 'retrying',
        attempts: 0,
        next_attempt_at: at,
        lost: false,
        revision,
        updated_at: at,
      })),
    TimerScheduled(rows, { data, id, metadata }) {
      rows.put(TIMERS, {
        timer_id: data.timer_id,
        saga: data.saga,
        instance: data.instance,
        name: data.name,
        due_at: data.due_at,
        cause: {
          id,
          correlation_id: metadata.correlation_id,
          account_id: metadata.account_id,
          site_id: metadata.site_id,
        },
      });
    },
    async TimerCancelled(rows, { data: { saga, instance, name } }) {
      for (const row of await rows.find(TIMERS, { saga, instance, name }))
        rows.remove(TIMERS, { timer_id: row.timer_id });
    },
    TimerFired: (rows, { data }) => rows.remove(TIMERS, { timer_id: data.timer_id }),
  },
});
