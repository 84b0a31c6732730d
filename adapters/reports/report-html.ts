import { templateHtml } from '#adapters/report-templates/to-html';
import { formatsOf } from '#domain/reports/language/formats';
import { type Labels, labelsOf } from '#domain/reports/language/index';
import type { ReportDocument } from '#domain/reports/report-document';
import { htmlPage } from './html/page.ts';
import { themeOf } from './theme.ts';
import { treeOf } from './tree/build.ts';
import { wordsOf } from './tree/words.ts';

/** The report as one HTML file. Throws `UnknownLabel` where its language lacks a word for it. */
export function reportHtml(
  document: ReportDocument,
  links: { readonly pdf: string | null },
  labels: Labels = labelsOf(document.language),
): string {
  const words = wordsOf(document.language, labels);
  const tree = treeOf(document, labels);
  return htmlPage({
    tree,
    frame: (section) => templateHtml(document, section),
    theme: themeOf(document.look, document.theme),
    dark: document.theme === 'light' ? themeOf(document.look, 'dark') : null,
    formats: formatsOf(document.language),
    pdf: links.pdf,
    pdf_label: words.say('link.pdf'),
    skip_label: words.say('page.skip'),
  });
}
