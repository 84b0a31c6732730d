import { type FontKey, fontData, isSquare, syllables } from './fonts.ts';
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
  readonly font: {
    readonly _glyphs: Record<number, unknown>;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  };
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
  // Each glyph is asked for with the text that it stands for, and would be answered with the first one's for ever.
  const { font: face } = font;
  const glyphOf = face.getGlyph.bind(face);
  face.getGlyph = (id, codePoints) => {
    delete face._glyphs[id];
    return glyphOf(id, codePoints);
  };
  const laid = (text: string, features: unknown): Laid => {
    if (square) return unshaped(font, text);
    const parts = syllables(text);
    if (parts.length === 1) return font.layout(text, features);
    const each = parts.map((part) => asOne(font.layout(part, features), part));
    return { glyphs: each.flatMap(({ glyphs }) => glyphs), positions: each.flatMap(({ positions }) => positions) };
  };
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

/** A syllable is read in the order of its letters, from its first glyph on, whichever of them each glyph shows. */
function asOne({ glyphs, positions }: Laid, text: string): Laid {
  const letters = [...text].map((character) => character.codePointAt(0) ?? 0);
  const last = glyphs.length - 1;
  const read = glyphs.map(({ id, advanceWidth }, n) => {
    const codePoints = n < last ? letters.slice(n, n + 1) : letters.slice(n);
    return { id, advanceWidth, codePoints };
  });
  return { glyphs: read, positions };
}

/** Character after character, as square scripts are written. */
function unshaped({ font, scale }: EmbeddedFont, text: string): Laid {
  const glyphs = [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth * scale,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
    advanceWidth: advanceWidth * scale,
  }));
  return { glyphs, positions };
}
