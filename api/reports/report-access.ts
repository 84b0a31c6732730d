import type { Principal, TenantScope } from '#api/http/principal';
import { notFound, Problem } from '#api/http/problem';
import type { By } from '#domain/reports/report-messages';
import type { ReportReader } from '#projections/reports/report-reader';
import type { ReportRow } from '#projections/reports/report-tables';
import { isReader } from './report-schemas.ts';

/** Who does it, as events have it. */
export const byOf = ({ role, userId }: Principal): By => {
  if (role === 'platform') throw new Problem('forbidden', 'the platform makes no reports');
  return { role, id: userId };
};

type Visit = { readonly id: number; readonly scope: TenantScope; readonly principal: Principal };
/** The report in the caller’s scope; what is not released to a client is not there for them (spec 13, 1.9). */
export const reportOf =
  (reader: Pick<ReportReader, 'report'>) =>
  async ({ id, scope, principal }: Visit): Promise<ReportRow> => {
    const row = await reader.report(scope, id);
    if (!row || (isReader(principal) && row.client_version === null)) throw notFound('report');
    return row;
  };

/** Reading, approving, rejecting: staff; an agency what goes out under its branding. */
export async function demandReviewer(
  { role, accountId }: Principal,
  { branding_id }: Pick<ReportRow, 'branding_id'>,
  ownerOf: (branding: number) => Promise<number | null>,
): Promise<void> {
  if (role !== 'agency') return;
  const owner = branding_id === null ? null : await ownerOf(branding_id);
  if (owner !== accountId)
    throw new Problem('forbidden', 'an agency reads and approves what goes out under its own branding');
}
