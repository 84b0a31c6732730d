import { type ReadScope, type Reads, rowAhead, rowsAhead } from '#projections/platform/reads';
import { AHREFS_CONNECTIONS, AHREFS_SNAPSHOTS } from './ahrefs-connection.ts';
import { assignedSites } from './backlink-reader.ts';
import type { AhrefsSnapshotRow } from './backlink-rows.ts';

/** Questions about connections and snapshots, each asked inside the caller's scope. */
export function ahrefsReader(reads: Reads) {
  return {
    /** Whether the account is known and the caller may act for it. */
    sees: (scope: ReadScope, account: number): Promise<boolean> =>
      reads(scope, async (db) => {
        let query = db.selectFrom('igny8_platform_accounts').select('id').where('id', '=', account);
        if (scope.accounts !== '*') query = query.where('id', 'in', [...scope.accounts, 0]);
        return (await query.executeTakeFirst()) !== undefined;
      }),

    async connection(scope: ReadScope, account: number) {
      const row = scope.ahead
        ? await rowAhead(scope.ahead, AHREFS_CONNECTIONS, { id: account })
        : await reads(scope, (db) =>
            db.selectFrom(AHREFS_CONNECTIONS).selectAll().where('id', '=', account).executeTakeFirst(),
          );
      if (!row) return undefined;
      const { revision: _, ...shown } = row;
      return shown;
    },

    /** Of a site, newest first. */
    async snapshots(scope: ReadScope, siteId: number, limit: number) {
      const shown = (rows: readonly AhrefsSnapshotRow[]) =>
        rows.map((row) => ({ ...row, domain_rating: row.domain_rating === null ? null : Number(row.domain_rating) }));
      if (scope.ahead) {
        const rows = await rowsAhead(
          scope.ahead,
          AHREFS_SNAPSHOTS,
          { site_id: siteId },
          { orderBy: ['snapshot_date'] },
        );
        return shown(rows.reverse().slice(0, limit));
      }
      return reads(scope, async (db) => {
        let query = db.selectFrom(AHREFS_SNAPSHOTS).selectAll().where('site_id', '=', siteId);
        if (scope.accounts !== '*') query = query.where('account_id', 'in', [...scope.accounts, 0]);
        if (scope.assignedTo !== null) query = query.where('site_id', 'in', assignedSites(db, scope.assignedTo));
        return shown(await query.orderBy('snapshot_date', 'desc').limit(limit).execute());
      });
    },
  };
}
export type AhrefsReader = ReturnType<typeof ahrefsReader>;
