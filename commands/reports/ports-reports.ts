import type { AccountId, BrandingId, SiteId, SubscriptionId, TemplateId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import type { ReportData } from '#domain/reports/report-data';
import type { Language, Look, ReportDocument, ReportType } from '#domain/reports/report-document';
import type { ReportSection } from '#domain/services/service-config';
import type { Cause } from '#runtime/metadata';

/** All data of a report, from events up to `position` and no other (spec 13, 2.3). */
export type CollectReport = (asked: {
  readonly account_id: AccountId;
  readonly site_id: SiteId;
  readonly subscription_id: SubscriptionId | null;
  readonly report_type: ReportType;
  readonly period_start: Day;
  readonly period_end: Day;
  readonly sections: readonly ReportSection[];
  readonly language: Language;
  readonly position: number;
}) => Promise<ReportData>;

/** A snapshot of what a report looks like, or why it cannot be had: there is no fall-back to the house's (spec 13, 4.2). */
export type LookOf = (asked: {
  readonly branding_id: BrandingId | null;
  readonly client_logo_url: string | null;
  /** Whose logo `client_logo_url` is; the branding's own account where it is left out. */
  readonly account_id?: AccountId;
  /** Whose doing it is: the question whether the plan includes white label is in the log under it. */
  readonly cause?: Cause;
}) => Promise<
  | { readonly look: Look; readonly branding_revision: number | null }
  | { readonly problem: string; readonly detail: string }
>;
/** The template of that id, or the branding's default one where null is asked; null where the built-in one is to be used. */
export type TemplateOf = (asked: {
  readonly template_id: TemplateId | null;
  readonly branding_id: BrandingId | null;
}) => Promise<
  | {
      readonly template: { readonly html: string; readonly css: string } | null;
      readonly template_revision: number | null;
    }
  | { readonly problem: string; readonly detail: string }
>;
/** Where links of a report lead and who its mail is from; `white_label_unready` where an agency has not yet got both (spec 13, 4.3). */
export type SenderOf = (brandingId: BrandingId | null) => Promise<
  | {
      readonly origin: string;
      readonly from: { readonly name: string; readonly address: string };
      readonly reply_to: string | null;
    }
  | { readonly problem: 'white_label_unready'; readonly detail: string }
>;

/** Names the renderer that made a version; equal bytes are promised for the same name only. */
export type RenderReport = {
  readonly name: string;
  pdf(document: ReportDocument): Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
  /** The page of that number, from 1, as a PNG of that width in pixels. */
  png(document: ReportDocument, page: number, width: number): Promise<Uint8Array>;
  /** The same report for a browser, one file without scripts and without anything remote. */
  html(document: ReportDocument, links: ReportLinks): Promise<string>;
  /** For a mail: HTML with one inline picture (named `cid:figures`), and the same in plain text. */
  mail(document: ReportDocument, links: ReportLinks): Promise<ReportMail>;
};
export type ReportLinks = {
  /** Where the PDF is to be had, the report read, and mails of reports refused; null where there is no such place. */
  readonly pdf: string | null;
  readonly page: string | null;
  readonly unsubscribe: string | null;
};
export type ReportMail = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly figures: Uint8Array;
};

/** Secrets of shares: 256 bits, of which the log knows a hash. */
export type ShareSecrets = {
  /** The same for the same text, and nobody else can tell it. */
  token(of: string): string;
  hash(token: string): string;
  /** Slow on purpose, with its own salt. */
  hashPassword(password: string): Promise<string>;
  isPassword(password: string, hash: string): Promise<boolean>;
};
/** A page that says one thing to people, under somebody's name or under nobody's. */
export type SmallPage = {
  readonly language: Language;
  readonly look: Pick<Look, 'name' | 'primary' | 'secondary' | 'logo'> | null;
  readonly title: string;
  readonly texts: readonly string[];
  /** What was not right about what they sent. */
  readonly wrong?: string;
  /** Posted to the page's own address; `password` is the label of a field of that name. */
  readonly form: {
    readonly password?: string;
    readonly button: { readonly label: string; readonly name?: string; readonly value?: string };
  } | null;
};
/** As HTML, one file without script. */
export type DrawSmallPage = (page: SmallPage) => string;
/** Texts that carry what they are for, signed by us: addresses of links in mails. */
export type Tickets = { seal(content: object): string; open(ticket: string): unknown };
