import type { Zone } from '#domain/kernel/calendar';
import type { Instant } from '#domain/kernel/time';
import { type StoreIdentity, storeIdentity } from '#domain/log/store-identity';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

export const IDENTITY_STREAM = 'store-identity';

/** This store may not be opened in this way; the message says what to change. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}

const cause = (...parts: readonly string[]): Cause => {
  const id = uuidFrom(IDENTITY_STREAM, ...parts);
  return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' } };
};

export function storeIdentityCommands(handler: CommandHandler) {
  return {
    /** Founds a new store, or checks that a known one is opened as what it is. Throws `StoreRefused`. */
    async open(as: {
      sandbox: boolean;
      zone: Zone;
      now: Instant;
      /** Makes the new store's name one of its own. */
      id?: string;
    }): Promise<Extract<StoreIdentity, { status: 'founded' }>> {
      const opened = await handler.handle(
        storeIdentity,
        IDENTITY_STREAM,
        { type: 'Open', sandbox: as.sandbox, zone: as.zone, now: as.now },
        cause('open', as.now, as.id ?? ''),
      );
      if (!opened.ok) throw new StoreRefused(opened.refusal.message);
      const { state } = await handler.load(storeIdentity, IDENTITY_STREAM);
      if (state.status !== 'founded') throw new Error('an opened store is founded');
      return state;
    },
    founded: async (): Promise<Instant> => {
      const { history } = await handler.load(storeIdentity, IDENTITY_STREAM);
      return history[0]?.metadata['occurred_at'] as Instant;
    },
    /** Names this store, and the log of its events, for ever: the id of its first event. */
    storeId: async (): Promise<string> => {
      const { history } = await handler.load(storeIdentity, IDENTITY_STREAM);
      return history[0]?.id ?? '';
    },
    setTestClock: (to: Instant) =>
      handler.handle(storeIdentity, IDENTITY_STREAM, { type: 'SetTestClock', to, now: to }, cause('clock', to)),
    testClock: async (): Promise<Instant | null> => {
      const { state } = await handler.load(storeIdentity, IDENTITY_STREAM);
      return state.status === 'founded' ? state.testClock : null;
    },
  };
}
