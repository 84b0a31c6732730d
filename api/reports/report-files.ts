import { z } from 'zod';
import { FOR_PEOPLE, fits } from '#api/http/people';
import type { Principal } from '#api/http/principal';
import { notFound } from '#api/http/problem';
import { integerParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { instantText } from '#api/http/schemas';
import type { SenderOf, Tickets } from '#commands/reports/ports-reports';
import { fileName } from '#commands/reports/report-mail';
import type { ReportMaking } from '#commands/reports/report-making';
import type { BrandingId } from '#domain/kernel/ids';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import type { KnownReport } from '#domain/reports/report-messages';
import type { ReportReader } from '#projections/reports/report-reader';
import type { ReportRow } from '#projections/reports/report-tables';
import { REPORTS_BASE, REPORTS_TAG } from './report.ts';
import { reportOf } from './report-access.ts';
import { isReader, shownVersion } from './report-schemas.ts';
import { htmlReply } from './small-pages.ts';

/** How long a link opens at most (spec 13, 4.7). */
const MINUTES = 15;
/** Below whatever host links lead to; nothing in it says whose system it is. */
export const REPORT_FILES = '/reports/files/';
type Ticket = {
  readonly what: 'report_pdf';
  readonly id: number;
  readonly version: number;
  readonly account: number;
  readonly until: Instant;
  /** The token that it was made with; left out where it was made with another credential. */
  readonly by?: number;
};

/** Makes links to PDFs; they open no longer than what they were made with. */
export const reportLinks =
  (deps: { readonly tickets: Tickets; readonly now: () => Instant; readonly origin: string }) =>
  (
    principal: Principal | null,
    { id, account_id: account, is_white_label }: ReportRow,
    version: number,
    at?: string,
  ) => {
    const latest = plusMinutes(deps.now(), MINUTES);
    const end = principal?.until ?? null;
    const until = end !== null && end < latest ? end : latest;
    const by = principal?.tokenId ?? null;
    const ticket = { what: 'report_pdf', id, version, account, until, ...(by === null ? {} : { by }) } satisfies Ticket;
    // Of an agency's report it names no host of the house: it is where the answer came from.
    const origin = at ?? (is_white_label ? '' : deps.origin);
    return { url: `${origin}${REPORT_FILES}${deps.tickets.seal(ticket)}/`, expires_at: until };
  };

export type ReportFilesApi = {
  readonly reader: ReportReader;
  readonly making: Pick<ReportMaking, 'pdf'>;
  /** As HTML that leads to its PDF beside itself; null where the version's file is gone. */
  readonly pageOf: (report: KnownReport, version: number) => Promise<string | null>;
  readonly links: ReturnType<typeof reportLinks>;
  readonly tickets: Tickets;
  readonly now: () => Instant;
  readonly accepts: (tokenId: number) => Promise<boolean>;
  readonly sender: SenderOf;
};

/** The PDFs of reports: with a token, or by a link for people that opens for a quarter of an hour. */
export function reportFilesApi({
  reader,
  making,
  pageOf,
  links,
  tickets,
  now,
  accepts,
  sender,
}: ReportFilesApi): FeatureRoutes {
  const resource = reportOf(reader);
  const opened = async (text: string): Promise<Ticket | null> => {
    const found = tickets.open(text) as Ticket | null;
    if (found?.what !== 'report_pdf' || found.until <= now()) return null;
    return found.by === undefined || (await accepts(found.by)) ? found : null;
  };
  /** Of a version that this caller may see; the one they are shown where none is named. */
  const versionOf = (row: ReportRow, principal: Principal, wanted: number | undefined): number => {
    const shown = shownVersion(row, isReader(principal))?.version;
    const allowed = isReader(principal) ? [shown] : row.report.versions.map(({ version }) => version);
    const version = wanted ?? shown;
    if (version === undefined || !allowed.includes(version)) throw notFound('version');
    return version;
  };
  const pdf = async (row: ReportRow, version: number): Promise<Reply> => {
    const bytes = await making.pdf(row.report, version);
    if (!bytes) throw notFound('file');
    return {
      status: 200,
      raw: bytes,
      headers: {
        ...FOR_PEOPLE,
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${fileName(row.report)}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    };
  };
  const version = integerParam(1, 2_147_483_647).optional();

  return {
    name: 'report-files',
    routes: [
      defineRoute({
        method: 'get',
        path: `${REPORTS_BASE}{id}/pdf/`,
        operationId: 'getReportPdf',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'The PDF of a version, as it was made',
        roles: ANYONE_OF.readers,
        query: z.strictObject({ version }),
        resource,
        answers: [{ status: 200, description: 'the PDF', contentType: 'application/pdf' }],
        handle: ({ resource: row, principal, query }) => pdf(row, versionOf(row, principal, query.version)),
      }),
      defineRoute({
        method: 'get',
        path: `${REPORTS_BASE}{id}/page/`,
        operationId: 'getReportPage',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'A version as a page to be read: one file of HTML, without script',
        description: 'It leads to the PDF at `../pdf/`.',
        roles: ANYONE_OF.readers,
        query: z.strictObject({ version }),
        resource,
        answers: [{ status: 200, description: 'the page', contentType: 'text/html' }],
        handle: async ({ resource: row, principal, query }) => {
          const html = await pageOf(row.report, versionOf(row, principal, query.version));
          if (html === null) throw notFound('file');
          return htmlReply(html);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}{id}/pdf/link/`,
        operationId: 'linkReportPdf',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'A link to the PDF of a version that opens without a token',
        description: `For ${MINUTES} minutes, and no longer than the token that it was made with.`,
        roles: ANYONE_OF.readers,
        scope: 'read',
        body: z.strictObject({ version: z.int().min(1).max(2_147_483_647).optional() }),
        bodyExample: {},
        resource,
        answers: [
          {
            status: 201,
            description: 'the link',
            schema: z.object({ url: z.string(), expires_at: instantText }).meta({ id: 'ReportLink' }),
          },
        ],
        handle: async ({ resource: row, principal, body }) => {
          const from = await sender(row.branding_id as BrandingId | null);
          const at = 'origin' in from ? from.origin : undefined;
          return { status: 201, body: links(principal, row, versionOf(row, principal, body.version), at) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${REPORT_FILES}{ticket}/`,
        operationId: 'getLinkedReport',
        tag: REPORTS_TAG,
        summary: 'The PDF that a link opens',
        roles: 'public',
        everyHost: true,
        rateName: ({ ticket }) => {
          const found = tickets.open(ticket) as Ticket | null;
          return found && `report ${found.id}`;
        },
        resource: async ({ c, params }) => {
          const ticket = await opened(params.ticket);
          if (ticket === null) return null;
          const row = await reader.report({ accounts: [ticket.account], assignedTo: null }, ticket.id);
          const branding = row?.report.versions.find(({ version: of }) => of === ticket.version)?.settings.branding_id;
          return row && fits(c.get('host'), branding ?? null) ? { ticket, row } : null;
        },
        answers: [{ status: 200, description: 'the PDF', contentType: 'application/pdf' }],
        handle: ({ resource: { ticket, row } }) => pdf(row, ticket.version),
      }),
    ],
  };
}
