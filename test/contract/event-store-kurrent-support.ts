import { afterEach } from 'vitest';
import { createKurrentEventStore, type KurrentEventStoreOptions } from '#adapters/event-store/kurrent';
import type { EventStore } from '#runtime/event-store';
import { type KurrentServer, type KurrentServerOptions, startKurrentServer } from '#test/support/kurrent-server/server';

/** No test waits for a back-off. */
export const atOnce = { backoffMs: () => 0, random: () => 0, sleep: async () => undefined } as const;

/** Servers and stores that end with the test. */
export function bench() {
  const ends: (() => void | Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  const startServer = async (options: KurrentServerOptions = {}): Promise<KurrentServer> => {
    const server = await startKurrentServer(options);
    ends.push(() => server.stop());
    return server;
  };
  const openStore = (
    at: KurrentServer | string,
    options: Partial<Omit<KurrentEventStoreOptions, 'connectionString'>> = {},
  ): EventStore => {
    const connectionString = typeof at === 'string' ? at : `esdb://${at.address}?tls=false`;
    const store = createKurrentEventStore({ ...atOnce, closeMs: 50, maxAttempts: 10, ...options, connectionString });
    ends.push(() => store.close());
    return store;
  };
  return { startServer, openStore, atEnd: (end: () => void) => ends.push(end) };
}
