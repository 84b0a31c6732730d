import { accepted, notFound } from '#api/http/problem';
import type { ApprovalsPart } from '#api/platform/approvals';
import type { ReportCommands } from '#commands/reports/report';
import { newestOf } from '#domain/reports/report-state';
import type { FindApprovals } from '#projections/platform/approvals';
import { MAKERS } from './report.ts';
import { byOf, demandReviewer } from './report-access.ts';
import type { ReportReviewApi } from './report-review.ts';

type Deps = Pick<ReportReviewApi, 'ownerOf' | 'sealed'> & {
  readonly find: FindApprovals;
  readonly reports: Pick<ReportCommands, 'load' | 'run'>;
};

/** Reports that wait to be read: of staff, and of agencies (spec 13, 2.12). What is decided is decided of the newest version. */
export const reportsApprovalsPart = ({ find, reports, ownerOf, sealed }: Deps): ApprovalsPart => ({
  find,
  kinds: [
    {
      kind: 'report',
      outcomes: ['approved', 'rejected'],
      roles: MAKERS,
      seenBy: MAKERS,
      async decide({ approval: { id }, outcome, note, principal, cause }) {
        const { state } = await reports.load(id);
        if (state.status === 'none') throw notFound('report');
        const { version, settings } = newestOf(state);
        await demandReviewer(principal, settings, ownerOf);
        const by = byOf(principal);
        if (outcome === 'approved') return accepted(await reports.run(id, { type: 'Approve', version, by }, cause));
        const reason = await sealed(principal, state.accountId, note ?? '');
        return accepted(await reports.run(id, { type: 'Reject', version, reason, by }, cause));
      },
    },
  ],
});
