import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** A service that refuses for lack of balance is told to people once, until it takes submissions again. */
export type IndexingServiceEvent =
  | DomainEvent<
      'IndexingServiceFlagged',
      { readonly service: string; readonly problem: 'no_balance'; readonly error: string }
    >
  | DomainEvent<'IndexingServiceCleared', { readonly service: string }>;

export type IndexingServiceState = { readonly flagged: boolean };
export type IndexingServiceCommand = { readonly now: Instant; readonly service: string } & (
  | { readonly type: 'Flag'; readonly error: string }
  | { readonly type: 'Clear' }
);

export const indexingService: Decider<IndexingServiceCommand, IndexingServiceState, IndexingServiceEvent, never> = {
  initial: { flagged: false },
  evolve: (_, event): IndexingServiceState => {
    switch (event.type) {
      case 'IndexingServiceFlagged':
        return { flagged: true };
      case 'IndexingServiceCleared':
        return { flagged: false };
    }
  },
  decide: (command, state) => {
    const { service, now: at } = command;
    if (command.type === 'Clear')
      return state.flagged ? accept({ type: 'IndexingServiceCleared', at, data: { service } }) : accept();
    if (state.flagged) return accept();
    return accept({
      type: 'IndexingServiceFlagged',
      at,
      data: { service, problem: 'no_balance', error: command.error },
    });
  },
};
