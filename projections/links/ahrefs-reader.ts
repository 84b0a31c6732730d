import { ACCOUNTS } from '#projections/platform/platform-directory';
import { ofSites } from '#projections/services/site-scope';
import { ofAccounts, tableReads } from '#runtime/scoped-reads';
import { over, type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';
import { AHREFS_CONNECTIONS, AHREFS_SNAPSHOTS, type AhrefsSnapshotRow } from './ahrefs-connection.ts';

/** Questions about connections and snapshots, each asked inside the caller's scope. */
export function ahrefsReader(run: RunReads) {
  const ofAccount = over(run, ACCOUNTS);
  const ofSnapshots = over(run, AHREFS_SNAPSHOTS);
  const { page } = tableReads(run, ofSites);
  // Whether the caller may act for the account is asked before.
  const { one } = tableReads(run, (query) => query);
  return {
    /** Whether the account is known and the caller may act for it. */
    sees: (scope: ReadScope, account: number): Promise<boolean> =>
      ofAccount(scope, async (db) => {
        const known = db.selectFrom(ACCOUNTS.name).select('id').where('id', '=', account);
        return (await ofAccounts(known, scope, 'id').executeTakeFirst()) !== undefined;
      }),

    connection: (scope: ReadScope, account: number) => one(AHREFS_CONNECTIONS, scope, { id: account }),

    /** A page of what was kept of a site. */
    async kept(scope: ReadScope, site_id: number, paging: Paging) {
      const { count, rows } = await page(AHREFS_SNAPSHOTS, scope, { site_id }, paging);
      return { count, rows: rows.map(withRating) };
    },

    /** Of a site, newest first. */
    async snapshots(scope: ReadScope, siteId: number, limit: number) {
      const shown = (rows: readonly AhrefsSnapshotRow[]) => rows.map(withRating);
      if (scope.ahead) {
        const { find } = typed(scope.ahead);
        const rows = await find(AHREFS_SNAPSHOTS, { site_id: siteId }, { orderBy: ['snapshot_date'] });
        return shown(rows.reverse().slice(0, limit));
      }
      return ofSnapshots(scope, async (db) => {
        const all = db.selectFrom(AHREFS_SNAPSHOTS.name).selectAll().where('site_id', '=', siteId);
        return shown(await ofSites(all, scope).orderBy('snapshot_date', 'desc').limit(limit).execute());
      });
    },
  };
}

const withRating = (row: AhrefsSnapshotRow) => ({
  ...row,
  domain_rating: row.domain_rating === null ? null : Number(row.domain_rating),
});
export type AhrefsReader = ReturnType<typeof ahrefsReader>;
