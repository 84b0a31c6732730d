import type { ProposalEvent } from '#domain/links/backlink-order-agreement-messages';
import type { BlockedDomainEvent } from '#domain/links/blocked-domain';
import { withdrawBlocked } from '#domain/links/effects';
import { teamEmail } from '#domain/services/effects';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: Extract<ProposalEvent, { type: 'PlacementsHalted' }> | Extract<BlockedDomainEvent, { type: 'DomainBlocked' }>;
  listens: never;
  own: never;
  timers: Record<never, never>;
};

/** What follows at once: the manager is told of an order that stands still, proposals on a blocked domain are withdrawn. */
export const agreementWatch = saga<Types>()({
  name: 'agreement-watch',
  asks: [teamEmail, withdrawBlocked],
  timers: {},
  starts: {
    PlacementsHalted: ({ order_id, proposal_id }) => ({ instance: `halted-${order_id}-${proposal_id}`, keys: [] }),
    DomainBlocked: ({ blocked_domain_id }) => ({ instance: `blocked-${blocked_domain_id}`, keys: [] }),
  },
  listens: {},
  initial: null,
  evolve: (state) => state,
  on: {
    PlacementsHalted: (_, { data: { order_id, site_id, proposal_id, rejected } }) => [
      ask(teamEmail, {
        name: 'mail',
        key: `placements-halted-${order_id}-${proposal_id}`,
        payload: { template: 'placements_halted', site_id, order_id, reason: `${rejected} proposals were rejected` },
      }),
    ],
    DomainBlocked: (_, { data: { blocked_domain_id, account_id, domain } }) => [
      ask(withdrawBlocked, {
        name: 'withdraw',
        key: `domain-blocked-${blocked_domain_id}`,
        payload: { account_id, domain },
      }),
    ],
  },
  fired: {},
});
