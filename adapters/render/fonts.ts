import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpacked } from './woff.ts';

const require = createRequire(import.meta.url);
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'] as const;
export const WEIGHTS = [400, 600, 700] as const;
export type Weight = (typeof WEIGHTS)[number];
type Subset = (typeof SUBSETS)[number];
type Range = readonly [from: number, to: number];

/** Subsets under one name do not combine, so each is a family of its own, tried in this order. */
export type FontFile = {
  readonly name: string;
  readonly subset: Subset;
  readonly weight: Weight;
  readonly data: Buffer;
};

let loaded: readonly FontFile[] | null = null;
/** Inter in the scripts that it covers, for the engine that reads whole files; read once a process. */
export function fonts(): readonly FontFile[] {
  loaded ??= SUBSETS.flatMap((subset) =>
    WEIGHTS.map((weight) => ({
      name: `Inter ${subset}`,
      subset,
      weight,
      data: readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
    })),
  );
  return loaded;
}

let ranges: ReadonlyMap<Subset, readonly Range[]> | null = null;
function rangesOf(subset: Subset): Range[] {
  const all = require('@fontsource/inter/unicode.json') as Readonly<Record<string, string>>;
  return (all[subset] ?? '').split(',').map((part): Range => {
    const [from = '0', to = from] = part.trim().replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const subsets = new Map<number, Subset | null>();
/** Inter's subset that has that character; null where none has. Its ranges name more than its files draw († and most spaces). */
export function subsetOf(codePoint: number): Subset | null {
  const known = subsets.get(codePoint);
  if (known !== undefined) return known;
  ranges ??= new Map(SUBSETS.map((subset) => [subset, rangesOf(subset)]));
  const all = ranges;
  const named = SUBSETS.filter((subset) => all.get(subset)?.some(([from, to]) => codePoint >= from && codePoint <= to));
  const found = named.find((subset) => has(`inter/${subset}/400`, [codePoint])) ?? null;
  subsets.set(codePoint, found);
  return found;
}

/** A font of another script: a package of `@fontsource` and the subset of it that has the script. */
type Face = readonly [family: string, subset: string];
const noto = (script: string): Face => [`noto-sans-${script}`, script];
const JAPANESE: Face = ['noto-sans-jp', 'japanese'];
const CHINESE: Face = ['noto-sans-sc', 'chinese-simplified'];
const KOREAN: Face = ['noto-sans-kr', 'korean'];
const EMOJI: Face = ['noto-emoji', 'emoji'];

/** The fonts that are looked into for a script's characters. Han is one script and three ways to write it. */
const SCRIPTS: readonly (readonly [RegExp, Face])[] = [
  [/\p{scx=Arabic}/u, noto('arabic')],
  [/\p{scx=Hebrew}/u, noto('hebrew')],
  [/\p{scx=Devanagari}/u, noto('devanagari')],
  [/\p{scx=Bengali}/u, noto('bengali')],
  [/\p{scx=Tamil}/u, noto('tamil')],
  [/\p{scx=Telugu}/u, noto('telugu')],
  [/\p{scx=Gujarati}/u, noto('gujarati')],
  [/\p{scx=Gurmukhi}/u, noto('gurmukhi')],
  [/\p{scx=Kannada}/u, noto('kannada')],
  [/\p{scx=Malayalam}/u, noto('malayalam')],
  [/\p{scx=Sinhala}/u, noto('sinhala')],
  [/\p{scx=Thai}/u, noto('thai')],
  [/\p{scx=Lao}/u, noto('lao')],
  [/\p{scx=Khmer}/u, noto('khmer')],
  [/\p{scx=Myanmar}/u, noto('myanmar')],
  [/\p{scx=Ethiopic}/u, noto('ethiopic')],
  [/\p{scx=Georgian}/u, noto('georgian')],
  [/\p{scx=Armenian}/u, noto('armenian')],
];
const LATIN = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
/** What everything else is looked for in. */
const REST: readonly Face[] = [
  ...LATIN.map((subset): Face => ['noto-sans', subset]),
  ['noto-sans-symbols-2', 'symbols'],
  ['noto-sans-math', 'latin'],
  ['noto-sans-math', 'math'],
  EMOJI,
];

const HAN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Script=Bopomofo}\uff00-\uffef]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** In the order in which a text of that kind wants its characters written. */
const hanFaces = (text: string): readonly Face[] =>
  KANA.test(text)
    ? [JAPANESE, CHINESE, KOREAN]
    : HANGUL.test(text)
      ? [KOREAN, JAPANESE, CHINESE]
      : [CHINESE, JAPANESE, KOREAN];

/** Names a font of a weight among those of a document: `inter/latin/400`. */
export type FontKey = string;

const opened = new Map<FontKey, { readonly font: Font; readonly data: Buffer } | null>();
const fileOf = (key: FontKey): string => {
  const [family = '', subset = '', weight = ''] = key.split('/');
  return `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`;
};
const keyOf = ([family, subset]: Face, weight: Weight): FontKey => `${family}/${subset}/${weight}`;

/** A font is read when its first character is to be written; null where the family has no such file. */
function open(key: FontKey): { readonly font: Font; readonly data: Buffer } | null {
  const known = opened.get(key);
  if (known !== undefined) return known;
  let file: string | null = null;
  try {
    file = require.resolve(fileOf(key));
  } catch {
    // Some families have one weight alone.
  }
  const data = file === null ? null : unpacked(readFileSync(file));
  const made = data === null ? null : { data, font: separate(create(data)) };
  opened.set(key, made);
  return made;
}
/** A glyph is kept with the text that it was first asked for with; each text is to be told of its own. */
function separate(font: Font): Font {
  const glyphOf = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints) => {
    const known = font._glyphs[id];
    if (known === undefined || codePoints === undefined) return glyphOf(id, codePoints);
    delete font._glyphs[id];
    const own = glyphOf(id, codePoints);
    font._glyphs[id] = known;
    return own;
  };
  return font;
}
/** The weight that the family has. */
const weighted = (face: Face, weight: Weight): FontKey =>
  open(keyOf(face, weight)) === null ? keyOf(face, 400) : keyOf(face, weight);

const fontAt = (key: FontKey): { readonly font: Font; readonly data: Buffer } => {
  const found = open(key);
  if (found === null) throw new Error(`there is no font ${key}`);
  return found;
};
export const fontOf = (key: FontKey): Font => fontAt(key).font;
export const fontData = (key: FontKey): Buffer => fontAt(key).data;

/** Of fonts whose characters stand alone, however they are joined: nothing is shaped, and shaping them is dear. */
export const isSquare = (key: FontKey): boolean =>
  [JAPANESE, CHINESE, KOREAN].some((face) => key.startsWith(face.join('/')));

/** Joiners and selectors say how their neighbours are written: a font need not have them. */
const SHAPING = /\u200c|\u200d|[\ufe00-\ufe0f]/u;
const shownIn = (cluster: string): number[] =>
  [...cluster].flatMap((character) => (SHAPING.test(character) ? [] : [character.codePointAt(0) ?? 0]));
const has = (key: FontKey, wanted: readonly number[]): boolean => {
  const font = open(key)?.font;
  return font !== undefined && wanted.every((codePoint) => font.hasGlyphForCodePoint(codePoint));
};
/** Whether that font draws that character, if not all marks upon it. */
export const isShown = (key: FontKey, cluster: string): boolean => has(key, shownIn(cluster).slice(0, 1));
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Emoji_Modifier}/u;

/**
 * The font that a character, with the marks upon it, is written in: the one before where that has it and the character is of no
 * script, so that words stay whole.
 */
export function fontFor(cluster: string, weight: Weight, text: string, before: FontKey | null): FontKey {
  const wanted = shownIn(cluster);
  const [first = 0] = wanted;
  if (before !== null && /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(cluster) && !PICTURE.test(cluster))
    if (!before.startsWith('noto-emoji') && has(before, wanted)) return before;
  const faces: Face[] = [];
  if (PICTURE.test(cluster)) faces.push(EMOJI);
  const inter = subsetOf(first);
  if (inter !== null) faces.push(['inter', inter]);
  if (HAN.test(cluster)) faces.push(...hanFaces(text));
  for (const [script, face] of SCRIPTS) if (script.test(cluster)) faces.push(face);
  faces.push(...REST);
  const found =
    faces.find((face) => has(weighted(face, weight), wanted)) ??
    faces.find((face) => has(weighted(face, weight), [first]));
  return weighted(found ?? ['noto-sans', 'latin'], weight);
}

/** Controls, marks of direction and characters that are none have no place on paper. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/** The text as it is printed: whole, in one line, without what cannot be seen. */
export function printable(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    if (character === '\n' || character === '\t') out += ' ';
    else if (SHAPING.test(character) || !UNSEEN.test(character)) out += character;
  }
  return out;
}

const ASCII = /^[\x20-\x7e]*$/;
/** What the first of Inter's subsets has, all of it. */
export const isAscii = (text: string): boolean => ASCII.test(text);
/** Whether it can be laid out word by word, from left to right, in Inter alone. */
export const isPlain = (text: string): boolean =>
  isAscii(text) ||
  [...text].every((character) => subsetOf(character.codePointAt(0) ?? 0) !== null && !SHAPING.test(character));
