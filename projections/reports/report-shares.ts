import type { ReportEvent } from '#domain/reports/report-messages';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { integer, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import { REPORTS } from './report-tables.ts';

/** Which share a token opens, by its hash. */
export const REPORT_SHARES = table(
  'igny8_report_shares',
  { token_sha256: text, report_id: integer, share_id: integer, account_id: integer },
  { key: ['token_sha256'], tenant: true },
);

export const reportShares: Projection = projection<Extract<ReportEvent, { type: 'ReportShared' }>>({
  name: REPORT_SHARES.name,
  version: 1,
  tables: [REPORT_SHARES],
  on: {
    ReportShared: async (rows, { data: { token_sha256, report_id, share_id, account_id } }) =>
      rows.put(REPORT_SHARES, { token_sha256, report_id, share_id, account_id }),
  },
});

/** The report that a token is of, and the share; null where no share has it. */
export const sharedBy = (tables: ReadTables) => async (tokenSha256: string) => {
  const { get } = typed(tables);
  const known = await get(REPORT_SHARES, { token_sha256: tokenSha256 });
  const row = known && (await get(REPORTS, { id: known.report_id }));
  const share = row?.report.shares.find(({ id }) => id === known?.share_id);
  return row && share ? { report: row.report, share } : null;
};
