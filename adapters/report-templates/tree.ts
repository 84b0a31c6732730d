import { filledIn } from '#domain/reports/placeholders';
import type { ReportDocument } from '#domain/reports/report-document';
import type { ReportSection } from '#domain/services/service-config';
import { rulingsOf } from './cascade.ts';
import { checkTemplate } from './check.ts';
import { checkedCss, scopedCss } from './css.ts';
import { checkedHtml, isElement, isText, type ParsedElement, type ParsedNode } from './html.ts';

/** A template with everything filled in. What it says is text: whoever writes it down escapes it. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element';
      readonly tag: string;
      /** `style` and `class` as they were checked; `href` only where it leads to an address of the web, of mail or of a telephone. */
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly TemplateNode[];
    }
  /** Here stands what the report says of that section. */
  | { readonly kind: 'section'; readonly section: ReportSection; readonly attributes: Readonly<Record<string, string>> }
  /** Here stands the logo of the look; there is none of these where the look has no logo. */
  | { readonly kind: 'logo'; readonly alt: string; readonly attributes: Readonly<Record<string, string>> };
type Rulings = ReturnType<typeof rulingsOf>;
export type TemplateTree = {
  readonly nodes: readonly TemplateNode[];
  /** The template's sheet, each selector below `scope`. */
  readonly css: (scope: string) => string;
  /** The same sheet, for whoever lays the nodes out without a browser. */
  readonly rulings: Rulings;
};

/** The template was kept, and is not what could be kept now. */
export class TemplateUnfit extends Error {
  override readonly name = 'TemplateUnfit';
}

const SAFE_HREF = /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+0-9 ()-]+|#[a-z0-9_-]*)$/i;

/**
 * The frame of a report as its agency wrote it; null where the document has the built-in one. It is checked once more before
 * anything is made of it. Throws `TemplateUnfit`.
 */
export function templateTree(document: ReportDocument): TemplateTree | null {
  const { template } = document;
  if (template === null) return null;
  const [fault] = checkTemplate(template);
  if (fault) throw new TemplateUnfit(`${fault.source}, line ${fault.line}, column ${fault.column}: ${fault.message}`);
  const { root } = checkedCss(template.css);
  return {
    nodes: checkedHtml(template.html).nodes.flatMap((node) => filled(node, document)),
    rulings: rulingsOf(root),
    css: (scope) => (root === null ? '' : scopedCss(root, scope)),
  };
}

function filled(node: ParsedNode, document: ReportDocument): TemplateNode[] {
  if (isText(node)) return [{ kind: 'text', text: filledIn(node.value, document) }];
  return isElement(node) ? element(node, document) : [];
}

function element(node: ParsedElement, document: ReportDocument): TemplateNode[] {
  const { alt = '', 'data-section': section, 'data-asset': asset, ...attributes } = attributesOf(node, document);
  if (asset !== undefined) return document.look.logo === null ? [] : [{ kind: 'logo', alt, attributes }];
  if (section !== undefined) return [{ kind: 'section', section: section as ReportSection, attributes }];
  const children = node.childNodes.flatMap((child) => filled(child, document));
  return [{ kind: 'element', tag: node.tagName, attributes, children }];
}

function attributesOf({ attrs }: ParsedElement, document: ReportDocument): Readonly<Record<string, string>> {
  const all = attrs.map(({ name, value }) => [name, name === 'style' ? value : filledIn(value, document)] as const);
  // What a placeholder brought with it may lead anywhere.
  return Object.fromEntries(all.filter(([name, value]) => name !== 'href' || SAFE_HREF.test(value)));
}
