import type { Approval, FindApprovals } from '#projections/platform/approvals';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { over, type RunReads } from '#runtime/table-reads';
import { ofReports } from './report-reader.ts';
import { REPORTS, type ReportRow } from './report-tables.ts';

const SHOWN = ['id', 'account_id', 'site_id', 'report_type', 'period_start', 'period_end', 'in_review_since'] as const;
type Shown = Pick<ReportRow, (typeof SHOWN)[number]>;

/** Reports whose newest version waits to be read before it goes out. */
export const reportsApprovals = (run: RunReads): FindApprovals => {
  const reads = over(run, REPORTS, SUBSCRIPTIONS);
  return (scope) =>
    reads(scope, async (db) => {
      const rows = db.selectFrom(REPORTS.name).select(SHOWN).where('state', '=', 'in_review');
      return (await ofReports(rows, scope).execute()).flatMap(shown);
    });
};

const shown = ({ id, account_id, site_id, report_type, in_review_since: since, ...row }: Shown): Approval[] =>
  since === null
    ? []
    : [
        {
          kind: 'report',
          id,
          account_id,
          site_id,
          title: `Report ${id}: ${report_type}, ${row.period_start} to ${row.period_end}`,
          since,
          waiting_for: 'us',
          href: `/api/v1/services/reports/${id}/`,
        },
      ];
