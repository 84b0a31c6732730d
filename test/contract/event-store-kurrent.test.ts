import { createKurrentEventStore } from '#adapters/event-store/kurrent';
import { startKurrentServer } from '#test/support/kurrent-server/server';
import { eventStoreContract } from './event-store.contract.ts';

const offsets = { gapFreePositions: false };

for (const [name, batchAppend] of [
  ['its append call', false],
  ['its batch append stream', true],
] as const) {
  eventStoreContract(
    `KurrentDB over ${name}`,
    async () => {
      const server = await startKurrentServer();
      const connectionString = `esdb://${server.address}?tls=false`;
      const store = createKurrentEventStore({ connectionString, batchAppend });
      const close = async () => {
        await store.close();
        server.stop();
      };
      return { store, close };
    },
    offsets,
  );
}

const real = process.env.EVENTSTORE_URL;
if (real) {
  eventStoreContract(
    'The real KurrentDB',
    async () => {
      const store = createKurrentEventStore({ connectionString: real });
      return { store, close: () => store.close() };
    },
    offsets,
  );
}
