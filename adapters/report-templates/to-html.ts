import type { ReportDocument } from '#domain/reports/report-document';
import type { ReportSection } from '#domain/services/service-config';
import { VOID } from './allowed.ts';
import { type TemplateNode, templateTree } from './tree.ts';

/** The class that everything of a template stands below, so that its sheet reaches nothing else of the page. */
const SCOPE = 'report-template';
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/**
 * A template as HTML for a browser: its frame, with `section` giving the HTML of each section that it names. Null where the
 * document has the built-in frame. Throws `TemplateUnfit`.
 */
export function templateHtml(
  document: ReportDocument,
  section: (section: ReportSection) => string,
): { readonly html: string; readonly css: string } | null {
  const tree = templateTree(document);
  if (tree === null) return null;
  const { logo } = document.look;
  const source = logo === null ? '' : `data:${logo.type};base64,${logo.base64}`;
  const written = (node: TemplateNode): string => {
    switch (node.kind) {
      case 'text':
        return escaped(node.text);
      case 'section':
        return `<section${attributes(node.attributes)}>${section(node.section)}</section>`;
      case 'logo':
        return `<img src="${source}" alt="${escaped(node.alt)}"${attributes(node.attributes)}>`;
      case 'element': {
        const opened = `<${node.tag}${attributes(node.attributes)}>`;
        return VOID.has(node.tag) ? opened : `${opened}${node.children.map(written).join('')}</${node.tag}>`;
      }
    }
  };
  return {
    html: `<div class="${SCOPE}">${tree.nodes.map(written).join('')}</div>`,
    // Nothing that is laid out may leave its place: what the page says beside the template is never covered by it.
    css: `.${SCOPE}{position:relative;overflow:hidden;contain:layout paint}${tree.css(`.${SCOPE}`)}`,
  };
}

const attributes = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(
      ([name, value]) => ` ${name}="${escaped(value)}"${name === 'href' ? ' rel="noopener noreferrer nofollow"' : ''}`,
    )
    .join('');
