import type { DisputeRenderer } from '#adapters/documents/dispute-document';
import type { InvoiceRenderer } from '#adapters/documents/invoice-document';
import { createPool } from '#adapters/render/pool';
import type { RenderReport, ReportLinks, ReportMail } from '#commands/reports/ports-reports';
import type { DistributionDocument } from '#domain/reports/distribution-report';
import type { ReportDocument } from '#domain/reports/report-document';

/** Changes whenever equal documents may come out as other bytes than before. */
const NAME = 'pages-2';
/** A rendering that takes longer is broken off. */
const LIMIT_MS = 60_000;
/** Who comes when so many wait already is told so. */
const WAITING = 200;
/** Enough for a report of a hundred pages many times over. */
const MEMORY_MB = 1024;

export type PdfAnswer = { readonly bytes: Uint8Array; readonly pages: number };
export type PngAsked = { readonly document: ReportDocument; readonly page: number; readonly width: number };
export type HtmlAsked = { readonly document: ReportDocument; readonly links: ReportLinks };
export type MailAsked = HtmlAsked;

export type Rendering = {
  readonly invoices: InvoiceRenderer;
  readonly disputes: DisputeRenderer;
  readonly reports: RenderReport;
  readonly distribution: (document: DistributionDocument) => Promise<Uint8Array>;
  /** Starts the threads before anybody waits for them. */
  warm(): void;
  close(): Promise<void>;
};

/** All that is drawn, in threads of their own. Every method may throw `RenderingFailed`. */
export function createRendering(workers: number): Rendering {
  const here = import.meta.url;
  const entry = new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here);
  const pool = createPool({ entry, workers, limitMs: LIMIT_MS, waiting: WAITING, memoryMb: MEMORY_MB });
  const bytes = async (task: string, payload: unknown): Promise<Uint8Array> =>
    (await pool.run(task, payload)) as Uint8Array;
  return {
    invoices: { pdf: (document) => bytes('invoice', document) },
    distribution: (document) => bytes('distribution', document),
    disputes: { pdf: (document) => bytes('dispute', document) },
    reports: {
      name: NAME,
      pdf: async (document) => (await pool.run('report_pdf', document)) as PdfAnswer,
      png: (document, page, width) => bytes('report_png', { document, page, width } satisfies PngAsked),
      html: async (document, links) =>
        (await pool.run('report_html', { document, links } satisfies HtmlAsked, true)) as string,
      mail: async (document, links) =>
        (await pool.run('report_mail', { document, links } satisfies MailAsked)) as ReportMail,
    },
    warm: pool.warm,
    close: pool.close,
  };
}
