import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { ManagedSubscriptionEvent } from './managed-subscription.ts';

type Creation = Extract<ManagedSubscriptionEvent, { type: 'ManagedSubscriptionCreated' }>;

/**
 * Who holds a site: one stream per site, so that of many who want it at once one gets it. The
 * claim carries the whole creation, so that whoever finds a claim without its subscription can finish it.
 */
export type SiteContractEvent = DomainEvent<
  'SiteContractClaimed',
  {
    readonly site_id: SiteId;
    readonly claimed_by: SubscriptionId;
    readonly creation: Creation;
    readonly creation_command_id: string;
  }
>;

export type SiteContract = {
  readonly holder: SubscriptionId;
  readonly creation: Creation;
  readonly creationCommandId: string;
} | null;

export type SiteContractCommand = {
  readonly type: 'Claim';
  readonly siteId: SiteId;
  readonly creation: Creation;
  readonly creationCommandId: string;
  /** The holder that is known to have been cancelled, if any. */
  readonly ended: SubscriptionId | null;
  readonly now: Instant;
};
export type SiteContractRefusal = {
  readonly code: 'duplicate';
  readonly message: string;
  readonly holder: SubscriptionId;
};

/** A site has at most one managed subscription that is not cancelled (spec 2.1). */
export const siteContract: Decider<SiteContractCommand, SiteContract, SiteContractEvent, SiteContractRefusal> = {
  initial: null,
  evolve: (_, event): SiteContract => ({
    holder: event.data.claimed_by,
    creation: event.data.creation,
    creationCommandId: event.data.creation_command_id,
  }),
  decide: (command, state) => {
    const { siteId, creation, creationCommandId, ended, now } = command;
    const claimant = creation.data.subscription_id;
    if (state?.holder === claimant) return accept();
    if (state !== null && state.holder !== ended) {
      return refuse({
        code: 'duplicate',
        message: `site ${siteId} has managed subscription ${state.holder} already`,
        holder: state.holder,
      });
    }
    return accept({
      type: 'SiteContractClaimed',
      at: now,
      data: { site_id: siteId, claimed_by: claimant, creation, creation_command_id: creationCommandId },
    });
  },
};
