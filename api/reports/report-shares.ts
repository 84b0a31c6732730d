import { there } from '#api/http/look-ups';
import type { TenantScope } from '#api/http/principal';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import type { SenderOf } from '#commands/reports/ports-reports';
import type { ReportCommands } from '#commands/reports/report';
import type { BrandingId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';
import { sharePath, USUAL_SHARE_DAYS } from '#domain/reports/report-shares';
import type { ReportReader } from '#projections/reports/report-reader';
import { REPORTS_BASE, REPORTS_TAG } from './report.ts';
import { byOf, reportOf } from './report-access.ts';
import { shareAnswer, shareBody, shareSchema } from './report-schemas.ts';

export type ReportSharesApi = {
  readonly reports: ReportCommands;
  readonly reader: ReportReader;
  readonly sender: SenderOf;
  readonly now: () => Instant;
};

/** Links to a report for whoever holds them (spec 11.2). */
export function reportSharesApi({ reports, reader, sender, now }: ReportSharesApi): FeatureRoutes {
  const resource = reportOf(reader);
  return {
    name: 'report-shares',
    routes: [
      defineRoute({
        method: 'post',
        path: `${REPORTS_BASE}{id}/share/`,
        operationId: 'shareReport',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'Make a link to the newest approved version; its address is said once',
        description: `It lasts 1 to 365 days, ${USUAL_SHARE_DAYS} where nothing is said. At most 20 of a report are open.`,
        roles: ANYONE_OF.readers,
        body: shareBody,
        bodyExample: { sections: ['executive_summary', 'organic_traffic'] },
        resource,
        answers: [{ status: 201, description: 'the share', schema: shareSchema }],
        handle: async ({ id, body, principal, resource: row, cause, ifMatch }) => {
          const { sections = null, password = null, expires_at } = body;
          const expiresAt = expires_at ?? plusHours(now(), USUAL_SHARE_DAYS * 24);
          const terms = { sections, password, expiresAt, by: byOf(principal) };
          const made = accepted(await reports.share(id, terms, cause, { expected: ifMatch }));
          const token = 'token' in made ? made.token : '';
          const shareId = 'shareId' in made ? made.shareId : 0;
          const from = await sender(row.branding_id as BrandingId | null);
          const origin = 'origin' in from ? from.origin : '';
          const body201 = async (scope: TenantScope) => {
            const { report } = there(await reader.report(scope, id));
            const share = there(report.shares.find((each) => each.id === shareId));
            return { ...shareAnswer(id, share), address: `${origin}${sharePath(token)}` };
          };
          return { status: 201, body: body201, revision: made.revision, position: made.position };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${REPORTS_BASE}{id}/share/{share_id}/`,
        operationId: 'revokeReportShare',
        needs: 'reports',
        tag: REPORTS_TAG,
        summary: 'Revoke a link; whoever follows it reads that it is gone',
        roles: ANYONE_OF.readers,
        resource,
        answers: [{ status: 204, description: 'it is revoked' }],
        handle: async ({ id, params, cause, ifMatch }) => {
          const command = { type: 'RevokeShare' as const, shareId: params.share_id };
          const { revision, position } = accepted(await reports.run(id, command, cause, { expected: ifMatch }));
          return { status: 204, revision, position };
        },
      }),
    ],
  };
}
