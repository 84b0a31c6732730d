import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('The event store in memory', async () => {
  const store = createInMemoryEventStore();
  return { store, close: () => store.close() };
});
