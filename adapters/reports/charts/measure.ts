/** Roughly how wide letters are, in parts of the size, a little more rather than less: charts are drawn before any font is. */
const NARROW = /[ijlI.,:;'’|!()[\]\sfrt\u200e\u200f]/u;
const WIDE = /[mwMW%@—]/u;
const SQUARE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Extended_Pictographic}\uff00-\uffef]/u;

function partOf(character: string): number {
  if (/[0-9+\-−]/.test(character)) return 0.64;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.93;
  if (SQUARE.test(character)) return 1.02;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.59;
}

/** The width of a text of that size, in the same unit, estimated. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + partOf(character), 0) * size;

/** Lines that are no wider than that: broken between words, and words that are wider between letters. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (widthOf(line + piece, size) <= width || line === '') line += piece;
    else {
      lines.push(line.trim());
      line = piece.trimStart();
    }
  };
  for (const word of text.split(/(?<=[\s\-/])/u))
    if (widthOf(word, size) <= width) put(word);
    else for (const letter of word) put(letter);
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
