import { effectKind } from '#domain/kernel/effect-kind';
import type { AccountId, ReportId } from '#domain/kernel/ids';

/* What the report's process asks for. */
type OfReport = { readonly report_id: ReportId };
type OfVersion = OfReport & { readonly version: number };

export const collectReport = effectKind('collect_report')<OfVersion, { readonly failed?: boolean }>();
export const renderReport = effectKind('render_report')<OfVersion>();
/** Of what was given up: the report says so, and can be made anew. */
export const failReport = effectKind('fail_report')<
  OfVersion & { readonly problem: string; readonly detail: string }
>();
/** Its hour has come: whoever is to have it is sent it. */
export const sendReport = effectKind('send_report')<OfReport>();
export const reportEmail = effectKind('report_email')<
  OfVersion & { readonly delivery_id: number },
  { readonly share_id?: number | null }
>();
export const recordReportDelivery = effectKind('record_report_delivery')<
  OfReport & {
    readonly delivery_id: number;
    readonly outcome: 'accepted' | 'refused' | 'unknown';
    readonly share_id: number | null;
    readonly error: string | null;
  }
>();
/** To the account manager: a report waits to be read. */
export const reportReviewEmail = effectKind('report_review_email')<OfVersion & { readonly reminder: boolean }>();
/** Of an account whose people were erased: nobody reads its reports any more (spec 13, 4.10). */
export const revokeReportShares = effectKind('revoke_report_shares')<{ readonly account_id: AccountId }>();
