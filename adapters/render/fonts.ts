import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

let loaded: { readonly files: readonly FontFile[]; readonly ranges: ReadonlyMap<Subset, readonly Range[]> } | null =
  null;

/** Inter in the scripts that it covers; read once a process. */
export function fonts() {
  loaded ??= {
    files: SUBSETS.flatMap((subset) =>
      WEIGHTS.map((weight) => ({
        name: `Inter ${subset}`,
        subset,
        weight,
        data: readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
      })),
    ),
    ranges: new Map(SUBSETS.map((subset) => [subset, rangesOf(subset)])),
  };
  return loaded;
}

function rangesOf(subset: Subset): Range[] {
  const all = require('@fontsource/inter/unicode.json') as Readonly<Record<string, string>>;
  return (all[subset] ?? '').split(',').map((part): Range => {
    const [from = '0', to = from] = part.trim().replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** The subset that has that character; null where none has. */
export function subsetOf(codePoint: number): Subset | null {
  for (const [subset, ranges] of fonts().ranges)
    if (ranges.some(([from, to]) => codePoint >= from && codePoint <= to)) return subset;
  return null;
}

/** Zero-width characters and marks of direction have no place on paper. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/** The text as it can be printed: what no font has becomes `?`, what cannot be seen is left out. */
export function printable(text: string, most = 600): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    if (character === '\n' || character === '\t') out += ' ';
    else if (!UNSEEN.test(character)) out += subsetOf(character.codePointAt(0) ?? 0) === null ? '?' : character;
    if (out.length >= most) return `${out.slice(0, most - 1)}…`;
  }
  return out;
}
