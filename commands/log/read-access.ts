import type { Instant } from '#domain/kernel/time';
import type { ReadAccessEvent, ReadWhat } from '#domain/log/read-access';
import type { Clock } from '#runtime/clock';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, JsonObject, RecordedEvent } from '#runtime/event-store';
import { type Cause, metadata, metadataOf } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { ProofLog } from './ports-proof-log.ts';
import { eventsOf } from './sealed-events.ts';

/** Readings that evidence tells of at most, the newest. */
const MOST_TOLD = 200;

export type ReadAccessCommands = ReturnType<typeof readAccessCommands>;
/** A reading, without the reader's name: a role, or the part of the system that did it. */
export type ReadEntry = { readonly at: Instant; readonly actor: string; readonly what: ReadWhat };
export type ReadAccessLog = Pick<ReadAccessCommands, 'of'>;

/** Notes who read what. One stream an account and UTC day, so that none grows without end; concurrent ones share a commit. */
export function readAccessCommands({
  store,
  codec,
  clock,
  log,
}: {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly clock: Clock;
  readonly log: ProofLog;
}) {
  const type: ReadAccessEvent['type'] = 'ReadAccessRecorded';
  return {
    async record(read: ReadAccessEvent['data'], accountId: number | null, cause: Cause): Promise<void> {
      const now = clock.now();
      await store.append(`reads-${accountId ?? 0}-${now.slice(0, 10)}`, 'any', [
        {
          id: uuidFrom(cause.commandId, 'read', read.what),
          type,
          schemaVersion: codec.version(type),
          data: read as unknown as JsonObject,
          metadata: metadata({ ...cause, accountId }, now, now),
        },
      ]);
    },

    /** Who read that invoice, oldest first. */
    async of(accountId: number, invoiceId: number): Promise<readonly ReadEntry[]> {
      const about = (event: RecordedEvent): boolean => {
        const { what, ids } = event.data as unknown as ReadAccessEvent['data'];
        return what !== 'bundle' && what !== 'export' && ids.includes(invoiceId);
      };
      const found = await eventsOf(store, log)({ types: [type], accounts: [accountId] }, about);
      return found.slice(-MOST_TOLD).map((event) => {
        const { occurred_at: at, actor } = metadataOf(event);
        return { at, actor: actor.kind, what: (event.data as unknown as ReadAccessEvent['data']).what };
      });
    },
  };
}
