import { z } from 'zod';
import type { Principal } from '#api/http/principal';
import { dayInput, dayText, email, idSchema, instant, instantText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { ReportData } from '#domain/reports/report-data';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { DELIVERY_OUTCOMES, type ReportShare, type ReportVersion } from '#domain/reports/report-messages';
import { clientVersion, newestOf } from '#domain/reports/report-state';
import { LANGUAGES, PAGE_SIZES, REPORT_SECTIONS } from '#domain/services/service-config';
import { REPORTS, type ReportRow } from '#projections/reports/report-tables';

const section = z.enum(REPORT_SECTIONS);
const version = z.int().min(1).max(2_147_483_647).meta({ description: 'the version that was read' });
const look = {
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(['light', 'dark']).optional(),
  page_size: z.enum(PAGE_SIZES).optional(),
};
export const generateBody = z.strictObject({
  subscription_id: idSchema.optional(),
  managed_subscription_id: idSchema.optional().meta({ description: 'the same as `subscription_id`' }),
  site_id: idSchema.optional().meta({ description: 'of a site without a managed subscription' }),
  report_type: z.enum(REPORT_TYPES),
  period_start: dayInput,
  period_end: dayInput.optional().meta({ description: 'follows from type and start; another one is refused' }),
  sections: z.array(section).min(1).max(REPORT_SECTIONS.length).optional(),
  branding_id: idSchema.nullable().optional(),
  is_white_label: z.boolean().optional().meta({ description: 'false: the look of the house, whatever is configured' }),
  template_id: idSchema.nullable().optional(),
  ...look,
});
export const regenerateBody = z.strictObject({ position: z.int().min(1).max(999_999_999_999_999).optional() });
export const commentBody = z.strictObject({ section: section.nullish(), text: text(2000) });
export const approveBody = z.strictObject({ version });
export const rejectBody = z.strictObject({ version, reason: text(2000) });
export const sendBody = z.strictObject({
  version,
  to: z.array(email).min(1).max(20).optional().meta({ description: 'in place of the configured recipients' }),
  again: z.literal(true).optional().meta({ description: 'also to whoever had this version' }),
});
export const shareBody = z.strictObject({
  sections: z.array(section).min(1).max(REPORT_SECTIONS.length).optional(),
  expires_at: instant.optional(),
  password: z.string().min(8).max(200).optional(),
});

const commentSchema = z.object({
  id: z.int(),
  section: section.nullable(),
  text: z.string(),
  author: z.object({ role: z.string(), id: idSchema.nullable(), name: z.string() }),
  at: instantText,
  version: z.int(),
});
const versionSchema = z.object({
  version: z.int(),
  position: z.int(),
  comments_through: z.int().nullable(),
  branding_revision: z.int().nullable(),
  template_revision: z.int().nullable(),
  renderer: z.string().nullable(),
  sha256: z.string().nullable(),
  pages: z.int().nullable(),
  at: instantText,
  cause: z.enum(['generated', 'regenerated', 'comment']),
});
export const shareSchema = z
  .object({
    id: idSchema,
    report_id: idSchema,
    sections: z.array(section).nullable(),
    expires_at: instantText,
    has_password: z.boolean(),
    views: z.int(),
    last_viewed_on: dayText.nullable(),
    revoked_at: instantText.nullable(),
    address: z.string().optional().meta({ description: 'said once, by the answer that made it' }),
  })
  .meta({ id: 'ReportShare' });
const deliverySchema = z.object({
  version: z.int(),
  to: z.string(),
  at: instantText,
  outcome: z.enum(DELIVERY_OUTCOMES),
});

const OF = [
  'id',
  'account_id',
  'site_id',
  'managed_subscription_id',
  'report_type',
  'period_start',
  'period_end',
] as const;
const LOOK = ['is_white_label', 'branding_id'] as const;
const MADE = [
  'generated_at',
  'sent_at',
  'state',
  'status',
  'version',
  'position',
  'due_on',
  'language',
  'theme',
] as const;
const MORE = ['page_size', 'template_id', 'review', 'created_by', 'created_at', 'updated_at'] as const;
const listed = {
  ...columnSchemas(REPORTS, ...OF, ...LOOK),
  report_pdf_url: z.string().nullable().meta({ description: 'opens for a quarter of an hour' }),
  sections_included: z.array(section),
  sent_to: z.array(z.string()).optional(),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  ...columnSchemas(REPORTS, ...MADE, ...MORE),
};
export const listedReportSchema = z.object(listed).meta({ id: 'ReportListed' });
export const reportSchema = z
  .object({
    ...listed,
    report_data: z.object({}).loose().nullable(),
    newer_facts: z.int().meta({ description: 'facts of its site that came after its position' }),
    comments: z.array(commentSchema),
    versions: z.array(versionSchema),
    shares: z.array(shareSchema),
    deliveries: z.array(deliverySchema).optional(),
  })
  .meta({ id: 'Report' });

/** What those who buy through us or an agency see: what was released to them, and nobody who was sent it. */
export const isReader = ({ role }: Pick<Principal, 'role'>): boolean => role === 'client';
/** The version that this caller is shown; null where there is none for them. */
export const shownVersion = (row: ReportRow, reader: boolean): ReportVersion | null =>
  reader ? clientVersion(row.report) : newestOf(row.report);

/** A row as the list has it. `link` signs an address of the PDF. */
export function listedReport(row: ReportRow, reader: boolean, link: (version: number) => string) {
  const { report } = row;
  const shown = shownVersion(row, reader) ?? newestOf(report);
  const told = pick(row, [...OF, ...LOOK, ...MADE, ...MORE]);
  const own = {
    ...told,
    sections_included: shown.settings.sections,
    report_pdf_url: shown.sha256 === null ? null : link(shown.version),
    problem: row.problem,
  };
  if (!reader) return { ...own, sent_to: row.sent_to };
  return {
    ...own,
    state: report.sentAt === null ? ('approved' as const) : ('sent' as const),
    status: 'ready' as const,
    problem: null,
    version: shown.version,
    position: shown.position,
    generated_at: shown.rendered_at,
  };
}

export function reportAnswer(
  row: ReportRow,
  reader: boolean,
  more: { readonly data: ReportData | null; readonly newer: number; readonly link: (version: number) => string },
) {
  const { report } = row;
  const shown = shownVersion(row, reader);
  const through = reader ? (shown?.comments_through ?? 0) : Number.POSITIVE_INFINITY;
  const versions = reader ? report.versions.filter((each) => each.version === shown?.version) : report.versions;
  return {
    ...listedReport(row, reader, more.link),
    report_data: more.data,
    newer_facts: more.newer,
    comments: report.comments
      .filter(({ id }) => id <= through)
      .map(({ author, author_name: name, ...comment }) => ({ ...comment, author: { ...author, name } })),
    versions: versions.map(versionAnswer),
    shares: report.shares.filter((each) => each.for === 'person').map((share) => shareAnswer(row.id, share)),
    ...(reader
      ? {}
      : {
          deliveries: report.deliveries.flatMap(({ version: of, to, at, outcome }) =>
            outcome === 'pending' ? [] : [{ version: of, to, at, outcome }],
          ),
        }),
  };
}

const versionAnswer = ({ requested_at: at, ...version }: ReportVersion) => ({
  ...pick(version, [
    'version',
    'position',
    'comments_through',
    'branding_revision',
    'template_revision',
    'renderer',
    'sha256',
    'pages',
    'cause',
  ]),
  at,
});
export const shareAnswer = (reportId: number, { password_hash, ...share }: ReportShare) => ({
  report_id: reportId,
  ...pick(share, ['id', 'sections', 'expires_at', 'views', 'last_viewed_on', 'revoked_at']),
  has_password: password_hash !== null,
});
