import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem } from '#api/http/problem';
import { booleanParam, idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import type { ReportCommands, ReportResult } from '#commands/reports/report';
import type { BrandingId, SiteId, SubscriptionId, TemplateId } from '#domain/kernel/ids';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { REPORT_STATES } from '#domain/reports/report-messages';
import { periodEnd } from '#domain/reports/report-settings';
import type { ReportReader } from '#projections/reports/report-reader';
import type { ReportRow } from '#projections/reports/report-tables';
import { byOf, reportOf } from './report-access.ts';
import {
  generateBody,
  isReader,
  listedReport,
  listedReportSchema,
  regenerateBody,
  reportAnswer,
  reportSchema,
  sendBody,
  shownVersion,
} from './report-schemas.ts';

export const REPORTS_BASE = '/api/v1/services/reports/';
export const REPORTS_TAG = 'Reports';
/** Staff, and agencies for their own accounts and those of their clients: a client never makes a report. */
export const MAKERS = ['admin', 'account_manager', 'agency'] as const;

export type ReportApi = {
  readonly reports: ReportCommands;
  readonly reader: ReportReader;
  /** Facts of that site that came after a position. */
  readonly newerFacts: (row: ReportRow, position: number) => Promise<number>;
  /** A signed address of that version’s PDF, which opens no longer than what it is asked for with. */
  readonly link: (principal: Principal | null, row: ReportRow, version: number) => string;
};

/** What a report answers, for this caller. */
export const answering = ({ reader, newerFacts, link }: Pick<ReportApi, 'reader' | 'newerFacts' | 'link'>) => ({
  async one(scope: TenantScope, principal: Principal, row: ReportRow) {
    const client = isReader(principal);
    const shown = shownVersion(row, client);
    const version = shown === null ? undefined : await reader.version(scope, row.id, shown.version);
    return reportAnswer(row, client, {
      data: version?.report_data ?? null,
      newer: shown === null ? 0 : await newerFacts(row, shown.position),
      link: (of) => link(principal, row, of),
    });
  },
});

/** Reports: made, found, renewed, sent (spec 5.3). */
export function reportApi(feature: ReportApi): FeatureRoutes {
  const { reports, reader, link } = feature;
  const resource = reportOf(reader);
  const answer = answering(feature);
  const decided = (principal: Principal, id: number, result: ReportResult, status: 200 | 202): Reply => {
    const { revision, position } = accepted(result);
    const body = async (scope: TenantScope) => answer.one(scope, principal, there(await reader.report(scope, id)));
    return { status, body, revision, position, ...(status === 202 ? { location: `${REPORTS_BASE}${id}/` } : {}) };
  };
  const making = [{ status: 202, description: 'the report; its version is being made', schema: reportSchema }];

  return {
    name: 'report',
    routes: [
      defineRoute({
        method: 'get',
        path: REPORTS_BASE,
        operationId: 'listReports',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'List reports',
        description: 'Without what they show; a client finds those that are approved or sent.',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            site_id: idParam.optional(),
            managed_subscription_id: idParam.optional(),
            report_type: z.enum(REPORT_TYPES).optional(),
            state: z.enum(REPORT_STATES).optional(),
            is_white_label: booleanParam.optional(),
          },
          ['id', 'created_at', 'updated_at', 'period_start', 'due_on', 'generated_at', 'sent_at'],
        ),
        answers: [{ status: 200, description: 'a page of reports', schema: listSchema(listedReportSchema) }],
        handle: async (call) => {
          const { principal, scope, query } = call;
          const client = isReader(principal);
          const { page: _, page_size: __, ordering: ___, ...filter } = query;
          const { count, rows } = await reader.reports(scope, filter, client, query);
          const results = rows.map((row) => listedReport(row, client, (version) => link(principal, row, version)));
          return { status: 200, body: page(call, query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}generate/`,
        operationId: 'generateReport',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'Make the report of a period that is over',
        description:
          'There is one of each subscription (or site), type and period; what is left out follows the subscription’s config. Of a period that still runs there is a preview.',
        roles: MAKERS,
        body: generateBody,
        bodyExample: { subscription_id: 1, report_type: 'monthly', period_start: '2026-06-01' },
        answers: making,
        handle: async (call) => {
          const { body, principal, scope } = call;
          const subject = await subjectOf(reader, scope, body);
          if (body.period_end !== undefined && body.period_end !== periodEnd(body.report_type, body.period_start))
            throw bad('/period_end', 'is not the end of that period');
          const made = await reports.generate(
            {
              subject,
              type: body.report_type,
              periodStart: body.period_start,
              chosen: chosenOf(body),
              by: byOf(principal),
              batch: null,
            },
            call.cause,
          );
          return decided(principal, ('id' in made ? made.id : undefined) ?? 0, made, 202);
        },
      }),
      defineRoute({
        method: 'get',
        path: `${REPORTS_BASE}{id}/`,
        operationId: 'getReport',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'One report with what it shows',
        roles: ANYONE_OF.readers,
        resource,
        answers: [{ status: 200, description: 'the report', schema: reportSchema }],
        handle: async ({ resource: row, scope, principal }) => ({
          status: 200,
          body: await answer.one(scope, principal, row),
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}{id}/regenerate/`,
        operationId: 'regenerateReport',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'Make a new version, from now or from a stated position of the log',
        roles: MAKERS,
        body: regenerateBody,
        bodyExample: {},
        resource,
        answers: making,
        handle: async ({ id, body, principal, cause, ifMatch }) => {
          const made = await reports.regenerate(id, body.position ?? null, byOf(principal), cause, {
            expected: ifMatch,
          });
          return decided(principal, id, made, 202);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}{id}/send/`,
        operationId: 'sendReport',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'Send a version now',
        description:
          'Each address has a version once, whatever its case. `again` repeats it, which only staff may; whoever wants no reports gets none.',
        roles: MAKERS,
        body: sendBody,
        bodyExample: { version: 1 },
        resource,
        answers: [{ status: 200, description: 'the report; its mails are on their way', schema: reportSchema }],
        handle: async ({ id, body, principal, cause, ifMatch }) => {
          const { version, to = null, again = false } = body;
          if (again && principal.role === 'agency') throw new Problem('forbidden', 'only staff send a version again');
          const wanted = { version, to, again, by: byOf(principal) };
          return decided(principal, id, await reports.send(id, wanted, cause, { expected: ifMatch }), 200);
        },
      }),
    ],
  };
}

type Generate = z.output<typeof generateBody>;
/** The subscription or the site, where the caller may see it. */
async function subjectOf(reader: ReportReader, scope: TenantScope, body: Generate) {
  const subscription = body.subscription_id ?? body.managed_subscription_id;
  if ((subscription === undefined) === (body.site_id === undefined))
    throw bad('/subscription_id', 'name a subscription or a site, and one of them only');
  if (body.subscription_id !== undefined && (body.managed_subscription_id ?? subscription) !== subscription)
    throw bad('/managed_subscription_id', 'is another one than subscription_id');
  if (subscription !== undefined) {
    if (!(await reader.subscription(scope, subscription))) throw notFound('managed subscription');
    return { subscriptionId: subscription as SubscriptionId };
  }
  const site = body.site_id ?? 0;
  if (!(await reader.site(scope, site))) throw notFound('site');
  return { siteId: site as SiteId };
}

/** What was sent and nothing else: all else follows the config, at each version anew. */
function chosenOf({ sections, branding_id, is_white_label, template_id, language, theme, page_size }: Generate) {
  if (is_white_label === true && branding_id === null) throw bad('/branding_id', 'white label needs a branding');
  if (is_white_label === false && branding_id) throw bad('/is_white_label', 'with a branding it is white label');
  const branding = is_white_label === false ? null : branding_id;
  return {
    ...(sections === undefined ? {} : { sections }),
    ...(branding === undefined ? {} : { branding_id: branding as BrandingId | null }),
    ...(template_id === undefined ? {} : { template_id: template_id as TemplateId | null }),
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(page_size === undefined ? {} : { page_size }),
  };
}
