import type { Day } from '#domain/kernel/time';
import { type Say, sayIn } from '#domain/reports/language/claims';
import { reportContent } from '#domain/reports/report-content';
import type { FirstPage, SectionData } from '#domain/reports/report-data';
import type { Language, ReportType } from '#domain/reports/report-document';
import type { ReportInputs } from '#domain/reports/report-inputs';
import type { CollectReport } from './ports-reports.ts';

/** What is known of a site up to a position, for the days that a report compares. */
export type InputsOf = (asked: {
  readonly site_id: number;
  readonly subscription_id: number | null;
  readonly report_type: ReportType;
  readonly period_start: Day;
  readonly period_end: Day;
  readonly position: number;
}) => Promise<ReportInputs>;

/**
 * Writes the summary in place of the rules, of what a report shows and nothing else; null where it has nothing to say. Off where
 * no such port is given. What it wrote is kept with the report's data: the same position gives the same data only from there.
 */
export type WriteSummary = (shown: {
  readonly language: Language;
  readonly first_page: FirstPage;
  readonly claims: readonly Pick<SectionData, 'claim' | 'next'>[];
}) => Promise<string | null>;

/** A summary is no essay. */
const LONGEST_SUMMARY = 1_500;

/** All data of a report, from what was known up to its position. Throws `UnknownLabel` for a language that has no sentences. */
export function collectReport({
  inputs,
  writeSummary = null,
}: {
  readonly inputs: InputsOf;
  readonly writeSummary?: WriteSummary | null;
}): CollectReport {
  return async (asked) => {
    const say: Say = sayIn(asked.language);
    const known = await inputs(asked);
    const data = reportContent(known, asked.site_id, asked.sections, say);
    if (writeSummary === null || data.sections.executive_summary === undefined) return data;
    const claims = Object.values(data.sections).map(({ claim, next }) => ({ claim, next }));
    // Whoever writes it may be away: then the rules' own summary stands.
    const text = await writeSummary({ language: asked.language, first_page: data.first_page, claims }).catch(
      () => null,
    );
    const written = text?.trim().slice(0, LONGEST_SUMMARY) ?? '';
    return written === '' ? data : reportContent(known, asked.site_id, asked.sections, say, written);
  };
}
