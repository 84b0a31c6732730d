import type { FileType } from '#domain/platform/stored-file';
import { refused } from './refused.ts';

/** What begins so is something else than text to read, to one program or another. */
const OTHERWISE = /^(?:<!doctype|<\?xml|<\?php|<html|<svg|<script|<head|<body|<!--|\{\\rtf|%pdf|%!ps|#!)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;
const SEPARATORS = [',', ';', '\t'];
/** So many lines tell whether all of it is a table. */
const LINES = 200;

/** Text in UTF-8; a table where its lines have the same columns. Throws `RefusedFile`. */
export function textType(bytes: Buffer): FileType {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('it is no picture, no PDF, no DOCX, no XLSX, and no text in UTF-8');
  }
  if (CONTROL.test(text)) refused('it holds characters that no text has');
  // Readers of PDF look for its beginning in the first kilobyte.
  if (OTHERWISE.test(text.trimStart()) || text.startsWith('GIF8') || text.slice(0, 1024).includes('%PDF-'))
    refused('it is made to be run or drawn, not to be read');
  return isTable(text) ? 'text/csv' : 'text/plain';
}

function isTable(text: string): boolean {
  return SEPARATORS.some((separator) => {
    const columns = columnsOf(text, separator);
    return columns.length >= 2 && (columns[0] ?? 0) >= 2 && columns.every((count) => count === columns[0]);
  });
}

/** Columns of each of the first lines; a separator or an end of line in quotation marks is neither. */
function columnsOf(text: string, separator: string): number[] {
  const columns: number[] = [];
  let [count, quoted, empty] = [1, false, true];
  for (const each of text) {
    if (each === '"') quoted = !quoted;
    if (each === '\n' && !quoted) {
      if (!empty) columns.push(count);
      if (columns.length === LINES) return columns;
      [count, empty] = [1, true];
      continue;
    }
    if (each === separator && !quoted) count += 1;
    if (each !== '\r') empty = false;
  }
  if (!empty) columns.push(count);
  return columns;
}
