import { setMaxListeners } from 'node:events';
import { type EventStore, StoreUnavailable } from '#runtime/event-store';
import { Appender } from './kurrent/appender.ts';
import { type CallOptions, Calls, defaultCalls } from './kurrent/calls.ts';
import { Connection } from './kurrent/connection.ts';
import { within } from './kurrent/failures.ts';
import { Reads } from './kurrent/reads.ts';
import { follow } from './kurrent/subscription.ts';

export type KurrentEventStoreOptions = Partial<CallOptions> & {
  /** esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://, TLS and credentials as it says. */
  readonly connectionString: string;
  /**
   * Let the client append over its one long-lived stream where the server offers that. Off by
   * default: that stream knows no deadline, and one that fails takes down the appends of all clients.
   */
  readonly batchAppend?: boolean;
  /** How long appends in flight may take to end when the store is closed. */
  readonly closeMs?: number;
  /** How long a subscription may be silent before it has caught up, until the log is read to see. */
  readonly quietMs?: number;
};

/**
 * The event store on EventStoreDB or KurrentDB. Appends and reads have a client each, so that an
 * append without an answer, whose client is replaced, leaves subscriptions alone.
 */
export function createKurrentEventStore(options: KurrentEventStoreOptions): EventStore {
  const { connectionString, batchAppend = false, closeMs = 5_000, quietMs = 2_000 } = options;
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const forAppends = new Connection(connectionString, batchAppend);
  const connection = new Connection(connectionString, false);
  const settings = { ...defaultCalls, logger: undefined, ...options };
  const calls = new Calls(connection, settings, closing.signal);
  const reads = new Reads(calls);
  const appender = new Appender(new Calls(forAppends, settings, closing.signal), reads);
  const inFlight = new Set<Promise<unknown>>();
  let open = true;
  let closed: Promise<void> = Promise.resolve();

  const demandOpen = () => {
    if (!open) throw new StoreUnavailable('the event store is closed');
  };

  async function close(): Promise<void> {
    const drained = Promise.allSettled([...inFlight]);
    await within(closeMs, 'close', drained).catch(() => undefined);
    closing.abort();
    await Promise.all([forAppends.close(), connection.close()]);
  }

  return {
    async append(stream, expected, events) {
      demandOpen();
      const append = appender.append(stream, expected, events);
      inFlight.add(append);
      try {
        return await append;
      } finally {
        inFlight.delete(append);
      }
    },

    async readStream(stream, readOptions = {}) {
      demandOpen();
      const events = (await reads.stream(stream, readOptions)).map(({ event }) => event);
      if (readOptions.direction !== 'backward') appender.tails.note(stream, events);
      return events;
    },

    async readAll(readOptions) {
      demandOpen();
      return reads.page(readOptions);
    },

    subscribe: (subscribeOptions) =>
      follow({ calls, connection, reads, closing: closing.signal, quietMs }, subscribeOptions),

    async head() {
      demandOpen();
      return reads.head();
    },

    async ping() {
      demandOpen();
      await reads.head(1);
    },

    close() {
      if (open) closed = close();
      open = false;
      return closed;
    },
  };
}
