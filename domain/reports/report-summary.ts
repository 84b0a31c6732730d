import { sentences } from '#domain/kernel/sentence';
import { counted } from '#domain/kernel/words';
import type { ReportMailingEvent } from './report-mailing.ts';
import type { ReportEvent } from './report-messages.ts';

const MADE = {
  generated: 'was asked for',
  regenerated: 'was asked for anew',
  comment: 'was asked for, with a comment',
};
const DELIVERED = {
  accepted: 'was sent',
  refused: 'was refused by the mail server',
  unknown: 'may have been sent: the answer was lost',
  unsubscribed: 'was not sent to somebody who wants no reports',
  skipped: 'was not sent again to somebody who has it',
};

/** One sentence for people about an event of a report; null for events that are not told. Whom it went to stands nowhere. */
export const summarizeReport = sentences<ReportEvent | ReportMailingEvent>((event) => {
  switch (event.type) {
    case 'ReportRequested':
      return `Version ${event.data.version} of the ${event.data.report_type} report of ${event.data.period_start} ${MADE[event.data.cause]}.`;
    case 'ReportDataCollected':
      return `What version ${event.data.version} of report ${event.data.report_id} shows was collected.`;
    case 'ReportRendered':
      return `Version ${event.data.version} of report ${event.data.report_id} is ready: ${counted(event.data.pages, 'page')}.`;
    case 'ReportRenderFailed':
      return `Version ${event.data.version} of report ${event.data.report_id} could not be made: ${event.data.detail}.`;
    case 'ReportCommented':
      return `Report ${event.data.report_id} was commented on at version ${event.data.version}.`;
    case 'ReportApproved':
      return `Version ${event.data.version} of report ${event.data.report_id} was approved.`;
    case 'ReportRejected':
      return `Version ${event.data.version} of report ${event.data.report_id} was rejected.`;
    case 'ReportReviewReminded':
      return `Nobody had read version ${event.data.version} of report ${event.data.report_id} by ${event.data.on}.`;
    case 'ReportSendingStarted':
      return `Version ${event.data.version} of report ${event.data.report_id} goes to ${event.data.deliveries.length === 1 ? 'one address' : `${event.data.deliveries.length} addresses`}.`;
    case 'ReportDelivered':
      return `Version ${event.data.version} of report ${event.data.report_id} ${DELIVERED[event.data.outcome]}.`;
    case 'ReportShared':
      return `Report ${event.data.report_id} was shared by link ${event.data.share_id} until ${event.data.expires_at.slice(0, 10)}.`;
    case 'ReportShareRevoked':
      return `Link ${event.data.share_id} to report ${event.data.report_id} was revoked.`;
    case 'ReportShareViewed':
      return `Version ${event.data.version} of report ${event.data.report_id} was opened by link ${event.data.share_id}: ${counted(event.data.count, 'time')} on ${event.data.on}.`;
    case 'ReportUnsubscribed':
      return 'A recipient wants no more reports of the account.';
    case 'ReportResubscribed':
      return 'A recipient wants reports of the account again.';
    default:
      return null;
  }
});
