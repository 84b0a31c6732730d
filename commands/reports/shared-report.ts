import type { KnownReport } from '#domain/reports/report-messages';
import { sharedPart } from '#domain/reports/shared-part';
import type { ReportSection } from '#domain/services/service-config';
import { Kept } from '#runtime/kept';
import type { RenderReport } from './ports-reports.ts';
import type { ReportMaking } from './report-making.ts';

/** In bytes of this process's memory: some hundred pages, and some dozens of files. */
const MOST_PAGES = 48 * 1024 * 1024;
const MOST_FILES = 32 * 1024 * 1024;
/** What is erased meanwhile is not shown for longer. */
const LASTS_MS = 15 * 60_000;
/** Below the address of the page. */
const PDF = 'pdf/';

export type SharedReports = ReturnType<typeof sharedReports>;

/** What shares show, drawn once for all who look at them. */
export function sharedReports(deps: {
  readonly making: Pick<ReportMaking, 'document' | 'pdf'>;
  readonly render: Pick<RenderReport, 'html' | 'pdf'>;
  readonly monotonicMs: () => number;
}) {
  const { making, render, monotonicMs } = deps;
  const pages = new Kept<string>({
    mostBytes: MOST_PAGES,
    lastsMs: LASTS_MS,
    // Texts are kept with up to two bytes a character.
    bytesOf: (html) => 2 * html.length,
    monotonicMs,
  });
  const files = new Kept<Uint8Array>({
    mostBytes: MOST_FILES,
    lastsMs: LASTS_MS,
    bytesOf: (bytes) => bytes.byteLength,
    monotonicMs,
  });
  type Sections = readonly ReportSection[] | null;
  const nameOf = ({ reportId }: KnownReport, version: number, sections: Sections) =>
    `${reportId} ${version} ${sections === null ? '' : [...sections].sort().join()}`;
  const partOf = async ({ reportId }: KnownReport, version: number, sections: Sections) => {
    const document = await making.document(reportId, version);
    return document && sharedPart(document, sections);
  };
  return {
    /** As HTML that leads to its PDF below itself; null where the version's file is gone. Throws `RenderingFailed`. */
    page: (report: KnownReport, version: number, sections: Sections): Promise<string | null> =>
      pages.get(nameOf(report, version, sections), async () => {
        const document = await partOf(report, version, sections);
        return document && render.html(document, { pdf: PDF, page: null, unsubscribe: null });
      }),

    /** The PDF as it was made, or one of these sections alone; null where the version's file is gone. Throws `RenderingFailed`. */
    pdf: (report: KnownReport, version: number, sections: Sections): Promise<Uint8Array | null> =>
      sections === null
        ? making.pdf(report, version)
        : files.get(nameOf(report, version, sections), async () => {
            const document = await partOf(report, version, sections);
            return document && (await render.pdf(document)).bytes;
          }),
  };
}
