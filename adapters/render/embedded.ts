import { type FontKey, fontData, isSquare } from './fonts.ts';
import type { LineRun } from './lines.ts';

/** What is used of the PDF writer's fonts beyond what it publishes: how text becomes glyphs of the embedded subset. */
type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
type Position = {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};
type Laid = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly (Position & { advanceWidth?: number })[];
};
export type EmbeddedFont = {
  readonly scale: number;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly font: { glyphForCodePoint(codePoint: number): Glyph };
  readonly subset: { readonly glyphs: number[] };
  layout(text: string, features?: unknown): Laid & { readonly advanceWidth: number };
  encode(text: string, features?: unknown): [codes: string[], positions: Laid['positions']];
  widthOfString(text: string, size: number, features?: unknown): number;
};
type Fonts = {
  registerFont(name: string, data: Buffer): unknown;
  font(name: string): unknown;
  readonly _font: EmbeddedFont;
};

const prepared = new WeakMap<Fonts, Map<FontKey, Pieces>>();
type Pieces = { mirrored: LineRun['mirrored'] };

/**
 * Makes it the document's font, embedded when it is first needed. A glyph stands in the subset once for every text that it is
 * drawn for: Arabic letters share shapes, and a bracket is drawn as its mirror image, so one glyph may be read in several ways.
 */
export function useFont(doc: Fonts, key: FontKey, mirrored: LineRun['mirrored']): void {
  const known = prepared.get(doc) ?? new Map<FontKey, Pieces>();
  prepared.set(doc, known);
  const before = known.get(key);
  if (before === undefined) doc.registerFont(key, fontData(key));
  doc.font(key);
  const pieces = before ?? { mirrored };
  if (before === undefined) prepare(doc._font, key, pieces);
  pieces.mirrored = mirrored;
  known.set(key, pieces);
}

function prepare(font: EmbeddedFont, key: FontKey, pieces: Pieces): void {
  const numbers = new Map<string, number>();
  const square = isSquare(key);
  const laid = (text: string, features: unknown): Laid => (square ? unshaped(font, text) : font.layout(text, features));
  font.encode = (text, features) => {
    const { glyphs, positions } = laid(text, features);
    const codes = glyphs.map((glyph) => {
      const meant = glyph.codePoints.map((codePoint) => pieces.mirrored.get(codePoint) ?? codePoint);
      const name = `${glyph.id}:${meant.join()}`;
      const number = numbers.get(name) ?? font.subset.glyphs.push(glyph.id) - 1;
      numbers.set(name, number);
      font.widths[number] = glyph.advanceWidth * font.scale;
      font.unicode[number] = meant;
      return number.toString(16).padStart(4, '0');
    });
    return [codes, positions];
  };
  font.widthOfString = (text, size, features) =>
    (laid(text, features).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * size) / 1000;
}

/** Character after character, as square scripts are written. */
function unshaped({ font, scale }: EmbeddedFont, text: string): Laid {
  const glyphs = [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  const positions = glyphs.map(({ advanceWidth }) => ({
    ...{ xAdvance: advanceWidth * scale, yAdvance: 0, xOffset: 0, yOffset: 0 },
    advanceWidth: advanceWidth * scale,
  }));
  return { glyphs, positions };
}
