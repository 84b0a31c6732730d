import { expressionBuilder } from 'kysely';
import { SITES } from '#projections/platform/platform-directory';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { among, type Narrow, ofAccounts, tableReads } from '#runtime/scoped-reads';
import type { DatabaseOf } from '#runtime/table';
import { type Filter, listed, matching, over, type Paging, type ReadScope, type RunReads } from '#runtime/table-reads';
import { REPORT_VERSIONS, REPORTS } from './report-tables.ts';

/** An account manager sees the reports of the sites of their subscriptions. */
const assignedSites = (userId: number) =>
  expressionBuilder<DatabaseOf<readonly [typeof SUBSCRIPTIONS]>, never>()
    .selectFrom(SUBSCRIPTIONS.name)
    .select('site_id')
    .where('account_manager_id', '=', userId);

export const ofReports: Narrow = (query, scope) => {
  const rows = ofAccounts(query, scope);
  return scope.assignedTo === null ? rows : among(rows, 'site_id', assignedSites(scope.assignedTo));
};

/** Questions about reports, each asked inside the caller's scope. */
export function reportReader(run: RunReads) {
  const ofRows = over(run, REPORTS, SUBSCRIPTIONS);
  const ofSites = over(run, SITES, SUBSCRIPTIONS);
  const { one } = tableReads(run, ofReports);
  const shown = tableReads(run, (query) => query);
  return {
    report: (scope: ReadScope, id: number) => one(REPORTS, scope, { id }),
    /** `released`: those alone that a client may see. */
    reports: (scope: ReadScope, filter: Filter, released: boolean, paging: Paging) =>
      ofRows(scope, (db) => {
        const found = ofReports(matching(db.selectFrom(REPORTS.name), filter), scope);
        return listed(released ? found.where('client_version', 'is not', null) : found, paging, 'id');
      }),
    /** What that version of a report shows that the caller was shown before. */
    version: (scope: ReadScope, report_id: number, version: number) =>
      shown.one(REPORT_VERSIONS, scope, { report_id, version }),
    site: (scope: ReadScope, id: number) =>
      ofSites(scope, (db) => {
        const known = ofAccounts(db.selectFrom(SITES.name).selectAll().where('id', '=', id), scope);
        const mine = scope.assignedTo === null ? known : among(known, 'id', assignedSites(scope.assignedTo));
        return mine.executeTakeFirst();
      }),
    subscription: (scope: ReadScope, id: number) =>
      ofSites(scope, (db) => {
        const known = ofAccounts(db.selectFrom(SUBSCRIPTIONS.name).selectAll().where('id', '=', id), scope);
        const { assignedTo } = scope;
        return (assignedTo === null ? known : known.where('account_manager_id', '=', assignedTo)).executeTakeFirst();
      }),
  };
}
export type ReportReader = ReturnType<typeof reportReader>;
