import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { bad, notFound, Problem, refused } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { dayInput } from '#api/http/schemas';
import type { ReportPreview } from '#commands/reports/report-preview';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { LANGUAGES, PAGE_SIZES } from '#domain/services/service-config';
import type { ReportReader } from '#projections/reports/report-reader';
import { MAKERS, REPORTS_BASE, REPORTS_TAG } from './report.ts';

const query = z.strictObject({
  subscription_id: idParam.optional(),
  site_id: idParam.optional(),
  type: z.enum(REPORT_TYPES).default('monthly'),
  format: z.enum(['json', 'png', 'pdf']).default('json'),
  period_start: dayInput.optional().meta({ description: 'of the running period where it is left out' }),
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(['light', 'dark']).optional(),
  page_size: z.enum(PAGE_SIZES).optional(),
});

/** A report as it would be now; nothing is kept of it (spec 5.1). */
export const reportPreviewApi = ({
  preview,
  reader,
}: {
  readonly preview: ReportPreview;
  readonly reader: ReportReader;
}): FeatureRoutes => ({
  name: 'report-preview',
  routes: [
    defineRoute({
      method: 'get',
      path: `${REPORTS_BASE}preview/`,
      operationId: 'previewReport',
      needs: 'reports',
      tag: REPORTS_TAG,
      summary: 'A report as it would be now: its data, its first page, or its PDF; nothing is kept',
      roles: MAKERS,
      query,
      answers: [
        {
          status: 200,
          description: 'what it would show, or the first page as PNG, or the PDF',
          schema: z.object({}).loose(),
        },
      ],
      handle: async ({ query: asked, scope, cause }) => {
        const { subscription_id, site_id, type, format, period_start = null, language, theme, page_size } = asked;
        const subject = await subjectOf(reader, scope, subscription_id, site_id);
        const found = await preview.of(subject, type, period_start, { language, theme, page_size }, cause);
        if ('refusal' in found) throw refused(found.refusal);
        if ('problem' in found) throw new Problem('invalid_state', found.detail, { current_state: found.problem });
        if (format === 'json') return { status: 200, body: found.document.data };
        return format === 'pdf'
          ? file('application/pdf', await preview.pdf(found.document))
          : file('image/png', await preview.firstPage(found.document));
      },
    }),
  ],
});

const file = (type: string, bytes: Uint8Array): Reply => ({
  status: 200,
  raw: bytes,
  headers: { 'Content-Type': type, 'Cache-Control': 'private, no-store' },
});

async function subjectOf(reader: ReportReader, scope: TenantScope, subscription?: number, site?: number) {
  if ((subscription === undefined) === (site === undefined))
    throw bad('/query/subscription_id', 'name a subscription or a site, and one of them only');
  if (subscription !== undefined) {
    if (!(await reader.subscription(scope, subscription))) throw notFound('managed subscription');
    return { subscriptionId: subscription as SubscriptionId };
  }
  if (!(await reader.site(scope, site ?? 0))) throw notFound('site');
  return { siteId: (site ?? 0) as SiteId };
}
