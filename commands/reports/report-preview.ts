import type { PersonalData } from '#commands/log/ports-personal-data';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Day } from '#domain/kernel/time';
import type { ReportDocument, ReportType } from '#domain/reports/report-document';
import { type Chosen, periodEnd, periodOf } from '#domain/reports/report-settings';
import type { Clock } from '#runtime/clock';
import type { Cause } from '#runtime/metadata';
import type { CollectReport, RenderReport } from './ports-reports.ts';
import type { ReportCommands, ReportsRefusal } from './report.ts';
import { openedData, type Problem, type ReportMaking } from './report-making.ts';
import type { ReportSubjects, Subject } from './report-settings.ts';

const WIDTH = 1000;
export type Preview = { readonly document: ReportDocument } | { readonly refusal: ReportsRefusal } | Problem;
export type ReportPreview = ReturnType<typeof reportPreview>;

/** A report as it would be now, of a period that may still run. Nothing of it is kept. */
export function reportPreview(deps: {
  readonly subjects: ReportSubjects;
  /** Of what is not in a contract the plan is asked. */
  readonly reports: Pick<ReportCommands, 'planLacks'>;
  readonly making: Pick<ReportMaking, 'snapshot'>;
  readonly collect: CollectReport;
  readonly render: Pick<RenderReport, 'pdf' | 'png'>;
  readonly head: () => Promise<number>;
  readonly upToDate: () => Promise<void>;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly clock: Clock;
  readonly zone: Zone;
}) {
  const { subjects, reports, making, collect, render, head, upToDate, personal, clock, zone } = deps;
  const bad = (pointer: string, message: string): Preview => ({
    refusal: { code: 'invalid_values', pointer, message },
  });
  return {
    async of(subject: Subject, type: ReportType, start: Day | null, chosen: Chosen, cause: Cause): Promise<Preview> {
      const of = await subjects.of(subject);
      if (!of) return bad('/query/subscription_id', 'there is none of that id');
      const now = clock.now();
      const period_start = start ?? periodOf(type, dayOf(now, zone));
      const period_end = periodEnd(type, period_start);
      if (period_end === null) return bad('/query/period_start', `no ${type} period begins on ${period_start}`);
      const lacking = await reports.planLacks({ type, chosen }, of, {
        ...cause,
        accountId: of.accountId,
        siteId: of.siteId,
      });
      if (lacking) return { refusal: lacking };
      const settings = subjects.settings(of, chosen);
      const styled = await making.snapshot(of, settings);
      if ('problem' in styled) return styled;
      const position = await head();
      await upToDate();
      const { sections, language, theme, page_size, time_zone } = settings;
      const data = await collect({
        account_id: of.accountId,
        site_id: of.siteId,
        subscription_id: of.subscriptionId,
        report_type: type,
        period_start,
        period_end,
        sections,
        language,
        position,
      });
      const { look, template, client_name, site_name, site_domain } = styled.shown;
      const names = { client_name, site_name, site_domain };
      const shape = { language, theme, page_size, time_zone, look, template };
      const when = { period_start, period_end, made_at: now, position };
      return {
        document: {
          id: 0,
          version: 0,
          type,
          ...when,
          ...names,
          ...shape,
          comments: [],
          data: await openedData(personal, data),
        },
      };
    },
    pdf: async (document: ReportDocument) => (await render.pdf(document)).bytes,
    firstPage: (document: ReportDocument) => render.png(document, 1, WIDTH),
  };
}
