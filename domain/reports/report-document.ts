import type { Day, Instant } from '#domain/kernel/time';
import type { Language, PageSize, ReportSection } from '#domain/services/service-config';
import type { ReportData } from './report-data.ts';

export { LANGUAGES, type Language, type PageSize } from '#domain/services/service-config';
export const REPORT_TYPES = ['weekly', 'monthly', 'quarterly'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
export type Theme = 'light' | 'dark';

/** Whose report it looks like: the house, or an agency by a snapshot of its branding. */
export type Look = {
  readonly white_label: boolean;
  readonly name: string;
  /** Colours as `#rrggbb`. */
  readonly primary: string;
  readonly secondary: string;
  /** Bytes of a PNG or JPEG as base64, with its size in pixels. */
  readonly logo: {
    readonly type: 'image/png' | 'image/jpeg';
    readonly base64: string;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly contact_email: string | null;
  readonly contact_phone: string | null;
  readonly website_url: string | null;
  readonly footer_text: string | null;
};

export type Comment = {
  readonly section: ReportSection | null;
  readonly text: string;
  readonly author: string;
  readonly at: Instant;
};

/** All that a rendering is made of: equal documents make equal bytes. */
export type ReportDocument = {
  readonly id: number;
  readonly version: number;
  readonly type: ReportType;
  readonly period_start: Day;
  readonly period_end: Day;
  /** When the version was made, and the position in the log that its numbers follow from. */
  readonly made_at: Instant;
  readonly position: number;
  readonly client_name: string;
  readonly site_name: string;
  readonly site_domain: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly page_size: PageSize;
  readonly time_zone: string;
  readonly look: Look;
  /** Where the paths in it lead, without a slash at its end; they are printed without links where it is not given. */
  readonly origin?: string | null;
  readonly comments: readonly Comment[];
  /** Where only a part of the report is shown, its sections: the first page is among them as the summary. */
  readonly only?: readonly ReportSection[];
  readonly data: ReportData;
  /** An agency's own page frame; the built-in one where null. */
  readonly template: { readonly html: string; readonly css: string } | null;
};
