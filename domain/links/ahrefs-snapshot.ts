import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Snapshot = {
  readonly account_id: AccountId;
  readonly site_id: SiteId;
  readonly domain: string;
  readonly domain_rating: number | null;
  readonly referring_domains: number | null;
  readonly organic_keywords: number | null;
  readonly organic_traffic: number | null;
  readonly backlinks_total: number | null;
  readonly snapshot_date: Day;
  readonly raw_data: { readonly [key: string]: Json };
};
export type AhrefsSnapshotEvent = DomainEvent<'AhrefsSnapshotTaken', Snapshot>;

/** Of a site's domain; one a day. */
export const ahrefsSnapshot: Decider<
  { readonly now: Instant; readonly snapshot: Snapshot },
  { readonly last: Day | null },
  AhrefsSnapshotEvent,
  never
> = {
  initial: { last: null },
  evolve: (_, event) => {
    switch (event.type) {
      case 'AhrefsSnapshotTaken':
        return { last: event.data.snapshot_date };
    }
  },
  decide: ({ now: at, snapshot }, { last }) =>
    last === snapshot.snapshot_date ? accept() : accept({ type: 'AhrefsSnapshotTaken', at, data: snapshot }),
};
