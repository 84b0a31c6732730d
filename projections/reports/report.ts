import { report } from '#domain/reports/report';
import type { KnownReport, ReportEvent } from '#domain/reports/report-messages';
import { sendingTime } from '#domain/reports/report-settings';
import { clientVersion, newestOf } from '#domain/reports/report-state';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { REPORT_VERSIONS, REPORTS } from './report-tables.ts';

type Own = Projected<ReportEvent>;

/** Reports, and what each version of them shows. */
export const reports: Projection = projection<ReportEvent>({
  name: REPORTS.name,
  version: 1,
  tables: [REPORTS, REPORT_VERSIONS],
  on: {
    ReportRequested: fold,
    async ReportDataCollected(rows, event) {
      const { report_id, account_id, version, data: report_data } = event.data;
      rows.put(REPORT_VERSIONS, { report_id, version, account_id, report_data });
      await fold(rows, event);
      await rows.change(REPORTS, { id: report_id }, (row) => (row.version === version ? { ...row, report_data } : row));
    },
    ReportRendered: fold,
    ReportRenderFailed: fold,
    ReportCommented: fold,
    ReportApproved: fold,
    ReportRejected: fold,
    ReportReviewReminded: fold,
    ReportSendingStarted: fold,
    ReportDelivered: fold,
    ReportShared: fold,
    ReportShareRevoked: fold,
    ReportShareViewed: fold,
  },
});

async function fold(rows: UnitOfWork, event: Own): Promise<void> {
  const { report_id: id } = event.data;
  const known = await rows.get(REPORTS, { id });
  const state = report.evolve(known?.report ?? report.initial, event);
  if (state.status === 'none') throw new Error(`${event.type} on a report that was not asked for`);
  rows.put(REPORTS, {
    id,
    report_data: known?.report_data ?? null,
    ...ofReport(state),
    ...ofNewest(state),
    created_at: known?.created_at ?? event.at,
    updated_at: event.at,
    revision: event.revision,
  });
}

function ofReport(state: KnownReport) {
  const sent = state.deliveries.filter(({ outcome }) => outcome === 'accepted' || outcome === 'unknown');
  return {
    account_id: state.accountId,
    site_id: state.siteId,
    managed_subscription_id: state.subscriptionId,
    report_type: state.type,
    period_start: state.periodStart,
    period_end: state.periodEnd,
    state: state.status,
    due_on: state.dueOn,
    in_review_since: state.inReviewSince,
    batch: state.batch,
    sent_at: state.sentAt,
    sent_to: [...new Map(sent.map(({ key, to }) => [key, to])).values()],
    client_version: clientVersion(state)?.version ?? null,
    report: state,
  };
}

function ofNewest(state: KnownReport) {
  const { version, position, rendering, problem, rendered_at, approved_at, settings } = newestOf(state);
  const ready = rendering === 'ready';
  return {
    version,
    position,
    status: rendering,
    problem,
    report_pdf_url: ready ? `/api/v1/services/reports/${state.reportId}/pdf/` : null,
    generated_at: rendered_at,
    send_from: approved_at === null || state.sentAt !== null ? null : sendingTime(settings, state.dueOn, approved_at),
    is_white_label: settings.branding_id !== null,
    branding_id: settings.branding_id,
    sections_included: settings.sections,
    review: settings.review,
    language: settings.language,
    theme: settings.theme,
    page_size: settings.page_size,
    time_zone: settings.time_zone,
    template_id: settings.template_id,
  };
}
