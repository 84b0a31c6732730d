import PDFDocument from 'pdfkit';
import { type EmbeddedFont, useFont } from './embedded.ts';
import { fonts, subsetOf, type Weight } from './fonts.ts';
import type { Painted, Placed, SetLine, Tag } from './layout.ts';

/** A4 in points; satori works in whole ones. */
export const PAGE = { width: 595, height: 842 } as const;
const A4 = { width: 595.28, height: 841.89 } as const;

export type PdfInfo = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly made: Date;
};

type Shape = { readonly kind: 'rect' | 'path'; readonly attributes: Attributes };
type Run = { readonly kind: 'text'; readonly attributes: Attributes; readonly text: string };
/** A line that was laid out here, in whatever script. */
type Set = { readonly kind: 'line'; readonly attributes: Attributes; readonly line: SetLine };
type Attributes = Readonly<Record<string, string>>;
type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

/**
 * Writes pages that were laid out as SVG into a tagged PDF: real text in embedded subsets of its fonts, in the order of the
 * boxes it stands in. Equal pages make equal bytes.
 */
export function toPdf(pages: readonly Painted[], info: PdfInfo): Promise<Uint8Array> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: [A4.width, A4.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      CreationDate: info.made,
      ModDate: info.made,
    },
  });
  for (const { subset, weight, data } of fonts().files) doc.registerFont(`${subset}-${weight}`, data);
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [n, page] of pages.entries()) {
    doc.addPage();
    if (n === 0) doc.outline.addItem(info.title);
    doc.scale(A4.width / PAGE.width, A4.height / PAGE.height);
    write(doc, root, page);
  }
  root.end();
  doc.end();
  return whole;
}

/** Graphics first, as decoration; then text, box by box. */
function write(doc: Doc, root: Element, { svg, boxes }: Painted): void {
  const parts = partsOf(svg);
  doc.markContent('Artifact', { type: 'Layout' });
  for (const part of parts) if (part.kind !== 'text') drawShape(doc, part);
  doc.endMarkedContent();
  const tagged = boxes.filter(({ props }) => props['data-tag'] !== undefined);
  const written: (Run | Set)[] = [...parts.filter((part) => part.kind === 'text'), ...setLines(boxes)];
  const runs = written.map((part) => ({ part, at: holderOf(part, tagged) }));
  const elements = new Map<Placed, Element>();
  const elementOf = (placed: Placed): Element => {
    const known = elements.get(placed);
    if (known) return known;
    const parent = parentOf(placed, tagged);
    const made = doc.struct(placed.props['data-tag'] as string);
    (parent === null ? root : elementOf(parent)).add(made);
    elements.set(placed, made);
    return made;
  };
  for (const placed of tagged) {
    const own = runs.filter(({ at }) => at === placed);
    if (placed.props['data-tag'] === ('Artifact' satisfies Tag)) {
      doc.markContent('Artifact', { type: 'Pagination' });
      for (const { part } of own) draw(doc, part, false);
      doc.endMarkedContent();
      continue;
    }
    const element = elementOf(placed);
    if (own.length === 0) continue;
    element.add(doc.markStructureContent(placed.props['data-tag'] as string));
    for (const { part } of own) draw(doc, part, placed.props['data-num'] === true);
    doc.endMarkedContent();
  }
  doc.markContent('Artifact', { type: 'Layout' });
  for (const { part, at } of runs) if (at === null) draw(doc, part, false);
  doc.endMarkedContent();
  for (const element of [...elements.values()].reverse()) element.end();
}

/** The smallest tagged box that the beginning of the run stands in. */
function holderOf({ attributes }: Pick<Run, 'attributes'>, tagged: readonly Placed[]): Placed | null {
  const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
  const holding = tagged.filter(
    (b) => x >= b.left - 0.5 && x <= b.left + b.width + 0.5 && y >= b.top - 0.5 && y <= b.top + b.height + 0.5,
  );
  return holding.sort((a, b) => a.width * a.height - b.width * b.height)[0] ?? null;
}

function parentOf(placed: Placed, tagged: readonly Placed[]): Placed | null {
  const around = tagged.filter(
    (b) =>
      b !== placed &&
      b.left <= placed.left + 0.5 &&
      b.top <= placed.top + 0.5 &&
      b.left + b.width >= placed.left + placed.width - 0.5 &&
      b.top + b.height >= placed.top + placed.height - 0.5 &&
      b.width * b.height > placed.width * placed.height,
  );
  return around.sort((a, b) => a.width * a.height - b.width * b.height)[0] ?? null;
}

const IGNORED = /<(mask|defs|clipPath)\b[\s\S]*?<\/\1>/g;
const PART = /<(rect|path|text)\b([^>]*?)(?:\/>|>([^<]*)<\/text>)/g;

function partsOf(svg: string): (Shape | Run)[] {
  return [...svg.replaceAll(IGNORED, '').matchAll(PART)].map(([, kind, inside = '', text]) => {
    const attributes = Object.fromEntries(
      [...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
    );
    return kind === 'text'
      ? { kind, attributes, text: unescaped(text ?? '') }
      : { kind: kind as 'rect' | 'path', attributes };
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#x27': "'",
  '#39': "'",
};
const unescaped = (text: string): string =>
  text.replaceAll(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function drawShape(doc: Doc, { kind, attributes }: Shape): void {
  const fill = attributes['fill'];
  if (fill === undefined || fill === 'none' || fill === 'transparent' || fill.startsWith('url')) return;
  doc.fillOpacity(Number(attributes['opacity'] ?? attributes['fill-opacity'] ?? 1));
  if (kind === 'path') doc.path(attributes['d'] ?? '').fill(fill);
  else {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(attributes[name]));
    doc.rect(x ?? 0, y ?? 0, width ?? 0, height ?? 0).fill(fill);
  }
}

const weightOf = (text: string | undefined): Weight => {
  const weight = text === 'bold' ? 700 : text === undefined || text === 'normal' ? 400 : Number(text);
  return weight >= 700 ? 700 : weight >= 600 ? 600 : 400;
};

const setLines = (boxes: readonly Placed[]): Set[] =>
  boxes.flatMap(({ left, top, props }) => {
    const line = props['data-line'];
    if (line === undefined) return [];
    return [{ kind: 'line', attributes: { x: String(left), y: String(top + line.baseline) }, line }];
  });

const draw = (doc: Doc, part: Run | Set, tabular: boolean): void =>
  part.kind === 'line' ? drawLine(doc, part) : drawText(doc, part, tabular);

/** Each piece whole, so that its font can shape it. */
function drawLine(doc: Doc, { attributes, line }: Set): void {
  const [left, y] = [Number(attributes['x']), Number(attributes['y'])];
  doc.fillOpacity(1).fillColor(line.color).fontSize(line.size);
  for (const { text, font, mirrored, features, x } of line.runs) {
    useFont(doc as Doc & { readonly _font: EmbeddedFont }, font, mirrored);
    doc.text(text, left + x, y, { lineBreak: false, baseline: 'alphabetic', features: features as never });
  }
}

/** One run, in the fonts that have its characters. */
function drawText(doc: Doc, { attributes, text }: Run, tabular: boolean): void {
  const size = Number(attributes['font-size'] ?? 10);
  const weight = weightOf(attributes['font-weight']);
  let x = Number(attributes['x']);
  const y = Number(attributes['y']);
  doc
    .fillOpacity(Number(attributes['opacity'] ?? 1))
    .fillColor(attributes['fill'] ?? 'black')
    .fontSize(size);
  for (const { subset, part } of pieces(text)) {
    const options = {
      lineBreak: false,
      baseline: 'alphabetic' as const,
      ...(tabular ? { features: ['tnum'] as never } : {}),
    };
    doc.font(`${subset}-${weight}`).text(part, x, y, options);
    x += doc.widthOfString(part, options);
  }
}

function pieces(text: string): { readonly subset: string; readonly part: string }[] {
  const made: { subset: string; part: string }[] = [];
  for (const character of text) {
    const subset = subsetOf(character.codePointAt(0) ?? 0) ?? 'latin';
    const last = made.at(-1);
    if (last?.subset === subset) last.part += character;
    else made.push({ subset, part: character });
  }
  return made;
}
