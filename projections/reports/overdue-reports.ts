import type { FindOverdue, Overdue } from '#projections/platform/overdue';
import { over, type RunReads } from '#runtime/table-reads';
import { ofReports } from './report-reader.ts';
import { REPORTS, type ReportRow } from './report-tables.ts';

export const REPORTS_OVERDUE = ['report', 'report_review'] as const;

/** Reports that could not be made, that should have gone out, and that nobody has read by the day they are due. */
export const overdueReports =
  (now: () => string, today: () => string) =>
  (run: RunReads): FindOverdue => {
    const reads = over(run, REPORTS);
    return (scope) =>
      reads(scope, async (db) => {
        const waiting = db
          .selectFrom(REPORTS.name)
          .selectAll()
          .where((eb) => eb.or([eb('status', '=', 'failed'), eb('state', 'in', ['in_review', 'approved'])]));
        const rows = await ofReports(waiting, scope).execute();
        return rows.flatMap((row) => ofReport(row, now(), today()));
      });
  };

function ofReport(row: ReportRow, now: string, today: string): Overdue[] {
  const { id, account_id, site_id, report_type, period_start, problem, updated_at } = row;
  const entry = (kind: (typeof REPORTS_OVERDUE)[number], since: string, detail: string): Overdue => ({
    kind,
    id,
    account_id,
    site_id,
    since,
    detail,
    href: `/api/v1/services/reports/${id}/`,
  });
  const name = `the ${report_type} report of ${period_start}`;
  if (row.status === 'failed')
    return [entry('report', updated_at, `${name} could not be made: ${problem?.detail ?? 'no reason is known'}`)];
  if (row.state === 'in_review')
    return row.due_on > today
      ? []
      : [entry('report_review', row.in_review_since ?? updated_at, `${name} waits to be read`)];
  if (row.send_from === null || row.send_from > now || nobodyWantsIt(row)) return [];
  return [entry('report', row.send_from, `${name} was not sent: ${whyNot(row)}`)];
}

const ofNewest = ({ report, version }: ReportRow) => report.deliveries.filter((each) => each.version === version);
/** All who would have it want no reports: nothing is to be done about it. */
const nobodyWantsIt = (row: ReportRow): boolean => {
  const outcomes = ofNewest(row).map(({ outcome }) => outcome);
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'unsubscribed');
};
const whyNot = (row: ReportRow): string => {
  const refused = ofNewest(row).findLast(({ outcome }) => outcome === 'refused');
  if (refused) return refused.error ?? 'the mail server refused it';
  return ofNewest(row).some(({ outcome }) => outcome === 'pending') ? 'its mail is on its way' : 'nobody is to have it';
};
