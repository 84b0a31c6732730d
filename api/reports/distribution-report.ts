import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { bad, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import type { DistributionReports } from '#commands/reports/distribution-report';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import type { WhiteLabelReader } from '#projections/reports/white-label-reader';

/** Where the press releases of an order stand, under the brand that the site's reports are under (spec 5.2). */
export const distributionReportApi = (deps: {
  readonly reports: DistributionReports;
  readonly orders: Pick<BacklinkReader, 'order'>;
  readonly reader: Pick<WhiteLabelReader, 'branding'>;
}): FeatureRoutes => ({
  name: 'distribution-report',
  routes: [
    defineRoute({
      method: 'get',
      path: '/api/v1/services/backlink-orders/{id}/distribution-report/',
      operationId: 'getDistributionReport',
      needs: 'orders',
      tag: 'Reports',
      summary: 'Where the press releases of an order stand, as a PDF',
      description: '`branding_id`, for staff and agencies, in place of the brand that the config of the site names.',
      roles: ANYONE_OF.readers,
      query: z.strictObject({ branding_id: idParam.optional() }),
      answers: [{ status: 200, description: 'the report', contentType: 'application/pdf' }],
      resource: async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
        const order = await deps.orders.order(scope, id);
        if (!order) throw notFound('order');
        return order;
      },
      handle: async ({ resource: order, query: { branding_id }, principal, scope }) => {
        if (branding_id !== undefined) {
          if (principal.role === 'client')
            throw new Problem('forbidden', 'whose brand it is under is not a client’s to say');
          const branding = await deps.reader.branding(scope, branding_id);
          if (branding?.status !== 'there') throw bad('/query/branding_id', 'must be a branding that you may use');
        }
        const made = await deps.reports.pdf(order, branding_id);
        if ('problem' in made) throw new Problem('invalid_state', made.detail, { current_state: made.problem });
        const headers = {
          'Content-Type': 'application/pdf',
          'Content-Disposition': `inline; filename="pr-distribution-${order.id}.pdf"`,
          'Cache-Control': 'private, no-store',
          'X-Content-Type-Options': 'nosniff',
        };
        return { status: 200, raw: made.bytes, headers };
      },
    }),
  ],
});
