import type { Zone } from '#domain/kernel/calendar';
import type { ReportData } from '#domain/reports/report-data';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { type KnownReport, REPORT_STATES, type ReportVersion } from '#domain/reports/report-messages';
import { LANGUAGES, PAGE_SIZES, REVIEWS, type ReportSection } from '#domain/services/service-config';
import { bigint, boolean, day, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

/** Reports as they are now: what is said of versions is said of the newest one. */
export const REPORTS = table(
  'igny8_service_reports',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    managed_subscription_id: integer.orNull,
    report_type: oneOf(...REPORT_TYPES),
    period_start: day,
    period_end: day,
    report_data: json<ReportData>().orNull,
    /** Where the PDF is read with a token; links for people are signed when they are asked for. */
    report_pdf_url: text.orNull,
    is_white_label: boolean,
    branding_id: integer.orNull,
    sections_included: json<readonly ReportSection[]>(),
    generated_at: instant.orNull,
    sent_at: instant.orNull,
    /** Sealed. */
    sent_to: json<readonly string[]>(),
    state: oneOf(...REPORT_STATES),
    status: oneOf('queued', 'rendering', 'ready', 'failed'),
    problem: json<NonNullable<ReportVersion['problem']>>().orNull,
    version: integer,
    position: bigint,
    due_on: day,
    /** When the newest version may go out by itself; null where it may not (yet), or where one has. */
    send_from: instant.orNull,
    review: oneOf(...REVIEWS),
    in_review_since: instant.orNull,
    language: oneOf(...LANGUAGES),
    theme: oneOf('light', 'dark'),
    page_size: oneOf(...PAGE_SIZES),
    time_zone: text.of<Zone>(),
    template_id: integer.orNull,
    /** The newest version that a client may see; null where there is none. */
    client_version: integer.orNull,
    /** The run of a job that asked for it. */
    batch: text.orNull,
    report: json<KnownReport>(),
    revision: integer,
    ...stamps,
  },
  {
    key: ['id'],
    indexes: [['account_id'], ['site_id'], ['managed_subscription_id'], ['state'], ['batch']],
    tenant: true,
  },
);
export type ReportRow = Stored<typeof REPORTS>;

/** What each version shows. */
export const REPORT_VERSIONS = table(
  'igny8_report_versions',
  { report_id: integer, version: integer, account_id: integer, report_data: json<ReportData>() },
  { key: ['report_id', 'version'], tenant: true },
);
