import { reportsApprovalsPart } from '#api/reports/approvals';
import { reportApi } from '#api/reports/report';
import { reportFilesApi, reportLinks } from '#api/reports/report-files';
import { reportMailingApi } from '#api/reports/report-mailing';
import { reportPreviewApi } from '#api/reports/report-preview';
import { type ReportReviewApi, reportReviewApi } from '#api/reports/report-review';
import { isReader } from '#api/reports/report-schemas';
import { reportSharesApi } from '#api/reports/report-shares';
import type { BrandLook } from '#api/reports/small-pages';
import type { SeenSubject } from '#api/services/conversation-access';
import { sendText } from '#commands/platform/send-text';
import type { CollectReport, LookOf, SenderOf, TemplateOf } from '#commands/reports/ports-reports';
import { reportCommands } from '#commands/reports/report';
import { reportEffects } from '#commands/reports/report-effects';
import { reportJobs } from '#commands/reports/report-jobs';
import { reportMailingCommands } from '#commands/reports/report-mailing';
import { reportMaking } from '#commands/reports/report-making';
import { reportPreview } from '#commands/reports/report-preview';
import { reportSubjects } from '#commands/reports/report-settings';
import type { Subject } from '#commands/services/ports-conversation';
import type { AccountId, BrandingId, SiteId } from '#domain/kernel/ids';
import { TOKENS } from '#projections/platform/access-token';
import { reportsApprovals } from '#projections/reports/approvals';
import { overdueReports, REPORTS_OVERDUE } from '#projections/reports/overdue-reports';
import { reports as reportRows } from '#projections/reports/report';
import { reportReader } from '#projections/reports/report-reader';
import { REPORTS, type ReportRow } from '#projections/reports/report-tables';
import { reportVisits } from '#projections/reports/report-visits';
import type { Projection } from '#runtime/projection';
import { type RunReads, typed } from '#runtime/table-reads';
import { reportLife } from '#sagas/reports/report';
import { reportErasure } from '#sagas/reports/report-erasure';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import type { Http, Room } from './room.ts';
import { sealedBy } from './sealed-by.ts';
import type { ServicesRoom } from './services.ts';

export const reportLifeProjections: readonly Projection[] = [reportRows];

type Left = { readonly platform: PlatformRoom; readonly plans: PlansRoom; readonly services: ServicesRoom };
/** What others of the room give: the data of reports, and under whose name they go out. */
export type ReportParts = {
  readonly collect: CollectReport;
  readonly lookOf: LookOf;
  readonly brandLook: BrandLook;
  readonly templateOf: TemplateOf;
  readonly senderOf: SenderOf;
  readonly ownerOf: (branding: BrandingId) => Promise<AccountId | null>;
  readonly newerFacts: (row: ReportRow, position: number) => Promise<number>;
};

/** The life of reports: made, read, sent, shared. */
export function openReportLife(machine: Machine, { platform, plans, services }: Left, parts: ReportParts) {
  const { handler, store, codec, ids, clock, zone, tables, personal, mail, teamAddress, upToDate, reporting, files } =
    machine;
  const { render, secrets, tickets, page: draw } = reporting;
  const { collect, lookOf: look, templateOf: template, senderOf: sender, ownerOf } = parts;
  const { features } = plans.commands;
  const { directory } = platform;
  const rows = reportVisits(tables);
  const head = async () => (await store.head()).position;
  const subjects = reportSubjects({ subscriptions: services.commands.subscriptions, directory, personal, zone });
  const reports = reportCommands({
    handler,
    ids,
    clock,
    zone,
    head,
    subjects,
    features,
    ownerOf,
    sender,
    secrets,
    rows,
  });
  const making = reportMaking({
    reports,
    collect,
    look,
    template,
    render,
    files,
    directory,
    personal,
    codec,
    upToDate,
  });
  const mailing = reportMailingCommands({ handler, clock, tickets });
  const preview = reportPreview({ subjects, reports, making, collect, render, head, upToDate, personal, clock, zone });
  const subjectOf = async (row: ReportRow | null): Promise<Subject | null> =>
    row && {
      account_id: row.account_id as AccountId,
      site_id: row.site_id as SiteId,
      label: String(row.id),
      domain: (await directory.site(row.site_id))?.domain ?? null,
      href: `/app/reports/${row.id}/`,
      shown: row.client_version !== null,
    };
  const publicUrl = machine.publicUrl ?? null;
  const reviewing: Pick<ReportReviewApi, 'ownerOf' | 'sealed'> = {
    ownerOf: (branding) => ownerOf(branding as BrandingId),
    sealed: sealedBy(personal),
  };
  return {
    making,
    commands: { reports, reportMailing: mailing, reportPreview: preview },
    sagas: [reportLife, reportErasure],
    effects: [
      reportEffects({
        reports,
        making,
        mailing,
        render,
        sender,
        mail,
        send: sendText(mail),
        personal,
        secrets,
        ids,
        now: () => clock.now(),
        teamAddress,
        publicUrl,
        lookups: { ...directory, managerOf: rows.managerOf },
        rows,
        upToDate,
      }),
    ],
    jobs: reportJobs({ reports, subjects, rows, upToDate, clock, zone }),
    overdue: {
      kinds: REPORTS_OVERDUE,
      find: overdueReports(
        () => clock.now(),
        () => machine.today(),
      ),
    },
    approvals: (reads: RunReads) => reportsApprovalsPart({ find: reportsApprovals(reads), reports, ...reviewing }),
    conversations: {
      kind: 'report' as const,
      of: async (id: number) => subjectOf((await typed(tables).get(REPORTS, { id })) ?? null),
      seen: (reads: RunReads) => {
        const reader = reportReader(reads);
        return async (...[{ scope, principal }, id]: Parameters<SeenSubject>) => {
          const row = await reader.report(scope, id);
          return row && (!isReader(principal) || row.client_version !== null) ? subjectOf(row) : null;
        };
      },
    },
    routes(http: Http) {
      const { now } = http;
      const reader = reportReader(http.reads);
      const links = reportLinks({ tickets, now, origin: publicUrl ?? '' });
      const feature = {
        reports,
        reader,
        newerFacts: parts.newerFacts,
        link: (...of: Parameters<typeof links>) => links(...of).url,
      };
      return [
        reportPreviewApi({ preview, reader }),
        reportApi(feature),
        reportReviewApi({
          ...feature,
          ...reviewing,
          nameOf: async ({ userId, label, role }) =>
            (userId === null ? null : (await directory.user(userId))?.name) ?? label ?? role.replace('_', ' '),
        }),
        reportSharesApi({ reports, reader, sender, now }),
        reportFilesApi({
          reader,
          making,
          async pageOf({ reportId }, version) {
            const document = await making.document(reportId, version);
            return document && render.html(document, { pdf: '../pdf/', page: null, unsubscribe: null });
          },
          links,
          tickets,
          now,
          sender,
          accepts: async (id) => (await typed(tables).get(TOKENS, { id }))?.revoked_at === null,
        }),
        reportMailingApi({
          mailing,
          look: parts.brandLook,
          draw,
          keyOf: async (address) => (await subjects.sealed(address)).key,
          sees: async (scope, account) => (await http.accounts.account(scope, account)) !== undefined,
        }),
      ];
    },
  } satisfies Room & Record<string, unknown>;
}
