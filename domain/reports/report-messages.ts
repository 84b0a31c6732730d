import type { DomainEvent } from '#domain/kernel/decider';
import type { AccountId, ReportId, ShareId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';
import type { ReportSection } from '#domain/services/service-config';
import type { ReportData } from './report-data.ts';
import type { ReportType } from './report-document.ts';
import type { Chosen, ReportSettings } from './report-settings.ts';

/** Who did it: a person with a role, or a job. */
export type By = {
  readonly role: 'admin' | 'account_manager' | 'agency' | 'client' | 'job';
  readonly id: number | null;
};
export type VersionCause = 'generated' | 'regenerated' | 'comment';
export const DELIVERY_OUTCOMES = ['accepted', 'refused', 'unknown', 'unsubscribed', 'skipped'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** An address, sealed; `key` is the keyed hash of it that outlives its erasure, the same whatever its case. */
export type Recipient = { readonly to: string; readonly key: string };

type Of<Type extends string, Data> = DomainEvent<
  Type,
  { readonly report_id: ReportId; readonly account_id: AccountId } & Data
>;
type OfVersion<Type extends string, Data = unknown> = Of<Type, { readonly version: number } & Data>;

export type ReportEvent =
  /** A version is asked for. What it is of stands in the first one, and is repeated in the others. */
  | OfVersion<
      'ReportRequested',
      {
        readonly site_id: SiteId;
        readonly managed_subscription_id: SubscriptionId | null;
        readonly report_type: ReportType;
        readonly period_start: Day;
        readonly period_end: Day;
        /** The place in the log that its numbers follow from. */
        readonly position: number;
        readonly cause: VersionCause;
        /** The last comment that it shows; null where it shows none. */
        readonly comments_through: number | null;
        readonly settings: ReportSettings;
        readonly chosen: Chosen;
        /** The day on which it is to be sent. */
        readonly due_on: Day;
        readonly requested_by: By;
        /** The run of a job that asked for it. */
        readonly batch: string | null;
      }
    >
  | OfVersion<
      'ReportDataCollected',
      {
        readonly data: ReportData;
        readonly branding_revision: number | null;
        readonly template_revision: number | null;
        /** SHA-256 of the file with the branding, the logo and the template as they were. */
        readonly snapshot_sha256: string;
      }
    >
  | OfVersion<
      'ReportRendered',
      { readonly renderer: string; readonly sha256: string; readonly size_bytes: number; readonly pages: number }
    >
  | OfVersion<'ReportRenderFailed', { readonly problem: string; readonly detail: string }>
  /** `text` and `author_name` are sealed under the author. */
  | OfVersion<
      'ReportCommented',
      {
        readonly comment_id: number;
        readonly section: ReportSection | null;
        readonly text: string;
        readonly author: By;
        readonly author_name: string;
      }
    >
  | OfVersion<'ReportApproved', { readonly by: By }>
  | OfVersion<'ReportRejected', { readonly by: By; readonly reason: string }>
  | OfVersion<'ReportReviewReminded', { readonly on: Day }>
  /** Who is to have it, before any mail of it leaves. */
  | OfVersion<
      'ReportSendingStarted',
      {
        readonly deliveries: readonly (Recipient & { readonly delivery_id: number })[];
        /** Somebody who had it is to have it again. */
        readonly again: boolean;
        readonly by: By;
      }
    >
  | OfVersion<
      'ReportDelivered',
      Recipient & {
        readonly delivery_id: number;
        /** Of what was sent: in whose timeline that stands. */
        readonly subscription_id: SubscriptionId | null;
        readonly outcome: DeliveryOutcome;
        readonly again: boolean;
        /** In place of the PDF the mail carries this share, where the PDF is too large for it. */
        readonly share_id: ShareId | null;
        readonly error: string | null;
      }
    >
  | Of<
      'ReportShared',
      {
        readonly share_id: ShareId;
        readonly sections: readonly ReportSection[] | null;
        readonly expires_at: Instant;
        readonly token_sha256: string;
        /** Made by scrypt, with its salt. */
        readonly password_hash: string | null;
        /** `mail`: made for a mail that could not carry the PDF. */
        readonly for: 'person' | 'mail';
        readonly by: By;
      }
    >
  | Of<'ReportShareRevoked', { readonly share_id: ShareId; readonly because: 'asked' | 'erased' }>
  /** Of one day: the first view at once, later ones summed. Nothing of who looked is kept. */
  | OfVersion<'ReportShareViewed', { readonly share_id: ShareId; readonly on: Day; readonly count: number }>;

type Now = { readonly now: Instant };
type Rendered = {
  readonly renderer: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number;
};
export type ReportCommand = Now &
  (
    | {
        readonly type: 'Request';
        readonly reportId: ReportId;
        readonly accountId: AccountId;
        readonly siteId: SiteId;
        readonly subscriptionId: SubscriptionId | null;
        readonly reportType: ReportType;
        readonly periodStart: Day;
        readonly periodEnd: Day;
        readonly position: number;
        readonly settings: ReportSettings;
        readonly chosen: Chosen;
        readonly dueOn: Day;
        readonly by: By;
        readonly batch: string | null;
      }
    | { readonly type: 'Regenerate'; readonly position: number; readonly settings: ReportSettings; readonly by: By }
    | {
        readonly type: 'RecordData';
        readonly version: number;
        readonly data: ReportData;
        readonly brandingRevision: number | null;
        readonly templateRevision: number | null;
        readonly snapshot: string;
      }
    | ({ readonly type: 'RecordRendering'; readonly version: number } & Rendered)
    | { readonly type: 'RecordFailure'; readonly version: number; readonly problem: string; readonly detail: string }
    | {
        readonly type: 'Comment';
        readonly section: ReportSection | null;
        readonly text: string;
        readonly author: By;
        readonly authorName: string;
      }
    | { readonly type: 'Approve'; readonly version: number; readonly by: By }
    | { readonly type: 'Reject'; readonly version: number; readonly reason: string; readonly by: By }
    | { readonly type: 'RemindReview'; readonly on: Day }
    | {
        readonly type: 'Send';
        /** Null where a job sends the newest one. */
        readonly version: number | null;
        readonly to: readonly Recipient[];
        /** Keys of those who want no more reports of this account. */
        readonly unsubscribed: readonly string[];
        readonly again: boolean;
        readonly by: By;
      }
    | {
        readonly type: 'RecordDelivery';
        readonly deliveryId: number;
        readonly outcome: Exclude<DeliveryOutcome, 'skipped'>;
        readonly shareId: ShareId | null;
        readonly error: string | null;
      }
    | {
        readonly type: 'Share';
        readonly shareId: ShareId;
        readonly sections: readonly ReportSection[] | null;
        readonly expiresAt: Instant;
        readonly tokenSha256: string;
        readonly passwordHash: string | null;
        readonly for: 'person' | 'mail';
        readonly by: By;
      }
    | { readonly type: 'RevokeShare'; readonly shareId: number }
    | { readonly type: 'RevokeShares' }
    | { readonly type: 'CountViews'; readonly shareId: number; readonly on: Day; readonly count: number }
  );

export type ReportRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'duplicate'; readonly message: string; readonly holder: number }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | {
      readonly code: 'version_superseded' | 'not_approved' | 'report_not_ready' | 'no_recipients';
      readonly message: string;
      readonly currentState: string;
    }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

export type ReportVersion = {
  readonly version: number;
  readonly position: number;
  readonly cause: VersionCause;
  readonly comments_through: number | null;
  readonly settings: ReportSettings;
  readonly requested_at: Instant;
  readonly rendering: 'queued' | 'rendering' | 'ready' | 'failed';
  readonly branding_revision: number | null;
  readonly template_revision: number | null;
  readonly snapshot_sha256: string | null;
  readonly renderer: string | null;
  readonly sha256: string | null;
  readonly size_bytes: number | null;
  readonly pages: number | null;
  readonly rendered_at: Instant | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
  /** Without review a version is approved by its rendering. */
  readonly approved_at: Instant | null;
};
export type ReportComment = {
  readonly id: number;
  readonly section: ReportSection | null;
  readonly text: string;
  readonly author: By;
  readonly author_name: string;
  readonly at: Instant;
  /** The version that it was made on. */
  readonly version: number;
};
export type ReportDelivery = Recipient & {
  readonly id: number;
  readonly version: number;
  readonly at: Instant;
  /** `pending`: its mail is on its way. */
  readonly outcome: DeliveryOutcome | 'pending';
  readonly again: boolean;
  readonly error: string | null;
};
export type ReportShare = {
  readonly id: ShareId;
  readonly sections: readonly ReportSection[] | null;
  readonly expires_at: Instant;
  readonly token_sha256: string;
  readonly password_hash: string | null;
  readonly for: 'person' | 'mail';
  readonly views: number;
  readonly last_viewed_on: Day | null;
  readonly revoked_at: Instant | null;
};

export const REPORT_STATES = ['generating', 'in_review', 'approved', 'sent', 'rejected'] as const;
export type KnownReport = {
  readonly status: (typeof REPORT_STATES)[number];
  readonly reportId: ReportId;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly subscriptionId: SubscriptionId | null;
  readonly type: ReportType;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly chosen: Chosen;
  readonly dueOn: Day;
  readonly batch: string | null;
  readonly requestedBy: By;
  /** Oldest first; the last one is the newest. */
  readonly versions: readonly ReportVersion[];
  readonly comments: readonly ReportComment[];
  readonly deliveries: readonly ReportDelivery[];
  readonly shares: readonly ReportShare[];
  /** The first sending. */
  readonly sentAt: Instant | null;
  /** Since when the newest version waits to be read. */
  readonly inReviewSince: Instant | null;
  readonly remindedOn: Day | null;
  readonly rejected: { readonly version: number; readonly reason: string; readonly by: By } | null;
};
export type Report = { readonly status: 'none' } | KnownReport;
