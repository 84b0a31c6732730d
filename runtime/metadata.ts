import type { Instant } from '#domain/kernel/time';
import type { JsonObject, RecordedEvent } from './event-store.ts';

/** Who did it: a person or system behind a token, or a part of this system by its name. */
export type Actor = {
  readonly kind:
    | 'admin'
    | 'account_manager'
    | 'agency'
    | 'client'
    | 'platform'
    | 'saga'
    | 'job'
    | 'timer'
    | 'system'
    | 'provider';
  readonly id?: number | string;
};

/** What every event carries besides its data (spec 1). */
export type EventMetadata = {
  readonly correlation_id: string;
  /** The event, or the command, that this one follows from. */
  readonly causation_id: string;
  readonly command_id: string;
  readonly actor: Actor;
  readonly account_id: number | null;
  readonly site_id: number | null;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly request_id?: string;
  readonly traceparent?: string;
};

/** Why something is being done and for whom; given to every command. */
export type Cause = {
  /** Names the command; a command that is repeated under the same id is recognised. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  readonly accountId?: number | null;
  readonly siteId?: number | null;
  readonly requestId?: string;
  readonly traceparent?: string;
  /** What was called, such as `POST /api/v1/services/subscriptions/`; of requests only. It stands in no metadata. */
  readonly endpoint?: string;
};

/** The user behind a token; null where it has none, and for parts of the system: they are named by text. */
export const userOf = ({ id }: Actor): number | null => (typeof id === 'number' ? id : null);

export const metadataOf = (event: RecordedEvent): EventMetadata => event.metadata as unknown as EventMetadata;

export function metadata(cause: Cause, occurredAt: Instant, recordedAt: Instant): JsonObject {
  return {
    correlation_id: cause.correlationId,
    causation_id: cause.causationId,
    command_id: cause.commandId,
    actor: cause.actor,
    account_id: cause.accountId ?? null,
    site_id: cause.siteId ?? null,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    ...(cause.requestId === undefined ? {} : { request_id: cause.requestId }),
    ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
  };
}

/** The cause of what follows from an event: same correlation, the event as its cause. */
export function causedBy(event: RecordedEvent, actor: Actor, commandId: string): Cause {
  const { correlation_id, account_id, site_id, traceparent } = metadataOf(event);
  return {
    commandId,
    correlationId: correlation_id,
    causationId: event.id,
    actor,
    accountId: account_id,
    siteId: site_id,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
