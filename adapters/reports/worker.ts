import { createDisputeRenderer } from '#adapters/documents/dispute-document';
import { createInvoiceRenderer } from '#adapters/documents/invoice-document';
import { box } from '#adapters/render/box';
import { setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { toPng } from '#adapters/render/png';
import { serve } from '#adapters/render/serve';
import type { ReportLinks } from '#commands/reports/ports-reports';
import type { DistributionDocument } from '#domain/reports/distribution-document';
import type { ReportDocument } from '#domain/reports/report-document';
import { distributionPages } from './distribution-pages.ts';
import { reportHtml } from './report-html.ts';
import { reportMail } from './report-mail.ts';
import { reportPages } from './report-pages.ts';

const invoices = createInvoiceRenderer();
const disputes = createDisputeRenderer();

/** One small document reads the fonts and has the layout engine compiled. */
async function warm(): Promise<void> {
  const words = (n: number) => ({ box: box({ width: 400, paddingTop: 4 }, `Line ${n} of what is thrown away.`) });
  const set = await setDocument({
    blocks: Array.from({ length: 20 }, (_, n) => words(n)),
    header: () => null,
    footer: () => null,
    info: { title: 'Warm', author: '', subject: '', lang: 'en', made: new Date(0) },
    size: 'A4',
    margin: { top: 50, bottom: 50, sides: 50 },
    direction: 'ltr',
    ground: '#ffffff',
    style: {},
  });
  await toPdf(set);
}

async function report(document: ReportDocument) {
  const set = await setDocument(reportPages(document));
  return { bytes: await toPdf(set), pages: set.pages.length };
}
type Page = { readonly document: ReportDocument; readonly page: number; readonly width: number };
type Linked = { readonly document: ReportDocument; readonly links: ReportLinks };

serve(
  {
    invoice: invoices.pdf,
    dispute: disputes.pdf,
    report,
    report_page: async ({ document, page, width }: Page) =>
      toPng(await setDocument(reportPages(document)), page, width),
    report_html: async ({ document, links }: Linked) => reportHtml(document, links),
    distribution: async (document: DistributionDocument) => toPdf(await setDocument(distributionPages(document))),
    report_mail: ({ document, links }: Linked) => reportMail(document, links),
  },
  warm,
);
