import { there } from '#api/http/look-ups';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad } from '#api/http/problem';
import { defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import type { ReportResult } from '#commands/reports/report';
import { houseWordIn } from '#domain/platform/house-words';
import { answering, MAKERS, REPORTS_BASE, REPORTS_TAG, type ReportApi } from './report.ts';
import { byOf, demandReviewer, reportOf } from './report-access.ts';
import { approveBody, commentBody, rejectBody, reportSchema } from './report-schemas.ts';

export type ReportReviewApi = ReportApi & {
  /** Whose a branding is. */
  readonly ownerOf: (branding: number) => Promise<number | null>;
  /** Their text, sealed under them, or under the account of the report where nobody is named by an id. */
  readonly sealed: (principal: Principal, account: number, text: string) => Promise<string>;
  /** How they are named in what they write. */
  readonly nameOf: (principal: Principal) => Promise<string>;
};

/** Nothing goes out unread: comments, approval, rejection (spec 11.2). */
export function reportReviewApi(feature: ReportReviewApi): FeatureRoutes {
  const { reports, reader, ownerOf, sealed, nameOf } = feature;
  const resource = reportOf(reader);
  const answer = answering(feature);
  const decided = (principal: Principal, id: number, result: ReportResult, status: 200 | 202): Reply => {
    const { revision, position } = accepted(result);
    const body = async (scope: TenantScope) => answer.one(scope, principal, there(await reader.report(scope, id)));
    return { status, body, revision, position };
  };
  const shared = { method: 'post', tag: REPORTS_TAG, roles: MAKERS, resource } as const;
  const now = [{ status: 200, description: 'the report as it is now', schema: reportSchema }];

  return {
    name: 'report-review',
    routes: [
      defineRoute({
        ...shared,
        path: `${REPORTS_BASE}{id}/comment/`,
        operationId: 'commentReport',
        needs: 'reports',
        summary: 'Write into a report; that makes a new version, to be read again',
        description:
          'Shown as from the account manager, in the section that it names. Staff; an agency under its branding.',
        body: commentBody,
        bodyExample: { section: 'organic_traffic', text: 'The relaunch in week 24 explains the dip.' },
        answers: [{ status: 202, description: 'the report; its version is being made', schema: reportSchema }],
        handle: async ({ id, body, principal, resource: row, cause, ifMatch }) => {
          await demandReviewer(principal, row, ownerOf);
          if (row.is_white_label && principal.role !== 'agency') {
            const word = houseWordIn(body.text);
            if (word !== null) throw bad('/text', `a report under an agency’s branding does not say ${word}`);
          }
          const text = await sealed(principal, row.account_id, body.text);
          const name = await nameOf(principal);
          const isNamed = !row.is_white_label || principal.role === 'agency' || houseWordIn(name) === null;
          const shown = isNamed ? name : principal.role.replace('_', ' ');
          const authorName = await sealed(principal, row.account_id, shown);
          const command = { type: 'Comment' as const, section: body.section ?? null, text, authorName };
          const done = await reports.run(id, { ...command, author: byOf(principal) }, cause, { expected: ifMatch });
          return decided(principal, id, done, 202);
        },
      }),
      defineRoute({
        ...shared,
        path: `${REPORTS_BASE}{id}/approve/`,
        operationId: 'approveReport',
        needs: 'approve',
        summary: 'Approve the version that was read; it goes out at the client’s hour of its due day',
        body: approveBody,
        bodyExample: { version: 1 },
        answers: now,
        handle: async ({ id, body: { version }, principal, resource: row, cause, ifMatch }) => {
          await demandReviewer(principal, row, ownerOf);
          const command = { type: 'Approve' as const, version, by: byOf(principal) };
          return decided(principal, id, await reports.run(id, command, cause, { expected: ifMatch }), 200);
        },
      }),
      defineRoute({
        ...shared,
        path: `${REPORTS_BASE}{id}/reject/`,
        operationId: 'rejectReport',
        needs: 'approve',
        summary: 'Reject the version that was read; a comment or a regeneration makes the next one',
        body: rejectBody,
        bodyExample: { version: 1, reason: 'search data of the last week are missing' },
        answers: now,
        handle: async ({ id, body: { version, reason: why }, principal, resource: row, cause, ifMatch }) => {
          await demandReviewer(principal, row, ownerOf);
          const reason = await sealed(principal, row.account_id, why);
          const command = { type: 'Reject' as const, version, reason, by: byOf(principal) };
          return decided(principal, id, await reports.run(id, command, cause, { expected: ifMatch }), 200);
        },
      }),
    ],
  };
}
