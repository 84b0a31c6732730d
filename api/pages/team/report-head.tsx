import { notFound } from '#api/http/problem';
import type { Schemas } from '#client/types';
import { accountNames, domainsOf } from '../names.ts';
import type { Crumb, Visit } from '../page.ts';
import { dayText } from './service-head.tsx';

export type Report = Schemas['Report'];
export const REPORTS_AT = '/app/reports/';
export const reportAt = (id: number): string => `${REPORTS_AT}${id}/`;

export type ReportFound = {
  readonly report: Report;
  readonly etag: string | null;
  readonly domain: string;
  readonly client: string;
};

export async function reportOf({ backend, id }: Visit): Promise<ReportFound> {
  const found = await backend.find('services/reports/{id}/', { path: { id } });
  if (found === null) throw notFound('page');
  const report = found.data;
  const [domains, names] = await Promise.all([
    domainsOf(backend, [report.site_id]),
    accountNames(backend, [report.account_id]),
  ]);
  return { report, etag: found.etag, domain: domains(report.site_id), client: names(report.account_id) };
}

type Period = Pick<Report, 'period_start' | 'period_end'>;
export const periodText = ({ formats }: Visit, { period_start: from, period_end: to }: Period): string =>
  formats.period([dayText(from), dayText(to)]);
export const reportTitle = (visit: Visit, { report, domain }: ReportFound): string =>
  `${domain}, ${periodText(visit, report)}`;

export const reportCrumbs = (visit: Visit, found: ReportFound, below = false): readonly Crumb[] => [
  { label: 'Reports', href: REPORTS_AT },
  ...(below ? [{ label: reportTitle(visit, found), href: reportAt(found.report.id) }] : []),
];
