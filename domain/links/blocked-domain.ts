import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import { put, without } from '#domain/kernel/fold';
import type { AccountId, BlockedDomainId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

type Blocked = { readonly blocked_domain_id: BlockedDomainId; readonly account_id: AccountId; readonly domain: string };

/** Hosts on which an account wants no link of its sites; a host stands for its subdomains too (spec 13, 3.10). */
export type BlockedDomainEvent =
  | DomainEvent<'DomainBlocked', Blocked & { readonly reason: string | null }>
  | DomainEvent<'DomainUnblocked', Blocked>;

/** By domain, in A-labels. */
export type BlockedDomains = { readonly domains: Readonly<Record<string, BlockedDomainId>> };

export type BlockedDomainCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Block';
      readonly id: BlockedDomainId;
      readonly accountId: AccountId;
      readonly domain: string;
      readonly reason: string | null;
    }
  | { readonly type: 'Unblock'; readonly id: BlockedDomainId; readonly accountId: AccountId }
);
export type BlockedDomainRefusal =
  | { readonly code: 'duplicate'; readonly message: string; readonly holder: number }
  | { readonly code: 'not_found' | 'invalid_state'; readonly message: string; readonly currentState: string };

/** An account keeps at most so many. */
const MOST_DOMAINS = 2_000;

/** The blocked domains of one account. */
export const blockedDomains: Decider<BlockedDomainCommand, BlockedDomains, BlockedDomainEvent, BlockedDomainRefusal> = {
  initial: { domains: {} },
  evolve: (state, event): BlockedDomains => {
    const { domain, blocked_domain_id: id } = event.data;
    switch (event.type) {
      case 'DomainBlocked':
        return { domains: put(state.domains, domain, id) };
      case 'DomainUnblocked':
        return { domains: without(state.domains, domain) };
    }
  },
  decide: (command, { domains }) => {
    const { id, accountId: account_id, now: at } = command;
    if (command.type === 'Unblock') {
      const domain = Object.keys(domains).find((each) => domains[each] === id);
      if (domain === undefined) return accept();
      return accept({ type: 'DomainUnblocked', at, data: { blocked_domain_id: id, account_id, domain } });
    }
    const { domain, reason } = command;
    const holder = domains[domain];
    if (holder === id) return accept();
    if (holder !== undefined) return refuse({ code: 'duplicate', message: `${domain} is blocked already`, holder });
    if (Object.keys(domains).length >= MOST_DOMAINS)
      return refuse({
        code: 'invalid_state',
        message: `an account blocks at most ${MOST_DOMAINS} domains`,
        currentState: 'full',
      });
    return accept({ type: 'DomainBlocked', at, data: { blocked_domain_id: id, account_id, domain, reason } });
  },
};

/** Whether a host is the domain, or a subdomain of it. */
export const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** The blocked domain that a host falls under; null where none. */
export const blocking = ({ domains }: BlockedDomains, host: string): string | null => {
  for (let part = host; part !== ''; part = part.includes('.') ? part.slice(part.indexOf('.') + 1) : '')
    if (Object.hasOwn(domains, part)) return part;
  return null;
};
