import type { ReportData } from '#domain/reports/report-data';
import { linkSections } from './sample-links.ts';
import { searchSections } from './sample-search.ts';
import { workSections } from './sample-work.ts';

/** All eleven sections of a Pro client's October; `keywords` says how many keywords rose. */
export const sampleSections = (keywords = 12): ReportData['sections'] => ({
  ...workSections(),
  ...searchSections(keywords),
  ...linkSections(),
});
