import { setDocument } from '#adapters/render/document';
import { toPng } from '#adapters/render/png';
import type { ReportLinks, ReportMail } from '#commands/reports/ports-reports';
import { escapeHtml } from '#domain/platform/mail-template';
import type { ReportDocument } from '#domain/reports/report-document';
import { reportPages } from './report-pages.ts';

/** Pixels of the picture: its first page. */
const WIDTH = 1120;

/** The report as a mail: what its first page says in words, the page itself as a picture, and the links. */
export async function reportMail(document: ReportDocument, links: ReportLinks): Promise<ReportMail> {
  const pages = reportPages(document);
  const figures = toPng(await setDocument(pages), 1, WIDTH);
  const { reason, win, priority } = document.data.first_page;
  const lines = [reason, win, priority].flatMap((line) => (line === null || line === '' ? [] : [line]));
  const named = [links.page, links.pdf].flatMap((link) => (link === null ? [] : [link]));
  const { title, lang } = pages.info;
  const text = [title, ...lines, ...named, ...(links.unsubscribe === null ? [] : [links.unsubscribe])].join('\n\n');
  const shown = (link: string) => `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`;
  const html = `<!doctype html>
<html lang="${lang}" dir="${pages.direction}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#f4f5f7;font:16px/1.5 system-ui,sans-serif;color:#1f2430">
<div style="max-width:600px;margin:24px auto;padding:32px;background:#fff;border-radius:8px">
<h1 style="font-size:20px">${escapeHtml(title)}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<img src="cid:figures" alt="${escapeHtml(title)}" style="width:100%;border:1px solid #ddd">
${named.map(shown).join('\n')}
${links.unsubscribe === null ? '' : shown(links.unsubscribe)}
</div></body></html>
`;
  return { subject: title, html, text: `${text}\n`, figures };
}
