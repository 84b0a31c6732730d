import LineBreaker from 'linebreak';
import { plainRuns } from './drawing.ts';
import { fontOf, isAscii, type Weight } from './fonts.ts';
import type { LineRun } from './lines.ts';

/** How a text in Inter alone is set; sizes in points. */
export type TextLook = {
  readonly size: number;
  readonly weight: Weight;
  /** Of the size; null is what the font asks for. */
  readonly lineHeight: number | null;
  /** After each character, in points. */
  readonly spacing: number;
  /** Whether what is wider than a line is broken between any two characters. */
  readonly breaks: boolean;
  readonly tabular: boolean;
};
/** A line with its last spaces, which count for nothing where it is set at the right. */
export type WordLine = { readonly text: string; readonly width: number };
export type Flowed = {
  /** That of the widest line; all that was given where a line was broken. */
  readonly width: number;
  readonly lines: readonly WordLine[];
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charactersOf = (word: string): string[] =>
  isAscii(word) ? [...word] : [...graphemes.segment(word)].map(({ segment }) => segment);

/** Pieces between which a line may end. They come again in the next row and the next report. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;
function piecesOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const pieces: string[] = [];
  const breaker = new LineBreaker(text);
  let last = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    pieces.push(text.slice(last, next.position));
    last = next.position;
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, pieces);
  return pieces;
}

/** How far words reach, in parts of their size: by weight and kind of digits. */
const advances = new Map<string, Map<string, number>>();
const MOST_ADVANCES = 20_000;
function advanceAtOne(text: string, weight: Weight, tabular: boolean): number {
  const kind = tabular ? `${weight} tabular` : `${weight}`;
  const all = advances.get(kind) ?? new Map<string, number>();
  advances.set(kind, all);
  const before = all.get(text);
  if (before !== undefined) return before;
  const wide = plainRuns(text, 1, weight, tabular).reduce((sum, { width }) => sum + width, 0);
  if (all.size >= MOST_ADVANCES) all.clear();
  all.set(text, wide);
  return wide;
}

/** How far a text reaches in one line, in points. */
export function advanceOf(text: string, { size, weight, spacing, tabular }: TextLook): number {
  if (text === '') return 0;
  const wide = advanceAtOne(text, weight, tabular) * size;
  return spacing === 0 ? wide : wide + spacing * charactersOf(text).length;
}

/** Runs of spaces are one, and none begins or ends a text. */
export const tidied = (text: string): string =>
  text
    .replace(/\n/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');

/** Breaks a text into lines of that width, in points: after words, and within those that are wider than a line. */
export function flowed(text: string, width: number, look: TextLook): Flowed {
  const words = [...piecesOf(text)];
  const lines: WordLine[] = [];
  let [line, used, spaces, widest] = ['', 0, 0, 0];
  const end = (): void => {
    lines.push({ text: line, width: used - spaces });
    [line, used] = ['', 0];
  };
  for (let n = 0; n < words.length; n++) {
    const word = words[n] ?? '';
    const wide = advanceOf(word, look);
    const inked = word.trimEnd();
    const trailing = inked === word ? 0 : wide - advanceOf(inked, look);
    const wraps = n > 0 && used + wide > width + trailing;
    if (look.breaks && wide > width && (used === 0 || wraps)) {
      const characters = charactersOf(word);
      if (characters.length > 1) {
        words.splice(n, 1, ...characters);
        if (used > 0) end();
        spaces = trailing;
        n -= 1;
        continue;
      }
    }
    if (wraps && used > 0) {
      end();
      widest = Math.max(widest, width);
    }
    const begins = wraps && word === ' ';
    line += begins ? '' : word;
    used += begins ? 0 : wide;
    widest = Math.max(widest, used);
    spaces = trailing;
  }
  if (used > 0) {
    spaces = 0;
    end();
  }
  return { width: widest, lines };
}

/** The narrowest that a text can be set in. */
export function narrowest(text: string, look: TextLook): number {
  const words = look.breaks ? charactersOf(text) : piecesOf(text);
  return words.reduce((most, word) => Math.max(most, advanceOf(word, look)), 0);
}

type Metrics = { readonly line: number; readonly baseline: number };
/** Lines are whole points high, and so is the way from the top of each to its baseline, in points. */
export function metricsOf({ size, weight, lineHeight }: TextLook): Metrics {
  const { ascent, descent, unitsPerEm } = fontOf(`inter/latin/${weight}`);
  const [above, below] = [(ascent / unitsPerEm) * size, (-descent / unitsPerEm) * size];
  const line = lineHeight === null ? above + below : size * lineHeight;
  const [up, down] = [Math.round(above), Math.round(below)];
  return { line: Math.round(line), baseline: up + Math.floor((line - up - down) / 2) };
}

export const runsOf = (text: string, { size, weight }: TextLook, tabular: boolean): LineRun[] =>
  plainRuns(text, size, weight, tabular);
