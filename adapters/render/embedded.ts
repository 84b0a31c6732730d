import type { Features, Position } from 'fontkit';
import { type FontKey, fontData } from './fonts.ts';
import type { LineRun } from './lines.ts';
import { runOf, type ShapedPiece } from './shaping.ts';

/** What is used of the PDF writer's fonts beyond what it publishes: how text becomes glyphs of the embedded subset. */
type Glyph = ShapedPiece['glyphs'][number];
type Laid = Pick<ShapedPiece, 'glyphs' | 'positions'>;
export type EmbeddedFont = {
  readonly scale: number;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly subset: { readonly glyphs: number[] };
  encode(text: string, features: Features): [codes: string[], positions: ReturnType<typeof scaled>[]];
  widthOfString(text: string, size: number, features: Features): number;
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
  const laid = (text: string, features: Features): Laid[] => runOf(key, text, features).map(readAsOne);
  font.encode = (text, features) => {
    const all = laid(text, features);
    const codes = all
      .flatMap(({ glyphs }) => glyphs)
      .map((glyph) => {
        const meant = glyph.codePoints.map((codePoint) => pieces.mirrored.get(codePoint) ?? codePoint);
        const name = `${glyph.id}:${meant.join()}`;
        const known = numbers.get(name);
        if (known !== undefined) return hex(known);
        const number = font.subset.glyphs.push(glyph.id) - 1;
        numbers.set(name, number);
        font.widths[number] = glyph.advanceWidth * font.scale;
        font.unicode[number] = meant;
        return hex(number);
      });
    const positions = all.flatMap((one) => one.positions.map((position, n) => scaled(font, position, one.glyphs[n])));
    return [codes, positions];
  };
  font.widthOfString = (text, size, features) =>
    (laid(text, features)
      .flatMap(({ positions }) => positions)
      .reduce((sum, { xAdvance }) => sum + xAdvance * font.scale, 0) *
      size) /
    1000;
}
const hex = (number: number): string => number.toString(16).padStart(4, '0');
const scaled = ({ scale }: EmbeddedFont, { xAdvance, yAdvance, xOffset, yOffset }: Position, glyph?: Glyph) => ({
  xAdvance: xAdvance * scale,
  yAdvance: yAdvance * scale,
  xOffset: xOffset * scale,
  yOffset: yOffset * scale,
  advanceWidth: (glyph?.advanceWidth ?? 0) * scale,
});

/** A syllable is read in the order of its letters, from its first glyph on, whichever of them each glyph shows. */
function readAsOne({ text, glyphs, positions, syllable }: ShapedPiece, _: number, all: readonly ShapedPiece[]): Laid {
  if (!syllable || all.length === 1) return { glyphs, positions };
  const letters = [...text].map((character) => character.codePointAt(0) ?? 0);
  const last = glyphs.length - 1;
  const read = glyphs.map(({ id, advanceWidth }, n) => {
    const codePoints = n < last ? letters.slice(n, n + 1) : letters.slice(n);
    return { id, advanceWidth, codePoints };
  });
  return { glyphs: read, positions };
}
