import type { ReportData } from '#domain/reports/report-data';
import type { ReportDocument } from '#domain/reports/report-document';

/** Rows that a table has on paper; what was done is proof, and has more of them. On a screen all are shown. */
const ROWS = 8;
const ROWS_OF: { readonly [table: string]: number } = {
  work_done: 15,
  links: 24,
  orders: 24,
  top_posts: 5,
  clusters: 5,
};

/** The report as it is printed: long lists begin, say how long they are, and are read to their end where the report is a page. */
export function printed(document: ReportDocument): ReportDocument {
  const sections = Object.entries(document.data.sections).map(([key, section]) => [
    key,
    {
      ...section,
      tables: section.tables.map((table) => ({ ...table, rows: table.rows.slice(0, ROWS_OF[table.key] ?? ROWS) })),
    },
  ]);
  const data: ReportData = { ...document.data, sections: Object.fromEntries(sections) };
  return { ...document, data };
}
