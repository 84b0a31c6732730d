import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { type FontKey, fontFor, isShown, type Weight } from './fonts.ts';
import { type Shaped, shapedIn } from './shaping.ts';

/** A piece of a line in one font and direction, as it is handed to the font. */
export type LineRun = {
  readonly font: FontKey;
  readonly text: string;
  /** Of brackets that face the other way: what each stands for. */
  readonly mirrored: ReadonlyMap<number, number>;
  readonly features: Shaped['features'];
  readonly x: number;
  readonly width: number;
};
/** A line with its pieces from left to right. */
export type Line = {
  /** As it is read, and as it is copied. */
  readonly text: string;
  readonly runs: readonly LineRun[];
  readonly width: number;
  readonly rightToLeft: boolean;
};
type Setting = { readonly size: number; readonly weight: Weight };
type Cluster = { readonly text: string; readonly at: number; readonly font: FontKey };

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });
/** Scripts that write no spaces between words, whose words a dictionary knows. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Lays a text in any script out in lines of that width, in points: broken where its language breaks, shaped as a whole, in the
 * order in which it is drawn. What is wider than a line is broken anywhere; nothing is left out.
 */
export function linesOf(text: string, width: number, setting: Setting): readonly Line[] {
  if (text === '') return [];
  const name = `${setting.size} ${setting.weight} ${width.toFixed(2)} ${text}`;
  const lines = known.get(name) ?? linesAnew(text, width, setting);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, lines);
  return lines;
}
/** A text is measured more than once before it is written. */
const known = new Map<string, readonly Line[]>();
const MOST_KNOWN = 500;

function linesAnew(text: string, width: number, setting: Setting): Line[] {
  const clusters = clustersOf(text, setting.weight);
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto');
  const base = paragraphs[0]?.level ?? 0;
  return brokenAt(text, clusters, width, setting).map(([from, to]) => {
    const inLine = clusters.filter(({ at }) => at >= from && at < to);
    while (inLine.length > 1 && inLine.at(-1)?.text.trim() === '') inLine.pop();
    const runs = runsOf(inLine, levels, setting);
    const placed: LineRun[] = [];
    let x = 0;
    for (const run of runs) {
      placed.push({ ...run, x });
      x += run.width;
    }
    return { text: text.slice(from, to), runs: placed, width: x, rightToLeft: base % 2 === 1 };
  });
}

/** In place of what no font has: a box, which is a character of its own and no hole in a font. */
const UNKNOWN = '\u25a1';

function clustersOf(text: string, weight: Weight): Cluster[] {
  const all: Cluster[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const font = fontFor(segment, weight, text, all.at(-1)?.font ?? null);
    const known = isShown(font, segment);
    all.push({ text: known ? segment : UNKNOWN, at: index, font: known ? font : fontFor(UNKNOWN, weight, text, null) });
  }
  return all;
}

/** How wide clusters are, one after the other in the order of reading. */
function widthOf(clusters: readonly Cluster[], { size }: Setting): number {
  let width = 0;
  for (const { font, text } of grouped(clusters, ({ font }) => font)) width += advance(font, text, size);
  return width;
}
const advance = (font: FontKey, text: string, size: number): number => shapedIn(font, text).advance * size;

function grouped(clusters: readonly Cluster[], by: (cluster: Cluster) => string): { font: FontKey; text: string }[] {
  const groups: { key: string; font: FontKey; text: string }[] = [];
  for (const cluster of clusters) {
    const key = by(cluster);
    const last = groups.at(-1);
    if (last?.key === key) last.text += cluster.text;
    else groups.push({ key, font: cluster.font, text: cluster.text });
  }
  return groups;
}

/** Where each line begins and ends. */
function brokenAt(text: string, clusters: readonly Cluster[], width: number, setting: Setting): [number, number][] {
  const lines: [number, number][] = [];
  let begin = 0;
  let used = 0;
  for (const [from, to] of pieces(text)) {
    const own = clusters.filter(({ at }) => at >= from && at < to);
    const inked = own.slice(0, own.length - trailing(own));
    const wide = widthOf(own, setting);
    const ink = widthOf(inked, setting);
    if (used > 0 && used + ink > width) {
      lines.push([begin, from]);
      [begin, used] = [from, 0];
    }
    if (ink <= width) {
      used += wide;
      continue;
    }
    // Wider than a line: broken between any two characters.
    for (const cluster of own) {
      const one = widthOf([cluster], setting);
      if (used > 0 && used + one > width) {
        lines.push([begin, cluster.at]);
        [begin, used] = [cluster.at, 0];
      }
      used += one;
    }
  }
  if (begin < text.length) lines.push([begin, text.length]);
  return lines;
}
const trailing = (clusters: readonly Cluster[]): number => {
  let count = 0;
  while (count < clusters.length && clusters[clusters.length - 1 - count]?.text.trim() === '') count++;
  return count;
};

/** The pieces between which a line may end. */
function pieces(text: string): [number, number][] {
  const ends: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) ends.push(next.position);
  if (UNSPACED.test(text))
    for (const { segment, index } of words.segment(text)) if (UNSPACED.test(segment)) ends.push(index + segment.length);
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  return sorted.map((end, n) => [sorted[n - 1] ?? 0, end]);
}

/** Rule L2 of the bidirectional algorithm: from the highest level down, whatever is at least that high is turned round. */
function runsOf(clusters: readonly Cluster[], levels: Uint8Array, { size }: Setting): Omit<LineRun, 'x'>[] {
  const runs: { font: FontKey; level: number; clusters: Cluster[] }[] = [];
  for (const cluster of clusters) {
    const level = levels[cluster.at] ?? 0;
    const last = runs.at(-1);
    if (last && last.level === level && last.font === cluster.font) last.clusters.push(cluster);
    else runs.push({ font: cluster.font, level, clusters: [cluster] });
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < runs.length; from++) {
      let to = from;
      while (to < runs.length && (runs[to]?.level ?? 0) >= level) to++;
      if (to > from) runs.splice(from, to - from, ...runs.slice(from, to).reverse());
      from = to;
    }
  return runs.map(({ font, level, clusters: own }) => {
    const mirrored = level % 2 === 1 ? mirrorsOf(own) : NONE;
    const text = level % 2 === 1 ? turned(own) : own.map((cluster) => cluster.text).join('');
    const { features, advance: part } = shapedIn(font, text);
    return { font, text, mirrored, features, width: part * size };
  });
}

const NONE: ReadonlyMap<number, number> = new Map();
/** A run from left to right in one font; digits of one width where they are to stand below each other. */
export function runIn(font: FontKey, text: string, size: number, x: number, tabular: boolean): LineRun {
  const { features, advance: part } = shapedIn(font, text, tabular);
  return { font, text, mirrored: NONE, features, x, width: part * size };
}
const mirrorsOf = (clusters: readonly Cluster[]): ReadonlyMap<number, number> =>
  new Map(
    clusters.flatMap(({ text }) => {
      const mirror = bidi.getMirroredCharacter(text);
      return mirror === null ? [] : [[mirror.codePointAt(0) ?? 0, text.codePointAt(0) ?? 0] as const];
    }),
  );

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is read from right to left: its brackets face the other way, and a font turns its letters, but not signs that stand alone. */
function turned(clusters: readonly Cluster[]): string {
  const mirrored = clusters.map(({ text }) => bidi.getMirroredCharacter(text) ?? text);
  return mirrored.some((text) => RIGHT_TO_LEFT.test(text)) ? mirrored.join('') : mirrored.reverse().join('');
}
