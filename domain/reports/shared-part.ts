import type { ReportSection } from '#domain/services/service-config';
import type { FirstPage, ReportData, SectionData } from './report-data.ts';
import type { ReportDocument } from './report-document.ts';

const NO_FIRST_PAGE: FirstPage = {
  verdict: null,
  reason: '',
  win: null,
  priority: null,
  needs: [],
  goals: [],
  tiles: [],
};

/**
 * What a share of these sections shows of a report; all of it where none are named. What is left out is not in the document
 * any more, so that no rendering of it, and no template, can show it.
 */
export function sharedPart(document: ReportDocument, sections: readonly ReportSection[] | null): ReportDocument {
  if (sections === null) return document;
  const isShown = (section: ReportSection): boolean => sections.includes(section);
  const { data, comments } = document;
  const shown = Object.entries(data.sections).filter(([key]) => isShown(key as ReportSection));
  const marked = new Set(shown.flatMap(([, { charts }]) => charts.flatMap(numbersMarked)));
  return {
    ...document,
    only: sections,
    comments: comments.filter(({ section }) => isShown(section ?? 'executive_summary')),
    data: {
      ...data,
      first_page: isShown('executive_summary') ? data.first_page : NO_FIRST_PAGE,
      sections: Object.fromEntries(shown) as ReportData['sections'],
      annotations: data.annotations.filter(({ number }) => marked.has(number)),
    },
  };
}

const numbersMarked = ({ markers }: SectionData['charts'][number]): number[] => markers.map(({ number }) => number);
