import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { collectReport } from '#commands/reports/collect-report';
import { UTC } from '#domain/kernel/calendar';
import type { AccountId, SiteId, SubscriptionId } from '#domain/kernel/ids';
import { type Day, plusDays } from '#domain/kernel/time';
import type { ReportData } from '#domain/reports/report-data';
import type { ReportType } from '#domain/reports/report-document';
import { REPORT_SECTIONS } from '#domain/services/service-config';
import { ahrefsConnections } from '#projections/links/ahrefs-connection';
import { reportInputs } from '#projections/reports/report-inputs';
import { reportNumbers } from '#projections/reports/report-numbers';
import type { Projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { UnitOfWork } from '#runtime/unit-of-work';

export const SITE = 11;
export type Told = { readonly type: string; readonly at: string; readonly data: object };
export const told = (type: string, at: string, data: object): Told => ({
  type,
  at: at.length === 10 ? `${at}T10:00:00.000Z` : at,
  data: { site_id: SITE, ...data },
});
export const search = (
  date: string,
  clicks: number,
  impressions = clicks * 20,
  position = 8,
  more: object = {},
): Told =>
  told('SearchMetricsRecorded', `${plusDays(date as Day, 2)}`, { date, clicks, impressions, position, ...more });

/** The tables of reports, fed with events in the order of the log from position 1 on; rows that are read are counted. */
export async function numbers(events: readonly Told[] = []) {
  const models: readonly Projection[] = [reportNumbers(UTC), ahrefsConnections];
  const store = createInMemoryReadModels();
  await store.setUp(models);
  const rows = new UnitOfWork(
    models.flatMap(({ tables }) => tables),
    store.tables('live'),
  );
  let position = 0;
  const read = { rows: 0, questions: 0 };
  const counted: ReadTables = {
    get: (table, key) => rows.get(table, key),
    async find(table, where, options) {
      const found = await rows.find(table, where, options);
      read.rows += found.length;
      read.questions += 1;
      return found;
    },
  };
  async function tell(...more: readonly Told[]): Promise<number> {
    for (const { type, at, data } of more) {
      position += 1;
      const metadata = { account_id: 1, site_id: SITE, actor: { kind: 'platform' } };
      const event = {
        id: `event-${position}`,
        type,
        at,
        data,
        position,
        revision: 0,
        stream: `s-${position}`,
        metadata,
      };
      for (const model of models)
        await (model.on[type] as ((rows: UnitOfWork, event: object) => Promise<void>) | undefined)?.(rows, event);
    }
    return position;
  }
  await tell(...events);
  const inputs = reportInputs(counted);
  const collect = collectReport({ inputs });
  return {
    tell,
    read,
    tables: counted,
    head: () => position,
    report: (
      period: readonly [string, string],
      {
        type = 'monthly',
        at = position,
        subscription = null,
      }: { type?: ReportType; at?: number; subscription?: number | null } = {},
    ): Promise<ReportData> =>
      collect({
        account_id: 1 as AccountId,
        site_id: SITE as SiteId,
        subscription_id: subscription as SubscriptionId | null,
        report_type: type,
        period_start: period[0] as Day,
        period_end: period[1] as Day,
        sections: REPORT_SECTIONS,
        language: 'en',
        position: at,
      }),
  };
}

/** Each day from one through another. */
export const days = (from: string, to: string): Day[] => {
  const list: Day[] = [];
  for (let day = from as Day; day <= to; day = plusDays(day, 1)) list.push(day);
  return list;
};
