import type { BlockedDomainEvent } from '#domain/links/blocked-domain';
import type { Actor } from '#runtime/metadata';
import { type Projection, projection } from '#runtime/projection';
import { integer, json, type Stored, stamps, table, text } from '#runtime/table';

/** Hosts on which accounts want no links, as the API answers them. */
export const BLOCKED_DOMAINS = table(
  'igny8_blocked_link_domains',
  {
    id: integer,
    account_id: integer,
    domain: text,
    reason: text.orNull,
    blocked_by: json<Actor>(),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id']], tenant: true },
);
export type BlockedDomainRow = Stored<typeof BLOCKED_DOMAINS>;

export const blockedDomainRows: Projection = projection<BlockedDomainEvent>({
  name: BLOCKED_DOMAINS.name,
  version: 1,
  tables: [BLOCKED_DOMAINS],
  on: {
    DomainBlocked: (rows, { data, at, revision, metadata }) =>
      rows.put(BLOCKED_DOMAINS, {
        id: data.blocked_domain_id,
        account_id: data.account_id,
        domain: data.domain,
        reason: data.reason,
        blocked_by: metadata.actor,
        revision,
        created_at: at,
        updated_at: at,
      }),
    DomainUnblocked: (rows, { data }) => rows.remove(BLOCKED_DOMAINS, { id: data.blocked_domain_id }),
  },
});
