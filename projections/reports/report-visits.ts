import type { Instant } from '#domain/kernel/time';
import type { ReportType } from '#domain/reports/report-document';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import type { ReadTables } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';
import { REPORTS } from './report-tables.ts';

/** What commands, jobs and effects look up of reports. */
export function reportVisits(tables: ReadTables) {
  const { get, find } = typed(tables);
  return {
    /** The report of that period; null where there is none. */
    async of(
      subject: { readonly site_id: number; readonly managed_subscription_id: number | null },
      type: ReportType,
      start: string,
    ) {
      const rows = await find(REPORTS, { ...subject, report_type: type });
      return rows.find(({ period_start }) => period_start === start)?.id ?? null;
    },
    /** Approved ones that were not sent though their hour has come. */
    missed: async (now: Instant): Promise<number[]> =>
      (await find(REPORTS, { state: 'approved', send_from: { lte: now } })).map(({ id }) => id),
    inReview: () => find(REPORTS, { state: 'in_review' }),
    ofAccount: async (account: number) => (await find(REPORTS, { account_id: account })).map(({ id }) => id),
    /** How far the reports are that a run of a job asked for. */
    async progress(batch: string) {
      const rows = await find(REPORTS, { batch });
      const of = (...statuses: string[]) => rows.filter(({ status }) => statuses.includes(status)).length;
      return { total: rows.length, done: of('ready'), failed: of('failed') };
    },
    /** Subscriptions that may have a report: those that are over are asked whether they still had days in its period. */
    subscriptions: async () =>
      (await find(SUBSCRIPTIONS, { status: { in: ['active', 'paused', 'cancelled'] } })).map(({ id }) => id),
    managerOf: async (subscription: number) =>
      (await get(SUBSCRIPTIONS, { id: subscription }))?.account_manager_id ?? null,
  };
}
