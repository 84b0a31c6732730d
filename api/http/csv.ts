import type { Reply } from './routes.ts';

/**
 * What a spreadsheet would take for a formula, or for the end of a cell before one. Any line of a cell counts: where a
 * cell is split at its line ends, or pasted, each becomes a cell of its own. Signs of full width are taken for signs too.
 */
const DANGEROUS = /^[=+\-@\t\r\0＝＋－＠]|[;,\t\v\f\r\n\u0085\u2028\u2029]\s*[=+\-@\0＝＋－＠]|^\s+[=+\-@＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell: always quoted; text that a spreadsheet would run begins with an apostrophe, numbers stay numbers. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '""';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""').replaceAll('\0', '')}"`;
}

/** Text that is put into a quoted cell afterwards, where a name is opened on its way out: as safe as if it had stood there. */
export const inCell = (text: string): string => csvCell(text).slice(1, -1);

/** RFC 4180 with a header row. */
export const csv = (columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n');

/** A table to be opened in a spreadsheet. */
export const csvReply = (
  name: string,
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
): Reply => ({
  status: 200,
  raw: csv(columns, rows),
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  },
});
