import type { Features, Font, Glyph, Position } from 'fontkit';
import { type FontKey, fontOf, isSquare } from './fonts.ts';

/** Marks where fonts have no anchor for them are more than the shaper can do: then they stand where they would without. */
const UNANCHORED = { mark: false, mkmk: false, abvm: false, blwm: false };
/** The features that a run is shaped with, and how far it reaches, in parts of the size. */
export type Shaped = { readonly features: Features; readonly advance: number };
const shaped = new Map<string, Shaped>();
const MOST_SHAPED = 20_000;

export function shapedIn(key: FontKey, text: string, tabular = false): Shaped {
  const name = `${key}${tabular ? ' 0 ' : ' '}${text}`;
  const known = shaped.get(name) ?? shapedAnew(key, text, tabular);
  if (shaped.size >= MOST_SHAPED) shaped.clear();
  shaped.set(name, known);
  return known;
}
function shapedAnew(key: FontKey, text: string, tabular: boolean): Shaped {
  const { unitsPerEm } = fontOf(key);
  const part = (features: Features): Shaped => {
    const units = runOf(key, text, features).reduce((sum, { advance }) => sum + advance, 0);
    return { features, advance: units / unitsPerEm };
  };
  if (isSquare(key)) return part(SQUARE);
  if (tabular) return part(TABULAR);
  try {
    return part(USUAL);
  } catch {
    return part(UNANCHORED);
  }
}

/** A piece that was shaped on its own, from left to right, in units of the font. */
export type ShapedPiece = {
  readonly text: string;
  readonly advance: number;
  readonly glyphs: readonly Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>[];
  readonly positions: readonly Position[];
  /** Whether its letters change places, so that it is read as a whole. */
  readonly syllable: boolean;
};
/** Shaping is dear, and words come again: between measuring and writing, in the next row, in the next report. */
const pieces = new WeakMap<Features, Map<string, readonly ShapedPiece[]>>();
const AT_PEN = { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };

/** A run in one font, shaped with those features, which are one of the objects that `shapedIn` names. */
export function runOf(key: FontKey, text: string, features: Features): readonly ShapedPiece[] {
  const all = pieces.get(features) ?? new Map<string, readonly ShapedPiece[]>();
  pieces.set(features, all);
  const name = `${key} ${text}`;
  const words = key.startsWith('inter/') ? text.match(WORDS) : null;
  const known =
    all.get(name) ??
    (words !== null && words.length > 1
      ? words.flatMap((word) => runOf(key, word, features))
      : runAnew(fontOf(key), text, features, isSquare(key)));
  if (all.size >= MOST_SHAPED) all.clear();
  all.set(name, known);
  return known;
}
/** Latin, Greek and Cyrillic are shaped word by word: lines differ from report to report, their words hardly. */
const WORDS = / |[^ ]+/g;
function runAnew(font: Font, text: string, features: Features, square: boolean): ShapedPiece[] {
  const syllable = REORDERED.test(text);
  if (!square)
    return (syllable ? syllables(text) : [text]).map((part) => {
      const { glyphs, positions, advanceWidth: advance } = font.layout(part, features);
      const plain = glyphs.map(({ id, advanceWidth, codePoints }) => ({ id, advanceWidth, codePoints }));
      return { text: part, advance, glyphs: plain, positions, syllable };
    });
  return [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    const position = { ...AT_PEN, xAdvance: advanceWidth };
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    return { text: character, advance: advanceWidth, glyphs: [glyph], positions: [position], syllable };
  });
}
/** The outlines of a run's letters with where each stands, in units of the font. */
export function glyphsOf(key: FontKey, text: string, features: Features) {
  const font = fontOf(key);
  return runOf(key, text, features).flatMap(({ glyphs, positions }) =>
    glyphs.map(({ id }, n) => ({ ...AT_PEN, ...positions[n], commands: font.getGlyph(id).path.commands })),
  );
}
/** Scripts whose letters are not drawn in the order in which they are read, within a syllable. */
const REORDERED =
  /[\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Thai}\p{scx=Lao}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What is shaped on its own, and read as a whole, where letters change places. */
const syllables = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

const USUAL: Features = [];
const TABULAR: Features = ['tnum'];
const SQUARE: Features = { kern: false, palt: false };
