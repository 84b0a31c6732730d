import type { AnnotationEvent } from './annotation.ts';
import type { AnnouncementCopyEvent, AnnouncementEvent, AnnouncementProgressEvent } from './announcement.ts';
import type { AnnouncementMailingEvent } from './announcement-mailing.ts';
import type { BrandingEvent } from './branding.ts';
import type { GoalEvent } from './goal.ts';
import type { LaunchEvent } from './launch.ts';
import type { LogoEvent } from './logo.ts';
import type { ReportDomainEvent } from './report-domain.ts';
import type { ReportMailingEvent } from './report-mailing.ts';
import type { ReportEvent } from './report-messages.ts';
import type { TemplateEvent } from './report-template.ts';

/** Every event of the room. */
export type ReportsEvent =
  | ReportEvent
  | ReportMailingEvent
  | BrandingEvent
  | LogoEvent
  | ReportDomainEvent
  | TemplateEvent
  | GoalEvent
  | AnnotationEvent
  | AnnouncementEvent
  | AnnouncementCopyEvent
  | AnnouncementProgressEvent
  | AnnouncementMailingEvent
  | LaunchEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<ReportsEvent['type'], true>> = {
  AnnotationAdded: true,
  AnnotationRemoved: true,
  AnnouncementAddressed: true,
  AnnouncementAllAddressed: true,
  AnnouncementCopySettled: true,
  AnnouncementDrafted: true,
  AnnouncementStarted: true,
  AnnouncementStopped: true,
  AnnouncementsResubscribed: true,
  AnnouncementsUnsubscribed: true,
  BrandingChanged: true,
  BrandingCreated: true,
  BrandingRemoved: true,
  GoalChanged: true,
  GoalMet: true,
  GoalMissed: true,
  GoalRemoved: true,
  GoalSet: true,
  LaunchStepConfirmed: true,
  LaunchStepWithdrawn: true,
  LogoRefused: true,
  LogoRequested: true,
  LogoStored: true,
  ReportApproved: true,
  ReportCommented: true,
  ReportDataCollected: true,
  ReportDelivered: true,
  ReportDomainClaimed: true,
  ReportDomainLapsed: true,
  ReportDomainProved: true,
  ReportDomainReleased: true,
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
  ReportTemplateRemoved: true,
  ReportTemplateSaved: true,
  ReportTemplateTextGiven: true,
  ReportUnsubscribed: true,
};
export const REPORTS_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
