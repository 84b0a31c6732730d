import PDFDocument from 'pdfkit';
import { colorOf } from './color.ts';
import type { Drawn, PlacedNode, SetDocument, SetPage } from './document.ts';
import { createInk, type Doc } from './ink.ts';
import type { Node } from './layout.ts';
import type { Element } from './structure.ts';

type Struct = ReturnType<Doc['struct']>;
type Content = Parameters<Struct['add']>[0];
/** What was written of each leaf and link, to be put into the structure when all pages are there. */
type Written = {
  readonly contents: Map<Node, Content[]>;
  readonly links: Map<Node, { readonly struct: Struct; readonly page: Doc['page'] }>;
  readonly figures: Map<Node, { readonly box: readonly number[]; readonly page: Doc['page'] }>;
  readonly tags: ReadonlyMap<Node, string>;
};

/**
 * Writes a document that was set on pages as a tagged PDF (PDF/UA-1): real text in embedded subsets of its fonts, in the order in
 * which it is read. Equal documents make equal bytes.
 */
export function toPdf(set: SetDocument): Promise<Uint8Array> {
  const { info, width, height } = set;
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: info.lang,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      CreationDate: info.made,
      ModDate: info.made,
    },
  }) as Doc;
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const written: Written = { contents: new Map(), links: new Map(), figures: new Map(), tags: tagsOf(set.structure) };
  const ink = createInk(doc);
  for (const page of set.pages) {
    doc.addPage();
    ink.forget();
    draw(doc, ink, set, page, written);
    for (const link of page.links) lead(doc, link, written);
    for (const { node, left, top, width: wide, height: high } of page.figures)
      if (!written.figures.has(node))
        written.figures.set(node, { box: [left, top, left + wide, top + high], page: doc.page });
    for (const { name, top } of page.anchors)
      doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, top - 8), null as never);
  }
  outline(doc, set);
  const root = build(doc, set.structure, written);
  doc.addStructure(root);
  const pages = new Map([...written.links.values()].map(({ struct, page }) => [struct, page] as const));
  finish(root, doc, pages);
  doc.end();
  return whole;
}

/** By what name each leaf's content is marked: that of the element around it. */
function tagsOf(structure: Element): Map<Node, string> {
  const tags = new Map<Node, string>();
  const walk = ({ tag, kids }: Element): void => {
    for (const kid of kids) {
      if ('tag' in kid) walk(kid);
      else tags.set(kid, tag);
    }
  };
  walk(structure);
  return tags;
}

/** In the order of drawing; what belongs to no element is an artifact. */
function draw(
  doc: Doc,
  ink: ReturnType<typeof createInk>,
  { ground, width, height }: SetDocument,
  page: SetPage,
  written: Written,
) {
  const paper = colorOf(ground);
  let open: Node | 'Layout' | 'Pagination' | null = null;
  const mark = (wanted: Exclude<typeof open, null>): void => {
    if (open === wanted) return;
    if (open !== null) doc.endMarkedContent();
    open = wanted;
    if (typeof wanted === 'string') doc.markContent('Artifact', { type: wanted });
    else {
      const content = doc.markStructureContent(written.tags.get(wanted) ?? 'P');
      written.contents.set(wanted, [...(written.contents.get(wanted) ?? []), content as Content]);
    }
  };
  const kindOf = ({ leaf, page: chrome }: Drawn): Node | 'Layout' | 'Pagination' =>
    chrome ? 'Pagination' : leaf !== null && written.tags.has(leaf) ? leaf : 'Layout';
  if (paper) {
    mark('Layout');
    ink.ground({ kind: 'color', ...paper }, width, height);
  }
  for (const each of page.drawn) {
    mark(kindOf(each));
    ink.draw(each.item);
  }
  if (open !== null) doc.endMarkedContent();
}

/** Makes a box lead where it is to; told of by its words. */
function lead(doc: Doc, { node, left, top, width, height }: PlacedNode, { links, tags }: Written): void {
  const href = node.props['data-href'];
  if (href === undefined || !leavesOf(node).some((leaf) => tags.has(leaf))) return;
  // Where a link goes on to another page, its first part alone leads on.
  if (links.has(node)) return;
  const struct = doc.struct('Link');
  const options = { structParent: struct, Contents: new String(wordsOf(node) || href) };
  if (href.startsWith('#')) doc.goTo(left, top, width, height, href.slice(1), options as never);
  else doc.link(left, top, width, height, href, options as never);
  links.set(node, { struct, page: doc.page });
}
const leavesOf = (node: Node): Node[] => (node.children.length === 0 ? [node] : node.children.flatMap(leavesOf));
const wordsOf = ({ props, children }: Node): string =>
  typeof props.children === 'string'
    ? props.children
    : (props['data-line']?.text ??
      props['data-alt'] ??
      children
        .map(wordsOf)
        .filter((text) => text !== '')
        .join(' '));

function outline(doc: Doc, { pages, info }: SetDocument): void {
  type Item = { addItem(title: string, options: object): Item };
  const root = doc.outline as unknown as Item;
  const all = pages.flatMap(({ bookmarks }, page) => bookmarks.map((bookmark) => ({ ...bookmark, page })));
  const open: { readonly level: number; readonly item: Item }[] = [];
  for (const { title, level, page, top } of all.length > 0 ? all : [{ title: info.title, level: 1, page: 0, top: 0 }]) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const { width } = doc.page as unknown as { readonly width: number };
    // The writer counts from the right.
    const item = (open.at(-1)?.item ?? root).addItem(title, {
      pageNumber: page,
      top: Math.max(0, top - 8),
      left: width,
      expanded: true,
    });
    open.push({ level, item });
  }
}

function build(doc: Doc, { tag, node, kids }: Element, written: Written): Struct {
  const link = tag === 'Link' && node !== null ? written.links.get(node)?.struct : undefined;
  const made = link ?? doc.struct(tag as never, optionsOf(doc, tag, node, written) as never);
  for (const kid of kids) {
    if ('tag' in kid) made.add(build(doc, kid, written));
    else for (const content of written.contents.get(kid) ?? []) made.add(content);
  }
  return made;
}

function optionsOf(doc: Doc, tag: string, node: Node | null, { figures }: Written): object {
  if (node === null) return {};
  const { 'data-lang': lang, 'data-alt': alt, 'data-scope': scope } = node.props;
  const spoken = lang === undefined ? {} : { lang };
  if (tag === 'TH') return { ...spoken, scope: scope ?? 'Column' };
  if (tag !== 'Figure') return spoken;
  const found = figures.get(node);
  if (found) doc.page = found.page;
  return { ...spoken, alt, ...(found ? { bbox: found.box } : {}) };
}

/** From the leaves up: an element says on which page a link is by the page that is open when it ends. */
function finish(struct: Struct, doc: Doc, pages: ReadonlyMap<Struct, Doc['page']>): void {
  const { _children: children } = struct as unknown as { readonly _children: readonly unknown[] };
  for (const child of children) if (isStruct(child)) finish(child, doc, pages);
  const page = pages.get(struct);
  if (page !== undefined) doc.page = page;
  struct.end();
}
const isStruct = (child: unknown): child is Struct =>
  typeof child === 'object' && child !== null && '_children' in child;
