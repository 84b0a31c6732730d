import { canonicalJson } from '#domain/kernel/canonical-json';
import type { ReportSection } from '#domain/services/service-config';
import { REPORT_SECTIONS } from '#domain/services/service-config';
import { marked } from './charts.ts';
import { firstPage } from './first-page.ts';
import type { Say } from './language/claims.ts';
import { type Action, actionsOf, needsOf } from './plan.ts';
import type { FirstPage, ReportData, SectionData } from './report-data.ts';
import type { ReportInputs } from './report-inputs.ts';
import { searchView } from './search.ts';
import { filledSection, type Section, type Told } from './section.ts';
import { backlinkCampaign } from './sections/backlink-campaign.ts';
import { contentPerformance } from './sections/content-performance.ts';
import { conversions } from './sections/conversions.ts';
import { indexingStatus } from './sections/indexing-status.ts';
import { keywordRankings } from './sections/keyword-rankings.ts';
import { nextMonthPlan } from './sections/next-month-plan.ts';
import { organicTraffic } from './sections/organic-traffic.ts';
import { sagHealth } from './sections/sag-health.ts';
import { socialMedia } from './sections/social-media.ts';
import { workDone } from './sections/work-done.ts';
import { summaryOf } from './summary.ts';

/** What a report's data may weigh, as canonical JSON (spec 13, 2.3). */
export const MOST_BYTES = 256 * 1024;

const OWN: { readonly [K in Exclude<ReportSection, 'executive_summary' | 'next_month_plan'>]: Section } = {
  work_done: workDone,
  content_performance: contentPerformance,
  indexing_status: indexingStatus,
  keyword_rankings: keywordRankings,
  organic_traffic: organicTraffic,
  conversions,
  backlink_campaign: backlinkCampaign,
  social_media: socialMedia,
  sag_health: sagHealth,
};

/** All that a report shows, of what was known. `summary` stands in place of the one that follows from rules, where there is one. */
export function reportContent(
  inputs: ReportInputs,
  siteId: number,
  sections: readonly ReportSection[],
  say: Say,
  summary: string | null = null,
): ReportData {
  const search = searchView(inputs);
  const told: Told = { inputs, search, say };
  const needs = needsOf(inputs, siteId, say);
  const actions = actionsOf(inputs, needs, say);
  const first = firstPage({ inputs, search, needs, actions, say });
  const annotations = inputs.annotations.map((each, index) => ({ number: index + 1, ...each }));
  const wanted = REPORT_SECTIONS.filter((key) => sections.includes(key)).map((key) => {
    const made = sectionOf(
      key,
      told,
      first,
      actions,
      summary ?? summaryOf({ inputs, search, needs, planned: actions.length > 0, say }),
    );
    return [key, { ...made, charts: made.charts.map((chart) => marked(chart, annotations)) }] as const;
  });
  return lightened({
    ...(summary === null ? {} : { summary_by: 'llm' }),
    compared: { ...search.windows, paused: inputs.paused },
    first_page: { ...first, needs: first.needs.slice(0, 50), goals: first.goals.slice(0, 50) },
    sections: onceEach(Object.fromEntries(wanted)),
    annotations: annotations.slice(0, 50),
  });
}

/** Pages that won and lost clicks stand with the keywords; without that section they stand with the traffic. */
function onceEach(sections: ReportData['sections']): ReportData['sections'] {
  const { organic_traffic: traffic, keyword_rankings: rankings } = sections;
  if (!traffic || !rankings) return sections;
  const shown = new Set(rankings.tables.map(({ key }) => key));
  return { ...sections, organic_traffic: { ...traffic, tables: traffic.tables.filter(({ key }) => !shown.has(key)) } };
}

function sectionOf(
  key: ReportSection,
  told: Told,
  first: FirstPage,
  actions: readonly Action[],
  summary: string,
): SectionData {
  if (key === 'next_month_plan') return nextMonthPlan(told, actions);
  if (key !== 'executive_summary') return OWN[key](told);
  const { say, search, inputs } = told;
  return filledSection({
    claim: summary,
    next: first.priority,
    source: say('source_summary'),
    dataTo: search.dataTo ?? inputs.windows.period[1],
    figures: first.tiles,
  });
}

const ROWS = [25, 12, 6, 3, 0] as const;
/** Cut until it weighs no more than it may: the lists first, by halves, each with how many there were. */
export function lightened(data: ReportData): ReportData {
  const weighs = (each: ReportData): number => new TextEncoder().encode(canonicalJson(each)).length;
  if (weighs(data) <= MOST_BYTES) return data;
  for (const most of ROWS) {
    const cut = withRows(data, most);
    if (weighs(cut) <= MOST_BYTES) return cut;
  }
  return { ...withRows(data, 0), annotations: [] };
}
const withRows = (data: ReportData, most: number): ReportData => ({
  ...data,
  sections: Object.fromEntries(
    Object.entries(data.sections).map(([key, section]) => [
      key,
      { ...section, tables: section.tables.map((table) => ({ ...table, rows: table.rows.slice(0, most) })) },
    ]),
  ),
});
