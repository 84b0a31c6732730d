import type PDFDocument from 'pdfkit';
import { type EmbeddedFont, useFont } from './embedded.ts';
import type { Clip, Color, Fill, Gradient, ImageItem, Item, Matrix, PathItem, RectItem, TextItem } from './item.ts';

/** What is used of the PDF writer beyond what it publishes. */
export type Doc = InstanceType<typeof PDFDocument> & {
  readonly _font: EmbeddedFont & { readonly id: string; ref(): unknown };
  page: { readonly dictionary: unknown; readonly fonts: Record<string, unknown>; readonly height: number };
  addContent(data: string): unknown;
  openImage(data: Buffer): unknown;
  fillOpacity(opacity: number): unknown;
  strokeOpacity(opacity: number): unknown;
};
type Pictures = Map<string, unknown>;

export const digits = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

/** Draws on the pages of a document, and says only what changes. */
export function createInk(doc: Doc) {
  const pictures: Pictures = new Map();
  let color: string | null = null;
  let opacity: number | null = null;
  let strokeOpacity: number | null = null;
  const forget = (): void => {
    color = null;
    opacity = null;
    strokeOpacity = null;
  };
  const opaque = (wanted: number): void => {
    if (opacity !== wanted) doc.fillOpacity(wanted);
    opacity = wanted;
  };
  const colored = (wanted: Color): void => {
    const said = `${wanted.map(digits).join(' ')} rg`;
    if (color !== said) doc.addContent(said);
    color = said;
  };
  /** Within its clips and its matrix, and nothing of them afterwards. */
  const around = ({ clips, matrix }: Item, draw: () => void): void => {
    if (clips.length === 0 && matrix === null) {
      draw();
      return;
    }
    doc.save();
    for (const clip of clips) clipped(doc, clip);
    if (matrix !== null) doc.transform(...matrix);
    draw();
    doc.restore();
    forget();
  };
  const rect = ({ at: [x, y], width, height, fill }: RectItem): void => {
    if (fill.kind !== 'color') return;
    colored(fill.color);
    opaque(fill.opacity);
    doc.addContent(`${digits(x)} ${digits(y)} ${digits(width)} ${digits(height)} re f`);
  };
  const path = ({ d, fill, stroke, evenOdd }: PathItem): void => {
    if (fill !== null) {
      opaque(fill.opacity);
      if (fill.kind === 'color') {
        colored(fill.color);
        doc.path(d);
        doc.addContent(evenOdd ? 'f*' : 'f');
      } else {
        color = null;
        doc.path(d).fill(shading(doc, fill.gradient) as never, evenOdd ? 'even-odd' : 'non-zero');
      }
    }
    if (stroke === null) return;
    const { fill: ink, width, dash, cap, join } = stroke;
    if (strokeOpacity !== ink.opacity) doc.strokeOpacity(ink.opacity);
    strokeOpacity = ink.opacity;
    doc.addContent(`${digits(width)} w ${CAPS[cap]} J ${JOINS[join]} j [${dash.map(digits).join(' ')}] 0 d`);
    if (ink.kind === 'color') {
      doc.addContent(`${ink.color.map(digits).join(' ')} RG`);
      doc.path(d);
      doc.addContent('S');
    } else doc.path(d).stroke(shading(doc, ink.gradient) as never);
  };
  const image = ({ at: [x, y], width, height, base64, stretched }: ImageItem): void => {
    const opened = (pictures.get(base64) ?? doc.openImage(Buffer.from(base64, 'base64'))) as never;
    pictures.set(base64, opened);
    doc.image(
      opened,
      x,
      y,
      stretched ? { width, height } : { fit: [width, height], align: 'center', valign: 'center' },
    );
  };
  const text = (item: TextItem): void => {
    colored(item.color);
    opaque(item.opacity);
    write(doc, item);
  };
  return {
    forget,
    draw(item: Item): void {
      around(item, () => {
        if (item.kind === 'rect') rect(item);
        else if (item.kind === 'path') path(item);
        else if (item.kind === 'image') image(item);
        else text(item);
      });
    },
    ground(fill: Fill, width: number, height: number): void {
      rect({ kind: 'rect', at: [0, 0], width, height, fill, matrix: null, clips: [] });
    },
  };
}
const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function clipped(doc: Doc, { d, matrix, evenOdd }: Clip): void {
  if (matrix !== null) doc.transform(...matrix);
  doc.path(d).clip(evenOdd ? 'even-odd' : 'non-zero');
  if (matrix !== null) doc.transform(...inverse(matrix));
}
function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c || 1;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

function shading(doc: Doc, { from, to, stops }: Gradient): unknown {
  const made = doc.linearGradient(...from, ...to);
  for (const { at, color, opacity } of stops)
    made.stop(at, color.map((part) => Math.round(part * 255)) as never, opacity);
  return made;
}

/** Each piece whole, so that its font can shape it. */
function write(doc: Doc, { at: [left, y], text, runs, size, spacing }: TextItem): void {
  const { height } = doc.page;
  // Signs that are drawn in another order than they are read in, or several as one, are told as they were written.
  const told = runs.some(({ font }) => !font.startsWith('inter/'));
  if (told) doc.addContent(`/Span <</ActualText <${utf16(text)}>>> BDC`);
  doc.addContent(`q 1 0 0 -1 0 ${digits(height)} cm BT`);
  for (const run of runs) {
    useFont(doc, run.font, run.mirrored);
    const { _font: font } = doc;
    doc.page.fonts[font.id] ??= font.ref();
    const [codes, positions] = font.encode(run.text, run.features);
    doc.addContent(`/${font.id} ${digits(size)} Tf`);
    const pen = { x: left + run.x, y: height - y };
    let shown = '';
    let open = '';
    const flush = (): void => {
      if (open !== '') shown += `<${open}>`;
      open = '';
    };
    const end = (): void => {
      flush();
      if (shown !== '') doc.addContent(`${start} [${shown}] TJ`);
      shown = '';
    };
    const place = (x: number, up: number): string => `1 0 0 1 ${digits(x)} ${digits(up)} Tm`;
    let start = place(pen.x, pen.y);
    for (const [n, code] of codes.entries()) {
      const { xAdvance, xOffset, yOffset, advanceWidth = xAdvance } = positions[n] as (typeof positions)[number];
      const moves = xOffset !== 0 || yOffset !== 0;
      if (moves) {
        end();
        start = place(pen.x + (xOffset * size) / 1000, pen.y + (yOffset * size) / 1000);
      }
      open += code;
      pen.x += (xAdvance * size) / 1000 + spacing;
      if (moves) {
        end();
        start = place(pen.x, pen.y);
        continue;
      }
      const back = advanceWidth - xAdvance - (spacing * 1000) / size;
      if (Math.abs(back) < 0.01) continue;
      flush();
      shown += digits(back);
    }
    end();
  }
  doc.addContent(told ? 'ET Q EMC' : 'ET Q');
}

const utf16 = (text: string): string => `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
