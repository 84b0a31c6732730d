import type { ShareId } from '#domain/kernel/ids';
import {
  collectReport,
  failReport,
  recordReportDelivery,
  renderReport,
  reportEmail,
  reportReviewEmail,
  revokeReportShares,
  sendReport,
} from '#domain/reports/effects';
import { uuidFrom } from '#runtime/random';
import { done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import { mailLookUps, mailReport, mailReviewer, type ReportMailDeps } from './report-mail.ts';

const KINDS = [
  collectReport,
  renderReport,
  failReport,
  sendReport,
  reportEmail,
  recordReportDelivery,
  reportReviewEmail,
  revokeReportShares,
] as const;

export type ReportEffectDeps = ReportMailDeps & {
  readonly rows: { ofAccount(account: number): Promise<readonly number[]> };
  readonly upToDate: () => Promise<void>;
};
/** Refusals of a sending that is not to be: another has sent it, or nobody may yet. */
const NOT_NOW = ['not_approved', 'report_not_ready', 'version_superseded'];

/** How what a report's process asks for is carried out. */
export function reportEffects(deps: ReportEffectDeps): Handlers {
  const { reports, making, rows, upToDate, send } = deps;
  return handlersOf(KINDS, {
    collect_report: internally(async ({ payload: { report_id, version }, cause }) => {
      const problem = await making.collectVersion(report_id, version, cause);
      return done({ failed: problem !== null });
    }),
    render_report: internally(async ({ payload: { report_id, version }, cause }) => {
      await making.renderVersion(report_id, version, cause);
      return done({});
    }),
    fail_report: internally(async ({ payload: { report_id, version, problem, detail }, cause }) => {
      await reports.run(report_id, { type: 'RecordFailure', version, problem, detail }, cause);
      return done({});
    }),
    send_report: internally(async ({ payload: { report_id }, cause }) => {
      await upToDate();
      const by = { role: 'job' as const, id: null };
      const sent = await reports.send(report_id, { version: null, to: null, again: false, by }, cause);
      return sent.ok || NOT_NOW.includes(sent.refusal.code) ? done({}) : gaveUp(sent.refusal.message);
    }),
    report_email: { ...mailLookUps(deps), call: (call) => mailReport(deps, call) },
    record_report_delivery: internally(async ({ payload, cause }) => {
      const { report_id, delivery_id: deliveryId, outcome, share_id, error } = payload;
      const shareId = share_id as ShareId | null;
      await reports.run(report_id, { type: 'RecordDelivery', deliveryId, outcome, shareId, error }, cause);
      return done({});
    }),
    report_review_email: { ...send.lookUps, call: (call) => mailReviewer(deps, call) },
    revoke_report_shares: internally(async ({ payload: { account_id }, cause }) => {
      await upToDate();
      for (const id of await rows.ofAccount(account_id))
        await reports.run(id, { type: 'RevokeShares' }, { ...cause, commandId: uuidFrom(cause.commandId, id) });
      return done({});
    }),
  });
}
