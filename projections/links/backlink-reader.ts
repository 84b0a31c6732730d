import { ACCOUNTS, SITES } from '#projections/platform/platform-directory';
import { ORDER_TIMELINE } from '#projections/services/service-timeline';
import { assignedSites, ofSites } from '#projections/services/site-scope';
import { among, type FilterOf, ofAccounts, tableReads } from '#runtime/scoped-reads';
import { over, type Paging, type ReadScope, type RunReads, type Strip, stripOf } from '#runtime/table-reads';
import { CLAIMS } from './backlink-order-claim.ts';
import { PROPOSALS } from './backlink-order-proposal.ts';
import { ORDERS } from './backlink-order-table.ts';
import { BACKLINKS } from './backlink-tables.ts';
import { BLOCKED_DOMAINS } from './blocked-domain.ts';
import { INDEXING_REQUESTS } from './indexing-request-tables.ts';
import { indexingStats } from './indexing-stats.ts';
import { PRICE_BOOK } from './price-book.ts';

/** Questions about orders, links, their indexing and the price book, each asked inside the caller's scope. */
export function backlinkReader(run: RunReads) {
  const ofTimeline = over(run, ORDER_TIMELINE);
  const ofSite = over(run, SITES);
  const ofLinks = over(run, BACKLINKS);
  const { one, page } = tableReads(run, ofSites);
  // What is an account's as a whole: an account manager sees it where they look after one of its sites.
  const ofAccount = tableReads(run, ofAccounts);
  const inDirectory = over(run, ACCOUNTS);
  // The price book is nobody's: whoever may read it reads all of it.
  const everything = tableReads(run, (query) => query);
  return {
    order: (scope: ReadScope, id: number) => one(ORDERS, scope, { id }),
    orders: (scope: ReadScope, filter: FilterOf<typeof ORDERS>, paging: Paging) => page(ORDERS, scope, filter, paging),
    backlink: (scope: ReadScope, id: number) => one(BACKLINKS, scope, { id }),
    backlinks: (scope: ReadScope, filter: FilterOf<typeof BACKLINKS>, paging: Paging) =>
      page(BACKLINKS, scope, filter, paging),
    request: (scope: ReadScope, id: number) => one(INDEXING_REQUESTS, scope, { id }),
    requests: (scope: ReadScope, filter: FilterOf<typeof INDEXING_REQUESTS>, paging: Paging) =>
      page(INDEXING_REQUESTS, scope, filter, paging),

    timeline: (scope: ReadScope, orderId: number, strip: Strip) =>
      ofTimeline(scope, (db) =>
        stripOf(db.selectFrom(ORDER_TIMELINE.name).selectAll().where('order_id', '=', orderId), strip).execute(),
      ),

    /** The account of a site that the caller may act for; undefined where there is none. */
    site: (scope: ReadScope, id: number) =>
      ofSite(scope, async (db) => {
        const known = db.selectFrom(SITES.name).select(['id', 'account_id', 'domain']).where('id', '=', id);
        const mine = ofAccounts(known, scope);
        const { assignedTo } = scope;
        return (assignedTo === null ? mine : among(mine, 'id', assignedSites(assignedTo))).executeTakeFirst();
      }),

    /** Which of these links the caller may act on. */
    mine: (scope: ReadScope, ids: readonly number[]): Promise<ReadonlySet<number>> =>
      ofLinks(scope, async (db) => {
        const named = db
          .selectFrom(BACKLINKS.name)
          .select('id')
          .where('id', 'in', [...ids, 0]);
        const rows = await ofSites(named, scope).execute();
        return new Set(rows.map(({ id }) => id));
      }),

    /** Live links of a site that are neither in the index nor requested already. */
    toBeIndexed: (scope: ReadScope, siteId: number): Promise<number[]> =>
      ofLinks(scope, async (db) => {
        const live = db
          .selectFrom(BACKLINKS.name)
          .select('id')
          .where('site_id', '=', siteId)
          .where('status', '=', 'live')
          .where('indexing_status', 'in', ['none', 'refused', 'cancelled'])
          .orderBy('id');
        return (await ofSites(live, scope).execute()).map(({ id }) => id);
      }),

    stats: indexingStats(run),

    proposal: (scope: ReadScope, id: number) => one(PROPOSALS, scope, { id }),
    proposals: (scope: ReadScope, filter: FilterOf<typeof PROPOSALS>, paging: Paging) =>
      page(PROPOSALS, scope, filter, paging),
    claim: (scope: ReadScope, id: number) => one(CLAIMS, scope, { id }),
    claims: (scope: ReadScope, filter: FilterOf<typeof CLAIMS>, paging: Paging) => page(CLAIMS, scope, filter, paging),
    blockedDomain: (scope: ReadScope, id: number) => ofAccount.one(BLOCKED_DOMAINS, scope, { id }),
    blockedDomains: (scope: ReadScope, filter: FilterOf<typeof BLOCKED_DOMAINS>, paging: Paging) =>
      ofAccount.page(BLOCKED_DOMAINS, scope, filter, paging),
    /** Whether the account is known and the caller may act for it. */
    account: (scope: ReadScope, id: number): Promise<boolean> =>
      inDirectory(scope, async (db) => {
        const known = db.selectFrom(ACCOUNTS.name).select('id').where('id', '=', id);
        return (await ofAccounts(known, scope, 'id').executeTakeFirst()) !== undefined;
      }),

    priceBookVersions: (scope: ReadScope, paging: Paging) => everything.page(PRICE_BOOK, scope, {}, paging),
  };
}
export type BacklinkReader = ReturnType<typeof backlinkReader>;
