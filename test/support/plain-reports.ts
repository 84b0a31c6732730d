import type { RenderReport } from '#commands/reports/ports-reports';
import type { ReportDocument } from '#domain/reports/report-document';

const textOf = ({ id, version, type, period_start, site_name }: ReportDocument): string =>
  `${type} report ${id} of ${site_name}, ${period_start}, version ${version}`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);

/** Reports for tests that look at none: laying out half a year of them for every client takes longer than all that they test. */
export const plainReports: RenderReport = {
  name: 'plain',
  pdf: async (document) => ({ bytes: bytesOf(textOf(document)), pages: 1 }),
  png: async (document, page) => bytesOf(`${textOf(document)}, page ${page}`),
  html: async (document) => `<!doctype html><title>${textOf(document)}</title>`,
  mail: async (document) => ({
    subject: textOf(document),
    html: `<p>${textOf(document)}</p>`,
    text: textOf(document),
    figures: bytesOf(textOf(document)),
  }),
};
