import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/**
 * The first event of every store: what it is for. A sandbox's clock must never move real
 * clients, and a changed time zone would re-date history, so both are fixed here (rulings 3.3, 3.11).
 */
export type StoreIdentityEvent =
  | DomainEvent<'StoreFounded', { readonly sandbox: boolean; readonly billing_time_zone: string }>
  /** Sandbox only: the test clock stands at `now` from here on. */
  | DomainEvent<'TestClockSet', { readonly now: Instant }>;

export type StoreIdentity =
  | { readonly status: 'none' }
  | { readonly status: 'founded'; readonly sandbox: boolean; readonly zone: string; readonly testClock: Instant };

export type StoreIdentityCommand = { readonly now: Instant } & (
  | { readonly type: 'Open'; readonly sandbox: boolean; readonly zone: string }
  | { readonly type: 'SetTestClock'; readonly to: Instant }
);
export type StoreIdentityRefusal =
  | { readonly code: 'sandbox_mismatch'; readonly message: string }
  | { readonly code: 'time_zone_mismatch'; readonly message: string }
  | { readonly code: 'clock_backwards'; readonly message: string };

export const storeIdentity: Decider<StoreIdentityCommand, StoreIdentity, StoreIdentityEvent, StoreIdentityRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): StoreIdentity => {
    switch (event.type) {
      case 'StoreFounded':
        return {
          status: 'founded',
          sandbox: event.data.sandbox,
          zone: event.data.billing_time_zone,
          testClock: event.at,
        };
      case 'TestClockSet':
        return state.status === 'founded' ? { ...state, testClock: event.data.now } : state;
    }
  },
  decide: (command, state) => {
    if (command.type === 'SetTestClock') {
      if (state.status !== 'founded' || !state.sandbox)
        return refuse({ code: 'sandbox_mismatch', message: 'only a sandbox has a test clock' });
      if (command.to < state.testClock)
        return refuse({
          code: 'clock_backwards',
          message: `the test clock stands at ${state.testClock} and only goes forward`,
        });
      return command.to === state.testClock
        ? accept()
        : accept({ type: 'TestClockSet', at: command.to, data: { now: command.to } });
    }
    if (state.status === 'none')
      return accept({
        type: 'StoreFounded',
        at: command.now,
        data: { sandbox: command.sandbox, billing_time_zone: command.zone },
      });
    if (state.sandbox !== command.sandbox) {
      const [is, asked] = state.sandbox ? ['a sandbox', 'SANDBOX is not set'] : ['not a sandbox', 'SANDBOX is set'];
      return refuse({
        code: 'sandbox_mismatch',
        message: `this store is ${is}, but ${asked}: use another DATA_DIR or DATABASE_URL`,
      });
    }
    if (state.zone !== command.zone)
      return refuse({
        code: 'time_zone_mismatch',
        message: `this store bills in ${state.zone}; BILLING_TIME_ZONE=${command.zone} would re-date its history`,
      });
    return accept();
  },
};
