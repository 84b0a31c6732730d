import type { AnnotationEvent } from './annotation.ts';
import type { GoalEvent } from './goal.ts';
import type { ReportMailingEvent } from './report-mailing.ts';
import type { ReportEvent } from './report-messages.ts';

/** Every event of the room. */
export type ReportsEvent = ReportEvent | ReportMailingEvent | GoalEvent | AnnotationEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<ReportsEvent['type'], true>> = {
  AnnotationAdded: true,
  AnnotationRemoved: true,
  GoalChanged: true,
  GoalMet: true,
  GoalMissed: true,
  GoalRemoved: true,
  GoalSet: true,
  ReportApproved: true,
  ReportCommented: true,
  ReportDataCollected: true,
  ReportDelivered: true,
  ReportRejected: true,
  ReportRenderFailed: true,
  ReportRendered: true,
  ReportRequested: true,
  ReportResubscribed: true,
  ReportReviewReminded: true,
  ReportSendingStarted: true,
  ReportShareRevoked: true,
  ReportShareViewed: true,
  ReportShared: true,
  ReportUnsubscribed: true,
};
export const REPORTS_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
