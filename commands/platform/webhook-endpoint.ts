import type { AccountId, WebhookId } from '#domain/kernel/ids';
import { type DisabledBecause, webhookEndpoint } from '#domain/platform/webhook-endpoint';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { EventCodec } from '#runtime/event-codec';
import { type EventStore, WrongExpectedRevision } from '#runtime/event-store';
import type { IdAllocator } from '#runtime/ids';
import { type Cause, metadata } from '#runtime/metadata';
import { type Random, uuidFrom } from '#runtime/random';

export type RegisterWebhook = {
  readonly accountId: AccountId | null;
  readonly url: string;
  readonly eventTypes: readonly string[];
};
/** The event that is told, and where it stands. */
export type Told = { readonly id: string; readonly type: string; readonly stream: string; readonly revision: number };
export type WebhookCommands = ReturnType<typeof webhookCommands>;

const stream = (id: number): string => `webhook-endpoint-${id}`;
/** Name of the 'saga' that deliveries are kept under; it has no state, its effects are the delivery log. */
export const DELIVERIES = 'webhook-delivery';

export function webhookCommands(deps: {
  handler: CommandHandler;
  store: EventStore;
  codec: EventCodec;
  ids: IdAllocator;
  clock: Clock;
  random: Random;
}) {
  const { handler, store, codec, ids, clock, random } = deps;
  return {
    async register(wanted: RegisterWebhook, cause: Cause) {
      const id = (await ids.allocate('webhook-endpoint', cause.commandId)) as WebhookId;
      const command = { type: 'Register' as const, id, ...wanted, salt: random.secret(16), now: clock.now() };
      return {
        id,
        handled: await handler.handle(webhookEndpoint, stream(id), command, { ...cause, accountId: wanted.accountId }),
      };
    },
    remove: (id: number, cause: Cause) =>
      handler.handle(webhookEndpoint, stream(id), { type: 'Remove', now: clock.now() }, cause),
    /** Makes a new signing secret; the old one stays good for a day beside it. */
    rotate: (id: number, cause: Cause) =>
      handler.handle(
        webhookEndpoint,
        stream(id),
        { type: 'RotateSecret', salt: random.secret(16), now: clock.now() },
        cause,
      ),
    disable: (id: number, because: DisabledBecause, cause: Cause) =>
      handler.handle(webhookEndpoint, stream(id), { type: 'Disable', because, now: clock.now() }, cause),
    enable: (id: number, cause: Cause) =>
      handler.handle(webhookEndpoint, stream(id), { type: 'Enable', now: clock.now() }, cause),

    /** Asks for one delivery of one event; asked twice under one name it is the same. Answers where it stands. */
    async deliver(webhookId: number, event: Told, attempt: string, cause: Cause): Promise<number> {
      const instance = `${webhookId}-${event.id}`;
      const id = uuidFrom(DELIVERIES, instance, attempt);
      const data = {
        effect_id: id,
        saga: DELIVERIES,
        instance,
        name: `webhook-${webhookId}`,
        kind: 'webhook',
        key: `msg_${uuidFrom('webhook-message', instance)}`,
        payload: {
          webhook_id: webhookId,
          event_id: event.id,
          event_type: event.type,
          stream: event.stream,
          revision: event.revision,
        },
      };
      const now = clock.now();
      const asked = {
        id,
        type: 'EffectRequested',
        schemaVersion: codec.version('EffectRequested'),
        data,
        metadata: metadata({ ...cause, commandId: id }, now, now),
      };
      try {
        return (await store.append(`${DELIVERIES}-${id}`, 'no_stream', [asked])).place.position;
      } catch (error) {
        if (error instanceof WrongExpectedRevision) return 0;
        throw error;
      }
    },
  };
}
