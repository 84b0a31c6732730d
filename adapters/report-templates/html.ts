import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { placeholderFaults } from '#domain/reports/placeholders';
import { REPORT_SECTIONS } from '#domain/services/service-config';
import { ATTRIBUTES, ELEMENTS, VOID } from './allowed.ts';
import { styleFaults } from './css.ts';
import { DEEPEST, MOST_FAULTS, MOST_NODES, placeOf, type TemplateFault } from './limits.ts';

export type ParsedNode = DefaultTreeAdapterTypes.ChildNode;
export type ParsedElement = DefaultTreeAdapterTypes.Element;
export type CheckedHtml = { readonly faults: readonly TemplateFault[]; readonly nodes: readonly ParsedNode[] };

class TooMany extends Error {}

/** A parser mends what is not closed by making elements anew: what it makes is counted while it makes it. */
function countingAdapter(): typeof defaultTreeAdapter {
  let made = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      made += 1;
      if (made > MOST_NODES * 2) throw new TooMany();
      return defaultTreeAdapter.createElement(...given);
    },
  };
}

const SECTIONS: ReadonlySet<string> = new Set(REPORT_SECTIONS);
const HREF =
  /^(https:\/\/[^\s]+|mailto:[^\s]+|tel:[+0-9 ()-]+|#[a-z0-9_-]*|mailto:\{\{\s*brand\.contact_email\s*\}\}|\{\{\s*brand\.website_url\s*\}\})$/i;
const CHOICES: Readonly<Record<string, RegExp>> = {
  class: /^[a-zA-Z0-9 _-]*$/,
  colspan: /^[1-9]\d?$/,
  rowspan: /^[1-9]\d?$/,
  'data-asset': /^logo$/,
  'data-break': /^before$/,
  'data-keep': /^$/,
  dir: /^(ltr|rtl|auto)$/,
  lang: /^[a-zA-Z-]{2,12}$/,
  scope: /^(row|col)$/,
  href: HREF,
};

/** The tree of a template, and what of it is not supported, where. */
export function checkedHtml(html: string): CheckedHtml {
  const faults: TemplateFault[] = [];
  const say = (offset: number, message: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ source: 'html', ...placeOf(html, offset), message });
  };
  let nodes: readonly ParsedNode[];
  try {
    const fragment = parseFragment<DefaultTreeAdapterMap>(html, {
      sourceCodeLocationInfo: true,
      treeAdapter: countingAdapter(),
      scriptingEnabled: false,
      onParseError: ({ code, startOffset }) =>
        say(startOffset, `this is not well-formed: ${code.replaceAll('-', ' ')}`),
    });
    nodes = fragment.childNodes;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    say(0, `the template comes to more than ${MOST_NODES} elements`);
    return { faults, nodes: [] };
  }
  const count = { nodes: 0 };
  checkNodes(nodes, 1, { html, say, count });
  return { faults, nodes };
}

type Checking = {
  readonly html: string;
  readonly say: (offset: number, message: string) => void;
  readonly count: { nodes: number };
};

function checkNodes(nodes: readonly ParsedNode[], depth: number, checking: Checking): void {
  const { html, say, count } = checking;
  for (const node of nodes) {
    const at = node.sourceCodeLocation?.startOffset ?? 0;
    count.nodes += 1;
    if (count.nodes === MOST_NODES + 1) say(at, `the template has more than ${MOST_NODES} nodes`);
    if (count.nodes > MOST_NODES) return;
    if (isText(node)) {
      const end = node.sourceCodeLocation?.endOffset ?? at;
      const raw = html.slice(at, end);
      // Where entities stand for its letters the place is that of the text.
      const exact = raw === node.value;
      for (const { at: inside, message } of placeholderFaults(node.value)) say(exact ? at + inside : at, message);
    } else if (isElement(node)) {
      checkElement(node, at, checking);
      if (depth > DEEPEST) say(at, `elements stand more than ${DEEPEST} deep`);
      else checkNodes(node.childNodes, depth + 1, checking);
    } else if (node.nodeName !== '#comment') say(at, 'this is not supported');
  }
}

function checkElement(element: ParsedElement, at: number, { html, say }: Checking): void {
  const { tagName, namespaceURI, sourceCodeLocation: location } = element;
  if (namespaceURI !== 'http://www.w3.org/1999/xhtml' || !ELEMENTS.has(tagName))
    return void say(at, `<${tagName.slice(0, 40)}> is not supported`);
  if (location && !VOID.has(tagName) && !location.endTag) say(at, `<${tagName}> is not closed`);
  for (const { name, value } of element.attrs) {
    const place = location?.attrs?.[name]?.startOffset ?? at;
    const fault = attributeFault(tagName, name, value);
    if (fault !== null) say(place, fault);
    else if (name === 'style') for (const { message } of styleFaults(value, html, place)) say(place, message);
    else for (const { message } of placeholderFaults(value)) say(place, message);
  }
  const named = new Set(element.attrs.map(({ name }) => name));
  if (tagName === 'img' && !named.has('data-asset'))
    say(at, 'a picture is <img data-asset="logo" alt="…">, and no other');
  if (named.has('data-section') && element.childNodes.some((child) => !isText(child) || child.value.trim() !== ''))
    say(at, 'a section of the report fills its element: leave it empty');
}

function attributeFault(tag: string, name: string, value: string): string | null {
  if (!ATTRIBUTES.has(name)) return `the attribute ${name.slice(0, 40)} is not supported`;
  if (name === 'href' && tag !== 'a') return 'href stands on <a> only';
  if (name === 'data-asset' && tag !== 'img') return 'data-asset stands on <img> only';
  if (name === 'style' && /\{\{/.test(value)) return 'a style holds no placeholder';
  if (name === 'style' && /[{}]/.test(value)) return 'a style holds declarations, and no rule';
  if (name === 'data-section')
    return SECTIONS.has(value)
      ? null
      : `there is no section ${JSON.stringify(value.slice(0, 40))}; there are ${REPORT_SECTIONS.join(', ')}`;
  const choice = CHOICES[name];
  return choice && !choice.test(value) ? `the value of ${name} is not taken` : null;
}

export const isText = (node: ParsedNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
export const isElement = (node: ParsedNode): node is ParsedElement => 'tagName' in node;
