import { createDisputeRenderer } from '#adapters/documents/dispute-document';
import { createInvoiceRenderer } from '#adapters/documents/invoice-document';
import { box } from '#adapters/render/box';
import { type SetDocument, setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { toPng } from '#adapters/render/png';
import { serve } from '#adapters/render/serve';
import type { DistributionDocument } from '#domain/reports/distribution-report';
import type { ReportDocument } from '#domain/reports/report-document';
import { distributionPages } from './distribution-pages.ts';
import type { HtmlAsked, MailAsked, PdfAnswer, PngAsked } from './rendering.ts';
import { reportHtml } from './report-html.ts';
import { reportMail } from './report-mail.ts';
import { reportPages } from './report-pages.ts';

const invoices = createInvoiceRenderer();
const disputes = createDisputeRenderer();

/** Pages are looked at one after the other: those of the last few reports are kept as they were set. */
const kept = new Map<string, Promise<SetDocument>>();
const MOST_KEPT = 3;
function setReport(document: ReportDocument): Promise<SetDocument> {
  const name = JSON.stringify(document);
  const set = kept.get(name) ?? Promise.resolve(document).then((asked) => setDocument(reportPages(asked)));
  kept.delete(name);
  kept.set(name, set);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return set;
}

async function reportPdf(document: ReportDocument): Promise<PdfAnswer> {
  const set = await setReport(document);
  return { bytes: await toPdf(set), pages: set.pages.length };
}

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

serve(
  {
    invoice: invoices.pdf,
    dispute: disputes.pdf,
    report_pdf: reportPdf,
    report_png: async ({ document, page, width }: PngAsked) => toPng(await setReport(document), page, width),
    report_html: async ({ document, links }: HtmlAsked) => reportHtml(document, links),
    distribution: async (document: DistributionDocument) => toPdf(await setDocument(distributionPages(document))),
    report_mail: async ({ document, links }: MailAsked) => reportMail(document, links),
  },
  warm,
);
